#include "input/xml/xml_flat.h"
#include "input/xml/xml_in.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

struct state {
    struct reading reading;
    struct buf tree; /* what the tree has */
    struct buf flat; /* and what is read again */
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    buf_init(&s->tree, 100000);
    buf_init(&s->flat, 100000);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    buf_free(&s->tree);
    buf_free(&s->flat);
    reading_free(&s->reading);
    free(s);
    return 0;
}

static bool is_in_root(const void *context, const struct xml_node *node)
{
    (void)context;
    return node->parent != NULL && node->parent->parent == NULL;
}

/* "name line:column `text` line:column", as of a tree or read again. */
static void dump_element(struct buf *out, const struct xml_node *n)
{
    buf_printf(out, "%.*s %u:%u", STR_ARG(n->name), (unsigned)n->at.line,
               (unsigned)n->at.column);
    if (n->text.len > 0)
        buf_printf(out, " `%.*s` %u:%u", STR_ARG(n->text),
                   (unsigned)n->text_at.line, (unsigned)n->text_at.column);
    buf_char(out, '\n');
}

static void dump_flat(struct buf *out, const struct xml_node *record)
{
    struct xml_flat_walk walk = xml_flat_walk(record);
    struct xml_node element = {.name = {NULL, 0}};

    while (xml_flat_next(&walk, &element)) {
        xml_flat_place(&walk, &element);
        xml_flat_text_place(&walk, &element);
        dump_element(out, &element);
    }
}

/* How many of the records of TEXT are flat; what these hold is in s->flat, and
   what the tree has of them in s->tree. */
static size_t read_both(struct state *s, struct str text)
{
    const struct source *source = reading_source(&s->reading, "test.xml", text);
    const struct xml_records records = {is_in_root, NULL};
    const struct xml_node *whole;
    const struct xml_node *root;
    const struct xml_node *same;
    size_t flat = 0;

    buf_clear(&s->tree);
    buf_clear(&s->flat);
    assert_int_not_equal(
        xml_in(&s->reading.arena, source, NULL, &s->reading.findings, &whole),
        ST_BUG);
    assert_int_not_equal(xml_records_in(&s->reading.arena, source, &records,
                                        &s->reading.findings, &root),
                         ST_BUG);
    assert_non_null(whole);
    assert_non_null(root);
    same = whole->first;
    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        assert_non_null(same);
        if (xml_is_flat(n)) {
            flat++;
            assert_null(n->first);
            assert_false(xml_is_empty(n));
            dump_flat(&s->flat, n);
            for (const struct xml_node *e = same->first; e != NULL; e = e->next)
                dump_element(&s->tree, e);
        } else {
            assert_int_equal(n->first == NULL, same->first == NULL);
        }
        same = same->next;
    }
    assert_null(same);
    buf_char(&s->tree, '\0');
    buf_char(&s->flat, '\0');
    assert_string_equal(s->flat.ptr, s->tree.ptr);
    return flat;
}

static void reads_again_what_the_tree_would_have(void **state)
{
    struct state *s = *state;
    const char *text = "<rows>\n"
                       " <row><a>1</a><b> two words </b><c/><d></d></row>\n"
                       " <row>\r\n\t<a>1 > 2</a >\r\n  <b\n>x\ny</b></row>\n"
                       " <row kept='yes'><e> </e><a>caf\xC3\xA9</a>"
                       "<b>2</b></row\n>"
                       "</rows>";

    assert_int_equal(read_both(s, str_of(text)), 3);
    assert_string_equal(s->flat.ptr, "a 2:7 `1` 2:10\n"
                                     "b 2:15 ` two words ` 2:18\n"
                                     "c 2:33\n"
                                     "d 2:37\n"
                                     "a 4:2 `1 > 2` 4:5\n"
                                     "b 5:3 `x\ny` 6:2\n"
                                     "e 8:18\n"
                                     "a 8:26 `caf\xC3\xA9` 8:29\n"
                                     "b 8:37 `2` 8:40\n");
}

static void names_lose_their_prefixes(void **state)
{
    struct state *s = *state;
    const char *text = "<p:rows xmlns:p='urn:x'><p:row><p:a>1</p:a><p:b/>"
                       "</p:row></p:rows>";

    assert_int_equal(read_both(s, str_of(text)), 1);
    assert_string_equal(s->flat.ptr, "a 1:32 `1` 1:37\nb 1:44\n");
}

static void what_is_not_flat_stays_in_the_tree(void **state)
{
    static const char *const records[] = {
        "<row/>",
        "<row></row>",
        "<row> </row>",
        "<row>text</row>",
        "<row>text<a>1</a></row>",
        "<row><a>1</a>text</row>",
        "<row><a b='1'>1</a></row>",
        "<row><a xml:lang='cy'>1</a></row>",
        "<row><a xmlns='urn:x'>1</a></row>",
        "<row><a><b>1</b></a></row>",
        "<row><a>1</a><a>2</a></row>",
        "<row><row>1</row></row>",
        "<row><a>1</a><!-- c --></row>",
        "<row><a>1<!-- c --></a></row>",
        "<row><?p i?><a>1</a></row>",
        "<row><a><![CDATA[1]]></a></row>",
        "<row><a>&amp;</a></row>",
        "<row><a>&amp;amp;</a></row>",
        "<row><a>&amp;amp;amp;</a><b>1</b></row>",
        "<row><a>x&#10;y</a></row>",
        "<row><a>&#32;</a></row>",
        "<row>&#32;<a>1</a></row>",
        "<row>\r\n&#x20;<a>1</a></row>",
        "<row><a>x\r\ny</a></row>",
        "<row><a>x\x01y</a></row>",
        "<row><a>x\xC2\x85y</a></row>",
        "<row><a>cafe\xCC\x81</a></row>",
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++) {
        struct str text =
            arena_printf(&s->reading.arena,
                         "<rows><row><z>9</z></row>%s</rows>", records[i]);

        /* A fault may end what is flat, and never makes more of it so. */
        if (read_both(s, text) > 1)
            fail_msg("%s is flat", records[i]);
    }
}

static void a_fault_before_keeps_all_in_the_tree(void **state)
{
    struct state *s = *state;

    assert_int_equal(read_both(s, STR_LIT("<rows><row><a>R&D</a></row>"
                                          "<row><a>1</a></row></rows>")),
                     0);
}

/* More than a block of the arena, and more than a chunk that is parsed. */
static void takes_many_records(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, 4000000);
    buf_puts(&text, "<rows>");
    for (int i = 0; i < 900; i++)
        buf_printf(&text, "<row><a>%d</a><b>%0*d</b></row>%s", i, i, i,
                   i % 7 == 0 ? "<row><a x='1'/></row>\n" : "");
    buf_puts(&text, "</rows>");
    buf_free(&s->tree);
    buf_free(&s->flat);
    buf_init(&s->tree, 4000000);
    buf_init(&s->flat, 4000000);
    assert_int_equal(read_both(s, buf_view(&text)), 900);
    buf_free(&text);
}

/* A record of COUNT elements that have NAMES names in turn. */
static void put_elements(struct buf *out, int count, int names)
{
    buf_puts(out, "<row>");
    for (int i = 0; i < count; i++)
        buf_printf(out, "<e%d>%d</e%d>", i % names, i, i % names);
    buf_puts(out, "</row>");
}

static void leaves_what_the_list_has_no_room_for(void **state)
{
    struct state *s = *state;
    struct buf text;

    buf_init(&text, 100000);
    buf_puts(&text, "<rows>");
    put_elements(&text, 255, 2);
    put_elements(&text, 256, 2);
    buf_puts(&text, "</rows>");
    assert_int_equal(read_both(s, buf_view(&text)), 1);
    buf_clear(&text);
    buf_puts(&text, "<rows>");
    put_elements(&text, 100, 100);
    put_elements(&text, 210, 210);
    put_elements(&text, 100, 100);
    buf_puts(&text, "</rows>");
    assert_int_equal(read_both(s, buf_view(&text)), 2);
    buf_free(&text);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(reads_again_what_the_tree_would_have),
        TEST(names_lose_their_prefixes),
        TEST(what_is_not_flat_stays_in_the_tree),
        TEST(a_fault_before_keeps_all_in_the_tree),
        TEST(takes_many_records),
        TEST(leaves_what_the_list_has_no_room_for),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
