/*
 * Whether a record that is being read is flat (xml_flat.h): its elements are
 * made as all are, and forgotten then.
 */
#include "input/xml/xml_flat.h"
#include "input/xml/xml_reader.h"

static void start_record(struct reader *r, struct xml_node *node)
{
    if (r->records == NULL || node->parent == NULL ||
        !r->records->is_record(r->records->context, node))
        return;
    r->flat = (struct flat_record){
        .node = node,
        .mark = arena_mark(r->arena),
        .inside = r->after,
        .at = reader_place(r, &r->cursor, r->after),
        .findings = r->findings->count + r->findings->dropped,
    };
}

void flat_start(struct reader *r, struct xml_node *node, bool bare)
{
    const struct xml_node *record = r->flat.node;

    if (record == NULL)
        start_record(r, node);
    else if (!bare || node->parent != record ||
             str_eq(node->name, record->name) ||
             (r->before != NULL && str_eq(node->name, r->before->name)))
        r->flat.is_odd = true;
}

/* Whether nothing but white space stands from where the run of text begins to
   the next markup. */
static bool is_space_in_source(const struct reader *r)
{
    const struct str text = r->source->text;
    size_t at = r->run_at;

    while (at < text.len && xml_is_space(text.ptr[at]))
        at++;
    return at < text.len && text.ptr[at] == '<';
}

void flat_text(struct reader *r, struct str text)
{
    if (r->open == r->flat.node ? !is_space_in_source(r)
                                : !run_is_source(r, text))
        r->flat.is_odd = true;
}

void flat_end(struct reader *r)
{
    const struct flat_record f = r->flat;

    if (f.node == NULL || f.node != r->open)
        return;
    r->flat.node = NULL;
    if (f.is_odd || f.node->first == NULL || !r->parser->wellFormed ||
        r->findings->count + r->findings->dropped != f.findings)
        return;
    f.node->flat =
        str_to(str_from(r->source->text, f.inside), r->after - f.inside);
    f.node->text_at = (struct spot){f.at.line, f.at.column};
    f.node->first = NULL;
    arena_rewind(r->arena, f.mark);
}
