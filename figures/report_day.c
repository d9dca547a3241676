#include "figures/report_day.h"

struct date figures_report_day(const struct figures *figures)
{
    const struct template *t = figures->template_used;

    for (size_t i = 0; i < t->nfields; i++) {
        const struct field *given =
            t->fields[i].type != FIELD_DATE || t->fields[i].id == NULL
                ? NULL
                : report_field(figures->report, str_of(t->fields[i].id));

        if (given != NULL && given->date.year != 0)
            return given->date;
    }
    return (struct date){0, 0, 0};
}
