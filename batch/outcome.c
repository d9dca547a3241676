#include "batch/outcome.h"
#include "batch/messages.h"
#include "batch/record.h"
#include "core/base/json_out.h"
#include "core/base/version.h"

#include <limits.h>

#define LINES_MAX (16 * MIB)   /* FINDINGS_MAX of them, with their hints */
#define CODES_MAX (64 * 1024)  /* a line a code */
#define REASON_MAX (64 * 1024) /* it names a file, perhaps by a long path */

size_t outcome_text_limit(const struct batch_settings *settings,
                          enum outcome_text text)
{
    switch (text) {
    case TEXT_MESSAGES:
    case TEXT_SHARED: return LINES_MAX;
    case TEXT_RECORD: return RECORD_BYTES_MAX;
    case TEXT_DUMP:
        return settings->dump == STAGE_NONE ? 0 : settings->max_memory;
    case TEXT_TEMPLATE: return NAME_MAX;
    case TEXT_CODES: return CODES_MAX;
    case TEXT_REASON: return REASON_MAX;
    case TEXT_ACCESSIBILITY: return settings->accessibility ? LINES_MAX : 0;
    case TEXT_RULES:
        return settings->out == NULL && settings->dump == STAGE_NONE ? LINES_MAX
                                                                     : 0;
    case TEXT_COUNT: break;
    }
    return 0;
}

void outcome_init(struct outcome *outcome,
                  const struct batch_settings *settings)
{
    *outcome = (struct outcome){.status = ST_BUG};
    for (int i = 0; i < TEXT_COUNT; i++)
        buf_init(&outcome->texts[i],
                 outcome_text_limit(settings, (enum outcome_text)i));
}

void outcome_free(struct outcome *outcome)
{
    for (size_t i = 0; i < TEXT_COUNT; i++)
        buf_free(&outcome->texts[i]);
    json_decref(outcome->record);
    outcome->record = NULL;
}

static void write_record(struct outcome *outcome,
                         const struct batch_settings *settings,
                         const struct job *job, const char *why)
{
    const enum status status = outcome->status;
    struct json_out j;

    json_out_init(&j, &outcome->texts[TEXT_RECORD], false);
    json_out_object(&j);
    json_out_member_int(&j, "format", RECORD_FORMAT);
    json_out_member_cstr(&j, "name", job->name);
    json_out_member_cstr(&j, "status", status_name(status));
    json_out_member_string(&j, "copy", audience_name(settings->audience));
    json_out_member_cstr(&j, "version", COUNCILPRESS_VERSION);
    json_out_member_cstr(&j, "message", why);
    json_out_end(&j);
    buf_char(&outcome->texts[TEXT_RECORD], '\n');
}

void outcome_complete(struct outcome *outcome,
                      const struct batch_settings *settings,
                      const struct job *job)
{
    struct buf *record = &outcome->texts[TEXT_RECORD];

    if (buf_status(record) == ST_OK && record->len > 0)
        return;
    buf_free(record);
    buf_init(record, RECORD_BYTES_MAX);
    write_record(outcome, settings, job, "there is no record of it");
}

void outcome_lost(struct outcome *outcome,
                  const struct batch_settings *settings, const struct job *job,
                  enum status status, const char *why)
{
    outcome_init(outcome, settings);
    outcome->status = status;
    outcome->errors = 1;
    messages_error(job, why, &outcome->texts[TEXT_MESSAGES]);
    write_record(outcome, settings, job, why);
}
