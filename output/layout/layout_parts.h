/*
 * layout_parts.h - what the parts of the layout share. For output/layout only.
 *
 *   inline_runs.c inlines of a block -> text in runs, each of one style
 *   inline.c     that text -> atoms (pieces that are never broken)
 *   line.c       atoms -> lines, each a box; line_extent.c: what these take
 *   flow.c       boxes top to bottom, with labels, bars and targets
 *   paragraph.c  blocks of inlines -> boxes, in a flow
 *   block.c      other blocks -> boxes, in a flow
 *   listing.c    lines of code -> boxes, in a flow
 *   picture.c    pictures -> boxes, one each
 *   band.c       the head of the first page
 *   panel.c      the ground and bar of recommendations
 *   fields.c     field lists and contents: two columns side by side
 *   table*.c     tables -> boxes, one a row, and what stands again above them
 *                on later pages
 *   notes.c      footnotes -> boxes that travel with the line that marks them
 *   page.c       boxes -> pages; page_place.c puts them there
 *   page_fill.c  pages that are nearly empty
 *   running.c    running matter and page numbers, when the pages are counted
 *
 * block.c calls table.c and fields.c, and these call block.c for what stands
 * in a cell or a field: the one circle in the program, at most NESTING_MAX
 * deep.
 *
 * A box is what no page ends inside. Its items have their final x; their y
 * counts from the top of the box until it is placed on a page.
 *
 * Ownership: the layout's arena. Boxes are used again once they are placed;
 * scratch memory is freed by layout_make().
 * Failure: sticks in the arena; a NULL box is passed over everywhere.
 */
#ifndef OUTPUT_LAYOUT_LAYOUT_PARTS_H
#define OUTPUT_LAYOUT_LAYOUT_PARTS_H

#include "output/layout/layout.h"

/* How much a page may not end after a box. */
enum keep {
    KEEP_NOT,
    KEEP_WEAK,   /* a paragraph and the table it leads to: given up for a page
                    that would be left too empty */
    KEEP_WHOLE,  /* what had better be whole: likewise, where that does not help
                  */
    KEEP_FIRM,   /* the last rows of a table, a total and what it totals, a
                    lead-in and its list: unless no page holds them */
    KEEP_STRONG, /* a heading and its text; widows and orphans */
};

struct page_repeat;

struct box {
    struct box *next;
    struct layout_item *first;
    struct layout_item *last;
    struct layout_target *targets;    /* what begins here; y as the items' */
    struct box *notes;                /* footnotes that are marked here */
    const struct page_repeat *repeat; /* of a table's row: what stands above it
                                         if it begins a page; or NULL */
    int32_t space;      /* above, unless it is the first of a page or cell */
    int32_t open_above; /* of a row that goes on: above, where it begins a
                           page, */
    int32_t open_below; /* and below, with a line, where it ends one */
    int32_t height;
    int32_t baseline; /* of its first line */
    uint8_t keep;     /* enum keep */
    bool landscape;
};

struct boxes {
    struct box *first;
    struct box *last;
};

/* What stands again on each page that a table goes on to: its head; below it
   the title of the group; below that the heading of a row that was split. */
struct page_repeat {
    const struct page_repeat *above; /* or NULL */
    struct boxes boxes;
    int32_t height;      /* with what is above */
    int32_t left, width; /* of the table */
};

#define REPEATS_MAX 3 /* above one another */

struct text_style {
    int32_t size;    /* milli-points */
    int32_t leading; /* line height in thousandths of the size */
    uint32_t colour;
    uint8_t face;  /* enum face */
    uint8_t align; /* enum doc_align */
    bool balance;  /* lines of about one length */
    bool listing;  /* spaces stay, and words end where the line does */
};

/* Text in one style from one inline. */
struct run {
    const struct doc_node *src;
    size_t start; /* in the scratch text */
    int32_t size;
    int32_t rise;  /* of a note's mark above the baseline */
    int32_t space; /* width of a space */
    uint32_t colour;
    uint8_t face;
    bool underline;
    bool number;      /* a page number that is not known yet */
    bool sample;      /* of a key: src is its DRAWING */
    bool hanging;     /* of marks that hang beyond the figures of a column */
    const char *mark; /* the id of the note that it marks, or NULL */
};

/* Whether a line may end before an atom. */
enum line_break {
    BREAK_NONE,
    BREAK_LAST_RESORT, /* only in a word that is wider than its line */
    BREAK_ALLOWED,
    BREAK_SPACE,
    BREAK_FORCED,
};

struct atom {
    const struct shaped *shaped; /* NULL: a page number, not known yet */
    int32_t width;
    uint32_t run;
    uint32_t word;       /* counts what stands between spaces */
    uint8_t before;      /* enum line_break */
    uint8_t level;       /* output/font/bidi.h */
    uint8_t space_level; /* of the space after it */
    bool space : 1;      /* a space follows */
    bool hyphen : 1;     /* a soft hyphen follows */
};

/* Where an atom or a space stands on its line. */
struct line_piece {
    int32_t x;
    int32_t width;
    uint8_t level;
};

/* Where a line may end, and the best lines that lead there. */
struct break_place {
    size_t at;   /* the atom behind it */
    size_t from; /* the place at which its line begins */
    int64_t x;   /* of that atom, all on one line */
    int64_t cost;
    uint32_t lines;
};

/* A line that marks a note. */
struct mark {
    struct box *box;
    const char *target;
};

/* Grows and is used again by every paragraph; freed at the end. */
struct scratch {
    char *text;
    size_t len, text_capacity;
    char *breaks;
    size_t breaks_capacity;
    uint8_t *levels; /* of each byte of text; only where turned */
    size_t levels_capacity;
    bool turned; /* some of text is read from right to left */
    struct line_piece *pieces;
    size_t pieces_capacity;
    struct run *runs;
    size_t nruns, runs_capacity;
    struct atom *atoms;
    size_t natoms, atoms_capacity;
    struct break_place *places;
    size_t nplaces, places_capacity;
    size_t *ends; /* of the lines of a paragraph: their first atom too many */
    size_t ends_capacity;
    struct mark *marks;
    size_t nmarks, marks_capacity;
};

struct note_entry {
    const struct doc_node *node;
    bool placed;
};

/* A page number's item, to be filled when the pages are counted. */
struct pending_number {
    struct pending_number *next;
    struct layout_item *item;
    uint32_t page;
};

/* The page that is being filled. */
struct pages {
    struct layout_page *last;
    bool open;          /* last is being filled */
    bool landscape;     /* last is */
    bool bare;          /* pages that are begun now are a cover's */
    int32_t y;          /* where the next box begins */
    int32_t open_below; /* of the box that was placed last */
    const struct page_repeat *repeat; /* and the table that it is a row of */
    bool empty;                       /* nothing but repeated heads is on it */
    struct boxes notes;
    int32_t notes_height;           /* with the rule above them; 0: none */
    struct boxes carried;           /* notes that did not fit their page */
    struct boxes turned;            /* on their side, when this page is full */
    const struct box *turned_after; /* is not placed yet; or NULL */
    bool waiting;                   /* what is added now is of these */
    struct boxes group; /* boxes up to where a page may end, and after it */
    int32_t group_height;
};

struct layout_parts {
    const struct doc *doc;
    const struct style *style;
    const struct house_sizes *sizes;
    const struct doc_node *page_before; /* begins a page; or NULL */
    struct shaper *shaper;
    struct arena *arena;
    struct arena *items; /* the newest part of it: for items and their words */
    struct findings *findings;
    struct layout *layout;
    struct scratch scratch;
    struct box *free_boxes;
    struct pages pages;
    struct note_entry *notes;
    size_t nnotes;
    struct layout_target *last_target;
    struct pending_number *numbers;
    uint32_t running_page; /* while running matter is made, else 0 */
    bool plain_links;      /* in the colour of the text: their ground is a tint,
                              against which theirs is not proven */
    uint8_t artifact;      /* enum layout_artifact of all that is made now */
    uint8_t depth;         /* of tables and fields in one another */
};

bool layout_ok(const struct layout_parts *m);

/* Room for COUNT elements of SIZE bytes in scratch memory that grows. */
bool scratch_room(struct layout_parts *m, void **memory, size_t *capacity,
                  size_t count, size_t size);

/* --- boxes: box.c --- */

struct box *box_new(struct layout_parts *m, int32_t height);
void box_recycle(struct layout_parts *m, struct box *s);
void box_item(struct box *s, struct layout_item *item);
/* Puts all of FROM into S, DY lower, and recycles FROM; its space, height and
   keep are lost. */
void box_merge(struct layout_parts *m, struct box *s, struct box *from,
               int32_t dy);
void boxes_add(struct boxes *list, struct box *s);
struct box *boxes_take(struct boxes *list);
int32_t boxes_height(const struct boxes *list); /* first space left out */
/* Puts two columns side by side, line by line. */
void boxes_beside(struct layout_parts *m, struct boxes *left,
                  struct boxes *right, struct boxes *out);
/* Adds copies of FROM to OUT, to be placed more than once. */
void boxes_copy(struct layout_parts *m, const struct boxes *from,
                struct boxes *out);
struct layout_item *item_new(struct layout_parts *m, enum layout_kind kind);
struct shaped_word *item_words(struct layout_parts *m, size_t n);
/* After many items a new part of the arena begins. */
void items_part(struct layout_parts *m);
void item_on_page(struct layout_parts *m, const struct layout_item *item,
                  const struct layout_page *page);
/* A rectangle; its artifact is that of M, else ARTIFACT. */
struct layout_item *item_fill(struct layout_parts *m,
                              enum layout_artifact artifact,
                              const struct doc_node *src, uint32_t colour);

/* --- text: inline_runs.c, inline.c, line.c, line_extent.c --- */

/* Makes NODE's inlines the text and runs of the scratch memory; without its
   LABEL when SKIP_LABEL is set. */
void inline_runs(struct layout_parts *m, const struct doc_node *node,
                 const struct text_style *style, bool skip_label);

/* The same, and atoms of them. */
void inline_atoms(struct layout_parts *m, const struct doc_node *node,
                  const struct text_style *style, bool skip_label);

/* What a page number that is not known yet takes. */
int32_t inline_number_width(struct layout_parts *m,
                            const struct text_style *style);

struct line_box {
    int32_t left;
    int32_t width;
    int32_t first_indent; /* of the first line */
};

/* Breaks the atoms into lines and adds them to OUT, widows and orphans kept
   together. */
void line_make(struct layout_parts *m, const struct text_style *style,
               struct line_box box, struct boxes *out);

struct extent {
    int32_t min; /* the widest piece that is not broken */
    int32_t max; /* all on one line */
};

struct extent line_extent(struct layout_parts *m);
/* What the marks that end the atoms and hang take of that line. */
int32_t line_hanging(const struct layout_parts *m);
/* The least width at which the atoms take no more than two lines. */
int32_t line_halved(struct layout_parts *m);

int32_t style_height(const struct text_style *style);
/* Of the baseline below the top of a line. */
int32_t style_baseline(struct layout_parts *m, const struct text_style *style);

/* --- blocks: flow.c, paragraph.c, block.c, picture.c, fields.c, table.c --- */

#define FLOW_DEPTH_MAX 160
#define NESTING_MAX 4 /* of tables and fields: a cell's list may hold one */

/* What the block that the flow is in has changed for what it holds. */
struct flow_level {
    int32_t left;
    int32_t hang;         /* width of the number column left of it, or 0 */
    int32_t label_column; /* of a LIST */
    int32_t bar;          /* x of a quote's bar, or -1 */
};

enum flow_panel {
    PANEL_NONE,
    PANEL_BEGINS, /* nothing is drawn above the next box */
    PANEL_GOES_ON,
};

struct flow {
    struct layout_parts *m;
    struct text_style style; /* of its paragraphs */
    int32_t right;
    int32_t gap;  /* space due above the next box */
    bool paged;   /* boxes go to pages at once; else they gather in out */
    bool compact; /* a cell: small spaces */
    bool landscape;
    bool banded;                        /* the first page began with a band */
    uint8_t panel;                      /* enum flow_panel */
    const struct doc_node *beside_logo; /* is in that band already, or NULL */
    const struct doc_node *first_logo;  /* of those that were placed, or NULL */
    bool together; /* no page ends between its boxes, where one holds them */
    struct boxes out;
    struct box *label;                /* hangs beside the next box, or NULL */
    struct layout_target *targets;    /* begin at the next box */
    const struct page_repeat *repeat; /* of the boxes that are made now */
    struct boxes *held;               /* they gather here instead, or NULL */
    size_t depth;
    struct flow_level levels[FLOW_DEPTH_MAX]; /* [0, depth] */
};

void flow_init(struct flow *f, struct layout_parts *m,
               const struct text_style *style, int32_t left, int32_t right);
int32_t flow_left(const struct flow *f);
/* All that NODE holds, inlines or blocks, but not what it is itself. */
void flow_content(struct flow *f, const struct doc_node *node);
/* One block of inlines with its label hanging; KEEP as after its last line. */
void flow_paragraph(struct flow *f, const struct doc_node *node,
                    const struct text_style *style, enum keep keep);
void flow_emit(struct flow *f, struct box *s);
void flow_emit_all(struct flow *f, struct boxes *list);
void flow_space(struct flow *f, int32_t space); /* at least this much */
void flow_target(struct flow *f, const struct doc_node *node);

/* Between a label and what it labels. */
int32_t label_gap(const struct text_style *style);
int32_t label_width(struct layout_parts *m, const struct doc_node *node,
                    const struct text_style *style); /* 0: it has none */
/*
 * Makes NODE's label hang at X beside the next box; returns its width. The
 * space after its last word keeps it apart from the text when both are
 * extracted.
 */
int32_t flow_label(struct flow *f, const struct doc_node *node,
                   const struct text_style *style, int32_t x);
void flow_label_alone(struct flow *f, enum keep keep); /* as a line */

/* block_paragraph.c: what is below a block, in millipoints; what follows NODE
   and is printed, notes apart. */
int32_t block_space(const struct flow *f);
const struct doc_node *block_followed_by(const struct doc_node *node);
void block_enter_paragraph(struct flow *f, const struct doc_node *node);

/* What is above NODE: where it begins with a caption more than between
   paragraphs, but for its heading. */
void block_space_above(struct flow *f, const struct doc_node *node);

bool block_has_label(const struct doc_node *node);
/* Whether its children, its label apart, are inlines. */
bool block_holds_inlines(const struct doc_node *node);
/* The labels' column of a list, fields or the like in NODE's children. */
int32_t block_label_column(struct layout_parts *m, const struct doc_node *node,
                           const struct text_style *style, int32_t least);

/* The ground and bar of recommendations, as far as S goes: panel.c. */
void panel_draw(struct flow *f, struct box *s);
void panel_enter(struct flow *f);
void panel_leave(struct flow *f);

/* What stands beside each other, FIRST and the two after it, between LEFT and
   RIGHT, with the lines that are drawn above or below: sides.c. */
#define SIDES_PARTS 3 /* start, centre, end */
void sides_make(struct layout_parts *m, const struct doc_node *first,
                const struct text_style *style, int32_t left, int32_t right,
                struct boxes *out);

/* Of a LISTING, all boxes. */
void listing_make(struct flow *f, const struct doc_node *listing);
void fields_make(struct flow *f, const struct doc_node *list);
void key_figures_make(struct flow *f, const struct doc_node *list);
/* The first child of NODE that is of KIND, or NULL. */
const struct doc_node *field_child(const struct doc_node *node,
                                   enum doc_kind kind);
/* FIELD, or the first after it that the pages have; NULL: none. */
const struct doc_node *field_printed(const struct doc_node *field);
void contents_item(struct flow *f, const struct doc_node *item);
/* Whether they have a page of their own, and so rules; the last of these. */
bool contents_are_ruled(const struct doc_node *contents);
void contents_end(struct flow *f, const struct doc_node *contents);

struct text_style caption_style(const struct flow *f);
struct text_style text_style(const struct layout_parts *m, enum type_set set,
                             enum face face, uint32_t colour);
/* Gives STYLE the size and the lines of SET; face and colour stay. */
void text_style_set(const struct layout_parts *m, enum type_set set,
                    struct text_style *style);
struct text_style paragraph_style(const struct flow *f,
                                  const struct doc_node *node);
/* What PICTURE shows; its caption is emitted already, kept with it. */
void picture_place(struct flow *f, const struct doc_node *picture,
                   enum keep keep);

/* All tables of a page begin at its left edge, but for those in lists. */
int32_t table_left_edge(const struct flow *f, const struct doc_node *table);
void table_make(struct flow *f, const struct doc_node *table);

/* --- pages that are nearly empty: page_fill.c --- */

/* Whether the last of several pages holds so little that it had better be
   filled, or drawn over. */
bool page_is_stray(const struct layout *l);
/* The section or heading that had better begin that page, so that it holds more
   and the page before it remains full; or NULL. */
const struct doc_node *page_begun_over(const struct layout_parts *m);
/* Findings of pages that are. */
void pages_prove(const struct layout_parts *m);

/* --- notes: notes.c --- */

void notes_find(struct layout_parts *m);
/* Makes the notes that the marks of the scratch memory name, and hangs each
   on its box. LANDSCAPE tells the page they will stand on. */
void notes_attach(struct layout_parts *m, bool landscape);
bool note_is_placed(struct layout_parts *m, const struct doc_node *note);
/* What those of LIST take of a page, with what is above them. */
int32_t notes_height(const struct boxes *list);
/* Which are, to set them back where boxes with notes are thrown away. NULL:
   there are none. */
const bool *notes_placed(const struct layout_parts *m);
void notes_set_placed(struct layout_parts *m, const bool *placed);

/* --- pages: page_size.c, page.c, running.c --- */

int32_t page_width(const struct layout_parts *m, bool landscape);
int32_t page_height(const struct layout_parts *m, bool landscape);
/* Of the text, between the margins. */
int32_t page_text_left(const struct layout_parts *m);
int32_t page_text_right(const struct layout_parts *m, bool landscape);
int32_t page_text_height(const struct layout_parts *m, bool landscape);

void page_add(struct layout_parts *m, struct box *s);
/* The same for all of BOXES, which KEEP holds together. */
void page_add_all(struct layout_parts *m, struct boxes *boxes, enum keep keep);
/* The box that was added last stays with what is added next, and no more. */
void page_hold(struct layout_parts *m);
/* After the box that was added last a page ends rather than be left empty. */
void page_ease(struct layout_parts *m);
/* The box that was added last, if it is a heading's or goes with what is added
   next as one does; NULL: it is not. */
const struct box *page_heading(const struct layout_parts *m);
/* The last box stays with what is added next if it is all that stands below
   HEADING: one line. */
void page_hold_line(struct layout_parts *m, const struct box *heading);
/* What the boxes take that were added last and go with what is added next
   wherever that goes. */
int32_t page_held_height(const struct layout_parts *m);
/* What is left of the page below all that was added, for what goes with it and
   is GAP lower: of a new page where that has no room on this one. */
int32_t page_rest(const struct layout_parts *m, int32_t gap);
void page_release(struct layout_parts *m);
/* Where WANTED and the page has been begun, what is added next waits until text
   that comes later has filled it; true then. */
bool page_wait(struct layout_parts *m, bool wanted);
void page_break(struct layout_parts *m); /* what follows begins on a new page */
void page_finish(struct layout_parts *m);

void running_make(struct layout_parts *m);
/* Fills in the page numbers of contents and references. */
void numbers_fill(struct layout_parts *m);

#endif
