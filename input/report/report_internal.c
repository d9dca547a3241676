#include "input/report/report_parts.h"

#include "core/base/file.h"

#include <string.h>

/* Whether both were read from one file, by whatever name or link. A copy of it
   is another: who made it may have taken out what is not for all. */
static bool is_one_file(const struct source *a, const struct source *b)
{
    if (a == b)
        return true;
    if (a->path == NULL || b->path == NULL)
        return false;
    return strcmp(a->path, b->path) == 0 || file_is_same(a->path, b->path);
}

/* Rows of report.xml are of their own data alone; of a workbook a sheet is. */
static bool is_one_source(const struct report_reading *r,
                          const struct source *a, const struct source *b)
{
    return a != r->made->source && b != r->made->source &&
           str_eq(str_of(a->sheet), str_of(b->sheet)) && is_one_file(a, b);
}

/* What a file holds is internal wherever it is read. */
static bool is_internal_as(const struct report_reading *r,
                           const struct data *open, const struct data *internal)
{
    const struct table *a = open->table;
    const struct table *b = internal->table;

    if (b == NULL || internal->id == NULL ||
        internal->audience != AUDIENCE_INTERNAL)
        return false;
    for (size_t i = 0; i < table_count_sources(a); i++) {
        for (size_t k = 0; k < table_count_sources(b); k++) {
            if (is_one_source(r, table_source(a, i), table_source(b, k)))
                return true;
        }
    }
    return false;
}

void report_refuse_internal_files(const struct report_reading *r)
{
    const struct report *made = r->made;

    for (size_t i = 0; i < made->ndata; i++) {
        const struct data *open = &made->data[i];
        size_t k = 0;

        if (open->table == NULL || open->id == NULL ||
            open->audience == AUDIENCE_INTERNAL)
            continue; /* or there is a finding */
        while (k < made->ndata && !is_internal_as(r, open, &made->data[k]))
            k++;
        if (k == made->ndata)
            continue;
        finding(r->xml.findings, FINDING_EXEMPT, open->at,
                "the data `%s` is published, and %s is internal as `%s`",
                open->id, open->file, made->data[k].id);
        finding_hint(r->xml.findings,
                     "say copy=\"internal\" here, too; what of it may be "
                     "published goes into a file of its own");
    }
}

void report_refuse_internal_before(const struct report_reading *r,
                                   const struct data *now,
                                   const struct data *old)
{
    const struct report *made = r->made;
    const struct data *internal;
    size_t i = 0;

    if (now->audience == AUDIENCE_INTERNAL || old->table == NULL)
        return;
    while (i < made->ndata && !is_internal_as(r, old, &made->data[i]))
        i++;
    if (i == made->ndata)
        return;
    internal = &made->data[i];
    finding(r->xml.findings, FINDING_PREVIOUS, now->at,
            "the data `%s` is published, and its period before is %s, which is "
            "internal as `%s`",
            now->id, old->file, internal->id);
    finding_hint(r->xml.findings, "make both internal, or both published");
}
