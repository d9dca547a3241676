#include "figures/figure.h"

enum figure_type figure_type_of(enum value_type type)
{
    static const enum figure_type types[TYPE_MAX] = {
        [TYPE_TEXT] = FIGURE_TEXT,       [TYPE_PROSE] = FIGURE_TEXT,
        [TYPE_MONEY] = FIGURE_MONEY,     [TYPE_NUMBER] = FIGURE_NUMBER,
        [TYPE_PERCENT] = FIGURE_PERCENT, [TYPE_DATE] = FIGURE_DATE,
        [TYPE_PERIOD] = FIGURE_TEXT,     [TYPE_YEAR] = FIGURE_YEAR,
        [TYPE_CHOICE] = FIGURE_TEXT,     [TYPE_MEASURE] = FIGURE_NUMBER,
    };

    return types[type];
}

const char *figure_type_name(enum figure_type type)
{
    static const char *const names[] = {
        [FIGURE_NONE] = "nothing",          [FIGURE_TEXT] = "text",
        [FIGURE_NUMBER] = "a number",       [FIGURE_MONEY] = "money",
        [FIGURE_PERCENT] = "a percentage",  [FIGURE_DATE] = "a date",
        [FIGURE_YEAR] = "a financial year", [FIGURE_BOOL] = "true or false",
        [FIGURE_BLANK] = "a blank",
    };

    return names[type];
}

bool figure_type_is_numeric(enum figure_type type)
{
    return type == FIGURE_NUMBER || type == FIGURE_MONEY ||
           type == FIGURE_PERCENT;
}

struct figure figure_of_decimal(enum value_type type, struct decimal number)
{
    const struct cell cell = cell_of_decimal(type, number);

    return figure_of_value(type, &cell, NOWHERE);
}

struct figure figure_of_date(struct date date)
{
    const struct cell cell = {
        .value.date = date,
        .state = date.year == 0 ? CELL_BLANK : CELL_VALUE,
    };

    return figure_of_value(TYPE_DATE, &cell, NOWHERE);
}

struct figure figure_of_text(struct str text)
{
    const struct cell cell = {
        .ptr = text.ptr, .len = (uint32_t)text.len, .state = CELL_VALUE};

    return figure_of_value(TYPE_TEXT, &cell, NOWHERE);
}

struct decimal figure_decimal(const struct figure *f)
{
    struct decimal d = {0, 0};

    (void)cell_decimal(f->form.type, &f->cell, &d);
    return d;
}

bool figure_is_difference(const struct figure *f)
{
    return f->difference || kind_column_is_difference(f->form.kind);
}

struct figure figure_said_at(struct figure f, struct place at)
{
    f.at = at;
    return f;
}

struct figure figure_of_value(enum value_type type, const struct cell *cell,
                              struct place at)
{
    struct cell base;
    struct figure f = {.type = figure_type_of(type),
                       .cell = *cell,
                       .form = cell_form_of_type(type),
                       .at = at};

    if (type == TYPE_MEASURE && cell->state == CELL_VALUE) {
        f.form.type = cell_of_measure(cell, &base);
        f.type = figure_type_of(f.form.type);
        f.cell = base;
    }
    if (cell->state == CELL_BAD)
        f.type = FIGURE_NONE;
    else if (cell->state != CELL_VALUE)
        f.type = FIGURE_BLANK;
    return f;
}

struct figure figure_of_rows(struct figure f, const struct table *t,
                             size_t column)
{
    f.of_table = t;
    f.of_row = t->nrows;
    f.of_column = column;
    return f;
}

struct figure figure_of_cell(const struct table *t, size_t row, size_t column)
{
    const struct cell_form form = cell_form_of_column(&t->columns[column]);
    struct figure f = figure_of_value(form.type, table_cell(t, row, column),
                                      table_cell_place(t, row, column));

    f.of_table = table_row_is_made(t, row) ? t : NULL;
    f.of_row = row;
    f.of_column = column;
    if (form.type == TYPE_MEASURE) {
        f.form.decimals = f.cell.scale > 0 ? MONEY_SCALE : 0;
        return f;
    }
    f.form = form;
    /* A choice is called by its own name, whatever its cell says. */
    if (form.type == TYPE_CHOICE && f.type == FIGURE_TEXT &&
        (uint64_t)f.cell.value.choice < form.kind->nchoices) {
        f.cell.ptr = form.kind->choices[f.cell.value.choice].ptr;
        f.cell.len = (uint32_t)form.kind->choices[f.cell.value.choice].len;
        f.cell.marked = 0;
    }
    return f;
}

static bool read_year(struct str text, struct figure *figure)
{
    const struct cell cell = {.value.year = financial_year_read(text),
                              .state = CELL_VALUE};

    *figure = figure_of_value(TYPE_YEAR, &cell, NOWHERE);
    return cell.value.year != 0;
}

bool figure_read(const struct wording *w, enum figure_type type,
                 struct str text, struct figure *figure)
{
    struct decimal d;
    struct date date;

    switch (type) {
    case FIGURE_TEXT: *figure = figure_of_text(text); return true;
    case FIGURE_NUMBER:
        if (decimal_read(text, STR_LIT(""), &d) != NUMBER_OK)
            return false;
        *figure = figure_of_decimal(TYPE_NUMBER, d);
        return true;
    case FIGURE_MONEY:
        if (decimal_read(text, w->currency, &d) != NUMBER_OK)
            return false;
        *figure = figure_of_decimal(TYPE_MONEY, d);
        return true;
    case FIGURE_PERCENT:
        if (decimal_read_percent(text, &d) != NUMBER_OK)
            return false;
        *figure = figure_of_decimal(TYPE_PERCENT, d);
        return true;
    case FIGURE_DATE:
        if (date_read(text, &w->calendar, &date) != DATE_OK)
            return false;
        *figure = figure_of_date(date);
        return true;
    case FIGURE_YEAR: return read_year(text, figure);
    case FIGURE_NONE:
    case FIGURE_BOOL:
    case FIGURE_BLANK: break;
    }
    return false;
}

struct str figure_typed(const struct figure *f)
{
    return f->cell.state == CELL_BLANK ? (struct str){NULL, 0}
                                       : cell_as_typed(&f->cell);
}

/* A text is what a report gives in a header field: what reads as nought there
   is no more true than a figure that is. */
static bool text_is_true(const struct wording *w, const struct figure *f)
{
    struct decimal d;

    if (f->cell.len == 0 || wording_word(w, figure_typed(f)) == WORD_NO)
        return false;
    return (decimal_read(figure_typed(f), w->currency, &d) != NUMBER_OK &&
            decimal_read_percent(figure_typed(f), &d) != NUMBER_OK) ||
           d.coefficient != 0;
}

bool figure_true(const struct wording *w, const struct figure *f)
{
    switch (f->type) {
    case FIGURE_NUMBER:
    case FIGURE_MONEY:
    case FIGURE_PERCENT: return figure_decimal(f).coefficient != 0;
    case FIGURE_BOOL: return f->truth;
    case FIGURE_DATE:
    case FIGURE_YEAR: return true;
    case FIGURE_TEXT: return text_is_true(w, f);
    case FIGURE_BLANK:
    case FIGURE_NONE: break;
    }
    return false;
}

bool figure_empty(const struct figure *f)
{
    return (f->type == FIGURE_TEXT || f->type == FIGURE_BLANK) &&
           str_trim(figure_typed(f)).len == 0;
}

/* What one percentage is more than another, by the decimals that it asks for;
   empty where the wording has no words for it. */
static struct str points_text(struct arena *arena, const struct wording *w,
                              const struct figure *f)
{
    struct decimal d = figure_decimal(f);
    struct cell_form form = f->form;
    struct placeholder texts[1];
    struct cell cell;
    bool is_one;

    if (form.places > 0 && !decimal_round(d, (uint8_t)(form.places - 1), &d))
        return (struct str){NULL, 0};
    is_one = decimal_compare(d, (struct decimal){1, 0}) == 0 ||
             decimal_compare(d, (struct decimal){-1, 0}) == 0;
    form.type = TYPE_NUMBER;
    form.pipe = PIPE_PLAIN;
    cell = cell_of_decimal(TYPE_NUMBER, d);
    texts[0] =
        (struct placeholder){"number", cell_text(arena, w, &form, &cell)};
    return wording_fill(
        arena,
        w->phrases[is_one ? PHRASE_PERCENTAGE_POINT : PHRASE_PERCENTAGE_POINTS],
        texts, 1);
}

struct str figure_text(struct arena *arena, const struct wording *wording,
                       const struct figure *f)
{
    const struct str points = f->difference && f->type == FIGURE_PERCENT &&
                                      f->form.pipe != PIPE_NUMBER
                                  ? points_text(arena, wording, f)
                                  : (struct str){NULL, 0};

    if (points.len > 0)
        return points;
    if (f->type == FIGURE_BOOL)
        return wording->phrases[f->truth ? PHRASE_YES : PHRASE_NO];
    if (f->type == FIGURE_NONE)
        return (struct str){NULL, 0};
    return cell_text(arena, wording, &f->form, &f->cell);
}
