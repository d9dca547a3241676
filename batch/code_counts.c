#include "batch/code_counts.h"
#include "core/base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 9 /* of a number that no sum of them can outgrow */

void code_counts_write(const struct findings *findings, struct buf *out)
{
    size_t counts[FINDING_MAX] = {0};

    for (const struct finding *f = findings->first; f != NULL; f = f->next)
        counts[f->id] += f->level == LEVEL_ERROR || f->level == LEVEL_WARNING;
    for (int i = 0; i < FINDING_MAX; i++) {
        if (counts[i] > 0)
            buf_printf(out, "%s %zu\n", finding_code((enum finding_id)i),
                       counts[i]);
    }
}

/* 0 when it is none. */
static uint64_t number_of(struct str digits)
{
    uint64_t n = 0;

    if (digits.len > DIGITS_MAX)
        return 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!is_digit(digits.ptr[i]))
            return 0;
        n = n * 10 + (uint64_t)(digits.ptr[i] - '0');
    }
    return n;
}

void code_counts_add(struct code_counts *counts, struct str text)
{
    while (text.len > 0) {
        struct str line = str_cut(&text, '\n');
        const enum finding_id id = finding_of_code(str_cut(&line, ' '));
        const uint64_t n = number_of(line);

        if (id == FINDING_MAX || n == 0)
            continue;
        counts->items[id].id = id;
        counts->items[id].findings += n;
        counts->items[id].reports++;
    }
}

static int by_weight(const void *a, const void *b)
{
    const struct code_count *x = a;
    const struct code_count *y = b;
    const enum finding_level first = finding_level(x->id);
    const enum finding_level second = finding_level(y->id);

    if (first != second)
        return first > second ? -1 : 1;
    if (x->reports != y->reports)
        return x->reports > y->reports ? -1 : 1;
    return strcmp(finding_code(x->id), finding_code(y->id));
}

size_t code_counts_order(const struct code_counts *counts,
                         struct code_count order[FINDING_MAX])
{
    size_t n = 0;

    for (size_t i = 0; i < FINDING_MAX; i++) {
        if (counts->items[i].findings > 0)
            order[n++] = counts->items[i];
    }
    qsort(order, n, sizeof(*order), by_weight);
    return n;
}
