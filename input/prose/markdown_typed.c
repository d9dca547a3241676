#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"
#include "input/prose/typed_mark.h"

/* 1.2 of `1.2 words` and `1.2. words`; empty: TEXT begins with no such. */
static struct str typed_number(struct str text)
{
    size_t n = 0;
    size_t points = 0;

    while (n < text.len &&
           (is_digit(text.ptr[n]) ||
            (text.ptr[n] == '.' && n > 0 && text.ptr[n - 1] != '.'))) {
        points += text.ptr[n] == '.';
        n++;
    }
    if (n == 0 || n >= text.len || !is_digit(text.ptr[0]) ||
        !utf8_begins_with_space(str_from(text, n)))
        return (struct str){NULL, 0};
    if (text.ptr[n - 1] == '.') {
        n--;
        points--;
    }
    return str_to(text, points > 0 ? n : 0);
}

/* Whether NUMBER comes behind LAST: 1.2 behind 1.1 or 1.1.4, 1.1.1 behind
   1.1. */
static bool comes_next(struct str last, struct str number)
{
    while (last.len > 0 && number.len > 0) {
        const unsigned from = typed_mark_number(str_cut(&last, '.'));
        const unsigned to = typed_mark_number(str_cut(&number, '.'));

        if (from != to)
            return to == from + 1 && number.len == 0;
    }
    return last.len == 0 && number.len > 0 && typed_mark_number(number) == 1;
}

/* The mark at the head of TEXT is the first of a series, or goes on with it. */
static bool goes_on(struct typed_list *t, struct str text)
{
    const bool first = t->line == 0;
    const struct str number = typed_number(text);
    const struct typed_mark mark = typed_mark_of(text);

    if (number.len > 0 && (first || comes_next(t->number, number))) {
        t->number = number;
        return true;
    }
    if (mark.len == 0 || (!first && !typed_mark_follows(&mark, &t->mark)))
        return false;
    t->mark = mark;
    return true;
}

/* Where an item has the sign or number that it would have without it. */
static bool is_mark_of_item(const struct typed_mark *mark, unsigned n)
{
    return mark->len > 0 &&
           (mark->bullet ? !mark->doubtful : typed_mark_is(mark, n));
}

static void say_typed(struct markdown *r, const char *what, struct str text,
                      bool *said)
{
    const size_t mark = typed_mark_of(text).len;
    const size_t len = mark > 0 ? mark : typed_number(text).len;

    if (*said)
        return;
    *said = true;
    finding(r->prose.findings, FINDING_TYPED_LIST, r->prose.at, "%s (`%.*s`)",
            what, STR_ARG(str_to(text, len)));
    finding_hint(r->prose.findings, "begin each with 1. or -, and leave a "
                                    "blank line before the first: the "
                                    "template has the marks");
}

void markdown_typed_begin(struct markdown *r)
{
    r->typed.line = 0;
    r->typed.mark = (struct typed_mark){0};
    r->typed.number = (struct str){NULL, 0};
    r->typed.line_said = false;
    r->typed.line_ended = false;
}

void markdown_typed(struct markdown *r, struct str text)
{
    struct typed_list *t = &r->typed;
    const bool first = t->line == 0 && r->prose.top->kind == DOC_PARAGRAPH &&
                       r->prose.top->first == NULL && r->prose.run.len == 0;
    const struct typed_mark mark =
        t->item_begun ? typed_mark_of(text) : (struct typed_mark){0};

    if (is_mark_of_item(&mark, t->item + 1) && ++t->item == 2)
        say_typed(r, "an item has a mark of its own, and one that was typed",
                  text, &t->item_said);
    t->item_begun = false;
    if (r->options->cell || !(first || t->line_ended) || !goes_on(t, text))
        return;
    t->line++;
    if (t->line == 1)
        return;
    say_typed(r, "lines begin with marks that were typed: they are no list",
              text, &t->line_said);
    t->line_ended = false;
    prose_leaf(&r->prose, DOC_BREAK);
}

void markdown_end_line(struct markdown *r)
{
    const struct place at = r->prose.at;

    if (!r->typed.line_ended)
        return;
    r->prose.at = r->typed.ended_at;
    prose_text(&r->prose, STR_LIT(" "));
    r->prose.at = at;
    r->typed.line_ended = false;
}
