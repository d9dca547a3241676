#include "core/base/json_in.h"
#include "preview/reports.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define REPORTS 12
#define KEPT 8

static struct reports opened(void)
{
    static struct job items[REPORTS];
    static const struct jobs jobs = {.items = items, .count = REPORTS};
    struct reports r;

    for (size_t i = 0; i < REPORTS; i++)
        items[i] = (struct job){.folder = ".", .name = "report"};
    json_in_setup();
    assert_int_equal(reports_open(&r, &jobs, AUDIENCE_PUBLIC), ST_OK);
    return r;
}

static struct refreshed built(const char *html, const char *pdf)
{
    return (struct refreshed){.status = ST_OK,
                              .pages = 3,
                              .record = STR_LIT("{\"findings\":[]}"),
                              .html = str_of(html),
                              .pdf = str_of(pdf),
                              .places = STR_LIT("[]")};
}

static unsigned take(struct reports *r, size_t n, const char *html,
                     const char *pdf)
{
    const struct refreshed result = built(html, pdf);

    r->items[n].due = false;
    return reports_take(r, n, &result);
}

static size_t count_kept(const struct reports *r)
{
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++)
        kept += r->items[i].html.len > 0;
    return kept;
}

static void tells_what_is_new(void **state)
{
    struct reports r = opened();

    (void)state;
    assert_int_equal(take(&r, 0, "a", "1"), NEWS_STATE | NEWS_PAGE | NEWS_PDF);
    assert_int_equal(take(&r, 0, "a", "1"), NEWS_STATE);
    assert_int_equal(take(&r, 0, "a", "2"), NEWS_STATE | NEWS_PDF);
    assert_int_equal(take(&r, 0, "b", "2"), NEWS_STATE | NEWS_PAGE);
    assert_int_equal(r.items[0].pdf_bytes, 1);
    reports_close(&r);
}

static void takes_the_page_before_the_rest(void **state)
{
    const struct refreshed page = built("b", "");
    const struct refreshed none = built("", "");
    struct reports r = opened();

    (void)state;
    (void)take(&r, 0, "a", "1");
    assert_int_equal(reports_take_page(&r, 0, &none), 0);
    assert_int_equal(reports_take_page(&r, 0, &page), NEWS_PAGE);
    assert_int_equal(r.items[0].pdf.len, 1);
    assert_int_equal(take(&r, 0, "b", "2"), NEWS_STATE | NEWS_PDF | NEWS_MORE);
    assert_int_equal(take(&r, 0, "c", "2"), NEWS_STATE | NEWS_PAGE);
    reports_close(&r);
}

/* What was shown early was never good: its PDF could not be made. */
static void
shows_the_last_good_page_where_nothing_follows_an_early_one(void **state)
{
    const struct refreshed page = built("b", ""), other = built("c", "");
    struct refreshed failed = built("", "");
    struct reports r = opened();
    uint64_t version;
    char good[TIME_SIZE] = "10:00:00";

    (void)state;
    failed.status = ST_DATA;
    failed.errors = 1;
    (void)take(&r, 0, "a", "1");
    memcpy(r.items[0].good, good, sizeof(good));
    for (size_t i = 0; i < 2; i++) {
        (void)reports_take_page(&r, 0, &page);
        version = r.items[0].version;
        assert_int_equal(i == 0 ? reports_lose(&r, 0, "time: 1 s")
                                : reports_take(&r, 0, &failed),
                         NEWS_STATE | NEWS_PAGE);
        assert_int_equal(r.items[0].state,
                         i == 0 ? REPORT_NOT_BUILT : REPORT_FAULTS);
        assert_true(str_is(buf_view(&r.items[0].html), "a"));
        assert_true(str_is(buf_view(&r.items[0].places), "[]"));
        assert_string_equal(r.items[0].good, good);
        assert_true(r.items[0].version > version);
        assert_false(r.items[0].early);
    }
    /* Two saves, the first of which was never built to its end. */
    (void)reports_take_page(&r, 0, &page);
    (void)reports_take_page(&r, 0, &other);
    (void)reports_lose(&r, 0, "");
    assert_true(str_is(buf_view(&r.items[0].html), "a"));
    /* A page that is not kept cannot come back: none is shown early. */
    assert_int_equal(reports_last_pdf(&r, 0).bytes, 1);
    for (size_t i = 1; i < REPORTS; i++) {
        reports_look(&r, i);
        (void)take(&r, i, "a", "1");
    }
    assert_int_equal(reports_last_pdf(&r, 0).bytes, 0);
    reports_close(&r);
}

/* What hinders it is not what authors wrote: no fault can be shown. */
static void says_why_nothing_came(void **state)
{
    struct refreshed failed = built("", "");
    struct reports r = opened();

    (void)state;
    failed.status = ST_DATA;
    failed.errors = 2;
    failed.record = STR_LIT("{\"findings\":[{\"text\":\"a\"}],"
                            "\"excerpts\":[{\"mark\":\"b\"}]}");
    (void)reports_take(&r, 0, &failed);
    assert_true(str_is(buf_view(&r.items[0].findings), "[{\"text\":\"a\"}]"));
    assert_true(str_is(buf_view(&r.items[0].excerpts), "[{\"mark\":\"b\"}]"));
    (void)reports_lose(&r, 0, "time: 120 s");
    assert_string_equal(r.items[0].why, "time: 120 s");
    assert_int_equal(r.items[0].errors, 0);
    assert_int_equal(r.items[0].findings.len, 0);
    failed.status = ST_LIMIT;
    failed.errors = 0;
    (void)reports_take(&r, 0, &failed);
    assert_int_equal(r.items[0].state, REPORT_NOT_BUILT);
    assert_string_equal(r.items[0].why, "memory");
    failed.record = STR_LIT("{\"findings\":3,\"excerpts\":null");
    failed.errors = 1;
    (void)reports_take(&r, 0, &failed);
    assert_true(str_is(buf_view(&r.items[0].findings), "[]"));
    assert_true(str_is(buf_view(&r.items[0].excerpts), "[]"));
    reports_close(&r);
}

/* All that differs between two pages, for those that have the first. */
static void knows_in_which_element_a_page_differs(void **state)
{
    struct reports r = opened();
    const struct shown_report *s = &r.items[0];
    uint64_t version;

    (void)state;
    (void)take(&r, 0, "<p>a</p><p>b</p>", "1");
    assert_false(s->block.known);
    version = s->version;
    (void)take(&r, 0, "<p>a</p><p>c</p>", "1");
    assert_true(s->block.known);
    assert_int_equal(s->block_of, version);
    assert_int_equal(s->block.element, 1);
    assert_true(str_is((struct str){s->html.ptr + s->block.at, s->block.len},
                       "<p>c</p>"));
    version = s->version;
    (void)take(&r, 0, "<p>a</p><p>c</p>", "2");
    assert_int_equal(s->version, version);
    (void)take(&r, 0, "none", "2");
    assert_false(s->block.known);
    reports_close(&r);
}

static void keeps_the_files_of_those_looked_at_last(void **state)
{
    struct reports r = opened();

    (void)state;
    for (size_t i = 0; i < REPORTS; i++)
        (void)take(&r, i, "a", "1");
    assert_int_equal(count_kept(&r), KEPT);
    for (size_t i = 0; i < REPORTS; i++) {
        reports_look(&r, i);
        if (r.items[i].due)
            (void)take(&r, i, "a", "1");
    }
    assert_int_equal(count_kept(&r), KEPT);
    for (size_t i = 0; i < REPORTS; i++)
        assert_int_equal(r.items[i].html.len > 0, i >= REPORTS - KEPT);
    reports_close(&r);
}

static void keeps_what_is_shown_however_long_ago(void **state)
{
    struct reports r = opened();

    (void)state;
    (void)take(&r, 0, "a", "1");
    reports_join(&r, 0);
    for (size_t i = 1; i < REPORTS; i++) {
        reports_look(&r, i);
        (void)take(&r, i, "a", "1");
    }
    assert_int_equal(r.items[0].html.len, 1);
    reports_leave(&r, 0);
    reports_look(&r, 5);
    assert_int_equal(r.items[0].html.len, 0);
    assert_int_equal(count_kept(&r), KEPT);
    reports_close(&r);
}

static void keeps_to_eight_when_many_pages_close(void **state)
{
    struct reports r = opened();

    (void)state;
    for (size_t i = 0; i < REPORTS; i++) {
        reports_join(&r, i);
        (void)take(&r, i, "a", "1");
    }
    assert_int_equal(count_kept(&r), REPORTS);
    for (size_t i = 0; i < REPORTS; i++)
        reports_leave(&r, i);
    assert_int_equal(count_kept(&r), KEPT);
    reports_close(&r);
}

static void knows_files_again_that_it_did_not_keep(void **state)
{
    struct reports r = opened();
    uint64_t version;

    (void)state;
    (void)take(&r, 0, "a", "1");
    version = r.items[0].version;
    for (size_t i = 1; i < REPORTS; i++) {
        reports_look(&r, i);
        (void)take(&r, i, "a", "1");
    }
    assert_int_equal(r.items[0].html.len, 0);
    reports_look(&r, 0);
    assert_true(r.items[0].due);
    /* Whoever looks has none yet. */
    assert_int_equal(take(&r, 0, "a", "1"), NEWS_STATE | NEWS_PAGE | NEWS_PDF);
    assert_int_equal(r.items[0].version, version);
    assert_int_equal(take(&r, 0, "b", "1"), NEWS_STATE | NEWS_PAGE);
    assert_true(r.items[0].version > version);
    reports_close(&r);
}

/* However long it takes to say so of each. */
static void what_all_rest_on_is_saved_at_one_time(void **state)
{
    struct reports r = opened();

    (void)state;
    reports_all_saved(&r, 5);
    for (size_t i = 0; i < REPORTS; i++) {
        assert_true(r.items[i].due);
        assert_int_equal(r.items[i].when, r.items[0].when);
    }
    reports_close(&r);
}

/* Who made the record may mean harm. */
static void keeps_the_facts_of_the_last_good_page(void **state)
{
    static const char *const none[] = {
        "{\"facts\":{\"words\":-1,\"figures\":\"7\",\"differ\":[]}}",
        "{\"facts\":[1],\"accessibility\":{\"to-judge\":{}}}",
        "{\"facts\":null,\"accessibility\":[]}", "[", "{}"};
    struct refreshed result = built("a", "1");
    struct reports r = opened();
    const struct shown_report *s = &r.items[0];

    (void)state;
    result.record =
        STR_LIT("{\"facts\":{\"words\":5,\"figures\":4,\"differ\":1},"
                "\"accessibility\":{\"to-judge\":[1]}}");
    (void)reports_take(&r, 0, &result);
    result = built("", "");
    result.status = ST_DATA;
    result.errors = 1;
    (void)reports_take(&r, 0, &result);
    assert_int_equal(s->facts.words, 5);
    assert_int_equal(s->facts.figures, 4);
    assert_int_equal(s->facts.differ, 1);
    assert_true(str_is(buf_view(&s->facts.judge), "[1]"));
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
        result = built("a", "1");
        result.record = str_of(none[i]);
        (void)reports_take(&r, 0, &result);
        assert_int_equal(s->facts.words + s->facts.figures + s->facts.differ,
                         0);
        assert_true(str_is(buf_view(&s->facts.judge), "[]"));
    }
    reports_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_is_new),
        cmocka_unit_test(takes_the_page_before_the_rest),
        cmocka_unit_test(
            shows_the_last_good_page_where_nothing_follows_an_early_one),
        cmocka_unit_test(says_why_nothing_came),
        cmocka_unit_test(knows_in_which_element_a_page_differs),
        cmocka_unit_test(keeps_the_files_of_those_looked_at_last),
        cmocka_unit_test(keeps_what_is_shown_however_long_ago),
        cmocka_unit_test(keeps_to_eight_when_many_pages_close),
        cmocka_unit_test(what_all_rest_on_is_saved_at_one_time),
        cmocka_unit_test(keeps_the_facts_of_the_last_good_page),
        cmocka_unit_test(knows_files_again_that_it_did_not_keep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
