#include "generators/chart_data.h"
#include "generators/data_table_rows.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"
#include "generators/structure_parts.h"

#include <stdlib.h>

#define DEPTH_MAX 12 /* groups below each other */
#define BOXES_MAX 20 /* that a picture can show and be taken in */

static int compare_text(struct str a, struct str b)
{
    const size_t n = a.len < b.len ? a.len : b.len;

    for (size_t i = 0; i < n; i++) {
        if (a.ptr[i] != b.ptr[i])
            return (unsigned char)a.ptr[i] < (unsigned char)b.ptr[i] ? -1 : 1;
    }
    return (a.len > b.len) - (a.len < b.len);
}

static int compare_keys(const void *a, const void *b)
{
    return compare_text(((const struct structure_key *)a)->text,
                        ((const struct structure_key *)b)->text);
}

/* What links rows, not what is printed. */
static struct str key_at(const struct structure_forest *f, size_t row,
                         size_t column)
{
    return column < f->table->ncolumns
               ? cell_as_typed(table_cell(f->table, row, column))
               : (struct str){NULL, 0};
}

static bool make_room(struct structure_forest *f)
{
    struct arena *a = f->d->arena;
    const size_t n = f->table->nrows;

    f->keys = arena_alloc(a, n, sizeof(*f->keys));
    f->above = arena_alloc(a, n, sizeof(*f->above));
    f->below = arena_alloc(a, n, sizeof(*f->below));
    f->beside = arena_alloc(a, n, sizeof(*f->beside));
    f->box = arena_alloc(a, n, sizeof(*f->box));
    f->boxes = arena_alloc(a, n, sizeof(*f->boxes));
    return f->keys != NULL && f->above != NULL && f->below != NULL &&
           f->beside != NULL && f->box != NULL && f->boxes != NULL;
}

/* The row that ROW belongs to, or STRUCTURE_NOBODY. */
static size_t find_parent(const struct structure_forest *f, size_t row)
{
    const struct structure_key wanted = {key_at(f, row, f->parent), row};
    const struct structure_key *found;

    if (wanted.text.len == 0)
        return STRUCTURE_NOBODY;
    found = bsearch(&wanted, f->keys, f->table->nrows, sizeof(*f->keys),
                    compare_keys);
    if (found != NULL)
        return found->row;
    finding(f->in->findings, FINDING_UNKNOWN_NAME,
            table_cell_place(f->table, row, f->parent),
            "no row is called `%.*s`", STR_ARG(wanted.text));
    return STRUCTURE_NOBODY;
}

static void link_rows(struct structure_forest *f)
{
    const size_t n = f->table->nrows;

    for (size_t r = 0; r < n; r++)
        f->keys[r] = (struct structure_key){key_at(f, r, f->key), r};
    qsort(f->keys, n, sizeof(*f->keys), compare_keys);
    f->first = STRUCTURE_NOBODY;
    for (size_t r = 0; r < n; r++)
        f->below[r] = STRUCTURE_NOBODY;
    for (size_t r = n; r-- > 0;) { /* from the last: siblings in order */
        f->above[r] = find_parent(f, r);
        if (f->above[r] == STRUCTURE_NOBODY) {
            f->beside[r] = f->first;
            f->first = r;
        } else {
            f->beside[r] = f->below[f->above[r]];
            f->below[f->above[r]] = r;
        }
    }
}

/* The row after ROW in a walk from the top, its children first. *DEPTH is the
   number of rows above it. */
static size_t following(const struct structure_forest *f, size_t row,
                        size_t *depth)
{
    if (f->below[row] != STRUCTURE_NOBODY) {
        (*depth)++;
        return f->below[row];
    }
    while (row != STRUCTURE_NOBODY && f->beside[row] == STRUCTURE_NOBODY) {
        row = f->above[row];
        (*depth)--;
    }
    return row == STRUCTURE_NOBODY ? STRUCTURE_NOBODY : f->beside[row];
}

static bool add_boxes(struct structure_forest *f)
{
    size_t depth = 0;

    for (size_t r = f->first; r != STRUCTURE_NOBODY;
         r = following(f, r, &depth)) {
        if (depth >= DEPTH_MAX) {
            finding(f->in->findings, FINDING_LIMIT,
                    table_cell_place(f->table, r, f->parent),
                    "this stands more than %d levels deep", DEPTH_MAX);
            return false;
        }
        f->box[r] = f->nboxes;
        f->boxes[f->nboxes++] = (struct picture_box){
            .name = structure_words_at(f, r, f->name),
            .role = structure_words_at(f, r, f->role),
            .parent = f->above[r] == STRUCTURE_NOBODY ? PICTURE_NO_PARENT
                                                      : f->box[f->above[r]],
        };
    }
    return true;
}

/* Rows that were not met belong to each other in a circle. */
static bool refuse_circle_of_parents(const struct structure_forest *f)
{
    size_t row = 0;

    if (f->nboxes == f->table->nrows)
        return false;
    for (; row < f->table->nrows; row++) {
        const size_t box = f->box[row];

        if (f->above[row] != STRUCTURE_NOBODY && box == 0)
            break;
    }
    finding(f->in->findings, FINDING_BAD_VALUE,
            table_cell_place(f->table, row, f->parent),
            "`%.*s` belongs to itself in the end",
            STR_ARG(key_at(f, row, f->key)));
    return true;
}

static struct chart_data words_around(const struct structure_forest *f)
{
    return (struct chart_data){
        .in = f->in,
        .d = f->d,
        .call = f->in->call->chart,
        .table = f->table,
    };
}

static struct doc_node *add_picture(const struct structure_forest *f,
                                    struct doc_node *section)
{
    struct picture *picture = arena_alloc(f->d->arena, 1, sizeof(*picture));
    struct doc_node *n = doc_add(f->d, section, DOC_PICTURE);

    if (picture == NULL || n == NULL)
        return NULL;
    picture->kind = PICTURE_STRUCTURE;
    picture->u.structure = (struct picture_structure){f->boxes, f->nboxes};
    n->at = f->in->data->at;
    n->audience = (uint8_t)f->in->data->audience;
    n->u.picture = picture;
    n->text = structure_has_words(f) ? structure_in_words(f)
                                     : structure_alternative(f);
    return n;
}

static struct doc_node *add_list(const struct structure_forest *f,
                                 struct doc_node *parent,
                                 const struct label_series *series)
{
    struct doc_node *list = doc_add(f->d, parent, DOC_LIST);

    if (list == NULL)
        return NULL;
    list->u.series = series;
    list->at = f->in->data->at;
    return list;
}

/* The same as a list in lists, for whoever does not see the picture. */
static void add_lists(const struct structure_forest *f,
                      struct doc_node *section)
{
    const struct label_series *series = generate_series(f->in);
    struct doc_node *lists[DEPTH_MAX] = {NULL};
    size_t depth = 0;
    size_t open = 0; /* lists that are */

    for (size_t r = f->first; r != STRUCTURE_NOBODY;
         r = following(f, r, &depth)) {
        const struct str text =
            structure_box_text(f, &f->boxes[f->box[r]], PHRASE_STRUCTURE_ITEM);
        struct doc_node *item;

        if (depth >= open)
            lists[depth] = add_list(
                f, depth == 0 ? section : lists[depth - 1]->last, series);
        open = depth + 1;
        item = doc_add(f->d, lists[depth], DOC_ITEM);
        if (item == NULL)
            return;
        item->at = table_cell_place(f->table, r, f->name);
        if (f->below[r] == STRUCTURE_NOBODY)
            doc_text(f->d, item, text);
        else
            doc_paragraph(f->d, item, text);
    }
    if (lists[0] != NULL)
        lists[0]->audience = (uint8_t)f->in->data->audience;
}

/* What leads to the lists, above them. */
static struct doc_node *add_lead(const struct structure_forest *f,
                                 struct doc_node *parent, struct str text)
{
    struct doc_node *p = doc_paragraph(f->d, parent, text);

    if (p == NULL)
        return NULL;
    p->role = ROLE_LEAD;
    p->unnumbered = true;
    p->keep_next = true;
    return p;
}

/* The lists where a screen can open them: on paper the picture and its words
   say the same. */
static void add_fold(const struct structure_forest *f, struct doc_node *section)
{
    struct doc_node *fold = doc_add(f->d, section, DOC_FOLD);
    struct placeholder placeholder = {
        "title", generate_expand(f->in, f->d, section, f->in->data->title,
                                 f->in->data->title_at)};

    if (fold == NULL)
        return;
    if (placeholder.value.len == 0)
        placeholder.value = f->table->kind->title;
    add_lead(
        f, fold,
        f->in->wording->phrases[PHRASE_CHART_LIST].len == 0
            ? placeholder.value
            : phrase_fill(f->in, f->d, PHRASE_CHART_LIST, &placeholder, 1));
    fold->at = f->in->at;
    fold->medium = MEDIUM_SCREEN;
    fold->audience = (uint8_t)f->in->data->audience;
    add_lists(f, fold);
}

/* What <chart> asks for. */
static void add_chart(const struct structure_forest *f,
                      struct doc_node *section)
{
    const enum chart_table table = f->in->call->chart->table;
    struct chart_data c = words_around(f);
    struct doc_node *n = add_picture(f, section);

    if (n == NULL)
        return;
    chart_title(&c, n);
    (void)chart_alternative_given(&c, n);
    chart_foot(&c, section);
    n->keep_next = section->last != n;
    if (table == CHART_TABLE_YES || !structure_has_words(f))
        add_lists(f, section);
    else if (table == CHART_TABLE_FOLD)
        add_fold(f, section);
}

/* The same of a generator that has no words of its own. */
static void add_diagram(const struct structure_forest *f,
                        struct doc_node *section)
{
    struct doc_node *n = add_picture(f, section);

    if (n == NULL)
        return;
    generate_caption(f->in, f->d, n);
    if (structure_has_words(f))
        add_fold(f, section);
    else
        add_lists(f, section);
}

/* The words of CAPTION stand above the lists instead. */
static void add_caption_as_lead(const struct structure_forest *f,
                                struct doc_node *section,
                                const struct doc_node *caption)
{
    struct doc_node *lead = add_lead(f, section, (struct str){NULL, 0});
    struct doc_node *next;

    if (lead == NULL)
        return;
    lead->at = f->in->data->at;
    lead->audience = (uint8_t)f->in->data->audience;
    for (struct doc_node *n = caption->first; n != NULL; n = next) {
        next = n->next;
        doc_append(lead, n);
    }
}

/* More boxes than a picture can show: their list alone. */
static void add_list_alone(const struct structure_forest *f,
                           struct doc_node *section)
{
    const bool chart = f->in->call->chart != NULL;
    struct doc_node *holder = doc_new(f->d->arena, DOC_PICTURE);
    struct chart_data c = words_around(f);

    if (holder == NULL)
        return;
    if (chart)
        chart_title(&c, holder);
    else
        generate_caption(f->in, f->d, holder);
    if (holder->first != NULL)
        add_caption_as_lead(f, section, holder->first);
    add_lists(f, section);
    if (chart)
        chart_foot(&c, section);
}

/* The column of the text that a box says besides its name. */
static size_t role_column(const struct structure_forest *f)
{
    const struct table *t = f->table;

    for (size_t i = 0; i < t->ncolumns; i++) {
        const struct kind_column *kind = t->columns[i].kind;

        if (i != f->key && i != f->name && i != f->parent && kind != NULL &&
            kind->type == TYPE_TEXT && !t->columns[i].hidden)
            return i;
    }
    return t->ncolumns;
}

/* Groups and what each belongs to, as a picture or as a list in lists. */
void generate_structure(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    const struct table *t = in->data->table;
    struct structure_forest f = {
        .in = in,
        .d = d,
        .table = t,
        .key = table_column_of_role(t, COLUMN_KEY),
        .name = table_column_of_role(t, COLUMN_LABEL),
        .parent = table_column_of_role(t, COLUMN_PARENT),
    };

    if (f.key == t->ncolumns || f.parent == t->ncolumns) {
        finding(in->findings, FINDING_MISSING, in->data->at,
                "%s has no columns of roles `key` and `parent`",
                in->data->file);
        return;
    }
    if (f.name == t->ncolumns)
        f.name = f.key;
    f.role = role_column(&f);
    if (t->nrows == 0) {
        data_table_add(in, d, section, in->form);
        return;
    }
    if (!make_room(&f))
        return;
    link_rows(&f);
    if (!add_boxes(&f) || refuse_circle_of_parents(&f))
        return;
    if (f.nboxes > BOXES_MAX)
        add_list_alone(&f, section);
    else if (in->call->chart != NULL)
        add_chart(&f, section);
    else
        add_diagram(&f, section);
}
