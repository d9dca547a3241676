#include "core/doc/doc.h"
#include "input/report/report_parts.h"

/* Words that `new` put there, so that each place can be found: nobody means
   them to be printed. */
static void find_words(const struct report_reading *r, struct str text,
                       struct str sample, struct place at)
{
    if (sample.len == 0 || !str_eq(str_trim(text), sample))
        return;
    finding(r->xml.findings, FINDING_SAMPLE_WORDS, at,
            "`%.*s` is what a sample of this template says here",
            STR_ARG(str_trim(text)));
    finding_hint(r->xml.findings,
                 "write what this report says, or take it out");
}

static void find_in_prose(const struct report_reading *r,
                          const struct doc_node *prose, struct str sample,
                          struct place at)
{
    if (prose == NULL || prose->first == NULL || prose->first->next != NULL)
        return; /* of a sample it is one paragraph */
    find_words(r, doc_words(r->xml.arena, prose->first), sample,
               prose->first->at.source == NULL ? at : prose->first->at);
}

static void find_in_fields(const struct report_reading *r,
                           const struct template *t)
{
    for (size_t i = 0; i < r->made->nfields; i++) {
        const struct field *f = &r->made->fields[i];
        const struct template_field *asked =
            f->id == NULL ? NULL : template_field(t, str_of(f->id));
        struct str words;

        if (asked == NULL || asked->sample.len > 0)
            continue;
        words = template_sample_words(asked->label, asked->id);
        if (asked->type == FIELD_LIST)
            words = template_sample_list(r->xml.arena, words);
        find_words(r, f->text, words, f->at);
    }
}

static void find_in_people(const struct report_reading *r,
                           const struct template *t)
{
    for (size_t i = 0; i < r->made->npeople; i++) {
        const struct person *p = &r->made->people[i];

        for (size_t k = 0; k < t->nroles; k++) {
            const struct template_role *role = &t->roles[k];

            const struct str words =
                template_sample_words(role->label, role->id);

            if (p->role == NULL || role->id == NULL ||
                !str_is(str_of(p->role), role->id))
                continue;
            find_words(r, p->name, words, p->at);
        }
    }
}

static void find_in_sections(const struct report_reading *r,
                             const struct report_section *given, size_t ngiven,
                             const struct template_section *asked,
                             size_t nasked)
{
    for (size_t i = 0; i < ngiven; i++) {
        for (size_t k = 0; given[i].id != NULL && k < nasked; k++) {
            if (asked[k].id != NULL && str_is(str_of(given[i].id), asked[k].id))
                find_in_prose(
                    r, given[i].prose,
                    template_sample_words(asked[k].heading, asked[k].id),
                    given[i].at);
        }
    }
}

/* Recommendations, appendices and papers are called as the section is in which
   they stand. */
static void find_in_lists(const struct report_reading *r,
                          const struct template_section *s)
{
    const struct str words = template_sample_words(s->heading, s->id);
    const struct report *made = r->made;

    for (size_t i = 0; i < made->nrecommendations; i++)
        find_in_prose(r, made->recommendations[i].prose, words,
                      made->recommendations[i].at);
    for (size_t i = 0; i < made->nappendices; i++)
        find_words(r, made->appendices[i].title, words, made->appendices[i].at);
    for (size_t i = 0; i < made->npapers; i++)
        find_words(r, made->papers[i].title, words, made->papers[i].at);
}

/* `Option 1` in the column Option, as the first row of a sample has it. */
static bool is_sample_cell(const struct table *t, size_t row, size_t column)
{
    const struct kind_column *kind = t->columns[column].kind;
    const struct cell *cell = table_cell(t, row, column);
    struct str rest;

    if (kind == NULL || cell->state != CELL_VALUE ||
        (kind->type != TYPE_TEXT && kind->type != TYPE_PROSE))
        return false;
    rest = cell_as_typed(cell);
    if (!str_starts_alike(rest, kind->title))
        return false;
    return str_is(str_trim(str_from(rest, kind->title.len)), "1");
}

/* One column alone may be meant: options are called so. */
static void find_in_rows(const struct report_reading *r, const struct data *d)
{
    const struct table *t = d->table;
    size_t row = 0;
    size_t found = 0;
    size_t last = 0;

    while (t != NULL && row < t->nrows && !row_is_plain(t->row_roles[row]))
        row++;
    for (size_t c = 0; t != NULL && row < t->nrows && c < t->ncolumns; c++) {
        if (is_sample_cell(t, row, c)) {
            found++;
            last = c;
        }
    }
    if (found < 2)
        return;
    finding(r->xml.findings, FINDING_SAMPLE_WORDS,
            table_cell_place(t, row, last),
            "`%.*s` is what a sample of the data `%s` says here",
            STR_ARG(cell_as_typed(table_cell(t, row, last))),
            d->id == NULL ? "" : d->id);
    finding_hint(r->xml.findings, "put the rows of this report in their place");
}

void report_find_sample(const struct report_reading *r)
{
    const struct template *t = r->template_used;

    if (t == NULL)
        return;
    find_in_fields(r, t);
    find_in_people(r, t);
    for (size_t i = 0; i < r->made->ndata; i++)
        find_in_rows(r, &r->made->data[i]);
    find_in_sections(r, r->made->sections, r->made->nsections, t->sections,
                     t->nsections);
    for (size_t i = 0; i < t->nsections; i++)
        find_in_lists(r, &t->sections[i]);
    for (size_t i = 0; i < t->nparts; i++) {
        const struct template_part *p = &t->parts[i];

        for (size_t k = 0; k < p->nsections; k++)
            find_in_lists(r, &p->sections[k]);
        for (size_t k = 0; p->id != NULL && k < r->made->nparts; k++) {
            const struct report_part *given = &r->made->parts[k];

            if (given->id != NULL && str_is(str_of(given->id), p->id))
                find_in_sections(r, given->sections, given->nsections,
                                 p->sections, p->nsections);
        }
    }
}
