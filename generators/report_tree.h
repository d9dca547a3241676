/*
 * report_tree.h - the parts of generate_report(); for generators/ alone.
 */
#ifndef GENERATORS_REPORT_TREE_H
#define GENERATORS_REPORT_TREE_H

#include "generators/generator.h"

/* Header fields and title block, and what they say of the whole document:
   title, date: header.c. */
void generate_header(const struct generator_in *in, struct doc *d);

/* Head and foot of every page: running.c. */
void generate_running(const struct generator_in *in, struct doc *d);

/* What says on every page, and at the beginning, whom the copy is for, and what
   stands at the head and foot of pages alone, for HTML: marking.c. Once the
   header is made. */
void generate_marking(const struct generator_in *in, enum audience audience,
                      struct doc *d);

/* What the foot of pages says that the report does not, again at the foot of
   the page for the screen: that a report is exempt. */
void generate_screen_foot(struct doc *d);

/* SECTIONS of the template in their order, with what the report gives of them:
   sections.c. */
void generate_sections(const struct generator_in *in, struct doc *d,
                       struct doc_node *parent,
                       const struct template_section *sections,
                       size_t nsections, const struct report_section *given,
                       size_t ngiven);

/* Parts with their sections, in the template's order: parts.c. */
void generate_parts(const struct generator_in *in, struct doc *d);

/* The blocks of a section or sign-off that are to be printed. */
void generate_blocks(const struct generator_in *in, struct doc *d,
                     struct doc_node *parent,
                     const struct template_block *blocks, size_t nblocks);

/* Appendices that the report holds itself: appendix_sections.c. Their labels
   are those of the list of appendices, known when the tree is numbered. */
void generate_appendix_sections(const struct generator_in *in, struct doc *d);
void generate_appendix_labels(const struct generator_in *in, struct doc *d);

/* A finding for whatever the report gives and nobody will see, once all else
   is made: unused.c. */
void generate_unused(const struct generator_in *in);

/* Data files that travel with the report: attachments.c. None that is
   internal in the published copy, under any name. */
void generate_attachments(const struct generator_in *in, enum audience audience,
                          struct doc *d);

/* Entries of CONTENTS, for every heading of a part or section that is left
   in the settled tree, LEVELS deep; 0: of all. contents.c */
void generate_contents(struct doc *d, struct doc_node *contents,
                       uint32_t levels);

#endif
