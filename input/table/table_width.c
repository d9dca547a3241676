#include "core/base/ascii.h"
#include "input/table/table_parts.h"

/*
 * Rows that have other fields than the headings: more of them, a figure parted
 * by its own comma, or another separator.
 */

/* The first field of RECORD beyond the headings in which something stands. */
static size_t first_beyond(const struct table_reading *r,
                           const struct record *record)
{
    size_t field = r->columns.width + 1;

    while (field < record->nfilled && record->fields[field - 1].len == 0)
        field++;
    return field;
}

/* More fields than headings in every row: the row of headings is short. Where
   only some have more, a delimiter has parted a field of theirs. */
static void see_short_headings(struct table_reading *r)
{
    const struct record *first = NULL;
    size_t rows = 0;

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);

        if (record == NULL)
            break;
        if (record->nfilled < 2)
            continue;
        if (record->nfilled <= r->columns.width)
            return;
        first = first == NULL ? record : first;
        rows++;
    }
    if (rows < 2)
        return;
    r->takes_wide = true;
    finding(r->findings, FINDING_DOUBTFUL,
            record_place(first, first_beyond(r, first)),
            "the rows have more fields than there are headings: what has no "
            "heading is left out");
    finding_hint(r->findings, "give each column a heading");
}

/* Up to three digits behind a sign or a currency: the 1 of £1,200. */
static bool begins_figure(struct str text)
{
    size_t i = 0;

    while (i < text.len && !is_digit(text.ptr[i])) {
        if (is_ascii_letter(text.ptr[i]))
            return false;
        i++;
    }
    text = str_from(text, i);
    return text.len <= 3 && is_all_digits(text) && text.ptr[0] != '0';
}

/* Three digits, and pence or a bracket behind them: the 200 of £1,200. */
static bool ends_figure(struct str text)
{
    return count_digits(text) == 3 &&
           (text.len == 3 || text.ptr[3] == '.' || text.ptr[3] == ')');
}

static bool is_figure_field(const struct table_reading *r, size_t field)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        if (r->columns.list[c].field == field)
            return table_is_figure(&r->columns.list[c]);
    }
    return false;
}

/* Fields that a comma of a figure pushed to the right may have pushed a figure
   beyond the headings: not 150, 160 and a comma behind them, or a word. */
static bool has_figure_beyond(const struct table_reading *r,
                              const struct record *record)
{
    struct str text = {NULL, 0};

    if (record->nfilled > r->columns.width)
        text = record->fields[record->nfilled - 1];
    return has_digit(text) && !has_ascii_letter(text);
}

/* The field of RECORD, from 1, with the thousands of a figure whose rest stands
   in the next; 0: it has none. */
static size_t parted_figure(const struct table_reading *r,
                            const struct record *record)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const size_t field = r->columns.list[c].field;

        if (!table_is_figure(&r->columns.list[c]) || field >= record->nfields ||
            !begins_figure(record->fields[field - 1]) ||
            !ends_figure(record->fields[field]))
            continue;
        if (!is_figure_field(r, field + 1) || has_figure_beyond(r, record))
            return field;
    }
    return 0;
}

/* Three digits beside a column of figures, where none of figures is: codes. */
static bool has_digits_beside(const struct table_reading *r,
                              const struct record *record)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const size_t field = r->columns.list[c].field;

        if (table_is_figure(&r->columns.list[c]) && field < record->nfields &&
            !is_figure_field(r, field + 1) &&
            ends_figure(record->fields[field]))
            return true;
    }
    return false;
}

/* Programs end each row in a comma. A blank field beyond the headings tells of
   a comma too many where other rows have none, nor digits that are codes. */
static bool blank_ends_tell(struct table_reading *r)
{
    bool any = false;

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);

        if (record == NULL)
            break;
        if (record->nfilled < 2 || record->nfields > r->heading_width)
            continue;
        if (has_digits_beside(r, record))
            return false;
        any = true;
    }
    return any;
}

/* Beyond the headings in which something stands. */
static bool has_more_fields(const struct table_reading *r,
                            const struct record *record)
{
    return record->source->kind == SOURCE_CSV &&
           record->source->delimiter == ',' &&
           (record->nfilled > r->columns.width ||
            (r->blank_ends_tell && record->nfields > r->heading_width));
}

/* Where a row has a field more than the headings that is no part of a figure,
   those of others need be none, either. */
static void see_parted(struct table_reading *r)
{
    bool other = false;
    bool any = false;

    r->blank_ends_tell = blank_ends_tell(r);
    for (size_t i = 0; i < LOOK_AHEAD && !other; i++) {
        const struct record *record = table_peek(r, i);

        if (record == NULL)
            break;
        if (record->nfilled < 2 || !has_more_fields(r, record))
            continue;
        any = true;
        other = parted_figure(r, record) == 0;
    }
    r->figures_parted = any && !other;
}

/* As a spreadsheet saves a table: a row with a comma too many would be wider
   than the others. One row alone proves nothing. */
static bool is_padded(struct table_reading *r)
{
    size_t rows = 0;

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);

        if (record == NULL)
            break;
        if (record->nfilled > 0 && record->nfields != r->heading_width)
            return false;
        rows += record->nfilled > 0;
    }
    return rows > 1 && r->heading_width > r->columns.width;
}

void width_begin(struct table_reading *r)
{
    r->padded = is_padded(r);
    see_parted(r);
    if (!r->figures_parted)
        see_short_headings(r);
}

static bool refuse_figure(struct table_reading *r)
{
    const struct record *record = r->record;
    const size_t field = r->figures_parted && has_more_fields(r, record)
                             ? parted_figure(r, record)
                             : 0;

    if (field == 0)
        return false;
    table_refuse_record(r);
    cell_count(&r->parted_figures, record_place(record, field),
               arena_printf(r->arena, "%.*s` and `%.*s",
                            STR_ARG(record->fields[field - 1]),
                            STR_ARG(record->fields[field])));
    return true;
}

/* Whether TEXT holds as many fields as there are headings with SEPARATOR
   between them, with a figure in one of figures. */
static bool is_parted_by(const struct table_reading *r, struct str text,
                         char separator)
{
    const size_t blank = text.ptr[text.len - 1] == separator; /* the last */
    size_t fields = 0;
    bool figures = false;

    while (text.len > 0) {
        const struct str part = str_trim(str_cut(&text, separator));
        struct decimal d;

        fields++;
        for (size_t c = 0; c < r->columns.count && !figures; c++) {
            const struct column *column = &r->columns.list[c];

            figures = column->field == fields && table_is_figure(column) &&
                      decimal_read(part, r->options->wording->currency, &d) ==
                          NUMBER_OK;
        }
    }
    return figures && fields + blank > 2 && fields + blank == r->columns.width;
}

/* A;100;110 in a file of commas: two exports that were put together. */
bool width_is_parted_otherwise(struct table_reading *r)
{
    const struct record *record = r->record;

    if (record->source->kind != SOURCE_CSV || record->nfilled != 1)
        return false;
    for (const char *c = ";\t|,"; *c != '\0'; c++) {
        if (!is_parted_by(r, record->fields[0], *c))
            continue;
        table_refuse_record(r);
        finding(r->findings, FINDING_NOT_CSV, record_place(record, 1),
                "record %u has another separator than its headings",
                record->number);
        finding_hint(r->findings, "export both parts of the file alike");
        return true;
    }
    return false;
}

/* A figure, or what stands for one: `n/a`, blank. */
static bool may_be_figure(const struct table_reading *r, struct str text)
{
    static const enum word states[] = {WORD_DASH, WORD_NIL, WORD_NOT_APPLICABLE,
                                       WORD_TO_BE_CONFIRMED, WORD_MARKER};

    if (has_digit(text) || !has_ascii_letter(text))
        return true;
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (wording_has(r->options->wording, states[i], text))
            return true;
    }
    return false;
}

/* Whether the columns of figures behind FIELD have figures in RECORD if all
   that stands in it was pushed to the right by one. */
static bool has_figures_pushed(const struct table_reading *r,
                               const struct record *record, size_t field)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        const size_t at = r->columns.list[c].field;

        if (at > field && at < record->nfields &&
            table_is_figure(&r->columns.list[c]) &&
            !may_be_figure(r, record->fields[at]))
            return false;
    }
    return true;
}

/* A space behind a comma: words, of which it is part, and not two fields. */
static bool begins_with_space(const struct record *record, size_t field)
{
    const struct str all = record->source->text;
    const struct str text = record->fields[field - 1];
    const char before =
        text.len > 0 && text.ptr > all.ptr && text.ptr < all.ptr + all.len
            ? text.ptr[-1]
            : '\0';

    return before == ' ';
}

/* Whether RECORD, in which something stands beyond the headings, may have a
   comma that parts nothing: a spreadsheet that read such a row gives it as many
   fields as the others. */
static bool may_be_parted(const struct table_reading *r,
                          const struct record *record)
{
    for (size_t field = 2; field <= record->nfilled; field++) {
        if (begins_with_space(record, field))
            return true;
    }
    for (size_t c = 0; c < r->columns.count; c++) {
        const size_t field = r->columns.list[c].field;

        if (table_is_figure(&r->columns.list[c]) && field < record->nfields &&
            begins_figure(record->fields[field - 1]) &&
            count_digits(record->fields[field]) == 3 &&
            has_figures_pushed(r, record, field))
            return true;
    }
    return false;
}

/* No delimiter went astray in the record, which is wider than its headings. */
static bool stands_below_no_heading(const struct table_reading *r)
{
    const struct record *record = r->record;

    return record->source->kind != SOURCE_CSV ||
           (r->padded && record->nfields <= r->heading_width &&
            !may_be_parted(r, record));
}

bool width_refuses(struct table_reading *r)
{
    const size_t width = r->columns.width;
    const struct record *record = r->record;

    if (refuse_figure(r))
        return true;
    if (record->nfilled <= width || r->takes_wide)
        return false;
    if (stands_below_no_heading(r)) {
        cell_count(&r->unheaded, record_place(record, first_beyond(r, record)),
                   (struct str){NULL, 0});
        return false;
    }
    table_refuse_record(r);
    finding(r->findings, FINDING_NOT_CSV, record_place(record, width + 1),
            "record %u has %zu fields, its headings are %zu", record->number,
            record->nfilled, width);
    finding_hint(r->findings, "a field that holds the separator must stand in "
                              "quotation marks");
    return true;
}

static void say_unheaded(const struct table_reading *r)
{
    const struct cell_count *c = &r->unheaded;
    const struct str more = rows_are_so(r->arena, c->count);

    if (c->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, c->first,
            "this stands below no heading, and is left out%.*s", STR_ARG(more));
    finding_hint(r->findings, "give each column a heading");
}

static void say_parted(const struct table_reading *r)
{
    const struct cell_count *c = &r->parted_figures;
    const struct str more = rows_are_so(r->arena, c->count);

    if (c->count == 0)
        return;
    finding(r->findings, FINDING_NOT_CSV, c->first,
            "`%.*s` stand in two fields and may be one figure: the row has "
            "more fields than the headings%.*s",
            STR_ARG(c->text), STR_ARG(more));
    finding_hint(r->findings,
                 "put a figure with a comma into quotation marks, or export it "
                 "without; a column of its own needs a heading");
}

void width_end(const struct table_reading *r)
{
    say_unheaded(r);
    say_parted(r);
}
