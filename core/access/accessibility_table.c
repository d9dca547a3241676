#include "core/access/accessibility_parts.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define COLUMNS_MANY 12

/* What is counted on the way through a table. */
struct table_tally {
    uint32_t rows;            /* below the head */
    uint32_t named;           /* of them, by a header cell with words */
    uint32_t nameless;        /* of them, those that begin with a blank */
    struct place nameless_at; /* the first */
    uint32_t blank;           /* header cells without words */
    struct place blank_at;    /* the first */
    uint32_t covered;         /* rows to come that a header cell spans */
    uint32_t below;           /* rows that begin with a blank below the name of
                                 their group, though a header names them */
    struct place below_at;    /* the first */
    uint32_t first_covered;   /* rows to come whose first cell stands above */
    bool grouped;             /* a row above began with words */
    uint32_t unheard;         /* header cells of signs that no voice speaks */
    struct place unheard_at;  /* the first */
    uint32_t cells;           /* of data */
    uint32_t empty;           /* of them, blank */
    struct place empty_at;    /* the first */
    uint32_t silent;          /* of them, signs that no voice speaks */
    struct place silent_at;   /* the first */
    uint32_t hyphens;         /* cells with one for the minus of a figure */
    struct place hyphen_at;   /* the first */
    bool spans;
};

static bool is_blank(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_PICTURE ||
            (doc_is_text(w.node) && str_trim(w.node->text).len > 0))
            return false;
    }
    return true;
}

/* A cell over several rows or columns, but for the title of a group, which
   spans all columns. */
static bool is_spanning(const struct doc_node *row, const struct doc_node *cell)
{
    return cell->u.cell.rows > 1 ||
           (cell->u.cell.columns > 1 && row->role != ROLE_GROUP_TITLE);
}

static struct place place_of(const struct doc_node *n)
{
    while (n->at.source == NULL && n->parent != NULL)
        n = n->parent;
    return n->at;
}

/* Arrows, ticks, dashes and the like alone: voices pass over them. */
static bool is_silent(struct accessibility_check *r,
                      const struct doc_node *cell)
{
    struct str words = accessibility_words(r, cell);

    if (words.len == 0)
        return false;
    while (words.len > 0) {
        const uint32_t c = utf8_next(&words);

        if (is_digit_character(c) || utf8_is_letter(c) || c == '%' ||
            utf8_is_currency(c))
            return false;
    }
    return true;
}

static void count_empty(struct table_tally *t, const struct doc_node *cell)
{
    if (t->empty++ == 0)
        t->empty_at = place_of(cell);
}

static bool has_hyphen(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        const struct str text = w.node->text;

        if (w.entering && doc_is_text(w.node) &&
            w.node->parent->kind != DOC_CODE &&
            accessibility_hyphen(text) < text.len)
            return true;
    }
    return false;
}

static void count_data(struct accessibility_check *r, struct table_tally *t,
                       const struct doc_node *cell, bool first)
{
    t->cells++;
    if (is_blank(cell)) {
        if (!first) /* count_first() says what else that can be */
            count_empty(t, cell);
    } else if (is_silent(r, cell) && t->silent++ == 0) {
        t->silent_at = place_of(cell);
    }
}

/* The first cell of a row: its group, where the row has a name further right
   and a row above it has words there. */
static void count_first(struct table_tally *t, const struct doc_node *row,
                        bool named)
{
    const struct doc_node *first = row->first;

    if (t->first_covered > 0) {
        t->first_covered--;
        return;
    }
    if (first == NULL || first->u.cell.scope != SCOPE_NONE) {
        t->grouped = false;
        return;
    }
    if (first->u.cell.rows > 1)
        t->first_covered = first->u.cell.rows - 1U;
    if (!is_blank(first)) {
        t->grouped = true;
    } else if (named && t->grouped && row->role != ROLE_TOTAL) {
        if (t->below++ == 0)
            t->below_at = place_of(first);
    } else if (named) {
        count_empty(t, first);
    }
}

/* True when a header cell names the row. */
static bool count_cells(struct accessibility_check *r, struct table_tally *t,
                        const struct doc_node *row)
{
    bool named = t->covered > 0;

    t->covered -= named;
    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        t->spans |= is_spanning(row, cell);
        if (has_hyphen(cell) && t->hyphens++ == 0)
            t->hyphen_at = place_of(cell);
        if (cell->u.cell.scope == SCOPE_NONE) {
            count_data(r, t, cell, cell == row->first);
            continue;
        }
        if (!is_blank(cell)) {
            named = true;
            if (is_silent(r, cell) && t->unheard++ == 0)
                t->unheard_at = place_of(cell);
            if (cell->u.cell.rows > t->covered + 1U)
                t->covered = cell->u.cell.rows - 1U;
        } else if (t->blank++ == 0) {
            t->blank_at = place_of(cell);
        }
    }
    return named;
}

static void count_group(struct accessibility_check *r, struct table_tally *t,
                        const struct doc_node *group)
{
    t->covered = 0; /* a span never leaves its group */
    t->first_covered = 0;
    t->grouped = false;
    for (const struct doc_node *row = group->first; row != NULL;
         row = row->next) {
        const bool named = count_cells(r, t, row);

        if (group->level == GROUP_HEAD)
            continue;
        t->rows++;
        t->named += named;
        count_first(t, row, named);
        if (named || row->first == NULL || !is_blank(row->first))
            continue;
        if (t->nameless++ == 0)
            t->nameless_at = place_of(row->first);
    }
}

static struct table_tally tally(struct accessibility_check *r,
                                const struct doc_node *table)
{
    struct table_tally t = {0};

    for (const struct doc_node *g = table->first; g != NULL; g = g->next) {
        if (g->kind == DOC_ROW_GROUP)
            count_group(r, &t, g);
    }
    return t;
}

/* Whoever hears a cell hears the names of its column and its row before it. */
static void check_names(struct accessibility_check *r,
                        const struct table_tally *t)
{
    if (t->blank > 0) {
        finding(r->f, FINDING_BLANK_HEADER, t->blank_at,
                "header cells of this table are blank: %u", (unsigned)t->blank);
        finding_hint(r->f, "whoever hears a cell hears no name for its row or "
                           "column: give it one");
    } else if (t->nameless > 0 && t->named > 0) {
        finding(r->f, FINDING_BLANK_HEADER, t->nameless_at,
                "rows of this table begin with a blank, unlike the others: %u",
                (unsigned)t->nameless);
        finding_hint(r->f, "whoever hears a cell hears no name for its row: "
                           "give it one");
    } else if (t->below > 0) {
        finding(r->f, FINDING_BLANK_HEADER, t->below_at,
                "rows of this table begin with a blank below the name of their "
                "group: %u",
                (unsigned)t->below);
        finding_hint(r->f,
                     "whoever hears a row does not hear its group: say "
                     "role=\"group\" of the column in its kind, or repeat "
                     "the name");
    }
}

static void check_heard(struct accessibility_check *r,
                        const struct table_tally *t)
{
    if (t->unheard == 0)
        return;
    finding(r->f, FINDING_SILENT_CELL, t->unheard_at,
            "header cells of this table hold signs alone, which no voice "
            "speaks: %u",
            (unsigned)t->unheard);
    finding_hint(r->f, "whoever hears a cell hears no name for its row or "
                       "column: write the word");
}

/* Whoever hears a cell hears what it says, or why it says nothing. */
static void check_data(struct accessibility_check *r,
                       const struct table_tally *t, bool sparse)
{
    if (t->silent > 0) {
        finding(r->f, FINDING_SILENT_CELL, t->silent_at,
                "cells of this table hold signs alone, which no voice speaks: "
                "%u of %u",
                (unsigned)t->silent, (unsigned)t->cells);
        finding_hint(r->f, "write the word, as `up`, `yes` or `none`; a column "
                           "of choices can have one for each sign");
    }
    if (t->hyphens > 0) {
        finding(r->f, FINDING_SILENT_MINUS, t->hyphen_at,
                "cells of this table have a hyphen before a figure below "
                "nought, which voices pass over: %u",
                (unsigned)t->hyphens);
        finding_hint(r->f, "write a minus sign, − (U+2212), or give the column "
                           "a type of figures");
    }
    if (t->empty > 0 && !sparse) {
        finding(r->f, FINDING_BLANK_CELL, t->empty_at,
                "cells of this table are blank: %u of %u", (unsigned)t->empty,
                (unsigned)t->cells);
        finding_hint(r->f, "say why, as `Nil`, `To be confirmed` or `Not "
                           "applicable`, or leave the row or column out");
    }
}

static void check_caption(struct accessibility_check *r,
                          const struct doc_node *table)
{
    const struct doc_node *caption = table->first;
    struct str words = {NULL, 0};

    if (caption != NULL && caption->kind == DOC_CAPTION)
        words = accessibility_words(r, caption);
    if (words.len == 0) {
        finding(r->f, FINDING_NO_CAPTION, table->at,
                "this table has no caption");
        finding_hint(r->f, "say in caption=\"...\" what it shows");
    } else if (accessibility_name(r, &r->captions, words, 0, NULL) != NULL) {
        finding(r->f, FINDING_SAME_CAPTION, table->at,
                "an earlier table has the caption `%.*s`, too", STR_ARG(words));
        finding_hint(r->f, "whoever goes through the list of tables cannot "
                           "tell which is which: say in caption=\"...\", or in "
                           "the title of the data, what sets it apart");
    }
}

void accessibility_table(struct accessibility_check *r,
                         const struct doc_node *table)
{
    const uint32_t columns = table->u.table->ncolumns;
    const struct table_tally t = tally(r, table);

    accessibility_count(r, ACCESSIBILITY_TABLES, table->at);
    if (t.spans)
        accessibility_count(r, ACCESSIBILITY_SPANS, table->at);
    check_caption(r, table);
    check_names(r, &t);
    check_heard(r, &t);
    check_data(r, &t, table->u.table->sparse);
    if (columns == 1 || t.rows <= 1) {
        finding(r->f, FINDING_LAYOUT_TABLE, table->at,
                "this table has one %s below its head",
                columns == 1 ? "column" : "row");
        finding_hint(r->f, "a list, or a sentence, is easier to follow");
    }
    if (columns > COLUMNS_MANY)
        finding(r->f, FINDING_MANY_COLUMNS, table->at,
                "this table has %u columns, more than %d", (unsigned)columns,
                COLUMNS_MANY);
}
