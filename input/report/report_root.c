#include "input/report/report_root.h"
#include "input/file/file_in.h"
#include "input/report/report_elements.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

struct str report_root_template(struct arena *arena, const char *folder)
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
    if (st >= ST_NOMEM || root == NULL || root->element != &report_element)
        return (struct str){NULL, 0};
    return xml_value(root, AT(report, template_name));
}
