#include "tests/support/generating.h"
#include "input/prose/prose_elements.h"
#include "input/prose/prose_in.h"
#include "input/xml/xml_in.h"
#include "tests/support/tree.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void init_template(struct generating *g)
{
    struct template *t = &g->t.template;

    g->house = (struct house){.council = STR_LIT("Example Council")};
    t->id = "test";
    t->title = STR_LIT("Report");
    t->lang = "en-GB";
    t->house = &g->house;
    t->series = g->series;
    t->nseries = TEST_SERIES_MAX;
    t->list_series = &g->series[TEST_ITEM];
    t->note_series = &g->series[TEST_NOTE];
    t->recommendation_series = &g->series[TEST_PARAGRAPH];
    t->fields = g->fields;
    t->attach = true;
    t->sections = g->sections;
}

void generating_init(struct generating *g)
{
    memset(g, 0, sizeof(*g));
    test_report_init(&g->t);
    g->series[TEST_SECTION] =
        test_series("section", "{section}.", TEST_SECTION, NULL);
    g->series[TEST_PARAGRAPH] =
        test_series("paragraph", "{section}.{paragraph}", TEST_PARAGRAPH,
                    &g->series[TEST_SECTION]);
    g->series[TEST_ITEM] = test_series("item", "{item:a})", TEST_ITEM, NULL);
    g->series[TEST_APPENDIX] =
        test_series("appendix", "Appendix {appendix}", TEST_APPENDIX, NULL);
    g->series[TEST_NOTE] = test_series("note", "{note}", TEST_NOTE, NULL);
    init_template(g);
    g->t.report.name = "test";
    g->t.report.lang = "en-GB";
    g->t.report.sections = g->given;
    g->t.report.recommendations = g->recommendations;
    g->t.report.appendices = g->appendices;
    g->t.report.papers = g->papers;
    g->t.report.people = g->people;
    doc_init(&g->doc, &g->t.reading.arena);
    generating_field(g, "title", "", "Title")->role = FIELD_ROLE_TITLE;
}

void generating_free(struct generating *g)
{
    test_report_free(&g->t);
}

const struct doc_node *generating_prose(struct generating *g, const char *xml)
{
    static const struct xml_child blocks[] = {PROSE_BLOCKS};
    static const struct xml_element root = {.name = "prose",
                                            XML_CHILDREN(blocks)};
    const struct prose_options options = {
        .template_used = &g->t.template,
        .list_series = g->t.template.list_series,
        .wording = test_wording(),
    };
    struct arena *a = &g->t.reading.arena;
    const struct xml_node *tree = NULL;
    struct source *source = reading_source(
        &g->t.reading, "report.xml",
        arena_printf(a, "<prose>%s</prose>", xml == NULL ? "" : xml));

    assert_int_equal(xml_in(a, source, &root, &g->t.reading.findings, &tree),
                     ST_OK);
    return prose_from_xml(a, tree, &options, &g->t.reading.findings);
}

struct template_field *generating_field(struct generating *g, const char *id,
                                        const char *label, const char *text)
{
    struct template_field *f = &g->fields[g->t.template.nfields++];

    assert_true(g->t.template.nfields <= TEST_THINGS_MAX);
    f->id = id;
    f->label = str_of(label);
    if (text != NULL)
        test_report_field(&g->t, id, text);
    return f;
}

struct template_section *generating_section(struct generating *g,
                                            const char *id, const char *xml)
{
    struct template_section *s = &g->sections[g->t.template.nsections++];
    struct report_section *given = &g->given[g->t.report.nsections];

    assert_true(g->t.template.nsections <= TEST_THINGS_MAX);
    s->id = id;
    s->heading = str_of(id);
    s->level = 2;
    s->heading_series = &g->series[TEST_SECTION];
    s->paragraph_series = &g->series[TEST_PARAGRAPH];
    if (xml != NULL) {
        *given = (struct report_section){.id = id,
                                         .prose = generating_prose(g, xml)};
        g->t.report.nsections++;
    }
    return s;
}

struct template_section *generating_call(struct generating *g, const char *with,
                                         const char *data, const char *name,
                                         const char *value)
{
    struct template_section *s = generating_section(g, with, NULL);
    struct generator_call *call = &g->calls[g->nblocks];
    struct template_block *p = &g->blocks[g->nblocks++];

    assert_true(g->nblocks <= TEST_THINGS_MAX);
    *call = (struct generator_call){.with = with, .data = data};
    if (name != NULL) {
        g->arguments[g->narguments] =
            (struct generator_argument){.name = name, .value = str_of(value)};
        call->arguments = &g->arguments[g->narguments++];
        call->narguments = 1;
    }
    *p = (struct template_block){.type = BLOCK_GENERATE, .call = call};
    s->blocks = p;
    s->nblocks = 1;
    return s;
}

void generating_argument(struct generating *g, const char *name,
                         const char *value)
{
    struct generator_call *call = &g->calls[g->nblocks - 1];

    assert_true(g->nblocks > 0 && g->narguments < TEST_THINGS_MAX);
    if (call->narguments == 0)
        call->arguments = &g->arguments[g->narguments];
    g->arguments[g->narguments++] =
        (struct generator_argument){.name = name, .value = str_of(value)};
    call->narguments++;
}

struct recommendation *
generating_recommendation(struct generating *g, const char *id, const char *xml)
{
    struct recommendation *r =
        &g->recommendations[g->t.report.nrecommendations++];

    assert_true(g->t.report.nrecommendations <= TEST_THINGS_MAX);
    *r = (struct recommendation){.id = id, .prose = generating_prose(g, xml)};
    return r;
}

static enum status make(struct generating *g, enum audience audience)
{
    enum status st;

    test_report_compute(&g->t);
    st = generate_report(&g->t.report, &g->t.figures, &g->t.template, audience,
                         &g->t.reading.findings, &g->doc);
    assert_int_equal(st, ST_OK);
    st = doc_check(&g->doc, &g->t.reading.findings);
    if (st == ST_OK && findings_stop(&g->t.reading.findings))
        st = ST_DATA;
    return st;
}

void generating_make(struct generating *g, enum audience audience)
{
    const enum status st = make(g, audience);

    if (g->t.reading.findings.errors > 0)
        fail_msg("%s", test_report_faults(&g->t));
    assert_int_equal(st, ST_OK);
}

void generating_refuse(struct generating *g, const char *code, const char *part)
{
    assert_int_equal(make(g, AUDIENCE_PUBLIC), ST_DATA);
    if (g->t.reading.findings.count != 1)
        fail_msg("%s", test_report_faults(&g->t));
    test_one_finding(&g->t.reading.findings, code, part);
}

void generating_has(struct generating *g, const char *want)
{
    test_dump_has(&g->doc, want);
}

void generating_has_no(struct generating *g, const char *unwanted)
{
    test_dump_has_no(&g->doc, unwanted);
}
