#include "figures/pipe.h"

#define BIT(type) (1u << (type))
#define NUMERIC (BIT(FIGURE_NUMBER) | BIT(FIGURE_MONEY) | BIT(FIGURE_PERCENT))

#define AMOUNT (BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER))

/* What each pipe is called and prints, and which figures it can print. A blank
   cell prints as it stands, whatever the pipe. */
static const struct {
    const char *name;
    const char *sentence;
    unsigned types;
} pipes[PIPE_MAX] = {
    [PIPE_PLAIN] = {"", "as its column is printed", ~0u},
    [PIPE_POUNDS] = {"pounds", "an amount without pence, rounded", AMOUNT},
    [PIPE_PENCE] = {"pence", "an amount with its pence", AMOUNT},
    [PIPE_THOUSANDS] = {"thousands",
                        "an amount in thousands, rounded to one decimal: £75k",
                        AMOUNT},
    [PIPE_MILLIONS] = {"millions",
                       "an amount in millions, rounded to one decimal: £1.5m",
                       AMOUNT},
    [PIPE_PERCENT] = {"percent", "a percentage",
                      BIT(FIGURE_PERCENT) | BIT(FIGURE_NUMBER)},
    [PIPE_NUMBER] = {"number", "the figure without a sign or unit", NUMERIC},
    [PIPE_WORDS] = {"words", "a whole number up to twenty in words",
                    BIT(FIGURE_NUMBER)},
    [PIPE_DATE] = {"date", "a day", BIT(FIGURE_DATE)},
    [PIPE_MONTH] = {"month", "its month and year", BIT(FIGURE_DATE)},
    [PIPE_YEAR] = {"year", "its year, or a financial year",
                   BIT(FIGURE_DATE) | BIT(FIGURE_YEAR)},
};

const char *pipe_name(enum pipe pipe)
{
    return pipes[pipe].name;
}

const char *pipe_sentence(enum pipe pipe)
{
    return pipes[pipe].sentence;
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
