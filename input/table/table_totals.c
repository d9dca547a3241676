#include "input/table/table_parts.h"

#include <stdlib.h>
#include <string.h>

/* The sums above a row, of one column. */
struct running {
    size_t column;
    struct decimal all;
    struct decimal group; /* since the last total or sub-total */
    bool lost;            /* a cell whose figure is not known, or too large */
};

struct totals {
    struct table_reading *r;
    struct running *sums;
    size_t nsums;
    size_t entries; /* above the row */
    size_t in_group;
    size_t end; /* no entry stands there or below */
};

/* How a row compares with what is above it. */
enum agreement {
    AGREES_NOT,
    AGREES_WITH_ALL,
    AGREES_WITH_GROUP,
};

static const enum word total_words[] = {WORD_SUB_TOTAL, WORD_TOTAL, WORD_WHOLE};

#define NWORDS (sizeof(total_words) / sizeof(total_words[0]))

static bool is_figure(const struct column *c)
{
    return c->kind != NULL && value_is_figure(c->kind->type);
}

/* A column whose figures may be summed. */
static bool is_summed(const struct column *c)
{
    if (c->kind == NULL ||
        (c->kind->type != TYPE_MONEY && c->kind->type != TYPE_NUMBER))
        return false;
    return c->kind->role != COLUMN_RATE && c->kind->role != COLUMN_SHARE;
}

/* A sum of fewer is often chance. */
#define SUMMED_MIN 3

static void begin_amounts(struct table_reading *r)
{
    size_t c = 0;

    while (c < r->columns.count &&
           !(is_summed(&r->columns.list[c]) &&
             r->columns.list[c].kind->type == TYPE_MONEY))
        c++;
    r->amounts = (struct amounts){.column = c};
}

void totals_begin(struct table_reading *r)
{
    for (size_t i = 0; i < NWORDS; i++) {
        const struct spellings *w = &r->options->wording->words[total_words[i]];

        for (size_t k = 0; k < w->count; k++)
            r->total_begins[table_first_byte(w->forms[k])] = true;
    }
    begin_amounts(r);
}

/* Most names begin with another letter: nothing is folded for them. */
static bool may_begin(struct str s, struct str beginning)
{
    return table_first_byte(s) == table_first_byte(beginning);
}

/* Whether figures stand in the record: `All wards` above words alone says where
   a thing is, and not that it is all of them. */
static bool has_figures(const struct table_reading *r)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (is_figure(column) && column->field > 0 &&
            column->field <= r->record->nfields &&
            r->record->fields[column->field - 1].len > 0)
            return true;
    }
    return false;
}

enum row_role totals_role(const struct table_reading *r, struct str label)
{
    static const enum row_role roles[NWORDS] = {ROW_SUB_TOTAL, ROW_TOTAL,
                                                ROW_TOTAL};

    if (!r->total_begins[table_first_byte(label)])
        return ROW_ENTRY;
    for (size_t i = 0; i < NWORDS; i++) {
        const struct spellings *w = &r->options->wording->words[total_words[i]];

        for (size_t k = 0; k < w->count; k++) {
            if (may_begin(label, w->forms[k]) &&
                str_same_word(label, w->forms[k]) &&
                (total_words[i] != WORD_WHOLE || has_figures(r)))
                return roles[i];
        }
    }
    return ROW_ENTRY;
}

static bool ends_folded(struct str s, struct str ending)
{
    const struct str end =
        str_from(s, s.len > ending.len ? s.len - ending.len : s.len);

    return end.len > 0 && end.ptr[-1] == ' ' && may_begin(end, ending) &&
           str_same_word(end, ending);
}

/* `Total cost`, `Adults total`. */
static bool is_like_total(const struct table_reading *r, struct str label)
{
    const struct spellings *w = &r->options->wording->words[WORD_TOTAL];
    size_t last = label.len;
    size_t len;

    while (last > 0 && label.ptr[last - 1] != ' ')
        last--;
    if (!r->total_begins[table_first_byte(label)] &&
        !r->total_begins[table_first_byte(str_from(label, last))])
        return false;
    for (size_t k = 0; k < w->count; k++) {
        if (may_begin(label, w->forms[k]) &&
            str_starts_folded(label, w->forms[k], &len) && len < label.len &&
            label.ptr[len] == ' ')
            return true;
        if (ends_folded(label, w->forms[k]))
            return true;
    }
    return false;
}

/* How many cells of the row hold words, and whether any holds a figure. */
static size_t count_words(const struct table_reading *r, const struct cell *row,
                          bool *figures)
{
    size_t words = 0;

    *figures = false;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (row[c].len == 0)
            continue;
        if (!is_figure(column))
            words++;
        else if (is_summed(column) && row[c].state == CELL_VALUE)
            *figures = true;
    }
    return words;
}

static void suspect(struct table_reading *r, struct str label,
                    enum suspicion why)
{
    struct suspect *x;

    if (r->suspects.size == 0)
        r->suspects = list_of(r->arena, sizeof(*x));
    x = list_add(&r->suspects);
    if (x != NULL)
        *x = (struct suspect){r->nrows, label, why, r->amounts.is_large};
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
    a->is_large = false;
    if (pence == 0 || pence == INT64_MIN)
        return;
    a->is_sum = (a->nall >= SUMMED_MIN && pence == a->all) ||
                (a->ngroup >= SUMMED_MIN && pence == a->group);
    a->is_large = a->nall > 1 && llabs(pence) > a->largest;
    if (llabs(pence) > a->largest)
        a->largest = llabs(pence);
    a->nall++;
    a->ngroup++;
    if (__builtin_add_overflow(a->all, pence, &a->all) ||
        __builtin_add_overflow(a->group, pence, &a->group))
        a->column = r->columns.count; /* nobody's sum */
}

static void see_role(struct table_reading *r, enum row_role role,
                     struct str label)
{
    r->had_total |= role == ROW_TOTAL || role == ROW_BLOCK_TOTAL;
    if (role == ROW_TOTAL || role == ROW_SUB_TOTAL) {
        r->amounts.group = 0;
        r->amounts.ngroup = 0;
        if (r->line == 0)
            suspect(r, label, SUSPECT_WORD);
    }
}

void totals_see(struct table_reading *r, const struct cell *row,
                enum row_role role, struct str label)
{
    bool figures;

    see_role(r, role, label);
    if (role != ROW_ENTRY || r->line > 0)
        return; /* the kind says what it is */
    see_amount(r, row);
    if (count_words(r, row, &figures) > 1 || !figures)
        return;
    if (label.len == 0)
        suspect(r, label, SUSPECT_BLANK);
    else if (is_like_total(r, label))
        suspect(r, label, SUSPECT_LIKE);
    else if (r->amounts.is_sum && !r->had_total)
        suspect(r, label, SUSPECT_SUM);
}

/* The last row, when nothing suspects it yet. */
static void suspect_last(struct table_reading *r)
{
    const size_t last = r->nrows - 1;
    const size_t n = r->suspects.count;
    struct suspect *x =
        n == 0 ? NULL : (struct suspect *)r->suspects.items + n - 1;
    const struct cell *row;
    struct str label = {NULL, 0};
    bool figures;

    if (r->nrows < 3 || r->roles[last] != ROW_ENTRY || r->lines[last] > 0 ||
        (r->had_total && r->roles[last - 1] != ROW_ENTRY))
        return; /* the net of a deduction has that above it */
    if (x != NULL && x->row == last) {
        if (x->why == SUSPECT_SUM)
            x->why = SUSPECT_LAST;
        return;
    }
    row = &r->cells[last * r->columns.count];
    for (size_t c = 0; c < r->columns.count && label.len == 0; c++) {
        if (!is_figure(&r->columns.list[c]))
            label = cell_as_typed(&row[c]);
    }
    if (label.len == 0 || count_words(r, row, &figures) != 1 || !figures)
        return;
    r->nrows = last;
    suspect(r, label, SUSPECT_LAST);
    r->nrows = last + 1;
}

static struct decimal figure_of(const struct table_reading *r, size_t row,
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

static bool add(struct decimal *sum, struct decimal d)
{
    if (sum->scale == d.scale)
        return !__builtin_add_overflow(sum->coefficient, d.coefficient,
                                       &sum->coefficient);
    return decimal_add(*sum, d, sum);
}

static void add_row(struct totals *t, size_t row)
{
    for (size_t i = 0; i < t->nsums; i++) {
        struct running *s = &t->sums[i];
        bool known;
        const struct decimal d = figure_of(t->r, row, s->column, &known);

        if (known)
            s->lost |= !add(&s->all, d) || !add(&s->group, d);
    }
    t->entries++;
    t->in_group++;
}

static void end_group(struct totals *t)
{
    for (size_t i = 0; i < t->nsums; i++)
        t->sums[i].group = (struct decimal){0, 0};
    t->in_group = 0;
}

/* *COLUMNS: how many figures agree that are not nought. */
static enum agreement compare(const struct totals *t, size_t row,
                              size_t *columns)
{
    bool all = t->entries > 0;
    bool group = t->in_group > 0;

    *columns = 0;
    for (size_t i = 0; i < t->nsums; i++) {
        const struct running *s = &t->sums[i];
        bool known;
        const struct decimal d = figure_of(t->r, row, s->column, &known);

        if (!known)
            continue;
        all &= !s->lost && decimal_compare(d, s->all) == 0;
        group &= !s->lost && decimal_compare(d, s->group) == 0;
        *columns += d.coefficient != 0;
    }
    return all ? AGREES_WITH_ALL : group ? AGREES_WITH_GROUP : AGREES_NOT;
}

struct place table_spot(const struct table_reading *r, size_t row, size_t c)
{
    const size_t cell = row * r->columns.count + c;

    if (r->spots != NULL)
        return (struct place){r->reader->now.source, r->spots[cell].line,
                              r->spots[cell].column};
    return (struct place){r->reader->now.source, r->records[row],
                          r->columns.list[c].field};
}

struct place table_row_place(const struct table_reading *r, size_t row)
{
    const size_t columns = r->columns.count;
    size_t c = 0;

    while (c + 1 < columns && r->cells[row * columns + c].len == 0)
        c++;
    return table_spot(r, row, c);
}

/* How a message calls the row. */
static struct str name_of(const struct table_reading *r,
                          const struct suspect *x)
{
    return x->label.len == 0 ? STR_LIT("a row without a name")
                             : arena_printf(r->arena, "`%.*s`",
                                            STR_ARG(cell_shown(x->label)));
}

static void say_read_because(struct table_reading *r, const struct suspect *x,
                             enum row_role role, const char *why)
{
    const char *as = row_role_name(role);

    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, x->row),
            "%.*s is read as a %s: %s", STR_ARG(name_of(r, x)), as, why);
    finding_hint(r->findings,
                 "kind `%s` has no line called so; <line role=\"%s\" "
                 "aliases=\"...\"/> there says which names it has, and "
                 "role=\"%s\" that a row is no total",
                 r->options->kind->id, as, row_role_name(ROW_ENTRY));
}

static void say_read(struct table_reading *r, const struct suspect *x,
                     enum row_role role, bool agrees)
{
    say_read_because(r, x, role,
                     agrees ? "it is the sum of rows above it"
                            : "its name says so, though it is not the sum of "
                              "the rows above it");
}

/* In a table of percentages nothing can be added: only names tell. */
static void say_named(struct table_reading *r)
{
    for (size_t i = 0; i < r->suspects.count; i++) {
        const struct suspect *x = (struct suspect *)r->suspects.items + i;

        if (x->why == SUSPECT_WORD)
            say_read_because(r, x, (enum row_role)r->roles[x->row],
                             "its name says so");
    }
}

static void say_entry(struct table_reading *r, const struct suspect *x,
                      const char *why)
{
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, x->row),
            "%.*s %s: it counts as a row like any other",
            STR_ARG(name_of(r, x)), why);
    finding_hint(r->findings,
                 "if it is a total, add its name to those that "
                 "kind `%s` has for totals",
                 r->options->kind->id);
}

/* A row without a name is an error already. */
static bool must_be_named(const struct table_reading *r)
{
    for (size_t i = 0; i < r->nnaming; i++) {
        if (r->columns.list[r->naming[i]].kind->filled)
            return true;
    }
    return false;
}

/* What a suspect is, and a finding that says so; ROW_ENTRY: a row like any
   other. */
static enum row_role judge(const struct totals *t, const struct suspect *x)
{
    struct table_reading *r = t->r;
    size_t columns;
    const enum agreement agrees = compare(t, x->row, &columns);
    const bool last = x->row + 1 == r->nrows;
    const bool first_group = t->entries == t->in_group && x->row < t->end;
    const enum row_role role =
        agrees == AGREES_WITH_GROUP || first_group ? ROW_SUB_TOTAL : ROW_TOTAL;

    if (x->why == SUSPECT_WORD) {
        say_read(r, x, (enum row_role)r->roles[x->row], agrees != AGREES_NOT);
        return (enum row_role)r->roles[x->row];
    }
    if (agrees != AGREES_NOT && x->why != SUSPECT_LAST &&
        (x->why == SUSPECT_SUM
             ? columns > 1
             : t->in_group > 1 || columns > 1 || x->why == SUSPECT_LIKE)) {
        say_read(r, x, role, true);
        return role;
    }
    if (agrees == AGREES_WITH_ALL && x->why == SUSPECT_LAST && columns > 0) {
        if (t->entries > 2 || columns > 1) {
            say_read(r, x, ROW_TOTAL, true);
            return ROW_TOTAL;
        }
        say_entry(r, x, "is the sum of the rows above it");
    } else if (x->why == SUSPECT_SUM && agrees != AGREES_NOT) {
        say_entry(r, x, "is the sum of the rows above it");
    } else if (x->why == SUSPECT_LIKE && last && x->is_large && !r->had_total) {
        say_read(r, x, ROW_TOTAL, false);
        return ROW_TOTAL;
    } else if (x->why == SUSPECT_LIKE && last) {
        say_entry(r, x,
                  "looks like a total, but is not the sum of the rows "
                  "above it");
    } else if (x->why == SUSPECT_BLANK && !must_be_named(r)) {
        say_entry(r, x, "has figures, but nothing says what they are");
    }
    return ROW_ENTRY;
}

/* Rows from here on are suspects, or none that a total may sum. */
static size_t end_of_entries(const struct table_reading *r)
{
    const struct suspect *suspects = r->suspects.items;
    size_t n = r->suspects.count;
    size_t row = r->nrows;

    while (row > 0) {
        const bool is_suspect = n > 0 && suspects[n - 1].row == row - 1;

        if (!is_suspect && r->roles[row - 1] == ROW_ENTRY)
            break;
        n -= is_suspect;
        row--;
    }
    return row;
}

static void check_rows(struct totals *t)
{
    struct table_reading *r = t->r;
    const struct suspect *suspects = r->suspects.items;
    size_t next = 0;

    t->end = end_of_entries(r);
    for (size_t row = 0; row < r->nrows; row++) {
        if (next < r->suspects.count && suspects[next].row == row)
            r->roles[row] = (uint8_t)judge(t, &suspects[next++]);
        if (r->roles[row] == ROW_ENTRY)
            add_row(t, row);
        else if (r->roles[row] == ROW_TOTAL || r->roles[row] == ROW_SUB_TOTAL)
            end_group(t);
    }
}

/* A row called `All` above no other but its total is the entry: there is
   nothing that it could be the whole of. */
static void keep_an_entry(struct table_reading *r)
{
    struct suspect *first = r->suspects.items;

    for (size_t row = 0; row < r->nrows; row++) {
        if (r->roles[row] == ROW_ENTRY)
            return;
    }
    if (first->why != SUSPECT_WORD ||
        !wording_has(r->options->wording, WORD_WHOLE, first->label))
        return;
    r->roles[first->row] = ROW_ENTRY;
    r->suspects.count--;
    memmove(first, first + 1, r->suspects.count * sizeof(*first));
}

void totals_check(struct table_reading *r)
{
    struct totals t = {.r = r};

    if (r->nrows > 0)
        suspect_last(r);
    if (r->suspects.count > 0)
        keep_an_entry(r);
    if (r->suspects.count == 0)
        return;
    t.sums = arena_alloc(r->arena, r->columns.count, sizeof(*t.sums));
    for (size_t c = 0; t.sums != NULL && c < r->columns.count; c++) {
        if (is_summed(&r->columns.list[c]))
            t.sums[t.nsums++].column = c;
    }
    if (t.nsums > 0)
        check_rows(&t);
    else
        say_named(r);
}
