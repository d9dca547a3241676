/*
 * Rows that tell more of what stands above them, and are in no sum: `of which
 * agency staff`, `Memo: capital charges`. With the others they would be counted
 * twice. Percentages below amounts are in none either.
 */
#include "input/table/table_memo.h"
#include "core/base/ascii.h"

static bool is_memo(const struct table_reading *r, struct str label)
{
    const struct spellings *w = &r->options->wording->words[WORD_MEMO];

    /* `- of which agency`, `(of which ...)` */
    while (label.len > 0 &&
           (label.ptr[0] == '-' || label.ptr[0] == '(' || label.ptr[0] == ' '))
        label = str_from(label, 1);
    for (size_t i = 0; i < w->count; i++) {
        if (row_name_letter(label) == row_name_letter(w->forms[i]) &&
            str_starts_words(label, w->forms[i]))
            return true;
    }
    return false;
}

/* What column I of the record holds, where it is one of amounts and that is no
   dash; or nothing. */
static struct str amount_at(const struct table_reading *r, size_t i)
{
    const struct column *c = &r->columns.list[i];
    const struct wording *w = r->options->wording;
    const struct str none = {NULL, 0};
    struct str text;

    if (c->kind == NULL || c->kind->type != TYPE_MONEY)
        return none;
    text = table_field(r, c->field);
    /* So ends no dash, and most amounts do. */
    if (text.len > 0 && is_digit(text.ptr[text.len - 1]))
        return text;
    return wording_has(w, WORD_DASH, text) ||
                   wording_has(w, WORD_NOT_APPLICABLE, text)
               ? none
               : text;
}

/* All that stands in columns of amounts are percentages: `100%`, `0.5%`. */
static bool has_percentages(const struct table_reading *r)
{
    size_t count = 0;

    for (size_t i = 0; i < r->columns.count; i++) {
        const struct str text = amount_at(r, i);

        if (text.len > 0 && !str_ends(text, STR_LIT("%")) &&
            !str_ends(text, STR_LIT("%)")))
            return false;
        count += text.len > 0;
    }
    return count > 0;
}

/* `Variance as % of budget`, not `Pay award 3%`. */
static bool names_percentages(struct str label)
{
    const size_t sign = str_find_char(label, '%');
    size_t before = sign;

    while (before > 0 && label.ptr[before - 1] == ' ')
        before--;
    return sign < label.len &&
           (before == 0 || !is_digit(label.ptr[before - 1]));
}

static bool has_amounts(const struct table_reading *r)
{
    size_t i = 0;

    while (i < r->columns.count && amount_at(r, i).len == 0)
        i++;
    return i < r->columns.count;
}

static void count_row(const struct table_reading *r, struct named_rows *rows,
                      struct str label)
{
    if (rows->count++ > 0)
        return;
    rows->row = r->nrows;
    rows->label = label;
}

enum row_role percent_role(struct table_reading *r, struct str label)
{
    const bool named = names_percentages(label);

    /* Figures alone, with no total above, may be slips in a row of amounts. */
    r->is_of_percent = has_percentages(r)
                           ? named || r->had_total
                           : named && r->had_total && has_amounts(r);
    if (!r->is_of_percent)
        return ROW_ENTRY;
    count_row(r, &r->percentages, label);
    return ROW_MEMO;
}

enum row_role memo_role(struct table_reading *r, struct str label)
{
    if (!is_memo(r, label) || !table_has_figures(r))
        return ROW_ENTRY;
    count_row(r, &r->memos, label);
    return ROW_MEMO;
}

static void say_memos(const struct table_reading *r,
                      const struct named_rows *rows, const char *why)
{
    const struct str more = rows_are_so(r->arena, rows->count);

    if (rows->count == 0)
        return;
    finding(r->findings, FINDING_ASSUMED, table_row_place(r, rows->row),
            "`%.*s` is in no sum and no count: %s%.*s",
            STR_ARG(cell_shown(rows->label)), why, STR_ARG(more));
}

void memos_end(const struct table_reading *r)
{
    say_memos(r, &r->memos,
              "its name says that it tells more of what stands above it");
    if (r->memos.count > 0)
        finding_hint(r->findings,
                     "<line role=\"%s\" aliases=\"%.*s\"/> in kind `%s` says "
                     "that it is a row like any other",
                     row_role_name(ROW_ENTRY),
                     STR_ARG(cell_shown(r->memos.label)), r->options->kind->id);
    say_memos(r, &r->percentages, "it has percentages of the amounts above it");
    if (r->percentages.count > 0)
        finding_hint(r->findings, "where they are amounts, neither they nor "
                                  "its name have a sign of percentages");
}
