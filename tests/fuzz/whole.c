/*
 * A report folder, all its files in one input (fuzz.h), the whole way to
 * every format in memory.
 */
#include "batch/house_resources.h"
#include "core/access/accessibility.h"
#include "core/doc/doc.h"
#include "figures/figures.h"
#include "generators/generate.h"
#include "input/report/report_in.h"
#include "output/layout/layout_make.h"
#include "output/writer/writer.h"
#include "tests/fuzz/fuzz.h"

#include <libxml/parser.h>

#define SHAPED_MAX ((size_t)16 * 1024 * 1024)

static struct house_resources *resources_of(const struct house *house)
{
    static struct house_resources_list opened;
    static struct arena arena;
    struct findings findings;

    if (opened.arena == NULL) {
        arena_init(&arena, FUZZ_MEMORY);
        findings_init(&findings, &arena);
        FUZZ_MUST(house_resources_open(&arena, &findings, &opened) == ST_OK);
    }
    FUZZ_MUST(house_resources_add(&opened, house) == ST_OK);
    return house_resources_of(&opened, house);
}

/* Well-formed XML. */
static void check_html(struct str html)
{
    xmlDoc *doc = xmlReadMemory(html.ptr, (int)html.len, "out.html", NULL,
                                XML_PARSE_NONET | XML_PARSE_HUGE);

    FUZZ_MUST(doc != NULL);
    xmlFreeDoc(doc);
}

/* It begins and ends as one. */
static void check_pdf(struct str pdf)
{
    FUZZ_MUST(str_starts(pdf, STR_LIT("%PDF-1.7")));
    FUZZ_MUST(str_ends(str_trim(pdf), STR_LIT("%%EOF")));
}

static const struct {
    const char *name;
    void (*check)(struct str bytes);
} checks[] = {{"html", check_html}, {"pdf", check_pdf}};

static void check_output(const struct writer *writer, struct str bytes)
{
    FUZZ_MUST(bytes.len > 0);
    for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
        if (str_is(str_of(writer->name), checks[i].name))
            checks[i].check(bytes);
    }
}

static enum status write_output(const struct writer *writer,
                                const struct writer_in *in)
{
    struct buf out;
    enum status st;

    buf_init(&out, FUZZ_MEMORY);
    st = writer->write(in, &out);
    if (st == ST_OK)
        check_output(writer, buf_view(&out));
    buf_free(&out);
    return st;
}

static enum status write_outputs(struct fuzz *f, const struct doc *d,
                                 struct house_resources *house)
{
    struct arena pages;
    struct layout layout;
    const struct writer_in in = {
        .doc = d,
        .layout = &layout,
        .shaper = house->shaper,
        .pdf_cache = house->pdf_cache,
    };
    enum status st;

    arena_init(&pages, FUZZ_MEMORY);
    st = layout_make(d, house->shaper, &pages, &f->findings, &layout);
    for (size_t i = 0; i < writer_count && st == ST_OK; i++) {
        if (!findings_stop(&f->findings))
            st = write_output(&writers[i], &in);
    }
    FUZZ_MUST(shaper_status(house->shaper) == ST_OK);
    shaper_trim(house->shaper, SHAPED_MAX);
    arena_free(&pages);
    return st;
}

/* Stops where the program itself would. */
static enum status make(struct fuzz *f)
{
    const struct template *t = NULL;
    struct accessibility seen;
    struct report report;
    struct figures figures;
    struct doc doc;
    enum status st;
    enum status next;

    doc_init(&doc, &f->arena);
    st = report_in(&f->arena, FUZZ_FOLDER, "report", fuzz_templates(), NULL, 0,
                   &f->findings, &report, &t);
    if (st > ST_DATA || t == NULL)
        return st;
    st = status_worst(
        st, figures_compute(&f->arena, &report, t, &f->findings, &figures));
    if (st <= ST_DATA)
        st = status_worst(st,
                          generate_report(&report, &figures, t, AUDIENCE_PUBLIC,
                                          &f->findings, &doc));
    if (st > ST_DATA)
        return st;
    next = doc_check(&doc, &f->findings);
    if (next <= ST_DATA)
        accessibility_look(&doc, &f->findings, &seen);
    if (next == ST_OK)
        next = write_outputs(f, &doc, resources_of(t->house));
    return status_worst(st, next);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f;
    enum status st;

    (void)fuzz_library();
    fuzz_begin(&f);
    fuzz_files((struct str){(const char *)data, size});
    st = make(&f);
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
