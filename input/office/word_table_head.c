#include "input/office/word_table_head.h"

static bool has_words(const struct word_text *t, const struct word_piece *p)
{
    return p->kind == WORD_NOTE || p->kind == WORD_PICTURE ||
           (p->kind == WORD_TEXT &&
            str_trim(str_to(str_from(buf_view(&t->words), p->start), p->len))
                    .len > 0);
}

/* The first row of the table at AT with words; its end: there is none. */
static size_t first_row(const struct word_text *t, size_t at)
{
    const struct word_piece *pieces = t->pieces.items;
    size_t row = at + 1;

    for (; at < t->pieces.count && pieces[at].kind != WORD_TABLE_END; at++) {
        if (pieces[at].kind == WORD_ROW)
            row = at;
        else if (has_words(t, &pieces[at]))
            return row;
    }
    return at;
}

size_t word_table_head(const struct word_text *t, size_t at, uint32_t *head)
{
    const struct word_piece *pieces = t->pieces.items;
    size_t row = first_row(t, at);

    *head = 1;
    if (row == t->pieces.count || pieces[row].kind == WORD_TABLE_END)
        return at; /* it has no words at all */
    at = row - 1;
    if (pieces[row].count == 0)
        return at;
    for (row++; row < t->pieces.count && pieces[row].kind != WORD_TABLE_END;
         row++) {
        if (pieces[row].kind == WORD_ROW && pieces[row].count == 0)
            return at;
        *head += pieces[row].kind == WORD_ROW;
    }
    *head = 1; /* all rows say that they are: the first is */
    return at;
}
