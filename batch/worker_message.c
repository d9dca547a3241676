#include "batch/worker_message.h"
#include "batch/confine.h"
#include "batch/messages.h"
#include "batch/record.h"
#include "core/base/json_in.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

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

/* A record that was cut off is worth nothing; of another text the part that is
   there can still be read. */
static struct str text_of(const struct outcome *outcome, size_t i)
{
    const struct buf *text = &outcome->texts[i];

    return i == TEXT_RECORD && buf_status(text) != ST_OK ? STR_LIT("")
                                                         : buf_view(text);
}

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

    for (size_t i = 0; i < TEXT_COUNT; i++) {
        /* Half a text is no answer. */
        if (i != TEXT_RECORD && buf_status(&outcome->texts[i]) == ST_NOMEM)
            return ST_NOMEM;
        head.lengths[i] = text_of(outcome, i).len;
    }
    buf_add(out, &head, sizeof(head));
    for (size_t i = 0; i < TEXT_COUNT; i++)
        buf_str(out, text_of(outcome, i));
    return buf_status(out);
}

size_t worker_message_limit(const struct batch_settings *settings)
{
    size_t limit = sizeof(struct message_head);

    for (int i = 0; i < TEXT_COUNT; i++)
        limit += outcome_text_limit(settings, (enum outcome_text)i);
    return limit;
}

/* A run adds these up later: none may be so large that a sum overflows. */
static bool counts_are_possible(const struct message_head *head)
{
    const uint64_t counts[] = {head->inputs, head->pages, head->errors,
                               head->warnings, head->acknowledged};

    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        if (counts[i] > UINT32_MAX)
            return false;
    }
    return head->memory <= SIZE_MAX / 2;
}

/* Whether it is an answer to what was asked, with numbers that can be. */
static bool is_possible(const struct message_head *head,
                        const struct batch_settings *s)
{
    const bool may_stay = s->out != NULL;

    return head->status < ST_MAX && head->unchanged <= 1 &&
           (head->unchanged == 0 || (may_stay && head->status == ST_OK)) &&
           (head->missing & ~(unsigned)MISSING_ALL) == 0 &&
           counts_are_possible(head);
}

/* The bytes of a message with this head; 0 when it cannot be one. */
static size_t message_size(const struct message_head *head,
                           const struct worker_message_about *about)
{
    size_t size = sizeof(*head);

    if (head->magic != MESSAGE_MAGIC || head->job != about->number ||
        !is_possible(head, about->settings))
        return 0;
    for (int i = 0; i < TEXT_COUNT; i++) {
        if (head->lengths[i] >
            outcome_text_limit(about->settings, (enum outcome_text)i))
            return 0;
        size += (size_t)head->lengths[i];
    }
    return size;
}

static void add_line(struct buf *out, struct str line, bool whole)
{
    utf8_visible(out, line);
    if (whole)
        buf_char(out, '\n');
}

/* The lines of TEXT, each as it may be shown; false when one has no mark and
   should. */
static bool copy_lines(struct str text, bool marked, struct buf *out)
{
    while (text.len > 0) {
        const bool whole = str_find_char(text, '\n') < text.len;
        const struct str line = str_cut(&text, '\n');

        if (marked && messages_priority(line) == 0)
            return false;
        add_line(out, line, whole);
    }
    return true;
}

/* What a record says of itself is what is known of its report. */
static bool is_about(const json_t *tree, const struct job *job,
                     enum status status)
{
    const json_t *format = json_object_get(tree, "format");
    struct buf name;
    bool is;

    buf_init(&name, RECORD_BYTES_MAX);
    utf8_put_valid(&name, str_of(job->name));
    is = json_integer_value(format) == RECORD_FORMAT &&
         buf_status(&name) == ST_OK &&
         str_eq(json_in_member(tree, "name"), buf_view(&name)) &&
         str_is(json_in_member(tree, "status"), status_name(status));
    buf_free(&name);
    return is;
}

/* ST_DATA when TEXT is no record of the report, as a line of JSON. */
static enum status copy_record(struct str text, const struct job *job,
                               struct outcome *outcome)
{
    struct buf *out = &outcome->texts[TEXT_RECORD];
    const unsigned long failures = mem_failures();
    json_t *tree = NULL;
    struct json_out j;
    enum status st;

    if (text.len == 0)
        return ST_OK; /* not even a record could be made */
    st = json_in(text, &tree);
    if (st != ST_OK)
        return st;
    outcome->record = tree;
    if (!is_about(tree, job, outcome->status))
        return mem_failures() == failures ? ST_DATA : ST_NOMEM;
    json_out_init(&j, out, false);
    json_in_put(tree, &j);
    buf_char(out, '\n');
    return buf_status(out);
}

static enum status copy_text(struct str text, enum outcome_text kind,
                             const struct worker_message_about *about,
                             struct outcome *outcome)
{
    struct buf *out = &outcome->texts[kind];

    if (kind == TEXT_RECORD)
        return copy_record(text, about->job, outcome);
    if (!copy_lines(text, kind == TEXT_MESSAGES || kind == TEXT_SHARED, out))
        return ST_DATA;
    return buf_status(out);
}

static enum status copy_texts(const struct message_head *head, struct str rest,
                              const struct worker_message_about *about,
                              struct outcome *outcome)
{
    enum status st = ST_OK;

    for (int i = 0; i < TEXT_COUNT && st == ST_OK; i++) {
        const size_t len = (size_t)head->lengths[i];

        st = copy_text(str_to(rest, len), (enum outcome_text)i, about, outcome);
        rest = str_from(rest, len);
    }
    return st;
}

enum worker_message_state
worker_message_decode(struct str bytes,
                      const struct worker_message_about *about,
                      unsigned *missing, struct outcome *outcome)
{
    struct outcome got;
    struct message_head head;
    enum status st;
    size_t size;

    if (bytes.len < sizeof(head))
        return MESSAGE_PARTIAL;
    memcpy(&head, bytes.ptr, sizeof(head));
    size = message_size(&head, about);
    if (size == 0 || bytes.len > size)
        return MESSAGE_BAD;
    if (bytes.len < size)
        return MESSAGE_PARTIAL;
    outcome_init(&got, about->settings);
    got.status = (enum status)head.status;
    got.inputs = head.inputs;
    got.memory = head.memory;
    got.pages = head.pages;
    got.errors = head.errors;
    got.warnings = head.warnings;
    got.acknowledged = head.acknowledged;
    got.unchanged = head.unchanged == 1;
    st = copy_texts(&head, str_from(bytes, sizeof(head)), about, &got);
    if (st != ST_OK) {
        outcome_free(&got);
        return st == ST_NOMEM ? MESSAGE_NO_MEMORY : MESSAGE_BAD;
    }
    *missing = head.missing;
    *outcome = got;
    return MESSAGE_WHOLE;
}
