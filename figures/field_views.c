#include "figures/field_views.h"
#include "figures/field_texts.h"
#include "figures/views.h"

#include <string.h>

/* What a header field says, at some time. */
struct said {
    struct str text;
    bool left_out;
};

static struct said *said_now(const struct figures *f)
{
    const struct template *t = f->template_used;
    struct said *said = arena_alloc(f->arena, t->nfields, sizeof(*said));

    for (size_t i = 0; said != NULL && i < t->nfields; i++)
        said[i] = (struct said){
            .text = figures_field_text(f, &t->fields[i]),
            .left_out =
                report_field(f->report, str_of(t->fields[i].id)) == NULL};
    return said;
}

/* The first field that says something else than before; their number: none
   does. */
static size_t first_changed(const struct figures *f, const struct said *before)
{
    const struct said *now = said_now(f);
    size_t i = 0;

    while (now != NULL && before != NULL && i < f->template_used->nfields &&
           str_eq(now[i].text, before[i].text) &&
           now[i].left_out == before[i].left_out)
        i++;
    return i;
}

static bool names(struct str text, const char *id)
{
    return id != NULL && str_find(text, str_of(id)) < text.len;
}

static bool view_names(const struct view *v, const char *id)
{
    bool named = names(v->where.text, id);

    for (size_t i = 0; i < v->nfurther; i++)
        named = named || names(v->further[i].value, id);
    return named;
}

/* Whether ASKED may depend on one of VIEWS, or one of them on it. */
static void look_among(const struct template_field *asked,
                       const struct view *views, size_t nviews, bool *names_one,
                       bool *is_named)
{
    const bool depends =
        asked->when.len > 0 ||
        str_find(asked->value, STR_LIT("{{")) < asked->value.len;

    for (size_t i = 0; depends && i < nviews; i++) {
        *names_one = *names_one || names(asked->when, views[i].id) ||
                     names(asked->value, views[i].id);
        *is_named = *is_named || view_names(&views[i], asked->id);
    }
}

/* Whether fields may depend on views, and views on fields that depend on
   something: seldom are they. */
static bool depend_on_each_other(const struct figures *f)
{
    const struct template *t = f->template_used;
    bool names_one = false;
    bool is_named = false;

    for (size_t i = 0; i < t->nfields; i++) {
        look_among(&t->fields[i], t->views, t->nviews, &names_one, &is_named);
        look_among(&t->fields[i], f->report->views, f->report->nviews,
                   &names_one, &is_named);
    }
    return names_one && is_named;
}

/* F without the views that were made; GIVEN is its report without them. */
static void forget_views(struct figures *f, const struct report *given)
{
    const size_t n = views_count(given, f->template_used);

    f->report = given;
    f->names = names_make(f->arena, given);
    memset(&f->data[given->ndata], 0, n * sizeof(*f->data));
}

/* Tries until no field says anything else than the views were made with: each
   time one view more is as it will be. */
static void try_until_settled(struct figures *f, struct findings *unheard)
{
    const struct report *given = f->report;
    size_t changed = 0;

    for (size_t i = views_count(given, f->template_used) + 1;
         i > 0 && changed < f->template_used->nfields &&
         arena_status(f->arena) == ST_OK;
         i--) {
        const struct said *before = said_now(f);

        views_make(f, unheard);
        field_texts_make(f, unheard);
        changed = first_changed(f, before);
        forget_views(f, given);
    }
}

void field_views_make(struct figures *f, struct findings *findings)
{
    const struct template *t = f->template_used;
    const bool has_views = views_count(f->report, t) > 0;
    const bool circular = has_views && depend_on_each_other(f);
    const struct said *before;
    struct findings unheard;
    size_t changed;
    size_t errors;

    findings_init_unheard(&unheard, f->arena);
    field_texts_make(f, has_views ? &unheard : findings);
    if (circular && arena_status(f->arena) == ST_OK)
        try_until_settled(f, &unheard);
    if (!has_views || arena_status(f->arena) != ST_OK)
        return;
    before = circular ? said_now(f) : NULL;
    errors = findings->errors;
    views_make(f, findings);
    field_texts_make(f, findings); /* they may name views */
    changed = circular ? first_changed(f, before) : t->nfields;
    if (changed == t->nfields || findings->errors != errors)
        return;
    finding(findings, FINDING_BAD_VALUE, field_made_at(&t->fields[changed]),
            "what the header field `%s` says depends on itself, by way of a "
            "view",
            t->fields[changed].id);
    finding_hint(findings, "name something here, or in the view, that does not "
                           "depend on it");
}
