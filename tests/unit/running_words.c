#include "core/doc/running_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void knows_whole_phrases_alone(void **state)
{
    static const struct {
        const char *text;
        const char *known;
        bool is_known;
    } cases[] = {
        {"Not for publication", "Notice of publication of forecasts", false},
        {"Not for publication", "Roads Not for publication 2026", true},
        {"Cabinet, 8 December 2026", "Cabinet Tuesday 8 December 2026", true},
        {"Cabinet, 8 December 2026", "Cabinet 18 December 2026", false},
        {"Draft.", "Draft minutes", true},
        {"Draft", "Drafting", false},
        {"Report: Roads \xE2\x80\x93 Parks", "Parks Roads Report", true},
        {"1.5", "1 5", false},
        {"", "", true},
        {"Secret", "", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (words_are_known(str_of(cases[i].text), str_of(cases[i].known)) !=
            cases[i].is_known)
            fail_msg("%s in %s", cases[i].text, cases[i].known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_whole_phrases_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
