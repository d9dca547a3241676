#include "tests/support/run.h"
#include "tests/support/command.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MEMORY ((size_t)64 * 1024 * 1024)

static void hear_line(void *context, enum priority priority, struct str line)
{
    struct test_run *r = context;

    buf_printf(&r->heard, "line %d: %.*s\n", (int)priority, STR_ARG(line));
}

static void hear_findings(void *context, struct str text)
{
    struct test_run *r = context;

    buf_printf(&r->heard, "findings: %.*s", STR_ARG(text));
}

static void hear_opened(void *context, const struct library *library)
{
    struct test_run *r = context;
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
    struct test_run *r = context;

    buf_printf(&r->heard, "%s: %s%s\n", job->name, status_name(outcome->status),
               outcome->unchanged ? ", unchanged" : "");
    buf_str(&r->heard, buf_view(&outcome->texts[TEXT_MESSAGES]));
    buf_str(&r->heard, buf_view(&outcome->texts[TEXT_DUMP]));
}

static void hear_progress(void *context, const struct batch_result *so_far)
{
    struct test_run *r = context;

    assert_int_equal(so_far->done, r->done + 1);
    assert_true(so_far->done <= so_far->reports);
    r->done = so_far->done;
}

void test_run_command(const struct test_run *r, const char *command,
                      const char *name)
{
    struct buf out;

    buf_init(&out, MEMORY);
    assert_int_equal(
        test_command(&out, "%s '%s/%s'", command, r->folder.path, name), 0);
    buf_free(&out);
}

void test_run_report_of(const struct test_run *r, const char *name,
                        const char *template, const char *text)
{
    char path[FOLDER_PATH_SIZE];
    char xml[1024];

    (void)snprintf(path, sizeof(path), "in/%s", name);
    test_run_command(r, "mkdir -p", path);
    (void)snprintf(path, sizeof(path), "in/%s/report.xml", name);
    (void)snprintf(xml, sizeof(xml),
                   "<report format=\"1\" template=\"%s\" lang=\"en-GB\">"
                   "<header><field id=\"title\">Report</field></header>\n"
                   "<section id=\"text\"><p>%s</p></section></report>\n",
                   template, text);
    test_folder_write(&r->folder, path, xml);
}

void test_run_report(const struct test_run *r, const char *name,
                     const char *text)
{
    test_run_report_of(r, name, "small", text);
}

int test_run_begin(void **state)
{
    static struct test_run run;

    run = (struct test_run){.settings = batch_settings_default()};
    test_folder_init(&run.folder);
    test_folder_path(&run.folder, "in", run.in);
    test_folder_path(&run.folder, "out", run.out);
    test_folder_path(&run.folder, "templates", run.templates);
    test_run_command(&run, "cp -r tests/golden/templates-small", "templates");
    test_run_command(&run, "cp -r templates/wording templates/style",
                     "templates");
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

int test_run_end(void **state)
{
    struct test_run *r = *state;

    arena_free(&r->arena);
    buf_free(&r->heard);
    test_folder_free(&r->folder);
    return 0;
}

enum status test_run_paths(struct test_run *r, const char *const *paths,
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

enum status test_run_all(struct test_run *r)
{
    const char *paths[] = {r->in};

    return test_run_paths(r, paths, 1);
}

bool test_run_has(const struct test_run *r, const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(&r->folder, name, path);
    return access(path, F_OK) == 0;
}

void test_run_template(const struct test_run *r, const char *name,
                       const char *text)
{
    char path[FOLDER_PATH_SIZE];

    (void)snprintf(path, sizeof(path), "templates/%s", name);
    test_folder_write(&r->folder, path, text);
}
