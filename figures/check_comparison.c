#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_rounding.h"
#include "figures/figure.h"

#include <assert.h>
#include <string.h>

static enum value_type type_of(const struct table *t, size_t column)
{
    const struct kind_column *kind = t->columns[column].kind;

    return kind == NULL ? TYPE_TEXT : kind->type;
}

bool column_is_numeric(const struct table *t, size_t column)
{
    return figure_type_is_numeric(figure_type_of(type_of(t, column)));
}

static const struct correction *correction_of(const struct checks *c,
                                              size_t row, size_t column)
{
    uint32_t at;

    if (c->ncorrections == 0)
        return NULL;
    at = number_map_get(&c->corrected, cell_number(c->table, row, column));
    return at == 0 ? NULL : &c->corrections[at - 1];
}

bool comparison_is_faulty(const struct checks *c, size_t row, size_t column)
{
    return correction_of(c, row, column) != NULL;
}

static bool add(struct decimal *to, struct decimal d, int sign)
{
    return sign < 0 ? decimal_subtract(*to, d, to) : decimal_add(*to, d, to);
}

static bool is_same(struct decimal a, struct decimal b)
{
    return a.coefficient == b.coefficient && a.scale == b.scale;
}

static void see_units(struct sum *s, uint8_t coarseness, int64_t units,
                      int64_t finest)
{
    if (coarseness > s->coarseness)
        s->coarseness = coarseness;
    if (s->units == 0 || (units > 0 && finest < s->finest))
        s->finest = finest;
    s->units += units;
}

static void see_unit(struct sum *s, const struct column *column)
{
    int64_t unit;

    if (column->kind == NULL || column->kind->type != TYPE_MONEY)
        return;
    unit = rounding_unit(column).coefficient;
    see_units(s, rounding_coarseness(column), unit, unit);
}

void sum_add(const struct checks *c, struct sum *s, size_t row, size_t column,
             int sign)
{
    const struct cell *cell = table_cell(c->table, row, column);
    const struct correction *correction;
    struct decimal d;
    bool alike;

    s->unknown |= cell->state == CELL_BAD ||
                  cell->state == CELL_TO_BE_CONFIRMED ||
                  cell->state == CELL_WORDS;
    if (!cell_decimal(type_of(c->table, column), cell, &d))
        return;
    if (s->terms++ == 0)
        s->first = (struct cell_at){row, column};
    s->last = (struct cell_at){row, column};
    s->pence |= type_of(c->table, column) == TYPE_MONEY && cell->scale > 0 &&
                c->table->columns[column].zeros == 0;
    see_unit(s, &c->table->columns[column]);
    correction = correction_of(c, row, column);
    alike = correction == NULL && is_same(s->printed, s->mended);
    s->overflow |= !add(&s->printed, d, sign);
    if (alike) {
        /* Not as a whole: it was just written in parts, and would be waited
           for. */
        s->mended.coefficient = s->printed.coefficient;
        s->mended.scale = s->printed.scale;
        return;
    }
    if (correction != NULL) {
        d = correction->value;
        if (s->cause == NULL)
            s->cause = correction->cause;
    }
    s->overflow |= !add(&s->mended, d, sign);
}

int sum_sign(const struct checks *c, size_t row, size_t column, int sign,
             bool either)
{
    struct decimal d;

    return either &&
                   cell_decimal(type_of(c->table, column),
                                table_cell(c->table, row, column), &d) &&
                   d.coefficient < 0
               ? 1
               : sign;
}

void sum_add_sum(struct sum *s, const struct sum *other, int sign)
{
    if (other->terms == 0) {
        s->unknown |= other->unknown;
        return;
    }
    if (s->terms == 0)
        s->first = other->first;
    s->last = other->last;
    s->terms += other->terms;
    s->unknown |= other->unknown;
    s->overflow |= other->overflow;
    s->pence |= other->pence;
    see_units(s, other->coarseness, other->units, other->finest);
    s->overflow |= !add(&s->printed, other->printed, sign);
    s->overflow |= !add(&s->mended, other->mended, sign);
    if (s->cause == NULL)
        s->cause = other->cause;
}

/* Whether CLAIMED, printed with SCALE decimals, says what EXPECTED is. */
static bool agrees(struct decimal claimed, uint8_t scale,
                   struct decimal expected)
{
    if (expected.scale > scale && !decimal_round(expected, scale, &expected))
        return false;
    return decimal_compare(claimed, expected) == 0;
}

static void correct(struct checks *c, const struct comparison *comparison,
                    struct decimal value, struct fault *cause)
{
    if (c->ncorrections == c->corrections_size) {
        const size_t size =
            c->corrections_size == 0 ? 16 : c->corrections_size * 2;
        struct correction *wider = arena_alloc(c->arena, size, sizeof(*wider));

        if (wider == NULL)
            return;
        if (c->corrections != NULL)
            memcpy(wider, c->corrections, c->ncorrections * sizeof(*wider));
        c->corrections = wider;
        c->corrections_size = size;
    }
    assert(c->corrections != NULL);
    c->corrections[c->ncorrections++] = (struct correction){value, cause};
    number_map_set(&c->corrected,
                   cell_number(c->table, comparison->row, comparison->column),
                   (uint32_t)c->ncorrections);
}

/* An author may own up to what follows from a fault as well. */
static void own_up(struct checks *c, const struct comparison *comparison,
                   struct decimal value)
{
    const struct place at =
        table_cell_place(c->table, comparison->row, comparison->column);

    if (acknowledged(c->acknowledgements, comparison->code, at) == NULL)
        return;
    (void)comparison_finding(
        c, comparison, value,
        "%.*s (cell %.*s) rests on a fault, without it %.*s",
        STR_ARG(column_name(c, comparison->column)),
        STR_ARG(cell_name(c, comparison->row, comparison->column)),
        STR_ARG(value_text(c, comparison->column, value)));
}

/* Notes that the claim follows from CAUSE, which is NULL when that fault was
   only counted. */
static void follow(struct checks *c, const struct comparison *comparison,
                   struct decimal value, struct fault *cause)
{
    correct(c, comparison, value, cause);
    own_up(c, comparison, value);
    if (cause == NULL)
        return;
    if (cause->nfollowers < FOLLOWERS_MAX)
        cause->followers[cause->nfollowers] =
            (struct cell_at){comparison->row, comparison->column};
    cause->nfollowers++;
}

/* Whether so little parts CLAIMED from what it should be that a line under the
   table says enough. */
static bool is_rounding(struct checks *c, size_t column, const struct sum *s,
                        struct decimal claimed)
{
    const struct rounding_bound bound = rounding_bound(c, column, s);

    if (!rounding_is_quiet(&bound, claimed, s->mended))
        return false;
    c->kept->rounded = true;
    return true;
}

/* Whole pounds below figures with pence, among which they are printed: £100.00
   below three of £33.30. */
static bool differs_in_print(const struct checks *c, size_t column,
                             const struct sum *s, struct decimal claimed)
{
    return s->pence && type_of(c->table, column) == TYPE_MONEY &&
           c->table->columns[column].decimals > 0 &&
           decimal_compare(claimed, s->mended) != 0;
}

/* Of a cell that CLAIMED stands in. */
static bool claim_holds(struct checks *c, const struct comparison *comparison,
                        const struct sum *s, struct decimal claimed)
{
    const struct cell *cell =
        table_cell(c->table, comparison->row, comparison->column);

    if (agrees(claimed, cell->scale, s->mended)) {
        c->kept->rounded |= differs_in_print(c, comparison->column, s, claimed);
        return true;
    }
    if (correction_of(c, comparison->row, comparison->column) != NULL)
        return true;
    if (agrees(claimed, cell->scale, s->printed)) {
        follow(c, comparison, s->mended, s->cause);
        return true;
    }
    return is_rounding(c, comparison->column, s, claimed);
}

void comparison_count(struct checks *c, const struct comparison *comparison)
{
    if (c->counted_check == c->check && c->counted_row == comparison->row &&
        c->counted_column == comparison->column)
        return;
    c->counted_check = c->check;
    c->counted_row = comparison->row;
    c->counted_column = comparison->column;
    c->kept->count.checked++;
}

bool comparison_holds(struct checks *c, const struct comparison *comparison,
                      const struct sum *s)
{
    const struct cell *cell =
        table_cell(c->table, comparison->row, comparison->column);
    struct decimal claimed;

    /* Once as many faults as are kept have been named, more only cost. */
    if (c->findings->count >= FINDINGS_MAX && findings_stop(c->findings))
        return true;
    if (s->unknown || s->terms == 0 ||
        !cell_decimal(type_of(c->table, comparison->column), cell, &claimed))
        return true;
    if (s->overflow) {
        finding(c->findings, FINDING_LIMIT,
                table_cell_place(c->table, comparison->row, comparison->column),
                "what this cell sums is too large to be kept exactly");
        return true;
    }
    comparison_count(c, comparison);
    return claim_holds(c, comparison, s, claimed);
}

enum agreement comparison_agreement(const struct checks *c,
                                    const struct comparison *comparison,
                                    const struct sum *s)
{
    const struct rounding_bound bound =
        rounding_bound(c, comparison->column, s);
    const struct cell *cell =
        table_cell(c->table, comparison->row, comparison->column);
    struct decimal claimed;

    if (s->unknown || s->overflow || s->terms == 0 ||
        !cell_decimal(type_of(c->table, comparison->column), cell, &claimed))
        return AGREEMENT_UNKNOWN;
    return agrees(claimed, cell->scale, s->printed) ||
                   rounding_is_quiet(&bound, claimed, s->printed)
               ? AGREEMENT_HOLDS
               : AGREEMENT_FAILS;
}

bool comparison_follows(struct checks *c, const struct comparison *comparison,
                        const struct sum *made_from, const struct sum *expected)
{
    const struct cell *cell =
        table_cell(c->table, comparison->row, comparison->column);
    struct decimal claimed;

    if (made_from->cause == NULL || made_from->unknown || made_from->overflow ||
        !cell_decimal(type_of(c->table, comparison->column), cell, &claimed) ||
        !agrees(claimed, cell->scale, made_from->printed))
        return false;
    follow(c, comparison, expected->mended, made_from->cause);
    return true;
}

void computed_add(struct checks *c, const struct comparison *comparison,
                  struct decimal value,
                  const struct acknowledgement *acknowledged)
{
    struct computed_list *l = c->computed;

    /* A fault that nobody owns up to stops the report: nothing prints it. */
    if (acknowledged == NULL && comparison->code < FINDING_MAX &&
        finding_level(comparison->code) == LEVEL_ERROR)
        return;
    if (l->count == l->size) {
        const size_t size = l->size == 0 ? 16 : l->size * 2;
        struct computed *wider = arena_alloc(c->arena, size, sizeof(*wider));

        if (wider == NULL || size > UINT32_MAX)
            return;
        if (l->count > 0)
            memcpy(wider, l->list, l->count * sizeof(*wider));
        l->list = wider;
        l->size = size;
    }
    l->list[l->count++] = (struct computed){
        c->data, c->table,         comparison->row, comparison->column,
        value,   comparison->code, acknowledged};
    if (acknowledged != NULL)
        number_map_set(
            &c->kept->faults,
            cell_number(c->table, comparison->row, comparison->column),
            (uint32_t)l->count);
}

struct finding *comparison_finding(struct checks *c,
                                   const struct comparison *comparison,
                                   struct decimal value, const char *fmt, ...)
{
    const bool has_cell = comparison->row < c->table->nrows;
    struct place at = c->table->columns[comparison->column].at;
    const struct acknowledgement *known;
    struct finding *made;
    struct str text;
    va_list args;

    assert(choice_with(acknowledged_choices, (int)comparison->code) != NULL);
    if (has_cell)
        at = table_cell_place(c->table, comparison->row, comparison->column);
    va_start(args, fmt);
    text = arena_vprintf(c->arena, fmt, args);
    va_end(args);
    made = finding(c->findings, comparison->code, at, "%.*s", STR_ARG(text));
    known = acknowledged(c->acknowledgements, comparison->code, at);
    if (known != NULL)
        finding_acknowledge(c->findings, known->because);
    computed_add(c, comparison, value, known);
    return made;
}

/* Two figures of a column beside each other: both with pence or neither. */
static void pair_text(const struct checks *c, size_t column,
                      const struct cell *a, struct decimal b,
                      struct str texts[2])
{
    struct cell_form form = cell_form_of_column(&c->table->columns[column]);
    struct cell cells[2] = {*a, cell_of_decimal(form.type, b)};

    if (a->measure == MEASURE_PERCENT || a->measure == MEASURE_MONEY)
        cells[1].measure = a->measure; /* its row says the unit */
    if (form.own_decimals)
        form.decimals = 0;
    form.own_decimals = false;
    for (int i = 0; i < 2; i++) {
        if (form.type == TYPE_MONEY && cells[i].scale > 0)
            form.decimals = MONEY_SCALE;
    }
    for (int i = 0; i < 2; i++)
        texts[i] = cell_text(c->arena, c->wording, &form, &cells[i]);
}

/* How far figures are apart has no sign. */
static struct str distance_text(const struct checks *c, size_t column,
                                struct decimal d)
{
    struct cell_form form = cell_form_of_column(&c->table->columns[column]);
    const struct cell cell = cell_of_decimal(form.type, d);

    form.signs = false;
    return cell_text(c->arena, c->wording, &form, &cell);
}

/* `: £236,000 apart, where rounding explains £5,000 at most` */
static struct str apart(struct checks *c, size_t column,
                        const struct rounding_bound *bound, struct decimal a,
                        struct decimal b)
{
    if (bound->limit.coefficient == 0)
        return (struct str){NULL, 0};
    return arena_printf(
        c->arena, ": %.*s apart, where rounding explains %.*s at most",
        STR_ARG(distance_text(c, column, rounding_distance(a, b))),
        STR_ARG(distance_text(c, column, bound->limit)));
}

void comparison_fault(struct checks *c, const struct comparison *comparison,
                      const struct sum *s, struct str what, struct str basis)
{
    const size_t column = comparison->column;
    const struct cell *cell = table_cell(c->table, comparison->row, column);
    const struct rounding_bound bound = rounding_bound(c, column, s);
    struct comparison named = *comparison;
    struct decimal claimed = {0, 0};
    struct fault *fault = NULL;
    struct finding *made;
    struct str texts[2];
    bool rounded;

    c->kept->count.differ++;
    (void)cell_decimal(type_of(c->table, column), cell, &claimed);
    rounded = rounding_explains(&bound, claimed, s->mended);
    if (rounded)
        named.code = FINDING_ROUNDING;
    pair_text(c, column, cell, s->printed, texts);
    made = comparison_finding(
        c, &named, s->mended, "%.*s (cell %.*s) is %.*s, %.*s %.*s%.*s",
        STR_ARG(what), STR_ARG(cell_name(c, comparison->row, column)),
        STR_ARG(texts[0]), STR_ARG(basis), STR_ARG(texts[1]),
        STR_ARG(apart(c, column, &bound, claimed, s->printed)));
    c->kept->rounded |= rounded;
    if (rounded)
        return;
    if (made != NULL)
        fault = arena_alloc(c->arena, 1, sizeof(*fault));
    if (fault != NULL) {
        fault->finding = made;
        fault->next = c->faults;
        c->faults = fault;
    }
    correct(c, comparison, s->mended, fault);
}
