#include "generators/drawn_parts.h"
#include "generators/phrases.h"

#include <string.h>

/*
 * When something happens, along an axis that the column shares: periods as
 * bars, past and to come as the data's day has it, single dates as diamonds.
 */

/* What a column shows, for its key. */
enum {
    SHOWS_PAST = 1,
    SHOWS_TO_COME = 2,
    SHOWS_DATE = 4,
    SHOWS_NO_END = 8,
    SHOWS_SEASON = 16,
    SHOWS_YEAR = 32,
    SHOWS_DAY = 64, /* up to which things are past */
};

static bool is_time(const struct drawn_column *c)
{
    return c->type == TYPE_PERIOD || c->type == TYPE_DATE;
}

/* The spans that ROW says; nothing of words that are no time. */
static struct period period_of(const struct drawn_column *c, size_t row)
{
    const struct cell *cell = table_cell(c->table, row, c->index);
    struct period p = {.count = 0};

    if (cell->state != CELL_VALUE || !row_is_plain(c->table->row_roles[row]))
        return p;
    if (c->type == TYPE_PERIOD)
        return *cell->value.period;
    p.count = 1;
    p.intervals[0] = (struct interval){cell->value.date, cell->value.date};
    return p;
}

/* `by July` and a single day are a moment. */
static bool is_moment(struct interval i)
{
    return i.from.year == 0 ||
           (i.to.year != 0 && date_compare(i.from, i.to) == 0);
}

/* Something that goes on has the whole month that it begins in, at least. */
static void see(struct time_axis *axis, struct interval i)
{
    if (i.from.year == 0)
        time_axis_widen(axis, date_days(i.to), date_days(i.to));
    else if (i.to.year == 0)
        time_axis_widen(axis, date_days(i.from), date_days(i.from));
    else
        time_axis_widen(axis, date_days(i.from), date_days(i.to));
}

static bool has_end(struct interval i)
{
    return i.from.year != 0 || i.to.year != 0;
}

/* The day up to which things are past: the data's, else the report's. */
static struct date day_of(const struct drawn_column *c)
{
    const struct date day = c->in->data->as_at;

    return day.year != 0 ? day : c->d->date;
}

static unsigned shows(const struct drawn_column *c, struct interval i)
{
    const int32_t from = i.from.year != 0 ? date_days(i.from) : date_days(i.to);
    const int32_t to = i.to.year != 0 ? date_days(i.to) : INT32_MAX;
    unsigned kinds = 0;

    if (is_moment(i))
        kinds |= SHOWS_DATE;
    if (i.from.year != 0 && i.to.year == 0)
        kinds |= SHOWS_NO_END;
    if (c->as_at == NO_DAY)
        return kinds;
    if (is_moment(i))
        return kinds | (to <= c->as_at ? SHOWS_PAST : SHOWS_TO_COME);
    kinds |= from < c->as_at ? SHOWS_PAST : 0;
    return kinds | (to >= c->as_at ? SHOWS_TO_COME : 0);
}

#define STEPS_MAX 60 /* years that can be told apart */
#define LINES_FEW 15 /* more had better stand where names do */

/* As a rule a year that was typed wrong. */
static bool refuse_length(const struct drawn_column *c)
{
    finding(c->in->findings, FINDING_LIMIT, c->asked->at,
            "the column `%s` has dates from %d to %d: more years than can be "
            "drawn",
            c->asked->id, date_of_days(c->time.from).year,
            date_of_days(c->time.to - 1).year);
    finding_hint(c->in->findings,
                 "correct the year that is wrong, or take draw=\"timeline\" "
                 "out");
    return false;
}

/* Whether the axis that is asked for has all that ROW says: what it has not
   would be drawn nowhere. */
static bool on_axis(const struct drawn_column *c, size_t row)
{
    const struct date begin = c->asked->begin;
    const struct date end = c->asked->end;
    const struct period p = period_of(c, row);

    for (size_t i = 0; i < p.count; i++) {
        const struct date from = p.intervals[i].from;
        const struct date to = p.intervals[i].to;

        if ((begin.year == 0 ||
             ((from.year == 0 || date_compare(from, begin) >= 0) &&
              (to.year == 0 || date_compare(to, begin) >= 0))) &&
            (end.year == 0 ||
             ((from.year == 0 || date_compare(from, end) <= 0) &&
              (to.year == 0 || date_compare(to, end) <= 0))))
            continue;
        finding(c->in->findings, FINDING_BAD_VALUE,
                table_cell_place(c->table, row, c->index),
                "this is beyond the days that the timeline is to have");
        finding_hint(c->in->findings,
                     "widen `begin` and `end`, or choose its rows by a <view "
                     "where=\"...\">");
        return false;
    }
    return true;
}

static void widen_as_asked(struct drawn_column *c)
{
    const struct date ends[] = {c->asked->begin, c->asked->end};

    for (size_t i = 0; i < 2; i++) {
        if (ends[i].year != 0)
            time_axis_widen(&c->time, date_days(ends[i]), date_days(ends[i]));
    }
}

/* What ROW says stands in its cell alone: a reader of the drawing would think
   that nothing is said. A word such as `Ongoing` is no time. */
static void say_not_drawn(const struct drawn_column *c, size_t row,
                          const struct period *p)
{
    const struct cell *cell = table_cell(c->table, row, c->index);
    char name[SOURCE_CELL_SIZE];
    struct place at;

    if (cell->state != CELL_VALUE || p->count > 0 || p->undated ||
        !row_is_plain(c->table->row_roles[row]))
        return;
    at = table_cell_place(c->table, row, c->index);
    place_cell_name(at, name);
    finding(c->in->findings, FINDING_DOUBTFUL, at,
            "the timeline draws nothing for `%.*s` (cell %s), which names no "
            "days that it knows",
            STR_ARG(cell_as_typed(cell)), name);
    finding_hint(c->in->findings,
                 "write months or days (October to December 2026, by 31 March "
                 "2027, Q3 2026/27), or leave the row to a table");
}

static bool begin_time(struct drawn_column *c)
{
    const struct date day = day_of(c);

    c->as_at = day.year != 0 ? date_days(day) : NO_DAY;
    for (size_t r = 0; r < c->table->nrows; r++) {
        const struct period p = period_of(c, r);

        if (!on_axis(c, r))
            return false;
        say_not_drawn(c, r, &p);
        for (size_t i = 0; i < p.count; i++) {
            if (!has_end(p.intervals[i]))
                continue;
            see(&c->time, p.intervals[i]);
            c->shows |= shows(c, p.intervals[i]);
            c->shows |= p.seasons ? SHOWS_SEASON : 0;
            c->shows |= p.years ? SHOWS_YEAR : 0;
        }
    }
    if (!c->time.begun)
        return drawn_empty(c, "no row has a date");
    widen_as_asked(c);
    time_axis_settle(&c->time);
    return time_axis_count(&c->time) <= STEPS_MAX || refuse_length(c);
}

/* The line of the day, where the axis has it. */
static bool has_day(const struct drawn_column *c)
{
    return c->as_at != NO_DAY && c->as_at >= c->time.from &&
           c->as_at < c->time.to;
}

static struct cell_mark *put_span(const struct drawn_column *c,
                                  struct cell_mark *m, int32_t from, int32_t to,
                                  uint8_t shape)
{
    *m = (struct cell_mark){.shape = shape,
                            .tone = TONE_MAIN,
                            .from = time_axis_place(&c->time, from),
                            .to = time_axis_place(&c->time, to)};
    return m + 1;
}

/* A moment or a period: what is past is filled, what is to come an outline. */
static struct cell_mark *put_interval(const struct drawn_column *c,
                                      struct cell_mark *m, struct interval i)
{
    const bool open = i.to.year == 0;
    const int32_t end = open ? c->time.to : date_days(i.to) + 1;
    const int32_t from = i.from.year == 0 ? end - 1 : date_days(i.from);
    const int32_t day = c->as_at == NO_DAY ? INT32_MAX : c->as_at;

    if (is_moment(i))
        return put_span(c, m, end - 1, end - 1,
                        end - 1 <= day ? SHAPE_DIAMOND : SHAPE_DIAMOND_HOLLOW);
    if (from < day)
        m = put_span(c, m, from, end < day ? end : day,
                     open && day >= end ? SHAPE_ARROW : SHAPE_BAR);
    if (end > day)
        m = put_span(c, m, from > day ? from : day, end,
                     open ? SHAPE_ARROW_HOLLOW : SHAPE_HOLLOW);
    return m;
}

static struct cell_mark *put_upright(const struct drawn_column *c,
                                     struct cell_mark *m, int32_t day,
                                     uint8_t shape, uint8_t tone)
{
    const int32_t place = time_axis_place(&c->time, day);

    *m = (struct cell_mark){
        .shape = shape, .tone = tone, .from = place, .to = place};
    return m + 1;
}

static void row_of_time(const struct drawn_column *c, size_t row,
                        struct cell_drawing *drawing)
{
    const struct period p = period_of(c, row);
    struct cell_mark *first =
        c->time.begun
            ? drawn_marks(c, drawing,
                          time_axis_count(&c->time) + 2 + 2 * PERIODS_MAX)
            : NULL;
    const bool few = time_axis_count(&c->time) <= LINES_FEW;
    struct cell_mark *m = first;

    if (m == NULL)
        return;
    for (int32_t day = c->time.from; day < c->time.to;
         day = time_axis_next(&c->time, day)) {
        if (few || day == c->time.from || time_axis_is_named(&c->time, day))
            m = put_upright(c, m, day, SHAPE_GRID, TONE_RULE);
    }
    m = put_upright(c, m, c->time.to, SHAPE_GRID, TONE_RULE);
    if (has_day(c))
        m = put_upright(c, m, c->as_at, SHAPE_AS_AT, TONE_ADVERSE);
    for (size_t i = 0; i < p.count; i++) {
        if (has_end(p.intervals[i]))
            m = put_interval(c, m, p.intervals[i]);
    }
    drawing->nmarks = (uint32_t)(m - first);
}

/* --- the head --- */

static struct str number_text(const struct drawn_column *c, int n)
{
    return arena_printf(c->d->arena, "%d", n);
}

/* What stands between two lines. */
static struct str step_text(const struct drawn_column *c, struct date from)
{
    const struct wording *w = c->in->wording;
    const struct placeholder number = {
        "number", number_text(c, financial_quarter_of(from))};

    switch (c->time.step) {
    case STEP_WEEK: return number_text(c, from.day);
    case STEP_MONTH:
        return wording_date(c->d->arena, w, w->phrases[PHRASE_TIMELINE_MONTH],
                            from);
    case STEP_QUARTER:
        return phrase_fill(c->in, c->d, PHRASE_TIMELINE_QUARTER, &number, 1);
    case STEP_YEAR:
        return wording_year(c->d->arena, w, financial_year_of(from));
    }
    return (struct str){NULL, 0};
}

/* What stands above several of them, for all that have the same. */
static int above_of(const struct drawn_column *c, struct date from)
{
    switch (c->time.step) {
    case STEP_WEEK: return from.year * 12 + from.month;
    case STEP_MONTH: return from.year;
    case STEP_QUARTER: return financial_year_of(from);
    case STEP_YEAR: break;
    }
    return 0;
}

static struct str above_text(const struct drawn_column *c, struct date from)
{
    const struct wording *w = c->in->wording;

    switch (c->time.step) {
    case STEP_WEEK:
        return wording_date(c->d->arena, w,
                            w->phrases[PHRASE_TIMELINE_FIRST_MONTH], from);
    case STEP_MONTH: return number_text(c, from.year);
    case STEP_QUARTER:
        return wording_year(c->d->arena, w, financial_year_of(from));
    case STEP_YEAR: break;
    }
    return (struct str){NULL, 0};
}

#define NAME_SHORT 4 /* letters: of a year */
#define PART_OF_SHORT 8
#define PART_OF_LONG 5

/* What stands above a few lines goes where the next would stand on it: the
   cells below say when in words. */
static void leave_out_narrow(struct cell_drawing *drawing,
                             struct cell_word *words)
{
    int32_t next = -1; /* where the name after this begins */
    uint32_t n = drawing->nwords;

    for (uint32_t i = drawing->nwords; i-- > 0;) {
        const int32_t part =
            words[i].text.len > NAME_SHORT ? PART_OF_LONG : PART_OF_SHORT;
        const int32_t from = words[i].from;

        if (!words[i].above)
            continue;
        if (next >= 0 && next - from < CELL_DRAWING_WIDTH / part) {
            memmove(&words[i], &words[i + 1], (n - i - 1) * sizeof(*words));
            n--;
        }
        next = from;
    }
    drawing->nwords = n;
}

static void head_of_time(const struct drawn_column *c,
                         struct cell_drawing *drawing)
{
    const uint32_t n = c->time.begun ? time_axis_count(&c->time) : 0;
    struct cell_word *words = arena_alloc(c->d->arena, 2 * n, sizeof(*words));
    struct cell_word *above = NULL;
    int last = 0;

    if (words == NULL)
        return;
    drawing->words = words;
    for (int32_t day = c->time.from; day < c->time.to;
         day = time_axis_next(&c->time, day)) {
        const struct date from = date_of_days(day);
        const int32_t left = time_axis_place(&c->time, day);
        const int32_t right =
            time_axis_place(&c->time, time_axis_next(&c->time, day));
        const int group = above_of(c, from);

        if (group != 0 && (above == NULL || group != last)) {
            above = &words[drawing->nwords++];
            *above = (struct cell_word){
                .text = above_text(c, from), .from = left, .above = true};
            last = group;
        }
        if (above != NULL)
            above->to = right;
        if (time_axis_is_named(&c->time, day))
            words[drawing->nwords++] = (struct cell_word){
                .text = step_text(c, from),
                .from = left,
                .to = right,
                .align = ALIGN_CENTRE,
            };
    }
    leave_out_narrow(drawing, words);
}

/* --- the key --- */

/* The marks that have a sample; seasons and years have words alone. */
static const struct {
    unsigned shows;
    enum phrase phrase;
    uint8_t shape;
    uint8_t tone;
} keys[] = {
    {SHOWS_PAST, PHRASE_TIMELINE_KEY_PAST, SHAPE_BAR, TONE_MAIN},
    {SHOWS_TO_COME, PHRASE_TIMELINE_KEY_TO_COME, SHAPE_HOLLOW, TONE_MAIN},
    {SHOWS_DATE, PHRASE_TIMELINE_KEY_DATE, SHAPE_DIAMOND, TONE_MAIN},
    {SHOWS_NO_END, PHRASE_TIMELINE_KEY_NO_END, SHAPE_ARROW_HOLLOW, TONE_MAIN},
    {SHOWS_DAY, PHRASE_TIMELINE_KEY_AS_AT, SHAPE_AS_AT, TONE_ADVERSE},
    {SHOWS_SEASON, PHRASE_TIMELINE_KEY_SEASON, SHAPE_MAX, TONE_TEXT},
    {SHOWS_YEAR, PHRASE_TIMELINE_KEY_YEAR, SHAPE_MAX, TONE_TEXT},
};

static size_t key_of_time(const struct drawn_column *c,
                          struct key_entry entries[KEY_ENTRIES])
{
    const struct wording *w = c->in->wording;
    const struct placeholder date = {
        "date", wording_date(c->d->arena, w, w->date_pattern, day_of(c))};
    const unsigned shown = c->shows | (has_day(c) ? SHOWS_DAY : 0);
    size_t n = 0;

    _Static_assert(sizeof(keys) / sizeof(keys[0]) <= KEY_ENTRIES,
                   "a key has room for all that a timeline shows");
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if ((shown & keys[i].shows) == 0 || w->phrases[keys[i].phrase].len == 0)
            continue;
        entries[n++] = (struct key_entry){
            phrase_fill(c->in, c->d, keys[i].phrase, &date, 1), keys[i].shape,
            keys[i].tone};
    }
    return n;
}

const struct drawer drawer_timeline = {
    .room = {ROOM_TIME, true},
    .takes = "dates and words that say when",
    .fits = is_time,
    .begin = begin_time,
    .row = row_of_time,
    .head = head_of_time,
    .key = key_of_time,
};
