#include "input/prose/prose_elements.h"
#include "tests/support/prose_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static void joins_the_lines_of_a_paragraph(void **state)
{
    assert_string_equal(tree_of(state, "One line\nand  a\tsecond\r\n\r\n"
                                       "Another\n"),
                        "fragment\n"
                        "  paragraph\n"
                        "    text \"One line and a second\"\n"
                        "  paragraph\n"
                        "    text \"Another\"\n");
}

static void keeps_inlines_apart(void **state)
{
    assert_string_equal(
        tree_of(state, "A **strong *both*** [link](x?a=1&amp;b=2), [](#legal)."
                       "  \nNext"),
        "fragment\n"
        "  paragraph\n"
        "    text \"A \"\n"
        "    strong\n"
        "      text \"strong \"\n"
        "      emphasis\n"
        "        text \"both\"\n"
        "    text \" \"\n"
        "    link target=\"x?a=1&b=2\"\n"
        "      text \"link\"\n"
        "    text \", \"\n"
        "    reference target=\"legal\"\n"
        "    text \".\"\n"
        "    break\n"
        "    text \"Next\"\n");
}

static void leaves_expressions_as_they_are(void **state)
{
    assert_string_equal(
        tree_of(state, "Of {{budget.total|pounds}} and {{risks[R_1].a_b}}\n"
                       "{{count(risks,\nlevel=high)}}"),
        "fragment\n"
        "  paragraph\n"
        "    text \"Of {{budget.total|pounds}} and {{risks[R_1].a_b}} "
        "{{count(risks, level=high)}}\"\n");
}

static void reads_characters_by_number_and_name(void **state)
{
    assert_string_equal(tree_of(state, "R&D &amp; &pound;5 &#163; &#xA3;"),
                        "fragment\n"
                        "  paragraph\n"
                        "    text \"R&D & \xC2\xA3"
                        "5 \xC2\xA3 \xC2\xA3\"\n");
}

static void refuses_characters_that_cannot_be_printed(void **state)
{
    assert_string_equal(
        faults_of(state, "&#0; &#x1F;\n&#xD800; &#x110000; &nonsense;"),
        "1:1 bad-element `&#0;` is not a character that is known here | "
        "write the character itself\n"
        "1:6 bad-element `&#x1F;` is not a character that is known here | "
        "write the character itself\n"
        "2:1 bad-element `&#xD800;` is not a character that is known here | "
        "write the character itself\n"
        "2:10 bad-element `&#x110000;` is not a character that is known here "
        "| write the character itself\n"
        "2:21 bad-element `&nonsense;` is not a character that is known here "
        "| write the character itself\n");
}

static void gives_tight_items_their_text(void **state)
{
    assert_string_equal(tree_of(state, "- one\n- *two* b\n\n\n1. first\n"),
                        "fragment\n"
                        "  list series=bullet\n"
                        "    item\n"
                        "      text \"one\"\n"
                        "    item\n"
                        "      emphasis\n"
                        "        text \"two\"\n"
                        "      text \" b\"\n"
                        "  list series=numbers\n"
                        "    item\n"
                        "      text \"first\"\n");
}

static void gives_items_of_one_paragraph_their_text(void **state)
{
    assert_string_equal(tree_of(state, "- one\n\n- two\n\n  more\n"),
                        "fragment\n"
                        "  list series=bullet\n"
                        "    item\n"
                        "      text \"one\"\n"
                        "    item\n"
                        "      paragraph\n"
                        "        text \"two\"\n"
                        "      paragraph\n"
                        "        text \"more\"\n");
}

static void makes_text_beside_blocks_a_paragraph(void **state)
{
    assert_string_equal(
        tree_of(state, "- one\n  - inner\n- a\n  > h\n\n  b\n-\n"),
        "fragment\n"
        "  list series=bullet\n"
        "    item\n"
        "      paragraph\n"
        "        text \"one\"\n"
        "      list series=bullet\n"
        "        item\n"
        "          text \"inner\"\n"
        "    item\n"
        "      paragraph\n"
        "        text \"a\"\n"
        "      quote\n"
        "        paragraph\n"
        "          text \"h\"\n"
        "      paragraph\n"
        "        text \"b\"\n"
        "    item\n");
}

static void takes_the_plain_series_where_no_other_is_known(void **state)
{
    struct prose_test *s = *state;

    s->options.ordered_series = NULL;
    assert_string_equal(tree_of(state, "1. one\n"), "fragment\n"
                                                    "  list series=bullet\n"
                                                    "    item\n"
                                                    "      text \"one\"\n");
}

static void refuses_a_list_that_begins_later(void **state)
{
    assert_string_equal(faults_of(state, "Text\n\n14. December\n"),
                        "3:1 bad-value a list begins with 14; lists begin "
                        "with 1 | where it goes on with a list, indent all "
                        "that stands between by three spaces or more; where "
                        "the number belongs to the text, write 14\\.\n");
}

static void counts_headings_from_the_section(void **state)
{
    assert_string_equal(tree_of(state, "# a\n## b\n### c\n\nd\n---\n"),
                        "fragment\n"
                        "  heading level=1 keep-next\n"
                        "    text \"a\"\n"
                        "  heading level=1 keep-next\n"
                        "    text \"b\"\n"
                        "  heading level=2 keep-next\n"
                        "    text \"c\"\n"
                        "  heading level=1 keep-next\n"
                        "    text \"d\"\n");
}

static void keeps_indented_text_as_text(void **state)
{
    assert_string_equal(tree_of(state, "    indented\n"),
                        "fragment\n"
                        "  paragraph\n"
                        "    text \"indented\"\n");
}

static void drops_comments(void **state)
{
    assert_string_equal(
        tree_of(state, "<!-- for\nthe author -->\n\nText <!-- a --> more "
                       "<!-- b -->\n"),
        "fragment\n"
        "  paragraph\n"
        "    text \"Text more\"\n");
}

static void does_not_lose_text_behind_a_comment(void **state)
{
    const char *faults =
        faults_of(state, "<!-- a --> behind\n\n<!-- never ends\n\nrest\n");

    assert_non_null(strstr(faults, "1:1 bad-element words (`behind`) stand"));
    assert_non_null(strstr(faults, "3:1 bad-element HTML (`<!-- never ends"));
}

static void refuses_what_prose_has_not(void **state)
{
    static const struct {
        const char *text;
        const char *fault;
    } cases[] = {
        {"a <b>c</b>", "1:3 bad-element HTML (`<b>`) is not taken in prose"},
        {"x\n\n<div>\na\n</div>", "3:1 bad-element HTML (`<div>`) is not"},
        {"x\n\n---\n", "3:1 bad-element a rule is not taken in prose | "},
        {"\n```c\ncode\n", "3:1 bad-element the block of code that begins"},
        {"- ```\n  a\n\nb\n", "2:3 bad-element the block of code that begins"},
        {"a\n\n~~~\n~~~\n", "missing there is no line of code here\n"},
        {"![an *old* ![b](c)](d)", "bad-element an image is not taken in"},
        {"[a](b \"c\")", "bad-element the title of a link is not taken"},
        {"[](x)", "missing the link to `x` has no text\n"},
        {"> # a", "1:1 bad-element `heading` may not stand in `quote`\n"},
        {"- # a", "1:1 bad-element `heading` may not stand in `item`\n"},
        {"[](#)", "missing the link to `#` has no text\n"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct prose_test *s = *state;
        const size_t before = s->reading.findings.count;
        const char *faults = faults_of(state, cases[i].text);

        print_message("%s", faults);
        assert_non_null(strstr(faults, cases[i].fault));
        assert_true(s->reading.findings.count > before);
        findings_init(&s->reading.findings, &s->reading.arena);
    }
}

static void says_once_that_an_element_is_refused(void **state)
{
    struct prose_test *s = *state;

    faults_of(state, "<b>a</b> and <i>b</i>");
    assert_int_equal(s->reading.findings.count, 2);
    faults_of(state, "c</b>");
    assert_int_equal(s->reading.findings.count, 3);
}

static void finds_guidance(void **state)
{
    assert_string_equal(faults_of(state, "A\n*[Insert* the date]\n"),
                        "2:2 guidance guidance is left in the text: "
                        "`[Insert`\n");
}

static void says_where_nodes_are(void **state)
{
    static const struct {
        enum doc_kind kind;
        uint32_t line, column;
    } want[] = {
        {DOC_FRAGMENT, 1, 1}, {DOC_PARAGRAPH, 1, 1}, {DOC_TEXT, 1, 1},
        {DOC_STRONG, 1, 9},   {DOC_TEXT, 1, 9},      {DOC_TEXT, 1, 10},
        {DOC_HEADING, 4, 4},  {DOC_TEXT, 4, 4},      {DOC_LIST, 5, 3},
        {DOC_ITEM, 5, 3},     {DOC_TEXT, 5, 3},      {DOC_ITEM, 6, 3},
        {DOC_TEXT, 6, 3},
    };
    struct prose_test *s = *state;
    /* \xC3\xA9 is one character; CR LF and CR end a line, too */
    struct doc_walk w = doc_walk(prose_test_read(
        s, STR_LIT("Caf\xC3\xA9, **a**\r\nb\r\r## H\n- x\n- y\n")));
    size_t n = 0;

    while (doc_walk_next(&w)) {
        if (!w.entering)
            continue;
        print_message("%s\n", doc_kind_name(w.node->kind));
        assert_true(n < sizeof(want) / sizeof(want[0]));
        assert_int_equal(w.node->kind, want[n].kind);
        assert_int_equal(w.node->at.line, want[n].line);
        assert_int_equal(w.node->at.column, want[n].column);
        n++;
    }
    assert_int_equal(n, sizeof(want) / sizeof(want[0]));
}

static void gives_the_text_of_a_cell_one_place(void **state)
{
    struct prose_test *s = *state;
    struct source *source =
        reading_source(&s->reading, "a.csv", STR_LIT("h\n\"a\nb *c*\"\n"));
    struct doc_walk w;

    source->kind = SOURCE_CSV;
    w = doc_walk(prose_from_markdown(&s->reading.arena, STR_LIT("a\nb *c*"),
                                     (struct place){source, 2, 1}, &s->options,
                                     &s->reading.findings));
    while (doc_walk_next(&w)) {
        assert_int_equal(w.node->at.line, 2);
        assert_int_equal(w.node->at.column, 1);
    }
}

static void refuses_prose_that_is_nested_too_deep(void **state)
{
    struct prose_test *s = *state;
    char text[202];

    memset(text, '>', sizeof(text) - 2);
    text[200] = 'x';
    text[201] = '\0';
    assert_string_equal(faults_of(state, text),
                        "1:1 limit prose is nested more than 64 deep\n");
    findings_init(&s->reading.findings, &s->reading.arena);
    text[64] = '\0';
    memset(text + 63, 'x', 1);
    assert_string_equal(faults_of(state, text), "");
}

static void reads_nothing_from_nothing(void **state)
{
    assert_string_equal(tree_of(state, ""), "fragment\n");
    assert_string_equal(tree_of(state, "\n \n\t\r\n"), "fragment\n");
}

static struct doc_node *read_xml(struct prose_test *s, const char *text)
{
    static const struct xml_child blocks[] = {PROSE_BLOCKS};
    static const struct xml_element section = {.name = "section",
                                               XML_CHILDREN(blocks)};
    const struct source *source =
        reading_source(&s->reading, "legal.xml", str_of(text));
    const struct xml_node *root = NULL;

    assert_int_equal(xml_in(&s->reading.arena, source, &section,
                            &s->reading.findings, &root),
                     ST_OK);
    return prose_from_xml(&s->reading.arena, root, &s->options,
                          &s->reading.findings);
}

static void is_the_same_as_prose_in_xml(void **state)
{
    static const struct {
        const char *markdown;
        const char *xml;
    } cases[] = {
        {"![R&D](m.png \"Where\")\n",
         "<section><figure file='m.png' alt=' R&amp;D ' caption='Where'/>"
         "</section>"},
        {"Some *emphasis* and\n**strong *both***.\n\nSecond {{a.b|pounds}}.\n",
         "<section>\n <p>Some <em>emphasis</em> and\n <strong>strong <em>both"
         "</em></strong>.</p>\n <p> Second {{a.b|pounds}}. </p></section>"},
        {"## Head\n\n- one\n- two\n  - inner\n- three\n\n  four\n",
         "<section><heading>Head</heading><list><item>one</item><item>two<list>"
         "<item>inner</item></list></item><item><p>three</p><p>four</p></item>"
         "</list></section>"},
        {"> quoted\n>\n> twice\n",
         "<section><quote><p>quoted</p><p>twice</p></quote></section>"},
        {"See [](#legal), [the *page*](https://example.gov.uk/?a&amp;b).\\\n"
         "R&D",
         "<section><p>See <ref to=\"legal\"/>, <a href=\"https://"
         "example.gov.uk/?a&amp;b\">the <em>page</em></a>.<br/>\nR&amp;D</p>"
         "</section>"},
    };
    struct prose_test *s = *state;

    prose_test_take_images(*state);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *xml = strdup(prose_test_dump(s, read_xml(s, cases[i].xml)));

        assert_non_null(xml);
        assert_string_equal(tree_of(state, cases[i].markdown), xml);
        free(xml);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, prose_test_open, prose_test_close)
        TEST(joins_the_lines_of_a_paragraph),
        TEST(keeps_inlines_apart),
        TEST(leaves_expressions_as_they_are),
        TEST(reads_characters_by_number_and_name),
        TEST(refuses_characters_that_cannot_be_printed),
        TEST(gives_tight_items_their_text),
        TEST(gives_items_of_one_paragraph_their_text),
        TEST(makes_text_beside_blocks_a_paragraph),
        TEST(takes_the_plain_series_where_no_other_is_known),
        TEST(refuses_a_list_that_begins_later),
        TEST(counts_headings_from_the_section),
        TEST(keeps_indented_text_as_text),
        TEST(drops_comments),
        TEST(does_not_lose_text_behind_a_comment),
        TEST(refuses_what_prose_has_not),
        TEST(says_once_that_an_element_is_refused),
        TEST(finds_guidance),
        TEST(says_where_nodes_are),
        TEST(gives_the_text_of_a_cell_one_place),
        TEST(refuses_prose_that_is_nested_too_deep),
        TEST(reads_nothing_from_nothing),
        TEST(is_the_same_as_prose_in_xml),
#undef TEST
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
