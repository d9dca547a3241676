/*
 * generator_table.h - the generators by name.
 */
#ifndef GENERATORS_GENERATOR_TABLE_H
#define GENERATORS_GENERATOR_TABLE_H

#include "core/model/generator_call.h"

struct generator; /* generators/generator.h */

/* NULL when there is none of that name. */
const struct generator *generator_find(struct str name);

/* The names, for input/ to prove templates against. */
struct generator_names generator_names(void);

#endif
