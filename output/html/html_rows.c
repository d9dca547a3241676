#include "output/html/html_rows.h"

#include "core/base/utf8.h"
#include "core/doc/cell_drawing.h"
#include "output/html/html_leads.h"
#include "output/html/html_parts.h"

#include <string.h>

#define COLUMNS_LEAST 3
#define ROWS_MOST 400
#define ROWS_SHEET 12

/* Pixels, where the type of tables is 17 high. */
#define CHARACTER 8 /* on average */
#define FIGURE 9    /* and of figures */
#define BOLD_PART 8 /* of its width a word is wider where it is bold */
#define BESIDE 13   /* a cell's words */
#define APART 13    /* and at a desk before words that follow figures */
#define BLOCKS 171  /* a list or paragraphs in a cell, at least */
#define PHONE 390   /* a screen */
#define TABLET 708
#define PAPER 700       /* an upright page, in the type of its tables, */
#define PAPER_DENSE 850 /* or in smaller type */
#define DESK 960
#define DESK_CONTENTS 800 /* with contents at its left */

#define WORDS_LEAST                                                            \
    12                  /* characters that a column of words needs, if it has  \
                           so many */
#define DATE_MOST 17    /* of a date that is whole, or less in all */
#define NAMES_MOST 36   /* and of the name of a row that is on one line */
#define LONG_LEAST 24   /* characters of what goes below its row */
#define LINES_FIGURES 4 /* that a comment on figures should take, */
#define LINES_WORDS 8   /* and words beside words */
#define FIGURES_LEAST 4 /* columns that make a table of figures */
#define MOVED_PART 3    /* of the columns this part may go below, at most */

struct screen_need {
    size_t word; /* characters of the longest */
    size_t all;  /* of the longest cell that heads no column */
    bool blocks; /* a list or paragraphs are in one */
    bool fixed;  /* names rows */
};

/* A table on its way to its form. */
struct table_on_screen {
    const struct doc_table *model;
    struct screen_need needs[HTML_COLUMNS_MOST];
    bool below[HTML_COLUMNS_MOST];
    uint32_t moved; /* of these */
    size_t rows;
    bool named;     /* a row has a name, */
    uint32_t names; /* the first of which stands in this column */
};

/* False: CELL holds another table. */
static bool measure_cell(const struct doc_node *cell, struct screen_need *need)
{
    struct doc_walk w = doc_walk(cell);
    size_t all = 0;

    while (doc_walk_next(&w)) {
        const enum doc_kind kind = (enum doc_kind)w.node->kind;
        struct str rest = w.node->text;

        if (kind == DOC_TABLE)
            return false;
        need->blocks =
            need->blocks || kind == DOC_LIST || kind == DOC_PARAGRAPH;
        if (!w.entering || !doc_is_text(w.node))
            continue;
        all += utf8_count(rest);
        while (rest.len > 0) {
            size_t n = utf8_count(str_cut(&rest, ' '));

            n += cell->u.cell.scope == SCOPE_COLUMN ? n / BOLD_PART : 0;
            need->word = n > need->word ? n : need->word;
        }
    }
    if (cell->u.cell.scope != SCOPE_COLUMN)
        need->all = all > need->all ? all : need->all;
    need->fixed = need->fixed || cell->u.cell.scope == SCOPE_ROW;
    return true;
}

static size_t cells_after(const struct doc_node *cell)
{
    size_t n = 0;

    for (cell = cell->next; cell != NULL; cell = cell->next)
        n++;
    return n;
}

/* Whether its place from the end of its row tells the column of CELL. */
static bool has_place(const struct table_grid *g, const struct doc_node *cell,
                      uint32_t column)
{
    return cell->u.cell.scope != SCOPE_NONE ||
           (cell->u.cell.columns <= 1 &&
            column + 1 + cells_after(cell) == g->ncolumns);
}

/* CELL heads its row from the left edge, over columns that say nothing beside
   it: CSS knows such of up to HTML_LABEL_MOST columns. */
static bool is_label(const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_ROW && cell == cell->parent->first &&
           cell->next != NULL && cell->u.cell.columns <= HTML_LABEL_MOST;
}

/* Columns under a cell over several stay where they are. */
static void fix_columns(struct table_on_screen *m, uint32_t column,
                        uint32_t span)
{
    for (uint32_t i = 0; i < span; i++)
        m->needs[column + i].fixed = true;
}

/* False: ROW cannot be laid out anew. */
static bool look_at_row(struct table_on_screen *m, struct table_grid *g,
                        const struct doc_node *row)
{
    const bool head = row->parent->level == GROUP_HEAD;
    bool placed = true;

    table_grid_row(g);
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        struct screen_need passed = {0};
        uint32_t column, span;

        if (!table_grid_cell(g, c, &column, &span))
            return false;
        if (c->u.cell.columns > 1 && is_label(c))
            fix_columns(m, column, span);
        if (c->u.cell.scope == SCOPE_ROW && c->u.cell.columns <= 1 &&
            !m->named) {
            m->named = true;
            m->names = column;
        }
        placed = placed && (head || has_place(g, c, column)) &&
                 measure_cell(c, c->u.cell.columns > 1 ? &passed
                                                       : &m->needs[column]);
    }
    return placed;
}

/* False: not all of TABLE can be laid out anew. */
static bool look_at_rows(struct table_on_screen *m,
                         const struct doc_node *table)
{
    uint32_t busy[HTML_COLUMNS_MOST] = {0};
    struct table_grid g = table_grid_on(busy, m->model->ncolumns);
    bool placed = true;

    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP)
            continue;
        table_grid_group(&g);
        for (const struct doc_node *row = n->first; row != NULL;
             row = row->next)
            placed =
                ++m->rows <= ROWS_MOST && look_at_row(m, &g, row) && placed;
    }
    return placed;
}

/* --- widths --- */

static size_t room_width(const struct doc_table *model, uint32_t column)
{
    static const size_t widths[ROOM_MAX] = {
        [ROOM_SYMBOL] = 21, [ROOM_SPARK] = 76, [ROOM_BAR] = 133,
        [ROOM_SIDES] = 171, [ROOM_TIME] = 380,
    };

    return model->rooms == NULL ? 0 : widths[model->rooms[column].room];
}

static bool is_words(const struct table_on_screen *m, uint32_t column)
{
    const struct doc_column *c = &m->model->columns[column];

    return c->align == ALIGN_START && !c->nowrap;
}

/* Characters of a column of words, none of whose cells has more than LINES; 0:
   any. */
static size_t words_in(const struct screen_need *need, size_t lines)
{
    const size_t few = need->all < WORDS_LEAST ? need->all : WORDS_LEAST;
    const size_t least = need->word > few ? need->word : few;
    const size_t wanted = lines > 0 ? need->all / lines : 0;

    return wanted > least ? wanted : least;
}

static size_t column_width(const struct table_on_screen *m, uint32_t column,
                           size_t lines)
{
    const struct screen_need *need = &m->needs[column];
    const size_t beside = room_width(m->model, column) + BESIDE;
    const size_t word = need->word * CHARACTER;
    size_t width;

    if (!is_words(m, column)) { /* a heading breaks, a figure does not */
        width = need->all * FIGURE;
        return (word > width ? word : width) + beside;
    }
    width = words_in(need, lines) * CHARACTER;
    return (need->blocks && width < BLOCKS ? BLOCKS : width) + beside;
}

/* Of the columns that are not below their rows. */
static size_t table_width(const struct table_on_screen *m, size_t lines)
{
    size_t sum = 0;

    for (uint32_t i = 0; i < m->model->ncolumns; i++)
        sum += m->below[i] ? 0 : column_width(m, i, lines);
    return sum;
}

/* --- words below their rows --- */

/* Cells over some columns would have to say which. */
static bool has_spans(const struct doc_node *table, uint32_t ncolumns)
{
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        for (const struct doc_node *row = n->first;
             n->kind == DOC_ROW_GROUP && row != NULL; row = row->next) {
            for (const struct doc_node *c = row->first; c != NULL;
                 c = c->next) {
                if (c->u.cell.rows > 1 ||
                    (c->u.cell.columns > 1 && c->u.cell.columns != ncolumns &&
                     !is_label(c)))
                    return true;
            }
        }
    }
    return false;
}

static bool is_of_figures(const struct doc_table *model)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < model->ncolumns; i++)
        n += model->columns[i].align == ALIGN_END;
    return n >= FIGURES_LEAST;
}

/* How many characters may go below, or 0: short words stay in their columns,
   figures too, and drawings. */
static size_t movable(const struct table_on_screen *m, uint32_t column)
{
    const struct screen_need *need = &m->needs[column];
    const size_t all =
        need->blocks && need->all < LONG_LEAST ? LONG_LEAST : need->all;

    return column > 0 && is_words(m, column) && !need->fixed &&
                   !m->below[column] && room_width(m->model, column) == 0 &&
                   all >= LONG_LEAST
               ? all
               : 0;
}

/* The column that goes next, whose words are the longest: among figures any,
   among words one that is twice as long as others. Else the number of columns.
 */
static uint32_t longest_of(const struct table_on_screen *m)
{
    uint32_t longest = m->model->ncolumns;
    size_t most = 0;
    size_t next = 0;

    for (uint32_t i = 0; i < m->model->ncolumns; i++) {
        const size_t all = movable(m, i);

        if (all > most) {
            longest = i;
            next = most;
            most = all;
        } else if (all > next) {
            next = all;
        }
    }
    return is_of_figures(m->model) || most / 2 >= next ? longest
                                                       : m->model->ncolumns;
}

/* Moves columns of words below their rows until WIDTH is enough; false: it
   never is, and none has moved. */
static bool move_below(struct table_on_screen *m, size_t width)
{
    const size_t lines = is_of_figures(m->model) ? LINES_FIGURES : LINES_WORDS;
    struct table_on_screen moved = *m;

    while (table_width(&moved, lines) > width) {
        const uint32_t longest = longest_of(&moved);

        if (longest == m->model->ncolumns ||
            moved.moved >= m->model->ncolumns / MOVED_PART)
            return false;
        moved.below[longest] = true;
        moved.moved++;
    }
    *m = moved;
    return true;
}

/* Those that the tree asks for; others only where no row is too long. */
static void choose_below(struct table_on_screen *m, bool placed, uint32_t desk)
{
    for (uint32_t i = 0; i < m->model->ncolumns; i++) {
        m->below[i] = m->model->columns[i].below;
        m->moved += m->below[i];
    }
    if (m->moved == m->model->ncolumns) {
        memset(m->below, 0, sizeof(m->below));
        m->moved = 0;
    }
    if (placed && m->moved < m->model->ncolumns && !move_below(m, TABLET))
        (void)move_below(m, desk);
}

static bool are_behind(const struct table_on_screen *m)
{
    const uint32_t beside = m->model->ncolumns - m->moved;

    for (uint32_t i = beside; i < m->model->ncolumns; i++) {
        if (!m->below[i])
            return false;
    }
    return true;
}

/* Columns of words behind figures: a desk has them further apart. */
static size_t figures_before_words(const struct table_on_screen *m)
{
    size_t n = 0;

    for (uint32_t i = 1; i < m->model->ncolumns; i++)
        n += m->model->columns[i - 1].align == ALIGN_END && is_words(m, i);
    return n;
}

/* Whether names of rows, which are not too long for that, are on one line at a
   desk where all other columns have what they need. */
static bool names_fit(const struct table_on_screen *m, size_t desk)
{
    const struct screen_need *names = &m->needs[m->names];
    const size_t lines = is_of_figures(m->model) ? LINES_FIGURES : LINES_WORDS;

    return m->named && !names->blocks && names->all <= NAMES_MOST &&
           table_width(m, lines) - column_width(m, m->names, lines) +
                   names->all * CHARACTER + BESIDE +
                   figures_before_words(m) * APART <=
               desk;
}

/* Of the sheet on which a table as wide as WIDTH is printed; on a turned one,
   which is wider than a desk, enough for any. */
static size_t left_on_paper(size_t width)
{
    return width > PAPER_DENSE ? SIZE_MAX
           : width > PAPER     ? PAPER_DENSE - width
                               : PAPER - width;
}

/* Where dates among words find room on one line: on the narrowest screen that
   has columns and on paper, where PAPER is left for them, or at a desk. */
static enum html_lines dates_of(const struct table_on_screen *m,
                                enum html_relaid relaid, size_t desk,
                                size_t paper)
{
    const size_t widths[] = {
        [ROWS_STAY] = PHONE, [ROWS_PHONE] = TABLET, [ROWS_TABLET] = desk};
    const size_t beside = table_width(m, 0);
    size_t width = beside;

    for (uint32_t i = 0; i < m->model->ncolumns; i++) {
        const size_t all = m->needs[i].all;
        const size_t wanted = all < DATE_MOST ? all : DATE_MOST;
        const size_t has = words_in(&m->needs[i], 0);

        if (!m->below[i] && is_words(m, i) && wanted > has)
            width += (wanted - has) * CHARACTER;
    }
    if (width + figures_before_words(m) * APART > desk)
        return LINES_PIECES;
    return width <= widths[relaid] && width - beside <= paper ? LINES_DATES
                                                              : LINES_DESK;
}

/* --- all of it --- */

uint32_t html_desk_width(const struct doc *d)
{
    struct doc_walk w = doc_walk(d->root);

    while (doc_walk_next(&w)) {
        if (html_is_printed_only(w.node))
            doc_walk_skip(&w);
        else if (w.node->kind == DOC_CONTENTS)
            return DESK_CONTENTS;
    }
    return DESK;
}

struct html_rows html_rows_of(const struct doc_node *table, uint32_t desk)
{
    const struct doc_table *model = table->u.table;
    struct html_rows rows = {.relaid = ROWS_STAY};
    struct table_on_screen m = {.model = model};
    size_t beside;
    size_t width;
    size_t paper;
    bool placed;

    rows.print = model->matrix ? PRINT_UPRIGHT : PRINT_TURNED;
    rows.dates = LINES_PIECES;
    if (model->ncolumns > HTML_COLUMNS_MOST || model->matrix)
        return rows; /* the places of a matrix are what it says */
    placed = look_at_rows(&m, table) && model->ncolumns >= COLUMNS_LEAST;
    beside = table_width(&m, 0);
    if (!has_spans(table, model->ncolumns))
        choose_below(&m, placed, desk);
    if (m.moved > 0)
        rows.beside = model->ncolumns - m.moved;
    width = table_width(&m, 0);
    rows.behind = are_behind(&m);
    rows.second = m.names == 1;
    rows.whole = names_fit(&m, desk);
    rows.leads = m.named && m.names == 0 &&
                 !has_spans(table, model->ncolumns) &&
                 html_drawing_leads(table);
    memcpy(rows.below, m.below, sizeof(rows.below));
    /* On paper a table alone repeats its head: cells below their rows that are
       not the last stand in their columns there, where it is long. */
    rows.long_table = m.rows > ROWS_SHEET;
    paper = rows.behind || !rows.long_table ? width : beside;
    rows.print = paper > PAPER_DENSE ? PRINT_TURNED
                 : paper > PAPER     ? PRINT_DENSE
                                     : PRINT_UPRIGHT;
    if (placed)
        rows.relaid = width > TABLET   ? ROWS_TABLET
                      : beside > PHONE ? ROWS_PHONE
                                       : ROWS_STAY;
    rows.dates = dates_of(&m, rows.relaid, desk, left_on_paper(paper));
    return rows;
}
