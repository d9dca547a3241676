#include "input/templates/templates_in.h"

#include "core/base/digest.h"
#include "input/file/file_in.h"
#include "input/templates/house_elements.h"
#include "input/templates/kind_elements.h"
#include "input/templates/style_sheet_in.h"
#include "input/templates/template_elements.h"
#include "input/templates/templates_parts.h"
#include "input/templates/wording_elements.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_hidden(const char *name)
{
    return name[0] == '.';
}

/* NAME into its place in a list of names, which is kept in order: a folder
   gives them in any. */
static void insert_name(struct list *names, const char *name)
{
    const char **items;
    size_t at;

    if (name == NULL || list_add(names) == NULL)
        return;
    items = names->items;
    at = names->count - 1;
    while (at > 0 && strcmp(items[at - 1], name) > 0) {
        items[at] = items[at - 1];
        at--;
    }
    items[at] = name;
}

/* Says why not, which errno tells. */
static void unreadable(struct templates_reading *load, const char *what,
                       const char *path)
{
    if (errno == ENOMEM) {
        load->status = status_worst(load->status, ST_NOMEM);
        return;
    }
    load->status = status_worst(load->status, ST_NOINPUT);
    finding(load->reading.findings, FINDING_NO_FILE, NOWHERE,
            "cannot read the %s `%s`: %s", what, path, strerror(errno));
}

/* The names in FOLDER/BELOW, sorted. False when it is not there. */
static bool list_folder(struct templates_reading *load, const char *below,
                        struct list *names)
{
    struct arena *a = load->reading.arena;
    const char *path = arena_printf(a, "%s/%s", load->folder, below).ptr;
    DIR *dir = path == NULL ? NULL : opendir(path);
    const struct dirent *e;

    *names = list_of(a, sizeof(const char *));
    if (path == NULL)
        return false;
    if (dir == NULL) {
        if (errno == ENOENT)
            return false;
        unreadable(load, "folder", path);
        return true;
    }
    for (;;) {
        errno = 0;
        e = readdir(dir);
        if (e == NULL)
            break;
        if (!is_hidden(e->d_name))
            insert_name(names, arena_cstr(a, str_of(e->d_name)));
    }
    if (errno != 0)
        unreadable(load, "folder", path);
    (void)closedir(dir); /* only read: nothing can be lost */
    return true;
}

/* The root of FOLDER/NAME, also when it has faults; NULL when it has none. */
static const struct xml_node *load_xml(struct templates_reading *load,
                                       const char *name,
                                       const struct xml_element *vocabulary)
{
    const struct xml_reading *r = &load->reading;
    const struct xml_node *root = NULL;
    const struct source **kept;
    struct source *source;
    enum status st;

    st = file_in(r->arena, load->folder, name, true, SOURCE_TEXT, NOWHERE,
                 r->findings, &source);
    if (st == ST_OK) {
        kept = list_add(&load->sources);
        if (kept != NULL)
            *kept = source;
        st = xml_in(r->arena, source, vocabulary, r->findings, &root);
    }
    load->status = status_worst(load->status, st);
    return root;
}

/* NAME without .xml, or NULL when it has another ending. */
static const char *stem_of(struct arena *a, const char *name)
{
    const struct str s = str_of(name);
    const struct str end = STR_LIT(".xml");

    if (!str_ends(s, end) || s.len == end.len)
        return NULL;
    return arena_cstr(a, str_to(s, s.len - end.len));
}

static void keep(struct list *l, const void *thing)
{
    const void **place = thing == NULL ? NULL : list_add(l);

    if (place != NULL)
        *place = thing;
}

/* NAME is below the folder of the file that names it. */
static struct source *open_image(void *loading, const char *name,
                                 struct place at)
{
    struct templates_reading *load = loading;
    const struct xml_reading *r = &load->reading;
    struct source *const *opened = load->opened.items;
    struct str folder = str_of(at.source->name);
    struct source *source;
    struct source **place;
    const char *path;

    while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
        folder.len--;
    path = arena_printf(r->arena, "%.*s%s", STR_ARG(folder), name).ptr;
    for (size_t i = 0; path != NULL && i < load->opened.count; i++) {
        if (strcmp(opened[i]->name, path) == 0)
            return opened[i];
    }
    if (path == NULL)
        return NULL;
    load->status = status_worst(
        load->status, file_in(r->arena, load->folder, path, true, SOURCE_BYTES,
                              at, r->findings, &source));
    place = source == NULL ? NULL : list_add(&load->opened);
    if (place == NULL)
        return NULL;
    *place = source;
    keep(&load->sources, source);
    return source;
}

static void load_wording(struct templates_reading *load, const char *id,
                         const struct xml_node *root)
{
    const struct wording *w = wording_in(&load->reading, root);

    keep(&load->wordings, w);
    if (w != NULL && w->lang != NULL && strcmp(w->lang, id) != 0)
        finding(load->reading.findings, FINDING_BAD_VALUE,
                xml_value_at(root, AT(wording, lang)),
                "the file of the wording for %s is called %s.xml", w->lang, id);
}

static void load_house(struct templates_reading *load, const char *id,
                       const struct xml_node *root)
{
    char path[PATH_MAX];
    const char *folder = realpath(load->folder, path);
    const char *house =
        folder == NULL
            ? NULL
            : arena_printf(load->reading.arena, "%s/house", folder).ptr;

    if (house == NULL)
        house = "/";
    keep(&load->houses, house_in(load, id, house, root));
}

static void load_kind(struct templates_reading *load, const char *id,
                      const struct xml_node *root)
{
    keep(&load->kinds, kind_in(&load->reading, id, root));
}

/* Every XML file of a folder of FOLDER, which need not be there. */
static void load_folder(struct templates_reading *load, const char *below,
                        const struct xml_element *vocabulary,
                        void (*take)(struct templates_reading *load,
                                     const char *id,
                                     const struct xml_node *root))
{
    struct arena *a = load->reading.arena;
    struct list names;
    const char *const *items;

    if (!list_folder(load, below, &names))
        return;
    items = names.items;
    for (size_t i = 0; i < names.count && items[i] != NULL; i++) {
        const char *id = stem_of(a, items[i]);
        const char *name = arena_printf(a, "%s/%s", below, items[i]).ptr;
        const struct xml_node *root = id == NULL || name == NULL
                                          ? NULL
                                          : load_xml(load, name, vocabulary);

        if (root != NULL)
            take(load, id, root);
    }
}

/* Every folder with a template.xml is a template. */
static void load_templates(struct templates_reading *load)
{
    struct arena *a = load->reading.arena;
    const struct template_file *files;
    const char *const *items;
    struct list names;

    if (!list_folder(load, ".", &names)) {
        load->status = status_worst(load->status, ST_NOINPUT);
        finding(load->reading.findings, FINDING_NO_FILE, NOWHERE,
                "cannot read the folder of templates `%s`: %s", load->folder,
                strerror(errno));
        return;
    }
    items = names.items;
    for (size_t i = 0; i < names.count && items[i] != NULL; i++) {
        const char *name = arena_printf(a, "%s/template.xml", items[i]).ptr;
        const char *path = arena_printf(a, "%s/%s", load->folder, name).ptr;
        const struct xml_node *root = NULL;
        struct template_file *file;
        struct stat about;

        if (path == NULL)
            break;
        if (lstat(path, &about) == 0)
            root = load_xml(load, name, &template_element);
        else if (errno != ENOENT && errno != ENOTDIR)
            unreadable(load, "file", path);
        file = root == NULL ? NULL : list_add(&load->files);
        if (file != NULL)
            *file = (struct template_file){items[i], root};
    }
    files = load->files.items;
    for (size_t i = 0; i < load->files.count; i++)
        keep(&load->templates, template_in(load, &files[i]));
}

#define SHEET "style/screen.css"

static void load_sheet(struct templates_reading *load)
{
    const struct xml_reading *r = &load->reading;
    const char *path = arena_printf(r->arena, "%s/" SHEET, load->folder).ptr;
    const char *folder = load->folder;
    struct source *source = NULL;
    struct stat about;

    if (path == NULL)
        return;
    /* A link that leads nowhere is there. */
    if (lstat(path, &about) != 0 && load->shipped != NULL)
        folder = load->shipped;
    load->status = status_worst(
        load->status, file_in(r->arena, folder, SHEET, true, SOURCE_TEXT,
                              NOWHERE, r->findings, &source));
    if (source == NULL)
        return;
    keep(&load->sources, source);
    load->sheet = style_sheet_in(r->arena, source, r->findings);
}

/* Names and digests of all files, in the order of reading, which is that of
   their names. */
static enum status digest_all(const struct templates_reading *load,
                              struct templates *templates)
{
    const struct source *const *sources = load->sources.items;
    struct buf all;
    enum status st;

    buf_init(&all, load->reading.arena->limit);
    for (size_t i = 0; i < load->sources.count; i++) {
        buf_add(&all, sources[i]->name, strlen(sources[i]->name) + 1);
        buf_add(&all, sources[i]->sha256, sizeof(sources[i]->sha256));
    }
    st = buf_status(&all);
    if (st == ST_OK)
        digest_sha256(buf_view(&all), templates->sha256);
    buf_free(&all);
    return st;
}

enum status templates_in(struct arena *arena, const char *folder,
                         const char *shipped,
                         const struct generator_names *generators,
                         struct findings *findings, struct templates *templates)
{
    struct templates_reading load = {
        .reading = {.arena = arena, .findings = findings},
        .folder = folder,
        .shipped = shipped,
        .generators = generators,
        .sources = list_of(arena, sizeof(const struct source *)),
        .wordings = list_of(arena, sizeof(const struct wording *)),
        .houses = list_of(arena, sizeof(const struct house *)),
        .kinds = list_of(arena, sizeof(const struct kind *)),
        .files = list_of(arena, sizeof(struct template_file)),
        .templates = list_of(arena, sizeof(const struct template *)),
        .opened = list_of(arena, sizeof(struct source *)),
        .images = image_files_of(arena, findings, open_image, &load),
        .status = ST_OK,
    };
    enum status st;

    *templates = (struct templates){.folder = folder};
    load_folder(&load, "wording", &wording_element, load_wording);
    load_folder(&load, "house", &house_element, load_house);
    load_sheet(&load);
    load_folder(&load, "kinds", &kind_element, load_kind);
    load_templates(&load);
    st = status_worst(load.status, digest_all(&load, templates));
    st = status_worst(st, arena_status(arena));
    templates->items = load.templates.items;
    templates->count = load.templates.count;
    templates->sources = load.sources.items;
    templates->nsources = load.sources.count;
    templates->kinds = load.kinds.items;
    templates->nkinds = load.kinds.count;
    if (st == ST_OK && findings_stop(findings))
        st = ST_DATA;
    return st;
}
