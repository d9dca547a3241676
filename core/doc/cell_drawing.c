#include "core/doc/cell_drawing.h"

#include "core/doc/doc.h"
#include "core/doc/dump_text.h"

static const char *const shapes[SHAPE_MAX] = {
    [SHAPE_BAR] = "bar",         [SHAPE_HOLLOW] = "hollow",
    [SHAPE_ARROW] = "arrow",     [SHAPE_ARROW_HOLLOW] = "arrow-hollow",
    [SHAPE_BACK] = "back",       [SHAPE_BACK_HOLLOW] = "back-hollow",
    [SHAPE_DIAMOND] = "diamond", [SHAPE_DIAMOND_HOLLOW] = "diamond-hollow",
    [SHAPE_TICK] = "tick",       [SHAPE_LINE] = "line",
    [SHAPE_POINT] = "point",     [SHAPE_AXIS] = "axis",
    [SHAPE_GRID] = "grid",       [SHAPE_AS_AT] = "as-at",
    [SHAPE_SQUARE] = "square",   [SHAPE_TRIANGLE] = "triangle",
    [SHAPE_CIRCLE] = "circle",   [SHAPE_CHECK] = "check",
    [SHAPE_RING] = "ring",       [SHAPE_CROSS] = "cross",
    [SHAPE_UP] = "up",           [SHAPE_DOWN] = "down",
    [SHAPE_LEVEL] = "level",
};

static const char *const tones[TONE_MAX] = {
    [TONE_TEXT] = "text",       [TONE_MAIN] = "main",
    [TONE_RULE] = "rule",       [TONE_NEUTRAL] = "neutral",
    [TONE_ADVERSE] = "adverse", [TONE_FAVOURABLE] = "favourable",
    [TONE_RISK] = "risk",       [TONE_GOOD] = "good",
};

static const char *const alignments[] = {
    [ALIGN_START] = "start", [ALIGN_CENTRE] = "centre", [ALIGN_END] = "end"};

bool cell_drawing_is_sample(const struct doc_node *drawing)
{
    return drawing->parent->role == ROLE_ENTRY;
}

static void dump_mark(const struct cell_mark *m, struct buf *out)
{
    buf_printf(out, "%s %s", shapes[m->shape], tones[m->tone]);
    if (!cell_shape_is_symbol(m->shape))
        buf_printf(out, " %d", (int)m->from);
    if (m->to != m->from && !cell_shape_is_symbol(m->shape))
        buf_printf(out, "..%d", (int)m->to);
    if (m->shape == SHAPE_LINE || m->shape == SHAPE_POINT)
        buf_printf(out, " at %d..%d", (int)m->low, (int)m->high);
    buf_char(out, '\n');
}

void cell_drawing_dump(const struct cell_drawing *drawing, size_t depth,
                       struct buf *out)
{
    for (uint32_t i = 0; i < drawing->nmarks; i++) {
        dump_indent(out, depth);
        dump_mark(&drawing->marks[i], out);
    }
    for (uint32_t i = 0; i < drawing->nwords; i++) {
        const struct cell_word *w = &drawing->words[i];

        dump_indent(out, depth);
        buf_printf(out, "word %d..%d %s%s ", (int)w->from, (int)w->to,
                   alignments[w->align], w->above ? " above" : "");
        dump_quoted(out, w->text);
        buf_char(out, '\n');
    }
}
