#include "input/report/report_root.h"
#include "input/file/file_in.h"
#include "input/report/report_elements.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

#include <string.h>

/* The root of FOLDER/report.xml, or NULL. */
static const struct xml_node *root_of(struct arena *arena, const char *folder)
{
    const struct xml_node *root = NULL;
    struct source *source = NULL;
    struct findings unsaid;
    enum status st;

    findings_init(&unsaid, arena);
    st = file_in(arena, folder, "report.xml", true, SOURCE_TEXT, NOWHERE,
                 &unsaid, &source);
    if (st == ST_OK)
        st = xml_root_in(arena, source, &report_element, &unsaid, &root);
    if (st == ST_NOMEM)
        arena_fail(arena, st);
    if (st >= ST_NOMEM || root == NULL || root->element != &report_element)
        return NULL;
    return root;
}

struct str report_root_template(struct arena *arena, const char *folder)
{
    const struct xml_node *root = root_of(arena, folder);

    return root == NULL ? (struct str){NULL, 0}
                        : xml_value(root, AT(report, template_name));
}

const char *report_root_of(struct arena *arena, const char *folder)
{
    const struct xml_node *root = root_of(arena, folder);
    struct str name;

    if (root == NULL ||
        !report_of_name(xml_value(root, AT(report, of_folder)), &name))
        return NULL;
    return arena_printf(arena, "%s/../%.*s", folder[0] == '\0' ? "." : folder,
                        STR_ARG(name))
        .ptr;
}

bool report_of_name(struct str of, struct str *name)
{
    static const char up[] = "../";
    const size_t skip = sizeof(up) - 1;

    if (of.len <= skip || memcmp(of.ptr, up, skip) != 0)
        return false;
    *name = (struct str){of.ptr + skip, of.len - skip};
    if (name->ptr[name->len - 1] == '/')
        name->len--;
    return name->len > 0 && name->ptr[0] != '.' &&
           str_find_char(*name, '/') == name->len &&
           str_find_char(*name, '\0') == name->len;
}
