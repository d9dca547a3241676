#include "input/templates/library.h"
#include "core/doc/doc.h"
#include "input/xml/xml_in.h"
#include "tests/support/library_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void reads_the_templates_that_come_with_it(void **state)
{
    struct library_test *s = *state;

    library_test_read(s, "templates");
    assert_string_equal(reading_faults(&s->reading, true), "");
    assert_int_equal(s->status, ST_OK);
    assert_non_null(library_test_template(state, "cabinet-2018"));
    assert_non_null(library_test_unit(s, LIBRARY_KINDS, "timetable"));
    assert_null(library_test_unit(s, LIBRARY_TEMPLATES, "kinds"));
}

static void gives_everything_a_default(void **state)
{
    const struct template *t;

    assert_string_equal(
        library_test_template_faults(state, "<section id='a'/>"), "");
    t = library_test_template(state, "base");
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
        library_test_template_faults(
            state, "<section id='a'><p>One</p><list><item>x</item></list>"
                   "<prose/><p>Two</p>"
                   "<generate with='table' data='b' caption='C' lead='L' "
                   "when='b is empty'/></section>"),
        "");
    t = library_test_template(state, "base");
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
        library_test_template_faults(
            state, "<series id='row' pattern='{row}'/>"
                   "<series id='sec' joins='row' pattern='{sec}.'/>"
                   "<series id='par' within='sec' pattern='{sec}.{par:i}'/>"
                   "<series id='dot' pattern='*'/>"
                   "<numbering headings='sec' paragraphs='par' lists='dot' "
                   "header='row'/>"
                   "<section id='a'/><section id='b' headings='none' "
                   "paragraphs='dot'/>"),
        "");
    t = library_test_template(state, "base");
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

    library_test_write(state, "base/template.xml",
                       LIBRARY_TEST_BEGIN
                       "<page left='30mm'/>"
                       "<section id='a' heading='A'/>"
                       "<section id='b' heading='B'/>"
                       "<section id='c' heading='C'/></template>");
    library_test_write(
        state, "more/template.xml",
        "<template format='1' title='M' extends='base' contents='yes'>"
        "<header><field id='title' role='title' label='L'/>"
        "<field id='extra'/></header>"
        "<section id='b' heading='BB'/><section id='d' heading='D'/>"
        "<order><place section='c'/><place section='d'/></order>"
        "</template>");
    assert_string_equal(library_test_faults(state), "");
    t = library_test_template(state, "more");
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
    t = library_test_template(state, "base");
    assert_int_equal(t->nsections, 3);
    assert_true(str_is(t->sections[1].heading, "B"));
    assert_false(t->contents);
}

/* Debian 13 has them in another folder than 12. */
static void finds_the_fonts_of_a_house_style_where_they_lie_now(void **state)
{
    const struct house_fonts *f;

    library_test_write(
        state, "house/plain.xml",
        "<house format='1' council='C'>"
        "<fonts folder='/usr/share/fonts/of-long-ago'/>"
        "<fallback file='/usr/share/fonts/of-long-ago/DejaVuSans.ttf'/>"
        "</house>");
    assert_string_equal(
        library_test_template_faults(state, "<section id='a'/>"), "");
    f = &library_test_template(state, "base")->house->fonts;
    for (size_t i = 0; i < FACE_MAX; i++)
        assert_int_equal(access(f->files[i], R_OK), 0);
    assert_int_equal(access(f->fallbacks[0], R_OK), 0);
    /* Its own are in its own folder, or nowhere. */
    library_test_write(state, "house/plain.xml",
                       "<house format='1' council='C'>"
                       "<fallback file='DejaVuSans.ttf'/></house>");
    assert_non_null(
        strstr(library_test_faults(state), "no-file cannot read `"));
}

static void attaches_no_data_where_a_template_or_its_base_says_so(void **state)
{
    library_test_folder(*state, "closed");
    library_test_folder(*state, "below");
    library_test_folder(*state, "open");
    library_test_write(state, "base/template.xml",
                       LIBRARY_TEST_BEGIN "</template>");
    library_test_write(
        state, "closed/template.xml",
        "<template format='1' title='C' extends='base' attach='no'/>");
    library_test_write(state, "below/template.xml",
                       "<template format='1' title='B' extends='closed'/>");
    library_test_write(
        state, "open/template.xml",
        "<template format='1' title='O' extends='closed' attach='yes'/>");
    assert_string_equal(library_test_faults(state), "");
    assert_true(library_test_template(state, "base")->attach);
    assert_false(library_test_template(state, "closed")->attach);
    assert_false(library_test_template(state, "below")->attach);
    assert_true(library_test_template(state, "open")->attach);
}

static void makes_running_matter_of_three_paragraphs(void **state)
{
    const struct doc_node *p;

    assert_string_equal(library_test_template_faults(
                            state, "<foot><start>{{title}}</start>"
                                   "<end><strong>P</strong> <page-of/></end>"
                                   "</foot>"),
                        "");
    p = library_test_template(state, "base")->running_foot->first->first;
    assert_int_equal(p->first->kind, DOC_TEXT);
    assert_null(p->next->first);
    p = p->next->next;
    assert_null(p->next);
    assert_int_equal(p->first->kind, DOC_STRONG);
    assert_int_equal(p->last->kind, DOC_PAGE_COUNT);
    assert_null(library_test_template(state, "base")->running_head);
}

static void digest_of(void **state, const char *id, uint8_t sha256[DIGEST_SIZE])
{
    const struct library_unit *u =
        library_test_unit(*state, LIBRARY_TEMPLATES, id);

    assert_non_null(u);
    memcpy(sha256, u->sha256, DIGEST_SIZE);
}

static void digests_what_a_template_rests_on_and_nothing_else(void **state)
{
    uint8_t before[DIGEST_SIZE], after[DIGEST_SIZE];

    library_test_write(state, "more/template.xml",
                       "<template format='1' title='M' extends='base'/>");
    (void)library_test_template_faults(state, "");
    digest_of(state, "more", before);
    (void)library_test_template_faults(state, "");
    digest_of(state, "more", after);
    assert_memory_equal(before, after, sizeof(before));
    library_test_write(state, "kinds/k.xml",
                       "<kind format='1' title='K'><column id='a' title='A' "
                       "type='text'/></kind>");
    library_test_write(state, "house/other.xml",
                       "<house format='1' council='Another Council'/>");
    (void)library_test_faults(state);
    digest_of(state, "more", after);
    assert_memory_equal(before, after, sizeof(before));
    (void)library_test_template_faults(state, "<section id='new'/>");
    digest_of(state, "more", after);
    assert_memory_not_equal(before, after, sizeof(before));
    memcpy(before, after, sizeof(before));
    library_test_write(state, "house/plain.xml",
                       "<house format='1' council='New Council'/>");
    (void)library_test_faults(state);
    digest_of(state, "more", after);
    assert_memory_not_equal(before, after, sizeof(before));
}

static void a_folder_has_the_shipped_style_sheet_or_its_own(void **state)
{
    struct library_test *s = *state;
    const struct template *t;

    assert_string_equal(library_test_template_faults(state, ""), "");
    t = library_test_template(state, "base");
    assert_true(str_starts(t->style->sheet, STR_LIT("*,*::before")));
    library_test_folder(s, "style");
    library_test_write(state, "style/screen.css",
                       "p { color: red; } /* all */");
    assert_string_equal(library_test_faults(state), "");
    t = library_test_template(state, "base");
    assert_true(str_is(t->style->sheet, "p{color:red}\n"));
    library_test_write(state, "style/screen.css", "p{}\n @import 'x';");
    assert_non_null(strstr(library_test_faults(state),
                           "style/screen.css:2:2 bad-style `@import` cannot"));
    assert_int_equal(s->status, ST_DATA);
}

/* The second folder that is looked through. */
static void read_both(struct library_test *s, const struct test_folder *council)
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
    struct library_test *s = *state;
    struct test_folder council;
    const struct library_unit *u;

    (void)library_test_template_faults(state,
                                       "<section id='a' heading='Theirs'/>");
    library_test_write(state, "more/template.xml",
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
    u = library_test_unit(s, LIBRARY_TEMPLATES, "base");
    assert_string_equal(u->folder, council.path);
    assert_int_equal(library_test_template(state, "base")->nsections, 2);
    assert_true(str_is(library_test_template(state, "base")->title, "Ours"));
    assert_true(str_is(library_test_template(state, "base")->house->council,
                       "Our Council"));
    /* What extends it extends the one that is found first. */
    u = library_test_unit(s, LIBRARY_TEMPLATES, "more");
    assert_string_equal(u->folder, s->folder.path);
    assert_int_equal(library_test_template(state, "more")->nsections, 2);
    test_folder_free(&council);
}

static void its_own_name_is_that_of_a_later_folder(void **state)
{
    struct library_test *s = *state;

    library_test_write(state, "base/template.xml",
                       "<template format='1' title='T' extends='base'/>");
    assert_non_null(strstr(library_test_faults(state),
                           "base/template.xml:1:41 unknown-name there is no "
                           "template `base` | no later folder of templates"));
    assert_int_equal(s->status, ST_DATA);
}

static void says_that_there_is_no_folder(void **state)
{
    struct library_test *s = *state;

    library_test_read(s, "/nowhere/templates");
    assert_int_equal(s->status, ST_NOINPUT);
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "no-file cannot read the folder of templates "
                           "`/nowhere/templates`: No such file"));
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, library_test_open, library_test_close)
    const struct CMUnitTest tests[] = {
        TEST(reads_the_templates_that_come_with_it),
        TEST(gives_everything_a_default),
        TEST(reads_a_body_in_its_order),
        TEST(resolves_series_and_what_they_number),
        TEST(merges_what_extends_by_id_and_order),
        TEST(finds_the_fonts_of_a_house_style_where_they_lie_now),
        TEST(attaches_no_data_where_a_template_or_its_base_says_so),
        TEST(makes_running_matter_of_three_paragraphs),
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
