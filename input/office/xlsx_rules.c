#include "input/office/xlsx_rules.h"
#include "input/office/seen_colour.h"

/* --- dxfs of xl/styles.xml --- */

static struct rule_look *open_look(struct list *looks)
{
    return looks->count == 0
               ? NULL
               : (struct rule_look *)looks->items + looks->count - 1;
}

static bool shows_nothing(struct arena *arena, struct str code)
{
    struct number_format f;

    number_format_read(arena, code, &f);
    return number_format_shows_nothing(&f);
}

void xlsx_rule_look(struct workbook *w, const struct part_tag *tag)
{
    struct rule_look *look = open_look(&w->rule_looks);

    if (part_is(tag, "dxf")) {
        look = w->rule_looks.count < XLSX_FORMATS_MAX ? list_add(&w->rule_looks)
                                                      : NULL;
        if (look != NULL)
            *look = (struct rule_look){.words = COLOUR_UNSAID,
                                       .ground = COLOUR_UNSAID};
    } else if (look == NULL) {
        return;
    } else if (part_is(tag, "numFmt")) {
        look->shows_nothing =
            shows_nothing(w->arena, part_value(tag, "formatCode"));
    } else if (part_is(tag, "color") && tag->depth == 5) {
        look->words = xlsx_colour(tag);
    } else if (part_is(tag, "bgColor")) {
        look->ground = xlsx_colour(tag);
    }
}

static bool hides(const struct workbook *w, uint32_t n)
{
    const struct rule_look *looks = w->rule_looks.items;

    return n < w->rule_looks.count &&
           (looks[n].shows_nothing ||
            seen_colour_hides(looks[n].words, looks[n].ground));
}

/* --- cfRule of a sheet --- */

static enum rule_test test_of(const struct part_tag *tag)
{
    static const struct {
        const char *name;
        enum rule_test test;
    } tests[] = {
        {"lessThan", SHEET_RULE_LESS},
        {"lessThanOrEqual", SHEET_RULE_LESS_OR_EQUAL},
        {"greaterThan", SHEET_RULE_GREATER},
        {"greaterThanOrEqual", SHEET_RULE_GREATER_OR_EQUAL},
        {"equal", SHEET_RULE_EQUAL},
        {"notEqual", SHEET_RULE_NOT_EQUAL},
        {"between", SHEET_RULE_BETWEEN},
        {"notBetween", SHEET_RULE_NOT_BETWEEN},
    };
    const struct str name = part_value(tag, "operator");

    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
        if (str_is(part_value(tag, "type"), "cellIs") &&
            str_is(name, tests[i].name))
            return tests[i].test;
    }
    return SHEET_RULE_UNKNOWN;
}

/* The look of a rule that holds its own. */
static void see_own_look(struct rule_reading *r, const struct workbook *w,
                         const struct part_tag *tag)
{
    if (part_is(tag, "dxf"))
        r->look =
            (struct rule_look){.words = COLOUR_UNSAID, .ground = COLOUR_UNSAID};
    else if (part_is(tag, "font"))
        r->in_font = true;
    else if (part_is(tag, "fill") || part_is(tag, "border"))
        r->in_font = false;
    else if (part_is(tag, "color") && r->in_font)
        r->look.words = xlsx_colour(tag);
    else if (part_is(tag, "bgColor"))
        r->look.ground = xlsx_colour(tag);
    else if (part_is(tag, "numFmt"))
        r->look.shows_nothing =
            shows_nothing(w->arena, part_value(tag, "formatCode"));
}

/* Lights or bars instead of the figures. */
static bool takes_figures_place(const struct part_tag *tag)
{
    const struct str shown = part_value(tag, "showValue");

    return (part_is(tag, "iconSet") || part_is(tag, "dataBar")) &&
           (str_is(shown, "0") || str_is(shown, "false"));
}

void xlsx_rule_start(struct rule_reading *r, const struct workbook *w,
                     const struct part_tag *tag)
{
    uint32_t n;

    if (part_is(tag, "conditionalFormatting")) {
        r->ranges = arena_str(w->arena, part_value(tag, "sqref"));
        r->nheld = 0;
    } else if (part_is(tag, "cfRule")) {
        r->hides = xlsx_number(part_value(tag, "dxfId"), UINT32_MAX - 1, &n) &&
                   hides(w, n);
        r->rule = (struct hiding_rule){.test = test_of(tag)};
        r->stops = xlsx_is_yes(part_value(tag, "stopIfTrue"));
        r->nformulas = 0;
    } else if (takes_figures_place(tag)) {
        r->hides = true;
        r->rule.test = SHEET_RULE_ALWAYS;
    } else {
        see_own_look(r, w, tag);
    }
    r->in_formula = r->hides && part_is(tag, "formula");
    r->in_ranges = part_is(tag, "sqref");
    r->length = 0;
}

void xlsx_rule_text(struct rule_reading *r, struct str text)
{
    for (size_t i = 0; i < text.len && r->length < sizeof(r->formula); i++)
        r->formula[r->length++] = text.ptr[i];
}

static void end_formula(struct rule_reading *r)
{
    const struct str text = {r->formula, r->length};
    const struct str none = {NULL, 0};
    struct decimal d;

    r->in_formula = false;
    if (r->length == sizeof(r->formula) ||
        decimal_read(str_trim(text), none, &d) != NUMBER_OK)
        r->rule.test = SHEET_RULE_UNKNOWN;
    else if (r->nformulas++ == 0)
        r->rule.from = r->rule.to = d;
    else
        r->rule.to = d;
}

static void end_ranges(struct rule_reading *r, struct sheet *sheet)
{
    struct str ranges = {r->formula, r->length};

    r->in_ranges = false;
    if (r->length == sizeof(r->formula))
        ranges = STR_LIT("A1:XFD1048576"); /* too many to be told apart */
    for (size_t i = 0; i < r->nheld; i++)
        sheet_rule_add(sheet, ranges, &r->held[i]);
    sheet_look_varies(sheet, ranges);
    r->nheld = 0;
}

static void end_rule(struct rule_reading *r, struct sheet *sheet)
{
    sheet->rules_stop |= r->stops;
    if (!r->hides)
        return;
    r->hides = false;
    if (r->nformulas == 0 && r->rule.test != SHEET_RULE_ALWAYS)
        r->rule.test = SHEET_RULE_UNKNOWN;
    if (r->ranges.len > 0)
        sheet_rule_add(sheet, r->ranges, &r->rule);
    else if (r->nheld < RULES_HELD)
        r->held[r->nheld++] = r->rule;
}

void xlsx_rule_end(struct rule_reading *r, struct sheet *sheet,
                   const char *name)
{
    if (part_name_is(name, "formula") && r->in_formula)
        end_formula(r);
    else if (part_name_is(name, "sqref") && r->in_ranges)
        end_ranges(r, sheet);
    else if (part_name_is(name, "dxf"))
        r->hides |= r->look.shows_nothing ||
                    seen_colour_hides(r->look.words, r->look.ground);
    else if (part_name_is(name, "cfRule"))
        end_rule(r, sheet);
}
