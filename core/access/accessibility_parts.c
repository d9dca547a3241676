#include "core/access/accessibility_parts.h"

void accessibility_count(struct accessibility_check *r,
                         enum accessibility_kind kind, struct place at)
{
    struct accessibility_seen *seen = &r->seen->seen[kind];

    if (seen->count < ACCESSIBILITY_PLACES)
        seen->places[seen->count] = at;
    seen->count++;
}

const struct accessibility_name *
accessibility_name(struct accessibility_check *r,
                   struct accessibility_names *names, struct str words,
                   uint64_t under, const char *target)
{
    struct accessibility_name **bucket =
        &names->buckets[str_word_hash(words, under) &
                        (ACCESSIBILITY_BUCKETS - 1)];
    struct accessibility_name *n;

    for (n = *bucket; n != NULL; n = n->next) {
        if (n->under == under && str_same_word(n->words, words))
            return n;
    }
    n = arena_alloc(r->d->arena, 1, sizeof(*n));
    if (n == NULL)
        return NULL;
    *n = (struct accessibility_name){arena_str(r->d->arena, words), under,
                                     target, *bucket};
    *bucket = n;
    return NULL;
}
