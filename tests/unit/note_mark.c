#include "core/value/note_mark.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void cuts_marks_off_what_they_stand_behind(void **state)
{
    static const struct {
        const char *text;
        const char *before;
        const char *keys;
        enum note_mark_form form;
    } cases[] = {
        {"572*", "572", "*", NOTE_MARK_SIGN},
        {"572 **", "572", "**", NOTE_MARK_SIGN},
        {"Parks†", "Parks", "†", NOTE_MARK_SIGN},
        {"July¹", "July", "¹", NOTE_MARK_RAISED},
        {"July¹²", "July", "¹²", NOTE_MARK_RAISED},
        {"July ⁽¹⁾", "July", "⁽¹⁾", NOTE_MARK_RAISED},
        {"July, ¹", "July", "¹", NOTE_MARK_RAISED},
        {"1,204 [note 2]", "1,204", "2", NOTE_MARK_WORD},
        {"1,204 [Note 2, 3]", "1,204", "2, 3", NOTE_MARK_WORD},
        {"Cost²", "Cost", "²", NOTE_MARK_RAISED},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct note_mark mark;
        struct str before;

        print_message("%s\n", cases[i].text);
        assert_true(note_mark_cut(str_of(cases[i].text), test_wording(),
                                  &before, &mark));
        assert_true(str_is(before, cases[i].before));
        assert_true(str_is(mark.keys, cases[i].keys));
        assert_int_equal(mark.form, cases[i].form);
    }
}

static void leaves_what_is_no_mark(void **state)
{
    static const char *const cases[] = {
        "",
        "Waste",
        "(1)",
        "*",
        "m²",
        "40 m²",
        "area in km²",
        "1.5 m³",
        "Likelihood (1-5)",
        "Waste (net)",
        "Waste (1)",
        "-(12)",
        "10 [x]",
        "Ledger#",
        "Waste*****",
        "Waste (2026)",
        "As **before**",
        "Waste )",
        "Waste ()",
        "Waste [note]",
        "Waste (123)",
        "Stage 2",
        "Waste (1",
        "(1) (2) and",
        "50%",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct note_mark mark;
        struct str before;

        print_message("%s\n", cases[i]);
        assert_false(
            note_mark_cut(str_of(cases[i]), test_wording(), &before, &mark));
    }
}

static void knows_a_mark_that_may_be_a_power(void **state)
{
    static const struct {
        const char *text;
        bool may_be;
    } cases[] = {
        {"10³", true},    {"(4)²", true},   {"£1,200¹²", true},
        {"10 ³", false},  {"July¹", false}, {"10*", false},
        {"10⁽³⁾", false}, {"10ᵃ", false},   {"10 [note 3]", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct note_mark mark;
        struct str before;

        print_message("%s\n", cases[i].text);
        assert_true(note_mark_cut(str_of(cases[i].text), test_wording(),
                                  &before, &mark));
        assert_int_equal(note_mark_may_be_power(before, &mark),
                         cases[i].may_be);
    }
}

static void reads_the_marks_that_notes_begin_with(void **state)
{
    static const struct {
        const char *text;
        const char *keys; /* NULL: none */
        enum note_mark_form form;
    } cases[] = {
        {"* Provisional", "*", NOTE_MARK_SIGN},
        {"**Provisional", "**", NOTE_MARK_SIGN},
        {"¹ Without VAT", "¹", NOTE_MARK_RAISED},
        {"[note 1] Without VAT", "1", NOTE_MARK_WORD},
        {"Note 1: without VAT", "1", NOTE_MARK_WORD},
        {"Note 1 - without VAT", "1", NOTE_MARK_WORD},
        {"Note 1. Without VAT", "1", NOTE_MARK_WORD},
        {"Note a: without VAT", "a", NOTE_MARK_WORD},
        {"", NULL, NOTE_MARK_SIGN},
        {"1. Without VAT", NULL, NOTE_MARK_SIGN},
        {"(1) Without VAT", NULL, NOTE_MARK_SIGN},
        {"a) Without VAT", NULL, NOTE_MARK_SIGN},
        {"1 Without VAT", NULL, NOTE_MARK_SIGN},
        {"***** Stars", NULL, NOTE_MARK_SIGN},
        {"Notes", NULL, NOTE_MARK_SIGN},
        {"Note a change of plan", NULL, NOTE_MARK_SIGN},
        {"Note: without VAT", NULL, NOTE_MARK_SIGN},
        {"1.5% more than planned", NULL, NOTE_MARK_SIGN},
        {"2026/27 is provisional", NULL, NOTE_MARK_SIGN},
        {"(provisional)", NULL, NOTE_MARK_SIGN},
        {"Figures are provisional.", NULL, NOTE_MARK_SIGN},
        {"A Smith", NULL, NOTE_MARK_SIGN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct note_mark mark;
        const bool is =
            note_mark_begin(str_of(cases[i].text), test_wording(), &mark);

        print_message("%s\n", cases[i].text);
        assert_int_equal(is, cases[i].keys != NULL);
        if (!is)
            continue;
        assert_true(str_is(mark.keys, cases[i].keys));
        assert_int_equal(mark.form, cases[i].form);
    }
}

static void reads_a_cell_of_marks_alone(void **state)
{
    static const struct {
        const char *text;
        const char *keys[3];
    } cases[] = {
        {"1", {NULL}},
        {"(1) (2)", {NULL}},
        {"[note 1]; [note 2]", {"1", "2"}},
        {"*, †", {"*", "†"}},
        {"a,b,c", {NULL}},
        {"Late", {NULL}},
        {"", {NULL}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str rest = str_of(cases[i].text);

        print_message("%s\n", cases[i].text);
        for (size_t k = 0; k < COUNT(cases[i].keys); k++) {
            struct note_mark mark;
            const char *keys = cases[i].keys[k];

            assert_int_equal(note_mark_alone(&rest, test_wording(), &mark),
                             keys != NULL);
            if (keys == NULL)
                break;
            assert_true(str_is(mark.keys, keys));
        }
    }
}

static void knows_one_key_in_many_forms(void **state)
{
    (void)state;
    assert_true(note_mark_same_key(STR_LIT("1"), STR_LIT("¹")));
    assert_true(note_mark_same_key(STR_LIT("12"), STR_LIT("¹²")));
    assert_true(note_mark_same_key(STR_LIT("⁽⁹⁾"), STR_LIT("9")));
    assert_true(note_mark_same_key(STR_LIT("A"), STR_LIT("ᵃ")));
    assert_true(note_mark_same_key(STR_LIT("B"), STR_LIT("ᵇ")));
    assert_false(note_mark_same_key(STR_LIT("*"), STR_LIT("**")));
    assert_false(note_mark_same_key(STR_LIT("1"), STR_LIT("2")));
    assert_false(note_mark_same_key(STR_LIT("1"), STR_LIT("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_marks_off_what_they_stand_behind),
        cmocka_unit_test(leaves_what_is_no_mark),
        cmocka_unit_test(knows_a_mark_that_may_be_a_power),
        cmocka_unit_test(reads_the_marks_that_notes_begin_with),
        cmocka_unit_test(reads_a_cell_of_marks_alone),
        cmocka_unit_test(knows_one_key_in_many_forms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
