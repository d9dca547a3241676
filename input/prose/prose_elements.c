#include "input/prose/prose_elements.h"

static const struct choice media[] = {
    {"print", MEDIUM_PRINT, "in the PDF alone", NULL},
    {"screen", MEDIUM_SCREEN, "in the HTML alone", NULL},
    CHOICE_END};

#define XML_OF_AUDIENCE(E, m) XML_CHOSEN(E, m, audience_choices)
#define XML_OF_MEDIUM(E, m) XML_CHOSEN(E, m, media)

XML_ATTRIBUTES_INTO(prose_block, doc_node, PROSE_BLOCK_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_paragraph, doc_node, PROSE_PARAGRAPH_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_style, PROSE_STYLE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_table, generator_call, PROSE_TABLE_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_picture, PROSE_PICTURE_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_link, PROSE_LINK_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_reference, PROSE_REFERENCE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_phrase, doc_node, PROSE_PHRASE_ATTRIBUTES);

static const struct xml_child blocks[] = {PROSE_BLOCKS};
static const struct xml_child inlines[] = {PROSE_INLINES};
static const struct xml_child items[] = {XML_MANY(prose_item_element)};
static const struct xml_child in_item[] = {PROSE_BLOCKS, PROSE_INLINES};
static const struct xml_child in_note[] = {
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),
    XML_MANY(prose_link_element),   XML_MANY(prose_reference_element),
    XML_MANY(prose_phrase_element), XML_MANY(prose_break_element)};
static const struct xml_child in_link[] = {
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),
    XML_MANY(prose_phrase_element), XML_MANY(prose_break_element)};

const struct xml_element prose_paragraph_element = {
    .name = "p",
    .sentence = "A paragraph.",
    XML_SET(prose_paragraph),
    XML_COMMON(prose_block),
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_heading_element = {
    .name = "heading",
    .sentence = "A heading below that of the section.",
    XML_SET(prose_style),
    XML_COMMON(prose_block),
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_list_element = {
    .name = "list",
    .sentence = "A list; the template's `numbering` labels one without a "
                "`style`.",
    XML_SET(prose_style),
    XML_COMMON(prose_block),
    XML_CHILDREN(items),
};

const struct xml_element prose_item_element = {
    .name = "item",
    .sentence = "An item of a list: text, or blocks.",
    XML_COMMON(prose_block),
    XML_CHILDREN(in_item),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_table_element = {
    .name = "table",
    .sentence = "What a generator makes of data: a table, a picture.",
    XML_SET(prose_table),
    XML_COMMON(prose_block),
};

const struct xml_element prose_picture_element = {
    .name = "figure",
    .sentence = "A picture from a file.",
    XML_SET(prose_picture),
    XML_COMMON(prose_block),
};

const struct xml_element prose_quote_element = {
    .name = "quote",
    .sentence = "Blocks that somebody else said.",
    XML_COMMON(prose_block),
    XML_CHILDREN(blocks),
};

const struct xml_element prose_note_element = {
    .name = "note",
    .sentence = "A footnote at this place.",
    XML_CHILDREN(in_note),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_strong_element = {
    .name = "strong",
    .sentence = "Words of importance.",
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_emphasis_element = {
    .name = "em",
    .sentence = "Words that are stressed.",
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_link_element = {
    .name = "a",
    .sentence = "A link.",
    XML_SET(prose_link),
    XML_CHILDREN(in_link),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_reference_element = {
    .name = "ref",
    .sentence = "The number of a section, paragraph, recommendation, appendix "
                "or paper, as a link.",
    XML_SET(prose_reference),
};

const struct xml_element prose_phrase_element = {
    .name = "phrase",
    .sentence = "Words in another language.",
    XML_SET(prose_phrase),
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_break_element = {
    .name = "br",
    .sentence = "A new line in the same paragraph.",
};

const struct xml_element prose_page_of_element = {
    .name = "page-of",
    .sentence = "The number of the page among all, as the wording has it.",
};

const struct xml_element prose_page_number_element = {
    .name = "page-number",
    .sentence = "The number of the page.",
};
