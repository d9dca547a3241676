#include "generators/row_sections.h"
#include "core/base/number_map.h"
#include "figures/row_index.h"
#include "generators/generator_tools.h"
#include "generators/listed.h"

/* The plain rows of a table by what they are called. */
struct named_rows {
    const struct table *t;
    struct number_map first; /* a word's hash to 1 + the last row of that */
    uint32_t *before;        /* of each row, 1 + the one before it, or 0 */
};

static void name_rows(struct named_rows *rows, struct arena *arena,
                      const struct table *t)
{
    *rows = (struct named_rows){
        .t = t, .before = arena_alloc(arena, t->nrows, sizeof(uint32_t))};
    number_map_init(&rows->first, arena);
    for (size_t r = 0; rows->before != NULL && r < t->nrows; r++) {
        uint64_t hash;

        if (!row_is_plain(t->row_roles[r]))
            continue;
        hash = str_word_hash(listed_name(t, r), table_seed(t));
        rows->before[r] = number_map_get(&rows->first, hash);
        number_map_set(&rows->first, hash, (uint32_t)r + 1);
    }
}

static void unknown_row(const struct generator_in *in,
                        const struct report_section *given,
                        const struct table *t)
{
    struct list names = list_of(in->findings->arena, sizeof(struct str));

    for (size_t i = 0; t != NULL && i < t->nrows; i++) {
        struct str *name =
            row_is_plain(t->row_roles[i]) ? list_add(&names) : NULL;

        if (name != NULL)
            *name = listed_name(t, i);
    }
    finding(in->findings, FINDING_UNKNOWN_NAME, given->at,
            "the section `%s` is for the row `%.*s`, and `%.*s` has none of "
            "that name",
            given->id, STR_ARG(given->row), STR_ARG(in->section->each));
    finding_nearest(in->findings, given->row, names.items, names.count);
}

/* Two that are spelt alike were an error when the report was read. */
static void refuse_second(const struct generator_in *in,
                          const struct report_section *given,
                          const struct report_section *first, struct str name)
{
    const struct str where = source_place_name(in->findings->arena, first->at);

    if (str_eq(first->row, given->row))
        return;
    finding(in->findings, FINDING_DUPLICATE_ID, given->at,
            "the section `%s` is given twice for the row `%.*s`, first at "
            "%.*s",
            given->id, STR_ARG(name), STR_ARG(where));
    finding_hint(in->findings, "write what both say into one of them");
}

static void refuse_several(const struct generator_in *in,
                           const struct report_section *given, struct str one,
                           struct str other)
{
    finding(in->findings, FINDING_UNKNOWN_NAME, given->at,
            "the section `%s` is for the row `%.*s`, which may be `%.*s` or "
            "`%.*s`",
            given->id, STR_ARG(given->row), STR_ARG(one), STR_ARG(other));
    finding_hint(in->findings, "write the name as it stands there");
}

/* N rows have the name that GIVEN says: its words stand below each. */
static void say_several(const struct generator_in *in,
                        const struct report_section *given, size_t n)
{
    if (n < 2 || in->trying)
        return;
    finding(in->findings, FINDING_DOUBTFUL, given->at,
            "%zu rows of `%.*s` are called `%.*s`: what the section `%s` says "
            "is printed for each of them",
            n, STR_ARG(in->section->each), STR_ARG(given->row), given->id);
    finding_hint(in->findings, "give them names of their own, if it is meant "
                               "for one");
}

static bool is_called(const struct table *t, size_t row, struct str name,
                      bool exactly)
{
    return exactly ? str_eq(listed_name(t, row), name)
                   : str_same_word(listed_name(t, row), name);
}

/* The rows that GIVEN is for, which are called as it says, or else by the same
   word; OF gets it. */
static void find_rows(const struct generator_in *in,
                      const struct report_section *given,
                      const struct named_rows *rows,
                      const struct report_section **of)
{
    const struct table *t = rows->t;
    const uint32_t last =
        number_map_get(&rows->first, str_word_hash(given->row, table_seed(t)));
    struct str name = {NULL, 0};
    bool exactly = false;
    size_t n = 0;

    for (uint32_t r = last; r > 0; r = rows->before[r - 1])
        exactly = exactly || is_called(t, r - 1, given->row, true);
    for (uint32_t r = last; r > 0; r = rows->before[r - 1]) {
        if (!is_called(t, r - 1, given->row, exactly))
            continue;
        if (name.len > 0 && !str_eq(name, listed_name(t, r - 1))) {
            refuse_several(in, given, listed_name(t, r - 1), name);
            return;
        }
        name = listed_name(t, r - 1);
    }
    if (name.len == 0)
        unknown_row(in, given, t);
    for (uint32_t r = last; r > 0; r = rows->before[r - 1]) {
        if (!is_called(t, r - 1, given->row, exactly))
            continue;
        if (of[r - 1] != NULL)
            refuse_second(in, given, of[r - 1], name);
        else
            of[r - 1] = given;
        n++;
    }
    say_several(in, given, n);
}

const struct report_section **
row_sections_find(const struct generator_in *in, struct doc *d,
                  const struct report_section *given, size_t ngiven,
                  const struct table *t)
{
    struct named_rows rows = {.t = NULL};
    const struct report_section **of = NULL;
    const size_t nrows = t == NULL ? 0 : t->nrows;
    size_t errors;

    for (size_t i = 0; i < ngiven; i++) {
        if (given[i].row.len == 0 || given[i].id == NULL ||
            !str_is(str_of(in->section->id), given[i].id))
            continue;
        errors = in->findings->errors;
        if (nrows > 0 && rows.t == NULL) {
            name_rows(&rows, d->arena, t);
            of = arena_alloc(d->arena, t->nrows, sizeof(*of));
        }
        if (nrows == 0)
            unknown_row(in, &given[i], t);
        else if (of != NULL && rows.before != NULL)
            find_rows(in, &given[i], &rows, of);
        if (in->findings->errors != errors && !in->trying)
            generate_mark(in, &given[i]); /* that is said */
    }
    return of;
}
