#include "input/templates/font_files.h"
#include "input/templates/fontconfig.h"
#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MEMORY ((size_t)1024 * 1024)

/* A folder of fonts, which is also the only one where programs are found. */
struct state {
    struct test_folder folder;
    struct arena arena;
    char *path; /* $PATH of before */
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    test_folder_init(&s->folder);
    arena_init(&s->arena, MEMORY);
    s->path = strdup(getenv("PATH"));
    assert_non_null(s->path);
    assert_int_equal(setenv("PATH", s->folder.path, 1), 0);
    assert_int_equal(setenv("COUNCILPRESS_FONTS", s->folder.path, 1), 0);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    (void)setenv("PATH", s->path, 1);
    (void)unsetenv("COUNCILPRESS_FONTS");
    arena_free(&s->arena);
    test_folder_free(&s->folder);
    free(s->path);
    free(s);
    return 0;
}

/* FOUND is NAME in the folder of fonts. */
static void assert_in_folder(const struct state *s, const char *found,
                             const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, name, path);
    assert_non_null(found);
    assert_string_equal(found, path);
}

/* fc-match notes what it is asked for, and says TEXT. */
static void write_match(const struct state *s, const char *text)
{
    char script[2 * FOLDER_PATH_SIZE];
    char path[FOLDER_PATH_SIZE];

    (void)snprintf(script, sizeof(script),
                   "#!/bin/sh\necho \"$3\" >'%s/asked'\nprintf '%s'\n",
                   s->folder.path, text);
    test_folder_write(&s->folder, "fc-match", script);
    test_folder_path(&s->folder, "fc-match", path);
    assert_int_equal(chmod(path, 0700), 0);
}

static void finds_a_face_by_the_name_of_its_file(void **state)
{
    struct state *s = *state;

    test_folder_write(&s->folder, "OurSans-BoldItalic.ttf", "");
    test_folder_write(&s->folder, "OurSans-Regular.ttf", "");
    assert_in_folder(s, font_file_of(&s->arena, "Our Sans", "Bold Italic"),
                     "OurSans-BoldItalic.ttf");
    assert_in_folder(s, font_file_of(&s->arena, "Our Sans", "Regular"),
                     "OurSans-Regular.ttf");
    assert_in_folder(s, font_file_named(&s->arena, "OurSans-Regular.ttf"),
                     "OurSans-Regular.ttf");
    assert_null(font_file_of(&s->arena, "Our Sans", "Bold"));
    assert_null(font_file_named(&s->arena, "OurSans-Bold.ttf"));
}

static void only_a_regular_face_may_have_no_name(void **state)
{
    struct state *s = *state;

    test_folder_write(&s->folder, "OurSans.ttf", "");
    assert_in_folder(s, font_file_of(&s->arena, "Our Sans", "Regular"),
                     "OurSans.ttf");
    assert_null(font_file_of(&s->arena, "Our Sans", "Bold"));
}

static void folders_are_looked_through_in_their_order(void **state)
{
    struct state *s = *state;
    char folders[3 * FOLDER_PATH_SIZE];
    char first[FOLDER_PATH_SIZE];
    const char *found;

    test_folder_path(&s->folder, "first", first);
    assert_int_equal(mkdir(first, 0700), 0);
    (void)snprintf(folders, sizeof(folders), ":/nowhere::%s:%s:", first,
                   s->folder.path);
    assert_int_equal(setenv("COUNCILPRESS_FONTS", folders, 1), 0);
    test_folder_write(&s->folder, "OurSans-Bold.ttf", "");
    assert_in_folder(s, font_file_of(&s->arena, "Our Sans", "Bold"),
                     "OurSans-Bold.ttf");
    test_folder_write(&s->folder, "first/OurSans-Bold.ttf", "");
    assert_in_folder(s, font_file_of(&s->arena, "Our Sans", "Bold"),
                     "first/OurSans-Bold.ttf");
    /* Before those of the system. */
    test_folder_write(&s->folder, "LiberationSans-Bold.ttf", "");
    found = font_file_of(&s->arena, "Liberation Sans", "Bold");
    assert_in_folder(s, found, "LiberationSans-Bold.ttf");
}

static void knows_where_debian_has_its_fonts(void **state)
{
    struct state *s = *state;

    (void)unsetenv("COUNCILPRESS_FONTS");
    assert_non_null(font_file_of(&s->arena, "Liberation Sans", "Bold Italic"));
    assert_non_null(font_file_of(&s->arena, "Liberation Serif", "Regular"));
    assert_non_null(font_file_of(&s->arena, "DejaVu Sans", "Regular"));
    assert_null(font_file_of(&s->arena, "Liberation Sans", "Heavy"));
    assert_null(font_file_of(&s->arena, "", ""));
}

static void asks_fontconfig_for_what_lies_elsewhere(void **state)
{
    struct state *s = *state;
    struct buf asked;

    write_match(s, "Their Sans,Sans: 2\\nBold,Fett\\n/a b/their.ttf\\n");
    assert_string_equal(font_file_of(&s->arena, "Their Sans", "Bold"),
                        "/a b/their.ttf");
    assert_string_equal(font_file_of(&s->arena, "Sans: 2", "Fett"),
                        "/a b/their.ttf");
    buf_init(&asked, MEMORY);
    assert_true(test_folder_read(&s->folder, "asked", &asked));
    assert_true(str_is(buf_view(&asked), "Sans\\: 2:style=Fett\n"));
    buf_free(&asked);
    /* Only then. */
    test_folder_write(&s->folder, "TheirSans-Bold.ttf", "");
    assert_in_folder(s, font_file_of(&s->arena, "Their Sans", "Bold"),
                     "TheirSans-Bold.ttf");
}

static void what_is_like_a_font_is_not_that_font(void **state)
{
    struct state *s = *state;

    write_match(s, "Their Sans\\nBold\\n/their.ttf\\n");
    assert_non_null(fontconfig_file(&s->arena, "Their Sans", "Bold"));
    assert_null(fontconfig_file(&s->arena, "Their", "Bold"));
    assert_null(fontconfig_file(&s->arena, "Their Sans Mono", "Bold"));
    assert_null(fontconfig_file(&s->arena, "Their Sans", "Regular"));
    assert_null(fontconfig_file(&s->arena, "Their Sans", ""));
}

static void an_answer_that_is_none_names_no_file(void **state)
{
    static const char *const answers[] = {
        "",
        "\\n\\n\\n",
        "Their Sans",
        "Their Sans\\nBold",
        "Their Sans\\nBold\\n\\n",
        "Their Sans\\nBold\\ntheir.ttf\\n",
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        write_match(s, answers[i]);
        assert_null(fontconfig_file(&s->arena, "Their Sans", "Bold"));
    }
    /* It fails, after it has answered; or there is none. */
    write_match(s, "Their Sans\\nBold\\n/their.ttf\\n'; exit 1; echo '");
    assert_null(fontconfig_file(&s->arena, "Their Sans", "Bold"));
    assert_int_equal(setenv("PATH", "/nowhere", 1), 0);
    assert_null(fontconfig_file(&s->arena, "Their Sans", "Bold"));
}

static void an_endless_answer_is_cut_off(void **state)
{
    struct state *s = *state;

    write_match(s, "'; while echo words; do :; done; printf '");
    assert_null(fontconfig_file(&s->arena, "words", "words"));
}

static void without_memory_nothing_is_found(void **state)
{
    struct state *s = *state;

    arena_fail(&s->arena, ST_NOMEM);
    write_match(s, "Their Sans\\nBold\\n/their.ttf\\n");
    assert_null(font_file_of(&s->arena, "Their Sans", "Bold"));
    assert_null(font_file_of(&s->arena, "Their Sans", "Regular"));
    assert_null(font_file_named(&s->arena, "LiberationSans-Bold.ttf"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_a_face_by_the_name_of_its_file,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_a_regular_face_may_have_no_name,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            folders_are_looked_through_in_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_where_debian_has_its_fonts,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(asks_fontconfig_for_what_lies_elsewhere,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_like_a_font_is_not_that_font,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_answer_that_is_none_names_no_file,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_endless_answer_is_cut_off, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(without_memory_nothing_is_found, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
