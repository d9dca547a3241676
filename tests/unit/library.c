#include "input/templates/library.h"
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/xml/xml_in.h"
#include "tests/support/folder.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct state {
    struct reading reading;
    struct test_folder folder;
    struct generator_names known;
    struct library *library;
    enum status status;
};

static void make_folder(struct state *s, const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, name, path);
    assert_int_equal(mkdir(path, 0700), 0);
}

/* A folder of templates with the English wording, a house style of defaults
   and a kind, but no template. */
static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));
    struct test_folder ours = {.path = "templates/wording"};
    struct buf wording;

    assert_non_null(s);
    reading_init(&s->reading);
    s->known = generator_names();
    test_folder_init(&s->folder);
    make_folder(s, "wording");
    make_folder(s, "house");
    make_folder(s, "kinds");
    make_folder(s, "base");
    make_folder(s, "more");
    buf_init(&wording, (size_t)1024 * 1024);
    assert_true(test_folder_read(&ours, "en-GB.xml", &wording));
    buf_char(&wording, '\0');
    test_folder_write(&s->folder, "wording/en-GB.xml", wording.ptr);
    buf_free(&wording);
    test_folder_write(&s->folder, "house/plain.xml",
                      "<house format='1' council='Example Council'/>");
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    test_folder_free(&s->folder);
    reading_free(&s->reading);
    free(s);
    return 0;
}

static void write_file(void **state, const char *name, const char *text)
{
    struct state *s = *state;

    test_folder_write(&s->folder, name, text);
}

/* Everything below FOLDER. */
static void read_all(struct state *s, const char *folder)
{
    const char **folders = arena_alloc(&s->reading.arena, 1, sizeof(*folders));

    assert_non_null(folders);
    folders[0] = folder;
    s->status = library_open(&s->reading.arena, folders, 1, "templates",
                             &s->known, &s->reading.findings, &s->library);
    if (s->status == ST_OK)
        s->status = library_read_all(s->library, &s->reading.findings);
}

static const struct library_unit *
unit_of(const struct state *s, enum library_part part, const char *id)
{
    return library_unit(s->library, part, str_of(id));
}

static const char *faults_of(void **state)
{
    struct state *s = *state;

    read_all(s, s->folder.path);
    return reading_faults(&s->reading, true);
}

#define TEMPLATE                                                               \
    "<template format='1' title='T' house='plain' lang='en-GB'>\n"             \
    "<header><field id='title' role='title'/></header>\n"

static const char *template_faults(void **state, const char *body)
{
    char text[8192];
    const int n =
        snprintf(text, sizeof(text), "%s%s</template>", TEMPLATE, body);

    assert_true(n > 0 && (size_t)n < sizeof(text));
    write_file(state, "base/template.xml", text);
    return faults_of(state);
}

static const struct template *find(void **state, const char *id)
{
    const struct state *s = *state;
    const struct library_unit *u = unit_of(s, LIBRARY_TEMPLATES, id);

    assert_non_null(u);
    assert_non_null(u->made);
    return u->made;
}

static void reads_the_templates_that_come_with_it(void **state)
{
    struct state *s = *state;

    read_all(s, "templates");
    assert_string_equal(reading_faults(&s->reading, true), "");
    assert_int_equal(s->status, ST_OK);
    assert_non_null(find(state, "cabinet-2018"));
    assert_non_null(unit_of(s, LIBRARY_KINDS, "timetable"));
    assert_null(unit_of(s, LIBRARY_TEMPLATES, "kinds"));
}

static void gives_everything_a_default(void **state)
{
    const struct template *t;

    assert_string_equal(template_faults(state, "<section id='a'/>"), "");
    t = find(state, "base");
    assert_int_equal(t->page.width, 595276); /* 210 mm */
    assert_int_equal(t->page.height, 841890);
    assert_int_equal(t->page.left, 70866); /* 25 mm */
    assert_int_equal(t->house->sizes.body, 12000);
    assert_int_equal(t->house->sizes.leading, 1400);
    assert_int_equal(t->house->colours.link, 0x1d70b8);
    assert_int_equal(t->sections[0].level, 2);
    assert_null(t->sections[0].heading_series);
    assert_int_equal(t->sections[0].nblocks, 0);
    assert_ptr_equal(t->style->house, t->house);
}

static void reads_a_body_in_its_order(void **state)
{
    const struct template *t;
    const struct template_block *p;

    assert_string_equal(
        template_faults(state,
                        "<section id='a'><p>One</p><list><item>x</item></list>"
                        "<prose/><p>Two</p>"
                        "<generate with='table' data='b' caption='C' lead='L' "
                        "when='b is empty'/></section>"),
        "");
    t = find(state, "base");
    p = t->sections[0].blocks;
    assert_int_equal(t->sections[0].nblocks, 4);
    assert_int_equal(p[0].type, BLOCK_PROSE);
    assert_int_equal(p[0].prose->first->next->kind, DOC_LIST);
    assert_null(p[0].prose->first->next->next);
    assert_string_equal(p[1].call->with, "narrative");
    assert_null(p[2].prose->first->next);
    assert_string_equal(p[3].call->data, "b");
    assert_int_equal(p[3].call->narguments, 1);
    assert_string_equal(p[3].call->arguments[0].name, "lead");
    assert_true(str_is(p[3].when, "b is empty"));
}

static void resolves_series_and_what_they_number(void **state)
{
    const struct template *t;

    assert_string_equal(
        template_faults(
            state, "<series id='row' pattern='{row}'/>"
                   "<series id='sec' joins='row' pattern='{sec}.'/>"
                   "<series id='par' within='sec' pattern='{sec}.{par:i}'/>"
                   "<series id='dot' pattern='*'/>"
                   "<numbering headings='sec' paragraphs='par' lists='dot' "
                   "header='row'/>"
                   "<section id='a'/><section id='b' headings='none' "
                   "paragraphs='dot'/>"),
        "");
    t = find(state, "base");
    assert_int_equal(t->nseries, 4);
    assert_int_equal(t->series[1].index, t->series[0].index);
    assert_int_not_equal(t->series[2].index, t->series[0].index);
    assert_ptr_equal(t->series[2].within, &t->series[1]);
    assert_ptr_equal(t->sections[0].heading_series, &t->series[1]);
    assert_ptr_equal(t->sections[0].paragraph_series, &t->series[2]);
    assert_null(t->sections[1].heading_series);
    assert_ptr_equal(t->sections[1].paragraph_series, &t->series[3]);
    assert_ptr_equal(t->list_series, &t->series[3]);
    assert_ptr_equal(t->header_series, &t->series[0]);
}

static void merges_what_extends_by_id_and_order(void **state)
{
    const struct template *t;

    write_file(state, "base/template.xml",
               TEMPLATE "<page left='30mm'/>"
                        "<section id='a' heading='A'/>"
                        "<section id='b' heading='B'/>"
                        "<section id='c' heading='C'/></template>");
    write_file(state, "more/template.xml",
               "<template format='1' title='M' extends='base' contents='yes'>"
               "<header><field id='title' role='title' label='L'/>"
               "<field id='extra'/></header>"
               "<section id='b' heading='BB'/><section id='d' heading='D'/>"
               "<order><place section='c'/><place section='d'/></order>"
               "</template>");
    assert_string_equal(faults_of(state), "");
    t = find(state, "more");
    assert_int_equal(t->nsections, 4);
    assert_string_equal(t->sections[0].id, "c");
    assert_string_equal(t->sections[1].id, "d");
    assert_string_equal(t->sections[2].id, "a");
    assert_true(str_is(t->sections[3].heading, "BB"));
    assert_int_equal(t->nfields, 2);
    assert_true(str_is(t->fields[0].label, "L"));
    assert_int_equal(t->page.left, 85039);
    assert_true(t->contents);
    assert_true(t->attach);
    assert_true(str_is(t->title, "M"));
    assert_true(str_is(t->house->council, "Example Council"));
    t = find(state, "base");
    assert_int_equal(t->nsections, 3);
    assert_true(str_is(t->sections[1].heading, "B"));
    assert_false(t->contents);
}

/* Debian 13 has them in another folder than 12. */
static void finds_the_fonts_of_a_house_style_where_they_lie_now(void **state)
{
    const struct house_fonts *f;

    write_file(state, "house/plain.xml",
               "<house format='1' council='C'>"
               "<fonts folder='/usr/share/fonts/of-long-ago'/>"
               "<fallback file='/usr/share/fonts/of-long-ago/DejaVuSans.ttf'/>"
               "</house>");
    assert_string_equal(template_faults(state, "<section id='a'/>"), "");
    f = &find(state, "base")->house->fonts;
    for (size_t i = 0; i < FACE_MAX; i++)
        assert_int_equal(access(f->files[i], R_OK), 0);
    assert_int_equal(access(f->fallbacks[0], R_OK), 0);
    /* Its own are in its own folder, or nowhere. */
    write_file(state, "house/plain.xml",
               "<house format='1' council='C'>"
               "<fallback file='DejaVuSans.ttf'/></house>");
    assert_non_null(strstr(faults_of(state), "no-file cannot read `"));
}

static void attaches_no_data_where_a_template_or_its_base_says_so(void **state)
{
    make_folder(*state, "closed");
    make_folder(*state, "below");
    make_folder(*state, "open");
    write_file(state, "base/template.xml", TEMPLATE "</template>");
    write_file(state, "closed/template.xml",
               "<template format='1' title='C' extends='base' attach='no'/>");
    write_file(state, "below/template.xml",
               "<template format='1' title='B' extends='closed'/>");
    write_file(
        state, "open/template.xml",
        "<template format='1' title='O' extends='closed' attach='yes'/>");
    assert_string_equal(faults_of(state), "");
    assert_true(find(state, "base")->attach);
    assert_false(find(state, "closed")->attach);
    assert_false(find(state, "below")->attach);
    assert_true(find(state, "open")->attach);
}

static void makes_running_matter_of_three_paragraphs(void **state)
{
    const struct doc_node *p;

    assert_string_equal(
        template_faults(state, "<foot><start>{{title}}</start>"
                               "<end><strong>P</strong> <page-of/></end>"
                               "</foot>"),
        "");
    p = find(state, "base")->running_foot->first->first;
    assert_int_equal(p->first->kind, DOC_TEXT);
    assert_null(p->next->first);
    p = p->next->next;
    assert_null(p->next);
    assert_int_equal(p->first->kind, DOC_STRONG);
    assert_int_equal(p->last->kind, DOC_PAGE_COUNT);
    assert_null(find(state, "base")->running_head);
}

static void names_all_faults_of_a_template_in_one_run(void **state)
{
    struct state *s = *state;

    assert_string_equal(
        template_faults(state,
                        "<page left='3cm' top='250mm'/>\n"
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
    struct state *s = *state;
    const char *said;

    write_file(state, "base/template.xml",
               "<template format='1' title='B' extends='more'/>");
    write_file(state, "more/template.xml",
               "<template format='1' title='M' extends='base'/>");
    said = faults_of(state);
    assert_non_null(strstr(said, "limit templates extend each other"));
    assert_int_equal(s->status, ST_DATA);
}

static void asks_for_house_lang_and_title(void **state)
{
    write_file(state, "base/template.xml",
               "<template format='1' title='T' house='plan'/>");
    assert_string_equal(
        faults_of(state),
        "base/template.xml:1:1 missing <template> lacks its attribute `lang`\n"
        "base/template.xml:1:1 missing one header field must have the role "
        "`title`; here 0 have\n"
        "base/template.xml:1:39 unknown-name there is no house style `plan` | "
        "did you mean `plain`?\n");
}

static void names_the_faults_of_a_kind(void **state)
{
    write_file(state, "kinds/k.xml",
               "<kind format='1' title='K'>\n"
               "<column id='a' title='A' type='mony' role='key'/>\n"
               "<column id='a' title='A' type='choice' role='key'/>\n"
               "<check type='row' result='aa' plus='a b'/>\n"
               "<check type='product' result='a'/>\n"
               "</kind>");
    assert_string_equal(
        template_faults(state, ""),
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
    write_file(state, "house/h.xml",
               "<house format='1' council='C'>\n"
               "<sizes body='11.5pt' leading='14'/>\n"
               "<colours text='black'/>\n"
               "<fallback file='/nowhere/x.ttf'/>\n"
               "</house>");
    assert_string_equal(
        template_faults(state, ""),
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

    write_file(state, "wording/cy.xml",
               "<wording format='1' lang='cym'>\n"
               "<phrase id='page-of'>Tudalen {pge}</phrase>\n"
               "<phrase id='skip-lnk'>x</phrase>\n"
               "<month full='Ionawr' short='Ion'/></wording>");
    said = template_faults(state, "");
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

    assert_string_equal(template_faults(state, ""), "");
    w = find(state, "base")->wording;
    assert_true(str_is(w->phrases[PHRASE_LIST_LAST], " and "));
    assert_int_equal(w->words[WORD_NIL].count, 2);
    assert_true(str_is(w->calendar.weekdays_short[6], "Sun"));
}

static void digest_of(void **state, const char *id, uint8_t sha256[DIGEST_SIZE])
{
    const struct library_unit *u = unit_of(*state, LIBRARY_TEMPLATES, id);

    assert_non_null(u);
    memcpy(sha256, u->sha256, DIGEST_SIZE);
}

static void digests_what_a_template_rests_on_and_nothing_else(void **state)
{
    uint8_t before[DIGEST_SIZE], after[DIGEST_SIZE];

    write_file(state, "more/template.xml",
               "<template format='1' title='M' extends='base'/>");
    (void)template_faults(state, "");
    digest_of(state, "more", before);
    (void)template_faults(state, "");
    digest_of(state, "more", after);
    assert_memory_equal(before, after, sizeof(before));
    write_file(state, "kinds/k.xml",
               "<kind format='1' title='K'><column id='a' title='A' "
               "type='text'/></kind>");
    write_file(state, "house/other.xml",
               "<house format='1' council='Another Council'/>");
    (void)faults_of(state);
    digest_of(state, "more", after);
    assert_memory_equal(before, after, sizeof(before));
    (void)template_faults(state, "<section id='new'/>");
    digest_of(state, "more", after);
    assert_memory_not_equal(before, after, sizeof(before));
    memcpy(before, after, sizeof(before));
    write_file(state, "house/plain.xml",
               "<house format='1' council='New Council'/>");
    (void)faults_of(state);
    digest_of(state, "more", after);
    assert_memory_not_equal(before, after, sizeof(before));
}

static void a_folder_has_the_shipped_style_sheet_or_its_own(void **state)
{
    struct state *s = *state;
    const struct template *t;

    assert_string_equal(template_faults(state, ""), "");
    t = find(state, "base");
    assert_true(str_starts(t->style->sheet, STR_LIT("*,*::before")));
    make_folder(s, "style");
    write_file(state, "style/screen.css", "p { color: red; } /* all */");
    assert_string_equal(faults_of(state), "");
    t = find(state, "base");
    assert_true(str_is(t->style->sheet, "p{color:red}\n"));
    write_file(state, "style/screen.css", "p{}\n @import 'x';");
    assert_non_null(strstr(faults_of(state),
                           "style/screen.css:2:2 bad-style `@import` cannot"));
    assert_int_equal(s->status, ST_DATA);
}

/* The second folder that is looked through. */
static void read_both(struct state *s, const struct test_folder *council)
{
    const char **folders = arena_alloc(&s->reading.arena, 2, sizeof(*folders));

    assert_non_null(folders);
    folders[0] = council->path;
    folders[1] = s->folder.path;
    s->status = library_open(&s->reading.arena, folders, 2, "templates",
                             &s->known, &s->reading.findings, &s->library);
    assert_int_equal(s->status, ST_OK);
    s->status = library_read_all(s->library, &s->reading.findings);
}

static void make_below(const struct test_folder *folder, const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(folder, name, path);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void what_is_found_first_is_taken(void **state)
{
    struct state *s = *state;
    struct test_folder council;
    const struct library_unit *u;

    (void)template_faults(state, "<section id='a' heading='Theirs'/>");
    write_file(state, "more/template.xml",
               "<template format='1' title='M' extends='base'/>");
    test_folder_init(&council);
    make_below(&council, "base");
    make_below(&council, "house");
    test_folder_write(&council, "base/template.xml",
                      "<template format='1' title='Ours' extends='base'>"
                      "<section id='b' heading='Ours'/></template>");
    test_folder_write(&council, "house/plain.xml",
                      "<house format='1' council='Our Council'/>");
    read_both(s, &council);
    assert_string_equal(reading_faults(&s->reading, true), "");
    u = unit_of(s, LIBRARY_TEMPLATES, "base");
    assert_string_equal(u->folder, council.path);
    assert_int_equal(find(state, "base")->nsections, 2);
    assert_true(str_is(find(state, "base")->title, "Ours"));
    assert_true(str_is(find(state, "base")->house->council, "Our Council"));
    /* What extends it extends the one that is found first. */
    u = unit_of(s, LIBRARY_TEMPLATES, "more");
    assert_string_equal(u->folder, s->folder.path);
    assert_int_equal(find(state, "more")->nsections, 2);
    test_folder_free(&council);
}

static void its_own_name_is_that_of_a_later_folder(void **state)
{
    struct state *s = *state;

    write_file(state, "base/template.xml",
               "<template format='1' title='T' extends='base'/>");
    assert_non_null(strstr(faults_of(state),
                           "base/template.xml:1:41 unknown-name there is no "
                           "template `base` | no later folder of templates"));
    assert_int_equal(s->status, ST_DATA);
}

static void says_that_there_is_no_folder(void **state)
{
    struct state *s = *state;

    read_all(s, "/nowhere/templates");
    assert_int_equal(s->status, ST_NOINPUT);
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "no-file cannot read the folder of templates "
                           "`/nowhere/templates`: No such file"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(reads_the_templates_that_come_with_it),
        TEST(gives_everything_a_default),
        TEST(reads_a_body_in_its_order),
        TEST(resolves_series_and_what_they_number),
        TEST(merges_what_extends_by_id_and_order),
        TEST(finds_the_fonts_of_a_house_style_where_they_lie_now),
        TEST(attaches_no_data_where_a_template_or_its_base_says_so),
        TEST(makes_running_matter_of_three_paragraphs),
        TEST(names_all_faults_of_a_template_in_one_run),
        TEST(refuses_templates_that_extend_in_a_circle),
        TEST(asks_for_house_lang_and_title),
        TEST(names_the_faults_of_a_kind),
        TEST(warns_of_small_text_and_names_faults_of_a_house_style),
        TEST(names_what_a_wording_lacks),
        TEST(keeps_space_at_the_ends_of_a_phrase),
        TEST(digests_what_a_template_rests_on_and_nothing_else),
        TEST(a_folder_has_the_shipped_style_sheet_or_its_own),
        TEST(what_is_found_first_is_taken),
        TEST(its_own_name_is_that_of_a_later_folder),
        TEST(says_that_there_is_no_folder),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
