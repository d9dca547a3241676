#include "input/survey/survey_parts.h"
#include "input/table/table_parts.h"
#include "input/text/escaped.h"
#include "input/text/mangled.h"

/* The first way through: texts alone. */
struct first_way {
    struct survey_look *look;
    struct survey_head head;
    struct survey_fit ties[SURVEY_TIES];
    size_t nties;
    size_t headings; /* index in the head */
    bool money;      /* a line above the headings has a unit of money */
};

enum status survey_read_head(struct row_reader *reader,
                             struct survey_head *head)
{
    while (head->count < SURVEY_HEAD && reader->next(reader)) {
        struct record *kept = &head->records[head->count];

        if (!table_keep_record(head->arena, &reader->now, kept))
            return arena_status(head->arena);
        for (size_t i = 0; i < kept->nfilled; i++)
            kept->fields[i] = escaped_heading(
                head->arena, mangled_meant(head->arena, kept->fields[i]));
        head->count++;
    }
    return ST_OK;
}

static void find_headings(struct first_way *w, bool named)
{
    struct survey_look *l = w->look;
    const struct survey_request *request = l->request;
    struct survey_head rest = w->head;

    if (named)
        rest.count = rest.count > 0;
    w->nties = survey_best_kinds(request, &rest, w->ties);
    l->table->fit = w->ties[0];
    w->headings = l->table->fit.record;
    if (survey_fits(&l->table->fit) || named)
        return;
    w->headings = survey_guess_headings(&rest, request->wording);
    for (size_t i = 0; i < rest.count && l->heading_line > 0; i++) {
        if (rest.records[i].number == l->heading_line)
            w->headings = i;
    }
}

static void see_titles(struct first_way *w)
{
    for (size_t i = 0; i < w->headings; i++) {
        const struct record *title = &w->head.records[i];

        for (size_t k = 0; k < title->nfilled; k++) {
            struct unit unit;

            (void)unit_read(title->fields[k], w->look->request->wording, &unit);
            if (!unit.given)
                (void)unit_cut(title->fields[k], w->look->request->wording,
                               &unit);
            w->money |= unit.given && unit.zeros > 0;
        }
    }
}

/* Of a column for each of HEADINGS, which begin in record UPPER. */
static void begin_columns(const struct first_way *w, const struct record *upper,
                          const struct record *headings)
{
    struct survey_table *t = w->look->table;
    const size_t n =
        headings->nfilled > COLUMNS_MAX ? COLUMNS_MAX : headings->nfilled;

    t->columns = arena_alloc(w->look->arena, n, sizeof(*t->columns));
    t->ncolumns = t->columns == NULL ? 0 : n;
    for (size_t i = 0; i < t->ncolumns; i++) {
        struct survey_column *c = &t->columns[i];

        c->heading = headings->fields[i];
        c->at = record_place(upper, i + 1);
        c->field = (uint32_t)i + 1;
        (void)unit_cut(c->heading, w->look->request->wording, &c->unit);
    }
}

static void see_record(const struct first_way *w, const struct record *record)
{
    struct survey_table *t = w->look->table;

    t->nrecords++;
    for (size_t i = 0; i < t->ncolumns; i++)
        survey_see(&t->columns[i], w->look->request->wording,
                   record_field(record, i), record_place(record, i + 1));
}

static enum status take_texts(void *context, struct row_reader *reader)
{
    struct first_way *w = context;
    struct survey_table *t = w->look->table;
    const struct record *upper;
    struct record headings;
    bool two = false;
    size_t next;
    enum status st = survey_read_head(reader, &w->head);

    if (st != ST_OK || w->head.count == 0)
        return st;
    find_headings(w, reader->named);
    see_titles(w);
    upper = &w->head.records[w->headings];
    headings = *upper;
    if (!reader->named)
        headings = survey_headings(w->look->request,
                                   survey_fits(&t->fit) ? t->fit.kind : NULL,
                                   &w->head, w->headings, &two);
    next = w->headings + 1 + two;
    t->source = reader->now.source;
    t->heading_line = upper->number;
    t->says_heading_line = !reader->named && w->headings > 0;
    begin_columns(w, upper, &headings);
    while (next < w->head.count)
        see_record(w, &w->head.records[next++]);
    while (reader->next(reader))
        see_record(w, &reader->now);
    for (size_t i = 0; i < t->ncolumns; i++)
        survey_settle(&t->columns[i], w->money);
    if (!survey_fits(&t->fit) && t->fit.kind != NULL)
        survey_find_missing(w->look->arena, w->look->request, &headings, t);
    return arena_status(w->look->arena);
}

/* The second way: as a build reads it. */
struct second_way {
    struct survey_look *look;
    struct table_options options;
    struct findings *findings;
};

static enum status take_cells(void *context, struct row_reader *reader)
{
    struct second_way *w = context;

    return table_in(w->look->arena, reader, &w->options, w->findings,
                    &w->look->table->table);
}

/* Rows alone count: what stands below a table is its notes. */
static void count_cells(const struct table *t, size_t column,
                        struct survey_column *c)
{
    c->filled = c->blank = 0;
    for (size_t i = 0; i < t->nrows; i++) {
        if (table_cell(t, i, column)->state == CELL_BLANK)
            c->blank++;
        else
            c->filled++;
    }
}

/* Which column of the kind each heading is. */
static void name_columns(struct survey_table *t)
{
    for (size_t i = 0; t->table != NULL && i < t->table->ncolumns; i++) {
        const struct column *from = &t->table->columns[i];
        struct survey_column *c =
            from->field > t->ncolumns ? NULL : &t->columns[from->field - 1];

        if (c == NULL)
            continue;
        count_cells(t->table, i, c);
        c->id = from->id;
        if (from->kind != NULL)
            c->type = from->kind->type;
        if (from->zeros > 0)
            c->unit = (struct unit){.given = true, .zeros = from->zeros};
    }
}

/* That the proposal says. */
static uint32_t heading_line(const struct survey_look *look)
{
    const struct survey_table *t = look->table;
    const bool csv = look->delimiter != 0;

    return t->says_heading_line && (t->made || csv) ? t->heading_line : 0;
}

static enum status read_as(struct survey_look *look, const struct kind *kind,
                           struct findings *findings)
{
    struct survey_table *t = look->table;
    struct second_way way = {
        .look = look,
        .options = {.kind = kind,
                    .maps = kind == t->fit.kind ? t->maps : NULL,
                    .nmaps = kind == t->fit.kind ? t->nmaps : 0,
                    .wording = look->request->wording,
                    .delimiter = look->delimiter,
                    .rounds = look->rounds,
                    .heading_line = heading_line(look),
                    .at = {t->source, t->heading_line, 1}},
        .findings = findings,
    };
    const struct record_user user = {take_cells, &way};

    t->table = NULL;
    return look->open(look, &way.options, findings, &user);
}

/* Of kinds that know as many headings, the one that has least to say, then the
   one that asks for fewer others. */
static enum status choose(struct survey_look *look,
                          const struct first_way *first)
{
    size_t least = SIZE_MAX;

    for (size_t i = 0; first->nties > 1 && i < first->nties; i++) {
        struct findings unheard;
        enum status st;
        size_t said;

        findings_init_unheard(&unheard, look->arena);
        st = read_as(look, first->ties[i].kind, &unheard);
        if (st != ST_OK && st != ST_DATA)
            return st;
        said = 2 * unheard.errors + unheard.warnings;
        if (said < least ||
            (said == least &&
             first->ties[i].kind->ncolumns < look->table->fit.kind->ncolumns)) {
            least = said;
            look->table->fit = first->ties[i];
        }
    }
    return ST_OK;
}

/* What a kind that is made of headings alone reads, tells what its rows are. */
static enum status learn(struct survey_look *look)
{
    struct survey_table *t = look->table;
    struct findings unheard;
    enum status st;

    findings_init_unheard(&unheard, look->arena);
    st = read_as(look, t->kind, &unheard);
    if (t->table != NULL && (st == ST_OK || st == ST_DATA))
        t->kind = survey_learn_rows(look->arena, t->table, t->kind);
    return st == ST_DATA ? ST_OK : st;
}

/* Whether the kind that is near reads the table as it stands, as a build would:
   it may take a first column of another name for what its rows are called. */
static enum status read_as_it_stands(struct survey_look *look)
{
    struct survey_table *t = look->table;
    struct findings unheard;
    enum status st = ST_OK;

    findings_init_unheard(&unheard, look->arena);
    if (t->fit.known >= SURVEY_FITS_LEAST)
        st = read_as(look, t->fit.kind, &unheard);
    if (t->table == NULL)
        return st == ST_DATA ? ST_OK : st;
    t->made = false;
    t->nmissing = 0;
    return ST_OK;
}

/* Whether the kind that is near reads the table once it is told what its
   headings are: one that knows most of them may be meant. */
static enum status read_near(struct survey_look *look)
{
    struct survey_table *t = look->table;
    struct findings unheard;
    enum status st = ST_OK;

    findings_init_unheard(&unheard, look->arena);
    if (t->nmissing > 0 && t->fit.known >= SURVEY_FITS_LEAST &&
        2 * t->fit.known >= t->ncolumns &&
        survey_map_missing(look->arena, look->request, t))
        st = read_as(look, t->fit.kind, &unheard);
    if (t->table == NULL || unheard.errors > 0)
        t->nmaps = 0;
    return st == ST_DATA ? ST_OK : st;
}

static bool leaves_most_out(const struct survey_table *t)
{
    size_t named = 0;

    for (size_t i = 0; i < t->ncolumns; i++)
        named += t->columns[i].heading.len > 0;
    return 2 * t->fit.known < named;
}

/* Many kinds know two headings, such as name and amount, by other names than
   their own. */
static bool fits_by_chance(const struct survey_fit *fit)
{
    return fit->known == SURVEY_FITS_LEAST && fit->titled < fit->known;
}

static enum status second_look(struct survey_look *look,
                               const struct first_way *first)
{
    struct survey_table *t = look->table;
    enum status st = ST_OK;

    t->made = !survey_fits(&t->fit);
    st = t->made ? read_as_it_stands(look) : choose(look, first);
    t->by_chance = !t->made && fits_by_chance(&t->fit);
    if (t->made || t->by_chance || leaves_most_out(t))
        t->own = survey_make_kind(look->arena, look->request, t);
    t->kind = t->made ? t->own : t->fit.kind;
    if (t->kind == NULL || st != ST_OK)
        return st == ST_OK ? arena_status(look->arena) : st;
    if (t->made)
        st = read_near(look);
    if (t->made && st == ST_OK)
        st = learn(look);
    if (st == ST_OK)
        st = read_as(look, t->kind, look->findings);
    name_columns(t);
    return st;
}

/* What is wrong with cells stands among the findings, and hinders nobody who
   looks. */
static enum status without_faults(enum status st)
{
    return st == ST_DATA ? ST_OK : st;
}

struct survey_table *survey_add_table(struct arena *arena,
                                      struct survey *survey)
{
    struct survey_table *t = list_add(&survey->tables);

    if (t == NULL)
        return NULL;
    t->name = survey->name;
    if (survey->tables.count > 1)
        t->name = arena_printf(arena, "%.*s-%zu", STR_ARG(survey->name),
                               survey->tables.count);
    return t;
}

enum status survey_look(struct survey_look *look)
{
    static const struct kind none = {.id = ""};
    const struct table_options options = {.kind = &none,
                                          .wording = look->request->wording,
                                          .delimiter = look->delimiter};
    struct first_way way = {.look = look, .head = {.arena = look->arena}};
    const struct record_user user = {take_texts, &way};
    struct findings unheard;
    enum status st;

    findings_init_unheard(&unheard, look->arena);
    st = look->open(look, &options, &unheard, &user);
    if (st == ST_NOMEM)
        return st;
    if (look->table->ncolumns > 0)
        return without_faults(second_look(look, &way));
    /* What hinders is to be heard. */
    way = (struct first_way){.look = look, .head = {.arena = look->arena}};
    return look->open(look, &options, look->findings, &user);
}
