#include "core/model/cell_text.h"
#include "tests/support/reading.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct str choices[] = {STR_INIT("High"), STR_INIT("Low")};
static const struct kind_column choice = {
    .id = "level", .type = TYPE_CHOICE, .choices = choices, .nchoices = 2};
static const struct kind_column money = {
    .id = "amount", .title = STR_INIT("Amount"), .type = TYPE_MONEY};
static const struct kind_column published = {
    .id = "amount", .type = TYPE_MONEY, .decimals = DECIMALS_OF_DATA};

static void is(const struct cell_form *form, const struct cell *cell,
               const char *want)
{
    struct reading r;
    struct str text;

    reading_init(&r);
    text = cell_text(&r.arena, test_wording(), form, cell);
    if (!str_is(text, want))
        fail_msg("`%.*s` is not `%s`", STR_ARG(text), want);
    reading_free(&r);
}

/* COEFFICIENT / 10^SCALE of TYPE, through PIPE. */
static void prints(enum value_type type, enum pipe pipe, int64_t coefficient,
                   uint8_t scale, const char *want)
{
    struct cell_form form = cell_form_of_type(type);
    const struct cell cell =
        cell_of_decimal(type, (struct decimal){coefficient, scale});

    form.pipe = pipe;
    is(&form, &cell, want);
}

static void prints_figures_as_their_type_says(void **state)
{
    (void)state;
    prints(TYPE_MONEY, PIPE_PLAIN, 0, 0, "£0");
    prints(TYPE_MONEY, PIPE_PLAIN, 1, 2, "£0.01");
    prints(TYPE_MONEY, PIPE_PLAIN, -123450, 2, "-£1,234.50");
    prints(TYPE_MONEY, PIPE_PLAIN, 499995, 3, "£500");
    prints(TYPE_NUMBER, PIPE_PLAIN, 12345, 1, "1,234.5");
    prints(TYPE_NUMBER, PIPE_PLAIN, -5, 0, "-5");
    prints(TYPE_PERCENT, PIPE_PLAIN, 3118, 2, "31.18%");
}

static void prints_figures_through_pipes(void **state)
{
    (void)state;
    prints(TYPE_MONEY, PIPE_POUNDS, 50, 2, "£1");
    prints(TYPE_MONEY, PIPE_POUNDS, -49, 2, "-£0.49");
    prints(TYPE_MONEY, PIPE_POUNDS, 0, 2, "£0");
    prints(TYPE_MONEY, PIPE_PENCE, 12, 0, "£12.00");
    prints(TYPE_MONEY, PIPE_THOUSANDS, 135000000, 2, "£1,350k");
    prints(TYPE_MONEY, PIPE_MILLIONS, 135000000, 2, "£1.4m");
    prints(TYPE_NUMBER, PIPE_MILLIONS, 110000000, 0, "110m");
    prints(TYPE_NUMBER, PIPE_POUNDS, 5, 0, "£5");
    prints(TYPE_NUMBER, PIPE_POUNDS, INT64_MAX, 0, "9,223,372,036,854,775,807");
    prints(TYPE_MONEY, PIPE_NUMBER, 123400, 2, "1,234");
    prints(TYPE_MONEY, PIPE_NUMBER, 123450, 2, "1,234.50");
    prints(TYPE_NUMBER, PIPE_PERCENT, 5, 0, "5%");
    prints(TYPE_NUMBER, PIPE_WORDS, 20, 0, "twenty");
    prints(TYPE_NUMBER, PIPE_WORDS, 21, 0, "21");
    prints(TYPE_NUMBER, PIPE_WORDS, 15, 1, "1.5");
    prints(TYPE_NUMBER, PIPE_WORDS, -1, 0, "-1");
}

static void prints_dates_and_years(void **state)
{
    struct cell_form form = cell_form_of_type(TYPE_DATE);
    struct cell cell = {.value.date = {2026, 10, 5}, .state = CELL_VALUE};

    (void)state;
    is(&form, &cell, "5 October 2026");
    form.pipe = PIPE_MONTH;
    is(&form, &cell, "October 2026");
    form.pipe = PIPE_YEAR;
    is(&form, &cell, "2026");
    form = cell_form_of_type(TYPE_YEAR);
    cell.value.year = 2012;
    is(&form, &cell, "2012/13");
}

/* Whole amounts have the pence that others of their column have, ... */
static void gives_a_column_its_pence(void **state)
{
    const struct column plain = {.kind = &money};
    const struct column pence = {.kind = &money, .decimals = 2};
    struct cell_form form = cell_form_of_column(&pence);
    const struct cell cell = {.value.pence = 10000, .state = CELL_VALUE};

    (void)state;
    is(&form, &cell, "£100.00");
    form.pipe = PIPE_POUNDS;
    is(&form, &cell, "£100");
    form = cell_form_of_column(&plain);
    is(&form, &cell, "£100");
}

/* ... unless each prints as it was typed. */
static void leaves_each_amount_its_own_pence(void **state)
{
    const struct column column = {.kind = &published, .decimals = 2};
    const struct cell_form form = cell_form_of_column(&column);
    const struct cell with = {
        .value.pence = 10000, .state = CELL_VALUE, .scale = 2};
    const struct cell without = {.value.pence = 10000, .state = CELL_VALUE};
    const struct cell_form beside = cell_form_beside(form, &with);

    (void)state;
    is(&form, &with, "£100.00");
    is(&form, &without, "£100");
    is(&beside, &without, "£100.00");
}

static void says_what_stands_for_a_figure(void **state)
{
    static const struct {
        enum cell_state state;
        const char *want;
    } states[] = {
        {CELL_BLANK, "£"},
        {CELL_DASH, "–"},
        {CELL_NIL, "Nil"},
        {CELL_NOT_APPLICABLE, "Not applicable"},
        {CELL_TO_BE_CONFIRMED, "To be confirmed"},
        {CELL_WORDS, "£"},
        {CELL_BAD, "£"},
    };
    struct cell_form form = cell_form_of_type(TYPE_MONEY);

    (void)state;
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        const struct cell cell = {
            .ptr = "£", .len = 2, .state = (uint8_t)states[i].state};

        form.pipe = PIPE_PLAIN;
        is(&form, &cell, states[i].want);
        form.pipe = PIPE_THOUSANDS;
        is(&form, &cell, states[i].want);
    }
}

static void prints_words(void **state)
{
    const struct column column = {.kind = &choice};
    struct cell_form form = cell_form_of_column(&column);
    struct cell cell = {.ptr = "LOW", .len = 3, .state = CELL_VALUE};

    (void)state;
    cell.value.choice = 1;
    is(&form, &cell, "Low");
    form.lower = true;
    is(&form, &cell, "low");
    cell.value.choice = 2; /* no choice of the column */
    is(&form, &cell, "low");
    form = cell_form_of_type(TYPE_TEXT);
    is(&form, &cell, "LOW");
    form.lower = true;
    cell.ptr = "\xC3\x89\xC5\xB4 X"; /* É Ŵ */
    cell.len = 6;
    is(&form, &cell, "\xC3\xA9\xC5\xB5 x");
}

static void refuses_money_that_has_no_pence(void **state)
{
    (void)state;
    assert_int_equal(
        cell_of_decimal(TYPE_MONEY, (struct decimal){INT64_MAX, 0}).state,
        CELL_BAD);
}

static void heads_a_column(void **state)
{
    const struct kind_column as_given = {.title = STR_INIT("Own"),
                                         .headings_as_given = true};
    struct column c = {.kind = &money, .heading = STR_INIT("Given")};
    struct reading r;

    (void)state;
    reading_init(&r);
    assert_true(str_is(column_heading(&r.arena, test_wording(), &c), "Amount"));
    c.kind = &as_given;
    assert_true(str_is(column_heading(&r.arena, test_wording(), &c), "Given"));
    c.kind = NULL;
    assert_true(str_is(column_heading(&r.arena, test_wording(), &c), "Given"));
    c.year = 2012;
    assert_true(
        str_is(column_heading(&r.arena, test_wording(), &c), "2012/13"));
    reading_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_figures_as_their_type_says),
        cmocka_unit_test(prints_figures_through_pipes),
        cmocka_unit_test(prints_dates_and_years),
        cmocka_unit_test(gives_a_column_its_pence),
        cmocka_unit_test(leaves_each_amount_its_own_pence),
        cmocka_unit_test(says_what_stands_for_a_figure),
        cmocka_unit_test(prints_words),
        cmocka_unit_test(refuses_money_that_has_no_pence),
        cmocka_unit_test(heads_a_column),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
