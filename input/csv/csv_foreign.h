/*
 * csv_foreign.h - texts that are of another format, whatever their names say:
 * programs save HTML, XML and JSON as .csv.
 */
#ifndef INPUT_CSV_CSV_FOREIGN_H
#define INPUT_CSV_CSV_FOREIGN_H

#include "core/finding/finding.h"

/* ST_DATA, with a finding that says what SOURCE is; ST_OK: it may be CSV. */
MUST_CHECK enum status csv_refuse_foreign(const struct source *source,
                                          struct findings *findings);

#endif
