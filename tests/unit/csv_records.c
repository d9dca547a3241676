#include "input/csv/csv_records.h"
#include "core/base/buf.h"
#include "input/text/text_in.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEXTS 20000
#define TEXT_MAX 40
#define LIMIT ((size_t)1024 * 1024)

/* Knuth's MMIX: the same texts everywhere. */
static unsigned below(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)((*state >> 33) % limit);
}

/* Up to TEXT_MAX bytes of those that part a file, and some others. */
static size_t make_text(uint64_t *state, char *text)
{
    static const char bytes[] = ",,,\n\n\r\"\" aB1";
    const size_t len = below(state, TEXT_MAX);

    for (size_t i = 0; i < len; i++)
        text[i] = bytes[below(state, sizeof(bytes) - 1)];
    return len;
}

/* What libcsv makes of a whole text: A|B and a line end a record, without what
   is blank at its end. */
struct whole {
    struct buf said;
    struct buf record;
    size_t filled; /* bytes of the record upto its last field with text */
};

static void add_field(struct buf *record, size_t *filled, struct str field)
{
    field = str_trim(field);
    buf_str(record, field);
    if (field.len > 0)
        *filled = record->len;
    buf_char(record, '|');
}

static void add_record(struct buf *said, struct buf *record, size_t *filled)
{
    if (*filled > 0) {
        buf_str(said, str_to(buf_view(record), *filled));
        buf_char(said, '\n');
    }
    buf_clear(record);
    *filled = 0;
}

static void on_field(void *bytes, size_t len, void *user)
{
    struct whole *w = user;

    add_field(&w->record, &w->filled, (struct str){bytes, len});
}

static void on_record(int end, void *user)
{
    struct whole *w = user;

    (void)end;
    add_record(&w->said, &w->record, &w->filled);
}

/* False: it is no CSV. */
static bool read_whole(struct whole *w, struct str text)
{
    struct csv_parser parser;
    bool sound;

    buf_init(&w->said, LIMIT);
    buf_init(&w->record, LIMIT);
    w->filled = 0;
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
    sound = csv_parse(&parser, text.ptr, text.len, on_field, on_record, w) ==
                text.len &&
            csv_fini(&parser, on_field, on_record, w) == 0;
    csv_free(&parser);
    return sound;
}

/* The same, of the records one after another; no more of them than were said to
   be left. */
static enum status read_records(struct arena *arena, struct str text,
                                struct buf *said)
{
    const struct source source = {.name = "f.csv",
                                  .kind = SOURCE_CSV,
                                  .delimiter = ',',
                                  .text = text,
                                  .plain = text_is_plain(text)};
    struct csv_records records;
    struct findings findings;
    struct buf record;
    size_t filled = 0;
    size_t left;
    enum status st;

    findings_init(&findings, arena);
    buf_init(&record, LIMIT);
    buf_init(said, LIMIT);
    assert_int_equal(csv_records_open(&records, arena, &source, &findings),
                     ST_OK);
    left = records.reader.left(&records.reader);
    while (records.reader.next(&records.reader)) {
        assert_true(left-- > 0);
        for (size_t i = 0; i < records.reader.now.nfields; i++)
            add_field(&record, &filled, records.reader.now.fields[i]);
        add_record(said, &record, &filled);
    }
    st = records.reader.status;
    csv_records_close(&records);
    buf_free(&record);
    return st;
}

static void reads_what_libcsv_reads(void **state)
{
    uint64_t seed = 1;
    size_t sound = 0;

    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        char bytes[TEXT_MAX];
        const struct str text = {bytes, make_text(&seed, bytes)};
        struct whole whole;
        struct arena arena;
        struct buf said;
        enum status st;

        arena_init(&arena, LIMIT);
        st = read_records(&arena, text, &said);
        if (read_whole(&whole, text)) {
            sound++;
            if (st != ST_OK || !str_eq(buf_view(&said), buf_view(&whole.said)))
                fail_msg("`%.*s` is `%.*s`, and not `%.*s`", STR_ARG(text),
                         STR_ARG(buf_view(&said)),
                         STR_ARG(buf_view(&whole.said)));
        } else {
            assert_int_equal(st, ST_DATA);
        }
        buf_free(&whole.said);
        buf_free(&whole.record);
        buf_free(&said);
        arena_free(&arena);
    }
    assert_in_range(sound, TEXTS / 10, TEXTS * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_libcsv_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
