#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ROOM ((size_t)16 * 1024 * 1024)

void test_tree_init(struct test_tree *t)
{
    arena_init(&t->arena, ROOM);
    doc_init(&t->doc, &t->arena);
    findings_init(&t->findings, &t->arena);
}

void test_tree_free(struct test_tree *t)
{
    arena_free(&t->arena);
}

struct label_series test_series(const char *id, const char *pattern, int index,
                                const struct label_series *within)
{
    return (struct label_series){
        .id = id, .within = within, .pattern = str_of(pattern), .index = index};
}

struct doc_node *test_section(struct doc *d, struct doc_node *parent,
                              const char *id, const char *heading,
                              const struct label_series *series)
{
    struct doc_node *section = doc_add(d, parent, DOC_SECTION);
    struct doc_node *h = doc_heading(d, section, 2, str_of(heading));

    section->id = id;
    h->u.series = series;
    return section;
}

struct doc_node *test_numbered(struct doc *d, struct doc_node *parent,
                               const char *text,
                               const struct label_series *series)
{
    struct doc_node *p = doc_paragraph(d, parent, str_of(text));

    p->u.series = series;
    return p;
}

struct doc_node *test_list(struct doc *d, struct doc_node *parent,
                           const struct label_series *series)
{
    struct doc_node *list = doc_add(d, parent, DOC_LIST);

    list->u.series = series;
    return list;
}

const struct doc_node *test_find(const struct doc *d, const char *id)
{
    const struct str wanted = str_of(id);
    struct doc_walk w = doc_walk(d->root);

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->id != NULL && str_is(wanted, w.node->id))
            return w.node;
    }
    return NULL;
}

struct doc_node *test_item(struct doc *d, struct doc_node *list,
                           const char *text)
{
    struct doc_node *item = doc_add(d, list, DOC_ITEM);

    doc_text(d, item, str_of(text));
    return item;
}

struct doc_node *test_table(struct doc *d, struct doc_node *parent)
{
    struct doc_node *table = doc_add(d, parent, DOC_TABLE);
    struct doc_column *columns = arena_alloc(d->arena, 1, sizeof(*columns));
    struct doc_table *t = arena_alloc(d->arena, 1, sizeof(*t));
    struct doc_node *group;

    *t = (struct doc_table){.columns = columns, .ncolumns = 1};
    table->u.table = t;
    group = doc_add(d, table, DOC_ROW_GROUP);
    group->level = GROUP_HEAD;
    doc_cell(d, doc_add(d, group, DOC_ROW), SCOPE_COLUMN, STR_LIT("Head"));
    group = doc_add(d, table, DOC_ROW_GROUP);
    group->level = GROUP_BODY;
    doc_cell(d, doc_add(d, group, DOC_ROW), SCOPE_NONE, STR_LIT("Body"));
    return table;
}

/* Compares and frees. */
static void assert_text(struct buf *found, const char *want)
{
    buf_char(found, '\0');
    assert_int_equal(buf_status(found), ST_OK);
    assert_string_equal(found->ptr, want);
    buf_free(found);
}

void test_labels(const struct doc *d, const char *want)
{
    struct doc_walk w = doc_walk(d->root);
    struct buf found;

    buf_init(&found, ROOM);
    while (doc_walk_next(&w)) {
        if (!w.entering || w.node->kind != DOC_LABEL)
            continue;
        if (found.len > 0)
            buf_char(&found, ' ');
        assert_non_null(w.node->first);
        buf_str(&found, w.node->first->text);
    }
    assert_text(&found, want);
}

void test_words(const struct doc_node *node, const char *want)
{
    struct buf found;

    buf_init(&found, ROOM);
    doc_plain_text(node, &found);
    assert_text(&found, want);
}

static bool dump_has(const struct doc *d, const char *part, bool wanted)
{
    struct buf found;
    bool has;

    buf_init(&found, ROOM);
    doc_dump(d, &found);
    buf_char(&found, '\0');
    assert_int_equal(buf_status(&found), ST_OK);
    has = strstr(found.ptr, part) != NULL;
    if (has != wanted)
        print_message("%s", found.ptr);
    buf_free(&found);
    return has;
}

void test_dump_has(const struct doc *d, const char *want)
{
    if (!dump_has(d, want, true))
        fail_msg("the dump lacks: %s", want);
}

void test_dump_has_no(const struct doc *d, const char *unwanted)
{
    if (dump_has(d, unwanted, false))
        fail_msg("the dump has: %s", unwanted);
}

void test_one_finding(const struct findings *f, const char *code,
                      const char *part)
{
    assert_int_equal(f->count, 1);
    assert_string_equal(finding_code(f->first->id), code);
    if (str_find(f->first->text, str_of(part)) == f->first->text.len)
        fail_msg("%.*s lacks: %s", STR_ARG(f->first->text), part);
}
