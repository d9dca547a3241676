#include "input/templates/library.h"
#include "input/file/file_in.h"
#include "input/templates/calendar_elements.h"
#include "input/templates/house_elements.h"
#include "input/templates/kind_elements.h"
#include "input/templates/library_names.h"
#include "input/templates/library_parts.h"
#include "input/templates/rules_elements.h"
#include "input/templates/style_sheet_in.h"
#include "input/templates/template_elements.h"
#include "input/templates/wording_elements.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The style sheet, once it was looked for. */
struct library_sheet {
    bool read;
    struct str text;
    const struct source *source;
    struct findings findings;
    enum status status;
};

struct library {
    struct arena *arena;
    const char *const *folders;
    size_t nfolders;
    const char *shipped;
    const struct generator_names *generators;
    struct library_sheet sheet;
    struct list files; /* struct library_file * */
    struct list units; /* struct library_unit * */
    bool extending;    /* a wording is read that another extends */
};

static const struct xml_element *const vocabularies[LIBRARY_PARTS] = {
    [LIBRARY_WORDINGS] = &wording_element,
    [LIBRARY_HOUSES] = &house_element,
    [LIBRARY_KINDS] = &kind_element,
    [LIBRARY_CALENDARS] = &calendar_element,
    [LIBRARY_RULES] = &rules_element,
    [LIBRARY_TEMPLATES] = &template_element,
};

static void keep(struct list *l, const void *thing)
{
    const void **place = thing == NULL ? NULL : list_add(l);

    if (place != NULL)
        *place = thing;
}

enum status library_open(struct arena *arena, const char *const *folders,
                         size_t nfolders, const char *shipped,
                         const struct generator_names *generators,
                         struct findings *findings, struct library **library)
{
    struct library *l = arena_alloc(arena, 1, sizeof(*l));
    enum status st = ST_OK;

    *library = l;
    if (l == NULL)
        return arena_status(arena);
    *l = (struct library){
        .arena = arena,
        .folders = folders,
        .nfolders = nfolders,
        .shipped = shipped,
        .generators = generators,
        .files = list_of(arena, sizeof(struct library_file *)),
        .units = list_of(arena, sizeof(struct library_unit *)),
    };
    for (size_t i = 0; i < nfolders; i++)
        st = status_worst(st, library_folder_readable(folders[i], findings));
    return st;
}

/* Reads what is of SOURCE's name into FILE. */
static void read_file(struct library *l, enum library_part part,
                      struct library_file *file)
{
    struct source *source = NULL;

    file->status = file_in(l->arena, l->folders[file->folder], file->name, true,
                           SOURCE_TEXT, NOWHERE, &file->findings, &source);
    if (file->status != ST_OK)
        return;
    file->source = source;
    file->status = xml_in(l->arena, source, vocabularies[part], &file->findings,
                          &file->root);
}

/* The file of ID in the first folder from FROM on that has one. */
static const struct library_file *
find_file(struct library *l, enum library_part part, struct str id, size_t from)
{
    char name[LIBRARY_NAME_SIZE];
    const bool is_name = library_file_name(part, id, name);
    struct library_file *const *files = l->files.items;
    size_t folder = from;
    struct library_file *file;

    while (is_name && folder < l->nfolders &&
           !library_file_there(l->folders[folder], name))
        folder++;
    if (!is_name || folder == l->nfolders)
        return NULL;
    for (size_t i = 0; i < l->files.count; i++) {
        if (files[i]->folder == folder && strcmp(files[i]->name, name) == 0)
            return files[i];
    }
    file = arena_alloc(l->arena, 1, sizeof(*file));
    if (file == NULL)
        return NULL;
    file->name = arena_cstr(l->arena, str_of(name));
    if (file->name == NULL)
        return NULL;
    file->folder = folder;
    findings_init(&file->findings, l->arena);
    read_file(l, part, file);
    keep(&l->files, file);
    return file;
}

/* FILE is one of what the unit of LOAD rests on. */
static void take_file(struct templates_reading *load,
                      const struct library_file *file)
{
    struct library_unit *u = load->unit;

    keep(&u->sources, file->source);
    findings_share(&u->findings, &file->findings);
    u->status = status_worst(u->status, file->status);
}

static const struct library_file *open_file(struct templates_reading *load,
                                            struct str id, size_t from)
{
    const struct library_file *file =
        find_file(load->library, load->unit->part, id, from);

    if (file != NULL)
        take_file(load, file);
    return file;
}

static const struct library_unit *
need_unit(struct templates_reading *load, enum library_part part, struct str id)
{
    const struct library_unit *need = library_unit(load->library, part, id);
    struct library_unit *u = load->unit;
    const struct source *const *sources;

    if (need == NULL)
        return NULL;
    sources = need->sources.items;
    for (size_t i = 0; i < need->sources.count; i++)
        keep(&u->sources, sources[i]);
    findings_share(&u->findings, &need->findings);
    u->status = status_worst(u->status, need->status);
    return need;
}

static void say_unknown(struct templates_reading *load,
                        const struct xml_node *node,
                        const struct xml_attribute_rule *rule,
                        enum library_part part)
{
    struct arena *a = load->reading.arena;
    struct list ids = list_of(a, sizeof(const char *));
    struct list names = list_of(a, sizeof(struct str));
    const enum status st =
        library_names(load->library, part, load->reading.findings, &ids);
    const char *const *items = ids.items;

    load->unit->status = status_worst(load->unit->status, st);
    for (size_t i = 0; i < ids.count; i++) {
        struct str *name = list_add(&names);

        if (name != NULL)
            *name = str_of(items[i]);
    }
    xml_unknown(&load->reading, node, rule, names.items, names.count);
}

/* The folder of templates that SOURCE was read from. */
static const char *folder_of(const struct library *l,
                             const struct source *source)
{
    const struct library_file *const *files = l->files.items;

    for (size_t i = 0; i < l->files.count; i++) {
        if (files[i]->source == source)
            return l->folders[files[i]->folder];
    }
    return l->folders[0];
}

/* NAME is below the folder of the file that names it. */
static struct source *open_image(void *loading, const char *name,
                                 struct place at)
{
    struct templates_reading *load = loading;
    const struct xml_reading *r = &load->reading;
    struct source *const *opened = load->opened.items;
    struct str folder = str_of(at.source->name);
    struct source *source = NULL;
    const char *path;
    enum status st;

    while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
        folder.len--;
    path = arena_printf(r->arena, "%.*s%s", STR_ARG(folder), name).ptr;
    for (size_t i = 0; path != NULL && i < load->opened.count; i++) {
        if (strcmp(opened[i]->name, path) == 0)
            return opened[i];
    }
    if (path == NULL)
        return NULL;
    st = file_in(r->arena, folder_of(load->library, at.source), path, true,
                 SOURCE_BYTES, at, r->findings, &source);
    load->unit->status = status_worst(load->unit->status, st);
    keep(&load->opened, source);
    keep(&load->unit->sources, source);
    return source;
}

static const void *make_house(struct templates_reading *load,
                              const struct library_file *file)
{
    char path[PATH_MAX];
    const char *folder = realpath(load->unit->folder, path);
    const char *house =
        folder == NULL
            ? NULL
            : arena_printf(load->reading.arena, "%s/house", folder).ptr;

    return house_in(load, load->unit->id, house == NULL ? "/" : house,
                    file->root);
}

static const void *make(struct templates_reading *load,
                        const struct library_file *file)
{
    switch (load->unit->part) {
    case LIBRARY_WORDINGS: return wording_chain_in(load, file);
    case LIBRARY_HOUSES: return make_house(load, file);
    case LIBRARY_KINDS:
        return kind_in(&load->reading, load->unit->id, file->root);
    case LIBRARY_CALENDARS: return calendar_in(load, load->unit->id, file);
    case LIBRARY_RULES: return rules_in(load, load->unit->id, file);
    case LIBRARY_TEMPLATES: return template_in(load, load->unit->id, file);
    case LIBRARY_PARTS: break;
    }
    return NULL;
}

/* Names and digests of all files, in the order in which they are asked for. */
static void digest_unit(struct library *l, struct library_unit *u)
{
    const struct source *const *sources = u->sources.items;
    struct buf all;

    buf_init(&all, l->arena->limit);
    for (size_t i = 0; i < u->sources.count; i++) {
        buf_add(&all, sources[i]->name, strlen(sources[i]->name) + 1);
        buf_add(&all, sources[i]->sha256, sizeof(sources[i]->sha256));
    }
    if (buf_status(&all) != ST_OK)
        arena_fail(l->arena, buf_status(&all));
    digest_sha256(buf_view(&all), u->sha256);
    buf_free(&all);
}

static struct str open_sheet(struct templates_reading *load);

const struct library_doors library_doors = {
    .file = open_file,
    .unit = need_unit,
    .unknown = say_unknown,
    .sheet = open_sheet,
};

static struct library_unit *read_unit(struct library *l, enum library_part part,
                                      const struct library_file *file,
                                      struct str id)
{
    struct library_unit *u = arena_alloc(l->arena, 1, sizeof(*u));
    struct templates_reading load = {
        .reading = {.arena = l->arena},
        .library = l,
        .doors = &library_doors,
        .unit = u,
        .generators = l->generators,
        .extending = &l->extending,
        .opened = list_of(l->arena, sizeof(struct source *)),
    };

    if (u == NULL)
        return NULL;
    *u = (struct library_unit){
        .id = arena_cstr(l->arena, id),
        .part = part,
        .folder = l->folders[file->folder],
        .sources = list_of(l->arena, sizeof(const struct source *)),
    };
    findings_init(&u->findings, l->arena);
    load.reading.findings = &u->findings;
    load.images = image_files_of(l->arena, &u->findings, open_image, &load);
    take_file(&load, file);
    if (file->root != NULL && u->id != NULL)
        u->made = make(&load, file);
    digest_unit(l, u);
    u->status = status_worst(u->status, arena_status(l->arena));
    if (u->status == ST_OK && findings_stop(&u->findings))
        u->status = ST_DATA;
    return u;
}

const struct library_unit *library_unit(struct library *library,
                                        enum library_part part, struct str id)
{
    struct library_unit *const *units = library->units.items;
    const struct library_file *file;
    struct library_unit *made;

    for (size_t i = 0; i < library->units.count; i++) {
        if (units[i]->part == part && str_is(id, units[i]->id))
            return units[i];
    }
    file = find_file(library, part, id, 0);
    made = file == NULL ? NULL : read_unit(library, part, file, id);
    keep(&library->units, made);
    return made;
}

void library_unchanged(struct library *library, const struct library_unit *unit)
{
    struct library_unit *const *units = library->units.items;

    for (size_t i = 0; i < library->units.count; i++) {
        struct library_unit *u = units[i];

        if (u != unit || u->proven)
            continue;
        u->proven = true;
        u->status = status_worst(
            u->status,
            files_unchanged(u->sources.items, u->sources.count, &u->findings));
    }
}

#define SHEET "style/screen.css"

static void read_sheet(struct library *l)
{
    struct library_sheet *s = &l->sheet;
    const char *folder = l->folders[0];
    struct source *source = NULL;
    size_t i = 0;

    s->read = true;
    findings_init(&s->findings, l->arena);
    while (i < l->nfolders && !library_file_there(l->folders[i], SHEET))
        i++;
    if (i < l->nfolders)
        folder = l->folders[i];
    else if (l->shipped != NULL)
        folder = l->shipped;
    s->status = file_in(l->arena, folder, SHEET, true, SOURCE_TEXT, NOWHERE,
                        &s->findings, &source);
    s->source = source;
    if (source != NULL)
        s->text = style_sheet_in(l->arena, source, &s->findings);
}

static struct str open_sheet(struct templates_reading *load)
{
    struct library_sheet *s = &load->library->sheet;
    struct library_unit *u = load->unit;

    if (!s->read)
        read_sheet(load->library);
    keep(&u->sources, s->source);
    findings_share(&u->findings, &s->findings);
    u->status = status_worst(u->status, s->status);
    return s->text;
}

enum status library_names(struct library *library, enum library_part part,
                          struct findings *findings, struct list *names)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < library->nfolders; i++)
        st = status_worst(
            st, library_list_names(library->folders[i], part, findings, names));
    return status_worst(st, arena_status(library->arena));
}

enum status library_read_all(struct library *library, struct findings *findings)
{
    enum status st = ST_OK;

    for (size_t part = 0; part < LIBRARY_PARTS; part++) {
        struct list names = list_of(library->arena, sizeof(const char *));
        const char *const *items;

        st = status_worst(st, library_names(library, (enum library_part)part,
                                            findings, &names));
        items = names.items;
        for (size_t i = 0; i < names.count; i++) {
            const struct library_unit *u = library_unit(
                library, (enum library_part)part, str_of(items[i]));

            if (u == NULL)
                continue;
            findings_share(findings, &u->findings);
            st = status_worst(st, u->status);
        }
    }
    return status_worst(st, arena_status(library->arena));
}

const struct library_unit *const *library_units(const struct library *library,
                                                size_t *count)
{
    *count = library->units.count;
    return library->units.items;
}

const char *const *library_folders(const struct library *library, size_t *count)
{
    *count = library->nfolders;
    return library->folders;
}
