#include "core/doc/section_calls.h"
#include "input/report/report_parts.h"

/*
 * Prose of the section in which the template prints recommendations, from a
 * Word or Markdown file most often: the items of its list are the
 * recommendations, or else its paragraphs are.
 */
struct taking {
    struct report_reading *r;
    const struct template_section *section;
    const struct report_section *given;
    struct list all; /* struct recommendation */
};

static bool is_said_by_template(const struct taking *t, struct str words)
{
    bool found = false;

    for (size_t i = 0; i < t->section->nblocks && !found; i++) {
        const struct doc_node *prose = t->section->blocks[i].prose;

        found = prose != NULL &&
                str_same_word(doc_words(t->r->xml.arena, prose), words);
    }
    return found;
}

/* Words that are no recommendation are the template's to say. */
static void pass_over(const struct taking *t, const struct doc_node *block)
{
    const struct str words = str_trim(doc_words(t->r->xml.arena, block));

    if (is_said_by_template(t, words))
        return;
    finding(t->r->xml.findings, FINDING_BAD_ELEMENT, block->at,
            "these words are no recommendation: the items of the list are");
    finding_hint(t->r->xml.findings,
                 "take them out, for the template says what leads to its "
                 "recommendations; or make them an item");
}

/* One that holds BLOCK, or the inlines of it, an item. */
static void add(struct taking *t, const struct doc_node *given)
{
    struct arena *a = t->r->xml.arena;
    struct doc_node *prose = doc_new(a, DOC_FRAGMENT);
    struct recommendation *made = list_add(&t->all);
    struct doc_node *p;

    if (prose == NULL || made == NULL)
        return;
    *made = (struct recommendation){.prose = prose, .at = given->at};
    made->audience = t->given->audience;
    if (given->kind == DOC_ITEM && given->first != NULL &&
        !doc_kind_is_inline((enum doc_kind)given->first->kind)) {
        prose->first = given->first;
        prose->last = given->last;
        return;
    }
    p = doc_new(a, DOC_PARAGRAPH);
    if (p == NULL)
        return;
    p->at = given->at;
    p->lang = given->lang;
    p->parent = prose;
    p->first = given->first;
    p->last = given->last;
    prose->first = p;
    prose->last = p;
}

static bool has_list(const struct doc_node *prose)
{
    for (const struct doc_node *n = prose->first; n != NULL; n = n->next) {
        if (n->kind == DOC_LIST)
            return true;
    }
    return false;
}

static void take(struct taking *t, const struct doc_node *prose)
{
    const bool lists = has_list(prose);

    for (const struct doc_node *n = prose->first; n != NULL; n = n->next) {
        if (n->kind == DOC_LIST) {
            for (const struct doc_node *i = n->first; i != NULL; i = i->next)
                add(t, i);
        } else if (!lists && n->kind == DOC_PARAGRAPH) {
            add(t, n);
        } else {
            pass_over(t, n);
        }
    }
}

static const struct template_section *
section_of_recommendations(const struct template *t,
                           const struct report_section *s)
{
    for (size_t i = 0; s->id != NULL && i < t->nsections; i++) {
        const struct template_section *asked = &t->sections[i];

        if (asked->id != NULL && str_is(str_of(s->id), asked->id))
            return section_calls(asked, "recommendations") &&
                           !section_prints_prose(asked)
                       ? asked
                       : NULL;
    }
    return NULL;
}

void report_take_recommendations(struct report_reading *r,
                                 struct report_section *sections, size_t n)
{
    struct taking t = {
        .r = r,
        .all = list_of(r->xml.arena, sizeof(struct recommendation)),
    };

    for (size_t i = 0; r->template_used != NULL && i < n; i++) {
        struct report_section *s = &sections[i];

        t.given = s;
        t.section = section_of_recommendations(r->template_used, s);
        if (t.section == NULL || s->prose == NULL || s->prose->first == NULL)
            continue;
        if (r->made->nrecommendations > 0) {
            s->prose = NULL;
            finding(r->xml.findings, FINDING_BAD_ELEMENT, s->at,
                    "the report gives its recommendations twice");
            finding_hint(r->xml.findings,
                         "take out this section, or <recommendations>");
            return;
        }
        take(&t, s->prose);
        if (r->made->recommendations_at.source == NULL)
            r->made->recommendations_at = s->at;
        s->prose = NULL;
    }
    if (t.all.count == 0)
        return;
    r->made->recommendations = t.all.items;
    r->made->nrecommendations = t.all.count;
}
