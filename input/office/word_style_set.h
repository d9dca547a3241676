/*
 * word_style_set.h - the styles and lists of a Word file as they are kept, and
 * what the values of its attributes mean. For the files of word_in.h alone.
 */
#ifndef INPUT_OFFICE_WORD_STYLE_SET_H
#define INPUT_OFFICE_WORD_STYLE_SET_H

#include "core/base/list.h"
#include "input/office/part_xml.h"
#include "input/office/seen_colour.h"

#define WORD_LEVELS 9         /* of lists, and of headings */
#define WORD_NUMBER_MAX 32767 /* of an item: Word does not go beyond */
#define WORD_NO_LEVEL 9       /* body text: what outlineLvl 9 says too */

enum word_toggle { TOGGLE_UNSAID, TOGGLE_OFF, TOGGLE_ON };

enum word_script { SCRIPT_UNSAID, SCRIPT_NONE, SCRIPT_RAISED, SCRIPT_LOWERED };

struct word_style {
    struct str id;
    struct str name; /* small letters */
    struct str based_on;
    struct str lang;
    struct str list;       /* numId; empty: unsaid; "0": none */
    struct str list_style; /* the style that says so */
    uint8_t list_level;
    uint8_t outline; /* WORD_NO_LEVEL: none */
    uint8_t bold;    /* enum word_toggle */
    uint8_t italic;
    uint8_t hidden;
    uint8_t struck;
    uint8_t tiny;    /* of a size that nobody reads */
    uint8_t signs;   /* enum word_toggle: a font of them (symbol_font.h) */
    uint8_t script;  /* enum word_script */
    uint32_t colour; /* seen_colour.h: of words, and of what is behind them */
    uint32_t ground;
    bool outline_said;
    bool level_said;
};

/* A list, by its numId. */
struct word_list {
    struct str id;
    struct str abstract;
    uint32_t starts[WORD_LEVELS]; /* where it is used first, and 1; 0: it goes
                                     on */
    bool used;
};

/* What lists look like; several may share one, and its numbers. */
struct word_abstract_list {
    struct str id;
    bool numbered[WORD_LEVELS];
    bool
        joined[WORD_LEVELS]; /* a number of it has that of a level above: 1.2 */
    char forms[WORD_LEVELS]; /* of its counter: '1', 'a', 'A', 'i', 'I'; 'w':
                                First */
    struct str texts[WORD_LEVELS]; /* the pattern of its marks: (%1) */
    bool text_said[WORD_LEVELS];
    struct str linked[WORD_LEVELS]; /* id of the style that has that level */
    struct str
        style;       /* of lists, which says all of it; empty: it does itself */
    bool own;        /* of one num alone */
    bool heads;      /* headings have its numbers, too */
    bool signs_said; /* that its marks say something was said */
    uint32_t starts[WORD_LEVELS]; /* its first number, and 1; 0: 1 */
    uint32_t next[WORD_LEVELS];   /* number, and 1; 0: its first */
};

struct word_styles {
    struct arena *arena;
    struct list styles;    /* of struct word_style */
    struct list lists;     /* of struct word_list */
    struct list abstracts; /* of struct word_abstract_list */
    uint32_t size;         /* of its type, in half points */
    struct str language;   /* of what says nothing else */
    struct str paragraph;  /* the id of the style of paragraphs without one */
};

/* word_numbering.c. NULL: there is no such list. */
struct word_list *word_list_of(const struct word_styles *s, struct str id);
struct word_abstract_list *word_abstract_of(const struct word_styles *s,
                                            const struct word_list *list);

/* word_values.c. What <w:b/>, <w:b w:val="0"/> and the like say. */
enum word_toggle word_toggle_of(struct str value);

/* The same of two that mean one: VALUE does not take back what *SAID has. */
void word_toggle_add(uint8_t *said, struct str value);

/* Of digits, at most WORD_NUMBER_MAX; 0 for what is none. And the level, from
   0, that VALUE says; WORD_NO_LEVEL for what is none. */
uint32_t word_number_of(struct str value);
uint8_t word_level_of(struct str value);

/* Half points of <w:sz/>; 0: VALUE is no number. */
uint32_t word_size_of(struct str value);

/* Whether words of that size are there to be hidden; unsaid: no number. */
enum word_toggle word_tiny_of(struct str value);

/* Whether the font of <w:rFonts/> is one of signs. */
enum word_toggle word_font_of(const struct part_tag *tag);

/* The colour that <w:color/>, <w:shd/>, <w:highlight/> name. */
uint32_t word_colour(const struct part_tag *tag);

/* What <w:vertAlign/> says, and <w:position/> of half points. */
enum word_script word_script_of(struct str value);
enum word_script word_script_at(struct str value);

#endif
