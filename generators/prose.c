#include "generators/prose.h"
#include "generators/body.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/prose_copy.h"

/* What the author left empty stays, for doc_check() to name it; what turned
   out empty goes. */
static bool is_left_out(const struct doc_node *src, const struct doc_node *dst)
{
    if (src->kind == DOC_FIELD && dst->last->kind == DOC_FIELD_NAME)
        return true;
    if (src->kind == DOC_SIDES)
        return (dst->level & ~RULE_LATER_PAGES) == 0 &&
               body_sides_are_empty(dst);
    if (src->kind == DOC_TABLE && src->last->level == GROUP_BODY)
        return dst->last == NULL || dst->last->kind != DOC_ROW_GROUP ||
               dst->last->level != GROUP_BODY;
    if (dst->first != NULL || (dst->parent->kind == DOC_SIDES))
        return false;
    switch (dst->kind) { /* a heading may have become a paragraph */
    case DOC_PARAGRAPH:
    case DOC_ITEM: return true;
    case DOC_REFERENCE:
    case DOC_FIELD_NAME: /* what is said of nothing is still said */
    case DOC_CELL:       /* a row has as many as its table */
    case DOC_PICTURE: return false;
    default: return src->first != NULL;
    }
}

/* The line before a list leads to it: no page ends between them. */
static void lead_to(struct doc_node *before)
{
    if (before != NULL && before->kind == DOC_PARAGRAPH)
        before->keep_next = true;
}

/* A new line that nothing stands on any more goes with what stood there. */
static void trim_breaks(const struct doc_node *src, struct doc_node *dst)
{
    while (dst->last != NULL && dst->last->kind == DOC_BREAK &&
           src->last != NULL && src->last->kind != DOC_BREAK)
        doc_unlink(dst->last);
    while (dst->first != NULL && dst->first->kind == DOC_BREAK &&
           src->first != NULL && src->first->kind != DOC_BREAK)
        doc_unlink(dst->first);
}

/* Whether what N holds, or heads, is there only for what stands beside it: the
   name of a fact, the head and the caption of a table. */
static bool is_beside(const struct doc_node *n)
{
    return n->kind == DOC_FIELD_NAME || n->kind == DOC_CAPTION ||
           (n->kind == DOC_ROW_GROUP && n->level == GROUP_HEAD);
}

/* Where all entries are of one medium, N has nothing in the other. */
static void take_from_entries(struct doc_node *n)
{
    const struct doc_node *entry = n->first;
    uint8_t medium;

    if (n->medium != MEDIUM_BOTH ||
        (n->kind != DOC_LIST && n->kind != DOC_ITEM &&
         n->kind != DOC_FIELD_LIST && n->kind != DOC_FIELD &&
         n->kind != DOC_FIELD_VALUE && n->kind != DOC_TABLE &&
         n->kind != DOC_ROW_GROUP))
        return;
    while (entry != NULL && is_beside(entry))
        entry = entry->next;
    if (entry == NULL)
        return;
    medium = entry->medium;
    while (entry != NULL && (entry->medium == medium || is_beside(entry)))
        entry = entry->next;
    if (entry == NULL)
        n->medium = medium;
}

/* A value whose name says nothing, which the template or a field leaves blank.
 */
static void refuse_nameless(const struct copying *c,
                            const struct doc_node *field)
{
    const struct doc_node *name = field->first;
    const struct doc_node *n = name == NULL ? NULL : name->first;

    if (name == NULL || name->kind != DOC_FIELD_NAME)
        return;
    while (n != NULL && n->kind == DOC_TEXT && str_trim(n->text).len == 0)
        n = n->next;
    if (n != NULL)
        return;
    finding(c->in->findings, FINDING_MISSING, name->at,
            "the label says nothing here, and its value is printed");
    finding_hint(c->in->findings,
                 "write what the value is, or print it in a paragraph");
}

/* All children of the level are there. */
static void finish(struct copying *c)
{
    const struct copy_level *f = prose_level(c);
    const struct doc_node *from = f->from;
    struct doc_node *dst = f->dst;
    struct doc_node *mark = f->mark;

    if (f->spliced) {
        body_inherit(from, f->before == NULL ? dst->first : f->before->next);
        prose_level_pop(c);
        return;
    }
    prose_level_pop(c);
    if (c->depth > 0)
        trim_breaks(from, dst);
    if (c->depth == 0)
        return;
    if (is_left_out(from, dst)) {
        if (mark != NULL)
            doc_unlink(mark);
        return;
    }
    if (dst->kind == DOC_FIELD)
        refuse_nameless(c, dst);
    take_from_entries(dst);
    if (dst->kind == DOC_FIELD_VALUE || dst->kind == DOC_CELL)
        generate_unwrap(dst);
    if (dst->kind == DOC_LIST)
        lead_to(dst->parent->last);
    doc_append(dst->parent, dst);
}

/* What a node becomes where it now stands. */
static void settle(const struct copying *c, struct doc_node *n)
{
    const struct doc_node *parent = n->parent;

    if (n->kind == DOC_HEADING &&
        !doc_kind_may_contain((enum doc_kind)parent->kind, DOC_HEADING)) {
        n->kind = DOC_PARAGRAPH; /* "# heading" in a cell of prose */
        n->keep_next = false;
        n->level = 0;
    } else if (n->kind == DOC_HEADING && n->role != ROLE_TITLE) {
        const int level = c->in->level + n->level;

        n->level = (uint8_t)(level > HEADING_LEVELS ? HEADING_LEVELS : level);
        n->keep_next = true;
    } else if (n->kind == DOC_PARAGRAPH && parent == c->base &&
               parent->kind == DOC_SECTION && c->in->section != NULL) {
        n->u.series = c->in->section->paragraph_series;
    }
}

/* What a BLOCK holds takes its place; so do words that are marked for their
   condition alone. */
static void place_block(struct copying *c, struct doc_node *dst,
                        const struct doc_node *src)
{
    struct copy_level *f = prose_level_push_inside(c, dst, src->first, src->at);

    if (f == NULL)
        return;
    f->from = src;
    f->spliced = true;
    f->before = dst->last;
    if (src->audience == AUDIENCE_INTERNAL)
        f->audience = AUDIENCE_INTERNAL;
    if (src->lang != NULL)
        f->lang = src->lang;
    if (src->medium != MEDIUM_BOTH)
        f->medium = (enum doc_medium)src->medium;
}

/* The template's own words, where the report is in another language. */
static void mark_language(const struct copying *c, struct doc_node *n)
{
    if (c->in->template_lang == NULL || !c->in->of_template || n->lang != NULL)
        return;
    if (n->kind == DOC_FIELD_VALUE)
        n->lang = c->d->lang; /* it is the report's */
    else if (n->parent == c->base && n->role != ROLE_TITLE)
        n->lang = c->in->template_lang;
}

/* Of ROW of T, the cell whose column TO names, a text with {{row.column}}; or
   the first, where it names none. */
static struct place cell_named(const struct table *t, size_t row, struct str to)
{
    const size_t at = str_find(to, STR_LIT("row."));
    const struct str rest = str_from(to, at < to.len ? at + 4 : at);
    size_t first = 0;

    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct str id = str_of(t->columns[c].id);
        const char next = id.len < rest.len ? rest.ptr[id.len] : '}';

        if (id.len > 0 && str_starts(rest, id) &&
            str_find_char(STR_LIT(" |}"), next) < 3)
            first = c;
    }
    return table_cell_place(t, row, first);
}

/* A row, or a header field, may say what the reference N leads to: a name that
   nothing has is then its fault. */
static void lead_by_row(struct copying *c, struct doc_node *n,
                        const struct doc_node *src)
{
    const struct str to = str_of(src->u.target);
    const struct table *t = c->scope.table;
    const struct field *alone = body_field_alone(c->in, to);

    if (str_find(to, STR_LIT("{{")) == to.len)
        return;
    n->u.target = doc_turned(
        c->d,
        arena_cstr(c->d->arena,
                   str_trim(prose_expand(c, n->parent, to, n->at, NULL))),
        c->turn);
    if (alone != NULL)
        n->at = alone->at;
    else if (t != NULL && c->scope.row < t->nrows)
        n->at = cell_named(t, c->scope.row, to);
}

/* Where a link leads to: NULL, after a finding, where what says so has a
   fault. */
static const char *address_of(struct copying *c, const struct doc_node *n)
{
    const size_t errors = c->in->findings->errors;
    const struct str address =
        prose_expand(c, n->parent, str_of(n->u.target), n->at, NULL);

    return c->in->findings->errors == errors ? arena_cstr(c->d->arena, address)
                                             : NULL;
}

/* What N says beside the words that it holds. */
static void fill(struct copying *c, struct doc_node *n,
                 const struct doc_node *src)
{
    if (prose_level(c)->audience == AUDIENCE_INTERNAL)
        n->audience = AUDIENCE_INTERNAL;
    if (n->medium == MEDIUM_BOTH)
        n->medium = (uint8_t)prose_level(c)->medium;
    body_take_from_fields(c->in, src, n);
    if (n->lang == NULL)
        n->lang = prose_level(c)->lang;
    if (n->kind == DOC_PICTURE)
        n->text = prose_expand(c, n->parent, n->text, n->at, NULL);
    if (n->kind == DOC_PAGE_NUMBER || n->kind == DOC_PAGE_COUNT)
        body_first_page(c->in, c->d, n,
                        prose_expand(c, n->parent,
                                     body_first_name(c->d, src->text), n->at,
                                     NULL));
    if (n->kind == DOC_REFERENCE)
        lead_by_row(c, n, src);
    if (n->kind == DOC_LINK)
        n->u.target = address_of(c, n);
}

/* Code is what was typed: nothing is expanded in it. */
static void place_code(struct copying *c, struct doc_node *dst,
                       const struct doc_node *src)
{
    struct doc_node *n = prose_copy_node(c, dst, src);

    if (n == NULL)
        return;
    fill(c, n, src);
    for (const struct doc_node *t = src->first; t != NULL; t = t->next)
        doc_append(n, prose_copy_node(c, n, t));
    doc_append(dst, n);
}

/* All that the house style has, beside each other. */
static void place_logos(struct copying *c, struct doc_node *dst,
                        const struct doc_node *src)
{
    const struct house *house = c->in->template_used->house;

    for (size_t i = 0; i < house->nlogos; i++) {
        struct doc_node *n = prose_copy_node(c, dst, src);

        if (!body_take_logo(c->d, &house->logos[i], n))
            return;
        if (i > 0)
            n->id = NULL; /* what leads to them leads to the first */
        fill(c, n, src);
        mark_language(c, n);
        doc_append(dst, n);
    }
}

static void place(struct copying *c, struct doc_node *dst,
                  const struct doc_node *src)
{
    struct doc_node *n;
    struct copy_level *f;

    c->scope.audience = src->audience == AUDIENCE_INTERNAL
                            ? AUDIENCE_INTERNAL
                            : prose_audience(c, dst);
    c->scope.wording = prose_wording(c, dst);
    c->scope.lang = prose_language(c, dst);
    if (!prose_holds(c, src)) {
        if (dst->kind == DOC_SIDES ||
            src->kind == DOC_CELL) /* the place stays */
            doc_append(dst, prose_copy_node(c, dst, src));
        return;
    }
    if (src->kind != DOC_PAGE_NUMBER && src->kind != DOC_PAGE_COUNT)
        generate_refuse_medium(c->in, (enum doc_medium)src->medium,
                               prose_medium(c, dst), src->at);
    switch (src->kind) {
    case DOC_BLOCK: place_block(c, dst, src); return;
    case DOC_SPAN:
        if (src->lang != NULL)
            break;
        place_block(c, dst, src);
        return;
    case DOC_NOTE: return; /* its mark brings it */
    case DOC_TEXT: prose_place_text(c, dst, src); return;
    case DOC_LISTING:
    case DOC_CODE: place_code(c, dst, src); return;
    case DOC_NOTE_MARK: prose_place_mark(c, dst, src); return;
    case DOC_GENERATOR_CALL: prose_place_call(c, dst, src); return;
    case DOC_PICTURE:
        if (!body_is_logo(src))
            break;
        place_logos(c, dst, src);
        return;
    default: break;
    }
    n = prose_copy_node(c, dst, src);
    if (n == NULL || !body_settle(c->in, c->d, c->base, n))
        return;
    fill(c, n, src);
    mark_language(c, n);
    settle(c, n);
    f = prose_level_push(c, n, src->first, src->at);
    if (f != NULL)
        f->from = src;
}

static void next_sibling(struct copying *c)
{
    struct copy_level *f = prose_level(c);
    const struct doc_node *src = f->src;

    f->src = src->next;
    while (src->kind == DOC_TEXT && f->src != NULL && f->src->kind == DOC_TEXT)
        f->src = f->src->next;
    if (doc_conditions(src) != NULL && doc_conditions(src)->each.len > 0)
        prose_repeat(c, src);
    else
        place(c, f->dst, src);
}

static void place_row(struct copying *c)
{
    const struct copy_level *f = prose_level(c);

    if (prose_next_row(c))
        place(c, f->dst, f->src);
}

void generate_prose(const struct generator_in *in, struct doc *d,
                    struct doc_node *parent, const struct doc_node *fragment)
{
    struct copy_level stack[DOC_DEPTH_MAX]; /* beside c, which is zeroed */
    struct copying c = {
        .in = in,
        .d = d,
        .stack = stack,
        .base = parent,
        .scope = {.figures = in->figures,
                  .table = in->row_table,
                  .row = in->row,
                  .printed = true,
                  .used = in->used,
                  .heard = in->trying ? in->trial->heard : NULL},
        .turn = in->turn,
    };

    if (parent == NULL || fragment == NULL)
        return;
    prose_level_push(&c, parent, fragment->first, fragment->at);
    while (c.depth > 0 && doc_status(d) == ST_OK) {
        const struct copy_level *f = prose_level(&c);

        if (prose_takes_note(&c, f->dst))
            prose_start_note(&c);
        else if (f->each != NULL)
            place_row(&c);
        else if (f->src != NULL)
            next_sibling(&c);
        else
            finish(&c);
    }
}

/* What has an id in prose that is given for the row of a section alone stands
   in no other row, and is missing from none. */
static void keep_ids_of_row(const struct generator_in *in, struct doc *d)
{
    struct doc_walk w = doc_walk(in->section_given->prose);

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->id != NULL)
            doc_is_of_one_row(d, w.node->id, in->turn);
    }
}

/* The prose that the report gives for this section. */
void generate_narrative(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    if (in->section_given == NULL)
        return;
    /* Whether it is printed, or would be if a condition were true. */
    used_mark(in->used, in->section_given,
              in->trying ? USE_NAMED : USE_PRINTED);
    if (in->section_given->row.len > 0 && in->section_given->prose != NULL)
        keep_ids_of_row(in, d);
    generate_prose(in, d, section, in->section_given->prose);
}
