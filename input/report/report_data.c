#include "input/report/report_elements.h"
#include "input/report/report_parts.h"
#include "input/view/figure_check_in.h"
#include "input/view/view_in.h"

#include <string.h>

static const struct kind *find_kind(const struct report_reading *r,
                                    const struct xml_node *node)
{
    const struct xml_attribute_rule *name = AT(data, kind);
    const struct templates *f = r->templates;
    struct list names = list_of(r->xml.arena, sizeof(struct str));
    bool faulty = false;
    const struct kind *kind;

    if (xml_given(node, name) == NULL)
        return NULL;
    kind = f->find_kind(f->context, xml_value(node, name), &faulty);
    if (kind != NULL || faulty)
        return kind;
    f->offer_kinds(f->context, &names);
    xml_unknown(&r->xml, node, name, names.items, names.count);
    return NULL;
}

static bool is_offered(const struct list *names, const char *name)
{
    const struct str *offered = names->items;

    for (size_t i = 0; i < names->count; i++) {
        if (str_is(offered[i], name))
            return true;
    }
    return false;
}

/* What the template asks for by that id is of one kind in every report, or its
   sentences and columns may mean something else in this one. */
static void compare_kinds(const struct report_reading *r,
                          const struct xml_node *node, const struct data *d)
{
    const struct xml_attribute_rule *kind = AT(data, kind);
    const struct template_data *asked =
        r->template_used == NULL || d->id == NULL
            ? NULL
            : template_data(r->template_used, str_of(d->id));
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    if (asked == NULL || asked->kind == NULL || d->kind == NULL ||
        str_is(xml_value(node, kind), asked->kind))
        return;
    r->templates->offer_kinds(r->templates->context, &names);
    if (is_offered(&names, asked->kind)) {
        /* As a report may that has other figures than most of its form. */
        finding(r->xml.findings, FINDING_ASSUMED, xml_value_at(node, kind),
                "the template asks for `%s` as a table of the kind `%s`, and "
                "here it is one of `%.*s`",
                d->id, asked->kind, STR_ARG(xml_value(node, kind)));
        finding_hint(r->xml.findings,
                     "say kind=\"%s\", or give the data another id; a template "
                     "that is to print this kind says it in its own <data>",
                     asked->kind);
        return;
    }
    finding(r->xml.findings, FINDING_UNKNOWN_NAME, asked->kind_at,
            "there is no kind of table `%s`", asked->kind);
    finding_nearest(r->xml.findings, str_of(asked->kind), names.items,
                    names.count);
}

static struct date read_as_at(struct report_reading *r,
                              const struct xml_node *node, const char *id)
{
    const struct xml_attribute_rule *as_at = AT(data, as_at);
    const struct report_override *o =
        id == NULL ? NULL : report_overridden(r, id, as_at->name);

    if (o != NULL)
        return report_date(r, o->value, o->at);
    if (xml_given(node, as_at) == NULL)
        return (struct date){0};
    return report_date(r, xml_value(node, as_at), xml_value_at(node, as_at));
}

static void read_columns(const struct report_reading *r,
                         const struct xml_node *node,
                         struct table_options *options)
{
    const struct str columns = xml_value(node, AT(data, columns));
    struct list maps = list_of(r->xml.arena, sizeof(struct column_map));

    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        struct column_map *map =
            n->element == &data_column_element ? list_add(&maps) : NULL;
        struct data_column column;

        if (map == NULL)
            continue;
        XML_FILL(&r->xml, n, data_column, &column);
        *map = (struct column_map){column.id, column.from, n->at, false};
    }
    options->maps = maps.items;
    options->nmaps = maps.count;
    options->wanted_text = columns;
    options->wanted_at = xml_value_at(node, AT(data, columns));
    options->wants_all = str_is(str_trim(columns), "*");
    if (!options->wants_all)
        options->wanted =
            xml_split(r->xml.arena, columns, ' ', &options->nwanted);
}

static struct report_period period_of(const struct report_reading *r,
                                      const struct data *d)
{
    const struct field *field = report_period_field(r->made);

    if (d->as_at.year != 0 || field == NULL)
        return report_period_of_date(d->as_at);
    return (struct report_period){
        .year = report_period_of_date(field->date).year,
        .month = report_period_of_date(field->date).month,
        .months = field->months,
    };
}

/* What stands above the headings may say of which day they are. */
static void settle_as_at(const struct report_reading *r, struct data *d)
{
    const struct table *t = d->table;
    const struct date end = report_period_end(t->period);

    if (d->as_at.year != 0 || t->period.day == 0 || end.year == 0)
        return;
    d->as_at = end;
    finding(r->xml.findings, FINDING_ASSUMED, t->period_at,
            "the data is taken to be of the day that is named here: as-at in "
            "the data element says so");
}

static void read_table(struct report_reading *r, const struct xml_node *node,
                       struct data *d)
{
    const struct template *t = r->template_used;
    struct table_options options = {
        .kind = d->kind,
        .wording = r->wording,
        .own_wording = r->cells.own_wording,
        .list_series = t == NULL ? NULL : t->list_series,
        .ordered_series = t == NULL ? NULL : t->ordered_series,
        .unit = {xml_given(node, AT(data, unit)) != NULL, (uint8_t)d->unit},
        .title = d->title,
        .title_at = xml_value_at(node, AT(data, title)),
        .delimiter = d->delimiter,
        .period = period_of(r, d),
        .heading_line = d->heading_line,
        .dates = d->dates,
        .dates_given = xml_given(node, AT(data, dates)) != NULL,
        .rounds = d->rounds,
        .at = node->at,
    };

    read_columns(r, node, &options);
    report_check_form(r, node, d);
    r->status =
        status_worst(r->status, report_read_table(r, node, &options, d));
    if (!r->data_only)
        report_read_previous_data(r, node, &options, d);
}

static void read_data(struct report_reading *r, const struct xml_node *node,
                      struct data *d)
{
    XML_FILL(&r->xml, node, data, d);
    d->kind = find_kind(r, node);
    compare_kinds(r, node, d);
    d->as_at = read_as_at(r, node, d->id);
    d->at = node->at;
    d->title_at = xml_value_at(node, AT(data, title));
    read_table(r, node, d);
    if (d->table != NULL)
        settle_as_at(r, d);
}

static void check_asked_for(const struct report_reading *r)
{
    const struct template *t = r->template_used;

    for (size_t i = 0; t != NULL && i < t->ndata; i++) {
        const struct template_data *asked = &t->data[i];

        if (asked->id == NULL || asked->required == REQUIRED_NO ||
            report_data(r->made, str_of(asked->id)) != NULL)
            continue;
        finding(r->xml.findings, FINDING_MISSING, r->root->at,
                "the data `%s` is required", asked->id);
        finding_hint(r->xml.findings,
                     "add <data id=\"%s\" kind=\"%s\" file=\"...\"/>; "
                     "councilpress kinds %s --sample prints a file to fill in",
                     asked->id, asked->kind, asked->kind);
    }
}

static void read_views(struct report_reading *r)
{
    struct list nodes = list_of(r->xml.arena, sizeof(const struct xml_node *));
    struct list views;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        const struct xml_node **node =
            n->element == &view_element ? list_add(&nodes) : NULL;

        if (node != NULL)
            *node = n;
    }
    views = views_in(&r->xml, nodes.items, nodes.count);
    r->made->views = views.items;
    r->made->nviews = views.count;
}

static void read_checks(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct figure_check));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next)
        figure_check_in(&r->xml, n, &all);
    r->made->checks = all.items;
    r->made->nchecks = all.count;
}

/* The element of data I. */
static const struct xml_node *data_node(const struct report_reading *r,
                                        size_t i)
{
    const struct xml_node *n = r->root->first;

    while (n != NULL && (n->element != &data_element || i-- > 0))
        n = n->next;
    return n;
}

/* Whether A says nothing otherwise than B but what it is called, and the file,
   which may be the same by another name. */
static bool says_no_more(const struct xml_node *a, const struct xml_node *b)
{
    for (size_t i = 0; i < a->nattributes; i++) {
        const struct xml_attribute *x = &a->attributes[i];
        size_t k = 0;

        if (str_is(x->name, AT(data, id)->name) ||
            str_is(x->name, AT(data, title)->name) ||
            str_is(x->name, AT(data, file)->name))
            continue;
        while (k < b->nattributes &&
               !(str_eq(b->attributes[k].name, x->name) &&
                 str_eq(b->attributes[k].value, x->value)))
            k++;
        if (k == b->nattributes)
            return false;
    }
    return true;
}

/* Whether two tables are one: the same rows and columns of the same files. */
static bool are_one_table(const struct table *a, const struct table *b)
{
    if (a->nrows == 0 || a->nrows != b->nrows || a->ncolumns != b->ncolumns ||
        table_count_sources(a) != table_count_sources(b))
        return false;
    for (size_t i = 0; i < table_count_sources(a); i++) {
        const struct source *x = table_source(a, i);
        const struct source *y = table_source(b, i);

        if (!str_eq(str_of(x->name), str_of(y->name)) ||
            !str_eq(str_of(x->sheet), str_of(y->sheet)))
            return false;
    }
    for (size_t c = 0; c < a->ncolumns; c++) {
        if (place_compare(table_cell_place(a, 0, c),
                          table_cell_place(b, 0, c)) != 0 ||
            a->columns[c].unasked != b->columns[c].unasked ||
            !str_eq(str_of(a->columns[c].id), str_of(b->columns[c].id)))
            return false;
    }
    return true;
}

static bool is_read_alike(const struct report_reading *r, size_t a, size_t b)
{
    const struct data *x = &r->made->data[a];
    const struct data *y = &r->made->data[b];
    const struct xml_node *m;
    const struct xml_node *n;

    if (x->table == NULL || x->id == NULL || y->table == NULL ||
        y->id == NULL || str_is(str_of(x->id), y->id) ||
        !are_one_table(x->table, y->table))
        return false;
    m = data_node(r, a);
    n = data_node(r, b);
    return m != NULL && n != NULL && says_no_more(m, n) && says_no_more(n, m);
}

/* A line of report.xml that was copied, and whose file was not changed: data I.
 */
static void check_read_twice(const struct report_reading *r, size_t i)
{
    const struct data *d = &r->made->data[i];
    const struct data *of = r->made->data;

    while (of < d && !is_read_alike(r, (size_t)(of - r->made->data), i))
        of++;
    if (of == d)
        return;
    finding(r->xml.findings, FINDING_DOUBTFUL, d->at,
            "the data `%s` is read from the same rows as `%s`: whoever sums "
            "both counts them twice",
            d->id, of->id);
    finding_hint(r->xml.findings,
                 "name its own file in place of %s; <view id=\"%s\" "
                 "data=\"%s\"/> is the same rows by another name",
                 d->file, d->id, of->id);
}

void report_read_data(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct data));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct data *d = n->element == &data_element ? list_add(&all) : NULL;

        if (d != NULL)
            read_data(r, n, d);
    }
    r->made->data = all.items;
    r->made->ndata = all.count;
    for (size_t i = 1; i < r->made->ndata; i++)
        check_read_twice(r, i);
    if (!r->data_only)
        report_refuse_internal_files(r);
    read_views(r);
    read_checks(r);
    check_asked_for(r);
}

/* TEXT at AT is what V says, unless the command line says otherwise. */
static void set_value(struct report_reading *r, struct named_value *v,
                      struct str text, struct place at)
{
    const struct kind_column kind = {.type = v->type};
    struct cell_column column = {.kind = &kind};
    const struct report_override *o =
        v->id == NULL ? NULL : report_overridden(r, v->id, NULL);

    v->at = o == NULL ? at : o->at;
    cell_read(&r->cells, &column, o == NULL ? text : o->value, v->at, &v->cell);
    cell_column_end(&r->cells, &column);
    if (v->cell.state != CELL_BLANK)
        return;
    finding(r->xml.findings, FINDING_MISSING, v->at,
            "the value `%s` says nothing", v->id == NULL ? "" : v->id);
    finding_hint(r->xml.findings,
                 "write what it is, TBC while it is not known, or n/a");
}

/* The date that the command line gives is a value of every report. */
static void add_as_of(struct report_reading *r, struct list *values)
{
    const struct report_override *o = report_overridden(r, AS_OF_NAME, NULL);
    const struct named_value *given = values->items;
    struct named_value *v;

    if (o == NULL || report_field(r->made, STR_LIT(AS_OF_NAME)) != NULL)
        return;
    for (size_t i = 0; i < values->count; i++) {
        if (given[i].id != NULL && str_is(STR_LIT(AS_OF_NAME), given[i].id))
            return;
    }
    v = list_add(values);
    if (v == NULL)
        return;
    v->id = AS_OF_NAME;
    v->type = TYPE_DATE;
    set_value(r, v, o->value, o->at);
}

void report_read_values(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct named_value));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct named_value *v =
            n->element == &named_value_element ? list_add(&all) : NULL;
        struct str text;

        if (v == NULL)
            continue;
        XML_FILL(&r->xml, n, named_value, v);
        text = xml_text(r->xml.arena, n);
        if (xml_refuse_expression(&r->xml, "a value", text, xml_text_place(n)))
            set_value(r, v, text, xml_text_place(n));
        else
            v->cell.state = CELL_BAD;
    }
    add_as_of(r, &all);
    r->made->values = all.items;
    r->made->nvalues = all.count;
}
