#include "input/office/word_reading.h"

struct word_piece *word_piece_add(struct word_reading *r, enum word_kind kind)
{
    struct word_piece *p = list_add(&r->t->pieces);

    if (p == NULL)
        return NULL;
    p->kind = kind;
    p->paragraph = r->t->paragraphs;
    p->column = r->column;
    r->last = p;
    return p;
}

/* The first piece of a paragraph says what it is. */
void word_paragraph_open(struct word_reading *r)
{
    struct word_piece *p;

    if (r->piece != SIZE_MAX)
        return;
    r->piece = r->t->pieces.count;
    p = word_piece_add(r, WORD_PARAGRAPH);
    if (p == NULL)
        return;
    p->list = str_is(r->paragraph.list, "0") ? (struct str){NULL, 0}
                                             : r->paragraph.list;
    p->level = r->paragraph.level;
    p->outline = r->paragraph.outline;
    p->style = r->paragraph.style.name;
    r->table.cell_paragraphs++;
}
