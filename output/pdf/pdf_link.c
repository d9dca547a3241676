#include "output/pdf/pdf_link.h"
#include "core/base/mem.h"
#include "output/pdf/pdf_syntax.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define ANNOTATION_PRINT 4 /* the flag that PDF/A asks for: 6.3.2 */

void pdf_links_init(struct pdf_links *links, size_t limit)
{
    buf_init(&links->links, limit);
}

void pdf_links_free(struct pdf_links *links)
{
    buf_free(&links->links);
}

enum status pdf_links_status(const struct pdf_links *links)
{
    return buf_status(&links->links);
}

static struct pdf_link *all(const struct pdf_links *links, size_t *count)
{
    *count = links->links.len / sizeof(struct pdf_link);
    return (struct pdf_link *)(void *)links->links.ptr;
}

void pdf_links_add(struct pdf_links *links, const struct doc_node *node,
                   uint32_t page, const struct layout_item *item)
{
    /* From four fifths above the baseline to one below. */
    const int32_t y = item->y - item->height / 5 * 4;
    size_t n;
    struct pdf_link *last = all(links, &n);
    const struct pdf_link link = {
        .node = node,
        .page = page,
        .x = item->x,
        .y = y,
        .width = item->width,
        .height = item->height,
        .order = (uint32_t)n,
    };

    if (n > 0)
        last += n - 1;
    if (n > 0 && last->node == node && last->page == page && last->y == y &&
        item->x >= last->x)
        last->width = item->x + item->width - last->x;
    else
        buf_add(&links->links, &link, sizeof(link));
}

/* The targets that have an id, sorted by it. */
struct link_places {
    const struct layout_target **places;
    size_t count;
};

static int compare_ids(const void *a, const void *b)
{
    const struct layout_target *const *left = a;
    const struct layout_target *const *right = b;

    return strcmp((*left)->node->id, (*right)->node->id);
}

static int compare_id(const void *id, const void *place)
{
    const struct layout_target *const *target = place;

    return strcmp(id, (*target)->node->id);
}

/* Fills PLACES; false when there is no memory, which is counted. */
static bool find_places(const struct layout *l, struct link_places *places)
{
    size_t n = 0;

    *places = (struct link_places){NULL, 0};
    for (const struct layout_target *t = l->targets; t != NULL; t = t->next)
        n += t->node->id != NULL;
    places->places = mem_zalloc(n, sizeof(struct layout_target *));
    if (places->places == NULL)
        return false;
    for (const struct layout_target *t = l->targets; t != NULL; t = t->next) {
        if (t->node->id != NULL)
            places->places[places->count++] = t;
    }
    qsort(places->places, places->count, sizeof(struct layout_target *),
          compare_ids);
    return true;
}

static const struct layout_target *find_place(const struct link_places *places,
                                              const char *id)
{
    const struct layout_target **found =
        bsearch(id, places->places, places->count,
                sizeof(struct layout_target *), compare_id);

    return found == NULL ? NULL : *found;
}

/* The id that a link leads to, empty where it has none; NULL: an address
   outside. */
static const char *id_of(const struct doc_node *node)
{
    const char *target = node->u.target == NULL ? "#" : node->u.target;

    if (node->kind == DOC_LINK && target[0] != '#')
        return NULL;
    return target[0] == '#' ? target + 1 : target;
}

/* An address in ASCII, as URI actions want it (ISO 32000-1, 12.6.4.7). */
static void put_uri(struct buf *b, const char *address)
{
    for (const char *p = address; *p != '\0'; p++) {
        const unsigned char c = (unsigned char)*p;

        if (c > ' ' && c < 0x7f && strchr("\"<>\\^`{|}", *p) == NULL)
            buf_char(b, *p);
        else
            buf_printf(b, "%%%02X", (unsigned)c);
    }
    buf_char(b, '\0');
}

static struct pdf_haru_object *make_out(struct pdf_haru_object *page,
                                        const struct pdf_haru_rect *rect,
                                        const char *address)
{
    struct pdf_haru_object *made = NULL;
    struct buf uri;

    buf_init(&uri, PDF_STRING_MAX);
    put_uri(&uri, address);
    if (buf_status(&uri) == ST_OK)
        made = pdf_haru_link_out(page, rect, uri.ptr);
    buf_free(&uri);
    return made;
}

static struct pdf_haru_object *make_inside(struct pdf_haru_object *page,
                                           const struct pdf_haru_rect *rect,
                                           struct pdf_haru_object *to,
                                           const struct layout_target *place)
{
    const int64_t y = (int64_t)place->page->height - place->y;

    return pdf_haru_link_to(page, rect, pdf_haru_destination(to, place->x, y));
}

/* What a reader hears of the link: its text. */
static void say_of_annotation(struct pdf_haru *h,
                              struct pdf_haru_object *annotation,
                              const struct doc_node *node)
{
    struct buf text;

    buf_init(&text, PDF_TEXT_MAX);
    if (node->kind == DOC_NOTE_MARK && node->text.len > 0)
        buf_str(&text, node->text); /* "note 1": a sign is not spoken */
    else
        doc_plain_text(node, &text);
    if (buf_status(&text) != ST_NOMEM) /* one that is too long is cut */
        pdf_haru_text(h, annotation, "Contents", buf_view(&text));
    buf_free(&text);
}

static void make_link(struct pdf_haru *h, const struct pdf_pages *pages,
                      const struct layout_page *on,
                      const struct link_places *places, struct pdf_link *link,
                      uint32_t key)
{
    const int64_t top = (int64_t)on->height - link->y;
    const struct pdf_haru_rect rect = {.left = link->x,
                                       .bottom = top - link->height,
                                       .right = (int64_t)link->x + link->width,
                                       .top = top};
    const char *id = id_of(link->node);
    struct pdf_haru_object *page = pages->pages[link->page];
    struct pdf_haru_object *made = NULL;

    if (id == NULL) {
        assert(link->node->u.target != NULL);
        made = make_out(page, &rect, link->node->u.target);
    } else {
        const struct layout_target *place = find_place(places, id);

        if (place != NULL)
            made = make_inside(page, &rect, pdf_page_of(pages, place->page),
                               place);
    }
    if (made == NULL)
        return;
    say_of_annotation(h, made, link->node);
    pdf_haru_no_border(made);
    pdf_haru_int(made, "F", ANNOTATION_PRINT);
    pdf_haru_int(made, "StructParent", (int32_t)key);
    link->annotation = pdf_haru_number(made);
}

static int compare_nodes(const void *a, const void *b)
{
    const struct pdf_link *left = a;
    const struct pdf_link *right = b;
    const uintptr_t l = (uintptr_t)left->node;
    const uintptr_t r = (uintptr_t)right->node;

    if (l != r)
        return l < r ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

static int compare_order(const void *a, const void *b)
{
    const struct pdf_link *left = a;
    const struct pdf_link *right = b;

    return left->order < right->order ? -1 : left->order > right->order;
}

void pdf_links_make(struct pdf_links *links, const struct layout *l,
                    struct pdf_haru *h, const struct pdf_pages *pages)
{
    const struct layout_page *on = l->pages;
    uint32_t page = 0;
    uint32_t kept = 0;
    struct link_places places;
    size_t n;
    struct pdf_link *link = all(links, &n);

    if (n == 0 || !find_places(l, &places))
        return;
    for (size_t i = 0; i < n; i++) {
        for (; page < link[i].page; page++)
            on = on->next;
        make_link(h, pages, on, &places, &link[i], pages->count + kept);
        if (link[i].annotation == 0)
            continue;
        link[kept] = link[i];
        link[kept].order = kept;
        kept++;
    }
    links->links.len = kept * sizeof(*link);
    mem_free(places.places);
    qsort(link, kept, sizeof(*link), compare_nodes);
}

size_t pdf_links_count(const struct pdf_links *links)
{
    return links->links.len / sizeof(struct pdf_link);
}

struct pdf_link *pdf_links_of(const struct pdf_links *links,
                              const struct doc_node *node, size_t *count)
{
    size_t n;
    struct pdf_link *link = all(links, &n);
    size_t low = 0;
    size_t high = n;

    while (low < high) {
        const size_t mid = low + (high - low) / 2;

        if ((uintptr_t)link[mid].node < (uintptr_t)node)
            low = mid + 1;
        else
            high = mid;
    }
    for (high = low; high < n && link[high].node == node; high++)
        continue;
    *count = high - low;
    return *count == 0 ? NULL : link + low;
}

struct pdf_link *pdf_links_drawn(struct pdf_links *links, size_t *count)
{
    struct pdf_link *link = all(links, count);

    if (*count > 0)
        qsort(link, *count, sizeof(*link), compare_order);
    return link;
}
