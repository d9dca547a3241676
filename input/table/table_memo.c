/*
 * Rows that tell more of what stands above them, and are in no sum: `of which
 * agency staff`, `Memo: capital charges`. With the others they would be counted
 * twice.
 */
#include "input/table/table_parts.h"

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

enum row_role memo_role(struct table_reading *r, struct str label)
{
    if (!is_memo(r, label) || !table_has_figures(r))
        return ROW_ENTRY;
    if (r->memos.count++ == 0) {
        r->memos.row = r->nrows;
        r->memos.label = label;
    }
    return ROW_MEMO;
}

void memos_end(const struct table_reading *r)
{
    struct str more = {NULL, 0};

    if (r->memos.count == 0)
        return;
    if (r->memos.count > 1)
        more = arena_printf(r->arena, "; %zu rows are so", r->memos.count);
    finding(r->findings, FINDING_ASSUMED, table_row_place(r, r->memos.row),
            "`%.*s` is in no sum and no count: its name says that it tells "
            "more of what stands above it%.*s",
            STR_ARG(cell_shown(r->memos.label)), STR_ARG(more));
    finding_hint(r->findings,
                 "<line role=\"%s\" aliases=\"%.*s\"/> in kind `%s` says "
                 "that it is a row like any other",
                 row_role_name(ROW_ENTRY), STR_ARG(cell_shown(r->memos.label)),
                 r->options->kind->id);
}
