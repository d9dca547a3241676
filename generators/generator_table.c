#include "generators/generator_table.h"

#include "generators/data_table.h"
#include "generators/generator_rows.h"

static const struct generator table[] = {
#define ROW(name, sentence, make, data, arguments, form)                       \
    {name, sentence, make, data, arguments, form},
    GENERATORS(ROW)
#undef ROW
};

/* The names again, as input/ wants them. */
static const struct str names[] = {
#define ROW(name, sentence, make, data, arguments, form) STR_INIT(name),
    GENERATORS(ROW)
#undef ROW
};

#define COUNT (sizeof(names) / sizeof(names[0]))

const struct generator *generator_find(struct str name)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (str_eq(name, names[i]))
            return &table[i];
    }
    return NULL;
}

struct generator_names generator_names(void)
{
    return (struct generator_names){names, COUNT};
}
