#include "core/model/contrast.h"
#include "input/templates/house_elements.h"
#include "input/templates/library_parts.h"
#include "input/xml/measure.h"

#include <string.h>

#define BODY_SIZE_MIN 12000 /* DESIGN.md: below it only with a warning */

struct house_reading {
    const struct xml_reading *xml;
    struct image_files *images;
    const struct xml_node *root;
    const char *folder;
    struct house *house;
};

/* Where NODE, which may be NULL, gives an attribute, or the house style would
   begin to. */
static struct place place_of(const struct house_reading *r,
                             const struct xml_node *node,
                             const struct xml_attribute_rule *rule)
{
    return node == NULL ? r->root->at : xml_value_at(node, rule);
}

static void read_logo(const struct house_reading *r,
                      const struct xml_node *node)
{
    struct house_logo *logo = &r->house->logos[r->house->nlogos];

    XML_FILL(r->xml, node, house_logo, logo);
    if (logo->file != NULL)
        logo->image = image_file(r->images, logo->file,
                                 xml_value_at(node, AT(house_logo, file)));
    r->house->nlogos += logo->image != NULL;
}

/* More of them than there may be are a fault that was found already. */
static void read_logos(const struct house_reading *r)
{
    for (const struct xml_node *n = r->root->first;
         n != NULL && r->house->nlogos < LOGOS_MAX; n = n->next) {
        if (n->element == &house_logo_element)
            read_logo(r, n);
    }
}

/* Colours that are fewer than there may be repeat. */
static void read_charts(const struct house_reading *r,
                        const struct xml_node *node)
{
    static const uint32_t defaults[CHART_COLOURS] = {
        0x12436d, 0x28a197, 0x801650, 0xf46a25,
        0x3d3d3d, 0xa285d1, 0x12436d, 0x28a197};
    uint32_t *charts = r->house->colours.charts;
    struct str rest = xml_value(node, AT(house_colours, charts));
    size_t count = 0;

    memcpy(charts, defaults, sizeof(defaults));
    while (count < CHART_COLOURS &&
           measure_colour(str_cut_word(&rest), &charts[count]))
        count++;
    for (size_t i = count; count > 0 && i < CHART_COLOURS; i++)
        charts[i] = charts[i - count];
}

static void read_colours(const struct house_reading *r)
{
    const struct xml_node *node = xml_first(r->root, &house_colours_element);

    XML_FILL(r->xml, node, house_colours, &r->house->colours);
    if (xml_given(node, AT(house_colours, tint)) == NULL)
        r->house->colours.tint = r->house->colours.table_head;
    if (xml_given(node, AT(house_colours, dark_accent)) == NULL)
        r->house->colours.dark_accent = contrast_mend(
            r->house->colours.accent, DARK_GROUND, DARK_ACCENT_CONTRAST);
    read_charts(r, node);
}

static void read_sizes(const struct house_reading *r)
{
    const struct xml_node *node = xml_first(r->root, &house_sizes_element);
    struct house_sizes *s = &r->house->sizes;

    XML_FILL(r->xml, node, house_sizes, s);
    XML_FILL(r->xml, xml_first(r->root, &house_lines_element), house_lines,
             &r->house->lines);
    house_set_make(r->house);
    if (s->body < BODY_SIZE_MIN)
        finding(r->xml->findings, FINDING_SMALL_TEXT,
                xml_value_at(node, AT(house_sizes, body)),
                "body text of %.*s is smaller than %dpt",
                STR_ARG(xml_value(node, AT(house_sizes, body))),
                BODY_SIZE_MIN / 1000);
}

/* NODE is <colours>, or NULL where the house style has none. */
static void prove_pair(const struct house_reading *r,
                       const struct xml_node *node, const struct colour_pair *p)
{
    const unsigned has = contrast(p->colour, p->ground);
    const struct xml_attribute_rule *rule;

    if (has >= p->least)
        return;
    rule = xml_rule_named(house_colours_attributes, house_colours_nattributes,
                          p->name);
    if (xml_given(node, rule) == NULL && p->behind != NULL)
        rule = xml_rule_named(house_colours_attributes,
                              house_colours_nattributes, p->behind);
    finding(r->xml->findings,
            p->text ? FINDING_FAINT_TEXT : FINDING_FAINT_DRAWING,
            place_of(r, node, rule),
            "%s in #%06x on #%06x: a contrast of %u.%02u:1, less than %u.%u:1",
            p->what, (unsigned)p->colour, (unsigned)p->ground, has / 100,
            has % 100, (unsigned)p->least / 100, (unsigned)p->least % 100 / 10);
    finding_hint(r->xml->findings, "the nearest that would do is #%06x",
                 (unsigned)contrast_mend(p->colour, p->ground, p->least));
}

/* After the sizes: large type needs less. */
static void prove_contrast(const struct house_reading *r)
{
    const struct xml_node *node = xml_first(r->root, &house_colours_element);
    struct colour_pair pairs[COLOUR_PAIRS_MAX];
    const size_t n = contrast_pairs(&r->house->colours, r->house->set, pairs);

    const struct colour_pair dark = {"dark-accent",
                                     NULL,
                                     "the council's name on a dark page",
                                     r->house->colours.dark_accent,
                                     DARK_GROUND,
                                     CONTRAST_TEXT,
                                     true};

    for (size_t i = 0; i < n; i++)
        prove_pair(r, node, &pairs[i]);
    if (r->house->look.dark)
        prove_pair(r, node, &dark);
}

/* Each colour of charts that is given beside the one after it: what is told
   apart by nothing else stands in the order of the list. */
static void prove_neighbours(const struct house_reading *r)
{
    const struct xml_node *node = xml_first(r->root, &house_colours_element);
    const struct xml_attribute_rule *rule = AT(house_colours, charts);
    const uint32_t *charts = r->house->colours.charts;
    struct str given = xml_value(node, rule);
    uint32_t colour;
    size_t n = 0;

    while (n < CHART_COLOURS && measure_colour(str_cut_word(&given), &colour))
        n++;
    for (size_t i = 1; i < n; i++) {
        const unsigned has = contrast(charts[i - 1], charts[i]);

        if (has >= CONTRAST_DRAWN)
            continue;
        finding(
            r->xml->findings, FINDING_CHART_COLOURS, place_of(r, node, rule),
            "parts of charts in #%06x beside #%06x: a contrast of "
            "%u.%02u:1, less than 3:1",
            (unsigned)charts[i - 1], (unsigned)charts[i], has / 100, has % 100);
        finding_hint(r->xml->findings,
                     "let a dark colour and one of middle brightness take "
                     "turns: #12436d #28a197 #801650 #f46a25 do");
    }
}

const struct house *house_in(struct templates_reading *load, const char *id,
                             const char *folder, const struct xml_node *root)
{
    const struct xml_reading *xml = &load->reading;
    struct house *h = arena_alloc(xml->arena, 1, sizeof(*h));
    const struct house_reading r = {xml, &load->images, root, folder, h};

    if (h == NULL)
        return NULL;
    XML_FILL(xml, root, house, h);
    h->id = id;
    house_fonts_in(xml, root, folder, &h->fonts);
    read_logos(&r);
    read_colours(&r);
    read_sizes(&r);
    XML_FILL(xml, xml_first(root, &house_look_element), house_look, &h->look);
    prove_contrast(&r);
    prove_neighbours(&r);
    return h;
}
