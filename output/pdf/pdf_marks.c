#include "output/pdf/pdf_marks.h"

#include <assert.h>
#include <string.h>

void pdf_marks_init(struct pdf_marks *marks, size_t limit)
{
    buf_init(&marks->marks, limit);
    buf_init(&marks->starts, limit);
    buf_init(&marks->entries, limit);
    buf_init(&marks->boxes, limit);
}

void pdf_marks_free(struct pdf_marks *marks)
{
    buf_free(&marks->marks);
    buf_free(&marks->starts);
    buf_free(&marks->entries);
    buf_free(&marks->boxes);
}

enum status pdf_marks_status(const struct pdf_marks *marks)
{
    enum status st = buf_status(&marks->marks);

    st = status_worst(st, buf_status(&marks->starts));
    st = status_worst(st, buf_status(&marks->entries));
    return status_worst(st, buf_status(&marks->boxes));
}

uint32_t pdf_marks_count(const struct pdf_marks *marks)
{
    return (uint32_t)(marks->marks.len / sizeof(struct pdf_mark));
}

static uint32_t count_pages(const struct pdf_marks *marks)
{
    return (uint32_t)(marks->starts.len / sizeof(uint32_t));
}

struct pdf_mark *pdf_mark(const struct pdf_marks *marks, uint32_t mark)
{
    assert(mark < pdf_marks_count(marks));
    return (struct pdf_mark *)(void *)marks->marks.ptr + mark;
}

uint32_t pdf_marks_start(const struct pdf_marks *marks, uint32_t page)
{
    const uint32_t *starts = (const void *)marks->starts.ptr;

    return page < count_pages(marks) ? starts[page] : pdf_marks_count(marks);
}

uint32_t pdf_mark_mcid(const struct pdf_marks *marks, uint32_t mark)
{
    return mark - pdf_marks_start(marks, pdf_mark(marks, mark)->page);
}

void pdf_marks_page(struct pdf_marks *marks)
{
    const uint32_t start = pdf_marks_count(marks);

    buf_add(&marks->starts, &start, sizeof(start));
}

uint32_t pdf_marks_add(struct pdf_marks *marks, const struct doc_node *src)
{
    const uint32_t page = count_pages(marks) - 1;
    const struct pdf_mark mark = {src, page, PDF_NONE, 0, PDF_NONE};
    const uint32_t mcid = pdf_marks_count(marks) - pdf_marks_start(marks, page);

    if (marks->marks.len / sizeof(mark) >= PDF_NONE / 4)
        marks->marks.status = status_worst(marks->marks.status, ST_LIMIT);
    buf_add(&marks->marks, &mark, sizeof(mark));
    return mcid;
}

void pdf_marks_box(struct pdf_marks *marks, struct pdf_box box)
{
    const uint32_t n = pdf_marks_count(marks);

    if (n > 0)
        pdf_mark(marks, n - 1)->box =
            (uint32_t)(marks->boxes.len / sizeof(box));
    buf_add(&marks->boxes, &box, sizeof(box));
}

const struct pdf_box *pdf_mark_box(const struct pdf_marks *marks, uint32_t mark)
{
    const struct pdf_box *boxes = (const void *)marks->boxes.ptr;
    const uint32_t box = pdf_mark(marks, mark)->box;

    return box < marks->boxes.len / sizeof(*boxes) ? &boxes[box] : NULL;
}

/* The entry of SRC, or the free one where it would stand. */
static uint32_t *entry_of(const struct pdf_marks *marks,
                          const struct doc_node *src)
{
    uint32_t *entries = (void *)marks->entries.ptr;
    const uint32_t mask = (uint32_t)(marks->entries.len / sizeof(*entries)) - 1;
    const uint64_t mixed =
        (uint64_t)(uintptr_t)src * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t at = (uint32_t)(mixed >> 32) & mask;

    while (entries[at] != PDF_NONE && pdf_mark(marks, entries[at])->src != src)
        at = (at + 1) & mask;
    return &entries[at];
}

void pdf_marks_index(struct pdf_marks *marks)
{
    const uint32_t n = pdf_marks_count(marks);
    size_t nentries = 16;
    char *p;

    while (nentries < (size_t)n * 2)
        nentries *= 2;
    p = buf_reserve(&marks->entries, nentries * sizeof(uint32_t));
    if (p == NULL)
        return;
    memset(p, 0xff, nentries * sizeof(uint32_t)); /* PDF_NONE */
    marks->entries.len = nentries * sizeof(uint32_t);
    for (uint32_t i = n; i-- > 0;) {
        uint32_t *entry = entry_of(marks, pdf_mark(marks, i)->src);

        pdf_mark(marks, i)->next = *entry;
        *entry = i;
    }
}

uint32_t pdf_marks_first(const struct pdf_marks *marks,
                         const struct doc_node *src)
{
    return *entry_of(marks, src);
}
