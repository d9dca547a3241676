#include "generators/drawn_parts.h"

/* Choices as symbols before their words. */

static const struct kind_choice *choice_at(const struct drawn_column *c,
                                           size_t row)
{
    const struct cell *cell = table_cell(c->table, row, c->index);
    size_t i;

    if (cell->state != CELL_VALUE || c->kind->described == NULL ||
        !row_is_plain(c->table->row_roles[row]))
        return NULL;
    i = kind_column_choice(c->kind, cell_as_typed(cell));
    return i < c->kind->nchoices ? &c->kind->described[i] : NULL;
}

static bool has_statuses(const struct drawn_column *c)
{
    for (size_t i = 0; c->type == TYPE_CHOICE && c->kind->described != NULL &&
                       i < c->kind->nchoices;
         i++) {
        if (c->kind->described[i].status != STATUS_NONE)
            return true;
    }
    return false;
}

static bool begin_status(struct drawn_column *c)
{
    size_t drawn = 0;
    bool sound = true;

    for (size_t r = 0; r < c->table->nrows; r++) {
        const struct kind_choice *choice = choice_at(c, r);

        if (choice == NULL)
            continue;
        drawn++;
        if (choice->status != STATUS_NONE)
            continue;
        finding(c->in->findings, FINDING_CHART_EMPTY,
                table_cell_place(c->table, r, c->index),
                "the choice `%.*s` says no status, so there is nothing to "
                "draw beside it",
                STR_ARG(choice->value));
        finding_hint(c->in->findings,
                     "say status= in its <choice> of the "
                     "kind `%s`",
                     c->table->kind->id);
        sound = false;
    }
    if (drawn == 0)
        return drawn_empty(c, "no row has one of its choices");
    return sound;
}

static const struct {
    uint8_t shape;
    uint8_t tone;
} statuses[STATUS_NONE] = {
    [STATUS_ON_TRACK] = {SHAPE_CIRCLE, TONE_GOOD},
    [STATUS_AT_RISK] = {SHAPE_TRIANGLE, TONE_RISK},
    [STATUS_OFF_TRACK] = {SHAPE_SQUARE, TONE_ADVERSE},
    [STATUS_COMPLETE] = {SHAPE_CHECK, TONE_TEXT},
    [STATUS_NOT_STARTED] = {SHAPE_RING, TONE_TEXT},
    [STATUS_NO_DATA] = {SHAPE_CROSS, TONE_NEUTRAL},
};

static void row_of_status(const struct drawn_column *c, size_t row,
                          struct cell_drawing *drawing)
{
    const struct kind_choice *choice = choice_at(c, row);
    struct cell_mark *m;

    if (choice == NULL || choice->status == STATUS_NONE)
        return;
    m = drawn_marks(c, drawing, 1);
    if (m != NULL)
        *m = (struct cell_mark){.shape = statuses[choice->status].shape,
                                .tone = statuses[choice->status].tone,
                                .to = SCALE_WIDTH};
}

const struct drawer drawer_status = {
    .room = {ROOM_SYMBOL, false},
    .takes = "choices that say their status in the kind",
    .fits = has_statuses,
    .begin = begin_status,
    .row = row_of_status,
};

/* --- arrows --- */

static bool has_directions(const struct drawn_column *c)
{
    for (size_t i = 0; c->type == TYPE_CHOICE && c->kind->described != NULL &&
                       i < c->kind->nchoices;
         i++) {
        const enum choice_meaning means = c->kind->described[i].means;

        if (means == MEANS_BETTER || means == MEANS_WORSE ||
            means == MEANS_SAME || means == MEANS_UP || means == MEANS_DOWN)
            return true;
    }
    return false;
}

/* Up is better, whatever the figures do. Of a choice that says only that they
   rose or fell the arrow says no more than the word beside it. */
static uint8_t arrow_of(const struct kind_choice *choice)
{
    switch (choice->means) {
    case MEANS_BETTER:
    case MEANS_UP: return SHAPE_UP;
    case MEANS_WORSE:
    case MEANS_DOWN: return SHAPE_DOWN;
    case MEANS_SAME: return SHAPE_LEVEL;
    default: return SHAPE_MAX;
    }
}

/* What is new is neither better nor worse: it has no arrow. */
static bool begin_arrow(struct drawn_column *c)
{
    for (size_t r = 0; r < c->table->nrows; r++) {
        const struct kind_choice *choice = choice_at(c, r);

        if (choice != NULL && arrow_of(choice) != SHAPE_MAX)
            return true;
    }
    return drawn_empty(c, "no row is better, worse or the same");
}

static void row_of_arrow(const struct drawn_column *c, size_t row,
                         struct cell_drawing *drawing)
{
    const struct kind_choice *choice = choice_at(c, row);
    struct cell_mark *m;

    if (choice == NULL || arrow_of(choice) == SHAPE_MAX)
        return;
    m = drawn_marks(c, drawing, 1);
    if (m != NULL)
        *m = (struct cell_mark){
            .shape = arrow_of(choice), .tone = TONE_TEXT, .to = SCALE_WIDTH};
}

const struct drawer drawer_arrow = {
    .room = {ROOM_SYMBOL, false},
    .takes = "choices whose `means` in the kind says what is better",
    .fits = has_directions,
    .begin = begin_arrow,
    .row = row_of_arrow,
};
