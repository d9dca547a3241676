#include "input/templates/template_parts.h"

static const struct template_file *
find_file(const struct templates_reading *load, struct str id)
{
    const struct template_file *files = load->files.items;

    for (size_t i = 0; i < load->files.count; i++) {
        if (str_is(id, files[i].id))
            return &files[i];
    }
    return NULL;
}

static bool stands_in_chain(const struct template_reading *r,
                            const struct xml_node *root)
{
    for (size_t i = 0; i < r->nroots; i++) {
        if (r->roots[i] == root)
            return true;
    }
    return false;
}

/* The roots of the template and of those that it extends, nearest first. */
static void follow_extends(struct template_reading *r,
                           struct templates_reading *load,
                           const struct template_file *file)
{
    while (file != NULL) {
        const struct xml_node *root = file->root;
        const struct xml_attribute_rule *extends = AT(template, extends);

        if (r->nroots == TEMPLATE_CHAIN_MAX || stands_in_chain(r, root)) {
            finding(r->xml->findings, FINDING_LIMIT,
                    xml_value_at(root, extends),
                    "templates extend each other in a circle, or more than %d "
                    "deep",
                    TEMPLATE_CHAIN_MAX);
            return;
        }
        r->roots[r->nroots++] = root;
        if (xml_given(root, extends) == NULL)
            return;
        file = find_file(load, xml_value(root, extends));
        if (file == NULL) {
            struct list names = list_of(r->xml->arena, sizeof(struct str));
            const struct template_file *files = load->files.items;

            for (size_t i = 0; i < load->files.count; i++) {
                struct str *name = list_add(&names);

                if (name != NULL)
                    *name = str_of(files[i].id);
            }
            xml_unknown(r->xml, root, extends, names.items, names.count);
        }
    }
}

/* That no template of the chain has a house style or a language was said where
   the chain ends. */
static void find_house(struct template_reading *r,
                       const struct templates_reading *load)
{
    const struct house *const *houses = load->houses.items;
    const struct xml_node *n = template_giving(r, AT(template, house));
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    if (n == NULL)
        return;
    for (size_t i = 0; i < load->houses.count; i++) {
        struct str *name = list_add(&names);

        if (name != NULL)
            *name = str_of(houses[i]->id);
        if (str_is(xml_value(n, AT(template, house)), houses[i]->id))
            r->made->house = houses[i];
    }
    if (r->made->house == NULL)
        xml_unknown(r->xml, n, AT(template, house), names.items, names.count);
}

static void find_wording(struct template_reading *r,
                         const struct templates_reading *load)
{
    const struct wording *const *wordings = load->wordings.items;
    const struct xml_node *n = template_giving(r, AT(template, lang));
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    if (n == NULL)
        return;
    for (size_t i = 0; i < load->wordings.count; i++) {
        struct str *name;

        if (wordings[i]->lang == NULL)
            continue;
        name = list_add(&names);
        if (name != NULL)
            *name = str_of(wordings[i]->lang);
        if (str_is(xml_value(n, AT(template, lang)), wordings[i]->lang))
            r->made->wording = wordings[i];
    }
    r->made->lang = xml_name(r->xml, n, AT(template, lang));
    if (r->made->wording == NULL)
        xml_unknown(r->xml, n, AT(template, lang), names.items, names.count);
}

static void read_page(struct template_reading *r)
{
    static const struct {
        int32_t width, height;
    } papers[PAPER_MAX] = {
        [PAPER_A4] = {MPT_OF_MM(210), MPT_OF_MM(297)},
        [PAPER_A3] = {MPT_OF_MM(297), MPT_OF_MM(420)},
        [PAPER_LETTER] = {612000, 792000},
    };
    const struct xml_node *n = template_first(r, &template_page_element);
    struct page_style *p = &r->made->page;

    XML_FILL(r->xml, n, page_style, p);
    p->width = papers[p->paper].width;
    p->height = papers[p->paper].height;
    if (n != NULL && (p->left + p->right > MPT_OF_MM(150) ||
                      p->top + p->bottom > MPT_OF_MM(150)))
        finding(r->xml->findings, FINDING_BAD_VALUE, n->at,
                "the margins leave too little room for text");
}

static void read_header(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->fields.items;
    const size_t n = r->fields.count;
    struct template_field *fields =
        arena_alloc(r->xml->arena, n, sizeof(*fields));
    size_t titles = 0;

    if (fields == NULL)
        return;
    for (size_t i = r->nroots; i-- > 0;)
        XML_FILL_GIVEN(r->xml, xml_first(r->roots[i], &template_header_element),
                       template_header, template, r->made);
    for (size_t i = 0; i < n; i++) {
        XML_FILL(r->xml, nodes[i], template_field, &fields[i]);
        fields[i].at = nodes[i]->at;
        titles += fields[i].role == FIELD_ROLE_TITLE;
    }
    r->made->fields = fields;
    r->made->nfields = n;
    if (titles != 1)
        finding(r->xml->findings,
                titles == 0 ? FINDING_MISSING : FINDING_BAD_VALUE,
                r->roots[0]->at,
                "one header field must have the role `title`; here %zu have",
                titles);
}

static void read_roles(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->roles.items;
    const size_t n = r->roles.count;
    struct template_role *roles = arena_alloc(r->xml->arena, n, sizeof(*roles));

    if (roles == NULL)
        return;
    for (size_t i = 0; i < n; i++)
        XML_FILL(r->xml, nodes[i], template_role, &roles[i]);
    r->made->roles = roles;
    r->made->nroles = n;
}

/* Three paragraphs, some of them empty: start, centre and end. */
static const struct doc_node *read_running(const struct template_reading *r,
                                           const struct xml_element *element)
{
    static const struct xml_element *const places[] = {&template_start_element,
                                                       &template_centre_element,
                                                       &template_end_element};
    const struct prose_options options = template_prose(r);
    const struct xml_node *n = template_first(r, element);
    struct doc_node *all;

    if (n == NULL)
        return NULL;
    all = doc_new(r->xml->arena, DOC_FRAGMENT);
    if (all == NULL)
        return NULL;
    all->at = n->at;
    for (size_t i = 0; i < 3; i++) {
        const struct xml_node *place = xml_first(n, places[i]);
        struct doc_node *given = NULL;
        struct doc_node *p;

        if (place != NULL)
            given = prose_from_xml(r->xml->arena, place, &options,
                                   r->xml->findings);
        p = given == NULL ? NULL : given->first;
        if (p == NULL)
            p = doc_new(r->xml->arena, DOC_PARAGRAPH);
        doc_unlink(p);
        doc_append(all, p);
    }
    return all;
}

const struct template *template_in(struct templates_reading *load,
                                   const struct template_file *file)
{
    const struct xml_reading *xml = &load->reading;
    struct template *t = arena_alloc(xml->arena, 1, sizeof(*t));
    struct style *style = arena_alloc(xml->arena, 1, sizeof(*style));
    struct template_reading r = {
        .xml = xml,
        .generators = load->generators,
        .images = &load->images,
        .made = t,
        .series_nodes = list_of(xml->arena, sizeof(struct xml_node *)),
        .fields = list_of(xml->arena, sizeof(struct xml_node *)),
        .roles = list_of(xml->arena, sizeof(struct xml_node *)),
        .sections = list_of(xml->arena, sizeof(struct xml_node *)),
        .parts = list_of(xml->arena, sizeof(struct xml_node *)),
    };
    struct template_numbering numbering;
    const struct xml_node *about;

    if (t == NULL || style == NULL)
        return NULL;
    XML_FILL(xml, NULL, template, t);
    follow_extends(&r, load, file);
    template_merge(&r);
    for (size_t i = r.nroots; i-- > 0;)
        XML_FILL_GIVEN(xml, r.roots[i], template, template, t);
    t->id = file->id;
    t->at = file->root->at;
    about = template_first(&r, &template_about_element);
    if (about != NULL)
        t->about = xml_text(xml->arena, about);
    find_house(&r, load);
    find_wording(&r, load);
    read_page(&r);
    template_read_series(&r);
    template_read_numbering(&r, &numbering);
    read_header(&r);
    read_roles(&r);
    template_read_sections(&r, &numbering);
    t->running_head = read_running(&r, &template_head_element);
    t->running_foot = read_running(&r, &template_foot_element);
    *style = (struct style){
        .house = t->house, .page = t->page, .sheet = load->sheet};
    t->style = style;
    return t;
}
