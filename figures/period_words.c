#include "figures/period_words.h"
#include "core/base/ascii.h"
#include "core/doc/doc.h"
#include "core/model/generator_call.h"

#define HEADING_MAX 1024

/* Words above data, and the year that they name alone. */
struct named_year {
    struct str text;
    struct place at;
    int year; /* the first of the two; 0: none, or several */
    bool said;
};

struct period_words_reading {
    const struct figures *figures;
    struct findings *findings;
    struct named_year heading; /* the last one */
};

static int year_in(const struct period_words_reading *r, struct str text)
{
    struct report_period period;

    /* Most headings: there is no year without a digit. */
    if (!has_digit(text) ||
        !report_period_scan(text, r->figures->template_used->wording,
                            &period) ||
        period.months != 12 || period.calendar)
        return 0;
    return period.year;
}

static struct named_year named_in(const struct period_words_reading *r,
                                  struct str text, struct place at)
{
    return (struct named_year){
        .text = text, .at = at, .year = year_in(r, text)};
}

/* The year that all of DATA is of; 0: not known, or it has several. */
static int data_year(const struct data *data)
{
    for (size_t i = 0; data->table != NULL && i < data->table->ncolumns; i++) {
        if (data->table->columns[i].year != 0)
            return 0;
    }
    return data->as_at.year == 0 ? 0 : report_period_of_date(data->as_at).year;
}

static void compare(const struct period_words_reading *r,
                    struct named_year *words, const struct data *data)
{
    const struct wording *w = r->figures->template_used->wording;
    const int year = data_year(data);

    if (words->said || words->year == 0 || year == 0 || words->year >= year)
        return;
    words->said = true;
    finding(r->findings, FINDING_OLD_YEAR, words->at,
            "`%.*s` names %.*s, and the data `%s` is of %.*s",
            STR_ARG(name_cut(words->text)),
            STR_ARG(wording_year(r->figures->arena, w, words->year)), data->id,
            STR_ARG(wording_year(r->figures->arena, w, year)));
    finding_hint(r->findings, "correct the words, or the as-at of the data");
}

static void see_call(struct period_words_reading *r,
                     const struct doc_node *node)
{
    const struct generator_call *call = node->u.call;
    const struct data *data =
        call->data == NULL
            ? NULL
            : report_data(r->figures->report, str_of(call->data));
    struct named_year caption;

    if (data == NULL || data->id == NULL)
        return;
    compare(r, &r->heading, data);
    caption = named_in(r, call->caption, node->at);
    compare(r, &caption, data);
}

static void see_heading(struct period_words_reading *r,
                        const struct doc_node *node)
{
    struct buf text;

    buf_init(&text, HEADING_MAX);
    doc_plain_text(node, &text);
    if (buf_status(&text) == ST_OK)
        r->heading = named_in(r, arena_str(r->figures->arena, buf_view(&text)),
                              doc_place(node));
    buf_free(&text);
}

static void see_sections(struct period_words_reading *r,
                         const struct report_section *sections,
                         size_t nsections)
{
    for (size_t i = 0; i < nsections; i++) {
        struct doc_walk walk = doc_walk(sections[i].prose);

        r->heading = named_in(r, sections[i].heading, sections[i].at);
        while (sections[i].prose != NULL && doc_walk_next(&walk)) {
            if (walk.entering && walk.node->kind == DOC_HEADING)
                see_heading(r, walk.node);
            else if (walk.entering && walk.node->kind == DOC_GENERATOR_CALL)
                see_call(r, walk.node);
        }
    }
}

/* The title stands over all data: its year is old where all are later. */
static void see_title(struct period_words_reading *r)
{
    const struct report *report = r->figures->report;
    const struct template *t = r->figures->template_used;
    struct named_year title = {.year = 0};
    const struct data *first = NULL;

    for (size_t i = 0; i < t->nfields; i++) {
        const struct field *f =
            t->fields[i].role != FIELD_ROLE_TITLE || t->fields[i].id == NULL
                ? NULL
                : report_field(report, str_of(t->fields[i].id));

        if (f != NULL)
            title = named_in(r, f->text, f->at);
    }
    for (size_t i = 0; i < report->ndata; i++) {
        const int year = data_year(&report->data[i]);

        if (year != 0 && year <= title.year)
            return;
        if (year != 0 && first == NULL)
            first = &report->data[i];
    }
    if (first != NULL && first->id != NULL)
        compare(r, &title, first);
}

/* What data is called stands above it, too. */
static void see_data(const struct period_words_reading *r,
                     const struct data *data)
{
    struct named_year title = named_in(r, data->title, data->at);

    if (data->id != NULL)
        compare(r, &title, data);
}

void period_words_check(const struct figures *figures,
                        struct findings *findings)
{
    const struct report *report = figures->report;
    struct period_words_reading r = {.figures = figures, .findings = findings};

    see_title(&r);
    for (size_t i = 0; i < report->ndata; i++)
        see_data(&r, &report->data[i]);
    see_sections(&r, report->sections, report->nsections);
    for (size_t i = 0; i < report->nparts; i++)
        see_sections(&r, report->parts[i].sections, report->parts[i].nsections);
}
