#include "generators/chart_draw.h"
#include "generators/chart_data.h"
#include "generators/chart_takes.h"
#include "generators/data_table_rows.h"
#include "generators/fault_note.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

/* The words of what leads to the table: the picture's title. */
static struct str lead(const struct chart_data *c, const struct doc_node *node)
{
    struct placeholder placeholder = {
        "title", generate_expand(c->in, c->d, node, c->in->data->title,
                                 c->in->data->title_at)};

    if (placeholder.value.len == 0)
        placeholder.value = c->table->kind->title;
    if (node->first != NULL && node->first->first != NULL)
        placeholder.value = node->first->first->text;
    if (c->in->wording->phrases[PHRASE_CHART_FIGURES].len == 0)
        return placeholder.value;
    return phrase_fill(c->in, c->d, PHRASE_CHART_FIGURES, &placeholder, 1);
}

/* The same cells as a table: once, below. */
static void add_table(const struct chart_data *c, const struct doc_node *node,
                      struct doc_node *section)
{
    const bool folds = c->call->table == CHART_TABLE_FOLD;
    struct generator_in in = *c->in;
    struct generator_call call = *c->in->call;
    struct doc_node *into = section;
    struct doc_node *p;

    if (c->call->table == CHART_TABLE_NO)
        return;
    if (folds) {
        into = doc_add(c->d, section, DOC_FOLD);
        p = doc_paragraph(c->d, into, lead(c, node));
        if (p == NULL)
            return;
        into->at = c->call->at;
        into->audience = (uint8_t)c->in->data->audience;
        p->role = ROLE_LEAD;
        p->unnumbered = true;
        call.caption = STR_LIT(""); /* the lead says it */
    } else {
        call.caption = (struct str){NULL, 0};
    }
    call.chart = NULL;
    in.call = &call;
    data_table_add(&in, c->d, into, in.form);
}

/* Marks of amounts that the report owns up to, at the title; without one their
   words stand below. */
static void add_notes(struct chart_data *c, struct doc_node *node,
                      struct doc_node *notes)
{
    for (size_t i = 0; i < (size_t)c->ncategories * c->nseries; i++) {
        const struct chart_value *v = &c->values[i];
        const struct computed *fault =
            v->cell == NULL
                ? NULL
                : figures_fault(c->in->figures, c->table, v->row, v->column);
        struct str words;

        if (fault == NULL)
            continue;
        words = fault_text(c->d->arena, c->in->wording, fault,
                           cell_form_of_column(&c->table->columns[v->column]));
        node->text = arena_printf(c->d->arena, "%.*s %.*s", STR_ARG(node->text),
                                  STR_ARG(words));
        if (node->first != NULL)
            fault_note(c->in, c->d, node->first, notes, words,
                       fault->acknowledged->at);
        else
            doc_paragraph(c->d, notes, words);
    }
}

static void add_picture(struct chart_data *c, struct doc_node *section)
{
    struct picture *picture = chart_model(c);
    struct doc_node *node = doc_new(c->d->arena, DOC_PICTURE);
    struct doc_node *notes = doc_new(c->d->arena, DOC_FRAGMENT);

    if (picture == NULL || node == NULL || notes == NULL)
        return;
    chart_prove_rest(c);
    chart_axis(c, &picture->u.bars);
    node->at = c->call->at;
    node->audience = (uint8_t)c->in->data->audience;
    node->u.picture = picture;
    doc_append(section, node);
    chart_title(c, node);
    chart_alternative(c, node);
    chart_foot(c, section);
    node->keep_next = section->last != node;
    add_notes(c, node, notes);
    add_table(c, node, section);
    fault_notes_end(notes, section, node->audience);
}

static bool arrange(struct chart_data *c)
{
    chart_sort(c);
    return chart_rest(c);
}

void generate_chart_picture(const struct generator_in *in, struct doc *d,
                            struct doc_node *section)
{
    struct chart_data c = {
        .in = in,
        .d = d,
        .call = in->call->chart,
        .table = in->data->table,
    };

    if (chart_takes(&c, ~(unsigned)CHART_TAKES_DAYS,
                    "a `timeline` has an axis of days") &&
        chart_columns(&c) && chart_values(&c) && arrange(&c) && chart_prove(&c))
        add_picture(&c, section);
}
