#include "cmd/unused_names.h"
#include "core/doc/doc.h"

static bool has_argument(const struct generator_call *call,
                         const struct label_series *s)
{
    for (size_t i = 0; i < call->narguments; i++) {
        if (str_is(call->arguments[i].value, s->id))
            return true;
    }
    return false;
}

static bool is_in_prose(const struct doc_node *prose,
                        const struct label_series *s)
{
    struct doc_walk w = doc_walk(prose);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_LIST && w.node->u.series == s)
            return true;
        if (w.node->kind == DOC_GENERATOR_CALL &&
            has_argument(w.node->u.call, s))
            return true;
    }
    return false;
}

static bool is_in_blocks(const struct template_block *blocks, size_t n,
                         const struct label_series *s)
{
    for (size_t i = 0; i < n; i++) {
        if (blocks[i].call != NULL && has_argument(blocks[i].call, s))
            return true;
        if (blocks[i].prose != NULL && is_in_prose(blocks[i].prose, s))
            return true;
    }
    return false;
}

static bool is_in_sections(const struct template_section *sections, size_t n,
                           const struct label_series *s)
{
    for (size_t i = 0; i < n; i++) {
        if (is_in_blocks(sections[i].blocks, sections[i].nblocks, s))
            return true;
    }
    return false;
}

/* Lists in reports may have any series, so this is worth a word and no more. */
void note_unused_series(struct findings *f, const struct template *t)
{
    for (size_t i = 0; i < t->nseries; i++) {
        const struct label_series *s = &t->series[i];
        bool used = s->named || is_in_sections(t->sections, t->nsections, s) ||
                    is_in_blocks(t->sign_off, t->nsign_off, s);

        for (size_t k = 0; k < t->nparts && !used; k++)
            used =
                is_in_sections(t->parts[k].sections, t->parts[k].nsections, s);
        /* One of a template that is extended is said of that. */
        if (used || s->id == NULL || s->at.source != t->at.source)
            continue;
        finding(f, FINDING_UNUSED_SERIES, s->at,
                "nothing in the template `%s` has the series `%s`: lists of "
                "reports alone can, by their style",
                t->id, s->id);
    }
}

void warn_of_unused_pieces(struct findings *f, const struct template *t)
{
    for (size_t i = 0; i < t->npieces; i++) {
        const struct template_piece *p = &t->pieces[i];

        if (p->used || p->id == NULL || p->at.source != t->at.source)
            continue;
        finding(f, FINDING_NOT_USED, p->at,
                "nothing in the template `%s` uses the piece `%s`", t->id,
                p->id);
        finding_hint(f,
                     "write <use piece=\"%s\"/> where its blocks belong, or "
                     "remove it; one for templates that extend this one may "
                     "stay",
                     p->id);
    }
}
