#include "figures/of_fields.h"

static bool is_left_out(const struct field *f, const struct figures *of)
{
    return f->id != NULL && f->at.source == of->report->source &&
           report_field(of->report, str_of(f->id)) == NULL;
}

static void look_for_required(const struct report *r,
                              const struct template_field *declared,
                              const struct template_field *other,
                              struct findings *findings)
{
    if (declared == NULL || other == NULL ||
        declared->required == REQUIRED_NO || declared->when.len > 0 ||
        declared->value.len > 0)
        return;
    finding(findings, FINDING_MISSING, (struct place){r->source, 1, 1},
            "the header field `%s` is required, and the report that this one "
            "belongs to leaves it out: its condition `%.*s` is not true",
            declared->id, STR_ARG(other->when));
    finding_hint(findings, "add <field id=\"%s\"> to the header", declared->id);
}

void of_fields_leave_out(struct arena *arena, struct report *r,
                         const struct template *t, const struct figures *of,
                         struct findings *findings)
{
    struct field *kept = arena_alloc(arena, r->nfields, sizeof(*kept));
    size_t n = 0;

    for (size_t i = 0; kept != NULL && i < r->nfields; i++) {
        const struct str id = str_of(r->fields[i].id);

        if (is_left_out(&r->fields[i], of))
            look_for_required(r, template_field(t, id),
                              template_field(of->template_used, id), findings);
        else
            kept[n++] = r->fields[i];
    }
    if (kept == NULL)
        return;
    r->fields = kept;
    r->nfields = n;
}
