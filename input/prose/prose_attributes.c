#include "input/prose/prose_attributes.h"
#include "core/value/guidance.h"
#include "input/prose/prose_image.h"
#include "input/xml/length_in.h"
#include "input/xml/xml_value.h"

#define IMAGE_WIDTH_MIN 2835 /* milli-points: 1 mm */
#define IMAGE_WIDTH_MAX 2835000

struct str prose_fold(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1, 1);
    size_t len = 0;

    if (out == NULL)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < text.len; i++) {
        if (!xml_is_space(text.ptr[i]))
            out[len++] = text.ptr[i];
        else if (len == 0 || out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (struct str){out, len};
}

static void fill_conditions(struct prose_reading *p, struct doc_node *node,
                            const struct xml_node *xml)
{
    struct doc_conditions *c;

    if (xml_attribute(xml, "when") == NULL &&
        xml_attribute(xml, "each") == NULL)
        return;
    c = arena_alloc(p->reading.arena, 1, sizeof(*c));
    if (c == NULL)
        return;
    c->when = xml_get(xml, "when");
    c->when_at = xml_value_place(xml, "when");
    c->each = xml_get(xml, "each");
    c->each_at = xml_value_place(xml, "each");
    node->conditions = c;
}

void prose_fill_block(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    static const char *const media[] = {"print", "screen", NULL};
    static const uint8_t values[] = {MEDIUM_PRINT, MEDIUM_SCREEN, MEDIUM_BOTH};

    node->id = xml_id(&p->reading, xml, "id");
    node->lang = xml_lang(&p->reading, xml, "lang");
    node->audience = (uint8_t)xml_audience(xml);
    node->medium = values[xml_choice(xml, "medium", media, 2)];
    fill_conditions(p, node, xml);
}

void prose_fill_paragraph(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    (void)p;
    node->unnumbered = str_is(xml_get(xml, "number"), "no");
}

/* The series that the attribute `style` names; OTHERWISE where there is none.
   An unknown name is a finding. */
static const struct label_series *style_of(struct prose_reading *p,
                                           const struct xml_node *xml,
                                           const struct label_series *otherwise)
{
    const struct template *t = p->options->template_used;
    const struct str style = xml_get(xml, "style");
    const struct label_series *series;
    struct str words[SERIES_MAX];

    if (xml_attribute(xml, "style") == NULL || t == NULL)
        return otherwise;
    series = template_series(t, style);
    if (series != NULL)
        return series;
    finding(p->reading.findings, FINDING_UNKNOWN_NAME,
            xml_value_place(xml, "style"),
            "the template has no series of labels `%.*s`", STR_ARG(style));
    for (size_t i = 0; i < t->nseries && i < SERIES_MAX; i++)
        words[i] = str_of(t->series[i].id);
    finding_nearest(p->reading.findings, style, words,
                    t->nseries < SERIES_MAX ? t->nseries : SERIES_MAX);
    return NULL;
}

void prose_fill_heading(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    node->level = 1;
    node->keep_next = true;
    node->u.series = style_of(p, xml, NULL);
}

void prose_fill_list(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    node->u.series = style_of(p, xml, p->options->list_series);
}

void prose_fill_call(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    struct generator_call *call =
        arena_alloc(p->reading.arena, 1, sizeof(*call));

    if (call == NULL)
        return;
    call->with = xml_cstr(p->reading.arena, xml, "with");
    if (call->with == NULL)
        call->with = "table"; /* docs/report-folder.md */
    call->data = xml_cstr(p->reading.arena, xml, "data");
    call->caption = xml_get(xml, "caption");
    node->u.call = call;
    guidance_find(p->options->wording, call->caption,
                  xml_value_place(xml, "caption"), p->reading.findings);
}

/* A decorative picture has neither an alternative text nor a caption. */
static bool is_decorative(const struct prose_reading *p,
                          const struct xml_node *xml)
{
    const bool decorative = xml_yes(xml, "decorative");

    if (decorative && (str_trim(xml_get(xml, "alt")).len > 0 ||
                       str_trim(xml_get(xml, "caption")).len > 0)) {
        finding(p->reading.findings, FINDING_BAD_ATTRIBUTE,
                xml_value_place(xml, "decorative"),
                "a decorative picture has neither alternative text nor "
                "caption");
        finding_hint(p->reading.findings,
                     "leave decorative= out where the picture tells something");
    }
    return decorative;
}

void prose_fill_image(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    const struct prose_picture asked = {
        .alt = prose_fold(p->reading.arena, str_trim(xml_get(xml, "alt"))),
        .alt_at = xml_value_place(xml, "alt"),
        .caption =
            prose_fold(p->reading.arena, str_trim(xml_get(xml, "caption"))),
        .caption_at = xml_value_place(xml, "caption"),
        .file = xml_cstr(p->reading.arena, xml, "file"),
        .file_at = xml_value_place(xml, "file"),
        .width = length_in(&p->reading, xml, "width", IMAGE_WIDTH_MIN,
                           IMAGE_WIDTH_MAX, 0),
        .decorative = is_decorative(p, xml),
    };

    if (asked.file == NULL && xml_attribute(xml, "file") != NULL)
        finding(p->reading.findings, FINDING_BAD_VALUE, asked.file_at,
                "the name of a file is empty");
    prose_image(p->reading.arena, p->options, &asked, node,
                p->reading.findings);
}

void prose_fill_link(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    node->u.target = xml_cstr(p->reading.arena, xml, "href");
    if (node->u.target == NULL)
        node->u.target = "";
}

void prose_fill_reference(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    node->u.target = xml_cstr(p->reading.arena, xml, "to");
    if (node->u.target == NULL)
        node->u.target = "";
}

void prose_fill_phrase(struct prose_reading *p, struct doc_node *node,
                       const struct xml_node *xml)
{
    node->lang = xml_lang(&p->reading, xml, "lang");
}

void prose_fill_page_number(struct prose_reading *p, struct doc_node *node,
                            const struct xml_node *xml)
{
    (void)p;
    (void)xml;
    node->medium = MEDIUM_PRINT;
}
