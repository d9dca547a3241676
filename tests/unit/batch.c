/*
 * A run without a command line: settings, paths, and an observer that writes
 * down what it hears.
 */
#include "batch/batch.h"
#include "batch/out_folder.h"
#include "tests/support/command.h"
#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MEMORY ((size_t)64 * 1024 * 1024)

/* A run in a folder of its own, which has in/ and templates/. */
struct run {
    struct test_folder folder;
    char in[FOLDER_PATH_SIZE];
    char out[FOLDER_PATH_SIZE];
    char templates[FOLDER_PATH_SIZE];
    const char *folders[1];
    struct arena arena;
    struct batch_settings settings;
    struct observer observer;
    struct batch_result result;
    struct buf heard; /* a line for each call, ended by a NUL */
    size_t done;      /* as progress said last */
};

static void hear_line(void *context, enum priority priority, struct str line)
{
    struct run *r = context;

    buf_printf(&r->heard, "line %d: %.*s\n", (int)priority, STR_ARG(line));
}

static void hear_findings(void *context, struct str text)
{
    struct run *r = context;

    buf_printf(&r->heard, "findings: %.*s", STR_ARG(text));
}

static void hear_opened(void *context, const struct library *library)
{
    struct run *r = context;
    size_t count = 0;
    const struct library_unit *const *units = library_units(library, &count);

    buf_puts(&r->heard, "opened:");
    for (size_t i = 0; i < count; i++)
        buf_printf(&r->heard, " %s", units[i]->id);
    buf_char(&r->heard, '\n');
}

/* It depends on the kernel. */
static void hear_unprotected(void *context, unsigned missing)
{
    (void)context;
    assert_int_not_equal(missing, 0);
}

static void hear_report(void *context, const struct job *job,
                        const struct outcome *outcome)
{
    struct run *r = context;

    buf_printf(&r->heard, "%s: %s%s\n", job->name, status_name(outcome->status),
               outcome->unchanged ? ", unchanged" : "");
    buf_str(&r->heard, buf_view(&outcome->texts[TEXT_MESSAGES]));
    buf_str(&r->heard, buf_view(&outcome->texts[TEXT_DUMP]));
}

static void hear_progress(void *context, const struct batch_result *so_far)
{
    struct run *r = context;

    assert_int_equal(so_far->done, r->done + 1);
    assert_true(so_far->done <= so_far->reports);
    r->done = so_far->done;
}

/* NAME is in the folder of R. */
static void run_command(const struct run *r, const char *command,
                        const char *name)
{
    struct buf out;

    buf_init(&out, MEMORY);
    assert_int_equal(
        test_command(&out, "%s '%s/%s'", command, r->folder.path, name), 0);
    buf_free(&out);
}

static void write_report_of(const struct run *r, const char *name,
                            const char *template, const char *text)
{
    char path[FOLDER_PATH_SIZE];
    char xml[1024];

    (void)snprintf(path, sizeof(path), "in/%s", name);
    run_command(r, "mkdir -p", path);
    (void)snprintf(path, sizeof(path), "in/%s/report.xml", name);
    (void)snprintf(xml, sizeof(xml),
                   "<report format=\"1\" template=\"%s\" lang=\"en-GB\">"
                   "<header><field id=\"title\">Report</field></header>\n"
                   "<section id=\"text\"><p>%s</p></section></report>\n",
                   template, text);
    test_folder_write(&r->folder, path, xml);
}

static void write_report(const struct run *r, const char *name,
                         const char *text)
{
    write_report_of(r, name, "small", text);
}

static int begin(void **state)
{
    static struct run run;

    run = (struct run){.settings = batch_settings_default()};
    test_folder_init(&run.folder);
    test_folder_path(&run.folder, "in", run.in);
    test_folder_path(&run.folder, "out", run.out);
    test_folder_path(&run.folder, "templates", run.templates);
    run_command(&run, "cp -r tests/golden/templates-small", "templates");
    run_command(&run, "cp -r templates/wording templates/style", "templates");
    run.folders[0] = run.templates;
    run.settings.templates = run.folders;
    run.settings.ntemplates = 1;
    assert_int_equal(setenv("COUNCILPRESS_TEMPLATES", "-", 1), 0);
    run.settings.out = run.out;
    run.settings.workers = 2;
    run.settings.max_memory = MEMORY;
    run.observer = (struct observer){
        .context = &run,
        .line = hear_line,
        .findings = hear_findings,
        .opened = hear_opened,
        .unprotected = hear_unprotected,
        .report = hear_report,
        .progress = hear_progress,
    };
    buf_init(&run.heard, MEMORY);
    arena_init(&run.arena, MEMORY);
    *state = &run;
    return 0;
}

static int end(void **state)
{
    struct run *r = *state;

    arena_free(&r->arena);
    buf_free(&r->heard);
    test_folder_free(&r->folder);
    return 0;
}

/* Forgets what was heard of the run before. */
static enum status run_paths(struct run *r, const char *const *paths,
                             size_t npaths)
{
    enum status st;

    buf_clear(&r->heard);
    r->done = 0;
    st = batch_run(&r->arena, &r->settings, paths, npaths, &r->observer,
                   &r->result);
    buf_char(&r->heard, '\0');
    assert_int_equal(r->result.status, st);
    assert_int_equal(r->result.signal, 0);
    return st;
}

static enum status run_all(struct run *r)
{
    const char *paths[] = {r->in};

    return run_paths(r, paths, 1);
}

static bool is_there(const struct run *r, const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(&r->folder, name, path);
    return access(path, F_OK) == 0;
}

static void tells_each_report_in_order_and_puts_its_files(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report(r, "b", "{{no}}");
    write_report(r, "c", "Words.");
    assert_int_equal(run_all(r), ST_DATA);
    assert_true(
        str_starts(str_of(r->heard.ptr),
                   STR_LIT("opened: plain en-GB small\na: ok\nb: data\n")));
    assert_true(str_ends(str_of(r->heard.ptr), STR_LIT("\nc: ok\n")));
    assert_true(r->result.whole);
    assert_int_equal(r->done, 3);
    assert_int_equal(r->result.done, 3);
    assert_int_equal(r->result.failed, 1);
    assert_int_equal(r->result.errors, 1);
    assert_int_equal(r->result.unchanged, 0);
    assert_true(is_there(r, "out/a.pdf") && is_there(r, "out/a.html"));
    assert_true(is_there(r, "out/c.json") && is_there(r, "out/manifest.json"));
    assert_false(is_there(r, "out/b.pdf") || is_there(r, "out/b.json"));
}

static void each_line_of_a_finding_has_its_priority(void **state)
{
    struct run *r = *state;
    struct str said;
    size_t lines = 0;

    write_report(r, "b", "{{no}}");
    assert_int_equal(run_all(r), ST_DATA);
    said = str_of(r->heard.ptr);
    while (said.len > 0) {
        const struct str line = str_cut(&said, '\n');

        lines += str_starts(line, STR_LIT("<3>"));
    }
    assert_true(lines >= 3); /* the message, the line, the mark */
    assert_non_null(strstr(r->heard.ptr, "<3>report.xml:2:"));
}

/* The files of a report are those of the wanted formats, and its record. */
static void writes_each_format_that_is_wanted_alone(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    for (size_t wanted = 0; wanted < writer_count; wanted++) {
        char name[64];

        for (size_t i = 0; i < writer_count; i++)
            r->settings.formats[i] = i == wanted;
        assert_int_equal(run_all(r), ST_OK);
        assert_int_equal(r->result.unchanged, 0);
        for (size_t i = 0; i < writer_count; i++) {
            (void)snprintf(name, sizeof(name), "out/a.%s",
                           writers[i].extension);
            assert_int_equal(is_there(r, name), i == wanted);
        }
        run_command(r, "rm -r", "out");
    }
}

static void without_a_folder_for_files_none_is_written(void **state)
{
    struct run *r = *state;

    r->settings.out = NULL;
    write_report(r, "a", "Words.");
    write_report(r, "b", "Words.");
    assert_int_equal(run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr,
                        "opened: plain en-GB small\na: ok\nb: ok\n");
    assert_int_equal(r->result.pages, 2);
    assert_false(is_there(r, "out"));
}

static void a_stage_is_printed_instead(void **state)
{
    struct run *r = *state;

    r->settings.out = NULL;
    r->settings.dump = STAGE_DOC;
    write_report(r, "a", "Words to find.");
    assert_int_equal(run_all(r), ST_OK);
    assert_non_null(strstr(r->heard.ptr, "Words to find."));
}

static void what_has_not_changed_is_not_built_again(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report(r, "b", "Words.");
    assert_int_equal(run_all(r), ST_OK);
    write_report(r, "b", "Other words.");
    assert_int_equal(run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr,
                        "opened: plain en-GB small\na: ok, unchanged\nb: ok\n");
    assert_int_equal(r->result.unchanged, 1);
    r->settings.force = true;
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void put_template(const struct run *r, const char *name,
                         const char *text)
{
    char path[FOLDER_PATH_SIZE];

    (void)snprintf(path, sizeof(path), "templates/%s", name);
    test_folder_write(&r->folder, path, text);
}

static void a_broken_neighbour_harms_nobody(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    run_command(r, "mkdir", "templates/half");
    put_template(r, "half/template.xml", "<template format=\"1\" ti");
    put_template(r, "kinds/half.xml", "<kind><kind>");
    put_template(r, "kinds/~$years.xml", "lock");
    put_template(r, "house/half.xml", "junk");
    put_template(r, "wording/zz.xml", "");
    assert_int_equal(run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr, "opened: plain en-GB small\na: ok\n");
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 1);
}

/* In the order of the reports, by whichever worker they are found. */
static void what_is_wrong_with_a_template_is_said_once(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report(r, "b", "Words.");
    write_report(r, "c", "Words.");
    put_template(r, "small/template.xml",
                 "<template format=\"1\" title=\"S\" house=\"plain\" "
                 "lang=\"en-GB\">\n<header><field id=\"title\" "
                 "role=\"title\"/></header>\n<sektion/></template>");
    assert_int_equal(run_all(r), ST_DATA);
    assert_int_equal(r->result.failed, 3);
    assert_non_null(strstr(r->heard.ptr, "findings: <3>small/template.xml:3:1: "
                                         "error: <sektion> cannot"));
    assert_null(
        strstr(strstr(r->heard.ptr, "<sektion>") + 1, "error: <sektion>"));
    assert_non_null(strstr(r->heard.ptr, "\na: data\n"));
    assert_non_null(strstr(r->heard.ptr, "in/b: not built: its template"));
    assert_non_null(strstr(r->heard.ptr, "in/c: not built: its template"));
}

static void a_change_of_a_template_rebuilds_what_uses_it(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report_of(r, "b", "no-attachments", "Words.");
    assert_int_equal(run_all(r), ST_OK);
    put_template(r, "no-attachments/template.xml",
                 "<template format=\"1\" title=\"Other\" extends=\"small\"/>");
    assert_int_equal(run_all(r), ST_OK);
    assert_non_null(strstr(r->heard.ptr, "a: ok, unchanged\nb: ok\n"));
    run_command(r, "touch", "templates/kinds/new.xml");
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 2);
    put_template(r, "house/plain.xml",
                 "<house format=\"1\" council=\"Another\"/>");
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void names_what_has_no_report_any_more(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report(r, "b", "Words.");
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.norphans, 0);
    run_command(r, "rm -r", "in/a");
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.norphans, 1);
    assert_string_equal(r->result.orphans[0].name, "a");
    assert_true(is_there(r, "out/a.pdf"));
}

static void a_path_that_is_not_there_costs_itself(void **state)
{
    struct run *r = *state;
    const char *paths[] = {"no/such/path", r->in};

    write_report(r, "a", "Words.");
    assert_int_equal(run_paths(r, paths, 2), ST_NOINPUT);
    assert_string_equal(r->heard.ptr,
                        "line 3: no/such/path: No such file or directory\n"
                        "opened: plain en-GB small\na: ok\n");
    assert_true(r->result.whole);
    assert_int_equal(r->result.failed, 0);
    assert_true(is_there(r, "out/a.pdf"));
}

static void without_a_report_nothing_begins(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    assert_int_equal(run_paths(r, NULL, 0), ST_OK);
    assert_string_equal(r->heard.ptr, "");
    assert_false(r->result.whole);
}

static void two_with_one_name_cost_themselves_alone(void **state)
{
    struct run *r = *state;

    write_report(r, "a/x", "Words.");
    write_report(r, "b/x", "Words.");
    write_report(r, "c", "Words.");
    assert_int_equal(run_all(r), ST_DATA);
    assert_non_null(strstr(r->heard.ptr, "would write the same files"));
    assert_false(is_there(r, "out/x.pdf"));
    assert_true(is_there(r, "out/c.pdf"));
}

static void a_template_that_is_broken_costs_its_reports(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    write_report_of(r, "b", "no-attachments", "Words.");
    put_template(r, "no-attachments/template.xml", "<templ");
    assert_int_equal(run_all(r), ST_DATA);
    assert_true(r->result.whole);
    assert_int_equal(r->result.failed, 1);
    assert_non_null(strstr(r->heard.ptr, "\na: ok\nfindings: <3>"));
    assert_true(is_there(r, "out/a.pdf"));
    assert_false(is_there(r, "out/b.pdf"));
}

static void without_templates_nothing_begins(void **state)
{
    struct run *r = *state;

    write_report(r, "a", "Words.");
    run_command(r, "rm -r", "templates");
    assert_int_equal(run_all(r), ST_NOINPUT);
    assert_true(str_starts(str_of(r->heard.ptr), STR_LIT("findings: <3>")));
    assert_null(strstr(r->heard.ptr, "opened"));
    assert_false(r->result.whole || is_there(r, "out"));
}

static void a_folder_that_another_run_has_is_left_alone(void **state)
{
    struct run *r = *state;
    char lock[FOLDER_PATH_SIZE];
    int fd;

    write_report(r, "a", "Words.");
    assert_int_equal(run_all(r), ST_OK);
    write_report(r, "a", "Other words.");
    test_folder_path(&r->folder, "out/" OUT_LOCK_NAME, lock);
    fd = open(lock, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(run_all(r), ST_BUSY);
    assert_non_null(strstr(r->heard.ptr, "--wait waits for its end"));
    assert_false(r->result.whole);
    assert_int_equal(close(fd), 0);
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void strict_makes_errors_of_warnings(void **state)
{
    struct run *r = *state;
    char text[400];

    /* A word that no line can hold. */
    memset(text, 'w', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    write_report(r, "a", text);
    assert_int_equal(run_all(r), ST_OK);
    assert_int_equal(r->result.warnings, 1);
    r->settings.strict = true;
    assert_int_equal(run_all(r), ST_DATA);
    assert_int_equal(r->result.errors, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(tells_each_report_in_order_and_puts_its_files),
        TEST(each_line_of_a_finding_has_its_priority),
        TEST(writes_each_format_that_is_wanted_alone),
        TEST(without_a_folder_for_files_none_is_written),
        TEST(a_stage_is_printed_instead),
        TEST(what_has_not_changed_is_not_built_again),
        TEST(names_what_has_no_report_any_more),
        TEST(a_path_that_is_not_there_costs_itself),
        TEST(without_a_report_nothing_begins),
        TEST(two_with_one_name_cost_themselves_alone),
        TEST(a_template_that_is_broken_costs_its_reports),
        TEST(without_templates_nothing_begins),
        TEST(a_broken_neighbour_harms_nobody),
        TEST(what_is_wrong_with_a_template_is_said_once),
        TEST(a_change_of_a_template_rebuilds_what_uses_it),
        TEST(a_folder_that_another_run_has_is_left_alone),
        TEST(strict_makes_errors_of_warnings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
