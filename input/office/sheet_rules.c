#include "input/office/sheet_rules.h"

void sheet_rule_add(struct sheet *s, struct str ranges,
                    const struct hiding_rule *rule)
{
    struct str one = str_cut_word(&ranges);

    for (; one.len > 0; one = str_cut_word(&ranges)) {
        struct hiding_rule *r = list_add(&s->hiding);

        if (r == NULL)
            return;
        *r = *rule;
        if (!cell_range_read(one, &r->range))
            s->hiding.count--;
    }
}

/* The number that C holds, from its text; false: it holds none. */
static bool number_of(const struct sheet_cell *c, struct decimal *d)
{
    const struct str none = {NULL, 0};

    if (c->nought || str_is(c->text, "-")) {
        *d = (struct decimal){0, 0};
        return true;
    }
    if (!c->number)
        return false;
    if (str_ends(c->text, STR_LIT("%"))) {
        if (decimal_read_percent(c->text, d) != NUMBER_OK || d->scale > 16)
            return false;
        d->scale = (uint8_t)(d->scale + 2);
        return true;
    }
    return decimal_read(c->text, none, d) == NUMBER_OK;
}

static bool holds(const struct hiding_rule *r, struct decimal d)
{
    const int from = decimal_compare(d, r->from);
    const int to = decimal_compare(d, r->to);

    switch (r->test) {
    case SHEET_RULE_UNKNOWN:
    case SHEET_RULE_ALWAYS: return true;
    case SHEET_RULE_LESS: return from < 0;
    case SHEET_RULE_LESS_OR_EQUAL: return from <= 0;
    case SHEET_RULE_GREATER: return from > 0;
    case SHEET_RULE_GREATER_OR_EQUAL: return from >= 0;
    case SHEET_RULE_EQUAL: return from == 0;
    case SHEET_RULE_NOT_EQUAL: return from != 0;
    case SHEET_RULE_BETWEEN: return from >= 0 && to <= 0;
    case SHEET_RULE_NOT_BETWEEN: return from < 0 || to > 0;
    }
    return true;
}

/* STOPS: another rule may keep R from what it does. */
static void apply(const struct hiding_rule *r, bool stops, struct sheet_cell *c)
{
    struct decimal d;

    if (!cell_range_holds(&r->range, c->row, c->column))
        return;
    if (r->test == SHEET_RULE_ALWAYS && !c->number)
        return; /* words have no light */
    if (r->test == SHEET_RULE_UNKNOWN ||
        (r->test == SHEET_RULE_ALWAYS && stops)) {
        if (c->fault == CELL_FINE && str_trim(c->text).len > 0)
            c->fault = CELL_MAY_HIDE;
    } else if (number_of(c, &d) && holds(r, d)) {
        sheet_cell_set(c, CELL_UNSHOWN);
    }
}

void sheet_rules_apply(struct sheet *s)
{
    const struct hiding_rule *rules = s->hiding.items;

    for (size_t k = 0; k < s->hiding.count; k++) {
        const struct cell_range *range = &rules[k].range;

        for (size_t i = sheet_row_start(s, range->first_row);
             i < s->ncells && s->cells[i].row <= range->last_row; i++)
            apply(&rules[k], s->rules_stop, &s->cells[i]);
    }
}
