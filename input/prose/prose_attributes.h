/*
 * prose_attributes.h - what the attributes of an element of prose make of its
 * node. For the readers of prose.
 *
 * Ownership: everything belongs to the reading's arena, whose failure sticks.
 * A name that is not known is a finding; the node is then without it.
 */
#ifndef INPUT_PROSE_PROSE_ATTRIBUTES_H
#define INPUT_PROSE_PROSE_ATTRIBUTES_H

#include "core/base/list.h"
#include "input/prose/prose_in.h"
#include "input/xml/xml_value.h"

struct prose_reading {
    struct xml_reading reading;
    const struct prose_options *options;
};

/* TEXT with each row of white space as one space. */
struct str prose_fold(struct arena *arena, struct str text);

/* What every block may say: id, language, copy, medium, conditions. */
void prose_fill_block(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);

/* Those of WHEN, and of EACH, which may be NULL. */
void prose_fill_conditions(struct prose_reading *p, struct doc_node *node,
                           const struct xml_node *xml,
                           const struct xml_attribute_rule *when,
                           const struct xml_attribute_rule *each);

void prose_fill_paragraph(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml);
void prose_fill_heading(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml);
void prose_fill_list(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml);
void prose_fill_call(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml);
/* A table of words: its cells are counted in its first row, and each other row
   is proven to have as many. */
void prose_fill_words(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);
void prose_fill_cell(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml);
/* Whether XML, a table, has rows of its own. */
bool prose_has_rows(const struct xml_node *xml);
/* The group of rows that the next one of TABLE stands in: its head, or what
   follows. */
struct doc_node *prose_row_group(struct prose_reading *p,
                                 struct doc_node *table);
void prose_fill_sides(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);
void prose_fill_title(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);
void prose_fill_logo(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml);
void prose_fill_narrative(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml);
void prose_fill_chart(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);
void prose_fill_generator(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml);
void prose_fill_use(struct prose_reading *p, struct doc_node *node,
                    const struct xml_node *xml);
/* A list of no struct generator_argument, and attribute A of the element that
   calls the generator, added to one. */
struct list prose_no_arguments(struct prose_reading *p);
void prose_add_argument(struct prose_reading *p, struct list *arguments,
                        const struct xml_attribute *a);
/* What a FIELD holds: its name and an empty value. Returns the node that what
   XML holds goes into: the value or, where that is repeated, a BLOCK in it. */
struct doc_node *prose_begin_fact(struct prose_reading *p,
                                  struct doc_node *field,
                                  const struct xml_node *xml);
/* The same of a key figure. */
struct doc_node *prose_begin_key(struct prose_reading *p,
                                 struct doc_node *field,
                                 const struct xml_node *xml);
void prose_fill_figures(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml);
void prose_fill_image(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml);
void prose_fill_link(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml);
void prose_fill_reference(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml);
void prose_fill_phrase(struct prose_reading *p, struct doc_node *node,
                       const struct xml_node *xml);
void prose_fill_page_number(struct prose_reading *p, struct doc_node *node,
                            const struct xml_node *xml);

#endif
