#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"

static struct doc_node *add_lead(const struct generator_in *in, struct doc *d,
                                 struct doc_node *section)
{
    const struct generator_argument *lead = generate_argument(in, "lead");
    struct doc_node *p;

    if (lead == NULL || lead->value.len == 0)
        return NULL;
    p = doc_paragraph(d, section,
                      generate_expand(in, d, section, lead->value, lead->at));
    if (p == NULL)
        return NULL;
    p->at = lead->at;
    p->role = ROLE_LEAD;
    p->keep_next = true;
    return p;
}

/* Who meets some of what was added: of whom its words say nothing, whoever
   reads the other copy or medium alone. */
struct reach {
    uint8_t audience;
    uint8_t medium;
};

static struct reach reach_of(const struct doc_node *first)
{
    struct reach reach = {AUDIENCE_INTERNAL, first->medium};

    for (const struct doc_node *n = first; n != NULL; n = n->next) {
        if (n->audience == AUDIENCE_PUBLIC)
            reach.audience = AUDIENCE_PUBLIC;
        if (n->medium != reach.medium)
            reach.medium = MEDIUM_BOTH;
    }
    return reach;
}

/* N is for nobody else. */
static void limit(struct doc_node *n, struct reach reach)
{
    if (reach.audience == AUDIENCE_INTERNAL)
        n->audience = AUDIENCE_INTERNAL;
    if (n->medium == MEDIUM_BOTH)
        n->medium = reach.medium;
}

/* FIRST is what it leads to; NULL: to nothing. */
static void end_lead(struct doc_node *lead, const struct doc_node *first)
{
    if (lead != NULL && first == NULL)
        doc_unlink(lead);
    else if (lead != NULL)
        limit(lead, reach_of(first));
}

/* What was added to PARENT after BEFORE. */
static struct doc_node *added(struct doc_node *parent, struct doc_node *before)
{
    return before == NULL ? parent->first : before->next;
}

/* The words before a reason, in the same paragraph where it begins with one
   and otherwise above it. */
static void add_reason_lead(const struct generator_in *in, struct doc *d,
                            struct doc_node *parent, struct doc_node *before)
{
    const struct generator_argument *lead = generate_argument(in, "reason");
    struct doc_node *p = added(parent, before);
    struct doc_node *strong;

    if (lead == NULL || lead->value.len == 0 || p == NULL)
        return;
    if (p->kind != DOC_PARAGRAPH) {
        p = doc_new(d->arena, DOC_PARAGRAPH);
        if (p == NULL)
            return;
        p->at = lead->at;
        p->keep_next = true;
        if (before == NULL)
            doc_insert_first(parent, p);
        else
            doc_insert_after(before, p);
    }
    strong = doc_new(d->arena, DOC_STRONG);
    if (strong == NULL)
        return;
    strong->at = lead->at;
    if (p->first != NULL) {
        struct doc_node *space = doc_new(d->arena, DOC_TEXT);

        if (space == NULL)
            return;
        space->text = STR_LIT(" ");
        doc_insert_first(p, space);
    }
    doc_insert_first(p, strong);
    doc_text(d, strong, generate_expand(in, d, strong, lead->value, lead->at));
}

/* Below the words of PARENT, of which conditions may have left nothing: then
   there is nothing to give reasons for. */
static void add_reason(const struct generator_in *in, struct doc *d,
                       struct doc_node *parent, const struct recommendation *r,
                       const struct doc_node *words)
{
    struct doc_node *const to =
        words != NULL ? parent : doc_new(d->arena, DOC_FRAGMENT);
    struct doc_node *const before = to == NULL ? NULL : to->last;

    if (to == NULL)
        return;
    generate_prose(in, d, to, r->reason);
    add_reason_lead(in, d, to, before);
    for (struct doc_node *n = added(to, before); n != NULL; n = n->next) {
        if (n->kind == DOC_PARAGRAPH && n->role == ROLE_NONE)
            n->role = ROLE_REASON;
    }
}

/* A paragraph with a number of the section's own series, and what follows
   it: reasons and further paragraphs have none. */
static void add_paragraphs(const struct generator_in *in, struct doc *d,
                           struct doc_node *section,
                           const struct recommendation *r)
{
    struct doc_node *const before = section->last;
    struct reach reach = {(uint8_t)r->audience, MEDIUM_BOTH};
    struct doc_node *first;
    struct doc_node *last;
    bool numbered = false;

    generate_prose(in, d, section, r->prose);
    first = added(section, before);
    last = section->last;
    if (first != NULL && r->id != NULL)
        first->id = r->id;
    for (struct doc_node *n = first; n != NULL; n = n->next) {
        if (n->kind != DOC_PARAGRAPH)
            continue;
        n->unnumbered = n->unnumbered || numbered;
        numbered = true;
    }
    for (struct doc_node *n = first; n != NULL; n = n->next)
        limit(n, reach);
    if (first != NULL)
        reach = reach_of(first);
    add_reason(in, d, section, r, first);
    for (struct doc_node *n = first == NULL ? NULL : last->next; n != NULL;
         n = n->next) {
        n->unnumbered = true;
        limit(n, reach);
    }
}

static void add_item(const struct generator_in *in, struct doc *d,
                     struct doc_node *list, const struct recommendation *r)
{
    struct doc_node *item = doc_add(d, list, DOC_ITEM);

    if (item == NULL)
        return;
    item->id = r->id;
    item->at = r->at;
    item->audience = (uint8_t)r->audience;
    generate_prose(in, d, item, r->prose);
    if (item->first != NULL)
        limit(item, reach_of(item->first));
    add_reason(in, d, item, r, item->first);
    if (item->first == NULL) {
        doc_unlink(item); /* conditions left nothing of it */
        return;
    }
    generate_unwrap(item);
}

/* Labels go on from those of paragraphs where both are one series. */
static bool as_paragraphs(const struct generator_in *in)
{
    const struct label_series *own = in->template_used->recommendation_series;

    return own != NULL && in->section != NULL &&
           own == in->section->paragraph_series;
}

static const struct paper *find_paper(const struct report *r, struct str id)
{
    for (size_t i = 0; i < r->nappendices; i++) {
        if (r->appendices[i].id != NULL && str_is(id, r->appendices[i].id))
            return &r->appendices[i];
    }
    for (size_t i = 0; i < r->npapers; i++) {
        if (r->papers[i].id != NULL && str_is(id, r->papers[i].id))
            return &r->papers[i];
    }
    return NULL;
}

/* The other's appendices and papers are no places of this report: they are
   called by their titles. What is internal stays a reference that leads
   nowhere, which is a finding. */
static void name_papers(const struct report *of, struct doc_node *section)
{
    for (struct doc_node *n = section; n != NULL;
         n = doc_following(section, n)) {
        const struct paper *p;

        if (n->kind != DOC_REFERENCE || n->u.target == NULL)
            continue;
        p = find_paper(of, doc_turned_id(n->u.target));
        if (p == NULL || p->audience != AUDIENCE_PUBLIC)
            continue;
        n->kind = DOC_TEXT;
        n->text = p->title;
    }
}

void generate_recommendations(const struct generator_in *in, struct doc *d,
                              struct doc_node *section)
{
    const struct report *r = in->report;
    struct generator_in with = *in;
    struct doc_node *list = NULL;
    struct doc_node *lead;

    if (section == NULL)
        return;
    if (r->nrecommendations == 0 && r->of != NULL) {
        with.report = r = r->of;
        with.figures = in->figures->of;
    }
    /* A template may word recommendations itself, as numbered paragraphs. */
    if (section->kind == DOC_SECTION &&
        (r->nrecommendations > 0 || as_paragraphs(in)))
        section->role = ROLE_RECOMMENDATIONS;
    if (r->nrecommendations == 0)
        return;
    lead = add_lead(in, d, section);
    if (!as_paragraphs(in) || section->kind != DOC_SECTION) {
        list = doc_add(d, section, DOC_LIST);
        if (list == NULL)
            return;
        list->at = r->recommendations_at;
        list->u.series = in->template_used->recommendation_series;
    }
    for (size_t i = 0; i < r->nrecommendations; i++) {
        generate_mark(in, &r->recommendations[i]);
        with.audience = r->recommendations[i].audience == AUDIENCE_INTERNAL
                            ? AUDIENCE_INTERNAL
                            : in->audience;
        if (list != NULL)
            add_item(&with, d, list, &r->recommendations[i]);
        else
            add_paragraphs(&with, d, section, &r->recommendations[i]);
    }
    end_lead(lead, list != NULL ? list->first : added(section, lead));
    if (list != NULL && list->first == NULL)
        doc_unlink(list);
    if (r != in->report)
        name_papers(r, section);
}
