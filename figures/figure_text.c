#include "core/base/utf8.h"
#include "figures/expression.h"
#include "figures/figure.h"

#define BIT(type) (1u << (type))
#define NUMERIC (BIT(FIGURE_NUMBER) | BIT(FIGURE_MONEY) | BIT(FIGURE_PERCENT))

/* What each pipe is called, and which figures it can print. A blank cell
   prints as it stands, whatever the pipe. */
static const struct {
    const char *name;
    unsigned types;
} pipes[PIPE_MAX] = {
    [PIPE_PLAIN] = {"", ~0u},
    [PIPE_POUNDS] = {"pounds", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_PENCE] = {"pence", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_THOUSANDS] = {"thousands", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_MILLIONS] = {"millions", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_PERCENT] = {"percent", BIT(FIGURE_PERCENT) | BIT(FIGURE_NUMBER)},
    [PIPE_NUMBER] = {"number", NUMERIC},
    [PIPE_WORDS] = {"words", BIT(FIGURE_NUMBER)},
    [PIPE_DATE] = {"date", BIT(FIGURE_DATE)},
    [PIPE_MONTH] = {"month", BIT(FIGURE_DATE)},
    [PIPE_YEAR] = {"year", BIT(FIGURE_DATE) | BIT(FIGURE_YEAR)},
};

const char *pipe_name(enum pipe pipe)
{
    return pipes[pipe].name;
}

enum pipe pipe_of(struct str name)
{
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++) {
        if (str_is(name, pipes[i].name))
            return (enum pipe)i;
    }
    return PIPE_MAX;
}

bool pipe_fits(enum pipe pipe, enum figure_type type)
{
    return type == FIGURE_BLANK || type == FIGURE_NONE ||
           (pipes[pipe].types & BIT(type)) != 0;
}

/* Without a pipe, pence are printed where there are some. */
static struct str money_text(struct arena *a, const struct figure *f,
                             const struct wording *w)
{
    struct decimal d = f->number;
    int decimals;

    if (!decimal_round(d, MONEY_SCALE, &d))
        return wording_number(a, w, f->number);
    decimals = f->pipe == PIPE_PENCE ||
               (f->pipe != PIPE_POUNDS && d.coefficient % 100 != 0);
    return wording_money(a, w, d.coefficient, decimals ? MONEY_SCALE : 0);
}

/* Money keeps its sign; a plain number has none to keep. */
static struct str rounded_text(struct arena *a, const struct figure *f,
                               const struct wording *w)
{
    const bool money = f->type == FIGURE_MONEY;

    if (f->pipe == PIPE_THOUSANDS)
        return wording_thousands(a, w, f->number, money);
    return wording_millions(a, w, f->number, money);
}

/* Whole money is a whole number: 1,234 and not 1,234.00. */
static struct str number_text(struct arena *a, const struct figure *f,
                              const struct wording *w)
{
    struct decimal d = f->number;

    if (f->type == FIGURE_MONEY && d.coefficient % 100 == 0)
        d = (struct decimal){d.coefficient / 100, 0};
    return wording_number(a, w, d);
}

static struct str words_text(struct arena *a, const struct figure *f,
                             const struct wording *w)
{
    const int64_t last = (int64_t)(sizeof(w->numbers) / sizeof(*w->numbers));
    struct decimal whole;

    if (!decimal_round(f->number, 0, &whole) || whole.coefficient < 0 ||
        whole.coefficient >= last || decimal_compare(whole, f->number) != 0)
        return number_text(a, f, w);
    return w->numbers[whole.coefficient];
}

static struct str date_text(struct arena *a, const struct figure *f,
                            const struct wording *w)
{
    if (f->pipe == PIPE_MONTH)
        return wording_date(a, w, w->month_pattern, f->date);
    if (f->pipe == PIPE_YEAR)
        return arena_printf(a, "%d", f->date.year);
    return wording_date(a, w, w->date_pattern, f->date);
}

static struct str numeric_text(struct arena *a, const struct figure *f,
                               const struct wording *w)
{
    switch (f->pipe) {
    case PIPE_POUNDS:
    case PIPE_PENCE: return money_text(a, f, w);
    case PIPE_THOUSANDS:
    case PIPE_MILLIONS: return rounded_text(a, f, w);
    case PIPE_PERCENT: return wording_percent(a, w, f->number);
    case PIPE_WORDS: return words_text(a, f, w);
    case PIPE_NUMBER: return number_text(a, f, w);
    case PIPE_PLAIN:
    case PIPE_DATE:
    case PIPE_MONTH:
    case PIPE_YEAR:
    case PIPE_MAX: break;
    }
    if (f->type == FIGURE_MONEY)
        return money_text(a, f, w);
    return f->type == FIGURE_PERCENT ? wording_percent(a, w, f->number)
                                     : wording_number(a, w, f->number);
}

/* The letters of ASCII, Latin-1 and those of Latin Extended-A that Welsh and
   its neighbours use: what names and headings here are written in. */
static uint32_t lower_letter(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return c + 32;
    if (c >= 0x014A && c <= 0x0177 && c % 2 == 0)
        return c + 1;
    return c;
}

static struct str lower_text(struct arena *a, struct str text)
{
    struct str rest = text;
    struct str lower;
    struct buf b;

    buf_init(&b, a->limit);
    while (rest.len > 0) {
        const struct str before = rest;
        const uint32_t c = utf8_next(&rest);

        if (lower_letter(c) == c)
            buf_add(&b, before.ptr, before.len - rest.len);
        else
            utf8_put(&b, lower_letter(c));
    }
    if (buf_status(&b) != ST_OK)
        arena_fail(a, buf_status(&b));
    lower = arena_str(a, buf_view(&b));
    buf_free(&b);
    return lower;
}

static struct str plain_text(struct arena *a, const struct figure *f,
                             const struct wording *w)
{
    switch (f->type) {
    case FIGURE_NUMBER:
    case FIGURE_MONEY:
    case FIGURE_PERCENT: return numeric_text(a, f, w);
    case FIGURE_DATE: return date_text(a, f, w);
    case FIGURE_YEAR: return wording_year(a, w, f->year);
    case FIGURE_BOOL: return w->phrases[f->truth ? PHRASE_YES : PHRASE_NO];
    case FIGURE_TEXT:
    case FIGURE_BLANK: return f->text;
    case FIGURE_NONE: break;
    }
    return (struct str){NULL, 0};
}

struct str figure_text(struct arena *arena, const struct figure *figure,
                       const struct wording *wording)
{
    const struct str text = plain_text(arena, figure, wording);

    return figure->lower ? lower_text(arena, text) : text;
}
