/*
 * Files of XML that hold no records: what programs write under other names.
 */
#include "input/xmldata/xmldata_parts.h"

/* What a file that holds no records says of itself: a namespace in the tag of
   its root; a web page may also have none, and one of two children. */
struct other_root {
    struct str name;
    struct str namespace;
    struct str children[2]; /* or empty */
    const char *what;
    const char *hint;
};

static const struct other_root other_roots[] = {
    {STR_INIT("Workbook"),
     STR_INIT("urn:schemas-microsoft-com:office:spreadsheet"),
     {STR_INIT(""), STR_INIT("")},
     "is a workbook of Excel 2003 (XML Spreadsheet)",
     "open it and save it as a workbook (.xlsx), or the sheet as CSV UTF-8"},
    {STR_INIT("html"),
     STR_INIT("http://www.w3.org/1999/xhtml"),
     {STR_INIT("head"), STR_INIT("body")},
     "is a web page",
     "copy its table into a spreadsheet, and save that as a workbook (.xlsx) "
     "or CSV UTF-8"},
};

static bool has_child(const struct xml_node *node, struct str name)
{
    const struct xml_node *n = name.len > 0 ? node->first : NULL;

    while (n != NULL && !str_same_word(n->name, name))
        n = n->next;
    return n != NULL;
}

/* Whether the tag of ROOT declares NAMESPACE. */
static bool declares(const struct xml_node *root, struct str namespace)
{
    const struct str text = root->at.source->text;
    struct position found;
    struct str tag;

    source_locate(root->at, &found);
    if (found.mark.ptr == NULL)
        return false;
    tag = str_from(text, (size_t)(found.mark.ptr - text.ptr));
    tag = str_to(tag, str_find_char(tag, '>'));
    return str_find(tag, namespace) < tag.len;
}

static const struct other_root *find_other(const struct xml_node *root)
{
    const size_t n = sizeof(other_roots) / sizeof(other_roots[0]);

    for (size_t i = 0; i < n; i++) {
        const struct other_root *other = &other_roots[i];

        if (str_same_word(root->name, other->name) &&
            (declares(root, other->namespace) ||
             has_child(root, other->children[0]) ||
             has_child(root, other->children[1])))
            return other;
    }
    return NULL;
}

bool xml_is_other_root(const struct xml_node *root)
{
    return find_other(root) != NULL;
}

enum status xml_refuse_root(const struct xml_node *root,
                            const struct source *source,
                            struct findings *findings)
{
    const struct other_root *other = find_other(root);

    if (other == NULL)
        return ST_OK;
    finding(findings, FINDING_NOT_CSV, root->at, "`%s` %s: it holds no records",
            source->name, other->what);
    finding_hint(findings, "%s", other->hint);
    return ST_DATA;
}
