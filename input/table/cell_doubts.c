#include "input/table/table_cells.h"

#include <stdio.h>

#define MORE_SIZE 64

/* ", and 3 more cells of this column"; empty for one cell. */
static const char *and_more(const struct cell_count *c, char out[MORE_SIZE])
{
    out[0] = '\0';
    if (c->count > 1)
        (void)snprintf(out, MORE_SIZE, ", and %u more cell%s of this column",
                       (unsigned)c->count - 1, c->count == 2 ? "" : "s");
    return out;
}

static void say_unsaid(const struct cell_reader *r,
                       const struct cell_column *column)
{
    char more[MORE_SIZE];

    for (const struct cell_fault *f = column->faults; f != NULL; f = f->next) {
        const struct cell_count *c = &f->unsaid;

        if (c->count > 0)
            finding(r->findings, f->id, c->first, "`%.*s` %s%s",
                    STR_ARG(cell_shown(c->text)), f->what, and_more(c, more));
    }
}

/* Dates that can be read either way, beside one that cannot be read as the
   others are. */
static void doubt_order(const struct cell_reader *r,
                        const struct cell_column *column)
{
    const struct cell_count *c = &column->either_order;
    const bool month = column->order == DATE_ORDER_MONTH;
    char more[MORE_SIZE];

    if (c->count == 0 || column->order_given)
        return;
    if (column->other_order.count > 0) {
        finding(r->findings, FINDING_BAD_DATE, c->first,
                "`%.*s` may have its month first as well%s",
                STR_ARG(cell_shown(c->text)), and_more(c, more));
        finding_hint(r->findings,
                     "write dates=\"month-first\" or dates=\"day-first\" in "
                     "the data element, or each date as 2012-10-05");
    } else if (column->proven_order.count == 0) {
        finding(r->findings, FINDING_ASSUMED, c->first,
                "`%.*s` is read with its %s first%s%s",
                STR_ARG(cell_shown(c->text)), month ? "month" : "day",
                and_more(c, more),
                column->in_table ? "; no date of the column proves it" : "");
        finding_hint(r->findings,
                     column->in_table
                         ? "dates=\"day-first\" or dates=\"month-first\" in "
                           "the data element says so"
                         : "a month in letters leaves no doubt");
    }
}

static void doubt(const struct cell_reader *r, const struct cell_count *c,
                  const char *what, const char *hint)
{
    char more[MORE_SIZE];

    if (c->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, c->first, "`%.*s` %s%s",
            STR_ARG(cell_shown(c->text)), what, and_more(c, more));
    finding_hint(r->findings, "%s", hint);
}

/* Below a heading with the sign, as a spreadsheet keeps parts of a whole: some
   figures, and none beyond nought and one. A rate of change has others. */
static bool are_shares(const struct cell_column *column)
{
    return column->above_fractions.count == 0 &&
           column->below_nought.count == 0 && column->fractions.count > 1;
}

/* Either all figures without a sign may be fractions, or the column has some
   with a sign, so that one without may be of another kind. */
static void doubt_fractions(const struct cell_reader *r,
                            const struct cell_column *column)
{
    const struct cell_count *c = &column->fractions;
    char more[MORE_SIZE];

    if (c->count == 0 ||
        (column->says_percent && column->percent_signs.count == 0 &&
         !are_shares(column)) ||
        (column->above_fractions.count > 0 && column->percent_signs.count == 0))
        return;
    finding(r->findings, FINDING_DOUBTFUL, c->first,
            "`%.*s` has no %% and may be a fraction of one; it is taken for "
            "%.*s%%%s",
            STR_ARG(cell_shown(c->text)), STR_ARG(cell_shown(c->text)),
            and_more(c, more));
    finding_hint(r->findings,
                 column->says_percent
                     ? "write %% behind each figure where they are percentages "
                       "as they stand"
                     : "write %% behind each figure, or into the heading of "
                       "the column where they are percentages as they stand");
}

/* The sums of the workbook leave them out: beside numbers nobody sees it, while
   a column of nothing else comes from a program that writes all as text. */
static void doubt_texts(const struct cell_reader *r,
                        const struct cell_column *column)
{
    const struct cell_count *c = &column->texts;
    char more[MORE_SIZE];

    if (column->has_numbers)
        doubt(r, c,
              "is a figure that the workbook keeps as a text: its own sums "
              "leave it out",
              "make it a number there, in Excel by the green corner of its "
              "cell");
    else if (c->count > 0)
        finding(r->findings, FINDING_ASSUMED, c->first,
                "`%.*s` is read as a figure, and kept as a text in the "
                "workbook%s",
                STR_ARG(cell_shown(c->text)), and_more(c, more));
}

void cell_column_end(const struct cell_reader *reader,
                     const struct cell_column *column)
{
    char more[MORE_SIZE];

    say_unsaid(reader, column);
    doubt_order(reader, column);
    doubt_fractions(reader, column);
    doubt(reader, &column->times, "has a time of day, which is not printed",
          "give the column a date format where the file is made");
    doubt(reader, &column->nearly_dates,
          "looks like a date, and no day or month is read of it",
          "write it as 5 October 2012, 05/10/2012 or 2012-10-05");
    doubt_texts(reader, column);
    if (column->seen.count > 0)
        finding(reader->findings, FINDING_ASSUMED, column->seen.first,
                "`%.*s` is read as its format shows it, without the decimals "
                "that it hides%s",
                STR_ARG(cell_shown(column->seen.text)),
                and_more(&column->seen, more));
    doubt(reader, &column->far_years, "names a year far from now",
          "write years with four digits; correct the year, if it is wrong");
    doubt(reader, &column->several,
          "is a ratio, a range, a fraction or a time of several figures, "
          "printed as it stands and compared with nothing",
          "give one figure with its unit (3, 4.5 days, 12 weeks) where it is "
          "to be");
    doubt(reader, &column->shortened,
          "was a long number before a spreadsheet took its digits",
          "give the column the format of text in the spreadsheet, enter it "
          "again and export the sheet");
    if (column->has_ranges)
        doubt(reader, &column->made_days,
              "may be a range, as others of its column are, of which a "
              "spreadsheet made a day",
              "give the column the format of text in the spreadsheet, enter it "
              "again and export the sheet");
    if (column->rounded.count == 0)
        return;
    finding(reader->findings, FINDING_ASSUMED, column->rounded.first,
            "`%.*s` is rounded%s", STR_ARG(cell_shown(column->rounded.text)),
            and_more(&column->rounded, more));
}
