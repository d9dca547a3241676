#include "input/prose/typed_mark.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define LABEL_MAX 5          /* signs: xviii */
#define NUMBER_MAX 99        /* items of a list: more is a year, or an amount */
#define CIRCLED_FIRST 0x2460 /* ① */
#define CIRCLED 20
#define SYMBOL_FIRST 0xF020 /* what a font of symbols had for a bullet */
#define SYMBOL_LAST 0xF0FF

/* Signs that begin the items of lists; no list of CommonMark begins so. */
static const struct {
    uint32_t sign;
    bool spaced;   /* a space belongs behind it */
    bool doubtful; /* it may be part of the words */
} bullets[] = {
    {'-', true, false},     {'o', true, true},      {0xA7, true, true},
    {0xB7, false, false},   {0xBB, true, false},    {0x2010, true, false},
    {0x2013, true, false},  {0x2014, true, false},  {0x2022, false, false},
    {0x2023, false, false}, {0x203A, true, false},  {0x2043, false, false},
    {0x2192, true, false},  {0x21D2, true, false},  {0x2212, true, false},
    {0x2219, false, false}, {0x25A0, false, false}, {0x25A1, false, false},
    {0x25AA, false, false}, {0x25AB, false, false}, {0x25BA, false, false},
    {0x25C6, false, false}, {0x25CB, false, false}, {0x25CF, false, false},
    {0x25E6, false, false}, {0x2605, false, true},  {0x2606, false, true},
    {0x2610, false, true},  {0x2611, false, true},  {0x2612, false, true},
    {0x2713, false, true},  {0x2714, false, true},  {0x2756, false, false},
    {0x2794, false, false}, {0x27A2, false, false}, {0x27A4, false, false},
};

static unsigned roman_digit(char c)
{
    switch (c | 0x20) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    default: return 0;
    }
}

static unsigned roman_value(struct str label)
{
    unsigned value = 0;

    for (size_t i = 0; i < label.len; i++) {
        const unsigned here = roman_digit(label.ptr[i]);
        const unsigned next =
            i + 1 < label.len ? roman_digit(label.ptr[i + 1]) : 0;

        if (here == 0)
            return 0;
        value = here < next ? value - here : value + here;
    }
    return value;
}

unsigned typed_mark_number(struct str label)
{
    unsigned value = 0;

    for (size_t i = 0; i < label.len; i++) {
        if (!is_digit(label.ptr[i]))
            return 0;
        value = value * 10 + (unsigned)(label.ptr[i] - '0');
    }
    return value;
}

/* Words stand behind a mark that is BEHIND it, close to it or apart. */
static bool has_words(struct str behind, bool spaced)
{
    return (!spaced || utf8_begins_with_space(behind)) &&
           str_trim(behind).len > 0;
}

/* `– 5%` and `- £3` may be what they say. */
static bool begins_with_amount(struct str behind)
{
    behind = str_trim(behind);
    return behind.len > 0 &&
           (is_digit(behind.ptr[0]) || str_starts(behind, STR_LIT("£")));
}

static struct typed_mark bullet_of(struct str text)
{
    struct str behind = text;
    const uint32_t sign = utf8_next(&behind);
    struct typed_mark mark = {.bullet = true};

    if (sign == '-' && str_starts(behind, STR_LIT("-")))
        behind = str_from(behind, 1);
    mark.len = text.len - behind.len;
    if (sign >= SYMBOL_FIRST && sign <= SYMBOL_LAST && has_words(behind, false))
        return mark;
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
        if (sign != bullets[i].sign)
            continue;
        mark.doubtful = bullets[i].doubtful ||
                        (bullets[i].spaced && begins_with_amount(behind));
        if (has_words(behind, bullets[i].spaced))
            return mark;
        /* -that, as somebody types who types fast */
        mark.doubtful = true;
        if (sign == '-' && behind.len > 1 && is_ascii_letter(behind.ptr[0]))
            return mark;
    }
    return (struct typed_mark){0};
}

static struct typed_mark circled_of(struct str text)
{
    struct str behind = text;
    const uint32_t sign = utf8_next(&behind);

    if (sign < CIRCLED_FIRST || sign >= CIRCLED_FIRST + 2 * CIRCLED ||
        !has_words(behind, false))
        return (struct typed_mark){0};
    return (struct typed_mark){.len = text.len - behind.len,
                               .number = (sign - CIRCLED_FIRST) % CIRCLED + 1};
}

/* (iv), iv), iv., [4] and the like. */
static struct typed_mark label_of(struct str text)
{
    const char open = text.ptr[0];
    const bool bracket = open == '(' || open == '[';
    const struct str rest = str_from(text, bracket ? 1 : 0);
    struct typed_mark mark = {0};
    struct str label;
    size_t n = 0;
    char close;

    while (n < rest.len && n < LABEL_MAX &&
           (is_ascii_letter(rest.ptr[n]) || is_digit(rest.ptr[n])))
        n++;
    if (n == 0 || n >= rest.len)
        return mark;
    close = rest.ptr[n];
    label = str_to(rest, n);
    if (close != (open == '[' ? ']' : ')') && (bracket || close != '.'))
        return mark;
    if (!has_words(str_from(rest, n + 1), !bracket))
        return mark;
    mark.number = typed_mark_number(label);
    mark.roman = roman_value(label);
    mark.letter = n == 1 && mark.number == 0 && is_ascii_letter(label.ptr[0])
                      ? (unsigned)((label.ptr[0] | 0x20) - 'a' + 1)
                      : 0;
    if (mark.number == 0 && mark.roman == 0 && mark.letter == 0)
        return mark;
    mark.len = n + 1 + (bracket ? 1 : 0);
    mark.doubtful = mark.number > NUMBER_MAX ||
                    (close == '.' && mark.number == 0) || open == '[' ||
                    !utf8_begins_with_space(str_from(rest, n + 1));
    return mark;
}

struct typed_mark typed_mark_of(struct str text)
{
    struct typed_mark mark;

    if (text.len == 0)
        return (struct typed_mark){0};
    mark = bullet_of(text);
    if (mark.len == 0)
        mark = circled_of(text);
    return mark.len > 0 ? mark : label_of(text);
}

bool typed_mark_follows(const struct typed_mark *mark,
                        const struct typed_mark *before)
{
    if (mark->len == 0 || before->len == 0 || mark->bullet || before->bullet)
        return mark->len > 0 && mark->bullet && before->bullet;
    return (before->number > 0 && mark->number == before->number + 1) ||
           (before->roman > 0 && mark->roman == before->roman + 1) ||
           (before->letter > 0 && mark->letter == before->letter + 1);
}

bool typed_mark_is(const struct typed_mark *mark, unsigned n)
{
    return mark->number == n || mark->roman == n || mark->letter == n;
}
