#include "input/prose/markdown_parts.h"

void markdown_link_open(struct markdown *r, const MD_SPAN_A_DETAIL *detail)
{
    struct doc_node *n = prose_open(&r->prose, DOC_LINK);

    if (n == NULL)
        return;
    n->u.target = markdown_attribute(r, &detail->href).ptr;
    if (detail->title.size == 0)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "the title of a link is not taken in prose");
    finding_hint(r->prose.findings, "say it in the text");
}

/* [](#id) is a reference, whose text is made later. */
void markdown_link_end(struct markdown *r)
{
    struct doc_node *n = r->prose.top;

    prose_flush(&r->prose);
    if (prose_stopped(&r->prose))
        return;
    if (n->first == NULL && n->u.target[0] == '#' && n->u.target[1] != '\0') {
        n->kind = DOC_REFERENCE;
        n->u.target++;
    } else if (n->first == NULL) {
        finding(r->prose.findings, FINDING_MISSING, r->prose.at,
                "the link to `%s` has no text", n->u.target);
    }
}
