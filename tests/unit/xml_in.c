#include "input/xml/xml_in.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const struct choice colours[] = {
    {"red", 0, NULL, NULL}, {"green", 1, NULL, NULL}, CHOICE_END};
static const struct xml_attribute_rule box_attributes[] = {
    {.name = "id", .type = XML_TEXT, .required = true},
    {.name = "colour", .type = XML_CHOICE, .choices = colours}};

static const struct xml_element box;
static const struct xml_element line;
static const struct xml_element bold;
static const struct xml_child in_root[] = {XML_MANY(box), XML_MANY(line)};
static const struct xml_child in_line[] = {XML_MANY(bold)};
static const struct xml_element vocabulary = {.name = "root",
                                              XML_CHILDREN(in_root)};
static const struct xml_element box = {.name = "box",
                                       .attributes = box_attributes,
                                       .nattributes = 2,
                                       XML_CHILDREN(in_root)};
static const struct xml_element line = {
    .name = "line", XML_CHILDREN(in_line), .text = XML_TEXT_MIXED};
static const struct xml_element bold = {.name = "b",
                                        XML_CHILDREN(in_line),
                                        .text = XML_TEXT_MIXED,
                                        .any_attribute = true};

struct state {
    struct reading reading;
    const struct xml_node *root;
    enum status status;
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    reading_free(&s->reading);
    free(s);
    return 0;
}

static void read_text(struct state *s, struct str text)
{
    const struct source *source = reading_source(&s->reading, "test.xml", text);

    s->status = xml_in(&s->reading.arena, source, &vocabulary,
                       &s->reading.findings, &s->root);
}

static const char *faults_of(void **state, const char *text)
{
    struct state *s = *state;

    read_text(s, str_of(text));
    return reading_faults(&s->reading, false);
}

/* The tree as "name line:column attribute=value line:column ... text". */
static const char *dump(struct state *s)
{
    struct buf *out = &s->reading.out;

    buf_clear(out);
    for (const struct xml_node *n = s->root; n != NULL;
         n = xml_following(s->root, n)) {
        buf_printf(out, "%.*s%u:%u", STR_ARG(n->name), (unsigned)n->at.line,
                   (unsigned)n->at.column);
        for (size_t i = 0; i < n->nattributes; i++) {
            const struct xml_attribute *a = &n->attributes[i];

            buf_printf(out, " %.*s@%u:%u=%.*s@%u:%u", STR_ARG(a->name),
                       (unsigned)a->at.line, (unsigned)a->at.column,
                       STR_ARG(a->value), (unsigned)a->value_at.line,
                       (unsigned)a->value_at.column);
        }
        if (xml_is_text(n))
            buf_printf(out, " `%.*s`", STR_ARG(n->text));
        buf_char(out, '\n');
    }
    buf_char(out, '\0');
    return out->ptr;
}

static void expect_tree(void **state, const char *text, const char *tree)
{
    struct state *s = *state;

    assert_string_equal(faults_of(state, text), "");
    assert_int_equal(s->status, ST_OK);
    assert_string_equal(dump(s), tree);
}

static void gives_every_node_and_attribute_its_place(void **state)
{
    expect_tree(state,
                "<root>\n"
                "  <box id = 'a'\n"
                "    colour=\"red\"/><line>x</line>\n"
                "</root>\n",
                "root1:1\n"
                "box2:3 id@2:8=a@2:14 colour@3:5=red@3:13\n"
                "line3:19\n"
                "3:25 `x`\n");
}

static void counts_columns_in_characters(void **state)
{
    expect_tree(state, "<root><line>£é–</line><line>b</line></root>",
                "root1:1\nline1:7\n1:13 `£é–`\nline1:23\n1:29 `b`\n");
}

static void counts_all_three_kinds_of_line_end(void **state)
{
    expect_tree(state,
                "<root>\r\n<line>a</line>\r<line>b</line>\n\n"
                "<line>c\r\nd<b/></line></root>",
                "root1:1\nline2:1\n2:7 `a`\nline3:1\n3:7 `b`\nline5:1\n"
                "5:7 `c\nd`\nb6:2\n");
}

static void replaces_references_in_text_and_values(void **state)
{
    expect_tree(state,
                "<root><box id='a&amp;b&#38;c&lt;&quot;'/>"
                "<line>R&amp;D &#x41;&gt;</line></root>",
                "root1:1\nbox1:7 id@1:12=a&b&c<\"@1:16\n"
                "line1:42\n1:48 `R&D A>`\n");
}

static void keeps_places_after_comments_and_cdata(void **state)
{
    expect_tree(state,
                "<?xml version='1.0'?>\n<!-- <box> -->\n"
                "<root><!-- a\nb --><line>x<!-- - -->y<?p i?>z"
                "<![CDATA[<b>]]></line><line><![CDATA[&]]></line></root>",
                "root3:1\nline4:6\n4:12 `x`\n4:23 `y`\n4:31 `z<b>`\n"
                "line4:54\n4:69 `&`\n");
}

static void keeps_places_beyond_65535_lines_and_in_long_lines(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, (size_t)16 * 1024 * 1024);
    buf_puts(&text, "<root>");
    for (int i = 0; i < 70000; i++)
        buf_puts(&text, "\n");
    for (int i = 0; i < 20000; i++)
        buf_puts(&text, "<line>é</line>");
    buf_puts(&text, "<bx/></root>");
    read_text(s, buf_view(&text));
    buf_free(&text);
    assert_string_equal(reading_faults(&s->reading, false),
                        "70001:280001 bad-element <bx> cannot stand in <root> "
                        "| did you mean `box`?\n");
    assert_int_equal(s->status, ST_DATA);
    assert_non_null(s->root);
}

static void takes_a_text_longer_than_a_chunk(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, (size_t)16 * 1024 * 1024);
    buf_puts(&text, "<root><line>");
    for (int i = 0; i < 200000; i++)
        buf_puts(&text, "£");
    buf_puts(&text, "</line></root>");
    read_text(s, buf_view(&text));
    buf_free(&text);
    assert_int_equal(s->status, ST_OK);
    assert_int_equal(s->root->first->first->text.len, 400000);
    assert_int_equal(s->root->first->first->at.column, 13);
    assert_null(s->root->first->first->next);
}

static void names_every_fault_of_the_vocabulary_in_one_run(void **state)
{
    struct state *s = *state;

    assert_string_equal(
        faults_of(state, "<root>\n"
                         " <box colour='rde' size='1'><p>x</p>y</box>\n"
                         " <bx/>\n"
                         " <line><line/></line>\n"
                         " text\n"
                         " more<line/>\n"
                         "</root>"),
        "2:2 missing <box> lacks its attribute `id`\n"
        "2:15 bad-value `rde` cannot be the colour of <box> | did you "
        "mean `red`?\n"
        "2:20 bad-attribute <box> has no attribute `size` | known here: id, "
        "colour\n"
        "2:29 bad-element <p> cannot stand in <box> | known here: box, line\n"
        "2:37 bad-element text cannot stand directly in <box> | known here: "
        "box, "
        "line\n"
        "3:2 bad-element <bx> cannot stand in <root> | did you mean `box`?\n"
        "4:8 bad-element <line> cannot stand in <line> | <line> stands in "
        "<root>, <box>\n"
        "5:2 bad-element text cannot stand directly in <root> | known here: "
        "box, "
        "line\n");
    assert_int_equal(s->status, ST_DATA);
    assert_non_null(s->root);
}

static void takes_any_attribute_where_the_rule_says_so(void **state)
{
    expect_tree(state, "<root><line><b lead='x'/></line></root>",
                "root1:1\nline1:7\nb1:13 lead@1:16=x@1:22\n");
}

static void refuses_another_root(void **state)
{
    assert_string_equal(faults_of(state, "<line>a</line>"),
                        "1:1 bad-element the file begins with <line>, not "
                        "with <root>\n");
}

static void refuses_prefixes_and_namespaces(void **state)
{
    assert_string_equal(
        faults_of(state, "<root xmlns='urn:x'><x:box x:id='1'/>"
                         "<box xmlns:y='u' id='b' y:colour='red'/></root>"),
        "1:1 bad-attribute <root> declares a namespace | remove its xmlns "
        "attribute\n"
        "1:21 bad-element <x:box> cannot stand in <root> | did you mean "
        "`box`?\n"
        "1:38 bad-attribute <box> declares a namespace | remove its xmlns "
        "attribute\n"
        "1:62 bad-attribute <box> has no attribute `y:colour` | did you mean "
        "`colour`?\n");
}

static void hints_at_amp_for_a_bare_ampersand_and_goes_on(void **state)
{
    struct state *s = *state;

    assert_string_equal(
        faults_of(state, "<root><line>R&D</line>\n"
                         "<line>a & b &; c &c;</line><box id='Q&A'/>\n"
                         "<bx/></root>"),
        "1:14 bad-xml `&` begins no character reference here | write &amp; "
        "for &\n"
        "2:9 bad-xml `&` begins no character reference here | write &amp; "
        "for &\n"
        "2:13 bad-xml `&` begins no character reference here | write &amp; "
        "for &\n"
        "2:18 bad-xml the entity &c; is not defined | write the character "
        "itself, or &amp; for &\n"
        "2:38 bad-xml `&` begins no character reference here | write &amp; "
        "for &\n"
        "3:1 bad-element <bx> cannot stand in <root> | did you mean `box`?\n");
    assert_int_equal(s->status, ST_DATA);
}

static void refuses_entities_of_html(void **state)
{
    assert_string_equal(faults_of(state, "<root><line>&nbsp;a</line></root>"),
                        "1:13 bad-xml the entity &nbsp; is not defined | "
                        "write the character itself, or &amp; for &\n");
}

static void refuses_a_doctype_and_looks_no_further(void **state)
{
    struct state *s = *state;

    assert_string_equal(
        faults_of(state, "<?xml version='1.0'?>\n"
                         "<!DOCTYPE root [<!ENTITY a 'aaaa'>\n"
                         "<!ENTITY b '&a;&a;&a;&a;'>\n"
                         "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>\n"
                         "<root><line>&b;&c;</line></root>"),
        "2:1 bad-xml a DOCTYPE is not taken | remove it; write characters "
        "themselves, not entities\n");
    assert_null(s->root);
    assert_int_equal(s->status, ST_DATA);
}

static void refuses_a_doctype_with_a_remote_subset(void **state)
{
    assert_string_equal(
        faults_of(state, "<!DOCTYPE root SYSTEM \"http://192.0.2.1/x<y.dtd\">"
                         "<root/>"),
        "1:1 bad-xml a DOCTYPE is not taken | remove it; write characters "
        "themselves, not entities\n");
}

static void names_the_element_that_is_not_closed(void **state)
{
    assert_string_equal(faults_of(state, "<root>\n <line>a\n</root>"),
                        "3:1 bad-xml </root> does not close <line>, which was "
                        "opened in line 2\n");
}

static void names_the_element_in_which_the_file_ends(void **state)
{
    assert_string_equal(faults_of(state, "<root>\n <line>a\n"),
                        "3:1 bad-xml the file ends inside <line>, which was "
                        "opened in line 2\n");
}

static void says_where_and_why_a_file_is_not_well_formed(void **state)
{
    static const struct {
        const char *text;
        const char *begins;
    } bad[] = {
        {"", "1:1 bad-xml the file does not begin with an XML element"},
        {"  \n", "1:1 bad-xml the file does not begin with an XML element"},
        {"hello", "1:1 bad-xml the file does not begin with an XML element"},
        {"<root", "1:6 bad-xml this tag is not closed by `>`"},
        {"<root a", "1:8 bad-xml an attribute has no value"},
        {"<root><box", "1:11 bad-xml this tag is not closed by `>`"},
        {"<root><box ", "1:12 bad-xml this tag is not closed by `>`"},
        {"<root><line\n<box/></line></root>",
         "1:7 bad-xml the tag <line is not closed by `>`"},
        {"<root><line a='x>'\n  <box/></line></root>",
         "1:7 bad-xml the tag <line is not closed by `>`"},
        {"<root><line a='1'<box/></line></root>",
         "1:7 bad-xml the tag <line is not closed by `>`"},
        {"<root\n\n<line/></root>",
         "1:1 bad-xml the tag <root is not closed by `>`"},
        {"<root><line>a</line> <<line/></root>",
         "1:22 bad-xml no name of an element follows `<`"},
        {"<>", "1:1 bad-xml the file does not begin with an XML element"},
        {"</root>", "1:1 bad-xml no name of an element follows `<`"},
        {"<root/>x", "1:8 bad-xml something follows the end of <root>"},
        {"<root/><root/>", "1:8 bad-xml something follows the end of <root>"},
        {"<root><line a=b/></root>",
         "1:15 bad-xml an attribute's value has no quotes"},
        {"<root><line a/></root>", "1:14 bad-xml an attribute has no value"},
        {"<root><line a='<'/></root>", "1:16 bad-xml `<` cannot stand"},
        {"<root><box id='1'colour='red'/></root>",
         "1:18 bad-xml something stands in this tag that is no attribute"},
        {"<root><box id='a' id='b'/></root>",
         "1:25 bad-xml an attribute is given twice"},
        {"<root><!-- </root>", "1:19 bad-xml a comment is not closed"},
        {"<root><line><![CDATA[x</line></root>",
         "1:22 bad-xml the file ends inside <line>"},
        {"<root><line>a<![CDATA[x\nyz",
         "1:23 bad-xml the file ends inside <line>"},
        {"<root><line><![CDATA[x\x01y]]></line></root>",
         "1:23 bad-xml a control character (0x01)"},
        {"<root><line/>\n", "1:14 bad-xml the file ends inside <root>"},
        {"<root><line/>\n<", "2:1 bad-xml the file ends inside <root>"},
        {"<root><line>a < b</line></root>",
         "1:15 bad-xml no name of an element follows `<`"},
        {" <?xml version='1.0'?><root/>",
         "1:2 bad-xml an XML declaration stands after"},
        {"<root><?xml version='1.0'?></root>",
         "1:7 bad-xml an XML declaration stands after"},
        {"<root><line>\x01</line></root>",
         "1:13 bad-xml a control character (0x01)"},
        {"<root><line>&#0;</line></root>",
         "1:13 bad-xml XML has no such character"},
        {"<root><line>a&#xD800;</line></root>",
         "1:14 bad-xml XML has no such character"},
        {"<root><line>]]></line></root>",
         "1:13 bad-xml `]]>` cannot stand in text"},
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        const char *said;

        reading_free(&s->reading);
        reading_init(&s->reading);
        said = faults_of(state, bad[i].text);
        if (s->status != ST_DATA ||
            strncmp(said, bad[i].begins, strlen(bad[i].begins)) != 0)
            fail_msg("`%s` gave status %d and `%s`", bad[i].text,
                     (int)s->status, said);
        assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    }
}

static void limits_the_depth(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, 4096);
    buf_puts(&text, "<root><line>");
    for (int i = 0; i < 98; i++)
        buf_puts(&text, "\n<b>");
    for (int i = 0; i < 98; i++)
        buf_puts(&text, "</b>");
    buf_puts(&text, "</line></root>");
    read_text(s, buf_view(&text));
    buf_free(&text);
    assert_string_equal(reading_faults(&s->reading, false),
                        "64:1 limit elements are nested more than 64 deep\n");
    assert_null(s->root);
}

static void limits_the_length_of_a_tag(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, (size_t)16 * 1024 * 1024);
    buf_puts(&text, "<root>\n <box");
    for (int i = 0; i < 40000; i++)
        buf_printf(&text, " a%d=''", i);
    buf_puts(&text, "/></root>");
    read_text(s, buf_view(&text));
    buf_free(&text);
    assert_string_equal(reading_faults(&s->reading, false),
                        "2:2 limit a tag is longer than 128 KiB\n");
    assert_int_equal(s->status, ST_DATA);
    assert_null(s->root);
}

static void folds_white_space_of_a_text(void **state)
{
    struct state *s = *state;

    read_text(s, str_of("<root><line> a\n <b> b</b>\tc <b/></line></root>"));
    assert_int_equal(s->status, ST_OK);
    assert_string_equal(xml_text(&s->reading.arena, s->root).ptr, "a b c");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(gives_every_node_and_attribute_its_place),
        TEST(counts_columns_in_characters),
        TEST(counts_all_three_kinds_of_line_end),
        TEST(replaces_references_in_text_and_values),
        TEST(keeps_places_after_comments_and_cdata),
        TEST(keeps_places_beyond_65535_lines_and_in_long_lines),
        TEST(takes_a_text_longer_than_a_chunk),
        TEST(names_every_fault_of_the_vocabulary_in_one_run),
        TEST(takes_any_attribute_where_the_rule_says_so),
        TEST(refuses_another_root),
        TEST(refuses_prefixes_and_namespaces),
        TEST(hints_at_amp_for_a_bare_ampersand_and_goes_on),
        TEST(refuses_entities_of_html),
        TEST(refuses_a_doctype_and_looks_no_further),
        TEST(refuses_a_doctype_with_a_remote_subset),
        TEST(names_the_element_that_is_not_closed),
        TEST(names_the_element_in_which_the_file_ends),
        TEST(says_where_and_why_a_file_is_not_well_formed),
        TEST(limits_the_depth),
        TEST(limits_the_length_of_a_tag),
        TEST(folds_white_space_of_a_text),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
