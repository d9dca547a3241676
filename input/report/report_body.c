#include "input/report/report_parts.h"

/* The template's sections among which a report's is looked for. */
struct known_sections {
    const struct template_section *sections;
    size_t count;
};

static const struct doc_node *prose_of(const struct report_reading *r,
                                       const struct xml_node *node)
{
    return prose_from_xml(r->xml.arena, node, &r->prose, r->xml.findings);
}

static const struct doc_node *prose_of_file(struct report_reading *r,
                                            const struct xml_node *node)
{
    const char *name = xml_cstr(r->xml.arena, node, "file");
    const struct source *source =
        report_file(r, name == NULL ? "" : name, SOURCE_TEXT,
                    xml_value_place(node, "file"));

    if (node->first != NULL)
        finding(r->xml.findings, FINDING_BAD_ELEMENT, node->first->at,
                "a section has prose here or in a file, not both");
    if (source == NULL)
        return doc_new(r->xml.arena, DOC_FRAGMENT);
    return prose_from_markdown(r->xml.arena, source->text,
                               (struct place){source, 1, 1}, &r->prose,
                               r->xml.findings);
}

static void check_section(const struct report_reading *r,
                          const struct xml_node *node,
                          const struct known_sections *known)
{
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; i < known->count; i++) {
        if (str_is(xml_get(node, "id"), known->sections[i].id))
            return;
        report_offer(&names, known->sections[i].id);
    }
    report_unknown(r, node, "id", "section", &names);
}

/* The sections directly in PARENT. */
static struct list read_sections(struct report_reading *r,
                                 const struct xml_node *parent,
                                 const struct known_sections *known)
{
    struct list all = list_of(r->xml.arena, sizeof(struct report_section));

    for (const struct xml_node *n = parent->first; n != NULL; n = n->next) {
        const char *id = xml_is(n, "section") ? xml_id(&r->xml, n, "id") : NULL;
        struct report_section *s = id == NULL ? NULL : list_add(&all);

        if (s == NULL)
            continue;
        if (known != NULL)
            check_section(r, n, known);
        s->id = id;
        s->audience = xml_audience(n);
        s->at = n->at;
        s->prose = xml_attribute(n, "file") != NULL ? prose_of_file(r, n)
                                                    : prose_of(r, n);
    }
    return all;
}

static const struct template_part *find_part(const struct report_reading *r,
                                             const struct xml_node *node)
{
    const struct template *t = r->template_used;
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; t != NULL && i < t->nparts; i++) {
        if (str_is(xml_get(node, "id"), t->parts[i].id))
            return &t->parts[i];
        report_offer(&names, t->parts[i].id);
    }
    if (t != NULL)
        report_unknown(r, node, "id", "part", &names);
    return NULL;
}

static void read_part(struct report_reading *r, const struct xml_node *node,
                      struct report_part *part)
{
    const struct template_part *declared = find_part(r, node);
    struct known_sections known = {NULL, 0};
    struct list sections;

    if (declared != NULL)
        known =
            (struct known_sections){declared->sections, declared->nsections};
    sections = read_sections(r, node, declared == NULL ? NULL : &known);
    part->id = xml_id(&r->xml, node, "id");
    part->title = report_words(r, node, "title");
    part->sections = sections.items;
    part->nsections = sections.count;
    part->at = node->at;
}

static void read_recommendation(const struct report_reading *r,
                                const struct xml_node *node,
                                struct recommendation *made)
{
    made->id = xml_id(&r->xml, node, "id");
    made->prose = prose_of(r, node);
    made->audience = xml_audience(node);
    made->at = node->at;
    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        if (!xml_is(n, "reason"))
            continue;
        if (made->reason != NULL)
            finding(r->xml.findings, FINDING_BAD_ELEMENT, n->at,
                    "a recommendation has one reason at most");
        made->reason = prose_of(r, n);
    }
    if (made->prose != NULL && made->prose->first == NULL)
        finding(r->xml.findings, FINDING_MISSING, node->at,
                "a recommendation says nothing");
}

static void read_recommendations(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct recommendation));

    for (const struct xml_node *g = r->root->first; g != NULL; g = g->next) {
        if (!xml_is(g, "recommendations"))
            continue;
        if (r->made->recommendations_at.source == NULL)
            r->made->recommendations_at = g->at;
        for (const struct xml_node *n = g->first; n != NULL; n = n->next) {
            struct recommendation *made =
                xml_is(n, "recommendation") ? list_add(&all) : NULL;

            if (made != NULL)
                read_recommendation(r, n, made);
        }
    }
    r->made->recommendations = all.items;
    r->made->nrecommendations = all.count;
}

static void read_paper(const struct report_reading *r,
                       const struct xml_node *node, struct paper *p)
{
    p->id = xml_id(&r->xml, node, "id");
    p->title = report_words(r, node, "title");
    p->address = str_trim(xml_get(node, "address"));
    p->audience = xml_audience(node);
    p->at = node->at;
    if (node->first != NULL)
        p->prose = prose_of(r, node);
    if (p->title.len == 0 && xml_attribute(node, "title") != NULL)
        finding(r->xml.findings, FINDING_MISSING,
                xml_value_place(node, "title"), "the title is empty");
}

static struct list read_papers(const struct report_reading *r, const char *name)
{
    struct list all = list_of(r->xml.arena, sizeof(struct paper));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct paper *p = xml_is(n, name) ? list_add(&all) : NULL;

        if (p != NULL)
            read_paper(r, n, p);
    }
    return all;
}

void report_read_body(struct report_reading *r)
{
    const struct template *t = r->template_used;
    struct list parts = list_of(r->xml.arena, sizeof(struct report_part));
    struct known_sections known = {NULL, 0};
    struct list l;

    if (t != NULL)
        known = (struct known_sections){t->sections, t->nsections};
    l = read_sections(r, r->root, t == NULL ? NULL : &known);
    r->made->sections = l.items;
    r->made->nsections = l.count;
    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct report_part *part = xml_is(n, "part") ? list_add(&parts) : NULL;

        if (part != NULL)
            read_part(r, n, part);
    }
    r->made->parts = parts.items;
    r->made->nparts = parts.count;
    read_recommendations(r);
    l = read_papers(r, "appendix");
    r->made->appendices = l.items;
    r->made->nappendices = l.count;
    l = read_papers(r, "paper");
    r->made->papers = l.items;
    r->made->npapers = l.count;
}
