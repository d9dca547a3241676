#include "core/base/choice.h"

const struct choice *choice_find(const struct choice *choices, struct str name)
{
    for (; choices->name != NULL; choices++) {
        if (str_is(name, choices->name))
            return choices;
    }
    return NULL;
}

const struct choice *choice_with(const struct choice *choices, int value)
{
    for (; choices->name != NULL; choices++) {
        if (choices->value == value)
            return choices;
    }
    return NULL;
}

int choice_of(const struct choice *choices, struct str name, int otherwise)
{
    const struct choice *found = choice_find(choices, name);

    return found == NULL ? otherwise : found->value;
}

const char *choice_name(const struct choice *choices, int value)
{
    const struct choice *found = choice_with(choices, value);

    return found == NULL ? "" : found->name;
}
