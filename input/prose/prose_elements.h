/*
 * prose_elements.h - the elements of prose, wherever prose may stand.
 *
 * A vocabulary that has prose lists them among the children of its elements:
 * PROSE_BLOCKS where blocks may stand, PROSE_INLINES in a line of text.
 */
#ifndef INPUT_PROSE_PROSE_ELEMENTS_H
#define INPUT_PROSE_PROSE_ELEMENTS_H

#include "core/doc/doc.h"
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
    A(E, REFERENCE, each, "each",                                              \
      "the `id` of data: printed once for each of its rows, which "            \
      "expressions call `row`", OPTIONAL, .of = "data")

#define PROSE_PARAGRAPH_ATTRIBUTES(A, E)                                       \
    A(E, NO, unnumbered, "number",                                             \
      "whether it is numbered, where the template numbers paragraphs",         \
      OPTIONAL)

#define PROSE_STYLE_ATTRIBUTES(A, E)                                           \
    A(E, REFERENCE, style, "style",                                            \
      "the template's series of labels that it has", OPTIONAL,                 \
      .of = "series of labels")

#define PROSE_TABLE_ATTRIBUTES(A, E)                                           \
    A(E, NAME, data, "data", "the `id` of the data it prints", REQUIRED,       \
      .empty = "the table names no data")                                      \
    A(E, NAME, with, "with", "the generator that prints it", OPTIONAL,         \
      .otherwise_text = "table")                                               \
    A(E, EXPANDED, caption, "caption", "its caption", OPTIONAL,                \
      .otherwise_says = "the title of the data")

#define PROSE_LINK_ATTRIBUTES(A, E)                                            \
    A(E, LOOSE_ADDRESS, href, "href",                                          \
      "where it leads: `https://`, `http://`, `mailto:`, `tel:`", REQUIRED)

#define PROSE_REFERENCE_ATTRIBUTES(A, E)                                       \
    A(E, REFERENCE, to, "to",                                                  \
      "the `id` of a section, block, recommendation, appendix or paper",       \
      REQUIRED, .of = "thing")

#define PROSE_PHRASE_ATTRIBUTES(A, E)                                          \
    A(E, LANGUAGE, lang, "lang", "the language of the words", REQUIRED)
/* clang-format on */

XML_ATTRIBUTES(prose_block, PROSE_BLOCK_ATTRIBUTES);
XML_ATTRIBUTES(prose_paragraph, PROSE_PARAGRAPH_ATTRIBUTES);
XML_ATTRIBUTES(prose_style, PROSE_STYLE_ATTRIBUTES);
XML_ATTRIBUTES(prose_table, PROSE_TABLE_ATTRIBUTES);
XML_ATTRIBUTES(prose_picture, PROSE_PICTURE_ATTRIBUTES);
XML_ATTRIBUTES(prose_link, PROSE_LINK_ATTRIBUTES);
XML_ATTRIBUTES(prose_reference, PROSE_REFERENCE_ATTRIBUTES);
XML_ATTRIBUTES(prose_phrase, PROSE_PHRASE_ATTRIBUTES);

extern const struct xml_element prose_paragraph_element;
extern const struct xml_element prose_heading_element;
extern const struct xml_element prose_list_element;
extern const struct xml_element prose_item_element;
extern const struct xml_element prose_table_element;
extern const struct xml_element prose_picture_element;
extern const struct xml_element prose_quote_element;
extern const struct xml_element prose_note_element;
extern const struct xml_element prose_strong_element;
extern const struct xml_element prose_emphasis_element;
extern const struct xml_element prose_link_element;
extern const struct xml_element prose_reference_element;
extern const struct xml_element prose_phrase_element;
extern const struct xml_element prose_break_element;
/* In running matter only. */
extern const struct xml_element prose_page_of_element;
extern const struct xml_element prose_page_number_element;

/* For lists of children. */
#define PROSE_BLOCKS                                                           \
    XML_MANY(prose_paragraph_element), XML_MANY(prose_heading_element),        \
        XML_MANY(prose_list_element), XML_MANY(prose_table_element),           \
        XML_MANY(prose_picture_element), XML_MANY(prose_quote_element)
#define PROSE_INLINES                                                          \
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),          \
        XML_MANY(prose_link_element), XML_MANY(prose_reference_element),       \
        XML_MANY(prose_phrase_element), XML_MANY(prose_break_element),         \
        XML_MANY(prose_note_element)

#endif
