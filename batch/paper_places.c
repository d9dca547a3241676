#include "batch/paper_places.h"
#include "output/html/html_places.h"

#define ROWS_MAX 10000

static bool is_same_row(struct place a, struct place b)
{
    return a.source == b.source && a.line == b.line;
}

void paper_places_write(const struct layout *layout, struct buf *out)
{
    struct place last = NOWHERE;
    size_t rows = 0;
    struct buf list;

    buf_init(&list, SIZE_MAX / 4);
    for (const struct layout_page *p = layout->pages; p != NULL; p = p->next) {
        for (const struct layout_item *i = p->first;
             i != NULL && rows < ROWS_MAX; i = i->next) {
            const struct place at =
                i->src == NULL ? NOWHERE : doc_place(i->src);

            if (i->artifact != ARTIFACT_NONE || at.source == NULL ||
                is_same_row(at, last))
                continue;
            html_places_add(&list, p->number, at);
            last = at;
            rows++;
        }
    }
    html_places_json(&list, out);
    buf_free(&list);
}
