#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"
#include "generators/reach.h"

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

/* FIRST is what it leads to; NULL: to nothing. */
static void end_lead(const struct generator_in *in, struct doc_node *lead,
                     const struct doc_node *first)
{
    if (lead != NULL && first == NULL)
        doc_unlink(lead);
    else if (lead != NULL)
        reach_limit(in, lead, reach_from(in, first));
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

/* The reason of R, and its number, would stand where its words do not. */
static void refuse_split(const struct generator_in *in,
                         const struct recommendation *r, struct reach reach)
{
    if (!reach_is_split(reach))
        return;
    finding(in->findings, FINDING_BAD_ELEMENT, r->at,
            "what this recommendation says %s is internal, and what else it "
            "says is not",
            choice_with(medium_choices, reach.published == REACH_PRINT
                                            ? MEDIUM_SCREEN
                                            : MEDIUM_PRINT)
                ->sentence);
    finding_hint(in->findings, "make a recommendation of its own of what is "
                               "internal in it");
}

/* The first of the paragraphs from FIRST that everybody meets whom any is for;
   NULL: there is none. */
static struct doc_node *met_by_all(const struct generator_in *in,
                                   struct doc_node *first, struct reach all)
{
    for (struct doc_node *n = first; n != NULL; n = n->next) {
        const struct reach own = reach_of(in, n);

        if (n->kind == DOC_PARAGRAPH && own.published == all.published &&
            own.internal == all.internal)
            return n;
    }
    return NULL;
}

/* Of the paragraphs from FIRST, which are for ALL, one has the number:
   NUMBERED, or, where that is NULL, in each medium the first. */
static void number_one(const struct generator_in *in, struct doc_node *first,
                       struct reach all, const struct doc_node *numbered)
{
    struct reach met = {0, 0};

    for (struct doc_node *n = first; n != NULL; n = n->next) {
        const struct reach own = reach_of(in, n);
        const bool is_new = all.published != 0
                                ? (own.published & ~met.published) != 0
                                : (own.internal & ~met.internal) != 0;

        if (n->kind != DOC_PARAGRAPH)
            continue;
        if (numbered != NULL ? n != numbered : !is_new)
            n->unnumbered = true;
        met = reach_both(met, own);
    }
}

/* A paragraph with a number of the section's own series, and what follows
   it: reasons and further paragraphs have none. */
static void add_paragraphs(const struct generator_in *in, struct doc *d,
                           struct doc_node *section,
                           const struct recommendation *r)
{
    struct doc_node *const before = section->last;
    struct doc_node *first;
    struct doc_node *last;
    struct doc_node *numbered;
    struct reach reach;

    generate_prose(in, d, section, r->prose);
    first = added(section, before);
    last = section->last;
    if (first == NULL) {
        add_reason(in, d, section, r, NULL);
        return;
    }
    for (struct doc_node *n = first; n != NULL; n = n->next) {
        if (r->audience == AUDIENCE_INTERNAL)
            n->audience = AUDIENCE_INTERNAL;
    }
    reach = reach_from(in, first);
    numbered = met_by_all(in, first, reach);
    number_one(in, first, reach, numbered);
    if (r->id != NULL)
        (numbered != NULL ? numbered : first)->id = r->id;
    add_reason(in, d, section, r, first);
    if (last->next != NULL)
        refuse_split(in, r, reach);
    for (struct doc_node *n = last->next; n != NULL; n = n->next) {
        n->unnumbered = true;
        reach_limit(in, n, reach);
    }
}

static void add_item(const struct generator_in *in, struct doc *d,
                     struct doc_node *list, const struct recommendation *r)
{
    struct doc_node *item = doc_add(d, list, DOC_ITEM);
    const struct doc_node *words;

    if (item == NULL)
        return;
    item->id = r->id;
    item->at = r->at;
    item->audience = (uint8_t)r->audience;
    generate_prose(in, d, item, r->prose);
    words = item->last;
    if (words != NULL) {
        const struct reach reach = reach_of(in, item);

        refuse_split(in, r, reach);
        reach_limit(in, item, reach);
    }
    add_reason(in, d, item, r, words);
    for (struct doc_node *n = words == NULL ? NULL : words->next; n != NULL;
         n = n->next)
        generate_refuse_medium(in, (enum doc_medium)n->medium,
                               (enum doc_medium)item->medium, n->at);
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
    end_lead(in, lead, list != NULL ? list->first : added(section, lead));
    if (list != NULL && list->first == NULL)
        doc_unlink(list);
    if (r != in->report)
        name_papers(r, section);
}
