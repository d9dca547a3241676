/* An expression, and text with expressions, about a report with data. */
#include "figures/expression.h"
#include "figures/figures.h"
#include "input/report/report_in.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

/* The report that FUZZ_REPORT names, with its figures. */
static const struct figures *figures_known(void)
{
    static struct arena arena;
    static struct report report;
    static struct figures figures;
    const struct template *template_used = NULL;
    const char *folder = getenv("FUZZ_REPORT");
    struct findings findings;

    if (figures.report != NULL)
        return &figures;
    FUZZ_MUST(folder != NULL);
    arena_init(&arena, FUZZ_MEMORY);
    findings_init(&findings, &arena);
    FUZZ_MUST(report_in(&arena, folder, "report", fuzz_templates(), NULL, 0,
                        &findings, &report, &template_used) == ST_OK);
    FUZZ_MUST(figures_compute(&arena, &report, template_used, &findings,
                              &figures) == ST_OK);
    return &figures;
}

static void evaluate(struct fuzz *f, const struct figures *figures,
                     struct str text, struct place at)
{
    const struct data *data = figures->report->data;
    const struct scope scopes[] = {
        {.figures = figures, .audience = AUDIENCE_PUBLIC},
        {.figures = figures,
         .table = data->table,
         .audience = AUDIENCE_INTERNAL},
    };
    struct expanded_fault *faults;

    for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++) {
        const struct figure figure =
            expression_value(&f->arena, text, at, &scopes[i], &f->findings);

        (void)figure_text(&f->arena, figures->template_used->wording, &figure);
        (void)expression_true(&f->arena, text, at, &scopes[i], &f->findings);
        (void)expression_expand(&f->arena, text, at, &scopes[i], &f->findings,
                                &faults);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct figures *figures = figures_known();
    const struct source *source;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, "text.txt", SOURCE_TEXT,
                         (struct str){(const char *)data, size});
    if (source != NULL) {
        evaluate(&f, figures, source->text, (struct place){source, 1, 1});
        st = arena_status(&f.arena);
    }
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
