#include "figures/figure.h"

enum figure_type figure_type_of(enum value_type type)
{
    static const enum figure_type types[TYPE_MAX] = {
        [TYPE_TEXT] = FIGURE_TEXT,       [TYPE_PROSE] = FIGURE_TEXT,
        [TYPE_MONEY] = FIGURE_MONEY,     [TYPE_NUMBER] = FIGURE_NUMBER,
        [TYPE_PERCENT] = FIGURE_PERCENT, [TYPE_DATE] = FIGURE_DATE,
        [TYPE_PERIOD] = FIGURE_TEXT,     [TYPE_YEAR] = FIGURE_YEAR,
        [TYPE_CHOICE] = FIGURE_TEXT,
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

bool figure_decimal(enum value_type type, const struct cell *cell,
                    struct decimal *value)
{
    if (cell->state != CELL_VALUE)
        return false;
    if (type == TYPE_MONEY)
        *value = decimal_pence(cell->value.pence);
    else if (type == TYPE_NUMBER || type == TYPE_PERCENT)
        *value = (struct decimal){cell->value.coefficient, cell->scale};
    else
        return false;
    return true;
}

struct figure figure_of_value(enum value_type type, const struct cell *cell,
                              struct place at)
{
    struct figure f = {.type = figure_type_of(type), .at = at};

    if (cell->state == CELL_BAD)
        return (struct figure){.type = FIGURE_NONE, .at = at};
    if (cell->state != CELL_BLANK)
        f.text = cell_text(cell);
    if (cell->state != CELL_VALUE)
        f.type = FIGURE_BLANK;
    else if (type == TYPE_DATE)
        f.date = cell->value.date;
    else if (type == TYPE_YEAR)
        f.year = (int)cell->value.year;
    else if (figure_type_is_numeric(f.type))
        (void)figure_decimal(type, cell, &f.number);
    return f;
}

struct figure figure_of_cell(const struct table *t, size_t row, size_t column)
{
    const struct column *c = &t->columns[column];
    const enum value_type type = c->kind == NULL ? TYPE_TEXT : c->kind->type;

    return figure_of_value(type, table_cell(t, row, column),
                           table_cell_place(t, row, column));
}

bool figure_read(const struct wording *w, enum figure_type type,
                 struct str text, struct figure *figure)
{
    struct figure f = {.type = type, .text = text};
    bool read = false;

    if (type == FIGURE_TEXT) {
        read = true;
    } else if (type == FIGURE_NUMBER) {
        read = decimal_read(text, STR_LIT(""), &f.number) == NUMBER_OK;
    } else if (type == FIGURE_MONEY) {
        read = decimal_read(text, w->currency, &f.number) == NUMBER_OK;
    } else if (type == FIGURE_PERCENT) {
        read = decimal_read_percent(text, &f.number) == NUMBER_OK;
    } else if (type == FIGURE_DATE) {
        read = date_read(text, &w->calendar, &f.date) == DATE_OK;
    } else if (type == FIGURE_YEAR) {
        f.year = financial_year_read(text);
        read = f.year != 0;
    }
    if (read)
        *figure = f;
    return read;
}

static enum figure_relation relation(int order)
{
    if (order == 0)
        return RELATION_EQUAL;
    return order < 0 ? RELATION_LESS : RELATION_GREATER;
}

static enum figure_relation compare_blank(struct figure a, struct figure b)
{
    const bool texts = (a.type == FIGURE_BLANK || a.type == FIGURE_TEXT) &&
                       (b.type == FIGURE_BLANK || b.type == FIGURE_TEXT);

    return texts && str_same_word(a.text, b.text) ? RELATION_EQUAL
                                                  : RELATION_OTHER;
}

/* Of two that have the same type, or are both numeric. */
static enum figure_relation compare_alike(struct figure a, struct figure b)
{
    switch (a.type) {
    case FIGURE_NUMBER:
    case FIGURE_MONEY:
    case FIGURE_PERCENT: return relation(decimal_compare(a.number, b.number));
    case FIGURE_DATE: return relation(date_compare(a.date, b.date));
    case FIGURE_YEAR: return relation(a.year - b.year);
    case FIGURE_TEXT:
        return str_same_word(a.text, b.text) ? RELATION_EQUAL : RELATION_OTHER;
    case FIGURE_BOOL:
        return a.truth == b.truth ? RELATION_EQUAL : RELATION_OTHER;
    case FIGURE_BLANK:
    case FIGURE_NONE: break;
    }
    return RELATION_ALIEN;
}

/* Figures of one type can be compared, and plain numbers with any figure. */
static bool alike(enum figure_type a, enum figure_type b)
{
    if (a == b)
        return true;
    return figure_type_is_numeric(a) && figure_type_is_numeric(b) &&
           (a == FIGURE_NUMBER || b == FIGURE_NUMBER);
}

enum figure_relation figure_compare(const struct wording *w, struct figure a,
                                    struct figure b)
{
    if (a.type == FIGURE_BLANK || b.type == FIGURE_BLANK)
        return compare_blank(a, b);
    if (a.type == FIGURE_TEXT && b.type != FIGURE_TEXT &&
        !figure_read(w, b.type, a.text, &a))
        return RELATION_ALIEN;
    if (b.type == FIGURE_TEXT && a.type != FIGURE_TEXT &&
        !figure_read(w, a.type, b.text, &b))
        return RELATION_ALIEN;
    return alike(a.type, b.type) ? compare_alike(a, b) : RELATION_ALIEN;
}

bool figure_true(const struct wording *w, const struct figure *f)
{
    switch (f->type) {
    case FIGURE_NUMBER:
    case FIGURE_MONEY:
    case FIGURE_PERCENT: return f->number.coefficient != 0;
    case FIGURE_BOOL: return f->truth;
    case FIGURE_DATE:
    case FIGURE_YEAR: return true;
    case FIGURE_TEXT:
        return f->text.len > 0 && wording_word(w, f->text) != WORD_NO;
    case FIGURE_BLANK:
    case FIGURE_NONE: break;
    }
    return false;
}

bool figure_empty(const struct figure *f)
{
    return (f->type == FIGURE_TEXT || f->type == FIGURE_BLANK) &&
           str_trim(f->text).len == 0;
}
