/*
 * What an attribute of an amount says that changes it: another currency, a
 * sign, per cent. It is no part of the cell, and would be lost. And a currency
 * that is said of records, or of the whole file.
 */
#include "core/base/ascii.h"
#include "input/table/cell_faults.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define NAMES_KEPT 1024 /* of attributes, which are looked up once */
#define TEXT_MAX 16     /* bytes of what is looked at */
#define CODE_LENGTH 3   /* of a currency: EUR */

/* What an attribute of that name may say. */
enum about {
    ABOUT_NOTHING,
    ABOUT_CURRENCY, /* EUR */
    ABOUT_UNIT,     /* likewise; % */
    ABOUT_SIGN,     /* - */
    ABOUT_MINUS,    /* true */
    ABOUT_SIDE,     /* CR */
    ABOUT_POWER,    /* 3 */
};

struct about_name {
    const char *name;
    enum about about;
};

static const struct about_name about_names[] = {
    {"currency", ABOUT_CURRENCY},
    {"curr", ABOUT_CURRENCY},
    {"ccy", ABOUT_CURRENCY},
    {"currency-code", ABOUT_CURRENCY},
    {"currency-id", ABOUT_CURRENCY},
    {"unit", ABOUT_UNIT},
    {"units", ABOUT_UNIT},
    {"unit-ref", ABOUT_UNIT},
    {"sign", ABOUT_SIGN},
    {"negative", ABOUT_MINUS},
    {"is-negative", ABOUT_MINUS},
    {"type", ABOUT_SIDE},
    {"dc", ABOUT_SIDE},
    {"cr-dr", ABOUT_SIDE},
    {"dr-cr", ABOUT_SIDE},
    {"credit-debit", ABOUT_SIDE},
    {"debit-credit", ABOUT_SIDE},
    {"indicator", ABOUT_SIDE},
    {"dc-indicator", ABOUT_SIDE},
    {"cdt-dbt-ind", ABOUT_SIDE},
    {"scale", ABOUT_POWER},
    {"power", ABOUT_POWER},
};

/* The sign that a wording has for the currency of a code. */
struct currency {
    const char *code;
    const char *sign;
};

static const struct currency currencies[] = {
    {"GBP", "£"},   {"STG", "£"},  {"UKP", "£"}, {"EUR", "€"},  {"euro", "€"},
    {"euros", "€"}, {"USD", "$"},  {"CAD", "$"}, {"AUD", "$"},  {"NZD", "$"},
    {"CHF", "CHF"}, {"JPY", "¥"},  {"CNY", "¥"}, {"SEK", "kr"}, {"NOK", "kr"},
    {"DKK", "kr"},  {"PLN", "zł"}, {"INR", "₹"}, {"ZAR", "R"},
};

#define NCURRENCIES (sizeof(currencies) / sizeof(currencies[0]))

enum about_fault {
    ABOUT_FAULT_NONE,
    ABOUT_FAULT_CURRENCY,
    ABOUT_FAULT_PERCENT,
    ABOUT_FAULT_MINUS,
    ABOUT_FAULT_SIDE, /* all amounts are on that one */
    ABOUT_FAULT_POWER,
};

struct known_name {
    struct str name;        /* amount/@currency */
    struct str element;     /* amount */
    enum about about;       /* ABOUT_NOTHING: whatever it says */
    enum about_fault fault; /* of the first that has one */
    struct place at;
    struct str text;
    struct str figure;
    size_t count; /* of them */
};

struct about_seen {
    struct arena *arena;
    const struct table_options *options;
    struct findings *findings;
    struct list names; /* struct known_name */
    size_t guess;      /* which of them is likely to be met next */
};

/* Whether words[COUNT] has TEXT, in whatever case. */
static bool is_one_of(struct str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_same_word(text, str_of(words[i])))
            return true;
    }
    return false;
}

static enum about about_of_name(struct str name)
{
    const size_t n = sizeof(about_names) / sizeof(about_names[0]);

    for (size_t i = 0; i < n; i++) {
        if (str_same_word(name, str_of(about_names[i].name)))
            return about_names[i].about;
    }
    return ABOUT_NOTHING;
}

/* Whether SIGN, that of the wording, is known to be one of a code. */
static bool is_known_sign(struct str sign)
{
    size_t i = 0;

    while (i < NCURRENCIES && !str_eq(sign, str_of(currencies[i].sign)))
        i++;
    return i < NCURRENCIES;
}

static bool is_code(struct str text)
{
    bool code = text.len == CODE_LENGTH;

    for (size_t i = 0; code && i < text.len; i++)
        code = text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    return code;
}

/* Whether TEXT is a currency that is not printed with SIGN. CERTAIN: any code
   of three letters is one there. */
static bool is_other_currency(struct str text, struct str sign, bool certain)
{
    for (size_t i = 0; i < NCURRENCIES; i++) {
        const struct currency *c = &currencies[i];

        if (str_same_word(text, str_of(c->code)) ||
            (!is_ascii_letter(c->sign[0]) && str_eq(text, str_of(c->sign))))
            return !str_eq(sign, str_of(c->sign));
    }
    return certain && is_code(text);
}

static bool is_per_cent(struct str text)
{
    static const char *const words[] = {"percent", "per cent", "pct"};

    return str_eq(text, STR_LIT("%")) ||
           is_one_of(text, words, sizeof(words) / sizeof(words[0]));
}

static bool says_minus(enum about about, struct str text)
{
    static const char *const signs[] = {"minus", "negative"};
    static const char *const truths[] = {"true", "yes", "1"};
    static const char *const sides[] = {"CR", "credit", "CRDT"};

    switch (about) {
    case ABOUT_SIGN:
        return str_eq(text, STR_LIT("-")) || str_eq(text, STR_LIT("−")) ||
               str_eq(text, STR_LIT("-1")) ||
               is_one_of(text, signs, sizeof(signs) / sizeof(signs[0]));
    case ABOUT_MINUS:
        return is_one_of(text, truths, sizeof(truths) / sizeof(truths[0]));
    case ABOUT_SIDE:
        return is_one_of(text, sides, sizeof(sides) / sizeof(sides[0]));
    default: return false;
    }
}

/* Whether FIGURE lacks a sign: it has none itself, and is not nought. */
static bool lacks_sign(struct str figure)
{
    static const char *const signs[] = {"-", "(", "−", "–"};
    bool nought = true;

    for (size_t i = 0; i < figure.len && nought; i++)
        nought = figure.ptr[i] < '1' || figure.ptr[i] > '9';
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (str_find(figure, str_of(signs[i])) < figure.len)
            return false;
    }
    return !nought && !str_ends(figure, STR_LIT("CR")) &&
           !str_ends(figure, STR_LIT("Cr")) && !str_ends(figure, STR_LIT("cr"));
}

/* What is known of the attribute MET, a name that is judged once; NULL: there
   are too many. */
static struct known_name *find_name(struct about_seen *s,
                                    const struct xml_met *met)
{
    struct known_name *names = s->names.items;
    const struct str element =
        str_to(met->name, met->name.len - met->attribute->name.len - 2);
    struct known_name *kept;
    enum about about;

    for (size_t i = 0; i < s->names.count; i++) {
        const size_t at = (s->guess + i) % s->names.count;

        if (str_eq(names[at].name, met->name)) {
            s->guess = at + 1;
            return &names[at];
        }
    }
    if (s->names.count == NAMES_KEPT)
        return NULL;
    about = about_of_name(met->attribute->name);
    if (about != ABOUT_NOTHING &&
        (columns_named(s->options, met->name) != NULL ||
         !kind_column_is_money(columns_named(s->options, element))))
        about = ABOUT_NOTHING;
    kept = list_add(&s->names);
    if (kept != NULL)
        *kept = (struct known_name){.name = arena_str(s->arena, met->name),
                                    .element = arena_str(s->arena, element),
                                    .about = about};
    return kept;
}

static enum about_fault fault_of(const struct table_options *options,
                                 enum about about, struct str text,
                                 struct str figure)
{
    const struct str sign = options->wording->currency;

    if (text.len == 0 || text.len > TEXT_MAX || figure.len == 0)
        return ABOUT_FAULT_NONE;
    if ((about == ABOUT_CURRENCY || about == ABOUT_UNIT) &&
        is_known_sign(sign) &&
        is_other_currency(text, sign, about == ABOUT_CURRENCY))
        return ABOUT_FAULT_CURRENCY;
    if (about == ABOUT_UNIT && is_per_cent(text))
        return ABOUT_FAULT_PERCENT;
    if (says_minus(about, text) && lacks_sign(figure))
        return ABOUT_FAULT_MINUS;
    if (about == ABOUT_POWER && !options->unit.given &&
        (str_eq(text, STR_LIT("3")) || str_eq(text, STR_LIT("6"))))
        return ABOUT_FAULT_POWER;
    return ABOUT_FAULT_NONE;
}

static void see_attribute(struct about_seen *s, const struct xml_met *met)
{
    const struct xml_met cell = {met->name, NULL, met->node};
    const struct str text = str_trim(met->attribute->value);
    struct known_name *n = find_name(s, met);
    struct str figure;
    enum about_fault fault;

    if (n == NULL || n->about == ABOUT_NOTHING)
        return;
    figure = xml_met_text(s->arena, &cell);
    fault = fault_of(s->options, n->about, text, figure);
    if (fault == ABOUT_FAULT_NONE || n->count++ > 0)
        return;
    n->fault = fault;
    n->at = met->attribute->value_at;
    n->text = text;
    n->figure = figure;
}

static void say(const struct about_seen *s, const struct known_name *n)
{
    const struct str sign = s->options->wording->currency;
    const struct str more = others_are_so(s->arena, n->count, "amounts");

    switch (n->fault) {
    case ABOUT_FAULT_NONE: break;
    case ABOUT_FAULT_CURRENCY:
        finding(s->findings, FINDING_BAD_FIGURE, n->at,
                "`%.*s` says that the amount is in another currency, and it "
                "would be printed with %.*s%.*s",
                STR_ARG(n->text), STR_ARG(sign), STR_ARG(more));
        finding_hint(s->findings,
                     "write what it is in %.*s, or correct the "
                     "currency",
                     STR_ARG(sign));
        break;
    case ABOUT_FAULT_PERCENT:
        finding(s->findings, FINDING_BAD_FIGURE, n->at,
                "`%.*s` says that this is no amount of money%.*s",
                STR_ARG(n->text), STR_ARG(more));
        finding_hint(s->findings,
                     "give it an element of its own, with another name");
        break;
    case ABOUT_FAULT_MINUS:
        finding(s->findings, FINDING_BAD_FIGURE, n->at,
                "`%.*s` says that the amount is below nought, and is not "
                "read%.*s",
                STR_ARG(n->text), STR_ARG(more));
        finding_hint(s->findings, "write the sign with the amount: -%.*s",
                     STR_ARG(n->figure));
        break;
    case ABOUT_FAULT_SIDE:
        finding(s->findings, FINDING_DOUBTFUL, n->at,
                "`%.*s` of all amounts is not read: they are printed above "
                "nought%.*s",
                STR_ARG(n->text), STR_ARG(more));
        finding_hint(s->findings,
                     "write the sign with the amount where it is to be below "
                     "nought: -%.*s",
                     STR_ARG(n->figure));
        break;
    case ABOUT_FAULT_POWER:
        finding(s->findings, FINDING_DOUBTFUL, n->at,
                "`%.*s` may say how many noughts the amount lacks, and is not "
                "read%.*s",
                STR_ARG(n->text), STR_ARG(more));
        finding_hint(s->findings, "unit=\"thousand\" or unit=\"million\" in "
                                  "the data element says so; unit=\"one\" "
                                  "that it does not");
        break;
    }
}

static void see_attributes(struct about_seen *s,
                           const struct xml_node *const *records, size_t count,
                           struct buf *name)
{
    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], name);
        while (xml_walk_next(&walk, &met)) {
            if (met.attribute != NULL && met.node != records[i])
                see_attribute(s, &met);
        }
    }
}

/* A list of income may have nothing but credits, and means them as they stand:
   whether the amounts that N is said of are all that lack a sign. */
static bool is_of_all(const struct about_seen *s, const struct known_name *n,
                      const struct xml_node *const *records, size_t count,
                      struct buf *name)
{
    size_t lacking = 0;

    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], name);
        while (xml_walk_next(&walk, &met))
            lacking += met.attribute == NULL && str_eq(met.name, n->element) &&
                       lacks_sign(xml_met_text(s->arena, &met));
    }
    return lacking == n->count;
}

void xml_see_about(struct arena *arena, const struct xml_node *const *records,
                   size_t count, const struct table_options *options,
                   struct findings *findings)
{
    struct about_seen s = {.arena = arena,
                           .options = options,
                           .findings = findings,
                           .names = list_of(arena, sizeof(struct known_name))};
    struct known_name *names;
    struct buf name;

    buf_init(&name, XML_NAME_MAX);
    see_attributes(&s, records, count, &name);
    names = s.names.items;
    for (size_t i = 0; i < s.names.count; i++) {
        if (names[i].fault == ABOUT_FAULT_MINUS &&
            names[i].about == ABOUT_SIDE &&
            is_of_all(&s, &names[i], records, count, &name))
            names[i].fault = ABOUT_FAULT_SIDE;
        say(&s, &names[i]);
    }
    buf_free(&name);
}

bool xml_is_other_currency(const struct table_options *options, struct str name,
                           struct str text)
{
    const struct str sign = options->wording->currency;

    return about_of_name(name) == ABOUT_CURRENCY && text.len <= TEXT_MAX &&
           is_known_sign(sign) && is_other_currency(text, sign, true);
}

/* Of a field of records: *FIRST; how many have such a one. */
static size_t count_currencies(struct arena *arena,
                               const struct xml_node *const *records,
                               size_t count,
                               const struct table_options *options,
                               struct xml_beside *first)
{
    struct buf name;
    size_t found = 0;

    buf_init(&name, XML_NAME_MAX);
    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], &name);
        while (xml_walk_next(&walk, &met)) {
            const struct str text = about_of_name(met.name) == ABOUT_CURRENCY
                                        ? xml_met_text(arena, &met)
                                        : (struct str){NULL, 0};

            if (!xml_is_other_currency(options, met.name, text))
                continue;
            if (found++ == 0)
                *first =
                    (struct xml_beside){.currency = arena_str(arena, text),
                                        .currency_at = xml_met_place(&met)};
        }
    }
    buf_free(&name);
    return found;
}

static void say_currency(const struct xml_beside *said, const char *where,
                         struct str more, const struct table_options *options,
                         struct findings *findings)
{
    const struct str sign = options->wording->currency;

    finding(findings, FINDING_DOUBTFUL, said->currency_at,
            "`%.*s` %s the records is left out, and amounts are printed with "
            "%.*s%.*s",
            STR_ARG(said->currency), where, STR_ARG(sign), STR_ARG(more));
    finding_hint(findings, "write what they are in %.*s, or leave them out",
                 STR_ARG(sign));
}

void xml_see_currencies(struct arena *arena,
                        const struct xml_node *const *records, size_t count,
                        const struct list *fields,
                        const struct xml_beside *beside,
                        const struct table_options *options,
                        struct findings *findings)
{
    const struct xml_field *list = fields->items;
    struct xml_beside first = {.period = {NULL, 0}};
    bool money = false;
    bool names = false;
    size_t found = 0;

    for (size_t i = 0; i < fields->count; i++) {
        money |= list[i].is_column &&
                 kind_column_is_money(columns_named(options, list[i].name));
        names |=
            !list[i].is_column && about_of_name(list[i].name) == ABOUT_CURRENCY;
    }
    if (money && beside->currency.len > 0)
        say_currency(beside, "beside", (struct str){NULL, 0}, options,
                     findings);
    if (money && names)
        found = count_currencies(arena, records, count, options, &first);
    if (found > 0)
        say_currency(&first, "in", others_are_so(arena, found, "records"),
                     options, findings);
}
