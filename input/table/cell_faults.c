#include "input/table/cell_faults.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/table/figure_words.h"

#define SHOWN_MAX 60    /* bytes of a cell that a message repeats */
#define FAULTS_SAID 3   /* of a column, cell by cell */
#define YEAR_LEAST 1900 /* of what lacks its day */
#define YEAR_MOST 2100

struct str cell_shown(struct str text)
{
    size_t n = text.len < SHOWN_MAX ? text.len : SHOWN_MAX;

    while (n > 0 && n < text.len && utf8_continues(text.ptr[n]))
        n--;
    return str_to(text, n);
}

void cell_count(struct cell_count *c, struct place at, struct str text)
{
    if (c->count++ > 0)
        return;
    c->first = at;
    c->text = text;
}

/* 1.000 or £12.500, which may be thousands parted by a point, as others write
   them, or money with a decimal too many. */
static bool groups_by_points(struct str text)
{
    const size_t point = str_find_char(text, '.');
    const struct str behind = str_from(text, point + 1);
    size_t whole = point;

    if (behind.len < 3)
        return false;
    while (whole > 0 && is_digit(text.ptr[whole - 1]))
        whole--;
    if (whole == point || point - whole > 3 || text.ptr[whole] == '0' ||
        (whole > 0 && text.ptr[whole - 1] == ','))
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (!is_digit(behind.ptr[i]))
            return false;
    }
    return behind.ptr[2] == '0' &&
           (behind.len == 3 || (behind.ptr[3] != 'k' && behind.ptr[3] != 'm' &&
                                behind.ptr[3] != 'b' && behind.ptr[3] != 'K' &&
                                behind.ptr[3] != 'M' && behind.ptr[3] != 'B' &&
                                !is_digit(behind.ptr[3])));
}

/* WHAT among the faults of COLUMN; NULL: out of memory. */
static struct cell_fault *fault_of(const struct cell_reader *r,
                                   struct cell_column *column,
                                   enum finding_id id, const char *what)
{
    struct cell_fault **at = &column->faults;

    while (*at != NULL && (*at)->what != what)
        at = &(*at)->next;
    if (*at == NULL) {
        *at = arena_alloc(r->arena, 1, sizeof(**at));
        if (*at != NULL)
            **at = (struct cell_fault){.what = what, .id = id};
    }
    return *at;
}

bool cell_refuse(const struct cell_reader *r, struct cell_column *column,
                 enum finding_id id, struct place at, struct str text,
                 const char *what)
{
    const struct str part = cell_shown(text);
    struct cell_fault *fault = fault_of(r, column, id, what);

    if (fault != NULL && ++fault->said > FAULTS_SAID) {
        cell_count(&fault->unsaid, at, text);
        return false;
    }
    finding(r->findings, id, at, "`%.*s%s` %s", STR_ARG(part),
            part.len < text.len ? "..." : "", what);
    return true;
}

/* In another unit than one such decimals have their use. */
bool cell_refuse_points(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at)
{
    if (column->zeros > 0 || column->rounds || !groups_by_points(text))
        return false;
    if (cell_refuse(r, column, FINDING_BAD_FIGURE, at, text,
                    "may be thousands parted by a point, or has a decimal too "
                    "many"))
        finding_hint(r->findings, "%s",
                     column->in_table
                         ? "write it as 1,234 or 1.23; round=\"yes\" in its "
                           "data element reads it as 1.23"
                         : "write it as 1,234 or 1.23");
    return true;
}

void cell_refuse_figure(const struct cell_reader *r, struct cell_column *column,
                        struct str text, struct place at, enum number_form form,
                        const char *wanted)
{
    static const char rounds[] = "round it where the file was made, or write "
                                 "round=\"yes\" in its data element";
    static const struct {
        const char *what;
        const char *hint;
    } faults[] = {
        [NUMBER_NONE] = {NULL, "write it as 1,234.56 or (1,234)"},
        [NUMBER_BROKEN_FORMULA] = {"is a broken formula",
                                   "mend it in the spreadsheet and export the "
                                   "sheet again"},
        [NUMBER_SCIENTIFIC] = {"has lost digits",
                               "give the column a number format in the "
                               "spreadsheet and export the sheet again"},
        [NUMBER_TOO_WIDE] = {"stands where a figure did not fit into its "
                             "column",
                             "widen the column in the spreadsheet and export "
                             "the sheet again"},
        [NUMBER_GROUPING] = {"has a misplaced comma", "write it as 1,234.56"},
        [NUMBER_SPACES] = {"has a space between its digits",
                           "write it as 1,234.56"},
        [NUMBER_SUFFIX] = {"has letters behind its digits, which only sums "
                           "of money may have",
                           "write the number out, in the unit of its column"},
        [NUMBER_NOISE] = {"has digits that nobody typed, but a spreadsheet "
                          "reckoned",
                          rounds},
        [NUMBER_TOO_LARGE] = {"has more digits than can be kept", NULL},
        [NUMBER_TOO_PRECISE] = {"has more decimals than money can have",
                                rounds},
    };
    const bool money = column->kind != NULL && column->kind->type == TYPE_MONEY;
    const bool percent =
        column->kind != NULL && column->kind->type == TYPE_PERCENT;
    const bool measure =
        column->kind != NULL && column->kind->type == TYPE_MEASURE;
    const bool lines = str_find_char(text, '\n') < text.len;
    const char *what = faults[form].what;
    const char *hint = faults[form].hint;

    if (form == NUMBER_SPACES && lines)
        what = "has the end of a line between its digits";
    if (form == NUMBER_NONE && figure_is_made_a_day(r->wording, text))
        hint = "where a spreadsheet made a day of 4-5 or 4/5, give the column "
               "the format of text there, enter it again and export the sheet";
    else if (form == NUMBER_NONE && money)
        hint = "write it as 1,234.56, (1,234) or 75k";
    else if (form == NUMBER_NONE && percent)
        hint = "write it as 12.5%";
    else if (form == NUMBER_NONE && measure)
        hint =
            "write one figure with its unit (24, 54%, £1.2m, 24 days), n/a or "
            "to be confirmed; other words belong in a column of words";
    else if (form == NUMBER_TOO_LARGE && str_find_char(text, '.') < text.len)
        hint = rounds;
    if (hint == rounds && !column->in_table)
        hint = "round it";

    if (cell_refuse(r, column, FINDING_BAD_FIGURE, at, text,
                    what != NULL ? what : wanted) &&
        hint != NULL)
        finding_hint(r->findings, "%s", hint);
}

static void hint_date(const struct cell_reader *r,
                      const struct cell_column *column, enum date_form form,
                      struct date value)
{
    static const char day_first[] =
        "write the day first, or dates=\"month-first\" in its data element";
    static const char no_day[] =
        "add it; in a kind of your own a column of type `when` takes months, "
        "quarters and years";
    static const char *const hints[] = {
        [DATE_NOT_A_DATE] = NULL,
        [DATE_MONTH_FIRST] = day_first,
        [DATE_NO_YEAR] = "add it",
        [DATE_NO_DAY] = no_day,
        [DATE_DAY_FIRST] = "its data element says dates=\"month-first\"",
        [DATE_SERIAL] = NULL,
        [DATE_TIME] = "give the column a date format where the file is made",
        [DATE_REVERSED] = NULL,
    };

    if (form == DATE_NOT_A_DATE)
        finding_hint(r->findings,
                     "write it as 5 %.*s 2012, 05/10/2012 or 2012-10-05",
                     STR_ARG(r->wording->calendar.months[9]));
    else if (form == DATE_WRONG_WEEKDAY && date_valid(value))
        finding_hint(
            r->findings, "that day is a %.*s",
            STR_ARG(r->wording->calendar.weekdays[date_weekday(value)]));
    else if (form == DATE_SERIAL)
        finding_hint(r->findings,
                     "it stands for %04d-%02d-%02d: give the column a date "
                     "format in the spreadsheet and export the sheet again",
                     value.year, value.month, value.day);
    else if (form == DATE_MONTH_FIRST && !column->in_table)
        finding_hint(r->findings, "write the day first");
    else if (hints[form] != NULL)
        finding_hint(r->findings, "%s", hints[form]);
}

/* Nov-26, Month 8; but 3454 is an amount in the wrong column. */
static bool is_period(const struct cell_reader *r, struct str text)
{
    struct report_period p;

    return report_period_read(text, r->wording, &p) &&
           (p.year == 0 || (p.year >= YEAR_LEAST && p.year <= YEAR_MOST));
}

void cell_refuse_date(const struct cell_reader *r, struct cell_column *column,
                      struct str text, struct place at, enum date_form form,
                      struct date value)
{
    static const char *const faults[] = {
        [DATE_NOT_A_DATE] = "is not a date",
        [DATE_NO_SUCH_DAY] = "is no day of the calendar",
        [DATE_MONTH_FIRST] = "has its month first",
        [DATE_WRONG_WEEKDAY] = "names the wrong day of the week",
        [DATE_NO_YEAR] = "has no year",
        [DATE_NO_DAY] = "has no day of the month",
        [DATE_DAY_FIRST] = "has its day first",
        [DATE_SERIAL] = "is a spreadsheet's number for a day",
        [DATE_TIME] = "is a time of day, and no date",
        [DATE_REVERSED] = "ends before it begins",
    };

    if (form == DATE_NOT_A_DATE && is_period(r, text))
        form = DATE_NO_DAY;
    if (cell_refuse(r, column, FINDING_BAD_DATE, at, text, faults[form]))
        hint_date(r, column, form, value);
}
