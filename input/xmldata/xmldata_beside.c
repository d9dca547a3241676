/*
 * What stands in a file beside its records, and is no field of theirs.
 */
#include "input/table/column_match.h"
#include "input/xmldata/xmldata_parts.h"

/* What is met on the way through a file. */
struct beside {
    struct arena *arena;
    struct findings *findings;
    const struct table_options *options;
    struct list names; /* of what is left out */
    struct place first;
    struct list units; /* struct xml_said_unit */
    size_t next;       /* record behind what is looked at */
    struct xml_beside *said;
};

/* Whether a column is made of what a parent has: an attribute NAME where MARK
   is @, or an element of that name. */
static bool is_asked_for(const struct table_options *options, char mark,
                         struct str name)
{
    for (size_t i = 0; i < options->nmaps; i++) {
        const struct str from = options->maps[i].from;

        if (str_starts(from, STR_LIT("../")) && from.len > name.len &&
            str_ends(from, name) && from.ptr[from.len - name.len - 1] == mark)
            return true;
    }
    return false;
}

/* A title in a file may say the unit of its amounts, as a line above the
   headings of a table does. That amounts are in pounds says only what is called
   a unit. */
static void see_unit(struct beside *b, const struct xml_met *met,
                     struct str text)
{
    bool alone;
    const struct unit unit =
        xml_unit_of(b->arena, b->options, met->name, text, &alone);
    struct xml_said_unit *said;

    if (!unit.given ||
        (unit.zeros == 0 && !(alone && xml_is_unit_name(met->name))))
        return;
    said = list_add(&b->units);
    if (said != NULL)
        *said = (struct xml_said_unit){
            .unit = {text, xml_met_place(met), unit, false},
            .holder = met->attribute != NULL || met->node->parent == NULL
                          ? met->node
                          : met->node->parent,
            .next = b->next,
            .alone = alone};
}

static void see_text(struct beside *b, const struct xml_met *met)
{
    const struct str text = xml_met_text(b->arena, met);

    see_unit(b, met, text);
    if (b->said->currency.len == 0 &&
        xml_is_other_currency(b->options, met->name, text)) {
        b->said->currency = text;
        b->said->currency_at = xml_met_place(met);
    }
    if (b->said->period.len == 0 && xml_is_period_name(met->name)) {
        b->said->period = text;
        b->said->period_at = xml_met_place(met);
    }
}

static void see_left_out(struct beside *b, struct str name, struct place at,
                         const struct xml_met *met)
{
    if (b->names.count == 0)
        b->first = at;
    xml_add_name(&b->names, name);
    see_text(b, met);
}

static void see_element(struct beside *b, const struct xml_node *n)
{
    bool text;
    bool elements;

    for (size_t i = 0; i < n->nattributes; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        const struct xml_met met = {a->name, a, n};

        if (!is_asked_for(b->options, '@', a->name))
            see_left_out(b,
                         arena_printf(b->arena, "%.*s/@%.*s", STR_ARG(n->name),
                                      STR_ARG(a->name)),
                         a->at, &met);
    }
    xml_contents(n, &text, &elements);
    if (text && !is_asked_for(b->options, '/', n->name)) {
        const struct xml_met met = {n->name, NULL, n};

        see_left_out(b, n->name, n->at, &met);
    }
}

void xml_see_beside(struct arena *arena, const struct xml_node *root,
                    const struct list *records,
                    const struct table_options *options,
                    struct findings *findings, struct xml_beside *said)
{
    const struct xml_node *const *list = records->items;
    struct beside b = {
        .arena = arena,
        .findings = findings,
        .options = options,
        .names = list_of(arena, sizeof(struct str)),
        .units = list_of(arena, sizeof(struct xml_said_unit)),
        .said = said,
    };
    const struct xml_node *n = root;

    while (n != NULL) {
        if (b.next < records->count && n == list[b.next]) {
            b.next = xml_last_beside(list, records->count, b.next);
            n = xml_beyond(root, list[b.next++]);
            continue;
        }
        if (!xml_is_text(n))
            see_element(&b, n);
        n = xml_following(root, n);
    }
    xml_settle_units(arena, &b.units, records, options, said);
    if (b.names.count == 0)
        return;
    finding(findings, FINDING_LEFT_OUT, b.first,
            "what stands beside the records is left out: %.*s%s",
            STR_ARG(xml_join_names(arena, &b.names)),
            b.names.count == XML_LISTED_MAX ? " ..." : "");
    finding_hint(findings, "<column id=\"...\" from=\"../@name\"/> in the data "
                           "element makes a column of what a parent says");
}
