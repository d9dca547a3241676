#include "input/prose/prose_elements.h"
#include "input/templates/template_parts.h"

/* In their order, so that a piece knows those before it. */
static void read_pieces(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->pieces.items;

    for (size_t i = 0; i < r->pieces.count; i++) {
        const struct prose_options options = template_prose(r);
        const struct doc_node *prose = NULL;
        bool *used = arena_alloc(r->xml->arena, 1, sizeof(*used));
        struct prose_piece *made;

        if (nodes[i]->first != NULL)
            prose = prose_from_xml(r->xml->arena, nodes[i]->first->parent,
                                   &options, r->xml->findings);
        made = used == NULL ? NULL : list_add(&r->made_pieces);
        if (made != NULL)
            *made = (struct prose_piece){
                .id = xml_name(r->xml, nodes[i], AT(template_piece, id)),
                .prose = prose,
                .used = used,
            };
    }
}

void template_list_pieces(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->pieces.items;
    const struct prose_piece *made = r->made_pieces.items;
    const size_t n = r->made_pieces.count;
    struct template_piece *list = arena_alloc(r->xml->arena, n, sizeof(*list));

    for (size_t i = 0; list != NULL && i < n; i++)
        list[i] = (struct template_piece){
            .id = made[i].id, .used = *made[i].used, .at = nodes[i]->at};
    r->made->pieces = list;
    r->made->npieces = list == NULL ? 0 : n;
}

static bool is_side(const struct xml_node *n)
{
    return n->element == &prose_start_element ||
           n->element == &prose_centre_element ||
           n->element == &prose_end_element;
}

/* Start, centre and end that stand directly in head or foot are SIDES. */
static struct doc_node *read_sides(const struct template_reading *r,
                                   const struct xml_node *node)
{
    static const struct xml_element *const places[] = {
        &prose_start_element, &prose_centre_element, &prose_end_element};
    const struct prose_options options = template_prose(r);
    struct doc_node *sides = doc_new(r->xml->arena, DOC_SIDES);

    if (sides == NULL)
        return NULL;
    sides->at = node->at;
    for (size_t i = 0; i < 3; i++) {
        const struct xml_node *place = xml_first(node, places[i]);
        struct doc_node *given = NULL;
        struct doc_node *p;

        if (place != NULL)
            given = prose_from_xml(r->xml->arena, place, &options,
                                   r->xml->findings);
        p = given == NULL ? NULL : given->first;
        if (p == NULL)
            p = doc_new(r->xml->arena, DOC_PARAGRAPH);
        doc_unlink(p);
        doc_append(sides, p);
    }
    return sides;
}

/* Head and foot of pages. */
static const struct doc_node *read_running(const struct template_reading *r,
                                           const struct xml_element *element)
{
    const struct prose_options options = template_prose(r);
    const struct xml_node *n = template_first(r, element);
    const struct xml_node *side = n == NULL ? NULL : n->first;
    const struct xml_node *other = side;
    struct doc_node *all;

    if (n == NULL)
        return NULL;
    while (side != NULL && !is_side(side))
        side = side->next;
    while (other != NULL && is_side(other))
        other = other->next;
    if (side == NULL)
        return prose_from_xml(r->xml->arena, n, &options, r->xml->findings);
    if (other != NULL) {
        finding(r->xml->findings, FINDING_BAD_ELEMENT, side->at,
                "<%s> stands beside other blocks", side->element->name);
        finding_hint(r->xml->findings, "put it into <sides>");
        return NULL;
    }
    all = doc_new(r->xml->arena, DOC_FRAGMENT);
    doc_append(all, read_sides(r, n));
    return all;
}

/* In files of format 1 a header holds fields, later what is printed. */
static bool holds_body(const struct template_reading *r,
                       const struct xml_node *header)
{
    const struct xml_node *field = xml_first(header, &template_field_element);
    const struct xml_node *n = header->first;

    while (n != NULL && n->element == &template_field_element)
        n = n->next;
    if (n != NULL && field != NULL) {
        finding(r->xml->findings, FINDING_BAD_ELEMENT, field->at,
                "a header holds fields or what is printed, not both");
        finding_hint(r->xml->findings,
                     "declare the fields in <fields>, and write {{%.*s}} where "
                     "it is printed",
                     STR_ARG(xml_value(field, AT(template_field, id))));
    }
    return n != NULL;
}

static bool has_title(const struct template_block *blocks, size_t nblocks)
{
    for (size_t i = 0; i < nblocks; i++) {
        struct doc_walk w = doc_walk(blocks[i].prose);

        while (blocks[i].prose != NULL && doc_walk_next(&w)) {
            if (w.entering && w.node->role == ROLE_TITLE)
                return true;
        }
    }
    return false;
}

static void read_header(struct template_reading *r)
{
    const struct xml_node *header = template_first(r, &template_header_element);
    const struct xml_node *cover = template_first(r, &template_cover_element);
    struct template *t = r->made;
    struct template_body body = {NULL, 0};
    const size_t errors = r->xml->findings->errors;

    if (cover != NULL)
        body = template_read_body(r, cover);
    t->cover = body.blocks;
    t->ncover = body.nblocks;
    t->header_has_body = cover != NULL;
    if (header != NULL && holds_body(r, header)) {
        body = template_read_body(r, header);
        t->header_has_body = true;
        t->header_body = body.blocks;
        t->nheader_body = body.nblocks;
    }
    if (t->header_has_body && !has_title(t->cover, t->ncover) &&
        !has_title(t->header_body, t->nheader_body) &&
        r->xml->findings->errors == errors) {
        finding(r->xml->findings, FINDING_MISSING,
                header != NULL ? header->at : cover->at,
                "neither cover nor header prints the title");
        finding_hint(r->xml->findings, "add <title/>");
    }
}

/* A field that is repeated is printed by a header that prints its fields, as
   what its value says of each row. */
static void check_repeated(const struct template_reading *r)
{
    const struct template *t = r->made;

    for (size_t i = 0; i < t->nfields; i++) {
        const struct template_field *f = &t->fields[i];

        if (f->each.len == 0 || f->id == NULL)
            continue;
        if (t->header_has_body) {
            finding(r->xml->findings, FINDING_BAD_ATTRIBUTE, f->each_at,
                    "the field `%s` is repeated, and here not the fields but "
                    "what the header holds is printed",
                    f->id);
            finding_hint(r->xml->findings,
                         "repeat it there: <fact label=\"...\" "
                         "each=\"%.*s\">{{row}}</fact>",
                         STR_ARG(f->each));
        } else if (f->value.len == 0) {
            finding(r->xml->findings, FINDING_MISSING, f->each_at,
                    "the field `%s` is repeated, and has no `value` that says "
                    "something of each row",
                    f->id);
            finding_hint(r->xml->findings,
                         "add one: value=\"{{row}}\", or {{row.name}} of a "
                         "person or table");
        }
    }
}

void template_read_places(struct template_reading *r)
{
    r->fact_series = r->made->header_series;
    read_pieces(r);
    read_header(r);
    check_repeated(r);
    r->fact_series = NULL;
    r->made->running_head = read_running(r, &template_head_element);
    r->made->running_foot = read_running(r, &template_foot_element);
}
