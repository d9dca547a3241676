#include "figures/acknowledge.h"

void acknowledgements_init(struct acknowledgements *a, struct arena *arena,
                           const struct report *report)
{
    *a = (struct acknowledgements){.list = report->acknowledgements};
    number_map_init(&a->first, arena);
    a->next = arena_alloc(arena, report->nacknowledgements, sizeof(*a->next));
    a->met = arena_alloc(arena, report->nacknowledgements, sizeof(*a->met));
    if (a->next == NULL || a->met == NULL ||
        report->nacknowledgements >= UINT32_MAX)
        return;
    a->count = report->nacknowledgements;
    for (size_t i = 0; i < a->count; i++) {
        const uint64_t number = place_number(a->list[i].cell);

        a->next[i] = number_map_get(&a->first, number);
        number_map_set(&a->first, number, (uint32_t)i + 1);
    }
}

/* Several data may be read from one file, and have its faults in common. */
static bool is_same_file(const struct source *x, const struct source *y)
{
    if (x == y)
        return true;
    if (x == NULL || y == NULL || !str_eq(str_of(x->name), str_of(y->name)))
        return false;
    return (x->sheet == NULL) == (y->sheet == NULL) &&
           (x->sheet == NULL || str_eq(str_of(x->sheet), str_of(y->sheet)));
}

/* The first of the list, from FROM backwards, that is of fault CODE of a cell;
   SIZE_MAX: none. */
static size_t first_of_cell(const struct acknowledgements *a, uint32_t from,
                            enum finding_id code, const struct source *source)
{
    size_t found = SIZE_MAX;

    for (uint32_t i = from; i != 0; i = a->next[i - 1]) {
        const struct acknowledgement *x = &a->list[i - 1];

        if (x->code == code && is_same_file(x->cell.source, source))
            found = i - 1;
    }
    return found;
}

const struct acknowledgement *acknowledged(struct acknowledgements *a,
                                           enum finding_id code,
                                           struct place cell)
{
    const size_t found = first_of_cell(
        a, number_map_get(&a->first, place_number(cell)), code, cell.source);

    if (found == SIZE_MAX)
        return NULL;
    a->met[found] = true;
    return &a->list[found];
}

void acknowledgements_left(const struct acknowledgements *a,
                           struct findings *findings)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct acknowledgement *x = &a->list[i];

        if (a->met[i])
            continue;
        if (first_of_cell(a, a->next[i], x->code, x->cell.source) != SIZE_MAX)
            finding(findings, FINDING_ACKNOWLEDGED_AWAY, x->at,
                    "the fault `%s` of this cell is acknowledged above, too",
                    finding_code(x->code));
        else
            finding(findings, FINDING_ACKNOWLEDGED_AWAY, x->at,
                    "the fault `%s` that is acknowledged here is not there",
                    finding_code(x->code));
    }
}
