/*
 * Which figures stand in print, and what each was made of:
 * core/doc/printed_figures.c, figures/expression_expand.c.
 */
#include "core/doc/printed_figures.h"
#include "tests/support/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct counter { /* a desk where somebody asks */
    struct desk *desk;
    struct printed_figures printed;
};

static struct counter ask(void **state)
{
    return (struct counter){.desk = *state};
}

static struct str expand(struct counter *c, const char *text)
{
    struct desk *d = c->desk;
    struct str printed;

    printed_figures_init(&c->printed, &d->t.reading.arena);
    d->t.figures.printed = &c->printed;
    printed =
        expression_expand(&d->t.reading.arena, str_of(text), desk_begin(d),
                          &d->scope, &d->t.reading.findings, NULL);
    printed_figures_sort(&c->printed);
    return printed;
}

/* "£100.00 {{costs[Maths].amount}}: costs.csv 5:3-0:0; ..." of the figures in
 * TEXT. */
static const char *origins_in(struct counter *c, struct str text)
{
    struct arena *a = &c->desk->t.reading.arena;
    const struct printed_figure *figures = NULL;
    const size_t n = printed_figures_in(&c->printed, text, &figures);
    struct str out = {NULL, 0};

    for (size_t i = 0; i < n; i++) {
        out = arena_printf(a, "%.*s%s%.*s %.*s:", STR_ARG(out),
                           i == 0 ? "" : "; ", STR_ARG(figures[i].words),
                           STR_ARG(figures[i].given_by));
        for (const struct figure_origin *o = figures[i].origins; o != NULL;
             o = o->next)
            out = arena_printf(a, "%.*s %s %u:%u-%u:%u", STR_ARG(out),
                               o->first.source->name, o->first.line,
                               o->first.column, o->last.line, o->last.column);
    }
    return arena_cstr(a, out);
}

static void asserts(void **state, const char *text, const char *want)
{
    struct counter c = ask(state);

    assert_string_equal(origins_in(&c, expand(&c, text)), want);
}

static void a_figure_is_from_its_cell(void **state)
{
    asserts(state, "It costs {{costs[Maths].amount}}.",
            "£100.00 {{costs[Maths].amount}}: costs.csv 5:3-0:0");
    asserts(state, "{{ costs[Maths].amount | pounds }}{{costs[Maths].due}}",
            "£100 {{ costs[Maths].amount | pounds }}: costs.csv 5:3-0:0; "
            "6 October 2012 {{costs[Maths].due}}: costs.csv 5:7-0:0");
}

static void a_sum_is_computed_from_its_rows(void **state)
{
    asserts(state, "{{count(costs)}}", "6 {{count(costs)}}: costs.csv 2:1-8:1");
    asserts(state, "{{sum(costs.2012/13)}}",
            "£1 {{sum(costs.2012/13)}}: costs.csv 2:5-8:5");
    asserts(state, "{{costs.total.2013/14}}",
            "£5 {{costs.total.2013/14}}: costs.csv 2:6-8:6");
}

static void one_of_several_is_from_its_own_cell(void **state)
{
    asserts(state, "{{max(costs.2013/14)}}",
            "£3 {{max(costs.2013/14)}}: costs.csv 3:6-0:0");
}

static void what_is_computed_names_all_that_was_read(void **state)
{
    asserts(state,
            "{{costs[Maths].amount - costs[Maths and English].amount - "
            "costs[Maths].amount}}",
            "-£120,000.00 {{costs[Maths].amount - costs[Maths and "
            "English].amount - costs[Maths].amount}}: costs.csv 5:3-0:0 "
            "costs.csv 2:3-0:0");
}

/* An expression that is asked again is not evaluated again. */
static void it_is_known_the_second_time_too(void **state)
{
    struct counter c = ask(state);
    struct used used;
    struct str text;

    used_init(&used, &c.desk->t.reading.arena);
    c.desk->scope.used = &used;
    text = expand(&c, "{{count(costs)}} {{count(costs)}}");
    assert_string_equal(origins_in(&c, text),
                        "6 {{count(costs)}}: costs.csv 2:1-8:1; "
                        "6 {{count(costs)}}: costs.csv 2:1-8:1");
}

static void words_of_the_text_itself_are_no_figures(void **state)
{
    asserts(state, "No expression.", "");
    asserts(state, "{{'words'}} {{1 + 1}}", "");
    asserts(state, "{{none}} {{", "");
}

/* As where a mark of a note parts it. */
static void a_part_of_a_text_has_its_own(void **state)
{
    struct counter c = ask(state);
    const struct str text =
        expand(&c, "{{costs[Maths].amount}} and {{costs[Maths].share}}");
    const size_t cut = str_find(text, STR_LIT(" and"));

    assert_string_equal(origins_in(&c, str_to(text, cut)),
                        "£100.00 {{costs[Maths].amount}}: costs.csv 5:3-0:0");
    assert_string_equal(origins_in(&c, str_from(text, cut)),
                        "1% {{costs[Maths].share}}: costs.csv 5:4-0:0");
    assert_string_equal(origins_in(&c, STR_LIT("£100.00")), "");
    assert_string_equal(origins_in(&c, (struct str){NULL, 0}), "");
}

static void nobody_asks(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{costs[Maths].amount}}", "£100.00");
    assert_null(d->t.figures.printed);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_open, desk_close)
    const struct CMUnitTest tests[] = {
        TEST(a_figure_is_from_its_cell),
        TEST(a_sum_is_computed_from_its_rows),
        TEST(one_of_several_is_from_its_own_cell),
        TEST(what_is_computed_names_all_that_was_read),
        TEST(it_is_known_the_second_time_too),
        TEST(words_of_the_text_itself_are_no_figures),
        TEST(a_part_of_a_text_has_its_own),
        TEST(nobody_asks),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
