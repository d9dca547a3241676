#include "generators/report_tree.h"

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
static bool is_repeated(const struct doc *d, const struct data *data)
{
    const struct str name = base_name(data->file);
    const struct doc_attachment *a = d->attachments;

    while (a != NULL && !(str_eq(a->name, name) &&
                          str_eq(a->bytes, data->table->source->bytes)))
        a = a->next;
    return a != NULL;
}

/* What one data element keeps from this copy, or from all, no other gives
   away, by whatever name it has the same bytes. */
static bool is_kept(const struct report *r, const struct table *table,
                    enum audience audience)
{
    for (size_t i = 0; i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        if (d->table != NULL && (d->audience > audience || d->kept_back) &&
            str_eq(d->table->source->bytes, table->source->bytes))
            return true;
    }
    return false;
}

static struct str title_of(const struct data *data)
{
    return data->title.len > 0 ? data->title : data->kind->title;
}

/* The title, with the name of the file where others are called the same. */
static struct str telling_title(const struct generator_in *in, struct doc *d,
                                size_t i, struct str name,
                                enum audience audience)
{
    const struct report *r = in->report;
    const struct str title = title_of(&r->data[i]);

    for (size_t k = 0; k < r->ndata; k++) {
        if (k != i && r->data[k].table != NULL &&
            !is_kept(r, r->data[k].table, audience) &&
            str_eq(title_of(&r->data[k]), title))
            return arena_printf(
                d->arena, "%.*s%.*s%.*s", STR_ARG(title),
                STR_ARG(in->wording->phrases[PHRASE_LIST_SEPARATOR]),
                STR_ARG(name));
    }
    return title;
}

/* BYTES in thousands or millions with one decimal, which is left out where it
   says nothing. */
static struct str size_text(const struct generator_in *in, struct doc *d,
                            size_t bytes)
{
    const bool large = bytes >= 999950; /* 1,000.0 kB */
    const size_t unit = large ? 100000 : 100;
    struct decimal n = {(int64_t)((bytes + unit / 2) / unit), 1};
    struct placeholder placeholder = {"number", {NULL, 0}};

    if (n.coefficient == 0)
        n.coefficient = 1;
    if (n.coefficient % 10 == 0)
        n = (struct decimal){n.coefficient / 10, 0};
    placeholder.value = wording_number(d->arena, in->wording, n);
    return wording_fill(
        d->arena,
        in->wording->phrases[large ? PHRASE_MEGABYTES : PHRASE_KILOBYTES],
        &placeholder, 1);
}

/* What the file is, as both writers say it. Everybody's programs take UTF-8;
   another character set has to be known. */
static struct str describe(const struct generator_in *in, struct doc *d,
                           size_t i, struct str name, enum audience audience)
{
    const struct source *s = in->report->data[i].table->source;
    const struct placeholder placeholders[] = {
        {"title", telling_title(in, d, i, name, audience)},
        {"charset", str_of(s->charset)},
        {"size", size_text(in, d, s->bytes.len)},
    };
    const bool usual = str_is(STR_LIT("utf-8"), s->charset);

    return wording_fill(
        d->arena,
        in->wording
            ->phrases[usual ? PHRASE_ATTACHMENT : PHRASE_ATTACHMENT_CHARSET],
        placeholders, sizeof(placeholders) / sizeof(placeholders[0]));
}

static struct doc_attachment *attachment_of(const struct generator_in *in,
                                            struct doc *d, size_t i,
                                            enum audience audience)
{
    const struct data *data = &in->report->data[i];
    struct doc_attachment *a = arena_alloc(d->arena, 1, sizeof(*a));
    struct str name = base_name(data->file);

    if (a == NULL)
        return NULL;
    while (name.len > 0 && is_attached(d, name)) /* of another folder */
        name = arena_printf(d->arena, "%s-%.*s", data->id, STR_ARG(name));
    *a = (struct doc_attachment){
        .name = name,
        .bytes = data->table->source->bytes,
        .media_type = "text/csv",
        .charset = data->table->source->charset,
        .relationship = "Data",
        .description = describe(in, d, i, name, audience),
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

        if (data->table != NULL && data->table->source->kind != SOURCE_CSV)
            continue; /* no other form travels as it came */
        if (!data->kept_back)
            used_mark(in->used, data, USE_ATTACHED);
        if (data->table == NULL || is_kept(in->report, data->table, audience) ||
            is_repeated(d, data))
            continue;
        *end = attachment_of(in, d, i, audience);
        if (*end == NULL)
            return;
        end = &(*end)->next;
    }
}
