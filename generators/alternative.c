#include "generators/alternative.h"
#include "core/base/utf8.h"
#include "generators/generator_tools.h"

bool alternative_is_long(const struct generator_in *in, struct str text,
                         enum phrase brief)
{
    return in->wording->phrases[brief].len > 0 &&
           utf8_count(text) > ALTERNATIVE_MAX;
}

struct str alternative_with_table(const struct generator_in *in, struct doc *d,
                                  struct str text)
{
    const struct str table = in->wording->phrases[PHRASE_ALT_TABLE];

    if (table.len == 0 || !generate_asked(in, "table"))
        return text;
    return arena_printf(d->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(table));
}
