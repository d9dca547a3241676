#include "input/table/table_join.h"
#include "core/base/list.h"
#include "core/value/note_mark.h"
#include "input/table/table_parts.h"

#include <string.h>

struct joining {
    struct arena *arena;
    struct findings *findings;
    const struct table_options *options;
    const struct table *const *tables;
    size_t ntables;
    struct list columns; /* struct column */
    size_t **from;       /* of each table and column of the whole: its own, or
                            as many as it has: it has none */
    size_t grand;        /* the row of the last that is the total of all */
    struct list notes;   /* struct table_note */
    struct table *made;
    struct cell *cells;
    struct spot *spots;
    uint32_t *records;
    uint8_t *roles;
    uint8_t *lines;
    uint32_t *group_rows;
};

static struct column *columns_of(const struct joining *j)
{
    return j->columns.items;
}

/* `B1 of 2026-04.csv` */
static struct str place_words(const struct joining *j, struct place at)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(at, name);
    return arena_printf(j->arena, "%s of %s", name, at.source->name);
}

static size_t find_column(const struct joining *j, const struct column *c)
{
    size_t i = 0;

    while (i < j->columns.count && !table_is_same_column(&columns_of(j)[i], c))
        i++;
    return i;
}

/* Behind column AFTER of the whole, or first. */
static void insert_column(struct joining *j, const struct column *c,
                          size_t after)
{
    struct column *all;

    if (list_add(&j->columns) == NULL)
        return;
    all = columns_of(j);
    memmove(all + after + 1, all + after,
            (j->columns.count - 1 - after) * sizeof(*all));
    all[after] = *c;
}

/* `thousand`; empty for what only a format of a workbook can say. */
static const char *unit_name(uint8_t zeros)
{
    const char *name = choice_name(data_unit_choices, zeros);

    return name != NULL ? name : "";
}

static void check_unit(const struct joining *j, const struct column *first,
                       const struct column *c)
{
    if (first->zeros == c->zeros)
        return;
    finding(j->findings, FINDING_BAD_VALUE, c->at,
            "`%.*s` is in another unit here (%s) than in %.*s (%s)",
            STR_ARG(c->heading), unit_name(c->zeros),
            STR_ARG(place_words(j, first->at)), unit_name(first->zeros));
    finding_hint(j->findings,
                 "export all files in one unit; unit=\"...\" in the data "
                 "element holds for those that name none");
}

/* What the column is like in all files. */
static void join_column(const struct joining *j, struct column *whole,
                        const struct column *c)
{
    check_unit(j, whole, c);
    if (c->decimals > whole->decimals)
        whole->decimals = c->decimals;
    if (c->unit_decimals > whole->unit_decimals)
        whole->unit_decimals = c->unit_decimals;
    whole->rounded |= c->rounded;
    if (whole->mark.len == 0)
        whole->mark = c->mark;
}

/* Those that the tables before have not are put behind the one that stands
   before them here. */
static void join_columns(struct joining *j)
{
    for (size_t i = 0; i < j->ntables; i++) {
        const struct table *t = j->tables[i];
        size_t after = 0;

        for (size_t c = 0; c < t->ncolumns; c++) {
            const size_t known = find_column(j, &t->columns[c]);

            if (known < j->columns.count) {
                join_column(j, &columns_of(j)[known], &t->columns[c]);
                after = known + 1;
            } else {
                insert_column(j, &t->columns[c], after++);
            }
        }
    }
}

/* Where the headings of T begin. */
static struct place headings_place(const struct table *t)
{
    struct place first = t->columns[0].at;

    for (size_t c = 1; c < t->ncolumns; c++) {
        if (place_compare(t->columns[c].at, first) < 0)
            first = t->columns[c].at;
    }
    return first;
}

/* Which column of table T is column C of the whole. */
static size_t column_in(const struct table *t, const struct column *c)
{
    size_t i = 0;

    while (i < t->ncolumns && !table_is_same_column(&t->columns[i], c))
        i++;
    return i;
}

static void map_columns(struct joining *j)
{
    j->from = arena_alloc(j->arena, j->ntables, sizeof(*j->from));
    for (size_t i = 0; j->from != NULL && i < j->ntables; i++) {
        const struct table *t = j->tables[i];

        j->from[i] = arena_alloc(j->arena, j->columns.count, sizeof(**j->from));
        for (size_t c = 0; j->from[i] != NULL && c < j->columns.count; c++) {
            const struct column *whole = &columns_of(j)[c];

            j->from[i][c] = column_in(t, whole);
            if (j->from[i][c] < t->ncolumns || t->ncolumns == 0)
                continue;
            finding(j->findings, FINDING_DOUBTFUL, headings_place(t),
                    "there is no column `%.*s` here, as in %.*s: its cells "
                    "are blank",
                    STR_ARG(whole->heading),
                    STR_ARG(place_words(j, whole->at)));
            finding_hint(j->findings,
                         "give all files the same columns; columns=\"...\" in "
                         "the data element says which are wanted");
        }
    }
}

/* What several files can only have one of. */
static bool stands_alone(uint8_t role)
{
    return row_is_stock(role) || role == ROW_BLOCK_TOTAL ||
           role == ROW_RESULT || role == ROW_FUNDING;
}

static bool refuse_row(const struct joining *j, const struct table *t,
                       size_t row, const char *what)
{
    finding(j->findings, FINDING_BAD_VALUE, table_cell_place(t, row, 0),
            "%s, and the file is one of several that are read as one table",
            what);
    finding_hint(j->findings,
                 "each may hold rows, sub-totals of groups, and below them a "
                 "total, the last also that of all; give this file a data "
                 "element of its own");
    return false;
}

/* Whether row R of table I is the total of all files. */
static bool is_grand(const struct joining *j, size_t i, size_t r)
{
    return i + 1 == j->ntables && r == j->grand;
}

/* A total is known as that of its file by standing below all of its rows. */
static bool check_roles(const struct joining *j, size_t i)
{
    const struct table *t = j->tables[i];
    size_t rows = 0;
    size_t totals = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        const uint8_t role = t->row_roles[r];

        if (is_grand(j, i, r))
            continue;
        if (stands_alone(role))
            return refuse_row(j, t, r,
                              "this row is a balance, or made of some of the "
                              "others");
        if (role == ROW_TOTAL && rows == 0)
            return refuse_row(j, t, r, "this total stands above its rows");
        if (role == ROW_TOTAL && ++totals > 1)
            return refuse_row(j, t, r, "this is a second total");
        rows += row_is_plain(role);
    }
    return true;
}

/* The same file by another name was forgotten to be filled. */
static void check_copies(const struct joining *j)
{
    for (size_t i = 1; i < j->ntables; i++) {
        const struct source *s = j->tables[i]->source;
        size_t k = 0;

        while (k < i && (!str_eq(j->tables[k]->source->bytes, s->bytes) ||
                         s->bytes.len == 0))
            k++;
        if (k == i)
            continue;
        finding(j->findings, FINDING_DOUBTFUL, (struct place){s, 1, 1},
                "the file holds the same as %s: all of its rows count twice",
                j->tables[k]->source->name);
        finding_hint(j->findings, "put this period's file in its place, or "
                                  "take it away");
    }
}

static bool make_room(struct joining *j, size_t nrows)
{
    const size_t ncells = nrows * j->columns.count;

    j->made = arena_alloc(j->arena, 1, sizeof(*j->made));
    j->cells = arena_alloc(j->arena, ncells, sizeof(*j->cells));
    j->spots = arena_alloc(j->arena, ncells, sizeof(*j->spots));
    j->records = arena_alloc(j->arena, nrows, sizeof(*j->records));
    j->roles = arena_alloc(j->arena, nrows, sizeof(*j->roles));
    j->lines = arena_alloc(j->arena, nrows, sizeof(*j->lines));
    j->group_rows = arena_alloc(j->arena, nrows, sizeof(*j->group_rows));
    return arena_status(j->arena) == ST_OK;
}

/* A cell of a column that the file has not stands where its row begins. */
static void copy_cell(struct joining *j, size_t i, size_t row, size_t c,
                      size_t to, uint32_t before)
{
    const struct table *t = j->tables[i];
    const size_t from = j->from[i][c];
    const bool is_there = from < t->ncolumns;
    const struct place at = table_cell_place(t, row, is_there ? from : 0);
    const size_t index = to * j->columns.count + c;

    if (is_there)
        j->cells[index] = *table_cell(t, row, from);
    j->spots[index] = (struct spot){at.line + before, at.column};
}

/* The rows of table I, from row TO of the whole on. */
static void copy_rows(struct joining *j, size_t i, size_t to, uint32_t before)
{
    const struct table *t = j->tables[i];

    for (size_t r = 0; r < t->nrows; r++) {
        const bool total = j->ntables > 1 && !is_grand(j, i, r) &&
                           t->row_roles[r] == ROW_TOTAL;

        for (size_t c = 0; c < j->columns.count; c++)
            copy_cell(j, i, r, c, to + r, before);
        j->records[to + r] = t->records[r] + before;
        j->roles[to + r] = total ? ROW_BLOCK_TOTAL : t->row_roles[r];
        j->lines[to + r] = total || t->row_lines == NULL ? 0 : t->row_lines[r];
        j->group_rows[to + r] =
            (uint32_t)(to + (t->group_rows == NULL ? r : t->group_rows[r]));
    }
}

static uint32_t last_line(const struct table *t)
{
    uint32_t last = t->nrows == 0 ? 0 : t->records[t->nrows - 1];

    for (size_t i = 0; t->spots != NULL && i < t->nrows * t->ncolumns; i++)
        last = t->spots[i].line > last ? t->spots[i].line : last;
    return last;
}

static size_t copy_tables(struct joining *j, struct table_file *files)
{
    uint32_t before = 0;
    size_t rows = 0;

    for (size_t i = 0; i < j->ntables; i++) {
        files[i] = (struct table_file){j->tables[i]->source, before};
        copy_rows(j, i, rows, before);
        rows += j->tables[i]->nrows;
        before += last_line(j->tables[i]);
    }
    return rows;
}

/* Two notes by one mark: which of them a mark names, nobody could say. */
static void check_mark(const struct joining *j, const struct table_note *note)
{
    const struct table_note *all = j->notes.items;
    struct note_mark mark;
    struct note_mark other;

    if (!note_mark_begin(note->text, j->options->wording, &mark))
        return;
    for (size_t i = 0; i < j->notes.count; i++) {
        if (!note_mark_begin(all[i].text, j->options->wording, &other) ||
            !note_mark_same_key(mark.keys, other.keys))
            continue;
        finding(j->findings, FINDING_BAD_VALUE, note->at,
                "the note `%.*s` has the mark of another in %.*s",
                STR_ARG(cell_shown(note->text)),
                STR_ARG(place_words(j, all[i].at)));
        finding_hint(j->findings,
                     "give one of them another mark, in its file and at the "
                     "cells that it is of");
        return;
    }
}

static void join_notes(struct joining *j)
{
    for (size_t i = 0; i < j->ntables; i++) {
        const struct table *t = j->tables[i];

        for (size_t n = 0; n < t->nnotes; n++) {
            const struct table_note *all = j->notes.items;
            struct table_note *kept;
            size_t k = 0;

            while (k < j->notes.count && !str_eq(all[k].text, t->notes[n].text))
                k++;
            if (k < j->notes.count)
                continue; /* it stands below each of them */
            check_mark(j, &t->notes[n]);
            kept = list_add(&j->notes);
            if (kept != NULL)
                *kept = t->notes[n];
        }
    }
}

static bool is_same_period(struct report_period a, struct report_period b)
{
    return a.year == b.year && a.month == b.month && a.months == b.months &&
           a.calendar == b.calendar && a.named == b.named && a.day == b.day;
}

/* What all files are of; nothing where they are of several periods. */
static void join_period(struct joining *j)
{
    const struct table *first = j->tables[0];

    for (size_t i = 1; i < j->ntables; i++) {
        if (!is_same_period(j->tables[i]->period, first->period))
            return;
    }
    j->made->period = first->period;
    j->made->period_at = first->period_at;
}

static void finish(struct joining *j, const struct source *source,
                   const struct table_file *files, size_t nrows)
{
    bool incomplete = false;

    for (size_t i = 0; i < j->ntables; i++)
        incomplete |= j->tables[i]->incomplete;
    *j->made = (struct table){
        .source = source,
        .files = files,
        .nfiles = j->ntables,
        .kind = j->tables[0]->kind,
        .columns = j->columns.items,
        .ncolumns = j->columns.count,
        .cells = j->cells,
        .spots = j->spots,
        .records = j->records,
        .row_roles = j->roles,
        .row_lines = j->lines,
        .group_rows = j->group_rows,
        .nrows = nrows,
        .notes = j->notes.items,
        .nnotes = j->notes.count,
        .incomplete = incomplete,
    };
    join_period(j);
}

enum status table_join(struct arena *arena, const struct source *source,
                       const struct table *const *tables, size_t ntables,
                       const struct table_options *options,
                       struct findings *findings, const struct table **joined)
{
    struct joining j = {.arena = arena,
                        .findings = findings,
                        .options = options,
                        .tables = tables,
                        .ntables = ntables,
                        .columns = list_of(arena, sizeof(struct column)),
                        .notes = list_of(arena, sizeof(struct table_note))};
    const size_t errors = findings->errors;
    struct table_file *files = arena_alloc(arena, ntables, sizeof(*files));
    size_t nrows = 0;
    bool fit = true;
    enum status st;

    *joined = NULL;
    j.grand = table_grand_total(tables, ntables);
    for (size_t i = 0; i < ntables; i++) {
        nrows += tables[i]->nrows;
        fit &= ntables == 1 || check_roles(&j, i);
    }
    if (!fit)
        return ST_DATA;
    check_copies(&j);
    join_columns(&j);
    map_columns(&j);
    join_notes(&j);
    if (arena_status(arena) != ST_OK || !make_room(&j, nrows))
        return arena_status(arena);
    finish(&j, source, files, copy_tables(&j, files));
    *joined = j.made;
    st = table_check_keys(j.made, findings);
    return st == ST_OK && findings->errors > errors ? ST_DATA : st;
}
