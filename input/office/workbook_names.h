/*
 * workbook_names.h - the cells that a name of a workbook stands for.
 *
 * The name is of a table, or one that somebody gave to cells, for the whole
 * workbook or for one sheet alone: a sheet that was copied has its own.
 *
 * Failure: a finding.
 */
#ifndef INPUT_OFFICE_WORKBOOK_NAMES_H
#define INPUT_OFFICE_WORKBOOK_NAMES_H

#include "input/office/workbook.h"

/* *NAME is the one that is called WANTED, which stands AT: among those of the
   sheet number SHEET, or of all where it is SIZE_MAX. */
MUST_CHECK enum status workbook_find_name(const struct workbook *w,
                                          struct str wanted, struct place at,
                                          size_t sheet,
                                          const struct workbook_name **name);

#endif
