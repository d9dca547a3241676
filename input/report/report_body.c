#include "input/office/word_in.h"
#include "input/report/report_elements.h"
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

/* PROSE was read from the file NAME. */
static void expect_words(const struct report_reading *r,
                         const struct xml_node *node, const char *name,
                         const struct doc_node *prose)
{
    if (prose == NULL || prose->first != NULL)
        return;
    finding(r->xml.findings, FINDING_NOT_USED,
            xml_value_at(node, AT(report_section, file)),
            "nothing that is printed stands in `%s`", name);
    finding_hint(r->xml.findings,
                 "write the section's words there, or take the section out");
}

static const struct doc_node *prose_of_word(struct report_reading *r,
                                            const struct xml_node *node,
                                            const char *name)
{
    const struct source *source = report_file(
        r, name, SOURCE_BYTES, xml_value_at(node, AT(report_section, file)));
    const size_t errors = r->xml.findings->errors;
    const struct doc_node *prose =
        source == NULL ? NULL
                       : prose_from_word(r->xml.arena, source, r->made->lang,
                                         &r->prose, r->xml.findings);

    if (r->xml.findings->errors == errors)
        expect_words(r, node, name, prose);
    return prose != NULL ? prose : doc_new(r->xml.arena, DOC_FRAGMENT);
}

static const struct doc_node *prose_of_file(struct report_reading *r,
                                            const struct xml_node *node,
                                            const char *name)
{
    const struct source *source;
    const struct doc_node *prose;
    size_t errors;

    if (word_is_name(name))
        return prose_of_word(r, node, name);
    source = report_encoded_file(r, name, SOURCE_TEXT,
                                 xml_value_at(node, AT(report_section, file)),
                                 node, AT(report_section, encoding));
    if (source == NULL)
        return doc_new(r->xml.arena, DOC_FRAGMENT);
    errors = r->xml.findings->errors;
    prose = prose_from_markdown(r->xml.arena, source->text,
                                (struct place){source, 1, 1}, &r->prose,
                                r->xml.findings);
    if (r->xml.findings->errors == errors)
        expect_words(r, node, name, prose);
    return prose;
}

/* A section of the template's that the report heads. */
static void check_heading(const struct report_reading *r,
                          const struct xml_node *node,
                          const struct template_section *s)
{
    const struct xml_attribute_rule *heading = AT(report_section, heading);

    if (xml_given(node, heading) == NULL || s->reword)
        return;
    finding(r->xml.findings, FINDING_BAD_ATTRIBUTE, xml_value_at(node, heading),
            "the heading of the section `%s` is the template's", s->id);
    finding_hint(r->xml.findings,
                 "leave heading= out; a template whose section says "
                 "reword=\"yes\" lets a report word it");
}

/* A section of the template's that the report has for one row. */
static void check_row(const struct report_reading *r,
                      const struct xml_node *node,
                      const struct template_section *s,
                      struct report_section *given)
{
    const struct xml_attribute_rule *row = AT(report_section, row);

    if (xml_given(node, row) == NULL || (s != NULL && s->each.len > 0))
        return;
    finding(r->xml.findings, FINDING_BAD_ATTRIBUTE, xml_value_at(node, row),
            "this section does not stand once for each row");
    finding_hint(r->xml.findings, "leave row= out");
    given->row = (struct str){NULL, 0};
}

/* A section that is none of the template's. */
static void check_own(const struct report_reading *r,
                      const struct xml_node *node,
                      const struct known_sections *known)
{
    for (size_t i = 0; i < known->count; i++) {
        if (known->sections[i].of_report)
            return;
    }
    finding(r->xml.findings, FINDING_BAD_ELEMENT, node->at,
            "the template has no place for sections of the report's own");
    finding_hint(r->xml.findings,
                 "let one of the template's sections say it; a template with "
                 "<sections-of-report/> has a place for others");
}

static void check_section(const struct report_reading *r,
                          const struct xml_node *node,
                          const struct known_sections *known,
                          struct report_section *given)
{
    const struct xml_attribute_rule *id = AT(report_section, id);
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; i < known->count; i++) {
        if (known->sections[i].of_report)
            continue;
        if (str_is(xml_value(node, id), known->sections[i].id)) {
            check_heading(r, node, &known->sections[i]);
            check_row(r, node, &known->sections[i], given);
            return;
        }
        report_offer(&names, known->sections[i].id);
    }
    if (xml_given(node, AT(report_section, heading)) == NULL) {
        xml_unknown(&r->xml, node, id, names.items, names.count);
        return;
    }
    check_own(r, node, known);
    check_row(r, node, NULL, given);
}

static void read_section(struct report_reading *r, const struct xml_node *node,
                         const struct known_sections *known, struct list *all)
{
    struct report_section section = {0};
    struct report_section *kept;
    size_t errors;

    XML_FILL(&r->xml, node, report_section, &section);
    kept =
        section.id == NULL && section.heading.len == 0 ? NULL : list_add(all);
    if (kept == NULL)
        return;
    if (known != NULL)
        check_section(r, node, known, &section);
    *kept = section;
    kept->at = node->at;
    errors = r->xml.findings->errors;
    kept->prose = section.file != NULL ? prose_of_file(r, node, section.file)
                                       : prose_of(r, node);
    kept->refused = r->xml.findings->errors > errors;
}

/* The sections directly in PARENT. */
static struct list read_sections(struct report_reading *r,
                                 const struct xml_node *parent,
                                 const struct known_sections *known)
{
    struct list all = list_of(r->xml.arena, sizeof(struct report_section));

    for (const struct xml_node *n = parent->first; n != NULL; n = n->next) {
        if (n->element == &report_section_element)
            read_section(r, n, known, &all);
        else if (n->element == &word_sections_element && known != NULL)
            report_read_word_sections(r, n, known->sections, known->count,
                                      &all);
    }
    return all;
}

static const struct template_part *find_part(const struct report_reading *r,
                                             const struct xml_node *node)
{
    const struct xml_attribute_rule *id = AT(report_part, id);
    const struct template *t = r->template_used;
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; t != NULL && i < t->nparts; i++) {
        if (str_is(xml_value(node, id), t->parts[i].id))
            return &t->parts[i];
        report_offer(&names, t->parts[i].id);
    }
    if (t != NULL)
        xml_unknown(&r->xml, node, id, names.items, names.count);
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
    XML_FILL(&r->xml, node, report_part, part);
    part->sections = sections.items;
    part->nsections = sections.count;
    part->at = node->at;
}

/* Whether PROSE is nothing but lines that are empty: each would have gone, and
   left its number. */
static bool says_nothing(const struct doc_node *prose)
{
    struct doc_walk w = doc_walk(prose);

    while (doc_walk_next(&w)) {
        if (w.node->kind != DOC_FRAGMENT && w.node->kind != DOC_PARAGRAPH &&
            w.node->kind != DOC_HEADING && w.node->kind != DOC_LIST &&
            w.node->kind != DOC_ITEM)
            return false;
    }
    return true;
}

static void read_recommendation(const struct report_reading *r,
                                const struct xml_node *node,
                                struct recommendation *made)
{
    const struct xml_node *reason = xml_first(node, &reason_element);

    XML_FILL(&r->xml, node, recommendation, made);
    made->prose = prose_of(r, node);
    made->at = node->at;
    if (reason != NULL)
        made->reason = prose_of(r, reason);
    if (made->prose == NULL || !says_nothing(made->prose))
        return;
    finding(r->xml.findings, FINDING_MISSING, node->at,
            "a recommendation says nothing");
    finding_hint(r->xml.findings, "write what is recommended, or take it out");
}

static void read_recommendations(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct recommendation));

    for (const struct xml_node *g = r->root->first; g != NULL; g = g->next) {
        if (g->element != &recommendations_element)
            continue;
        if (r->made->recommendations_at.source == NULL)
            r->made->recommendations_at = g->at;
        for (const struct xml_node *n = g->first; n != NULL; n = n->next) {
            struct recommendation *made =
                n->element == &recommendation_element ? list_add(&all) : NULL;

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
    XML_FILL(&r->xml, node, paper, p);
    p->at = node->at;
    if (node->first != NULL)
        p->prose = prose_of(r, node);
}

static struct list read_papers(const struct report_reading *r,
                               const struct xml_element *element)
{
    struct list all = list_of(r->xml.arena, sizeof(struct paper));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct paper *p = n->element == element ? list_add(&all) : NULL;

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
    struct report_section *sections;
    struct list l;

    if (t != NULL)
        known = (struct known_sections){t->sections, t->nsections};
    l = read_sections(r, r->root, t == NULL ? NULL : &known);
    sections = l.items;
    r->made->sections = sections;
    r->made->nsections = l.count;
    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct report_part *part =
            n->element == &report_part_element ? list_add(&parts) : NULL;

        if (part != NULL)
            read_part(r, n, part);
    }
    r->made->parts = parts.items;
    r->made->nparts = parts.count;
    read_recommendations(r);
    report_take_recommendations(r, sections, r->made->nsections);
    l = read_papers(r, &appendix_element);
    r->made->appendices = l.items;
    r->made->nappendices = l.count;
    l = read_papers(r, &paper_element);
    r->made->papers = l.items;
    r->made->npapers = l.count;
}
