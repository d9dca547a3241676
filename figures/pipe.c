#include "figures/pipe.h"

#define BIT(type) (1u << (type))
#define NUMERIC (BIT(FIGURE_NUMBER) | BIT(FIGURE_MONEY) | BIT(FIGURE_PERCENT))

/* What each pipe is called, and which figures it can print. A blank cell
   prints as it stands, whatever the pipe. */
static const struct {
    const char *name;
    unsigned types;
} pipes[PIPE_MAX] = {
    [PIPE_PLAIN] = {"", ~0u},
    [PIPE_POUNDS] = {"pounds", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_PENCE] = {"pence", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_THOUSANDS] = {"thousands", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_MILLIONS] = {"millions", BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER)},
    [PIPE_PERCENT] = {"percent", BIT(FIGURE_PERCENT) | BIT(FIGURE_NUMBER)},
    [PIPE_NUMBER] = {"number", NUMERIC},
    [PIPE_WORDS] = {"words", BIT(FIGURE_NUMBER)},
    [PIPE_DATE] = {"date", BIT(FIGURE_DATE)},
    [PIPE_MONTH] = {"month", BIT(FIGURE_DATE)},
    [PIPE_YEAR] = {"year", BIT(FIGURE_DATE) | BIT(FIGURE_YEAR)},
};

const char *pipe_name(enum pipe pipe)
{
    return pipes[pipe].name;
}

enum pipe pipe_of(struct str name)
{
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++) {
        if (str_is(name, pipes[i].name))
            return (enum pipe)i;
    }
    return PIPE_MAX;
}

bool pipe_fits(enum pipe pipe, enum figure_type type)
{
    return type == FIGURE_BLANK || type == FIGURE_NONE ||
           (pipes[pipe].types & BIT(type)) != 0;
}
