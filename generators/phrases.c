#include "generators/phrases.h"

struct str phrase_fill(const struct generator_in *in, struct doc *d,
                       enum phrase phrase,
                       const struct placeholder *placeholders,
                       size_t nplaceholders)
{
    return wording_fill(d->arena, in->wording->phrases[phrase], placeholders,
                        nplaceholders);
}

struct str phrase_join(const struct generator_in *in, struct doc *d,
                       const struct str *items, size_t nitems,
                       enum phrase between, enum phrase last)
{
    const struct str *phrases = in->wording->phrases;
    struct buf text;

    buf_init(&text, d->arena->limit);
    for (size_t i = 0; i < nitems; i++) {
        if (i > 0)
            buf_str(&text, phrases[i + 1 < nitems ? between : last]);
        buf_str(&text, items[i]);
    }
    return arena_take(d->arena, &text);
}

struct str inside_sentence(struct str text)
{
    const size_t n = text.len;
    const char last = n > 1 ? text.ptr[n - 1] : ' ';

    return last == ':' || (last == '.' && text.ptr[n - 2] != '.')
               ? str_to(text, n - 1)
               : text;
}
