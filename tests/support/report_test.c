#include "tests/support/report_test.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

static const struct template_field fields[] = {
    {.id = "title", .role = FIELD_ROLE_TITLE, .required = REQUIRED_YES},
    {.id = "date", .type = FIELD_DATE, .required = REQUIRED_YES},
    {.id = "period", .type = FIELD_MONTH},
    {.id = "council", .value = {"Example", 7}, .required = REQUIRED_YES},
};
static const struct template_section sections[] = {{.id = "background"},
                                                   {.id = "finance"}};
static const struct template_part parts[] = {
    {.id = "plan", .sections = &sections[1], .nsections = 1}};
static const struct template_role roles[] = {
    {.id = "author"}, {.id = "contact", .required = REQUIRED_YES}};
static const struct label_series series[] = {{.id = "letter"}};
static const struct kind_column columns[] = {
    {.id = "line", .role = COLUMN_KEY, .required = true},
    {.id = "amount", .type = TYPE_MONEY, .required = true},
};
static const struct kind budget = {
    .id = "budget-lines", .columns = columns, .ncolumns = 2};

static const struct template *find(void *known, struct str id, bool *faulty)
{
    const struct template *t = known;

    *faulty = false;
    return str_is(id, t->id) ? t : NULL;
}

static const struct kind *find_kind(void *known, struct str id, bool *faulty)
{
    (void)known;
    *faulty = false;
    return str_is(id, budget.id) ? &budget : NULL;
}

static void offer(void *known, struct list *names)
{
    const struct template *t = known;
    struct str *name = list_add(names);

    assert_non_null(name);
    *name = str_of(t->id);
}

static void offer_kinds(void *known, struct list *names)
{
    struct str *name = list_add(names);

    (void)known;
    assert_non_null(name);
    *name = str_of(budget.id);
}

static const struct wording *any_wording(void *known)
{
    const struct template *t = known;

    return t->wording;
}

int report_test_open(void **state)
{
    struct report_test *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    test_folder_init(&s->folder);
    s->known = (struct template){
        .id = "plain",
        .lang = "en-GB",
        .wording = test_wording(),
        .fields = fields,
        .nfields = sizeof(fields) / sizeof(fields[0]),
        .series = series,
        .nseries = 1,
        .sections = sections,
        .nsections = 2,
        .parts = parts,
        .nparts = 1,
        .roles = roles,
        .nroles = 2,
    };
    s->templates = (struct templates){.context = &s->known,
                                      .find = find,
                                      .find_kind = find_kind,
                                      .offer = offer,
                                      .offer_kinds = offer_kinds,
                                      .any_wording = any_wording};
    *state = s;
    return 0;
}

int report_test_close(void **state)
{
    struct report_test *s = *state;

    test_folder_free(&s->folder);
    reading_free(&s->reading);
    free(s);
    return 0;
}

const char *report_test_read(struct report_test *s,
                             const struct override *overrides,
                             size_t noverrides)
{
    s->status = report_in(&s->reading.arena, s->folder.path, "test",
                          &s->templates, overrides, noverrides,
                          &s->reading.findings, &s->report, &s->used);
    return reading_faults(&s->reading, true);
}

#define HEADER                                                                 \
    "<header><field id='title'>T</field>"                                      \
    "<field id='date'>5 October 2012</field></header>"                         \
    "<person role='contact' name='Head of Service'/>\n"

const char *report_test_faults(void **state, const char *body)
{
    struct report_test *s = *state;
    struct buf text;

    buf_init(&text, (size_t)1024 * 1024);
    buf_puts(&text, "<report format='1' template='plain'>" HEADER);
    buf_puts(&text, body);
    buf_puts(&text, "</report>");
    buf_char(&text, '\0');
    test_folder_write(&s->folder, "report.xml", text.ptr);
    buf_free(&text);
    return report_test_read(s, NULL, 0);
}

void report_test_write(void **state, const char *name, const char *text)
{
    struct report_test *s = *state;

    test_folder_write(&s->folder, name, text);
}
