#include "core/model/kind.h"

const struct choice value_type_choices[] = {VALUE_TYPES(CHOICE_ROW) CHOICE_END};
const struct choice column_role_choices[] = {COLUMN_ROLES(CHOICE_ROW)
                                                 CHOICE_END};
const struct choice row_role_choices[] = {ROW_ROLES(CHOICE_ROW) CHOICE_END};

#define CHECK_CHOICE(constant, name, sentence, codes, needs)                   \
    {name, constant, sentence, needs},
const struct choice check_type_choices[] = {CHECK_TYPES(CHECK_CHOICE)
                                                CHOICE_END};

const struct choice heading_source_choices[] = {
    {"own", false, "the column's `title`", NULL},
    {"data", true, "the one that stands in the data", NULL},
    CHOICE_END};

const struct choice decimals_source_choices[] = {DECIMALS_SOURCES(CHOICE_ROW)
                                                     CHOICE_END};

const char *value_type_name(enum value_type t)
{
    return choice_name(value_type_choices, (int)t);
}

const char *column_role_name(enum column_role r)
{
    return choice_name(column_role_choices, (int)r);
}

const char *row_role_name(enum row_role r)
{
    return choice_name(row_role_choices, (int)r);
}
