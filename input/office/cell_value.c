#include "input/office/cell_value.h"
#include "core/value/decimal.h"
#include "core/value/unit.h"
#include "input/office/shown_time.h"

#include <stdio.h>

#define HOUR 3600U
#define MINUTE 60U

/* What is shown beside a figure. */
struct beside {
    struct str before;
    struct str after;
};

#define DIGITS_MAX 10 /* of an unsigned */

/* N in ROOM, with at least LEAST digits. */
static struct str digits_of(unsigned n, size_t least, char room[DIGITS_MAX])
{
    size_t at = DIGITS_MAX;

    while (at > 0 && (n > 0 || DIGITS_MAX - at < least)) {
        room[--at] = (char)('0' + n % 10);
        n /= 10;
    }
    return (struct str){room + at, DIGITS_MAX - at};
}

/* Hours and minutes, of which each has two digits. */
static struct str clock_text(const struct value_context *v, uint32_t second,
                             bool has_second)
{
    char hours[DIGITS_MAX];
    char minutes[DIGITS_MAX];
    char seconds[DIGITS_MAX];
    const struct str parts[] = {
        digits_of(second / HOUR, 2, hours),          STR_LIT(":"),
        digits_of(second / MINUTE % 60, 2, minutes), STR_LIT(":"),
        digits_of(second % MINUTE, 2, seconds),
    };

    return arena_join(v->arena, parts,
                      has_second && second % MINUTE > 0 ? 5 : 3);
}

/* A format that shows none of them is one of a whole day. */
static bool shows_day(const struct format_section *f)
{
    return f->has_day || (!f->has_month && !f->has_year);
}

/* Day, month and year as far as F shows them. */
static struct str day_text(const struct value_context *v, struct date day,
                           const struct format_section *f)
{
    char days[DIGITS_MAX];
    char years[DIGITS_MAX];
    const struct str parts[] = {
        digits_of(day.day, 1, days),
        STR_LIT(" "),
        v->wording->calendar.months[day.month - 1],
        STR_LIT(" "),
        digits_of((unsigned)day.year, 1, years),
    };
    const size_t first = shows_day(f) ? 0 : f->has_month ? 2 : 4;

    return arena_join(v->arena, parts + first, 5 - first);
}

#define DAY ((uint64_t)24 * HOUR)
#define DAYS_UNSURE 61 /* up to March 1900 */

void value_of_time(const struct value_context *v, uint64_t seconds,
                   const struct format_section *f, struct sheet_cell *cell)
{
    static const struct format_section whole = {
        .has_hour = true, .has_minute = true, .has_second = true};
    const uint32_t second = (uint32_t)(seconds % DAY);

    if (f->as == SHOWN_DURATION)
        cell->text = shown_span(v->arena, seconds, f);
    else if (seconds >= DAY && seconds < DAYS_UNSURE * DAY)
        cell->fault = CELL_EARLY_DAY; /* of 36 hours 12 are shown */
    else if (shows_minutes_alone(f))
        cell->text = shown_span(v->arena, second, second < HOUR ? f : &whole);
    else
        cell->text = clock_text(v, second, f->has_second);
}

void value_of_day(const struct value_context *v, struct date day,
                  uint32_t second, const struct format_section *f,
                  struct sheet_cell *cell)
{
    if (day.year == 0 || f->as == SHOWN_TIME) {
        value_of_time(v, second, f, cell);
        return;
    }
    if (f->has_weekday && !f->has_day && !f->has_month && !f->has_year) {
        cell->text = arena_str(
            v->arena, v->wording->calendar.weekdays[date_weekday(day)]);
        return;
    }
    if ((f->has_day || f->has_month) && !f->has_year)
        cell->fault = CELL_NO_YEAR;
    cell->text = day_text(v, day, f);
    shown_with_words(v->arena, f, cell);
    if (f->has_hour && shows_day(f)) {
        const struct str parts[] = {cell->text, STR_LIT(" "),
                                    clock_text(v, second, false)};

        cell->text = arena_join(v->arena, parts, 3);
    }
}

static void put_day(const struct value_context *v,
                    const struct stored_number *n,
                    const struct format_section *f, struct sheet_cell *cell)
{
    struct stored_number whole = *n;
    struct date day;
    uint32_t second;

    if (f->as == SHOWN_DATE && !f->has_hour)
        stored_number_cut(&whole);
    switch (stored_number_day(&whole, v->from_1904, &day, &second)) {
    case SERIAL_EARLY: cell->fault = CELL_EARLY_DAY; break;
    case SERIAL_NO_DAY:
    case SERIAL_LATE: cell->fault = CELL_NO_DAY; break;
    case SERIAL_OK: value_of_day(v, day, second, f, cell); break;
    }
}

/* [h]:mm: 1.5 is 36:00. */
static void put_duration(const struct value_context *v,
                         const struct stored_number *n,
                         const struct format_section *f,
                         struct sheet_cell *cell)
{
    const double seconds = stored_number_about(n) * 24 * HOUR;

    if (n->negative || seconds > 1e11)
        cell->fault = CELL_TOO_LARGE;
    else
        value_of_time(v, (uint64_t)(seconds + 0.5), f, cell);
}

/* TEXT with the commas and decimals that F shows, unless it has more of them:
   all digits of a figure stay. */
static struct str as_shown(const struct value_context *v, struct str text,
                           const struct format_section *f)
{
    const size_t sign = str_starts(text, STR_LIT("-"));
    const size_t whole = str_find_char(text, '.');
    const size_t decimals = whole < text.len ? text.len - whole - 1 : 0;
    /* Those of a scaled format stand behind thousands. */
    const size_t least = f->decimals > f->zeros ? f->decimals - f->zeros : 0;
    char out[2 * STORED_TEXT_MAX + UINT8_MAX];
    size_t len = 0;

    if (!f->grouped && decimals >= least)
        return arena_str(v->arena, text);
    for (size_t i = 0; i < whole; i++) {
        if (f->grouped && i > sign && (whole - i) % 3 == 0)
            out[len++] = ',';
        out[len++] = text.ptr[i];
    }
    if (decimals > 0 || least > 0)
        out[len++] = '.';
    for (size_t i = 0; i < decimals; i++)
        out[len++] = text.ptr[whole + 1 + i];
    for (size_t i = decimals; i < least; i++)
        out[len++] = '0';
    return arena_str(v->arena, (struct str){out, len});
}

/* S without MARK at its beginning or end; SEEN when it stood there. */
static struct str without_mark(struct str s, struct str mark, bool *seen)
{
    const struct str t = str_trim(s);

    if (!str_starts(t, mark) && !str_ends(t, mark))
        return s;
    *seen = true;
    return str_trim(str_starts(t, mark) ? str_from(t, mark.len)
                                        : str_to(t, t.len - mark.len));
}

static const char *const dashes[] = {"-", "\xE2\x88\x92", "\xE2\x80\x93"};

/* A section for what is negative or nought says so itself: -5, (5), 5-; a
   figure has its own sign. */
static void take_sign_off(struct beside *b)
{
    bool opens = false;
    bool closes = false;
    const struct str before = without_mark(b->before, STR_LIT("("), &opens);
    const struct str after = without_mark(b->after, STR_LIT(")"), &closes);

    if (opens && closes) {
        b->before = before;
        b->after = after;
    }
    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
        b->before = without_mark(b->before, str_of(dashes[i]), &opens);
        b->after = without_mark(b->after, str_of(dashes[i]), &closes);
    }
}

static bool says_credit(struct str after)
{
    after = str_trim(after);
    return after.len == 2 && str_starts_alike(after, STR_LIT("CR"));
}

/* Whether AFTER is nothing but the unit that F leaves out: m of 14.2m. */
static bool is_unit(const struct value_context *v,
                    const struct format_section *f, struct str after)
{
    struct unit unit = {0};
    struct str money;

    if (f->zeros == 0)
        return false;
    money = arena_printf(v->arena, "%.*s%.*s", STR_ARG(v->wording->currency),
                         STR_ARG(str_trim(after)));
    return unit_read(money, v->wording, &unit) && unit.given &&
           unit.zeros == f->zeros;
}

/* What F writes beside N, without what the figure's own text says. */
static struct beside beside(const struct value_context *v,
                            const struct stored_number *n,
                            const struct number_format *format,
                            const struct format_section *f,
                            struct sheet_cell *cell)
{
    const struct str sign = v->wording->currency;
    struct beside b = {f->before, f->after};

    if (format->nsections > 1 && (n->negative || n->digits == 0))
        take_sign_off(&b);
    if (f->percent)
        b.after = without_mark(b.after, STR_LIT("%"), &(bool){false});
    if (sign.len > 0 && str_eq(str_trim(b.before), sign)) {
        cell->currency = true;
        b.before.len = 0;
    } else if (sign.len > 0 && str_eq(str_trim(b.after), sign)) {
        cell->currency = true;
        b.after.len = 0;
    }
    if (str_trim(b.before).len == 0)
        b.before.len = 0;
    if (str_trim(b.after).len == 0 || is_unit(v, f, b.after))
        b.after.len = 0;
    return b;
}

/* The figure of *CELL among what stands beside it, as if all were typed. */
static void put_beside(const struct value_context *v,
                       const struct stored_number *n,
                       const struct number_format *format,
                       const struct beside *b, struct sheet_cell *cell)
{
    const size_t minus = str_starts(cell->text, STR_LIT("-"));
    const bool credit = format->nsections > 1 && says_credit(b->after);
    const struct str sign = cell->currency ? v->wording->currency : STR_LIT("");
    struct decimal d;

    cell->currency = false;
    cell->text = arena_printf(
        v->arena, "%s%.*s%.*s%.*s%.*s", minus > 0 && !credit ? "-" : "",
        STR_ARG(sign), STR_ARG(b->before), STR_ARG(str_from(cell->text, minus)),
        STR_ARG(b->after));
    if (cell->fault == CELL_FINE && n->digits > 0 &&
        decimal_read_money(str_trim(cell->text), v->wording->currency, 0, &d) ==
            NUMBER_OK &&
        (d.coefficient < 0) != n->negative)
        cell->fault = CELL_OTHER_SIGN;
}

#define RECKONED 7 /* decimals that nobody types */

/* A figure is what is seen of it: 4.2% of 0.0416666666666667, 12,346 of
   12345.678. One that is shown in thousands (12, or 14.2m) is read in full, but
   for decimals that were reckoned. */
static struct stored_number as_seen(const struct stored_number *n,
                                    const struct format_section *f,
                                    struct sheet_cell *cell)
{
    struct stored_number seen = *n;

    if (!f->rounds || (f->zeros > 0 && n->exponent > -RECKONED))
        return seen;
    stored_number_round(&seen, f->zeros > 0 ? MONEY_SCALE
                               : f->percent ? f->decimals + 2
                                            : f->decimals);
    cell->rounded = seen.digits != n->digits || seen.exponent != n->exponent;
    return seen;
}

/* `"-"??` of accounts: a dash is seen of a nought, and room for digits. */
static bool writes_dash(const struct format_section *f)
{
    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
        if (str_find(f->before, str_of(dashes[i])) < f->before.len)
            return true;
    }
    return false;
}

static void put_number(const struct value_context *v,
                       const struct stored_number *stored,
                       const struct number_format *format,
                       const struct format_section *f, struct sheet_cell *cell)
{
    const struct stored_number seen = as_seen(stored, f, cell);
    const struct stored_number *n = &seen;
    const struct beside b = beside(v, n, format, f, cell);
    const bool alone = b.before.len == 0 && b.after.len == 0;
    const bool full = alone && f->names_unit; /* 14,200,000 for 14.2m */
    const struct format_section unscaled = {.grouped = f->grouped || full};
    const int hidden = alone ? 0 : f->zeros;
    const struct format_section *form = hidden > 0 || full ? &unscaled : f;
    char text[STORED_TEXT_MAX];

    cell->number = true;
    cell->zeros = alone ? f->zeros : 0;
    cell->own_unit = full;
    if (n->is_long)
        cell->fault = CELL_LOST_END;
    if (f->among)
        cell->fault = CELL_AMONG;
    stored_number_text(n, f->percent ? -2 : hidden, text);
    if (f->percent)
        cell->text = arena_printf(v->arena, "%.*s%%",
                                  STR_ARG(as_shown(v, str_of(text), form)));
    else if (f->digits > 0 && !n->negative && n->exponent >= 0)
        cell->text = arena_printf(v->arena, "%0*llu", f->digits,
                                  (unsigned long long)stored_number_about(n));
    else
        cell->text = as_shown(v, str_of(text), form);
    cell->nought = str_is(cell->text, "0");
    if (!alone)
        put_beside(v, n, format, &b, cell);
    if (f->blank_nil && n->digits == 0 && cell->fault == CELL_FINE &&
        !writes_dash(f))
        cell->fault = CELL_UNSEEN_NIL;
}

/* Whether F, which shows nothing, is for a 0 and no other value, while FORMAT
   shows all others. */
static bool blanks_nil_alone(const struct number_format *format,
                             const struct format_section *f)
{
    const bool third = f == &format->sections[2] && f->compared == 0;
    const bool asked = f->compared == '=' && !(f->bound < 0 || f->bound > 0);

    for (size_t i = 0; i < format->nsections; i++) {
        const struct format_section *other = &format->sections[i];

        if (other != f && other->as == SHOWN_WORDS)
            return false;
    }
    return (third || asked) && format->nsections > 1 &&
           str_trim(f->before).len + str_trim(f->after).len == 0;
}

/* Offices let a 0 be blank, so that a table is easier to read; what hides other
   values keeps them to itself. */
static void put_unshown(const struct stored_number *n,
                        const struct number_format *format,
                        const struct format_section *f, struct sheet_cell *cell)
{
    cell->fault = CELL_UNSHOWN;
    if (n->digits > 0 || !blanks_nil_alone(format, f))
        return;
    cell->number = cell->nought = true;
    cell->text = STR_LIT("0");
    cell->fault = CELL_UNSEEN_NIL;
}

/* Most formats have one section, whatever the figure. */
static const struct format_section *
section_for(const struct number_format *format, const struct stored_number *n)
{
    return format->nsections == 1
               ? format->sections
               : number_format_for(format, stored_number_about(n));
}

void value_of_number(const struct value_context *v,
                     const struct stored_number *n,
                     const struct number_format *format,
                     struct sheet_cell *cell)
{
    const struct format_section *f = section_for(format, n);

    cell->white = f->white;
    if (f->truth) {
        cell->text = n->digits > 0 ? STR_LIT("TRUE") : STR_LIT("FALSE");
        return;
    }
    switch (f->as) {
    case SHOWN_DATE:
    case SHOWN_TIME: put_day(v, n, f, cell); break;
    case SHOWN_DURATION: put_duration(v, n, f, cell); break;
    case SHOWN_WORDS: put_unshown(n, format, f, cell); break;
    case SHOWN_DASH:
        cell->number = true;
        if (n->digits == 0)
            cell->text = STR_LIT("-");
        else
            cell->fault = CELL_UNSHOWN;
        break;
    case SHOWN_NUMBER: put_number(v, n, format, f, cell); break;
    }
}

/* N digits, cut off S. */
static bool cut_digits(struct str *s, size_t n, unsigned *value)
{
    *value = 0;
    if (s->len < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (s->ptr[i] < '0' || s->ptr[i] > '9')
            return false;
        *value = *value * 10 + (unsigned)(s->ptr[i] - '0');
    }
    *s = str_from(*s, n);
    return true;
}

static bool cut_mark(struct str *s, char mark)
{
    if (s->len == 0 || s->ptr[0] != mark)
        return false;
    *s = str_from(*s, 1);
    return true;
}

bool value_iso_day(struct str s, struct date *day, uint32_t *second)
{
    unsigned year;
    unsigned month;
    unsigned d;
    unsigned h = 0;
    unsigned m = 0;
    unsigned sec = 0;

    if (!cut_digits(&s, 4, &year) || !cut_mark(&s, '-') ||
        !cut_digits(&s, 2, &month) || !cut_mark(&s, '-') ||
        !cut_digits(&s, 2, &d))
        return false;
    *day = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)d};
    if (!date_valid(*day))
        return false;
    if (s.len > 0 && (!cut_mark(&s, 'T') || !cut_digits(&s, 2, &h) ||
                      !cut_mark(&s, ':') || !cut_digits(&s, 2, &m)))
        return false;
    if (cut_mark(&s, ':') && !cut_digits(&s, 2, &sec))
        return false;
    *second = h * HOUR + m * MINUTE + sec;
    return h < 24 && m < 60 && sec < 60;
}

void value_show_text(const struct value_context *v,
                     const struct number_format *format,
                     struct sheet_cell *cell)
{
    const struct format_section *f = &format->text;

    if (str_trim(cell->text).len == 0)
        return;
    if (format->hides_text)
        cell->fault = CELL_UNSHOWN;
    else if (format->has_text &&
             str_trim(f->before).len + str_trim(f->after).len > 0)
        cell->text = arena_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(f->before),
                                  STR_ARG(cell->text), STR_ARG(f->after));
}
