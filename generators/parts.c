#include "generators/each_row.h"
#include "generators/generator_tools.h"
#include "generators/report_tree.h"

static const struct report_part *part_called(const struct report *r,
                                             const char *id)
{
    for (size_t i = 0; i < r->nparts; i++) {
        if (str_is(str_of(id), r->parts[i].id))
            return &r->parts[i];
    }
    return NULL;
}

static bool call_has_data(const struct report *r,
                          const struct generator_call *call)
{
    return call != NULL && call->data != NULL &&
           report_data(r, str_of(call->data)) != NULL;
}

/* Standard words, which need nothing of the report. */
static bool block_is_words(const struct template_block *block)
{
    struct doc_walk w = doc_walk(block->prose);

    if (block->type == BLOCK_GENERATE)
        return false;
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_GENERATOR_CALL)
            return false;
    }
    return block->prose != NULL && block->prose->first != NULL;
}

/* A part of standard wording is printed as a section of it is; where something
   of it is generated, the words belong to that. */
static bool part_is_words(const struct template_part *p)
{
    bool words = false;

    for (size_t i = 0; i < p->nsections; i++) {
        const struct template_section *s = &p->sections[i];

        for (size_t k = 0; k < s->nblocks; k++) {
            if (!block_is_words(&s->blocks[k]))
                return false;
            words = true;
        }
    }
    return words;
}

static bool block_has_something(const struct report *r,
                                const struct template_block *block)
{
    struct doc_walk w = doc_walk(block->prose);

    if (block->type == BLOCK_GENERATE)
        return call_has_data(r, block->call);
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_GENERATOR_CALL &&
            call_has_data(r, w.node->u.call))
            return true;
    }
    return false;
}

/* Whether a report that does not name the part has something that one of its
   generators prints, or the part is standard wording. */
static bool part_has_something(const struct generator_in *in,
                               const struct template_part *p)
{
    for (size_t i = 0; i < p->nsections; i++) {
        const struct template_section *s = &p->sections[i];

        for (size_t k = 0; k < s->nblocks; k++) {
            if (block_has_something(in->report, &s->blocks[k]))
                return true;
        }
    }
    return part_is_words(p);
}

/* E says for which row it stands. */
static void make_part(const struct generator_in *in, struct doc *d,
                      const struct template_part *p, const struct each_row *e)
{
    const struct report_part *given = part_called(in->report, p->id);
    struct doc_node *n = doc_new(d->arena, DOC_PART);
    struct doc_node *heading;
    struct str title = p->heading;
    struct place title_at = p->heading_at;

    if (n == NULL)
        return;
    if (given != NULL && given->title.len > 0) {
        title = given->title;
        title_at = given->at;
    }
    if (!in->trying)
        generate_mark(in, given);
    n->parent = d->root;
    n->id = doc_turned(d, p->id, in->turn);
    n->at = given != NULL ? given->at : p->at;
    n->lang = p->lang;
    n->audience = (uint8_t)e->audience;
    n->medium = (uint8_t)p->medium;
    heading = doc_heading(d, n, 2, generate_expand(in, d, n, title, title_at));
    if (heading == NULL)
        return;
    heading->at = n->at;
    heading->u.series = p->heading_series;
    generate_sections(in, d, n, p->sections, p->nsections,
                      given == NULL ? NULL : given->sections,
                      given == NULL ? 0 : given->nsections);
    if (given == NULL && n->last == heading && part_is_words(p))
        return; /* no section of it stands in this report */
    if (p->page_before && p->medium != MEDIUM_SCREEN)
        doc_add(d, d->root, DOC_PAGE_BREAK);
    doc_append(d->root, n);
}

/* What a report gives of a part that no report prints would be lost. */
static void refuse_part(const struct generator_in *in,
                        const struct template_part *p)
{
    const struct report_part *given = part_called(in->report, p->id);

    if (given == NULL || in->trying)
        return;
    generate_mark(in, given);
    for (size_t i = 0; i < given->nsections; i++)
        generate_mark(in, &given->sections[i]);
    finding(in->findings, FINDING_BAD_ELEMENT, given->at,
            "the template never prints the part `%s`: its condition `%.*s` "
            "names nothing that could make it true",
            p->id, STR_ARG(p->when));
    finding_hint(in->findings, "remove the part here, or the condition in the "
                               "template");
}

/* Whether the report has anything for it. One that stands for rows has them. */
static bool has_part(const struct generator_in *in, const struct doc *d,
                     const struct template_part *p)
{
    if (part_called(in->report, p->id) != NULL)
        return true;
    if (p->required == REQUIRED_YES)
        finding(in->findings, FINDING_MISSING, d->root->at,
                "the part `%s` (%.*s) is required", p->id, STR_ARG(p->heading));
    return p->required != REQUIRED_YES &&
           (p->each.len > 0 || part_has_something(in, p));
}

static void add_part(const struct generator_in *in, struct doc *d,
                     const struct template_part *p)
{
    struct each_row e =
        each_row_begin(in, d, p->each, p->each_at, p->audience, p->medium);

    while (each_row_next(&e)) {
        const struct generator_in trial = generate_trial(&e.in);

        if (!e.left_out &&
            generate_when(&e.in, d, d->root, p->when, p->when_at)) {
            if (has_part(&e.in, d, p))
                make_part(&e.in, d, p, &e);
        } else if (e.left_out || generate_to_be_tried(&e.in, p->when)) {
            if (part_called(in->report, p->id) != NULL || p->each.len > 0 ||
                part_has_something(in, p))
                make_part(&trial, &in->trial->doc, p, &e);
        } else {
            refuse_part(in, p);
        }
    }
}

void generate_parts(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;

    for (size_t i = 0; i < t->nparts; i++)
        add_part(in, d, &t->parts[i]);
}
