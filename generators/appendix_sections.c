#include "core/doc/doc_index.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"
#include "generators/report_tree.h"
#include "generators/run_generator.h"

/* The words of the I-th appendix stand in a section of their own. */
static const char *section_id(struct doc *d, const struct report *r, size_t i)
{
    const char *id = generate_appendix_id(d, r, i);

    return id == NULL ? NULL : arena_printf(d->arena, "%s-text", id).ptr;
}

static void add_appendix(const struct generator_in *in, struct doc *d, size_t i)
{
    const struct paper *p = &in->report->appendices[i];
    struct doc_node *n = doc_new(d->arena, DOC_SECTION);
    struct doc_node *heading;

    if (n == NULL)
        return;
    n->parent = d->root;
    n->id = section_id(d, in->report, i);
    n->at = p->at;
    n->audience = (uint8_t)p->audience;
    heading = doc_heading(d, n, in->level,
                          generate_expand(in, d, n, p->title, p->at));
    if (heading == NULL)
        return;
    heading->at = p->at;
    generate_prose(in, d, n, p->prose);
    run_waiting(in);
    if (n->last == heading)
        return;
    doc_add(d, d->root, DOC_PAGE_BREAK);
    doc_append(d->root, n);
}

void generate_appendix_sections(const struct generator_in *in, struct doc *d)
{
    struct generator_in with = *in;

    with.level = 2;
    for (size_t i = 0; i < in->report->nappendices; i++) {
        const struct paper *p = &in->report->appendices[i];

        if (p->prose != NULL && p->prose->first != NULL)
            add_appendix(&with, d, i);
    }
}

/* The label that the appendix has in the list, once more over its words. */
static void repeat_label(struct doc *d, const struct doc_node *item,
                         struct doc_node *section)
{
    const struct doc_node *label = item->first;
    struct doc_node *again;

    if (label == NULL || label->kind != DOC_LABEL || label->first == NULL ||
        section->kind != DOC_SECTION)
        return;
    again = doc_new(d->arena, DOC_LABEL);
    if (again == NULL)
        return;
    again->text = label->text;
    doc_text(d, again, label->first->text);
    doc_insert_first(section->first, again);
}

void generate_appendix_labels(const struct generator_in *in, struct doc *d)
{
    const struct report *r = in->report;
    struct doc_index index;

    if (r->nappendices == 0)
        return;
    doc_index_make(&index, d);
    for (size_t i = 0; i < r->nappendices; i++) {
        const struct doc_index_entry *item =
            doc_index_get(&index, generate_appendix_id(d, r, i));
        const struct doc_index_entry *section =
            doc_index_get(&index, section_id(d, r, i));

        if (item != NULL && section != NULL)
            repeat_label(d, item->node, section->node);
    }
}
