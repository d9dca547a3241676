#include "core/value/period.h"
#include "core/value/report_period.h"
#include "figures/figure.h"

static enum figure_relation relation(int order)
{
    if (order == 0)
        return RELATION_EQUAL;
    return order < 0 ? RELATION_LESS : RELATION_GREATER;
}

static enum figure_relation compare_blank(struct figure a, struct figure b)
{
    const bool texts = (a.type == FIGURE_BLANK || a.type == FIGURE_TEXT) &&
                       (b.type == FIGURE_BLANK || b.type == FIGURE_TEXT);

    return texts && str_same_text(figure_typed(&a), figure_typed(&b))
               ? RELATION_EQUAL
               : RELATION_OTHER;
}

/* NULL: it is no choice. */
static const struct kind_column *choice_kind(const struct figure *f)
{
    return f->form.type == TYPE_CHOICE ? f->form.kind : NULL;
}

/* A choice may go by several names, and `A` is not `A*`. */
static bool same_texts(const struct figure *a, const struct figure *b)
{
    const struct kind_column *kind = choice_kind(a);
    size_t x;
    size_t y;

    if (kind == NULL)
        kind = choice_kind(b);
    if (kind == NULL)
        return str_same_text(figure_typed(a), figure_typed(b));
    x = kind_column_choice(kind, figure_typed(a));
    y = kind_column_choice(kind, figure_typed(b));
    return x == y && (x < kind->nchoices ||
                      str_same_text(figure_typed(a), figure_typed(b)));
}

/* Figures of one type can be compared, and plain numbers with any figure. */
static bool alike(enum figure_type a, enum figure_type b)
{
    if (a == b)
        return true;
    return figure_type_is_numeric(a) && figure_type_is_numeric(b) &&
           (a == FIGURE_NUMBER || b == FIGURE_NUMBER);
}

/* Words in a column of times. */
static bool is_time(const struct figure *f)
{
    return f->type == FIGURE_TEXT && f->form.type == TYPE_PERIOD;
}

static bool may_be_time(const struct figure *f)
{
    return f->type == FIGURE_TEXT || f->type == FIGURE_DATE;
}

/* From its first day to its last; false where it names none. */
static bool span_of(const struct wording *w, const struct figure *f,
                    struct interval *span)
{
    struct period read = {.count = 0};
    const struct period *p = &read;
    unsigned traits = 0;

    if (f->type == FIGURE_DATE) {
        *span = (struct interval){f->cell.value.date, f->cell.value.date};
        return true;
    }
    if (is_time(f))
        p = f->cell.value.period;
    else if (f->type != FIGURE_TEXT ||
             period_read(figure_typed(f), w, DATE_ORDER_DAY, &read, &traits) !=
                 DATE_OK)
        return false;
    if (p->count == 0)
        return false;
    *span =
        (struct interval){p->intervals[0].from, p->intervals[p->count - 1].to};
    return true;
}

static bool ends_before(const struct interval *a, const struct interval *b)
{
    return a->to.year != 0 && b->from.year != 0 &&
           date_compare(a->to, b->from) < 0;
}

/* One that overlaps the other is neither before it nor behind it; the same days
   are the same time. Words that name no day are like nothing but themselves. */
static enum figure_relation compare_times(const struct wording *w,
                                          const struct figure *a,
                                          const struct figure *b)
{
    struct interval x;
    struct interval y;

    if (a->type == FIGURE_TEXT && b->type == FIGURE_TEXT && same_texts(a, b))
        return RELATION_EQUAL;
    if ((!span_of(w, a, &x) && !is_time(a)) ||
        (!span_of(w, b, &y) && !is_time(b)))
        return RELATION_OTHER; /* a text that is no time */
    if (!span_of(w, a, &x) || !span_of(w, b, &y))
        return RELATION_APART;
    if (ends_before(&x, &y))
        return RELATION_LESS;
    if (ends_before(&y, &x))
        return RELATION_GREATER;
    return date_compare(x.from, y.from) == 0 && date_compare(x.to, y.to) == 0
               ? RELATION_EQUAL
               : RELATION_APART;
}

/* As what a date prints: a month, quarter or year; PLAIN: the day itself. */
static enum pipe span_printed(const struct figure *f)
{
    const enum pipe pipe = f->type == FIGURE_DATE ? f->form.pipe : PIPE_PLAIN;

    return pipe == PIPE_MONTH || pipe == PIPE_QUARTER ||
                   pipe == PIPE_FINANCIAL_YEAR || pipe == PIPE_YEAR
               ? pipe
               : PIPE_PLAIN;
}

static uint8_t months_of(enum pipe span)
{
    return span == PIPE_MONTH ? 1 : span == PIPE_QUARTER ? 3 : 12;
}

/* From the first to the last day of what F, a date, prints. */
static struct interval days_printed(const struct figure *f)
{
    const enum pipe span = span_printed(f);
    struct interval days = {f->cell.value.date, f->cell.value.date};
    int first;

    if (span == PIPE_YEAR) {
        days.from = (struct date){days.to.year, 1, 1};
        days.to = (struct date){days.to.year, 12, 31};
    } else if (span != PIPE_PLAIN) {
        days.to =
            report_period_end(report_period_around(days.to, months_of(span)));
        first = days.to.year * 12 + days.to.month - months_of(span);
        days.from =
            (struct date){(int16_t)(first / 12), (uint8_t)(first % 12 + 1), 1};
    }
    return days;
}

/* F, a text or number beside OTHER, a date, as a span like the one that OTHER
   prints; a year of the calendar may be a number. Else it stays. */
static void read_span(const struct wording *w, const struct figure *other,
                      struct figure *f)
{
    const enum pipe span = span_printed(other);
    struct report_period period;
    struct decimal year;
    struct date end = {0, 0, 0};

    if (span == PIPE_PLAIN ||
        (f->type != FIGURE_TEXT && (f->type != FIGURE_NUMBER || !f->literal)))
        return;
    if (span == PIPE_YEAR) {
        if (f->type == FIGURE_NUMBER)
            year = figure_decimal(f);
        else if (decimal_read(figure_typed(f), STR_LIT(""), &year) != NUMBER_OK)
            return;
        if (year.scale == 0 && year.coefficient >= 1000 &&
            year.coefficient <= 9999)
            end = (struct date){(int16_t)year.coefficient, 1, 1};
    } else if (f->type == FIGURE_TEXT &&
               report_period_read(figure_typed(f), w, &period) &&
               period.day == 0 && period.months == months_of(span)) {
        end = report_period_end(period);
    }
    if (end.year == 0)
        return;
    *f = figure_of_date(end);
    f->form.pipe = span;
}

/* Of dates that print as spans, or of such a one and a day. */
static enum figure_relation compare_spans(const struct figure *a,
                                          const struct figure *b)
{
    const struct interval x = days_printed(a);
    const struct interval y = days_printed(b);

    if (ends_before(&x, &y))
        return RELATION_LESS;
    if (ends_before(&y, &x))
        return RELATION_GREATER;
    return span_printed(a) == span_printed(b) ? RELATION_EQUAL : RELATION_APART;
}

/* Of two that have the same type, or are both numeric. */
static enum figure_relation compare_alike(struct figure a, struct figure b)
{
    switch (a.type) {
    case FIGURE_NUMBER:
    case FIGURE_MONEY:
    case FIGURE_PERCENT:
        return relation(
            decimal_compare(figure_decimal(&a), figure_decimal(&b)));
    case FIGURE_DATE: return compare_spans(&a, &b);
    case FIGURE_YEAR:
        return relation((int)(a.cell.value.year - b.cell.value.year));
    case FIGURE_TEXT:
        return same_texts(&a, &b) ? RELATION_EQUAL : RELATION_OTHER;
    case FIGURE_BOOL:
        return a.truth == b.truth ? RELATION_EQUAL : RELATION_OTHER;
    case FIGURE_BLANK:
    case FIGURE_NONE: break;
    }
    return RELATION_ALIEN;
}

bool figure_spans_differ(const struct wording *w, struct figure a,
                         struct figure b)
{
    read_span(w, &a, &b);
    read_span(w, &b, &a);
    if (a.type == FIGURE_TEXT && b.type == FIGURE_DATE)
        (void)figure_read(w, FIGURE_DATE, figure_typed(&a), &a);
    else if (b.type == FIGURE_TEXT && a.type == FIGURE_DATE)
        (void)figure_read(w, FIGURE_DATE, figure_typed(&b), &b);
    return a.type == FIGURE_DATE && b.type == FIGURE_DATE &&
           span_printed(&a) != span_printed(&b);
}

enum figure_relation figure_compare(const struct wording *w, struct figure a,
                                    struct figure b)
{
    read_span(w, &a, &b);
    read_span(w, &b, &a);
    if (a.type == FIGURE_BLANK || b.type == FIGURE_BLANK)
        return compare_blank(a, b);
    if ((is_time(&a) || is_time(&b)) && may_be_time(&a) && may_be_time(&b))
        return compare_times(w, &a, &b);
    if (a.type == FIGURE_TEXT && b.type != FIGURE_TEXT &&
        !figure_read(w, b.type, figure_typed(&a), &a))
        return RELATION_ALIEN;
    if (b.type == FIGURE_TEXT && a.type != FIGURE_TEXT &&
        !figure_read(w, a.type, figure_typed(&b), &b))
        return RELATION_ALIEN;
    return alike(a.type, b.type) ? compare_alike(a, b) : RELATION_ALIEN;
}
