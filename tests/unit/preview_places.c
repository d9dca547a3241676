#include "core/base/json_in.h"
#include "preview/places.h"

#include <stdio.h>
#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define PAGE                                                                   \
    "[[30,\"report.xml\",\"\",12,5,\"\"],[4,\"report.xml\",\"\",3,1,\"\"],"    \
    "[50,\"b [1].csv\",\"\",2,3,\"C2\"],"                                      \
    "[60,\"book.xlsx\",\"Net cost\",4,1,\"A4\"],"                              \
    "[61,\"book.xlsx\",\"Other\",4,1,\"A4\"],[62,\"q\\\"]\",\"\",1,1,\"\"]]"

static int64_t element(const struct page_place *place)
{
    return place == NULL ? -1 : place->element;
}

static struct page_places read(const char *json)
{
    struct page_places p;

    json_in_setup();
    places_read(&p, str_of(json));
    return p;
}

static void reads_each_place_in_the_order_of_elements(void **state)
{
    struct page_places p = read(PAGE);
    const struct page_place *items = p.list.items;

    (void)state;
    assert_int_equal(p.list.count, 6);
    assert_int_equal(items[0].element, 4);
    assert_int_equal(items[5].element, 62);
    assert_true(str_is(items[5].file, "q\"]"));
    places_free(&p);
}

static void passes_over_what_is_no_place(void **state)
{
    static const char *const bad[] = {
        "",
        "[",
        "[]",
        "null",
        "[[]]",
        "[[1,2]]",
        "[[1,",
        "[[\"1\",\"a\",\"\",1,1,\"\"]]",
        "[{\"a\":1}]",
        "[[1,\"a\"",
        "[[[[[[[",
        "[[1,\"a\",\"\",\"2\",1,\"\"]]",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct page_places p = read(bad[i]);

        assert_int_equal(p.list.count, 0);
        assert_null(places_step(&p, 0, true));
        assert_null(places_above(&p, STR_LIT("1,2")));
        places_free(&p);
    }
}

static void finds_the_innermost_element_with_a_place(void **state)
{
    struct page_places p = read(PAGE);

    (void)state;
    assert_int_equal(element(places_above(&p, STR_LIT("51,50,4"))), 50);
    assert_int_equal(element(places_above(&p, STR_LIT("4"))), 4);
    assert_int_equal(element(places_above(&p, STR_LIT("x,,-4,1e9"))), -1);
    assert_int_equal(element(places_above(&p, STR_LIT(""))), -1);
    places_free(&p);
}

static void finds_a_line_or_a_cell(void **state)
{
    static const struct {
        const char *text;
        int64_t element; /* -1: nowhere; -2: nothing is asked for */
    } cases[] = {
        {"report.xml:12", 30},
        {"report.xml:13", 30},
        {"report.xml 11", 4},
        {"report.xml:12:5", 30},
        {"b [1].csv:2:3", 50},
        {" report.xml: 12 ", 30},
        {"report.xml:2", -1},
        {"other.xml:12", -1},
        {"b [1].csv:C2", 50},
        {"b [1].csv:c2", 50},
        {"b [1].csv:C3", -1},
        {"book.xlsx:A4", 60},
        {"book.xlsx:Other!A4", 61},
        {"book.xlsx:net cost!a4", 60},
        {"book.xlsx:None!A4", -1},
        {"report.xml", -2},
        {"report.xml:", -2},
        {":12", -2},
        {"", -2},
        {"report.xml:0", -2},
        {"report.xml:-3", -2},
        {"report.xml:ABCD1", -2},
        {"a:99999999999999999999", -2},
    };
    struct page_places p = read(PAGE);

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool asked = false;
        const struct page_place *found =
            places_find(&p, str_of(cases[i].text), &asked);

        assert_int_equal(element(found),
                         cases[i].element < 0 ? -1 : cases[i].element);
        assert_int_equal(asked, cases[i].element != -2);
    }
    places_free(&p);
}

static void goes_round_the_page(void **state)
{
    struct page_places p = read(PAGE);

    (void)state;
    assert_int_equal(element(places_step(&p, -1, true)), 4);
    assert_int_equal(element(places_step(&p, 4, true)), 30);
    assert_int_equal(element(places_step(&p, 62, true)), 4);
    assert_int_equal(element(places_step(&p, 4, false)), 62);
    assert_int_equal(element(places_step(&p, 40, false)), 30);
    places_free(&p);
}

static void knows_the_first_page_of_a_row(void **state)
{
    struct page_places p = read(
        "[[3,\"report.xml\",\"\",12,5,\"\"],[4,\"report.xml\",\"\",12,9,\"\"],"
        "[5,\"b.xlsx\",\"S\",0,0,\"A4\"]]");
    struct page_place at = {.file = STR_LIT("report.xml"), .line = 12};

    (void)state;
    assert_int_equal(places_page(&p, &at), 3);
    at.line = 13;
    assert_int_equal(places_page(&p, &at), 0);
    at = (struct page_place){.file = STR_LIT("b.xlsx"),
                             .sheet = STR_LIT("S"),
                             .cell = STR_LIT("C4")};
    assert_int_equal(places_page(&p, &at), 5);
    at.cell = STR_LIT("C14");
    assert_int_equal(places_page(&p, &at), 0);
    assert_int_equal(places_page(&p, NULL), 0);
    places_free(&p);
}

static void says_a_place_as_a_person_finds_it(void **state)
{
    const struct page_place cell = {.file = STR_LIT("b.xlsx"),
                                    .sheet = STR_LIT("S"),
                                    .cell = STR_LIT("C2"),
                                    .line = 2};
    const struct page_place line = {.file = STR_LIT("report.xml"), .line = 12};
    struct buf out;

    (void)state;
    buf_init(&out, 1000);
    places_say(&cell, &out);
    buf_puts(&out, "; ");
    places_say(&line, &out);
    assert_true(str_is(buf_view(&out),
                       "b.xlsx, sheet S, cell C2; report.xml, line 12"));
    buf_free(&out);
}

#define FIGURES                                                                \
    "[[7,\"report.xml\",\"\",12,5,\"\"],[9,\"report.xml\",\"\",14,5,\"\"],"    \
    "[7,\"a.csv\",\"\",3,1,\"C3\",4,\"C3:C9\",\"£5\",\"{{a.total}}\"],"       \
    "[7,\"b.csv\",\"\",3,1,\"A2\",3,\"A2\",\"£4\",\"{{b[x].y}}\"],"           \
    "[7,\"report.xml\",\"\",30,1,\"\",4,\"30:33\",\"£5\",\"{{a.total}}\"],"   \
    "[9,\"a.csv\",\"\",0,1,\"D4\",1,\"D4\",\"2\",\"{{d}}\"],"                  \
    "[9,\"a.csv\",\"\",0,1,\"D4\",1,\"D4\",\"2\"],"                            \
    "[9,\"a.csv\",\"\",\"0\",1,\"D4\",1,\"D4\",\"2\",\"{{d}}\"]]"

/* A cell of a view, in several pieces of a file. */
#define PIECES                                                                 \
    "[[3,\"b.xlsx\",\"Net\",1,2,\"B2\",0,\"B2:B4 B7 AA9:AC12\",\"£9\","       \
    "\"the view `x`\"],"                                                       \
    "[5,\"p.xml\",\"\",4,2,\"\",1,\"4 9:12\",\"£8\",\"the view `y`\"]]"

static const char *said(const struct page_figure *f, size_t origins)
{
    static char text[1000];
    struct buf out;

    buf_init(&out, sizeof(text));
    places_say_figure(f, origins, &out);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    memcpy(text, out.ptr, out.len);
    buf_free(&out);
    return text;
}

static void says_what_figures_are_made_of(void **state)
{
    struct page_places p = read(FIGURES);
    const struct page_place *place = places_above(&p, STR_LIT("8,7,1"));
    const struct page_figure *f = NULL;

    (void)state;
    assert_int_equal(p.list.count, 2);
    assert_int_equal(places_figures(&p, STR_LIT("8,7,1"), place, &f), 3);
    assert_int_equal(places_origins(f, 3), 1);
    assert_string_equal(said(f, 1),
                        "“£4” is from b.csv, cell A2 ({{b[x].y}}).");
    assert_int_equal(places_origins(&f[1], 2), 2);
    assert_non_null(strstr(said(&f[1], 2), "“£5” is computed from "));
    assert_non_null(strstr(said(&f[1], 2), "a.csv, cells C3 to C9"));
    assert_non_null(strstr(said(&f[1], 2), "report.xml, lines 30 to 33"));
    places_free(&p);
}

/* What stands around the element that was asked for is no part of it. */
static void a_figure_further_out_is_not_meant(void **state)
{
    struct page_places p = read(FIGURES);
    const struct page_figure *f = NULL;

    (void)state;
    assert_int_equal(places_figures(&p, STR_LIT("9,7"),
                                    places_above(&p, STR_LIT("9,7")), &f),
                     1);
    assert_int_equal(f->place.element, 9);
    assert_int_equal(places_figures(&p, STR_LIT("20,8,7"), NULL, &f), 3);
    assert_int_equal(places_figures(&p, STR_LIT("8,x,,"), NULL, &f), 0);
    assert_int_equal(places_figures(&p, STR_LIT(""), NULL, &f), 0);
    places_free(&p);
}

static void finds_what_was_made_of_a_cell_or_line(void **state)
{
    static const struct {
        const char *text, *words; /* NULL: none */
    } cases[] = {
        {"a.csv:C3", "£5"},      {"a.csv:c7", "£5"},
        {"a.csv:C9", "£5"},      {"report.xml:31", "£5"},
        {"b.csv:A2", "£4"},      {"a.csv:D4", "2"},
        {"a.csv:C10", NULL},     {"a.csv:B5", NULL},
        {"a.csv:CC5", NULL},     {"b.csv:A3", NULL},
        {"report.xml:34", NULL}, {"x.csv:C3", NULL},
        {"a.csv", NULL},         {"", NULL},
    };
    struct page_places p = read(FIGURES);

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t origins = 0;
        const struct page_figure *f =
            places_find_figure(&p, str_of(cases[i].text), &origins);

        assert_int_equal(f == NULL, cases[i].words == NULL);
        if (f != NULL)
            assert_true(str_is(f->words, cases[i].words));
    }
    places_free(&p);
}

static void a_figure_may_be_of_cells_far_apart(void **state)
{
    static const struct {
        const char *text, *words; /* NULL: none */
    } cases[] = {
        {"b.xlsx:Net!B3", "£9"},   {"b.xlsx:B7", "£9"},
        {"b.xlsx:net!ab10", "£9"}, {"b.xlsx:AC12", "£9"},
        {"p.xml:4", "£8"},         {"p.xml:11", "£8"},
        {"b.xlsx:B5", NULL},       {"b.xlsx:Other!B3", NULL},
        {"b.xlsx:AD10", NULL},     {"b.xlsx:AB8", NULL},
        {"p.xml:5", NULL},         {"p.xml:A9", NULL},
        {"b.xlsx:3", NULL},
    };
    struct page_places p = read(PIECES);
    size_t origins = 0;

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct page_figure *f =
            places_find_figure(&p, str_of(cases[i].text), &origins);

        assert_int_equal(f == NULL, cases[i].words == NULL);
        if (f != NULL)
            assert_true(str_is(f->words, cases[i].words));
    }
    assert_string_equal(
        said(places_find_figure(&p, STR_LIT("b.xlsx:B7"), &origins), 1),
        "“£9” is computed from b.xlsx, sheet Net, cells B2 to B4, B7 and AA9 "
        "to AC12 (the view `x`).");
    assert_string_equal(
        said(places_find_figure(&p, STR_LIT("p.xml:4"), &origins), 1),
        "“£8” is computed from p.xml, lines 4 and 9 to 12 (the view `y`).");
    places_free(&p);
}

/* All are found; as many are said as a person reads. */
static void of_very_many_cells_the_first_are_said(void **state)
{
    struct page_places p;
    struct buf json;
    size_t origins = 0;
    const struct page_figure *f;

    (void)state;
    buf_init(&json, 100000);
    buf_puts(&json, "[[3,\"a.csv\",\"\",1,2,\"B2\",0,\"");
    for (int i = 1; i <= 1000; i++)
        buf_printf(&json, "%sB%d", i == 1 ? "" : " ", 2 * i);
    buf_puts(&json, "\",\"9\",\"the view `x`\"]]");
    buf_char(&json, '\0');
    p = read(json.ptr);
    f = places_find_figure(&p, STR_LIT("a.csv:B2000"), &origins);
    assert_non_null(f);
    assert_non_null(strstr(said(f, 1), "cells B2, B4, B6, "));
    assert_non_null(strstr(said(f, 1), ", B40 and 980 more (the view `x`)."));
    places_free(&p);
    buf_free(&json);
}

static void ranges_that_are_none_find_nothing(void **state)
{
    static const char *const bad[] = {
        "",      " ",   ":",     "B",  "B2:", "2B",         "-1",
        "B2: :", "B:2", "AAAA2", "2.", "B2B", "99999999999"};

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        size_t origins = 0;
        char json[200];
        struct page_places p;

        (void)snprintf(json, sizeof(json),
                       "[[3,\"a.csv\",\"\",1,2,\"C2\",0,\"%s\",\"9\",\"x\"]]",
                       bad[i]);
        p = read(json);
        assert_null(places_find_figure(&p, STR_LIT("a.csv:C3"), &origins));
        assert_null(places_find_figure(&p, STR_LIT("a.csv:7"), &origins));
        places_free(&p);
    }
}

/* A field may be a sentence. */
static void a_long_figure_is_cut(void **state)
{
    const struct page_figure f = {
        .place = {.file = STR_LIT("report.xml"), .line = 2},
        .words = STR_LIT("£££££££££££££££££££££££££££££££££££££££££££££££££"),
        .given_by = STR_LIT("{{title}}")};

    (void)state;
    assert_string_equal(said(&f, 1),
                        "“££££££££££££££££££££££££££££££££££££££££ …” is from "
                        "report.xml, line 2 ({{title}}).");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_place_in_the_order_of_elements),
        cmocka_unit_test(passes_over_what_is_no_place),
        cmocka_unit_test(finds_the_innermost_element_with_a_place),
        cmocka_unit_test(finds_a_line_or_a_cell),
        cmocka_unit_test(goes_round_the_page),
        cmocka_unit_test(knows_the_first_page_of_a_row),
        cmocka_unit_test(says_what_figures_are_made_of),
        cmocka_unit_test(a_figure_further_out_is_not_meant),
        cmocka_unit_test(finds_what_was_made_of_a_cell_or_line),
        cmocka_unit_test(a_figure_may_be_of_cells_far_apart),
        cmocka_unit_test(of_very_many_cells_the_first_are_said),
        cmocka_unit_test(ranges_that_are_none_find_nothing),
        cmocka_unit_test(a_long_figure_is_cut),
        cmocka_unit_test(says_a_place_as_a_person_finds_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
