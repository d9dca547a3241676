/* Prose in CommonMark. */
#include "core/doc/doc.h"
#include "input/prose/prose_in.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct template *t = fuzz_template();
    const struct prose_options options = {
        .template_used = t,
        .list_series = t->list_series,
        .ordered_series = t->ordered_series,
        .wording = t->wording,
    };
    const struct source *source;
    const struct doc_node *prose;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, "text.md", SOURCE_TEXT,
                         (struct str){(const char *)data, size});
    if (source != NULL) {
        prose = prose_from_markdown(&f.arena, source->text,
                                    (struct place){source, 1, 1}, &options,
                                    &f.findings);
        st = arena_status(&f.arena);
        FUZZ_MUST(prose != NULL || st != ST_OK);
    }
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
