#include "core/model/contrast.h"
#include "output/drawing/bars_parts.h"

#define NCHARTS (sizeof(((struct house_colours *)0)->charts) / sizeof(uint32_t))

/* Of a change that is good or bad, and of one that is neither. */
#define ADVERSE 0x8c0029
#define FAVOURABLE 0x28a197
#define NEITHER 0x767676
#define PALE 0x949494 /* the palest grey that stands out from white */

static int64_t add(int64_t a, int64_t b)
{
    int64_t sum;

    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return b > 0 ? INT64_MAX : INT64_MIN;
}

bool bars_is_missing(const struct picture_bars *m, uint32_t category,
                     uint32_t series)
{
    return m->missing != NULL &&
           m->missing[(size_t)category * m->nseries + series];
}

static int64_t value_of(const struct picture_bars *m, uint32_t category,
                        uint32_t series)
{
    return bars_is_missing(m, category, series)
               ? 0
               : m->values[(size_t)category * m->nseries + series];
}

struct str bars_label(const struct picture_bars *m, uint32_t category,
                      uint32_t series)
{
    return m->labels == NULL
               ? (struct str){NULL, 0}
               : m->labels[(size_t)category * m->nseries + series];
}

struct str bars_total(const struct picture_bars *m, uint32_t category)
{
    return m->totals == NULL ? (struct str){NULL, 0} : m->totals[category];
}

struct str bars_below(const struct picture_bars *m, uint32_t category)
{
    return m->below == NULL ? (struct str){NULL, 0} : m->below[category];
}

/* Each part on those of its sign before it. */
static struct bars_piece stacked(const struct picture_bars *m,
                                 uint32_t category, uint32_t series)
{
    const int64_t value = value_of(m, category, series);
    struct bars_piece p = {0, 0};

    for (uint32_t i = 0; i < series; i++) {
        const int64_t before = value_of(m, category, i);

        if ((before < 0) == (value < 0))
            p.from = add(p.from, before);
    }
    p.to = add(p.from, value);
    return p;
}

bool bars_is_level(const struct picture_bars *m, uint32_t category)
{
    return m->form == FORM_WATERFALL && m->raised && m->sums[category];
}

/* From where the bar before it ends. */
static struct bars_piece changed(const struct picture_bars *m,
                                 uint32_t category)
{
    int64_t at = 0;

    for (uint32_t i = 0; i < category; i++)
        at = m->sums[i] ? value_of(m, i, 0) : add(at, value_of(m, i, 0));
    if (m->sums[category]) {
        const int64_t sum = value_of(m, category, 0);

        return (struct bars_piece){m->raised ? sum : 0, sum};
    }
    return (struct bars_piece){at, add(at, value_of(m, category, 0))};
}

struct bars_piece bars_piece(const struct picture_bars *m, uint32_t category,
                             uint32_t series)
{
    switch ((enum picture_form)m->form) {
    case FORM_STACK: return stacked(m, category, series);
    case FORM_WATERFALL: return changed(m, category);
    case FORM_GROUPED:
    case FORM_LINE: break;
    }
    return (struct bars_piece){0, value_of(m, category, series)};
}

static void stretch(struct bars_piece *reach, int64_t value)
{
    reach->from = value < reach->from ? value : reach->from;
    reach->to = value > reach->to ? value : reach->to;
}

struct bars_piece bars_reach(const struct picture_bars *m, uint32_t category)
{
    struct bars_piece reach = {0, 0};

    for (uint32_t i = 0; i < m->nseries; i++) {
        const struct bars_piece p = bars_piece(m, category, i);

        stretch(&reach, p.from);
        stretch(&reach, p.to);
    }
    return reach;
}

/* A line may begin anywhere: its ticks say where. */
struct axis bars_axis(const struct picture_bars *m)
{
    struct bars_piece all = {0, 0};

    if (m->raised)
        return (struct axis){.from = m->from, .to = m->to};
    if (m->nticks > 0)
        all = (struct bars_piece){m->ticks[0].at, m->ticks[m->nticks - 1].at};
    if (m->form != FORM_LINE || m->nticks == 0)
        stretch(&all, 0);
    for (uint32_t i = 0; i < m->ncategories; i++) {
        const struct bars_piece reach = bars_reach(m, i);

        if (m->form == FORM_LINE)
            break; /* the ticks are around all of it */
        stretch(&all, reach.from);
        stretch(&all, reach.to);
    }
    if (all.from == all.to)
        all.to = all.to == INT64_MAX ? all.to : all.to + 1;
    return (struct axis){.from = all.from, .to = all.to};
}

/* Steps of a waterfall have the colour of what they mean; what they lead from
   and to has none, which could be one of theirs. */
static uint32_t fill_of_step(const struct picture_bars *m, int64_t value)
{
    const bool good = (value > 0) == (m->better == PICTURE_BETTER_HIGH);

    if (m->better == PICTURE_BETTER_NEITHER)
        return NEITHER;
    return good ? FAVOURABLE : ADVERSE;
}

static uint32_t own_fill(const struct sketch *s, const struct picture_bars *m,
                         uint32_t series)
{
    return s->house->colours.charts[picture_colour(m, series) % NCHARTS];
}

/* What stands for the rest is no thing of its own, and paler, where it can be
   told from the part that it stands on. */
static bool is_pale(const struct sketch *s, const struct picture_bars *m,
                    uint32_t category, uint32_t series)
{
    if (m->rest_category == category + 1)
        return true;
    return m->rest_series == series + 1 && series > 0 &&
           contrast(PALE, own_fill(s, m, series - 1)) >= CONTRAST_DRAWN;
}

uint32_t bars_fill(const struct sketch *s, const struct picture_bars *m,
                   uint32_t category, uint32_t series)
{
    if (is_pale(s, m, category, series))
        return PALE;
    if (m->form == FORM_WATERFALL)
        return m->sums[category] ? s->house->colours.secondary
                                 : fill_of_step(m, value_of(m, category, 0));
    return own_fill(s, m, series);
}

uint32_t bars_ink_on(const struct sketch *s, uint32_t fill)
{
    const uint32_t text = s->house->colours.text;

    return contrast(fill, WHITE) > contrast(fill, text) ? WHITE : text;
}

uint32_t bars_ink_of(uint32_t fill)
{
    return contrast_mend(fill, WHITE, CONTRAST_TEXT);
}
