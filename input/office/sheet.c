#include "input/office/sheet.h"
#include "core/base/mem.h"

#include <stdlib.h>

void sheet_init(struct sheet *s, struct arena *arena, struct findings *findings,
                const struct source *source)
{
    *s = (struct sheet){
        .arena = arena,
        .findings = findings,
        .source = source,
        .merges = list_of(arena, sizeof(struct cell_range)),
        .varying = list_of(arena, sizeof(struct cell_range)),
        .hidden_rows = list_of(arena, sizeof(struct span)),
        .hidden_columns = list_of(arena, sizeof(struct span)),
        .hiding = list_of(arena, sizeof(struct hiding_rule)),
        .links = list_of(arena, sizeof(struct cell_range)),
        .coloured = list_of(arena, sizeof(struct blank_cell)),
    };
}

void sheet_free(struct sheet *s)
{
    mem_free(s->cells);
    s->cells = NULL;
    s->ncells = s->capacity = 0;
}

struct place sheet_place(const struct sheet *s, uint32_t row, uint32_t column)
{
    return (struct place){s->source, row, column};
}

static bool fail(struct sheet *s, enum status why)
{
    s->status = status_worst(s->status, why);
    return false;
}

static bool make_room(struct sheet *s)
{
    const size_t capacity = s->capacity + s->capacity / 2 + 64;
    struct sheet_cell *cells;

    if (s->ncells < s->capacity)
        return true;
    if (s->ncells >= SHEET_CELLS_MAX * arena_times(s->arena)) {
        finding(s->findings, FINDING_LIMIT, sheet_place(s, 0, 0),
                "the sheet has more than %zu cells",
                SHEET_CELLS_MAX * arena_times(s->arena));
        finding_hint(s->findings, ARENA_TIMES_HINT);
        return fail(s, ST_LIMIT);
    }
    cells = mem_realloc(s->cells, capacity * sizeof(*cells));
    if (cells == NULL)
        return fail(s, ST_NOMEM);
    s->cells = cells;
    s->capacity = capacity;
    return true;
}

static bool in_order(const struct sheet *s, const struct sheet_cell *cell)
{
    const struct sheet_cell *last;

    if (s->ncells == 0)
        return true;
    last = &s->cells[s->ncells - 1];
    return cell->row > last->row ||
           (cell->row == last->row && cell->column > last->column);
}

bool sheet_add(struct sheet *s, const struct sheet_cell *cell)
{
    if (s->status != ST_OK || !make_room(s))
        return false;
    if (!in_order(s, cell)) {
        finding(s->findings, FINDING_BAD_OFFICE_FILE,
                sheet_place(s, cell->row, cell->column),
                "the file is damaged: this cell is there twice, or behind one "
                "that follows it");
        finding_hint(s->findings, "open it in the program that made it, and "
                                  "save it again");
        return fail(s, ST_DATA);
    }
    s->cells[s->ncells++] = *cell;
    return true;
}

void sheet_add_coloured(struct sheet *s, uint32_t row, uint32_t column)
{
    struct blank_cell *b = list_add(&s->coloured);

    if (b != NULL)
        *b = (struct blank_cell){row, (uint16_t)column};
}

static int compare_blank(const void *a, const void *b)
{
    const struct blank_cell *x = a;
    const struct blank_cell *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

bool sheet_is_coloured(const struct sheet *s, uint32_t row, uint32_t column)
{
    const struct blank_cell key = {row, (uint16_t)column};

    return s->coloured.count > 0 &&
           bsearch(&key, s->coloured.items, s->coloured.count, sizeof(key),
                   compare_blank) != NULL;
}

void sheet_cell_set(struct sheet_cell *cell, enum cell_fault fault)
{
    if (str_trim(cell->text).len > 0 &&
        (cell->fault == CELL_FINE || cell->fault > CELL_LAST_FAULT))
        cell->fault = (uint8_t)fault;
}

void sheet_look_varies(struct sheet *s, struct str ranges)
{
    struct str one = str_cut_word(&ranges);

    for (; one.len > 0; one = str_cut_word(&ranges)) {
        struct cell_range *r = list_add(&s->varying);

        if (r != NULL && !cell_range_read(one, r))
            s->varying.count--;
    }
}

void sheet_mark_unreckoned(struct sheet *s)
{
    for (size_t i = 0; i < s->ncells; i++) {
        if (s->cells[i].formula)
            sheet_cell_set(&s->cells[i], CELL_UNRECKONED);
    }
}

/* Cells whose colour depends on a condition may be readable after all. */
static void clear_varying(struct sheet *s)
{
    const struct cell_range *ranges = s->varying.items;

    for (size_t i = 0; s->varying.count > 0 && i < s->ncells; i++) {
        struct sheet_cell *c = &s->cells[i];

        for (size_t k = 0; c->fault == CELL_FAINT && k < s->varying.count;
             k++) {
            if (cell_range_holds(&ranges[k], c->row, c->column))
                c->fault = CELL_FINE;
        }
    }
}

size_t sheet_row_start(const struct sheet *s, uint32_t row)
{
    size_t low = 0;
    size_t high = s->ncells;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (s->cells[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct sheet_cell *sheet_in_row(const struct sheet *s, size_t start,
                                      uint32_t row, uint32_t column)
{
    for (size_t i = start; i < s->ncells && s->cells[i].row == row; i++) {
        if (s->cells[i].column == column)
            return &s->cells[i];
    }
    return NULL;
}

const struct sheet_cell *sheet_at(const struct sheet *s, uint32_t row,
                                  uint32_t column)
{
    return sheet_in_row(s, sheet_row_start(s, row), row, column);
}

/* Spans are in their order and apart: sheet_hide(). */
static bool in_spans(const struct list *spans, uint32_t n)
{
    const struct span *list = spans->items;
    size_t low = 0;
    size_t high = spans->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (list[middle].last < n)
            low = middle + 1;
        else
            high = middle;
    }
    return low < spans->count && n >= list[low].first;
}

void sheet_hide(struct list *spans, uint32_t first, uint32_t last)
{
    struct span *end = spans->count == 0
                           ? NULL
                           : (struct span *)spans->items + spans->count - 1;

    if (end != NULL && first <= end->last + 1) {
        end->last = last > end->last ? last : end->last;
        return;
    }
    end = list_add(spans);
    if (end != NULL)
        *end = (struct span){first, last};
}

bool sheet_row_is_hidden(const struct sheet *s, uint32_t row)
{
    return in_spans(&s->hidden_rows, row);
}

bool sheet_column_is_hidden(const struct sheet *s, uint32_t column)
{
    return in_spans(&s->hidden_columns, column);
}

bool cell_range_holds(const struct cell_range *r, uint32_t row, uint32_t column)
{
    return row >= r->first_row && row <= r->last_row &&
           column >= r->first_column && column <= r->last_column;
}

/* How many cells are looked at for all merges of a sheet, and for all links: no
   sheet whose merges lie apart comes near. */
#define RANGES_WORK_MAX ((size_t)50 * 1000 * 1000)

static void mark_covered(struct sheet_cell *c, const struct cell_range *m)
{
    if (c->row != m->first_row || c->column != m->first_column)
        c->fault = CELL_UNDER_MERGE;
}

bool sheet_is_link(struct str formula)
{
    const struct str function = STR_LIT("HYPERLINK(");

    if (str_starts(formula, STR_LIT("of:=")))
        formula = str_from(formula, 4);
    formula = str_trim(formula);
    return str_starts_alike(formula, function) &&
           !str_starts(str_trim(str_from(formula, function.len)),
                       STR_LIT("\"#"));
}

static void mark_linked(struct sheet_cell *c, const struct cell_range *link)
{
    (void)link;
    c->linked = true;
}

/* MARKs the cells of RANGES, which are called WHAT in a message. */
static void
mark_cells(struct sheet *s, const struct list *ranges, const char *what,
           void (*mark)(struct sheet_cell *c, const struct cell_range *r))
{
    const struct cell_range *r = ranges->items;
    const struct cell_range *end = ranges->count == 0 ? r : r + ranges->count;
    size_t work = 0;

    for (; s->status == ST_OK && r < end; r++) {
        for (size_t i = sheet_row_start(s, r->first_row);
             i < s->ncells && s->cells[i].row <= r->last_row; i++) {
            struct sheet_cell *c = &s->cells[i];

            if (++work > RANGES_WORK_MAX * arena_times(s->arena)) {
                finding(s->findings, FINDING_LIMIT, sheet_place(s, 0, 0),
                        "the sheet has too many %s cells", what);
                finding_hint(s->findings,
                             "save the cells that are wanted as a workbook of "
                             "their own, or " ARENA_TIMES_HINT);
                (void)fail(s, ST_LIMIT);
                return;
            }
            if (cell_range_holds(r, c->row, c->column))
                mark(c, r);
        }
    }
}

static int compare_cells(const void *a, const void *b)
{
    const struct sheet_cell *x = a;
    const struct sheet_cell *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

/* A merged text holds for each row that it covers, as the name of a group does;
   a merged figure for the first alone. */
static void carry_down(struct sheet *s, const struct cell_range *m,
                       uint32_t last_row, struct list *carried)
{
    const struct sheet_cell *top = sheet_at(s, m->first_row, m->first_column);

    if (top == NULL || top->number || top->fault != CELL_FINE)
        return;
    for (uint32_t row = m->first_row + 1; row <= m->last_row && row <= last_row;
         row++) {
        struct sheet_cell *copy;

        if (sheet_at(s, row, m->first_column) != NULL)
            continue; /* what nobody sees: marked already */
        copy = list_add(carried);
        if (copy == NULL)
            return;
        *copy = *top;
        copy->row = row;
    }
}

static void take_carried(struct sheet *s, const struct list *carried)
{
    const struct sheet_cell *list = carried->items;
    size_t kept = 0;

    for (size_t i = 0; i < carried->count && make_room(s); i++)
        s->cells[s->ncells++] = list[i];
    qsort(s->cells, s->ncells, sizeof(*s->cells), compare_cells);
    for (size_t i = 0; i < s->ncells; i++) { /* merges may lie on each other */
        if (kept == 0 || compare_cells(&s->cells[kept - 1], &s->cells[i]) != 0)
            s->cells[kept++] = s->cells[i];
    }
    s->ncells = kept;
}

enum status sheet_end(struct sheet *s)
{
    const struct cell_range *merges = s->merges.items;
    const uint32_t last_row = s->ncells == 0 ? 0 : s->cells[s->ncells - 1].row;
    struct list carried = list_of(s->arena, sizeof(struct sheet_cell));

    clear_varying(s);
    mark_cells(s, &s->merges, "merged", mark_covered);
    for (size_t i = 0; s->status == ST_OK && i < s->merges.count; i++) {
        if (merges[i].last_row > merges[i].first_row)
            carry_down(s, &merges[i], last_row, &carried);
    }
    if (carried.count > 0)
        take_carried(s, &carried);
    mark_cells(s, &s->links, "linked", mark_linked);
    return s->status == ST_OK ? arena_status(s->arena) : s->status;
}

struct cell_range sheet_used(const struct sheet *s)
{
    struct cell_range used = {0};

    if (s->ncells == 0)
        return used;
    used = (struct cell_range){s->cells[0].row, s->cells[s->ncells - 1].row,
                               SHEET_COLUMNS_MAX, 1};
    for (size_t i = 0; i < s->ncells; i++) {
        if (s->cells[i].column < used.first_column)
            used.first_column = s->cells[i].column;
        if (s->cells[i].column > used.last_column)
            used.last_column = s->cells[i].column;
    }
    return used;
}

static void cut_dollar(struct str *s)
{
    if (s->len > 0 && s->ptr[0] == '$')
        *s = str_from(*s, 1);
}

bool cell_name_cut(struct str *s, uint32_t *row, uint32_t *column)
{
    struct str rest = *s;
    uint32_t n = 0;
    size_t digits = 0;

    cut_dollar(&rest);
    *column = source_column_number(&rest);
    cut_dollar(&rest);
    while (digits < rest.len && rest.ptr[digits] >= '0' &&
           rest.ptr[digits] <= '9' && n <= SHEET_ROWS_MAX)
        n = n * 10 + (uint32_t)(rest.ptr[digits++] - '0');
    if (*column == 0 || *column > SHEET_COLUMNS_MAX || n == 0 ||
        n > SHEET_ROWS_MAX)
        return false;
    *row = n;
    *s = str_from(rest, digits);
    return true;
}

bool cell_range_read(struct str s, struct cell_range *r)
{
    s = str_trim(s);
    if (!cell_name_cut(&s, &r->first_row, &r->first_column))
        return false;
    r->last_row = r->first_row;
    r->last_column = r->first_column;
    if (s.len == 0)
        return true;
    if (s.ptr[0] != ':')
        return false;
    s = str_from(s, 1);
    return cell_name_cut(&s, &r->last_row, &r->last_column) && s.len == 0 &&
           r->last_row >= r->first_row && r->last_column >= r->first_column;
}

struct str cell_range_name(struct arena *arena, const struct cell_range *r)
{
    char first[8];
    char last[8];

    source_column_letters(r->first_column, first);
    source_column_letters(r->last_column, last);
    return arena_printf(arena, "%s%u:%s%u", first, r->first_row, last,
                        r->last_row);
}
