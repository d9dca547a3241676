#include "input/office/ods_parts.h"

struct str ods_sheet_name(struct str s)
{
    size_t i = 1;

    if (s.len == 0 || s.ptr[0] != '\'')
        return (struct str){NULL, 0};
    for (; i < s.len; i++) {
        if (s.ptr[i] != '\'')
            continue;
        if (i + 1 == s.len || s.ptr[i + 1] != '\'')
            break;
        i++; /* one of the name's own stands there twice */
    }
    return i + 1 < s.len && s.ptr[i + 1] == '.' ? str_to(s, i + 1)
                                                : (struct str){NULL, 0};
}

bool ods_is_error(struct str text)
{
    static const char *const errors[] = {"#DIV/0!", "#N/A",  "#REF!", "#VALUE!",
                                         "#NAME?",  "#NUM!", "#NULL!"};

    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
        if (str_is(text, errors[i]))
            return true;
    }
    return str_starts(text, STR_LIT("Err:"));
}

/* PT18H30M00S; of PT0H2M44.99999S the seconds are 45. */
static bool read_time(struct str s, uint32_t *hours, uint32_t *minutes,
                      uint32_t *seconds)
{
    uint32_t n = 0;

    *hours = *minutes = *seconds = 0;
    if (!str_starts(s, STR_LIT("PT")))
        return false;
    s = str_from(s, 2);
    for (; s.len > 0; s = str_from(s, 1)) {
        const char c = s.ptr[0];

        if (c >= '0' && c <= '9' && n < 1000000) {
            n = n * 10 + (uint32_t)(c - '0');
            continue;
        }
        if (c == '.' || c == ',') { /* parts of a second */
            *seconds = n + (s.len > 1 && s.ptr[1] >= '5');
            return true;
        }
        *(c == 'H' ? hours : c == 'M' ? minutes : seconds) = n;
        n = 0;
    }
    return true;
}

bool ods_time_seconds(struct str value, uint64_t *seconds)
{
    uint32_t h;
    uint32_t m;
    uint32_t s;

    if (!read_time(value, &h, &m, &s))
        return false;
    *seconds = (uint64_t)h * 3600 + (uint64_t)m * 60 + s;
    return true;
}

struct str ods_time_text(struct arena *arena, struct str value)
{
    uint64_t seconds;

    if (!ods_time_seconds(value, &seconds))
        return (struct str){NULL, 0};
    return seconds % 60 > 0
               ? arena_printf(
                     arena, "%02u:%02u:%02u", (unsigned)(seconds / 3600),
                     (unsigned)(seconds / 60 % 60), (unsigned)(seconds % 60))
               : arena_printf(arena, "%02u:%02u", (unsigned)(seconds / 3600),
                              (unsigned)(seconds / 60 % 60));
}
