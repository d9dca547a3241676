#include "input/templates/calendar_elements.h"
#include "input/templates/library_parts.h"

#include <stdlib.h>

/* The day that NODE's attribute RULE says; without a year after a finding. */
static struct date day_of(const struct xml_reading *xml,
                          const struct xml_node *node,
                          const struct xml_attribute_rule *rule)
{
    const struct calendar_words no_words = {0};
    struct date day = {0};

    if (xml_given(node, rule) == NULL ||
        date_read(xml_value(node, rule), &no_words, &day) == DATE_OK)
        return day;
    finding(xml->findings, FINDING_BAD_DATE, xml_value_at(node, rule),
            "`%.*s` is no day", STR_ARG(xml_value(node, rule)));
    finding_hint(xml->findings, "write it as 2026-12-25");
    return (struct date){0};
}

/* The first of N roots, nearest first, that gives RULE; NULL: none does. */
static const struct xml_node *giving(const struct xml_node *const *roots,
                                     size_t n,
                                     const struct xml_attribute_rule *rule)
{
    for (size_t i = 0; i < n; i++) {
        if (xml_given(roots[i], rule) != NULL)
            return roots[i];
    }
    return NULL;
}

static void read_span(const struct xml_reading *xml,
                      const struct xml_node *const *roots, size_t n,
                      struct calendar *c)
{
    const struct xml_node *from = giving(roots, n, AT(calendar, from));
    const struct xml_node *to = giving(roots, n, AT(calendar, to));

    if (from == NULL || to == NULL)
        return;
    c->span.from = day_of(xml, from, AT(calendar, from));
    c->span.to = day_of(xml, to, AT(calendar, to));
    if (c->span.from.year > 0 && c->span.to.year > 0 &&
        date_compare(c->span.from, c->span.to) > 0)
        finding(xml->findings, FINDING_DATE_ORDER,
                xml_value_at(to, AT(calendar, to)),
                "the calendar ends before it begins");
}

static void read_holiday(const struct xml_reading *xml,
                         const struct calendar *c, const struct xml_node *node,
                         struct list *days)
{
    const struct xml_attribute_rule *date = AT(calendar_holiday, date);
    const struct date day = day_of(xml, node, date);
    const struct date *known = days->items;
    struct date *place;

    if (day.year == 0)
        return;
    if (c->span.from.year > 0 && c->span.to.year > 0 && !calendar_knows(c, day))
        finding(xml->findings, FINDING_BAD_VALUE, xml_value_at(node, date),
                "this day lies outside `from` and `to` of the calendar");
    for (size_t i = 0; i < days->count; i++) {
        if (date_compare(known[i], day) != 0)
            continue;
        finding(xml->findings, FINDING_DUPLICATE, xml_value_at(node, date),
                "the calendar has this day twice");
        return;
    }
    place = list_add(days);
    if (place != NULL)
        *place = day;
}

static int by_date(const void *a, const void *b)
{
    const struct date *first = a;
    const struct date *second = b;

    return date_compare(*first, *second);
}

const struct calendar *calendar_in(struct templates_reading *load,
                                   const char *id,
                                   const struct library_file *file)
{
    const struct xml_reading *xml = &load->reading;
    const struct xml_node *roots[EXTENDED_MAX];
    struct list days = list_of(xml->arena, sizeof(struct date));
    struct calendar *c = arena_alloc(xml->arena, 1, sizeof(*c));
    const size_t nroots =
        c == NULL ? 0
                  : extended_roots(load, id, file, LIBRARY_CALENDARS,
                                   AT(calendar, extends), "calendars", roots);

    if (nroots == 0)
        return NULL;
    XML_FILL(xml, roots[0], calendar, c);
    c->id = id;
    c->at = roots[0]->at;
    read_span(xml, roots, nroots, c);
    for (size_t i = 0; i < nroots; i++) {
        for (const struct xml_node *n = roots[i]->first; n != NULL;
             n = n->next) {
            if (n->element == &calendar_holiday_element)
                read_holiday(xml, c, n, &days);
        }
    }
    if (days.count > 0)
        qsort(days.items, days.count, sizeof(struct date), by_date);
    c->holidays = days.items;
    c->nholidays = days.count;
    return c;
}
