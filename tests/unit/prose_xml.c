#include "core/model/picture.h"
#include "input/prose/prose_elements.h"
#include "input/prose/prose_in.h"
#include "tests/support/reading.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const struct xml_child in_root[] = {PROSE_BLOCKS, PROSE_INLINES,
                                           XML_MANY(prose_page_of_element),
                                           XML_MANY(prose_page_number_element)};
static const struct xml_element vocabulary = {
    .name = "root", XML_CHILDREN(in_root), .text = XML_TEXT_MIXED};
static const struct label_series series[] = {{.id = "bullet"},
                                             {.id = "letter"}};
static const struct template known = {.series = series, .nseries = 2};

struct state {
    struct reading reading;
    const struct doc_node *prose;
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

/* Every name is the same picture. */
static struct source *open_image(void *owner, const char *name, struct place at)
{
    struct state *s = owner;

    (void)at;
    return reading_source(&s->reading, name, sample_image.u.image.file->bytes);
}

static const char *faults_of(void **state, const char *text)
{
    struct state *s = *state;
    struct image_files images =
        image_files_of(&s->reading.arena, &s->reading.findings, open_image, s);
    const struct prose_options options = {.template_used = &known,
                                          .list_series = &series[0],
                                          .wording = test_wording(),
                                          .images = &images};
    const struct source *source =
        reading_source(&s->reading, "a/b.xml", str_of(text));
    const struct xml_node *root = NULL;
    const enum status st = xml_in(&s->reading.arena, source, &vocabulary,
                                  &s->reading.findings, &root);

    assert_true(st == ST_OK || st == ST_DATA);
    assert_non_null(root);
    s->prose =
        prose_from_xml(&s->reading.arena, root, &options, &s->reading.findings);
    assert_non_null(s->prose);
    return reading_faults(&s->reading, false);
}

/* The tree in one line: paragraph("text" strong("text")) ... */
static const char *shape(struct state *s)
{
    struct buf *out = &s->reading.out;
    struct doc_walk w = doc_walk(s->prose);

    buf_clear(out);
    while (doc_walk_next(&w)) {
        const struct doc_node *n = w.node;

        if (!w.entering) {
            if (n->first != NULL)
                buf_char(out, ')');
            continue;
        }
        if (out->len > 0 && out->ptr[out->len - 1] != '(')
            buf_char(out, ' ');
        if (n->kind == DOC_TEXT)
            buf_printf(out, "\"%.*s\"", STR_ARG(n->text));
        else
            buf_puts(out, doc_kind_name((enum doc_kind)n->kind));
        if (n->first != NULL)
            buf_char(out, '(');
    }
    buf_char(out, '\0');
    return out->ptr;
}

static void expect(void **state, const char *text, const char *want)
{
    assert_string_equal(faults_of(state, text), "");
    assert_string_equal(shape(*state), want);
}

static void folds_space_in_and_around_a_line(void **state)
{
    expect(state,
           "<root>\n <p> a\n  b <em> c </em> <strong>d</strong>\n</p></root>",
           "fragment(paragraph(\"a b \" emphasis(\"c \") strong(\"d\")))");
}

static void makes_every_inline(void **state)
{
    const struct doc_node *n;

    expect(state,
           "<root><p><a href='https://x.y'>l</a> <ref to='s'/> <br/> x"
           "<phrase lang='cy'>y</phrase></p></root>",
           "fragment(paragraph(link(\"l\") \" \" reference break \"x\" "
           "span(\"y\")))");
    n = ((struct state *)*state)->prose->first->first;
    assert_string_equal(n->u.target, "https://x.y");
    assert_string_equal(n->next->next->u.target, "s");
    assert_string_equal(n->parent->last->lang, "cy");
}

static void numbers_a_heading_by_the_series_it_names(void **state)
{
    expect(state,
           "<root><heading style='letter'>a</heading>"
           "<heading>b</heading></root>",
           "fragment(heading(\"a\") heading(\"b\"))");
    const struct doc_node *n = ((struct state *)*state)->prose->first;

    assert_string_equal(n->u.series->id, "letter");
    assert_null(n->next->u.series);
}

static void wraps_bare_text_only_beside_blocks(void **state)
{
    expect(
        state,
        "<root>\n<list><item>a</item>"
        "<item> b <em>c</em>: <list style='letter'><item>d</item></list> e "
        "</item><item><p>f</p> </item></list></root>",
        "fragment(list(item(\"a\") item(paragraph(\"b \" emphasis(\"c\") "
        "\":\") list(item(\"d\")) paragraph(\"e\")) item(paragraph(\"f\"))))");
    assert_ptr_equal(((struct state *)*state)->prose->first->u.series,
                     &series[0]);
}

static void puts_a_note_behind_the_block_that_marks_it(void **state)
{
    const struct doc_node *n;

    expect(state,
           "<root><p>a<note> n <em>m</em> </note>, b<note>o</note></p>"
           "<list><item>c<note>q</note></item></list></root>",
           "fragment(paragraph(\"a\" note-mark \", b\" note-mark) "
           "note(\"n \" emphasis(\"m\")) note(\"o\") "
           "list(item(paragraph(\"c\" note-mark) note(\"q\"))))");
    n = ((struct state *)*state)->prose->first;
    assert_string_equal(n->next->id, "note-a-b-xml-1-11");
    assert_ptr_equal(n->first->next->u.target, n->next->id);
}

static void keeps_what_is_said_of_a_block(void **state)
{
    const struct doc_node *n;

    assert_string_equal(
        faults_of(state,
                  "<root><p id='x' lang='cy' copy='internal' medium='print'\n"
                  " when='a &lt; 1' each='rows' number='no'>t</p>"
                  "<heading>h</heading></root>"),
        "");
    n = ((struct state *)*state)->prose->first;
    assert_string_equal(n->id, "x");
    assert_string_equal(n->lang, "cy");
    assert_int_equal(n->audience, AUDIENCE_INTERNAL);
    assert_int_equal(n->medium, MEDIUM_PRINT);
    assert_true(n->unnumbered);
    assert_true(str_is(doc_conditions(n)->when, "a < 1"));
    assert_int_equal(doc_conditions(n)->when_at.line, 2);
    assert_int_equal(doc_conditions(n)->when_at.column, 8);
    assert_true(str_is(doc_conditions(n)->each, "rows"));
    assert_int_equal(n->next->level, 1);
    assert_null(doc_conditions(n->next));
}

static void makes_generator_calls_of_tables(void **state)
{
    const struct doc_node *n;

    expect(state,
           "<root><table data='b'/><table data='c' with='timetable' "
           "caption='C'/></root>",
           "fragment(generator-call generator-call)");
    n = ((struct state *)*state)->prose->first;
    assert_string_equal(n->u.call->with, "table");
    assert_string_equal(n->next->u.call->with, "timetable");
    assert_true(str_is(n->next->u.call->caption, "C"));
}

static void fills_page_of_from_the_wording(void **state)
{
    expect(state, "<root>x <page-of/></root>",
           "fragment(paragraph(\"x \" \"Page \" page-number \" of \" "
           "page-count))");
}

static void refuses_bad_names_languages_and_styles(void **state)
{
    assert_string_equal(
        faults_of(state, "<root>\n<p id='1a'>x</p>\n<p lang='english'>x</p>\n"
                         "<list style='leter'><item>x</item></list>\n"
                         "<heading style='x'>y</heading>\n"
                         "<p lang='en-'>x</p></root>"),
        "2:8 bad-value `1a` cannot be a name | begin with a letter and go on "
        "with letters, digits and hyphens, at most 64\n"
        "3:10 bad-value `english` is no language tag | write en-GB for "
        "British English, cy for Welsh\n"
        "4:14 unknown-name the template has no series of labels `leter` | did "
        "you mean `letter`?\n"
        "5:17 unknown-name the template has no series of labels `x` | "
        "known here: bullet, letter\n"
        "6:10 bad-value `en-` is no language tag | write en-GB for British "
        "English, cy for Welsh\n");
}

static void finds_guidance_at_its_place(void **state)
{
    assert_string_equal(
        faults_of(state, "<root><p>£1 [Inserted] XXXXX\n"
                         "  &amp; [insert\n date] axxxx</p></root>"),
        "1:24 guidance guidance is left in the text: `XXXX`\n"
        "2:9 guidance guidance is left in the text: `[insert`\n");
}

static void survives_what_stands_in_the_wrong_place(void **state)
{
    assert_non_null(strstr(
        faults_of(state, "<root><p>a<p>b<list>x<p/></list></p></p>"
                         "<item>c<note><note><p>d</p></note></note></item>"
                         "<em><p>e<br>f</br></p></em><zz><p>g</p></zz>"
                         "<table data='x'><p>h</p></table></root>"),
        "<p> cannot stand in <p>"));
}

static void a_figure_element_is_a_picture_with_its_texts(void **state)
{
    struct state *s = *state;
    const struct doc_node *figure;
    const struct picture_image *p;

    expect(state,
           "<root>a<figure file='m.png' alt=' A\n  map ' caption='Where' "
           "width='25.4mm'/>b</root>",
           "fragment(paragraph(\"a\") picture(caption(\"Where\")) "
           "paragraph(\"b\"))");
    figure = s->prose->first->next;
    p = picture_image(figure->u.picture);
    assert_non_null(p);
    assert_true(str_is(figure->text, "A map"));
    assert_int_equal(p->width, 72000);
    assert_int_equal(p->file->width, 4);
    assert_false(p->decorative);
    expect(state, "<root><figure file='m.png' decorative='yes' id='x'/></root>",
           "fragment(picture)");
    figure = s->prose->first;
    assert_string_equal(figure->id, "x");
    assert_true(picture_is_decorative(figure->u.picture));
    assert_int_equal(figure->u.picture->u.image.width, 0);
}

static void a_picture_has_places_for_its_faults(void **state)
{
    static const struct {
        const char *text;
        const char *fault;
    } cases[] = {
        {"<figure file='' alt='a'/>", "2:15 bad-value the name of a file is"},
        {"<figure alt='a'/>", "2:1 missing"},
        {"<figure file='m' alt='a' width='0mm'/>", "2:33 bad-value"},
        {"<figure file='m' alt='a' width='2m'/>", "2:33 bad-value"},
        {"<figure file='m' alt='a' decorative='yes'/>",
         "2:38 bad-attribute a decorative picture has neither"},
        {"<figure file='m' caption='a' decorative='yes'/>",
         "2:42 bad-attribute a decorative picture has neither"},
        {"<figure file='m' alt='[Insert'/>", "2:23 guidance"},
        {"<figure file='m' alt='a' caption='[Insert'/>", "2:35 guidance"},
        {"<figure file='m' alt='a'>b</figure>", "bad-element"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct state *s = *state;
        const char *text =
            arena_printf(&s->reading.arena, "<root>\n%s</root>", cases[i].text)
                .ptr;

        assert_non_null(text);
        findings_init(&s->reading.findings, &s->reading.arena);
        print_message("%s", faults_of(state, text));
        assert_non_null(
            strstr(reading_faults(&s->reading, false), cases[i].fault));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(folds_space_in_and_around_a_line),
        TEST(makes_every_inline),
        TEST(wraps_bare_text_only_beside_blocks),
        TEST(puts_a_note_behind_the_block_that_marks_it),
        TEST(keeps_what_is_said_of_a_block),
        TEST(makes_generator_calls_of_tables),
        TEST(fills_page_of_from_the_wording),
        TEST(numbers_a_heading_by_the_series_it_names),
        TEST(refuses_bad_names_languages_and_styles),
        TEST(finds_guidance_at_its_place),
        TEST(survives_what_stands_in_the_wrong_place),
        TEST(a_figure_element_is_a_picture_with_its_texts),
        TEST(a_picture_has_places_for_its_faults),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
