#include "input/file/encoding_given.h"
#include "core/base/utf8.h"

#define DECLARATION_MAX 1024 /* bytes */

static const struct str names[] = {
    STR_INIT("utf-8"),        STR_INIT("utf-16"),       STR_INIT("utf-16le"),
    STR_INIT("utf-16be"),     STR_INIT("utf-32"),       STR_INIT("utf-32le"),
    STR_INIT("utf-32be"),     STR_INIT("windows-1252"), STR_INIT("iso-8859-1"),
    STR_INIT("iso-8859-14"),  STR_INIT("iso-8859-15"),  STR_INIT("ibm437"),
    STR_INIT("ibm850"),       STR_INIT("ibm858"),       STR_INIT("macintosh"),
    STR_INIT("windows-1250"),
};

static bool is_utf8(struct str name)
{
    return str_same_word(name, STR_LIT("utf-8")) ||
           str_same_word(name, STR_LIT("us-ascii"));
}

/* UTF-16 or UTF-32, of which the bytes say the order. */
static bool is_wide(struct str name)
{
    return str_same_word(name, STR_LIT("utf-16")) ||
           str_same_word(name, STR_LIT("utf-32")) ||
           wide_called(name) != WIDE_NONE;
}

struct encoding_given encoding_declared(const struct source *s)
{
    const struct str head = str_to(s->bytes, DECLARATION_MAX);
    struct str rest = str_to(head, str_find(head, STR_LIT("?>")));
    struct encoding_given given = {.at = {s, 1, 1}};
    size_t at;
    char quote;

    if (!str_starts(rest, STR_LIT("<?xml ")))
        return ENCODING_NOT_GIVEN;
    at = str_find(rest, STR_LIT("encoding"));
    if (at == rest.len)
        return ENCODING_NOT_GIVEN;
    rest = str_trim(str_from(rest, at + STR_LIT("encoding").len));
    if (!str_starts(rest, STR_LIT("=")))
        return ENCODING_NOT_GIVEN;
    rest = str_trim(str_from(rest, 1));
    quote = rest.len > 0 ? rest.ptr[0] : '"';
    if (quote == '"' || quote == '\'')
        given.name =
            str_to(str_from(rest, 1), str_find_char(str_from(rest, 1), quote));
    /* A declaration that can be read one byte at a time is not wide. */
    return is_utf8(given.name) || is_wide(given.name) ? ENCODING_NOT_GIVEN
                                                      : given;
}

bool encoding_is(const char *charset, struct str name)
{
    const struct charset *set = charset_called(name);
    const struct str given = set == NULL ? name : str_of(set->name);
    const struct str known = str_of(charset);

    return str_same_word(given, known) ||
           /* utf-16 is either order */
           (is_wide(given) && str_starts_alike(known, given));
}

static enum status unknown(const struct encoding *e,
                           struct encoding_given given)
{
    finding(e->findings, FINDING_BAD_VALUE, given.at,
            "`%.*s` is no character set that can be read", STR_ARG(given.name));
    finding_nearest(e->findings, given.name, names,
                    sizeof(names) / sizeof(names[0]));
    return ST_DATA;
}

/* The mark at the head of a file is no chance. */
static enum status contradicted(const struct encoding *e,
                                struct encoding_given given, const char *mark)
{
    finding(e->findings, FINDING_BAD_ENCODING, given.at,
            "`%s` begins with the byte order mark of %s: it is not %.*s",
            e->source->name, mark, STR_ARG(given.name));
    finding_hint(e->findings, "leave `encoding` out");
    return ST_DATA;
}

static enum status as_wide(const struct encoding *e,
                           struct encoding_given given)
{
    const struct str bytes = e->source->bytes;
    enum wide_form named = wide_called(given.name);
    size_t mark;
    const enum wide_form marked = wide_marked(bytes, &mark);
    const bool four = str_find(given.name, STR_LIT("32")) < given.name.len;

    if (marked != WIDE_NONE) {
        const bool marked_four =
            marked == WIDE_UTF_32LE || marked == WIDE_UTF_32BE;

        if (named == WIDE_NONE ? four != marked_four : named != marked)
            return contradicted(e, given, wide_name(marked));
        return encoding_from_wide(e, marked, mark);
    }
    if (named == WIDE_NONE)
        named = wide_guess(bytes);
    if (named == WIDE_NONE) {
        finding(e->findings, FINDING_BAD_ENCODING, given.at,
                "`%s` has no byte order mark, and its bytes do not tell which "
                "%.*s it is",
                e->source->name, STR_ARG(given.name));
        finding_hint(e->findings, "say %.*sle or %.*sbe", STR_ARG(given.name),
                     STR_ARG(given.name));
        return ST_DATA;
    }
    return encoding_from_wide(e, named, 0);
}

/* A file of UTF-8 that is said to be something else: what is said of a file is
   sooner wrong than characters that nobody could write by chance. */
static void say_utf8(const struct encoding *e, struct encoding_given given)
{
    finding(e->findings, FINDING_ENCODING_DOUBT, given.at,
            "`%s` is said to be %.*s and is UTF-8: it was read as UTF-8",
            e->source->name, STR_ARG(given.name));
    finding_hint(e->findings, "leave `encoding` out, or say utf-8");
}

static enum status as_set(const struct encoding *e, const struct charset *set,
                          struct encoding_given given)
{
    const struct str bytes = e->source->bytes;

    if (utf8_valid(bytes) < bytes.len)
        return encoding_from_set(e, set);
    if (!utf8_is_ascii(bytes))
        say_utf8(e, given);
    return encoding_from_utf8(e);
}

enum status encoding_as_given(const struct encoding *e,
                              struct encoding_given given)
{
    const struct str bytes = e->source->bytes;
    const struct charset *set = charset_called(given.name);
    const bool narrow = set != NULL || is_utf8(given.name);
    size_t mark;
    const enum wide_form marked = wide_marked(bytes, &mark);

    if (!narrow && !is_wide(given.name))
        return unknown(e, given);
    if (!narrow)
        return as_wide(e, given);
    if (marked != WIDE_NONE)
        return contradicted(e, given, wide_name(marked));
    if (str_find_char(bytes, '\0') < encoding_padding(e->source, bytes)) {
        finding(e->findings, FINDING_BAD_ENCODING, given.at,
                "`%s` holds a NUL byte: it is not %.*s", e->source->name,
                STR_ARG(given.name));
        finding_hint(e->findings, "leave `encoding` out");
        return ST_DATA;
    }
    return set != NULL ? as_set(e, set, given) : encoding_from_utf8(e);
}
