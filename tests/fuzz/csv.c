/* A CSV file. The first line is the id of its kind; an unknown one is any. */
#include "input/csv/csv_in.h"
#include "tests/fuzz/look.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str rest = {(const char *)data, size};
    const struct template *t = fuzz_template();
    const struct table_options options = {
        .kind = fuzz_kind(fuzz_cut_line(&rest)),
        .wording = t->wording,
        .list_series = t->list_series,
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
    fuzz_look("data.csv", SOURCE_CSV, rest);
    return 0;
}
