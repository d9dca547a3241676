#include "generators/generator_table.h"

#include "generators/data_table.h"

static const char *const charts[] = {"head", "lines", "table", NULL};
static const char *const first_and_last[] = {"first", "last", NULL};
static const char *const balances[] = {"balance", "balance-label", "head",
                                       NULL};
static const char *const head_only[] = {"head", NULL};
static const char *const leads[] = {"lead", "reason", NULL};
static const char *const role_only[] = {"role", NULL};
static const char *const timelines[] = {"head", "table", NULL};
static const char *const titles[] = {"head", "title", NULL};
static const char *const series_only[] = {"series", NULL};

static const struct table_form plain_table = {.head = COLUMN_LABEL};
static const struct table_form in_order_of_time = {.head = COLUMN_PERIOD};
static const struct table_form below_groups = {
    .head = COLUMN_KEY,
    .groups = GROUPS_IN_ROWS,
};
static const struct table_form as_published = {
    .head = COLUMN_LABEL,
    .as_written = true,
};
static const struct table_form groups_as_published = {
    .head = COLUMN_KEY,
    .groups = GROUPS_IN_HEAD,
    .as_written = true,
};

/* In the order of their names: what it is called, its function, whether it
   needs data, its arguments, the form of its table. */
/* clang-format off */
#define GENERATORS(ROW)                                                       \
    ROW("action-plan", generate_action_plan, true, first_and_last, NULL)      \
    ROW("appendices", generate_appendices, false, series_only, NULL)          \
    ROW("background-papers", generate_background_papers, false, series_only,  \
        NULL)                                                                 \
    ROW("budget-lines", generate_budget_lines, true, balances,                \
        &groups_as_published)                                                 \
    ROW("budget-profile", generate_table, true, head_only, &as_published)     \
    ROW("chart", generate_chart, true, charts, &as_published)                 \
    ROW("contacts", generate_contacts, false, role_only, NULL)                \
    ROW("narrative", generate_narrative, false, NULL, NULL)                   \
    ROW("priorities", generate_table, true, titles, &below_groups)            \
    ROW("recommendations", generate_recommendations, false, leads, NULL)      \
    ROW("structure", generate_structure, true, series_only, NULL)             \
    ROW("table", generate_table, true, head_only, &plain_table)               \
    ROW("timeline", generate_timeline, true, timelines, &below_groups)        \
    ROW("timetable", generate_table, true, head_only, &in_order_of_time)
/* clang-format on */

const struct generator generator_table[] = {
#define ROW(name, make, data, arguments, form)                                 \
    {name, make, data, arguments, form},
    GENERATORS(ROW)
#undef ROW
};

/* The names again, as input/ wants them. */
static const struct str names[] = {
#define ROW(name, make, data, arguments, form) {name, sizeof(name) - 1},
    GENERATORS(ROW)
#undef ROW
};

const size_t generator_count = sizeof(names) / sizeof(names[0]);

const struct generator *generator_find(struct str name)
{
    for (size_t i = 0; i < generator_count; i++) {
        if (str_is(name, generator_table[i].name))
            return &generator_table[i];
    }
    return NULL;
}

struct generator_names generator_names(void)
{
    return (struct generator_names){names, generator_count};
}
