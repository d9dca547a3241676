#include "core/doc/dump_text.h"
#include "core/doc/picture_parts.h"

enum picture_fault picture_check_structure(const struct picture_structure *s,
                                           struct str *text)
{
    enum picture_fault fault = PICTURE_SOUND;

    if (s->nboxes == 0)
        return PICTURE_EMPTY;
    if (s->nboxes > PICTURE_ROWS_MAX)
        return PICTURE_CROWDED;
    for (uint32_t i = 0; i < s->nboxes; i++) {
        picture_note_text(&s->boxes[i].name, 1, &fault, text);
        picture_note_text(&s->boxes[i].role, 1, &fault, text);
        if (s->boxes[i].parent != PICTURE_NO_PARENT && s->boxes[i].parent >= i)
            return PICTURE_IMPOSSIBLE;
    }
    return fault;
}

void picture_dump_structure(struct buf *out, const struct picture_structure *s,
                            size_t depth)
{
    picture_begin_line(out, depth, "structure\n");
    for (uint32_t i = 0; i < s->nboxes; i++) {
        const struct picture_box *box = &s->boxes[i];

        picture_begin_line(out, depth + 1, "box");
        picture_put_text(out, box->name);
        if (box->role.len > 0) {
            buf_puts(out, " role=");
            dump_quoted(out, box->role);
        }
        if (box->parent < i) {
            buf_puts(out, " of=");
            dump_quoted(out, s->boxes[box->parent].name);
        }
        buf_char(out, '\n');
    }
}
