#include "input/xml/length_in.h"
#include "core/model/style.h"

/* More digits than any sheet of paper needs; all sums below fit 64 bits. */
#define THOUSANDTHS_MAX INT64_C(100000000)

/* 12.5 as 12500; the digits are cut off *text. False when there are none, or
   more than three after the point. */
static bool cut_thousandths(struct str *text, int64_t *value)
{
    int64_t n = 0;
    int decimals = -1; /* no point yet */
    size_t digits = 0;

    while (text->len > 0) {
        const char c = text->ptr[0];

        if (c == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && decimals < 3 &&
                   n <= THOUSANDTHS_MAX) {
            n = n * 10 + (c - '0');
            digits++;
            decimals += decimals >= 0;
        } else {
            break;
        }
        *text = str_from(*text, 1);
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
        n *= 10;
    *value = n;
    return digits > 0 && decimals != 0;
}

static bool read_length(struct str text, int64_t *mpt)
{
    int64_t n;

    if (!cut_thousandths(&text, &n))
        return false;
    if (str_is(text, "pt")) {
        *mpt = n;
        return true;
    }
    *mpt = (n * (MPT_PER_MM_NUMERATOR / 1000) + MPT_PER_MM_DENOMINATOR / 2) /
           MPT_PER_MM_DENOMINATOR;
    return str_is(text, "mm");
}

int32_t length_in(const struct xml_reading *r, const struct xml_node *node,
                  const char *name, int32_t min, int32_t max, int32_t otherwise)
{
    const struct str text = xml_get(node, name);
    int64_t mpt = 0;

    if (xml_attribute(node, name) == NULL)
        return otherwise;
    if (read_length(text, &mpt) && mpt >= min && mpt <= max)
        return (int32_t)mpt;
    finding(r->findings, FINDING_BAD_VALUE, xml_value_place(node, name),
            "`%.*s` is no length for the %s of <%.*s>", STR_ARG(text), name,
            STR_ARG(node->name));
    finding_hint(r->findings, "write it as 25mm or 12.5pt, from %dpt to %dpt",
                 (int)(min / 1000), (int)(max / 1000));
    return otherwise;
}

int32_t percentage_in(const struct xml_reading *r, const struct xml_node *node,
                      const char *name, int32_t otherwise)
{
    struct str rest = xml_get(node, name);
    int64_t n = 0;

    if (xml_attribute(node, name) == NULL)
        return otherwise;
    if (cut_thousandths(&rest, &n) && str_is(rest, "%") && n >= 50000 &&
        n <= 500000)
        return (int32_t)(n / 100);
    finding(r->findings, FINDING_BAD_VALUE, xml_value_place(node, name),
            "`%.*s` is no percentage from 50%% to 500%%",
            STR_ARG(xml_get(node, name)));
    return otherwise;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

uint32_t colour_in(const struct xml_reading *r, struct str text,
                   struct place at, uint32_t otherwise)
{
    uint32_t colour = 0;
    size_t i = 1;

    while (text.len == 7 && text.ptr[0] == '#' && i < 7 &&
           hex_digit(text.ptr[i]) >= 0)
        colour = colour << 4 | (uint32_t)hex_digit(text.ptr[i++]);
    if (i == 7)
        return colour;
    finding(r->findings, FINDING_BAD_VALUE, at, "`%.*s` is no colour",
            STR_ARG(text));
    finding_hint(r->findings, "write it as #1d70b8");
    return otherwise;
}
