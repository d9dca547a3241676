/*
 * sample_parts.h - short ways to build trees by hand, for tests.
 *
 * Each does nothing and returns NULL where its parent or node is NULL, as the
 * builders of core/doc/doc.h do. Texts are not copied.
 */
#ifndef TESTS_SUPPORT_SAMPLE_PARTS_H
#define TESTS_SUPPORT_SAMPLE_PARTS_H

#include "core/doc/doc.h"

/* Puts LABEL first into a node, as doc_number() does. */
void sample_label(struct doc *d, struct doc_node *node, const char *label);

struct doc_node *sample_role(struct doc_node *n, enum doc_role role);
struct doc_node *sample_id(struct doc_node *n, const char *id);

struct doc_node *sample_text(struct doc *d, struct doc_node *parent,
                             const char *words);
/* An inline around WORDS. */
struct doc_node *sample_inline(struct doc *d, struct doc_node *parent,
                               enum doc_kind kind, const char *words);
/* A link, or a reference to an id. */
void sample_link(struct doc *d, struct doc_node *parent, enum doc_kind kind,
                 const char *target, const char *words);

struct doc_node *sample_list(struct doc *d, struct doc_node *parent,
                             const struct label_series *series);
/* WORDS may be NULL: for an item of blocks. */
struct doc_node *sample_item(struct doc *d, struct doc_node *parent,
                             const char *label, const char *words);
/* Its value, to which more can be added; VALUE may be NULL. */
struct doc_node *sample_field(struct doc *d, struct doc_node *parent,
                              const char *name, const char *value);

struct doc_node *sample_table(struct doc *d, struct doc_node *parent,
                              const struct doc_table *model,
                              const char *caption);
struct doc_node *sample_group(struct doc *d, struct doc_node *table,
                              enum doc_group level);
/* Its first cell heads the row, or with SCOPE_COLUMN each its column. */
struct doc_node *sample_row(struct doc *d, struct doc_node *group,
                            enum doc_role role, const char *const *cells,
                            size_t ncells, enum doc_scope scope);

/* The cells as arguments. */
#define SAMPLE_ROW(d, group, role, ...)                                        \
    sample_row((d), (group), (role), (const char *const[]){__VA_ARGS__},       \
               sizeof((const char *const[]){__VA_ARGS__}) /                    \
                   sizeof(const char *),                                       \
               SCOPE_ROW)

#define SAMPLE_HEAD(d, group, ...)                                             \
    sample_row((d), (group), ROLE_NONE, (const char *const[]){__VA_ARGS__},    \
               sizeof((const char *const[]){__VA_ARGS__}) /                    \
                   sizeof(const char *),                                       \
               SCOPE_COLUMN)

#endif
