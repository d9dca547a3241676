#include "tests/support/laid_prose.h"

const char laid_words[] =
    "The Cabinet considered what residents had said about the opening hours "
    "of libraries, and asked officers to report again in the autumn. ";

struct doc_node *laid_prose(struct laid_test *t, struct doc_node *parent,
                            const char *name, int n)
{
    struct doc_node *p = doc_paragraph(&t->d, parent, str_of(name));

    doc_text(&t->d, p, STR_LIT(" "));
    for (int i = 0; i < n; i++)
        doc_text(&t->d, p, str_of(laid_words));
    return p;
}

int laid_lines_a_page(const struct laid_test *t)
{
    const struct page_style *page = &t->d.style->page;

    return (page->height - page->top - page->bottom) / 16800;
}

void laid_fill_but(struct laid_test *t, int lines)
{
    struct doc_node *p = NULL;
    const int n = laid_lines_a_page(t) - lines;

    for (int i = 0; i < n; i++) {
        if (p == NULL)
            p = doc_paragraph(&t->d, t->d.root, STR_LIT("filled"));
        else
            doc_text(&t->d, p, STR_LIT("filled"));
        if (i + 1 < n)
            doc_add(&t->d, p, DOC_BREAK);
    }
}
