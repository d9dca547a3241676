#include "input/csv/csv_in.h"
#include "input/csv/csv_records.h"
#include "input/csv/csv_sniff.h"

enum status csv_in(struct arena *arena, struct source *source,
                   const struct table_options *options,
                   struct findings *findings, const struct table **table)
{
    struct csv_records records;
    enum status st;

    *table = NULL;
    source->delimiter = csv_delimiter(source->text, options);
    st = csv_records_open(&records, arena, source, findings);
    if (st == ST_OK)
        st = table_in(arena, &records.reader, options, findings, table);
    csv_records_close(&records);
    return st;
}
