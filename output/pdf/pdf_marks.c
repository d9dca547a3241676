#include "output/pdf/pdf_marks.h"

#include <assert.h>
#include <string.h>

void pdf_marks_init(struct pdf_marks *runs, size_t limit)
{
    buf_init(&runs->runs, limit);
    buf_init(&runs->starts, limit);
    buf_init(&runs->slots, limit);
    buf_init(&runs->boxes, limit);
}

void pdf_marks_free(struct pdf_marks *runs)
{
    buf_free(&runs->runs);
    buf_free(&runs->starts);
    buf_free(&runs->slots);
    buf_free(&runs->boxes);
}

enum status pdf_marks_status(const struct pdf_marks *runs)
{
    enum status st = buf_status(&runs->runs);

    st = status_worst(st, buf_status(&runs->starts));
    st = status_worst(st, buf_status(&runs->slots));
    return status_worst(st, buf_status(&runs->boxes));
}

uint32_t pdf_marks_count(const struct pdf_marks *runs)
{
    return (uint32_t)(runs->runs.len / sizeof(struct pdf_mark));
}

static uint32_t count_pages(const struct pdf_marks *runs)
{
    return (uint32_t)(runs->starts.len / sizeof(uint32_t));
}

struct pdf_mark *pdf_mark(const struct pdf_marks *runs, uint32_t run)
{
    assert(run < pdf_marks_count(runs));
    return (struct pdf_mark *)(void *)runs->runs.ptr + run;
}

uint32_t pdf_marks_start(const struct pdf_marks *runs, uint32_t page)
{
    const uint32_t *starts = (const void *)runs->starts.ptr;

    return page < count_pages(runs) ? starts[page] : pdf_marks_count(runs);
}

uint32_t pdf_mark_mcid(const struct pdf_marks *runs, uint32_t run)
{
    return run - pdf_marks_start(runs, pdf_mark(runs, run)->page);
}

void pdf_marks_page(struct pdf_marks *runs)
{
    const uint32_t start = pdf_marks_count(runs);

    buf_add(&runs->starts, &start, sizeof(start));
}

uint32_t pdf_marks_add(struct pdf_marks *runs, const struct doc_node *src)
{
    const uint32_t page = count_pages(runs) - 1;
    const struct pdf_mark run = {src, page, PDF_NONE, 0, PDF_NONE};
    const uint32_t mcid = pdf_marks_count(runs) - pdf_marks_start(runs, page);

    if (runs->runs.len / sizeof(run) >= PDF_NONE / 4)
        runs->runs.status = status_worst(runs->runs.status, ST_LIMIT);
    buf_add(&runs->runs, &run, sizeof(run));
    return mcid;
}

void pdf_marks_box(struct pdf_marks *runs, struct pdf_box box)
{
    const uint32_t n = pdf_marks_count(runs);

    if (n > 0)
        pdf_mark(runs, n - 1)->box = (uint32_t)(runs->boxes.len / sizeof(box));
    buf_add(&runs->boxes, &box, sizeof(box));
}

const struct pdf_box *pdf_mark_box(const struct pdf_marks *runs, uint32_t run)
{
    const struct pdf_box *boxes = (const void *)runs->boxes.ptr;
    const uint32_t box = pdf_mark(runs, run)->box;

    return box < runs->boxes.len / sizeof(*boxes) ? &boxes[box] : NULL;
}

/* The slot of SRC, or the free one where it would stand. */
static uint32_t *slot_of(const struct pdf_marks *runs,
                         const struct doc_node *src)
{
    uint32_t *slots = (void *)runs->slots.ptr;
    const uint32_t mask = (uint32_t)(runs->slots.len / sizeof(*slots)) - 1;
    const uint64_t mixed =
        (uint64_t)(uintptr_t)src * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t at = (uint32_t)(mixed >> 32) & mask;

    while (slots[at] != PDF_NONE && pdf_mark(runs, slots[at])->src != src)
        at = (at + 1) & mask;
    return &slots[at];
}

void pdf_marks_index(struct pdf_marks *runs)
{
    const uint32_t n = pdf_marks_count(runs);
    size_t nslots = 16;
    char *p;

    while (nslots < (size_t)n * 2)
        nslots *= 2;
    p = buf_reserve(&runs->slots, nslots * sizeof(uint32_t));
    if (p == NULL)
        return;
    memset(p, 0xff, nslots * sizeof(uint32_t)); /* PDF_NONE */
    runs->slots.len = nslots * sizeof(uint32_t);
    for (uint32_t i = n; i-- > 0;) {
        uint32_t *slot = slot_of(runs, pdf_mark(runs, i)->src);

        pdf_mark(runs, i)->next = *slot;
        *slot = i;
    }
}

uint32_t pdf_marks_first(const struct pdf_marks *runs,
                         const struct doc_node *src)
{
    return *slot_of(runs, src);
}
