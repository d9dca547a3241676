/*
 * reserved_name.h - names that expressions use themselves.
 *
 * What is called so could be given and never be named: `{{not}}`.
 */
#ifndef CORE_MODEL_RESERVED_NAME_H
#define CORE_MODEL_RESERVED_NAME_H

#include "core/finding/finding.h"

/* A finding at AT if ID, of a value, a field or data, is such a name. ID may be
   NULL. */
void reserved_name_refuse(const char *id, struct place at,
                          struct findings *findings);

#endif
