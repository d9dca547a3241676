#include "output/layout/layout_parts.h"
#include "output/layout/page_parts.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct note_entry *)a)->node->id,
                  ((const struct note_entry *)b)->node->id);
}

void notes_find(struct layout_parts *m)
{
    struct doc_walk w = doc_walk(m->doc->root);
    size_t count = 0;

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_NOTE)
            count++;
    }
    if (count == 0)
        return;
    m->notes = arena_alloc(m->arena, count, sizeof(*m->notes));
    if (m->notes == NULL)
        return;
    w = doc_walk(m->doc->root);
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_NOTE && w.node->id != NULL)
            m->notes[m->nnotes++].node = w.node;
    }
    qsort(m->notes, m->nnotes, sizeof(*m->notes), by_id);
}

static struct note_entry *find_note(struct layout_parts *m, const char *id)
{
    const struct doc_node wanted = {.id = id};
    const struct note_entry key = {.node = &wanted};

    return m->nnotes == 0
               ? NULL
               : bsearch(&key, m->notes, m->nnotes, sizeof(*m->notes), by_id);
}

bool note_is_placed(struct layout_parts *m, const struct doc_node *note)
{
    const struct note_entry *found =
        note->id == NULL ? NULL : find_note(m, note->id);

    return found != NULL && found->placed;
}

int32_t notes_height(const struct boxes *list)
{
    int64_t sum = 0;

    for (const struct box *s = list->first; s != NULL; s = s->next) {
        for (const struct box *note = s->notes; note != NULL; note = note->next)
            sum += note->height;
    }
    sum += sum == 0 ? 0 : NOTES_GAP;
    return sum > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)sum;
}

const bool *notes_placed(const struct layout_parts *m)
{
    bool *placed = m->nnotes == 0
                       ? NULL
                       : arena_alloc(m->arena, m->nnotes, sizeof(*placed));

    for (size_t i = 0; placed != NULL && i < m->nnotes; i++)
        placed[i] = m->notes[i].placed;
    return placed;
}

void notes_set_placed(struct layout_parts *m, const bool *placed)
{
    for (size_t i = 0; placed != NULL && i < m->nnotes; i++)
        m->notes[i].placed = placed[i];
}

static void add_note(struct layout_parts *m, const struct doc_node *note,
                     struct box *host, bool landscape)
{
    const int32_t left = page_text_left(m);
    const int32_t right = page_text_right(m, landscape);
    const struct text_style style =
        text_style(m, SET_SMALL, FACE_REGULAR, m->style->house->colours.text);
    struct box **end = &host->notes;
    struct boxes lines = {NULL, NULL};
    struct line_box box = {left, right - left, 0};
    struct flow f;

    flow_init(&f, m, &style, left, right);
    flow_target(&f, note);
    if (block_has_label(note)) {
        const int32_t used =
            flow_label(&f, note, &style, left) + label_gap(&style);

        box.left += used;
        box.width -= used;
    }
    inline_atoms(m, note, &style, true);
    line_make(m, &style, box, &lines);
    if (lines.first == NULL && f.label != NULL)
        flow_label_alone(&f, KEEP_NOT);
    flow_emit_all(&f, &lines);
    if (boxes_height(&f.out) > page_text_height(m, landscape))
        finding(m->findings, FINDING_LONG_NOTE, doc_place(note),
                "this note is longer than a page");
    while (*end != NULL)
        end = &(*end)->next;
    *end = f.out.first;
}

void notes_attach(struct layout_parts *m, bool landscape)
{
    /* A note may mark another: its mark joins the end of the queue. */
    for (size_t i = 0; i < m->scratch.nmarks; i++) {
        const struct mark mark = m->scratch.marks[i];
        struct note_entry *note =
            mark.target == NULL ? NULL : find_note(m, mark.target);
        const size_t before = m->scratch.nmarks;

        if (note == NULL || note->placed)
            continue;
        note->placed = true;
        add_note(m, note->node, mark.box, landscape);
        for (size_t j = before; j < m->scratch.nmarks; j++)
            m->scratch.marks[j].box = mark.box;
    }
    m->scratch.nmarks = 0;
}
