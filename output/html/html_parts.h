/*
 * html_parts.h - what the parts of the HTML writer share; for output/html
 * alone.
 *
 * Each kind of node has a function that is called when the walk enters it and
 * opens its elements, with the node as their owner; they are closed when the
 * walk leaves it. It returns false when the walk shall pass over what the node
 * holds. A few kinds have something to say when they are left, before that.
 */
#ifndef OUTPUT_HTML_HTML_PARTS_H
#define OUTPUT_HTML_HTML_PARTS_H

#include "core/doc/doc.h"
#include "core/doc/doc_index.h"
#include "core/doc/picture.h"
#include "output/font/font.h"
#include "output/html/html_tags.h"

#include <stdbool.h>
#include <stdint.h>

enum html_region {
    REGION_NONE,
    REGION_HEADER,
    REGION_MAIN,
    REGION_FOOTER,
};

/* An id that is in the tree, or one that was made: .1, .2 and so on. The dot
   keeps it apart from those of a report, which begin with a letter. */
struct html_id {
    const char *given; /* NULL: made */
    uint32_t made;
};

struct html_table;

struct html {
    struct html_tags tags;
    const struct doc *doc;
    struct shaper *shaper;
    enum html_region region;
    struct html_table *table;        /* the innermost that is open */
    const struct doc_node *numbered; /* the section whose blocks stand in a
                                        column beside their numbers */
    struct html_id heading;          /* the last */
    struct html_id caption;          /* of the last table or picture */
    uint32_t ids;                    /* made so far */
    struct doc_index notes;          /* empty before the first mark */
    const struct doc_node *contents; /* the last whose list was begun */
    bool numbers_paragraphs;         /* somewhere in the report */
};

#define HTML_MAIN_ID ".main"
#define HTML_ATTACHMENTS_ID ".attachments"
#define HTML_MARK ".mark-"   /* before the id of a note: that of its mark */
#define HTML_SCREEN "screen" /* the class of what is not printed */

/* The element of a node: its classes (either may be NULL), id, language. */
void html_node(struct html *h, enum html_tag tag, const struct doc_node *n,
               const char *class, const char *more);

bool html_has_label(const struct doc_node *n);
bool html_numbers_paragraphs(const struct doc *d);

/* The id that html_give_id() will give to N next. */
struct html_id html_next_id(const struct html *h, const struct doc_node *n);
/* After html_node(): an id also where the tree has none. */
struct html_id html_give_id(struct html *h, const struct doc_node *n);
void html_labelled_by(struct html *h, struct html_id id);
/* A link to an id, of the tree (PREFIX empty) or of a mark. */
void html_link_to(struct html *h, const char *prefix, const char *id);

typedef bool html_enter_fn(struct html *h, const struct doc_node *n);
typedef void html_leave_fn(struct html *h, const struct doc_node *n);

html_enter_fn html_enter_cover, html_enter_part, html_enter_section,
    html_enter_quote, html_enter_list, html_enter_item, html_enter_field_list,
    html_enter_field, html_enter_field_name, html_enter_field_value,
    html_enter_note, html_enter_contents, html_enter_contents_item,
    html_enter_sign_off, html_enter_heading, html_enter_paragraph,
    html_enter_page_break;
html_leave_fn html_leave_section, html_leave_note, html_leave_contents;

html_enter_fn html_enter_table, html_enter_caption, html_enter_row_group,
    html_enter_row, html_enter_cell;
html_leave_fn html_leave_table, html_leave_row;

html_enter_fn html_enter_picture;
html_leave_fn html_leave_picture;
/* The <img> of a picture from a file. */
void html_image(struct html *h, const struct doc_node *n,
                const struct picture_image *p);

html_enter_fn html_enter_strong, html_enter_emphasis, html_enter_link,
    html_enter_reference, html_enter_span, html_enter_note_mark,
    html_enter_label, html_enter_text, html_enter_break;
html_leave_fn html_leave_label;

/* The data files that travel with the report, each as a link that saves it;
   nothing when there are none. On the screen only: in print nothing can be
   saved, and a PDF has them among its own attachments. */
void html_attachments(struct html *h);
/* An entry for them at the end of the contents. */
void html_attachments_item(struct html *h, const struct doc_node *contents);

/* The style sheet, without its <style>: what a house decides as custom
   properties, the rules of templates/style, and the page. */
void html_css(struct buf *out, const struct style *style);

#endif
