#include "figures/field_texts.h"
#include "figures/expression.h"

#include <string.h>

/* What a field says where a report does not. A header that prints no more than
   it says has the name of the house's council there. */
static struct str value_of(const struct template *t,
                           const struct template_field *field)
{
    if (field->value.len == 0 && field->role == FIELD_ROLE_COUNCIL &&
        t->header_has_body)
        return t->house->council;
    return field->value;
}

static bool has_conditions(const struct template *t)
{
    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].when.len > 0)
            return true;
    }
    return false;
}

/* Gives F a report whose fields may be left out. */
static void own_fields(struct figures *f)
{
    const struct report *given = f->report;
    struct report *report = arena_alloc(f->arena, 1, sizeof(*report));
    struct field *fields =
        arena_alloc(f->arena, given->nfields, sizeof(*fields));

    if (report == NULL || fields == NULL || given->nfields == 0)
        return;
    memcpy(fields, given->fields, given->nfields * sizeof(*fields));
    *report = *given;
    report->fields = fields;
    f->report = report;
    f->fields = fields;
}

static struct field *own_field(const struct figures *f, const char *id)
{
    for (size_t i = 0; f->fields != NULL && i < f->report->nfields; i++) {
        if (f->fields[i].id != NULL && str_is(str_of(id), f->fields[i].id))
            return &f->fields[i];
    }
    return NULL;
}

static void look_at_left_out(const struct figures *f,
                             const struct template_field *asked,
                             const struct field *given,
                             struct findings *findings)
{
    if (given == NULL || given->text.len == 0 ||
        given->at.source != f->report->source)
        return;
    finding(findings, FINDING_NOT_USED, given->at,
            "the header field `%s` is not used: its condition `%.*s` in the "
            "template is not true",
            asked->id, STR_ARG(asked->when));
    finding_hint(findings, "remove it, or give what its condition asks for");
}

static void look_for_required(const struct figures *f,
                              const struct template_field *asked,
                              const struct field *given,
                              struct findings *findings)
{
    if (asked->required == REQUIRED_NO || asked->value.len > 0 ||
        (given != NULL && given->text.len > 0) || f->report->of_lost)
        return;
    finding(findings, FINDING_MISSING,
            given != NULL ? given->at : (struct place){f->report->source, 1, 1},
            "the header field `%s` is required where `%.*s`", asked->id,
            STR_ARG(asked->when));
    finding_hint(findings, "add <field id=\"%s\"> to the header", asked->id);
}

/* Whether the condition of a field, if it has one, holds. */
static bool holds(struct figures *f, const struct template_field *asked,
                  struct field *given, struct findings *findings)
{
    const struct scope scope = {
        .figures = f, .used = &f->used_by_views, .audience = asked->audience};
    bool is_true;

    if (asked->when.len == 0)
        return true;
    if (given != NULL)
        given->left_out = false;
    is_true = expression_true(f->arena, asked->when, asked->when_at, &scope,
                              findings);
    if (given != NULL)
        given->left_out = !is_true;
    if (is_true)
        look_for_required(f, asked, given, findings);
    else
        look_at_left_out(f, asked, given, findings);
    return is_true;
}

void field_texts_make(struct figures *f, struct findings *findings)
{
    const struct template *t = f->template_used;
    const struct scope scope = {.figures = f, .used = &f->used_by_views};
    struct str *texts = arena_alloc(f->arena, t->nfields, sizeof(*texts));
    struct findings unheard;

    if (texts == NULL)
        return;
    findings_init_unheard(&unheard, f->arena);
    if (f->fields == NULL && has_conditions(t))
        own_fields(f);
    for (size_t i = 0; i < t->nfields; i++)
        texts[i] = f->field_texts != NULL ? f->field_texts[i]
                                          : value_of(t, &t->fields[i]);
    f->field_texts = texts;
    for (size_t i = 0; i < t->nfields; i++) {
        const struct template_field *asked = &t->fields[i];

        texts[i] = holds(f, asked, own_field(f, asked->id), findings)
                       ? value_of(t, asked)
                       : STR_LIT("");
        if (str_find(texts[i], STR_LIT("{{")) < texts[i].len)
            texts[i] = expression_expand(f->arena, texts[i], asked->at, &scope,
                                         &unheard, NULL);
    }
}
