#include "output/html/html.h"

#include "output/html/html_parts.h"
#include "output/html/html_rows.h"

static const struct {
    html_enter_fn *enter;
    html_leave_fn *leave; /* or NULL */
} writers[DOC_KIND_MAX] = {
#define ENTERED(kind, name) [kind] = {html_enter_##name, NULL},
#define LEFT(kind, name) [kind] = {html_enter_##name, html_leave_##name},
    HTML_WRITERS(ENTERED, LEFT)
#undef ENTERED
#undef LEFT
};

/* Owners of the elements that no node opens; only their addresses matter. */
static const char in_head = 'h';
static const char in_page = 'p';

static void put_meta(struct html *h, const char *name, struct str content)
{
    if (content.len == 0)
        return;
    html_open(&h->tags, TAG_META, &in_page);
    html_attr(&h->tags, "name", str_of(name));
    html_attr(&h->tags, "content", content);
}

static void put_date(struct html *h, struct date date)
{
    char day[DATE_ISO_SIZE];

    if (date.year != 0)
        put_meta(h, "dcterms.date", str_of(date_iso(date, day)));
}

/* Forbids a browser to run or fetch anything, whatever the report holds. */
static void put_policy(struct html *h)
{
    html_open(&h->tags, TAG_META, &in_page);
    html_attr(&h->tags, "http-equiv", STR_LIT("Content-Security-Policy"));
    html_attr(&h->tags, "content",
              STR_LIT("default-src 'none'; img-src data:; "
                      "style-src 'unsafe-inline'"));
}

static void put_head(struct html *h)
{
    const struct doc *d = h->doc;

    html_open(&h->tags, TAG_HEAD, &in_head);
    html_open(&h->tags, TAG_META, &in_page);
    html_attr(&h->tags, "charset", STR_LIT("utf-8"));
    put_policy(h);
    html_open(&h->tags, TAG_TITLE, &in_page);
    html_text(&h->tags, d->title);
    html_close(&h->tags, &in_page);
    put_meta(h, "viewport", STR_LIT("width=device-width, initial-scale=1"));
    put_meta(h, "author", d->author);
    put_meta(h, "description", d->subject);
    put_date(h, d->date);
    html_open(&h->tags, TAG_STYLE, &in_page);
    html_content(&h->tags);
    html_css(h->tags.out, d->style);
    html_rows_css(h->tags.out, d, h->desk);
    html_close(&h->tags, &in_page);
    html_close(&h->tags, &in_head);
}

/* The page up to its first block. */
static void begin_page(struct html *h)
{
    buf_puts(h->tags.out, "<!DOCTYPE html>\n");
    html_open(&h->tags, TAG_HTML, h->doc);
    html_attr(&h->tags, "lang", str_of(h->doc->lang));
    put_head(h);
    html_open(&h->tags, TAG_BODY, h->doc);
    html_open(&h->tags, TAG_A, &in_page);
    html_attr(&h->tags, "class", STR_LIT("skip " HTML_SCREEN));
    html_link_to(h, "", HTML_MAIN_ID);
    html_text(&h->tags, h->doc->wording->phrases[PHRASE_SKIP_LINK]);
    html_close(&h->tags, &in_page);
}

/* A report with contents is long enough to want a way back to them. */
static void put_way_back(struct html *h)
{
    if (h->contents == NULL)
        return;
    html_open(&h->tags, TAG_P, &in_page);
    html_attr(&h->tags, "class", STR_LIT("top " HTML_SCREEN));
    html_open(&h->tags, TAG_A, &in_page);
    html_link_to(h, "", "");
    html_text(&h->tags, h->doc->wording->phrases[PHRASE_BACK_TO_TOP]);
    html_close(&h->tags, &in_page);
}

static void end_region(struct html *h)
{
    if (h->region == REGION_MAIN) {
        html_attachments(h);
        if (h->contents == NULL)
            html_paper_paragraph(h);
        put_way_back(h);
    }
    html_close(&h->tags, &h->region);
}

static void begin_region(struct html *h, enum html_region region)
{
    if (h->region == region)
        return;
    end_region(h);
    h->region = region;
    if (region == REGION_HEADER) {
        html_open(&h->tags, TAG_HEADER, &h->region);
    } else if (region == REGION_MAIN) {
        html_open(&h->tags, TAG_MAIN, &h->region);
        html_attr(&h->tags, "id", STR_LIT(HTML_MAIN_ID));
    }
}

static bool says_whose(const struct doc_node *block)
{
    return block->role == ROLE_LOGO || block->role == ROLE_COUNCIL ||
           block->role == ROLE_ADDRESSEE || block->role == ROLE_MARKING;
}

/* Landmarks: whose paper it is, with what stands above that; the report; and at
   its very end whom to ask. There is one main, so what comes after it was begun
   stays in it. */
static enum html_region region_of(const struct html *h,
                                  const struct doc_node *block)
{
    const struct doc_node *n = block;

    while (h->region != REGION_MAIN && n != NULL && !says_whose(n) &&
           n->kind == DOC_PARAGRAPH)
        n = n->next;
    if (h->region != REGION_MAIN && n != NULL && says_whose(n))
        return REGION_HEADER;
    if (block->kind == DOC_SIGN_OFF && block->next == NULL)
        return REGION_FOOTER;
    return REGION_MAIN;
}

/* False: the walk shall pass over what N holds. */
static bool enter(struct html *h, const struct doc_node *n)
{
    if (n->kind == DOC_ROOT)
        return true;
    if (writers[n->kind].enter == NULL) {
        buf_fail(h->tags.out, ST_BUG);
        return false;
    }
    if (n->parent == h->doc->root)
        begin_region(h, region_of(h, n));
    return writers[n->kind].enter(h, n);
}

static void leave(struct html *h, const struct doc_node *n)
{
    if (writers[n->kind].leave != NULL)
        writers[n->kind].leave(h, n);
    html_close(&h->tags, n);
}

void html_write(const struct doc *d, struct shaper *shaper, struct buf *out,
                struct buf *places, struct html_paper paper)
{
    struct html h = {
        .doc = d,
        .shaper = shaper,
        .places = places,
        .paper = paper,
        .desk = html_desk_width(d),
        .numbers_paragraphs = html_numbers_paragraphs(d),
    };
    struct doc_walk w = doc_walk(d->root);

    html_tags_init(&h.tags, out);
    begin_page(&h);
    while (doc_walk_next(&w)) {
        if (html_is_printed_only(w.node)) {
            if (w.entering)
                doc_walk_skip(&w);
        } else if (!w.entering) {
            leave(&h, w.node);
        } else if (!enter(&h, w.node)) {
            doc_walk_skip(&w);
        }
    }
    end_region(&h);
    html_close(&h.tags, d);
}
