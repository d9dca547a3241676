/*
 * What a worker says of a report: its messages and, after a line "===", its
 * record.
 */
#include "batch/worker_message.h"
#include "core/base/json_in.h"
#include "core/base/utf8.h"
#include "tests/fuzz/fuzz.h"

static struct batch_settings settings;
static const struct job job = {.folder = "r", .name = "r"};

static void check_shown(struct str text)
{
    FUZZ_MUST(utf8_valid(text) == text.len);
    while (text.len > 0) {
        const uint32_t c = utf8_next(&text);

        FUZZ_MUST(c == '\n' || !utf8_hidden(c));
    }
}

static void check_record(struct str text)
{
    json_t *tree = NULL;

    check_shown(text);
    if (text.len == 0)
        return;
    FUZZ_MUST(str_find_char(text, '\n') == text.len - 1);
    FUZZ_MUST(json_in(text, &tree) == ST_OK);
    json_decref(tree);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct worker_message_about about = {&settings, &job, 1};
    const struct str all = {(const char *)data, size};
    const size_t end = str_find(all, STR_LIT("===\n"));
    struct outcome said;
    struct outcome got;
    unsigned missing;
    struct buf b;

    if (settings.workers == 0) {
        settings = batch_settings_default();
        json_in_setup();
    }
    outcome_init(&said, &settings);
    said.status = ST_OK;
    buf_str(&said.texts[TEXT_MESSAGES], str_to(all, end));
    buf_str(&said.texts[TEXT_RECORD], str_from(all, end + 4));
    buf_init(&b, worker_message_limit(&settings));
    FUZZ_MUST(worker_message_encode(1, 0, &said, &b) == ST_OK);
    switch (worker_message_decode(buf_view(&b), &about, &missing, &got)) {
    case MESSAGE_WHOLE:
        check_shown(buf_view(&got.texts[TEXT_MESSAGES]));
        check_record(buf_view(&got.texts[TEXT_RECORD]));
        outcome_free(&got);
        break;
    case MESSAGE_BAD: break;
    case MESSAGE_PARTIAL:
    case MESSAGE_NO_MEMORY: fuzz_broken(__FILE__, __LINE__, "whole or bad");
    }
    buf_free(&b);
    outcome_free(&said);
    return 0;
}
