/*
 * doc.h - the document tree: what is printed, and nothing about how.
 *
 * Generators build it; doc_name_turns(), doc_number(), doc_resolve(),
 * doc_filter(), doc_colour() and doc_check() settle it, in this order; from
 * then on it is const, and both writers read it. Everything that PDF and HTML
 * could disagree about stands in it as text.
 *
 * Ownership: nodes and texts belong to the tree's arena.
 * Failure: sticks in the arena. A builder given a NULL parent does nothing
 * and returns NULL, so a generator needs no error handling: its caller asks
 * doc_status() once.
 */
#ifndef CORE_DOC_DOC_H
#define CORE_DOC_DOC_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/list.h"
#include "core/base/str.h"
#include "core/finding/finding.h"
#include "core/finding/source.h"
#include "core/model/audience.h"
#include "core/model/generator_call.h"
#include "core/model/label_series.h"
#include "core/model/medium.h"
#include "core/model/style.h"
#include "core/value/wording.h"

#include <stdbool.h>
#include <stdint.h>

enum doc_kind {
    DOC_ROOT,     /* RUNNING*, then blocks */
    DOC_FRAGMENT, /* prose as it was read: blocks; never in a tree */
    DOC_RUNNING,  /* running matter: inline-holding PARAGRAPHs, three a line:
                     start, centre, end */
    /* blocks that hold blocks */
    DOC_COVER,   /* title page */
    DOC_PART,    /* HEADING, then sections; numbering may restart */
    DOC_SECTION, /* HEADING, then blocks */
    DOC_QUOTE,
    DOC_LIST,        /* ITEMs */
    DOC_ITEM,        /* LABEL, then either inlines or blocks */
    DOC_FIELD_LIST,  /* FIELDs: the header of a report, contacts */
    DOC_FIELD,       /* FIELD_NAME, FIELD_VALUE */
    DOC_FIELD_VALUE, /* either inlines or blocks */
    DOC_TABLE,       /* CAPTION?, ROW_GROUPs */
    DOC_ROW_GROUP,   /* ROWs: a head, a body or a foot */
    DOC_ROW,         /* CELLs */
    DOC_CELL,        /* either words of its own, or inlines, or blocks */
    DOC_PICTURE,     /* CAPTION?; what it shows is in u.picture */
    DOC_NOTE,        /* LABEL, inlines; stands after the block that marks it */
    DOC_CONTENTS,    /* HEADING, CONTENTS_ITEMs */
    DOC_SIGN_OFF,    /* blocks at the end: who wrote it, whom to ask */
    DOC_FOLD,        /* a lead-in PARAGRAPH, then blocks that a screen shows
                        when it is asked to */
    DOC_SIDES,       /* three PARAGRAPHs beside each other: start, centre, end;
                        what is empty is not there */
    /* blocks that hold inlines */
    DOC_HEADING,
    DOC_PARAGRAPH,
    DOC_LISTING, /* lines of code as they were typed: a TEXT a line, which may
                    be empty, BREAKs between them */
    DOC_FIELD_NAME,
    DOC_CAPTION,
    DOC_CONTENTS_ITEM, /* REFERENCE to a heading, PAGE_NUMBER */
    /* a block that holds nothing */
    DOC_PAGE_BREAK,
    /* an input-only block: a generator's place in prose; see struct
                           generator_call */
    DOC_GENERATOR_CALL,
    /* likewise, holds blocks, which take its place: several as one */
    DOC_BLOCK,
    /* inlines that hold inlines */
    DOC_STRONG,
    DOC_EMPHASIS,
    DOC_CODE,      /* what is typed as it stands */
    DOC_LINK,      /* u.target: an address */
    DOC_REFERENCE, /* u.target: an id; its text is filled by doc_resolve() */
    DOC_SPAN,      /* words in another language */
    DOC_NOTE_MARK, /* u.target: the id of its NOTE */
    DOC_LABEL,     /* a number, letter or bullet, made by doc_number() */
    /* inlines that hold nothing */
    DOC_TEXT,
    DOC_BREAK,       /* a new line inside a paragraph */
    DOC_PAGE_NUMBER, /* of this page, or of u.target's; medium print */
    DOC_PAGE_COUNT,
    DOC_DRAWING, /* beside the words of a cell, or of an entry of a key; says
                    nothing that they do not */
    DOC_KIND_MAX,
};

enum doc_align {
    ALIGN_START,
    ALIGN_CENTRE,
    ALIGN_END, /* figures */
};

enum doc_scope {
    SCOPE_NONE, /* a data cell */
    SCOPE_COLUMN,
    SCOPE_ROW,
    SCOPE_BOTH,
    SCOPE_GROUP, /* of its row and of those below it in its row group, where it
                    does not stand again */
};

/* A heavier line than between cells: another band of a matrix begins. */
#define EDGE_ABOVE 1u
#define EDGE_BEFORE 2u

enum doc_group {
    GROUP_HEAD,
    GROUP_BODY,
    GROUP_FOOT, /* totals of the whole table */
};

enum doc_role { /* why a block looks as it does; a writer may ignore it */
                ROLE_NONE,
                ROLE_LOGO,      /* a PICTURE at the head */
                ROLE_COUNCIL,   /* the council's name at the head */
                ROLE_ADDRESSEE, /* to whom: REPORT TO MEMBERS */
                ROLE_TITLE,     /* the one HEADING of level 1 */
                ROLE_MARKING,   /* whom the report is for, before all else */
                ROLE_SUBTITLE,
                ROLE_TOTAL,       /* a ROW: totals and sub-totals */
                ROLE_GROUP_TITLE, /* a ROW that names its group */
                ROLE_CLOSING,     /* a closing remark */
                ROLE_LEAD, /* a lead-in to a list or table: keep with next */
                ROLE_STATEMENT,       /* "None.", what is printed where there is
                                         nothing; an ITEM: a section that
                                         has nothing, by its heading */
                ROLE_RECOMMENDATIONS, /* the SECTION that holds them */
                ROLE_FACTS,           /* the FIELD_LIST below the title */
                ROLE_FIGURES,         /* a FIELD_LIST of key figures: of each
                                         value the first line, or the first
                                         PARAGRAPH, is the figure */
                ROLE_REASON,          /* of a recommendation */
                ROLE_FOOT,  /* a PARAGRAPH below a picture: its source */
                ROLE_ENTRY, /* a SPAN: an entry of a key, a sample and words */
                ROLE_BETWEEN, /* a SPAN: what parts the entries of a key; its
                                 space is a wide one */
                ROLE_HANGING, /* a SPAN: marks of notes behind a figure; they
                                 hang beyond the figures of their column */
};

enum doc_rule { /* bits: lines across the page; room to write above one; of a
                   line of RUNNING, that the first page is without it */
                RULE_ABOVE = 1,
                RULE_BELOW = 2,
                RULE_SIGN = 4,
                RULE_LATER_PAGES = 8,
};

#define DOC_DEPTH_MAX 160 /* nodes from the root to a leaf; doc_check() */

struct doc_column {
    enum doc_align align;
    bool nowrap; /* figures and dates are never broken */
    bool below;  /* its cells stand below their rows, across the others */
};

/* What a column has for drawings. */
struct doc_room {
    uint8_t room; /* enum cell_room */
    bool after;   /* behind the words, not before them */
};

struct doc_table {
    const struct doc_column *columns;
    uint32_t ncolumns;
    uint32_t marked; /* the column that is recommended; 0: none, since names
                         stand in it */
    bool sparse;     /* a blank cell is one that no row stands in */
    bool form;       /* to be filled in: cells are boxes, blank ones of a size
                        to write in, and columns beside the names even */
    bool matrix;     /* of two scales: cells are boxes of a size, and columns
                        beside the names even */
    const struct doc_room *rooms; /* ncolumns; NULL: nothing is drawn in it */
};

/* What only prose has until it is expanded. */
struct doc_conditions {
    struct str when; /* an expression; empty: always */
    struct str each; /* what is walked: once for each of its rows; empty: once
                      */
    struct place when_at;
    struct place each_at;
};

struct template;        /* core/model/template.h */
struct picture;         /* core/model/picture.h */
struct printed_figures; /* core/doc/printed_figures.h */
struct cell_drawing;    /* core/doc/cell_drawing.h */

struct doc_node {
    struct doc_node *parent;
    struct doc_node *next;
    struct doc_node *first;
    struct doc_node *last;
    struct str text;  /* DOC_TEXT; DOC_CELL: words that are all it holds, so
                         that a long table has one node a cell; DOC_PICTURE:
                         alternative text; DOC_LABEL: what a reference to it
                         prints; in a fragment DOC_PAGE_NUMBER, DOC_PAGE_COUNT:
                         what names the number of the first page */
    struct place at;  /* where it comes from, for findings and dumps */
    const char *id;   /* unique in the tree, or NULL */
    const char *lang; /* BCP 47 where it differs from its parent's */
    union {
        const struct label_series *series;  /* HEADING PARAGRAPH LIST FIELD
                                             NOTE */
        const struct doc_table *table;      /* TABLE */
        const struct generator_call *call;  /* GENERATOR_CALL */
        const char *target;                 /* LINK REFERENCE NOTE_MARK
                                               PAGE_NUMBER */
        const struct picture *picture;      /* PICTURE */
        const struct cell_drawing *drawing; /* DRAWING */
        struct {                            /* CELL */
            uint16_t rows;                  /* span; 0 counts as 1 */
            uint16_t columns;               /* span; 0 counts as 1 */
            uint8_t scope;                  /* enum doc_scope */
            uint8_t align;                  /* enum doc_align */
            uint8_t edges;                  /* EDGE_... */
        } cell;
    } u;
    uint8_t kind;     /* enum doc_kind */
    uint8_t audience; /* enum audience */
    uint8_t medium;   /* enum doc_medium */
    uint8_t role;     /* enum doc_role */
    uint8_t level;    /* HEADING: 1 to 6; ROW_GROUP: enum doc_group; RUNNING: 0
                         head, 1 foot; SIDES, and the first PARAGRAPH of a line
                         of RUNNING: enum doc_rule; LIST: items of it that
                         stand before, in a list that was broken off */
    bool keep_next;   /* no page ends between this block and the next */
    bool unnumbered;  /* this block takes no label from its series */
    bool of_prose;    /* it is part of a struct doc_prose_node */
};

/* A node that may have conditions. They stand behind it and not in it, since a
   long table has half a million nodes of a finished tree, where none has
   any: doc_conditions() knows which is which. */
struct doc_prose_node {
    struct doc_node node;
    const struct doc_conditions *conditions; /* NULL: none */
};

struct doc_attachment {
    struct str name; /* without a folder */
    struct str bytes;
    const char *media_type;   /* text/csv */
    const char *charset;      /* of bytes: its IANA name */
    const char *relationship; /* Data, Source, Supplement (ISO 32000-2 7.11.3,
                                 ISO 19005-3 annex E) */
    struct str description;   /* what it is, its format and size */
    struct date date;         /* of the data; year 0: none */
    struct doc_attachment *next;
};

struct doc {
    struct arena *arena;
    struct doc_node *root;
    const struct style *style;
    const struct wording *wording;
    const char *lang;
    struct str title;
    struct str author; /* the council */
    struct str subject;
    struct date date; /* of the report; year 0: none */
    enum audience audience;
    bool links_beside; /* links may lead to files beside it */
    bool unread;       /* nobody reads what is written: what travels with it
                          is not made, and has no size */
    const struct printed_figures *figures; /* that its texts have; NULL: nobody
                                              asks where they come from */
    struct doc_attachment *attachments;
    uint32_t notes;            /* made so far: their ids count on */
    struct list turns;         /* likewise, of what stands for each row */
    struct list of_one_row;    /* ids of what was written for one row alone */
    uint32_t pages_before;     /* of what the report is bound with: its first
                                  page has the next number */
    uint8_t inputs_sha256[32]; /* of everything it was made from */
};

/* The id of the Nth note: a name that no author can choose. */
#define NOTE_ID ".note-%u"

void doc_init(struct doc *d, struct arena *arena);
MUST_CHECK enum status doc_status(const struct doc *d);

/* Builders: doc_build.c. */
struct doc_node *doc_new(struct arena *a, enum doc_kind kind); /* detached */
/* The same with room for conditions. */
struct doc_node *doc_new_prose(struct arena *a, enum doc_kind kind);
struct doc_node *doc_add(struct doc *d, struct doc_node *parent,
                         enum doc_kind kind);
struct doc_node *doc_text(struct doc *d, struct doc_node *parent,
                          struct str text);
struct doc_node *doc_paragraph(struct doc *d, struct doc_node *parent,
                               struct str text);
struct doc_node *doc_heading(struct doc *d, struct doc_node *parent, int level,
                             struct str text);
/* A cell of which TEXT is all it holds; doc_add() makes that a child when more
   comes behind it. */
struct doc_node *doc_cell(struct doc *d, struct doc_node *row,
                          enum doc_scope scope, struct str text);
/* The same at once, for who puts something beside the words of CELL otherwise:
   its words become its child. One without words of its own stays as it is. */
void doc_open_cell(struct arena *a, struct doc_node *cell);
/* Gives FIELD, of prose that is yet to be expanded, its LABEL, and returns what
   its value goes into. Where it is repeated, it is one name with several
   values or, where LABEL names the row, a field for each. */
struct doc_node *doc_fact(struct arena *a, struct doc_node *field,
                          struct str label, struct place label_at);
/* NODE is of doc_new_prose(). */
void doc_set_conditions(struct doc_node *node,
                        const struct doc_conditions *conditions);
/* NODE says what FROM says, and its links are those of FROM; conditions stay
   its own. */
void doc_say_same(struct doc_node *node, const struct doc_node *from);
/* A new node that says what FROM says, on the same conditions. */
struct doc_node *doc_new_like(struct arena *a, const struct doc_node *from);
void doc_append(struct doc_node *parent, struct doc_node *child);
void doc_insert_first(struct doc_node *parent, struct doc_node *child);
void doc_insert_after(struct doc_node *before, struct doc_node *node);
void doc_unlink(struct doc_node *node);

/* All that FROM holds, again at the end of INTO. */
void doc_copy(struct arena *a, const struct doc_node *from,
              struct doc_node *into);

/* What may stand in what: one table, doc_kind.c. */
const char *doc_kind_name(enum doc_kind kind);
bool doc_kind_is_inline(enum doc_kind kind);
/* Whether NODE says its text itself: a TEXT, or a CELL that holds words and
   nothing else. */
static inline bool doc_is_text(const struct doc_node *node)
{
    return node->kind == DOC_TEXT ||
           (node->kind == DOC_CELL && node->text.len > 0);
}
/* The conditions of NODE; NULL: none. */
static inline const struct doc_conditions *
doc_conditions(const struct doc_node *node)
{
    return node->of_prose ? ((const struct doc_prose_node *)node)->conditions
                          : NULL;
}
/* Whether CELL is blank as it was made: neither words nor anything else. */
static inline bool doc_cell_is_blank(const struct doc_node *cell)
{
    return cell->first == NULL && cell->text.len == 0;
}
bool doc_kind_may_contain(enum doc_kind parent, enum doc_kind child);

/*
 * A walk without recursion: each node is entered and left once; a node
 * without children likewise. Start with doc_walk(node), then call
 * doc_walk_next() until it is false; do not change links on the way.
 */
struct doc_walk {
    const struct doc_node *top;
    const struct doc_node *node;
    bool entering;
    bool started;
    bool skipping;
};

struct doc_walk doc_walk(const struct doc_node *top);
bool doc_walk_next(struct doc_walk *w);
/* After entering a node: leaves it next, without its children. */
void doc_walk_skip(struct doc_walk *w);

/* The place of NODE, or of what holds it where a generator gave it none. */
struct place doc_place(const struct doc_node *node);

/* The node after NODE in TOP in the order of the document, its children
   first; NULL after the last. For passes that change the tree: what they add
   below or after NODE is met, too. */
struct doc_node *doc_following(const struct doc_node *top,
                               struct doc_node *node);

/*
 * doc_turns.c: what stands once for each row has one id in every turn. Until
 * the tree is made, each id and each reference carries the turn that it stands
 * in, inside those around it.
 */

/* A row for which something stands once. */
struct doc_row {
    struct str rows; /* what it is a row of, wherever that is repeated */
    uint32_t number;
    struct str name; /* for messages; may be empty */
};

/* The next turn, inside AROUND, which is NULL outside all. */
const char *doc_turn(struct doc *d, const char *around, struct doc_row row);

/* ID, or the target of a reference, in TURN; ID where either is NULL. */
const char *doc_turned(struct doc *d, const char *id, const char *turn);

/* What an author called it. */
struct str doc_turned_id(const char *id);

/* ID, in TURN, is of what was written for the row of TURN alone: no other row
   lacks it. */
void doc_is_of_one_row(struct doc *d, const char *id, const char *turn);

/* From here on the first keeps its id, the next one is ID-2. References mean
   what stands in their own turn, or in one around it; else what another turn of
   the same rows has. Where those rows have none and others do, they mean what
   was written for one row alone and is nowhere else; otherwise that is a
   finding. From what is repeated over other things they mean the first. */
void doc_name_turns(struct doc *d, struct findings *f);

/* Labels on everything that has a series: doc_number.c. */
void doc_number(struct doc *d);

/* Texts of references and note marks: doc_resolve.c. Unknown ids are findings,
   whose hints tell what template T, or NULL, has taken out. */
void doc_resolve(struct doc *d, const struct template *t, struct findings *f);

/* Takes out what is not for AUDIENCE: doc_filter.c. Numbers stay as they are.
 */
void doc_filter(struct doc *d, enum audience audience);

/* Puts a comma between marks of notes that follow each other: doc_marks.c. */
void doc_part_marks(struct doc *d);

/* Gathers the marks of notes behind a figure of a column of figures, typed ones
   too, in a SPAN, so that they hang beyond the others': doc_marks.c. */
void doc_hang_marks(struct doc *d);

/*
 * Numbers that somebody typed: doc_typed.c. doc_typed_numbers() finds those
 * before words that are numbered anyway; doc_typed_references() lists those
 * behind a word such as section, for a person to judge: they stay when numbers
 * move.
 */
void doc_typed_numbers(const struct doc *d, struct findings *f);
void doc_typed_references(const struct doc *d, struct findings *f);

/* Gives each name of a part of a chart its colour: doc_colour.c. It keeps it
   through the report, in the order in which the names are met. */
void doc_colour(struct doc *d);

/*
 * Proves what both writers need: containment, heading levels without gaps,
 * one title, rectangular tables with header cells, alternative texts, unique
 * ids, resolved references, addresses that lead somewhere safe, lists that
 * are not empty, depth: doc_check.c. What an author can mend is a finding;
 * anything else is ST_BUG.
 */
MUST_CHECK enum status doc_check(const struct doc *d, struct findings *f);

/* The language that NODE, or what is around it, says; NULL: the report's. */
const char *doc_language(const struct doc_node *node);

/* The medium in which alone NODE stands, or what is around it, or BOTH. */
enum doc_medium doc_medium(const struct doc_node *node);

/* The texts of a node, one after the other: doc_plain_next() until it is false;
   walk.node is the text, APART whether a space stands before it. Marks of notes
   are passed over. */
struct doc_plain {
    struct doc_walk walk;
    bool apart;
    bool parted; /* since the text before */
    char last;   /* character of that; 0: it is the first */
};

struct doc_plain doc_plain(const struct doc_node *node);
bool doc_plain_next(struct doc_plain *p);

/* All text of NODE, with a space between its blocks, but for the marks of
   notes. */
void doc_plain_text(const struct doc_node *node, struct buf *out);
/* The same in the arena A; of NULL none. */
struct str doc_words(struct arena *a, const struct doc_node *node);
/* The same again, at the end of what PLACE holds: words of another language
   than that of PLACE say theirs. */
void doc_repeat(struct doc *d, struct doc_node *place,
                const struct doc_node *node);

/* One line a node, indented: what the golden tests compare. */
void doc_dump(const struct doc *d, struct buf *out);

#endif
