#include "batch/record_in.h"
#include "batch/record.h"
#include "core/base/version.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void write_sample(enum status status, struct buf *out)
{
    const struct record_file inputs[] = {
        record_file_of(STR_LIT("report \"x\".xml"), STR_LIT("abc")),
        record_file_of(STR_LIT("a.csv"), STR_LIT("")),
    };
    const struct record_file outputs[] = {
        record_file_of(STR_LIT("x.pdf"), STR_LIT("abc")),
    };
    const struct record_file template_files[] = {
        record_file_of(STR_LIT("kinds/x.xml"), STR_LIT("")),
    };
    const struct record_font fonts[] = {{STR_LIT("Plain"), 0xabc}};
    struct findings f;
    struct arena a;
    struct record r = {.name = STR_LIT("x"),
                       .title = STR_LIT("A \\ \"title\", { and ["),
                       .template_id = STR_LIT("small"),
                       .status = status,
                       .inputs = inputs,
                       .ninputs = 2,
                       .template_files = template_files,
                       .ntemplate_files = 1,
                       .fonts = fonts,
                       .nfonts = 1,
                       .outputs = outputs,
                       .noutputs = 1,
                       .pages = 1,
                       .findings = &f};

    arena_init(&a, 1 << 20);
    findings_init(&f, &a);
    finding(&f, FINDING_LONG_TABLE, NOWHERE, "a \"level\": \"error\"");
    record_write(&r, out);
    assert_int_equal(buf_status(out), ST_OK);
    arena_free(&a);
}

/* As a file has it. */
static void write_file_sample(enum status status, struct buf *out)
{
    json_t *tree = NULL;
    struct json_out j;
    struct buf line;

    buf_init(&line, 1 << 20);
    write_sample(status, &line);
    assert_int_equal(json_in(buf_view(&line), &tree), ST_OK);
    json_out_init(&j, out, true);
    json_in_put(tree, &j);
    assert_int_equal(buf_status(out), ST_OK);
    json_decref(tree);
    buf_free(&line);
}

static void reads_what_was_written(void **state)
{
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_file_sample(ST_OK, &b);
    assert_int_equal(record_in(buf_view(&b), &r), ST_OK);
    assert_int_equal(r.inputs.count, 2);
    assert_int_equal(r.outputs.count, 1);
    assert_true(str_is(r.inputs.items[0].name, "report \"x\".xml"));
    assert_true(str_is(r.outputs.items[0].name, "x.pdf"));
    assert_int_equal(r.outputs.items[0].sha256.len, 2 * DIGEST_SIZE);
    assert_true(str_eq(r.outputs.items[0].sha256, r.inputs.items[0].sha256));
    assert_int_equal(r.template_files.count, 1);
    assert_true(str_is(r.template_files.items[0].name, "kinds/x.xml"));
    assert_int_equal(r.fonts.count, 1);
    assert_true(str_is(r.fonts.items[0].sha256, "00000abc"));
    assert_int_equal(r.made_from.len, 2 * DIGEST_SIZE);
    assert_true(str_is(r.version, COUNCILPRESS_VERSION));
    assert_true(r.warned);
    record_in_free(&r);
    buf_free(&b);
}

/* Whoever read the text already goes on with what came of it. */
static void shares_a_tree(void **state)
{
    json_t *tree = NULL;
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_file_sample(ST_OK, &b);
    assert_int_equal(json_in(buf_view(&b), &tree), ST_OK);
    assert_int_equal(record_in_tree(tree, &r), ST_OK);
    record_in_free(&r);
    assert_int_equal(record_in_tree(tree, &r), ST_OK);
    json_decref(tree);
    assert_true(str_is(r.outputs.items[0].name, "x.pdf"));
    record_in_free(&r);
    assert_int_equal(record_in_tree(NULL, &r), ST_DATA);
    buf_free(&b);
}

static void reads_it_however_it_is_laid_out(void **state)
{
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_sample(ST_OK, &b);
    assert_int_equal(record_in(buf_view(&b), &r), ST_OK);
    assert_int_equal(r.inputs.count, 2);
    record_in_free(&r);
    buf_free(&b);
}

static void refuses_a_report_that_was_not_written(void **state)
{
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_file_sample(ST_DATA, &b);
    assert_int_equal(record_in(buf_view(&b), &r), ST_DATA);
    buf_free(&b);
}

static void refuses_a_part_of_a_record(void **state)
{
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, 1 << 20);
    write_sample(ST_OK, &b);
    for (size_t n = 0; n + 1 < b.len; n++)
        assert_int_equal(record_in(str_to(buf_view(&b), n), &r), ST_DATA);
    buf_free(&b);
}

/* WHAT in a record that is fine but for that is WITH instead. */
static void assert_refused(const char *what, const char *with)
{
    struct record_in r;
    struct buf b;
    struct buf changed;
    size_t at;

    buf_init(&b, 1 << 20);
    buf_init(&changed, 1 << 20);
    write_sample(ST_OK, &b);
    at = str_find(buf_view(&b), str_of(what));
    assert_true(at < b.len);
    buf_str(&changed, str_to(buf_view(&b), at));
    buf_puts(&changed, with);
    buf_str(&changed, str_from(buf_view(&b), at + strlen(what)));
    assert_int_equal(record_in(buf_view(&changed), &r), ST_DATA);
    buf_free(&changed);
    buf_free(&b);
}

static void refuses_what_is_no_record_of_ours(void **state)
{
    (void)state;
    assert_refused("\"format\":1", "\"format\":2");
    assert_refused("\"format\":1", "\"format\":\"1\"");
    assert_refused("\"status\":\"ok\"", "\"status\":true");
    assert_refused("\"made-from\"", "\"made-of\"");
    assert_refused("\"version\":\"", "\"version\":\"\",\"v\":\"");
    assert_refused("\"inputs\":[", "\"inputs\":1,\"in\":[");
    assert_refused("\"files\":[{", "\"files\":[7,{");
    assert_refused("\"fonts\":[", "\"fonts\":7,\"faces\":[");
    assert_refused("\"outputs\":[{", "\"outputs\":[7,{");
    assert_refused("\"sha256\":\"", "\"sha\":\"");
    assert_refused("\"pages\":1", "\"pages\":1,\"pages\":1");
    assert_refused("\"pages\":1", "\"pages\":1.5");
    assert_refused("{", "[{");
    assert_refused("{", "\xef\xbb\xbf{");
}

static void writes_what_was_read_on_one_line_and_as_a_file(void **state)
{
    struct record_in r;
    struct buf pretty;
    struct buf compact;
    struct buf made;

    (void)state;
    buf_init(&pretty, 1 << 20);
    buf_init(&compact, 1 << 20);
    buf_init(&made, 1 << 20);
    write_file_sample(ST_OK, &pretty);
    write_sample(ST_OK, &compact);
    assert_int_equal(record_in(buf_view(&pretty), &r), ST_OK);
    record_in_put_line(&r, &made);
    assert_true(str_eq(buf_view(&made), buf_view(&compact)));
    buf_clear(&made);
    record_in_put_file(&r, &made);
    assert_true(str_eq(buf_view(&made), buf_view(&pretty)));
    assert_true(str_ends(buf_view(&made), STR_LIT("\n}\n")));
    record_in_free(&r);
    buf_free(&made);
    buf_free(&compact);
    buf_free(&pretty);
}

static void refuses_what_is_larger_than_a_record_can_be(void **state)
{
    struct record_in r;
    struct buf b;

    (void)state;
    buf_init(&b, SIZE_MAX);
    write_file_sample(ST_OK, &b);
    while (b.len <= RECORD_BYTES_MAX)
        buf_puts(&b, "                                                ");
    assert_int_equal(record_in(buf_view(&b), &r), ST_DATA);
    buf_free(&b);
}

static void says_when_there_is_no_file(void **state)
{
    struct record_in r;

    (void)state;
    assert_int_equal(record_in_file("/nowhere/x.json", &r), ST_NOINPUT);
    assert_int_equal(record_in_file("/", &r), ST_NOINPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_was_written),
        cmocka_unit_test(shares_a_tree),
        cmocka_unit_test(reads_it_however_it_is_laid_out),
        cmocka_unit_test(refuses_a_report_that_was_not_written),
        cmocka_unit_test(refuses_a_part_of_a_record),
        cmocka_unit_test(refuses_what_is_no_record_of_ours),
        cmocka_unit_test(writes_what_was_read_on_one_line_and_as_a_file),
        cmocka_unit_test(refuses_what_is_larger_than_a_record_can_be),
        cmocka_unit_test(says_when_there_is_no_file),
    };

    json_in_setup();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
