/*
 * word_reading.h - where the reader of a Word file stands, and the pieces that
 * it makes of the text. For word_text.c and the files named below alone.
 *
 * Ownership: the arena of the file. Failure: a finding, and reading goes on;
 * want of memory sticks in the arena.
 */
#ifndef INPUT_OFFICE_WORD_READING_H
#define INPUT_OFFICE_WORD_READING_H

#include "input/office/word_parts.h"

#define WORD_FIELDS 8 /* in one another */
#define WORD_ACCEPT "accept or reject all changes in Word"
#define WORD_WRITE_DAY "write the date, or {{a value}} of the report"
#define WORD_UNHIDE "take them out, or let them be seen"
#define WORD_COMMENT "delete it in Word, or carry it out"

struct word_paragraph {
    struct word_style style;
    struct str list;
    uint8_t level;
    uint8_t outline;
    uint32_t ground; /* seen_colour.h */
    bool list_said;  /* by itself, not by its style */
    bool level_said;
    bool outline_said;
    bool all_bold;
    bool all_marked; /* bold, underlined, in capitals or large */
    bool has_words;
    bool pen;         /* words are highlighted */
    bool tabbed;      /* words or figures are laid out by tabs */
    bool after_tab;   /* one was met behind words, and nothing since */
    bool after_digit; /* that stood before it, or was met last */
    uint32_t tabs;    /* between words */
    uint32_t spaces;  /* in a row, just met */
};

struct word_run {
    struct word_style style;
    struct str lang;
    uint8_t bold; /* enum word_toggle */
    uint8_t italic;
    uint8_t hidden;
    uint8_t struck;
    uint8_t tiny;
    uint8_t signs;   /* enum word_toggle: a font of them */
    uint8_t script;  /* enum word_script */
    uint8_t shifted; /* enum word_script, by its position */
    bool marked;     /* underlined, in capitals, or larger than the text */
    uint32_t colour; /* seen_colour.h */
    uint32_t ground;
    uint32_t marker; /* of a pen: the highlight */
};

/* {{ }}: Word cuts it into runs, and turns its quotation marks. */
struct word_expression {
    bool open;
    unsigned braces; /* { or } in a row, just met */
    unsigned brackets;
    struct word_look look; /* of its first sign */
};

enum word_field_kind {
    FIELD_WORDS,
    FIELD_LINK,
    FIELD_CONTENTS,
    FIELD_FORM,
    FIELD_NOTHING
};

struct word_field {
    enum word_field_kind kind;
    bool shows; /* its instruction is over */
    bool stale;
    uint32_t paragraph; /* it begins in */
    size_t from;        /* FIELD_FORM: where its words begin */
};

struct word_table {
    size_t piece;
    size_t row;
    size_t cell;
    uint32_t columns;
    uint32_t cells;
    uint32_t rows;
    uint32_t heads; /* rows from the first on that are repeated */
    uint32_t cell_paragraphs;
    uint32_t first;  /* paragraph */
    uint32_t before; /* columns that the open row leaves out (w:gridBefore) */
    uint32_t first_before; /* and that the first did */
    uint32_t width;        /* of those, in twentieths of a point, where said */
    bool width_said;
    uint32_t ground; /* seen_colour.h: of the table, of the open cell */
    uint32_t cell_ground;
    bool open;
    bool headed;
    bool styled; /* its look says that the first row is a head */
    bool row_hidden;
    bool merged;
    bool bad; /* it is not built */
};

struct word_drawing {
    bool open;
    bool decorative;
    bool boxed; /* what is the matter with it was said */
    bool hidden;
    bool cropped;
    bool turned;
    bool linked;
    bool rule;      /* it is a line across the page */
    unsigned parts; /* pictures and shapes in it */
    struct str alt;
    struct str image; /* id of a relation */
};

struct word_reading {
    struct word_text *t;
    unsigned skip;  /* levels of what is passed over */
    bool uncounted; /* paragraphs in it have no number */
    struct word_piece *last;
    size_t piece; /* of the open paragraph; SIZE_MAX: it has no words yet */
    uint32_t column;
    bool in_paragraph;
    bool in_properties;
    size_t properties_depth;
    uint32_t page_ground; /* seen_colour.h */
    bool in_run_properties;
    bool in_words; /* <w:t> */
    bool in_instruction;
    bool in_contents;        /* the field of Word's own table of contents */
    size_t controls;         /* content controls (w:sdt) that are open */
    size_t contents_control; /* which of them, from 1, is such a table; 0 */
    bool chosen;             /* Choice was met: Fallback says it once more */
    bool breaks_page;
    struct word_paragraph paragraph;
    struct word_run run;
    struct word_expression expression;
    struct word_table table;
    struct word_drawing drawing;
    struct word_field fields[WORD_FIELDS];
    size_t nfields;
    struct buf field; /* the instruction of the innermost */
    bool in_hyperlink;
    bool note_open;
};

struct place word_place(const struct word_reading *r);
void word_fault(struct word_reading *r, enum finding_id id, const char *what,
                const char *hint);
struct word_piece *word_piece_add(struct word_reading *r, enum word_kind kind);
void word_paragraph_open(struct word_reading *r);

/* word_run.c: what stands in a paragraph. */
void word_run_start(struct word_reading *r, const struct part_tag *tag);
void word_run_end(struct word_reading *r, const char *name);
void word_run_text(struct word_reading *r, struct str text);

/* word_fields.c: fields and links. Whether words are what a field shows; a link
   begins. */
bool word_field_shows(const struct word_reading *r);
bool word_in_link(const struct word_reading *r);
void word_hyperlink_start(struct word_reading *r, const struct part_tag *tag);
void word_field_sign(struct word_reading *r, const struct part_tag *tag);
void word_field_simple(struct word_reading *r, const struct part_tag *tag);
void word_field_end(struct word_reading *r);
/* All is read: no field may be open. */
void word_fields_end(struct word_reading *r);
/* Whether what is met belongs to a table of contents; that one is left out. */
bool word_in_contents(const struct word_reading *r);
void word_contents_say(struct word_reading *r, uint32_t paragraph);

/* word_tables.c: whether TAG, or the element NAME that ends, is of a table;
   what is seen of TAG among the properties of one. */
bool word_table_start(struct word_reading *r, const struct part_tag *tag);
bool word_table_end(struct word_reading *r, const char *name);
void word_table_see(struct word_reading *r, const struct part_tag *tag);

/* word_drawing.c: a picture, from its element to the end of it. */
void word_drawing_start(struct word_reading *r, const struct part_tag *tag);
void word_drawing_end(struct word_reading *r);

void word_note_begin(struct word_reading *r, const struct part_tag *tag);
void word_note_end(struct word_reading *r);

#endif
