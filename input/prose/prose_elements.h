/*
 * prose_elements.h - the elements of prose, wherever prose may stand.
 *
 * A vocabulary that has prose lists them among the children of its elements:
 * PROSE_BLOCKS where blocks may stand, PROSE_INLINES in a line of text.
 */
#ifndef INPUT_PROSE_PROSE_ELEMENTS_H
#define INPUT_PROSE_PROSE_ELEMENTS_H

#include "core/doc/doc.h"
#include "core/model/chart_call.h"
#include "input/prose/prose_image.h"
#include "input/xml/xml_element.h"

/* clang-format off */
/* What every block may say. */
#define PROSE_BLOCK_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id", "what references to it call it", OPTIONAL)              \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of what it holds, where that is another", OPTIONAL)        \
    COPY_ATTRIBUTE(A, E)                                                       \
    A(E, MEDIUM, medium, "medium", "where it is printed, if not everywhere",   \
      OPTIONAL, .otherwise = MEDIUM_BOTH)                                      \
    A(E, LOOSE_EXPRESSION, when, "when", "printed only when this is true",     \
      OPTIONAL)                                                                \
    A(E, LOOSE_TEXT, each, "each",                                             \
      "what it is printed once for each row of, which expressions call `row`: "\
      "the `id` of data, a header field that is a list, `people`, "            \
      "`people.ROLE`, `papers`, `appendices`", OPTIONAL)

#define PROSE_PARAGRAPH_ATTRIBUTES(A, E)                                       \
    A(E, NO, unnumbered, "number",                                             \
      "whether it is numbered, where the template numbers paragraphs",         \
      OPTIONAL)                                                                \
    A(E, PARAGRAPH_ROLE, role, "role", "what it is to the report", OPTIONAL,   \
      .otherwise = ROLE_NONE, .since = 2)

#define PROSE_FACT_ATTRIBUTES(A, E)                                            \
    A(E, LOOSE_TEXT, label, "label", "what stands before it", REQUIRED)

#define PROSE_KEY_ATTRIBUTES(A, E)                                             \
    A(E, LOOSE_TEXT, label, "label", "what it is a figure of", REQUIRED)       \
    A(E, REFERENCE, to, "to",                                                  \
      "the `id` of the section or block to which its label leads", OPTIONAL,   \
      .of = "thing")

#define PROSE_SIDES_ATTRIBUTES(A, E)                                           \
    A(E, SIDES_RULE, level, "rule", "where a line is drawn", OPTIONAL,         \
      .otherwise = 0)                                                          \
    A(E, LOOSE_YES, sign, "sign", "whether there is room to sign above it",    \
      OPTIONAL)                                                                \
    A(E, LOOSE_YES, first, "on-first-page",                                    \
      "in the head or foot of pages, whether it stands on the first page, "    \
      "too", OPTIONAL, .since = 2, .otherwise_says = "yes")

#define PROSE_USE_ATTRIBUTES(A, E)                                             \
    A(E, REFERENCE, piece, "piece", "the piece that stands here", REQUIRED,    \
      .of = "piece")

/* Further attributes are the generator's own. */
#define PROSE_GENERATOR_ATTRIBUTES(A, E)                                       \
    A(E, NAME, data, "data", "the `id` of the data it prints", OPTIONAL)       \
    A(E, EXPANDED, caption, "caption", "the caption of what it prints",        \
      OPTIONAL, .otherwise_says = "the title of the data")

#define PROSE_PAGE_OF_ATTRIBUTES(A, E)                                         \
    A(E, LOOSE_TEXT, from, "from",                                             \
      "the header field or value with the number of the report's first page",  \
      OPTIONAL, .since = 2, .otherwise_says = "1")

#define PROSE_STYLE_ATTRIBUTES(A, E)                                           \
    A(E, REFERENCE, style, "style",                                            \
      "the template's series of labels that it has", OPTIONAL,                 \
      .of = "series of labels")

#define PROSE_TABLE_ATTRIBUTES(A, E)                                           \
    A(E, NAME, data, "data",                                                   \
      "the `id` of the data it prints; a table of words has rows instead",     \
      OPTIONAL, .empty = "the table names no data")                            \
    A(E, NAME, with, "with", "the generator that prints it", OPTIONAL,         \
      .otherwise_text = "table")                                               \
    A(E, EXPANDED, caption, "caption", "its caption", OPTIONAL,                \
      .otherwise_says = "the title of the data")                               \
    A(E, LOOSE_TEXT, chosen, "columns",                                        \
      "the columns that it prints, in their order, with spaces between",       \
      OPTIONAL, .since = 2, .otherwise_says = "all that are wanted of the data")\
    A(E, LOOSE_TEXT, across, "across",                                         \
      "`options`: each row of the data is a column, under its name, and the "  \
      "one that a column of role `chosen` recommends is marked", OPTIONAL,     \
      .since = 2,                                                              \
      .otherwise_says = "rows stay rows, but for five or fewer that find no "  \
                        "room beside their columns")

/* Where a column of a table of words is aligned. */
#define MEMBER_LOOSE_ALIGN(m)

#define PROSE_CELL_ATTRIBUTES(A, E)                                            \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of what it holds, where that is another", OPTIONAL)        \
    A(E, LOOSE_EXPRESSION, when, "when",                                       \
      "what it holds is printed only when this is true; the cell stays",       \
      OPTIONAL)                                                                \
    A(E, LOOSE_ALIGN, align, "align",                                          \
      "in the first row: where the column stands", OPTIONAL,                   \
      .otherwise_says = "left")

#define PROSE_CHART_WORDS_ATTRIBUTES(A, E)                                     \
    A(E, LOOSE_EXPRESSION, when, "when",                                       \
      "printed only when this is true; of several the first that is",          \
      OPTIONAL)

#define PROSE_LINK_ATTRIBUTES(A, E)                                            \
    A(E, LOOSE_ADDRESS, href, "href",                                          \
      "where it leads: `https://`, `http://`, `mailto:`, `tel:`", REQUIRED)

#define PROSE_REFERENCE_ATTRIBUTES(A, E)                                       \
    A(E, REFERENCE, to, "to",                                                  \
      "the `id` of a section, block, recommendation, appendix or paper; or "   \
      "an expression that gives it: `{{row.section}}`",                        \
      REQUIRED, .of = "thing")

#define PROSE_PHRASE_ATTRIBUTES(A, E)                                          \
    A(E, LANGUAGE, lang, "lang", "the language of the words", OPTIONAL,        \
      .unless = "when")                                                        \
    A(E, LOOSE_EXPRESSION, when, "when", "printed only when this is true",     \
      OPTIONAL, .since = 2)
/* clang-format on */

XML_ATTRIBUTES(prose_block, PROSE_BLOCK_ATTRIBUTES);
XML_ATTRIBUTES(prose_paragraph, PROSE_PARAGRAPH_ATTRIBUTES);
XML_ATTRIBUTES(prose_fact, PROSE_FACT_ATTRIBUTES);
XML_ATTRIBUTES(prose_key, PROSE_KEY_ATTRIBUTES);
XML_ATTRIBUTES(prose_sides, PROSE_SIDES_ATTRIBUTES);
XML_ATTRIBUTES(prose_use, PROSE_USE_ATTRIBUTES);
XML_ATTRIBUTES(prose_generator, PROSE_GENERATOR_ATTRIBUTES);
XML_ATTRIBUTES(prose_page_of, PROSE_PAGE_OF_ATTRIBUTES);
XML_ATTRIBUTES(prose_style, PROSE_STYLE_ATTRIBUTES);
XML_ATTRIBUTES(prose_table, PROSE_TABLE_ATTRIBUTES);
XML_ATTRIBUTES(prose_column, GENERATOR_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES(prose_cell, PROSE_CELL_ATTRIBUTES);
XML_ATTRIBUTES(prose_chart, CHART_ATTRIBUTES);
XML_ATTRIBUTES(prose_chart_words, PROSE_CHART_WORDS_ATTRIBUTES);
XML_ATTRIBUTES(prose_picture, PROSE_PICTURE_ATTRIBUTES);
XML_ATTRIBUTES(prose_link, PROSE_LINK_ATTRIBUTES);
XML_ATTRIBUTES(prose_reference, PROSE_REFERENCE_ATTRIBUTES);
XML_ATTRIBUTES(prose_phrase, PROSE_PHRASE_ATTRIBUTES);

/* What an element becomes in the tree. */
enum prose_form {
    PROSE_BLOCK,  /* a block that holds blocks, or nothing */
    PROSE_LINE,   /* a block that is a line of text */
    PROSE_START,  /* such a one beside two others: the first of them */
    PROSE_CENTRE, /* the second */
    PROSE_END,    /* the third */
    PROSE_INLINE, /* a piece of a line of text */
};

/* The elements of prose: name, the kind of node that each becomes, its form,
   and what fills that node from further attributes (prose_attributes.h). */
/* clang-format off */
#define PROSE_ELEMENTS(ELEMENT)                                                \
    ELEMENT(paragraph, DOC_PARAGRAPH, PROSE_LINE, prose_fill_paragraph)        \
    ELEMENT(heading, DOC_HEADING, PROSE_LINE, prose_fill_heading)              \
    ELEMENT(list, DOC_LIST, PROSE_BLOCK, prose_fill_list)                      \
    ELEMENT(item, DOC_ITEM, PROSE_LINE, NULL)                                  \
    ELEMENT(table, DOC_GENERATOR_CALL, PROSE_BLOCK, prose_fill_call)           \
    ELEMENT(row, DOC_ROW, PROSE_BLOCK, NULL)                                   \
    ELEMENT(cell, DOC_CELL, PROSE_LINE, prose_fill_cell)                       \
    ELEMENT(chart, DOC_GENERATOR_CALL, PROSE_BLOCK, prose_fill_chart)          \
    ELEMENT(picture, DOC_PICTURE, PROSE_BLOCK, prose_fill_image)               \
    ELEMENT(quote, DOC_QUOTE, PROSE_BLOCK, NULL)                               \
    ELEMENT(listing, DOC_LISTING, PROSE_BLOCK, prose_fill_listing)             \
    ELEMENT(block, DOC_BLOCK, PROSE_BLOCK, NULL)                               \
    ELEMENT(facts, DOC_FIELD_LIST, PROSE_BLOCK, NULL)                          \
    ELEMENT(fact, DOC_FIELD, PROSE_LINE, NULL)                                 \
    ELEMENT(figures, DOC_FIELD_LIST, PROSE_BLOCK, prose_fill_figures)          \
    ELEMENT(key, DOC_FIELD, PROSE_LINE, NULL)                                  \
    ELEMENT(sides, DOC_SIDES, PROSE_BLOCK, prose_fill_sides)                   \
    ELEMENT(start, DOC_PARAGRAPH, PROSE_START, NULL)                           \
    ELEMENT(centre, DOC_PARAGRAPH, PROSE_CENTRE, NULL)                         \
    ELEMENT(end, DOC_PARAGRAPH, PROSE_END, NULL)                               \
    /* in templates only: */                                                   \
    ELEMENT(body_block, DOC_BLOCK, PROSE_BLOCK, NULL)                          \
    ELEMENT(narrative, DOC_GENERATOR_CALL, PROSE_BLOCK, prose_fill_narrative)  \
    ELEMENT(generator, DOC_GENERATOR_CALL, PROSE_BLOCK, prose_fill_generator)  \
    ELEMENT(title, DOC_HEADING, PROSE_LINE, prose_fill_title)                  \
    ELEMENT(logo, DOC_PICTURE, PROSE_BLOCK, prose_fill_logo)                   \
    ELEMENT(use, DOC_BLOCK, PROSE_BLOCK, prose_fill_use)                       \
    /* in lines of text: */                                                    \
    ELEMENT(note, DOC_NOTE_MARK, PROSE_INLINE, NULL)                           \
    ELEMENT(strong, DOC_STRONG, PROSE_INLINE, NULL)                            \
    ELEMENT(emphasis, DOC_EMPHASIS, PROSE_INLINE, NULL)                        \
    ELEMENT(code, DOC_CODE, PROSE_INLINE, NULL)                                \
    ELEMENT(link, DOC_LINK, PROSE_INLINE, prose_fill_link)                     \
    ELEMENT(reference, DOC_REFERENCE, PROSE_INLINE, prose_fill_reference)      \
    ELEMENT(phrase, DOC_SPAN, PROSE_INLINE, prose_fill_phrase)                 \
    ELEMENT(break, DOC_BREAK, PROSE_INLINE, NULL)                              \
    ELEMENT(page_number, DOC_PAGE_NUMBER, PROSE_INLINE, prose_fill_page_number)
/* clang-format on */

#define PROSE_DECLARE(name, kind, form, fill)                                  \
    extern const struct xml_element prose_##name##_element;
PROSE_ELEMENTS(PROSE_DECLARE)
#undef PROSE_DECLARE

/* What stands inside one of these, and what becomes several nodes. */
extern const struct xml_element prose_column_element;
extern const struct xml_element prose_chart_title_element;
extern const struct xml_element prose_chart_subtitle_element;
extern const struct xml_element prose_chart_source_element;
extern const struct xml_element prose_chart_note_element;
extern const struct xml_element prose_chart_alt_element;
extern const struct xml_element prose_page_of_element;

/* For lists of children. */
#define PROSE_PLAIN_BLOCKS                                                     \
    XML_MANY(prose_paragraph_element), XML_MANY(prose_heading_element),        \
        XML_MANY(prose_list_element), XML_MANY(prose_table_element),           \
        XML_MANY(prose_chart_element), XML_MANY(prose_picture_element),        \
        XML_MANY(prose_quote_element), XML_MANY(prose_facts_element),          \
        XML_MANY(prose_figures_element), XML_MANY(prose_sides_element),        \
        XML_MANY(prose_listing_element)
#define PROSE_BLOCKS PROSE_PLAIN_BLOCKS, XML_MANY(prose_block_element)
/* A template's, beside the plain ones. */
#define PROSE_BODY                                                             \
    XML_MANY(prose_body_block_element), XML_MANY(prose_use_element),           \
        XML_MANY(prose_generator_element)
/* The plain ones where only files of format 2 have any. */
#define PROSE_LATER_BLOCKS                                                     \
    XML_MANY_SINCE(prose_paragraph_element, 2),                                \
        XML_MANY_SINCE(prose_heading_element, 2),                              \
        XML_MANY_SINCE(prose_list_element, 2),                                 \
        XML_MANY_SINCE(prose_table_element, 2), XML_MANY(prose_chart_element), \
        XML_MANY_SINCE(prose_picture_element, 2),                              \
        XML_MANY_SINCE(prose_quote_element, 2), XML_MANY(prose_facts_element), \
        XML_MANY(prose_figures_element), XML_MANY(prose_sides_element),        \
        XML_MANY(prose_listing_element)
#define PROSE_INLINES                                                          \
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),          \
        XML_MANY(prose_link_element), XML_MANY(prose_reference_element),       \
        XML_MANY(prose_phrase_element), XML_MANY(prose_break_element),         \
        XML_MANY(prose_note_element), XML_MANY(prose_code_element)

#endif
