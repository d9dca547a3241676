#include "generators/listed.h"
#include "figures/row_index.h"
#include "generators/generator_tools.h"

#define COLUMNS_MAX 8

/* Columns of people, papers and list fields, which are all of text. */
struct shape {
    const struct kind *kind;
    size_t ncolumns;
};

#define TEXT_COLUMN(name)                                                      \
    {                                                                          \
        .id = (name), .type = TYPE_TEXT                                        \
    }
static const struct kind_column person_columns[] = {
    TEXT_COLUMN("name"),         TEXT_COLUMN("job"),
    TEXT_COLUMN("organisation"), TEXT_COLUMN("address"),
    TEXT_COLUMN("telephone"),    TEXT_COLUMN("email"),
    TEXT_COLUMN("role"),
};
static const struct kind_column paper_columns[] = {
    TEXT_COLUMN("title"),
    TEXT_COLUMN("address"),
};
static const struct kind_column value_columns[] = {TEXT_COLUMN("value")};

#define KIND(list)                                                             \
    {                                                                          \
        .columns = (list), .ncolumns = sizeof(list) / sizeof((list)[0])        \
    }
static const struct kind person_kind = KIND(person_columns);
static const struct kind paper_kind = KIND(paper_columns);
static const struct kind value_kind = KIND(value_columns);

/* A table while its rows are added. */
struct listing {
    struct arena *arena;
    struct table *table;
    struct cell *cells;
    struct spot *spots;
    uint8_t *audiences;
    const void **things;
};

static bool listing_begin(struct listing *l, const struct generator_in *in,
                          struct doc *d, const struct kind *kind, size_t nrows)
{
    struct arena *a = d->arena;
    struct column *columns = arena_alloc(a, kind->ncolumns, sizeof(*columns));
    uint32_t *records = arena_alloc(a, nrows, sizeof(*records));
    uint8_t *roles = arena_alloc(a, nrows, sizeof(*roles));

    *l = (struct listing){
        .arena = a,
        .table = arena_alloc(a, 1, sizeof(*l->table)),
        .cells = arena_alloc(a, nrows * kind->ncolumns, sizeof(*l->cells)),
        .spots = arena_alloc(a, nrows * kind->ncolumns, sizeof(*l->spots)),
        .audiences = arena_alloc(a, nrows, sizeof(*l->audiences)),
        .things = arena_alloc(a, nrows, sizeof(*l->things)),
    };
    if (arena_status(a) != ST_OK)
        return false;
    for (size_t i = 0; i < kind->ncolumns; i++)
        columns[i] = (struct column){
            .kind = &kind->columns[i],
            .id = kind->columns[i].id,
            .heading = str_of(kind->columns[i].id),
            .field = (uint32_t)i + 1,
        };
    for (size_t i = 0; i < nrows; i++)
        roles[i] = ROW_ENTRY;
    *l->table = (struct table){
        .source = in->report->source,
        .kind = kind,
        .columns = columns,
        .ncolumns = kind->ncolumns,
        .cells = l->cells,
        .spots = l->spots,
        .records = records,
        .row_roles = roles,
    };
    return true;
}

/* A row more, which says TEXTS, one a column, the first ones. */
static void listing_add(struct listing *l, const struct str *texts,
                        size_t ntexts, const void *thing,
                        enum audience audience, struct place at)
{
    struct table *t = l->table;
    const size_t row = t->nrows++;

    t->source = at.source;
    l->audiences[row] = (uint8_t)audience;
    l->things[row] = thing;
    for (size_t i = 0; i < t->ncolumns; i++) {
        const size_t n = row * t->ncolumns + i;
        const struct str text = i < ntexts ? texts[i] : (struct str){NULL, 0};

        l->spots[n] = (struct spot){at.line, at.column};
        l->cells[n] = (struct cell){
            .ptr = text.ptr,
            .len = (uint32_t)text.len,
            .state = text.len > 0 ? CELL_VALUE : CELL_BLANK,
        };
    }
}

static struct listed listing_end(const struct listing *l)
{
    return (struct listed){
        .table = l->table, .audiences = l->audiences, .things = l->things};
}

/* ROLE empty: all of them. */
static struct listed list_people(const struct generator_in *in, struct doc *d,
                                 struct str role)
{
    const struct report *r = in->report;
    struct listing l;

    if (!listing_begin(&l, in, d, &person_kind, r->npeople))
        return (struct listed){0};
    for (size_t i = 0; i < r->npeople; i++) {
        const struct person *p = &r->people[i];
        const struct str texts[] = {
            p->name,      p->job,   p->organisation, p->address,
            p->telephone, p->email, str_of(p->role)};

        if (role.len == 0 || (p->role != NULL && str_is(role, p->role)))
            listing_add(&l, texts, sizeof(texts) / sizeof(texts[0]), p,
                        p->audience, p->at);
    }
    return listing_end(&l);
}

static struct listed list_papers(const struct generator_in *in, struct doc *d,
                                 const struct paper *papers, size_t n)
{
    struct listing l;

    if (!listing_begin(&l, in, d, &paper_kind, n))
        return (struct listed){0};
    for (size_t i = 0; i < n; i++) {
        const struct str texts[] = {papers[i].title, papers[i].address};

        listing_add(&l, texts, sizeof(texts) / sizeof(texts[0]), &papers[i],
                    papers[i].audience, papers[i].at);
    }
    return listing_end(&l);
}

/* All choices of a header field, whichever the report has: that one is the
   field's own, `row = decision`. */
static struct listed list_choices(const struct generator_in *in, struct doc *d,
                                  const struct template_field *declared)
{
    const struct kind_column *answers = declared->answers;
    struct kind_column *column = arena_alloc(d->arena, 1, sizeof(*column));
    struct kind *kind = arena_alloc(d->arena, 1, sizeof(*kind));
    struct listing l;

    if (column == NULL || kind == NULL)
        return (struct listed){0};
    *column = *answers;
    column->id = value_columns[0].id;
    *kind = (struct kind){.columns = column, .ncolumns = 1};
    if (!listing_begin(&l, in, d, kind, answers->nchoices))
        return (struct listed){0};
    for (size_t i = 0; i < answers->nchoices; i++) {
        listing_add(&l, &answers->choices[i], 1, &answers->choices[i],
                    declared->audience, declared->at);
        l.cells[i].value.choice = (int64_t)i;
    }
    return listing_end(&l);
}

/* The values of a list field, with semicolons between. */
static struct listed list_values(const struct generator_in *in, struct doc *d,
                                 const struct template_field *declared,
                                 struct place at)
{
    const struct field *given = report_field(in->report, str_of(declared->id));
    struct str rest =
        given != NULL ? given->text : figures_field_text(in->figures, declared);
    struct listing l;
    size_t n = 1;

    if (declared->type != FIELD_LIST) {
        finding(in->findings, FINDING_BAD_VALUE, at,
                "the header field `%s` is no list", declared->id);
        finding_hint(in->findings,
                     "write {{%s}}, or say type=\"list\" or \"choice\" where "
                     "the template declares it",
                     declared->id);
        return (struct listed){0};
    }
    for (size_t i = 0; i < rest.len; i++)
        n += rest.ptr[i] == ';';
    if (!listing_begin(&l, in, d, &value_kind, n))
        return (struct listed){0};
    for (struct str value = wording_cut_entry(&rest); value.len > 0;
         value = wording_cut_entry(&rest))
        listing_add(&l, &value, 1, given,
                    given == NULL ? declared->audience : given->audience,
                    given == NULL ? declared->at : given->at);
    return listing_end(&l);
}

void listed_refuse_medium(const struct generator_in *in,
                          const struct listed *rows, struct place at)
{
    const char *name = choice_name(medium_choices, (int)rows->medium);

    finding(in->findings, FINDING_BAD_ELEMENT, at,
            "the header field `%.*s` is printed %s, and what is repeated for "
            "its entries is not",
            STR_ARG(rows->rows),
            choice_with(medium_choices, (int)rows->medium)->sentence);
    finding_hint(in->findings, "say medium=\"%s\" of what is repeated", name);
}

static bool is_role(const struct template *t, struct str name)
{
    for (size_t i = 0; i < t->nroles; i++) {
        if (str_is(name, t->roles[i].id))
            return true;
    }
    return false;
}

static void unknown_role(const struct generator_in *in, struct str name,
                         struct place at)
{
    const struct template *t = in->template_used;
    struct str *known =
        arena_alloc(in->findings->arena, t->nroles, sizeof(*known));

    finding(in->findings, FINDING_UNKNOWN_NAME, at,
            "the template has no role `%.*s` of people", STR_ARG(name));
    for (size_t i = 0; known != NULL && i < t->nroles; i++)
        known[i] = str_of(t->roles[i].id);
    if (known != NULL)
        finding_nearest(in->findings, name, known, t->nroles);
}

/* What each= of the template may have meant: NAMES has room for all. */
static size_t known_names(const struct generator_in *in, struct str *names)
{
    const struct template *t = in->template_used;
    size_t n = 0;

    for (size_t i = 0; i < in->report->ndata; i++)
        names[n++] = str_of(in->report->data[i].id);
    for (size_t i = 0; i < t->ndata; i++)
        names[n++] = str_of(t->data[i].id);
    for (size_t i = 0; i < t->nviews; i++)
        names[n++] = str_of(t->views[i].id);
    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].type == FIELD_LIST ||
            t->fields[i].type == FIELD_CHOICE)
            names[n++] = str_of(t->fields[i].id);
    }
    names[n++] = STR_LIT("papers");
    names[n++] = STR_LIT("appendices");
    names[n++] = STR_LIT("people");
    return n;
}

/* Data that the template asks for, a report may lack. One that says which data
   it asks for names no other; of one that does not, what is nearly the name of
   something was meant for that. */
static void missing(const struct generator_in *in, struct str name,
                    struct place at)
{
    const struct template *t = in->template_used;
    struct generator_in heard = *in;
    struct str *names =
        arena_alloc(in->findings->arena,
                    in->report->ndata + t->ndata + t->nviews + t->nfields + 3,
                    sizeof(*names));
    size_t n;

    if (names == NULL || template_asks_for(t, name))
        return;
    n = known_names(in, names);
    if (at.source != in->report->source && t->ndata == 0 &&
        str_nearest(name, names, n) < 0)
        return;
    if (in->trying)
        heard.findings = in->trial->heard;
    finding(heard.findings, FINDING_UNKNOWN_NAME, at,
            "there is nothing called `%.*s` that has rows", STR_ARG(name));
    finding_nearest(heard.findings, name, names, n);
}

/* The data whose rows those of DATA are: its own, unless a view chooses among
   them. */
static struct str rows_of(const struct generator_in *in,
                          const struct data *data)
{
    const struct figures *f = in->figures;

    while (data->view != NULL && data->table != NULL &&
           data->table->origins == NULL &&
           f->data[data - in->report->data].origin != NULL)
        data = f->data[data - in->report->data].origin->of;
    return str_of(data->id);
}

struct str listed_name(const struct table *t, size_t row)
{
    const struct str key =
        row < t->nrows ? row_key(t, row) : (struct str){NULL, 0};

    return key.len > 0 || t->ncolumns == 0 || row >= t->nrows
               ? key
               : cell_as_typed(table_cell(t, row, 0));
}

const char *listed_turn(struct doc *d, const char *around, struct str rows,
                        const struct table *t, size_t row)
{
    const bool read =
        row < t->nrows && t->origins == NULL && t->records[row] > 0;

    return doc_turn(d, around,
                    (struct doc_row){
                        .rows = rows,
                        .number = read ? t->records[row] : (uint32_t)row,
                        .name = listed_name(t, row),
                    });
}

static struct listed find(const struct generator_in *in, struct doc *d,
                          struct str name, struct place at)
{
    const struct report *r = in->report;
    const struct data *data = report_data(r, name);
    const struct template_field *field =
        template_field(in->template_used, name);
    struct str role = name;

    if (data != NULL)
        return (struct listed){
            .table = data->table, .data = data, .rows = rows_of(in, data)};
    if (field != NULL)
        return field->answers != NULL ? list_choices(in, d, field)
                                      : list_values(in, d, field, at);
    if (str_is(name, "papers"))
        return list_papers(in, d, r->papers, r->npapers);
    if (str_is(name, "appendices"))
        return list_papers(in, d, r->appendices, r->nappendices);
    if (str_is(str_cut(&role, '.'), "people")) {
        if (role.len > 0 && !is_role(in->template_used, role))
            unknown_role(in, role, at);
        return list_people(in, d, role);
    }
    missing(in, name, at);
    return (struct listed){0};
}

struct listed listed_find(const struct generator_in *in, struct doc *d,
                          struct str name, struct place at)
{
    struct listed found = find(in, d, name, at);
    const struct template_field *field =
        template_field(in->template_used, name);

    if (found.rows.len == 0)
        found.rows = name;
    if (found.table != NULL && found.data == NULL && field != NULL)
        found.medium = field->medium;
    return found;
}
