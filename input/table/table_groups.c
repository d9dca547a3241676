/*
 * In which group a row stands, where a column names groups: the name stands for
 * the rows below it, down to a total or the group's last sub-total. What rows
 * are called beside their groups, and sums by them.
 */
#include "input/table/table_parts.h"

static bool names_group(const struct table_reading *r, size_t row)
{
    return r->group_column < r->columns.count &&
           r->cells[row * r->columns.count + r->group_column].state !=
               CELL_BLANK &&
           r->roles[row] != ROW_SUB_TOTAL && r->roles[row] != ROW_INNER_TOTAL &&
           r->roles[row] != ROW_MEMO;
}

static bool is_total(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_TOTAL || r->roles[row] == ROW_BLOCK_TOTAL;
}

void table_last_sub_totals(const struct table_reading *r, uint32_t *last)
{
    bool follows = false;

    for (size_t i = r->nrows; i > 0; i--) {
        const bool is_sub_total = r->roles[i - 1] == ROW_SUB_TOTAL;

        last[i - 1] = is_sub_total && !follows;
        follows = (follows || is_sub_total) && !names_group(r, i - 1) &&
                  !is_total(r, i - 1);
    }
}

const uint32_t *table_group_rows(const struct table_reading *r)
{
    uint32_t *rows = NULL;
    uint32_t named = UINT32_MAX;

    if (r->group_column >= r->columns.count || r->nrows >= UINT32_MAX)
        return NULL;
    rows = arena_alloc(r->arena, r->nrows, sizeof(*rows));
    if (rows == NULL)
        return NULL;
    table_last_sub_totals(r, rows);
    for (size_t i = 0; i < r->nrows; i++) {
        const bool ends = rows[i] != 0;

        if (is_total(r, i))
            named = UINT32_MAX;
        else if (names_group(r, i))
            named = (uint32_t)i;
        rows[i] = named == UINT32_MAX ? (uint32_t)i : named;
        if (ends)
            named = UINT32_MAX;
    }
    return rows;
}

struct str table_row_name(const struct table_reading *r, size_t row)
{
    struct str name = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && name.len == 0; i++) {
        if (r->naming[i] != r->group_column && r->naming[i] != r->inner_column)
            name = table_text(r, row, r->naming[i]);
    }
    return name;
}

/* `Place total`, `Total Place`: the word, and nothing else than GROUP. */
static bool is_total_of(const struct table_reading *r, struct str words,
                        struct str group)
{
    const struct wording *w = r->options->wording;
    const size_t rest = words.len > group.len ? words.len - group.len : 0;

    if (group.len == 0 || rest == 0)
        return false;
    return (str_same_word(str_to(words, group.len), group) &&
            wording_has(w, WORD_TOTAL, str_trim(str_from(words, group.len)))) ||
           (str_same_word(str_from(words, rest), group) &&
            wording_has(w, WORD_TOTAL, str_trim(str_to(words, rest))));
}

bool sum_names_group(const struct table_reading *r, size_t row,
                     struct str group)
{
    const uint8_t line = r->lines[row];
    const struct kind_row *row_line =
        line == 0 ? NULL : &r->options->kind->rows[line - 1];
    const struct heading_fillers fillers = {r->options->wording, r->period,
                                            marks_without(r, group)};
    struct str words = table_row_name(r, row);

    if (words.len == 0)
        words = table_text(r, row, r->inner_column);
    if (words.len == 0)
        words = table_text(r, row, r->group_column);
    words = marks_without(r, words);
    for (size_t i = 0; row_line != NULL && i < row_line->naliases; i++) {
        if (name_has_placeholder(row_line->aliases[i]) && group.len > 0 &&
            placeholder_fit(&fillers, row_line->aliases[i], words) >=
                PLACEHOLDER_UNKNOWN)
            return true;
    }
    return is_total_of(r, words, fillers.group);
}
