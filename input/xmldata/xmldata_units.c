/*
 * What the attributes and elements of a file that are no fields say of the
 * amounts in it: their unit, and the period that they are of.
 */
#include "input/table/column_match.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define CODE_LENGTH 3 /* of a currency: GBP */
#define UNIT_MAX 32   /* bytes of a unit in a record */

static bool is_called(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_same_word(name, str_of(names[i])))
            return true;
    }
    return false;
}

bool xml_is_unit_name(struct str name)
{
    static const char *const names[] = {"unit",      "units",  "scale",
                                        "magnitude", "factor", "multiplier"};

    return is_called(name, names, sizeof(names) / sizeof(names[0]));
}

bool xml_is_period_name(struct str name)
{
    static const char *const names[] = {"period",
                                        "month",
                                        "quarter",
                                        "year",
                                        "financial-year",
                                        "date",
                                        "report-date",
                                        "reporting-date",
                                        "as-at",
                                        "as-of",
                                        "to",
                                        "period-end",
                                        "period-ending",
                                        "year-end",
                                        "reporting-period"};

    return is_called(name, names, sizeof(names) / sizeof(names[0]));
}

/* GBP000, GBP thousand: the code stands for the sign. */
static struct unit of_code(struct arena *arena,
                           const struct table_options *options, struct str text)
{
    const struct str sign = options->wording->currency;
    struct unit unit = {.given = false};
    bool alone;

    if (text.len <= CODE_LENGTH || sign.len == 0)
        return unit;
    for (size_t i = 0; i < CODE_LENGTH; i++) {
        if (text.ptr[i] < 'A' || text.ptr[i] > 'Z')
            return unit;
    }
    text = arena_printf(arena, "%.*s%.*s", STR_ARG(sign),
                        STR_ARG(str_trim(str_from(text, CODE_LENGTH))));
    unit = column_unit_of(options, text, &alone);
    return alone ? unit : (struct unit){.given = false};
}

/* scale="1000" */
static struct unit of_number(struct str text)
{
    if (str_eq(text, STR_LIT("1000")) || str_eq(text, STR_LIT("1,000")))
        return (struct unit){true, 3};
    if (str_eq(text, STR_LIT("1000000")) || str_eq(text, STR_LIT("1,000,000")))
        return (struct unit){true, 6};
    return (struct unit){.given = false};
}

struct unit xml_unit_of(struct arena *arena,
                        const struct table_options *options, struct str name,
                        struct str text, bool *alone)
{
    const struct unit unit = column_unit_of(options, text, alone);
    struct unit other = {.given = false};

    if (!*alone)
        other = of_code(arena, options, text);
    if (!unit.given && !other.given && xml_is_unit_name(name))
        other = of_number(text);
    *alone |= other.given;
    return other.given ? other : unit;
}

/* `thousand` and 000 may be anything in a field that is not called a unit. */
static bool has_currency(struct arena *arena,
                         const struct table_options *options, struct str text)
{
    const struct str sign = options->wording->currency;

    return (sign.len > 0 && str_starts(text, sign)) ||
           of_code(arena, options, text).given;
}

struct str xml_met_called(const struct xml_met *met)
{
    return met->attribute != NULL ? met->attribute->name : met->node->name;
}

/* That of a field of a record, whose text is a unit and no more. */
static struct unit of_field(struct arena *arena,
                            const struct table_options *options,
                            struct str called, bool is_called_so,
                            struct str text)
{
    struct unit unit = {.given = false};
    bool alone;

    if (text.len == 0 || text.len > UNIT_MAX ||
        (!is_called_so && !has_currency(arena, options, text)))
        return unit;
    unit = xml_unit_of(arena, options, called, text, &alone);
    return alone ? unit : (struct unit){.given = false};
}

bool xml_may_name_unit(struct arena *arena, const struct table_options *options,
                       struct str called, struct str text, bool is_called_so)
{
    const struct unit unit =
        of_field(arena, options, called, is_called_so, text);

    return unit.given && unit.zeros > 0;
}

#define NAMES_KEPT 64 /* of fields, which are looked up once */

struct known_name {
    struct str name;
    const struct kind_column *column; /* NULL: it is none */
};

/* The units that records name. */
struct within {
    struct arena *arena;
    const struct table_options *options;
    struct list names; /* struct known_name, that were met */
    size_t guess;      /* which of them is likely to be met next */
    struct xml_unit first;
    struct place other; /* of one that differs; source NULL: there is none */
    size_t of_records;
    size_t of_amounts;
    size_t amounts;
};

/* The column that data calls NAME. Records are alike, and a kind knows hundreds
   of names. */
static const struct kind_column *column_named(struct within *w, struct str name)
{
    const struct known_name *names = w->names.items;
    const size_t count = w->names.count;
    const struct kind_column *column;
    struct known_name *kept;

    for (size_t i = 0; i < count; i++) {
        const size_t at = (w->guess + i) % count;

        if (str_eq(names[at].name, name)) {
            w->guess = at + 1;
            return names[at].column;
        }
    }
    column = columns_named(w->options, name);
    kept = count == NAMES_KEPT ? NULL : list_add(&w->names);
    if (kept != NULL)
        *kept = (struct known_name){arena_str(w->arena, name), column};
    return column;
}

static bool is_amount(struct within *w, struct str name)
{
    const struct kind_column *c = column_named(w, name);

    return c != NULL && kind_column_is_money(c);
}

/* The element whose attribute MET is. */
static bool is_of_amount(struct within *w, const struct xml_met *met)
{
    return met->attribute != NULL &&
           is_amount(w, str_to(met->name,
                               met->name.len - met->attribute->name.len - 2));
}

static void see_field(struct within *w, const struct xml_node *record,
                      const struct xml_met *met)
{
    const bool of_record = met->attribute == NULL || met->node == record;
    const struct str text = xml_met_text(w->arena, met);
    struct unit unit;

    if (text.len == 0)
        return;
    if (is_amount(w, met->name)) {
        w->amounts++;
        return;
    }
    unit = of_field(w->arena, w->options, xml_met_called(met),
                    xml_is_unit_name(xml_met_called(met)), text);
    if (!unit.given || column_named(w, met->name) != NULL ||
        (!of_record && !is_of_amount(w, met)))
        return;
    if (of_record)
        w->of_records++;
    else
        w->of_amounts++;
    if (w->first.text.len == 0)
        w->first = (struct xml_unit){text, xml_met_place(met), unit, true};
    else if (w->first.unit.zeros != unit.zeros && w->other.source == NULL)
        w->other = xml_met_place(met);
}

static void see_records(struct within *w, const struct xml_node *const *records,
                        size_t count, struct buf *name)
{
    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], name);
        while (xml_walk_next(&walk, &met))
            see_field(w, records[i], &met);
    }
}

void xml_see_units(struct arena *arena, const struct xml_node *const *records,
                   size_t count, const struct table_options *options,
                   struct findings *findings, struct xml_unit *unit)
{
    struct within w = {.arena = arena,
                       .options = options,
                       .names = list_of(arena, sizeof(struct known_name))};
    struct buf name;

    if (options->unit.given)
        return;
    buf_init(&name, XML_NAME_MAX);
    see_records(&w, records, count, &name);
    buf_free(&name);
    if (w.first.text.len == 0 || w.amounts == 0 ||
        (w.other.source == NULL && w.first.unit.zeros == 0))
        return;
    if (w.other.source == NULL &&
        (w.of_records == count || w.of_amounts == w.amounts)) {
        *unit = w.first;
        return;
    }
    finding(findings, FINDING_BAD_FIGURE,
            w.other.source != NULL ? w.other : w.first.at,
            "the records name a unit (`%.*s`) that not all of their amounts "
            "are in: they would be wrong by a thousand",
            STR_ARG(w.first.text));
    finding_hint(findings, "write all amounts in one unit; unit=\"thousand\" "
                           "or unit=\"one\" in the data element says which");
}
