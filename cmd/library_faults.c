#include "cmd/library_faults.h"
#include "batch/messages.h"
#include "cmd/console.h"

void library_print_faults(const struct options *options,
                          const struct findings *findings)
{
    struct buf text;

    buf_init(&text, options->settings.max_memory);
    messages_add(findings, NULL, &text, NULL);
    console_findings(buf_view(&text), options->verbosity == VERBOSE);
    buf_free(&text);
}

enum status library_refuse(struct arena *arena, const char *what,
                           const char *command, const struct list *names,
                           const char *name)
{
    const char *const *items = names->items;
    struct str *words = arena_alloc(arena, names->count, sizeof(*words));
    int near;

    if (words == NULL)
        return arena_status(arena);
    for (size_t i = 0; i < names->count; i++)
        words[i] = str_of(items[i]);
    near = str_nearest(str_of(name), words, names->count);
    if (near < 0)
        console_error("no %s `%s`; `councilpress %s` lists those there are",
                      what, name, command);
    else
        console_error("no %s `%s`; did you mean `%s`?", what, name,
                      items[near]);
    return ST_NOINPUT;
}
