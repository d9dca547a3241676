#include "input/office/word_building.h"

void word_lists_close(struct word_building *x, size_t keep)
{
    while (x->nlists > keep) {
        prose_close(&x->b); /* the item */
        prose_close(&x->b);
        x->nlists--;
    }
}

/* The number with which LEVEL begins in LIST. */
static uint32_t first_number(const struct word_list *list,
                             const struct word_abstract_list *a, uint8_t level)
{
    if (list->starts[level] > 0)
        return list->starts[level] - 1;
    return a->starts[level] > 0 ? a->starts[level] - 1 : 1;
}

/* The number that the item has in Word; and it counts on. */
static uint32_t count_item(struct word_building *x, const struct word_piece *p,
                           bool *numbered)
{
    struct word_list *list = word_list_of(&x->file->styles, p->list);
    struct word_abstract_list *a =
        list == NULL ? NULL : word_abstract_of(&x->file->styles, list);
    const uint8_t level = p->level < WORD_LEVELS ? p->level : 0;

    *numbered = a != NULL && a->numbered[level];
    if (a == NULL)
        return 1;
    for (uint8_t i = 0; i < WORD_LEVELS; i++) {
        if (i > level || (list->starts[i] > 0 && !list->used))
            a->next[i] = 0;
    }
    list->used = true;
    if (a->next[level] == 0)
        a->next[level] = first_number(list, a, level) + 1;
    return a->next[level]++ - 1;
}

/* A list of the report may begin with what is one more than a byte holds. */
static uint8_t numbers_before(struct word_building *x, bool numbered,
                              uint32_t number)
{
    if (!numbered || (number >= 1 && number <= UINT8_MAX + 1U))
        return (uint8_t)(number == 0 ? 0 : (number - 1) & UINT8_MAX);
    finding(x->b.findings, FINDING_BAD_VALUE, x->b.at,
            "a list begins with %u; it may begin with 1 to %u",
            (unsigned)number, UINT8_MAX + 1U);
    finding_hint(x->b.findings, "choose another first number in Word");
    return 0;
}

static void open_list(struct word_building *x, const struct word_piece *p,
                      bool numbered, uint32_t number)
{
    const struct prose_options *o = x->file->options;
    struct doc_node *n;

    if (x->nlists == WORD_LEVELS)
        return;
    n = prose_open(&x->b, DOC_LIST);
    if (n != NULL) {
        n->u.series = numbered && o->ordered_series != NULL ? o->ordered_series
                                                            : o->list_series;
        n->level = numbers_before(x, numbered, number);
    }
    x->lists[x->nlists++] = (struct word_open_list){p->list, p->level};
}

void word_item_open(struct word_building *x, const struct word_piece *p)
{
    bool numbered;
    const uint32_t number = count_item(x, p, &numbered);

    while (x->nlists > 0 && x->lists[x->nlists - 1].level > p->level)
        word_lists_close(x, x->nlists - 1);
    if (x->nlists > 0 && x->lists[x->nlists - 1].level == p->level &&
        !str_eq(x->lists[x->nlists - 1].id, p->list))
        word_lists_close(x, x->nlists - 1);
    if (x->nlists > 0 && x->lists[x->nlists - 1].level == p->level)
        prose_close(&x->b); /* the item before */
    else
        open_list(x, p, numbered, number);
    (void)prose_open(&x->b, DOC_ITEM);
}
