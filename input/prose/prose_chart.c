#include "core/value/guidance.h"
#include "input/prose/prose_attributes.h"
#include "input/prose/prose_elements.h"

/*
 * A chart: what it asks for, and the words around it. Without `draw` it is the
 * generator of that name, whose arguments are its attributes.
 */

static struct chart_text text_of(const struct xml_node *xml,
                                 const struct xml_attribute_rule *rule)
{
    return (struct chart_text){str_trim(xml_value(xml, rule)),
                               xml_value_at(xml, rule)};
}

static bool part_of(const struct xml_node *xml, enum chart_part *part)
{
    static const struct xml_element *const elements[] = {
        [CHART_PART_TITLE] = &prose_chart_title_element,
        [CHART_PART_SUBTITLE] = &prose_chart_subtitle_element,
        [CHART_PART_SOURCE] = &prose_chart_source_element,
        [CHART_PART_NOTE] = &prose_chart_note_element,
        [CHART_PART_ALT] = &prose_chart_alt_element,
    };

    for (size_t i = 0; i < CHART_PART_MAX; i++) {
        *part = (enum chart_part)i;
        if (xml->element == elements[i])
            return true;
    }
    return false;
}

static void read_words(struct prose_reading *p, const struct xml_node *xml,
                       struct chart_call *chart)
{
    struct list l = list_of(p->reading.arena, sizeof(struct chart_words));

    for (const struct xml_node *n = xml->first; n != NULL; n = n->next) {
        struct chart_words *words;
        enum chart_part part;

        if (!part_of(n, &part))
            continue;
        words = list_add(&l);
        if (words == NULL)
            return;
        words->part = part;
        words->words.text = xml_text(p->reading.arena, n);
        words->words.at = xml_text_place(n);
        words->when = text_of(n, AT(prose_chart_words, when));
        guidance_find(p->options->wording, words->words.text, words->words.at,
                      p->reading.findings);
    }
    chart->words = l.items;
    chart->nwords = l.count;
}

static struct chart_call *read_chart(struct prose_reading *p,
                                     const struct xml_node *xml,
                                     const struct chart_call *attributes)
{
    struct chart_call *chart = arena_alloc(p->reading.arena, 1, sizeof(*chart));

    if (chart == NULL)
        return NULL;
    *chart = *attributes;
    chart->at = xml->at;
    chart->draw_at = xml_value_at(xml, AT(prose_chart, draw));
    chart->as_at = text_of(xml, AT(prose_chart, as_at));
    chart->begin = text_of(xml, AT(prose_chart, begin));
    chart->end = text_of(xml, AT(prose_chart, end));
    chart->x = text_of(xml, AT(prose_chart, x));
    if (chart->x.text.len == 0)
        chart->x = text_of(xml, AT(prose_chart, head));
    chart->y = text_of(xml, AT(prose_chart, y));
    chart->series = text_of(xml, AT(prose_chart, series));
    chart->lines = text_of(xml, AT(prose_chart, lines));
    chart->under = text_of(xml, AT(prose_chart, under));
    chart->against = text_of(xml, AT(prose_chart, against));
    read_words(p, xml, chart);
    return chart;
}

/* Those that are the generator's business. */
static void read_arguments(struct prose_reading *p, const struct xml_node *xml,
                           struct generator_call *call)
{
    struct list l = prose_no_arguments(p);

    for (size_t i = 0; i < prose_chart_nattributes; i++) {
        const struct xml_attribute *a =
            xml_given(xml, &prose_chart_attributes[i]);

        if (a != NULL && !str_is(a->name, "data") &&
            !str_is(a->name, "caption"))
            prose_add_argument(p, &l, a);
    }
    call->arguments = l.items;
    call->narguments = l.count;
}

/* Or tries to: what it says instead is a finding. */
static bool says_draw(const struct xml_node *xml)
{
    for (size_t i = 0; i < xml->nattributes; i++) {
        if (str_is(xml->attributes[i].name, "draw"))
            return true;
    }
    return false;
}

void prose_fill_chart(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    struct generator_call *call =
        arena_alloc(p->reading.arena, 1, sizeof(*call));

    struct chart_call chart = {.nwords = 0};

    node->u.call = call;
    if (call == NULL)
        return;
    XML_FILL_AS(&p->reading, xml, prose_chart, chart_call, &chart);
    call->with = "chart"; /* docs/templates.md */
    call->data = chart.data;
    call->data_at = xml_value_at(xml, AT(prose_chart, data));
    call->caption = chart.caption;
    call->caption_at = xml_value_at(xml, AT(prose_chart, caption));
    guidance_find(p->options->wording, call->caption,
                  xml_value_at(xml, AT(prose_chart, caption)),
                  p->reading.findings);
    if (says_draw(xml))
        call->chart = read_chart(p, xml, &chart);
    else
        read_arguments(p, xml, call);
    /* That it names no data, or no kind of picture, was said. */
    if (call->data == NULL ||
        (call->chart != NULL && call->chart->draw == CHART_DRAW_MAX))
        doc_unlink(node);
}
