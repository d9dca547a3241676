#include "input/office/package.h"

#include <string.h>
#include <zip.h>

#define NAME_MAX_SHOWN 80

static struct place whole(const struct package *p)
{
    return (struct place){p->source, 0, 0};
}

static void refuse(const struct package *p, const char *what, const char *hint)
{
    finding(p->findings, FINDING_BAD_OFFICE_FILE, whole(p), "`%s` %s",
            p->source->name, what);
    finding_hint(p->findings, "%s", hint);
}

void package_refuse_locked(const struct package *p)
{
    refuse(p, "is locked with a password",
           "take the password off and save it again");
}

void package_is_other(const struct package *p, const char *what)
{
    finding(p->findings, FINDING_BAD_OFFICE_FILE, whole(p),
            "`%s` %s, whatever its name says", p->source->name, what);
    finding_hint(p->findings, "%s", p->way_out);
}

void package_refuse(const struct package *p, struct str name, const char *what)
{
    finding(p->findings, FINDING_BAD_OFFICE_FILE, whole(p),
            "`%s` is damaged: its part `%.*s` %s", p->source->name,
            (int)(name.len < NAME_MAX_SHOWN ? name.len : NAME_MAX_SHOWN),
            name.ptr, what);
    finding_hint(p->findings, "open it in the program that made it, and save "
                              "it again");
}

struct other_form {
    struct str beginning;
    const char *what;
    const char *hint; /* NULL: the package's own way out */
};

static const struct other_form other_forms[] = {
    {{"<?xml", 5},
     "is XML (a spreadsheet of 2003, or another), whatever its name says",
     NULL},
    {{"<", 1}, "is HTML, whatever its name says", NULL},
    {{"%PDF", 4}, "is a PDF, whatever its name says", NULL},
    {{"{\\rtf", 5}, "is rich text (RTF), whatever its name says", NULL},
};

/* Names of streams in an OLE file are UTF-16. */
static bool is_encrypted(struct str bytes)
{
    const struct str stream =
        STR_LIT("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");

    return str_find(bytes, stream) < bytes.len;
}

/* ~$plan.xlsx, .~lock.plan.ods#: who has plan open. */
static bool is_lock(const char *name)
{
    struct str rest = str_of(name);

    while (str_find_char(rest, '/') < rest.len)
        (void)str_cut(&rest, '/');
    return str_starts(rest, STR_LIT("~$")) ||
           str_starts(rest, STR_LIT(".~lock."));
}

/* What it is instead of a container. */
static void name_other_form(const struct package *p)
{
    const struct str bytes = p->source->bytes;
    const size_t n = sizeof(other_forms) / sizeof(other_forms[0]);

    if (str_starts(bytes, STR_LIT("\xD0\xCF\x11\xE0"))) {
        if (is_encrypted(bytes))
            package_refuse_locked(p);
        else
            refuse(p,
                   "is of an older format (.xls, .doc), whatever its name "
                   "says",
                   p->way_out);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (!str_starts(bytes, other_forms[i].beginning))
            continue;
        refuse(p, other_forms[i].what,
               other_forms[i].hint == NULL ? p->way_out : other_forms[i].hint);
        return;
    }
    if (is_lock(p->source->name))
        refuse(p, "is what an office program keeps while the file is open",
               "name the file itself, without ~$");
    else if (str_starts(bytes, STR_LIT("PK")))
        refuse(p, "is damaged: it ends too early or contradicts itself",
               "open it in the program that made it, and save it again");
    else if (memchr(bytes.ptr, '\0', bytes.len) == NULL)
        refuse(p, "is a text (CSV, perhaps), whatever its name says",
               "give it the name of what it is, as in .csv");
    else
        refuse(p, "is no container of parts at all", p->way_out);
}

static enum status open_failed(struct package *p, const zip_error_t *error)
{
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY: return ST_NOMEM;
    case ZIP_ER_NOZIP: name_other_form(p); return ST_DATA;
    default:
        refuse(p, "is damaged: it ends too early or contradicts itself",
               "open it in the program that made it, and save it again");
        return ST_DATA;
    }
}

static size_t times(const struct package *p)
{
    return arena_times(p->findings->arena);
}

static enum status check_size(struct package *p)
{
    const zip_int64_t n = zip_get_num_entries(p->zip, 0);

    if (n <= (zip_int64_t)(PACKAGE_PARTS_MAX * times(p)))
        return ST_OK;
    finding(p->findings, FINDING_LIMIT, whole(p),
            "`%s` has more than %zu parts", p->source->name,
            PACKAGE_PARTS_MAX * times(p));
    finding_hint(p->findings, ARENA_TIMES_HINT);
    return ST_LIMIT;
}

enum status package_open(struct package *p, const struct source *source,
                         const char *expected, const char *way_out,
                         struct findings *findings)
{
    zip_error_t error;
    zip_source_t *bytes;
    enum status st = ST_OK;

    *p = (struct package){
        .source = source,
        .findings = findings,
        .expected = expected,
        .way_out = way_out,
    };
    if (source->bytes.len == 0) { /* to libzip a container without parts */
        refuse(p, "is empty", way_out);
        return ST_DATA;
    }
    zip_error_init(&error);
    bytes = zip_source_buffer_create(source->bytes.ptr, source->bytes.len, 0,
                                     &error);
    if (bytes == NULL) {
        zip_error_fini(&error);
        return ST_NOMEM;
    }
    p->zip = zip_open_from_source(bytes, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (p->zip == NULL) {
        st = open_failed(p, &error);
        zip_source_free(bytes);
    } else {
        st = check_size(p);
    }
    zip_error_fini(&error);
    return st;
}

void package_close(struct package *p)
{
    if (p->zip != NULL)
        zip_discard(p->zip);
    p->zip = NULL;
}

/* Some writers part folders with a backslash. */
bool package_find(const struct package *p, struct str name, uint64_t *at)
{
    for (size_t i = 0;; i++) {
        const struct str part = package_part_name(p, i);
        bool same = part.len == name.len;

        if (part.ptr == NULL)
            return false;
        for (size_t c = 0; same && c < name.len; c++)
            same = part.ptr[c] == name.ptr[c] ||
                   (part.ptr[c] == '\\' && name.ptr[c] == '/');
        if (!same)
            continue;
        *at = i;
        return true;
    }
}

bool package_has(const struct package *p, struct str name)
{
    uint64_t at;

    return package_find(p, name, &at);
}

struct str package_part_name(const struct package *p, size_t n)
{
    return str_of(zip_get_name(p->zip, n, ZIP_FL_ENC_GUESS));
}
