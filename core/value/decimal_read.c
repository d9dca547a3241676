#include "core/value/decimal.h"

#define MINUS "\xE2\x88\x92"   /* U+2212 */
#define EN_DASH "\xE2\x80\x93" /* U+2013, which Word makes of a hyphen */
#define NO_BREAK "\xC2\xA0"

/* A figure while it is read. */
struct reading {
    struct str rest;
    struct str symbol; /* empty: none is expected, or it has been read */
    unsigned signs;    /* minus, brackets, CR or DR: at most one */
    bool negative;
    bool bracket; /* one is open */
    bool percent; /* a sign is allowed */
    bool any;     /* a digit has been read */
    uint64_t coefficient;
    unsigned scale;
    enum number_form form; /* of the digits */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool at_digit(const struct reading *r)
{
    return r->rest.len > 0 && is_digit(r->rest.ptr[0]);
}

/* Letters without regard to case. */
static bool cut(struct reading *r, const char *literal)
{
    size_t i = 0;

    for (; literal[i] != '\0'; i++) {
        char c = i < r->rest.len ? r->rest.ptr[i] : '\0';

        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != literal[i])
            return false;
    }
    r->rest = str_from(r->rest, i);
    return true;
}

static void skip_space(struct reading *r)
{
    while (cut(r, " ") || cut(r, "\t") || cut(r, "\n") || cut(r, "\r") ||
           cut(r, NO_BREAK))
        continue;
}

static bool cut_minus(struct reading *r)
{
    return cut(r, "-") || cut(r, MINUS) || cut(r, EN_DASH);
}

static bool cut_symbol(struct reading *r)
{
    if (r->symbol.len == 0 || !str_starts(r->rest, r->symbol))
        return false;
    r->rest = str_from(r->rest, r->symbol.len);
    r->symbol.len = 0;
    return true;
}

/* Signs, the bracket and the currency symbol come in any order. */
static void read_front(struct reading *r)
{
    for (;;) {
        skip_space(r);
        if (cut_minus(r)) {
            r->signs++;
            r->negative = true;
        } else if (cut(r, "+")) {
            r->signs++;
        } else if (!r->bracket && cut(r, "(")) {
            r->signs++;
            r->negative = true;
            r->bracket = true;
        } else if (!cut_symbol(r)) {
            return;
        }
    }
}

static bool append(struct reading *r, unsigned digit)
{
    if (r->coefficient > ((uint64_t)INT64_MAX - digit) / 10)
        return false;
    r->coefficient = r->coefficient * 10 + digit;
    return true;
}

static unsigned cut_digit(struct reading *r)
{
    const unsigned digit = (unsigned)(r->rest.ptr[0] - '0');

    r->rest = str_from(r->rest, 1);
    r->any = true;
    return digit;
}

/* Digits before the point. If there are commas, one stands before every
   third of them and nowhere else. */
static void read_whole(struct reading *r)
{
    const bool zero = r->rest.len > 0 && r->rest.ptr[0] == '0';
    bool grouped = false;
    unsigned in_group = 0;

    for (;;) {
        if (at_digit(r)) {
            if (!append(r, cut_digit(r)) && r->form == NUMBER_OK)
                r->form = NUMBER_TOO_LARGE;
            in_group++;
        } else if (cut(r, ",")) {
            if (zero || in_group == 0 || in_group > 3 ||
                (grouped && in_group < 3))
                r->form = NUMBER_GROUPING;
            grouped = true;
            in_group = 0;
        } else {
            break;
        }
    }
    if (grouped && in_group != 3)
        r->form = NUMBER_GROUPING;
}

/* Digits behind the point. When no more can be kept, zeros are let go. */
static void read_fraction(struct reading *r)
{
    bool full = false;

    while (at_digit(r)) {
        const unsigned digit = cut_digit(r);

        full = full || r->scale == DECIMAL_SCALE_MAX || !append(r, digit);
        if (!full)
            r->scale++;
        else if (digit != 0 && r->form == NUMBER_OK)
            r->form = NUMBER_TOO_LARGE;
    }
}

static void multiply(struct reading *r, unsigned zeros)
{
    while (zeros > 0 && r->scale > 0) {
        zeros--;
        r->scale--;
    }
    for (; zeros > 0; zeros--) {
        if (!append(r, 0) && r->form == NUMBER_OK)
            r->form = NUMBER_TOO_LARGE;
    }
}

/* What may stand behind the digits. */
static void read_back(struct reading *r)
{
    skip_space(r);
    if (r->percent)
        (void)cut(r, "%");
    else if (cut(r, "k"))
        multiply(r, 3);
    else if (cut(r, "bn"))
        multiply(r, 9);
    else if (cut(r, "m"))
        multiply(r, 6);
    skip_space(r);
    if (r->bracket)
        r->bracket = !cut(r, ")");
    skip_space(r);
    if (cut_minus(r) || cut(r, "cr")) {
        r->signs++;
        r->negative = true;
    } else if (cut(r, "dr")) {
        r->signs++;
    }
    skip_space(r);
}

/* #REF!, #N/A and their like, ##### of a narrow column, Err:502. */
static bool is_spreadsheet_error(struct reading r)
{
    if (cut(&r, "err:"))
        return at_digit(&r);
    if (!cut(&r, "#") || r.rest.len == 0)
        return false;
    return r.rest.ptr[0] == '#' ||
           (r.rest.ptr[0] >= 'A' && r.rest.ptr[0] <= 'Z');
}

/* What is left behind the digits is E+05 or such. */
static bool is_exponent(struct reading r)
{
    if (!cut(&r, "e"))
        return false;
    if (!cut(&r, "+"))
        (void)cut(&r, "-");
    if (!at_digit(&r))
        return false;
    while (at_digit(&r))
        (void)cut_digit(&r);
    skip_space(&r);
    return r.rest.len == 0;
}

/* More of a figure where it should have ended: 1 234, 1.234,56. */
static bool more_digits(struct reading r)
{
    skip_space(&r);
    (void)cut(&r, ",");
    if (!at_digit(&r))
        return false;
    while (at_digit(&r) || (r.rest.len > 0 && r.rest.ptr[0] == ','))
        r.rest = str_from(r.rest, 1);
    skip_space(&r);
    return r.rest.len == 0;
}

static enum number_form read_figure(struct reading *r)
{
    skip_space(r);
    if (is_spreadsheet_error(*r))
        return NUMBER_BROKEN_FORMULA;
    read_front(r);
    read_whole(r);
    if (cut(r, "."))
        read_fraction(r);
    if (!r->any || r->signs > 1)
        return NUMBER_NONE;
    if (is_exponent(*r))
        return NUMBER_SCIENTIFIC;
    if (more_digits(*r))
        return NUMBER_GROUPING;
    read_back(r);
    if (r->rest.len > 0 || r->bracket || r->signs > 1)
        return NUMBER_NONE;
    return r->form;
}

static struct decimal value_of(const struct reading *r)
{
    const int64_t coefficient = (int64_t)r->coefficient;

    return (struct decimal){r->negative ? -coefficient : coefficient,
                            (uint8_t)r->scale};
}

enum number_form decimal_read(struct str text, struct str symbol,
                              struct decimal *value)
{
    struct reading r = {.rest = text, .symbol = symbol};
    enum number_form form = read_figure(&r);

    while (symbol.len > 0 && r.scale > MONEY_SCALE && r.coefficient % 10 == 0) {
        r.coefficient /= 10;
        r.scale--;
    }
    if (symbol.len > 0 && r.scale > MONEY_SCALE &&
        (form == NUMBER_OK || form == NUMBER_TOO_LARGE))
        form = NUMBER_TOO_PRECISE;
    if (form == NUMBER_OK)
        *value = value_of(&r);
    return form;
}

enum number_form decimal_read_percent(struct str text, struct decimal *value)
{
    struct reading r = {.rest = text, .percent = true};
    const enum number_form form = read_figure(&r);

    if (form == NUMBER_OK)
        *value = value_of(&r);
    return form;
}
