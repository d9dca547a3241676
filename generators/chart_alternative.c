#include "core/base/utf8.h"
#include "generators/alternative.h"
#include "generators/chart_data.h"
#include "generators/phrases.h"

/* What a chart says to whoever cannot see it. */

struct extremes {
    uint32_t first, last, high, low; /* categories; first > last: none */
};

/* What the series SERIES has of CATEGORY; of a stack the sum of all, where each
   of its parts is known. The rest as one is neither the largest nor the last of
   anything. */
static bool figure_at(const struct chart_data *c, uint32_t category,
                      uint32_t series, int64_t *value)
{
    const struct chart_value *v = &c->values[category * c->nseries + series];

    if (c->rest_category == category + 1)
        return false;
    if (c->call->draw == CHART_STACK)
        return chart_unknown(c, category) == NULL &&
               chart_sum(c, category, value);
    *value = v->value;
    return !v->missing;
}

static struct extremes extremes_of(const struct chart_data *c, uint32_t series)
{
    struct extremes e = {1, 0, 0, 0};
    int64_t high = 0;
    int64_t low = 0;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        int64_t value;

        if (!figure_at(c, i, series, &value))
            continue;
        if (e.first > e.last) {
            e = (struct extremes){i, i, i, i};
            high = low = value;
        }
        e.last = i;
        if (value > high) {
            high = value;
            e.high = i;
        }
        if (value < low) {
            low = value;
            e.low = i;
        }
    }
    return e;
}

static struct str say(struct chart_data *c, uint32_t category, uint32_t series)
{
    int64_t value = 0;

    (void)figure_at(c, category, series, &value);
    return chart_say(c, value);
}

/* How much of what a picture is of its alternative text says: what is longer
   than it may be gives way to the next. */
enum {
    SUBJECT_SUBTITLE, /* or the title, where there is none */
    SUBJECT_TITLE,
    SUBJECT_MEASURE,
    SUBJECT_ALONE, /* the title and no figures: names are too long for them */
    SUBJECT_LEAST, /* the measure, likewise */
    SUBJECT_MAX,
};

static struct str subject(const struct chart_data *c,
                          const struct doc_node *node)
{
    struct str text = {NULL, 0};

    if (c->brief == SUBJECT_SUBTITLE)
        text = chart_expanded(c, node,
                              chart_words_of(c, node, CHART_PART_SUBTITLE));
    if (text.len > 0)
        return inside_sentence(text);
    if (node->first == NULL || node->first->first == NULL ||
        c->brief == SUBJECT_MEASURE || c->brief == SUBJECT_LEAST)
        return c->series[0];
    return inside_sentence(
        str_trim(doc_words(c->d->arena, node->first->first)));
}

static struct str alone(struct chart_data *c, const struct doc_node *node)
{
    const struct placeholder placeholder = {"subject", subject(c, node)};

    return c->in->wording->phrases[PHRASE_ALT_BRIEF].len == 0
               ? placeholder.value
               : phrase_fill(c->in, c->d, PHRASE_ALT_BRIEF, &placeholder, 1);
}

static struct str of_one(struct chart_data *c, struct str name,
                         struct str value)
{
    const struct placeholder placeholders[] = {{"name", name},
                                               {"value", value}};

    return phrase_fill(c->in, c->d, PHRASE_ALT_TARGET, placeholders, 2);
}

/* A figure that stands alone is no run of figures. */
static struct str of_single(struct chart_data *c, const struct doc_node *node,
                            uint32_t category)
{
    const struct str texts[] = {
        alone(c, node),
        of_one(c, c->categories[category], say(c, category, 0))};

    return chart_sentences(c, texts, 2);
}

/* What is said of figures that follow no order: nothing leads from the first to
   the last. */
static enum phrase compared(enum phrase phrase)
{
    return phrase == PHRASE_ALT_COLUMNS ? PHRASE_ALT_COLUMNS_COMPARED : phrase;
}

/* What is said instead of PHRASE where all figures are alike, as the highest
   and the lowest are printed. A wording may have no words for that. */
static enum phrase unless_alike(const struct chart_data *c, enum phrase phrase,
                                struct str highest, struct str lowest)
{
    enum phrase said = phrase;

    if (!str_eq(highest, lowest))
        return phrase;
    if (phrase == PHRASE_ALT_COLUMNS)
        said = PHRASE_ALT_COLUMNS_EQUAL;
    else if (phrase == PHRASE_ALT_COLUMNS_COMPARED)
        said = PHRASE_ALT_COLUMNS_COMPARED_EQUAL;
    else if (phrase == PHRASE_ALT_STACK_COMPARED)
        said = PHRASE_ALT_STACK_COMPARED_EQUAL;
    else if (phrase == PHRASE_ALT_GROUPED)
        said = PHRASE_ALT_GROUPED_EQUAL;
    else if (phrase == PHRASE_ALT_LINE || phrase == PHRASE_ALT_LINES)
        said = PHRASE_ALT_LINE_EQUAL;
    return c->in->wording->phrases[said].len > 0 ? said : phrase;
}

static struct str of_run(struct chart_data *c, const struct doc_node *node,
                         enum phrase phrase)
{
    const struct extremes e = extremes_of(c, 0);
    const struct str highest = say(c, e.high, 0);
    const struct str lowest = say(c, e.low, 0);
    const struct placeholder placeholders[] = {
        {"subject", subject(c, node)},     {"first", c->categories[e.first]},
        {"last", c->categories[e.last]},   {"first-value", say(c, e.first, 0)},
        {"last-value", say(c, e.last, 0)}, {"highest", c->categories[e.high]},
        {"highest-value", highest},        {"lowest", c->categories[e.low]},
        {"lowest-value", lowest},          {"value", highest},
    };

    if (e.first > e.last)
        return alone(c, node);
    if (e.first == e.last)
        return of_single(c, node, e.first);
    if (!chart_is_ordered(c))
        phrase = compared(phrase);
    return phrase_fill(c->in, c->d, unless_alike(c, phrase, highest, lowest),
                       placeholders,
                       sizeof(placeholders) / sizeof(placeholders[0]));
}

/* Where several lines begin, end, and are highest and lowest. */
struct lines {
    uint32_t first, last; /* categories */
    uint32_t high_line, high, low_line, low;
    size_t count; /* of those that have figures */
};

static int64_t value_of(const struct chart_data *c, uint32_t category,
                        uint32_t series)
{
    int64_t value = 0;

    (void)figure_at(c, category, series, &value);
    return value;
}

/* Of all lines but what they are aimed at; their words into PARTS. */
static struct lines lines_of(struct chart_data *c, struct str *parts)
{
    struct lines l = {.count = 0};

    for (uint32_t k = 0; k + c->ntargets < c->nseries; k++) {
        const struct extremes e = extremes_of(c, k);
        const bool is_first = l.count == 0;

        if (e.first > e.last)
            continue;
        l.first = is_first || e.first < l.first ? e.first : l.first;
        l.last = is_first || e.last > l.last ? e.last : l.last;
        if (is_first ||
            value_of(c, e.high, k) > value_of(c, l.high, l.high_line)) {
            l.high = e.high;
            l.high_line = k;
        }
        if (is_first ||
            value_of(c, e.low, k) < value_of(c, l.low, l.low_line)) {
            l.low = e.low;
            l.low_line = k;
        }
        {
            const struct placeholder placeholders[] = {
                {"name", c->series[k]},
                {"first-value", say(c, e.first, k)},
                {"last-value", say(c, e.last, k)}};

            parts[l.count++] =
                phrase_fill(c->in, c->d, PHRASE_ALT_LINE_PART, placeholders, 3);
        }
    }
    return l;
}

static struct str of_lines(struct chart_data *c, const struct doc_node *node)
{
    struct str *parts = arena_alloc(c->d->arena, c->nseries, sizeof(*parts));
    struct lines l = {.count = 0};

    if (parts != NULL)
        l = lines_of(c, parts);
    if (l.count == 0)
        return alone(c, node);
    {
        const struct str highest = say(c, l.high, l.high_line);
        const struct str lowest = say(c, l.low, l.low_line);
        const struct placeholder placeholders[] = {
            {"subject", subject(c, node)},
            {"first", c->categories[l.first]},
            {"last", c->categories[l.last]},
            {"lines", phrase_join(c->in, c->d, parts, l.count,
                                  PHRASE_ALT_SEPARATOR, PHRASE_ALT_SEPARATOR)},
            {"highest-name", c->series[l.high_line]},
            {"highest", c->categories[l.high]},
            {"highest-value", highest},
            {"lowest-name", c->series[l.low_line]},
            {"lowest", c->categories[l.low]},
            {"lowest-value", lowest},
            {"value", highest},
        };

        return phrase_fill(
            c->in, c->d, unless_alike(c, PHRASE_ALT_LINES, highest, lowest),
            placeholders, sizeof(placeholders) / sizeof(placeholders[0]));
    }
}

static struct str of_line(struct chart_data *c, const struct doc_node *node)
{
    const uint32_t target = c->nseries - 1;
    const struct extremes e = extremes_of(c, target);
    struct str texts[2] = {{NULL, 0}, {NULL, 0}};

    texts[0] = c->nseries - c->ntargets > 1 ? of_lines(c, node)
                                            : of_run(c, node, PHRASE_ALT_LINE);
    if (c->ntargets > 0 && e.first <= e.last)
        texts[1] = of_one(c, c->series[target], say(c, e.last, target));
    return chart_sentences(c, texts, 2);
}

static int64_t size(int64_t value)
{
    return value < 0 ? -value : value;
}

/* The part that has most of CATEGORY, whichever way its column goes. */
static uint32_t largest_part(const struct chart_data *c, uint32_t category)
{
    const struct chart_value *v = &c->values[category * c->nseries];
    uint32_t most = 0;

    for (uint32_t k = 1; k < c->nseries; k++) {
        if (size(v[k].value) > size(v[most].value) && c->rest_series != k + 1)
            most = k;
    }
    return most;
}

/* One of them would have a share of what is not all. */
static bool lacks_part(const struct chart_data *c, uint32_t category)
{
    for (uint32_t k = 0; k < c->nseries; k++) {
        if (chart_value_at(c, category, k)->missing)
            return true;
    }
    return false;
}

static struct str of_stack(struct chart_data *c, const struct doc_node *node)
{
    const struct extremes e = extremes_of(c, 0);
    const uint32_t most = largest_part(c, e.last);
    const struct chart_value *last = &c->values[e.last * c->nseries];
    int64_t sum = 0;
    struct decimal share = {0, 0};

    if (e.first < e.last && (!chart_is_ordered(c) || lacks_part(c, e.last)))
        return of_run(c, node, PHRASE_ALT_STACK_COMPARED);
    if (e.first >= e.last || !chart_sum(c, e.last, &sum) || sum == 0 ||
        !decimal_divide((struct decimal){last[most].value, 0},
                        (struct decimal){sum, 2}, 0, &share))
        return of_run(c, node, PHRASE_ALT_COLUMNS);
    {
        const struct placeholder placeholders[] = {
            {"subject", subject(c, node)},
            {"first", c->categories[e.first]},
            {"last", c->categories[e.last]},
            {"first-value", say(c, e.first, 0)},
            {"last-value", say(c, e.last, 0)},
            {"largest", c->series[most]},
            {"share", wording_percent(c->d->arena, c->in->wording, share)},
        };

        return phrase_fill(c->in, c->d, PHRASE_ALT_STACK, placeholders, 7);
    }
}

static int64_t difference(const struct chart_data *c, uint32_t category)
{
    const struct chart_value *v = &c->values[category * c->nseries];

    return size(v[0].value - v[1].value);
}

/* Where but one category has both figures. */
static struct str of_single_group(struct chart_data *c,
                                  const struct doc_node *node,
                                  uint32_t category)
{
    const struct placeholder placeholders[] = {
        {"subject", subject(c, node)},
        {"one", c->series[0]},
        {"two", c->series[1]},
        {"name", c->categories[category]},
        {"value", chart_say(c, difference(c, category))},
    };

    return phrase_fill(c->in, c->d, PHRASE_ALT_GROUPED_ONE, placeholders, 5);
}

static struct str of_group(struct chart_data *c, const struct doc_node *node)
{
    uint32_t wide = c->ncategories;
    uint32_t narrow = c->ncategories;
    uint32_t count = 0; /* of categories that have both */

    for (uint32_t i = 0; i < c->ncategories && c->nseries > 1; i++) {
        const struct chart_value *v = &c->values[i * c->nseries];

        if (v[0].missing || v[1].missing)
            continue;
        count++;
        if (wide == c->ncategories || difference(c, i) > difference(c, wide))
            wide = i;
        if (narrow == c->ncategories ||
            difference(c, i) < difference(c, narrow))
            narrow = i;
    }
    if (wide == c->ncategories)
        return of_run(c, node, PHRASE_ALT_COLUMNS);
    if (count == 1)
        return of_single_group(c, node, wide);
    {
        const struct str widest = chart_say(c, difference(c, wide));
        const struct str narrowest = chart_say(c, difference(c, narrow));
        const struct placeholder placeholders[] = {
            {"subject", subject(c, node)},
            {"one", c->series[0]},
            {"two", c->series[1]},
            {"widest", c->categories[wide]},
            {"widest-value", widest},
            {"narrowest", c->categories[narrow]},
            {"narrowest-value", narrowest},
            {"value", widest},
        };

        return phrase_fill(
            c->in, c->d, unless_alike(c, PHRASE_ALT_GROUPED, widest, narrowest),
            placeholders, sizeof(placeholders) / sizeof(placeholders[0]));
    }
}

/* The largest step up, or down; empty: there is none. */
static struct str of_step(struct chart_data *c, enum phrase phrase, bool up)
{
    uint32_t most = c->ncategories;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        const int64_t v = c->values[i].value;

        if (chart_is_sum(c, i) || c->rest_category == i + 1 || v == 0 ||
            (v > 0) != up)
            continue;
        if (most == c->ncategories || (v > c->values[most].value) == up)
            most = i;
    }
    if (most == c->ncategories)
        return (struct str){NULL, 0};
    {
        const int64_t v = c->values[most].value;
        const struct placeholder placeholders[] = {
            {"name", c->categories[most]}, {"value", chart_say(c, size(v))}};

        return phrase_fill(c->in, c->d, phrase, placeholders, 2);
    }
}

static struct str of_waterfall(struct chart_data *c,
                               const struct doc_node *node)
{
    const struct str texts[] = {of_run(c, node, PHRASE_ALT_WATERFALL),
                                of_step(c, PHRASE_ALT_RISE, true),
                                of_step(c, PHRASE_ALT_FALL, false)};

    return chart_sentences(c, texts, 3);
}

static struct str made(struct chart_data *c, const struct doc_node *node)
{
    switch (c->call->draw) {
    case CHART_STACK:
        return c->nseries > 1 ? of_stack(c, node)
                              : of_run(c, node, PHRASE_ALT_COLUMNS);
    case CHART_GROUPED: return of_group(c, node);
    case CHART_LINE: return of_line(c, node);
    case CHART_WATERFALL: return of_waterfall(c, node);
    default: return of_run(c, node, PHRASE_ALT_COLUMNS);
    }
}

static void prove_given(const struct chart_data *c, struct str text,
                        struct place at)
{
    if (utf8_count(text) <= ALTERNATIVE_MAX)
        return;
    finding(c->in->findings, FINDING_CHART_ALT, at,
            "this alternative text has %zu characters, more than %d",
            utf8_count(text), ALTERNATIVE_MAX);
    finding_hint(c->in->findings,
                 "say the extremes and the change; the table has every figure");
}

bool chart_alternative_given(struct chart_data *c, struct doc_node *node)
{
    const struct chart_words *w = chart_words_of(c, node, CHART_PART_ALT);

    if (w == NULL)
        return false;
    node->text = chart_expanded(c, node, w);
    prove_given(c, node->text, w->words.at);
    return true;
}

void chart_alternative(struct chart_data *c, struct doc_node *node)
{
    struct str texts[3];

    if (chart_alternative_given(c, node))
        return;
    texts[1] = chart_missing(c);
    texts[2] = c->call->table == CHART_TABLE_NO
                   ? (struct str){NULL, 0}
                   : c->in->wording->phrases[PHRASE_ALT_TABLE];
    for (c->brief = 0; c->brief < SUBJECT_MAX; c->brief++) {
        texts[0] = c->brief >= SUBJECT_ALONE ? alone(c, node) : made(c, node);
        if (texts[0].len == 0) /* a wording without such phrases */
            texts[0] = subject(c, node);
        node->text = chart_sentences(c, texts, 3);
        if (utf8_count(node->text) <= ALTERNATIVE_MAX)
            return;
    }
    prove_given(c, node->text, c->call->at);
}
