#include "output/layout/layout_parts.h"

#define FACTS_GAP MPT_OF_MM(8) /* between two beside each other */

/* --- names and values in two columns --- */

struct field_columns {
    int32_t labels; /* width of the column of numbers, or 0 */
    int32_t names;
    struct text_style name_style;
    struct text_style value_style;
};

const struct doc_node *field_child(const struct doc_node *node,
                                   enum doc_kind kind)
{
    const struct doc_node *n = node->first;

    while (n != NULL && n->kind != kind)
        n = n->next;
    return n;
}

/* The facts below a title, two beside each other. */
static bool in_rows(const struct flow *f, const struct doc_node *list)
{
    return list->role == ROLE_FACTS &&
           f->m->style->house->look.facts == FACTS_TWO;
}

const struct doc_node *field_printed(const struct doc_node *field)
{
    while (field != NULL && field->medium == MEDIUM_SCREEN)
        field = field->next;
    return field;
}

/* The first of the facts that follow one another up to LIST, as in two
   languages. */
static const struct doc_node *first_facts(const struct doc_node *list)
{
    const struct doc_node *first = NULL;

    for (const struct doc_node *n = field_printed(list->parent->first);
         n != NULL && n != list; n = field_printed(n->next)) {
        if (n->role != ROLE_FACTS)
            first = NULL;
        else if (first == NULL)
            first = n;
    }
    return first == NULL ? list : first;
}

static void measure_names(struct flow *f, const struct doc_node *list,
                          struct field_columns *c)
{
    struct layout_parts *m = f->m;

    for (const struct doc_node *n = list->first; n != NULL; n = n->next) {
        const struct doc_node *name = field_child(n, DOC_FIELD_NAME);
        int32_t width;

        if (name == NULL)
            continue;
        inline_atoms(m, name, &c->name_style, true);
        width = line_extent(m).max + f->style.size;
        c->names = width > c->names ? width : c->names;
        if (block_has_label(name)) {
            width = label_width(m, name, &c->name_style) +
                    label_gap(&c->name_style);
            if (width < m->sizes->number_column)
                width = m->sizes->number_column;
            c->labels = width > c->labels ? width : c->labels;
        }
    }
}

/* Names get what the widest needs, of all facts that follow one another, up to
   a third of the width; of facts nine twentieths of a half. */
static struct field_columns measure_fields(struct flow *f,
                                           const struct doc_node *list)
{
    struct layout_parts *m = f->m;
    struct field_columns c = {.name_style = f->style, .value_style = f->style};
    const int32_t room = f->right - flow_left(f);
    int32_t most = room / 3;

    if (in_rows(f, list)) {
        most = (room - FACTS_GAP) * 9 / 40;
        text_style_set(m, SET_FACTS, &c.name_style);
        c.name_style.colour = m->style->house->colours.secondary;
        text_style_set(m, SET_FACTS, &c.value_style);
    } else {
        c.name_style.face |= FACE_BOLD;
    }
    if (list->role == ROLE_FACTS) {
        for (const struct doc_node *n = first_facts(list);
             n != NULL && n->role == ROLE_FACTS; n = field_printed(n->next))
            measure_names(f, n, &c);
    } else {
        measure_names(f, list, &c);
    }
    if (c.labels > most)
        c.labels = most;
    if (c.names > most)
        c.names = most;
    return c;
}

/* FIELD between LEFT and RIGHT as boxes. */
static void make_field(struct flow *f, const struct doc_node *field,
                       const struct field_columns *c, int32_t left,
                       int32_t right, struct boxes *out)
{
    struct layout_parts *m = f->m;
    const struct doc_node *name = field_child(field, DOC_FIELD_NAME);
    const struct doc_node *value = field_child(field, DOC_FIELD_VALUE);
    const int32_t middle = left + c->labels + c->names;
    struct flow names;
    struct flow values;

    flow_init(&names, m, &c->name_style, left + c->labels,
              middle - label_gap(&c->name_style));
    flow_init(&values, m, &c->value_style, name == NULL ? left : middle, right);
    names.levels[0].hang = c->labels;
    values.compact = true;
    flow_target(f, field);
    if (name != NULL) {
        flow_target(f, name);
        flow_paragraph(&names, name, &c->name_style, KEEP_NOT);
    }
    if (value != NULL) {
        flow_target(f, value);
        flow_content(&values, value);
    }
    boxes_beside(m, &names.out, &values.out, out);
}

static void emit_field(struct flow *f, const struct doc_node *field,
                       const struct field_columns *c)
{
    struct boxes both = {NULL, NULL};

    make_field(f, field, c, flow_left(f), f->right, &both);
    flow_emit_all(f, &both);
    flow_space(f, f->m->sizes->paragraph_space / 2);
}

/* --- the facts below a title --- */

#define FACTS_RULE 500 /* milli-points: above and below */
#define FACTS_PADDING 3400

/* Whether FIELD stands on one line of WIDTH. */
static bool is_short(struct flow *f, const struct doc_node *field,
                     const struct field_columns *c, int32_t width)
{
    const struct doc_node *value =
        field == NULL ? NULL : field_child(field, DOC_FIELD_VALUE);

    if (value == NULL || !block_holds_inlines(value))
        return false;
    inline_atoms(f->m, value, &c->value_style, false);
    return line_extent(f->m).max <= width - c->labels - c->names;
}

static void add_rule(struct flow *f, struct box *s, int32_t left, int32_t right)
{
    struct layout_item *rule =
        item_fill(f->m, ARTIFACT_RULE, NULL, f->m->style->house->colours.rule);

    if (rule == NULL)
        return;
    rule->x = left;
    rule->width = right - left;
    rule->height = FACTS_RULE;
    box_item(s, rule);
}

/* The rule or two above a row; or that below the last, which goes with it. */
static void rule_row(struct flow *f, int32_t half, bool pair, enum keep keep)
{
    const int32_t left = flow_left(f);
    struct box *s = box_new(f->m, FACTS_RULE);

    if (s == NULL)
        return;
    s->keep = (uint8_t)keep;
    add_rule(f, s, left, pair ? left + half : f->right);
    if (pair)
        add_rule(f, s, f->right - half, f->right);
    flow_emit(f, s);
    flow_space(f, FACTS_PADDING);
}

/* FIELD, and beside it the one after it where both are short; returns the
   last of them. */
static const struct doc_node *make_row(struct flow *f,
                                       const struct doc_node *field,
                                       const struct field_columns *c)
{
    const int32_t left = flow_left(f);
    const int32_t half = (f->right - left - FACTS_GAP) / 2;
    const struct doc_node *next = field_printed(field->next);
    const bool pair = is_short(f, field, c, half) && is_short(f, next, c, half);
    struct boxes first = {NULL, NULL};
    struct boxes second = {NULL, NULL};
    struct boxes both = {NULL, NULL};

    rule_row(f, half, pair, KEEP_STRONG);
    make_field(f, field, c, left, pair ? left + half : f->right, &first);
    if (pair)
        make_field(f, next, c, f->right - half, f->right, &second);
    boxes_beside(f->m, &first, &second, &both);
    field = pair ? next : field;
    if (both.last != NULL && field_printed(field->next) == NULL)
        both.last->keep = KEEP_STRONG;
    flow_emit_all(f, &both);
    flow_space(f, FACTS_PADDING);
    return field;
}

static void make_facts(struct flow *f, const struct doc_node *list,
                       const struct field_columns *c)
{
    const struct doc_node *n = field_printed(list->first);

    while (n != NULL && layout_ok(f->m))
        n = field_printed(make_row(f, n, c)->next);
    rule_row(f, 0, false, KEEP_NOT);
}

/* --- one below the other --- */

#define LIST_WHOLE 3 /* parts of a page: a list of one part is whole */

/* Neither the first nor the last stands alone on a page. */
static void make_list(struct flow *f, const struct doc_node *list,
                      const struct field_columns *c)
{
    const struct doc_node *first = field_printed(list->first);
    const struct doc_node *next;

    for (const struct doc_node *n = first; n != NULL && layout_ok(f->m);
         n = next) {
        next = field_printed(n->next);
        emit_field(f, n, c);
        if (f->held == NULL || f->held->last == NULL || next == NULL)
            continue;
        if ((n == first || field_printed(next->next) == NULL) &&
            f->held->last->keep < KEEP_FIRM)
            f->held->last->keep = KEEP_FIRM;
    }
}

/* A short list is whole where that leaves no page empty. */
static void add_list(struct layout_parts *m, struct boxes *held)
{
    const int32_t most = page_text_height(m, false) / LIST_WHOLE;

    page_add_all(m, held, boxes_height(held) > most ? KEEP_NOT : KEEP_WHOLE);
}

void fields_make(struct flow *f, const struct doc_node *list)
{
    const struct field_columns c = measure_fields(f, list);
    const bool holds = f->paged && f->held == NULL && !in_rows(f, list);
    struct boxes held = {NULL, NULL};

    if (f->m->depth >= NESTING_MAX) {
        arena_fail(f->m->arena, ST_LIMIT);
        return;
    }
    f->m->depth++;
    if (holds)
        f->held = &held;
    if (in_rows(f, list))
        make_facts(f, list, &c);
    else
        make_list(f, list, &c);
    if (holds) {
        f->held = NULL;
        add_list(f->m, &held);
    }
    f->m->depth--;
}

/* --- contents --- */

/* The number's room is kept free, so that filling it moves nothing. */
static void add_page_number(struct flow *f, const struct doc_node *number,
                            struct text_style style, int32_t width,
                            struct box *line)
{
    struct layout_parts *m = f->m;
    const struct line_box box = {f->right - width, width, 0};
    struct boxes lines = {NULL, NULL};

    style.align = ALIGN_END;
    inline_atoms(m, number, &style, false);
    line_make(m, &style, box, &lines);
    if (lines.first != NULL)
        box_merge(m, line, lines.first, line->baseline - lines.first->baseline);
}

bool contents_are_ruled(const struct doc_node *contents)
{
    return contents->next != NULL && contents->next->kind == DOC_PAGE_BREAK;
}

/* Those that stand alone on a page have a rule above each section or part, and
   below the last. */
static void rule_contents(struct flow *f, enum keep keep)
{
    flow_space(f, 2 * FACTS_PADDING);
    rule_row(f, 0, false, keep);
    flow_space(f, 2 * FACTS_PADDING);
}

void contents_end(struct flow *f, const struct doc_node *contents)
{
    if (contents_are_ruled(contents))
        rule_contents(f, KEEP_NOT);
}

void contents_item(struct flow *f, const struct doc_node *item)
{
    struct layout_parts *m = f->m;
    const struct doc_node *reference = field_child(item, DOC_REFERENCE);
    const struct doc_node *number = field_child(item, DOC_PAGE_NUMBER);
    const bool heads = contents_are_ruled(item->parent) && item->level <= 2;
    const int32_t hang = m->sizes->number_column;
    int32_t left = flow_left(f) + hang;
    struct text_style style = f->style;
    struct flow text;
    int32_t width;

    if (reference == NULL)
        return;
    if (heads) {
        style.face |= FACE_BOLD;
        rule_contents(f, KEEP_STRONG);
    }
    width = inline_number_width(m, &style);
    if (item->level > 2)
        left += (item->level - 2) * m->sizes->list_indent;
    flow_init(&text, m, &style, left, f->right - width - style.size);
    if (block_has_label(reference))
        text.levels[0].hang = hang;
    else
        text.levels[0].left -= hang;
    flow_paragraph(&text, reference, &style, KEEP_NOT);
    if (number != NULL && text.out.last != NULL)
        add_page_number(f, number, style, width, text.out.last);
    flow_emit_all(f, &text.out);
    flow_space(f, m->sizes->paragraph_space / 2);
}
