#include "core/base/ascii.h"
#include "core/value/date_cell.h"
#include "input/survey/survey_parts.h"
#include "input/table/figure_words.h"

/* Of so many parts most is enough: a word among figures is what somebody has
   to look at, not another type. */
#define MOST_OF 5
#define DIGITS_MAX 15 /* of a figure without a point: a billion million */
#define CHOICES_MAX 8 /* different words of a column of choices */
#define CHOICES_LEAST 4
#define CHOICE_LENGTH 24

static bool is_state(const struct wording *wording, struct str text)
{
    const enum word word = wording_word(wording, text);

    return word == WORD_NIL || word == WORD_NOT_APPLICABLE ||
           word == WORD_TO_BE_CONFIRMED || word == WORD_DASH;
}

static bool is_broken(enum number_form form)
{
    return form == NUMBER_BROKEN_FORMULA || form == NUMBER_SCIENTIFIC ||
           form == NUMBER_TOO_WIDE || form == NUMBER_GROUPING ||
           form == NUMBER_SPACES || form == NUMBER_NOISE ||
           form == NUMBER_TOO_LARGE;
}

/* 0012: noughts that a figure would lose are a code's, as is what has more
   digits than anybody counts. */
static bool is_code(struct str text)
{
    return is_all_digits(text) &&
           (text.len > DIGITS_MAX || (text.len > 1 && text.ptr[0] == '0'));
}

/* From 1990 to 2069: figures that are all such are rare. */
static bool is_calendar_year(struct str text)
{
    const bool this_century = str_starts(text, STR_LIT("20"));

    return text.len == 4 &&
           (this_century || str_starts(text, STR_LIT("199"))) &&
           is_digit(text.ptr[2]) && is_digit(text.ptr[3]) &&
           (!this_century || text.ptr[2] < '7');
}

/* The words of a sum are looked for where it has a currency: `3 million` may be
   visits. */
static enum number_form read_money(struct str text,
                                   const struct wording *wording,
                                   struct decimal *value)
{
    return wording->currency.len > 0 &&
                   str_find(text, wording->currency) < text.len
               ? figure_read_money(wording, text, 0, value)
               : decimal_read(text, wording->currency, value);
}

static bool is_figure(struct str text, const struct wording *wording,
                      struct decimal *value, enum survey_class *class)
{
    enum number_form form = decimal_read(text, (struct str){NULL, 0}, value);

    if (is_code(text))
        return false;
    if (form == NUMBER_OK) {
        *class = SURVEY_NUMBER;
        return true;
    }
    if (is_broken(form)) {
        *class = SURVEY_BROKEN;
        return false;
    }
    form = read_money(text, wording, value);
    if (form == NUMBER_OK || is_broken(form)) {
        *class = form == NUMBER_OK ? SURVEY_MONEY : SURVEY_BROKEN;
        return form == NUMBER_OK;
    }
    if (!str_ends(text, STR_LIT("%")) ||
        (decimal_read_percent(text, value) != NUMBER_OK &&
         decimal_read_rounded(text, (struct str){NULL, 0}, 0, value) !=
             NUMBER_OK))
        return false;
    *class = SURVEY_PERCENT;
    return true;
}

static bool is_date(struct str text, const struct wording *wording,
                    struct date *value)
{
    unsigned traits = 0;

    return date_cell_read(text, &wording->calendar, DATE_ORDER_DAY, value,
                          &traits) == DATE_OK;
}

static bool is_month(struct str text, const struct wording *wording)
{
    struct report_period p;
    struct date day;
    unsigned traits = 0;

    return date_cell_read(text, &wording->calendar, DATE_ORDER_DAY, &day,
                          &traits) == DATE_NO_DAY ||
           (report_period_read(text, wording, &p) && p.months < 12 &&
            p.year != 0);
}

/* Whether A lies before B: both are of one column, and read. */
static bool is_less(struct str a, struct str b, const struct wording *wording)
{
    struct decimal x = {0, 0};
    struct decimal y = {0, 0};
    struct date d;
    struct date e;
    enum survey_class class;

    if (is_figure(a, wording, &x, &class) && is_figure(b, wording, &y, &class))
        return decimal_compare(x, y) < 0;
    return is_date(a, wording, &d) && is_date(b, wording, &e) &&
           date_compare(d, e) < 0;
}

static void see_range(struct survey_column *c, const struct wording *wording,
                      struct survey_cell cell)
{
    if (c->least.text.len == 0) {
        c->least = c->most = cell;
        return;
    }
    if (is_less(cell.text, c->least.text, wording))
        c->least = cell;
    if (is_less(c->most.text, cell.text, wording))
        c->most = cell;
}

static void see_words(struct survey_column *c, struct str text)
{
    for (size_t i = 0; i < c->nvalues; i++) {
        if (!str_eq(c->values[i], text))
            continue;
        c->repeats = true;
        return;
    }
    if (c->nvalues == SURVEY_VALUES)
        c->more_values = true;
    else
        c->values[c->nvalues++] = text;
}

void survey_see(struct survey_column *c, const struct wording *wording,
                struct str text, struct place at)
{
    const struct survey_cell cell = {text, at};
    enum survey_class class = SURVEY_WORDS;
    struct decimal figure;
    struct date day;

    if (text.len == 0) {
        c->blank++;
        return;
    }
    c->filled++;
    c->codes += is_code(text);
    c->calendar_years += is_calendar_year(text);
    if (is_state(wording, text))
        class = SURVEY_STATE;
    else if (financial_year_read(text) != 0)
        class = SURVEY_YEAR;
    else if (!is_figure(text, wording, &figure, &class) &&
             class == SURVEY_WORDS)
        class = is_date(text, wording, &day) ? SURVEY_DATE
                : is_month(text, wording)    ? SURVEY_MONTH
                                             : SURVEY_WORDS;
    if (class == SURVEY_NUMBER || class == SURVEY_MONEY ||
        class == SURVEY_PERCENT || class == SURVEY_DATE)
        see_range(c, wording, cell);
    else if (class == SURVEY_WORDS)
        see_words(c, text);
    if (c->classes[class].count < SURVEY_SHOWN)
        c->classes[class].first[c->classes[class].count] = cell;
    c->classes[class].count++;
}

static bool is_most(size_t part, size_t all)
{
    return part > 0 && all - part <= all / MOST_OF;
}

/* Few words, again and again: Red, Amber, Green. */
static bool is_choice(const struct survey_column *c)
{
    if (c->more_values || c->nvalues > CHOICES_MAX || c->nvalues < 2 ||
        !c->repeats || c->filled < CHOICES_LEAST || c->filled < 2 * c->nvalues)
        return false;
    for (size_t i = 0; i < c->nvalues; i++) {
        if (c->values[i].len > CHOICE_LENGTH)
            return false;
    }
    return true;
}

void survey_settle(struct survey_column *c, bool money)
{
    const size_t broken = c->classes[SURVEY_BROKEN].count;
    const size_t numbers = c->classes[SURVEY_NUMBER].count;
    const size_t sums = c->classes[SURVEY_MONEY].count;
    const size_t shares = c->classes[SURVEY_PERCENT].count;
    const size_t said = c->filled - c->classes[SURVEY_STATE].count;
    const size_t days = c->classes[SURVEY_DATE].count;
    const size_t months = c->classes[SURVEY_MONTH].count;

    c->type = TYPE_TEXT;
    if (is_most(days, said))
        c->type = TYPE_DATE;
    else if (is_most(days + months, said))
        c->type = TYPE_PERIOD;
    else if (is_most(c->classes[SURVEY_YEAR].count, said))
        c->type = TYPE_YEAR;
    else if (is_most(shares + broken, said) && shares > 0)
        c->type = TYPE_PERCENT;
    else if (c->codes > 0 || (c->calendar_years > 0 && !c->unit.given &&
                              !money && c->calendar_years == said))
        c->type = TYPE_TEXT;
    else if (is_most(numbers + sums + broken, said) && numbers + sums > 0)
        c->type = sums > 0 || c->unit.given || money ? TYPE_MONEY : TYPE_NUMBER;
    else if (is_most(numbers + sums + shares + broken, said) &&
             numbers + sums > 0)
        c->type = TYPE_MEASURE;
    else if (is_choice(c))
        c->type = TYPE_CHOICE;
    if (c->type == TYPE_TEXT || c->type == TYPE_CHOICE ||
        c->type == TYPE_YEAR || c->type == TYPE_PERIOD)
        c->least = c->most = (struct survey_cell){{NULL, 0}, NOWHERE};
}
