#include "generators/generator_tools.h"
#include "generators/report_tree.h"
#include "generators/table_csv.h"

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

/* What the file is called that is made of DATA. One sheet of a workbook, or
   rows of report.xml, are one of many; several files are none of them. */
static struct str csv_name(struct arena *a, const struct report *r,
                           const struct data *data)
{
    const struct source *source = data->table->source;
    const struct str name = base_name(data->file);
    size_t end = name.len;

    if (source->kind == SOURCE_SHEET || source->kind == SOURCE_NAMES ||
        source == r->source)
        return arena_printf(a, "%s.csv", data->id);
    while (end > 0 && name.ptr[end - 1] != '.')
        end--;
    if (end > 1 && source->kind != SOURCE_CSV)
        return arena_printf(a, "%.*s.csv", (int)(end - 1), name.ptr);
    return name;
}

/* An earlier data element gave the same: it is in already. */
static bool is_repeated(const struct doc *d, struct str name, struct str bytes)
{
    const struct doc_attachment *a = d->attachments;

    while (a != NULL && !(str_eq(a->name, name) && str_eq(a->bytes, bytes)))
        a = a->next;
    return a != NULL;
}

/* Whether two tables were read from the same bytes, by whatever name. Rows that
   stand in report.xml are not: each data element has its own. */
static bool is_same_origin(const struct report *r, const struct table *a,
                           const struct table *b)
{
    if (a->source == r->source || b->source == r->source)
        return a == b;
    if (a->nfiles != b->nfiles)
        return false;
    return str_eq(a->source->bytes, b->source->bytes) &&
           str_eq(str_of(a->source->sheet), str_of(b->source->sheet));
}

/* Other data makes a file called so, too: whether it is the same, its bytes
   tell. */
static bool has_namesake(struct doc *d, const struct report *r, size_t i,
                         struct str name)
{
    for (size_t k = 0; k < r->ndata; k++) {
        if (k != i && r->data[k].table != NULL && r->data[k].view == NULL &&
            str_eq(csv_name(d->arena, r, &r->data[k]), name))
            return true;
    }
    return false;
}

/* What one data element keeps from this copy, or from all, no other gives
   away. */
static bool is_kept(const struct report *r, const struct table *table,
                    enum audience audience)
{
    for (size_t i = 0; i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        if (d->table != NULL && d->view == NULL &&
            (d->audience > audience || d->kept_back) &&
            is_same_origin(r, d->table, table))
            return true;
    }
    return false;
}

/* Two titles that differ in print may be one before they are worked out, and
   then both have the names of their files. */
static struct str title_of(const struct generator_in *in,
                           const struct data *data)
{
    return data->title.len > 0
               ? data->title
               : kind_title_in(&data->kind->titles, data->kind->title,
                               in->wording->lang);
}

/* The title, with the name of the file where others are called the same. */
static struct str telling_title(const struct generator_in *in, struct doc *d,
                                size_t i, struct str name,
                                enum audience audience)
{
    const struct report *r = in->report;
    const struct str as_given = title_of(in, &r->data[i]);
    struct generator_in with = *in;
    struct str title;

    if (with.audience < r->data[i].audience)
        with.audience = r->data[i].audience;
    title = generate_expand(&with, d, d->root, as_given, r->data[i].title_at);
    for (size_t k = 0; k < r->ndata; k++) {
        if (k != i && r->data[k].table != NULL && r->data[k].view == NULL &&
            !is_kept(r, r->data[k].table, audience) &&
            str_eq(title_of(in, &r->data[k]), as_given))
            return arena_printf(
                d->arena, "%.*s%.*s%.*s", STR_ARG(title),
                STR_ARG(in->wording->phrases[PHRASE_LIST_SEPARATOR]),
                STR_ARG(name));
    }
    return title;
}

/* What the file is, as both writers say it. */
static struct str describe(const struct generator_in *in, struct doc *d,
                           size_t i, struct str name, size_t bytes,
                           enum audience audience)
{
    const struct placeholder placeholders[] = {
        {"title", telling_title(in, d, i, name, audience)},
        {"size", wording_size(d->arena, in->wording, bytes)},
    };

    return wording_fill(d->arena, in->wording->phrases[PHRASE_ATTACHMENT],
                        placeholders,
                        sizeof(placeholders) / sizeof(placeholders[0]));
}

static struct doc_attachment *attachment_of(const struct generator_in *in,
                                            struct doc *d, size_t i,
                                            struct str name, struct str bytes,
                                            enum audience audience)
{
    const struct data *data = &in->report->data[i];
    struct doc_attachment *a = arena_alloc(d->arena, 1, sizeof(*a));

    if (a == NULL)
        return NULL;
    while (name.len > 0 && is_attached(d, name)) /* of another folder */
        name = arena_printf(d->arena, "%s-%.*s", data->id, STR_ARG(name));
    *a = (struct doc_attachment){
        .name = name,
        .bytes = bytes,
        .media_type = "text/csv",
        .charset = "utf-8",
        .relationship = "Data",
        .description = describe(in, d, i, name, bytes.len, audience),
        .date = data->as_at,
    };
    return a;
}

void generate_attachments(const struct generator_in *in, enum audience audience,
                          struct doc *d)
{
    struct doc_attachment **end = &d->attachments;

    if (!in->template_used->attach)
        return;
    for (size_t i = 0; i < in->report->ndata; i++) {
        const struct data *data = &in->report->data[i];
        struct str bytes = {NULL, 0};
        struct str name;

        if (data->view != NULL)
            continue; /* its data travels */
        if (!data->kept_back)
            used_mark(in->used, data, USE_ATTACHED);
        if (data->table == NULL || is_kept(in->report, data->table, audience))
            continue;
        name = csv_name(d->arena, in->report, data);
        if (!d->unread || has_namesake(d, in->report, i, name))
            bytes = table_csv(d->arena, data->table);
        if (is_repeated(d, name, bytes))
            continue;
        *end = attachment_of(in, d, i, name, bytes, audience);
        if (*end == NULL)
            return;
        end = &(*end)->next;
    }
}
