#include "core/model/rounding.h"
#include "input/table/table_less.h"

#include <stdlib.h>
#include <string.h>

static const enum word total_words[] = {WORD_SUB_TOTAL, WORD_TOTAL, WORD_WHOLE};

#define LIKE_WORDS_MAX 3 /* of a word for a total: `Is gyfanswm` */

#define NWORDS (sizeof(total_words) / sizeof(total_words[0]))

/* A sum of three or more is told where it is met; one of two is often chance:
   other columns must agree (total_suspects.c). */
#define SUMMED_SURE 3
#define SUMMED_MIN 2

static void begin_amounts(struct table_reading *r)
{
    size_t c = 0;

    while (c < r->columns.count &&
           !(totals_may_sum(&r->columns.list[c]) &&
             r->columns.list[c].kind->type == TYPE_MONEY))
        c++;
    r->amounts = (struct amounts){.column = c};
}

void totals_begin(struct table_reading *r)
{
    for (size_t i = 0; i < NWORDS; i++) {
        const struct spellings *w = &r->options->wording->words[total_words[i]];

        for (size_t k = 0; k < w->count; k++)
            r->total_begins[row_name_letter(w->forms[k])] = true;
    }
    begin_amounts(r);
}

/* Most names begin with another letter: nothing is folded for them. */
static bool may_begin(struct str s, struct str beginning)
{
    return row_name_letter(s) == row_name_letter(beginning);
}

/* Whether figures stand in the record: `All wards` above words alone says where
   a thing is, and not that it is all of them. */
bool table_has_figures(const struct table_reading *r)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (table_is_figure(column) && column->field > 0 &&
            column->field <= r->record->nfields &&
            r->record->fields[column->field - 1].len > 0)
            return true;
    }
    return false;
}

static bool is_form(const struct spellings *w, struct str text)
{
    for (size_t k = 0; k < w->count; k++) {
        if (may_begin(text, w->forms[k]) && str_same_word(text, w->forms[k]))
            return true;
    }
    return false;
}

/* Whether LABEL begins or ends with the word, and says more: `Total cost`,
   `Adults total`, `Subtotal: Roads`. */
static bool is_like(const struct table_reading *r, struct str label,
                    enum word word)
{
    const struct spellings *w = &r->options->wording->words[word];
    size_t from = 0;
    size_t upto = label.len;

    for (int words = 0; words < LIKE_WORDS_MAX; words++) {
        const size_t head = from + str_find_char(str_from(label, from), ' ');

        while (upto > 0 && label.ptr[upto - 1] != ' ')
            upto--;
        if (head == label.len || upto == 0)
            return false;
        if (is_form(w, str_to(label, head)) ||
            is_form(w, str_from(label, upto)))
            return true;
        from = head + 1;
        upto--;
    }
    return false;
}

/* Whose total LABEL names, in front of the word for it or behind; empty: it
   names none. */
struct str totals_whose(const struct table_reading *r, struct str label)
{
    static const enum word words[] = {WORD_TOTAL, WORD_SUB_TOTAL};
    const size_t head = str_find_char(label, ' ');
    const size_t last = label.len - row_name_last_word(label).len;

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        const struct spellings *w = &r->options->wording->words[words[i]];

        if (last > 0 && is_form(w, str_from(label, last)))
            return str_trim(str_to(label, last));
        if (head < label.len && is_form(w, str_to(label, head)))
            return str_trim(str_from(label, head));
    }
    return (struct str){NULL, 0};
}

/* Whether a word for a total may stand in LABEL: most have none. */
static bool may_be_total(const struct table_reading *r, struct str label)
{
    return r->total_begins[row_name_letter(label)] ||
           r->total_begins[row_name_letter(row_name_last_word(label))];
}

enum row_role totals_role(const struct table_reading *r, struct str label)
{
    static const enum row_role roles[NWORDS] = {ROW_SUB_TOTAL, ROW_TOTAL,
                                                ROW_TOTAL};

    if (!may_be_total(r, label))
        return ROW_ENTRY;
    for (size_t i = 0; i < NWORDS; i++) {
        if (is_form(&r->options->wording->words[total_words[i]], label) &&
            (total_words[i] != WORD_WHOLE || table_has_figures(r)))
            return roles[i];
    }
    /* Nothing else is called so; a `Total` may be somebody's name. */
    return is_like(r, label, WORD_SUB_TOTAL) && table_has_figures(r)
               ? ROW_SUB_TOTAL
               : ROW_ENTRY;
}

/* `Average`, `England average`, `Variance`. */
static bool is_mean(const struct table_reading *r, struct str label)
{
    const struct wording *w = r->options->wording;

    return wording_has(w, WORD_MEAN, label) ||
           wording_has(w, WORD_COMPARISON, label) ||
           wording_has(w, WORD_MEAN, row_name_last_word(label));
}

/* What a row holds: in how many cells words, that name its groups and that do
   not, and whether a figure in any. What is told of a total as of any row, its
   colour or a comment, names nothing. */
struct row_words {
    size_t groups;
    size_t others;
    bool figures;
};

static bool is_told_of_totals(const struct column *c)
{
    return c->kind != NULL &&
           (c->kind->type == TYPE_CHOICE || c->kind->type == TYPE_PROSE);
}

static struct row_words row_words(const struct table_reading *r,
                                  const struct cell *row)
{
    struct row_words w = {0};

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (row[c].len == 0)
            continue;
        if (c == r->group_column || c == r->inner_column)
            w.groups++;
        else if (!table_is_figure(column))
            w.others += !is_told_of_totals(column);
        else if (totals_may_sum(column) && row[c].state == CELL_VALUE)
            w.figures = true;
    }
    return w;
}

/* Figures and one name, beside those of its groups or in their place. */
static bool has_one_name(struct row_words w)
{
    return w.figures && (w.others == 1 || (w.others == 0 && w.groups <= 1));
}

static bool is_gross(const struct table_reading *r, struct str label)
{
    return is_form(&r->options->wording->words[WORD_GROSS],
                   str_to(label, str_find_char(label, ' ')));
}

static void suspect(struct table_reading *r, struct str label,
                    enum suspicion why)
{
    struct suspect *x;

    if (r->suspects.size == 0)
        r->suspects = list_of(r->arena, sizeof(*x));
    x = list_add(&r->suspects);
    if (x != NULL)
        *x = (struct suspect){.row = r->nrows,
                              .label = label,
                              .why = why,
                              .is_large = r->amounts.is_large,
                              .is_of_two = r->amounts.is_of_two,
                              .is_gross = is_gross(r, label),
                              .is_below = r->had_total};
}

/* Whether PENCE is the sum of MIN rows above it or more. */
static bool sums(const struct amounts *a, int64_t pence, size_t min)
{
    return (a->nall >= min && pence == a->all) ||
           (a->ngroup >= min && pence == a->group) ||
           (a->napart >= min && pence == a->apart) ||
           (a->nsince >= min && pence == a->since);
}

/* How the amount of an entry compares with those above it, to which it is then
   added. */
static void see_amount(struct table_reading *r, const struct cell *row)
{
    struct amounts *a = &r->amounts;
    const bool known =
        a->column < r->columns.count && row[a->column].state == CELL_VALUE;
    const int64_t pence = known ? row[a->column].value.pence : 0;

    a->is_sum = false;
    a->is_of_two = false;
    a->is_large = false;
    if (pence == 0 || pence == INT64_MIN)
        return;
    a->is_sum = sums(a, pence, SUMMED_MIN);
    a->is_of_two = a->is_sum && !sums(a, pence, SUMMED_SURE);
    a->is_large = a->nall > 1 && llabs(pence) > a->largest;
    if (llabs(pence) > a->largest)
        a->largest = llabs(pence);
    a->nall++;
    a->ngroup++;
    if (a->is_sum) {
        a->since = 0;
        a->nsince = 0;
    } else {
        a->napart++;
        a->nsince++;
    }
    if (__builtin_add_overflow(a->all, pence, &a->all) ||
        __builtin_add_overflow(a->group, pence, &a->group) ||
        (!a->is_sum && (__builtin_add_overflow(a->apart, pence, &a->apart) ||
                        __builtin_add_overflow(a->since, pence, &a->since))))
        a->column = r->columns.count; /* nobody's sum */
}

static void see_role(struct table_reading *r, enum row_role role,
                     struct str label)
{
    r->had_total |= role == ROW_TOTAL || role == ROW_BLOCK_TOTAL;
    if (role == ROW_TOTAL || role == ROW_SUB_TOTAL || role == ROW_INNER_TOTAL) {
        r->amounts.group = 0;
        r->amounts.ngroup = 0;
        r->amounts.since = 0;
        r->amounts.nsince = 0;
        if (r->line == 0)
            suspect(r, label, SUSPECT_WORD);
    }
}

/* Whether an entry called LABEL may be a total if it has no other name, and
   WHY: as its name, or its amount and those above it, tell. */
static bool may_suspect(const struct table_reading *r, struct str label,
                        enum suspicion *why)
{
    const struct str what = r->name_tells ? less_what(r, label) : label;

    if (label.len == 0)
        *why = SUSPECT_BLANK;
    else if (r->name_tells &&
             (is_gross(r, label) ||
              (may_be_total(r, what) && is_like(r, what, WORD_TOTAL))))
        *why = SUSPECT_LIKE;
    else
        *why = SUSPECT_SUM;
    return *why != SUSPECT_SUM ||
           (r->amounts.is_sum &&
            (!r->amounts.is_of_two ||
             (!r->had_total && r->roles[r->nrows - 1] == ROW_ENTRY)));
}

void totals_see(struct table_reading *r, const struct cell *row,
                enum row_role role, struct str label)
{
    enum suspicion why;
    struct row_words w;

    see_role(r, role, label);
    if (role != ROW_ENTRY || r->line > 0)
        return; /* the kind says what it is */
    if (r->name_tells && is_mean(r, label) && table_has_figures(r)) {
        suspect(r, label, SUSPECT_MEAN);
        return;
    }
    see_amount(r, row);
    if (!may_suspect(r, label, &why))
        return;
    w = row_words(r, row);
    if (has_one_name(w) && (why != SUSPECT_SUM || w.groups + w.others == 1))
        suspect(r, label, why);
}

void totals_suspect_last(struct table_reading *r)
{
    const size_t last = r->nrows - 1;
    const size_t n = r->suspects.count;
    struct suspect *x =
        n == 0 ? NULL : (struct suspect *)r->suspects.items + n - 1;
    const struct cell *row;
    struct str label = {NULL, 0};
    struct row_words w;

    if (r->nrows < 3 || r->roles[last] != ROW_ENTRY || r->lines[last] > 0 ||
        (r->had_total && r->roles[last - 1] != ROW_ENTRY))
        return; /* the net of a deduction has that above it */
    row = &r->cells[last * r->columns.count];
    w = row_words(r, row);
    if (x != NULL && x->row == last) {
        if (x->why == SUSPECT_SUM)
            x->why = SUSPECT_LAST;
        return;
    }
    for (size_t c = 0; c < r->columns.count && label.len == 0; c++) {
        if (!table_is_figure(&r->columns.list[c]))
            label = cell_as_typed(&row[c]);
    }
    if (label.len == 0 || w.groups + w.others != 1 || !w.figures)
        return;
    r->nrows = last;
    suspect(r, label, SUSPECT_LAST);
    r->nrows = last + 1;
}

struct decimal totals_figure(const struct table_reading *r, size_t row,
                             size_t column, bool *known)
{
    const struct cell *c = &r->cells[row * r->columns.count + column];

    *known = c->state == CELL_VALUE;
    if (!*known)
        return (struct decimal){0, 0};
    return r->columns.list[column].kind->type == TYPE_MONEY
               ? decimal_pence(c->value.pence)
               : (struct decimal){c->value.coefficient, c->scale};
}

bool totals_may_count(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_ENTRY || r->roles[row] == ROW_DEDUCTION;
}

int64_t totals_rounding(const struct column *c, size_t n)
{
    if (n < 2 || c->kind->type != TYPE_MONEY || rounding_coarseness(c) == 0)
        return 0;
    return rounding_units(n) * rounding_unit(c).coefficient;
}

bool totals_is_sum(const struct column *c, size_t n, struct decimal d,
                   struct decimal sum)
{
    return decimal_compare(rounding_distance(d, sum),
                           decimal_pence(totals_rounding(c, n))) <= 0;
}

struct str totals_name(const struct table_reading *r, const struct suspect *x)
{
    return x->label.len == 0 ? STR_LIT("a row without a name")
                             : arena_printf(r->arena, "`%.*s`",
                                            STR_ARG(cell_shown(x->label)));
}

void totals_say_read(const struct table_reading *r, const struct suspect *x,
                     enum row_role role, const char *why)
{
    const char *as = row_role_name(role);

    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, x->row),
            "%.*s is read as %s %s: %s", STR_ARG(totals_name(r, x)),
            role == ROW_INNER_TOTAL ? "an" : "a", as, why);
    finding_hint(r->findings,
                 "kind `%s` has no line called so; <line role=\"%s\" "
                 "aliases=\"...\"/> there says which names it has, and "
                 "role=\"%s\" that a row is no total",
                 r->options->kind->id, as, row_role_name(ROW_ENTRY));
}

void totals_clear_first(struct table_reading *r)
{
    struct suspect *first = r->suspects.items;

    r->suspects.count--;
    memmove(first, first + 1, r->suspects.count * sizeof(*first));
}
