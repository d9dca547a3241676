#include "batch/rules_report.h"
#include "core/base/json_out.h"
#include "core/base/utf8.h"

static const struct {
    const char *line;  /* before a rule's name */
    const char *id;    /* in JSON */
    const char *count; /* behind a number */
} names[RULE_OUTCOMES] = {
    [RULE_NOT_ASKED] = {"", "not-asked", "not asked of this report"},
    [RULE_PASSED] = {"passed      ", "passed", "passed"},
    [RULE_WARNED] = {"warned      ", "warned", "warned"},
    [RULE_FAILED] = {"failed      ", "failed", "failed"},
    [RULE_OPEN] = {"not computed", "not-computed", "could not be computed"},
};

static size_t count_of(const struct rule_results *r, enum rule_outcome outcome)
{
    size_t n = 0;

    for (size_t i = 0; i < r->count; i++)
        n += r->results[i].outcome == outcome;
    return n;
}

static void put_rule_line(struct buf *out, struct str text)
{
    if (text.len == 0)
        return;
    buf_puts(out, "      ");
    utf8_visible(out, text);
    buf_char(out, '\n');
}

static void put_rule(const struct rule_result *x, struct buf *out)
{
    buf_printf(out, "  %s  %s: ", names[x->outcome].line, x->rule->id);
    utf8_visible(out, str_trim(x->rule->title));
    buf_char(out, '\n');
    put_rule_line(out, str_trim(x->found));
    put_rule_line(out, str_trim(x->rule->source));
}

void rules_report_text(const struct rule_results *r, bool whole,
                       struct buf *out)
{
    const char *before = ": ";

    if (r->rules == NULL)
        return;
    if (whole) {
        buf_puts(out, "Rules: ");
        utf8_visible(out, str_trim(r->rules->title));
        buf_printf(out, " (%s)\n", r->rules->id);
    }
    for (size_t i = 0; whole && i < r->count; i++) {
        if (r->results[i].outcome != RULE_NOT_ASKED)
            put_rule(&r->results[i], out);
    }
    buf_printf(out, "%zu %s of `%s`", r->count,
               r->count == 1 ? "rule" : "rules", r->rules->id);
    for (int i = RULE_PASSED; i <= RULE_OUTCOMES; i++) {
        const enum rule_outcome outcome =
            i == RULE_OUTCOMES ? RULE_NOT_ASKED : (enum rule_outcome)i;
        const size_t n = count_of(r, outcome);

        if (n == 0)
            continue;
        buf_printf(out, "%s%zu %s", before, n, names[outcome].count);
        before = ", ";
    }
    buf_char(out, '\n');
}

static void put_member(struct json_out *j, const char *name, struct str value)
{
    value = str_trim(value);
    if (value.len > 0)
        json_out_member_string(j, name, value);
}

void rules_report_json(const struct rule_results *r, struct buf *out)
{
    struct json_out j;

    if (r->rules == NULL)
        return;
    json_out_init(&j, out, false);
    json_out_object(&j);
    json_out_member_cstr(&j, "of", r->rules->id);
    put_member(&j, "title", r->rules->title);
    json_out_name(&j, "rules");
    json_out_array(&j);
    for (size_t i = 0; i < r->count; i++) {
        const struct rule_result *x = &r->results[i];

        json_out_object(&j);
        json_out_member_cstr(&j, "id", x->rule->id);
        json_out_member_cstr(&j, "outcome", names[x->outcome].id);
        put_member(&j, "asks", x->rule->title);
        put_member(&j, "found", x->found);
        put_member(&j, "source", x->rule->source);
        json_out_end(&j);
    }
    json_out_end(&j);
    json_out_end(&j);
}
