#include "figures/checks.h"
#include "figures/check_alternatives.h"
#include "figures/check_deductions.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"
#include "figures/report_day.h"

static const struct {
    enum check_type type;
    check_fn *run;
} steps[] = {
#define STEP(type, run) {type, run},
    CHECK_STEPS(STEP)
#undef STEP
};

/* Says which cells follow from a fault, once all of them are known. */
static void hint(const struct checks *c, const struct fault *f)
{
    const size_t shown =
        f->nfollowers < FOLLOWERS_MAX ? f->nfollowers : FOLLOWERS_MAX;
    struct buf b;

    if (f->nfollowers == 0)
        return;
    buf_init(&b, c->arena->limit);
    buf_puts(&b, f->nfollowers == 1 ? "cell " : "cells ");
    for (size_t i = 0; i < shown; i++) {
        if (i > 0)
            buf_puts(&b, i + 1 == f->nfollowers ? " and " : ", ");
        buf_str(&b, cell_name(c, f->followers[i].row, f->followers[i].column));
    }
    if (f->nfollowers > shown)
        buf_printf(&b, " and %zu more", f->nfollowers - shown);
    buf_puts(&b, f->nfollowers == 1 ? " follows from it" : " follow from it");
    if (buf_status(&b) != ST_OK)
        arena_fail(c->arena, buf_status(&b));
    f->finding->hint = arena_str(c->arena, buf_view(&b));
    buf_free(&b);
}

/* A check on columns some of which the data lacks is not made, and that is
   said once: a sum without one of its parts proves nothing, unless the rows say
   that another is meant (checks_passed_over()). */
static bool can_check(struct checks *c, const struct kind_check *check)
{
    const char *lacks = NULL;

    if (check->type == CHECK_LINES || c->table->ncolumns == 0)
        return true;
    if (check->result != NULL &&
        table_column(c->table, str_of(check->result)) == c->table->ncolumns)
        return check->type == CHECK_BALANCE;
    /* The others are of other data, or parts that a table may lack. */
    if (check->type == CHECK_BEFORE || check->type == CHECK_ACROSS ||
        check->type == CHECK_WHOLE || check->type == CHECK_ONE_OF)
        return true;
    lacks = check_lacks(c, check);
    if (lacks == NULL)
        return true;
    if (!c->said_unchecked)
        finding(c->findings, FINDING_UNCHECKED, c->table->columns[0].at,
                "`%s` is not checked by `%s`, since the data has no column "
                "`%s`",
                check->result == NULL ? lacks : check->result,
                check_type_name(check->type), lacks);
    c->said_unchecked = true;
    return false;
}

void checks_run(struct figures *f, const struct data *data,
                struct acknowledgements *acknowledgements,
                struct computed_list *computed, struct findings *findings)
{
    struct checks c = {.arena = f->arena,
                       .findings = findings,
                       .wording = f->template_used->wording,
                       .figures = f,
                       .data = data,
                       .report_day = figures_report_day(f),
                       .table = data->table,
                       .kept = &f->data[data - f->report->data],
                       .acknowledgements = acknowledgements,
                       .computed = computed};
    const struct kind *kind = data->kind;

    number_map_init(&c.corrected, f->arena);
    c.passed_over = checks_passed_over(&c);
    if (c.passed_over == NULL)
        return;
    c.taken = deductions_taken(&c);
    for (size_t s = 0; s < sizeof(steps) / sizeof(*steps); s++) {
        for (size_t i = 0; i < kind->nchecks; i++) {
            if (kind->checks[i].type != steps[s].type || c.passed_over[i])
                continue;
            c.check = &kind->checks[i];
            /* What is summed over rows that are not there follows from it. */
            if (data->table->incomplete && (steps[s].type == CHECK_TOTAL ||
                                            steps[s].type == CHECK_SUB_TOTALS ||
                                            steps[s].type == CHECK_LINES ||
                                            steps[s].type == CHECK_BALANCE))
                continue;
            if (can_check(&c, c.check))
                steps[s].run(&c, c.check);
        }
    }
    check_results_made(&c);
    c.kept->corrected = c.corrected;
    for (const struct fault *x = c.faults; x != NULL; x = x->next)
        hint(&c, x);
}
