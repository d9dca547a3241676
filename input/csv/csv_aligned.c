#include "input/csv/csv_aligned.h"
#include "core/base/ascii.h"

#include <string.h>

#define LINES_TRIED 20
#define LINES_LEAST 3 /* with as many columns */
#define GAPS_MAX 64

/* What parts fields, but for the comma of 1,234. */
static bool is_delimiter(struct str line, size_t i)
{
    if (line.ptr[i] == ',' && i > 0 && is_digit(line.ptr[i - 1]) &&
        i + 1 < line.len && is_digit(line.ptr[i + 1]))
        return false;
    return line.ptr[i] != '\0' && strchr(",;\t|~^", line.ptr[i]) != NULL;
}

/* A sentence may end before two spaces. */
static bool ends_sentence(char c)
{
    return c == '.' || c == '!' || c == '?' || c == ':';
}

/* How many rows of spaces part LINE. */
static size_t count_gaps(struct str line)
{
    size_t gaps = 0;

    for (size_t i = 0; i < line.len; i++) {
        if (is_delimiter(line, i))
            return 0;
        gaps += i > 0 && i + 1 < line.len && line.ptr[i] == ' ' &&
                line.ptr[i + 1] == ' ' && line.ptr[i - 1] != ' ' &&
                !ends_sentence(line.ptr[i - 1]);
    }
    return gaps;
}

bool csv_is_aligned(struct str text)
{
    size_t lines = 0;
    size_t parted = 0;
    size_t alike[GAPS_MAX] = {0}; /* lines with so many gaps */
    size_t most = 0;

    while (text.len > 0 && lines < LINES_TRIED) {
        const struct str line = str_trim(str_cut(&text, '\n'));
        const size_t gaps = count_gaps(line);

        lines += line.len > 0;
        parted += gaps > 0;
        if (gaps > 0 && gaps < GAPS_MAX && ++alike[gaps] > most)
            most = alike[gaps];
    }
    return most >= LINES_LEAST && 3 * parted >= 2 * lines;
}

enum status csv_refuse_spaces(const struct source *source,
                              struct findings *findings)
{
    finding(findings, FINDING_NOT_CSV, (struct place){source, 0, 0},
            "spaces part the columns of `%s`, and the words in them: such a "
            "text is not read",
            source->name);
    finding_hint(findings, "export it with commas or tabs between the fields; "
                           "or open it in a spreadsheet as text of fixed width "
                           "and save it as CSV UTF-8");
    return ST_DATA;
}
