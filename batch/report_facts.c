#include "batch/report_facts.h"
#include "core/base/json_out.h"
#include "core/base/utf8.h"

static uint64_t count_words(struct str text)
{
    uint64_t words = 0;
    bool inside = false;

    while (text.len > 0) {
        const bool space = utf8_is_space(utf8_next(&text));

        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static uint64_t words_of_report(const struct doc *d, struct buf *out)
{
    struct buf text;
    uint64_t words;

    buf_init(&text, d->arena->limit);
    for (const struct doc_node *n = d->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_RUNNING || n->kind == DOC_CONTENTS)
            continue;
        doc_plain_text(n, &text);
        buf_char(&text, ' ');
    }
    words = count_words(buf_view(&text));
    if (buf_status(&text) != ST_OK)
        buf_fail(out, buf_status(&text));
    buf_free(&text);
    return words;
}

void report_facts_write(const struct doc *d, const struct figures *figures,
                        struct buf *out)
{
    struct figures_count count = figures_checked(figures);
    struct json_out json;

    json_out_init(&json, out, false);
    json_out_object(&json);
    json_out_member_count(&json, "words", words_of_report(d, out));
    json_out_member_count(&json, "figures", count.checked);
    json_out_member_count(&json, "differ", count.differ);
    json_out_end(&json);
}
