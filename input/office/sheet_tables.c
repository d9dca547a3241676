#include "input/office/sheet_tables.h"

#include "input/table/table_columns.h"

#include <string.h>

#define BLOCKS_MAX 1000
#define YEAR_FIRST 1900
#define YEAR_LAST 2200
#define GAP_MAX 3     /* rows below headings in which a table begins */
#define TITLES_MAX 20 /* rows in which headings are looked for */

/* Rows without a blank one between them, or part of their columns. */
struct block {
    struct cell_range range;
    uint32_t heading_row; /* 0: it begins with none */
    bool fits;
};

struct search {
    const struct sheet *sheet;
    const struct table_options *options;
    struct list blocks; /* struct block */
};

static bool is_year(const struct sheet_cell *c)
{
    uint32_t year = 0;

    if (c->text.len != 4)
        return false;
    for (size_t i = 0; i < 4; i++) {
        if (c->text.ptr[i] < '0' || c->text.ptr[i] > '9')
            return false;
        year = year * 10 + (uint32_t)(c->text.ptr[i] - '0');
    }
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* How many cells of ROW within RANGE are filled; *FIGURES of them are no
   headings. */
static size_t count_row(const struct sheet *s, const struct cell_range *range,
                        uint32_t row, size_t *figures)
{
    size_t filled = 0;

    *figures = 0;
    for (size_t i = sheet_row_start(s, row);
         i < s->ncells && s->cells[i].row == row; i++) {
        const struct sheet_cell *c = &s->cells[i];

        if (!cell_range_holds(range, row, c->column))
            continue;
        filled++;
        *figures += c->number && !is_year(c);
    }
    return filled;
}

static bool row_fits(const struct search *q, const struct cell_range *range,
                     uint32_t row)
{
    struct str texts[COLUMNS_MAX];
    size_t n = 0;
    bool complete = false;

    for (size_t i = sheet_row_start(q->sheet, row);
         i < q->sheet->ncells && q->sheet->cells[i].row == row &&
         n < COLUMNS_MAX;
         i++) {
        if (cell_range_holds(range, row, q->sheet->cells[i].column))
            texts[n++] = q->sheet->cells[i].text;
    }
    return n > 0 && columns_known(q->options, texts, n, &complete) > 1 &&
           complete;
}

/* Whether something stands below ROW in the columns of RANGE, at most a few
   blank rows further down. */
static bool has_rows_below(const struct sheet *s,
                           const struct cell_range *range, uint32_t row)
{
    struct cell_range below = *range;
    size_t figures;

    below.last_row += GAP_MAX;
    for (uint32_t r = row + 1; r <= row + GAP_MAX; r++) {
        if (count_row(s, &below, r, &figures) > 1)
            return true;
    }
    return false;
}

/* The row of headings with which a block begins, titles passed over. */
static void find_headings(const struct search *q, struct block *b)
{
    bool any_figures = false;
    size_t figures;

    for (uint32_t row = b->range.first_row;
         row <= b->range.last_row && b->heading_row == 0; row++) {
        if (count_row(q->sheet, &b->range, row, &figures) < 2)
            continue;
        if (figures > 0 || !has_rows_below(q->sheet, &b->range, row))
            return;
        b->heading_row = row;
        b->fits = row_fits(q, &b->range, row);
    }
    for (uint32_t row = b->heading_row;
         b->heading_row > 0 && row <= b->range.last_row + GAP_MAX &&
         !any_figures;
         row++) {
        struct cell_range below = b->range;

        below.last_row += GAP_MAX;
        (void)count_row(q->sheet, &below, row, &figures);
        any_figures = figures > 0;
    }
    if (!any_figures && !b->fits && q->blocks.count > 1)
        b->heading_row = 0; /* words below words: more of the same */
}

/* The rows in which something stands. */
static struct cell_range trimmed(const struct sheet *s, struct cell_range r)
{
    uint32_t first = r.last_row;
    uint32_t last = r.first_row;

    for (size_t i = sheet_row_start(s, r.first_row);
         i < s->ncells && s->cells[i].row <= r.last_row; i++) {
        if (!cell_range_holds(&r, s->cells[i].row, s->cells[i].column))
            continue;
        first = s->cells[i].row < first ? s->cells[i].row : first;
        last = s->cells[i].row;
    }
    r.first_row = first;
    r.last_row = last;
    return r;
}

static void add_block(struct search *q, const struct cell_range *range)
{
    struct block *b;

    if (q->blocks.count >= BLOCKS_MAX)
        return;
    b = list_add(&q->blocks);
    if (b == NULL)
        return;
    b->range = trimmed(q->sheet, *range);
    find_headings(q, b);
}

/* Whether a row near the top of RANGE has all the headings that the kind
   needs. */
static bool has_headings(const struct search *q, const struct cell_range *range)
{
    for (uint32_t row = range->first_row;
         row <= range->last_row && row < range->first_row + TITLES_MAX; row++) {
        if (row_fits(q, range, row))
            return true;
    }
    return false;
}

/* The next columns of RANGE's rows from FROM on that are USED; false: there are
   none. */
static bool next_columns(const bool *used, uint32_t from,
                         struct cell_range *range)
{
    uint32_t c = from;

    while (c <= SHEET_COLUMNS_MAX && !used[c])
        c++;
    range->first_column = c;
    while (c <= SHEET_COLUMNS_MAX && used[c])
        c++;
    range->last_column = c - 1;
    return range->first_column <= SHEET_COLUMNS_MAX;
}

/* The columns of a band of rows that are used, parted by blank ones. A blank
   column may also stand within a table to give it air: what fits the kind as a
   whole alone is one. */
static void part_columns(struct search *q, uint32_t first, uint32_t last)
{
    const struct sheet *s = q->sheet;
    bool used[SHEET_COLUMNS_MAX + 2];
    struct cell_range range = {.first_row = first, .last_row = last};
    struct cell_range whole = range;
    bool any_fits = false;

    memset(used, 0, sizeof(used));
    for (size_t i = sheet_row_start(s, first);
         i < s->ncells && s->cells[i].row <= last; i++)
        used[s->cells[i].column] = true;
    for (uint32_t c = 1; next_columns(used, c, &range);
         c = range.last_column + 1) {
        any_fits |= has_headings(q, &range);
        if (whole.first_column == 0)
            whole.first_column = range.first_column;
        whole.last_column = range.last_column;
    }
    if (!any_fits && whole.first_column > 0 && has_headings(q, &whole)) {
        add_block(q, &whole);
        return;
    }
    for (uint32_t c = 1; next_columns(used, c, &range);
         c = range.last_column + 1)
        add_block(q, &range);
}

static void part_rows(struct search *q)
{
    const struct sheet *s = q->sheet;
    uint32_t first = 0;
    uint32_t last = 0;

    for (size_t i = 0; i < s->ncells; i++) {
        const uint32_t row = s->cells[i].row;

        if (first > 0 && row > last + 1) {
            part_columns(q, first, last);
            first = 0;
        }
        first = first == 0 ? row : first;
        last = row;
    }
    if (first > 0)
        part_columns(q, first, last);
}

static bool columns_meet(const struct cell_range *a, const struct cell_range *b)
{
    return a->first_column <= b->last_column &&
           b->first_column <= a->last_column;
}

/* A block without headings of its own that stands below T, or beside it in
   the same rows, belongs to it: blank columns part tables too. */
static bool belongs(const struct sheet_table *t, const struct block *b)
{
    if (b->range.first_row > t->shown.first_row)
        return true;
    return b->range.first_row <= t->shown.last_row &&
           b->range.last_row >= t->shown.first_row;
}

static size_t widest(const struct search *q, const struct cell_range *range)
{
    size_t most = 0;
    size_t figures;

    for (uint32_t row = range->first_row; row <= range->last_row; row++) {
        const size_t n = count_row(q->sheet, range, row, &figures);

        most = n > most ? n : most;
    }
    return most;
}

/* Rows behind a blank one belong to the table above them whose columns they
   share; one cell a row is a note. */
static void take_rest(const struct search *q, struct list *tables,
                      const struct block *b)
{
    struct sheet_table *list = tables->items;

    for (size_t i = tables->count; i-- > 0;) {
        struct sheet_table *t = &list[i];

        if (!belongs(t, b) ||
            (tables->count > 1 && !columns_meet(&t->shown, &b->range)))
            continue;
        if (widest(q, &b->range) > 1 && b->range.last_row > t->shown.last_row)
            t->shown.last_row = b->range.last_row;
        if (b->range.last_column > t->shown.last_column &&
            widest(q, &b->range) > 1)
            t->shown.last_column = b->range.last_column;
        return;
    }
}

/* What is read of a table among others: from behind the one above it to before
   the one below. */
static void set_read(struct list *tables, struct cell_range used)
{
    struct sheet_table *list = tables->items;

    for (size_t i = 0; i < tables->count; i++) {
        struct sheet_table *t = &list[i];

        t->read = used;
        for (size_t k = 0; k < tables->count; k++) {
            const struct cell_range *o = &list[k].shown;

            if (k == i)
                continue;
            if (!columns_meet(&t->shown, o)) {
                t->read.first_column = t->shown.first_column;
                t->read.last_column = t->shown.last_column;
                continue;
            }
            if (o->last_row < t->shown.first_row)
                t->read.first_row = t->top;
            if (o->first_row > t->shown.last_row &&
                list[k].top - 1 < t->read.last_row)
                t->read.last_row = list[k].top - 1;
        }
    }
}

/* Headings of the wanted kind below which nothing stands yet, where the sheet
   has no table. */
static void add_empty(const struct search *q, struct list *tables)
{
    const struct block *blocks = q->blocks.items;

    for (size_t i = 0; i < q->blocks.count; i++) {
        const struct cell_range *range = &blocks[i].range;
        uint32_t row = range->first_row;
        struct sheet_table *t;

        while (row <= range->last_row && !row_fits(q, range, row))
            row++;
        t = row <= range->last_row ? list_add(tables) : NULL;
        if (t == NULL)
            continue;
        *t = (struct sheet_table){.shown = *range,
                                  .top = range->first_row,
                                  .fits = true,
                                  .empty = true};
        t->shown.first_row = row;
    }
}

struct list sheet_tables(const struct sheet *s,
                         const struct table_options *options)
{
    struct search q = {
        .sheet = s,
        .options = options,
        .blocks = list_of(s->arena, sizeof(struct block)),
    };
    struct list tables = list_of(s->arena, sizeof(struct sheet_table));
    const struct block *blocks;

    part_rows(&q);
    blocks = q.blocks.items;
    for (size_t i = 0; i < q.blocks.count; i++) {
        struct sheet_table *t;

        if (blocks[i].heading_row == 0)
            continue;
        t = list_add(&tables);
        if (t == NULL)
            break;
        t->shown = blocks[i].range;
        t->shown.first_row = blocks[i].heading_row;
        t->top = blocks[i].range.first_row;
        t->fits = blocks[i].fits;
        t->empty = false;
    }
    if (tables.count == 0)
        add_empty(&q, &tables);
    for (size_t i = 0; i < q.blocks.count; i++) {
        if (blocks[i].heading_row == 0)
            take_rest(&q, &tables, &blocks[i]);
    }
    set_read(&tables, sheet_used(s));
    return tables;
}

/* Whether a cell of ROW within RANGE is called as a total is. */
static bool is_total(const struct sheet *s, const struct cell_range *range,
                     uint32_t row, const struct wording *wording)
{
    for (size_t i = sheet_row_start(s, row);
         i < s->ncells && s->cells[i].row == row; i++) {
        const struct sheet_cell *c = &s->cells[i];

        if (cell_range_holds(range, row, c->column) &&
            wording_has(wording, WORD_TOTAL, c->text))
            return true;
    }
    return false;
}

uint32_t sheet_goes_on_below(const struct sheet *s, const struct cell_range *r,
                             const struct wording *wording)
{
    struct cell_range below = *r;
    uint32_t row = r->last_row;
    uint32_t total = 0;
    size_t figures;
    bool any_figures;

    if (count_row(s, r, row, &figures) == 0)
        return row;
    any_figures = figures > 0;
    below.last_row = SHEET_ROWS_MAX;
    while (count_row(s, &below, row + 1, &figures) > 1 &&
           (figures > 0 || !any_figures)) {
        row++;
        if (is_total(s, &below, row, wording))
            total = row;
    }
    return total > 0 ? total : row;
}

uint32_t sheet_goes_on_beside(const struct sheet *s, const struct cell_range *r)
{
    struct cell_range beside = *r;
    size_t figures;

    beside.last_column++;
    while (count_row(s, &beside, r->first_row, &figures) ==
           (size_t)(beside.last_column - r->first_column) + 1)
        beside.last_column++;
    return beside.last_column - 1;
}
