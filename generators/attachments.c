#include "generators/assembly.h"

static struct str base_name(const char *file)
{
    struct str name = str_of(file);
    struct str rest = name;

    while (rest.len > 0) {
        name = rest;
        str_cut(&rest, '/');
    }
    return name;
}

static bool is_attached(const struct doc *d, struct str name)
{
    const struct doc_attachment *a = d->attachments;

    while (a != NULL && !str_eq(a->name, name))
        a = a->next;
    return a != NULL;
}

/* An earlier data element has the same file: it is in already. */
static bool is_repeated(const struct report *r, size_t i, enum doc_copy copy)
{
    for (size_t k = 0; k < i; k++) {
        if (r->data[k].table != NULL && r->data[k].copy <= copy &&
            str_is(str_of(r->data[k].file), r->data[i].file))
            return true;
    }
    return false;
}

static struct doc_attachment *attachment_of(struct doc *d,
                                            const struct data *data)
{
    struct doc_attachment *a = arena_alloc(d->arena, 1, sizeof(*a));
    struct str name = base_name(data->file);

    if (a == NULL)
        return NULL;
    if (is_attached(d, name)) /* of another folder */
        name = arena_printf(d->arena, "%s-%.*s", data->id, STR_ARG(name));
    *a = (struct doc_attachment){
        .name = name,
        .bytes = data->table->source->bytes,
        .media_type = "text/csv",
        .relationship = "Data",
        .description =
            data->title.len > 0 ? data->title : data->table->kind->title,
        .date = data->as_at,
    };
    return a;
}

void generate_attachments(const struct report *report, enum doc_copy copy,
                          struct doc *d)
{
    struct doc_attachment **end = &d->attachments;

    for (size_t i = 0; i < report->ndata; i++) {
        const struct data *data = &report->data[i];

        if (data->table == NULL || data->copy > copy ||
            is_repeated(report, i, copy))
            continue;
        *end = attachment_of(d, data);
        if (*end == NULL)
            return;
        end = &(*end)->next;
    }
}
