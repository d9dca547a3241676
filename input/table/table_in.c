#include "input/table/table_in.h"
#include "core/base/ascii.h"
#include "input/table/table_parts.h"

/* Whether RECORD says in field I what the one ABOVE it says, or leaves it out,
   and has another name beside. */
static bool is_said_again(const struct record *above,
                          const struct record *record, size_t i)
{
    const struct str text = record->fields[i];

    return i + 1 < above->nfields && i + 1 < record->nfields &&
           record->fields[i + 1].len > 0 && above->fields[i + 1].len > 0 &&
           above->fields[i].len > 0 &&
           (text.len == 0 || str_eq(text, above->fields[i]));
}

/* 10010, A100, CC-2001: a word with digits, and without small letters. */
static bool is_code(struct str text)
{
    bool digits = false;

    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];

        if (!is_digit(c) && (c < 'A' || c > 'Z') && c != '-')
            return false;
        digits |= is_digit(c);
    }
    return digits;
}

/* Whether one of the first N records says in field I what RECORD, behind it,
   says, and one between says another. */
static bool is_scattered(struct table_reading *r, const struct record *record,
                         size_t n, size_t i)
{
    const struct str text = record->fields[i];
    bool parted = false;

    for (size_t k = n; k > 0 && text.len > 0; k--) {
        const struct record *above = table_peek(r, k - 1);
        const bool same = above != NULL && i < above->nfields &&
                          str_eq(above->fields[i], text);

        if (same && parted)
            return true;
        parted |= above != NULL && i < above->nfields &&
                  above->fields[i].len > 0 && !same;
    }
    return false;
}

static bool ends_in_percent(struct str text)
{
    return text.len > 0 && text.ptr[text.len - 1] == '%';
}

/* What the first rows tell of the headings above them: which name groups, which
   percentages. */
static void see_first_rows(struct table_reading *r)
{
    const struct record *above = NULL;

    for (size_t n = 0; n < LOOK_AHEAD; n++) {
        const struct record *record = table_peek(r, n);

        if (record == NULL)
            return;
        for (size_t i = 0; i < r->nheadings && i < record->nfields; i++) {
            struct heading *h = &r->headings[i];

            if (ends_in_percent(record->fields[i]))
                h->percents++;
            else if (record->fields[i].len > 0)
                h->others++;
            h->codes += is_code(record->fields[i]);
            h->numbers += is_all_digits(record->fields[i]);
            h->is_scattered |= is_scattered(r, record, n, i);
            if (above == NULL || !is_said_again(above, record, i))
                continue;
            h->is_said_again = true;
            h->is_repeated |= record->fields[i].len > 0;
        }
        above = record;
    }
}

#define QUOTED_FIELDS 64
#define QUOTED_KNOWN 2

/* Whether the only heading holds some that are known: each line stands in
   quotation marks as a whole. */
static bool is_quoted_line(const struct table_reading *r)
{
    const struct source *s = r->reader->now.source;
    struct str rest = r->headings[0].text;
    struct str fields[QUOTED_FIELDS];
    size_t n = 0;
    bool complete;

    if (s->kind != SOURCE_CSV || r->nheadings > 1)
        return false;
    while (rest.len > 0 && n < QUOTED_FIELDS)
        fields[n++] = str_trim(str_cut(&rest, s->delimiter));
    return columns_known(r->options, fields, n, &complete) >= QUOTED_KNOWN;
}

static void refuse_headings(const struct table_reading *r)
{
    if (is_quoted_line(r)) {
        finding(r->findings, FINDING_NOT_CSV, r->headings[0].at,
                "all headings are one field: quotation marks stand around the "
                "whole line");
        finding_hint(r->findings, "take them away at both ends of each line, "
                                  "or export the file again");
        return;
    }
    finding(r->findings, FINDING_MISSING, r->headings[0].at,
            "none of these headings is a column of kind `%s`",
            r->options->kind->id);
    finding_hint(r->findings, "name the kind that this table is, or %s%s%.*s",
                 r->reader->named ? "the way to its records (path)"
                                  : "the line of its headings (heading-line)",
                 r->reader->ways.len > 0 ? ": " : "", STR_ARG(r->reader->ways));
}

static enum status match_columns(struct table_reading *r)
{
    enum status st;

    see_first_rows(r);
    st = columns_match(r->arena, r->options, r->headings, r->nheadings, r->unit,
                       r->period, r->findings, &r->columns);

    r->unit = r->columns.unit;
    if (st != ST_OK || r->columns.count > 0)
        return st;
    if (r->nheadings == 0) { /* records of XML without any field */
        finding(r->findings, FINDING_MISSING, r->options->at,
                "the records of this data hold nothing: a field of theirs is "
                "an attribute or an element inside them");
        return ST_DATA;
    }
    refuse_headings(r);
    return ST_DATA;
}

static enum status finish_table(const struct table_reading *r,
                                const struct table **table)
{
    struct table *t = arena_alloc(r->arena, 1, sizeof(*t));

    if (t == NULL)
        return arena_status(r->arena);
    *t = (struct table){
        .source = r->reader->now.source,
        .kind = r->options->kind,
        .columns = r->columns.list,
        .ncolumns = r->columns.count,
        .cells = r->cells,
        .spots = r->spots,
        .records = r->records,
        .row_roles = r->roles,
        .row_lines = r->lines,
        .group_rows = table_group_rows(r),
        .nrows = r->nrows,
        .period = r->title_period,
        .period_at = r->title_period_at,
        .notes = r->notes,
        .nnotes = r->nnotes,
        .incomplete = r->reader->incomplete,
    };
    *table = t;
    return r->options->one_of_several ? ST_OK
                                      : table_check_keys(t, r->findings);
}

static enum status read_table(struct table_reading *r,
                              const struct table **table)
{
    enum status st = table_find_headings(r);

    if (st == ST_OK)
        st = match_columns(r);
    if (st == ST_OK)
        units_say(r);
    if (st == ST_OK)
        st = table_read_rows(r);
    if (st == ST_OK && r->columns.complete)
        st = finish_table(r, table);
    return st;
}

enum status table_in(struct arena *arena, struct row_reader *reader,
                     const struct table_options *options,
                     struct findings *findings, const struct table **table)
{
    const size_t errors = findings->errors;
    const struct prose_options prose = {
        .list_series = options->list_series,
        .ordered_series = options->ordered_series,
        .wording = options->wording,
        .cell = true,
    };
    struct table_reading r = {
        .arena = arena,
        .findings = findings,
        .reader = reader,
        .options = options,
    };
    enum status st;

    *table = NULL;
    cell_reader_init(&r.cell_reader, arena, options->wording, &prose, findings);
    r.cell_reader.own_wording = options->own_wording;
    st = read_table(&r, table);
    if (st == ST_OK)
        st = arena_status(arena);
    if (st == ST_OK && findings->errors > errors)
        st = ST_DATA;
    return st;
}
