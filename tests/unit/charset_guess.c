#include "input/text/charset_guess.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* TEXT, which is UTF-8, in the bytes of a set. */
static struct str in_set(struct buf *out, enum charset_id id, const char *text)
{
    struct str rest = str_of(text);

    buf_init(out, 64 * 1024);
    while (rest.len > 0) {
        const int byte = charset_byte(&charsets[id], utf8_next(&rest));

        assert_true(byte >= 0);
        buf_char(out, (char)byte);
    }
    assert_int_equal(buf_status(out), ST_OK);
    return buf_view(out);
}

/* TEXT comes out as it was, whatever the set is called, and nobody need be
   asked. */
static void expect_read(enum charset_id id, const char *text)
{
    struct buf bytes;
    const struct str in = in_set(&bytes, id, text);
    const struct charset_guess g = charset_guess(in, (struct str){NULL, 0});
    struct str rest = str_of(text);

    assert_non_null(g.set);
    for (size_t i = 0; i < in.len; i++)
        assert_int_equal(charset_character(g.set, (unsigned char)in.ptr[i]),
                         utf8_next(&rest));
    if (g.other != NULL)
        fail_msg("%s: %s or %s", text, g.set->name, g.other->name);
    assert_int_equal(g.odd, in.len);
    buf_free(&bytes);
}

static bool reads_as(const struct charset *set, struct str in, const char *text)
{
    struct str rest = str_of(text);

    for (size_t i = 0; set != NULL && i < in.len; i++) {
        if (charset_character(set, (unsigned char)in.ptr[i]) !=
            utf8_next(&rest))
            return false;
    }
    return set != NULL;
}

/* TEXT makes sense otherwise, too, and is among the readings that are named. */
static void expect_doubt(enum charset_id id, const char *text)
{
    struct buf bytes;
    const struct str in = in_set(&bytes, id, text);
    const struct charset_guess g = charset_guess(in, (struct str){NULL, 0});

    assert_non_null(g.set);
    assert_non_null(g.other);
    assert_true(g.differs < in.len);
    if (!reads_as(g.set, in, text) && !reads_as(g.other, in, text) &&
        !reads_as(g.third, in, text))
        fail_msg("%s: %s or %s", text, g.set->name, g.other->name);
    buf_free(&bytes);
}

static void knows_windows(void **state)
{
    (void)state;
    expect_read(CHARSET_WINDOWS_1252, "Item,Amount\nChildren’s centres,£12\n");
    expect_read(CHARSET_WINDOWS_1252, "Residents’ views – “none” …\n");
    expect_read(CHARSET_WINDOWS_1252, "Item,Cost (£)\nCafé,1\n");
    expect_read(CHARSET_WINDOWS_1252, "Item,£000,£m,£'000\n");
    expect_read(CHARSET_WINDOWS_1252, "Flat 2½, 25°C, 12 m², note¹\n");
    expect_read(CHARSET_WINDOWS_1252, "Item,£\nA,1\n\"¹ A contract, ended\"\n");
    expect_read(CHARSET_WINDOWS_1252, "Grant of €5\n");
    expect_read(CHARSET_WINDOWS_1252, "• new benches\n• a path\n");
    expect_read(CHARSET_WINDOWS_1252, "CAFÉ ÉLYSÉE,École,à la carte\n");
}

static void knows_dos(void **state)
{
    (void)state;
    expect_read(CHARSET_IBM850, "Date,Supplier\n1,Assets less than £5k\n");
    expect_read(CHARSET_IBM437, "Item,Cost (£)\nCafé,£1\n");
    expect_read(CHARSET_IBM850, "Café,£1\nCôte d'Azur,£2\n");
    expect_read(CHARSET_IBM858, "Grant,€5\nCafé,£2\n");
}

static void knows_the_macintosh(void **state)
{
    (void)state;
    expect_read(CHARSET_MACINTOSH, "Children’s centres,£12\n");
    expect_read(CHARSET_MACINTOSH, "Café,“none” – of it\n");
    expect_read(CHARSET_MACINTOSH, "Item,•,José\nx,y,café\n");
}

static void knows_the_other_iso_sets(void **state)
{
    (void)state;
    expect_read(CHARSET_ISO_8859_15, "Grant,€5\nCafé,£2\n");
}

static void knows_central_europe(void **state)
{
    (void)state;
    expect_read(CHARSET_WINDOWS_1250, "Łódź,1\nŻabka,2\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nGdańsk Ships,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Dvořák,1\nJiří Říha,2\nČapek,3\n");
    expect_read(CHARSET_WINDOWS_1250, "Świątek,1\nPlzeň,2\nPiotr Żak,€3\n");
    expect_read(CHARSET_WINDOWS_1250, "Zażółć gęślą jaźń\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Wrocław,1\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Paweł Wiśniewski,1\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Żabka,1\n");
}

/* Letters of Central Europe stand where these do. */
static void leaves_other_letters_to_the_west(void **state)
{
    (void)state;
    expect_read(CHARSET_WINDOWS_1252, "España,1\nPeña,2\nMuñoz,3\n");
    expect_read(CHARSET_WINDOWS_1252, "Jørgensen,1\nØrsted,2\nMøller\n");
    expect_read(CHARSET_WINDOWS_1252, "Scène,1\nforêt,2\nGenève\n");
    expect_read(CHARSET_WINDOWS_1252, "à la carte,1\nŒuvre,£2m\nÈve,£3\n");
    expect_read(CHARSET_WINDOWS_1252, "Nature’s £5 note³,¼\nCO2 m³/h,½\n");
    expect_read(CHARSET_WINDOWS_1252, "São Paulo,1\nJoão,2\nMaçã,3\n");
    expect_read(CHARSET_MACINTOSH, "Café £2,1\nJosé’s “place”,2\n");
}

/* Iceland has a word, and Wales another. */
static void says_what_it_cannot_tell(void **state)
{
    (void)state;
    expect_doubt(CHARSET_ISO_8859_14, "Cyngor,dŵr\n");
    expect_doubt(CHARSET_WINDOWS_1252, "cost–benefit\n");
    expect_doubt(CHARSET_IBM850, "Voilê,x\n");
}

/* TEXT, of the set ID, is asked about with OTHER and, unless it is CHARSET_MAX,
   THIRD. */
static void expect_named(enum charset_id id, const char *text,
                         enum charset_id other, enum charset_id third)
{
    struct buf bytes;
    const struct charset_guess g =
        charset_guess(in_set(&bytes, id, text), (struct str){NULL, 0});

    assert_ptr_equal(g.other, &charsets[other]);
    if (third == CHARSET_MAX)
        assert_null(g.third);
    else
        assert_ptr_equal(g.third, &charsets[third]);
    buf_free(&bytes);
}

static void names_the_sets_that_have_a_letter(void **state)
{
    (void)state;
    expect_named(CHARSET_WINDOWS_1250, "Supplier,Amount\nPoznań,12\n",
                 CHARSET_WINDOWS_1250, CHARSET_WINDOWS_1252);
    expect_named(CHARSET_WINDOWS_1252, "Supplier,Amount\nTromsø,12\n",
                 CHARSET_WINDOWS_1250, CHARSET_WINDOWS_1252);
    expect_named(CHARSET_WINDOWS_1250, "Supplier,Amount\nGyőr,12\n",
                 CHARSET_WINDOWS_1250, CHARSET_MAX);
    expect_named(CHARSET_WINDOWS_1250, "Supplier,Amount\nBălan,12\n",
                 CHARSET_WINDOWS_1250, CHARSET_MAX);
    expect_named(CHARSET_IBM850, "Note\nHeat° x\n", CHARSET_WINDOWS_1250,
                 CHARSET_WINDOWS_1252);
}

/* The time does not grow with the square of a word: minutes for this one. */
static void looks_at_no_more_than_a_word(void **state)
{
    static char text[400001];

    (void)state;
    memset(text, '\xE9', sizeof(text) - 1);
    assert_non_null(charset_guess(str_of(text), (struct str){NULL, 0}).set);
}

/* The sign sticks to a word, or its letter stands where those of the west
   hardly do. */
static void asks_about_what_is_doubtful(void **state)
{
    (void)state;
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nPoznań,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nGyőr,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nMădălina,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nĎurica,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nRůžička,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nToruń,12\nBălan,3\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nBălan,12\n");
    expect_doubt(CHARSET_WINDOWS_1250, "Supplier,Amount\nNăstase,12\n");
    expect_doubt(CHARSET_WINDOWS_1252, "Supplier,Amount\nTromsø,12\n");
    expect_doubt(CHARSET_WINDOWS_1252, "Supplier,Amount\nMorwennañ,12\n");
    expect_read(CHARSET_WINDOWS_1252, "Size,Heat\n12 km²,25°\nabout ±5,no\n");
    expect_read(CHARSET_IBM850, "Size\n12 km²\n");
    expect_read(CHARSET_WINDOWS_1252, "Name\nManhãs Magalhães Camões\n");
    expect_read(CHARSET_IBM850, "Note\nCouncil² x\nFund¹,2\nNote³,1\n");
    expect_read(CHARSET_IBM437, "Note\nCouncil² x\n");
    expect_read(CHARSET_WINDOWS_1252, "Note\nPlanning± Council² Heat°\n");
}

/* TEXT, of a report in LANG, is taken to be of the set WANT. */
static void expect_taken(enum charset_id id, const char *text, const char *lang,
                         enum charset_id want)
{
    struct buf bytes;
    const struct charset_guess g =
        charset_guess(in_set(&bytes, id, text), str_of(lang));

    assert_ptr_equal(g.set, &charsets[want]);
    if (want == CHARSET_ISO_8859_14)
        assert_null(g.other);
    buf_free(&bytes);
}

static void takes_welsh_letters_in_welsh(void **state)
{
    (void)state;
    expect_taken(CHARSET_ISO_8859_14, "Ŵyn ŷd,100\nTŷ,200\n", "cy",
                 CHARSET_ISO_8859_14);
    expect_taken(CHARSET_ISO_8859_14, "Cyngor,dŵr\n", "cy-GB",
                 CHARSET_ISO_8859_14);
    expect_taken(CHARSET_ISO_8859_14, "Ŵyn ŷd,100\nTŷ,200\n", "en-GB",
                 CHARSET_WINDOWS_1252);
    expect_taken(CHARSET_ISO_8859_14, "Ŵyn ŷd,100\nTŷ,200\n", "cyn",
                 CHARSET_WINDOWS_1252);
    expect_taken(CHARSET_WINDOWS_1252, "Cost (£),¼\nCafé,£1 – 2½\n", "cy",
                 CHARSET_WINDOWS_1252);
}

static void says_what_makes_no_sense(void **state)
{
    struct charset_guess g;

    (void)state;
    g = charset_guess(STR_LIT("a,\xFF\xFE,\x01\x81\n"), STR_LIT("en-GB"));
    assert_true(g.set == NULL || g.odd < 8);
    g = charset_guess(STR_LIT("1\x81"
                              "2\x8D"
                              "3\x90"),
                      STR_LIT("cy"));
    assert_null(g.set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_windows),
        cmocka_unit_test(knows_dos),
        cmocka_unit_test(knows_the_macintosh),
        cmocka_unit_test(knows_the_other_iso_sets),
        cmocka_unit_test(knows_central_europe),
        cmocka_unit_test(leaves_other_letters_to_the_west),
        cmocka_unit_test(says_what_it_cannot_tell),
        cmocka_unit_test(takes_welsh_letters_in_welsh),
        cmocka_unit_test(says_what_makes_no_sense),
        cmocka_unit_test(asks_about_what_is_doubtful),
        cmocka_unit_test(names_the_sets_that_have_a_letter),
        cmocka_unit_test(looks_at_no_more_than_a_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
