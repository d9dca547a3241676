/*
 * Views at their edges, and how many steps they take: figures/view*.c.
 */
#include "core/base/mem.h"
#include "core/model/table_origins.h"
#include "figures/expression.h"
#include "tests/support/table.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define COUNT(array) (sizeof(array) / sizeof(*(array)))
static const struct kind_column columns[] = {
    {.id = "item", .title = S("Item"), .role = COLUMN_KEY},
    {.id = "group", .title = S("Group"), .role = COLUMN_GROUP},
    {.id = "amount",
     .title = S("Amount"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "days", .title = S("Days"), .type = TYPE_NUMBER},
};
static const struct kind kind = {
    .id = "costs", .columns = columns, .ncolumns = COUNT(columns)};

struct desk {
    struct test_report t;
    struct view views[4];
    size_t nviews;
};

static void desk_begin(struct desk *d, const char *text)
{
    *d = (struct desk){.nviews = 0};
    test_report_init(&d->t);
    test_report_data(&d->t, "costs", &kind, text);
}

static struct view_words words(const char *text)
{
    return (struct view_words){str_of(text), NOWHERE};
}

static struct view *add_view(struct desk *d, const char *id, const char *of)
{
    struct view *v = &d->views[d->nviews++];

    *v = (struct view){.id = id, .of = words(of)};
    return v;
}

static void desk_compute(struct desk *d)
{
    d->t.report.views = d->views;
    d->t.report.nviews = d->nviews;
    test_report_compute(&d->t);
}

static void desk_end(struct desk *d)
{
    test_report_free(&d->t);
}

/* The cells of COLUMN of the view ID, with blanks between. */
static void has(struct desk *d, const char *id, const char *column,
                const char *want)
{
    struct arena *a = &d->t.reading.arena;
    const struct data *data = report_data(d->t.figures.report, str_of(id));
    struct str got = STR_LIT("");
    size_t c;

    assert_non_null(data);
    assert_non_null(data->table);
    c = table_column(data->table, str_of(column));
    assert_true(c < data->table->ncolumns);
    for (size_t r = 0; r < data->table->nrows; r++) {
        const struct figure f = figure_of_cell(data->table, r, c);

        got = arena_printf(a, "%.*s%s%.*s", STR_ARG(got), r == 0 ? "" : " ",
                           STR_ARG(figure_text(a, d->t.template.wording, &f)));
    }
    assert_string_equal(got.ptr, want);
}

static void sorts_texts_as_people_do_and_blanks_last(void **state)
{
    struct desk d;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "R10;b;3;1\nR2;a;TBC;2\nr1;B;5;\nR2a;c;-1;4\n");
    add_view(&d, "up", "costs")->sort = words("item");
    add_view(&d, "down", "costs")->sort = words("-amount");
    add_view(&d, "two", "costs")->sort = words("group -item");
    add_view(&d, "days", "costs")->sort = words("days");
    desk_compute(&d);
    has(&d, "up", "item", "r1 R2 R2a R10");
    has(&d, "down", "item", "r1 R10 R2a R2");
    has(&d, "two", "item", "R2 R10 r1 R2a");
    has(&d, "days", "item", "R10 R2 R2a r1");
    desk_end(&d);
}

static void
sorts_numbers_with_noughts_before_them_by_what_they_are(void **state)
{
    struct desk d;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "R10;;1;\nR02;;1;\nR2;;1;\nR01;;1;\nR1;;1;\nR003;;1;\n");
    add_view(&d, "up", "costs")->sort = words("item");
    desk_compute(&d);
    has(&d, "up", "item", "R1 R01 R2 R02 R003 R10");
    desk_end(&d);
}

static void keeps_the_order_of_rows_that_are_equal(void **state)
{
    struct desk d;
    struct view *v;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "A;;1;1\nB;;1;1\nC;;2;1\nD;;1;1\nE;;1;1\n");
    v = add_view(&d, "first", "costs");
    v->sort = words("-amount");
    v->top = 3;
    desk_compute(&d);
    has(&d, "first", "item", "C A B");
    assert_string_equal(
        test_report_faults(&d.t),
        "-:0:0 assumed row 3 and the one after it are equal in what the view "
        "`first` is sorted by: the first of the data is taken\n");
    desk_end(&d);
}

static void sums_exactly(void **state)
{
    struct desk d;
    struct view *v;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "A;x;0.10;0.1\nB;x;0.20;0.2\nC;y;-0.30;1\nD;y;nil;n/a\n"
                   "E;z;1.35m;0\n");
    v = add_view(&d, "sums", "costs");
    v->group = words("group");
    v->sum = words("amount days");
    v = add_view(&d, "means", "costs");
    v->group = words("group");
    v->mean = words("amount");
    v->least = words("days");
    desk_compute(&d);
    has(&d, "sums", "amount", "£0.30 -£0.30 £1,350,000.00");
    has(&d, "sums", "days", "0.3 1 0");
    has(&d, "means", "amount", "£0.15 -£0.30 £1,350,000.00");
    has(&d, "means", "days", "0.1 1 0");
    desk_end(&d);
}

static void refuses_a_sum_that_cannot_be_kept(void **state)
{
    struct desk d;
    struct view *v;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "A;x;90000000000000000;1\nB;x;90000000000000000;1\n");
    v = add_view(&d, "sums", "costs");
    v->group = words("group");
    v->sum = words("amount");
    v = add_view(&d, "rest", "costs");
    v->top = 1;
    v->other = true;
    desk_compute(&d);
    assert_null(report_data(d.t.figures.report, STR_LIT("sums"))->table);
    has(&d, "rest", "item", "A 1 others");
    desk_end(&d);
}

/* "B:2-3,5 ...": of what each row of COLUMN of the view ID was made, with
   columns of the file as letters. */
static void is_made_of(struct desk *d, const char *id, const char *column,
                       const char *want)
{
    struct arena *a = &d->t.reading.arena;
    const struct table *t = report_data(d->t.figures.report, str_of(id))->table;
    const size_t c = table_column(t, str_of(column));
    struct str got = STR_LIT("");

    assert_true(c < t->ncolumns);
    for (size_t r = 0; r < t->nrows; r++) {
        struct cell_origins cells = cell_origins_of(t, r, c);
        struct place_range x;
        char from[SOURCE_CELL_SIZE], to[SOURCE_CELL_SIZE];

        got = arena_printf(a, "%.*s%s", STR_ARG(got), r == 0 ? "" : "; ");
        for (size_t i = 0; cell_origins_next(&cells, &x); i++) {
            place_cell_name(x.first, from);
            place_cell_name(x.last, to);
            got = arena_printf(a, "%.*s%s%s:%s", STR_ARG(got),
                               i == 0 ? "" : " ", from, to);
        }
    }
    assert_string_equal(got.ptr, want);
}

static void each_group_knows_its_rows(void **state)
{
    struct desk d;
    struct view *v;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "A;x;5;1\nB;y;4;2\nC;x;3;3\nD;x;2;4\nE;z;1;5\n");
    v = add_view(&d, "sums", "costs");
    v->group = words("group");
    v->sum = words("amount");
    v->count_title = STR_LIT("Rows");
    v = add_view(&d, "turned", "sums");
    v->sort = words("amount");
    v->columns = words("amount group");
    v = add_view(&d, "all", "turned");
    v->where = words("group != 'z'");
    v->top = 1;
    v->other = true;
    desk_compute(&d);
    is_made_of(&d, "sums", "group", "B2:B2 B4:B5; B3:B3; B6:B6");
    is_made_of(&d, "sums", "amount", "C2:C2 C4:C5; C3:C3; C6:C6");
    is_made_of(&d, "sums", "count", "A2:D2 A4:D5; A3:D3; A6:D6");
    is_made_of(&d, "turned", "amount", "C6:C6; C3:C3; C2:C2 C4:C5");
    is_made_of(&d, "all", "amount", "C3:C3; C2:C2 C4:C5");
    desk_end(&d);
}

/* In the order of the file, however they were sorted. */
static void the_rest_knows_its_rows(void **state)
{
    struct desk d;
    struct view *v;
    const struct table *t;

    (void)state;
    desk_begin(&d, "Item;Group;Amount;Days\n"
                   "A;x;1;1\nB;y;2;2\nC;x;3;3\nD;w;9;4\nE;z;4;5\n");
    v = add_view(&d, "rest", "costs");
    v->sort = words("-amount");
    v->top = 2;
    v->other = true;
    v = add_view(&d, "groups", "costs");
    v->group = words("group");
    v->sum = words("amount");
    v->sort = words("-amount");
    v->top = 1;
    v->other = true;
    v = add_view(&d, "plain", "costs");
    v->sort = words("-amount");
    desk_compute(&d);
    is_made_of(&d, "rest", "amount", "C5:C5; C6:C6; C2:C4");
    is_made_of(&d, "groups", "amount", "C5:C5; C2:C4 C6:C6");
    t = report_data(d.t.figures.report, STR_LIT("rest"))->table;
    assert_false(table_row_is_made(t, 0));
    assert_true(table_row_is_made(t, 2));
    t = report_data(d.t.figures.report, STR_LIT("plain"))->table;
    assert_null(t->origins);
    assert_false(table_row_is_made(t, 0));
    desk_end(&d);
}

/* Steps for N rows of as many groups. */
static uint64_t steps_of(size_t n)
{
    struct buf text;
    struct desk d;
    struct view *v;
    uint64_t steps;

    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "Item;Group;Amount;Days\n");
    for (size_t i = 0; i < n; i++)
        buf_printf(&text, "Item %zu;Group %zu;%zu;1\n", i, i, i * 7919 % n);
    buf_add(&text, "", 1);
    desk_begin(&d, text.ptr);
    v = add_view(&d, "chosen", "costs");
    v->where = words("amount > mean(costs.amount)");
    v->sort = words("-amount");
    v = add_view(&d, "groups", "costs");
    v->group = words("group");
    v->sum = words("amount");
    v->top = 10;
    v->other = true;
    desk_compute(&d);
    assert_string_equal(test_report_faults(&d.t), "");
    steps = d.t.figures.view_steps;
    desk_end(&d);
    buf_free(&text);
    return steps;
}

static void takes_steps_by_the_number_of_rows(void **state)
{
    const uint64_t one = steps_of(1000);
    const uint64_t two = steps_of(2000);
    const uint64_t four = steps_of(4000);

    (void)state;
    assert_true(one > 2000);
    assert_true(two < one * 12 / 5);
    assert_true(four < two * 12 / 5);
}

/* Rows looked at for the totals that each of N rows asks for. */
static uint64_t total_steps_of(size_t n)
{
    struct buf text;
    struct desk d;
    struct view *v;
    uint64_t steps;

    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "Item;Group;Amount;Days\n");
    for (size_t i = 0; i < n; i++)
        buf_printf(&text, "Item %zu;x;%zu;1\n", i, i);
    buf_add(&text, "", 1);
    desk_begin(&d, text.ptr);
    v = add_view(&d, "chosen", "costs");
    v->where = words("amount < costs.total and days < costs.total.days");
    desk_compute(&d);
    assert_string_equal(test_report_faults(&d.t), "");
    assert_int_equal(
        report_data(d.t.figures.report, STR_LIT("chosen"))->table->nrows, n);
    steps = d.t.figures.data[0].total_steps;
    desk_end(&d);
    buf_free(&text);
    return steps;
}

static void works_out_a_total_once(void **state)
{
    (void)state;
    assert_int_equal(total_steps_of(100), 2 * 100);
    assert_int_equal(total_steps_of(1000), 2 * 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts_texts_as_people_do_and_blanks_last),
        cmocka_unit_test(
            sorts_numbers_with_noughts_before_them_by_what_they_are),
        cmocka_unit_test(keeps_the_order_of_rows_that_are_equal),
        cmocka_unit_test(sums_exactly),
        cmocka_unit_test(refuses_a_sum_that_cannot_be_kept),
        cmocka_unit_test(each_group_knows_its_rows),
        cmocka_unit_test(the_rest_knows_its_rows),
        cmocka_unit_test(takes_steps_by_the_number_of_rows),
        cmocka_unit_test(works_out_a_total_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
