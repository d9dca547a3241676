#include "input/table/table_parts.h"

struct place table_spot(const struct table_reading *r, size_t row, size_t c)
{
    const size_t cell = row * r->columns.count + c;

    if (r->spots != NULL)
        return (struct place){r->reader->now.source, r->spots[cell].line,
                              r->spots[cell].column};
    return (struct place){r->reader->now.source, r->records[row],
                          r->columns.list[c].field};
}

struct place table_row_place(const struct table_reading *r, size_t row)
{
    const size_t columns = r->columns.count;
    size_t c = 0;

    while (c + 1 < columns && r->cells[row * columns + c].len == 0)
        c++;
    return table_spot(r, row, c);
}

struct str table_row_words(const struct table_reading *r, size_t row)
{
    struct str words = {NULL, 0};

    for (size_t c = 0; c < r->columns.count && words.len == 0; c++)
        words = cell_as_typed(&r->cells[row * r->columns.count + c]);
    return words;
}
