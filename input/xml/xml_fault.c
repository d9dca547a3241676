#include "input/xml/xml_reader.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define SHORTEST 4 /* bytes of a file of XML: <a/> */

/* What a person is told about an error of libxml2. */
struct fault {
    int code;
    char anchor;  /* the character before, at which the fault lies; 0: here */
    bool goes_on; /* what follows can still be read as it was meant */
    const char *text;
    const char *hint;
};

static const struct fault faults[] = {
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, '&', true,
     "`&` begins no character reference here", "write &amp; for &"},
    {XML_ERR_INVALID_CHARREF, '&', true, "this is no character reference",
     "write &amp; for &"},
    {XML_ERR_INVALID_HEX_CHARREF, '&', true, "this is no character reference",
     "write &amp; for &"},
    {XML_ERR_INVALID_DEC_CHARREF, '&', true, "this is no character reference",
     "write &amp; for &"},
    {XML_ERR_MISPLACED_CDATA_END, '\0', true, "`]]>` cannot stand in text",
     "write ]]&gt;"},
    {XML_ERR_LT_IN_ATTRIBUTE, '\0', false,
     "`<` cannot stand in an attribute's value, or its closing quote is "
     "missing",
     "write &lt; for <"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, '\0', false,
     "an attribute's value has no quotes", "write name=\"value\""},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, '\0', false,
     "an attribute's value has no closing quote", "write name=\"value\""},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, '\0', false, "an attribute has no value",
     "write name=\"value\""},
    {XML_ERR_ATTRIBUTE_REDEFINED, '\0', true, "an attribute is given twice",
     "keep one of the two"},
    {XML_ERR_SPACE_REQUIRED, '\0', false,
     "something stands in this tag that is no attribute",
     "write <name attribute=\"value\">, with a space before each attribute"},
    {XML_ERR_COMMENT_NOT_FINISHED, '\0', false, "a comment is not closed",
     "end it with -->"},
    {XML_ERR_HYPHEN_IN_COMMENT, '\0', true, "`--` cannot stand in a comment",
     "write - - or another dash"},
    {XML_ERR_RESERVED_XML_NAME, '<', false,
     "an XML declaration stands after the beginning of the file",
     "remove what is before it, or remove it"},
};

/* The last ANCHOR before OFFSET and after the newest markup. */
static size_t back_to(const struct reader *r, size_t offset, char anchor)
{
    size_t at = offset;

    while (at > r->after && r->source->text.ptr[at - 1] != anchor)
        at--;
    return at > r->after ? at - 1 : offset;
}

/* Faults of one text are found one behind the other, and the tree's own cursor,
   which stands at its beginning, is left there. */
static struct place place_of(struct reader *r, size_t offset)
{
    struct cursor *c = &r->fault_cursor;

    if (offset < c->offset || c->offset < r->cursor.offset)
        *c = r->cursor;
    return reader_place(r, c, offset);
}

static void give_up(struct reader *r)
{
    r->broken = true;
    reader_stop(r);
}

void xml_fault_doctype(struct reader *r)
{
    const struct str rest = str_from(r->source->text, r->after);
    const size_t at = r->after + str_find(rest, STR_LIT("<!DOCTYPE"));

    if (r->stopped)
        return;
    finding(r->findings, FINDING_BAD_XML, place_of(r, at),
            "a DOCTYPE is not taken");
    finding_hint(r->findings,
                 "remove it; write characters themselves, not entities");
    give_up(r);
}

/* &nbsp; and others that HTML knows and XML does not. */
static void undefined_entity(struct reader *r, size_t offset, const xmlError *e)
{
    finding(r->findings, FINDING_BAD_XML, place_of(r, back_to(r, offset, '&')),
            "the entity &%s; is not defined", e->str1 == NULL ? "" : e->str1);
    finding_hint(r->findings, "write the character itself, or &amp; for &");
}

/* Where the tag begins that is still open at OFFSET; OFFSET: none is. */
static size_t open_tag(const struct reader *r, size_t offset)
{
    const struct str text = r->source->text;
    const size_t begin = back_to(r, offset, '<');
    char quote = '\0';

    if (begin == offset || begin + 1 == offset ||
        xml_is_space(text.ptr[begin + 1]))
        return offset;
    for (size_t i = begin; i < offset; i++) {
        const char c = text.ptr[i];

        if (quote == '\0' && c == '>')
            return offset;
        if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
    }
    return begin;
}

/* The name of the tag that begins at OFFSET. */
static struct str name_at(const struct reader *r, size_t offset)
{
    const struct str rest = str_from(r->source->text, offset + 1);
    size_t n = 0;

    while (n < rest.len && !xml_is_space(rest.ptr[n]) &&
           strchr("<>/=\"'", rest.ptr[n]) == NULL)
        n++;
    return str_to(rest, n);
}

/* Another tag begins at OFFSET in one that is still open: false, none does. */
static bool tag_in_tag(struct reader *r, size_t offset)
{
    const struct str rest = str_from(r->source->text, offset);
    const size_t begin =
        rest.len > 0 && rest.ptr[0] == '<' ? open_tag(r, offset) : offset;

    if (begin == offset)
        return false;
    finding(r->findings, FINDING_BAD_XML, place_of(r, begin),
            "the tag <%.*s is not closed by `>`", STR_ARG(name_at(r, begin)));
    finding_hint(r->findings, "write > before <%.*s in line %u",
                 STR_ARG(name_at(r, offset)),
                 (unsigned)place_of(r, offset).line);
    give_up(r);
    return true;
}

/* The file ends in a tag, which was told of already: of what it lacks. */
static void unclosed_tag(struct reader *r, size_t offset)
{
    if (r->open != NULL)
        (void)findings_retract(r->findings, FINDING_MISSING, r->open->at);
    finding(r->findings, FINDING_BAD_XML, place_of(r, offset),
            "this tag is not closed by `>`");
    give_up(r);
}

static void bad_character(struct reader *r, size_t offset)
{
    const struct str rest = str_from(r->source->text, offset);
    const bool here = rest.len > 0 && (unsigned char)rest.ptr[0] < ' ';
    const size_t at = here ? offset : back_to(r, offset, '&');

    if (here)
        finding(r->findings, FINDING_BAD_XML, place_of(r, at),
                "a control character (0x%02X) stands in the text",
                (unsigned)(unsigned char)rest.ptr[0]);
    else
        finding(r->findings, FINDING_BAD_XML, place_of(r, at),
                "XML has no such character");
    finding_hint(r->findings, "remove it");
    /* Outside an element libxml2 does not step over it. */
    if (r->open == NULL)
        give_up(r);
}

/* What stands in an element that was never closed was held against what that
   one may hold: it is one fault, and the first of the others shows where. */
static struct place forget_what_follows(struct reader *r)
{
    struct place behind = r->open->at;

    behind.column++;
    return findings_retract(r->findings, FINDING_BAD_ELEMENT, behind);
}

static void hint_of_unclosed(struct reader *r, struct place first)
{
    if (first.source != NULL)
        finding_hint(r->findings,
                     "what line %u has cannot stand in it: close it before, "
                     "with </%.*s>",
                     (unsigned)first.line, STR_ARG(r->open->name));
}

static void wrong_end_tag(struct reader *r, size_t offset, const xmlError *e)
{
    const struct xml_node *open = r->open;
    const struct place first = forget_what_follows(r);
    const struct str given = str_of(e->str2 == NULL ? "" : e->str2);

    finding(r->findings, FINDING_BAD_XML, place_of(r, back_to(r, offset, '<')),
            "</%.*s> does not close <%.*s>, which was opened in line %u",
            STR_ARG(given), STR_ARG(open->name), (unsigned)open->at.line);
    hint_of_unclosed(r, first);
    if (first.source == NULL && str_nearest(given, &open->name, 1) == 0)
        finding_hint(r->findings, "did you mean </%.*s>?", STR_ARG(open->name));
    give_up(r);
}

/* The end of the last line, and not what would be the next one. */
static size_t end_of_text(const struct reader *r, size_t offset)
{
    const bool ends = r->open != NULL && offset == r->source->text.len;

    return ends && offset == r->after + 1 ? r->after : offset;
}

/* Whether TEXT begins with a tag that opens a NAME. */
static bool is_tag_of(struct str text, struct str name)
{
    struct str tag;
    size_t colon;

    if (text.len == 0 || text.ptr[0] != '<')
        return false;
    tag = str_to(text, str_find_char(text, '>'));
    tag = str_to(tag, str_find_char(tag, ' '));
    tag = str_to(tag, str_find_char(tag, '/'));
    colon = str_find_char(tag, ':');
    return str_eq(str_from(tag, colon < tag.len ? colon + 1 : 1), name);
}

/* Rows of a query that nobody put into an element of their own: <row/><row/>.
 */
static void hint_of_second_root(const struct reader *r, struct place at)
{
    struct position found;

    source_locate(at, &found);
    if (found.mark.ptr == NULL ||
        !is_tag_of(
            str_from(found.text, (size_t)(found.mark.ptr - found.text.ptr)),
            r->root->name))
        return;
    finding_hint(r->findings,
                 "a file of XML is one element, which holds all others: write "
                 "<rows> before the first <%.*s>, and </rows> behind the last",
                 STR_ARG(r->root->name));
}

/* What is called .xml and is something else. */
static void hint_of_other_form(const struct reader *r, struct place at)
{
    struct position found;

    source_locate(at, &found);
    if (found.mark.ptr == NULL)
        return;
    if (found.mark.ptr[0] == '{' || found.mark.ptr[0] == '[')
        finding_hint(r->findings,
                     "it looks like JSON: export it as CSV or XML");
}

static void ended(struct reader *r, size_t offset)
{
    const struct place at = place_of(r, end_of_text(r, offset));

    if (r->open != NULL) {
        const struct place first = forget_what_follows(r);

        finding(r->findings, FINDING_BAD_XML, at,
                "the file ends inside <%.*s>, which was opened in line %u",
                STR_ARG(r->open->name), (unsigned)r->open->at.line);
        hint_of_unclosed(r, first);
    } else if (r->root != NULL) {
        finding(r->findings, FINDING_BAD_XML, at,
                "something follows the end of <%.*s>", STR_ARG(r->root->name));
        hint_of_second_root(r, at);
    } else {
        finding(r->findings, FINDING_BAD_XML, at,
                "the file does not begin with an XML element");
        hint_of_other_form(r, at);
    }
    give_up(r);
}

/* A & or < that stands for itself. */
static void no_name(struct reader *r, size_t offset)
{
    const char before = offset > 0 ? r->source->text.ptr[offset - 1] : '\0';
    const bool entity = before == '&';

    if (before == '<' && offset == r->source->text.len) {
        ended(r, offset - 1);
        return;
    }
    finding(r->findings, FINDING_BAD_XML,
            place_of(r, before == '<' || entity ? offset - 1 : offset),
            entity ? "`&` begins no character reference here"
                   : "no name of an element follows `<`");
    finding_hint(r->findings,
                 entity ? "write &amp; for &" : "write &lt; for <");
    if (!entity)
        give_up(r);
}

/* Libxml2 took a comment or CDATA section to OFFSET, and takes no more of it.
 */
static bool is_too_long(const struct reader *r, size_t offset)
{
    return offset < r->source->text.len &&
           offset - r->after > XML_MAX_TEXT_LENGTH / 2;
}

static void listed(struct reader *r, size_t offset, const xmlError *e)
{
    const size_t n = sizeof(faults) / sizeof(faults[0]);
    const struct fault *f = faults;
    struct str message;

    while (f < faults + n && f->code != e->code)
        f++;
    if (f == faults + n ||
        (e->code == XML_ERR_COMMENT_NOT_FINISHED && is_too_long(r, offset))) {
        message = str_trim(str_of(e->message));
        finding(r->findings, FINDING_BAD_XML, place_of(r, offset),
                "the file is not well-formed XML: %.*s", STR_ARG(message));
        give_up(r);
        return;
    }
    if (f->anchor != '\0')
        offset = back_to(r, offset, f->anchor);
    finding(r->findings, FINDING_BAD_XML, place_of(r, offset), "%s", f->text);
    if (f->hint != NULL)
        finding_hint(r->findings, "%s", f->hint);
    if (!f->goes_on)
        give_up(r);
}

/* A CDATA section is not closed: the file ends in it, it holds what XML has no
   place for, or it is longer than libxml2 takes. */
static void unclosed_cdata(struct reader *r, size_t offset, const xmlError *e)
{
    const struct str opening = STR_LIT("<![CDATA[");
    const struct str rest = str_from(r->source->text, r->after);

    if (offset == r->source->text.len) {
        ended(r, r->after + str_find(rest, opening) + opening.len);
    } else if (!is_too_long(r, offset)) {
        bad_character(r, offset);
        give_up(r); /* libxml2 would take the rest for text */
    } else {
        listed(r, offset, e);
    }
}

void xml_fault(void *data, xmlError *error)
{
    struct reader *r = data;
    size_t offset;

    if (r->stopped)
        return;
    /* The vocabulary has no prefixes: xml_check.c says so, and better. */
    if (error->level == XML_ERR_WARNING || error->domain == XML_FROM_NAMESPACE)
        return;
    if (error->code == XML_ERR_NO_MEMORY || r->parser == NULL) {
        r->status = ST_NOMEM; /* perhaps while the parser is made */
        r->broken = true;
        return;
    }
    flat_make(r);
    offset = reader_offset(r);
    if (r->root == NULL && r->source->text.len < SHORTEST) {
        ended(r, 0);
        return;
    }
    if ((error->code == XML_ERR_NAME_REQUIRED ||
         error->code == XML_ERR_SPACE_REQUIRED ||
         error->code == XML_ERR_GT_REQUIRED) &&
        tag_in_tag(r, offset))
        return;
    switch (error->code) {
    case XML_ERR_GT_REQUIRED: unclosed_tag(r, offset); break;
    case XML_ERR_UNDECLARED_ENTITY: undefined_entity(r, offset, error); break;
    case XML_ERR_NAME_REQUIRED: no_name(r, offset); break;
    case XML_ERR_INVALID_CHAR: bad_character(r, offset); break;
    case XML_ERR_TAG_NAME_MISMATCH:
        if (r->open != NULL) {
            wrong_end_tag(r, offset, error);
            break;
        }
        listed(r, offset, error);
        break;
    case XML_ERR_CDATA_NOT_FINISHED: unclosed_cdata(r, offset, error); break;
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED: ended(r, offset); break;
    default: listed(r, offset, error); break;
    }
}
