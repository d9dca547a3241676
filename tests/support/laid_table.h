/*
 * laid_table.h - a table in a tree that is laid out, for tests of what becomes
 * of its columns and rows.
 *
 * Included by test programs alone: the tree, the table's model and its columns
 * are theirs.
 */
#ifndef TESTS_SUPPORT_LAID_TABLE_H
#define TESTS_SUPPORT_LAID_TABLE_H

#include "tests/support/laid_fixture.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct doc_table model;
static struct doc_column columns[64];

static inline int open_table_test(void **state)
{
    memset(columns, 0, sizeof(columns));
    model = (struct doc_table){.columns = columns};
    return open_test(state);
}

/* At the end of the tree; CAPTION may be NULL. */
static inline struct doc_node *table(uint32_t ncolumns, const char *caption)
{
    struct doc_node *n = doc_add(&t.d, t.d.root, DOC_TABLE);

    model.ncolumns = ncolumns;
    n->u.table = &model;
    if (caption != NULL)
        doc_text(&t.d, doc_add(&t.d, n, DOC_CAPTION), str_of(caption));
    return n;
}

static inline struct doc_node *group(struct doc_node *tab, enum doc_group level)
{
    struct doc_node *g = doc_add(&t.d, tab, DOC_ROW_GROUP);

    g->level = (uint8_t)level;
    return g;
}

/* A row whose cells are TEXTS, up to NULL. */
static inline struct doc_node *row_of(struct doc_node *g,
                                      const char *const *texts)
{
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    for (; *texts != NULL; texts++)
        doc_cell(&t.d, row, g->level == GROUP_HEAD ? SCOPE_COLUMN : SCOPE_NONE,
                 str_of(*texts));
    return row;
}

#define ROW(g, ...) row_of((g), (const char *const[]){__VA_ARGS__, NULL})

static inline const struct page_style *page(void)
{
    return &t.d.style->page;
}

/* How often what P repeats of a page before it is TEXT. */
static inline size_t count_repeats(const struct layout_page *p,
                                   const char *text)
{
    size_t count = 0;

    for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
        if (i->kind == LAYOUT_TEXT && i->artifact == ARTIFACT_REPEAT) {
            assert_null(i->src);
            count += str_is(str_trim(item_text(&t.tree, i)), text);
        }
    }
    return count;
}

#endif
