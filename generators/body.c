#include "generators/body.h"
#include "core/model/picture.h"
#include "generators/generator_tools.h"

static bool is_title(const struct doc_node *n)
{
    return n->kind == DOC_HEADING && n->role == ROLE_TITLE;
}

static bool has_title(const struct doc_node *parent)
{
    for (const struct doc_node *n = parent->first; n != NULL; n = n->next) {
        if (is_title(n))
            return true;
    }
    return false;
}

/* The title stands once, on the cover or at the head of the first page. */
static bool settle_title(const struct generator_in *in, const struct doc *d,
                         const struct doc_node *base, const struct doc_node *n)
{
    const bool placed = base->kind == DOC_ROOT || base->kind == DOC_COVER;
    bool twice = has_title(d->root);

    for (const struct doc_node *c = d->root->first; c != NULL; c = c->next)
        twice = twice || (c->kind == DOC_COVER && has_title(c));
    if (base->kind == DOC_COVER)
        twice = twice || has_title(base);
    if (placed && !twice && n->parent == base)
        return true;
    finding(in->findings, FINDING_BAD_ELEMENT, n->at,
            twice ? "the title stands twice"
                  : "the title stands on the cover or in the header alone");
    finding_hint(in->findings, "write {{ }} with the field's id to name it in "
                               "a paragraph");
    return false;
}

bool body_is_logo(const struct doc_node *n)
{
    return n->kind == DOC_PICTURE && n->role == ROLE_LOGO;
}

bool body_take_logo(const struct doc *d, const struct house_logo *logo,
                    struct doc_node *n)
{
    struct picture *model = arena_alloc(d->arena, 1, sizeof(*model));

    if (model == NULL || n == NULL)
        return false;
    model->kind = PICTURE_IMAGE;
    model->u.image.file = logo->image;
    model->u.image.width = image_width_at(logo->image, logo->height);
    n->role = ROLE_LOGO;
    n->text = logo->alt;
    n->u.picture = model;
    return true;
}

bool body_settle(const struct generator_in *in, const struct doc *d,
                 const struct doc_node *base, struct doc_node *n)
{
    if (is_title(n))
        return settle_title(in, d, base, n);
    return true;
}

void body_inherit(const struct doc_node *block, struct doc_node *first)
{
    if (first != NULL && first->id == NULL)
        first->id = block->id;
    for (struct doc_node *n = first; n != NULL; n = n->next) {
        if (n->lang == NULL)
            n->lang = block->lang;
        if (n->medium == MEDIUM_BOTH)
            n->medium = block->medium;
        if (block->audience == AUDIENCE_INTERNAL)
            n->audience = AUDIENCE_INTERNAL;
    }
}

/* The name that an expression of TEXT begins with, behind its braces; *TEXT is
   what follows them. Empty: there is none any more. */
static struct str next_field_name(struct str *text)
{
    const size_t open = str_find(*text, STR_LIT("{{"));
    struct str rest;
    size_t len = 0;

    if (open == text->len)
        return (struct str){NULL, 0};
    rest = str_trim(str_from(*text, open + 2));
    *text = rest;
    while (len < rest.len &&
           str_find_char(STR_LIT(" .[|}=<>!(),\t\n"), rest.ptr[len]) ==
               STR_LIT(" .[|}=<>!(),\t\n").len)
        len++;
    return str_to(rest, len);
}

/* What is said of the fields that TEXT names is said of N, too; in a section
   an internal one is an error, and so is anywhere one of another medium than
   what stands around: it is refused where it is expanded. */
static void take_from_fields(const struct generator_in *in, struct str text,
                             struct doc_node *n)
{
    while (str_find(text, STR_LIT("{{")) < text.len) {
        const struct str name = next_field_name(&text);
        const struct field *given = report_field(in->report, name);
        const struct template_field *asked =
            template_field(in->template_used, name);
        const enum doc_medium around = generate_medium(in, n);

        if (in->section == NULL &&
            ((given != NULL && given->audience == AUDIENCE_INTERNAL) ||
             (asked != NULL && asked->audience == AUDIENCE_INTERNAL)))
            n->audience = AUDIENCE_INTERNAL;
        if (asked != NULL && (around == MEDIUM_BOTH || around == asked->medium))
            n->medium = (uint8_t)asked->medium;
    }
}

void body_take_from_fields(const struct generator_in *in,
                           const struct doc_node *block, struct doc_node *n)
{
    struct doc_walk w = doc_walk(block);

    if ((in->section != NULL && !in->of_template) ||
        block->at.source == in->report->source ||
        (block->kind != DOC_PARAGRAPH && block->kind != DOC_FIELD &&
         block->kind != DOC_HEADING && block->kind != DOC_ITEM))
        return;
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_TEXT)
            take_from_fields(in, w.node->text, n);
        if (w.entering && w.node->kind == DOC_LINK)
            take_from_fields(in, str_of(w.node->u.target), n);
    }
}

/* The language of the header field that the expression at the head of TEXT
   prints, or NULL. *LEN: of the expression. */
static const char *field_language(const struct generator_in *in,
                                  struct str text, size_t *len)
{
    const size_t close = str_find(text, STR_LIT("}}"));
    const bool closed = close < text.len;
    const struct template_field *asked;

    *len = closed ? close + 2 : text.len;
    asked = template_field(in->template_used, next_field_name(&text));
    return closed && asked != NULL ? asked->lang : NULL;
}

const char *body_language_cut(const struct generator_in *in, struct str *text,
                              struct str *cut)
{
    const struct str all = *text;
    const char *lang = NULL;
    size_t at = 0;
    size_t len = 0;

    while (lang == NULL && at + len < all.len) {
        at += len;
        at += str_find(str_from(all, at), STR_LIT("{{"));
        len = 0;
        if (at < all.len)
            lang = field_language(in, str_from(all, at), &len);
    }
    if (lang == NULL)
        at = all.len;
    *cut = str_to(all, at > 0 ? at : len); /* what stands before it, or it */
    *text = str_from(all, cut->len);
    return at > 0 ? NULL : lang;
}

bool body_sides_are_empty(const struct doc_node *sides)
{
    for (const struct doc_node *n = sides->first; n != NULL; n = n->next) {
        if (n->first != NULL)
            return false;
    }
    return true;
}

const struct field *body_field_alone(const struct generator_in *in,
                                     struct str text)
{
    const struct str all = str_trim(text);
    struct str rest = all;
    const struct field *f;

    if (!str_starts(all, STR_LIT("{{")))
        return NULL;
    f = report_field(in->report, next_field_name(&rest));
    /* It ends where the first expression does. */
    return f != NULL && str_find(rest, STR_LIT("}}")) + 2 == rest.len ? f
                                                                      : NULL;
}

#define FIRST_PAGE_MAX 100000

struct str body_first_name(struct doc *d, struct str name)
{
    return name.len == 0 ? name
                         : arena_printf(d->arena, "{{%.*s}}", STR_ARG(name));
}

void body_first_page(const struct generator_in *in, struct doc *d,
                     struct doc_node *n, struct str first)
{
    uint32_t number = 0;

    n->text = (struct str){NULL, 0};
    if (first.len == 0)
        return; /* not given: the first is 1 */
    for (size_t i = 0; i < first.len && number < FIRST_PAGE_MAX; i++)
        number = first.ptr[i] >= '0' && first.ptr[i] <= '9'
                     ? number * 10 + (uint32_t)(first.ptr[i] - '0')
                     : FIRST_PAGE_MAX;
    if (number == 0 || number >= FIRST_PAGE_MAX)
        finding(in->findings, FINDING_BAD_VALUE, n->at,
                "`%.*s` is no number of a first page", STR_ARG(first));
    else
        d->pages_before = number - 1;
}
