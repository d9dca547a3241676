#include "batch/record.h"

#include "core/base/version.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* FIPS 180-4: of nothing, and of abc. */
#define SHA_OF_NOTHING                                                         \
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define SHA_OF_ABC                                                             \
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static struct record sample(const struct findings *findings)
{
    const struct record_file nothing = record_file_of(STR_LIT(""), STR_LIT(""));
    struct record r = {
        .name = STR_LIT("enabling-schools"),
        .title = STR_LIT("Schools & \"colleges\""),
        .template_id = STR_LIT("cabinet-2018"),
        .findings = findings,
    };

    for (size_t i = 0; i < DIGEST_SIZE; i++)
        r.template_sha256[i] = r.made_from_sha256[i] = nothing.sha256[i];
    return r;
}

static void assert_record(const struct record *r, const char *want)
{
    struct buf out;

    buf_init(&out, 1 << 20);
    record_write(r, &out);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    assert_string_equal(out.ptr, want);
    buf_free(&out);
}

static void names_what_it_was_made_from_and_what_came_out(void **state)
{
    const struct record_file inputs[] = {
        record_file_of(STR_LIT("report.xml"), STR_LIT("abc")),
        record_file_of(STR_LIT("empty.csv"), STR_LIT("")),
    };
    const struct record_file outputs[] = {
        record_file_of(STR_LIT("enabling-schools.pdf"), STR_LIT("abc")),
    };
    const struct record_file template_files[] = {
        record_file_of(STR_LIT("kinds/figures.xml"), STR_LIT("abc")),
    };
    const struct record_font fonts[] = {{STR_LIT("Plain-Bold"), 0x1f}};
    struct findings f;
    struct arena a;
    struct record r;

    (void)state;
    arena_init(&a, 1 << 20);
    findings_init(&f, &a);
    r = sample(&f);
    r.template_files = template_files;
    r.ntemplate_files = 1;
    r.fonts = fonts;
    r.nfonts = 1;
    r.inputs = inputs;
    r.ninputs = 2;
    r.outputs = outputs;
    r.noutputs = 1;
    r.pages = 7;
    assert_record(
        &r,
        "{\"format\":1,\"name\":\"enabling-schools\","
        "\"title\":\"Schools & "
        "\\\"colleges\\\"\",\"status\":\"ok\",\"copy\":\"published\","
        "\"version\":\"" COUNCILPRESS_VERSION
        "\",\"made-from\":\"" SHA_OF_NOTHING "\","
        "\"template\":{\"id\":\"cabinet-2018\",\"sha256\":\"" SHA_OF_NOTHING
        "\",\"files\":[{\"name\":\"kinds/figures.xml\",\"bytes\":3,"
        "\"sha256\":\"" SHA_OF_ABC
        "\"}]},\"fonts\":[{\"name\":\"Plain-Bold\",\"crc32\":\"0000001f\"}],"
        "\"inputs\":[{\"name\":\"report.xml\",\"bytes\":3,"
        "\"sha256\":\"" SHA_OF_ABC "\"},{\"name\":\"empty.csv\",\"bytes\":0,"
        "\"sha256\":\"" SHA_OF_NOTHING
        "\"}],\"outputs\":[{\"name\":\"enabling-schools.pdf\",\"bytes\":3,"
        "\"sha256\":\"" SHA_OF_ABC "\"}],\"pages\":7,\"findings\":[]}\n");
    arena_free(&a);
}

static void has_no_pages_without_a_pdf_and_keeps_findings(void **state)
{
    struct findings f;
    struct arena a;
    struct record r;

    (void)state;
    arena_init(&a, 1 << 20);
    findings_init(&f, &a);
    assert_non_null(finding(&f, FINDING_MISSING, NOWHERE, "no title"));
    r = sample(&f);
    r.audience = AUDIENCE_INTERNAL;
    r.status = ST_DATA;
    assert_record(&r,
                  "{\"format\":1,\"name\":\"enabling-schools\","
                  "\"title\":\"Schools & \\\"colleges\\\"\","
                  "\"status\":\"data\",\"copy\":\"internal\",\"version\":"
                  "\"" COUNCILPRESS_VERSION "\",\"made-from\":\"" SHA_OF_NOTHING
                  "\",\"template\":{\"id\":\"cabinet-2018\","
                  "\"sha256\":\"" SHA_OF_NOTHING
                  "\",\"files\":[]},\"fonts\":[],\"inputs\":[],\"outputs\":[],"
                  "\"findings\":[{"
                  "\"level\":\"error\",\"code\":\"missing\","
                  "\"text\":\"no title\"}]}\n");
    arena_free(&a);
}

static void a_record_larger_than_allowed_fails(void **state)
{
    struct findings f;
    struct arena a;
    struct record r;
    struct buf out;

    (void)state;
    arena_init(&a, 1 << 20);
    findings_init(&f, &a);
    r = sample(&f);
    buf_init(&out, 100);
    record_write(&r, &out);
    assert_int_equal(buf_status(&out), ST_LIMIT);
    buf_free(&out);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_what_it_was_made_from_and_what_came_out),
        cmocka_unit_test(has_no_pages_without_a_pdf_and_keeps_findings),
        cmocka_unit_test(a_record_larger_than_allowed_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
