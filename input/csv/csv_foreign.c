#include "input/csv/csv_foreign.h"

struct foreign {
    const char *beginning; /* in whatever case */
    const char *then;      /* behind it and space; "": anything */
    const char *what;
    const char *hint;
};

static const char html_hint[] =
    "open it in a spreadsheet and save the sheet as CSV UTF-8";

static const struct foreign foreigns[] = {
    {"<!doctype html", "", "a page (HTML)", html_hint},
    {"<html", "", "a page (HTML)", html_hint},
    {"<head", "", "a page (HTML)", html_hint},
    {"<meta", "", "a page (HTML)", html_hint},
    {"<body", "", "a page (HTML)", html_hint},
    {"<table", "", "a table of a page (HTML)", html_hint},
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

static bool is_it(struct str text, const struct foreign *f)
{
    const struct str beginning = str_of(f->beginning);

    return str_starts_alike(text, beginning) &&
           str_starts(behind_lines(str_from(text, beginning.len)),
                      str_of(f->then));
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
