#include "cmd/sample_fields.h"
#include "cmd/sample_table.h"
#include "core/base/ascii.h"
#include "figures/figures.h"

#define TEXT_MAX_BYTES 4096

struct str sample_field_text(struct arena *arena, const struct template *t,
                             const struct template_field *f)
{
    const struct str name = template_sample_words(f->label, f->id);
    struct str said = name;
    struct buf text;

    if (f->sample.len > 0)
        return f->sample;
    if (f->type == FIELD_CHOICE)
        return f->answers->choices[0];
    if (f->type == FIELD_LIST)
        return template_sample_list(arena, name);
    buf_init(&text, TEXT_MAX_BYTES);
    if (f->type == FIELD_DATE)
        sample_date(t->wording, 1, 12, &text);
    else if (f->type == FIELD_MONTH)
        sample_month(t->wording, 11, &text);
    if (text.len > 0)
        said = arena_str(arena, buf_view(&text));
    if (buf_status(&text) != ST_OK)
        arena_fail(arena, buf_status(&text));
    buf_free(&text);
    return said;
}

/* Whether ID stands in TEXT, and is no part of a longer name there. */
static bool names(struct str text, const char *id)
{
    const struct str name = str_of(id == NULL ? "" : id);
    size_t at = 0;

    while (name.len > 0 && at < text.len) {
        const size_t end = at + str_find(str_from(text, at), name) + name.len;

        if (end > text.len)
            return false;
        at = end - name.len;
        if ((at == 0 || !is_name_byte(text.ptr[at - 1])) &&
            (end == text.len || !is_name_byte(text.ptr[end])))
            return true;
        at++;
    }
    return false;
}

/* Whether TEXT may rest on what only a report tells: data, or a field of which
   that is UNKNOWN. */
static bool rests_on_more(const struct template *t, struct str text,
                          const bool *unknown)
{
    bool more = false;

    for (size_t i = 0; i < t->ndata; i++)
        more = more || names(text, t->data[i].id);
    for (size_t i = 0; i < t->nviews; i++)
        more = more || names(text, t->views[i].id);
    for (size_t i = 0; i < t->nfields; i++)
        more = more || (unknown[i] && names(text, t->fields[i].id));
    return more;
}

/* Fields that a sample does not settle: months, and those that rest on more,
   which may be other fields. NULL when there is no memory. */
static const bool *find_unknown(struct arena *arena, const struct template *t)
{
    bool *unknown = arena_alloc(arena, t->nfields, sizeof(*unknown));
    bool more = unknown != NULL;

    for (size_t i = 0; unknown != NULL && i < t->nfields; i++)
        unknown[i] = t->fields[i].type == FIELD_MONTH;
    while (more) {
        more = false;
        for (size_t i = 0; i < t->nfields; i++) {
            const struct template_field *f = &t->fields[i];

            if (unknown[i] || (!rests_on_more(t, f->when, unknown) &&
                               !rests_on_more(t, f->value, unknown)))
                continue;
            unknown[i] = more = true;
        }
    }
    return unknown;
}

/* Those that a sample gives: of what the template says by itself none. */
static void give_sample_fields(struct arena *arena, const struct template *t,
                               struct report *r)
{
    struct field *fields = arena_alloc(arena, t->nfields, sizeof(*fields));

    for (size_t i = 0; fields != NULL && i < t->nfields; i++) {
        const struct template_field *f = &t->fields[i];
        struct field *given = &fields[r->nfields];

        if (f->id == NULL || f->value.len > 0 ||
            (f->when.len > 0 && f->required == REQUIRED_NO))
            continue;
        *given = (struct field){
            .id = f->id, .text = sample_field_text(arena, t, f), .at = f->at};
        if (f->type == FIELD_DATE)
            (void)date_read(given->text, &t->wording->calendar, &given->date);
        r->nfields++;
    }
    r->fields = fields;
}

const bool *sample_fields_left_out(struct arena *arena,
                                   const struct template *t)
{
    bool *left_out = arena_alloc(arena, t->nfields, sizeof(*left_out));
    const bool *unknown = find_unknown(arena, t);
    struct report sample = {.template_used = t};
    struct findings unheard;
    struct figures figures;

    findings_init_unheard(&unheard, arena);
    give_sample_fields(arena, t, &sample);
    if (arena_status(arena) != ST_OK ||
        figures_compute(arena, &sample, t, &unheard, &figures) != ST_OK)
        return NULL;
    for (size_t i = 0; i < t->nfields; i++) {
        const struct template_field *f = &t->fields[i];

        left_out[i] = f->when.len > 0 && !rests_on_more(t, f->when, unknown) &&
                      report_field(figures.report, str_of(f->id)) == NULL;
    }
    return left_out;
}
