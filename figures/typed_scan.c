#include "figures/typed_scan.h"
#include "core/base/ascii.h"
#include "core/value/unit.h"

#include <string.h>

#define DIGITS_MAX 15
#define WORD_LENGTH 24
#define CURRENCY_LENGTH 8

static const struct str opening = STR_INIT("{{");
static const struct str closing = STR_INIT("}}");

struct digits {
    int64_t coefficient;
    unsigned count;
    unsigned decimals;
};

/* A comma between digits parts thousands, a point begins the decimals; what
   else stands behind a figure belongs to the sentence. */
static size_t read_digits(struct str s, size_t i, struct digits *d)
{
    bool point = false;

    *d = (struct digits){0};
    while (i < s.len) {
        if (is_digit_at(s, i)) {
            if (d->count < DIGITS_MAX)
                d->coefficient = d->coefficient * 10 + (s.ptr[i] - '0');
            d->count++;
            d->decimals += point;
        } else if (s.ptr[i] == '.' && !point && is_digit_at(s, i + 1)) {
            point = true;
        } else if (s.ptr[i] != ',' || point || !is_digit_at(s, i + 1)) {
            break;
        }
        i++;
    }
    return i;
}

/* One space or none; U+00A0 and U+202F as well. */
static size_t skip_space(struct str s, size_t i)
{
    const struct str rest = str_from(s, i);

    if (str_starts(rest, STR_LIT(" ")))
        return i + 1;
    if (str_starts(rest, STR_LIT("\xC2\xA0")))
        return i + 2;
    if (str_starts(rest, STR_LIT("\xE2\x80\xAF")))
        return i + 3;
    return i;
}

/* k, m, million: what follows an amount and multiplies it. */
static size_t read_typed_unit(struct str s, size_t i, const struct wording *w,
                              unsigned *zeros)
{
    char text[CURRENCY_LENGTH + WORD_LENGTH];
    const size_t begin = skip_space(s, i);
    size_t end = begin;
    struct unit unit = {.given = false};

    *zeros = 0;
    while (is_letter_at(s, end) && s.ptr[end] >= 'A')
        end++;
    if (end == begin || end - begin > WORD_LENGTH ||
        w->currency.len > CURRENCY_LENGTH)
        return i;
    memcpy(text, w->currency.ptr, w->currency.len);
    memcpy(text + w->currency.len, s.ptr + begin, end - begin);
    if (!unit_read((struct str){text, w->currency.len + end - begin}, w,
                   &unit) ||
        !unit.given || unit.zeros == 0)
        return i;
    *zeros = unit.zeros;
    return end;
}

static bool scale(struct digits d, unsigned zeros, struct typed_figure *typed)
{
    if (d.count == 0 || d.count > DIGITS_MAX || d.decimals > zeros ||
        d.count + zeros - d.decimals > DIGITS_MAX + 2)
        return false;
    typed->value = d.coefficient;
    typed->step = 1;
    for (unsigned i = d.decimals; i < zeros; i++) {
        typed->value *= 10;
        typed->step *= 10;
    }
    return true;
}

static bool read_money(struct str s, size_t *i, const struct wording *w,
                       struct typed_figure *typed)
{
    const size_t start = *i;
    size_t end = skip_space(s, start + w->currency.len);
    struct digits d;
    unsigned zeros;

    if (!is_digit_at(s, end))
        return false;
    end = read_digits(s, end, &d);
    end = read_typed_unit(s, end, w, &zeros);
    *i = end;
    typed->percent = false;
    typed->start = start;
    typed->text = (struct str){s.ptr + start, end - start};
    return scale(d, zeros + MONEY_SCALE, typed);
}

/* Whether a figure at I is one by itself, not the end of A12 or 3.4. */
static bool begins_figure(struct str s, size_t i)
{
    return is_digit_at(s, i) &&
           (i == 0 || (!is_letter_at(s, i - 1) && !is_digit_at(s, i - 1) &&
                       s.ptr[i - 1] != '.' && s.ptr[i - 1] != ','));
}

static bool read_percent(struct str s, size_t *i, struct typed_figure *typed)
{
    const size_t start = *i;
    struct digits d;
    const size_t behind = read_digits(s, start, &d);
    const size_t sign = skip_space(s, behind);

    *i = behind;
    if (sign >= s.len || s.ptr[sign] != '%')
        return false;
    *i = sign + 1;
    typed->percent = true;
    typed->start = start;
    typed->text = (struct str){s.ptr + start, sign + 1 - start};
    return scale(d, TYPED_PERCENT_SCALE, typed);
}

bool typed_scan(struct str text, const struct wording *wording, size_t *from,
                struct typed_figure *typed)
{
    size_t i = *from;

    while (i < text.len) {
        const struct str rest = str_from(text, i);
        const size_t before = i;

        if (str_starts(rest, opening)) {
            const size_t end = str_find(rest, closing);

            i += end < rest.len ? end + closing.len : rest.len;
            continue;
        }
        if (wording->currency.len > 0 && str_starts(rest, wording->currency) &&
            read_money(text, &i, wording, typed)) {
            *from = i;
            return true;
        }
        if (begins_figure(text, i) && read_percent(text, &i, typed)) {
            *from = i;
            return true;
        }
        i += i == before;
    }
    *from = text.len;
    return false;
}
