#include "input/prose/prose_elements.h"

static const struct choice paragraph_roles[] = {
    {"council", ROLE_COUNCIL, "the council's name at the head", NULL},
    {"addressee", ROLE_ADDRESSEE, "to whom: REPORT TO MEMBERS", NULL},
    {"subtitle", ROLE_SUBTITLE, "what stands under the title", NULL},
    {"lead", ROLE_LEAD, "what leads to a list or table", NULL},
    {"closing", ROLE_CLOSING, "a closing remark", NULL},
    CHOICE_END};

static const struct choice rules[] = {
    {"above", RULE_ABOVE, "above it", NULL},
    {"below", RULE_BELOW, "below it", NULL},
    {"both", RULE_ABOVE | RULE_BELOW, "above and below", NULL},
    CHOICE_END};

static const struct choice aligns[] = {
    {"left", ALIGN_START, "at the left", NULL},
    {"centre", ALIGN_CENTRE, "in the middle", NULL},
    {"right", ALIGN_END, "at the right, as figures do", NULL},
    CHOICE_END};

#define XML_OF_LOOSE_ALIGN(E, m) .type = XML_CHOICE, .choices = aligns
#define XML_OF_PARAGRAPH_ROLE(E, m) XML_CHOSEN(E, m, paragraph_roles)
#define XML_OF_SIDES_RULE(E, m) XML_CHOSEN(E, m, rules)
#define XML_OF_AUDIENCE(E, m) XML_CHOSEN(E, m, audience_choices)
#define XML_OF_MEDIUM(E, m) XML_CHOSEN(E, m, medium_choices)
#define XML_OF_CELL_DRAW(E, m) XML_CHOSEN(E, m, cell_draw_choices)
#define XML_OF_CHART_DRAW(E, m) XML_CHOSEN(E, m, chart_draw_choices)
#define XML_OF_CHART_ACROSS(E, m) XML_CHOSEN(E, m, chart_across_choices)
#define XML_OF_CHART_SORT(E, m) XML_CHOSEN(E, m, chart_sort_choices)
#define XML_OF_CHART_UNIT(E, m) XML_CHOSEN(E, m, chart_unit_choices)
#define XML_OF_CHART_TABLE(E, m) XML_CHOSEN(E, m, chart_table_choices)

XML_ATTRIBUTES_INTO(prose_block, doc_node, PROSE_BLOCK_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_paragraph, doc_node, PROSE_PARAGRAPH_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_fact, PROSE_FACT_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_key, PROSE_KEY_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_sides, doc_node, PROSE_SIDES_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_use, PROSE_USE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_generator, generator_call,
                    PROSE_GENERATOR_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_page_of, PROSE_PAGE_OF_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_style, PROSE_STYLE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_table, generator_call, PROSE_TABLE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_column, generator_column,
                    GENERATOR_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_cell, doc_node, PROSE_CELL_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_chart, chart_call, CHART_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_chart_words, PROSE_CHART_WORDS_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_picture, PROSE_PICTURE_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_link, PROSE_LINK_ATTRIBUTES);
XML_ATTRIBUTES_OF(prose_reference, PROSE_REFERENCE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(prose_phrase, doc_node, PROSE_PHRASE_ATTRIBUTES);

static const struct xml_child blocks[] = {PROSE_BLOCKS};
static const struct xml_child inlines[] = {PROSE_INLINES};
static const struct xml_child items[] = {XML_MANY(prose_item_element)};
static const struct xml_child in_table[] = {XML_MANY(prose_column_element),
                                            XML_MANY(prose_row_element)};
static const struct xml_child cells[] = {XML_MANY(prose_cell_element)};
static const struct xml_child in_cell[] = {
    XML_MANY(prose_paragraph_element), XML_MANY(prose_list_element),
    XML_MANY(prose_quote_element), XML_MANY(prose_block_element),
    PROSE_INLINES};
static const struct xml_child in_chart[] = {
    XML_MANY(prose_chart_title_element), XML_MANY(prose_chart_subtitle_element),
    XML_MANY(prose_chart_source_element), XML_MANY(prose_chart_note_element),
    XML_MANY(prose_chart_alt_element)};
static const struct xml_child in_item[] = {PROSE_BLOCKS, PROSE_INLINES};
static const struct xml_child in_note[] = {
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),
    XML_MANY(prose_link_element),   XML_MANY(prose_reference_element),
    XML_MANY(prose_phrase_element), XML_MANY(prose_break_element),
    XML_MANY(prose_code_element)};
static const struct xml_child in_link[] = {
    XML_MANY(prose_strong_element), XML_MANY(prose_emphasis_element),
    XML_MANY(prose_phrase_element), XML_MANY(prose_break_element),
    XML_MANY(prose_code_element)};

static const struct xml_child facts[] = {XML_MANY(prose_fact_element)};
static const struct xml_child in_fact[] = {
    XML_MANY(prose_paragraph_element), XML_MANY(prose_list_element),
    XML_MANY(prose_quote_element), XML_MANY(prose_block_element),
    PROSE_INLINES};
static const struct xml_child figures[] = {XML_MANY(prose_key_element)};
static const struct xml_child in_key[] = {XML_MANY(prose_paragraph_element),
                                          PROSE_INLINES};
static const struct xml_child sides[] = {XML_MAYBE(prose_start_element),
                                         XML_MAYBE(prose_centre_element),
                                         XML_MAYBE(prose_end_element)};
static const struct xml_child in_side[] = {
    XML_MANY(prose_strong_element),  XML_MANY(prose_emphasis_element),
    XML_MANY(prose_link_element),    XML_MANY(prose_reference_element),
    XML_MANY(prose_phrase_element),  XML_MANY(prose_break_element),
    XML_MANY(prose_page_of_element), XML_MANY(prose_page_number_element)};
static const struct xml_child in_body_block[] = {
    PROSE_PLAIN_BLOCKS, PROSE_BODY, XML_MANY(prose_narrative_element),
    XML_MANY(prose_title_element), XML_MANY(prose_logo_element)};

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
    .sentence = "What a generator makes of data: a table, a picture. Without "
                "`data` a table of words, in rows.",
    XML_SET(prose_table),
    XML_COMMON(prose_block),
    XML_CHILDREN(in_table),
};

const struct xml_element prose_row_element = {
    .name = "row",
    .sentence = "A row of a table of words; the first is its head. With "
                "`each` it stands once for each row of what that names.",
    XML_COMMON(prose_block),
    XML_CHILDREN(cells),
    .since = 2,
};

const struct xml_element prose_cell_element = {
    .name = "cell",
    .sentence = "A cell of it: text, or blocks.",
    XML_SET(prose_cell),
    XML_CHILDREN(in_cell),
    .text = XML_TEXT_MIXED,
    .since = 2,
};

const struct xml_element prose_column_element = {
    .name = "column",
    .sentence = "How the table prints one of its columns.",
    XML_SET(prose_column),
    .since = 2,
};

#define CHART_WORDS(word, words)                                               \
    const struct xml_element prose_chart_##word##_element = {                  \
        .name = #word,                                                         \
        .sentence = words,                                                     \
        XML_SET(prose_chart_words),                                            \
        .text = XML_TEXT_MIXED,                                                \
    }

CHART_WORDS(title, "What is seen in it, in ten words or so. Of several the "
                   "first whose `when` holds; the last has none.");
CHART_WORDS(subtitle, "What is measured, where and when; the unit follows.");
CHART_WORDS(source, "Where its figures are from, and of which day.");
CHART_WORDS(note, "What else a reader must know, below it.");
CHART_WORDS(alt, "What it says to whoever cannot see it, in 300 characters; "
                 "without it that is made from the figures.");

const struct xml_element prose_chart_element = {
    .name = "chart",
    .sentence = "A picture of data.",
    XML_SET(prose_chart),
    XML_COMMON(prose_block),
    XML_CHILDREN(in_chart),
    .since = 2,
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

const struct xml_element prose_block_element = {
    .name = "block",
    .sentence = "Several blocks as one: what it says holds for all of them.",
    XML_COMMON(prose_block),
    XML_CHILDREN(blocks),
    .since = 2,
};

const struct xml_element prose_facts_element = {
    .name = "facts",
    .sentence = "Names and what they stand for, as of a header.",
    XML_COMMON(prose_block),
    XML_CHILDREN(facts),
    .since = 2,
};

const struct xml_element prose_fact_element = {
    .name = "fact",
    .sentence = "One of them: text, or blocks. With `each` it has a line for "
                "each row, or stands once for each where its label names "
                "`row`.",
    XML_SET(prose_fact),
    XML_COMMON(prose_block),
    XML_CHILDREN(in_fact),
    .text = XML_TEXT_MIXED,
    .since = 2,
};

const struct xml_element prose_figures_element = {
    .name = "figures",
    .sentence = "Key figures, beside each other.",
    XML_COMMON(prose_block),
    XML_CHILDREN(figures),
    .since = 2,
};

const struct xml_element prose_key_element = {
    .name = "key",
    .sentence = "One of them: the figure, and below it paragraphs of what it "
                "says.",
    XML_SET(prose_key),
    XML_COMMON(prose_block),
    XML_CHILDREN(in_key),
    .text = XML_TEXT_MIXED,
    .since = 2,
};

const struct xml_element prose_sides_element = {
    .name = "sides",
    .sentence = "What stands beside each other in one line.",
    XML_SET(prose_sides),
    XML_COMMON(prose_block),
    XML_CHILDREN(sides),
    .since = 2,
};

const struct xml_element prose_start_element = {
    .name = "start",
    .sentence = "What stands at the left.",
    XML_COMMON(prose_block),
    XML_CHILDREN(in_side),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_centre_element = {
    .name = "centre",
    .sentence = "What stands in the middle.",
    XML_COMMON(prose_block),
    XML_CHILDREN(in_side),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_end_element = {
    .name = "end",
    .sentence = "What stands at the right.",
    XML_COMMON(prose_block),
    XML_CHILDREN(in_side),
    .text = XML_TEXT_MIXED,
};

const struct xml_element prose_body_block_element = {
    .name = "block",
    .sentence = "Several blocks as one: what it says holds for all of them.",
    XML_COMMON(prose_block),
    XML_CHILDREN(in_body_block),
    .since = 2,
};

const struct xml_element prose_narrative_element = {
    .name = "prose",
    .sentence = "The prose that the report gives for the section.",
    XML_COMMON(prose_block),
};

const struct xml_element prose_generator_element = {
    .name = "GENERATOR",
    .sentence = "What a generator makes, by its name: `<recommendations/>`. "
                "Further attributes are its arguments.",
    XML_SET(prose_generator),
    XML_COMMON(prose_block),
    .any_attribute = true,
    .any_name = true,
    .since = 2,
};

const struct xml_element prose_title_element = {
    .name = "title",
    .sentence = "The title of the report, as its only heading of the first "
                "level: the field with the role `title`, or what stands here.",
    XML_COMMON(prose_block),
    XML_CHILDREN(inlines),
    .text = XML_TEXT_MIXED,
    .since = 2,
};

const struct xml_element prose_logo_element = {
    .name = "logo",
    .sentence = "The logo of the house style, if it has one.",
    XML_COMMON(prose_block),
    .since = 2,
};

const struct xml_element prose_use_element = {
    .name = "use",
    .sentence = "What a piece holds.",
    XML_SET(prose_use),
    XML_COMMON(prose_block),
    .since = 2,
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

const struct xml_element prose_code_element = {
    .name = "code",
    .sentence = "What is typed as it stands: a command, the name of a file. "
                "Nothing is expanded in it.",
    .text = XML_TEXT_MIXED,
    .since = 2,
};

const struct xml_element prose_listing_element = {
    .name = "listing",
    .sentence = "Lines of a file or of commands, with every line and space "
                "that was typed, but for what indents all of them. Nothing is "
                "expanded in it.",
    XML_COMMON(prose_block),
    .text = XML_TEXT_MIXED,
    .since = 2,
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
    .sentence = "Words in another language, or under a condition.",
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
    XML_SET(prose_page_of),
};

const struct xml_element prose_page_number_element = {
    .name = "page-number",
    .sentence = "The number of the page.",
};
