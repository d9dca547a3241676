#include "batch/index_list.h"
#include "core/base/mem.h"

#include <stdlib.h>
#include <string.h>

/* Years have four digits, so that days are in the order of their texts. */
static int by_date(const void *a, const void *b)
{
    const struct index_item *x = a;
    const struct index_item *y = b;
    const int order = str_cmp(y->date, x->date);

    return order != 0 ? order : strcmp(x->name, y->name);
}

static struct index_item item_of(const struct folder_entry *entry,
                                 json_t *files)
{
    return (struct index_item){
        .files = files,
        .name = entry->name,
        .title = json_in_member(files, "title"),
        .lang = json_in_member(files, "lang"),
        .council = json_in_member(files, "council"),
        .date = json_in_member(files, "date"),
    };
}

enum status index_list_make(const struct folder_state *state,
                            struct index_list *list)
{
    enum status st = ST_OK;

    *list = (struct index_list){
        .items = mem_zalloc(state->count, sizeof(*list->items))};
    if (list->items == NULL && state->count > 0)
        return ST_NOMEM;
    for (size_t i = 0; i < state->count && st == ST_OK; i++) {
        json_t *files = NULL;

        if (state->items[i].files.len == 0)
            continue;
        /* It was written, or read, as JSON: what fails now is memory. */
        if (json_in(state->items[i].files, &files) != ST_OK)
            st = ST_NOMEM;
        else
            list->items[list->count++] = item_of(&state->items[i], files);
    }
    if (st != ST_OK) {
        index_list_free(list);
        return st;
    }
    if (list->count > 1)
        qsort(list->items, list->count, sizeof(*list->items), by_date);
    return ST_OK;
}

void index_list_free(struct index_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        json_decref(list->items[i].files);
    mem_free(list->items);
    *list = (struct index_list){NULL, 0};
}

const json_t *index_item_file(const struct index_item *item, size_t i)
{
    return json_array_get(json_object_get(item->files, "outputs"), i);
}

const json_t *index_item_page(const struct index_item *item)
{
    const json_t *file;

    for (size_t i = 0; (file = index_item_file(item, i)) != NULL; i++) {
        if (str_is(index_extension(json_in_member(file, "name")), "html"))
            return file;
    }
    return index_item_file(item, 0);
}

struct str index_extension(struct str name)
{
    size_t end = name.len;

    while (end > 0 && name.ptr[end - 1] != '.' && name.ptr[end - 1] != '/')
        end--;
    return end > 0 && name.ptr[end - 1] == '.' ? str_from(name, end)
                                               : STR_LIT("");
}
