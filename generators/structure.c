#include "core/doc/picture.h"
#include "generators/chart_data.h"
#include "generators/data_table_rows.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

#include <stdlib.h>

#define DEPTH_MAX 12 /* groups below each other */
#define NOBODY SIZE_MAX
#define BOXES_MAX 20 /* that a picture can show and be taken in */

/* A row by its key, for looking up parents. */
struct key {
    struct str text;
    size_t row;
};

/*
 * Rows as a forest. Parents may stand anywhere in the data, so the links are
 * made first; a walk along them then meets each row below its parent.
 */
struct forest {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    size_t key, name, parent, role; /* columns; role may be ncolumns */
    struct key *keys;               /* sorted */
    size_t *above;                  /* by row: its parent, or NOBODY */
    size_t *below;                  /* its first child */
    size_t *beside;                 /* its next sibling */
    size_t first;                   /* of those below nobody */
    uint32_t *box;                  /* by row: its index in the picture */
    struct picture_box *boxes;
    uint32_t nboxes;
};

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
    return compare_text(((const struct key *)a)->text,
                        ((const struct key *)b)->text);
}

/* What links rows, not what is printed. */
static struct str key_at(const struct forest *f, size_t row, size_t column)
{
    return column < f->table->ncolumns
               ? cell_as_typed(table_cell(f->table, row, column))
               : (struct str){NULL, 0};
}

static struct str words_at(const struct forest *f, size_t row, size_t column)
{
    return column < f->table->ncolumns
               ? generate_cell_words(f->in, f->d, f->table, row, column)
               : (struct str){NULL, 0};
}

static bool make_room(struct forest *f)
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

/* The row that ROW belongs to, or NOBODY. */
static size_t find_parent(const struct forest *f, size_t row)
{
    const struct key wanted = {key_at(f, row, f->parent), row};
    const struct key *found;

    if (wanted.text.len == 0)
        return NOBODY;
    found = bsearch(&wanted, f->keys, f->table->nrows, sizeof(*f->keys),
                    compare_keys);
    if (found != NULL)
        return found->row;
    finding(f->in->findings, FINDING_UNKNOWN_NAME,
            table_cell_place(f->table, row, f->parent),
            "no row is called `%.*s`", STR_ARG(wanted.text));
    return NOBODY;
}

static void link_rows(struct forest *f)
{
    const size_t n = f->table->nrows;

    for (size_t r = 0; r < n; r++)
        f->keys[r] = (struct key){key_at(f, r, f->key), r};
    qsort(f->keys, n, sizeof(*f->keys), compare_keys);
    f->first = NOBODY;
    for (size_t r = 0; r < n; r++)
        f->below[r] = NOBODY;
    for (size_t r = n; r-- > 0;) { /* from the last: siblings in order */
        f->above[r] = find_parent(f, r);
        if (f->above[r] == NOBODY) {
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
static size_t following(const struct forest *f, size_t row, size_t *depth)
{
    if (f->below[row] != NOBODY) {
        (*depth)++;
        return f->below[row];
    }
    while (row != NOBODY && f->beside[row] == NOBODY) {
        row = f->above[row];
        (*depth)--;
    }
    return row == NOBODY ? NOBODY : f->beside[row];
}

static bool add_boxes(struct forest *f)
{
    size_t depth = 0;

    for (size_t r = f->first; r != NOBODY; r = following(f, r, &depth)) {
        if (depth >= DEPTH_MAX) {
            finding(f->in->findings, FINDING_LIMIT,
                    table_cell_place(f->table, r, f->parent),
                    "this stands more than %d levels deep", DEPTH_MAX);
            return false;
        }
        f->box[r] = f->nboxes;
        f->boxes[f->nboxes++] = (struct picture_box){
            .name = words_at(f, r, f->name),
            .role = words_at(f, r, f->role),
            .parent =
                f->above[r] == NOBODY ? PICTURE_NO_PARENT : f->box[f->above[r]],
        };
    }
    return true;
}

/* Rows that were not met belong to each other in a circle. */
static bool refuse_circle(const struct forest *f)
{
    size_t row = 0;

    if (f->nboxes == f->table->nrows)
        return false;
    for (; row < f->table->nrows; row++) {
        const size_t box = f->box[row];

        if (f->above[row] != NOBODY && box == 0)
            break;
    }
    finding(f->in->findings, FINDING_BAD_VALUE,
            table_cell_place(f->table, row, f->parent),
            "`%.*s` belongs to itself in the end",
            STR_ARG(key_at(f, row, f->key)));
    return true;
}

static struct str alternative(const struct forest *f)
{
    struct arena *a = f->d->arena;
    struct str *tops = arena_alloc(a, f->table->nrows, sizeof(*tops));
    struct placeholder placeholders[] = {
        {"count", arena_printf(a, "%u", (unsigned)f->nboxes)},
        {"tops", {NULL, 0}},
    };
    size_t n = 0;

    if (tops == NULL)
        return (struct str){NULL, 0};
    for (size_t r = f->first; r != NOBODY; r = f->beside[r])
        tops[n++] = words_at(f, r, f->name);
    placeholders[1].value = phrase_join(
        f->in, f->d, tops, n, PHRASE_LIST_SEPARATOR, PHRASE_LIST_LAST);
    return phrase_fill(f->in, f->d, PHRASE_STRUCTURE_ALT, placeholders, 2);
}

/* A box as words: what it is, and what else is said of it. */
static struct str box_text(const struct forest *f, const struct picture_box *b,
                           enum phrase phrase)
{
    const struct placeholder placeholders[] = {
        {"name", b->name},
        {"role", b->role},
    };

    if (b->role.len == 0)
        return b->name;
    return phrase_fill(f->in, f->d, phrase, placeholders, 2);
}

/* The boxes that belong to PARENT, as words. */
static struct str boxes_below(const struct forest *f, uint32_t parent)
{
    struct str *texts = arena_alloc(f->d->arena, f->nboxes, sizeof(*texts));
    size_t n = 0;

    for (uint32_t i = 0; texts != NULL && i < f->nboxes; i++) {
        if (f->boxes[i].parent == parent)
            texts[n++] = box_text(f, &f->boxes[i], PHRASE_ALT_BOX);
    }
    return phrase_join(f->in, f->d, texts, n, PHRASE_ALT_SEPARATOR,
                       PHRASE_ALT_SEPARATOR);
}

/* Whether the wording can say all that the picture shows. */
static bool has_words_for_all(const struct forest *f)
{
    const struct str *phrases = f->in->wording->phrases;

    return phrases[PHRASE_ALT_BOXES].len > 0 &&
           phrases[PHRASE_ALT_BELOW].len > 0 && phrases[PHRASE_ALT_BOX].len > 0;
}

/* All boxes, and which belong to which, in the order in which they are read. */
static struct str all_in_words(const struct forest *f)
{
    struct placeholder top[] = {
        {"count", arena_printf(f->d->arena, "%u", (unsigned)f->nboxes)},
        {"boxes", boxes_below(f, PICTURE_NO_PARENT)},
    };
    struct buf text;
    struct str made;

    buf_init(&text, f->d->arena->limit);
    buf_str(&text, phrase_fill(f->in, f->d, PHRASE_ALT_BOXES, top, 2));
    for (uint32_t i = 0; i < f->nboxes; i++) {
        const struct placeholder below[] = {
            {"name", f->boxes[i].name},
            {"boxes", boxes_below(f, i)},
        };

        if (below[1].value.len == 0)
            continue;
        buf_char(&text, ' ');
        buf_str(&text, phrase_fill(f->in, f->d, PHRASE_ALT_BELOW, below, 2));
    }
    if (buf_status(&text) != ST_OK)
        arena_fail(f->d->arena, buf_status(&text));
    made = arena_str(f->d->arena, buf_view(&text));
    buf_free(&text);
    return made;
}

static struct chart_data words_around(const struct forest *f)
{
    return (struct chart_data){
        .in = f->in,
        .d = f->d,
        .call = f->in->call->chart,
        .table = f->table,
    };
}

static struct doc_node *add_picture(const struct forest *f,
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
    n->text = has_words_for_all(f) ? all_in_words(f) : alternative(f);
    return n;
}

static struct doc_node *add_list(const struct forest *f,
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
static void add_lists(const struct forest *f, struct doc_node *section)
{
    const struct label_series *series = generate_series(f->in);
    struct doc_node *lists[DEPTH_MAX] = {NULL};
    size_t depth = 0;
    size_t open = 0; /* lists that are */

    for (size_t r = f->first; r != NOBODY; r = following(f, r, &depth)) {
        const struct str text =
            box_text(f, &f->boxes[f->box[r]], PHRASE_STRUCTURE_ITEM);
        struct doc_node *item;

        if (depth >= open)
            lists[depth] = add_list(
                f, depth == 0 ? section : lists[depth - 1]->last, series);
        open = depth + 1;
        item = doc_add(f->d, lists[depth], DOC_ITEM);
        if (item == NULL)
            return;
        item->at = table_cell_place(f->table, r, f->name);
        if (f->below[r] == NOBODY)
            doc_text(f->d, item, text);
        else
            doc_paragraph(f->d, item, text);
    }
    if (lists[0] != NULL)
        lists[0]->audience = (uint8_t)f->in->data->audience;
}

/* What leads to the lists, above them. */
static struct doc_node *add_lead(const struct forest *f,
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
static void add_fold(const struct forest *f, struct doc_node *section)
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
static void add_chart(const struct forest *f, struct doc_node *section)
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
    if (table == CHART_TABLE_YES || !has_words_for_all(f))
        add_lists(f, section);
    else if (table == CHART_TABLE_FOLD)
        add_fold(f, section);
}

/* The same of a generator that has no words of its own. */
static void add_diagram(const struct forest *f, struct doc_node *section)
{
    struct doc_node *n = add_picture(f, section);

    if (n == NULL)
        return;
    generate_caption(f->in, f->d, n);
    if (has_words_for_all(f))
        add_fold(f, section);
    else
        add_lists(f, section);
}

/* The words of CAPTION stand above the lists instead. */
static void add_caption_as_lead(const struct forest *f,
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
static void add_list_alone(const struct forest *f, struct doc_node *section)
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
static size_t role_column(const struct forest *f)
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
    struct forest f = {
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
    if (!add_boxes(&f) || refuse_circle(&f))
        return;
    if (f.nboxes > BOXES_MAX)
        add_list_alone(&f, section);
    else if (in->call->chart != NULL)
        add_chart(&f, section);
    else
        add_diagram(&f, section);
}
