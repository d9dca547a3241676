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

/* Word's own styles List Bullet 2, List Number 3 are lists of one level each,
   which their indents put into one another. */
static uint8_t depth_of(const struct word_paragraph *p)
{
    static const char *const lists[] = {"list bullet ", "list number "};

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        const struct str name = str_of(lists[i]);
        const struct str rest = str_from(p->style.name, name.len);

        if (p->level == 0 && str_starts(p->style.name, name) && rest.len == 1 &&
            rest.ptr[0] >= '2' && rest.ptr[0] <= '5')
            return (uint8_t)(rest.ptr[0] - '1');
    }
    return p->level;
}

/* Within a table a heading would begin a section in the middle of it. */
static void see_heading_in_table(struct word_reading *r)
{
    const struct word_piece *pieces = r->t->pieces.items;
    const bool in_head =
        r->table.row < r->t->pieces.count && pieces[r->table.row].count > 0;

    if (!in_head)
        word_fault(r, FINDING_DOUBTFUL,
                   "a heading in a table, which is printed as words of its "
                   "cell",
                   "move it out of the table, or give it a style of words");
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
    p->depth = depth_of(&r->paragraph);
    p->outline = r->paragraph.outline;
    p->style = r->paragraph.style.name;
    if (r->table.open && p->outline < WORD_NO_LEVEL) {
        p->outline = WORD_NO_LEVEL;
        see_heading_in_table(r);
    }
    r->table.cell_paragraphs++;
}
