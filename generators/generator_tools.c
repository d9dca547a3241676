#include "generators/generator_tools.h"
#include "core/doc/address.h"

enum audience generate_audience(const struct generator_in *in,
                                const struct doc_node *parent)
{
    for (const struct doc_node *n = parent; n != NULL; n = n->parent) {
        if (n->audience == AUDIENCE_INTERNAL)
            return AUDIENCE_INTERNAL;
    }
    return in->audience;
}

static const struct wording *find_wording(const struct wording *const *all,
                                          size_t n, struct str lang, bool whole)
{
    for (size_t i = 0; i < n; i++) {
        struct str other = str_of(all[i]->lang);
        struct str wanted = lang;

        if (str_eq(wanted, other) ||
            (!whole && str_eq(str_cut(&wanted, '-'), str_cut(&other, '-'))))
            return all[i];
    }
    return NULL;
}

const struct wording *generate_wording_of(const struct generator_in *in,
                                          const char *lang)
{
    const struct report *r = in->report;
    const struct template *t = in->template_used;
    const struct str wanted = str_of(lang);
    const struct wording *found = NULL;

    for (int whole = 1; found == NULL && whole >= 0; whole--) {
        found = find_wording(&t->wording, 1, wanted, whole);
        if (found == NULL)
            found = find_wording(r->wordings, r->nwordings, wanted, whole);
        if (found == NULL)
            found = find_wording(t->wordings, t->nwordings, wanted, whole);
    }
    return found != NULL ? found : in->wording;
}

const struct wording *generate_wording(const struct generator_in *in,
                                       const struct doc_node *parent)
{
    const char *lang;

    if (in->report->nwordings == 0 && in->template_used->nwordings == 0)
        return in->wording;
    lang = doc_language(parent);
    return lang == NULL ? in->wording : generate_wording_of(in, lang);
}

enum doc_medium generate_medium(const struct generator_in *in,
                                const struct doc_node *parent)
{
    return in->medium != MEDIUM_BOTH ? (enum doc_medium)in->medium
                                     : doc_medium(parent);
}

void generate_refuse_medium(const struct generator_in *in,
                            enum doc_medium medium, enum doc_medium around,
                            struct place at)
{
    if (medium == MEDIUM_BOTH || around == MEDIUM_BOTH || medium == around)
        return;
    finding(in->findings, FINDING_BAD_ELEMENT, at,
            "this is printed %s, within what is printed %s: nobody reads it",
            choice_with(medium_choices, (int)medium)->sentence,
            choice_with(medium_choices, (int)around)->sentence);
    finding_hint(in->findings, "leave out one of the two medium=");
}

static struct scope scope_in(const struct generator_in *in,
                             const struct doc_node *parent)
{
    return (struct scope){.figures = in->figures,
                          .wording = generate_wording(in, parent),
                          .lang = doc_language(parent),
                          .table = in->row_table,
                          .row = in->row,
                          .audience = generate_audience(in, parent),
                          .printed = true,
                          .medium = generate_medium(in, parent),
                          .used = in->used,
                          .heard = in->trying ? in->trial->heard : NULL};
}

struct str generate_expand(const struct generator_in *in, struct doc *d,
                           const struct doc_node *parent, struct str text,
                           struct place at)
{
    return generate_expand_noted(in, d, parent, text, at, NULL);
}

struct str generate_expand_noted(const struct generator_in *in, struct doc *d,
                                 const struct doc_node *parent, struct str text,
                                 struct place at,
                                 struct expanded_fault **faults)
{
    const struct scope scope = scope_in(in, parent);

    if (faults != NULL)
        *faults = NULL;
    if (str_find_char(text, '{') == text.len)
        return text;
    return expression_expand(d->arena, text, at, &scope, in->findings, faults);
}

bool generate_when(const struct generator_in *in, struct doc *d,
                   const struct doc_node *parent, struct str when,
                   struct place at)
{
    const struct scope scope = scope_in(in, parent);

    return when.len == 0 ||
           expression_true(d->arena, when, at, &scope, in->findings) ||
           (in->trying && !expression_is_fixed(d->arena, when));
}

bool generate_to_be_tried(const struct generator_in *in, struct str when)
{
    return !in->trying && !expression_is_fixed(&in->trial->arena, when);
}

struct generator_in generate_trial(const struct generator_in *in)
{
    struct generator_in with = *in;

    with.findings = &in->trial->unheard;
    with.trying = true;
    return with;
}

void generate_unknown_data(const struct generator_in *in, struct str name,
                           struct place at)
{
    const struct report *r = in->report;
    const struct template *t = in->template_used;
    struct str *known =
        arena_alloc(in->findings->arena, r->ndata + t->ndata, sizeof(*known));
    size_t n = 0;

    finding(in->findings, FINDING_UNKNOWN_NAME, at,
            "there is no data called `%.*s`", STR_ARG(name));
    for (size_t i = 0; known != NULL && i < r->ndata; i++)
        known[n++] = str_of(r->data[i].id);
    for (size_t i = 0; known != NULL && i < t->ndata; i++)
        known[n++] = str_of(t->data[i].id);
    if (known != NULL)
        finding_nearest(in->findings, name, known, n);
    template_hint_removed(t, name, in->findings);
}

/* Whether two names differ in more than their figures: `risks-1` and `risks-2`
   are two things, `risks` and `risk` one of them misspelt. */
static bool differ_in_letters(struct str a, struct str b)
{
    size_t i = 0;
    size_t k = 0;

    for (;;) {
        while (i < a.len && a.ptr[i] >= '0' && a.ptr[i] <= '9')
            i++;
        while (k < b.len && b.ptr[k] >= '0' && b.ptr[k] <= '9')
            k++;
        if (i == a.len || k == b.len)
            return i < a.len || k < b.len;
        if (a.ptr[i++] != b.ptr[k++])
            return true;
    }
}

void generate_missing_data(const struct generator_in *in, struct str name,
                           struct place at)
{
    const struct report *r = in->report;
    const struct template *t = in->template_used;
    bool wrong =
        at.source == r->source || (t->ndata > 0 && !template_asks_for(t, name));

    for (size_t i = 0; i < r->ndata && !wrong; i++) {
        const struct str id = str_of(r->data[i].id);

        wrong = differ_in_letters(id, name) && str_nearest(name, &id, 1) == 0;
    }
    if (wrong)
        generate_unknown_data(in, name, at);
}

void generate_mark(const struct generator_in *in, const void *thing)
{
    used_mark(in->used, thing, USE_PRINTED);
}

/* Of a caption that the template gives, where that is another; else NULL. */
static const char *caption_language(const struct generator_in *in)
{
    return in->call->caption.len > 0 && in->at.source != in->report->source
               ? in->template_lang
               : NULL;
}

void generate_caption(const struct generator_in *in, struct doc *d,
                      struct doc_node *node)
{
    struct str text = in->call->caption;
    struct place at = in->call->caption_at;
    const char *lang = caption_language(in);
    struct doc_node *caption;

    if (text.ptr != NULL && text.len == 0)
        return; /* caption="" */
    if (text.len == 0) {
        text = in->data->title;
        at = in->data->title_at;
    }
    if (text.len == 0) {
        const struct kind *kind = in->data->table->kind;

        text = kind_title_in(&kind->titles, kind->title, in->wording->lang);
        lang = kind_title_language(&kind->titles, in->wording->lang);
    }
    text = generate_expand(in, d, node, text, at);
    if (text.len == 0)
        return;
    caption = doc_add(d, node, DOC_CAPTION);
    if (caption != NULL) {
        caption->keep_next = true;
        caption->lang = lang;
        caption->at = at.source != NULL ? at : in->data->at;
    }
    doc_text(d, caption, text);
}

const struct generator_argument *
generate_argument(const struct generator_in *in, const char *name)
{
    const struct generator_call *s = in->call;

    for (size_t i = 0; s != NULL && i < s->narguments; i++) {
        if (str_is(str_of(name), s->arguments[i].name))
            return &s->arguments[i];
    }
    return NULL;
}

bool generate_asked(const struct generator_in *in, const char *name)
{
    const struct generator_argument *arg = generate_argument(in, name);

    if (arg == NULL)
        return false;
    if (!str_is(arg->value, "yes") && !str_is(arg->value, "no"))
        finding(in->findings, FINDING_BAD_VALUE, arg->at,
                "`%.*s` is neither yes nor no", STR_ARG(arg->value));
    return str_is(arg->value, "yes");
}

static void refuse_series(const struct generator_in *in,
                          const struct generator_argument *arg)
{
    const struct template *t = in->template_used;
    struct str *known =
        arena_alloc(in->findings->arena, t->nseries, sizeof(*known));

    finding(in->findings, FINDING_UNKNOWN_NAME, arg->at,
            "the template has no series of labels `%.*s`", STR_ARG(arg->value));
    for (size_t i = 0; known != NULL && i < t->nseries; i++)
        known[i] = str_of(t->series[i].id);
    if (known != NULL)
        finding_nearest(in->findings, arg->value, known, t->nseries);
}

const struct label_series *generate_series(const struct generator_in *in)
{
    const struct generator_argument *arg = generate_argument(in, "series");
    const struct template *t = in->template_used;
    const struct label_series *found;

    if (arg == NULL)
        return t->list_series;
    found = template_series(t, arg->value);
    if (found == NULL)
        refuse_series(in, arg);
    return found;
}

void generate_unwrap(struct doc_node *holder)
{
    struct doc_node *p = holder == NULL ? NULL : holder->first;

    if (p == NULL || p->next != NULL || p->kind != DOC_PARAGRAPH ||
        p->id != NULL || p->lang != NULL || p->audience != AUDIENCE_PUBLIC ||
        p->medium != MEDIUM_BOTH || p->role != ROLE_NONE)
        return;
    holder->first = p->first;
    holder->last = p->last;
    for (struct doc_node *n = p->first; n != NULL; n = n->next)
        n->parent = holder;
}

void generate_paper(const struct generator_in *in, struct doc *d,
                    struct doc_node *list, const struct paper *paper)
{
    struct doc_node *item = doc_add(d, list, DOC_ITEM);
    struct doc_node *holder = item;
    struct str title;

    if (item == NULL)
        return;
    generate_mark(in, paper);
    item->id = paper->id;
    item->at = paper->at;
    item->audience = (uint8_t)paper->audience;
    title = generate_expand(in, d, item, paper->title, paper->at);
    /* One that leads nowhere safe is a link, too: doc_check() says so. */
    if (!address_is_words(paper->address)) {
        holder = doc_add(d, item, DOC_LINK);
        if (holder == NULL)
            return;
        holder->at = paper->at;
        holder->u.target = arena_cstr(d->arena, paper->address);
    }
    doc_text(d, holder, title);
    if (holder == item && paper->address.len > 0) {
        doc_text(d, item, in->wording->phrases[PHRASE_LIST_SEPARATOR]);
        doc_text(d, item, paper->address);
    }
}

const char *generate_appendix_id(struct doc *d, const struct report *r,
                                 size_t i)
{
    return r->appendices[i].id != NULL
               ? r->appendices[i].id
               : arena_printf(d->arena, "appendix.%zu", i + 1).ptr;
}
