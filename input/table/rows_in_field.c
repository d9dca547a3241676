#include "input/table/rows_in_field.h"
#include "core/base/ascii.h"

/* 1,234: a comma that parts nothing but thousands. */
static bool parts_thousands(struct str line, size_t i)
{
    return count_digits(str_from(line, i + 1)) == 3 && i > 0 &&
           is_digit(line.ptr[i - 1]) && (i < 4 || !is_digit(line.ptr[i - 4]));
}

/* How many fields LINE has as a row: what has a space behind it is a comma of
   prose. */
static size_t fields_of(struct str line, char delimiter)
{
    size_t n = 1;

    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != delimiter)
            continue;
        if (i + 1 < line.len && line.ptr[i + 1] == ' ')
            break;
        n++;
    }
    return n;
}

/* A row of two: what parts them is the only one of its line, stands between
   words and parts no thousands. */
static bool is_pair(struct str line, char delimiter)
{
    const size_t at = str_find_char(line, delimiter);

    return at > 0 && at + 1 < line.len && fields_of(line, delimiter) == 2 &&
           !parts_thousands(line, at);
}

bool holds_rows(struct str text, bool first, char delimiter, size_t width)
{
    if (width < 2)
        return false;
    for (bool tail = !first; text.len > 0; tail = false) {
        const struct str line = str_cut(&text, '\n');

        if (!tail && (width == 2 ? is_pair(line, delimiter)
                                 : fields_of(line, delimiter) >= width))
            return true;
    }
    return false;
}
