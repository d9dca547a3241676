#include "output/layout/table_parts.h"

#include "core/base/buf.h"

#define RULE 500 /* milli-points */

const struct doc_node *table_phrase(const struct table_layout *t,
                                    enum phrase phrase,
                                    const struct doc_node *named)
{
    struct arena *a = t->m->arena;
    const struct wording *wording = t->m->doc->wording;
    struct doc_node *node = doc_new(a, DOC_CAPTION);
    struct doc_node *text = doc_new(a, DOC_TEXT);
    struct placeholder placeholder = {.name = "caption"};
    struct buf words;

    if (wording == NULL || wording->phrases[phrase].len == 0 || node == NULL ||
        text == NULL)
        return NULL;
    buf_init(&words, a->limit);
    doc_plain_text(named, &words);
    placeholder.value = buf_view(&words);
    if (buf_status(&words) != ST_OK)
        arena_fail(a, buf_status(&words));
    else if (placeholder.value.len > 0)
        text->text = wording_fill(a, wording->phrases[phrase], &placeholder, 1);
    buf_free(&words);
    node->at = doc_place(named);
    doc_append(node, text);
    return text->text.len > 0 ? node : NULL;
}

struct page_repeat table_repeat(const struct table_layout *t,
                                struct boxes boxes)
{
    return (struct page_repeat){.boxes = boxes,
                                .height = boxes_height(&boxes),
                                .left = t->edges[0],
                                .width = t->edges[t->ncolumns] - t->edges[0]};
}

static void add_fill(const struct table_layout *t, struct box *s, int32_t y,
                     int32_t height, uint32_t colour)
{
    struct layout_item *fill =
        item_fill(t->m, ARTIFACT_BACKGROUND, t->node, colour);

    if (fill == NULL)
        return;
    fill->x = t->edges[0];
    fill->width = t->edges[t->ncolumns] - t->edges[0];
    fill->y = y;
    fill->height = height;
    box_item(s, fill);
}

/* NODE as a row of one cell. */
static struct box *wide_row(struct table_layout *t, const struct doc_node *node,
                            enum table_again again)
{
    const struct house_colours *colours = &t->m->style->house->colours;
    const bool tinted = again == AGAIN_GROUP &&
                        t->m->style->house->look.table_head == HEAD_TINT;
    struct text_style style = t->style;
    struct box *s;
    struct box *line;
    struct flow f;
    int32_t y = t->padding_above;

    style.face |= FACE_BOLD;
    flow_init(&f, t->m, &style, t->edges[0] + t->padding_left,
              table_content_right(t, t->ncolumns - 1));
    flow_paragraph(&f, node, &style, KEEP_STRONG);
    s = box_new(t->m, boxes_height(&f.out) + t->padding_above);
    if (s == NULL)
        return NULL;
    if (again == AGAIN_GROUP)
        s->height += t->padding_above;
    if (tinted)
        add_fill(t, s, 0, s->height, colours->table_head);
    while ((line = boxes_take(&f.out)) != NULL) {
        y += line->height;
        box_merge(t->m, s, line, y - line->height);
    }
    if (tinted)
        add_fill(t, s, s->height - RULE, RULE, colours->rule);
    return s;
}

const struct page_repeat *table_again(struct table_layout *t,
                                      const struct page_repeat *above,
                                      const struct doc_node *named,
                                      enum table_again again)
{
    struct layout_parts *m = t->m;
    struct page_repeat *repeat = arena_alloc(m->arena, 1, sizeof(*repeat));
    const struct doc_node *node = table_phrase(t, PHRASE_CONTINUED, named);
    struct boxes boxes = {NULL, NULL};

    if (repeat == NULL || node == NULL || m->artifact != ARTIFACT_NONE)
        return above;
    m->artifact = ARTIFACT_REPEAT;
    boxes_add(&boxes, wide_row(t, node, again));
    m->artifact = ARTIFACT_NONE;
    *repeat = table_repeat(t, boxes);
    repeat->above = above;
    repeat->height += above->height;
    return repeat->height > page_text_height(m, t->landscape) / 2 ? above
                                                                  : repeat;
}
