#include "core/model/reserved_name.h"

void reserved_name_refuse(const char *id, struct place at,
                          struct findings *findings)
{
    static const char *const names[] = {"and", "empty", "is",
                                        "not", "or",    "row"};

    for (size_t i = 0; id != NULL && i < sizeof(names) / sizeof(*names); i++) {
        if (!str_is(str_of(id), names[i]))
            continue;
        finding(findings, FINDING_BAD_VALUE, at,
                "`%s` is a word of expressions: nothing can be called so", id);
        finding_hint(findings, "call it otherwise, as in `the-%s`", id);
    }
}
