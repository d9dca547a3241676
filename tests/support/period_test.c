#include "tests/support/period_test.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void put_date(char *out, size_t size, struct date d)
{
    if (d.year == 0)
        (void)snprintf(out, size, "open");
    else
        (void)snprintf(out, size, "%04d-%02d-%02d", d.year, d.month, d.day);
}

const char *period_said(const struct period *value)
{
    static char text[256];

    text[0] = '\0';
    for (size_t i = 0; i < value->count; i++) {
        char from[32];
        char to[32];
        const size_t len = strlen(text);

        put_date(from, sizeof(from), value->intervals[i].from);
        put_date(to, sizeof(to), value->intervals[i].to);
        (void)snprintf(text + len, sizeof(text) - len, "%s%s..%s",
                       i > 0 ? " " : "", from, to);
    }
    if (value->undated)
        (void)snprintf(text + strlen(text), sizeof(text) - strlen(text),
                       "undated");
    return text;
}

enum date_form period_read_text(const char *text, struct period *value)
{
    unsigned traits;

    return period_read(str_of(text), test_wording(), DATE_ORDER_DAY, value,
                       &traits);
}

void periods_are_read(const struct period_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct period value;

        print_message("%s\n", cases[i].text);
        assert_int_equal(period_read_text(cases[i].text, &value), DATE_OK);
        assert_string_equal(period_said(&value), cases[i].want);
    }
}
