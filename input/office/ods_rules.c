/*
 * Conditional formats of an OpenDocument workbook, as far as they hide what
 * stands in cells (sheet_rules.h).
 *
 * Source: LibreOffice's extension calcext, conditional-format and condition.
 */
#include "core/base/ascii.h"
#include "input/office/ods_parts.h"
#include "input/office/sheet_rules.h"

/* One of these, cut off TEXT; the longer ones come first. */
static bool cut_test(struct str *text, enum rule_test *test)
{
    static const struct {
        struct str sign;
        enum rule_test test;
    } tests[] = {
        {STR_INIT("<="), SHEET_RULE_LESS_OR_EQUAL},
        {STR_INIT(">="), SHEET_RULE_GREATER_OR_EQUAL},
        {STR_INIT("!="), SHEET_RULE_NOT_EQUAL},
        {STR_INIT("<"), SHEET_RULE_LESS},
        {STR_INIT(">"), SHEET_RULE_GREATER},
        {STR_INIT("="), SHEET_RULE_EQUAL},
        {STR_INIT("between("), SHEET_RULE_BETWEEN},
        {STR_INIT("not-between("), SHEET_RULE_NOT_BETWEEN},
    };

    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
        if (!str_starts(*text, tests[i].sign))
            continue;
        *text = str_from(*text, tests[i].sign.len);
        *test = tests[i].test;
        return true;
    }
    return false;
}

static bool number(struct str text, struct decimal *d)
{
    return decimal_read(str_trim(text), (struct str){NULL, 0}, d) == NUMBER_OK;
}

/* `<5`, `between(1,5)`; what compares with no number is not known. */
static struct hiding_rule rule_of(struct str text)
{
    struct hiding_rule rule = {.test = SHEET_RULE_UNKNOWN};
    const struct hiding_rule unknown = rule;
    struct str from;

    text = str_trim(text);
    if (!cut_test(&text, &rule.test))
        return unknown;
    if (str_ends(text, STR_LIT(")")))
        text = str_to(text, text.len - 1);
    from = str_cut(&text, ',');
    if (!number(from, &rule.from))
        return unknown;
    rule.to = rule.from;
    if (text.len > 0 && !number(text, &rule.to))
        return unknown;
    return rule;
}

/* As the names of styles are written: ConditionalStyle_5f_1. */
static void encode(struct buf *out, struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        const char c = name.ptr[i];

        if (is_digit(c) || is_letter_at(name, i) || c == '-' || c == '.')
            buf_char(out, c);
        else
            buf_printf(out, "_%x_", (unsigned)c);
    }
}

/* Conditions name a style as people see it. */
static const struct ods_style *style_called(const struct workbook *w,
                                            struct str name)
{
    const struct ods_style *style = ods_style_of(w, name, ODS_CELLS);
    struct buf encoded;

    if (style != NULL)
        return style;
    buf_init(&encoded, w->arena->limit);
    encode(&encoded, name);
    style = ods_style_of(w, buf_view(&encoded), ODS_CELLS);
    if (buf_status(&encoded) != ST_OK)
        arena_fail(w->arena, buf_status(&encoded));
    buf_free(&encoded);
    return style;
}

/* B2: of the address Plan.B2:Plan.B5, cut off with the sign behind it. */
static struct str cut_cell(struct str *address)
{
    const struct str name = ods_sheet_name(*address);
    struct str s = name.len > 0 ? str_from(*address, name.len + 1) : *address;
    size_t from = 0;
    size_t end = 0;

    while (end < s.len && s.ptr[end] != ':' && s.ptr[end] != ' ') {
        if (s.ptr[end] == '.' && name.len + from == 0)
            from = end + 1;
        end++;
    }
    end += end < s.len;
    *address = str_from(s, end);
    return str_from(str_to(s, end), from);
}

struct str ods_rule_ranges(const struct workbook *w, struct str address)
{
    struct buf ranges;

    buf_init(&ranges, address.len + 1);
    while (address.len > 0)
        buf_str(&ranges, cut_cell(&address));
    return arena_take(w->arena, &ranges);
}

void ods_rule_see(const struct workbook *w, struct sheet *sheet,
                  struct str ranges, const struct part_tag *tag)
{
    const struct ods_style *style =
        style_called(w, part_value(tag, "apply-style-name"));
    struct hiding_rule rule;

    if (style == NULL ||
        (!seen_colour_hides(style->look.words, style->look.ground) &&
         !(style->data.len > 0 && number_format_shows_nothing(&style->format))))
        return;
    rule = rule_of(part_value(tag, "value"));
    sheet_rule_add(sheet, ranges, &rule);
}
