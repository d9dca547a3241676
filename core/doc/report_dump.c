#include "core/doc/report_dump.h"

#include "core/doc/doc.h"
#include "core/doc/dump_text.h"

static const char *const state_names[] = {
    [CELL_BLANK] = "blank",        [CELL_VALUE] = "value",
    [CELL_DASH] = "dash",          [CELL_NIL] = "nil",
    [CELL_NOT_APPLICABLE] = "n/a", [CELL_TO_BE_CONFIRMED] = "tbc",
    [CELL_WORDS] = "words",        [CELL_BAD] = "bad",
};

static void dump_date(struct buf *out, struct date d)
{
    if (d.year == 0)
        buf_puts(out, "open");
    else
        buf_printf(out, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void dump_period(struct buf *out, const struct period *w)
{
    if (w == NULL || w->count == 0)
        buf_puts(out, "undated");
    for (size_t i = 0; w != NULL && i < w->count; i++) {
        buf_puts(out, i > 0 ? ", " : "");
        dump_date(out, w->intervals[i].from);
        buf_puts(out, "..");
        dump_date(out, w->intervals[i].to);
    }
}

/* The value itself, for a cell that has one. */
static void dump_value(struct buf *out, const struct cell *c,
                       enum value_type type)
{
    switch (type) {
    case TYPE_MONEY:
        buf_printf(out, " = %lldp", (long long)c->value.pence);
        break;
    case TYPE_NUMBER:
    case TYPE_PERCENT:
    case TYPE_MEASURE:
        buf_printf(out, " = %lld/10^%u", (long long)c->value.coefficient,
                   c->scale);
        break;
    case TYPE_DATE:
        buf_puts(out, " = ");
        dump_date(out, c->value.date);
        break;
    case TYPE_YEAR: buf_printf(out, " = %lld", (long long)c->value.year); break;
    case TYPE_PERIOD:
        buf_puts(out, " = ");
        dump_period(out, c->value.period);
        break;
    case TYPE_TEXT:
    case TYPE_PROSE:
    case TYPE_CHOICE:
    case TYPE_MAX: break;
    }
}

static void dump_table(const struct table *t, struct buf *out)
{
    for (size_t row = 0; row < t->nrows; row++) {
        const struct place at =
            t->nfiles == 0 ? (struct place){t->source, t->records[row], 0}
                           : table_cell_place(t, row, 0);

        if (t->nfiles > 0 && table_begins_file(t, row))
            buf_printf(out, "  file %s\n", at.source->name);
        buf_printf(out, "  record %u %s\n", at.line,
                   row_role_name(t->row_roles[row]));
        for (size_t col = 0; col < t->ncolumns; col++) {
            const struct cell *c = table_cell(t, row, col);
            const struct column *column = &t->columns[col];

            buf_printf(out, "    %s %s ", column->id, state_names[c->state]);
            dump_quoted(out, cell_as_typed(c));
            if (c->state == CELL_VALUE && column->kind != NULL)
                dump_value(out, c, column->kind->type);
            buf_char(out, '\n');
        }
    }
}

static void dump_data(const struct report *r, struct buf *out)
{
    for (size_t i = 0; i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        buf_printf(out, "data %s %s kind %s%s as at ", d->id, d->file,
                   d->kind == NULL ? "unknown" : d->kind->id,
                   d->audience == AUDIENCE_INTERNAL ? " internal" : "");
        dump_date(out, d->as_at);
        buf_char(out, '\n');
        if (d->table != NULL)
            dump_table(d->table, out);
    }
}

static void dump_people(const struct report *r, struct buf *out)
{
    for (size_t i = 0; i < r->npeople; i++) {
        const struct person *p = &r->people[i];

        buf_printf(out, "person %s ", p->role);
        dump_quoted(out, p->name);
        buf_char(out, '\n');
    }
}

static void dump_prose(const char *what, const char *id,
                       const struct doc_node *prose, struct buf *out)
{
    buf_printf(out, "%s %s ", what, id == NULL ? "-" : id);
    if (prose != NULL) {
        struct buf text;

        buf_init(&text, out->limit);
        doc_plain_text(prose, &text);
        dump_quoted(out, buf_view(&text));
        if (text.status != ST_OK && out->status == ST_OK)
            out->status = text.status;
        buf_free(&text);
    }
    buf_char(out, '\n');
}

static void dump_papers(const char *what, const struct paper *papers,
                        size_t npapers, struct buf *out)
{
    for (size_t i = 0; i < npapers; i++) {
        buf_printf(out, "%s %s ", what,
                   papers[i].id == NULL ? "-" : papers[i].id);
        dump_quoted(out, papers[i].title);
        buf_char(out, '\n');
    }
}

void report_dump(const struct report *r, struct buf *out)
{
    buf_printf(out, "report %s template %s lang %s\n", r->name,
               r->template_name, r->lang);
    for (size_t i = 0; i < r->nfields; i++) {
        buf_printf(out, "field %s ", r->fields[i].id);
        dump_quoted(out, r->fields[i].text);
        buf_char(out, '\n');
    }
    dump_data(r, out);
    for (size_t i = 0; i < r->nvalues; i++) {
        buf_printf(out, "value %s ", r->values[i].id);
        dump_quoted(out, cell_as_typed(&r->values[i].cell));
        dump_value(out, &r->values[i].cell, r->values[i].type);
        buf_char(out, '\n');
    }
    dump_people(r, out);
    for (size_t i = 0; i < r->nrecommendations; i++)
        dump_prose("recommendation", r->recommendations[i].id,
                   r->recommendations[i].prose, out);
    for (size_t i = 0; i < r->nsections; i++)
        dump_prose("section", r->sections[i].id, r->sections[i].prose, out);
    for (size_t i = 0; i < r->nparts; i++) {
        buf_printf(out, "part %s\n", r->parts[i].id);
        for (size_t k = 0; k < r->parts[i].nsections; k++)
            dump_prose("section", r->parts[i].sections[k].id,
                       r->parts[i].sections[k].prose, out);
    }
    dump_papers("appendix", r->appendices, r->nappendices, out);
    dump_papers("paper", r->papers, r->npapers, out);
}
