#include "input/csv/csv_aligned.h"
#include "core/base/ascii.h"

#include <string.h>

#define LINES_TRIED 20
#define LINES_LEAST 3

/* What parts fields, but for the comma of 1,234. */
static bool is_delimiter(struct str line, size_t i)
{
    if (line.ptr[i] == ',' && i > 0 && is_digit(line.ptr[i - 1]) &&
        i + 1 < line.len && is_digit(line.ptr[i + 1]))
        return false;
    return memchr(",;\t|~^", line.ptr[i], 6) != NULL;
}

/* A sentence may end before two spaces. */
static bool ends_sentence(char c)
{
    return c == '.' || c == '!' || c == '?' || c == ':';
}

/* Whether rows of spaces part LINE. */
static bool has_gaps(struct str line)
{
    bool gaps = false;

    for (size_t i = 0; i < line.len; i++) {
        if (is_delimiter(line, i))
            return false;
        gaps |= i > 0 && i + 1 < line.len && line.ptr[i] == ' ' &&
                line.ptr[i + 1] == ' ' && !ends_sentence(line.ptr[i - 1]);
    }
    return gaps;
}

bool csv_is_aligned(struct str text)
{
    size_t lines = 0;
    size_t parted = 0;

    while (text.len > 0 && lines < LINES_TRIED) {
        const struct str line = str_trim(str_cut(&text, '\n'));

        lines += line.len > 0;
        parted += has_gaps(line);
    }
    return parted >= LINES_LEAST && 3 * parted >= 2 * lines;
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
