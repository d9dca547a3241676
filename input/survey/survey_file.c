#include "input/csv/csv_aligned.h"
#include "input/csv/csv_foreign.h"
#include "input/csv/csv_records.h"
#include "input/csv/csv_sniff.h"
#include "input/office/workbook_in.h"
#include "input/survey/survey_parts.h"
#include "input/xmldata/xmldata_in.h"

bool survey_is_bytes(const char *name)
{
    return workbook_is_name(name);
}

static enum status open_csv(const struct survey_look *look,
                            const struct table_options *options,
                            struct findings *findings,
                            const struct record_user *user)
{
    const struct source *source = look->form;
    struct csv_records records;
    enum status st;

    (void)options;
    st = csv_records_open(&records, look->arena, source, findings);
    if (st == ST_OK)
        st = user->use(user->context, &records.reader);
    csv_records_close(&records);
    return st;
}

/* How well a delimiter parts the first records. */
struct parting {
    struct survey_fit fit;
    size_t fields; /* of records that it parts at all */
};

/* Whether how often DELIMITER stands there tells anything: a colon is part of
   many texts, tildes and carets part rows where they part the first one. */
static bool counts(char delimiter, const struct survey_head *head)
{
    if (delimiter == '~' || delimiter == '^')
        return head->records[0].nfilled > 1;
    return delimiter != ':';
}

static enum status try_delimiter(struct arena *arena,
                                 const struct survey_request *request,
                                 struct source *source, char delimiter,
                                 struct parting *p)
{
    struct survey_head head = {.arena = arena};
    struct survey_fit best[SURVEY_TIES];
    struct csv_records records;
    struct findings unheard;
    enum status st;

    findings_init_unheard(&unheard, arena);
    source->delimiter = delimiter;
    st = csv_records_open(&records, arena, source, &unheard);
    if (st == ST_OK)
        st = survey_read_head(&records.reader, &head);
    csv_records_close(&records);
    (void)survey_best_kinds(request, &head, best);
    *p = (struct parting){.fit = best[0]};
    for (size_t i = 0; i < head.count && counts(delimiter, &head); i++) {
        if (head.records[i].nfilled > 1)
            p->fields += head.records[i].nfilled;
    }
    return st == ST_NOMEM ? st : ST_OK;
}

static bool is_better(const struct parting *a, const struct parting *b)
{
    if (survey_fits(&a->fit) != survey_fits(&b->fit))
        return survey_fits(&a->fit);
    if (a->fit.known != b->fit.known &&
        (survey_fits(&a->fit) || a->fit.known > 1 || b->fit.known > 1))
        return a->fit.known > b->fit.known;
    return a->fields > b->fields;
}

static enum status find_delimiter(struct arena *arena,
                                  const struct survey_request *request,
                                  struct source *source, char *best, bool *fits)
{
    static const char delimiters[] = {',', ';', '\t', '|', '~', '^', ':'};
    struct parting most = {.fields = 0};
    enum status st = ST_OK;

    *best = ',';
    *fits = csv_sep_line(source->text, best) > 0;
    if (*fits)
        return ST_OK;
    for (size_t i = 0; st == ST_OK && i < sizeof(delimiters); i++) {
        struct parting p;

        st = try_delimiter(arena, request, source, delimiters[i], &p);
        if (st == ST_OK && is_better(&p, &most)) {
            most = p;
            *best = delimiters[i];
        }
    }
    *fits = survey_fits(&most.fit);
    return st;
}

static enum status survey_csv(struct arena *arena, struct source *source,
                              const struct survey_request *request,
                              struct findings *findings, struct survey *survey)
{
    struct survey_table *t = survey_add_table(arena, survey);
    struct table_options options = {.wording = request->wording};
    struct survey_look look = {
        .arena = arena,
        .findings = findings,
        .request = request,
        .table = t,
        .open = open_csv,
        .form = source,
    };
    bool fits;
    enum status st;

    if (t == NULL)
        return arena_status(arena);
    st = csv_refuse_foreign(source, findings);
    if (st != ST_OK)
        return st;
    st = find_delimiter(arena, request, source, &survey->delimiter, &fits);
    if (st != ST_OK)
        return st;
    look.delimiter = source->delimiter = survey->delimiter;
    if (!fits && csv_is_aligned(source->text)) {
        survey->delimiter = ' ';
        return csv_refuse_spaces(source, findings);
    }
    st = survey_look(&look);
    options.kind = t->kind;
    options.heading_line =
        t->made && t->says_heading_line ? t->heading_line : 0;
    survey->delimiter_is_said =
        t->kind != NULL &&
        csv_delimiter(source->text, &options) != survey->delimiter;
    return st;
}

/* The records of one way through an XML file. */
struct way {
    const struct source *source;
    struct str path;
};

static enum status open_xml(const struct survey_look *look,
                            const struct table_options *options,
                            struct findings *findings,
                            const struct record_user *user)
{
    const struct way *way = look->form;

    return xmldata_use(look->arena, way->source, way->path,
                       (struct place){way->source, 0, 0}, options, findings,
                       user);
}

static enum status look_along(struct arena *arena,
                              const struct survey_request *request,
                              struct findings *findings, struct survey *survey,
                              struct way way)
{
    struct survey_table *t = survey_add_table(arena, survey);
    struct survey_look look = {
        .arena = arena,
        .findings = findings,
        .request = request,
        .table = t,
        .open = open_xml,
        .form = &way,
    };

    if (t == NULL)
        return arena_status(arena);
    t->source = way.source;
    t->path = way.path;
    return survey_look(&look);
}

/* Whether records of PATH hold some that are named as well. */
static bool holds_others(const struct str *ways, size_t n, struct str path)
{
    for (size_t i = 0; i < n; i++) {
        if (ways[i].len > path.len && str_starts(ways[i], path) &&
            ways[i].ptr[path.len] == '/')
            return true;
    }
    return false;
}

static enum status survey_xml(struct arena *arena, const struct source *source,
                              const struct survey_request *request,
                              struct findings *findings, struct survey *survey)
{
    struct list ways = list_of(arena, sizeof(struct str));
    struct findings unheard;
    const struct str *list;
    enum status st;

    findings_init_unheard(&unheard, arena);
    st = xmldata_ways(arena, source, &unheard, &ways);
    if (st == ST_NOMEM)
        return st;
    list = ways.items;
    if (ways.count == 0)
        return look_along(arena, request, findings, survey,
                          (struct way){source, {NULL, 0}});
    for (size_t i = 0; (st == ST_OK || st == ST_DATA) && i < ways.count; i++) {
        if (!holds_others(list, ways.count, list[i]))
            st = look_along(arena, request, findings, survey,
                            (struct way){source, list[i]});
    }
    return st;
}

static enum status survey_form(struct arena *arena, struct source *source,
                               const struct survey_request *request,
                               struct findings *findings, struct survey *survey)
{
    switch (survey->form) {
    case SURVEY_WORKBOOK: return survey_book(arena, request, findings, survey);
    case SURVEY_XML:
        return survey_xml(arena, source, request, findings, survey);
    case SURVEY_CSV: break;
    }
    return survey_csv(arena, source, request, findings, survey);
}

/* Something was read, and all of it to its end. */
static enum status see_whole(const struct survey *survey,
                             struct findings *findings)
{
    const struct survey_table *tables = survey->tables.items;
    enum status st = ST_OK;
    bool any = false;

    for (size_t i = 0; i < survey->tables.count; i++) {
        any = any || tables[i].ncolumns > 0;
        if (tables[i].table == NULL)
            st = ST_DATA;
    }
    if (any)
        return st;
    if (findings->errors == 0)
        finding(findings, FINDING_MISSING, (struct place){survey->source, 0, 0},
                "`%s` holds no table with headings", survey->source->name);
    return ST_DATA;
}

/* The reader takes any text for CSV. */
static enum status refuse_prose(const struct source *source,
                                struct findings *findings)
{
    const struct str name = str_of(source->name);

    if (!str_ends_alike(name, STR_LIT(".md")) &&
        !str_ends_alike(name, STR_LIT(".markdown")))
        return ST_OK;
    finding(findings, FINDING_NOT_CSV, (struct place){source, 0, 0},
            "`%s` is Markdown by its name: words, and no table of data",
            source->name);
    finding_hint(findings,
                 "name it in a section (<section id=\"...\" file=\"...\"/>)");
    return ST_DATA;
}

enum status survey_file(struct arena *arena, struct source *source,
                        const struct survey_request *request,
                        struct findings *findings, struct survey *survey)
{
    enum status st;

    *survey = (struct survey){
        .source = source,
        .name = survey_name(arena, source),
        .form = source->kind == SOURCE_BYTES ? SURVEY_WORKBOOK
                : str_ends_alike(str_of(source->name), STR_LIT(".xml"))
                    ? SURVEY_XML
                    : SURVEY_CSV,
        .sheets = list_of(arena, sizeof(struct survey_sheet)),
        .tables = list_of(arena, sizeof(struct survey_table)),
    };
    st = refuse_prose(source, findings);
    if (st == ST_OK)
        st = survey_form(arena, source, request, findings, survey);
    return st == ST_OK ? see_whole(survey, findings) : st;
}
