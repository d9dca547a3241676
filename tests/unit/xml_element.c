/* What descriptions of elements make of a file: the check, and the structs. */
#include "input/xml/xml_element.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"
#include "tests/support/reading.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

enum shape { SHAPE_ROUND, SHAPE_SQUARE, SHAPE_MAX };

static const struct choice shapes[] = {{"round", SHAPE_ROUND, "", "radius"},
                                       {"square", SHAPE_SQUARE, "", NULL},
                                       CHOICE_END};

#define MEMBER_SHAPE(m) enum shape m;
#define XML_OF_SHAPE(E, m) XML_CHOSEN(E, m, shapes)

/* clang-format off */
#define THING_ATTRIBUTES(A, E)                                                 \
    A(E, ID, id, "id", "", REQUIRED)                                           \
    A(E, TEXT, title, "title", "", OPTIONAL, .otherwise_text = "none")         \
    A(E, WORDS, words, "words", "", OPTIONAL,                                  \
      .empty = "there are no words", .hint = "write some")                     \
    A(E, NAME, name, "name", "", OPTIONAL)                                     \
    A(E, FILE, file, "file", "", OPTIONAL, .instead = true)                    \
    A(E, LANGUAGE, lang, "lang", "", OPTIONAL)                                 \
    A(E, ADDRESS, address, "address", "", OPTIONAL)                            \
    A(E, YES, big, "big", "", OPTIONAL)                                        \
    A(E, NO, kept, "sent", "", OPTIONAL)                                       \
    A(E, NUMBER, count, "count", "", OPTIONAL, .min = 2, .max = 9,             \
      .otherwise = 5)                                                          \
    A(E, LENGTH, width, "width", "", OPTIONAL, .max = 72000,                   \
      .otherwise = 1000)                                                       \
    A(E, PERCENTAGE, scale, "scale", "", OPTIONAL, .min = 500, .max = 2000,    \
      .otherwise = 1000)                                                       \
    A(E, COLOUR, colour, "colour", "", OPTIONAL, .otherwise = 0x123456)        \
    A(E, COLOURS, colours, "colours", "", OPTIONAL, .max = 2)                  \
    A(E, LIST, parts, "parts", "", OPTIONAL)                                   \
    A(E, PATTERN, pattern, "pattern", "", OPTIONAL,                            \
      .placeholders = "day month", .placeholder_needed = true)                 \
    A(E, SHAPE, shape, "shape", "", OPTIONAL, .decides = true,                 \
      .otherwise = SHAPE_SQUARE)                                               \
    A(E, NUMBER, radius, "radius", "", OPTIONAL, .max = 9,                     \
      .only_for = "round")                                                     \
    A(E, NUMBER, edge, "edge", "", REQUIRED, .max = 9, .only_for = "square")   \
    A(E, REFERENCE, near, "near", "", OPTIONAL, .of = "thing")                 \
    A(E, TEXT, later, "later", "", OPTIONAL, .since = 2)

#define PAIR_ATTRIBUTES(A, E)                                                  \
    A(E, WORDS, first, "first", "", OPTIONAL, .unless = "second")              \
    A(E, WORDS, second, "second", "", OPTIONAL, .unless = "first")             \
    A(E, TEXT, third, "third", "", OPTIONAL, .unless = "second")

#define ROOT_ATTRIBUTES(A, E)                                                  \
    A(E, VERSION, format, "format", "", REQUIRED)

#define COMMON_ATTRIBUTES(A, E)                                                \
    A(E, TEXT, note, "note", "", OPTIONAL)
/* clang-format on */

struct thing {
    THING_ATTRIBUTES(ATTRIBUTE_MEMBER, thing)
};

struct pair {
    PAIR_ATTRIBUTES(ATTRIBUTE_MEMBER, pair)
    COMMON_ATTRIBUTES(ATTRIBUTE_MEMBER, pair)
};

XML_ATTRIBUTES(thing, THING_ATTRIBUTES);
XML_ATTRIBUTES(pair, PAIR_ATTRIBUTES);
XML_ATTRIBUTES(common, COMMON_ATTRIBUTES);
XML_ATTRIBUTES(root, ROOT_ATTRIBUTES);
XML_ATTRIBUTES_OF(thing, THING_ATTRIBUTES);
XML_ATTRIBUTES_OF(pair, PAIR_ATTRIBUTES);
XML_ATTRIBUTES_INTO(common, pair, COMMON_ATTRIBUTES);
XML_ATTRIBUTES_OF(root, ROOT_ATTRIBUTES);

static const struct xml_element word = {.name = "word", .text = XML_TEXT_MIXED};
static const struct xml_element newer = {.name = "newer", .since = 2};
static const struct xml_child in_thing[] = {XML_MANY(word)};
static const struct xml_element thing = {
    .name = "thing", XML_SET(thing), XML_CHILDREN(in_thing)};
static const struct xml_element pair = {
    .name = "pair", XML_SET(pair), XML_COMMON(common)};
static const struct xml_element once = {.name = "once"};
static const struct xml_element few = {.name = "few"};
static const struct xml_element three = {.name = "three"};
static const struct xml_element needed = {.name = "needed"};
static const struct xml_child in_box[] = {
    XML_MAYBE(once), XML_UP_TO(few, 2), XML_TIMES(three, 3), XML_SOME(needed)};
static const struct xml_element box = {.name = "box", XML_CHILDREN(in_box)};
static const struct xml_child in_root[] = {XML_MANY(thing), XML_MANY(pair),
                                           XML_MANY(box), XML_MANY(newer)};
static const struct xml_element root = {
    .name = "root", XML_SET(root), XML_CHILDREN(in_root)};

struct state {
    struct reading reading;
    struct xml_reading xml;
    const struct xml_node *root;
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    s->xml = (struct xml_reading){&s->reading.arena, &s->reading.findings,
                                  test_wording()};
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

static const char *faults_of(void **state, const char *inside)
{
    struct state *s = *state;
    const struct str text =
        arena_printf(&s->reading.arena, "<root format='1'>%s</root>", inside);
    const struct source *source = reading_source(&s->reading, "t.xml", text);
    const enum status st = xml_in(&s->reading.arena, source, &root,
                                  &s->reading.findings, &s->root);

    assert_true(st == ST_OK || st == ST_DATA);
    return reading_faults(&s->reading, false);
}

static void expect(void **state, const char *inside, const char *faults)
{
    assert_string_equal(faults_of(state, inside), faults);
}

static struct thing thing_of(void **state, const char *attributes)
{
    struct state *s = *state;
    struct thing made;

    (void)faults_of(
        state, arena_printf(&s->reading.arena, "<thing %s/>", attributes).ptr);
    XML_FILL(&s->xml, s->root->first, thing, &made);
    return made;
}

static void fills_a_struct_from_attributes(void **state)
{
    struct state *s = *state;
    const struct thing t = thing_of(
        state, "id='a-1' title=' T ' words=' w ' name=' n ' lang='en-GB' "
               "address=' x ' big='yes' sent='no' count='9' width='1in' "
               "scale='150%' colour='#Ff0000' parts='a; ;b b' "
               "pattern='{day}!' shape='round' radius='7' near='b'");

    assert_string_equal(t.id, "a-1");
    assert_true(str_is(t.title, " T "));
    assert_true(str_is(t.words, "w"));
    assert_string_equal(t.name, "n");
    assert_string_equal(t.lang, "en-GB");
    assert_true(str_is(t.address, "x"));
    assert_true(t.big);
    assert_true(t.kept);
    assert_int_equal(t.count, 9);
    assert_int_equal(t.width, 1000); /* an inch is no length here */
    assert_int_equal(t.scale, 1500);
    assert_int_equal(t.colour, 0xff0000);
    assert_int_equal(t.nparts, 2);
    assert_true(str_is(t.parts[1], "b b"));
    assert_true(str_is(t.pattern, "{day}!"));
    assert_int_equal(t.shape, SHAPE_ROUND);
    assert_int_equal(t.radius, 7);
    assert_true(str_is(xml_value(s->root->first, AT(thing, near)), "b"));
    assert_string_equal(
        reading_faults(&s->reading, false),
        "1:133 bad-value `1in` is no length for the width of <thing> | write "
        "it as 25mm or 12.5pt, from 0pt to 72pt\n");
}

static void expect_defaults(const struct thing *t)
{
    assert_null(t->id);
    assert_true(str_is(t->title, "none"));
    assert_int_equal(t->words.len, 0);
    assert_null(t->name);
    assert_null(t->file);
    assert_null(t->lang);
    assert_false(t->big);
    assert_false(t->kept);
    assert_int_equal(t->count, 5);
    assert_int_equal(t->width, 1000);
    assert_int_equal(t->scale, 1000);
    assert_int_equal(t->colour, 0x123456);
    assert_int_equal(t->nparts, 0);
    assert_int_equal(t->shape, SHAPE_SQUARE);
}

static void fills_what_is_absent_with_what_that_means(void **state)
{
    struct state *s = *state;
    struct thing t = thing_of(state, "");

    expect_defaults(&t);
    XML_FILL(&s->xml, NULL, thing, &t);
    expect_defaults(&t);
}

static void fills_what_is_bad_as_if_it_were_absent(void **state)
{
    const struct thing t =
        thing_of(state, "id='1' words=' ' file=' ' lang='english' big='si' "
                        "sent='maybe' count='10' width='73pt' scale='49%' "
                        "colour='red' shape='oval'");
    struct state *s = *state;

    expect_defaults(&t);
    assert_int_equal(s->reading.findings.errors, 11);
}

static void leaves_what_is_not_given_alone(void **state)
{
    struct state *s = *state;
    struct thing t = thing_of(state, "id='a' count='3' edge='1'");

    (void)faults_of(state, "<thing id='b' edge='2'/>");
    XML_FILL_GIVEN(&s->xml, s->root->first, thing, thing, &t);
    assert_string_equal(t.id, "b");
    assert_int_equal(t.count, 3);
    assert_int_equal(t.edge, 2);
}

static void finds_guidance_in_words_that_are_printed(void **state)
{
    struct state *s = *state;

    (void)thing_of(state, "id='a' edge='1' words='see xxxx' title='xxxx'");
    assert_string_equal(reading_faults(&s->reading, false),
                        "1:52 guidance guidance is left in the text: `xxxx`\n");
}

static void tells_common_attributes_from_an_elements_own(void **state)
{
    struct state *s = *state;
    struct pair p = {.third = STR_INIT("before")};

    expect(state, "<pair note='n' second='s'/>", "");
    XML_FILL_AS(&s->xml, s->root->first, common, pair, &p);
    assert_true(str_is(p.note, "n"));
    assert_true(str_is(p.third, "before"));
    XML_FILL(&s->xml, s->root->first, pair, &p);
    assert_true(str_is(p.second, "s"));
    assert_int_equal(p.third.len, 0);
    assert_int_equal(xml_value_at(s->root->first, AT(common, note)).column, 30);
    assert_null(xml_given(s->root->first, AT(pair, first)));
    assert_int_equal(xml_value_at(s->root->first, AT(pair, first)).column, 18);
}

static void names_the_form_that_a_value_must_have(void **state)
{
    expect(state,
           "<thing id='a' edge='1' count='1'/>"
           "<thing id='a' edge='1' count='-3'/>"
           "<thing id='a' edge='1' colours='#1 #2'/>"
           "<thing id='a' edge='1' colours='#000000 #000000 #000000'/>"
           "<thing id='a' edge='1' pattern='x'/>"
           "<thing id='a' edge='1' pattern='{dy}'/>",
           "1:48 bad-value `1` is no whole number from 2 to 9\n"
           "1:82 bad-value `-3` is no whole number from 2 to 9\n"
           "1:119 bad-value `#1` is no colour | write it as #1d70b8\n"
           "1:119 bad-value `#2` is no colour | write it as #1d70b8\n"
           "1:159 limit the colours of <thing> are at most 2\n"
           "1:217 bad-value the pattern has no place for its value: one of "
           "{day month}\n"
           "1:253 bad-value nothing is known that fills {dy} here | did you "
           "mean `day`?\n");
}

static void says_what_may_not_be_blank(void **state)
{
    expect(state, "<thing id='a' edge='1' words='&#9;' file=''/>",
           "1:48 missing there are no words | write some\n"
           "1:60 bad-value the name of a file is empty\n");
}

static void knows_what_a_choice_needs_and_what_is_for_another(void **state)
{
    expect(state,
           "<thing id='a' shape='round' edge='1'/>"
           "<thing id='a' shape='square' radius='1'/>"
           "<thing id='a' radius='1'/>"
           "<thing id='a' shape='oval' radius='1'/>",
           "1:18 missing a thing of shape `round` lacks its attribute "
           "`radius`\n"
           "1:46 bad-attribute a thing of shape `round` takes no `edge`\n"
           "1:56 missing a thing of shape `square` lacks its attribute "
           "`edge`\n"
           "1:85 bad-attribute a thing of shape `square` takes no `radius`\n"
           "1:97 missing a thing of shape `square` lacks its attribute "
           "`edge`\n"
           "1:111 bad-attribute a thing of shape `square` takes no `radius` | "
           "say shape=\"round\" here\n"
           "1:144 bad-value `oval` cannot be the shape of <thing> | known "
           "here: round, square\n");
}

static void asks_for_one_of_two_attributes_once(void **state)
{
    expect(state,
           "<pair/><pair first='a'/><pair second='a'/>"
           "<pair first=' ' second=''/>",
           "1:18 missing <pair> has neither `first` nor `second`\n"
           "1:18 missing <pair> lacks its attribute `third`\n"
           "1:25 missing <pair> lacks its attribute `third`\n"
           "1:60 missing <pair> has neither `first` nor `second`\n"
           "1:60 missing <pair> lacks its attribute `third`\n");
}

static void takes_an_attribute_instead_of_children(void **state)
{
    expect(state,
           "<thing id='a' edge='1' file='f'/>"
           "<thing id='a' edge='1' file='f'> <word>x</word></thing>",
           "1:84 bad-element <thing> holds something, or has the attribute "
           "`file`, not both\n");
}

static void counts_children(void **state)
{
    expect(state,
           "<box><three/><three/><three/><needed/><needed/></box>"
           "<box><once/><once/><once/><few/><few/><few/><three/></box>",
           "1:71 missing <box> has 1 <three>, not 3\n"
           "1:71 missing <box> lacks <needed>\n"
           "1:83 bad-element <once> stands twice in <box>\n"
           "1:109 bad-element more than 2 <few> stand in <box>\n");
}

static void keeps_what_is_new_from_older_files(void **state)
{
    expect(state, "<thing id='a' edge='1' later='x' fil='x'/><newer/><newr/>",
           "1:41 bad-attribute <thing> has no attribute `later` | it is there "
           "from format=\"2\" on: write that in <root>\n"
           "1:51 bad-attribute <thing> has no attribute `fil` | did you mean "
           "`file`?\n"
           "1:68 bad-element <newr> cannot stand in <root> | did you mean "
           "`newer`?\n");
}

static void offers_what_is_new_once_it_was_met(void **state)
{
    expect(state, "<newr/><newer/><newr/>",
           "1:18 bad-element <newr> cannot stand in <root> | known here: "
           "thing, pair, box\n"
           "1:25 bad-element <newer> cannot stand in <root> | it is there from "
           "format=\"2\" on: write that in <root>\n"
           "1:33 bad-element <newr> cannot stand in <root> | did you mean "
           "`newer`?\n");
}

static void looks_into_what_is_misplaced(void **state)
{
    expect(state,
           "<box><needed/><three/><three/><three/><pair secnd='x'/></box>",
           "1:56 bad-element <pair> cannot stand in <box> | <pair> stands in "
           "<root>\n"
           "1:56 missing <pair> has neither `first` nor `second`\n"
           "1:56 missing <pair> lacks its attribute `third`\n"
           "1:62 bad-attribute <pair> has no attribute `secnd` | did you mean "
           "`second`?\n");
}

static void passes_over_processing_instructions(void **state)
{
    struct state *s = *state;
    const struct source *source = reading_source(
        &s->reading, "t.xml",
        STR_LIT("<?xml version=\"1.0\"?>\n<?xml-model href=\"a.rng\" "
                "type=\"application/xml\"?>\n<root format='1'>\n <?x y?>"
                "<newr/></root>"));

    assert_int_equal(xml_in(&s->reading.arena, source, &root,
                            &s->reading.findings, &s->root),
                     ST_DATA);
    assert_string_equal(reading_faults(&s->reading, false),
                        "4:9 bad-element <newr> cannot stand in <root> | known "
                        "here: thing, pair, box\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fills_a_struct_from_attributes),
        TEST(fills_what_is_absent_with_what_that_means),
        TEST(fills_what_is_bad_as_if_it_were_absent),
        TEST(leaves_what_is_not_given_alone),
        TEST(finds_guidance_in_words_that_are_printed),
        TEST(tells_common_attributes_from_an_elements_own),
        TEST(names_the_form_that_a_value_must_have),
        TEST(says_what_may_not_be_blank),
        TEST(knows_what_a_choice_needs_and_what_is_for_another),
        TEST(asks_for_one_of_two_attributes_once),
        TEST(takes_an_attribute_instead_of_children),
        TEST(counts_children),
        TEST(keeps_what_is_new_from_older_files),
        TEST(offers_what_is_new_once_it_was_met),
        TEST(looks_into_what_is_misplaced),
        TEST(passes_over_processing_instructions),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
