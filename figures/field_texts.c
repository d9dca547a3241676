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
                  struct field *given, struct used *used,
                  struct findings *findings)
{
    const struct scope scope = {
        .figures = f, .used = used, .audience = asked->audience};
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

/* Fields that are not said without others, while they are settled. */
struct settling {
    struct figures *f;
    struct findings *findings;
    struct findings *unheard;
    struct str *texts;
    size_t n;
    bool *settled;
    bool *names;   /* n a field: those that its condition or value names */
    size_t *waits; /* of each field: for how many that are not settled */
    size_t *ready; /* fields that wait for none, in turn */
    size_t nready;
    size_t next;   /* of these */
    size_t *walks; /* of each field: the last walk to a circle that met it */
    size_t nwalks;
};

/* Whether the report says nothing for a field that is made of others. */
static bool is_made(const struct settling *s, size_t i)
{
    const struct template_field *asked = &s->f->template_used->fields[i];
    const struct report *r = s->f->report;

    for (size_t k = 0; k < r->nfields; k++) {
        if (r->fields[k].text.len > 0 &&
            str_is(str_of(asked->id), r->fields[k].id))
            return false;
    }
    return str_find(asked->value, STR_LIT("{{")) < asked->value.len;
}

/* What a field says that is made of others; one of its choices, if it has
   any. */
static struct str made_text(const struct settling *s, size_t i,
                            struct used *used)
{
    const struct template_field *asked = &s->f->template_used->fields[i];
    const struct scope scope = {.figures = s->f, .used = used};
    const size_t errors = s->unheard->errors;
    struct str text = value_of(s->f->template_used, asked);
    const struct str *answer;

    if (str_find(text, STR_LIT("{{")) == text.len)
        return text;
    text = expression_expand(s->f->arena, text, asked->at, &scope, s->unheard,
                             NULL);
    if (asked->answers == NULL || text.len == 0 ||
        s->unheard->errors != errors || !is_made(s, i))
        return text;
    answer = template_answer(asked, text, asked->value_at, s->findings);
    return answer == NULL ? text : *answer;
}

static void settle(struct settling *s, size_t i, struct used *used)
{
    const struct template_field *asked = &s->f->template_used->fields[i];

    s->texts[i] =
        holds(s->f, asked, own_field(s->f, asked->id), used, s->findings)
            ? made_text(s, i, used)
            : STR_LIT("");
}

/* Settles what needs no others, and tries the rest to learn what it names. */
static void settle_given(struct settling *s)
{
    struct settling tried = *s;

    tried.findings = s->unheard;
    for (size_t i = 0; i < s->n; i++) {
        const struct template_field *asked = &s->f->template_used->fields[i];
        struct used used;

        if (asked->when.len == 0 && !is_made(s, i)) {
            settle(s, i, &s->f->used_by_views);
            s->settled[i] = true;
            continue;
        }
        used_init(&used, s->f->arena);
        names_forget_figures(s->f->names);
        settle(&tried, i, &used);
        for (size_t k = 0; k < s->n; k++)
            s->names[i * s->n + k] =
                used_as(&used, &s->f->template_used->fields[k]) != 0;
    }
    names_forget_figures(s->f->names);
}

/* Counts what each waits for. */
static void count_waits(struct settling *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (s->settled[i])
            continue;
        for (size_t k = 0; k < s->n; k++)
            s->waits[i] += !s->settled[k] && s->names[i * s->n + k];
        if (s->waits[i] == 0)
            s->ready[s->nready++] = i;
    }
}

/* Nothing waits for I any longer. */
static void see_settled(struct settling *s, size_t i)
{
    s->settled[i] = true;
    for (size_t k = 0; k < s->n; k++) {
        if (!s->settled[k] && s->names[k * s->n + i] && --s->waits[k] == 0)
            s->ready[s->nready++] = k;
    }
}

/* The first that I names and that is not settled; n: there is none. */
static size_t waits_for(const struct settling *s, size_t i)
{
    size_t k = 0;

    while (k < s->n && (s->settled[k] || !s->names[i * s->n + k]))
        k++;
    return k;
}

struct place field_made_at(const struct template_field *asked)
{
    return asked->when.len > 0 ? asked->when_at : asked->value_at;
}

/* What FIRST waits for waits for others, and so on: fills CIRCLE, from the
   field on that the template declares first. Returns how many are in it. */
static size_t find_circle(struct settling *s, size_t first, size_t *circle)
{
    size_t count = 0;
    size_t i = first;

    s->nwalks++;
    while (s->walks[i] != s->nwalks) { /* what leads into it is left */
        s->walks[i] = s->nwalks;
        i = waits_for(s, i);
    }
    first = i;
    for (size_t k = waits_for(s, i); k != i; k = waits_for(s, k))
        first = k < first ? k : first;
    i = first;
    do {
        circle[count++] = i;
        i = waits_for(s, i);
    } while (i != first);
    return count;
}

/* What is in it stands as it is given, or is blank. */
static void refuse_circle(struct settling *s, const size_t *circle,
                          size_t count)
{
    const struct template_field *fields = s->f->template_used->fields;
    struct str others = {NULL, 0};

    for (size_t k = 1; k < count; k++) {
        const struct template_field *other = &fields[circle[k]];

        others = arena_printf(
            s->f->arena, "%.*s%s `%s` (%.*s)", STR_ARG(others),
            k == 1 ? ", by way of" : ",", other->id,
            STR_ARG(source_place_name(s->f->arena, field_made_at(other))));
    }
    finding(s->findings, FINDING_BAD_VALUE, field_made_at(&fields[circle[0]]),
            "what the header field `%s` says depends on itself%.*s",
            fields[circle[0]].id, STR_ARG(others));
    finding_hint(s->findings, "name something that does not depend on it");
    for (size_t k = 0; k < count; k++) {
        s->texts[circle[k]] = STR_LIT("");
        see_settled(s, circle[k]);
    }
}

static void settle_others(struct settling *s)
{
    while (s->next < s->nready) {
        const size_t i = s->ready[s->next++];

        if (s->settled[i])
            continue;
        settle(s, i, &s->f->used_by_views);
        see_settled(s, i);
    }
}

static size_t first_unsettled(const struct settling *s)
{
    size_t i = 0;

    while (i < s->n && s->settled[i])
        i++;
    return i;
}

void field_texts_make(struct figures *f, struct findings *findings)
{
    const struct template *t = f->template_used;
    size_t *circle = arena_alloc(f->arena, t->nfields, sizeof(*circle));
    struct findings unheard;
    struct settling s = {
        .f = f,
        .findings = findings,
        .unheard = &unheard,
        .texts = arena_alloc(f->arena, t->nfields, sizeof(*s.texts)),
        .n = t->nfields,
        .settled = arena_alloc(f->arena, t->nfields, sizeof(*s.settled)),
        .names =
            arena_alloc(f->arena, t->nfields * t->nfields, sizeof(*s.names)),
        .waits = arena_alloc(f->arena, t->nfields, sizeof(*s.waits)),
        .ready = arena_alloc(f->arena, t->nfields, sizeof(*s.ready)),
        .walks = arena_alloc(f->arena, t->nfields, sizeof(*s.walks)),
    };

    if (arena_status(f->arena) != ST_OK)
        return;
    findings_init_unheard(&unheard, f->arena);
    if (f->fields == NULL && has_conditions(t))
        own_fields(f);
    for (size_t i = 0; i < t->nfields; i++)
        s.texts[i] = f->field_texts != NULL ? f->field_texts[i]
                                            : value_of(t, &t->fields[i]);
    f->field_texts = s.texts;
    settle_given(&s);
    count_waits(&s);
    settle_others(&s);
    while (first_unsettled(&s) < s.n) {
        refuse_circle(&s, circle, find_circle(&s, first_unsettled(&s), circle));
        settle_others(&s);
    }
}
