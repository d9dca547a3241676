#include "input/templates/library.h"
#include "input/xml/xml_in.h"
#include "tests/support/library_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void names_all_faults_of_a_template_in_one_run(void **state)
{
    struct library_test *s = *state;

    assert_string_equal(
        library_test_template_faults(
            state, "<page left='3cm' top='250mm'/>\n"
                   "<series id='s' within='t' pattern='{s}'/>\n"
                   "<series id='u' within='u' pattern='{v}{u:x}{u'/>\n"
                   "<numbering headings='ss'/>\n"
                   "<section id='a'><generate with='tabel'/></section>\n"
                   "<section id='a' words='many'/>\n"
                   "<section id='b c'/>\n"
                   "<order><place section='z'/></order>"),
        "base/template.xml:3:13 bad-value `3cm` is no length for the left of "
        "<page> | write it as 25mm or 12.5pt, from 0pt to 283pt\n"
        "base/template.xml:3:23 bad-value `250mm` is no length for the top of "
        "<page> | write it as 25mm or 12.5pt, from 0pt to 283pt\n"
        "base/template.xml:4:24 unknown-name there is no series `t` | known "
        "here: s, u\n"
        "base/template.xml:5:24 bad-value the series `u` leads back to itself "
        "| take out `within` here, or that of another of them\n"
        "base/template.xml:5:36 unknown-name the series `u` has no counter `v` "
        "| known here: u\n"
        "base/template.xml:5:39 bad-value `x` is no form of a number | write "
        "{u} for figures, {u:a} or :A for letters, :i or :I for roman "
        "numerals, :* for the marks of notes\n"
        "base/template.xml:5:44 bad-value a { of the pattern is not closed by "
        "}\n"
        "base/template.xml:6:22 unknown-name there is no series `ss` | did "
        "you mean `s`?\n"
        "base/template.xml:7:33 unknown-name there is no generator `tabel` | "
        "did you mean `table`?\n"
        "base/template.xml:8:14 duplicate-id the section `a` stands twice, "
        "first in line 7 | give it another id, or make one of the two\n"
        "base/template.xml:8:24 bad-value `many` is no whole number from 0 to "
        "1000000\n"
        "base/template.xml:9:14 bad-value `b c` cannot be a name | begin with "
        "a letter and go on with letters, digits and hyphens, at most 64\n"
        "base/template.xml:10:24 unknown-name there is no section `z` | known "
        "here: a\n");
    assert_int_equal(s->status, ST_DATA);
}

static void refuses_templates_that_extend_in_a_circle(void **state)
{
    struct library_test *s = *state;
    const char *said;

    library_test_write(state, "base/template.xml",
                       "<template format='1' title='B' extends='more'/>");
    library_test_write(state, "more/template.xml",
                       "<template format='1' title='M' extends='base'/>");
    said = library_test_faults(state);
    assert_non_null(strstr(said, "limit templates extend each other"));
    assert_int_equal(s->status, ST_DATA);
}

static void asks_for_house_lang_and_title(void **state)
{
    library_test_write(state, "base/template.xml",
                       "<template format='1' title='T' house='plan'/>");
    assert_string_equal(
        library_test_faults(state),
        "base/template.xml:1:1 missing <template> lacks its attribute `lang`\n"
        "base/template.xml:1:1 missing one header field must have the role "
        "`title`; here 0 have | add <field id=\"title\" role=\"title\" "
        "required=\"yes\"/> to its fields\n"
        "base/template.xml:1:39 unknown-name there is no house style `plan` | "
        "did you mean `plain`?\n");
}

static void names_the_faults_of_a_kind(void **state)
{
    library_test_write(state, "kinds/k.xml",
                       "<kind format='1' title='K'>\n"
                       "<column id='a' title='A' type='mony' role='key'/>\n"
                       "<column id='a' title='A' type='choice' role='key'/>\n"
                       "<check type='row' result='aa' plus='a b'/>\n"
                       "<check type='product' result='a'/>\n"
                       "</kind>");
    assert_string_equal(
        library_test_template_faults(state, ""),
        "kinds/k.xml:2:32 bad-value `mony` cannot be the type of <column> | "
        "did you mean `money`?\n"
        "kinds/k.xml:3:1 missing a column of type `choice` has no choices | "
        "name them in `choices`, or each in an element `choice`\n"
        "kinds/k.xml:3:13 duplicate-id two columns are called `a`\n"
        "kinds/k.xml:3:46 bad-value two columns have the role `key`\n"
        "kinds/k.xml:4:27 unknown-name the kind has no column `aa` | did you "
        "mean `a`?\n"
        "kinds/k.xml:4:37 unknown-name the kind has no column `b` | known "
        "here: a\n"
        "kinds/k.xml:5:1 missing a check of type `product` lacks its attribute "
        "`units`\n"
        "kinds/k.xml:5:1 missing a check of type `product` lacks its attribute "
        "`rate`\n");
}

static void warns_of_small_text_and_names_faults_of_a_house_style(void **state)
{
    library_test_write(state, "house/h.xml",
                       "<house format='1' council='C'>\n"
                       "<sizes body='11.5pt' leading='14'/>\n"
                       "<colours text='black'/>\n"
                       "<fallback file='/nowhere/x.ttf'/>\n"
                       "</house>");
    assert_string_equal(
        library_test_template_faults(state, ""),
        "house/h.xml:2:14 small-text body text of 11.5pt is smaller than "
        "12pt\n"
        "house/h.xml:2:31 bad-value `14` is no percentage from 50% to 500%\n"
        "house/h.xml:3:16 bad-value `black` is no colour | write it as "
        "#1d70b8\n"
        "house/h.xml:4:17 no-file cannot read `/nowhere/x.ttf`: No such file "
        "or directory\n");
}

static void names_what_a_wording_lacks(void **state)
{
    const char *said;

    library_test_write(state, "wording/cy.xml",
                       "<wording format='1' lang='cym'>\n"
                       "<phrase id='page-of'>Tudalen {pge}</phrase>\n"
                       "<phrase id='skip-lnk'>x</phrase>\n"
                       "<month full='Ionawr' short='Ion'/></wording>");
    said = library_test_template_faults(state, "");
    assert_non_null(strstr(said, "wording/cy.xml:1:27 bad-value the file of "
                                 "the wording for cym is called cy.xml\n"));
    assert_non_null(strstr(said, "wording/cy.xml:2:30 bad-value nothing is "
                                 "known that fills {pge} here | did you mean "
                                 "`page`?\n"));
    assert_non_null(strstr(said, "wording/cy.xml:3:13 unknown-name there is "
                                 "no phrase `skip-lnk` | did you mean "
                                 "`skip-link`?\n"));
    assert_non_null(strstr(said, "<wording> has 1 <month>, not 12\n"));
    assert_non_null(strstr(said, "the wording lacks the phrase `contents`\n"));
    assert_non_null(strstr(said, "the wording lacks the word `nil`\n"));
    assert_non_null(strstr(said, "<wording> lacks <figures>\n"));
}

static void keeps_space_at_the_ends_of_a_phrase(void **state)
{
    const struct wording *w;

    assert_string_equal(library_test_template_faults(state, ""), "");
    w = library_test_template(state, "base")->wording;
    assert_true(str_is(w->phrases[PHRASE_LIST_LAST], " and "));
    assert_int_equal(w->words[WORD_NIL].count, 2);
    assert_true(str_is(w->calendar.weekdays_short[6], "Sun"));
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, library_test_open, library_test_close)
    const struct CMUnitTest tests[] = {
        TEST(names_all_faults_of_a_template_in_one_run),
        TEST(refuses_templates_that_extend_in_a_circle),
        TEST(asks_for_house_lang_and_title),
        TEST(names_the_faults_of_a_kind),
        TEST(warns_of_small_text_and_names_faults_of_a_house_style),
        TEST(names_what_a_wording_lacks),
        TEST(keeps_space_at_the_ends_of_a_phrase),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
