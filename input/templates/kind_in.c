#include "input/templates/choices_in.h"
#include "input/templates/kind_checks.h"
#include "input/templates/kind_elements.h"
#include "input/templates/kind_names.h"
#include "input/templates/library_parts.h"
#include "input/xml/placeholders.h"

struct kind_reading {
    const struct xml_reading *xml;
    struct list columns;     /* struct kind_column */
    struct list lines;       /* struct kind_row */
    struct list checks;      /* struct kind_check */
    struct number_map names; /* of the columns: kind_names.h */
    const char *lang;        /* of its titles; or NULL */
    bool second_format;
    bool sound_columns;
};

static const struct kind_column *columns_of(const struct kind_reading *r)
{
    return r->columns.items;
}

static void prove_column(const struct kind_reading *r,
                         const struct xml_node *node,
                         const struct kind_column *c)
{
    const struct kind_column *others = columns_of(r);

    for (const struct kind_column *o = others; o < c; o++) {
        if (c->id != NULL && o->id != NULL && str_is(str_of(c->id), o->id))
            finding(r->xml->findings, FINDING_DUPLICATE_ID,
                    xml_value_at(node, AT(kind_column, id)),
                    "two columns are called `%s`", c->id);
        if (c->role != COLUMN_PLAIN && c->role == o->role)
            finding(r->xml->findings, FINDING_BAD_VALUE,
                    xml_value_at(node, AT(kind_column, role)),
                    "two columns have the role `%s`",
                    column_role_name(c->role));
    }
}

#define COLUMN_HOLES                                                           \
    "period period-before period-last-year year year-before year-after"
#define ROW_HOLES COLUMN_HOLES " group first-day last-day"

/* An alias has one placeholder at most, and a known one. */
static void prove_aliases(const struct kind_reading *r,
                          const struct xml_node *node,
                          const struct xml_attribute_rule *rule,
                          const struct str *aliases, size_t count,
                          const char *placeholders)
{
    for (size_t i = 0; i < count; i++) {
        struct str rest = aliases[i];

        placeholders_check(r->xml->findings, aliases[i],
                           xml_value_at(node, rule), placeholders);
        (void)str_cut(&rest, '{');
        if (str_find_char(rest, '{') < rest.len)
            finding(
                r->xml->findings, FINDING_BAD_VALUE, xml_value_at(node, rule),
                "`%.*s` has two placeholders, not one", STR_ARG(aliases[i]));
    }
}

/* What fills it is in the headings of files, not in print. */
static void prove_title(const struct kind_reading *r,
                        const struct xml_node *node,
                        const struct kind_column *c)
{
    if (!name_has_placeholder(c->title) ||
        str_starts(str_from(c->title, str_find_char(c->title, '{')),
                   STR_LIT("{{")))
        return; /* what is worked out is another fault */
    finding(r->xml->findings, FINDING_DOUBTFUL,
            xml_value_at(node, AT(kind_column, title)),
            "a title has no placeholders: `%.*s` is printed, and looked for, "
            "as it stands",
            STR_ARG(c->title));
    finding_hint(r->xml->findings,
                 "put it into `aliases`, and give the column a title without");
}

static void prove_spans(const struct kind_reading *r,
                        const struct kind_column *c)
{
    if (c->spans.count == 0 || c->span.len > 0)
        return;
    finding(r->xml->findings, FINDING_MISSING, c->at,
            "column `%s` has `span` in another language and none in its own",
            c->id == NULL ? "" : c->id);
    finding_hint(r->xml->findings, "say span=\"...\" on the column, too");
}

static void read_choices(const struct kind_reading *r,
                         const struct xml_node *node, struct kind_column *c)
{
    const struct choices_of of = {
        .whose = "column",
        .element = &kind_choice_element,
        .attributes = kind_choice_attributes,
        .nattributes = kind_choice_nattributes,
        .lang = r->lang,
    };

    choices_in(r->xml, node, &of, c);
}

static void read_column(struct kind_reading *r, const struct xml_node *node)
{
    struct kind_column *c = list_add(&r->columns);

    if (c == NULL)
        return;
    XML_FILL(r->xml, node, kind_column, c);
    xml_refuse_expressions(r->xml, node, "what a kind says");
    c->at = node->at;
    c->titles =
        kind_titles_in(r->xml, node, &kind_title_element, r->lang, true);
    c->spans = kind_titles_in(r->xml, node, &kind_span_element, r->lang, true);
    prove_title(r, node, c);
    prove_spans(r, c);
    read_choices(r, node, c);
    prove_column(r, node, c);
    prove_aliases(r, node, AT(kind_column, aliases), c->aliases, c->naliases,
                  COLUMN_HOLES);
    if (r->second_format)
        kind_names_of_column(r->xml->findings, node, &r->names, columns_of(r),
                             c);
}

/* Once all columns are known. */
static void prove_inner_group(const struct kind_reading *r)
{
    const struct kind_column *columns = columns_of(r);
    const struct kind_column *inner = NULL;
    bool grouped = false;

    for (size_t i = 0; i < r->columns.count; i++) {
        grouped |= columns[i].role == COLUMN_GROUP;
        if (columns[i].role == COLUMN_INNER_GROUP)
            inner = &columns[i];
    }
    if (inner == NULL || grouped)
        return;
    finding(r->xml->findings, FINDING_MISSING, inner->at,
            "column `%s` names groups within others, and no column has the "
            "role `%s`",
            inner->id == NULL ? "" : inner->id, column_role_name(COLUMN_GROUP));
    finding_hint(r->xml->findings,
                 "where groups have one level, their column has that role");
}

/* Budgets over years and by groups are printed as they were published. */
static void settle_decimals(struct kind_reading *r)
{
    struct kind_column *columns = r->columns.items;
    enum decimals_source usual = DECIMALS_OF_COLUMN;

    for (size_t i = 0; i < r->columns.count; i++) {
        if (columns[i].repeats || columns[i].role == COLUMN_SUB_TOTAL)
            usual = DECIMALS_OF_DATA;
    }
    for (size_t i = 0; i < r->columns.count; i++) {
        if (columns[i].decimals == DECIMALS_UNSAID)
            columns[i].decimals = usual;
    }
}

static void read_line(struct kind_reading *r, const struct xml_node *node)
{
    struct kind_row *l = list_add(&r->lines);

    if (l == NULL)
        return;
    XML_FILL(r->xml, node, kind_row, l);
    prove_aliases(r, node, AT(kind_row, aliases), l->aliases, l->naliases,
                  ROW_HOLES);
    if (r->second_format)
        kind_names_of_line(r->xml->findings, node, r->lines.items, l);
}

/* The id as the column has it; NULL, and a finding, when no column does. */
static const char *find_column(const struct kind_reading *r, struct str id,
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

static bool is_line(const struct kind_reading *r, struct str id)
{
    const struct kind_row *lines = r->lines.items;

    for (size_t i = 0; i < r->lines.count; i++) {
        if (lines[i].id != NULL && str_is(id, lines[i].id))
            return true;
    }
    return false;
}

/* The same of a line, for a check between lines. */
static const char *find_line(const struct kind_reading *r, struct str id,
                             struct place at)
{
    const struct kind_row *lines = r->lines.items;
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    if (is_line(r, id))
        return arena_cstr(r->xml->arena, id);
    for (size_t i = 0; i < r->lines.count; i++) {
        struct str *name = lines[i].id == NULL ? NULL : list_add(&names);

        if (name != NULL)
            *name = str_of(lines[i].id);
    }
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, at,
            "the kind has no line `%.*s`", STR_ARG(id));
    finding_nearest(r->xml->findings, id, names.items, names.count);
    return NULL;
}

typedef const char *find_fn(const struct kind_reading *r, struct str id,
                            struct place at);

static const char *one_named(const struct kind_reading *r,
                             const struct xml_node *node,
                             const struct xml_attribute_rule *rule,
                             find_fn *find)
{
    if (xml_given(node, rule) == NULL)
        return NULL;
    return find(r, xml_value(node, rule), xml_value_at(node, rule));
}

static const char *const *all_named(const struct kind_reading *r,
                                    const struct xml_node *node,
                                    const struct xml_attribute_rule *rule,
                                    find_fn *find, size_t *count)
{
    const struct str text = xml_value(node, rule);
    const struct str *words = xml_split(r->xml->arena, text, ' ', count);
    const char **columns = arena_alloc(r->xml->arena, *count, sizeof(*columns));

    if (columns == NULL || words == NULL) {
        *count = 0;
        return NULL;
    }
    for (size_t i = 0; i < *count; i++)
        columns[i] = find(r, words[i], xml_value_at(node, rule));
    return columns;
}

/* A check for each of its results; one that needs none has none. */
static void add_checks(struct kind_reading *r, const struct xml_node *node,
                       const struct kind_check *all, find_fn *find)
{
    size_t n = 0;
    const char *const *results =
        all_named(r, node, AT(kind_check, result), find, &n);
    size_t i = 0;

    do {
        struct kind_check *c = list_add(&r->checks);

        if (c == NULL)
            return;
        *c = *all;
        c->result = i < n ? results[i] : NULL;
        if (r->sound_columns)
            kind_check_prove(r->xml->findings, node, columns_of(r),
                             r->columns.count, r->checks.items,
                             r->checks.count - 1);
    } while (++i < n);
}

static void read_check(struct kind_reading *r, const struct xml_node *node)
{
    struct kind_check check;
    struct kind_check *const c = &check;
    find_fn *find;

    XML_FILL(r->xml, node, kind_check, c);
    find = c->type == CHECK_LINES ? find_line : find_column;
    c->of = one_named(r, node, AT(kind_check, of), find_column);
    c->units = one_named(r, node, AT(kind_check, units), find_column);
    c->rate = one_named(r, node, AT(kind_check, rate), find_column);
    c->better_by = one_named(r, node, AT(kind_check, better_by), find_column);
    c->plus = all_named(r, node, AT(kind_check, plus), find, &c->nplus);
    c->minus = all_named(r, node, AT(kind_check, minus), find, &c->nminus);
    c->at = node->at;
    add_checks(r, node, c, find);
}

/* Why OTHER cannot stand in the place of C, or NULL. */
static const char *why_not_instead(const struct kind_column *c,
                                   const struct kind_column *other)
{
    if (other == c)
        return "a column does not stand in its own place";
    if (!c->required)
        return "a column that data may lack needs none in its place";
    if (other->required && other->instead == NULL)
        return "this column is required itself: it is there in any case";
    return NULL;
}

static void prove_instead(const struct kind_reading *r,
                          const struct xml_node *root)
{
    const struct kind_column *all = r->columns.items;
    const struct kind_column *c = all;

    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        const char *why = NULL;

        if (n->element != &kind_column_element || all == NULL)
            continue;
        for (size_t i = 0; c->instead != NULL && i < r->columns.count; i++) {
            if (all[i].id != NULL && str_is(str_of(c->instead), all[i].id))
                why = why_not_instead(c, &all[i]);
        }
        c++;
        if (why == NULL)
            continue;
        finding(r->xml->findings, FINDING_BAD_VALUE,
                xml_value_at(n, AT(kind_column, instead)), "%s", why);
        finding_hint(r->xml->findings,
                     "name a column that data may lack, of one that is "
                     "required; or leave instead= out");
    }
}

/* Once all columns are known: those that may stand for others. */
static void read_instead(struct kind_reading *r, const struct xml_node *root)
{
    struct kind_column *c = r->columns.items;

    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (n->element == &kind_column_element && c != NULL)
            c++->instead =
                one_named(r, n, AT(kind_column, instead), find_column);
    }
    prove_instead(r, root);
}

static bool has_signs(const struct kind_reading *r)
{
    const struct kind_column *columns = r->columns.items;

    for (size_t i = 0; i < r->columns.count; i++) {
        if (columns[i].signs)
            return true;
    }
    return false;
}

/* Of each language once. */
static void read_words(const struct kind_reading *r,
                       const struct xml_node *node, struct kind *k,
                       struct list *others)
{
    const struct kind_titles before = {others->items, others->count, NULL};
    struct kind_words words = {0};
    struct kind_title *other;

    XML_FILL(r->xml, node, kind_words, &words);
    xml_refuse_expressions(r->xml, node, "what a kind says");
    if (words.lang == NULL
            ? k->sign.len > 0
            : kind_title_in(&before, (struct str){NULL, 0}, words.lang).len > 0)
        finding(r->xml->findings, FINDING_DUPLICATE_ID, node->at,
                "there are words in that language already");
    if (words.lang == NULL) {
        k->sign = words.sign;
        return;
    }
    other = list_add(others);
    if (other != NULL)
        *other = (struct kind_title){.lang = words.lang, .text = words.sign};
}

static void read_all_words(const struct kind_reading *r,
                           const struct xml_node *root, struct kind *k)
{
    struct list others = list_of(r->xml->arena, sizeof(struct kind_title));
    bool can_be_printed = has_signs(r);

    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (n->element != &kind_words_element)
            continue;
        read_words(r, n, k, &others);
        if (can_be_printed)
            continue;
        can_be_printed = true; /* said once */
        finding(r->xml->findings, FINDING_BAD_ELEMENT, n->at,
                "no column of the kind prints signs");
        finding_hint(r->xml->findings,
                     "give signs=\"yes\" to the columns whose "
                     "signs are meant");
    }
    k->signs = (struct kind_titles){others.items, others.count, r->lang};
}

const struct kind *kind_in(const struct xml_reading *xml, const char *id,
                           const struct xml_node *root)
{
    struct kind_reading r = {
        .xml = xml,
        .columns = list_of(xml->arena, sizeof(struct kind_column)),
        .lines = list_of(xml->arena, sizeof(struct kind_row)),
        .checks = list_of(xml->arena, sizeof(struct kind_check)),
        .lang = xml_name(xml, root, AT(kind, lang)),
        .second_format = !str_is(xml_value(root, AT(kind, format)), "1"),
    };
    struct kind *k = arena_alloc(xml->arena, 1, sizeof(*k));

    if (k == NULL)
        return NULL;
    number_map_init(&r.names, xml->arena);
    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (n->element == &kind_column_element)
            read_column(&r, n);
        else if (n->element == &kind_row_element)
            read_line(&r, n);
    }
    prove_inner_group(&r);
    settle_decimals(&r);
    read_instead(&r, root);
    r.sound_columns = xml->findings->errors == 0;
    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (n->element == &kind_check_element)
            read_check(&r, n);
    }
    XML_FILL(xml, root, kind, k);
    k->titles = kind_titles_in(xml, root, &kind_title_element, r.lang, false);
    read_all_words(&r, root, k);
    k->id = id;
    k->columns = r.columns.items;
    k->ncolumns = r.columns.count;
    k->rows = r.lines.items;
    k->nrows = r.lines.count;
    k->checks = r.checks.items;
    k->nchecks = r.checks.count;
    k->at = root->at;
    return k;
}
