#include "input/table/table_parts.h"

#include <string.h>

/*
 * A row that has nothing but a name: the title of the rows below it, or a row
 * that nobody filled. The first of a group that a sub-total ends is its title,
 * and a row that only names the group of those below.
 */
struct lone_row {
    size_t row;
    struct str text;
    struct place at;
    size_t group;   /* the column of groups that it stands in; the number of
                       columns: it stands in none */
    bool may_title; /* there, or where rows have their names */
    bool is_first;  /* it stands in the first column, which is none of groups */
    bool is_closed; /* a sum below is called after it */
};

bool table_check_filled(const struct table_reading *r, size_t row)
{
    const size_t first = row * r->columns.count;
    bool said = false;

    if (!row_has_own_figures(r->roles[row]))
        return false;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];
        struct place at = {r->reader->now.source, r->records[row],
                           column->field};

        if (column->kind == NULL || !column->kind->filled ||
            r->cells[first + c].state != CELL_BLANK)
            continue;
        if (r->spots != NULL) {
            at.line = r->spots[first + c].line;
            at.column = r->spots[first + c].column;
        }
        finding(r->findings, FINDING_MISSING, at,
                "column `%.*s` must be filled in every row",
                STR_ARG(column->heading));
        said = true;
    }
    return said;
}

static bool is_figure(const struct table_reading *r, size_t field)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (column->field == field)
            return table_is_figure(column);
    }
    return false;
}

/* The column of groups that FIELD is, or the number of columns. */
static size_t group_of_field(const struct table_reading *r, size_t field)
{
    const size_t groups[] = {r->group_column, r->inner_column};

    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
        if (groups[i] < r->columns.count &&
            r->columns.list[groups[i]].field == field)
            return groups[i];
    }
    return r->columns.count;
}

/* Whether the record has one text alone, and which. */
static bool is_lone(const struct table_reading *r, struct lone_row *lone)
{
    const struct record *record = r->record;
    const size_t only = record_only_field(record);

    if (only == record->nfields || is_figure(r, only + 1))
        return false;
    lone->text = record->fields[only];
    lone->at = record_place(record, only + 1);
    lone->group = group_of_field(r, only + 1);
    lone->is_first = only == 0 && lone->group == r->columns.count &&
                     r->group_column == r->columns.count;
    lone->may_title = lone->group < r->columns.count ||
                      (r->group_column == r->columns.count && r->nnaming > 0 &&
                       r->columns.list[r->naming[0]].field == only + 1);
    return true;
}

/* Titles stand in each other: the outermost is forgotten where no more can be
   kept. The last lone row becomes one that is open. */
static void open_title(struct table_reading *r)
{
    if (r->nopen == OPEN_TITLES_MAX)
        memmove(r->open, r->open + 1, --r->nopen * sizeof(*r->open));
    r->open[r->nopen++] = r->lone.count - 1;
}

bool titles_see_row(struct table_reading *r, enum row_role role)
{
    struct lone_row lone = {.row = r->nrows};
    struct lone_row *kept;

    if (role != ROW_ENTRY || r->line != 0 || r->columns.width < 2 ||
        r->columns.count < 2 || !is_lone(r, &lone))
        return false;
    if (r->lone.size == 0)
        r->lone = list_of(r->arena, sizeof(lone));
    kept = list_add(&r->lone);
    if (kept != NULL)
        *kept = lone;
    if (kept != NULL && lone.may_title && lone.group == r->columns.count)
        open_title(r);
    return kept != NULL;
}

/* The sums below TOP become those of groups within its own, and the rows that
   stand alone above each are their titles. */
static void make_inner(struct table_reading *r, size_t top)
{
    struct lone_row *lone = r->lone.items;
    size_t title = r->lone.count; /* the last above the sum; or none */
    size_t next = 0;

    for (size_t row = top + 1; row < r->nrows; row++) {
        while (next < r->lone.count && lone[next].row < row)
            next++;
        if (next < r->lone.count && lone[next].row == row) {
            title = next;
        } else if (r->roles[row] == ROW_SUB_TOTAL) {
            r->roles[row] = ROW_INNER_TOTAL;
            if (title < r->lone.count)
                lone[title].is_closed = true;
            title = r->lone.count;
        }
    }
}

/* Groups within that of the title TOP have titles as well; not those of a third
   level, whose sums are known. */
static void see_within(struct table_reading *r, size_t top)
{
    bool titled = false;

    for (size_t row = top + 1; row < r->nrows; row++) {
        if (r->roles[row] == ROW_INNER_TOTAL)
            return;
        titled |= titles_may_be_title(r, row);
    }
    if (titled)
        make_inner(r, top);
}

bool titles_close(struct table_reading *r, struct str name)
{
    struct lone_row *lone = r->lone.items;

    for (size_t i = r->nopen; i > 0 && name.len > 0; i--) {
        struct lone_row *title = &lone[r->open[i - 1]];

        if (!str_same_word(marks_without(r, title->text), name))
            continue;
        title->is_closed = true;
        r->nopen = i - 1;
        see_within(r, title->row);
        return true;
    }
    return false;
}

/* Whether TEXT begins with a word that says so, and goes on. */
static bool begins_with_nothing(const struct table_reading *r, struct str text)
{
    const struct spellings *w = &r->options->wording->words[WORD_NO_ROWS];

    for (size_t i = 0; i < w->count; i++) {
        if (str_starts_words(text, w->forms[i]))
            return true;
    }
    return false;
}

bool titles_is_nothing(struct table_reading *r)
{
    const struct record *record = r->record;
    const size_t only = record_only_field(record);

    return r->nrows == 0 && only < record->nfields &&
           record != &r->reader->now &&
           begins_with_nothing(r, record->fields[only]) &&
           table_peek(r, 0) == NULL;
}

/* What the one row says that has no row to say: `None this month` alone, or
   `None`, beside which other cells say the same or have a dash. */
static bool find_nothing(const struct table_reading *r, struct table_note *note)
{
    const struct wording *w = r->options->wording;
    const struct lone_row *lone = r->lone.items;
    size_t filled = 0;

    *note = (struct table_note){.text = table_row_words(r, 0),
                                .at = table_row_place(r, 0)};
    if (r->lone.count == 1)
        *note = (struct table_note){.text = lone->text, .at = lone->at};
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct str text = cell_as_typed(&r->cells[c]);

        if (text.len > 0 && filled++ > 0 &&
            !wording_has(w, WORD_NO_ROWS, text) &&
            !wording_has(w, WORD_DASH, text))
            return false;
    }
    return wording_has(w, WORD_NO_ROWS, note->text) ||
           (r->lone.count == 1 && begins_with_nothing(r, note->text));
}

void titles_see_nothing(struct table_reading *r)
{
    struct table_note *notes;
    struct table_note said = {.text = {NULL, 0}};

    if (r->nrows != 1 || r->roles[0] != ROW_ENTRY || !find_nothing(r, &said))
        return;
    notes = arena_alloc(r->arena, r->nnotes + 1, sizeof(*notes));
    if (notes == NULL)
        return;
    r->says_no_rows = true;
    notes[0] = said;
    for (size_t i = 0; i < r->nnotes; i++)
        notes[i + 1] = r->notes[i];
    r->notes = notes;
    r->nnotes++;
    r->nrows = 0;
    r->lone.count = 0;
    finding(r->findings, FINDING_NO_ROWS, said.at,
            "`%.*s` says that there are no rows",
            STR_ARG(cell_shown(said.text)));
    finding_hint(r->findings,
                 "the head of the table is printed, and these words below it");
}

bool titles_may_be_title(const struct table_reading *r, size_t row)
{
    const struct lone_row *lone = r->lone.items;
    size_t from = 0;
    size_t upto = r->lone.count; /* they stand in the order of rows */

    while (from < upto) {
        const size_t middle = from + (upto - from) / 2;

        if (lone[middle].row < row)
            from = middle + 1;
        else
            upto = middle;
    }
    return from < r->lone.count && lone[from].row == row &&
           lone[from].may_title && lone[from].group == r->columns.count;
}

static const struct cell *cell_of(const struct table_reading *r, size_t row,
                                  size_t column)
{
    return &r->cells[row * r->columns.count + column];
}

/* The row below is of the group in column G, and has something to say. */
static bool heads_group(const struct table_reading *r, size_t row, size_t g)
{
    const struct cell *below = cell_of(r, row + 1, g);
    bool says = false;

    if (row + 1 == r->nrows || !row_has_own_figures(r->roles[row + 1]) ||
        (below->len > 0 &&
         !str_eq(cell_as_typed(below), cell_as_typed(cell_of(r, row, g)))))
        return false;
    for (size_t c = 0; c < r->columns.count; c++)
        says |= c != g && cell_of(r, row + 1, c)->len > 0;
    return says;
}

/* The first since a total or a title, with rows below it down to a sub-total.
 */
static bool begins_group(const struct table_reading *r, size_t row)
{
    size_t end = row + 1;

    if (row > 0 && row_has_own_figures(r->roles[row - 1]))
        return false;
    while (end < r->nrows && row_has_own_figures(r->roles[end]))
        end++;
    return end > row + 1 && end < r->nrows && r->roles[end] == ROW_SUB_TOTAL;
}

/* `Resources:` above rows that say more, the first of them BELOW. */
static bool is_called_title(const struct table_reading *r,
                            const struct lone_row *title, size_t below)
{
    return (title->may_title || title->is_first) &&
           str_ends(marks_without(r, title->text), STR_LIT(":")) &&
           below < r->nrows && row_has_own_figures(r->roles[below]);
}

/* The number of lone rows up to the last of those right behind one another,
   titles within titles, of which the one with this INDEX is the first. */
static size_t upto_last_of_run(const struct table_reading *r, size_t index)
{
    const struct lone_row *lone = r->lone.items;
    size_t upto = index + 1;

    while (upto < r->lone.count && lone[upto].row == lone[upto - 1].row + 1)
        upto++;
    return upto;
}

static size_t count_required(const struct table_reading *r, size_t row)
{
    size_t n = 0;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *k = r->columns.list[c].kind;

        n += k != NULL && k->required && cell_of(r, row, c)->len == 0;
    }
    return n;
}

static void say_lone(const struct table_reading *r, const struct cell_count *c)
{
    const struct str more = rows_are_so(r->arena, c->count);

    if (c->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, c->first,
            "`%.*s` stands alone in its row: it counts as a row whose other "
            "cells are blank%.*s",
            STR_ARG(cell_shown(c->text)), STR_ARG(more));
    finding_hint(r->findings,
                 "if it is the title of the rows below, end them with their "
                 "sub-total, or give kind `%s` <line role=\"group\"> with its "
                 "name; a note belongs below the last row; else fill the row",
                 r->options->kind->id);
}

/* Where one cell alone is wanted beside the name, a row may lack it. Two that
   stand above others each, one of them first, are titles rather. */
static bool look_like_titles(const struct table_reading *r)
{
    const struct lone_row *lone = r->lone.items;
    const size_t n = r->lone.count;

    for (size_t i = 0; i < n; i++) {
        if (lone[i].row + 1 == r->nrows ||
            (i + 1 < n && lone[i + 1].row == lone[i].row + 1))
            return false;
    }
    return n > 1 && lone[0].row == 0;
}

void titles_settle(struct table_reading *r)
{
    const struct lone_row *lone = r->lone.items;
    struct cell_count unfilled = {0};
    const size_t most = look_like_titles(r) ? 0 : 1;
    size_t run = 0; /* where the one that row I is of ends */

    for (size_t i = 0; i < r->lone.count; i++) {
        const size_t row = lone[i].row;

        if (run <= i)
            run = upto_last_of_run(r, i);
        if (r->roles[row] != ROW_ENTRY)
            continue;
        if (lone[i].group < r->columns.count
                ? heads_group(r, row, lone[i].group)
                : lone[i].is_closed ||
                      is_called_title(r, &lone[i], lone[run - 1].row + 1) ||
                      (lone[i].may_title && begins_group(r, row)))
            r->roles[row] = ROW_GROUP_TITLE;
        else if (!table_check_filled(r, row) && count_required(r, row) > most)
            cell_count(&unfilled, lone[i].at, lone[i].text);
    }
    say_lone(r, &unfilled);
}
