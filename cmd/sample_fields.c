#include "cmd/sample_fields.h"
#include "cmd/sample_table.h"
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

static bool names(struct str condition, const char *id)
{
    return id != NULL && str_find(condition, str_of(id)) < condition.len;
}

/* Whether F's condition may rest on what only a report tells. */
static bool rests_on_more(const struct template *t,
                          const struct template_field *f)
{
    bool more = false;

    for (size_t i = 0; i < t->ndata; i++)
        more = more || names(f->when, t->data[i].id);
    for (size_t i = 0; i < t->nviews; i++)
        more = more || names(f->when, t->views[i].id);
    for (size_t i = 0; i < t->nfields; i++)
        more = more || (t->fields[i].type == FIELD_MONTH &&
                        names(f->when, t->fields[i].id));
    return more;
}

/* Those that a sample gives: of what the template says by itself none. */
static void give_fields(struct arena *arena, const struct template *t,
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
    struct report sample = {.template_used = t};
    struct findings unheard;
    struct figures figures;

    findings_init_unheard(&unheard, arena);
    give_fields(arena, t, &sample);
    if (arena_status(arena) != ST_OK ||
        figures_compute(arena, &sample, t, &unheard, &figures) != ST_OK)
        return NULL;
    for (size_t i = 0; i < t->nfields; i++) {
        const struct template_field *f = &t->fields[i];

        left_out[i] = f->when.len > 0 && !rests_on_more(t, f) &&
                      report_field(figures.report, str_of(f->id)) == NULL;
    }
    return left_out;
}
