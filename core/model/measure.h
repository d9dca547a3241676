/*
 * measure.h - figures whose unit their row says: whether two may be compared.
 */
#ifndef CORE_MODEL_MEASURE_H
#define CORE_MODEL_MEASURE_H

#include "core/model/report.h"

/* The words behind the figure of CELL: `days` of `18 days`, `h` of `3h`; as
   long as CELL is. Empty: it has none. */
struct str measure_words(const struct cell *cell);

/* Whether A and B, cells of a column of measures with a value each, have one
   unit: per cent, money, or words behind the figure of which they share one, in
   the singular or the plural (`days`, `working days`). */
bool measures_alike(const struct cell *a, const struct cell *b);

#endif
