/*
 * Whether a record that is being read is flat (xml_flat.h): its elements are
 * listed, and made only where it is not.
 */
#include "input/text/text_in.h"
#include "input/xml/xml_reader.h"

static bool is_record(const struct reader *r, const struct xml_node *node)
{
    return r->records != NULL && node->parent != NULL &&
           r->source->text.len < UINT32_MAX &&
           r->records->is_record(r->records->context, node);
}

void flat_begin(struct reader *r, struct xml_node *node, size_t tag_at,
                const xmlChar *local)
{
    struct flat_record *f = &r->flat;

    if (f->node != NULL || !is_record(r, node))
        return;
    if (f->now == NULL)
        f->now = arena_alloc(r->arena, 1,
                             sizeof(*f->now) +
                                 XML_FLAT_MAX * sizeof(f->now->elements[0]));
    if (f->now == NULL)
        return;
    f->node = node;
    f->is_listed = true;
    f->in_element = false;
    f->called = local;
    f->newest = NULL;
    f->now->tag_at = (uint32_t)tag_at;
    f->now->count = 0;
}

/* What the list has becomes nodes; the newest is the open one if it is not
   closed. */
void flat_make(struct reader *r)
{
    struct flat_record *f = &r->flat;
    struct xml_flat_walk walk = {r->source, f->now, 0, r->cursor};

    if (!f->is_listed)
        return;
    f->is_listed = false;
    f->now->names = r->met.names;
    for (size_t i = 0; i < f->now->count; i++) {
        struct xml_node *node = reader_new_node(r);

        if (node == NULL)
            return;
        (void)xml_flat_next(&walk, node);
        xml_flat_place(&walk, node);
        xml_flat_text_place(&walk, node);
        reader_append(r, node);
    }
    r->cursor = walk.cursor;
    if (!f->in_element)
        return;
    r->open = r->before;
    r->before = NULL;
    r->depth++;
}

/* Between the elements of a record stands nothing but white space. */
static bool end_space(struct reader *r)
{
    if (!r->in_run)
        return true;
    if (!run_is_space(r))
        return false;
    r->in_run = false;
    buf_clear(&r->text);
    return true;
}

static bool may_be_next(struct reader *r, const xmlChar *local, bool bare)
{
    const struct flat_record *f = &r->flat;

    return bare && !f->in_element && local != f->called && local != f->newest &&
           f->now->count < XML_FLAT_MAX && end_space(r);
}

bool flat_open(struct reader *r, const xmlChar *local, bool bare, size_t behind)
{
    struct flat_record *f = &r->flat;
    size_t name = MET_NONE;

    if (!f->is_listed)
        return false;
    if (may_be_next(r, local, bare))
        name = reader_met_name(r, local);
    if (name == MET_NONE) {
        flat_make(r);
        return false;
    }
    f->now->elements[f->now->count++] =
        (struct xml_flat_element){(uint32_t)behind, 0, (uint8_t)name};
    f->newest = local;
    f->in_element = true;
    r->after = behind;
    return true;
}

/* The text of the newest element ends. */
static bool end_text(struct reader *r)
{
    struct str text;

    if (!r->in_run)
        return true;
    if (!run_is_source(r) || r->run_len > XML_FLAT_TEXT_MAX)
        return false;
    text = run_text(r);
    if (!r->is_plain && !text_is_ordinary(text))
        return false;
    r->flat.now->elements[r->flat.now->count - 1].length =
        (uint32_t)r->run_len & XML_FLAT_TEXT_MAX;
    r->in_run = false;
    return true;
}

/* The record ends, and is flat. */
static void keep_record(struct reader *r)
{
    struct flat_record *f = &r->flat;
    const size_t size = f->now->count * sizeof(f->now->elements[0]);
    struct xml_flat *kept = arena_alloc(r->arena, 1, sizeof(*kept) + size);

    if (kept != NULL) {
        *kept = (struct xml_flat){r->met.names, f->now->tag_at, f->now->count};
        memcpy(kept->elements, f->now->elements, size);
    }
    f->node->flat = kept;
    f->is_listed = false;
}

bool flat_close(struct reader *r)
{
    struct flat_record *f = &r->flat;

    if (f->is_listed && f->in_element && end_text(r)) {
        f->in_element = false;
        r->after = reader_offset(r);
        return true;
    }
    if (f->is_listed && !f->in_element && f->now->count > 0 && end_space(r) &&
        r->parser->wellFormed)
        keep_record(r);
    flat_make(r);
    if (r->open == f->node)
        f->node = NULL;
    return false;
}
