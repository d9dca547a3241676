#include "core/model/reserved_name.h"
#include "input/templates/template_parts.h"
#include "input/view/figure_check_in.h"
#include "input/view/view_in.h"

#include <string.h>

/* The template with the least name of the circle that begins at FROM: each
   template of it then says the same. */
static size_t least_of_circle(const struct template_reading *r, size_t from)
{
    size_t least = from;

    for (size_t i = from; i < r->nroots; i++) {
        if (strcmp(r->files[i]->name, r->files[least]->name) < 0)
            least = i;
    }
    return least;
}

static void refuse_circle(const struct template_reading *r, size_t from)
{
    const struct xml_attribute_rule *extends = AT(template, extends);
    const size_t n = r->nroots - from;
    const size_t least = least_of_circle(r, from);
    struct str names = STR_LIT("");

    for (size_t i = 0; i < n; i++) {
        const struct xml_node *root = r->roots[from + (least - from + i) % n];

        names = arena_printf(r->xml->arena, "%.*s%s`%.*s`", STR_ARG(names),
                             i == 0 ? "" : ", which extends ",
                             STR_ARG(xml_value(root, extends)));
    }
    finding(r->xml->findings, FINDING_LIMIT,
            xml_value_at(r->roots[least], extends),
            "templates extend each other in a circle: this one extends %.*s",
            STR_ARG(names));
    finding_hint(r->xml->findings,
                 "let one of them extend none, or another template");
}

/* Its index among those read so far, or their number. */
static size_t find_in_chain(const struct template_reading *r,
                            const struct library_file *file)
{
    size_t i = 0;

    while (i < r->nroots && r->files[i] != file)
        i++;
    return i;
}

/* The file that ROOT, of FILE, extends: of its own name, the next folder's.
   NULL, and a finding, when there is none. */
static const struct library_file *extended_by(struct templates_reading *load,
                                              const char *id,
                                              const struct library_file *file)
{
    const struct xml_attribute_rule *extends = AT(template, extends);
    const struct str name = xml_value(file->root, extends);
    const bool own = str_is(name, id);
    const struct library_file *found =
        templates_file(load, name, own ? file->folder + 1 : 0);

    if (found != NULL)
        return found;
    templates_unknown(load, file->root, extends, LIBRARY_TEMPLATES);
    if (own)
        finding_hint(load->reading.findings,
                     "no later folder of templates has a `%.*s` that this one "
                     "could extend",
                     STR_ARG(name));
    return NULL;
}

/* The roots of the template and of those that it extends, nearest first. False
   when they cannot all be had: what is missing would be many faults. */
static bool follow_extends(struct template_reading *r,
                           struct templates_reading *load, const char *id,
                           const struct library_file *file)
{
    while (file != NULL && file->root != NULL) {
        const struct xml_attribute_rule *extends = AT(template, extends);
        const struct xml_attribute *given = xml_given(file->root, extends);
        const size_t before = find_in_chain(r, file);

        if (before < r->nroots) {
            refuse_circle(r, before);
            return false;
        }
        if (r->nroots == TEMPLATE_CHAIN_MAX) {
            finding(r->xml->findings, FINDING_LIMIT,
                    xml_value_at(r->roots[0], extends),
                    "templates extend each other more than %d deep",
                    TEMPLATE_CHAIN_MAX);
            return false;
        }
        r->files[r->nroots] = file;
        r->roots[r->nroots++] = file->root;
        if (given == NULL)
            return true;
        file = extended_by(load, id, file);
        if (file != NULL)
            id = arena_cstr(r->xml->arena, given->value);
    }
    return false;
}

/* That no template of the chain has a house style or a language was said where
   the chain ends. */
static void find_house(struct template_reading *r,
                       struct templates_reading *load)
{
    const struct xml_attribute_rule *house = AT(template, house);
    const struct xml_node *n = template_giving(r, house);

    if (n != NULL)
        r->made->house = templates_named(load, n, house, LIBRARY_HOUSES);
}

static void find_wording(struct template_reading *r,
                         struct templates_reading *load)
{
    const struct xml_attribute_rule *lang = AT(template, lang);
    const struct xml_node *n = template_giving(r, lang);

    if (n == NULL)
        return;
    r->made->lang = xml_name(r->xml, n, lang);
    r->made->wording = templates_named(load, n, lang, LIBRARY_WORDINGS);
}

static void find_calendar(struct template_reading *r,
                          struct templates_reading *load)
{
    const struct xml_attribute_rule *calendar = AT(template, calendar);
    const struct xml_node *n = template_giving(r, calendar);

    if (n != NULL)
        r->made->calendar =
            templates_named(load, n, calendar, LIBRARY_CALENDARS);
}

static void find_rules(struct template_reading *r,
                       struct templates_reading *load)
{
    const struct xml_attribute_rule *rules = AT(template, rules);
    const struct xml_node *n = template_giving(r, rules);

    if (n != NULL)
        r->made->rules = templates_named(load, n, rules, LIBRARY_RULES);
}

static const struct library_unit *wording_of(const struct template_reading *r,
                                             struct templates_reading *load,
                                             const struct xml_attribute *lang)
{
    struct str rest = lang->value;
    const struct str meant = xml_language_meant(lang);
    const struct library_unit *unit =
        templates_need(load, LIBRARY_WORDINGS, lang->value);

    if (unit == NULL)
        unit = templates_need(load, LIBRARY_WORDINGS, str_cut(&rest, '-'));
    if (unit == NULL && meant.len > 0 &&
        templates_need(load, LIBRARY_WORDINGS, meant) != NULL)
        xml_language_unknown(r->xml, lang);
    return unit;
}

/* Those of other languages that the template names: a block with `lang`. */
static void find_wordings(struct template_reading *r,
                          struct templates_reading *load)
{
    struct list languages =
        list_of(r->xml->arena, sizeof(const struct xml_attribute *));
    struct list all = list_of(r->xml->arena, sizeof(const struct wording *));
    const struct xml_attribute *const *items;

    for (size_t i = 0; i < r->nroots; i++)
        xml_languages(r->roots[i], &languages);
    items = languages.items;
    for (size_t i = 0; i < languages.count; i++) {
        const struct library_unit *unit = wording_of(r, load, items[i]);
        const struct wording **kept;

        if (unit == NULL || unit->made == NULL ||
            unit->made == r->made->wording)
            continue;
        kept = list_add(&all);
        if (kept != NULL)
            *kept = unit->made;
    }
    r->made->wordings = all.items;
    r->made->nwordings = all.count;
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

/* Fields, data and views share their names. */
static void check_data(const struct template_reading *r,
                       const struct template_data *data)
{
    if (data->id == NULL || template_field(r->made, str_of(data->id)) == NULL)
        return;
    finding(r->xml->findings, FINDING_DUPLICATE_ID, data->at,
            "the data is called `%s`, as a field is", data->id);
    finding_hint(r->xml->findings, "give the data another id");
}

static void read_data(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->data.items;
    const size_t n = r->data.count;
    struct template_data *data = arena_alloc(r->xml->arena, n, sizeof(*data));

    if (data == NULL)
        return;
    for (size_t i = 0; i < n; i++) {
        XML_FILL(r->xml, nodes[i], template_data, &data[i]);
        data[i].at = nodes[i]->at;
        data[i].kind_at = xml_value_at(nodes[i], AT(template_data, kind));
        check_data(r, &data[i]);
    }
    r->made->data = data;
    r->made->ndata = n;
}

static void check_view(const struct template_reading *r, const struct view *v)
{
    const struct template *t = r->made;
    const char *what = NULL;

    if (v->id == NULL)
        return;
    reserved_name_refuse(v->id, v->at, r->xml->findings);
    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].id != NULL && str_is(str_of(v->id), t->fields[i].id))
            what = "a field";
    }
    for (size_t i = 0; i < t->ndata; i++) {
        if (t->data[i].id != NULL && str_is(str_of(v->id), t->data[i].id))
            what = "data";
    }
    if (what == NULL)
        return;
    finding(r->xml->findings, FINDING_DUPLICATE_ID, v->at,
            "the view is called `%s`, as %s is", v->id, what);
    finding_hint(r->xml->findings, "give the view another id");
}

static void read_views(struct template_reading *r)
{
    const struct list views = views_in(r->xml, r->views.items, r->views.count);

    r->made->views = views.items;
    r->made->nviews = views.count;
    for (size_t i = 0; i < r->made->nviews; i++)
        check_view(r, &r->made->views[i]);
}

static void read_checks(struct template_reading *r)
{
    struct list all = list_of(r->xml->arena, sizeof(struct figure_check));
    const struct xml_node *const *nodes = r->checks.items;

    for (size_t i = 0; i < r->checks.count; i++)
        figure_check_in(r->xml, nodes[i], &all);
    r->made->checks = all.items;
    r->made->nchecks = all.count;
}

const struct template *template_in(struct templates_reading *load,
                                   const char *id,
                                   const struct library_file *file)
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
        .data = list_of(xml->arena, sizeof(struct xml_node *)),
        .views = list_of(xml->arena, sizeof(struct xml_node *)),
        .checks = list_of(xml->arena, sizeof(struct xml_node *)),
        .sections = list_of(xml->arena, sizeof(struct xml_node *)),
        .parts = list_of(xml->arena, sizeof(struct xml_node *)),
        .pieces = list_of(xml->arena, sizeof(struct xml_node *)),
        .made_pieces = list_of(xml->arena, sizeof(struct prose_piece)),
    };
    struct template_numbering numbering;
    const struct xml_node *about;

    if (t == NULL || style == NULL)
        return NULL;
    if (!follow_extends(&r, load, id, file))
        return NULL;
    XML_FILL(xml, NULL, template, t);
    template_merge(&r);
    for (size_t i = r.nroots; i-- > 0;)
        XML_FILL_GIVEN(xml, r.roots[i], template, template, t);
    t->id = id;
    t->at = file->root->at;
    about = template_first(&r, &template_about_element);
    if (about != NULL)
        t->about = xml_text(xml->arena, about);
    find_house(&r, load);
    find_wording(&r, load);
    find_wordings(&r, load);
    find_calendar(&r, load);
    find_rules(&r, load);
    read_page(&r);
    template_read_series(&r);
    template_read_numbering(&r, &numbering);
    template_read_fields(&r);
    read_roles(&r);
    template_read_places(&r);
    read_data(&r);
    read_views(&r);
    read_checks(&r);
    template_read_sections(&r, &numbering);
    template_list_pieces(&r);
    *style = (struct style){
        .house = t->house, .page = t->page, .sheet = templates_sheet(load)};
    t->style = style;
    return t;
}
