#include "input/office/part_xml.h"
#include "input/office/relations.h"
#include "input/office/unpack.h"
#include "tests/support/reading.h"
#include "tests/support/zip_file.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

struct opened {
    struct reading reading;
    struct str bytes;
    struct package package;
    enum status status;
    char seen[1000]; /* what the handlers were given */
};

static void open_bytes(struct opened *o, struct str bytes)
{
    struct source *s;

    memset(o, 0, sizeof(*o));
    reading_init(&o->reading);
    o->bytes = bytes;
    s = reading_source(&o->reading, "plan.xlsx", bytes);
    s->bytes = bytes;
    s->kind = SOURCE_BYTES;
    o->status = package_open(&o->package, s, "a workbook (.xlsx)",
                             "save it as .xlsx", &o->reading.findings);
}

static void open_parts(struct opened *o, const struct zip_part *parts,
                       size_t nparts)
{
    open_bytes(o, zip_file_make(parts, nparts));
    assert_int_equal(o->status, ST_OK);
}

static void end(struct opened *o)
{
    package_close(&o->package);
    reading_free(&o->reading);
    free((void *)(uintptr_t)o->bytes.ptr);
}

static void expect(const struct opened *o, const char *text)
{
    const struct finding *f = o->reading.findings.first;

    assert_non_null(f);
    assert_true(str_find(f->text, str_of(text)) < f->text.len);
}

static void on_start(void *user, struct part_reading *r,
                     const struct part_tag *tag)
{
    struct opened *o = user;

    (void)r;
    (void)strncat(o->seen, "<", 2);
    (void)strncat(o->seen, tag->name, sizeof(o->seen) - 1 - strlen(o->seen));
    for (size_t i = 0; i < tag->nattributes; i++) {
        const struct str value = part_attribute_value(tag, i);

        (void)strncat(o->seen, " ", 2);
        (void)strncat(o->seen, value.ptr, value.len);
    }
    (void)strncat(o->seen, ">", 2);
}

static void on_end(void *user, struct part_reading *r, const char *name)
{
    struct opened *o = user;

    (void)name;
    (void)strncat(o->seen, "/", 2);
    if (part_name_is(name, "stop"))
        part_stop(r, ST_OK);
}

static void on_text(void *user, struct part_reading *r, struct str text)
{
    struct opened *o = user;

    (void)r;
    if (strlen(o->seen) + text.len < sizeof(o->seen))
        (void)strncat(o->seen, text.ptr, text.len);
}

static const struct part_handler handler = {on_start, on_end, on_text};

static enum status read_part(struct opened *o, const char *text)
{
    const struct zip_part parts[] = {{"p.xml", text}};

    open_parts(o, parts, 1);
    return part_read(&o->package, STR_LIT("p.xml"), &handler, o);
}

static void test_parts(void **state)
{
    const struct zip_part parts[] = {{"a.xml", "<a/>"}, {"f\\b.xml", "bytes"}};
    struct opened o;
    struct str bytes;

    (void)state;
    open_parts(&o, parts, 2);
    assert_true(package_has(&o.package, STR_LIT("a.xml")));
    assert_false(package_has(&o.package, STR_LIT("a.xm")));
    assert_true(package_has(&o.package, STR_LIT("f/b.xml")));
    assert_int_equal(unpack_to_arena(&o.package, STR_LIT("f/b.xml"),
                                     &o.reading.arena, &bytes),
                     ST_OK);
    assert_true(str_is(bytes, "bytes"));
    assert_int_equal(
        unpack_to_arena(&o.package, STR_LIT("c.xml"), &o.reading.arena, &bytes),
        ST_DATA);
    expect(&o, "its part `c.xml` is not there");
    end(&o);
}

static void test_xml(void **state)
{
    struct opened o;

    (void)state;
    assert_int_equal(read_part(&o, "<x:a xmlns:x='n' x:b='1 &amp; 2'>R&amp;D"
                                   "<![CDATA[ <5]]><!-- no --></x:a>"),
                     ST_OK);
    assert_string_equal(o.seen, "<a 1 & 2>R&D <5/");
    end(&o);
    assert_int_equal(read_part(&o, "<a><stop/>after</a>"), ST_OK);
    assert_string_equal(o.seen, "<a><stop>/");
    end(&o);
}

static void test_bad_xml(void **state)
{
    struct opened o;
    char deep[1200] = "";

    (void)state;
    assert_int_equal(read_part(&o, "<a><b></a>"), ST_DATA);
    expect(&o, "its part `p.xml` is not well-formed XML");
    assert_int_equal(o.reading.findings.count, 1);
    end(&o);
    assert_int_equal(read_part(&o, "<a>"), ST_DATA);
    expect(&o, "not well-formed");
    end(&o);
    assert_int_equal(read_part(&o, ""), ST_DATA);
    end(&o);
    assert_int_equal(
        read_part(&o, "<!DOCTYPE a [<!ENTITY e 'SECRET'>]><a>&e;</a>"),
        ST_DATA);
    expect(&o, "has a DOCTYPE");
    assert_string_equal(o.seen, "");
    end(&o);
    for (int i = 0; i < PART_DEPTH_MAX + 1; i++)
        strcat(deep, "<deep>");
    assert_int_equal(read_part(&o, deep), ST_DATA);
    expect(&o, "more than 64 deep");
    end(&o);
}

static void refuse_bytes(const char *bytes, size_t len, const char *what)
{
    struct opened o;
    char *copy = malloc(len + 1);

    assert_non_null(copy);
    memcpy(copy, bytes, len);
    open_bytes(&o, (struct str){copy, len});
    assert_int_equal(o.status, ST_DATA);
    expect(&o, what);
    assert_int_equal(o.reading.findings.count, 1);
    end(&o);
}

static void test_no_container(void **state)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ";
    static const char locked[] =
        "\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    (void)state;
    refuse_bytes("", 0, "is empty");
    refuse_bytes("Ref,Amount\n", 11, "is a text (CSV, perhaps)");
    refuse_bytes("<html>", 6, "is HTML");
    refuse_bytes("<?xml version='1.0'?>", 21, "is XML");
    refuse_bytes(ole, sizeof(ole) - 1, "older format");
    refuse_bytes(locked, sizeof(locked) - 1, "locked with a password");
    refuse_bytes("PK\x03\x04 and no more", 17, "is damaged");
    refuse_bytes("\0\1\2\3", 4, "no container");
}

/* Eight megabytes of spaces in some kilobytes. */
static void test_bomb(void **state)
{
    const size_t size = (size_t)8 * 1024 * 1024;
    char *text = malloc(size + 1);
    struct zip_part part = {"p.xml", text};
    struct opened o;

    (void)state;
    assert_non_null(text);
    memset(text, ' ', size);
    memcpy(text, "<a>", 3);
    text[size] = '\0';
    open_parts(&o, &part, 1);
    assert_int_equal(part_read(&o.package, STR_LIT("p.xml"), &handler, &o),
                     ST_LIMIT);
    expect(&o, "more than 200 times its size");
    end(&o);
    free(text);
}

/* Where a part's own header and the list at the end of the container say the
   same (APPNOTE 4.3.7, 4.3.12); libzip refuses those that differ. */
enum claim { CLAIM_SUM = 14, CLAIM_SIZE = 22 };

static void add_to_claim(struct str bytes, const char *signature, size_t at,
                         unsigned n)
{
    const size_t from = str_find(bytes, (struct str){signature, 4});
    char *b = (char *)(uintptr_t)bytes.ptr + from + at;

    assert_true(from < bytes.len);
    *b = (char)((unsigned char)*b + n);
}

/* TEXT in a container that claims N more of it than is true. */
static enum status unpack_claimed(struct opened *o, const char *text,
                                  enum claim claim, unsigned n)
{
    const struct zip_part part = {"p.xml", text};
    const struct str bytes = zip_file_make(&part, 1);
    struct unpacked u;
    enum status st;

    add_to_claim(bytes, "PK\3\4", claim, n);
    add_to_claim(bytes, "PK\1\2", claim + 2, n);
    open_bytes(o, bytes);
    assert_int_equal(o->status, ST_OK);
    st = unpack(&o->package, STR_LIT("p.xml"), &u);
    if (st == ST_OK)
        assert_memory_equal(u.bytes, text, u.len);
    unpacked_free(&u);
    return st;
}

/* Of a part that is deflated, and of one that is too short for it. */
static void test_claims(void **state)
{
    char packed[1000];
    const char *const texts[] = {packed, "<a/>"};
    struct opened o;

    (void)state;
    memset(packed, 'x', sizeof(packed));
    packed[sizeof(packed) - 1] = '\0';
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(unpack_claimed(&o, texts[i], CLAIM_SIZE, 0), ST_OK);
        end(&o);
        assert_int_equal(unpack_claimed(&o, texts[i], CLAIM_SUM, 1), ST_DATA);
        expect(&o, "its part `p.xml` cannot be unpacked");
        end(&o);
        assert_int_equal(unpack_claimed(&o, texts[i], CLAIM_SIZE, 1), ST_DATA);
        expect(&o, "its part `p.xml` cannot be unpacked");
        end(&o);
        assert_int_equal(unpack_claimed(&o, texts[i], CLAIM_SIZE, (unsigned)-1),
                         ST_DATA);
        end(&o);
    }
}

/* Piece by piece, over what is given back in between. */
static void test_taken(void **state)
{
    enum { SIZE = 5 * 1024 * 1024 };
    char *text = malloc(SIZE + 1);
    const struct zip_part part = {"p.xml", text};
    struct unpacked u;
    struct opened o;
    char piece[4000];
    size_t at = 0;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)(' ' + (i * i / 7 + i / 1000) % 90);
    text[SIZE] = '\0';
    open_parts(&o, &part, 1);
    assert_int_equal(unpack(&o.package, STR_LIT("p.xml"), &u), ST_OK);
    for (size_t n; (n = unpacked_take(&u, piece, sizeof(piece))) > 0; at += n)
        assert_memory_equal(piece, text + at, n);
    assert_int_equal(at, SIZE);
    unpacked_free(&u);
    end(&o);
    free(text);
}

static void test_relations(void **state)
{
    const struct zip_part parts[] = {
        {"xl/_rels/book.xml.rels",
         "<Relationships><Relationship Id='r1' Type='http://x/worksheet' "
         "Target='sheets/../one.xml'/><Relationship Id='r2' "
         "Type='http://x/worksheet' Target='/two.xml'/><Relationship Id='r3' "
         "Type='http://x/link' Target='file:///S:/x' TargetMode='External'/>"
         "<Relationship Id='r4' Type='x/other' Target='../../../../up.xml'/>"
         "</Relationships>"}};
    struct opened o;
    struct relations r;

    (void)state;
    open_parts(&o, parts, 1);
    assert_int_equal(relations_read(&o.package, &o.reading.arena,
                                    STR_LIT("xl/book.xml"), &r),
                     ST_OK);
    assert_int_equal(r.count, 4);
    assert_true(str_is(relation_of(&r, STR_LIT("r1"))->target, "xl/one.xml"));
    assert_true(str_is(relation_of(&r, STR_LIT("r2"))->target, "two.xml"));
    assert_true(relation_of(&r, STR_LIT("r3"))->external);
    assert_true(str_is(relation_of_type(&r, "other")->target, "up.xml"));
    assert_null(relation_of_type(&r, "link"));
    assert_null(relation_of(&r, STR_LIT("r9")));
    assert_int_equal(relations_read(&o.package, &o.reading.arena,
                                    STR_LIT("xl/none.xml"), &r),
                     ST_OK);
    assert_int_equal(r.count, 0);
    end(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),   cmocka_unit_test(test_xml),
        cmocka_unit_test(test_bad_xml), cmocka_unit_test(test_no_container),
        cmocka_unit_test(test_bomb),    cmocka_unit_test(test_claims),
        cmocka_unit_test(test_taken),   cmocka_unit_test(test_relations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
