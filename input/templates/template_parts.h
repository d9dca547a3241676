/*
 * template_parts.h - what the readers of a template share.
 *
 * For input/templates/template_in.c and the files that read its parts only. A
 * template may extend another: the elements of both are merged by their ids
 * first, then read once, so that no struct is ever changed after it was made.
 */
#ifndef INPUT_TEMPLATES_TEMPLATE_PARTS_H
#define INPUT_TEMPLATES_TEMPLATE_PARTS_H

#include "input/prose/prose_in.h"
#include "input/templates/library_parts.h"
#include "input/templates/template_elements.h"

#define TEMPLATE_CHAIN_MAX 8 /* a template, what it extends, and so on */

struct template_reading {
    const struct xml_reading *xml;
    const struct generator_names *generators;
    struct image_files *images;
    struct template *made;
    struct label_series *series; /* made->series, while they are resolved */
    const struct xml_node *roots[TEMPLATE_CHAIN_MAX]; /* its own root first */
    const struct library_file *files[TEMPLATE_CHAIN_MAX]; /* of them */
    size_t nroots;
    /* const struct xml_node *, one for each id */
    struct list series_nodes;
    struct list fields;
    struct list roles;
    struct list data;
    struct list views;
    struct list checks;
    struct list sections;
    struct list parts;
    struct list pieces;
    /* What was made of them so far, struct prose_piece. */
    struct list made_pieces;
    const struct label_series *fact_series; /* of the body that is read */
};

/* The innermost definition: of the first root that has a child ELEMENT, or
   gives an attribute. NULL when none has. */
const struct xml_node *template_first(const struct template_reading *r,
                                      const struct xml_element *element);
const struct xml_node *template_giving(const struct template_reading *r,
                                       const struct xml_attribute_rule *rule);

/* The series that NODE's attribute RULE names; OTHERWISE when it is absent,
   NULL for "none" and, with a finding, for an unknown one. */
const struct label_series *
template_series_in(const struct template_reading *r,
                   const struct xml_node *node,
                   const struct xml_attribute_rule *rule,
                   const struct label_series *otherwise);

/* template_merge.c: the lists above, of all roots; and the sections of the part
   ID, as a list of such nodes. */
void template_merge(struct template_reading *r);
struct list template_merge_part(const struct template_reading *r,
                                struct str id);
/* An element that may stand once in a template, merged from all files that the
   template extends: the nearest that gives an attribute counts. */
const struct xml_node *template_merged(const struct template_reading *r,
                                       const struct xml_element *element);

/* template_fields.c: the header fields, with what they say by themselves. */
void template_read_fields(struct template_reading *r);

/* template_series.c: fills made->series and which series numbers what. */
struct template_numbering {
    const struct label_series *headings;
    const struct label_series *paragraphs;
    const struct label_series *parts;
};
void template_read_series(struct template_reading *r);
void template_read_numbering(struct template_reading *r,
                             struct template_numbering *numbering);

/* template_sections.c: sections, parts, sign-off. */
void template_read_sections(struct template_reading *r,
                            const struct template_numbering *numbering);
/* What NODE holds, in order. */
struct template_body {
    const struct template_block *blocks;
    size_t nblocks;
};
struct template_body template_read_body(const struct template_reading *r,
                                        const struct xml_node *node);

/* template_places.c: pieces; then cover, header, head and foot. */
void template_read_places(struct template_reading *r);
/* The same: which of the pieces are used, when all else was read. */
void template_list_pieces(struct template_reading *r);

/* How prose of this template is read. */
struct prose_options template_prose(const struct template_reading *r);

#endif
