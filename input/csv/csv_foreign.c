#include "input/csv/csv_foreign.h"

struct foreign {
    const char *beginning; /* in whatever case */
    const char *then;      /* behind it and space; "": anything; NULL: the
                              rest of a tag, and another below it */
    const char *what;
    const char *hint;
};

static const char html_hint[] =
    "open it in a spreadsheet and save the sheet as CSV UTF-8";

static const struct foreign foreigns[] = {
    {"<!doctype html", "", "a page (HTML)", html_hint},
    {"<html", NULL, "a page (HTML)", html_hint},
    {"<head", NULL, "a page (HTML)", html_hint},
    {"<meta", NULL, "a page (HTML)", html_hint},
    {"<body", NULL, "a page (HTML)", html_hint},
    {"<table", NULL, "a table of a page (HTML)", html_hint},
    {"<?xml", "", "XML",
     "name it .xml, and give path=\"...\", the way to its records; or open it "
     "in a spreadsheet and save the sheet as CSV UTF-8"},
    {"[", "{", "JSON", "export it as CSV"},
    {"{", "\"", "JSON", "export it as CSV"},
};

static struct str behind_lines(struct str s)
{
    while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\t' ||
                         s.ptr[0] == '\r' || s.ptr[0] == '\n'))
        s = str_from(s, 1);
    return s;
}

/* `>`, or attributes, behind the name of a tag, and then a tag or nothing: no
   words such as `<table of indicators>`. */
static bool goes_on_as_tag(struct str behind)
{
    const size_t end = str_find_char(behind, '>');
    const struct str inside = str_to(behind, end);
    const struct str next = behind_lines(str_from(behind, end + 1));

    if (end == behind.len ||
        (inside.len > 0 && (behind_lines(inside).len == inside.len ||
                            str_find_char(inside, '=') == inside.len)))
        return false;
    return next.len == 0 || next.ptr[0] == '<';
}

static bool is_it(struct str text, const struct foreign *f)
{
    const struct str beginning = str_of(f->beginning);

    if (!str_starts_alike(text, beginning))
        return false;
    text = str_from(text, beginning.len);
    return f->then == NULL ? goes_on_as_tag(text)
                           : str_starts(behind_lines(text), str_of(f->then));
}

enum status csv_refuse_foreign(const struct source *source,
                               struct findings *findings)
{
    const struct str text = behind_lines(source->text);

    for (size_t i = 0; i < sizeof(foreigns) / sizeof(foreigns[0]); i++) {
        if (!is_it(text, &foreigns[i]))
            continue;
        finding(findings, FINDING_NOT_CSV, (struct place){source, 1, 1},
                "`%s` is %s, whatever its name says", source->name,
                foreigns[i].what);
        finding_hint(findings, "%s", foreigns[i].hint);
        return ST_DATA;
    }
    return ST_OK;
}
