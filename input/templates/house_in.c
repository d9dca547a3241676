#include "core/model/contrast.h"
#include "input/templates/templates_parts.h"
#include "input/xml/length_in.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ATTRIBUTES(list) list, COUNT(list)
#define BODY_SIZE_MIN 12000 /* DESIGN.md: below it only with a warning */
#define CHARTS 8
#define LOGO_MIN 8500 /* 3 mm */
#define LOGO_MAX 142000
#define LOGO_HEIGHT 48000

static const char *const children[] = {"logo",    "fonts", "fallback",
                                       "colours", "sizes", NULL};
static const struct xml_old_rule root_attributes[] = {
    {"format", true, file_versions}, {"council", true, NULL}};
static const struct xml_old_rule logo_attributes[] = {
    {"file", true, NULL}, {"alt", true, NULL}, {"height", false, NULL}};
static const struct xml_old_rule font_attributes[] = {
    {"folder", false, NULL}, {"regular", false, NULL},
    {"bold", false, NULL},   {"italic", false, NULL},
    {"css", false, NULL},    {"bold-italic", false, NULL}};
static const struct xml_old_rule fallback_attributes[] = {{"file", true, NULL}};
static const struct xml_old_rule colour_attributes[] = {
    {"text", false, NULL},   {"secondary", false, NULL},
    {"accent", false, NULL}, {"link", false, NULL},
    {"rule", false, NULL},   {"table-head", false, NULL},
    {"charts", false, NULL}};
static const struct xml_old_rule size_attributes[] = {
    {"body", false, NULL},          {"leading", false, NULL},
    {"small", false, NULL},         {"table", false, NULL},
    {"title", false, NULL},         {"heading-2", false, NULL},
    {"heading-3", false, NULL},     {"heading-4", false, NULL},
    {"number-column", false, NULL}, {"paragraph-space", false, NULL},
    {"list-indent", false, NULL},   {"heading-space", false, NULL},
    {"cell-padding", false, NULL}};

static const struct xml_rule rules[] = {
    {"house", ATTRIBUTES(root_attributes), children, XML_TEXT_NONE, false},
    {"logo", ATTRIBUTES(logo_attributes), NULL, XML_TEXT_NONE, false},
    {"fonts", ATTRIBUTES(font_attributes), NULL, XML_TEXT_NONE, false},
    {"fallback", ATTRIBUTES(fallback_attributes), NULL, XML_TEXT_NONE, false},
    {"colours", ATTRIBUTES(colour_attributes), NULL, XML_TEXT_NONE, false},
    {"sizes", ATTRIBUTES(size_attributes), NULL, XML_TEXT_NONE, false},
};

const struct xml_vocabulary house_vocabulary = {
    .root = "house", .rules = rules, .nrules = COUNT(rules)};

struct reading {
    const struct xml_reading *xml;
    struct image_files *pictures;
    const struct xml_node *root;
    const char *folder;
    struct house *house;
};

/* An element that a house style does not give has no attributes, so that
   each of its values is the default. */
static const struct xml_node *only_child(const struct reading *r,
                                         const char *name)
{
    static const struct xml_node absent;
    const struct xml_node *found = xml_child(r->root, name);

    if (found == NULL)
        return &absent;
    for (const struct xml_node *n = found->next; n != NULL; n = n->next) {
        if (xml_is(n, name))
            finding(r->xml->findings, FINDING_BAD_ELEMENT, n->at,
                    "<%s> is given twice", name);
    }
    return found;
}

/* FILE in FOLDER, or below the house style's own where that is relative; it
   must be there. */
static const char *path_of(const struct reading *r, const char *folder,
                           const char *file, struct place at)
{
    struct str path;

    if (file[0] == '/')
        path = str_of(file);
    else if (folder[0] == '/')
        path = arena_printf(r->xml->arena, "%s/%s", folder, file);
    else
        path = arena_printf(r->xml->arena, "%s/%s%s%s", r->folder, folder,
                            folder[0] == '\0' ? "" : "/", file);
    if (path.ptr == NULL)
        return NULL;
    if (access(path.ptr, R_OK) != 0)
        finding(r->xml->findings, FINDING_NO_FILE, at, "cannot read `%s`: %s",
                path.ptr, strerror(errno));
    return path.ptr;
}

static void read_fonts(const struct reading *r)
{
    static const struct {
        const char *attribute;
        const char *file; /* Debian's fonts-liberation2 */
    } faces[FACE_MAX] = {
        [FACE_REGULAR] = {"regular", "LiberationSans-Regular.ttf"},
        [FACE_BOLD] = {"bold", "LiberationSans-Bold.ttf"},
        [FACE_ITALIC] = {"italic", "LiberationSans-Italic.ttf"},
        [FACE_BOLD_ITALIC] = {"bold-italic", "LiberationSans-BoldItalic.ttf"},
    };
    const struct xml_node *fonts = only_child(r, "fonts");
    struct house_fonts *f = &r->house->fonts;
    const char *folder = xml_cstr(r->xml->arena, fonts, "folder");

    if (folder == NULL)
        folder = "/usr/share/fonts/truetype/liberation2";
    for (size_t i = 0; i < FACE_MAX; i++) {
        const char *file = xml_cstr(r->xml->arena, fonts, faces[i].attribute);

        f->files_at[i] = xml_value_place(fonts, faces[i].attribute);
        f->files[i] = path_of(r, folder, file == NULL ? faces[i].file : file,
                              f->files_at[i]);
    }
    f->css = xml_get(fonts, "css");
    if (f->css.len == 0)
        f->css = STR_LIT("Arial, Helvetica, sans-serif");
}

static void read_fallbacks(const struct reading *r)
{
    size_t count = 0;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        const char *file =
            xml_is(n, "fallback") ? xml_cstr(r->xml->arena, n, "file") : NULL;

        if (file == NULL)
            continue;
        if (count == FALLBACKS_MAX) {
            finding(r->xml->findings, FINDING_LIMIT, n->at,
                    "a house style has at most %d fallback fonts",
                    FALLBACKS_MAX);
            return;
        }
        r->house->fonts.fallbacks_at[count] = xml_value_place(n, "file");
        r->house->fonts.fallbacks[count] =
            path_of(r, "", file, r->house->fonts.fallbacks_at[count]);
        count++;
    }
}

static void read_logo(const struct reading *r)
{
    const struct xml_node *logo = only_child(r, "logo");
    const char *file = xml_cstr(r->xml->arena, logo, "file");

    if (file == NULL)
        return;
    r->house->logo =
        image_file(r->pictures, file, xml_value_place(logo, "file"));
    r->house->logo_height =
        length_in(r->xml, logo, "height", LOGO_MIN, LOGO_MAX, LOGO_HEIGHT);
    r->house->logo_alt = str_trim(xml_get(logo, "alt"));
    if (r->house->logo_alt.len == 0 && xml_attribute(logo, "alt") != NULL) {
        finding(r->xml->findings, FINDING_MISSING, xml_value_place(logo, "alt"),
                "the logo has no alternative text");
        finding_hint(r->xml->findings, "write what it stands for: the name of "
                                       "the council");
    }
}

static uint32_t colour(const struct reading *r, const struct xml_node *node,
                       const char *name, uint32_t otherwise)
{
    if (xml_attribute(node, name) == NULL)
        return otherwise;
    return colour_in(r->xml, xml_get(node, name), xml_value_place(node, name),
                     otherwise);
}

/* Up to eight colours, which then repeat. */
static void read_charts(const struct reading *r, const struct xml_node *node)
{
    static const uint32_t defaults[CHARTS] = {0x00543c, 0xb05a00, 0x1d70b8,
                                              0x6f72af, 0x85994b, 0x912b88,
                                              0x505a5f, 0x28a197};
    uint32_t *charts = r->house->colours.charts;
    const struct str text = xml_get(node, "charts");
    const struct place at = xml_value_place(node, "charts");
    size_t count;
    const struct str *words = xml_split(r->xml->arena, text, ' ', &count);

    memcpy(charts, defaults, sizeof(defaults));
    if (count > CHARTS)
        finding(r->xml->findings, FINDING_LIMIT, at,
                "charts have at most %d colours", CHARTS);
    for (size_t i = 0; i < CHARTS && count > 0 && words != NULL; i++)
        charts[i] =
            i < count ? colour_in(r->xml, words[i], at, 0) : charts[i - count];
}

static void read_colours(const struct reading *r)
{
    const struct xml_node *node = only_child(r, "colours");
    struct house_colours *c = &r->house->colours;

    c->text = colour(r, node, "text", 0x0b0c0c);
    c->secondary = colour(r, node, "secondary", 0x505a5f);
    c->accent = colour(r, node, "accent", 0x00543c);
    c->link = colour(r, node, "link", 0x1d70b8);
    c->rule = colour(r, node, "rule", 0xb1b4b6);
    c->table_head = colour(r, node, "table-head", 0xeef2f0);
    read_charts(r, node);
}

#define TEXT_MIN 4000 /* sizes of text, in milli-points */
#define TEXT_MAX 96000
#define SPACE_MAX 144000

static void read_sizes(const struct reading *r)
{
    const struct xml_node *n = only_child(r, "sizes");
    const struct xml_reading *x = r->xml;
    struct house_sizes *s = &r->house->sizes;

    s->body = length_in(x, n, "body", TEXT_MIN, TEXT_MAX, 12000);
    s->leading = percentage_in(x, n, "leading", 1400);
    s->small = length_in(x, n, "small", TEXT_MIN, TEXT_MAX, 10000);
    s->table = length_in(x, n, "table", TEXT_MIN, TEXT_MAX, 11000);
    s->title = length_in(x, n, "title", TEXT_MIN, TEXT_MAX, 22000);
    s->headings[0] = s->title;
    s->headings[1] = length_in(x, n, "heading-2", TEXT_MIN, TEXT_MAX, 14000);
    s->headings[2] = length_in(x, n, "heading-3", TEXT_MIN, TEXT_MAX, 12500);
    s->headings[3] = length_in(x, n, "heading-4", TEXT_MIN, TEXT_MAX, 12000);
    for (size_t i = 4; i < HEADING_LEVELS; i++)
        s->headings[i] = s->headings[3];
    s->paragraph_space = length_in(x, n, "paragraph-space", 0, SPACE_MAX, 8000);
    s->heading_space = length_in(x, n, "heading-space", 0, SPACE_MAX, 16000);
    s->number_column = length_in(x, n, "number-column", 0, SPACE_MAX, 36000);
    s->list_indent = length_in(x, n, "list-indent", 0, SPACE_MAX, 18000);
    s->cell_padding = length_in(x, n, "cell-padding", 0, SPACE_MAX, 5000);
    if (s->body < BODY_SIZE_MIN)
        finding(x->findings, FINDING_SMALL_TEXT, xml_value_place(n, "body"),
                "body text of %.*s is smaller than %dpt",
                STR_ARG(xml_get(n, "body")), BODY_SIZE_MIN / 1000);
}

/* NODE is <colours>, or the root of a house style without it. */
static void prove_pair(const struct reading *r, const struct xml_node *node,
                       const struct colour_pair *p)
{
    const unsigned has = contrast(p->colour, p->ground);
    const char *name = p->name;

    if (has >= p->least)
        return;
    if (xml_attribute(node, name) == NULL && p->behind != NULL)
        name = p->behind;
    finding(r->xml->findings,
            p->text ? FINDING_FAINT_TEXT : FINDING_FAINT_DRAWING,
            xml_value_place(node, name),
            "%s in #%06x on #%06x: a contrast of %u.%02u:1, less than %u.%u:1",
            p->what, (unsigned)p->colour, (unsigned)p->ground, has / 100,
            has % 100, (unsigned)p->least / 100, (unsigned)p->least % 100 / 10);
    finding_hint(r->xml->findings, "the nearest that would do is #%06x",
                 (unsigned)contrast_mend(p->colour, p->ground, p->least));
}

/* After the sizes: large type needs less. */
static void prove_contrast(const struct reading *r)
{
    const struct xml_node *node = xml_child(r->root, "colours");
    struct colour_pair pairs[COLOUR_PAIRS_MAX];
    const size_t n =
        contrast_pairs(&r->house->colours, &r->house->sizes, pairs);

    for (size_t i = 0; i < n; i++)
        prove_pair(r, node == NULL ? r->root : node, &pairs[i]);
}

const struct house *house_in(struct templates_reading *load, const char *id,
                             const char *folder, const struct xml_node *root)
{
    const struct xml_reading *xml = &load->reading;
    struct house *h = arena_alloc(xml->arena, 1, sizeof(*h));
    const struct reading r = {xml, &load->pictures, root, folder, h};

    if (h == NULL)
        return NULL;
    h->id = id;
    h->council = str_trim(xml_get(root, "council"));
    if (xml_attribute(root, "council") != NULL && h->council.len == 0)
        finding(xml->findings, FINDING_MISSING, root->at,
                "the house style has no name of a council");
    read_fonts(&r);
    read_fallbacks(&r);
    read_logo(&r);
    read_colours(&r);
    read_sizes(&r);
    prove_contrast(&r);
    return h;
}
