#include "tests/fuzz/look.h"
#include "input/survey/survey.h"

#define KINDS_MAX 256

static size_t list_kinds(const struct kind *kinds[KINDS_MAX])
{
    size_t count = 0;
    size_t n = 0;
    const struct library_unit *const *units =
        library_units(fuzz_library(), &count);

    for (size_t i = 0; i < count && n < KINDS_MAX; i++) {
        if (units[i]->part == LIBRARY_KINDS && units[i]->status == ST_OK)
            kinds[n++] = units[i]->made;
    }
    FUZZ_MUST(n > 0);
    return n;
}

const struct kind *fuzz_kind(struct str id)
{
    const struct library_unit *unit =
        library_unit(fuzz_library(), LIBRARY_KINDS, id);
    const struct kind *kinds[KINDS_MAX];

    (void)list_kinds(kinds);
    return unit == NULL || unit->status != ST_OK ? kinds[0] : unit->made;
}

void fuzz_look(const char *name, enum source_kind kind, struct str bytes)
{
    const struct kind *kinds[KINDS_MAX];
    const struct survey_request request = {
        .wording = fuzz_template()->wording,
        .kinds = kinds,
        .nkinds = list_kinds(kinds),
    };
    struct survey survey;
    struct source *source;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, name, kind, bytes);
    if (source != NULL)
        st = survey_file(&f.arena, source, &request, &f.findings, &survey);
    if (st == ST_OK && arena_status(&f.arena) != ST_OK)
        st = arena_status(&f.arena);
    fuzz_end(&f, st);
}
