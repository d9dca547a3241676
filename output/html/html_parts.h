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
#include "core/model/picture.h"
#include "output/font/font.h"
#include "output/html/html_paper.h"
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
    struct buf *places; /* html_places_add(); NULL: nobody wants them */
    enum html_region region;
    struct html_table *table;        /* the innermost that is open */
    const struct doc_node *numbered; /* the section whose blocks stand in a
                                        column beside their numbers */
    struct html_id heading;          /* the last */
    struct html_id caption;          /* of the last table or picture */
    uint32_t ids;                    /* made so far */
    uint32_t rows;                   /* tables of html_rows.h so far */
    uint32_t desk;                   /* html_desk_width() */
    struct doc_index notes;          /* empty before the first mark */
    const struct doc_node *contents; /* the last whose list was begun */
    struct html_paper paper;
    bool numbers_paragraphs; /* somewhere in the report */
};

#define HTML_MAIN_ID ".main"
#define HTML_ATTACHMENTS_ID ".attachments"
#define HTML_MARK ".mark-"   /* before the id of a note: that of its mark */
#define HTML_SCREEN "screen" /* the class of what is not printed */

/* The element of a node: its classes (either may be NULL), id, language. */
void html_node(struct html *h, enum html_tag tag, const struct doc_node *n,
               const char *class, const char *more);

/* What no screen shows: running matter, page numbers, what is for paper. */
bool html_is_printed_only(const struct doc_node *n);

bool html_has_label(const struct doc_node *n);

/* N thousandths as a decimal, without zeros at its end: 1833 is 1.833. */
void html_put_thousandths(struct buf *out, int64_t n);
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

/*
 * What writes each kind of node; of those that are LEFT, html_leave_NAME() has
 * something to say before their elements are closed.
 */
/* clang-format off */
#define HTML_WRITERS(ENTERED, LEFT)                                            \
    ENTERED(DOC_COVER, cover)                                                  \
    ENTERED(DOC_PART, part)                                                    \
    LEFT(DOC_SECTION, section)                                                 \
    ENTERED(DOC_QUOTE, quote)                                                  \
    ENTERED(DOC_LIST, list)                                                    \
    ENTERED(DOC_ITEM, item)                                                    \
    ENTERED(DOC_FIELD_LIST, field_list)                                        \
    ENTERED(DOC_FIELD, field)                                                  \
    ENTERED(DOC_FIELD_NAME, field_name)                                        \
    ENTERED(DOC_FIELD_VALUE, field_value)                                      \
    LEFT(DOC_TABLE, table)                                                     \
    LEFT(DOC_PICTURE, picture)                                                 \
    ENTERED(DOC_CAPTION, caption)                                              \
    ENTERED(DOC_ROW_GROUP, row_group)                                          \
    ENTERED(DOC_ROW, row)                                                      \
    ENTERED(DOC_CELL, cell)                                                    \
    LEFT(DOC_NOTE, note)                                                       \
    LEFT(DOC_CONTENTS, contents)                                               \
    ENTERED(DOC_CONTENTS_ITEM, contents_item)                                  \
    ENTERED(DOC_SIGN_OFF, sign_off)                                            \
    ENTERED(DOC_FOLD, fold)                                                    \
    ENTERED(DOC_SIDES, sides)                                                  \
    ENTERED(DOC_HEADING, heading)                                              \
    ENTERED(DOC_PARAGRAPH, paragraph)                                          \
    ENTERED(DOC_LISTING, listing)                                              \
    ENTERED(DOC_PAGE_BREAK, page_break)                                        \
    ENTERED(DOC_STRONG, strong)                                                \
    ENTERED(DOC_EMPHASIS, emphasis)                                            \
    ENTERED(DOC_CODE, code)                                                    \
    ENTERED(DOC_LINK, link)                                                    \
    ENTERED(DOC_REFERENCE, reference)                                          \
    ENTERED(DOC_SPAN, span)                                                    \
    ENTERED(DOC_NOTE_MARK, note_mark)                                          \
    LEFT(DOC_LABEL, label)                                                     \
    ENTERED(DOC_TEXT, text)                                                    \
    ENTERED(DOC_BREAK, break)                                                  \
    ENTERED(DOC_DRAWING, drawing)
/* clang-format on */

#define ENTERED(kind, name) html_enter_fn html_enter_##name;
#define LEFT(kind, name) ENTERED(kind, name) html_leave_fn html_leave_##name;
HTML_WRITERS(ENTERED, LEFT)
#undef ENTERED
#undef LEFT

/* TEXT, of which no browser parts a date, nor a minus from the currency
   behind it. */
void html_words(struct html *h, struct str text);
/* What N itself says, in the element that is open. */
void html_put_text(struct html *h, const struct doc_node *n);

/* The <img> of a picture from a file. */
void html_image(struct html *h, const struct doc_node *n,
                const struct picture_image *p);

/* The data files that travel with the report, each as a link that saves it;
   nothing when there are none. On the screen only: in print nothing can be
   saved, and a PDF has them among its own attachments. */
void html_attachments(struct html *h);
/* An entry for them at the end of the contents. */
void html_attachments_item(struct html *h);

/* The link to the report on pages: at the end of the contents, or of a report
   without any. Nothing where there is none. */
void html_paper_item(struct html *h);
void html_paper_paragraph(struct html *h);

/* The style sheet, without its <style>: what a house decides as custom
   properties, the rules of templates/style, and the page. */
void html_css(struct buf *out, const struct style *style);

#endif
