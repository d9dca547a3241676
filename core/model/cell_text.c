#include "core/model/cell_text.h"
#include "core/base/letter_case.h"
#include "core/base/utf8.h"
#include "core/model/cell_typed.h"
#include "core/value/report_period.h"

struct cell_form cell_form_of_type(enum value_type type)
{
    return (struct cell_form){.type = type};
}

struct cell_form cell_form_of_column(const struct column *column)
{
    return (struct cell_form){
        .kind = column->kind,
        .type = column->kind == NULL ? TYPE_TEXT : column->kind->type,
        .decimals = column->decimals > 0 ? MONEY_SCALE : 0,
        .own_decimals =
            column->kind != NULL && column->kind->decimals == DECIMALS_OF_DATA,
        .signs = column->kind != NULL && column->kind->signs,
    };
}

struct cell_form cell_form_in_unit(const struct column *column)
{
    struct cell_form form = cell_form_of_column(column);

    if (form.type != TYPE_MONEY)
        return form;
    form.zeros = unit_in_print(column->zeros);
    form.unit_decimals = column->unit_decimals;
    return form;
}

struct cell_form cell_form_beside(struct cell_form form,
                                  const struct cell *cell)
{
    if (form.own_decimals && cell->state == CELL_VALUE)
        form.decimals = cell->scale > 0 ? MONEY_SCALE : 0;
    form.own_decimals = false;
    return form;
}

bool cell_decimal(enum value_type type, const struct cell *cell,
                  struct decimal *value)
{
    if (cell->state != CELL_VALUE)
        return false;
    if (type == TYPE_MONEY)
        *value = decimal_pence(cell->value.pence);
    else if (type == TYPE_NUMBER || type == TYPE_PERCENT ||
             type == TYPE_MEASURE)
        *value = (struct decimal){cell->value.coefficient, cell->scale};
    else
        return false;
    return true;
}

struct cell cell_of_decimal(enum value_type type, struct decimal d)
{
    struct cell c = {.state = CELL_VALUE};

    if (type != TYPE_MONEY) {
        c.value.coefficient = d.coefficient;
        c.scale = d.scale;
    } else if (decimal_round(d, MONEY_SCALE, &d)) {
        c.value.pence = d.coefficient;
        c.scale = d.coefficient % 100 != 0 ? MONEY_SCALE : 0;
    } else {
        c.state = CELL_BAD;
    }
    return c;
}

/* What stands in its unit has more places than money can have. */
static struct str text_in_unit(struct arena *a, const struct wording *w,
                               const struct cell_form *form, struct decimal d)
{
    const int places = form->zeros + MONEY_SCALE - form->unit_decimals;

    for (int i = 0; i < places; i++) {
        if (d.coefficient % 10 != 0)
            return wording_money(a, w, d.coefficient, MONEY_SCALE);
        d.coefficient /= 10;
    }
    return wording_number(a, w,
                          (struct decimal){d.coefficient, form->unit_decimals});
}

static struct str money_text(struct arena *a, const struct wording *w,
                             const struct cell_form *form, struct decimal d)
{
    int decimals = form->decimals;

    if (!decimal_round(d, MONEY_SCALE, &d))
        return wording_number(a, w, d);
    if (form->zeros > 0 && form->pipe == PIPE_PLAIN && d.scale == MONEY_SCALE &&
        form->unit_decimals <= form->zeros + d.scale)
        return text_in_unit(a, w, form, d);
    if (form->pipe == PIPE_POUNDS)
        decimals = 0;
    else if (form->pipe == PIPE_PENCE || d.coefficient % 100 != 0)
        decimals = MONEY_SCALE;
    return wording_money(a, w, d.coefficient, decimals);
}

/* Whole money is a whole number: 1,234 and not 1,234.00. */
static struct str number_text(struct arena *a, const struct wording *w,
                              const struct cell_form *form, struct decimal d)
{
    if (form->type == TYPE_MONEY && d.coefficient % 100 == 0)
        d = (struct decimal){d.coefficient / 100, 0};
    return wording_number(a, w, d);
}

static struct str words_text(struct arena *a, const struct wording *w,
                             const struct cell_form *form, struct decimal d)
{
    const int64_t last = (int64_t)(sizeof(w->numbers) / sizeof(*w->numbers));
    struct decimal whole;

    if (!decimal_round(d, 0, &whole) || whole.coefficient < 0 ||
        whole.coefficient >= last || decimal_compare(whole, d) != 0)
        return number_text(a, w, form, d);
    return w->numbers[whole.coefficient];
}

static struct str percent_text(struct arena *a, const struct wording *w,
                               const struct cell_form *form, struct decimal d)
{
    if (form->places > 0)
        (void)!decimal_round(d, (uint8_t)(form->places - 1), &d);
    return wording_percent(a, w, d);
}

/* Whether D lies nearer to nothing than HUNDREDTHS. */
static bool is_less(struct decimal d, int64_t hundredths)
{
    return decimal_compare(decimal_unsigned(d),
                           (struct decimal){hundredths, MONEY_SCALE}) < 0;
}

/* What would be printed as nothing, and is not, is printed in a smaller unit,
   where nobody asked for so many decimals. */
static enum pipe pipe_for(const struct cell_form *form, struct decimal d)
{
    enum pipe pipe = form->pipe;

    if (form->places > 0 || d.coefficient == 0)
        return pipe;
    if (pipe == PIPE_MILLIONS && is_less(d, 5000000)) /* £0.05m */
        pipe = PIPE_THOUSANDS;
    if (pipe == PIPE_THOUSANDS && is_less(d, 5000)) /* £0.05k */
        pipe = form->type == TYPE_MONEY ? PIPE_POUNDS : PIPE_NUMBER;
    if (pipe == PIPE_POUNDS && is_less(d, 50))
        pipe = PIPE_PENCE;
    return pipe;
}

/* Money keeps its sign; a plain number has none to keep. */
static struct str figure_in_print(struct arena *a, const struct wording *w,
                                  const struct cell_form *given,
                                  struct decimal d)
{
    const bool money = given->type == TYPE_MONEY;
    struct cell_form own = *given;
    const struct cell_form *form = &own;

    own.pipe = pipe_for(given, d);
    switch (form->pipe) {
    case PIPE_POUNDS:
    case PIPE_PENCE: return money_text(a, w, form, d);
    case PIPE_THOUSANDS: return wording_thousands(a, w, d, money, form->places);
    case PIPE_MILLIONS: return wording_millions(a, w, d, money, form->places);
    case PIPE_PERCENT: return percent_text(a, w, form, d);
    case PIPE_WORDS: return words_text(a, w, form, d);
    case PIPE_NUMBER: return number_text(a, w, form, d);
    case PIPE_PLAIN:
    case PIPE_DATE:
    case PIPE_MONTH:
    case PIPE_YEAR:
    case PIPE_QUARTER:
    case PIPE_FINANCIAL_YEAR:
    case PIPE_UNSIGNED:
    case PIPE_BY_SIGN:
    case PIPE_PLURAL:
    case PIPE_LOWER:
    case PIPE_UPPER:
    case PIPE_CAPITAL:
    case PIPE_FIRST_WORD:
    case PIPE_LOWEST:
    case PIPE_HIGHEST:
    case PIPE_NAMES:
    case PIPE_NUMBERS:
    case PIPE_IF_ANY:
    case PIPE_MAX: break;
    }
    if (money)
        return money_text(a, w, form, d);
    return form->type == TYPE_PERCENT ? wording_percent(a, w, d)
                                      : wording_number(a, w, d);
}

static struct str signed_text(struct arena *a, const struct cell_form *form,
                              struct decimal d, struct str text)
{
    if (!form->signs || form->pipe != PIPE_PLAIN || d.coefficient <= 0)
        return text;
    return arena_printf(a, "+%.*s", STR_ARG(text));
}

enum pipe pipe_of_months(uint8_t months)
{
    return months == 0   ? PIPE_PLAIN
           : months == 1 ? PIPE_MONTH
           : months == 3 ? PIPE_QUARTER
                         : PIPE_FINANCIAL_YEAR;
}

static struct str date_text(struct arena *a, const struct wording *w,
                            const struct cell_form *form, struct date date)
{
    const enum pipe pipe = form->pipe;

    switch (pipe) {
    case PIPE_MONTH: return wording_date(a, w, w->month_pattern, date);
    case PIPE_YEAR: return arena_printf(a, "%d", date.year);
    case PIPE_QUARTER:
        return report_period_text(a, w, report_period_around(date, 3));
    case PIPE_FINANCIAL_YEAR:
        return report_period_text(a, w, report_period_around(date, 12));
    default:
        return wording_date(
            a, w, form->pattern.len > 0 ? form->pattern : w->date_pattern,
            date);
    }
}

static struct str choice_text(const struct wording *w,
                              const struct cell_form *form,
                              const struct cell *c)
{
    const struct kind_column *kind = form->kind;
    const int64_t i = c->value.choice;

    if (kind == NULL || i < 0 || (uint64_t)i >= kind->nchoices)
        return cell_as_typed(c);
    return kind->described == NULL ? kind->choices[i]
                                   : kind_title_in(&kind->described[i].titles,
                                                   kind->choices[i], w->lang);
}

const char *cell_text_language(const struct wording *w,
                               const struct cell_form *form,
                               const struct cell *c)
{
    const struct kind_column *kind = form->kind;
    const int64_t i = c->value.choice;

    if (form->type != TYPE_CHOICE || c->state != CELL_VALUE || kind == NULL ||
        i < 0 || (uint64_t)i >= kind->nchoices)
        return NULL;
    return kind_title_language(
        kind->described == NULL ? &kind->titles : &kind->described[i].titles,
        w->lang);
}

enum value_type cell_of_measure(const struct cell *measure, struct cell *cell)
{
    const struct decimal d = {measure->value.coefficient, measure->scale};
    struct decimal pence;

    *cell = *measure;
    if (measure->measure == MEASURE_PERCENT)
        return TYPE_PERCENT;
    if (measure->measure != MEASURE_MONEY ||
        !decimal_round(d, MONEY_SCALE, &pence))
        return TYPE_NUMBER;
    cell->value.pence = pence.coefficient;
    cell->scale = measure->scale == 0 ? 0 : MONEY_SCALE;
    return TYPE_MONEY;
}

/* Its figure has a unit that only the cell itself says: £1.2m, 24 days. */
static bool has_own_unit(const struct cell *c)
{
    const struct str typed = cell_as_typed(c);
    const char last = typed.len == 0 ? ' ' : typed.ptr[typed.len - 1];
    const bool letter =
        (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');

    return c->measure == MEASURE_WORDS || c->measure == MEASURE_RANK ||
           (c->measure == MEASURE_MONEY && letter);
}

static struct str measure_text(struct arena *a, const struct wording *w,
                               const struct cell_form *form,
                               const struct cell *c)
{
    struct cell_form own = *form;
    struct cell base;
    struct decimal d;

    if (has_own_unit(c))
        return cell_typed_figure(a, w, c);
    own.type = cell_of_measure(c, &base);
    own.decimals = base.scale > 0 ? MONEY_SCALE : 0;
    own.own_decimals = false;
    if (!cell_decimal(own.type, &base, &d))
        return cell_as_typed(c);
    return signed_text(a, &own, d, figure_in_print(a, w, &own, d));
}

/* Words with dates among them are printed as typed; a date alone as any date.
 */
static struct str period_text(struct arena *a, const struct wording *w,
                              const struct cell_form *form,
                              const struct cell *c)
{
    const struct str typed = cell_as_typed(c);
    const struct period *when = c->value.period;
    bool month;

    if (!period_is_date(when, typed, &w->calendar, &month))
        return typed;
    return month ? wording_date(a, w, w->month_pattern, period_first_day(when))
                 : date_text(a, w, form, period_first_day(when));
}

static struct str value_text(struct arena *a, const struct wording *w,
                             const struct cell_form *form, const struct cell *c)
{
    const struct cell_form own = cell_form_beside(*form, c);
    struct decimal d;

    if (form->type == TYPE_MEASURE)
        return measure_text(a, w, form, c);
    if (form->pipe == PIPE_PLAIN && has_own_unit(c))
        return cell_typed_figure(a, w, c);
    if (cell_decimal(form->type, c, &d))
        return signed_text(a, form, d, figure_in_print(a, w, &own, d));
    switch (form->type) {
    case TYPE_DATE: return date_text(a, w, form, c->value.date);
    case TYPE_YEAR: return wording_year(a, w, (int)c->value.year);
    case TYPE_PERIOD: return period_text(a, w, form, c);
    case TYPE_CHOICE: return choice_text(w, form, c);
    case TYPE_TEXT:
    case TYPE_PROSE:
    case TYPE_MONEY:
    case TYPE_NUMBER:
    case TYPE_PERCENT:
    case TYPE_MEASURE:
    case TYPE_MAX: break;
    }
    return cell_as_typed(c);
}

/* States stay apart in print as they are in the data. */
static struct str plain_text(struct arena *a, const struct wording *w,
                             const struct cell_form *form, const struct cell *c)
{
    switch ((enum cell_state)c->state) {
    case CELL_DASH: return w->phrases[PHRASE_DASH];
    case CELL_NIL: return w->phrases[PHRASE_NIL];
    case CELL_NOT_APPLICABLE: return w->phrases[PHRASE_NOT_APPLICABLE];
    case CELL_TO_BE_CONFIRMED: return w->phrases[PHRASE_TO_BE_CONFIRMED];
    case CELL_VALUE: return value_text(a, w, form, c);
    case CELL_WORDS: return cell_typed_words(a, w, c);
    case CELL_BLANK: /* £, where the amount has been left open */
    case CELL_BAD: break;
    }
    return cell_as_typed(c);
}

struct str cell_text(struct arena *a, const struct wording *w,
                     const struct cell_form *form, const struct cell *cell)
{
    struct str text = plain_text(a, w, form, cell);

    if (form->lower)
        text = letters_lower(a, text);
    if (form->upper)
        text = letters_upper(a, text);
    return form->capital ? letters_capital(a, text) : text;
}

struct str cell_marked(struct arena *a, struct str text, struct str marks)
{
    return marks.len == 0
               ? text
               : arena_printf(a, "%.*s%.*s", STR_ARG(text), STR_ARG(marks));
}

uint8_t unit_in_print(uint8_t zeros)
{
    return zeros == 3 || zeros == 6 ? zeros : 0;
}

struct str unit_text(struct arena *a, const struct wording *w, uint8_t zeros)
{
    const struct placeholder amount = {"amount", w->currency};

    if (zeros == 3)
        return arena_printf(a, "%.*s000", STR_ARG(w->currency));
    if (zeros == 6)
        return wording_fill(a, w->million_pattern, &amount, 1);
    return (struct str){NULL, 0};
}

/* The kind has a heading for it, which may be printed. */
static bool has_title(const struct column *column)
{
    return column->year == 0 && column->kind != NULL && !column->as_given &&
           !column->kind->repeats && column->kind->title.len > 0;
}

bool column_is_headed_by_kind(const struct column *column)
{
    const struct kind_column *kind = column->kind;

    return has_title(column) &&
           (!kind->headings_as_given || column->mapped ||
            str_same_word(column->heading, kind->title) ||
            str_same_word(column->heading, str_of(kind->id)));
}

/* What is known in the language of the report goes before what a file may say
   in another. */
static bool is_translated(const struct wording *w, const struct column *column)
{
    return has_title(column) && kind_title_has(&column->kind->titles, w->lang);
}

const char *column_heading_language(const struct wording *w,
                                    const struct column *column)
{
    return column_is_headed_by_kind(column) || is_translated(w, column)
               ? kind_title_language(&column->kind->titles, w->lang)
               : NULL;
}

struct str column_heading(struct arena *a, const struct wording *w,
                          const struct column *column)
{
    if (column->year != 0)
        return wording_year(a, w, column->year);
    if (!column_is_headed_by_kind(column) && !is_translated(w, column))
        return column->heading;
    return kind_title_in(&column->kind->titles, column->kind->title, w->lang);
}
