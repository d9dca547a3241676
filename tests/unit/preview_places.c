#include "core/base/json_in.h"
#include "preview/places.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_place_in_the_order_of_elements),
        cmocka_unit_test(passes_over_what_is_no_place),
        cmocka_unit_test(finds_the_innermost_element_with_a_place),
        cmocka_unit_test(finds_a_line_or_a_cell),
        cmocka_unit_test(goes_round_the_page),
        cmocka_unit_test(knows_the_first_page_of_a_row),
        cmocka_unit_test(says_a_place_as_a_person_finds_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
