#include "input/csv/csv_in.h"
#include "input/csv/csv_aligned.h"
#include "input/csv/csv_foreign.h"
#include "input/csv/csv_records.h"
#include "input/csv/csv_sniff.h"

/* A comma is what anybody takes for granted. */
static void say_delimiter(const struct source *source,
                          const struct table_options *options,
                          struct findings *findings)
{
    const char *name = choice_name(delimiter_choices, source->delimiter);
    char given;

    if (source->delimiter == ',' || options->delimiter != 0 ||
        csv_sep_line(source->text, &given) > 0)
        return;
    finding(findings, FINDING_ASSUMED, (struct place){source, 1, 1},
            "the fields are taken to be parted by a %s", name);
    finding_hint(findings, "delimiter=\"%s\" in the data element says so",
                 name);
}

enum status csv_in(struct arena *arena, struct source *source,
                   const struct table_options *options,
                   struct findings *findings, const struct table **table)
{
    struct csv_records records;
    enum status st;

    *table = NULL;
    st = csv_refuse_foreign(source, findings);
    if (st != ST_OK)
        return st;
    source->delimiter = csv_delimiter(source->text, options);
    if (source->delimiter == ' ')
        return csv_refuse_spaces(source, findings);
    say_delimiter(source, options, findings);
    st = csv_records_open(&records, arena, source, findings);
    if (st == ST_OK)
        st = table_in(arena, &records.reader, options, findings, table);
    csv_records_close(&records);
    return st;
}
