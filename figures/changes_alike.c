#include "core/base/ascii.h"
#include "figures/changes.h"

#define NAMES_MAX 100 /* of rows that are gone: beyond it, none is compared */
#define NAME_LENGTH_MIN 5 /* shorter ones are near by chance */

/* The next digit of *S, which is cut behind it; 0: it has none. */
static char next_digit(struct str *s)
{
    while (s->len > 0) {
        const char c = s->ptr[0];

        *s = str_from(*s, 1);
        if (is_digit(c))
            return c;
    }
    return 0;
}

/* `Phase 1` and `Phase 2` are two things, however near. */
static bool same_digits(struct str a, struct str b)
{
    char c;

    do {
        c = next_digit(&a);
        if (c != next_digit(&b))
            return false;
    } while (c != 0);
    return true;
}

const struct change *changes_respelt(const struct list *changes,
                                     const struct change *change)
{
    const struct change *all = changes->items;
    const struct change *gone[NAMES_MAX];
    struct str names[NAMES_MAX];
    size_t n = 0;
    int near;

    if (change->kind != CHANGE_NEW || change->name.len < NAME_LENGTH_MIN)
        return NULL;
    for (size_t i = 0; i < changes->count; i++) {
        if (all[i].kind != CHANGE_GONE ||
            !same_digits(all[i].name, change->name))
            continue;
        if (n == NAMES_MAX)
            return NULL;
        gone[n] = &all[i];
        names[n++] = all[i].name;
    }
    near = n == 0 ? -1 : str_nearest(change->name, names, n);
    return near < 0 ? NULL : gone[near];
}
