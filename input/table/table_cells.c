#include "input/table/table_cells.h"
#include "core/base/ascii.h"
#include "core/value/date_cell.h"
#include "input/table/cell_prose.h"
#include "input/table/cell_several.h"
#include "input/table/cell_spoilt.h"
#include "input/table/cell_states.h"
#include "input/table/figure_words.h"
#include "input/text/text_in.h"

#define YEAR_MIN 1900 /* days of other years are doubtful */
#define YEAR_MAX 2100

void cell_reader_init(struct cell_reader *reader, struct arena *arena,
                      const struct wording *wording,
                      const struct prose_options *prose,
                      struct findings *findings)
{
    *reader = (struct cell_reader){
        .arena = arena,
        .findings = findings,
        .wording = wording,
        .prose = prose,
    };
    cell_states_init(reader);
}

static enum number_form set_pence(struct decimal d, struct cell *cell)
{
    struct decimal pence = d;

    if (d.scale > MONEY_SCALE && !decimal_round(d, MONEY_SCALE, &pence))
        return NUMBER_TOO_LARGE;
    if (d.scale > MONEY_SCALE && decimal_compare(d, pence) != 0)
        return NUMBER_TOO_PRECISE;
    while (pence.scale < MONEY_SCALE) {
        if (__builtin_mul_overflow(pence.coefficient, 10, &pence.coefficient))
            return NUMBER_TOO_LARGE;
        pence.scale++;
    }
    cell->value.pence = pence.coefficient;
    cell->scale = d.scale == 0 ? 0 : MONEY_SCALE;
    return NUMBER_OK;
}

/* Whether a spreadsheet's reckoning may have made FORM of what was typed. */
static bool is_noise(enum number_form form)
{
    return form == NUMBER_NOISE || form == NUMBER_TOO_PRECISE ||
           form == NUMBER_TOO_LARGE || form == NUMBER_SCIENTIFIC;
}

static enum number_form read_text(const struct cell_reader *r,
                                  const struct cell_column *column,
                                  struct str text, struct decimal *d)
{
    switch (column->kind->type) {
    case TYPE_MONEY:
        return figure_read_money(r->wording, text, column->zeros, d);
    case TYPE_PERCENT:
        return decimal_read_percent(figure_without_percent(r->wording, text),
                                    d);
    default: return decimal_read(text, (struct str){NULL, 0}, d);
    }
}

static enum number_form read_decimal(const struct cell_reader *r,
                                     struct cell_column *column,
                                     struct str text, struct place at,
                                     struct decimal *d)
{
    const bool money = column->kind->type == TYPE_MONEY;
    enum number_form form = read_text(r, column, text, d);

    if (!column->rounds || !is_noise(form))
        return form;
    form = decimal_read_rounded(
        text, money ? r->wording->currency : (struct str){NULL, 0},
        column->zeros, d);
    if (form == NUMBER_OK)
        cell_count(&column->rounded, at, text);
    return form;
}

static enum number_form read_figure(const struct cell_reader *r,
                                    struct cell_column *column, struct str text,
                                    struct place at, struct cell *cell)
{
    struct decimal d;
    const enum number_form form = read_decimal(r, column, text, at, &d);

    if (form != NUMBER_OK)
        return form;
    if (column->kind->type == TYPE_MONEY)
        return set_pence(d, cell);
    cell->value.coefficient = d.coefficient;
    cell->scale = d.scale;
    return NUMBER_OK;
}

/* 0.125 without a sign: 12.5% as spreadsheets keep it, or 0.125%. */
static void see_percent(const struct wording *w, struct cell_column *column,
                        struct str text, struct place at,
                        const struct cell *cell)
{
    const struct decimal one = {1, 0};
    const struct decimal minus_one = {-1, 0};
    const struct decimal d = {cell->value.coefficient, cell->scale};

    if (str_find_char(text, '%') < text.len ||
        figure_without_percent(w, text).len < text.len)
        cell_count(&column->percent_signs, at, text);
    else if (decimal_compare(d, one) > 0 || decimal_compare(d, minus_one) < 0)
        cell_count(&column->above_fractions, at, text);
    else if (d.coefficient < 0 && column->says_percent)
        cell_count(&column->below_nought, at, text);
    else if (cell->scale > 0 && d.coefficient != 0)
        cell_count(&column->fractions, at, text);
}

static bool refuse_unit(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at,
                        const struct cell *cell)
{
    if (cell->value.pence != 0 || !figure_is_unit(r->wording, text))
        return false;
    if (cell_refuse(r, column, FINDING_BAD_FIGURE, at, text,
                    "is a unit, and no amount"))
        finding_hint(r->findings, "write it into the heading of its column");
    return true;
}

/* `0.5%`, `(0.5)`, in a row of percentages: words in a column of amounts. */
static bool take_percentage(const struct cell_reader *r, struct str text,
                            struct cell *cell)
{
    struct decimal d;

    if (decimal_read_percent(figure_without_percent(r->wording, text), &d) !=
        NUMBER_OK)
        return false;
    cell->state = CELL_WORDS;
    cell->value.coefficient = d.coefficient;
    return true;
}

static void take_figure(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at, struct cell *cell)
{
    const enum value_type type = column->kind->type;
    enum number_form form;

    if (column->of_percent && type == TYPE_MONEY &&
        take_percentage(r, text, cell))
        return;
    if (type == TYPE_NUMBER && !figure_is_made_a_day(r->wording, text)) {
        const struct str number = figure_before_scale(text);

        cell->marked = (uint8_t)(text.len - number.len);
        cell->len = (uint32_t)number.len;
        text = number;
    }
    form = read_figure(r, column, text, at, cell);
    if (form == NUMBER_OK && type == TYPE_MONEY &&
        (cell_refuse_points(r, column, text, at) ||
         refuse_unit(r, column, text, at, cell))) {
        cell->state = CELL_BAD;
        return;
    }
    if (form == NUMBER_OK && column->is_text)
        cell_count(&column->texts, at, text);
    column->has_numbers |= form == NUMBER_OK && !column->is_text;
    if (form == NUMBER_OK && type == TYPE_PERCENT)
        see_percent(r->wording, column, text, at, cell);
    if (form == NUMBER_OK || cell_is_state(r, column, text, cell) ||
        (type == TYPE_MONEY && cell_is_empty_money(r, text, cell)))
        return;
    cell->state = CELL_BAD;
    cell_refuse_figure(r, column, text, at, form,
                       type == TYPE_MONEY     ? "is not an amount of money"
                       : type == TYPE_PERCENT ? "is not a percentage"
                                              : "is not a number");
}

/* Which unit a measure has, it says itself; one with none has that of its row
   (table_measures.c). */
static enum number_form read_measure(const struct cell_reader *r,
                                     struct str text, struct cell *cell)
{
    const struct str sign = r->wording->currency;
    const struct str percent =
        figure_without_measured_percent(r->wording, text);
    struct str figure = text;
    enum number_form form;
    struct decimal d;

    cell->measure = MEASURE_NUMBER;
    if (cell_is_left_open(text))
        return NUMBER_NONE;
    form = decimal_read(text, (struct str){NULL, 0}, &d);
    if (form != NUMBER_OK && decimal_read_percent(percent, &d) == NUMBER_OK) {
        cell->measure = MEASURE_PERCENT;
        form = NUMBER_OK;
    } else if (form != NUMBER_OK) {
        figure = figure_before_unit(text, sign);
        form = decimal_read(figure, (struct str){NULL, 0}, &d);
    }
    if (form == NUMBER_OK && figure.len < text.len)
        cell->measure = (uint8_t)(figure_is_rank(r->wording, text, figure.len)
                                      ? MEASURE_RANK
                                      : MEASURE_WORDS);
    if (form != NUMBER_OK && text.len > 0 && text.ptr[text.len - 1] == '%')
        form = decimal_read_percent(text, &d);
    else if (form != NUMBER_OK && sign.len > 0 &&
             str_find(text, sign) < text.len) {
        cell->measure = MEASURE_MONEY;
        form = figure_is_unit(r->wording, text)
                   ? NUMBER_NONE
                   : figure_read_money(r->wording, text, 0, &d);
    }
    if (form == NUMBER_OK) {
        cell->value.coefficient = d.coefficient;
        cell->scale = d.scale;
    }
    return form;
}

static void take_measure(const struct cell_reader *r,
                         struct cell_column *column, struct str text,
                         struct place at, struct cell *cell)
{
    const enum number_form form = read_measure(r, text, cell);

    if (form == NUMBER_OK || cell_is_state(r, column, text, cell))
        return;
    if (cell_is_several(r->wording, text)) {
        cell->state = CELL_WORDS;
        cell_count(&column->several, at, text);
        return;
    }
    cell->state = CELL_BAD;
    cell_refuse_figure(r, column, text, at, form, "is not a figure");
}

static void count_traits(struct cell_column *column, struct str text,
                         struct place at, enum date_form form, unsigned traits)
{
    if (form == DATE_MONTH_FIRST || form == DATE_DAY_FIRST)
        cell_count(&column->other_order, at, text);
    else if ((traits & DATE_TRAIT_PROVEN) != 0)
        cell_count(&column->proven_order, at, text);
    if ((traits & DATE_TRAIT_EITHER) != 0)
        cell_count(&column->either_order, at, text);
    if ((traits & DATE_TRAIT_TIME) != 0 && form != DATE_NOT_A_DATE)
        cell_count(&column->times, at, text);
}

/* A report in Welsh may have the template of an English council. */
static enum date_form read_date(const struct cell_reader *r, struct str text,
                                enum date_order order, struct date *d,
                                unsigned *traits)
{
    enum date_form form = DATE_NOT_A_DATE;

    if (r->own_wording != NULL)
        form =
            date_cell_read(text, &r->own_wording->calendar, order, d, traits);
    if (form == DATE_NOT_A_DATE)
        form = date_cell_read(text, &r->wording->calendar, order, d, traits);
    return form;
}

/* 46300 or 46300.5, which is no day and no words for a time. *D is the day that
   it stands for. */
static bool is_serial(const struct cell_reader *r, struct str text,
                      struct date *d)
{
    unsigned traits;

    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]) && text.ptr[i] != '.')
            return false;
    }
    text = str_to(text, str_find_char(text, '.'));
    return date_cell_read(text, &r->wording->calendar, DATE_ORDER_DAY, d,
                          &traits) == DATE_SERIAL;
}

/* What no report means: a year far from now, the first day that spreadsheets
   and finance systems know, which they write for none. */
static bool is_far(struct date d)
{
    return d.year < YEAR_MIN || d.year > YEAR_MAX ||
           (d.year == YEAR_MIN && d.month == 1 && d.day == 1);
}

static void take_date(const struct cell_reader *r, struct cell_column *column,
                      struct str text, struct place at, struct cell *cell)
{
    struct date d = {0};
    unsigned traits = 0;
    const enum date_form form =
        is_serial(r, text, &d) ? DATE_SERIAL
                               : read_date(r, text, column->order, &d, &traits);

    cell->value.date = d;
    if (form != DATE_OK && cell_is_state(r, column, text, cell))
        return;
    if (traits != 0)
        count_traits(column, text, at, form, traits);
    if (form == DATE_OK && ((traits & DATE_TRAIT_FAR_YEAR) != 0 || is_far(d)))
        cell_count(&column->far_years, at, text);
    if (form == DATE_OK)
        return;
    cell->state = CELL_BAD;
    cell_refuse_date(r, column, text, at, form, d);
}

/* A report in Welsh may have the template of an English council. */
static enum date_form read_period(const struct cell_reader *r, struct str text,
                                  enum date_order order, struct period *when,
                                  unsigned *traits)
{
    enum date_form form = DATE_OK;

    if (r->own_wording != NULL)
        form = period_read(text, r->own_wording, order, when, traits);
    if (r->own_wording == NULL ||
        (form == DATE_OK && when->count == 0 && !when->undated))
        form = period_read(text, r->wording, order, when, traits);
    return form;
}

static void take_period(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at, struct cell *cell)
{
    struct date day = {0};
    struct period *when;
    enum date_form form;
    unsigned traits = 0;

    if (cell_is_state(r, column, text, cell))
        return;
    when = arena_alloc(r->arena, 1, sizeof(*when));
    if (when == NULL)
        return;
    form = is_serial(r, text, &day)
               ? DATE_SERIAL
               : read_period(r, text, column->order, when, &traits);
    if (form == DATE_OK && when->count == 0 && cell_has_day(column, text))
        form = read_period(r, column->day, column->order, when, &traits);
    /* Its words are printed, with a time of day among them but midnight. */
    cell->len = (uint32_t)date_cell_without_midnight(text).len;
    count_traits(column, text, at, form, traits & ~(unsigned)DATE_TRAIT_TIME);
    cell->value.period = when;
    if (form == DATE_OK && cell_is_nearly_date(r, text, when))
        cell_count(&column->nearly_dates, at, text);
    if (form == DATE_OK)
        return;
    cell->state = CELL_BAD;
    cell_refuse_date(r, column, text, at, form, day);
}

static void take_year(const struct cell_reader *r, struct cell_column *column,
                      struct str text, struct place at, struct cell *cell)
{
    cell->value.year = financial_year_read(text);
    if (cell->value.year != 0 || cell_is_state(r, column, text, cell))
        return;
    cell->state = CELL_BAD;
    if (cell_refuse(r, column, FINDING_BAD_YEAR, at, text,
                    "is not a financial year"))
        finding_hint(r->findings, "write it as 2012/13");
}

static void take_choice(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at, struct cell *cell)
{
    const struct kind_column *kind = column->kind;
    const size_t choice = kind_column_choice(kind, text);

    cell->value.choice = (int64_t)choice;
    if (choice < kind->nchoices)
        return;
    if (cell_is_state(r, column, text, cell))
        return;
    cell->state = CELL_BAD;
    if (cell_refuse(r, column, FINDING_BAD_VALUE, at, text,
                    "is not one of the choices"))
        cell_offer_choices(r->findings, kind, text);
}

static void take_prose(const struct cell_reader *r, struct str text,
                       struct place at, struct cell *cell)
{
    struct doc_node *prose =
        cell_prose(r->arena, text, at, r->prose, r->findings);

    cell->value.prose = prose;
    for (struct doc_node *n = prose == NULL ? NULL : prose->first; n != NULL;
         n = n->next) {
        if (doc_kind_may_contain(DOC_CELL, (enum doc_kind)n->kind))
            continue;
        finding(r->findings, FINDING_BAD_ELEMENT, at,
                "no %s may stand in a cell",
                doc_kind_name((enum doc_kind)n->kind));
        cell->state = CELL_BAD;
    }
}

/* #REF!, #NAME?, #N/A or ##### as all that a cell says: broken in a column of
   any type. Other text may begin with the sign. */
static enum number_form broken_form(struct str text)
{
    bool only_signs = true;
    char last;

    if (text.ptr[0] != '#' || text.len < 3)
        return NUMBER_OK;
    for (size_t i = 0; i < text.len; i++) {
        only_signs &= text.ptr[i] == '#';
        if (text.ptr[i] == ' ' || (text.ptr[i] >= 'a' && text.ptr[i] <= 'z'))
            return NUMBER_OK;
    }
    last = text.ptr[text.len - 1];
    if (only_signs)
        return NUMBER_TOO_WIDE;
    return last == '!' || last == '?' || str_is(text, "#N/A")
               ? NUMBER_BROKEN_FORMULA
               : NUMBER_OK;
}

bool cell_read_plain(struct cell_column *column, struct str text,
                     struct cell *cell)
{
    static const int64_t pence[] = {100, 10, 1}; /* of a unit of each scale */
    const bool money = column->kind->type == TYPE_MONEY;
    struct decimal d;

    if (!decimal_read_plain(text, money ? MONEY_SCALE : DECIMAL_SCALE_MAX,
                            &d) ||
        d.coefficient == 0)
        return false;
    *cell = (struct cell){
        .value.coefficient =
            money ? d.coefficient * pence[d.scale] : d.coefficient,
        .ptr = text.ptr,
        .len = (uint32_t)text.len,
        .state = CELL_VALUE,
        .scale = money && d.scale > 0 ? MONEY_SCALE : d.scale,
    };
    column->has_numbers = true;
    return true;
}

void cell_read(const struct cell_reader *reader, struct cell_column *column,
               struct str text, struct place at, struct cell *cell)
{
    const enum value_type type =
        column->kind == NULL ? TYPE_TEXT : column->kind->type;
    enum number_form broken;

    if (type == TYPE_DATE && cell_has_day(column, text))
        text = column->day;
    *cell = (struct cell){
        .ptr = text.ptr,
        .len = (uint32_t)text.len,
        .state = text.len == 0 ? CELL_BLANK : CELL_VALUE,
    };
    if (text.len == 0)
        return;
    broken = broken_form(text);
    if (broken != NUMBER_OK) {
        cell->state = CELL_BAD;
        cell_refuse_figure(reader, column, text, at, broken, NULL);
        return;
    }
    switch (type) {
    case TYPE_MONEY:
    case TYPE_NUMBER:
    case TYPE_PERCENT: take_figure(reader, column, text, at, cell); break;
    case TYPE_MEASURE: take_measure(reader, column, text, at, cell); break;
    case TYPE_DATE: take_date(reader, column, text, at, cell); break;
    case TYPE_PERIOD: take_period(reader, column, text, at, cell); break;
    case TYPE_YEAR: take_year(reader, column, text, at, cell); break;
    case TYPE_CHOICE: take_choice(reader, column, text, at, cell); break;
    case TYPE_PROSE: take_prose(reader, text, at, cell); break;
    case TYPE_TEXT: /* printed as typed */
    case TYPE_MAX:
        text_in_entities(text, at, reader->findings);
        cell_see_spoilt(reader, column, text, at);
        break;
    }
}
