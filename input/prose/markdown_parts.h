/*
 * markdown_parts.h - what the files of the CommonMark reader share. Not for
 * others: prose_in.h is the way in.
 *
 * Ownership: the builder's arena; what is parsed outlives the reader. Failure:
 * a finding, and reading goes on; want of memory sticks in the arena.
 */
#ifndef INPUT_PROSE_MARKDOWN_PARTS_H
#define INPUT_PROSE_MARKDOWN_PARTS_H

#include "input/prose/markdown_links.h"
#include "input/prose/markdown_notes.h"
#include "input/prose/prose_builder.h"
#include "input/prose/prose_image.h"
#include "input/prose/prose_table.h"
#include "input/prose/typed_mark.h"

#include <md4c.h>

#define MARKDOWN_SHOWN_MAX 40 /* bytes of the input that a message repeats */
#define TYPED_DEPTH_MAX 16    /* lists in each other that are counted */

/* An image on its way to a picture, while its paragraph is open. */
struct open_image {
    struct doc_node *paragraph; /* NULL: there is none */
    struct doc_node *spoilt;    /* the paragraph of one with words beside it */
    struct prose_picture asked;
    struct buf alt;
    unsigned depth; /* of the image and what stands in it; 0: it has ended */
};

/* A list that is open. */
struct counted_list {
    unsigned items;
    bool ones; /* each but the first was typed as 1 */
    bool said;
};

struct markdown {
    struct prose_builder prose;
    const struct prose_options *options;
    struct str input;    /* what is parsed: its notes are blanked out */
    const char *written; /* the same bytes as they were written */
    const char *seen;    /* how far the input is known: prose.at is its place */
    struct buf html;     /* raw HTML that was met */
    struct place html_at;
    bool html_refused;        /* a finding names some; end tags need none */
    const char *refused;      /* entered, not yet reported */
    const char *refused_hint; /* or NULL */
    unsigned skipping;        /* levels of what is not taken */
    struct open_image image;
    struct prose_table table;
    bool in_table;
    struct markdown_notes notes;
    struct markdown_links links;
    struct str address;  /* of the link that was met last */
    const char *checked; /* up to here lines were looked at */
    const char *ahead;   /* the last that markdown_place_ahead() placed;
                            NULL: none since the input began */
    struct place ahead_at;
    bool in_note;             /* the input is the words of a note */
    unsigned note_blocks;     /* that were met in it */
    struct doc_node *listing; /* is open; or NULL */
    struct buf code;          /* its lines */
    struct place code_at;     /* of the first */
    char fence;               /* what ends it */
    struct typed_list {       /* lines or items that begin with i. or • */
        unsigned line;        /* the mark of the last one: 1 for i. and a) */
        unsigned item;
        struct typed_mark mark; /* of the line before */
        struct str number;      /* ... or 1.1, 1.2: the last one */
        bool line_ended;       /* what comes next begins a line, and here ... */
        struct place ended_at; /* ... the one before it ends */
        bool item_begun;       /* ... or an item of bullets */
        bool line_said;
        bool item_said;
        uint64_t numbered; /* a bit for each list that is open: the lowest is
                              the innermost's; deeper ones are lost */
        unsigned depth;    /* lists that are open; the outermost are */
        struct counted_list counted[TYPED_DEPTH_MAX];
    } typed;
};

/* --- markdown_reader.c --- */

/* To P, which lies in the input, and to what comes next in it. */
void markdown_move_to(struct markdown *r, const char *p);
void markdown_move_over_space(struct markdown *r);
/* To the line that begins with the first number of an ordered list: 3 and ),
   behind marks of quotations and lists that it stands in: what is seen may end
   lines before. */
void markdown_move_to_number(struct markdown *r, unsigned first, char mark);

/* TEXT of the input as it was written: what looks like the mark of a note is
   none in code, addresses and alternative texts. */
struct str markdown_as_written(const struct markdown *r, struct str text);

/* What is not taken: reported when its first text has shown its place. */
void markdown_refuse(struct markdown *r, const char *what, const char *hint);
void markdown_refuse_now(struct markdown *r);
void markdown_end_refused(struct markdown *r);

/* Names raw HTML that was met. (markdown_html.c) */
void markdown_end_html(struct markdown *r);

/* An address or a title, with its references replaced. */
struct str markdown_attribute(struct markdown *r, const MD_ATTRIBUTE *a);

/* The place of P, which comes after what is next. */
struct place markdown_place_ahead(struct markdown *r, const char *p);

/* --- markdown_lines.c --- */

/* The line of INPUT that byte AT stands on; the one that was seen last; the one
   behind LINE, or before it, empty where there is none; what stands in it,
   without the signs of quotations. */
struct str markdown_line_at(struct str input, size_t at);
struct str markdown_line_seen(const struct markdown *r);
struct str markdown_next_line(struct str input, struct str line);
struct str markdown_line_before(struct str input, struct str line);
struct str markdown_words_of(struct str line);

/* --- markdown_dialect.c, markdown_signs.c, markdown_left.c: what is no
   CommonMark --- */

/* Names what the line that P stands on has of other dialects. The line, unless
   it was looked at before or is one of a table. */
struct str markdown_check_line(struct markdown *r, const char *p);

/* The same of what stands below the head of a table, whose last text was seen:
   a rule with parts of a dash or two is refused, whatever md4c takes. */
void markdown_check_rule(struct markdown *r);

/* The same of what stands inside LINE. */
void markdown_check_inside(struct markdown *r, struct str line);

/* A warning where the mark of emphasis that was met stands behind a figure. */
void markdown_check_product(struct markdown *r);

/* A warning where TEXT, words that are printed, holds a mark of Markdown that
   made nothing: it was misspelt. */
void markdown_check_left(struct markdown *r, struct str text);

/* P begins with SHOWN, which is WHAT in another dialect. */
void markdown_say(struct markdown *r, const char *p, const char *what,
                  struct str shown, const char *hint);

/* Whether the text begins with what other programs are told of it: --- and
   `title: words`. */
bool markdown_begins_with_front(struct str input);

/* The cells of the table's row that byte AT stands in. */
uint32_t markdown_cells(struct str input, size_t at);

/* --- markdown_typed.c: marks that somebody typed --- */

/* A paragraph begins. */
void markdown_typed_begin(struct markdown *r);
/* TEXT, which is next: the marks i. ii., a) b), (1) (2) at the heads of lines
   and items. */
void markdown_typed(struct markdown *r, struct str text);
/* The line end that was met last becomes a space, or stays. */
void markdown_end_line(struct markdown *r);

/* --- markdown_doubts.c: what is read as it stands, and hardly meant --- */

/* At the ends of a heading, a paragraph, a row and of a line of words. */
void markdown_doubt_heading(struct markdown *r);
void markdown_doubt_paragraph(struct markdown *r);
void markdown_doubt_row(struct markdown *r);
void markdown_doubt_tabs(struct markdown *r, struct str line);

/* --- markdown_lists.c --- */

void markdown_open_list(struct markdown *r);
void markdown_open_ordered_list(struct markdown *r,
                                const MD_BLOCK_OL_DETAIL *detail);
void markdown_close_list(struct markdown *r);
void markdown_open_item(struct markdown *r, const MD_BLOCK_LI_DETAIL *detail);
void markdown_close_item(struct markdown *r);

/* --- markdown_listing.c --- */

void markdown_open_listing(struct markdown *r,
                           const MD_BLOCK_CODE_DETAIL *detail);
void markdown_add_code(struct markdown *r, struct str text);
void markdown_end_listing(struct markdown *r);

/* --- markdown_link.c --- */

void markdown_link_open(struct markdown *r, const MD_SPAN_A_DETAIL *detail);
/* [](#id) becomes a reference. */
void markdown_link_end(struct markdown *r);

/* --- markdown_image.c --- */

void markdown_open_image(struct markdown *r, const MD_SPAN_IMG_DETAIL *detail);
void markdown_add_alternative(struct markdown *r, MD_TEXTTYPE type,
                              struct str text);
void markdown_expect_no_image(struct markdown *r);
void markdown_end_image(struct markdown *r);

#endif
