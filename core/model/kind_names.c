#include "core/model/kind_names.h"

#include <assert.h>

/* In the order of the enums of core/model/kind.h. */
const char *const value_type_names[] = {"text",    "prose", "money", "number",
                                        "percent", "date",  "when",  "year",
                                        "choice",  NULL};
const char *const column_role_names[] = {
    "plain", "key",    "label",     "group", "line",  "parent", "units",
    "rate",  "amount", "sub-total", "share", "total", "period", NULL};
const char *const row_role_names[] = {"plain",   "opening",   "income",
                                      "total",   "sub-total", "expenditure",
                                      "closing", "group",     NULL};
const char *const check_type_names[] = {"total",   "sub-totals", "row",
                                        "product", "across",     "balance",
                                        "shares",  NULL};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]) - 1)

_Static_assert(COUNT(value_type_names) == TYPE_MAX, "a name for each type");
_Static_assert(COUNT(column_role_names) == COLUMN_ROLE_MAX,
               "a name for each role of a column");
_Static_assert(COUNT(row_role_names) == ROW_ROLE_MAX,
               "a name for each role of a row");
_Static_assert(COUNT(check_type_names) == CHECK_TYPE_MAX,
               "a name for each check");

const char *value_type_name(enum value_type t)
{
    assert(t < TYPE_MAX);
    return value_type_names[t];
}

const char *column_role_name(enum column_role r)
{
    assert(r < COLUMN_ROLE_MAX);
    return column_role_names[r];
}

const char *row_role_name(enum row_role r)
{
    assert(r < ROW_ROLE_MAX);
    return row_role_names[r];
}

const char *check_type_name(enum check_type t)
{
    assert(t < CHECK_TYPE_MAX);
    return check_type_names[t];
}
