/*
 * csv_formula.h - records with fields such as ="0012", by which a sheet is told
 * to keep the noughts of a text. libcsv refuses a mark behind another byte.
 */
#ifndef INPUT_CSV_CSV_FORMULA_H
#define INPUT_CSV_CSV_FORMULA_H

#include "core/base/str.h"

/* Whether some field of the record TEXT is ="...", and all are as they should
   be and end in it. *OPEN: it goes on on the next line, perhaps with such. */
bool csv_has_formula(struct str text, char delimiter, bool *open);

/* The length of the field that TEXT begins with, spaces included; of a record
   that has a formula. *FORMULA: it is ="...". */
size_t csv_field_length(struct str text, char delimiter, bool *formula);

#endif
