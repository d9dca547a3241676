#include "core/model/cell_typed.h"
#include "core/base/ascii.h"

/* Where the sign of a negative stands, before its digits; all of S. *LEN is
   that of the sign. */
static size_t find_minus(struct str s, size_t *len)
{
    static const struct str signs[] = {STR_INIT("-"), STR_INIT("\xE2\x88\x92"),
                                       STR_INIT("\xE2\x80\x93")};

    for (size_t i = 0; i < s.len && !is_digit(s.ptr[i]); i++) {
        for (size_t k = 0; k < sizeof(signs) / sizeof(signs[0]); k++) {
            *len = signs[k].len;
            if (str_starts(str_from(s, i), signs[k]))
                return i;
        }
    }
    *len = 0;
    return s.len;
}

/* `(3.1%)` without its brackets. */
static struct str without_brackets(struct str s)
{
    return str_starts(s, STR_LIT("(")) && str_ends(s, STR_LIT(")"))
               ? str_from(str_to(s, s.len - 1), 1)
               : s;
}

struct str cell_typed_figure(struct arena *a, const struct wording *w,
                             const struct cell *c)
{
    struct str typed = cell_as_typed(c);
    struct placeholder amount = {"amount", {NULL, 0}};
    size_t len;
    const size_t at = find_minus(typed, &len);

    if (at == typed.len)
        return typed;
    amount.value = arena_printf(a, "%.*s%.*s", STR_ARG(str_to(typed, at)),
                                STR_ARG(str_trim(str_from(typed, at + len))));
    return c->value.coefficient < 0
               ? wording_fill(a, w->minus_pattern, &amount, 1)
               : amount.value;
}

struct str cell_typed_words(struct arena *a, const struct wording *w,
                            const struct cell *c)
{
    struct placeholder amount = {"amount", without_brackets(cell_as_typed(c))};

    if (c->value.coefficient >= 0)
        return cell_as_typed(c);
    return amount.value.len < c->len
               ? wording_fill(a, w->minus_pattern, &amount, 1)
               : cell_typed_figure(a, w, c);
}
