/*
 * kind_names.h - the words of the kinds' enums, as attributes have them.
 *
 * NULL-terminated, in the order of the enums: for the values of a vocabulary.
 */
#ifndef CORE_MODEL_KIND_NAMES_H
#define CORE_MODEL_KIND_NAMES_H

#include "core/model/kind.h"

extern const char *const value_type_names[];
extern const char *const column_role_names[];
extern const char *const row_role_names[];
extern const char *const check_type_names[];

#endif
