/*
 * `Variance` in pounds and `Variance` in per cent stand beside each other under
 * one name: what their cells hold tells which is which.
 */
#include "input/table/column_match.h"

const struct kind_column *column_in_percent(const struct kind *kind,
                                            const struct kind_column *column)
{
    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *check = &kind->checks[i];
        const struct kind_column *result =
            check->type == CHECK_RATIO
                ? kind_column(kind, str_of(check->result))
                : NULL;

        if (result != NULL && result->type == TYPE_PERCENT &&
            check->nplus == 1 && str_is(str_of(check->plus[0]), column->id))
            return result;
    }
    return NULL;
}

static bool holds_percents(const struct heading *h)
{
    return h->percents > 0 && h->others == 0;
}

static bool is_of(const struct heading *h, const struct kind_column *column)
{
    return h->column == column && h->map_id == NULL && !h->unit.given;
}

void columns_take_percents(struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];
        const struct kind_column *amount = h->column;
        const struct kind_column *percent =
            amount == NULL || amount->type != TYPE_MONEY || !holds_percents(h)
                ? NULL
                : column_in_percent(m->kind, amount);

        if (percent == NULL || !is_of(h, amount) ||
            column_is_present(m, percent))
            continue;
        for (size_t j = 0; j < m->nheadings; j++) {
            if (j == i || m->headings[j].column != amount ||
                holds_percents(&m->headings[j]))
                continue;
            h->column = percent;
            break;
        }
    }
}

struct str columns_percent_heading(const struct match *m,
                                   const struct kind_column *amount)
{
    const struct kind_column *percent =
        amount->type == TYPE_MONEY ? column_in_percent(m->kind, amount) : NULL;

    if (percent == NULL || column_is_present(m, percent))
        return (struct str){NULL, 0};
    return arena_printf(m->arena, "; head the one that is in per cent `%.*s`",
                        STR_ARG(percent->title));
}

bool columns_say_percent(const struct match *m, const struct heading *h,
                         const struct kind_column *amount)
{
    if (amount->type != TYPE_MONEY ||
        str_find_char(h->text, '%') == h->text.len)
        return false;
    finding(m->findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` is in per cent, and left out: the kind has no column of "
            "what `%.*s` is in per cent",
            STR_ARG(h->text), STR_ARG(amount->title));
    finding_hint(m->findings,
                 "give the kind one, and a check `ratio` that says what it is "
                 "of; columns=\"...\" names those that are wanted");
    return true;
}
