#include "batch/report_inputs.h"
#include "core/base/mem.h"

#include <string.h>

static struct record_file file_of(const struct source *source)
{
    struct record_file file = {.name = str_of(source->name),
                               .size = source->bytes.len};

    memcpy(file.sha256, source->sha256, DIGEST_SIZE);
    return file;
}

static enum status list_template_files(struct report_work *w)
{
    struct list sources = list_of(&w->arena, sizeof(const struct source *));
    const struct source *const *items;
    struct record_file *files;

    library_uses_sources(&w->uses, &sources);
    files = arena_alloc(&w->arena, sources.count, sizeof(*files));
    if (files == NULL)
        return arena_status(&w->arena);
    items = sources.items;
    for (size_t i = 0; i < sources.count; i++)
        files[i] = file_of(items[i]);
    w->template_files = files;
    w->ntemplate_files = sources.count;
    return arena_status(&w->arena);
}

enum status report_inputs_list(struct report_work *w)
{
    const struct report *r = &w->report;

    w->inputs = mem_zalloc(r->nsources, sizeof(*w->inputs));
    if (w->inputs == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < r->nsources; i++)
        w->inputs[i] = file_of(r->sources[i]);
    return list_template_files(w);
}

void report_inputs_list_fonts(struct report_work *w)
{
    const struct house_resources *house = w->house;

    w->nfonts = house->fonts.count;
    for (size_t i = 0; i < w->nfonts; i++)
        w->fonts[i] = (struct record_font){.name = house->fonts.faces[i].name,
                                           .crc32 = house->face_crc32[i]};
}
