#include "output/layout/layout_parts.h"

#include <limits.h>

#define COLUMNS_MOST 4
#define COLUMNS_BEST 3
#define COLUMN_LEAST MPT_OF_MM(30) /* wide */
#define COLUMN_GAP MPT_OF_MM(8)
#define RULE_HEIGHT 1500 /* milli-points: above each */
#define RULE_SPACE 3400  /* below the rule */
#define ROW_SPACE 10000  /* between rows */

/* Key figures that stand beside each other. */
struct key_row {
    const struct doc_node *fields[COLUMNS_MOST];
    int n;
    int32_t left;
    int32_t width; /* of each */
};

/* What they have in common from top to bottom. */
enum band {
    BAND_NAME,
    BAND_FIGURE,
    BAND_WORDS,
    BAND_MAX,
};

static int count_figures(const struct doc_node *list)
{
    int n = 0;

    for (const struct doc_node *field = field_printed(list->first);
         field != NULL && n < INT_MAX; field = field_printed(field->next))
        n++;
    return n;
}

/* Three beside each other; four, or two, where three would leave the last
   alone. No column is narrower than LEAST. */
static int count_columns(int32_t width, int32_t least, int figures)
{
    const int fit = (int)((width + COLUMN_GAP) / (least + COLUMN_GAP));
    const bool alone = figures > 1 && figures % COLUMNS_BEST == 1;

    if (fit < COLUMNS_BEST)
        return fit < 1 ? 1 : fit;
    if (!alone)
        return COLUMNS_BEST;
    if (fit >= COLUMNS_MOST && figures % COLUMNS_MOST != 1)
        return COLUMNS_MOST;
    return figures % 2 == 0 ? 2 : COLUMNS_BEST;
}

/* The first block that BAND has of FIELD; NULL: none. */
static const struct doc_node *first_in_band(const struct doc_node *field,
                                            enum band band)
{
    const struct doc_node *value = field_child(field, DOC_FIELD_VALUE);

    if (band == BAND_NAME)
        return field_child(field, DOC_FIELD_NAME);
    if (value == NULL)
        return NULL;
    if (block_holds_inlines(value))
        return band == BAND_FIGURE ? value : NULL;
    if (band == BAND_FIGURE || value->first == NULL)
        return value->first;
    return value->first->next;
}

static struct text_style band_style(const struct layout_parts *m,
                                    enum band band)
{
    const struct house_colours *colours = &m->style->house->colours;

    if (band == BAND_NAME)
        return text_style(m, SET_SMALL, FACE_REGULAR, colours->secondary);
    if (band == BAND_FIGURE)
        return text_style(m, SET_KEY_FIGURE, FACE_BOLD, colours->text);
    return text_style(m, SET_SMALL, FACE_REGULAR, colours->text);
}

/* What a column needs so that no figure of LIST is broken. */
static int32_t column_least(struct layout_parts *m, const struct doc_node *list)
{
    const struct text_style style = band_style(m, BAND_FIGURE);
    int32_t least = COLUMN_LEAST;

    for (const struct doc_node *field = field_printed(list->first);
         field != NULL; field = field_printed(field->next)) {
        const struct doc_node *figure = first_in_band(field, BAND_FIGURE);
        int32_t width;

        if (figure == NULL || !block_holds_inlines(figure))
            continue;
        inline_atoms(m, figure, &style, false);
        width = line_extent(m).min;
        least = width > least ? width : least;
    }
    return least;
}

static int32_t column_left(const struct key_row *row, int i)
{
    return row->left + i * (row->width + COLUMN_GAP);
}

/* One BAND of FIELD in column I. */
static void make_part(struct flow *f, const struct key_row *row, int i,
                      enum band band, struct boxes *out)
{
    const struct doc_node *field = row->fields[i];
    const struct text_style style = band_style(f->m, band);
    const int32_t left = column_left(row, i);
    const struct doc_node *n = first_in_band(field, band);
    struct flow part;

    flow_init(&part, f->m, &style, left, left + row->width);
    if (band == BAND_NAME)
        flow_target(f, field);
    for (; n != NULL && layout_ok(f->m); n = n->next) {
        if (n->medium != MEDIUM_SCREEN) {
            flow_target(f, n);
            flow_paragraph(&part, n, &style, KEEP_NOT);
        }
        if (band != BAND_WORDS)
            break;
    }
    *out = part.out;
}

static void add_band(struct flow *f, const struct key_row *row, enum band band,
                     struct boxes *all)
{
    struct boxes joined = {NULL, NULL};

    for (int i = 0; i < row->n; i++) {
        struct boxes left = joined;
        struct boxes part = {NULL, NULL};

        joined = (struct boxes){NULL, NULL};
        make_part(f, row, i, band, &part);
        boxes_beside(f->m, &left, &part, &joined);
    }
    for (struct box *s = boxes_take(&joined); s != NULL;
         s = boxes_take(&joined))
        boxes_add(all, s);
}

static void add_rules(struct flow *f, const struct key_row *row,
                      struct boxes *all)
{
    struct box *s = box_new(f->m, RULE_HEIGHT + RULE_SPACE);

    if (s == NULL)
        return;
    for (int i = 0; i < row->n; i++) {
        struct layout_item *rule = item_fill(f->m, ARTIFACT_RULE, NULL,
                                             f->m->style->house->colours.text);

        if (rule == NULL)
            return;
        rule->x = column_left(row, i);
        rule->width = row->width;
        rule->height = RULE_HEIGHT;
        box_item(s, rule);
    }
    boxes_add(all, s);
}

/* On one page. */
static void emit_row(struct flow *f, const struct key_row *row)
{
    struct boxes all = {NULL, NULL};

    add_rules(f, row, &all);
    for (int band = 0; band < BAND_MAX; band++)
        add_band(f, row, (enum band)band, &all);
    for (struct box *s = all.first; s != NULL; s = s->next)
        s->keep = s->next == NULL ? KEEP_NOT : KEEP_STRONG;
    flow_emit_all(f, &all);
    flow_space(f, ROW_SPACE);
}

void key_figures_make(struct flow *f, const struct doc_node *list)
{
    const int32_t room = f->right - flow_left(f);
    const int columns =
        count_columns(room, column_least(f->m, list), count_figures(list));
    struct key_row row = {
        .n = 0,
        .left = flow_left(f),
        .width = (room - (columns - 1) * COLUMN_GAP) / columns,
    };

    for (const struct doc_node *n = field_printed(list->first);
         n != NULL && layout_ok(f->m); n = field_printed(n->next)) {
        row.fields[row.n++] = n;
        if (row.n < columns && field_printed(n->next) != NULL)
            continue;
        emit_row(f, &row);
        row.n = 0;
    }
}
