#include "input/xml/placeholders.h"
#include "core/value/wording.h"

#define NAMES_MAX 16

static size_t names_of(const char *allowed, struct str names[NAMES_MAX])
{
    struct str rest = str_of(allowed);
    size_t n = 0;

    while (rest.len > 0 && n < NAMES_MAX)
        names[n++] = str_cut(&rest, ' ');
    return n;
}

void placeholders_check(struct findings *findings, struct str text,
                        struct place at, const char *allowed)
{
    struct str names[NAMES_MAX];
    const size_t nnames = names_of(allowed, names);
    struct str rest = text;

    while (str_find_char(rest, '{') < rest.len) {
        struct str name;
        struct str base;
        struct str form;
        size_t open;
        bool closed;
        bool known = false;

        (void)str_cut(&rest, '{');
        open = text.len - rest.len - 1;
        closed = str_find_char(rest, '}') < rest.len;
        name = str_cut(&rest, '}');
        if (!closed) {
            finding(findings, FINDING_BAD_VALUE, source_advance(at, text, open),
                    "a { of the pattern is not closed by }");
            continue;
        }
        form = name;
        base = str_cut(&form, ':');
        for (size_t i = 0; i < nnames; i++)
            known = known || (str_eq(names[i], base) && wording_is_form(form));
        if (known)
            continue;
        finding(findings, FINDING_BAD_VALUE, source_advance(at, text, open),
                "nothing is known that fills {%.*s} here", STR_ARG(name));
        finding_nearest(findings, name, names, nnames);
    }
}
