#include "cmd/print_codes.h"
#include "cmd/console.h"

#include <inttypes.h>

enum { CODES_SHOWN = 10, LINE_MAX_BYTES = 4096 };

/* Empty for a single report, whose findings can be counted. */
static void add_codes(const struct batch_result *result, struct buf *out)
{
    struct code_count order[FINDING_MAX];
    const size_t n = code_counts_order(&result->codes, order);

    if (result->reports < 2)
        return;
    for (size_t i = 0; i < n && i < CODES_SHOWN; i++)
        buf_printf(out, "%s%s %" PRIu64 " in %zu %s", i == 0 ? "" : ", ",
                   finding_code(order[i].id), order[i].findings,
                   order[i].reports,
                   order[i].reports == 1 ? "report" : "reports");
    if (n > CODES_SHOWN)
        buf_printf(out, ", and %zu more", n - CODES_SHOWN);
}

void print_codes(const struct batch_result *result)
{
    struct buf line;

    buf_init(&line, LINE_MAX_BYTES);
    add_codes(result, &line);
    if (line.len > 0)
        (void)printf("findings: %.*s\n", STR_ARG(buf_view(&line)));
    buf_free(&line);
}

void print_codes_first(const struct batch_result *result)
{
    struct buf line;

    buf_init(&line, LINE_MAX_BYTES);
    add_codes(result, &line);
    if (line.len > 0)
        console_line(result->failed > 0 ? PRIORITY_ERROR : PRIORITY_WARNING,
                     "findings: %.*s", STR_ARG(buf_view(&line)));
    buf_free(&line);
}

void print_codes_json(const struct code_counts *codes, struct json_out *out)
{
    struct code_count order[FINDING_MAX];
    const size_t n = code_counts_order(codes, order);

    json_out_array(out);
    for (size_t i = 0; i < n; i++) {
        json_out_object(out);
        json_out_member_cstr(out, "code", finding_code(order[i].id));
        json_out_member_count(out, "findings", order[i].findings);
        json_out_member_count(out, "reports", order[i].reports);
        json_out_end(out);
    }
    json_out_end(out);
}
