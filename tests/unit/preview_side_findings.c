/*
 * The findings beside a report's page: preview/side_findings.c.
 */
#include "core/base/json_out.h"
#include "preview/side_findings.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define MEMORY ((size_t)4 * 1024 * 1024)

/* COUNT findings of LEVEL, each called by it and its number. */
static void put_findings(struct json_out *j, const char *level, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[32];

        (void)snprintf(text, sizeof(text), "%s %zu.", level, i);
        json_out_object(j);
        json_out_member_cstr(j, "level", level);
        json_out_member_cstr(j, "code", "missing");
        json_out_member_cstr(j, "text", text);
        json_out_end(j);
    }
}

/* The page of so many findings, the notes last, ending with a NUL byte. */
static struct buf page_of(size_t warnings, size_t notes)
{
    json_t *list = NULL;
    struct buf json;
    struct json_out j;
    struct buf out;
    struct buf first;

    buf_init(&json, MEMORY);
    buf_init(&out, MEMORY);
    buf_init(&first, MEMORY);
    json_out_init(&j, &json, false);
    json_out_array(&j);
    put_findings(&j, "warning", warnings);
    put_findings(&j, "note", notes);
    json_out_end(&j);
    assert_int_equal(json_in(buf_view(&json), &list), ST_OK);
    side_findings(list, NULL, "Nothing is wrong.", &out, &first);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    json_decref(list);
    buf_free(&json);
    buf_free(&first);
    return out;
}

static void shows_notes_behind_many_warnings(void **state)
{
    struct buf page = page_of(400, 2);

    (void)state;
    assert_non_null(strstr(page.ptr, "2 notes: how it was read"));
    assert_non_null(strstr(page.ptr, "note 0."));
    assert_non_null(strstr(page.ptr, "note 1."));
    buf_free(&page);
}

static void says_how_many_are_left_out(void **state)
{
    struct buf page = page_of(310, 305);

    (void)state;
    assert_non_null(strstr(page.ptr, "warning 299."));
    assert_null(strstr(page.ptr, "warning 300."));
    assert_non_null(strstr(page.ptr, "10 more are said by"));
    assert_non_null(strstr(page.ptr, "note 299."));
    assert_null(strstr(page.ptr, "note 300."));
    assert_non_null(strstr(page.ptr, "5 more are said by"));
    buf_free(&page);
}

static void says_that_nothing_was_found(void **state)
{
    struct buf page = page_of(0, 0);

    (void)state;
    assert_non_null(strstr(page.ptr, "<p>Nothing is wrong.</p>"));
    assert_null(strstr(page.ptr, "notes"));
    buf_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_notes_behind_many_warnings),
        cmocka_unit_test(says_how_many_are_left_out),
        cmocka_unit_test(says_that_nothing_was_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
