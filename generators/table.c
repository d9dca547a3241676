#include "generators/table.h"

static const char *const head_only[] = {"head", NULL};
static const char *const leads[] = {"lead", "reason", NULL};
static const char *const role_only[] = {"role", NULL};
static const char *const series_only[] = {"series", NULL};

/* In the order of their names: what it is called, its function, whether it
   needs data, its arguments. */
/* clang-format off */
#define GENERATORS(ROW)                                                       \
    ROW("appendices", generate_appendices, false, series_only)                \
    ROW("background-papers", generate_background_papers, false, series_only)  \
    ROW("contacts", generate_contacts, false, role_only)                      \
    ROW("narrative", generate_narrative, false, NULL)                         \
    ROW("recommendations", generate_recommendations, false, leads)            \
    ROW("table", generate_table, true, head_only)                             \
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
