#include "core/model/picture.h"
#include "generators/generator_tools.h"
#include "generators/report_tree.h"

/* How the block of a field with a role looks. */
static const enum doc_role doc_roles[] = {
    [FIELD_ROLE_NONE] = ROLE_NONE,
    [FIELD_ROLE_COUNCIL] = ROLE_COUNCIL,
    [FIELD_ROLE_ADDRESSEE] = ROLE_ADDRESSEE,
    [FIELD_ROLE_TITLE] = ROLE_TITLE,
    [FIELD_ROLE_SUBTITLE] = ROLE_SUBTITLE,
};

_Static_assert(sizeof(doc_roles) / sizeof(doc_roles[0]) == FIELD_ROLE_MAX,
               "a look for each role");

/* A header field with what it says in this report. */
struct field_text {
    const struct template_field *asked;
    const struct field *given; /* NULL: the template's own value */
    struct str text;           /* in print; empty: nothing */
    enum audience audience;
};

static struct str in_print(const struct generator_in *in, struct doc *d,
                           const struct field_text *s, struct str raw)
{
    const struct wording *w = in->wording;
    struct str pattern = s->asked->pattern;

    if (s->given == NULL || s->given->date.year == 0)
        return s->asked->type == FIELD_LIST ? wording_list(d->arena, w, raw)
                                            : raw;
    if (s->given->months > 1)
        return report_period_text(
            d->arena, w,
            report_period_around(s->given->date, s->given->months));
    if (pattern.len == 0)
        pattern =
            s->asked->type == FIELD_MONTH ? w->month_pattern : w->date_pattern;
    return wording_date(d->arena, w, pattern, s->given->date);
}

static struct field_text field_said(const struct generator_in *in,
                                    struct doc *d,
                                    const struct template_field *asked)
{
    struct field_text s = {
        .asked = asked,
        .given = report_field(in->report, str_of(asked->id)),
    };
    struct generator_in with = *in;
    struct str raw = asked->value;
    struct place at = asked->at;

    if (s.given != NULL && s.given->text.len > 0) {
        raw = s.given->text;
        at = s.given->at;
        s.audience = s.given->audience;
    }
    with.audience = s.audience;
    raw = generate_expand(&with, d, NULL, raw, at);
    s.text = in_print(in, d, &s, raw);
    return s;
}

/* What the document says of itself comes from its published fields only. True
   if this one says it. */
static bool describe(struct doc *d, const struct field_text *s)
{
    const bool dated =
        s->asked->type == FIELD_DATE || s->asked->type == FIELD_MONTH;
    const bool titles = s->asked->role == FIELD_ROLE_TITLE && d->title.len == 0;
    const bool dates = dated && s->given != NULL && d->date.year == 0;

    if (s->audience == AUDIENCE_INTERNAL)
        return false;
    if (titles)
        d->title = s->text;
    if (dates)
        d->date = s->given->date;
    return titles || dates;
}

static void set(struct doc_node *n, const struct field_text *s)
{
    if (n == NULL)
        return;
    n->audience = (uint8_t)s->audience;
    n->at = s->given == NULL ? s->asked->at : s->given->at;
}

static void add_line(struct doc *d, struct doc_node *parent,
                     const struct field_text *s)
{
    struct doc_node *n;

    if (s->asked->role == FIELD_ROLE_TITLE)
        n = doc_heading(d, parent, 1, s->text);
    else
        n = doc_paragraph(d, parent, s->text);
    set(n, s);
    if (n != NULL)
        n->role = (uint8_t)doc_roles[s->asked->role];
}

static void add_field(struct doc *d, struct doc_node *list,
                      const struct field_text *s,
                      const struct label_series *series)
{
    struct doc_node *field = doc_add(d, list, DOC_FIELD);

    doc_text(d, doc_add(d, field, DOC_FIELD_NAME), s->asked->label);
    doc_text(d, doc_add(d, field, DOC_FIELD_VALUE), s->text);
    set(field, s);
    if (field != NULL)
        field->u.series = series;
}

/* A field of its own line, or of the list of names and values. */
static bool has_line(const struct template_field *f)
{
    return f->role != FIELD_ROLE_NONE || f->label.len == 0;
}

static void add_logo(const struct house *house, struct doc *d,
                     struct doc_node *parent)
{
    struct picture *model;
    struct doc_node *n;

    if (house->logo.image == NULL)
        return;
    model = arena_alloc(d->arena, 1, sizeof(*model));
    n = doc_add(d, parent, DOC_PICTURE);
    if (model == NULL || n == NULL)
        return;
    model->kind = PICTURE_IMAGE;
    model->u.image.file = house->logo.image;
    model->u.image.width =
        image_width_at(house->logo.image, house->logo.height);
    n->role = ROLE_LOGO;
    n->keep_next = true;
    n->text = house->logo.alt;
    n->u.picture = model;
}

/* What cover and header hold. */
static void add_body(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;
    struct doc_node *cover = doc_new(d->arena, DOC_COVER);

    if (cover == NULL)
        return;
    cover->parent = d->root;
    generate_blocks(in, d, cover, t->cover, t->ncover);
    if (cover->first != NULL)
        doc_append(d->root, cover);
    generate_blocks(in, d, d->root, t->header_body, t->nheader_body);
    for (struct doc_node *n = d->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_FIELD_LIST && n->role == ROLE_NONE)
            n->role = ROLE_FACTS;
    }
}

void generate_header(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;
    struct doc_node *parent = d->root;
    struct doc_node *list = doc_new(d->arena, DOC_FIELD_LIST);

    if (t->header_has_body) {
        for (size_t i = 0; i < t->nfields; i++) {
            const struct field_text s = field_said(in, d, &t->fields[i]);

            (void)describe(d, &s);
        }
        add_body(in, d);
        return;
    }
    if (t->header == HEADER_COVER)
        parent = doc_add(d, d->root, DOC_COVER);
    add_logo(t->house, d, parent);
    for (size_t i = 0; i < t->nfields; i++) {
        const struct field_text s = field_said(in, d, &t->fields[i]);

        if (describe(d, &s))
            generate_mark(in, s.given);
        if (t->fields[i].hidden || s.text.len == 0)
            continue;
        generate_mark(in, s.given);
        if (has_line(&t->fields[i]))
            add_line(d, parent, &s);
        else
            add_field(d, list, &s, t->header_series);
    }
    if (list == NULL || list->first == NULL)
        return;
    list->role = ROLE_FACTS;
    doc_append(parent, list);
}
