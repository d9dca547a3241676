#include "generators/chart_years.h"

#include "core/model/cell_text.h"
#include "generators/alternative.h"
#include "generators/phrases.h"

struct str chart_years_in_print(const struct chart_years *c, size_t row,
                                size_t column)
{
    struct cell_form form = cell_form_of_column(&c->table->columns[column]);

    form.pipe = PIPE_POUNDS; /* there is no room for pence */
    return cell_text(c->d->arena, c->in->wording, &form,
                     table_cell(c->table, row, column));
}

/* What is drawn of a category, together: the label of its bar. The total of
   the data may be of other lines, or wrong. Where a part is to come, the others
   are no total. */
struct str chart_years_total(const struct chart_years *c, uint32_t category)
{
    const struct picture_bars *m = c->model;
    struct cell_form form = cell_form_of_type(TYPE_MONEY);
    struct cell cell;
    int64_t sum = 0;
    bool known = false;

    for (uint32_t i = 0; i < m->nseries; i++) {
        const struct cell *part =
            table_cell(c->table, c->rows[i], c->columns[category]);

        if (cell_is_to_come(part))
            return chart_years_in_print(c, c->rows[i], c->columns[category]);
        known |= part->state == CELL_VALUE;
        if (__builtin_add_overflow(sum, c->values[category * m->nseries + i],
                                   &sum))
            return (struct str){NULL, 0}; /* add_ticks() says so */
    }
    if (!known)
        return (struct str){NULL, 0};
    form.pipe = PIPE_POUNDS;
    cell = cell_of_decimal(TYPE_MONEY, decimal_pence(sum));
    return cell_text(c->d->arena, c->in->wording, &form, &cell);
}

/* What one bar says: its parts as the table has them, but for blank cells. */
static struct str bar_in_words(const struct chart_years *c, uint32_t category)
{
    const struct picture_bars *m = c->model;
    struct str *parts = arena_alloc(c->d->arena, m->nseries, sizeof(*parts));
    struct placeholder placeholders[] = {
        {"category", m->categories[category]},
        {"parts", c->in->wording->phrases[PHRASE_DASH]},
        {"total", m->totals[category]},
    };
    size_t n = 0;

    if (parts == NULL)
        return (struct str){NULL, 0};
    for (uint32_t i = 0; i < m->nseries; i++) {
        const struct placeholder part[] = {
            {"name", m->series[i]},
            {"amount",
             chart_years_in_print(c, c->rows[i], c->columns[category])},
        };

        if (part[1].value.len > 0)
            parts[n++] = phrase_fill(c->in, c->d, PHRASE_CHART_PART, part, 2);
    }
    if (n > 0)
        placeholders[1].value =
            phrase_join(c->in, c->d, parts, n, PHRASE_LIST_SEPARATOR,
                        PHRASE_LIST_SEPARATOR);
    return phrase_fill(c->in, c->d,
                       placeholders[2].value.len > 0 ? PHRASE_CHART_BAR_TOTAL
                                                     : PHRASE_CHART_BAR,
                       placeholders, 3);
}

/* What is drawn of CATEGORY, together, in pence. */
static int64_t sum_of(const struct picture_bars *m, uint32_t category)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < m->nseries; i++) {
        if (__builtin_add_overflow(sum, m->values[category * m->nseries + i],
                                   &sum))
            return 0; /* add_ticks() says so */
    }
    return sum;
}

/* Range, extremes and change, for whom a list of all figures says nothing. */
static struct str brief(const struct chart_years *c)
{
    const struct picture_bars *m = c->model;
    const uint32_t last = m->ncategories - 1;
    uint32_t high = 0;
    uint32_t low = 0;

    for (uint32_t k = 1; k < m->ncategories; k++) {
        high = sum_of(m, k) > sum_of(m, high) ? k : high;
        low = sum_of(m, k) < sum_of(m, low) ? k : low;
    }
    {
        const struct str highest = chart_years_total(c, high);
        const struct str lowest = chart_years_total(c, low);
        const bool alike =
            highest.len > 0 && str_eq(highest, lowest) &&
            c->in->wording->phrases[PHRASE_CHART_BRIEF_EQUAL].len > 0;
        const struct placeholder placeholders[] = {
            {"parts", phrase_join(c->in, c->d, m->series, m->nseries,
                                  PHRASE_LIST_SEPARATOR, PHRASE_LIST_LAST)},
            {"first", m->categories[0]},
            {"last", m->categories[last]},
            {"first-total", chart_years_total(c, 0)},
            {"last-total", chart_years_total(c, last)},
            {"highest", m->categories[high]},
            {"highest-total", highest},
            {"lowest", m->categories[low]},
            {"lowest-total", lowest},
            {"total", highest},
        };

        return phrase_fill(
            c->in, c->d, alike ? PHRASE_CHART_BRIEF_EQUAL : PHRASE_CHART_BRIEF,
            placeholders, sizeof(placeholders) / sizeof(placeholders[0]));
    }
}

static struct str all_bars(const struct chart_years *c)
{
    const uint32_t n = c->model->ncategories;
    struct str *bars = arena_alloc(c->d->arena, n, sizeof(*bars));
    struct placeholder placeholders[] = {
        {"count", arena_printf(c->d->arena, "%u", (unsigned)n)},
        {"bars", {NULL, 0}},
    };

    if (bars == NULL)
        return (struct str){NULL, 0};
    for (uint32_t k = 0; k < n; k++)
        bars[k] = bar_in_words(c, k);
    placeholders[1].value = phrase_join(
        c->in, c->d, bars, n, PHRASE_ALT_SEPARATOR, PHRASE_ALT_SEPARATOR);
    return phrase_fill(c->in, c->d, PHRASE_CHART_ALT, placeholders, 2);
}

struct str chart_years_alternative(const struct chart_years *c)
{
    const struct str whole = all_bars(c);

    if (!alternative_is_long(c->in, whole, PHRASE_CHART_BRIEF))
        return whole;
    return alternative_with_table(c->in, c->d, brief(c));
}
