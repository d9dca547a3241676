#include "output/pdf/pdf_objects.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

#define ROW 6 /* of the cross-reference stream: type 1, where 4, index 1 */

void pdf_objects_init(struct pdf_objects *o, struct buf *out,
                      struct libdeflate_compressor *deflate)
{
    *o = (struct pdf_objects){.out = out, .deflate = deflate};
    buf_init(&o->entries, PDF_OBJECTS_MAX * sizeof(struct pdf_entry));
    buf_init(&o->scratch, out->limit);
    buf_init(&o->joined, out->limit);
    for (size_t i = 0; i < PACK_KINDS; i++)
        buf_init(&o->packs[i].bytes, out->limit);
}

void pdf_objects_free(struct pdf_objects *o)
{
    buf_free(&o->entries);
    buf_free(&o->scratch);
    buf_free(&o->joined);
    for (size_t i = 0; i < PACK_KINDS; i++)
        buf_free(&o->packs[i].bytes);
}

enum status pdf_objects_status(const struct pdf_objects *o)
{
    enum status st = o->status;

    st = status_worst(st, buf_status(o->out));
    st = status_worst(st, buf_status(&o->entries));
    st = status_worst(st, buf_status(&o->scratch));
    for (size_t i = 0; i < PACK_KINDS; i++)
        st = status_worst(st, buf_status(&o->packs[i].bytes));
    return status_worst(st, buf_status(&o->joined));
}

void pdf_objects_fail(struct pdf_objects *o, enum status why)
{
    o->status = status_worst(o->status, why);
}

void pdf_objects_begin(struct pdf_objects *o, uint32_t first)
{
    o->next = first;
}

uint32_t pdf_object_number(struct pdf_objects *o)
{
    if (o->next == 0)
        pdf_objects_fail(o, ST_BUG);
    else if (o->next > PDF_OBJECTS_MAX)
        pdf_objects_fail(o, ST_LIMIT);
    else
        return o->next++;
    return 0;
}

/* The entry of NUMBER, all before it made free; NULL after a failure. */
static struct pdf_entry *entry_of(struct pdf_objects *o, uint32_t number)
{
    const size_t want = ((size_t)number + 1) * sizeof(struct pdf_entry);

    if (o->entries.len < want) {
        const size_t more = want - o->entries.len;
        char *p = buf_reserve(&o->entries, more);

        if (p == NULL)
            return NULL;
        memset(p, 0, more);
        o->entries.len = want;
    }
    return (struct pdf_entry *)(void *)o->entries.ptr + number;
}

static void locate(struct pdf_objects *o, uint32_t number, struct pdf_entry at)
{
    struct pdf_entry *entry = entry_of(o, number);

    if (entry != NULL)
        *entry = at;
}

bool pdf_object_written(const struct pdf_objects *o, uint32_t number)
{
    const struct pdf_entry *entries = (const void *)o->entries.ptr;

    return number < o->entries.len / sizeof(*entries) &&
           entries[number].kind != ENTRY_FREE;
}

void pdf_object_direct(struct pdf_objects *o, uint32_t number)
{
    if (o->out->len > UINT32_MAX) {
        pdf_objects_fail(o, ST_LIMIT);
        return;
    }
    locate(o, number,
           (struct pdf_entry){(uint32_t)o->out->len, ENTRY_OFFSET, 0});
    buf_int(o->out, number);
    buf_puts(o->out, " 0 obj\n");
}

/* BYTES compressed, in the scratch buffer. */
static struct str deflate(struct pdf_objects *o, struct str bytes)
{
    const size_t bound = libdeflate_zlib_compress_bound(o->deflate, bytes.len);
    char *room;

    buf_clear(&o->scratch);
    room = buf_reserve(&o->scratch, bound);
    if (room == NULL)
        return (struct str){NULL, 0};
    o->scratch.len =
        libdeflate_zlib_compress(o->deflate, bytes.ptr, bytes.len, room, bound);
    if (o->scratch.len == 0)
        pdf_objects_fail(o, ST_BUG);
    return buf_view(&o->scratch);
}

void pdf_stream(struct pdf_objects *o, uint32_t number, struct str entries,
                struct str bytes, enum pdf_stream_form form)
{
    if (form == STREAM_DEFLATE)
        bytes = deflate(o, bytes);
    pdf_object_direct(o, number);
    buf_puts(o->out, "<<");
    buf_str(o->out, entries);
    if (form != STREAM_PLAIN)
        buf_puts(o->out, "/Filter/FlateDecode");
    buf_puts(o->out, "/Length ");
    buf_int(o->out, (int64_t)bytes.len);
    buf_puts(o->out, ">>\nstream\n");
    buf_str(o->out, bytes);
    buf_puts(o->out, "\nendstream\nendobj\n");
}

static uint32_t count_packed(const struct pdf_pack *packs, size_t npacks)
{
    uint32_t count = 0;

    for (size_t i = 0; i < npacks; i++)
        count += packs[i].count;
    return count;
}

/* The pairs of number and offset, then the objects; where each is, is known
   from now on. */
static void join_packs(struct pdf_objects *o, uint32_t number,
                       const struct pdf_pack *packs, size_t npacks)
{
    struct pdf_entry entry = {number, ENTRY_PACKED, 0};
    size_t before = 0;

    for (size_t i = 0; i < npacks; i++) {
        for (uint32_t k = 0; k < packs[i].count; k++) {
            buf_int(&o->joined, packs[i].numbers[k]);
            buf_char(&o->joined, ' ');
            buf_int(&o->joined, (int64_t)(before + packs[i].offsets[k]));
            buf_char(&o->joined, ' ');
            locate(o, packs[i].numbers[k], entry);
            entry.index++;
        }
        before += packs[i].bytes.len;
    }
}

/* Writes PACKS as one object stream, and empties them. */
static void write_packs(struct pdf_objects *o, struct pdf_pack *packs,
                        size_t npacks)
{
    const uint32_t count = count_packed(packs, npacks);
    struct buf entries;
    uint32_t number;

    if (count == 0)
        return;
    number = pdf_object_number(o);
    buf_clear(&o->joined);
    join_packs(o, number, packs, npacks);
    buf_init(&entries, 128);
    buf_puts(&entries, "/Type/ObjStm/N ");
    buf_int(&entries, count);
    buf_puts(&entries, "/First ");
    buf_int(&entries, (int64_t)o->joined.len);
    for (size_t i = 0; i < npacks; i++) {
        buf_str(&o->joined, buf_view(&packs[i].bytes));
        buf_clear(&packs[i].bytes);
        packs[i].count = 0;
    }
    pdf_objects_fail(o, buf_status(&entries));
    pdf_stream(o, number, buf_view(&entries), buf_view(&o->joined),
               STREAM_DEFLATE);
    buf_free(&entries);
}

struct buf *pdf_object_open(struct pdf_objects *o, uint32_t number,
                            enum pdf_pack_kind kind)
{
    struct pdf_pack *pack = &o->packs[kind];

    if (pack->count == PDF_PACK_MAX)
        write_packs(o, pack, 1);
    pack->numbers[pack->count] = number;
    pack->offsets[pack->count] = (uint32_t)pack->bytes.len;
    pack->count++;
    locate(o, number, (struct pdf_entry){0, ENTRY_PACKED, 0});
    o->open = pack;
    return &pack->bytes;
}

void pdf_object_close(struct pdf_objects *o)
{
    buf_char(&o->open->bytes, '\n');
}

void pdf_objects_flush(struct pdf_objects *o)
{
    if (count_packed(o->packs, PACK_KINDS) <= PDF_PACK_MAX) {
        write_packs(o, o->packs, PACK_KINDS);
        return;
    }
    for (size_t i = 0; i < PACK_KINDS; i++)
        write_packs(o, &o->packs[i], 1);
}

static void put_row(unsigned char row[ROW], const struct pdf_entry *entry)
{
    row[0] = entry->kind;
    row[1] = (unsigned char)(entry->where >> 24);
    row[2] = (unsigned char)(entry->where >> 16);
    row[3] = (unsigned char)(entry->where >> 8);
    row[4] = (unsigned char)entry->where;
    row[5] = entry->index;
}

/*
 * The table of all entries, each row as its difference from the one above
 * (PNG's predictor "up"): neighbours differ in few bytes, so it shrinks to
 * next to nothing.
 */
static void put_table(const struct pdf_objects *o, struct buf *table)
{
    const struct pdf_entry *entries = (const void *)o->entries.ptr;
    const size_t n = o->entries.len / sizeof(*entries);
    unsigned char above[ROW] = {0};

    for (size_t i = 0; i < n; i++) {
        unsigned char row[ROW];
        unsigned char change[ROW + 1] = {2};

        put_row(row, &entries[i]);
        for (size_t k = 0; k < ROW; k++)
            change[k + 1] = (unsigned char)(row[k] - above[k]);
        memcpy(above, row, ROW);
        buf_add(table, change, sizeof(change));
    }
}

void pdf_objects_finish(struct pdf_objects *o, struct str trailer)
{
    struct buf table;
    struct buf entries;
    uint32_t number;
    size_t start;

    pdf_objects_flush(o);
    number = pdf_object_number(o);
    start = o->out->len;
    buf_init(&table, o->out->limit);
    buf_init(&entries, o->out->limit);
    /* It lists itself: its offset is known before it is written. */
    locate(o, number, (struct pdf_entry){(uint32_t)start, ENTRY_OFFSET, 0});
    put_table(o, &table);
    buf_puts(&entries, "/Type/XRef/W[1 4 1]/DecodeParms<</Predictor 12"
                       "/Columns 6>>/Size ");
    buf_int(&entries, (int64_t)number + 1);
    buf_str(&entries, trailer);
    pdf_stream(o, number, buf_view(&entries), buf_view(&table), STREAM_DEFLATE);
    buf_puts(o->out, "startxref\n");
    buf_int(o->out, (int64_t)start);
    buf_puts(o->out, "\n%%EOF\n");
    pdf_objects_fail(o, buf_status(&table));
    pdf_objects_fail(o, buf_status(&entries));
    buf_free(&table);
    buf_free(&entries);
}
