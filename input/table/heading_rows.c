#include "core/base/ascii.h"
#include "input/table/table_parts.h"

/*
 * Two rows of headings: units or years below the names of columns, or names
 * whose words stand in both.
 */

/* A cell that is merged over both rows of headings says the same in each. */
static bool is_same_as_above(const struct record *upper,
                             const struct record *record, size_t i)
{
    return i < upper->nfilled && record->fields[i].len > 0 &&
           str_same_text(upper->fields[i], record->fields[i]);
}

bool table_is_second_row(const struct record *upper,
                         const struct record *record,
                         const struct wording *wording)
{
    bool years = false;
    bool units = false;
    bool names = false;

    if (record == NULL)
        return false;
    for (size_t i = 0; i < record->nfilled; i++) {
        const struct str text = record->fields[i];
        struct unit unit;

        if (text.len == 0 || str_is(text, "%") ||
            is_same_as_above(upper, record, i))
            continue;
        if (unit_read(text, wording, &unit))
            units = true;
        else if (financial_year_read(unit_cut(text, wording, &unit)) != 0)
            years = true;
        else if (i < upper->nfilled && upper->fields[i].len == 0)
            names = true;
        else
            return false;
    }
    return (units || years) && (units || !names) &&
           (!years || record->fields[0].len == 0 ||
            is_same_as_above(upper, record, 0));
}

struct str table_join_headings(struct arena *a, struct str upper,
                               struct str lower)
{
    if (upper.len == 0)
        return lower;
    if (lower.len == 0 || str_same_text(upper, lower))
        return upper;
    return arena_printf(a, "%.*s %.*s", STR_ARG(upper), STR_ARG(lower));
}

struct str table_heading_field(const struct record *record, size_t i)
{
    return record != NULL && i < record->nfields ? record->fields[i]
                                                 : (struct str){NULL, 0};
}

struct str table_heading_below(const struct record *upper,
                               const struct record *lower, size_t i)
{
    if (lower == NULL || i >= lower->nfilled ||
        is_same_as_above(upper, lower, i))
        return (struct str){NULL, 0};
    return lower->fields[i];
}

/* What stands below headings as a rule, and in none. */
static bool is_amount(struct str text, const struct wording *wording)
{
    struct unit unit;

    for (size_t i = 0; i < text.len; i++) {
        if (is_ascii_letter(text.ptr[i]))
            return false;
    }
    return has_digit(text) && !unit_read(text, wording, &unit) &&
           financial_year_read(unit_cut(text, wording, &unit)) == 0;
}

static bool has_amounts(const struct record *record,
                        const struct wording *wording)
{
    for (size_t i = 0; i < record->nfilled; i++) {
        if (is_amount(record->fields[i], wording))
            return true;
    }
    return false;
}

/* The names of UPPER; or each over those columns to its right, too, that have
   none there and one in LOWER, as a cell looks that is merged over them. */
static struct str *names_of(struct arena *a, const struct record *upper,
                            const struct record *lower, size_t count,
                            bool spread)
{
    struct str *names = arena_alloc(a, count, sizeof(*names));

    for (size_t i = 0; names != NULL && i < count; i++) {
        names[i] = table_heading_field(upper, i);
        if (spread && i > 0 && names[i].len == 0 &&
            table_heading_field(lower, i).len > 0 &&
            table_heading_field(lower, i - 1).len > 0)
            names[i] = names[i - 1];
    }
    return names;
}

/* How many columns are named by NAMES and LOWER together. */
static size_t known_together(struct arena *a, const struct table_options *o,
                             const struct str *names,
                             const struct record *lower, size_t count)
{
    struct str *joined = arena_alloc(a, count, sizeof(*joined));
    bool complete;

    if (joined == NULL || names == NULL)
        return 0;
    for (size_t i = 0; i < count; i++)
        joined[i] =
            table_join_headings(a, names[i], table_heading_field(lower, i));
    return columns_known(o, joined, count, &complete);
}

/* How many columns ROW names by itself; *COMPLETE: all of them, and those that
   the kind requires. */
static size_t known_alone(const struct table_options *o,
                          const struct record *row, bool *complete)
{
    const size_t known = columns_known(o, row->fields, row->nfilled, complete);

    *complete &= known == row->nfilled;
    return known;
}

/* How many columns belong to the name of UPPER at I: those to its right that
   have none, or the same, and a name in LOWER. */
static size_t width_of_group(const struct record *upper,
                             const struct record *lower, size_t i, size_t count)
{
    const struct str name = table_heading_field(upper, i);
    size_t end = i + 1;

    while (end < count && table_heading_field(lower, end).len > 0 &&
           (table_heading_field(upper, end).len == 0 ||
            str_same_text(table_heading_field(upper, end), name)))
        end++;
    return end - i;
}

static bool is_repeated(const struct record *lower, size_t i)
{
    for (size_t k = 0; k < lower->nfilled; k++) {
        if (k != i && str_same_text(lower->fields[k], lower->fields[i]))
            return true;
    }
    return false;
}

/* Where the last group ends nothing says: what goes beyond the width of the one
   before, is named but once and known by that name belongs to the whole. */
static void end_last_group(const struct table_options *o, struct str *names,
                           const struct record *lower, size_t from)
{
    for (size_t i = from; i < lower->nfilled; i++) {
        if (!is_repeated(lower, i) &&
            columns_named(o, lower->fields[i]) != NULL)
            names[i] = (struct str){NULL, 0};
    }
}

/* Whether LOWER repeats names, and NAMES tell all of these apart. */
static bool tell_apart(const struct str *names, const struct record *lower)
{
    bool repeats = false;

    for (size_t i = 0; i < lower->nfilled; i++) {
        for (size_t k = 0; lower->fields[i].len > 0 && k < i; k++) {
            if (!str_same_text(lower->fields[k], lower->fields[i]))
                continue;
            if (str_same_text(names[k], names[i]))
                return false;
            repeats = true;
        }
    }
    return repeats;
}

/* `Budget, Forecast` below each of several years or funds, each of which stands
   over several columns. NULL: it is not so. */
static struct str *names_of_groups(struct arena *a,
                                   const struct table_options *o,
                                   const struct record *upper,
                                   const struct record *lower, size_t count)
{
    struct str *names = names_of(a, upper, lower, count, true);
    size_t groups = 0;
    size_t before = 0; /* width of the last group but one */
    size_t width = 0;
    size_t last = 0;
    size_t end = 0;

    for (size_t i = 0; names != NULL && i < count; i = end) {
        end = i + width_of_group(upper, lower, i, count);
        if (names[i].len == 0 || end == i + 1)
            continue;
        groups++;
        before = width;
        width = end - i;
        last = i;
    }
    if (groups < 2 || !tell_apart(names, lower))
        return NULL;
    end_last_group(o, names, lower, last + before);
    return names;
}

const struct str *table_names_above(struct arena *a,
                                    const struct table_options *o,
                                    const struct record *upper,
                                    const struct record *lower)
{
    const struct str *best;
    bool complete;
    size_t count;
    size_t below;
    size_t most;

    if (lower == NULL)
        return NULL;
    count = lower->nfilled > upper->nfilled ? lower->nfilled : upper->nfilled;
    if (count > COLUMNS_MAX * arena_times(a) || /* which is refused */
        has_amounts(lower, o->wording))
        return NULL;
    most = known_alone(o, upper, &complete);
    if (complete)
        return NULL;
    best = names_of_groups(a, o, upper, lower, count);
    if (best != NULL)
        return best;
    below = known_alone(o, lower, &complete);
    most = below > most ? below : most;
    for (int spread = 0; spread < 2; spread++) {
        const struct str *names = names_of(a, upper, lower, count, spread > 0);
        const size_t known = known_together(a, o, names, lower, count);

        if (known > most) {
            most = known;
            best = names;
        }
    }
    return best;
}
