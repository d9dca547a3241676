#include "input/office/shown_time.h"
#include "core/base/ascii.h"

#define HOUR 3600
#define MINUTE 60

struct str shown_span(struct arena *arena, uint64_t seconds,
                      const struct format_section *f)
{
    const unsigned long long whole = seconds;
    const unsigned second = (unsigned)(seconds % MINUTE);
    const unsigned minute = (unsigned)(seconds / MINUTE % MINUTE);

    if (f->has_hour && f->has_second)
        return arena_printf(arena, "%llu:%02u:%02u", whole / HOUR, minute,
                            second);
    if (f->has_hour && f->has_minute)
        return arena_printf(arena, "%llu:%02u", whole / HOUR, minute);
    if (f->has_minute && f->has_second)
        return arena_printf(arena, "%02llu:%02u", whole / MINUTE, second);
    return arena_printf(arena, "%llu",
                        f->has_hour     ? whole / HOUR
                        : f->has_minute ? whole / MINUTE
                                        : whole);
}

bool shows_minutes_alone(const struct format_section *f)
{
    return !f->has_hour && f->has_minute && f->has_second;
}

static bool says_something(struct str words)
{
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};

    for (size_t i = 0; i < sizeof(ordinals) / sizeof(ordinals[0]); i++) {
        if (str_is(str_trim(words), ordinals[i]))
            return false;
    }
    return has_ascii_letter(words) || has_digit(words);
}

void shown_with_words(struct arena *arena, const struct format_section *f,
                      struct sheet_cell *cell)
{
    const struct str none = {NULL, 0};
    const struct str before = says_something(f->before) ? f->before : none;
    const struct str after =
        !f->has_hour && says_something(f->after) ? f->after : none;
    const struct str day = cell->text;
    struct str all;

    if (before.len + after.len == 0)
        return;
    all = arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(day),
                       STR_ARG(after));
    cell->text = str_trim(all);
    if (all.len == 0)
        return; /* no memory */
    cell->before = (uint8_t)(before.len - (size_t)(cell->text.ptr - all.ptr));
    cell->behind = (uint8_t)(cell->text.len - cell->before - day.len);
}
