#include "input/templates/template_parts.h"
#include "input/xml/length_in.h"

#include <assert.h>

/* The node of ID in a list of nodes, or NULL. */
static const struct xml_node **find_node(const struct list *l, struct str id)
{
    const struct xml_node **nodes = l->items;

    for (size_t i = 0; i < l->count; i++) {
        if (str_eq(xml_get(nodes[i], "id"), id))
            return &nodes[i];
    }
    return NULL;
}

static bool holds_node(const struct list *l, const struct xml_node *node)
{
    const struct xml_node *const *nodes = l->items;

    for (size_t i = 0; i < l->count; i++) {
        if (nodes[i] == node)
            return true;
    }
    return false;
}

/* The children NAME of PARENT are added to L; one with an id that is there
   already takes the place of that of a template that is extended. */
static void merge(struct template_reading *r, const struct xml_node *parent,
                  const char *name, struct list *l)
{
    for (const struct xml_node *n = parent->first; n != NULL; n = n->next) {
        const struct xml_node **place;

        if (!xml_is(n, name) || xml_id(r->xml, n, "id") == NULL)
            continue;
        place = find_node(l, xml_get(n, "id"));
        if (place != NULL && (*place)->at.source == n->at.source) {
            finding(r->xml->findings, FINDING_DUPLICATE_ID,
                    xml_value_place(n, "id"),
                    "the %s `%.*s` stands twice, first in line %u", name,
                    STR_ARG(xml_get(n, "id")), (unsigned)(*place)->at.line);
            place = NULL; /* both are read, for the faults they may have */
        }
        if (place == NULL)
            place = list_add(l);
        if (place != NULL)
            *place = n;
    }
}

/* Sections in the order of <order>, then those that it does not name. */
static void reorder(struct template_reading *r, const struct xml_node *order)
{
    const struct list before = r->sections;
    const struct xml_node *const *nodes = before.items;
    struct list after = list_of(r->xml->arena, sizeof(struct xml_node *));
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    for (size_t i = 0; i < before.count; i++) {
        struct str *name = list_add(&names);

        if (name != NULL)
            *name = xml_get(nodes[i], "id");
    }
    for (const struct xml_node *n = order->first; n != NULL; n = n->next) {
        const struct str id = xml_get(n, "section");
        const struct xml_node **found = find_node(&before, id);
        const struct xml_node **place;

        if (!xml_is(n, "place"))
            continue;
        if (found == NULL || find_node(&after, id) != NULL) {
            template_unknown(r, n, "section",
                             found == NULL ? "section" : "further section",
                             names.items, names.count);
            continue;
        }
        place = list_add(&after);
        if (place != NULL)
            *place = *found;
    }
    for (size_t i = 0; i < before.count; i++) {
        const struct xml_node **place = NULL;

        if (!holds_node(&after, nodes[i]))
            place = list_add(&after);
        if (place != NULL)
            *place = nodes[i];
    }
    r->sections = after;
}

static void merge_all(struct template_reading *r)
{
    for (size_t i = r->nroots; i-- > 0;) {
        const struct xml_node *root = r->roots[i];
        const struct xml_node *header = xml_child(root, "header");
        const struct xml_node *order = xml_child(root, "order");

        merge(r, root, "series", &r->series_nodes);
        merge(r, root, "role", &r->roles);
        merge(r, root, "section", &r->sections);
        merge(r, root, "part", &r->parts);
        if (header != NULL)
            merge(r, header, "field", &r->fields);
        if (order != NULL)
            reorder(r, order);
    }
}

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
        const struct str base = xml_get(root, "extends");

        if (r->nroots == TEMPLATE_CHAIN_MAX || stands_in_chain(r, root)) {
            finding(r->xml->findings, FINDING_LIMIT,
                    xml_value_place(root, "extends"),
                    "templates extend each other in a circle, or more than %d "
                    "deep",
                    TEMPLATE_CHAIN_MAX);
            return;
        }
        r->roots[r->nroots++] = root;
        if (xml_attribute(root, "extends") == NULL)
            return;
        file = find_file(load, base);
        if (file == NULL) {
            struct list names = list_of(r->xml->arena, sizeof(struct str));
            const struct template_file *files = load->files.items;

            for (size_t i = 0; i < load->files.count; i++) {
                struct str *name = list_add(&names);

                if (name != NULL)
                    *name = str_of(files[i].id);
            }
            template_unknown(r, root, "extends", "template", names.items,
                             names.count);
        }
    }
}

static const struct xml_node *need_attribute(const struct template_reading *r,
                                             const char *name)
{
    const struct xml_node *n = template_attribute(r, name);

    assert(r->nroots > 0 && r->roots[0] != NULL);
    if (n == NULL)
        finding(r->xml->findings, FINDING_MISSING, r->roots[0]->at,
                "<template> lacks its attribute `%s`", name);
    return n;
}

static void find_house(struct template_reading *r,
                       const struct templates_reading *load)
{
    const struct house *const *houses = load->houses.items;
    const struct xml_node *n = need_attribute(r, "house");
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    if (n == NULL)
        return;
    for (size_t i = 0; i < load->houses.count; i++) {
        struct str *name = list_add(&names);

        if (name != NULL)
            *name = str_of(houses[i]->id);
        if (str_is(xml_get(n, "house"), houses[i]->id))
            r->made->house = houses[i];
    }
    if (r->made->house == NULL)
        template_unknown(r, n, "house", "house style", names.items,
                         names.count);
}

static void find_wording(struct template_reading *r,
                         const struct templates_reading *load)
{
    const struct wording *const *wordings = load->wordings.items;
    const struct xml_node *n = need_attribute(r, "lang");
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
        if (str_is(xml_get(n, "lang"), wordings[i]->lang))
            r->made->wording = wordings[i];
    }
    r->made->lang = xml_cstr(r->xml->arena, n, "lang");
    if (r->made->wording == NULL)
        template_unknown(r, n, "lang", "wording", names.items, names.count);
}

#define MM(n) ((int32_t)(((n)*MPT_PER_MM_NUMERATOR + 127) / 254))
#define MARGIN_MAX MM(100)

static void read_page(struct template_reading *r)
{
    static const struct {
        const char *name;
        int32_t width, height;
    } sizes[] = {
        {"A4", MM(210), MM(297)},
        {"A3", MM(297), MM(420)},
        {"letter", 612000, 792000},
    };
    static const struct xml_node absent;
    const struct xml_node *given = template_child(r, "page");
    const struct xml_node *n = given == NULL ? &absent : given;
    struct page_style *p = &r->made->page;

    p->width = sizes[0].width;
    p->height = sizes[0].height;
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        if (str_is(xml_get(n, "size"), sizes[i].name)) {
            p->width = sizes[i].width;
            p->height = sizes[i].height;
        }
    }
    p->landscape = str_is(xml_get(n, "orientation"), "landscape");
    p->top = length_in(r->xml, n, "top", 0, MARGIN_MAX, MM(25));
    p->right = length_in(r->xml, n, "right", 0, MARGIN_MAX, MM(25));
    p->bottom = length_in(r->xml, n, "bottom", 0, MARGIN_MAX, MM(25));
    p->left = length_in(r->xml, n, "left", 0, MARGIN_MAX, MM(25));
    if (p->left + p->right > MM(150) || p->top + p->bottom > MM(150))
        finding(r->xml->findings, FINDING_BAD_VALUE, n->at,
                "the margins leave too little room for text");
}

static void read_field(struct template_reading *r, const struct xml_node *n,
                       struct template_field *f)
{
    static const char *const types[] = {"text", "date", "month", "list", NULL};
    static const char *const roles[] = {"council", "addressee", "title",
                                        "subtitle", NULL};
    static const enum field_role values[] = {
        FIELD_ROLE_COUNCIL, FIELD_ROLE_ADDRESSEE, FIELD_ROLE_TITLE,
        FIELD_ROLE_SUBTITLE, FIELD_ROLE_NONE};

    f->id = xml_cstr(r->xml->arena, n, "id");
    f->type = (enum field_type)xml_choice(n, "type", types, FIELD_TEXT);
    f->label = xml_get(n, "label");
    f->role = values[xml_choice(n, "role", roles, 4)];
    f->value = xml_get(n, "value");
    f->pattern = xml_get(n, "pattern");
    f->required = xml_yes(n, "required") ? REQUIRED_YES : REQUIRED_NO;
    f->hidden = xml_yes(n, "hidden");
    f->at = n->at;
    placeholders_check(r->xml->findings, f->pattern,
                       xml_value_place(n, "pattern"),
                       WORDING_DATE_PLACEHOLDERS);
    if (f->pattern.len > 0 && f->type != FIELD_DATE && f->type != FIELD_MONTH)
        finding(r->xml->findings, FINDING_BAD_ATTRIBUTE,
                xml_attribute(n, "pattern")->at,
                "only a field of type `date` or `month` has a pattern");
}

static void read_header(struct template_reading *r)
{
    static const char *const layouts[] = {"lines", "rows", "cover", NULL};
    const struct xml_node *const *nodes = r->fields.items;
    const size_t n = r->fields.count;
    struct template_field *fields =
        arena_alloc(r->xml->arena, n, sizeof(*fields));
    size_t titles = 0;

    if (fields == NULL)
        return;
    for (size_t i = r->nroots; i-- > 0;) {
        const struct xml_node *header = xml_child(r->roots[i], "header");

        if (header != NULL && xml_attribute(header, "layout") != NULL)
            r->made->header = (enum header_layout)xml_choice(
                header, "layout", layouts, HEADER_LINES);
    }
    for (size_t i = 0; i < n; i++) {
        read_field(r, nodes[i], &fields[i]);
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
    for (size_t i = 0; i < n; i++) {
        roles[i].id = xml_cstr(r->xml->arena, nodes[i], "id");
        roles[i].label = xml_get(nodes[i], "label");
        roles[i].required =
            xml_yes(nodes[i], "required") ? REQUIRED_YES : REQUIRED_NO;
    }
    r->made->roles = roles;
    r->made->nroles = n;
}

/* Three paragraphs, some of them empty: start, centre and end. */
static const struct doc_node *read_running(const struct template_reading *r,
                                           const char *name)
{
    static const char *const places[] = {"start", "centre", "end"};
    const struct prose_options options = template_prose(r);
    const struct xml_node *n = template_child(r, name);
    struct doc_node *all;

    if (n == NULL)
        return NULL;
    all = doc_new(r->xml->arena, DOC_FRAGMENT);
    if (all == NULL)
        return NULL;
    all->at = n->at;
    for (size_t i = 0; i < 3; i++) {
        const struct xml_node *place = xml_child(n, places[i]);
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
    follow_extends(&r, load, file);
    merge_all(&r);
    t->id = file->id;
    t->title = xml_get(file->root, "title");
    t->at = file->root->at;
    about = template_child(&r, "about");
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
    t->running_head = read_running(&r, "head");
    t->running_foot = read_running(&r, "foot");
    if (template_attribute(&r, "contents") != NULL)
        t->contents = xml_yes(template_attribute(&r, "contents"), "contents");
    t->attach = template_attribute(&r, "attach") == NULL ||
                xml_yes(template_attribute(&r, "attach"), "attach");
    *style = (struct style){
        .house = t->house, .page = t->page, .sheet = load->sheet};
    t->style = style;
    return t;
}
