#include "input/table/row_names.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

/* Words that say what a row is, as files of wording have them. */
static const struct {
    enum word word;
    const struct str forms[2];
    bool ends; /* names end with it, too */
} row_words[] = {
    {WORD_SUB_TOTAL, {STR_INIT("sub-total"), STR_INIT("is gyfanswm")}, true},
    {WORD_TOTAL, {STR_INIT("total"), STR_INIT("grand total")}, true},
    {WORD_WHOLE, {STR_INIT("overall"), STR_INIT("all services")}, true},
    {WORD_MEAN, {STR_INIT("average"), STR_INIT("\xC3\x98 mean")}, true},
    {WORD_COMPARISON, {STR_INIT("variance"), STR_INIT("change")}, false},
    {WORD_GROSS, {STR_INIT("gross"), STR_INIT("bruto")}, false},
    {WORD_BROUGHT_FORWARD, {STR_INIT("b/fwd"), STR_INIT("opening")}, true},
    {WORD_CARRIED_FORWARD, {STR_INIT("c/fwd"), STR_INIT("closing")}, true},
    {WORD_BALANCE, {STR_INIT("balance"), STR_INIT("in hand")}, true},
    {WORD_MEMO, {STR_INIT("of which"), STR_INIT("memo")}, false},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool tells(const struct kind *kind, const char *name)
{
    struct wording wording = *test_wording();
    struct row_names names;

    for (size_t i = 0; i < COUNT(row_words); i++)
        wording.words[row_words[i].word] =
            (struct spellings){row_words[i].forms, 2};
    row_names_list(&names, &wording, kind);
    return row_names_may_tell(&names, str_of(name));
}

/* Whatever words may say of a row is looked at, in any case. */
static void looks_at_all_words(void **state)
{
    const struct kind none = {.nrows = 0};

    (void)state;
    for (size_t i = 0; i < 2 * COUNT(row_words); i++) {
        const struct str form = row_words[i / 2].forms[i % 2];
        char name[100];

        (void)snprintf(name, sizeof(name), "%.*s", STR_ARG(form));
        print_message("%s\n", name);
        assert_true(tells(&none, name));
        if (name[0] >= 'a' && name[0] <= 'z')
            name[0] = (char)(name[0] - 'a' + 'A');
        assert_true(tells(&none, name));
        (void)snprintf(name, sizeof(name), "%.*s zinc", STR_ARG(form));
        assert_true(tells(&none, name));
        (void)snprintf(name, sizeof(name), "Zinc %.*s", STR_ARG(form));
        if (row_words[i / 2].ends)
            assert_true(tells(&none, name));
    }
}

static void passes_other_names(void **state)
{
    const struct kind none = {.nrows = 0};

    (void)state;
    assert_false(tells(&none, ""));
    assert_false(tells(&none, "Zinc"));
    assert_false(tells(&none, "Zinc 4"));
    assert_false(tells(&none, "P0000001"));
    /* These may be anything. */
    assert_true(tells(&none, "(Zinc)"));
    assert_true(tells(&none, "\xC3\x89"
                             "clair"));
}

static void looks_at_names_of_lines(void **state)
{
    static const struct str aliases[] = {STR_INIT("Zinc mined")};
    static const struct str holes[] = {STR_INIT("{group} mined")};
    static const struct kind_row rows[] = {
        {.aliases = aliases, .naliases = 1, .role = ROW_INCOME}};
    static const struct kind_row open_rows[] = {
        {.aliases = holes, .naliases = 1, .role = ROW_INCOME}};
    const struct kind kind = {.rows = rows, .nrows = 1};
    const struct kind open = {.rows = open_rows, .nrows = 1};

    (void)state;
    assert_true(tells(&kind, "Zinc mined"));
    assert_true(tells(&kind, "ZINC MINED"));
    assert_true(tells(&kind, "Z inc mined")); /* spaces do not count */
    assert_false(tells(&kind, "Zygotes"));
    assert_true(tells(&open, "Zygotes"));
    assert_false(tells(&open, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_at_all_words),
        cmocka_unit_test(passes_other_names),
        cmocka_unit_test(looks_at_names_of_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
