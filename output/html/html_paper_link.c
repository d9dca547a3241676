#include "output/html/html_parts.h"

#include "output/html/html_escape.h"

/* Owner of what comes from no node. */
static const char in_link = 'a';
static const char in_block = 'p';

static void put_link(struct html *h)
{
    html_open(&h->tags, TAG_A, &in_link);
    html_attr(&h->tags, "href", h->paper.address);
    html_attr(&h->tags, "type", STR_LIT("application/pdf"));
    html_text(&h->tags, h->paper.words);
    html_close(&h->tags, &in_link);
}

void html_paper_item(struct html *h)
{
    if (h->paper.words.len == 0)
        return;
    html_open(&h->tags, TAG_LI, &in_block);
    html_attr(&h->tags, "class", STR_LIT(HTML_SCREEN));
    put_link(h);
    html_close(&h->tags, &in_block);
}

void html_paper_paragraph(struct html *h)
{
    if (h->paper.words.len == 0)
        return;
    html_open(&h->tags, TAG_P, &in_block);
    html_attr(&h->tags, "class", STR_LIT(HTML_SCREEN));
    put_link(h);
    html_close(&h->tags, &in_block);
}
