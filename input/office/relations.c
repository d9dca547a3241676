#include "input/office/relations.h"
#include "core/base/list.h"
#include "input/office/part_xml.h"

struct relations_reading {
    struct arena *arena;
    struct str folder; /* of the part that names the targets */
    struct list list;
};

/* The folder of a part's name, its stroke included. */
static struct str folder_of(struct str name)
{
    while (name.len > 0 && name.ptr[name.len - 1] != '/')
        name.len--;
    return name;
}

/* TARGET as the name of a part: without . and .., which cannot leave the
   package. */
static struct str resolve(struct relations_reading *r, struct str target)
{
    struct str path = str_starts(target, STR_LIT("/"))
                          ? str_from(target, 1)
                          : arena_printf(r->arena, "%.*s%.*s",
                                         STR_ARG(r->folder), STR_ARG(target));
    char *out = arena_alloc(r->arena, path.len + 1, 1);
    size_t len = 0;

    if (out == NULL)
        return (struct str){NULL, 0};
    while (path.len > 0) {
        const struct str step = str_cut(&path, '/');

        if (step.len == 0 || str_is(step, "."))
            continue;
        if (str_is(step, "..")) {
            while (len > 0 && out[--len] != '/')
                ;
            continue;
        }
        if (len > 0)
            out[len++] = '/';
        for (size_t i = 0; i < step.len; i++)
            out[len++] = step.ptr[i];
    }
    return (struct str){out, len};
}

static struct str last_word(struct str address)
{
    return str_from(address, folder_of(address).len);
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct relations_reading *r = user;
    const struct str target = part_value(tag, "Target");
    struct relation *relation;

    (void)part;
    if (!part_is(tag, "Relationship"))
        return;
    relation = list_add(&r->list);
    if (relation == NULL)
        return;
    relation->id = arena_str(r->arena, part_value(tag, "Id"));
    relation->type = arena_str(r->arena, last_word(part_value(tag, "Type")));
    relation->external = str_is(part_value(tag, "TargetMode"), "External");
    relation->target =
        relation->external ? arena_str(r->arena, target) : resolve(r, target);
}

enum status relations_read(struct package *p, struct arena *arena,
                           struct str name, struct relations *relations)
{
    static const struct part_handler handler = {.start = on_start};
    struct relations_reading r = {
        .arena = arena,
        .folder = folder_of(name),
        .list = list_of(arena, sizeof(struct relation)),
    };
    const struct str part =
        arena_printf(arena, "%.*s_rels/%.*s.rels", STR_ARG(r.folder),
                     STR_ARG(str_from(name, r.folder.len)));
    enum status st = arena_status(arena);

    *relations = (struct relations){NULL, 0};
    if (st != ST_OK || !package_has(p, part))
        return st;
    st = part_read(p, part, &handler, &r);
    relations->list = r.list.items;
    relations->count = r.list.count;
    return st == ST_OK ? arena_status(arena) : st;
}

const struct relation *relation_of(const struct relations *r, struct str id)
{
    for (size_t i = 0; i < r->count; i++) {
        if (str_eq(r->list[i].id, id))
            return &r->list[i];
    }
    return NULL;
}

const struct relation *relation_of_type(const struct relations *r,
                                        const char *type)
{
    for (size_t i = 0; i < r->count; i++) {
        if (str_is(r->list[i].type, type) && !r->list[i].external)
            return &r->list[i];
    }
    return NULL;
}
