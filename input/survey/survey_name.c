#include "core/base/ascii.h"
#include "input/survey/survey.h"

#define ID_MAX 40 /* bytes of an id that is made from a name */

struct str survey_file_name(const struct source *source)
{
    struct str rest = str_of(source->name);
    struct str name = rest;

    while (rest.len > 0)
        name = str_cut(&rest, '/');
    return name;
}

/* The letter or digit that C is in an id; 0: none. */
static char of_id(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* The name of the file without its ending, and without the number that it may
   begin with. */
static struct str stem(const struct source *source)
{
    struct str name = survey_file_name(source);
    size_t end = name.len;

    while (end > 0 && name.ptr[end - 1] != '.')
        end--;
    if (end > 1)
        name = str_to(name, end - 1);
    while (name.len > 0 && (of_id(name.ptr[0]) == 0 || is_digit(name.ptr[0])))
        name = str_from(name, 1);
    return name;
}

struct str survey_name(struct arena *arena, const struct source *source)
{
    const struct str name = stem(source);
    char id[ID_MAX];
    size_t n = 0;

    for (size_t i = 0; i < name.len && n < sizeof(id); i++) {
        const char c = of_id(name.ptr[i]);

        if (c != 0)
            id[n++] = c;
        else if (n > 0 && id[n - 1] != '-')
            id[n++] = '-';
    }
    n -= n > 0 && id[n - 1] == '-';
    return n > 0 ? arena_str(arena, (struct str){id, n}) : STR_LIT("data");
}

struct str survey_title(struct arena *arena, const struct source *source)
{
    const struct str name = stem(source);
    char first;

    if (name.len == 0)
        return survey_name(arena, source);
    first = name.ptr[0];
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    return arena_printf(arena, "%c%.*s", first, STR_ARG(str_from(name, 1)));
}
