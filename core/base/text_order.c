#include "core/base/text_order.h"
#include "core/base/ascii.h"
#include "core/base/fold.h"

/* A text that is being compared, at the character NOW. */
struct text_side {
    struct fold fold;
    uint32_t now;
};

static void step(struct text_side *s)
{
    s->now = fold_next(&s->fold);
}

static struct text_side begin(struct str text)
{
    struct text_side s;

    fold_begin(&s.fold, text, FOLD_CHARACTERS);
    step(&s);
    return s;
}

static int skip_noughts(struct text_side *s)
{
    int n = 0;

    for (; s->now == '0'; step(s))
        n++;
    return n;
}

/* Of two figures without noughts before them the longer one is greater. */
static int compare_digits(struct text_side *a, struct text_side *b)
{
    int order = 0;

    while (is_digit_character(a->now) && is_digit_character(b->now)) {
        if (order == 0)
            order = (a->now > b->now) - (a->now < b->now);
        step(a);
        step(b);
    }
    if (is_digit_character(a->now) != is_digit_character(b->now))
        return is_digit_character(a->now) ? 1 : -1;
    return order;
}

int text_order(struct str one, struct str two)
{
    struct text_side a = begin(one);
    struct text_side b = begin(two);
    int noughts = 0; /* how the first figures differ that have others */

    for (;;) {
        if (is_digit_character(a.now) && is_digit_character(b.now)) {
            const int more = skip_noughts(&a) - skip_noughts(&b);
            const int order = compare_digits(&a, &b);

            if (order != 0)
                return order;
            if (noughts == 0)
                noughts = more;
            continue;
        }
        if (a.now == FOLD_END && b.now == FOLD_END)
            return (noughts > 0) - (noughts < 0);
        if (a.now == FOLD_END || b.now == FOLD_END)
            return a.now == FOLD_END ? -1 : 1;
        if (a.now != b.now)
            return a.now < b.now ? -1 : 1;
        step(&a);
        step(&b);
    }
}
