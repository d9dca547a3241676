#include "core/model/row_role.h"

const struct choice row_role_choices[] = {ROW_ROLES(CHOICE_ROW) CHOICE_END};

const char *row_role_name(enum row_role r)
{
    return choice_name(row_role_choices, (int)r);
}
