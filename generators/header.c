#include "core/model/picture.h"
#include "generators/body.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"
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

static struct field_text field_said(const struct generator_in *in,
                                    const struct template_field *asked)
{
    struct field_text s = {
        .asked = asked,
        .given = report_field(in->report, str_of(asked->id)),
        .text = figures_field_text(in->figures, asked),
        .audience = asked->audience,
    };

    if (s.given != NULL && s.given->text.len == 0)
        s.given = NULL;
    if (s.given != NULL) {
        s.text = s.given->text;
        s.audience = s.given->audience;
    }
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

/* As a block of a body says it. */
static void say_where(struct doc *d, struct doc_node *n,
                      const struct field_text *s)
{
    struct doc_conditions *c = arena_alloc(d->arena, 1, sizeof(*c));

    if (n == NULL || c == NULL)
        return;
    *c = (struct doc_conditions){.when = s->asked->when,
                                 .each = s->given == NULL ? s->asked->each
                                                          : STR_LIT(""),
                                 .when_at = s->asked->when_at,
                                 .each_at = s->asked->each_at};
    doc_set_conditions(n, c);
    n->audience = (uint8_t)s->audience;
    n->medium = (uint8_t)s->asked->medium;
    n->at = s->given == NULL ? s->asked->at : s->given->at;
}

/* What it says, in its language. A value that is another for each row, or has a
   fault, is expanded where it is printed. */
static void say(const struct generator_in *in, struct doc *d,
                struct doc_node *parent, const struct field_text *s)
{
    const bool made = s->given == NULL && s->asked->value.len > 0 &&
                      str_find(s->text, STR_LIT("{{")) < s->text.len;
    struct doc_node *words;

    if (parent != NULL && parent->kind == DOC_BLOCK) /* a line for each row */
        parent = doc_paragraph(d, parent, STR_LIT(""));
    words = doc_text(d, parent,
                     made ? s->asked->value
                          : arena_printf(d->arena, "{{%s}}", s->asked->id));
    if (parent == NULL || words == NULL)
        return;
    words->at = s->given == NULL ? s->asked->value_at : s->given->at;
    parent->lang = s->asked->lang != NULL ? s->asked->lang
                   : s->given == NULL     ? in->template_lang
                                          : NULL;
}

static void add_line(const struct generator_in *in, struct doc *d,
                     struct doc_node *parent, const struct field_text *s)
{
    const bool title = s->asked->role == FIELD_ROLE_TITLE;
    struct doc_node *n =
        doc_new_prose(d->arena, title ? DOC_HEADING : DOC_PARAGRAPH);

    if (n == NULL)
        return;
    doc_append(parent, n);
    if (title) {
        n->level = 1;
        n->keep_next = true;
    }
    n->role = (uint8_t)doc_roles[s->asked->role];
    say_where(d, n, s);
    say(in, d, n, s);
}

static void add_field(const struct generator_in *in, struct doc *d,
                      struct doc_node *list, const struct field_text *s)
{
    struct doc_node *field = doc_new_prose(d->arena, DOC_FIELD);

    if (field == NULL)
        return;
    doc_append(list, field);
    field->u.series = in->template_used->header_series;
    say_where(d, field, s);
    say(in, d, doc_fact(d->arena, field, s->asked->label, s->asked->label_at),
        s);
    if (field->first != NULL)
        field->first->lang = in->template_lang;
}

/* A field of its own line, or of the list of names and values. */
static bool has_line(const struct template_field *f)
{
    return f->role != FIELD_ROLE_NONE || f->label.len == 0;
}

static void add_logos(const struct house *house, struct doc *d,
                      struct doc_node *parent)
{
    for (size_t i = 0; i < house->nlogos; i++) {
        struct doc_node *n = doc_add(d, parent, DOC_PICTURE);

        if (body_take_logo(d, &house->logos[i], n))
            n->keep_next = true;
    }
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

/* The fields as a body that prints them: lines, then names and values. */
static void add_fields(const struct generator_in *in, struct doc *d,
                       struct doc_node *parent)
{
    const struct template *t = in->template_used;
    struct doc_node *body = doc_new(d->arena, DOC_FRAGMENT);
    struct doc_node *list = doc_new(d->arena, DOC_FIELD_LIST);

    if (list == NULL)
        return;
    list->role = ROLE_FACTS;
    for (size_t i = 0; i < t->nfields; i++) {
        const struct field_text s = field_said(in, &t->fields[i]);

        if (describe(d, &s))
            generate_mark(in, s.given);
        if (t->fields[i].hidden)
            continue;
        if (has_line(&t->fields[i]))
            add_line(in, d, body, &s);
        else
            add_field(in, d, list, &s);
    }
    if (list->first != NULL)
        doc_append(body, list);
    generate_prose(in, d, parent, body);
}

void generate_header(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;
    struct doc_node *parent = d->root;

    if (t->header_has_body) {
        for (size_t i = 0; i < t->nfields; i++) {
            const struct field_text s = field_said(in, &t->fields[i]);

            (void)describe(d, &s);
        }
        add_body(in, d);
        return;
    }
    if (t->header == HEADER_COVER)
        parent = doc_add(d, d->root, DOC_COVER);
    add_logos(t->house, d, parent);
    add_fields(in, d, parent);
}
