#include "output/html/html_parts.h"
#include "output/html/html_places.h"

#include "output/html/html_escape.h"

bool html_is_printed_only(const struct doc_node *n)
{
    return n->medium == MEDIUM_PRINT || n->kind == DOC_RUNNING ||
           n->kind == DOC_PAGE_NUMBER || n->kind == DOC_PAGE_COUNT;
}

bool html_has_label(const struct doc_node *n)
{
    return n->first != NULL && n->first->kind == DOC_LABEL;
}

void html_put_thousandths(struct buf *out, int64_t n)
{
    int64_t part = n < 0 ? -(n % 1000) : n % 1000;

    if (n < 0)
        buf_char(out, '-');
    buf_int(out, n < 0 ? -(n / 1000) : n / 1000);
    if (part == 0)
        return;
    buf_char(out, '.');
    for (int64_t unit = 100; part > 0; unit /= 10) {
        buf_char(out, (char)('0' + part / unit));
        part %= unit;
    }
}

static void put_classes(struct html *h, const char *const *classes, size_t n)
{
    bool any = false;

    for (size_t i = 0; i < n; i++) {
        if (classes[i] == NULL)
            continue;
        if (any)
            buf_char(h->tags.out, ' ');
        else
            html_attr_begin(&h->tags, "class");
        buf_puts(h->tags.out, classes[i]);
        any = true;
    }
    if (any)
        html_attr_end(&h->tags);
}

/* What pages say at their head stands on a page that a browser prints, too. */
static bool is_for_screen(const struct doc_node *n)
{
    return n->medium == MEDIUM_SCREEN && n->role != ROLE_MARKING;
}

void html_node(struct html *h, enum html_tag tag, const struct doc_node *n,
               const char *class, const char *more)
{
    const char *const classes[] = {class, more,
                                   is_for_screen(n) ? HTML_SCREEN : NULL};

    html_open(&h->tags, tag, n);
    if (h->places != NULL && n->at.source != NULL)
        html_places_add(h->places, h->tags.opened - 1, n->at);
    put_classes(h, classes, sizeof(classes) / sizeof(classes[0]));
    if (n->id != NULL)
        html_attr(&h->tags, "id", str_of(n->id));
    if (n->lang != NULL)
        html_attr(&h->tags, "lang", str_of(n->lang));
}

static void put_id(struct html *h, const char *name, struct html_id id)
{
    html_attr_begin(&h->tags, name);
    if (id.given != NULL) {
        html_escape_attr(h->tags.out, str_of(id.given));
    } else {
        buf_char(h->tags.out, '.');
        buf_int(h->tags.out, id.made);
    }
    html_attr_end(&h->tags);
}

struct html_id html_next_id(const struct html *h, const struct doc_node *n)
{
    return (struct html_id){n->id, h->ids + 1};
}

struct html_id html_give_id(struct html *h, const struct doc_node *n)
{
    const struct html_id id = html_next_id(h, n);

    if (n->id == NULL) {
        h->ids++;
        put_id(h, "id", id);
    }
    return id;
}

void html_labelled_by(struct html *h, struct html_id id)
{
    put_id(h, "aria-labelledby", id);
}

void html_link_to(struct html *h, const char *prefix, const char *id)
{
    html_attr_begin(&h->tags, "href");
    buf_char(h->tags.out, '#');
    html_escape_url(h->tags.out, str_of(prefix));
    html_escape_url(h->tags.out, str_of(id));
    html_attr_end(&h->tags);
}
