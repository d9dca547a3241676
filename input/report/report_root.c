#include "input/report/report_root.h"
#include "input/file/file_in.h"
#include "input/report/report_elements.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* The root of FOLDER/report.xml, or NULL. */
static const struct xml_node *root_of(struct arena *arena, const char *folder)
{
    const struct xml_node *root = NULL;
    struct source *source = NULL;
    struct findings unsaid;
    enum status st;

    findings_init(&unsaid, arena);
    st = file_in(arena, folder, "report.xml", true, SOURCE_TEXT, NOWHERE,
                 &unsaid, &source);
    if (st == ST_OK)
        st = xml_root_in(arena, source, &report_element, &unsaid, &root);
    if (st == ST_NOMEM)
        arena_fail(arena, st);
    if (st >= ST_NOMEM || root == NULL || root->element != &report_element)
        return NULL;
    return root;
}

struct report_root report_root_in(struct arena *arena, const char *folder)
{
    const struct xml_node *root = root_of(arena, folder);
    struct report_root r = {.of = NULL};
    struct str name;

    if (root == NULL)
        return r;
    r.template_name = xml_value(root, AT(report, template_name));
    r.previous = xml_value(root, AT(report, previous_path));
    if (report_of_name(xml_value(root, AT(report, of_folder)), &name))
        r.of = arena_printf(arena, "%s/../%.*s",
                            folder[0] == '\0' ? "." : folder, STR_ARG(name))
                   .ptr;
    return r;
}

bool report_of_name(struct str of, struct str *name)
{
    static const char up[] = "../";
    const size_t skip = sizeof(up) - 1;

    if (of.len <= skip || memcmp(of.ptr, up, skip) != 0)
        return false;
    *name = (struct str){of.ptr + skip, of.len - skip};
    if (name->ptr[name->len - 1] == '/')
        name->len--;
    return name->len > 0 && name->ptr[0] != '.' &&
           str_find_char(*name, '/') == name->len &&
           str_find_char(*name, '\0') == name->len;
}

static bool is_month_in_name(struct str text)
{
    static const char form[] = "dddd-dd";

    for (size_t i = 0; i < text.len; i++) {
        if (form[i] == 'd' ? text.ptr[i] < '0' || text.ptr[i] > '9'
                           : text.ptr[i] != form[i])
            return false;
    }
    return text.len == sizeof(form) - 1;
}

/* Cuts what a placeholder of PATTERN, or its first character, fits off both;
   false when it fits nothing. */
static bool cut_fitting_name(struct str *pattern, struct str *name,
                             struct str own)
{
    static const char *const months[] = {"{month}", "{month-before}"};
    const struct str self = STR_LIT("{name}");
    const size_t month = 7;

    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
        if (!str_starts(*pattern, str_of(months[i])))
            continue;
        *pattern = str_from(*pattern, strlen(months[i]));
        if (name->len < month || !is_month_in_name(str_to(*name, month)))
            return false;
        *name = str_from(*name, month);
        return true;
    }
    if (str_starts(*pattern, self)) {
        *pattern = str_from(*pattern, self.len);
        if (!str_starts(*name, own))
            return false;
        *name = str_from(*name, own.len);
        return true;
    }
    if (name->len == 0 || name->ptr[0] != pattern->ptr[0])
        return false;
    *pattern = str_from(*pattern, 1);
    *name = str_from(*name, 1);
    return true;
}

static bool folder_name_fits(struct str pattern, struct str name,
                             struct str own)
{
    while (pattern.len > 0) {
        if (!cut_fitting_name(&pattern, &name, own))
            return false;
    }
    return name.len == 0;
}

void siblings_open(struct siblings *s, size_t max_memory)
{
    s->parent[0] = '\0';
    arena_init(&s->arena, max_memory);
    s->names = list_of(&s->arena, sizeof(const char *));
}

void siblings_close(struct siblings *s)
{
    arena_free(&s->arena);
}

/* What is in the folder in which REAL, a path without links, lies. */
static void list_siblings(struct siblings *s, struct str real)
{
    size_t len = real.len;
    DIR *dir;

    while (len > 1 && real.ptr[len - 1] != '/')
        len--;
    if (str_is(str_to(real, len), s->parent))
        return;
    arena_free(&s->arena);
    siblings_open(s, s->arena.limit);
    memcpy(s->parent, real.ptr, len);
    s->parent[len] = '\0';
    dir = opendir(s->parent);
    for (const struct dirent *e = dir == NULL ? NULL : readdir(dir); e != NULL;
         e = readdir(dir)) {
        const char **name = list_add(&s->names);

        if (name != NULL)
            *name = arena_cstr(&s->arena, str_of(e->d_name));
    }
    if (dir != NULL)
        (void)closedir(dir);
    if (arena_status(&s->arena) != ST_OK)
        s->names.count = 0;
}

void report_root_previous(struct arena *arena, const char *folder,
                          struct str previous, struct siblings *siblings,
                          struct list *paths)
{
    const char *here = folder[0] == '\0' ? "." : folder;
    const char *const *names;
    char real[PATH_MAX];
    struct str pattern;
    const char *own;

    if (!report_of_name(previous, &pattern) || realpath(here, real) == NULL)
        return;
    own = strrchr(real, '/') + 1;
    list_siblings(siblings, str_of(real));
    names = siblings->names.items;
    for (size_t i = 0; i < siblings->names.count; i++) {
        const char **path = NULL;

        if (folder_name_fits(pattern, str_of(names[i]), str_of(own)))
            path = list_add(paths);
        if (path != NULL)
            *path = arena_printf(arena, "%s/../%s", here, names[i]).ptr;
    }
}
