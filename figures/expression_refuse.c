#include "figures/expression_refuse.h"

#include "figures/data_figures.h"
#include "figures/figure.h"

/* Of the names that a finding looks among for the nearest. */
#define NAMES_MAX 500

static const struct figure none = {.type = FIGURE_NONE};

/* A list of names for finding_nearest(), with room for SIZE of them. */
struct names {
    struct str *list;
    size_t count;
    size_t size;
};

/* Findings beyond their limit are only counted: no list for those. */
static struct names names_new(const struct evaluation *ev, size_t size)
{
    const struct findings *heard =
        ev->scope->heard != NULL ? ev->scope->heard : ev->findings;
    struct str *list = NULL;

    if (size > NAMES_MAX)
        size = NAMES_MAX;
    if (heard->count < FINDINGS_MAX)
        list = arena_alloc(ev->arena, size, sizeof(*list));
    return (struct names){list, 0, list == NULL ? 0 : size};
}

static void names_add(struct names *n, struct str name)
{
    if (n->count < n->size && name.len > 0)
        n->list[n->count++] = name;
}

/* Where EV is only tried, the same whose findings are heard, if what it says is
   wrong whatever comes true. */
static struct evaluation aloud(const struct evaluation *ev, bool certain)
{
    struct evaluation heard = *ev;

    if (ev->scope->heard != NULL && certain)
        heard.findings = ev->scope->heard;
    return heard;
}

/* Whether nothing is called as STEP is, today or in a report that has more:
   what report.xml names stands there, too. What a template names may be a
   value of other reports, unless it is nearly the name of something. */
static bool is_no_name(const struct evaluation *ev,
                       const struct path_step *step, const struct names *names)
{
    const struct figures *f = ev->scope->figures;

    if (template_asks_for(f->template_used, step->text) ||
        str_is(step->text, ROW_NAME))
        return false;
    return evaluation_place(ev, step->offset).source == f->report->source ||
           str_nearest(step->text, names->list, names->count) >= 0;
}

/* Of which format the report of the period before is, where it is another than
   today's: what one asks for the other need not have. */
static struct str format_then(const struct evaluation *ev)
{
    const struct template *today = ev->scope->today->template_used;
    const struct template *then = ev->scope->figures->template_used;

    if (str_is(str_of(then->id), today->id))
        return (struct str){NULL, 0};
    return arena_printf(ev->arena, ", a report of `%s`,", then->id);
}

static void unknown(const struct evaluation *ev, size_t offset,
                    const struct names *names, struct str found,
                    const char *what)
{
    if (ev->scope->today != NULL)
        finding(ev->findings, FINDING_UNKNOWN_NAME,
                evaluation_place(ev, offset),
                "in the period before%.*s there is no %s `%.*s`",
                STR_ARG(format_then(ev)), what, STR_ARG(found));
    else
        finding(ev->findings, FINDING_UNKNOWN_NAME,
                evaluation_place(ev, offset), "there is no %s `%.*s`", what,
                STR_ARG(found));
    finding_nearest(ev->findings, found, names->list, names->count);
}

void refuse_root(const struct evaluation *ev, const struct path_step *step)
{
    const struct report *r = ev->scope->figures->report;
    const struct template *t = ev->scope->figures->template_used;
    const struct rules *rules = ev->scope->rules;
    struct evaluation heard;
    struct names names;

    names = names_new(ev, r->ndata + r->nvalues + r->nfields + t->nfields + 1 +
                              (rules == NULL ? 0 : rules->nfields));
    if (ev->scope->table != NULL)
        names_add(&names, STR_LIT(ROW_NAME));
    for (size_t i = 0; i < r->ndata; i++)
        names_add(&names, str_of(r->data[i].id));
    for (size_t i = 0; i < r->nvalues; i++)
        names_add(&names, str_of(r->values[i].id));
    for (size_t i = 0; i < r->nfields; i++)
        names_add(&names, str_of(r->fields[i].id));
    for (size_t i = 0; i < t->nfields; i++)
        names_add(&names, str_of(t->fields[i].id));
    for (size_t i = 0; rules != NULL && i < rules->nfields; i++)
        names_add(&names, str_of(rules->fields[i].id));
    heard = aloud(ev, is_no_name(ev, step, &names));
    unknown(&heard, step->offset, &names, step->text,
            "value, header field or data called");
    if (choice_find(field_role_choices, step->text) != NULL)
        finding_hint(heard.findings,
                     "declare it in the template: <field id=\"%.*s\" "
                     "role=\"%.*s\"/>",
                     STR_ARG(step->text), STR_ARG(step->text));
    if (str_is(step->text, AS_OF_NAME))
        finding_hint(heard.findings, "give the date: --as-of 2026-11-30");
    template_hint_removed(t, step->text, heard.findings);
}

void refuse_column(const struct evaluation *ev, const struct table *t,
                   const struct path_step *step)
{
    const struct evaluation heard =
        aloud(ev, !kind_has_column(t->kind, step->text) &&
                      financial_year_read(step->text) == 0);
    struct names names = names_new(ev, t->ncolumns);

    for (size_t c = 0; c < t->ncolumns; c++)
        names_add(&names, t->columns[c].year != 0 ? t->columns[c].heading
                                                  : str_of(t->columns[c].id));
    unknown(&heard, step->offset, &names, step->text, "column");
}

void refuse_key(const struct evaluation *ev, const struct table *t,
                const struct path_step *step)
{
    struct names names = names_new(ev, t->nrows);

    for (size_t r = 0; r < t->nrows && names.count < names.size; r++) {
        const struct str key = row_key(t, r);

        if (key.len > 0)
            names_add(&names, key);
    }
    unknown(ev, step->offset, &names, step->text, "row");
    if (str_starts(step->text, STR_LIT(ROW_NAME ".")))
        finding_hint(ev->findings,
                     "brackets hold what a row is called, letter by letter; "
                     "first(data.column, key = %.*s) is a cell of the row "
                     "whose column `key` says the same",
                     STR_ARG(step->text));
}

void refuse_word(const struct evaluation *ev, const struct table *t,
                 const struct path_step *step)
{
    struct names names = names_new(ev, t->ncolumns);
    struct evaluation heard;

    for (size_t c = 0; c < t->ncolumns; c++)
        names_add(&names, str_of(t->columns[c].id));
    heard = aloud(ev, is_no_name(ev, step, &names));
    finding(heard.findings, FINDING_UNKNOWN_NAME,
            evaluation_place(ev, step->offset),
            "there is no column `%.*s`; a text stands in quotation marks",
            STR_ARG(step->text));
    finding_nearest(heard.findings, step->text, names.list, names.count);
}

struct figure refuse_member(const struct evaluation *ev,
                            const struct path_step *step)
{
    struct str members[] = {STR_INIT("total"), STR_INIT("title"),
                            STR_INIT("as-at")};
    const struct names names = {members, 3, 3};
    const struct evaluation heard = aloud(ev, true);

    unknown(&heard, step->offset, &names, step->text,
            "figure of the data called");
    return none;
}

void refuse_ambiguous(const struct evaluation *ev, const struct table *t,
                      const struct path_step *step, const size_t rows[2])
{
    const size_t first = rows[0] < rows[1] ? rows[0] : rows[1];

    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, step->offset),
            "`%.*s` is the name of several rows of %s, among them %u and %u",
            STR_ARG(step->text), t->source->name,
            (unsigned)table_cell_place(t, first, 0).line,
            (unsigned)table_cell_place(t, rows[0] + rows[1] - first, 0).line);
    finding_hint(ev->findings,
                 "give each row a text of its own, or ask for it by what its "
                 "columns say: sum(data.column, column = 'text')");
}

struct figure refuse_step(const struct evaluation *ev,
                          const struct path_step *step, const char *why)
{
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, step->offset), "`%.*s`: %s",
            STR_ARG(step->text), why);
    return none;
}

struct figure refuse_internal(const struct evaluation *ev,
                              const struct path_step *step, struct figure f,
                              enum audience audience, struct place origin)
{
    if (audience == AUDIENCE_PUBLIC || f.type == FIGURE_NONE)
        return f;
    f.audience = AUDIENCE_INTERNAL;
    if (ev->scope->audience == AUDIENCE_INTERNAL)
        return f;
    finding(ev->findings, FINDING_EXEMPT, evaluation_place(ev, step->offset),
            "`%.*s` rests on what is internal (%.*s), and this text is "
            "published",
            STR_ARG(step->text), STR_ARG(source_place_name(ev->arena, origin)));
    return none;
}

static const char *where_printed(enum doc_medium medium)
{
    const struct choice *alone = choice_with(medium_choices, (int)medium);

    return alone == NULL ? "everywhere" : alone->sentence;
}

bool refuse_medium(const struct evaluation *ev, const struct path_step *step,
                   const struct template_field *declared)
{
    const struct scope *scope = ev->scope;

    if (!scope->printed || scope->asks || declared == NULL ||
        declared->medium == MEDIUM_BOTH || declared->medium == scope->medium)
        return false;
    finding(ev->findings, FINDING_BAD_ELEMENT,
            evaluation_place(ev, step->offset),
            "the header field `%.*s` is printed %s, and what stands here %s",
            STR_ARG(step->text), where_printed(declared->medium),
            where_printed(scope->medium));
    finding_hint(ev->findings,
                 "print it in a paragraph of the template or in "
                 "one that says medium=\"%s\"",
                 choice_name(medium_choices, (int)declared->medium));
    return true;
}

struct figure refuse_table(const struct evaluation *ev,
                           const struct path_step *step)
{
    return refuse_step(
        ev, step,
        "this is a table: write data.total, data[row].column or count(data)");
}
