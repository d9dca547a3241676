/* A CSV file. The first line is the id of its kind; an unknown one is any. */
#include "input/csv/csv_in.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct templates *templates = fuzz_templates();
    struct str rest = {(const char *)data, size};
    const struct kind *kind = templates_kind(templates, fuzz_cut_line(&rest));
    const struct table_options options = {
        .kind = kind != NULL ? kind : templates->kinds[0],
        .wording = templates->items[0]->wording,
        .list_series = templates->items[0]->list_series,
    };
    const struct table *table = NULL;
    struct source *source;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, "data.csv", SOURCE_CSV, rest);
    if (source != NULL) {
        st = csv_in(&f.arena, source, &options, &f.findings, &table);
        FUZZ_MUST(st != ST_OK || table != NULL);
    }
    fuzz_end(&f, st);
    return 0;
}
