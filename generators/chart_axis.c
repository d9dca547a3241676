#include "generators/chart_data.h"
#include "generators/phrases.h"

/* Where the axis of a chart begins and ends, and its ticks. */

#define INTERVALS_MAX 5 /* between the ticks of an axis */
#define SEEN_LEAST 10   /* of this part of an axis a step can be seen */

static int64_t size(int64_t value)
{
    return value < 0 ? -value : value;
}

/* 1, 2, 2.5 or 5 with noughts: the least with few enough intervals. */
static int64_t step_of(int64_t low, int64_t high, int64_t unit)
{
    static const int64_t firsts[] = {10, 20, 25, 50};

    for (int64_t ten = 1;; ten *= 10) {
        for (size_t i = 0; i < 4; i++) {
            const int64_t step = firsts[i] * ten / 10 * unit;
            const int64_t up = (high - low + step - 1) / step;

            if (step > 0 && firsts[i] * ten % 10 == 0 && up < INTERVALS_MAX)
                return step;
        }
    }
}

static int64_t floor_to(int64_t value, int64_t step)
{
    const int64_t down = value / step * step;

    return down > value ? down - step : down;
}

/* Without the decimals that no tick needs. */
static struct str tick_label(struct chart_data *c, int64_t at, int64_t step)
{
    uint8_t scale = c->scale;
    struct cell cell;

    if (c->type == TYPE_MONEY)
        return chart_print_tick(c, at, step);
    while (scale > 0 && step % 10 == 0) {
        scale--;
        step /= 10;
        at /= 10;
    }
    cell = cell_of_decimal(c->type, (struct decimal){at, scale});
    return cell_text(c->d->arena, c->in->wording, &c->form, &cell);
}

/* --- what does not begin at zero says so --- */

static void say_ends(struct chart_data *c, int64_t from, int64_t to,
                     int64_t step)
{
    const struct placeholder ends[] = {{"from", tick_label(c, from, step)},
                                       {"to", tick_label(c, to, step)}};

    if (c->in->wording->phrases[PHRASE_CHART_AXIS].len > 0)
        c->ends = phrase_fill(c->in, c->d, PHRASE_CHART_AXIS, ends, 2);
}

/* --- a waterfall --- */

struct levels {
    int64_t low, high; /* that it passes */
    int64_t step;      /* size of the largest change */
};

static void see(struct levels *l, int64_t at, bool first)
{
    l->low = first || at < l->low ? at : l->low;
    l->high = first || at > l->high ? at : l->high;
}

static struct levels levels_of(const struct chart_data *c)
{
    struct levels l = {0, 0, 0};
    int64_t at = 0;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        const struct chart_value *v = &c->values[i];

        if (chart_is_sum(c, i)) {
            at = v->value;
        } else {
            at += v->value;
            l.step = size(v->value) > l.step ? size(v->value) : l.step;
        }
        see(&l, at, i == 0);
    }
    return l;
}

/* Steps that could not be seen beside bars from zero are drawn between two
   lines instead: no bar begins anywhere else. */
static void raise_waterfall(struct chart_data *c, struct picture_bars *m)
{
    const struct levels l = levels_of(c);
    const int64_t most =
        size(l.high) > size(l.low) ? size(l.high) : size(l.low);
    int64_t step;

    if ((l.low <= 0 && l.high >= 0) || l.step == 0 ||
        l.step > most / SEEN_LEAST ||
        c->in->wording->phrases[PHRASE_CHART_AXIS].len == 0)
        return;
    step = step_of(0, (l.high - l.low) / 2, chart_least(c));
    m->from = floor_to(l.low - 1, step);
    m->to = -floor_to(-l.high, step);
    m->raised = true;
    say_ends(c, m->from, m->to, step);
}

/* --- ticks --- */

static void find_ends(const struct chart_data *c, int64_t *low, int64_t *high)
{
    const bool line = c->call->draw == CHART_LINE;
    bool known = !line; /* bars begin at zero */

    *low = 0;
    *high = 0;
    for (uint32_t i = 0; i < c->ncategories; i++) {
        int64_t sum = 0;

        for (uint32_t k = 0; k < c->nseries; k++) {
            const struct chart_value *v = &c->values[i * c->nseries + k];
            const int64_t at =
                c->call->draw == CHART_STACK ? (sum += v->value) : v->value;

            if (v->missing)
                continue;
            *low = !known || at < *low ? at : *low;
            *high = !known || at > *high ? at : *high;
            known = true;
        }
    }
    /* A line that comes near zero, or never moves, begins there. */
    if (*low > 0 && (*low < *high / 2 || *low == *high))
        *low = 0;
    if (*high < 0 && (*high > *low / 2 || *low == *high))
        *high = 0;
}

void chart_axis(struct chart_data *c, struct picture_bars *m)
{
    struct picture_tick *ticks =
        arena_alloc(c->d->arena, INTERVALS_MAX + 2, sizeof(*ticks));
    int64_t low;
    int64_t high;
    int64_t step;

    if (c->call->draw == CHART_WATERFALL)
        raise_waterfall(c, m);
    if (m->labels != NULL || m->raised || ticks == NULL)
        return;
    find_ends(c, &low, &high);
    if (low > 0 || high < 0) /* no line lies on one that is no zero */
        low--;
    step = step_of(low, high > low ? high : low + 1, chart_least(c));
    low = floor_to(low, step);
    for (int64_t at = low; m->nticks < INTERVALS_MAX + 2; at += step) {
        ticks[m->nticks++] = (struct picture_tick){at, tick_label(c, at, step)};
        if (at >= high && m->nticks > 2)
            break;
    }
    m->ticks = ticks;
    high = ticks[m->nticks - 1].at;
    if (low > 0 || high < 0)
        say_ends(c, low, high, step);
}
