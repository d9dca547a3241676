#include "core/doc/table_grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define COLUMNS 4

/* A grid of COLUMNS, in the first row of a group. */
static int begin(void **state)
{
    static struct table_grid grid;

    if (!table_grid_init(&grid, COLUMNS))
        return -1;
    table_grid_group(&grid);
    table_grid_row(&grid);
    *state = &grid;
    return 0;
}

static int end(void **state)
{
    table_grid_free(*state);
    return 0;
}

static bool put(struct table_grid *g, uint16_t columns, uint16_t rows,
                uint32_t *column, uint32_t *span)
{
    struct doc_node cell;

    memset(&cell, 0, sizeof(cell));
    cell.u.cell.columns = columns;
    cell.u.cell.rows = rows;
    return table_grid_cell(g, &cell, column, span);
}

/* A cell over COLUMNS and ROWS begins in WANT and takes as many as SPAN. */
static void takes(struct table_grid *g, uint16_t columns, uint16_t rows,
                  uint32_t want, uint32_t span)
{
    uint32_t column, taken;

    assert_false(table_grid_is_full(g));
    assert_true(put(g, columns, rows, &column, &taken));
    assert_int_equal(column, want);
    assert_int_equal(taken, span);
}

/* Asked twice, since a question changes nothing. */
static void is_full(struct table_grid *g)
{
    uint32_t column = 77, span = 78;

    assert_true(table_grid_is_full(g));
    assert_true(table_grid_is_full(g));
    assert_false(put(g, 1, 1, &column, &span));
    assert_int_equal(column, 77);
    assert_int_equal(span, 78);
}

static void cells_stand_in_their_order(void **state)
{
    struct table_grid *g = *state;

    for (int row = 0; row < 2; row++) {
        for (uint32_t i = 0; i < COLUMNS; i++)
            takes(g, 1, 1, i, 1);
        is_full(g);
        table_grid_row(g);
    }
}

static void no_span_is_a_span_of_one(void **state)
{
    struct table_grid *g = *state;

    takes(g, 0, 0, 0, 1);
    takes(g, 0, 0, 1, 1);
    table_grid_row(g);
    takes(g, 1, 1, 0, 1);
}

static void columns_are_spanned(void **state)
{
    struct table_grid *g = *state;

    takes(g, 2, 1, 0, 2); /* at the beginning */
    takes(g, 1, 1, 2, 1);
    takes(g, 1, 1, 3, 1);
    is_full(g);
    table_grid_row(g);
    takes(g, 1, 1, 0, 1); /* in the middle */
    takes(g, 2, 1, 1, 2);
    takes(g, 1, 1, 3, 1);
    is_full(g);
    table_grid_row(g);
    takes(g, 1, 1, 0, 1);
    takes(g, 1, 1, 1, 1);
    takes(g, 2, 1, 2, 2); /* at the end */
    is_full(g);
    table_grid_row(g);
    takes(g, COLUMNS, 1, 0, COLUMNS);
    is_full(g);
}

/* A cell of each place over two rows: the next row goes around it, the one
   after has the place again. */
static void rows_are_spanned(void **state)
{
    struct table_grid *g = *state;

    for (uint32_t over = 0; over < COLUMNS; over++) {
        for (uint32_t i = 0; i < COLUMNS; i++)
            takes(g, 1, i == over ? 2 : 1, i, 1);
        is_full(g);
        table_grid_row(g);
        for (uint32_t i = 0; i < COLUMNS; i++) {
            if (i != over)
                takes(g, 1, 1, i, 1);
        }
        is_full(g);
        table_grid_row(g);
    }
}

static void rows_and_columns_are_spanned_at_once(void **state)
{
    struct table_grid *g = *state;

    takes(g, 1, 1, 0, 1);
    takes(g, 2, 3, 1, 2);
    takes(g, 1, 2, 3, 1);
    is_full(g);
    table_grid_row(g);
    takes(g, 1, 1, 0, 1); /* the last that is free */
    is_full(g);
    table_grid_row(g);
    takes(g, 1, 1, 0, 1);
    takes(g, 1, 1, 3, 1);
    is_full(g);
    table_grid_row(g);
    takes(g, 4, 1, 0, 4);
}

static void a_span_ends_at_one_from_above(void **state)
{
    struct table_grid *g = *state;

    takes(g, 1, 1, 0, 1);
    takes(g, 1, 1, 1, 1);
    takes(g, 1, 2, 2, 1);
    takes(g, 1, 1, 3, 1);
    table_grid_row(g);
    takes(g, 3, 1, 0, 2); /* two of three are free before it */
    takes(g, 1, 1, 3, 1);
    is_full(g);
}

/* The next row goes around what it took, and has what it had asked for. */
static void a_span_that_was_cut_covers_what_it_took(void **state)
{
    struct table_grid *g = *state;

    takes(g, 1, 1, 0, 1);
    takes(g, 1, 3, 1, 1);
    table_grid_row(g);
    takes(g, 4, 2, 0, 1);
    takes(g, 1, 1, 2, 1);
    table_grid_row(g);
    takes(g, 1, 1, 2, 1);
    takes(g, 1, 1, 3, 1);
    is_full(g);
}

static void a_span_ends_at_the_last_column(void **state)
{
    struct table_grid *g = *state;

    takes(g, 3, 1, 0, 3);
    takes(g, 2, 1, 3, 1);
    is_full(g);
    table_grid_row(g);
    takes(g, COLUMNS + 1, 2, 0, COLUMNS);
    is_full(g);
    table_grid_row(g);
    is_full(g);
}

static void a_row_may_be_full_from_above(void **state)
{
    struct table_grid *g = *state;

    takes(g, 2, 2, 0, 2);
    takes(g, 2, 3, 2, 2);
    table_grid_row(g);
    is_full(g);
    table_grid_row(g);
    takes(g, 2, 1, 0, 2);
    is_full(g);
    table_grid_row(g);
    takes(g, 4, 1, 0, 4);
}

static void a_row_that_is_not_filled_leaves_the_next_alone(void **state)
{
    struct table_grid *g = *state;

    takes(g, 1, 2, 0, 1);
    assert_false(table_grid_is_full(g));
    table_grid_row(g);
    table_grid_row(g); /* one without cells */
    takes(g, 4, 1, 0, 4);
}

static void spans_end_with_their_group(void **state)
{
    struct table_grid *g = *state;

    takes(g, 1, 9, 0, 1);
    takes(g, 3, 2, 1, 3);
    table_grid_group(g);
    table_grid_row(g);
    takes(g, 4, 2, 0, 4);
    table_grid_group(g);
    table_grid_group(g); /* one without rows */
    table_grid_row(g);
    takes(g, 1, 1, 0, 1);
    takes(g, 1, 1, 1, 1);
}

static void hostile_spans_stay_in_the_grid(void **state)
{
    struct table_grid *g = *state;

    takes(g, UINT16_MAX, UINT16_MAX, 0, COLUMNS);
    is_full(g);
    for (int row = 1; row < UINT16_MAX; row++) {
        table_grid_row(g);
        is_full(g);
    }
    table_grid_row(g);
    takes(g, UINT16_MAX, 1, 0, COLUMNS);
}

static void a_grid_without_columns_is_full(void **state)
{
    struct table_grid g;

    (void)state;
    assert_true(table_grid_init(&g, 0));
    table_grid_group(&g);
    table_grid_row(&g);
    is_full(&g);
    table_grid_free(&g);
}

static void a_grid_stands_on_what_it_is_given(void **state)
{
    uint32_t busy[3] = {0, 0, 5}; /* the last is not of the grid */
    struct table_grid g = table_grid_on(busy, 2);

    (void)state;
    table_grid_row(&g);
    takes(&g, 3, 2, 0, 2);
    is_full(&g);
    table_grid_row(&g);
    is_full(&g);
    table_grid_group(&g);
    table_grid_row(&g);
    takes(&g, 1, 1, 0, 1);
    assert_int_equal(busy[2], 5);
}

#define GRID_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        GRID_TEST(cells_stand_in_their_order),
        GRID_TEST(no_span_is_a_span_of_one),
        GRID_TEST(columns_are_spanned),
        GRID_TEST(rows_are_spanned),
        GRID_TEST(rows_and_columns_are_spanned_at_once),
        GRID_TEST(a_span_ends_at_one_from_above),
        GRID_TEST(a_span_that_was_cut_covers_what_it_took),
        GRID_TEST(a_span_ends_at_the_last_column),
        GRID_TEST(a_row_may_be_full_from_above),
        GRID_TEST(a_row_that_is_not_filled_leaves_the_next_alone),
        GRID_TEST(spans_end_with_their_group),
        GRID_TEST(hostile_spans_stay_in_the_grid),
        cmocka_unit_test(a_grid_without_columns_is_full),
        cmocka_unit_test(a_grid_stands_on_what_it_is_given),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
