#include "core/base/ascii.h"
#include "core/value/decimal_noise.h"

#define MINUS "\xE2\x88\x92"   /* U+2212 */
#define EN_DASH "\xE2\x80\x93" /* U+2013, which Word makes of a hyphen */
#define NO_BREAK "\xC2\xA0"
#define FIGURE_SPACE "\xE2\x80\x87"
#define THIN_SPACE "\xE2\x80\x89"
#define PLAIN_MAX 15 /* bytes of a figure that is read at once */
#define NARROW_NO_BREAK "\xE2\x80\xAF"

/* A figure while it is read. */
struct decimal_reading {
    struct str rest;
    struct str symbol; /* empty: none is expected, or it has been read */
    unsigned signs;    /* minus, brackets, CR or DR: at most one */
    bool negative;
    bool bracket; /* one is open */
    bool percent; /* a sign is allowed */
    bool money;   /* 75k, 1.2m, 1,234 CR are */
    bool suffixed;
    bool any; /* a digit has been read */
    uint64_t coefficient;
    unsigned scale;
    unsigned digits;       /* without nought at their head */
    enum number_form form; /* of the digits */
};

static bool at_digit(const struct decimal_reading *r)
{
    return r->rest.len > 0 && is_digit(r->rest.ptr[0]);
}

/* Letters without regard to case. */
static bool cut(struct decimal_reading *r, const char *literal)
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

static void skip_space(struct decimal_reading *r)
{
    while (cut(r, " ") || cut(r, "\t") || cut(r, "\n") || cut(r, "\r") ||
           cut(r, NO_BREAK))
        continue;
}

/* A space that may divide the digits of a number. */
static bool cut_thin(struct decimal_reading *r)
{
    return cut(r, " ") || cut(r, NO_BREAK) || cut(r, NARROW_NO_BREAK) ||
           cut(r, THIN_SPACE) || cut(r, FIGURE_SPACE);
}

static bool cut_minus(struct decimal_reading *r)
{
    return cut(r, "-") || cut(r, MINUS) || cut(r, EN_DASH);
}

static bool cut_symbol(struct decimal_reading *r)
{
    if (r->symbol.len == 0 || !str_starts(r->rest, r->symbol))
        return false;
    r->rest = str_from(r->rest, r->symbol.len);
    r->symbol.len = 0;
    return true;
}

/* Signs, the bracket and the currency symbol come in any order. */
static void read_front(struct decimal_reading *r)
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

static bool append(struct decimal_reading *r, unsigned digit)
{
    if (r->coefficient > ((uint64_t)INT64_MAX - digit) / 10)
        return false;
    r->coefficient = r->coefficient * 10 + digit;
    return true;
}

static unsigned cut_digit(struct decimal_reading *r)
{
    const unsigned digit = (unsigned)(r->rest.ptr[0] - '0');

    r->rest = str_from(r->rest, 1);
    r->any = true;
    r->digits += digit > 0 || r->digits > 0;
    return digit;
}

/* A space and three digits, then something else: 1 234 567. */
static bool cut_group_space(struct decimal_reading *r)
{
    struct decimal_reading ahead = *r;

    if (!cut_thin(&ahead) || ahead.rest.len < 3)
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (!is_digit(ahead.rest.ptr[i]))
            return false;
    }
    if (ahead.rest.len > 3 && is_digit(ahead.rest.ptr[3]))
        return false;
    *r = ahead;
    return true;
}

/* Digits before the point. If there are commas, one stands before every
   third of them and nowhere else; likewise spaces. */
static void read_whole(struct decimal_reading *r)
{
    const bool zero = r->rest.len > 0 && r->rest.ptr[0] == '0';
    char mark = '\0';
    unsigned in_group = 0;

    for (;;) {
        char next;

        if (at_digit(r)) {
            if (!append(r, cut_digit(r)) && r->form == NUMBER_OK)
                r->form = NUMBER_TOO_LARGE;
            in_group++;
            continue;
        }
        if (cut(r, ","))
            next = ',';
        else if (r->any && !zero && cut_group_space(r))
            next = ' ';
        else
            break;
        if (zero || in_group == 0 || in_group > 3 ||
            (mark != '\0' && (in_group < 3 || mark != next)))
            r->form =
                next == ',' || mark == ',' ? NUMBER_GROUPING : NUMBER_SPACES;
        mark = next;
        in_group = 0;
    }
    if (mark == ',' && in_group != 3)
        r->form = NUMBER_GROUPING;
}

/* Digits behind the point. When no more can be kept, zeros are let go. */
static void read_fraction(struct decimal_reading *r)
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

static void multiply(struct decimal_reading *r, unsigned zeros)
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

/* 12 m may be metres: only sums of money are written so. */
static void read_suffix(struct decimal_reading *r)
{
    unsigned zeros = 0;

    if (!r->money)
        return;
    if (cut(r, "k"))
        zeros = 3;
    else if (cut(r, "bn"))
        zeros = 9;
    else if (cut(r, "m"))
        zeros = 6;
    multiply(r, zeros);
    r->suffixed = zeros > 0;
}

/* What may stand behind the digits. */
static void read_back(struct decimal_reading *r)
{
    skip_space(r);
    if (r->percent)
        (void)cut(r, "%");
    else
        read_suffix(r);
    skip_space(r);
    if (r->bracket)
        r->bracket = !cut(r, ")");
    skip_space(r);
    if (cut_minus(r) || (r->money && cut(r, "cr"))) {
        r->signs++;
        r->negative = true;
    } else if (r->money && cut(r, "dr")) {
        r->signs++;
    }
    skip_space(r);
}

/* #REF!, #N/A and their like, Err:502; ##### is a column that was narrow. */
static enum number_form spreadsheet_error(struct decimal_reading r)
{
    if (cut(&r, "err:"))
        return at_digit(&r) ? NUMBER_BROKEN_FORMULA : NUMBER_NONE;
    if (!cut(&r, "#") || r.rest.len == 0)
        return NUMBER_NONE;
    if (r.rest.ptr[0] == '#')
        return NUMBER_TOO_WIDE;
    return r.rest.ptr[0] >= 'A' && r.rest.ptr[0] <= 'Z' ? NUMBER_BROKEN_FORMULA
                                                        : NUMBER_NONE;
}

/* What is left behind the digits is E+05 or such. */
static bool is_exponent(struct decimal_reading r)
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

/* More of a figure where it should have ended: 1 23, 1.234,56. */
static enum number_form more_digits(struct decimal_reading r)
{
    enum number_form form = NUMBER_SPACES;

    skip_space(&r);
    if (cut(&r, ","))
        form = NUMBER_GROUPING;
    if (!at_digit(&r))
        return NUMBER_OK;
    while (at_digit(&r) || (r.rest.len > 0 && r.rest.ptr[0] == ',') ||
           cut_thin(&r)) {
        if (r.rest.len > 0 && r.rest.ptr[0] == ',')
            form = NUMBER_GROUPING;
        if (r.rest.len > 0 && (at_digit(&r) || r.rest.ptr[0] == ','))
            r.rest = str_from(r.rest, 1);
    }
    skip_space(&r);
    return r.rest.len == 0 ? form : NUMBER_OK;
}

static bool ends_well(const struct decimal_reading *r)
{
    return r->rest.len == 0 && !r->bracket && r->signs <= 1;
}

static enum number_form read_digits(struct decimal_reading *r)
{
    enum number_form more;

    read_whole(r);
    if (cut(r, "."))
        read_fraction(r);
    if (!r->any || r->signs > 1)
        return NUMBER_NONE;
    if (is_exponent(*r))
        return NUMBER_SCIENTIFIC;
    more = more_digits(*r);
    if (more != NUMBER_OK)
        return more;
    if (r->scale > 0 && r->digits > DECIMAL_TYPED_DIGITS &&
        r->form == NUMBER_TOO_LARGE)
        r->form = NUMBER_NOISE;
    return NUMBER_OK;
}

/* Whether the comma at I stands before three digits and behind one to three,
   the first of which is no nought. */
static bool is_grouped(struct str s, size_t i, size_t first)
{
    size_t after = i + 1;

    while (after < s.len && is_digit(s.ptr[after]))
        after++;
    return after - i == 4 &&
           (after == s.len || s.ptr[after] == ',' || s.ptr[after] == '.') &&
           i > first && s.ptr[first] != '0' &&
           (i - first <= 3 || (i >= 4 && s.ptr[i - 4] == ','));
}

static enum number_form read_figure(struct decimal_reading *r)
{
    struct decimal_reading as_money;
    enum number_form form;

    skip_space(r);
    form = spreadsheet_error(*r);
    if (form != NUMBER_NONE)
        return form;
    read_front(r);
    form = read_digits(r);
    if (form != NUMBER_OK)
        return form;
    as_money = *r;
    read_back(r);
    if (ends_well(r))
        return r->form;
    as_money.money = true;
    read_back(&as_money);
    return !r->money && !r->percent && ends_well(&as_money) ? NUMBER_SUFFIX
                                                            : NUMBER_NONE;
}

static struct decimal value_of(const struct decimal_reading *r)
{
    const int64_t coefficient = (int64_t)r->coefficient;

    return (struct decimal){r->negative ? -coefficient : coefficient,
                            (uint8_t)r->scale};
}

bool decimal_read_plain(struct str s, uint8_t scale_max, struct decimal *value)
{
    const bool negative = s.len > 0 && s.ptr[0] == '-';
    int64_t coefficient = 0;
    size_t point = s.len;

    if (s.len > PLAIN_MAX || s.len == negative || !is_digit(s.ptr[negative]) ||
        !is_digit(s.ptr[s.len - 1]))
        return false;
    for (size_t i = negative; i < s.len; i++) {
        const char c = s.ptr[i];

        if (is_digit(c))
            coefficient = coefficient * 10 + (c - '0');
        else if (c == '.' && point == s.len)
            point = i;
        else if (c != ',' || point < s.len || !is_grouped(s, i, negative))
            return false;
    }
    if (s.len - point > (size_t)scale_max + 1)
        return false;
    *value = (struct decimal){negative ? -coefficient : coefficient,
                              (uint8_t)(point < s.len ? s.len - point - 1 : 0)};
    return true;
}

/* The unit of the column is for what does not say its own: 1.2m. */
static void apply_unit(struct decimal_reading *r, uint8_t zeros)
{
    if (!r->suffixed)
        multiply(r, zeros);
}

enum number_form decimal_read_money(struct str text, struct str symbol,
                                    uint8_t zeros, struct decimal *value)
{
    struct decimal_reading r;
    enum number_form form;

    if (zeros == 0 && decimal_read_plain(text, MONEY_SCALE, value))
        return NUMBER_OK;
    r = (struct decimal_reading){.rest = text, .symbol = symbol, .money = true};
    form = read_figure(&r);
    apply_unit(&r, zeros);
    if (form == NUMBER_OK)
        form = r.form;
    while (r.scale > MONEY_SCALE && r.coefficient % 10 == 0) {
        r.coefficient /= 10;
        r.scale--;
    }
    if (r.scale > MONEY_SCALE &&
        (form == NUMBER_OK || form == NUMBER_TOO_LARGE))
        form = NUMBER_TOO_PRECISE;
    if (form == NUMBER_OK)
        *value = value_of(&r);
    return form;
}

enum number_form decimal_read(struct str text, struct str symbol,
                              struct decimal *value)
{
    struct decimal_reading r = {.rest = text};
    enum number_form form;

    if (symbol.len > 0)
        return decimal_read_money(text, symbol, 0, value);
    if (decimal_read_plain(text, DECIMAL_SCALE_MAX, value))
        return NUMBER_OK;
    form = read_figure(&r);
    if (form == NUMBER_OK)
        *value = value_of(&r);
    return form;
}

enum number_form decimal_read_rounded(struct str text, struct str symbol,
                                      uint8_t zeros, struct decimal *value)
{
    char digits[DECIMAL_TEXT_MAX];
    struct decimal_reading r = {
        .symbol = symbol, .money = symbol.len > 0, .percent = symbol.len == 0};
    enum number_form form;

    if (!decimal_without_noise(text, digits, &r.rest))
        return NUMBER_NONE;
    form = read_figure(&r);
    apply_unit(&r, zeros);
    if (form == NUMBER_OK)
        form = r.form;
    if (form == NUMBER_OK &&
        !decimal_round(value_of(&r), r.money ? MONEY_SCALE : DECIMAL_SCALE_MAX,
                       value))
        form = NUMBER_TOO_LARGE;
    return form;
}

enum number_form decimal_read_percent(struct str text, struct decimal *value)
{
    struct decimal_reading r = {.rest = text, .percent = true};
    const enum number_form form = read_figure(&r);

    if (form == NUMBER_OK)
        *value = value_of(&r);
    return form;
}
