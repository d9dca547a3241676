#include "output/pdf/pdf_parents.h"
#include "output/pdf/pdf_syntax.h"

#define PAGES_PER_LEAF 16
#define KEYS_PER_LEAF 256

/* The kids of a tree's root: their object numbers. */
struct parents_kids {
    struct buf numbers; /* uint32_t */
};

static struct buf *open_leaf(struct parents_kids *kids, struct pdf_objects *o)
{
    const uint32_t number = pdf_object_number(o);

    buf_add(&kids->numbers, &number, sizeof(number));
    return pdf_object_open(o, number, PACK_ANY);
}

/* Writes the root over KIDS, and frees them. */
static uint32_t write_root(struct parents_kids *kids, struct pdf_objects *o)
{
    const uint32_t number = pdf_object_number(o);
    const uint32_t *numbers = (const void *)kids->numbers.ptr;
    const size_t n = kids->numbers.len / sizeof(*numbers);
    struct buf *b = pdf_object_open(o, number, PACK_ANY);

    buf_puts(b, "<</Kids[");
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_char(b, ' ');
        pdf_write_ref(b, numbers[i]);
    }
    buf_puts(b, "]>>");
    pdf_object_close(o);
    pdf_objects_fail(o, buf_status(&kids->numbers));
    buf_free(&kids->numbers);
    return number;
}

static void put_limits(struct buf *b, uint32_t first, uint32_t last)
{
    buf_puts(b, "<</Limits[");
    buf_int(b, first);
    buf_char(b, ' ');
    buf_int(b, last);
    buf_puts(b, "]/Nums[");
}

/* The elements of the pieces of a page, by their numbers on it. */
static void put_page(struct buf *b, const struct pdf_marks *marks,
                     uint32_t page)
{
    const uint32_t end = pdf_marks_start(marks, page + 1);

    buf_int(b, page);
    buf_char(b, '[');
    for (uint32_t i = pdf_marks_start(marks, page); i < end; i++) {
        if (i > pdf_marks_start(marks, page))
            buf_char(b, ' ');
        pdf_write_ref(b, pdf_mark(marks, i)->element);
    }
    buf_char(b, ']');
}

static void write_pages(struct parents_kids *kids, uint32_t npages,
                        const struct pdf_marks *marks, struct pdf_objects *o)
{
    for (uint32_t first = 0; first < npages; first += PAGES_PER_LEAF) {
        const uint32_t left = npages - first;
        const uint32_t n = left < PAGES_PER_LEAF ? left : PAGES_PER_LEAF;
        struct buf *b = open_leaf(kids, o);

        put_limits(b, first, first + n - 1);
        for (uint32_t i = 0; i < n; i++)
            put_page(b, marks, first + i);
        buf_puts(b, "]>>");
        pdf_object_close(o);
    }
}

static void write_links(struct parents_kids *kids, uint32_t first_key,
                        const struct pdf_link *links, size_t n,
                        struct pdf_objects *o)
{
    for (size_t first = 0; first < n; first += KEYS_PER_LEAF) {
        const size_t left = n - first;
        const size_t count = left < KEYS_PER_LEAF ? left : KEYS_PER_LEAF;
        const uint32_t key = first_key + (uint32_t)first;
        struct buf *b = open_leaf(kids, o);

        put_limits(b, key, key + (uint32_t)count - 1);
        for (size_t i = 0; i < count; i++) {
            if (i > 0)
                buf_char(b, ' ');
            buf_int(b, key + (uint32_t)i);
            buf_char(b, ' ');
            pdf_write_ref(b, links[first + i].element);
        }
        buf_puts(b, "]>>");
        pdf_object_close(o);
    }
}

uint32_t pdf_parents_write(uint32_t npages, const struct pdf_marks *marks,
                           struct pdf_links *links, struct pdf_objects *o)
{
    size_t nlinks;
    const struct pdf_link *link = pdf_links_drawn(links, &nlinks);
    struct parents_kids kids;

    buf_init(&kids.numbers, o->out->limit);
    write_pages(&kids, npages, marks, o);
    write_links(&kids, npages, link, nlinks, o);
    return write_root(&kids, o);
}

void pdf_write_id(struct buf *b, uint32_t n)
{
    buf_char(b, '(');
    buf_hex(b, n, 8);
    buf_char(b, ')');
}

uint32_t pdf_ids_write(const uint32_t *elements, uint32_t count,
                       struct pdf_objects *o)
{
    struct parents_kids kids;

    buf_init(&kids.numbers, o->out->limit);
    for (uint32_t first = 0; first < count; first += KEYS_PER_LEAF) {
        const uint32_t left = count - first;
        const uint32_t n = left < KEYS_PER_LEAF ? left : KEYS_PER_LEAF;
        struct buf *b = open_leaf(&kids, o);

        buf_puts(b, "<</Limits[");
        pdf_write_id(b, first);
        pdf_write_id(b, first + n - 1);
        buf_puts(b, "]/Names[");
        for (uint32_t i = 0; i < n; i++) {
            pdf_write_id(b, first + i);
            pdf_write_ref(b, elements[first + i]);
        }
        buf_puts(b, "]>>");
        pdf_object_close(o);
    }
    return write_root(&kids, o);
}
