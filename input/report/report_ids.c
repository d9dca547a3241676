#include "core/model/reserved_name.h"
#include "input/report/report_parts.h"

#include <stdlib.h>

/* Something with an id. */
struct named {
    const char *id;
    struct place at;
};

static void note(struct list *all, const char *id, struct place at)
{
    struct named *n = id == NULL ? NULL : list_add(all);

    if (n != NULL)
        *n = (struct named){id, at};
}

static int compare(const void *a, const void *b)
{
    const struct named *x = a;
    const struct named *y = b;
    const int c = str_cmp(str_of(x->id), str_of(y->id));

    return c != 0 ? c : place_compare(x->at, y->at);
}

/* One finding for each after the first of the same id. */
static void compare_all(const struct report_reading *r, struct list *all)
{
    struct named *items = all->items;
    size_t first = 0;

    if (all->count == 0 || arena_status(r->xml.arena) != ST_OK)
        return;
    qsort(items, all->count, sizeof(*items), compare);
    for (size_t i = 1; i < all->count; i++) {
        const struct place at = items[first].at;

        if (!str_eq(str_of(items[i].id), str_of(items[first].id))) {
            first = i;
            continue;
        }
        finding(r->xml.findings, FINDING_DUPLICATE_ID, items[i].at,
                "the id `%s` is given twice, first at %s:%u:%u", items[i].id,
                at.source == NULL ? "" : at.source->name, (unsigned)at.line,
                (unsigned)at.column);
    }
}

static void note_prose(struct list *all, const struct doc_node *prose)
{
    struct doc_walk w = doc_walk(prose);

    while (prose != NULL && doc_walk_next(&w)) {
        if (w.entering && w.node->kind != DOC_NOTE)
            note(all, w.node->id, w.node->at);
    }
}

static void note_sections(struct list *all, const struct report_section *s,
                          size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *id = s[i].id;

        if (id != NULL && s[i].row.len > 0)
            id =
                arena_printf(all->arena, "%s[%.*s]", id, STR_ARG(s[i].row)).ptr;
        note(all, id, s[i].at);
        note_prose(all, s[i].prose);
    }
}

static void note_papers(struct list *all, const struct paper *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        note(all, p[i].id, p[i].at);
        note_prose(all, p[i].prose);
    }
}

/* What a reference can lead to. */
static void check_targets(const struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct named));
    const struct report *made = r->made;

    note_sections(&all, made->sections, made->nsections);
    for (size_t i = 0; i < made->nparts; i++) {
        note(&all, made->parts[i].id, made->parts[i].at);
        note_sections(&all, made->parts[i].sections, made->parts[i].nsections);
    }
    for (size_t i = 0; i < made->nrecommendations; i++) {
        note(&all, made->recommendations[i].id, made->recommendations[i].at);
        note_prose(&all, made->recommendations[i].prose);
        note_prose(&all, made->recommendations[i].reason);
    }
    note_papers(&all, made->appendices, made->nappendices);
    note_papers(&all, made->papers, made->npapers);
    compare_all(r, &all);
}

static void refuse_reserved(const struct report_reading *r,
                            const struct list *all)
{
    const struct named *items = all->items;

    for (size_t i = 0; i < all->count; i++)
        reserved_name_refuse(items[i].id, items[i].at, r->xml.findings);
}

/* What an expression can begin with. */
static void check_names(const struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct named));
    const struct report *made = r->made;

    for (size_t i = 0; i < made->nfields; i++)
        note(&all, made->fields[i].id, made->fields[i].at);
    for (size_t i = 0; i < made->ndata; i++)
        note(&all, made->data[i].id, made->data[i].at);
    for (size_t i = 0; i < made->nviews; i++)
        note(&all, made->views[i].id, made->views[i].at);
    for (size_t i = 0; i < made->nvalues; i++)
        note(&all, made->values[i].id, made->values[i].at);
    refuse_reserved(r, &all);
    compare_all(r, &all);
}

void report_check_ids(struct report_reading *r)
{
    check_targets(r);
    check_names(r);
}
