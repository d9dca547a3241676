#include "generators/chart_data.h"
#include "generators/phrases.h"

/* What has no figure, in words: in the alternative text all of it, below the
   picture what sums in it are without. */

#define MISSING_NAMED_MAX 4 /* beyond that their number is said */

struct missing {
    struct str names[MISSING_NAMED_MAX];
    size_t count;
};

static void add_name(struct missing *m, struct str name)
{
    if (m->count < MISSING_NAMED_MAX)
        m->names[m->count] = name;
    m->count++;
}

struct str chart_missing_name(const struct chart_data *c, struct str category,
                              struct str part)
{
    const struct placeholder placeholders[] = {{"category", category},
                                               {"part", part}};

    return c->in->wording->phrases[PHRASE_ALT_MISSING_PART].len == 0
               ? category
               : phrase_fill(c->in, c->d, PHRASE_ALT_MISSING_PART, placeholders,
                             2);
}

static struct str name_of(const struct chart_data *c, uint32_t category,
                          uint32_t series)
{
    return c->nseries == 1 ? c->categories[category]
                           : chart_missing_name(c, c->categories[category],
                                                c->series[series]);
}

void chart_leaves_out(struct chart_data *c, struct str name)
{
    if (c->left_out == NULL)
        c->left_out = arena_alloc(c->d->arena, 1, sizeof(*c->left_out));
    if (c->left_out != NULL)
        add_name(c->left_out, name);
}

static void add_left_out(const struct chart_data *c, struct missing *m)
{
    for (size_t i = 0; c->left_out != NULL && i < c->left_out->count; i++)
        add_name(m, i < MISSING_NAMED_MAX ? c->left_out->names[i]
                                          : (struct str){NULL, 0});
}

static struct str sentence(const struct chart_data *c, const struct missing *m)
{
    struct placeholder placeholders[2];

    if (m->count == 0)
        return (struct str){NULL, 0};
    if (m->count > MISSING_NAMED_MAX) {
        placeholders[0] = (struct placeholder){
            "count", arena_printf(c->d->arena, "%zu", m->count)};
        placeholders[1] = (struct placeholder){
            "total", arena_printf(c->d->arena, "%zu", c->nfigures)};
        return phrase_fill(c->in, c->d, PHRASE_ALT_MISSING_MANY, placeholders,
                           2);
    }
    placeholders[0] = (struct placeholder){
        "names", phrase_join(c->in, c->d, m->names, m->count,
                             PHRASE_LIST_SEPARATOR, PHRASE_LIST_SEPARATOR)};
    return phrase_fill(c->in, c->d, PHRASE_ALT_MISSING, placeholders, 1);
}

struct str chart_missing(const struct chart_data *c)
{
    struct missing m = {.count = 0};

    for (uint32_t i = 0; i < c->ncategories; i++) {
        for (uint32_t k = 0; k < c->nseries; k++) {
            const struct chart_value *v = chart_value_at(c, i, k);

            if (v->missing || v->unknown)
                add_name(&m, name_of(c, i, k));
        }
    }
    add_left_out(c, &m);
    return sentence(c, &m);
}

/* Of CATEGORY a total is printed, and it is one of its parts. */
static bool has_total(const struct chart_data *c, uint32_t category)
{
    int64_t sum;

    return c->call->draw == CHART_STACK && c->nseries > 1 &&
           chart_unknown(c, category) == NULL && chart_sum(c, category, &sum);
}

struct str chart_sums_without(const struct chart_data *c)
{
    struct missing m = {.count = 0};

    for (uint32_t i = 0; i < c->ncategories; i++) {
        for (uint32_t k = 0; k < c->nseries && has_total(c, i); k++) {
            if (chart_value_at(c, i, k)->missing)
                add_name(&m, name_of(c, i, k));
        }
    }
    add_left_out(c, &m);
    if (m.count > 0 && c->in->wording->phrases[PHRASE_ALT_MISSING].len == 0) {
        finding(c->in->findings, FINDING_DOUBTFUL, c->call->at,
                "a figure of %s is blank and counts as nothing in a sum, and "
                "the wording has no phrase `alt-missing` that says so",
                c->in->data->file);
        finding_hint(c->in->findings,
                     "add the phrase, or give the figure: 0, where it is none");
        return (struct str){NULL, 0};
    }
    return sentence(c, &m);
}
