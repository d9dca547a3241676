#include "output/pdf/pdf_outline.h"
#include "core/doc/doc.h"
#include "output/pdf/pdf_syntax.h"

static void set_title(struct pdf_haru *h, struct pdf_haru_object *bookmark,
                      const struct doc_node *heading)
{
    struct buf title;

    buf_init(&title, PDF_TEXT_MAX);
    doc_plain_text(heading, &title);
    if (buf_status(&title) != ST_NOMEM) /* one that is too long is cut */
        pdf_haru_text(h, bookmark, "Title", buf_view(&title));
    buf_free(&title);
}

static struct pdf_haru_object *make(struct pdf_haru *h,
                                    const struct pdf_pages *pages,
                                    struct pdf_haru_object *parent,
                                    const struct layout_target *target)
{
    const int64_t top = (int64_t)target->page->height - target->y;
    struct pdf_haru_object *made = pdf_haru_bookmark(h, parent);

    if (made == NULL)
        return NULL;
    set_title(h, made, target->node);
    pdf_haru_bookmark_leads(
        made,
        pdf_haru_destination(pdf_page_of(pages, target->page), target->x, top));
    return made;
}

void pdf_outline_make(const struct layout *l, const struct pdf_pages *pages,
                      struct pdf_haru *h)
{
    /* The last bookmark of each level; [0] is the outline's root. */
    struct pdf_haru_object *last[HEADING_LEVELS + 1] = {NULL};
    bool any = false;

    for (const struct layout_target *t = l->targets; t != NULL; t = t->next) {
        const int level = t->node->level;
        struct pdf_haru_object *parent = NULL;

        if (t->node->kind != DOC_HEADING || level < 1 || level > HEADING_LEVELS)
            continue;
        for (int i = 1; i < level; i++)
            parent = last[i] != NULL ? last[i] : parent;
        last[level] = make(h, pages, parent, t);
        for (int i = level + 1; i <= HEADING_LEVELS; i++)
            last[i] = NULL;
        any = true;
    }
    if (any)
        pdf_haru_show_bookmarks(h);
}
