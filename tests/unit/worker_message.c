#include "batch/worker_message.h"
#include "batch/confine.h"
#include "core/base/json_in.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define RECORD "{\"format\":1,\"name\":\"r\",\"status\":\"data\",\"x\":[1]}\n"

enum { NUMBER = 7 };

static struct batch_settings settings;
static struct job job = {.folder = "all/r", .name = "r"};
static const struct worker_message_about about = {&settings, &job, NUMBER};

/* What a worker would say of a report with a fault. */
static void begin(struct outcome *o, const char *messages, const char *record)
{
    settings = batch_settings_default();
    settings.out = "out";
    settings.dump = STAGE_DOC;
    settings.accessibility = true;
    outcome_init(o, &settings);
    o->status = ST_DATA;
    o->errors = 1;
    buf_puts(&o->texts[TEXT_MESSAGES], messages);
    buf_puts(&o->texts[TEXT_RECORD], record);
}

static enum worker_message_state send(const struct outcome *o, unsigned missing,
                                      struct outcome *got, unsigned *said)
{
    enum worker_message_state state;
    struct buf b;

    buf_init(&b, worker_message_limit(&settings));
    assert_int_equal(worker_message_encode(NUMBER, missing, o, &b), ST_OK);
    state = worker_message_decode(buf_view(&b), &about, said, got);
    buf_free(&b);
    return state;
}

static void assert_bad(struct outcome *o)
{
    struct outcome got;
    unsigned said;

    assert_int_equal(send(o, 0, &got, &said), MESSAGE_BAD);
    outcome_free(o);
}

static void assert_text(const struct outcome *o, enum outcome_text text,
                        const char *want)
{
    if (!str_is(buf_view(&o->texts[text]), want))
        print_error("%.*s\n", STR_ARG(buf_view(&o->texts[text])));
    assert_true(str_is(buf_view(&o->texts[text]), want));
}

static void the_truth_arrives_as_it_was(void **state)
{
    struct outcome o;
    struct outcome got;
    unsigned said = 0;

    (void)state;
    begin(&o, "<3>a: error: £1 [sum]\n<5>  a hint\n", RECORD);
    o.pages = 3;
    o.memory = 1000;
    buf_puts(&o.texts[TEXT_DUMP], "doc\n  \"é\"\n");
    buf_puts(&o.texts[TEXT_TEMPLATE], "small");
    buf_puts(&o.texts[TEXT_REASON], "new");
    buf_puts(&o.texts[TEXT_ACCESSIBILITY], "1 table\n\n");
    assert_int_equal(send(&o, MISSING_LANDLOCK, &got, &said), MESSAGE_WHOLE);
    assert_int_equal(said, MISSING_LANDLOCK);
    assert_int_equal(got.status, ST_DATA);
    assert_int_equal(got.pages, 3);
    assert_int_equal(got.memory, 1000);
    assert_int_equal(got.errors, 1);
    assert_true(
        str_is(json_in_text(json_object_get(got.record, "status")), "data"));
    for (int i = 0; i < TEXT_COUNT; i++)
        assert_true(str_eq(buf_view(&got.texts[i]), buf_view(&o.texts[i])));
    outcome_free(&got);
    outcome_free(&o);
}

static void a_part_of_it_is_waited_for(void **state)
{
    struct outcome o;
    struct outcome got;
    unsigned said;
    struct buf b;

    (void)state;
    begin(&o, "<3>a\n", RECORD);
    buf_init(&b, 1 << 20);
    assert_int_equal(worker_message_encode(NUMBER, 0, &o, &b), ST_OK);
    for (size_t n = 0; n < b.len; n++)
        assert_int_equal(
            worker_message_decode(str_to(buf_view(&b), n), &about, &said, &got),
            MESSAGE_PARTIAL);
    buf_char(&b, 'x');
    assert_int_equal(worker_message_decode(buf_view(&b), &about, &said, &got),
                     MESSAGE_BAD);
    buf_free(&b);
    outcome_free(&o);
}

static void what_a_terminal_acts_on_is_written_out(void **state)
{
    struct outcome o;
    struct outcome got;
    unsigned said;

    (void)state;
    begin(&o, "<3>\033[2J\xff\n<4>\xe2\x80\xae\r", "");
    buf_puts(&o.texts[TEXT_DUMP], "\033\n");
    buf_puts(&o.texts[TEXT_TEMPLATE], "\b");
    buf_puts(&o.texts[TEXT_REASON], "\xc2\x9b");
    buf_puts(&o.texts[TEXT_ACCESSIBILITY], "\x7f");
    assert_int_equal(send(&o, 0, &got, &said), MESSAGE_WHOLE);
    assert_text(&got, TEXT_MESSAGES, "<3>\\x1b[2J\\xff\n<4>\\u{202e}\\r");
    assert_text(&got, TEXT_DUMP, "\\x1b\n");
    assert_text(&got, TEXT_TEMPLATE, "\\x08");
    assert_text(&got, TEXT_REASON, "\\x9b");
    assert_text(&got, TEXT_ACCESSIBILITY, "\\x7f");
    outcome_free(&got);
    outcome_free(&o);
}

static void a_message_has_a_priority_of_ours(void **state)
{
    static const char *const bad[] = {"a\n",   "<2>a\n",        "<7>a\n",
                                      "<3a\n", "<3>a\nb: c\n",  "<\n",
                                      "\n",    "<3>a\n\n<3>b\n"};
    struct outcome o;

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        begin(&o, bad[i], RECORD);
        assert_bad(&o);
    }
}

static void a_record_is_that_of_its_report(void **state)
{
    static const char *const bad[] = {
        "{]",
        "[]",
        "\"r\"",
        "{\"format\":1,\"name\":\"s\",\"status\":\"data\"}",
        "{\"format\":2,\"name\":\"r\",\"status\":\"data\"}",
        "{\"format\":1,\"name\":\"r\",\"status\":\"ok\"}",
        "{\"format\":1,\"name\":\"r\",\"status\":\"data\"}{}",
        "{\"format\":1,\"name\":\"r\",\"status\":\"data\",\"x\":\"\033\"}",
    };
    struct outcome o;
    struct outcome got;
    unsigned said;

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        begin(&o, "", bad[i]);
        assert_bad(&o);
    }
    begin(&o, "",
          "{\"format\": 1,\n\"name\":\"r\", \"status\":\"data\","
          "\"x\":\"\\u001b\xe2\x80\xae\"}");
    assert_int_equal(send(&o, 0, &got, &said), MESSAGE_WHOLE);
    assert_text(&got, TEXT_RECORD,
                "{\"format\":1,\"name\":\"r\",\"status\":\"data\","
                "\"x\":\"\\u001b\\u202e\"}\n");
    outcome_free(&got);
    outcome_free(&o);
}

/* A name that is no UTF-8 stands in JSON as that can have it. */
static void a_report_may_have_a_name_that_is_no_text(void **state)
{
    const struct job odd = {.folder = "x", .name = "r\xff"};
    const struct worker_message_about it = {&settings, &odd, NUMBER};
    struct outcome o;
    struct outcome got;
    unsigned said;
    struct buf b;

    (void)state;
    begin(&o, "",
          "{\"format\":1,\"name\":\"r\xef\xbf\xbd\",\"status\":\"data\"}\n");
    buf_init(&b, 1 << 20);
    assert_int_equal(worker_message_encode(NUMBER, 0, &o, &b), ST_OK);
    assert_int_equal(worker_message_decode(buf_view(&b), &it, &said, &got),
                     MESSAGE_WHOLE);
    outcome_free(&got);
    outcome_free(&o);
    buf_free(&b);
}

static void refuses_what_cannot_be(void **state)
{
    struct outcome o;

    (void)state;
    begin(&o, "", RECORD);
    o.status = ST_MAX;
    assert_bad(&o);
    begin(&o, "", RECORD);
    o.errors = (uint64_t)UINT32_MAX + 1;
    assert_bad(&o);
    begin(&o, "", RECORD);
    o.memory = UINT64_MAX;
    assert_bad(&o);
    begin(&o, "", "");
    o.unchanged = true; /* with a fault */
    assert_bad(&o);
    begin(&o, "", "");
    o.status = ST_OK;
    o.unchanged = true; /* where nothing is written */
    settings.out = NULL;
    assert_bad(&o);
}

static void a_text_that_nobody_asked_for_is_none(void **state)
{
    struct outcome o;

    (void)state;
    begin(&o, "", RECORD);
    buf_puts(&o.texts[TEXT_DUMP], "x");
    settings.dump = STAGE_NONE;
    assert_bad(&o);
    begin(&o, "", RECORD);
    buf_puts(&o.texts[TEXT_ACCESSIBILITY], "x");
    settings.accessibility = false;
    assert_bad(&o);
    begin(&o, "", RECORD);
    o.texts[TEXT_TEMPLATE].limit = 10000;
    for (int i = 0; i < 1000; i++)
        buf_char(&o.texts[TEXT_TEMPLATE], 'x');
    assert_bad(&o);
}

/* No message: lengths that wrap around, and any other bytes. */
static void a_head_is_believed_in_nothing(void **state)
{
    enum { HEAD = 120 };
    unsigned char bytes[HEAD + 100];
    struct outcome o;
    struct outcome got;
    unsigned said;
    struct buf b;

    (void)state;
    begin(&o, "<3>a\n", RECORD);
    buf_init(&b, 1 << 20);
    assert_int_equal(worker_message_encode(NUMBER, 0, &o, &b), ST_OK);
    assert_true(b.len > HEAD && b.len < sizeof(bytes));
    for (size_t at = 0; at < HEAD; at++) {
        memcpy(bytes, b.ptr, b.len);
        bytes[at] ^= 0x80;
        switch (worker_message_decode((struct str){(char *)bytes, b.len},
                                      &about, &said, &got)) {
        case MESSAGE_WHOLE: outcome_free(&got); break;
        case MESSAGE_PARTIAL:
        case MESSAGE_BAD: break;
        case MESSAGE_NO_MEMORY: fail(); break;
        }
    }
    memset(bytes, 0xff, sizeof(bytes));
    assert_int_equal(
        worker_message_decode((struct str){(char *)bytes, sizeof(bytes)},
                              &about, &said, &got),
        MESSAGE_BAD);
    buf_free(&b);
    outcome_free(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_arrives_as_it_was),
        cmocka_unit_test(a_part_of_it_is_waited_for),
        cmocka_unit_test(what_a_terminal_acts_on_is_written_out),
        cmocka_unit_test(a_message_has_a_priority_of_ours),
        cmocka_unit_test(a_record_is_that_of_its_report),
        cmocka_unit_test(a_report_may_have_a_name_that_is_no_text),
        cmocka_unit_test(refuses_what_cannot_be),
        cmocka_unit_test(a_text_that_nobody_asked_for_is_none),
        cmocka_unit_test(a_head_is_believed_in_nothing),
    };

    json_in_setup();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
