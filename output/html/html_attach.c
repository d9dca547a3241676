#include "output/html/html_parts.h"

#include "output/html/html_escape.h"

/* Owner of what comes from no node. */
static const char in_list = 'l';

static void put_address(struct html *h, const struct doc_attachment *file)
{
    html_attr_begin(&h->tags, "href");
    buf_printf(h->tags.out, "data:%s;charset=%s;base64,", file->media_type,
               file->charset);
    html_base64(h->tags.out, file->bytes);
    html_attr_end(&h->tags);
}

static void put_file(struct html *h, const struct doc_attachment *file)
{
    html_open(&h->tags, TAG_LI, file);
    html_open(&h->tags, TAG_A, file);
    html_attr(&h->tags, "download", file->name);
    put_address(h, file);
    html_text(&h->tags, file->description);
    html_close(&h->tags, file);
}

void html_attachments(struct html *h)
{
    if (h->doc->attachments == NULL)
        return;
    html_open(&h->tags, TAG_SECTION, &in_list);
    html_attr(&h->tags, "class", STR_LIT(HTML_SCREEN));
    html_attr(&h->tags, "aria-labelledby", STR_LIT(HTML_ATTACHMENTS_ID));
    html_open(&h->tags, TAG_H2, h);
    html_attr(&h->tags, "id", STR_LIT(HTML_ATTACHMENTS_ID));
    html_text(&h->tags, h->doc->wording->phrases[PHRASE_ATTACHMENTS]);
    html_close(&h->tags, h);
    html_open(&h->tags, TAG_UL, &in_list);
    html_attr(&h->tags, "class", STR_LIT("plain"));
    for (const struct doc_attachment *file = h->doc->attachments; file != NULL;
         file = file->next)
        put_file(h, file);
    html_close(&h->tags, &in_list);
}

void html_attachments_item(struct html *h)
{
    if (h->doc->attachments == NULL)
        return;
    html_open(&h->tags, TAG_LI, &in_list);
    html_attr(&h->tags, "class", STR_LIT(HTML_SCREEN));
    html_open(&h->tags, TAG_A, &in_list);
    html_link_to(h, "", HTML_ATTACHMENTS_ID);
    html_text(&h->tags, h->doc->wording->phrases[PHRASE_ATTACHMENTS]);
    html_close(&h->tags, &in_list);
}
