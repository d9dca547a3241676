/*
 * style.h - how a report looks: the page of its template and the identity of
 * its house style, as both writers need it.
 *
 * Lengths are milli-points (1 pt = 1000; 72 pt = 1 inch), as everywhere in
 * layout: whole numbers, so that two runs cannot differ in a last digit.
 * Colours are 0xRRGGBB.
 *
 * Ownership: the arena of the run; const after it was read.
 */
#ifndef CORE_MODEL_STYLE_H
#define CORE_MODEL_STYLE_H

#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/base/str.h"
#include "core/finding/source.h"
#include "core/model/image.h"

#include <stdbool.h>
#include <stdint.h>

#define MPT_PER_MM_NUMERATOR 720000 /* 1 mm = 720000/254 mpt */
#define MPT_PER_MM_DENOMINATOR 254
#define MPT_OF_MM(n)                                                           \
    ((int32_t)(((n)*MPT_PER_MM_NUMERATOR + MPT_PER_MM_DENOMINATOR / 2) /       \
               MPT_PER_MM_DENOMINATOR))

enum face {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_ITALIC,
    FACE_BOLD_ITALIC,
    FACE_CODE, /* one width for all: the last, after those of the family */
    FACE_MAX,
};

#define FALLBACKS_MAX 4
#define LOGOS_MAX 4
#define HEADING_LEVELS 6

/* clang-format off */
#define HOUSE_ATTRIBUTES(A, E)                                                 \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, WORDS, council, "council",                                            \
      "the council's name, in running matter and in what a file says of "      \
      "itself", REQUIRED, .empty = "the house style has no name of a council")

#define HOUSE_LOGO_ATTRIBUTES(A, E)                                            \
    A(E, FILE, file, "file",                                                   \
      "a PNG or JPEG file below the folder of house styles", REQUIRED)         \
    A(E, WORDS, alt, "alt",                                                    \
      "what the logo is (`Arms of the borough: a tree above water`), rather "  \
      "than the council's name where that is printed beside it", REQUIRED,     \
      .empty = "the logo has no alternative text",                             \
      .hint = "write what it stands for: the name of the council")             \
    A(E, LENGTH, height, "height", "how high it is printed", OPTIONAL,         \
      .min = 8500, .max = 142000, .otherwise = 48000)

/* Of a family the faces have names, which are looked up. Without one they are
   TrueType files: one that begins with a slash is what it says, another lies in
   the folder, which may be below that of house styles. */
#define HOUSE_FONTS_ATTRIBUTES(A, E)                                           \
    A(E, NAME, family, "family",                                               \
      "what the font is called; its files are looked up", OPTIONAL,            \
      .empty = "the family of the fonts has no name")                          \
    A(E, PATH, folder, "folder", "where the files lie of what has no family",  \
      OPTIONAL, .otherwise_says = "wherever fonts are on the machine")         \
    A(E, PATH, regular, "regular",                                             \
      "the regular face: its name in the family, or its file", OPTIONAL,       \
      .otherwise_says = "`Regular`, or `LiberationSans-Regular.ttf`")          \
    A(E, PATH, bold, "bold", "the bold face", OPTIONAL,                        \
      .otherwise_says = "`Bold`, or `LiberationSans-Bold.ttf`")                \
    A(E, PATH, italic, "italic", "the italic face", OPTIONAL,                  \
      .otherwise_says = "`Italic`, or `LiberationSans-Italic.ttf`")            \
    A(E, PATH, bold_italic, "bold-italic", "the bold italic face", OPTIONAL,   \
      .otherwise_says = "`Bold Italic`, or `LiberationSans-BoldItalic.ttf`")   \
    A(E, PATH, code, "code",                                                    \
      "the face of code, all of whose letters have one width: a family, or "   \
      "its file (`.ttf`)", OPTIONAL, .since = 2,                               \
      .otherwise_says = "`Liberation Mono`; where that is not installed, the " \
                        "regular face")                                         \
    A(E, TEXT, css, "css", "the families of the HTML, as CSS lists them",      \
      OPTIONAL,                                                                \
      .otherwise_says = "the family, and where a screen lacks it Arial, "      \
                        "Helvetica or another without serifs")

#define HOUSE_FALLBACK_ATTRIBUTES(A, E)                                        \
    A(E, NAME, family, "family",                                               \
      "what the font is called; its file is looked up", OPTIONAL,              \
      .unless = "file", .empty = "the family of a fallback has no name")       \
    A(E, NAME, face, "face", "which face of the family", OPTIONAL,             \
      .otherwise_text = "Regular")                                             \
    A(E, PATH, file, "file", "the file of the font, instead", OPTIONAL,        \
      .unless = "family", .empty = "the name of a file is empty")

#define HOUSE_COLOURS_ATTRIBUTES(A, E)                                         \
    A(E, COLOUR, text, "text", "of words", OPTIONAL, .otherwise = 0x0b0c0c)    \
    A(E, COLOUR, secondary, "secondary",                                       \
      "of running matter and captions of little weight", OPTIONAL,             \
      .otherwise = 0x505a5f)                                                   \
    A(E, COLOUR, accent, "accent",                                             \
      "of the council's name and the rule under the title", OPTIONAL,          \
      .otherwise = 0x00543c)                                                   \
    A(E, COLOUR, link, "link", "of links", OPTIONAL, .otherwise = 0x1d70b8)    \
    A(E, COLOUR, rule, "rule", "of the lines of tables", OPTIONAL,             \
      .otherwise = 0xb1b4b6)                                                   \
    A(E, COLOUR, table_head, "table-head",                                     \
      "behind header cells of tables, where they have a tint", OPTIONAL,       \
      .otherwise = 0xeef2f0)                                                   \
    A(E, COLOUR, tint, "tint", "behind recommendations", OPTIONAL,             \
      .otherwise_says = "that of `table-head`")                                \
    A(E, COLOUR, dark_accent, "dark-accent",                                   \
      "of what has the accent, on the dark page of a screen", OPTIONAL,        \
      .since = 2, .otherwise_says = "the accent, lightened")                                                   \
    A(E, COLOURS, charts, "charts", "of the parts of charts; they repeat",     \
      OPTIONAL, .max = CHART_COLOURS,                                          \
      .otherwise_says = "six that can be told from their neighbours")

/* What lengths of type and of space may be. */
#define TYPE_SIZE .min = 4000, .max = 96000
#define LINE_SIZE .min = 4000, .max = 192000
#define SPACE_SIZE .max = 144000

/*
 * The styles of type, T(A, E, constant, member, name, what it is of, size,
 * line), in milli-points. A house style changes sizes in <sizes> and lines in
 * <lines>, which have the same names.
 */
#define HOUSE_TYPES(T, A, E)                                                   \
    T(A, E, SET_BODY, body, "body", "text", 12000, 16800)                     \
    T(A, E, SET_TITLE, title, "title", "the report's title", 24000, 28000)    \
    T(A, E, SET_KICKER, kicker, "kicker",                                     \
      "what stands above the title: for whom a report is", 12000, 16000)       \
    T(A, E, SET_HEADING_2, heading_2, "heading-2", "headings of sections",    \
      16000, 19000)                                                            \
    T(A, E, SET_HEADING_3, heading_3, "heading-3", "headings below them",     \
      13000, 17000)                                                            \
    T(A, E, SET_HEADING_4, heading_4, "heading-4", "headings below those",    \
      12000, 16800)                                                            \
    T(A, E, SET_TABLE, table, "table", "tables", 10500, 13500)                \
    T(A, E, SET_CAPTION, caption, "caption",                                  \
      "titles of tables and pictures", 12000, 15000)                           \
    T(A, E, SET_FACTS, facts, "facts",                                        \
      "the facts below a title, and of reasons", 10500, 13500)                 \
    T(A, E, SET_SMALL, small, "small", "notes", 10000, 13000)                 \
    T(A, E, SET_KEY_FIGURE, key_figure, "key-figure", "key figures", 19000,    \
      23000)                                                                   \
    T(A, E, SET_RUNNING, running, "running", "heads and feet of pages", 9500, \
      12000)

#define HOUSE_SIZE_ROW(A, E, constant, member, name, what, size, line)         \
    A(E, LENGTH, member, name, "the type of " what, OPTIONAL, TYPE_SIZE,       \
      .otherwise = size)
#define HOUSE_LINE_ROW(A, E, constant, member, name, what, size, line)         \
    A(E, LENGTH, member, name, "a line of " what, OPTIONAL, LINE_SIZE,         \
      .otherwise_says = "in proportion to its type")
#define HOUSE_TYPE_CONSTANT(A, E, constant, member, name, what, size, line)    \
    constant,

enum type_set { HOUSE_TYPES(HOUSE_TYPE_CONSTANT, , ) SET_MAX };

#define HOUSE_SIZES_ATTRIBUTES(A, E)                                           \
    HOUSE_TYPES(HOUSE_SIZE_ROW, A, E)                                          \
    A(E, PERCENTAGE, leading, "leading",                                       \
      "the height of a line of text, of the size of its type; other lines "    \
      "change as it does", OPTIONAL, .min = 500, .max = 5000,                  \
      .otherwise = 1400)                                                       \
    A(E, LENGTH, measure, "measure", "the longest line of text", OPTIONAL,     \
      .min = MPT_OF_MM(50), .max = MPT_OF_MM(400),                             \
      .otherwise = MPT_OF_MM(144))                                             \
    A(E, LENGTH, paragraph_space, "paragraph-space",                           \
      "the space after a paragraph; after an item of a list half of it, and "  \
      "less after a heading", OPTIONAL, SPACE_SIZE, .otherwise = 8000)         \
    A(E, LENGTH, heading_space, "heading-space",                               \
      "the space before the heading of a section; before those below it 70 "   \
      "and 50 % of it", OPTIONAL, SPACE_SIZE, .otherwise = 20000)              \
    A(E, LENGTH, number_column, "number-column",                               \
      "the column in which numbers of paragraphs hang", OPTIONAL, SPACE_SIZE,  \
      .otherwise = MPT_OF_MM(13))                                              \
    A(E, LENGTH, list_indent, "list-indent",                                   \
      "how far the items of a list are indented", OPTIONAL, SPACE_SIZE,        \
      .otherwise = 18000)                                                      \
    A(E, LENGTH, cell_padding, "cell-padding",                                 \
      "the space on either side of the words of a cell: half of that "         \
      "between the columns of a table", OPTIONAL, SPACE_SIZE,                  \
      .otherwise = 4000)

#define HOUSE_LINES_ATTRIBUTES(A, E) HOUSE_TYPES(HOUSE_LINE_ROW, A, E)
/* clang-format on */

/* clang-format off */
#define PANELS(CHOICE)                                                         \
    CHOICE(PANEL_FULL, "panel", "on `tint`, with a bar in the accent before "  \
           "them")                                           \
    CHOICE(PANEL_BAR, "bar", "with the bar alone")                             \
    CHOICE(PANEL_PLAIN, "plain", "as any other section")
#define FACTS(CHOICE)                                                          \
    CHOICE(FACTS_TWO, "two", "two beside each other, where both are short")    \
    CHOICE(FACTS_ONE, "one", "one below the other")

#define TABLE_HEADS(CHOICE)                                                    \
    CHOICE(HEAD_RULE, "rule", "above a line; titles of groups stand free")     \
    CHOICE(HEAD_TINT, "tint", "on the colour of `table-head`")

#define COVERS(CHOICE)                                                         \
    CHOICE(COVER_PLAIN, "plain", "on white")                                   \
    CHOICE(COVER_LIGHT, "light", "on a panel of `tint`")                       \
    CHOICE(COVER_PANEL, "panel", "on a panel of the accent")

enum cover { COVERS(CHOICE_CONSTANT) COVER_MAX };
enum table_head { TABLE_HEADS(CHOICE_CONSTANT) TABLE_HEAD_MAX };
enum panel { PANELS(CHOICE_CONSTANT) PANEL_MAX };
enum facts { FACTS(CHOICE_CONSTANT) FACTS_MAX };

#define MEMBER_COVER(m) enum cover m;
#define MEMBER_TABLE_HEAD(m) enum table_head m;
#define MEMBER_PANEL(m) enum panel m;
#define MEMBER_FACTS(m) enum facts m;

#define HOUSE_LOOK_ATTRIBUTES(A, E)                                            \
    A(E, PANEL, recommendations, "recommendations",                            \
      "how the section of the recommendations stands out", OPTIONAL,           \
      .otherwise = PANEL_FULL)                                                 \
    A(E, FACTS, facts, "facts", "the names and values below the title",        \
      OPTIONAL, .otherwise = FACTS_TWO)                           \
    A(E, TABLE_HEAD, table_head, "table-head",                                 \
      "header cells of tables, and titles of groups", OPTIONAL,                \
      .otherwise = HEAD_RULE)                                                  \
    A(E, COVER, cover, "cover", "what stands on a cover", OPTIONAL,            \
      .since = 2, .otherwise = COVER_PLAIN)                                    \
    A(E, YES, dark, "dark",                                                    \
      "whether the HTML is dark for readers whose screens are", OPTIONAL,      \
      .since = 2)
/* clang-format on */

extern const struct choice panel_choices[];
extern const struct choice facts_choices[];
extern const struct choice table_head_choices[];
extern const struct choice cover_choices[];

#define CHART_COLOURS 8

struct house_logo {
    HOUSE_LOGO_ATTRIBUTES(ATTRIBUTE_MEMBER, house_logo)
    const struct image *image; /* NULL: its file cannot be read */
};

struct house_fallback {
    HOUSE_FALLBACK_ATTRIBUTES(ATTRIBUTE_MEMBER, house_fallback)
};

struct house_fonts {
    HOUSE_FONTS_ATTRIBUTES(ATTRIBUTE_MEMBER, house_fonts)
    const char *files[FACE_MAX];          /* absolute paths */
    const char *fallbacks[FALLBACKS_MAX]; /* tried in order; NULL ends */
    struct place files_at[FACE_MAX];      /* where the house style names them */
    struct place fallbacks_at[FALLBACKS_MAX];
};

struct house_colours {
    HOUSE_COLOURS_ATTRIBUTES(ATTRIBUTE_MEMBER, house_colours)
    uint32_t charts[CHART_COLOURS];
};

struct house_sizes {
    HOUSE_SIZES_ATTRIBUTES(ATTRIBUTE_MEMBER, house_sizes)
};

struct house_lines {
    HOUSE_LINES_ATTRIBUTES(ATTRIBUTE_MEMBER, house_lines)
};

/* How type is set: its size and the height of its line. */
struct set {
    int32_t size;
    int32_t line;
};

struct house_look {
    HOUSE_LOOK_ATTRIBUTES(ATTRIBUTE_MEMBER, house_look)
};

struct house {
    HOUSE_ATTRIBUTES(ATTRIBUTE_MEMBER, house)
    const char *id;
    struct house_logo logos[LOGOS_MAX]; /* several of a joint committee */
    size_t nlogos;
    struct house_fonts fonts;
    struct house_colours colours;
    struct house_sizes sizes;
    struct house_lines lines;
    struct set set[SET_MAX]; /* by enum type_set: what these two say */
    struct house_look look;
};

/* Of a heading of LEVEL, 1 being the title. */
enum type_set set_of_heading(unsigned level);

/* Makes set[] from sizes and lines. */
void house_set_make(struct house *h);

/* clang-format off */
#define PAPERS(CHOICE)                                                         \
    CHOICE(PAPER_A4, "A4", "210 x 297 mm")                                     \
    CHOICE(PAPER_A3, "A3", "297 x 420 mm")                                     \
    CHOICE(PAPER_LETTER, "letter", "8.5 x 11 inches")

enum paper_size { PAPERS(CHOICE_CONSTANT) PAPER_MAX };

#define MEMBER_PAPER(m) enum paper_size m;
#define MEMBER_ORIENTATION(m) bool m;

#define MARGIN .max = MPT_OF_MM(100), .otherwise = MPT_OF_MM(25)
#define PAGE_ATTRIBUTES(A, E)                                                  \
    A(E, PAPER, paper, "size", "the paper", OPTIONAL, .otherwise = PAPER_A4)   \
    A(E, ORIENTATION, landscape, "orientation", "which way all pages stand",   \
      OPTIONAL)                                                                \
    A(E, LENGTH, top, "top", "the margin at the head", OPTIONAL, MARGIN)       \
    A(E, LENGTH, right, "right", "the margin on the right", OPTIONAL, MARGIN)  \
    A(E, LENGTH, bottom, "bottom", "the margin at the foot", OPTIONAL, MARGIN) \
    A(E, LENGTH, left, "left", "the margin on the left", OPTIONAL, MARGIN)
/* clang-format on */

struct page_style {
    PAGE_ATTRIBUTES(ATTRIBUTE_MEMBER, page_style)
    int32_t width; /* portrait; a landscape page has them exchanged */
    int32_t height;
};

extern const struct choice paper_choices[];
extern const struct choice orientation_choices[];

struct style {
    const struct house *house;
    struct page_style page;
    struct str sheet; /* rules of the HTML page, as they stand in it */
};

#endif
