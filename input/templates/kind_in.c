#include "core/model/kind_names.h"
#include "input/templates/templates_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ATTRIBUTES(list) list, COUNT(list)

static const char *const children[] = {"column", "line", "check", NULL};
static const char *const headings[] = {"own", "data", NULL};
static const struct xml_attribute_rule root_attributes[] = {
    {"format", true, file_versions},
    {"title", true, NULL},
    {"extra", false, xml_yes_no}};
static const struct xml_attribute_rule column_attributes[] = {
    {"id", true, NULL},
    {"title", true, NULL},
    {"aliases", false, NULL},
    {"type", true, value_type_names},
    {"choices", false, NULL},
    {"role", false, column_role_names},
    {"filled", false, xml_yes_no},
    {"required", false, xml_yes_no},
    {"hidden", false, xml_yes_no},
    {"repeats", false, xml_yes_no},
    {"heading", false, headings}};
static const struct xml_attribute_rule line_attributes[] = {
    {"role", true, row_role_names}, {"aliases", true, NULL}};
static const struct xml_attribute_rule check_attributes[] = {
    {"type", true, check_type_names},
    {"result", false, NULL},
    {"plus", false, NULL},
    {"minus", false, NULL},
    {"units", false, NULL},
    {"rate", false, NULL}};

static const struct xml_rule rules[] = {
    {"kind", ATTRIBUTES(root_attributes), children, XML_TEXT_NONE, false},
    {"column", ATTRIBUTES(column_attributes), NULL, XML_TEXT_NONE, false},
    {"line", ATTRIBUTES(line_attributes), NULL, XML_TEXT_NONE, false},
    {"check", ATTRIBUTES(check_attributes), NULL, XML_TEXT_NONE, false},
};

const struct xml_vocabulary kind_vocabulary = {
    .root = "kind", .rules = rules, .nrules = COUNT(rules)};

/* What a check cannot do without (docs/templates.md). */
static const struct {
    const char *needs[3];
} check_needs[CHECK_TYPE_MAX] = {
    [CHECK_TOTAL] = {{"result"}},
    [CHECK_SUB_TOTALS] = {{"result"}},
    [CHECK_ROW] = {{"result", "plus"}},
    [CHECK_PRODUCT] = {{"result", "units", "rate"}},
    [CHECK_ACROSS] = {{"result"}},
    [CHECK_SHARES] = {{"result", "plus"}},
};

struct reading {
    const struct xml_reading *xml;
    struct list columns; /* struct kind_column */
    struct list lines;   /* struct kind_row */
    struct list checks;  /* struct kind_check */
};

static const struct kind_column *columns_of(const struct reading *r)
{
    return r->columns.items;
}

static void prove_column(const struct reading *r, const struct xml_node *node,
                         const struct kind_column *c)
{
    const struct kind_column *others = columns_of(r);

    for (const struct kind_column *o = others; o < c; o++) {
        if (c->id != NULL && o->id != NULL && str_is(str_of(c->id), o->id))
            finding(r->xml->findings, FINDING_DUPLICATE_ID,
                    xml_value_place(node, "id"), "two columns are called `%s`",
                    c->id);
        if (c->role != COLUMN_PLAIN && c->role == o->role)
            finding(r->xml->findings, FINDING_BAD_VALUE,
                    xml_value_place(node, "role"),
                    "two columns have the role `%s`",
                    column_role_name(c->role));
    }
    if (c->type == TYPE_CHOICE && c->nchoices == 0)
        finding(r->xml->findings, FINDING_MISSING, node->at,
                "a column of type `%s` lacks its choices",
                value_type_name(c->type));
    if (c->type != TYPE_CHOICE && c->nchoices > 0)
        finding(r->xml->findings, FINDING_BAD_ATTRIBUTE,
                xml_attribute(node, "choices")->at,
                "a column of type `%s` takes no choices",
                value_type_name(c->type));
}

static void read_column(struct reading *r, const struct xml_node *node)
{
    struct arena *a = r->xml->arena;
    struct kind_column *c = list_add(&r->columns);

    if (c == NULL)
        return;
    c->id = xml_id(r->xml, node, "id");
    c->title = xml_get(node, "title");
    c->type =
        (enum value_type)xml_choice(node, "type", value_type_names, TYPE_TEXT);
    c->role = (enum column_role)xml_choice(node, "role", column_role_names,
                                           COLUMN_PLAIN);
    c->aliases = xml_split(a, xml_get(node, "aliases"), ';', &c->naliases);
    c->choices = xml_split(a, xml_get(node, "choices"), ';', &c->nchoices);
    c->required = xml_yes(node, "required");
    c->filled = xml_yes(node, "filled");
    c->hidden = xml_yes(node, "hidden");
    c->repeats = xml_yes(node, "repeats");
    c->headings_as_given = str_is(xml_get(node, "heading"), "data");
    c->at = node->at;
    prove_column(r, node, c);
}

static void read_line(struct reading *r, const struct xml_node *node)
{
    struct kind_row *l = list_add(&r->lines);

    if (l == NULL)
        return;
    l->role =
        (enum row_role)xml_choice(node, "role", row_role_names, ROW_ENTRY);
    l->aliases =
        xml_split(r->xml->arena, xml_get(node, "aliases"), ';', &l->naliases);
}

/* The id as the column has it; NULL, and a finding, when no column does. */
static const char *find_column(const struct reading *r, struct str id,
                               struct place at)
{
    const struct kind_column *columns = columns_of(r);
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    for (size_t i = 0; i < r->columns.count; i++) {
        struct str *name;

        if (columns[i].id == NULL)
            continue;
        if (str_is(id, columns[i].id))
            return columns[i].id;
        name = list_add(&names);
        if (name != NULL)
            *name = str_of(columns[i].id);
    }
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, at,
            "the kind has no column `%.*s`", STR_ARG(id));
    finding_nearest(r->xml->findings, id, names.items, names.count);
    return NULL;
}

static const char *column_named(const struct reading *r,
                                const struct xml_node *node, const char *name)
{
    if (xml_attribute(node, name) == NULL)
        return NULL;
    return find_column(r, xml_get(node, name), xml_value_place(node, name));
}

static const char *const *columns_named(const struct reading *r,
                                        const struct xml_node *node,
                                        const char *name, size_t *count)
{
    const struct str text = xml_get(node, name);
    const struct str *words = xml_split(r->xml->arena, text, ' ', count);
    const char **columns = arena_alloc(r->xml->arena, *count, sizeof(*columns));

    if (columns == NULL || words == NULL) {
        *count = 0;
        return NULL;
    }
    for (size_t i = 0; i < *count; i++)
        columns[i] = find_column(r, words[i], xml_value_place(node, name));
    return columns;
}

static void read_check(struct reading *r, const struct xml_node *node)
{
    struct kind_check *c = list_add(&r->checks);

    if (c == NULL)
        return;
    c->type = (enum check_type)xml_choice(node, "type", check_type_names,
                                          CHECK_TOTAL);
    c->result = column_named(r, node, "result");
    c->units = column_named(r, node, "units");
    c->rate = column_named(r, node, "rate");
    c->plus = columns_named(r, node, "plus", &c->nplus);
    c->minus = columns_named(r, node, "minus", &c->nminus);
    c->at = node->at;
    for (size_t i = 0; i < 3; i++) {
        const char *need = check_needs[c->type].needs[i];

        if (need != NULL && xml_attribute(node, need) == NULL)
            finding(r->xml->findings, FINDING_MISSING, node->at,
                    "a check of type `%s` lacks its attribute `%s`",
                    check_type_name(c->type), need);
    }
}

const struct kind *kind_in(const struct xml_reading *xml, const char *id,
                           const struct xml_node *root)
{
    struct reading r = {
        .xml = xml,
        .columns = list_of(xml->arena, sizeof(struct kind_column)),
        .lines = list_of(xml->arena, sizeof(struct kind_row)),
        .checks = list_of(xml->arena, sizeof(struct kind_check)),
    };
    struct kind *k = arena_alloc(xml->arena, 1, sizeof(*k));

    if (k == NULL)
        return NULL;
    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (xml_is(n, "column"))
            read_column(&r, n);
        else if (xml_is(n, "line"))
            read_line(&r, n);
    }
    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (xml_is(n, "check"))
            read_check(&r, n);
    }
    if (r.columns.count == 0)
        finding(xml->findings, FINDING_MISSING, root->at,
                "the kind has no columns");
    k->id = id;
    k->title = xml_get(root, "title");
    k->extra_columns = xml_yes(root, "extra");
    k->columns = r.columns.items;
    k->ncolumns = r.columns.count;
    k->rows = r.lines.items;
    k->nrows = r.lines.count;
    k->checks = r.checks.items;
    k->nchecks = r.checks.count;
    k->at = root->at;
    return k;
}
