#include "generators/generator_table.h"

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

/* In the order of their names: what it is called, its function, whether it
   needs data, its arguments. */
/* clang-format off */
#define GENERATORS(ROW)                                                       \
    ROW("action-plan", generate_action_plan, true, first_and_last)            \
    ROW("appendices", generate_appendices, false, series_only)                \
    ROW("background-papers", generate_background_papers, false, series_only)  \
    ROW("budget-lines", generate_budget_lines, true, balances)                \
    ROW("budget-profile", generate_budget_profile, true, head_only)           \
    ROW("chart", generate_chart, true, charts)                                \
    ROW("contacts", generate_contacts, false, role_only)                      \
    ROW("narrative", generate_narrative, false, NULL)                         \
    ROW("priorities", generate_priorities, true, titles)                      \
    ROW("recommendations", generate_recommendations, false, leads)            \
    ROW("structure", generate_structure, true, series_only)                   \
    ROW("table", generate_table, true, head_only)                             \
    ROW("timeline", generate_timeline, true, timelines)                       \
    ROW("timetable", generate_timetable, true, head_only)
/* clang-format on */

const struct generator generator_table[] = {
#define ROW(name, make, data, arguments) {name, make, data, arguments},
    GENERATORS(ROW)
#undef ROW
};

/* The names again, as input/ wants them. */
static const struct str names[] = {
#define ROW(name, make, data, arguments) {name, sizeof(name) - 1},
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
