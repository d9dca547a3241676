#include "batch/worker_message.h"

#include <string.h>

#define MESSAGE_MAGIC 0x43504631U /* "CPF1" */

struct message_head {
    uint32_t magic;
    uint32_t status;
    uint64_t job;
    uint64_t inputs, memory, pages;
    uint64_t errors, warnings, acknowledged;
    uint32_t unchanged;
    uint32_t missing;
    uint64_t lengths[TEXT_COUNT];
};

enum status worker_message_encode(size_t job, unsigned missing,
                                  const struct outcome *outcome,
                                  struct buf *out)
{
    struct message_head head = {
        .magic = MESSAGE_MAGIC,
        .status = (uint32_t)outcome->status,
        .job = job,
        .inputs = outcome->inputs,
        .memory = outcome->memory,
        .pages = outcome->pages,
        .errors = outcome->errors,
        .warnings = outcome->warnings,
        .acknowledged = outcome->acknowledged,
        .unchanged = outcome->unchanged,
        .missing = missing,
    };

    for (size_t i = 0; i < TEXT_COUNT; i++)
        head.lengths[i] = outcome->texts[i].len;
    buf_add(out, &head, sizeof(head));
    for (size_t i = 0; i < TEXT_COUNT; i++)
        buf_str(out, buf_view(&outcome->texts[i]));
    return buf_status(out);
}

/* The bytes of a message with this head; 0 when it cannot be one. */
static size_t message_size(const struct message_head *head, size_t job,
                           size_t limit)
{
    uint64_t size = sizeof(*head);

    if (head->magic != MESSAGE_MAGIC || head->job != job ||
        head->status >= ST_MAX || head->unchanged > 1)
        return 0;
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (size > limit || head->lengths[i] > limit - size)
            return 0;
        size += head->lengths[i];
    }
    return (size_t)size;
}

static enum status copy_texts(const struct message_head *head, struct str rest,
                              struct outcome *outcome)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < TEXT_COUNT; i++) {
        const size_t len = (size_t)head->lengths[i];

        buf_str(&outcome->texts[i], str_to(rest, len));
        rest = str_from(rest, len);
        st = status_worst(st, buf_status(&outcome->texts[i]));
    }
    return st;
}

enum worker_message_state worker_message_decode(struct str bytes, size_t job,
                                                size_t limit, unsigned *missing,
                                                struct outcome *outcome)
{
    struct outcome got;
    struct message_head head;
    size_t size;

    if (bytes.len < sizeof(head))
        return MESSAGE_PARTIAL;
    memcpy(&head, bytes.ptr, sizeof(head));
    size = message_size(&head, job, limit);
    if (size == 0 || bytes.len > size)
        return MESSAGE_BAD;
    if (bytes.len < size)
        return MESSAGE_PARTIAL;
    outcome_init(&got, limit);
    if (copy_texts(&head, str_from(bytes, sizeof(head)), &got) != ST_OK) {
        outcome_free(&got);
        return MESSAGE_NO_MEMORY;
    }
    got.status = (enum status)head.status;
    got.inputs = head.inputs;
    got.memory = head.memory;
    got.pages = head.pages;
    got.errors = head.errors;
    got.warnings = head.warnings;
    got.acknowledged = head.acknowledged;
    got.unchanged = head.unchanged == 1;
    *missing = head.missing;
    *outcome = got;
    return MESSAGE_WHOLE;
}
