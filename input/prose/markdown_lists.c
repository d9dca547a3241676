#include "core/base/ascii.h"
#include "input/prose/markdown_parts.h"

/* --- numbers that were typed --- */

static void count_list(struct markdown *r, unsigned first)
{
    struct typed_list *t = &r->typed;

    if (t->depth < TYPED_DEPTH_MAX)
        t->counted[t->depth] = (struct counted_list){
            .ones = true, .said = first != 1, /* it is an error itself */
        };
    t->depth++;
}

/* The number that the next item begins with, and its place; 0: what comes next
   begins with none. It stands in a line below what was seen. */
static unsigned typed_in_next_line(const struct markdown *r, const char **at)
{
    struct str line = markdown_line_seen(r);
    struct str words;
    unsigned number = 0;

    do {
        line = markdown_next_line(r->input, line);
        words = markdown_words_of(line);
    } while (line.ptr != NULL && words.len == 0);
    *at = words.ptr;
    while (words.len > 0 && is_digit(words.ptr[0]) && number < 100000) {
        number = number * 10 + (unsigned)(words.ptr[0] - '0');
        words = str_from(words, 1);
    }
    return str_starts(words, STR_LIT(".")) || str_starts(words, STR_LIT(")"))
               ? number
               : 0;
}

static void count_item(struct markdown *r)
{
    struct typed_list *t = &r->typed;
    struct counted_list *list;
    const char *at;
    unsigned number;

    if (t->depth == 0 || t->depth > TYPED_DEPTH_MAX || r->options->cell)
        return;
    list = &t->counted[t->depth - 1];
    if (++list->items == 1 || (t->numbered & 1) == 0 || list->said)
        return;
    number = typed_in_next_line(r, &at);
    if (number == 0) /* something else stands between, code or a picture */
        return;
    list->ones = list->ones && number == 1;
    if (number == list->items || list->ones)
        return;
    list->said = true;
    finding(r->prose.findings, FINDING_DOUBTFUL, markdown_place_ahead(r, at),
            "this is item %u of its list, and was typed as %u", list->items,
            number);
    finding_hint(r->prose.findings,
                 "items are counted: write the numbers that they get, or 1. "
                 "before each");
}

/* --- lists --- */

static void open_list(struct markdown *r, const struct label_series *series)
{
    struct doc_node *n = prose_open(&r->prose, DOC_LIST);

    if (n != NULL)
        n->u.series = series;
}

/* Its numbers are the series', which begins with the first. */
static void open_numbered(struct markdown *r, const MD_BLOCK_OL_DETAIL *detail)
{
    const struct prose_options *o = r->options;

    open_list(r,
              o->ordered_series != NULL ? o->ordered_series : o->list_series);
    if (detail->start == 1 || prose_stopped(&r->prose))
        return;
    markdown_move_to_number(r, detail->start, detail->mark_delimiter);
    finding(r->prose.findings, FINDING_BAD_VALUE, r->prose.at,
            "a list begins with %u; lists begin with 1", detail->start);
    finding_hint(r->prose.findings,
                 "where it goes on with a list, indent all that stands between "
                 "by three spaces or more; where the number belongs to the "
                 "text, write %u\\%c",
                 detail->start, detail->mark_delimiter);
}

void markdown_open_list(struct markdown *r)
{
    open_list(r, r->options->list_series);
    count_list(r, 1);
    r->typed.item = 0;
    r->typed.numbered <<= 1;
}

void markdown_open_ordered_list(struct markdown *r,
                                const MD_BLOCK_OL_DETAIL *detail)
{
    open_numbered(r, detail);
    count_list(r, detail->start);
    r->typed.numbered = r->typed.numbered << 1 | 1;
}

void markdown_close_list(struct markdown *r)
{
    r->typed.numbered >>= 1;
    r->typed.depth--;
    prose_close(&r->prose);
}

/* --- items --- */

void markdown_open_item(struct markdown *r, const MD_BLOCK_LI_DETAIL *detail)
{
    count_item(r);
    if ((r->typed.numbered & 1) != 0)
        markdown_move_over_space(r);
    prose_open(&r->prose, DOC_ITEM);
    r->typed.item_begun = true;
    if (!detail->is_task || prose_stopped(&r->prose))
        return;
    markdown_move_over_space(r);
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "a task (`[%c]`) is not taken in prose", detail->task_mark);
    finding_hint(r->prose.findings, "say in words what is done");
}

/* An item without words is not printed, and those below it would be counted
   one less than they are here. */
static void expect_item(struct markdown *r)
{
    const struct doc_node *item = r->prose.top;

    if (prose_stopped(&r->prose) || item->kind != DOC_ITEM ||
        item->first != NULL || r->prose.run.len > 0 ||
        (r->typed.numbered & 1) == 0)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "an item of a numbered list has no words");
    finding_hint(r->prose.findings, "write them, or take the number out");
}

void markdown_close_item(struct markdown *r)
{
    expect_item(r);
    prose_close(&r->prose);
}
