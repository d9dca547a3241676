#include "generators/cell.h"
#include "generators/chart_table_parts.h"
#include "generators/generator_tools.h"

/* The rest of a picture, drawn as one, that dwarfs what it names. */

#define DWARFS 2 /* times the largest that is named */

static void warn(const struct chart_data *c, struct str rest,
                 struct str largest, struct str name)
{
    finding(c->in->findings, FINDING_CHART_REST, c->call->draw_at,
            "the rest as one, %.*s, is more than twice as large as the largest "
            "that is named, %.*s (%.*s)",
            STR_ARG(rest), STR_ARG(largest), STR_ARG(name));
    finding_hint(c->in->findings,
                 "say a greater `top`, or leave other=\"yes\" out and what is "
                 "drawn in the title: the picture shows mostly what it does "
                 "not name");
}

static int64_t size(int64_t value)
{
    return value < 0 ? -value : value;
}

/* What the part K has in all categories. */
static int64_t of_part(const struct chart_data *c, uint32_t k)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < c->ncategories; i++)
        sum += chart_value_at(c, i, k)->value; /* LARGEST */
    return sum;
}

static void prove_parts(struct chart_data *c)
{
    const uint32_t rest = c->rest_series - 1;
    uint32_t most = 0;

    for (uint32_t k = 0; k < rest; k++) {
        if (size(of_part(c, k)) > size(of_part(c, most)))
            most = k;
    }
    if (size(of_part(c, rest)) > DWARFS * size(of_part(c, most)))
        warn(c, chart_say(c, of_part(c, rest)), chart_say(c, of_part(c, most)),
             c->series[most]);
}

/* Of several measures the first that it dwarfs says it. */
static void prove_categories(struct chart_data *c)
{
    const uint32_t rest = c->rest_category - 1;

    for (uint32_t k = 0; k + c->ntargets < c->nseries; k++) {
        const int64_t value = chart_value_at(c, rest, k)->value;
        uint32_t most = c->ncategories;

        for (uint32_t i = 0; i < c->ncategories; i++) {
            const bool named = i != rest && (c->call->draw != CHART_WATERFALL ||
                                             !chart_is_sum(c, i));

            if (named && (most == c->ncategories ||
                          size(chart_value_at(c, i, k)->value) >
                              size(chart_value_at(c, most, k)->value)))
                most = i;
        }
        if (most == c->ncategories ||
            size(value) <= DWARFS * size(chart_value_at(c, most, k)->value))
            continue;
        warn(c, chart_say(c, value),
             chart_say(c, chart_value_at(c, most, k)->value),
             c->categories[most]);
        return;
    }
}

void chart_prove_rest(struct chart_data *c)
{
    if (c->rest_series > 1)
        prove_parts(c);
    else if (c->rest_category > 1)
        prove_categories(c);
}

static struct str print(const struct drawn_table *t, const struct table *made,
                        size_t row)
{
    const struct cell_form form = cell_form_of_column(&made->columns[t->drawn]);

    return cell_text(t->c.d->arena, t->c.in->wording, &form,
                     table_cell(made, row, t->drawn));
}

void chart_table_prove_rest(struct drawn_table *t, const struct table *made)
{
    const enum value_type type = made->columns[t->drawn].kind->type;
    struct decimal most = {0, 0};
    struct decimal rest;
    struct decimal twice;
    size_t row = t->nrows;

    if (t->nrest == 0 ||
        !cell_decimal(type, table_cell(made, t->nrows, t->drawn), &rest))
        return;
    for (size_t i = 0; i < t->nrows; i++) {
        struct decimal d;

        if (!cell_decimal(type, table_cell(made, i, t->drawn), &d))
            continue;
        if (row < t->nrows && decimal_compare(decimal_unsigned(d), most) <= 0)
            continue;
        most = decimal_unsigned(d);
        row = i;
    }
    if (row == t->nrows ||
        !decimal_multiply(most, (struct decimal){DWARFS, 0}, &twice) ||
        decimal_compare(decimal_unsigned(rest), twice) <= 0)
        return;
    warn(&t->c, print(t, made, t->nrows), print(t, made, row),
         generate_cell_words(t->c.in, t->c.d, t->c.table, t->rows[row].row,
                             t->c.x));
}
