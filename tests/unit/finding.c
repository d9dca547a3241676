#include "core/finding/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct source csv = {
    .name = "budget.csv",
    .kind = SOURCE_CSV,
    .delimiter = ',',
    .text = STR_INIT("Label,Amount\nKS2,\"384,740\"\n"),
};

static struct source xml = {
    .name = "report.xml",
    .kind = SOURCE_TEXT,
    .text = STR_INIT("<report>\n\t<p>R&D</p>\n</report>\n"),
};

struct fixture {
    struct arena arena;
    struct findings findings;
    struct buf out;
};

static int set_up(void **state)
{
    static struct fixture f;

    arena_init(&f.arena, 1024 * 1024 * 16);
    findings_init(&f.findings, &f.arena);
    buf_init(&f.out, 1024 * 1024);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    arena_free(&f->arena);
    buf_free(&f->out);
    return 0;
}

static struct place at(const struct source *s, uint32_t line, uint32_t column)
{
    return (struct place){s, line, column};
}

static void print_all(struct fixture *f)
{
    struct source_cursor cursor = {.source = NULL};

    for (const struct finding *x = f->findings.first; x != NULL; x = x->next)
        finding_print(x, &cursor, &f->out);
    findings_print_dropped(&f->findings, &f->out);
}

static void assert_printed(struct fixture *f, const char *want)
{
    buf_clear(&f->out);
    print_all(f);
    buf_char(&f->out, '\0');
    assert_int_equal(buf_status(&f->out), ST_OK);
    assert_string_equal(f->out.ptr, want);
}

static void prints_place_line_mark_and_hint(void **state)
{
    struct fixture *f = *state;

    finding(&f->findings, FINDING_BAD_XML, at(&xml, 2, 6),
            "`&` begins no entity");
    finding_hint(&f->findings, "write &amp; for &");
    assert_printed(f, "report.xml:2:6: error: `&` begins no entity [bad-xml]\n"
                      "     <p>R&D</p>\n"
                      "         ^~\n"
                      "  write &amp; for &\n");
}

static void names_the_cell_of_a_place_in_data(void **state)
{
    struct fixture *f = *state;

    finding(&f->findings, FINDING_SUM, at(&csv, 2, 2), "sub-total is wrong");
    assert_printed(f,
                   "budget.csv:2:5: error: sub-total is wrong (cell B2) [sum]\n"
                   "    KS2,\"384,740\"\n"
                   "        ^~~~~~~~~\n");
}

static void names_no_cell_that_the_text_names(void **state)
{
    struct fixture *f = *state;

    finding(&f->findings, FINDING_SUM, at(&csv, 2, 1), "cell A2 is wrong");
    finding(&f->findings, FINDING_SUM, at(&csv, 2, 1), "A20 is not A2x");
    assert_printed(f, "budget.csv:2:1: error: cell A2 is wrong [sum]\n"
                      "    KS2,\"384,740\"\n"
                      "    ^~~\n"
                      "budget.csv:2:1: error: A20 is not A2x (cell A2) [sum]\n"
                      "    KS2,\"384,740\"\n"
                      "    ^~~\n");
}

static void prints_what_it_knows_of_a_place(void **state)
{
    const struct source option = {.name = "--as-of", .kind = SOURCE_OPTION};
    struct fixture *f = *state;

    finding(&f->findings, FINDING_LIMIT, NOWHERE, "too large");
    finding(&f->findings, FINDING_BAD_DATE, at(&option, 0, 0), "no date");
    finding(&f->findings, FINDING_NO_FILE, at(&xml, 0, 0), "cannot be read");
    finding(&f->findings, FINDING_MISSING, at(&xml, 3, 0), "no header");
    finding(&f->findings, FINDING_MISSING, at(&xml, 99, 9), "not closed");
    assert_printed(f, "councilpress: error: too large [limit]\n"
                      "--as-of: error: no date [bad-date]\n"
                      "report.xml: error: cannot be read [no-file]\n"
                      "report.xml:3: error: no header [missing]\n"
                      "report.xml:4:1: error: not closed [missing]\n");
}

static void names_sheet_and_cell_of_a_workbook(void **state)
{
    const struct source revenue = {
        .name = "budget.xlsx", .kind = SOURCE_SHEET, .sheet = "Revenue"};
    const struct source capital = {
        .name = "budget.xlsx", .kind = SOURCE_SHEET, .sheet = "Capital"};
    struct fixture *f = *state;

    finding(&f->findings, FINDING_MISSING, at(&revenue, 0, 0), "is empty");
    finding(&f->findings, FINDING_BAD_FIGURE, at(&revenue, 12, 6), "no sum");
    finding(&f->findings, FINDING_BAD_FIGURE, at(&capital, 40, 1), "no sum");
    findings_sort(&f->findings);
    assert_printed(
        f, "budget.xlsx: sheet Capital, cell A40: error: no sum [bad-figure]\n"
           "budget.xlsx: sheet Revenue: error: is empty [missing]\n"
           "budget.xlsx: sheet Revenue, cell F12: error: no sum "
           "[bad-figure]\n");
}

static void lets_no_input_act_on_a_terminal(void **state)
{
    const struct source s = {
        .name = "a\x1B[2Jb.csv",
        .kind = SOURCE_CSV,
        .text = STR_LIT("x\x1B[31m\xE2\x80\xAEy,1\n"),
    };
    struct fixture *f = *state;

    finding(&f->findings, FINDING_BAD_FIGURE, at(&s, 1, 1), "`%s` is none",
            "x\x1B[31m\xE2\x80\xAEy\n\xFF");
    finding_hint(&f->findings, "not %s", "\x1B]0;title\x07");
    assert_printed(f, "a\\x1b[2Jb.csv:1:1: error: "
                      "`x\\x1b[31m\\u{202e}y\\n\\xff` is none (cell A1) "
                      "[bad-figure]\n"
                      "    x\xEF\xBF\xBD[31m\xEF\xBF\xBDy,1\n"
                      "    ^~~~~~~~\n"
                      "  not \\x1b]0;title\\x07\n");
}

static void marks_wide_and_combining_characters_where_they_stand(void **state)
{
    const struct source s = {
        .name = "a.xml",
        .kind = SOURCE_TEXT,
        .text = STR_LIT("\xE4\xB8\xAD\xE6\x96\x87\te\xCC\x81 ! x"),
    };
    struct fixture *f = *state;

    finding(&f->findings, FINDING_BAD_XML, at(&s, 1, 7), "wrong");
    assert_printed(f, "a.xml:1:7: error: wrong [bad-xml]\n"
                      "    \xE4\xB8\xAD\xE6\x96\x87 e\xCC\x81 ! x\n"
                      "           ^\n");
}

/* The line and its mark, where 200 characters stand before and behind. */
static void cuts_a_long_line_around_its_place(void **state)
{
    struct fixture *f = *state;
    char text[500];
    struct source s = {.name = "a.xml", .kind = SOURCE_TEXT};

    memset(text, '.', sizeof(text));
    memcpy(text + 200, "wrong", 5);
    s.text = (struct str){text, sizeof(text)};
    finding(&f->findings, FINDING_BAD_XML, at(&s, 1, 201), "no");
    assert_printed(f,
                   "a.xml:1:201: error: no [bad-xml]\n"
                   "    \xE2\x80\xA6....................................wrong"
                   ".................................\xE2\x80\xA6\n"
                   "                                         ^~~~~\n");
}

static void cuts_a_mark_that_is_longer_than_the_line(void **state)
{
    struct fixture *f = *state;
    char text[300];
    struct source s = {.name = "a.xml", .kind = SOURCE_TEXT};
    struct str rest;
    size_t lines = 0;

    memset(text, 'x', sizeof(text));
    s.text = (struct str){text, sizeof(text)};
    finding(&f->findings, FINDING_BAD_XML, at(&s, 1, 1), "no");
    print_all(f);
    for (rest = buf_view(&f->out); rest.len > 0; lines++)
        assert_true(str_cut(&rest, '\n').len <= 4 + 75 + 3);
    assert_int_equal(lines, 3);
}

static void bounds_a_line_of_marks_that_take_no_column(void **state)
{
    struct fixture *f = *state;
    char text[9000];
    struct source s = {.name = "a.xml", .kind = SOURCE_TEXT};

    for (size_t i = 0; i < 4500; i++)
        memcpy(text + 2 * i, "\xCC\x81", 2);
    s.text = (struct str){text, sizeof(text)};
    finding(&f->findings, FINDING_BAD_XML, at(&s, 1, 2000), "no");
    print_all(f);
    assert_true(buf_view(&f->out).len < 2000);
}

static void keeps_a_line_that_just_fits(void **state)
{
    struct fixture *f = *state;
    char text[77] = "";
    char want[300] = "a.xml:1:70: error: no [bad-xml]\n    ";
    struct source s = {.name = "a.xml", .kind = SOURCE_TEXT};

    memset(text, '.', 76);
    s.text = (struct str){text, 76};
    finding(&f->findings, FINDING_BAD_XML, at(&s, 1, 70), "no");
    (void)strcat(want, text);
    (void)strcat(want, "\n    ");
    memset(want + strlen(want), ' ', 69);
    (void)strcat(want, "^\n");
    assert_printed(f, want);
}

static void sorts_by_place_and_keeps_the_order_within_one(void **state)
{
    struct fixture *f = *state;

    finding(&f->findings, FINDING_SUM, at(&xml, 3, 0), "5");
    finding(&f->findings, FINDING_SUM, at(&xml, 1, 0), "3");
    finding(&f->findings, FINDING_BAD_DATE, at(&xml, 1, 0), "4");
    finding(&f->findings, FINDING_SUM, at(&csv, 0, 0), "2");
    finding(&f->findings, FINDING_SUM, NOWHERE, "1");
    findings_sort(&f->findings);
    assert_printed(f, "councilpress: error: 1 [sum]\n"
                      "budget.csv: error: 2 [sum]\n"
                      "report.xml:1: error: 3 [sum]\n"
                      "report.xml:1: error: 4 [bad-date]\n"
                      "report.xml:3: error: 5 [sum]\n");
}

static void sorts_many_findings(void **state)
{
    struct fixture *f = *state;
    uint32_t line = 1;
    uint32_t last = 0;

    for (size_t i = 0; i < FINDINGS_MAX; i++) {
        line = line * 48271 % 2147483647;
        finding(&f->findings, FINDING_SUM, at(&csv, line, 1), "%u", line);
    }
    findings_sort(&f->findings);
    assert_int_equal(f->findings.count, FINDINGS_MAX);
    for (const struct finding *x = f->findings.first; x != NULL; x = x->next) {
        assert_true(x->at.line >= last);
        last = x->at.line;
        assert_true(x->next != NULL || x == f->findings.last);
    }
}

static void says_nothing_twice(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 3; i++) {
        finding(&f->findings, FINDING_SUM, at(&xml, 1, 0), "same");
        finding(&f->findings, FINDING_SUM, at(&xml, 1, 0), "other");
        finding(&f->findings, FINDING_SMALL_TEXT, at(&xml, 1, 0), "same");
        finding(&f->findings, FINDING_SUM, at(&xml, 2, 0), "same");
    }
    findings_sort(&f->findings);
    assert_int_equal(f->findings.count, 4);
    assert_int_equal(f->findings.errors, 3);
    assert_int_equal(f->findings.warnings, 1);
    assert_printed(f, "report.xml:1: error: same [sum]\n"
                      "report.xml:1: error: other [sum]\n"
                      "report.xml:1: warning: same [small-text]\n"
                      "report.xml:2: error: same [sum]\n");
}

static void stops_for_errors_and_with_strict_for_warnings(void **state)
{
    struct fixture *f = *state;

    assert_false(findings_stop(&f->findings));
    finding(&f->findings, FINDING_SMALL_TEXT, NOWHERE, "small");
    assert_false(findings_stop(&f->findings));
    findings_strict(&f->findings);
    assert_true(findings_stop(&f->findings));
    assert_printed(f, "councilpress: error: small [small-text]\n");
}

static void goes_on_after_a_fault_that_is_acknowledged(void **state)
{
    struct fixture *f = *state;

    finding(&f->findings, FINDING_SUM, NOWHERE, "1 is not 2");
    assert_true(findings_stop(&f->findings));
    finding_acknowledge(&f->findings, STR_LIT("it was published so"));
    assert_false(findings_stop(&f->findings));
    findings_strict(&f->findings);
    assert_false(findings_stop(&f->findings));
    assert_printed(f, "councilpress: acknowledged: 1 is not 2 [sum]\n"
                      "  because: it was published so\n");
}

static void counts_what_it_does_not_keep(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < FINDINGS_MAX; i++) {
        assert_non_null(finding(&f->findings, FINDING_SUM, NOWHERE, "%d", i));
        finding_acknowledge(&f->findings, STR_LIT("known"));
    }
    assert_false(findings_stop(&f->findings));
    assert_null(finding(&f->findings, FINDING_SUM, NOWHERE, "one too many"));
    finding_hint(&f->findings, "not for the one before");
    assert_int_equal(f->findings.last->hint.len, 0);
    assert_int_equal(f->findings.dropped, 1);
    assert_true(findings_stop(&f->findings));
    finding_acknowledge(&f->findings, STR_LIT("known"));
    assert_false(findings_stop(&f->findings));
    print_all(f);
    assert_true(str_ends(buf_view(&f->out), STR_LIT("and 1 more finding\n")));
}

static void keeps_room_for_errors(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < FINDINGS_MAX; i++)
        (void)finding(&f->findings, FINDING_SMALL_TEXT, NOWHERE, "%d", i);
    assert_int_equal(f->findings.count, FINDINGS_MILD_MAX);
    assert_int_equal(f->findings.warnings, FINDINGS_MAX);
    assert_non_null(finding(&f->findings, FINDING_SUM, NOWHERE, "it stops"));
    assert_null(finding(&f->findings, FINDING_SMALL_TEXT, NOWHERE, "more"));
    assert_int_equal(f->findings.dropped, FINDINGS_MAX - FINDINGS_MILD_MAX + 1);
    findings_sort(&f->findings);
    print_all(f);
    assert_true(str_find(buf_view(&f->out), STR_LIT("it stops")) <
                buf_view(&f->out).len);
}

static void stops_when_there_is_no_memory_to_say_why(void **state)
{
    struct fixture *f = *state;

    arena_fail(&f->arena, ST_NOMEM);
    assert_null(finding(&f->findings, FINDING_SUM, NOWHERE, "wrong"));
    assert_true(findings_stop(&f->findings));
    assert_int_equal(arena_status(&f->arena), ST_NOMEM);
}

static void cuts_a_message_between_characters(void **state)
{
    struct fixture *f = *state;
    char text[4001];
    const struct finding *x;

    for (size_t i = 0; i < 2000; i++)
        memcpy(text + 2 * i, "\xC3\xA9", 2);
    for (size_t skip = 0; skip < 2; skip++) {
        x = finding(&f->findings, FINDING_SUM, NOWHERE, "%.*s%.*s", (int)skip,
                    "x", 4000, text);
        assert_non_null(x);
        assert_true(x->text.len < 1024 && x->text.len > 1000);
        assert_true(str_ends(x->text, STR_LIT("\xC3\xA9\xE2\x80\xA6")));
    }
}

static void offers_the_nearest_word_or_all(void **state)
{
    static const struct str words[] = {
        STR_INIT("amount"), STR_INIT("label"), STR_INIT("rate"),
        STR_INIT("c04"),    STR_INIT("c05"),   STR_INIT("c06"),
        STR_INIT("c07"),    STR_INIT("c08"),   STR_INIT("c09"),
        STR_INIT("c10"),    STR_INIT("c11"),   STR_INIT("c12"),
        STR_INIT("c13")};
    struct fixture *f = *state;
    const struct finding *x =
        finding(&f->findings, FINDING_UNKNOWN_NAME, NOWHERE, "`ammount`");

    assert_non_null(x);
    finding_nearest(&f->findings, STR_LIT("ammount"), words, 13);
    assert_true(str_is(x->hint, "did you mean `amount`?"));
    finding_nearest(&f->findings, STR_LIT("zzz"), words, 3);
    assert_true(str_is(x->hint, "known here: amount, label, rate"));
    finding_nearest(&f->findings, STR_LIT("zzzzz"), words, 13);
    assert_true(str_is(x->hint, "known here: amount, label, rate, c04, c05, "
                                "c06, c07, c08, c09, c10, c11, c12, "
                                "and others"));
}

static void has_a_code_a_cause_and_a_cure_for_each(void **state)
{
    (void)state;
    for (int i = 0; i < FINDING_MAX; i++) {
        const enum finding_id id = (enum finding_id)i;

        assert_int_equal(finding_of_code(str_of(finding_code(id))), id);
        if (i > 0)
            assert_true(strcmp(finding_code((enum finding_id)(i - 1)),
                               finding_code(id)) < 0);
    }
    assert_int_equal(finding_of_code(STR_LIT("no-such-code")), FINDING_MAX);
    assert_int_equal(finding_of_code(STR_LIT("")), FINDING_MAX);
}

static void writes_the_same_as_json(void **state)
{
    struct fixture *f = *state;
    struct json_out j;

    finding(&f->findings, FINDING_SUM, at(&csv, 2, 2), "\"a\"\x1B");
    finding_hint(&f->findings, "mend it");
    finding(&f->findings, FINDING_LIMIT, NOWHERE, "large");
    finding_acknowledge(&f->findings, STR_LIT("so it is"));
    json_out_init(&j, &f->out, false);
    findings_json(&f->findings, &j);
    assert_true(str_is(
        buf_view(&f->out),
        "[{\"level\":\"error\",\"code\":\"sum\",\"text\":\"\\\"a\\\"\\u001b\","
        "\"file\":\"budget.csv\",\"line\":2,\"column\":5,\"cell\":\"B2\","
        "\"hint\":\"mend it\"},"
        "{\"level\":\"acknowledged\",\"code\":\"limit\",\"text\":\"large\","
        "\"because\":\"so it is\"}]"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(prints_place_line_mark_and_hint),
        TEST(names_the_cell_of_a_place_in_data),
        TEST(names_no_cell_that_the_text_names),
        TEST(names_sheet_and_cell_of_a_workbook),
        TEST(prints_what_it_knows_of_a_place),
        TEST(lets_no_input_act_on_a_terminal),
        TEST(marks_wide_and_combining_characters_where_they_stand),
        TEST(cuts_a_long_line_around_its_place),
        TEST(cuts_a_mark_that_is_longer_than_the_line),
        TEST(bounds_a_line_of_marks_that_take_no_column),
        TEST(keeps_a_line_that_just_fits),
        TEST(sorts_by_place_and_keeps_the_order_within_one),
        TEST(sorts_many_findings),
        TEST(says_nothing_twice),
        TEST(stops_for_errors_and_with_strict_for_warnings),
        TEST(goes_on_after_a_fault_that_is_acknowledged),
        TEST(counts_what_it_does_not_keep),
        TEST(keeps_room_for_errors),
        TEST(stops_when_there_is_no_memory_to_say_why),
        TEST(cuts_a_message_between_characters),
        TEST(offers_the_nearest_word_or_all),
        TEST(has_a_code_a_cause_and_a_cure_for_each),
        TEST(writes_the_same_as_json),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
