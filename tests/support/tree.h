/*
 * tree.h - a document tree for a test, and what it should look like.
 */
#ifndef TESTS_SUPPORT_TREE_H
#define TESTS_SUPPORT_TREE_H

#include "core/doc/doc.h"

struct test_tree {
    struct arena arena;
    struct doc doc;
    struct findings findings;
};

void test_tree_init(struct test_tree *t);
void test_tree_free(struct test_tree *t);

/* A series with a counter of its own. */
struct label_series test_series(const char *id, const char *pattern, int index,
                                const struct label_series *within);

/* The node of that id; NULL: there is none. */
const struct doc_node *test_find(const struct doc *d, const char *id);

struct doc_node *test_section(struct doc *d, struct doc_node *parent,
                              const char *id, const char *heading,
                              const struct label_series *series);
struct doc_node *test_numbered(struct doc *d, struct doc_node *parent,
                               const char *text,
                               const struct label_series *series);
struct doc_node *test_list(struct doc *d, struct doc_node *parent,
                           const struct label_series *series);
struct doc_node *test_item(struct doc *d, struct doc_node *list,
                           const char *text);

/* A table of one column with a head and a row. */
struct doc_node *test_table(struct doc *d, struct doc_node *parent);

/* All labels in the order of the document, separated by spaces, are WANT. */
void test_labels(const struct doc *d, const char *want);

/* What doc_plain_text() says of NODE is WANT. */
void test_words(const struct doc_node *node, const char *want);

/* The dump holds WANT, a line or a part of one. */
void test_dump_has(const struct doc *d, const char *want);
void test_dump_has_no(const struct doc *d, const char *unwanted);

/* Exactly one finding was made, with this code, and its text has PART. */
void test_one_finding(const struct findings *f, const char *code,
                      const char *part);

#endif
