#include "input/table/table_parts.h"
#include "input/table/title_days.h"
#include "input/text/escaped.h"
#include "input/text/mangled.h"
#include "input/text/text_in.h"

#include <string.h>

static enum status refuse_empty(const struct table_reading *r,
                                const struct record *record)
{
    const uint32_t wanted = r->options->heading_line;
    const char *name = record->source->name;

    if (record->number == 0)
        finding(r->findings, FINDING_MISSING, r->options->at, "`%s` is empty",
                name);
    else if (record->nfilled == 0)
        finding(r->findings, FINDING_MISSING, r->options->at,
                "`%s` has no headings: it ends after record %u", name,
                record->number);
    else
        finding(r->findings, FINDING_BAD_VALUE, r->options->at,
                "record %u of `%s` is blank and holds no headings", wanted,
                name);
    return ST_DATA;
}

static void read_title_period(struct table_reading *r, struct str text,
                              struct place at)
{
    const struct report_period before = r->title_period;
    struct report_period *now = &r->title_period;
    struct report_period p;

    if (!report_period_scan(title_of_figures(r, text, at), r->options->wording,
                            &p))
        return;
    report_period_add(now, p);
    if (before.months > 0 && before.year == now->year &&
        before.month == now->month && before.day == now->day)
        return;
    r->title_period_at = at;
    r->title_period_text = text;
}

/* A line of words, a period or a unit has one figure, or none. */
static bool reads_as_row(const struct table_reading *r,
                         const struct record *title)
{
    struct decimal d;
    size_t n = 0;

    for (size_t i = 1; i < title->nfilled; i++)
        n += decimal_read_money(title->fields[i], r->options->wording->currency,
                                0, &d) == NUMBER_OK;
    return n > 1;
}

/* A line above the headings may say the unit of the whole table. */
static void read_title(struct table_reading *r, const struct record *title)
{
    for (size_t i = 0; i < title->nfilled; i++) {
        const struct str text = title->fields[i];

        read_title_period(r, text, record_place(title, i + 1));
        marks_see_title(r, text, record_place(title, i + 1));
        units_see_title(r, text, record_place(title, i + 1));
    }
    if (reads_as_row(r, title))
        cell_count(&r->rows_above, record_place(title, 1), title->fields[0]);
}

/* The data element calls the column so, as its file does. */
static bool is_called_as_typed(const struct table_options *o, struct str text)
{
    for (size_t i = 0; i < o->nmaps; i++) {
        if (str_same_word(o->maps[i].from, text))
            return true;
    }
    for (size_t i = 0; i < o->nwanted; i++) {
        if (str_same_word(o->wanted[i], text))
            return true;
    }
    return false;
}

#define SHAREPOINT_PREFIX STR_LIT("ows_")

/* `Revised_x0020_budget`, as SharePoint names a column; its XML has it as an
   attribute `ows_Revised_x0020_budget`. */
static struct str unescaped(const struct table_reading *r, struct str text,
                            struct place at)
{
    struct str meant;

    if (is_called_as_typed(r->options, text))
        return text;
    if (r->reader->named && str_starts(text, SHAREPOINT_PREFIX))
        text = str_from(text, SHAREPOINT_PREFIX.len);
    meant = escaped_heading(r->arena, text);
    return meant.ptr == text.ptr
               ? text
               : text_in(r->arena, meant, at, TEXT_BREAK_SPACE, r->findings);
}

/* The texts of RECORD as headings: most are as they stand. */
static const struct str *texts_of(const struct table_reading *r,
                                  const struct record *record)
{
    struct str *texts = NULL;

    for (size_t i = 0; i < record->nfilled; i++) {
        const struct str meant = escaped_heading(r->arena, record->fields[i]);

        if (meant.ptr == record->fields[i].ptr)
            continue;
        if (texts == NULL) {
            texts = arena_alloc(r->arena, record->nfilled, sizeof(*texts));
            if (texts == NULL)
                break;
            memcpy(texts, record->fields, record->nfilled * sizeof(*texts));
        }
        texts[i] = meant;
    }
    return texts == NULL ? record->fields : texts;
}

/* The record nearby that names most of the kind's columns, and how many they
   are; the first that names all that are required: *COMPLETE. */
static size_t choose_headings(struct table_reading *r, size_t *most,
                              bool *complete)
{
    size_t best = 0;

    *most = 0;
    *complete = false;

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);
        size_t known;

        if (record == NULL)
            break;
        known = columns_known(r->options, texts_of(r, record), record->nfilled,
                              complete);
        if (*complete)
            return i;
        if (known > *most) {
            *most = known;
            best = i;
        }
    }
    return best;
}

/* Up to the record of the headings, which is then the next. */
static enum status skip_titles(struct table_reading *r)
{
    const struct record *now = &r->reader->now;
    const uint32_t wanted = r->options->heading_line;
    const struct record *next = table_peek(r, 0);
    size_t titles = 0;
    size_t known;
    bool complete;

    while (next != NULL && next->number < wanted) {
        read_title(r, next);
        r->next_ahead = 0;
        r->nahead = 0;
        next = table_peek(r, 0);
    }
    if (r->reader->status != ST_OK && next == NULL)
        return r->reader->status;
    if (arena_status(r->arena) != ST_OK)
        return arena_status(r->arena);
    if (next == NULL || (wanted != 0 && next->number != wanted))
        return refuse_empty(r, now);
    if (wanted == 0 && !r->reader->named) {
        titles = choose_headings(r, &known, &complete);
        if (!complete && table_refuse_turned(r, known))
            return ST_DATA;
    }
    if (titles > 0 &&
        table_names_above(r->arena, r->options, table_peek(r, titles - 1),
                          table_peek(r, titles)) != NULL)
        titles--;
    for (; titles > 0; titles--)
        read_title(r, &r->ahead[r->next_ahead++]);
    return arena_status(r->arena);
}

/* Another table, perhaps, above the one that is read. */
static void say_rows_above(const struct table_reading *r)
{
    const struct cell_count *rows = &r->rows_above;
    const uint32_t number = r->record->number;
    const bool is_said = r->options->heading_line != 0;

    finding(r->findings, is_said ? FINDING_LEFT_OUT : FINDING_DOUBTFUL,
            rows->first,
            "%u rows of figures stand above the headings, which are in record "
            "%u, and are left out",
            rows->count, number);
    if (is_said)
        finding_hint(r->findings, "give another table a file of its own");
    else
        finding_hint(r->findings,
                     "heading-line=\"%u\" in the data element says that these "
                     "headings are meant; give another table a file of its own",
                     number);
}

static void say_where(const struct table_reading *r)
{
    const struct record *headings = r->record;

    if (r->rows_above.count > 1) {
        say_rows_above(r);
        return;
    }
    if (r->options->heading_line != 0 || headings == &r->ahead[0])
        return;
    finding(r->findings, FINDING_ASSUMED, record_place(headings, 1),
            "the headings are taken to be in record %u; what stands above them "
            "is left out",
            headings->number);
    finding_hint(r->findings, "heading-line=\"%u\" in the data element says so",
                 headings->number);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* A heading that is typed on several lines, to be narrow, is one text. */
static struct str one_line(struct arena *a, struct str text)
{
    char *made;
    size_t n = 0;

    if (str_find_char(text, '\n') == text.len &&
        str_find_char(text, '\r') == text.len)
        return text;
    made = arena_alloc(a, text.len, 1);
    for (size_t i = 0; made != NULL && i < text.len; i++) {
        if (!is_line_end(text.ptr[i]))
            made[n++] = text.ptr[i];
        else if (n > 0 && made[n - 1] != ' ')
            made[n++] = ' ';
    }
    return (struct str){made, n};
}

/* Heading I, whose text in the first row is NAME. */
static struct heading join_heading(const struct table_reading *r,
                                   const struct record *upper,
                                   const struct record *lower, size_t i,
                                   struct str name)
{
    struct arena *a = r->arena;
    const struct str below =
        mangled_meant(a, one_line(a, table_heading_below(upper, lower, i)));
    const struct record *at = name.len == 0 && below.len > 0 ? lower : upper;
    const struct place place = record_place(at, i + 1);

    return (struct heading){
        .text = table_join_headings(
            a, unescaped(r, mangled_meant(a, one_line(a, name)), place), below),
        .lower = below,
        .lower_at = record_place(lower != NULL ? lower : at, i + 1),
        .at = place,
    };
}

/* The second row of headings, which is then the next record; or NULL. *NAMES
   is the text of the first over each of its columns, or NULL: as it stands. */
static const struct record *second_row(struct table_reading *r,
                                       const struct str **names)
{
    const struct record *lower = table_peek(r, 0);

    *names = NULL;
    if (r->reader->named)
        return NULL;
    if (table_is_second_row(r->record, lower, r->options->wording))
        return lower;
    *names = table_names_above(r->arena, r->options, r->record, lower);
    return *names != NULL ? lower : NULL;
}

/* Names of columns whose words stand in both rows. */
static void say_both(const struct table_reading *r, const struct record *upper,
                     const struct record *lower)
{
    size_t i = 0;

    while (i + 1 < r->nheadings &&
           (r->headings[i].lower.len == 0 ||
            r->headings[i].lower.len == r->headings[i].text.len))
        i++;
    finding(r->findings, FINDING_ASSUMED, record_place(lower, i + 1),
            "records %u and %u are read as headings together: `%.*s`",
            upper->number, lower->number, STR_ARG(r->headings[i].text));
}

static bool has_money(const struct kind *kind)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind_column_is_money(&kind->columns[i]))
            return true;
    }
    return false;
}

/* A line of its own below the headings that says the unit; a row like any
   other, where the data element says that the amounts have another. */
static void take_unit_line(struct table_reading *r)
{
    const struct record *next = r->reader->named ? NULL : table_peek(r, 0);
    const size_t only = next == NULL ? 0 : record_only_field(next);
    const struct unit given = r->options->unit;
    struct unit unit;

    if (next == NULL || only >= next->nfields || !has_money(r->options->kind) ||
        !unit_find_said(next->fields[only], r->options->wording, &unit) ||
        (given.given && given.zeros != unit.zeros))
        return;
    r->next_ahead++;
    if (given.given)
        finding(r->findings, FINDING_LEFT_OUT, record_place(next, only + 1),
                "this line says the unit of the amounts, and is left out");
    else
        units_see_line(r, next->fields[only], record_place(next, only + 1));
}

static enum status take_headings(struct table_reading *r)
{
    const struct record *upper = r->record;
    const struct str *names;
    const struct record *lower = second_row(r, &names);
    const size_t most = COLUMNS_MAX * arena_times(r->arena);
    size_t count = upper->nfilled;

    if (lower != NULL && lower->nfilled > count)
        count = lower->nfilled;
    if (count > most) {
        finding(r->findings, FINDING_LIMIT, record_place(upper, most + 1),
                "the table has %zu columns; at most %zu are read", count, most);
        finding_hint(r->findings, ARENA_TIMES_HINT);
        return ST_LIMIT;
    }
    r->headings = arena_alloc(r->arena, count, sizeof(*r->headings));
    r->heading_fields = upper->fields;
    r->nheading_fields = upper->nfilled;
    r->heading_width = upper->nfields;
    for (size_t i = 0; r->headings != NULL && i < count; i++)
        r->headings[i] = join_heading(
            r, upper, lower, i,
            names != NULL ? names[i] : table_heading_field(upper, i));
    r->nheadings = r->headings == NULL ? 0 : count;
    if (names != NULL && r->nheadings > 0)
        say_both(r, upper, lower);
    r->next_ahead += lower != NULL;
    take_unit_line(r);
    return arena_status(r->arena);
}

/* Its last day is that of a month, or it says none. */
static bool ends_month(struct report_period p)
{
    const struct date end = report_period_end(p);

    return end.day == date_month_days(end.year, end.month);
}

/* The file of the month before, under the day of this one. What is after it may
   be the day of a meeting, or that on which the file was made; what lies within
   a month may be the day on which a budget was approved, where the data is of
   the end of one. */
static void doubt_period(const struct table_reading *r)
{
    const struct report_period title = r->title_period;
    const struct report_period data = r->options->period;
    enum period_relation relation;

    if (title.months == 0 || data.months == 0 || r->options->one_of_several ||
        (ends_month(data) && !ends_month(title)))
        return;
    relation = title.months == 12 ? report_year_relation(title, data)
                                  : report_period_relation(title, data);
    if (relation != PERIOD_BEFORE && relation != PERIOD_YEAR_BEFORE &&
        (title.year == 0 || title.year >= data.year))
        return;
    finding(r->findings, FINDING_DOUBTFUL, r->title_period_at,
            "`%.*s` names an earlier period than the data is said to be of, "
            "which is %.*s",
            STR_ARG(cell_shown(r->title_period_text)),
            STR_ARG(report_period_text(r->arena, r->options->wording, data)));
    finding_hint(r->findings, "give this period's file, or correct the line; "
                              "or the day that the data is of: as-at in its "
                              "data element");
}

/* What stands beside records is no line above them: it settles no period, and
   is no more than a doubt of that which is given, where no such line says one.
 */
static void see_period_beside(struct table_reading *r)
{
    if (r->reader->period_beside.len == 0 || r->title_period.months > 0) {
        doubt_period(r);
        return;
    }
    read_title_period(r, r->reader->period_beside, r->reader->period_at);
    doubt_period(r);
    r->title_period = (struct report_period){0};
}

enum status table_find_headings(struct table_reading *r)
{
    enum status st;

    r->unit = r->options->unit;
    st = skip_titles(r);
    if (st != ST_OK)
        return st;
    units_see_beside(r);
    if (r->title_unit.count == 0)
        units_see_title(r, r->options->title, r->options->title_at);
    see_period_beside(r);
    r->period =
        r->options->period.months > 0 ? r->options->period : r->title_period;
    title_doubt_made(r);
    (void)table_next_record(r);
    say_where(r);
    return take_headings(r);
}
