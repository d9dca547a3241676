#include "input/report/report_parts.h"
#include "input/file/file_in.h"

#include <string.h>

struct source *report_file(struct report_reading *r, const char *name,
                           enum source_kind kind, struct place at)
{
    struct source *const *sources = r->sources.items;
    struct source *source;
    struct source **kept;
    enum status st;

    for (size_t i = 0; i < r->sources.count; i++) {
        if (sources[i]->kind == kind && strcmp(sources[i]->name, name) == 0)
            return sources[i];
    }
    st = file_in(r->xml.arena, r->folder, name, true, kind, at, r->xml.findings,
                 &source);
    r->status = status_worst(r->status, st);
    kept = st == ST_OK ? list_add(&r->sources) : NULL;
    if (kept == NULL)
        return NULL;
    *kept = source;
    return source;
}

const struct report_override *report_overridden(struct report_reading *r,
                                                const char *name,
                                                const char *attribute)
{
    const struct report_override *found = NULL;

    for (size_t i = 0; i < r->noverrides; i++) {
        struct str rest = r->overrides[i].given->name;
        const struct str head = attribute == NULL ? rest : str_cut(&rest, '.');

        if (!str_is(head, name) ||
            (attribute != NULL && !str_is(rest, attribute)))
            continue;
        r->overrides[i].used = true;
        found = &r->overrides[i]; /* the last one given holds */
    }
    return found;
}

struct date report_date(const struct report_reading *r, struct str text,
                        bool month, struct place at)
{
    static const struct kind_column kind = {.type = TYPE_DATE};
    struct cell_column column = {.kind = &kind};
    struct date first = {0};
    struct cell cell;

    if (month) {
        const struct str day =
            arena_printf(r->xml.arena, "1 %.*s", STR_ARG(text));

        if (date_read(day, &r->wording->calendar, &first) == DATE_OK)
            return first;
    }
    cell_read(&r->cells, &column, text, at, &cell);
    cell_column_end(&r->cells, &column);
    return cell.state == CELL_VALUE ? cell.value.date : (struct date){0};
}

void report_offer(struct list *names, const char *name)
{
    struct str *place = name == NULL ? NULL : list_add(names);

    if (place != NULL)
        *place = str_of(name);
}
