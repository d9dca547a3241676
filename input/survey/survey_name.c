#include "input/survey/survey.h"

struct str survey_file_name(const struct source *source)
{
    struct str rest = str_of(source->name);
    struct str name = rest;

    while (rest.len > 0)
        name = str_cut(&rest, '/');
    return name;
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

struct str survey_name(const struct source *source)
{
    struct str name = survey_file_name(source);
    size_t n = 0;

    while (name.len > 0 && !is_letter(name.ptr[0]) && name.ptr[0] != '.')
        name = str_from(name, 1);
    while (n < name.len && (is_letter(name.ptr[n]) || name.ptr[n] == '-' ||
                            (name.ptr[n] >= '0' && name.ptr[n] <= '9')))
        n++;
    return n > 0 ? str_to(name, n) : STR_LIT("data");
}
