#include "batch/record_in.h"
#include "batch/record.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void write_sample(enum status status, bool pretty, struct buf *out)
{
    const struct record_file inputs[] = {
        record_file_of(STR_LIT("report \"x\".xml"), STR_LIT("abc")),
        record_file_of(STR_LIT("a.csv"), STR_LIT("")),
    };
    const struct record_file outputs[] = {
        record_file_of(STR_LIT("x.pdf"), STR_LIT("abc")),
    };
    struct findings f;
    struct arena a;
    struct record r = {.name = STR_LIT("x"),
                       .title = STR_LIT("A \\ \"title\", { and ["),
                       .template_id = STR_LIT("small"),
                       .status = status,
                       .inputs = inputs,
                       .ninputs = 2,
                       .outputs = outputs,
                       .noutputs = 1,
                       .pages = 1,
                       .findings = &f};

    arena_init(&a, 1 << 20);
    findings_init(&f, &a);
    finding(&f, FINDING_LONG_TABLE, NOWHERE, "a \"level\": \"error\"");
    record_write(&r, pretty, out);
    assert_int_equal(buf_status(out), ST_OK);
    arena_free(&a);
}

static enum status read_back(struct arena *a, struct str bytes,
                             struct record_in *r)
{
    arena_init(a, 1 << 20);
    return record_in(a, bytes, r);
}

static void reads_what_was_written(void **state)
{
    struct record_in r;
    struct arena a;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_sample(ST_OK, true, &b);
    assert_int_equal(read_back(&a, buf_view(&b), &r), ST_OK);
    assert_int_equal(r.inputs.count, 2);
    assert_int_equal(r.outputs.count, 1);
    assert_true(str_is(r.outputs.items[0].name, "x.pdf"));
    assert_int_equal(r.outputs.items[0].sha256.len, 2 * DIGEST_SIZE);
    assert_true(str_eq(r.outputs.items[0].sha256, r.inputs.items[0].sha256));
    assert_int_equal(r.made_from.len, 2 * DIGEST_SIZE);
    assert_true(r.warned);
    arena_free(&a);
    buf_free(&b);
}

static void refuses_a_report_that_was_not_written(void **state)
{
    struct record_in r;
    struct arena a;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_sample(ST_DATA, true, &b);
    assert_int_equal(read_back(&a, buf_view(&b), &r), ST_DATA);
    arena_free(&a);
    buf_free(&b);
}

/* Only the whole first part of a record holds what is asked for. */
static void reads_no_further_than_the_end_of_any_part(void **state)
{
    struct record_in r;
    struct arena a;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_sample(ST_OK, true, &b);
    for (size_t n = 0; n < b.len; n++) {
        (void)!read_back(&a, str_to(buf_view(&b), n), &r);
        assert_true(r.inputs.count <= 2 && r.outputs.count <= 1);
        arena_free(&a);
    }
    buf_free(&b);
}

static void makes_one_line_of_many(void **state)
{
    struct buf pretty;
    struct buf compact;
    struct buf made;

    (void)state;
    buf_init(&pretty, 1 << 20);
    buf_init(&compact, 1 << 20);
    buf_init(&made, 1 << 20);
    write_sample(ST_OK, true, &pretty);
    write_sample(ST_OK, false, &compact);
    record_compact(buf_view(&pretty), &made);
    assert_true(str_eq(buf_view(&made), buf_view(&compact)));
    buf_free(&made);
    buf_free(&compact);
    buf_free(&pretty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_was_written),
        cmocka_unit_test(refuses_a_report_that_was_not_written),
        cmocka_unit_test(reads_no_further_than_the_end_of_any_part),
        cmocka_unit_test(makes_one_line_of_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
