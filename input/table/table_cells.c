#include "input/table/table_cells.h"
#include "core/base/fold.h"
#include "core/value/guidance.h"

#define SHOWN_MAX 60 /* bytes of a cell that a message repeats */

/* What kind of words stand for the states of a cell. */
static const struct {
    enum word word;
    enum cell_state state;
} states[] = {
    {WORD_DASH, CELL_DASH},
    {WORD_NIL, CELL_NIL},
    {WORD_NOT_APPLICABLE, CELL_NOT_APPLICABLE},
    {WORD_TO_BE_CONFIRMED, CELL_TO_BE_CONFIRMED},
};

#define NSTATES (sizeof(states) / sizeof(states[0]))

/* Where the first character of S that counts when words are compared
   (core/base/fold.h) stands in state_begins: one beyond ASCII shares its place
   with others. 0: none counts. */
static unsigned char first_letter(struct str s)
{
    struct fold f;
    uint32_t c;

    fold_begin(&f, s, FOLD_LETTERS);
    c = fold_next(&f);
    if (c == FOLD_END)
        return 0;
    return (unsigned char)(c < 0x80 ? c : 0x80 | (c & 0x7F));
}

void cell_reader_init(struct cell_reader *reader, struct arena *arena,
                      const struct wording *wording,
                      const struct prose_options *prose,
                      struct findings *findings)
{
    *reader = (struct cell_reader){
        .arena = arena,
        .findings = findings,
        .wording = wording,
        .prose = prose,
    };
    for (size_t i = 0; i < NSTATES; i++) {
        const struct spellings *w = &wording->words[states[i].word];

        for (size_t j = 0; j < w->count; j++)
            reader->state_begins[first_letter(w->forms[j])] = true;
    }
}

/* CELL_VALUE when TEXT is no word for a state, or one behind a sign of
   currency. Most cells begin with another letter, and no word is compared with
   them. */
static enum cell_state state_of(const struct cell_reader *r, struct str text)
{
    const struct str sign = r->wording->currency;
    enum word word;

    if (!r->state_begins[first_letter(text)] ||
        (sign.len > 0 && str_starts(text, sign)))
        return CELL_VALUE;
    word = wording_word(r->wording, text);
    for (size_t i = 0; i < NSTATES; i++) {
        if (states[i].word == word)
            return states[i].state;
    }
    return CELL_VALUE;
}

/* As much of TEXT as a message repeats, in whole characters. */
static struct str shown(struct str text)
{
    size_t n = text.len < SHOWN_MAX ? text.len : SHOWN_MAX;

    while (n > 0 && n < text.len && (text.ptr[n] & 0xC0) == 0x80)
        n--;
    return str_to(text, n);
}

static void refuse(const struct cell_reader *r, enum finding_id id,
                   struct place at, struct str text, const char *what)
{
    const struct str part = shown(text);

    finding(r->findings, id, at, "`%.*s%s` %s", STR_ARG(part),
            part.len < text.len ? "..." : "", what);
}

static void refuse_figure(const struct cell_reader *r, struct str text,
                          struct place at, enum number_form form,
                          const char *wanted)
{
    static const struct {
        const char *what;
        const char *hint;
    } faults[] = {
        [NUMBER_NONE] = {NULL, "write it as 1,234.56, (1,234) or 75k"},
        [NUMBER_BROKEN_FORMULA] = {"is a broken formula",
                                   "mend it in the spreadsheet and export the "
                                   "sheet again"},
        [NUMBER_SCIENTIFIC] = {"has lost digits",
                               "give the column a number format in the "
                               "spreadsheet and export the sheet again"},
        [NUMBER_GROUPING] = {"has a misplaced comma", "write it as 1,234.56"},
        [NUMBER_TOO_LARGE] = {"has more digits than can be kept", NULL},
        [NUMBER_TOO_PRECISE] = {"has more decimals than money can have",
                                "round it where the file was made"},
    };

    refuse(r, FINDING_BAD_FIGURE, at, text,
           faults[form].what != NULL ? faults[form].what : wanted);
    if (faults[form].hint != NULL)
        finding_hint(r->findings, "%s", faults[form].hint);
}

static void refuse_date(const struct cell_reader *r, struct str text,
                        struct place at, enum date_form form, struct date value)
{
    static const struct {
        const char *what;
        const char *hint;
    } faults[] = {
        [DATE_NOT_A_DATE] = {"is not a date",
                             "write it as 5 October 2012, 05/10/2012 or "
                             "2012-10-05"},
        [DATE_NO_SUCH_DAY] = {"is no day of the calendar", NULL},
        [DATE_MONTH_FIRST] = {"has its month first", "write the day first"},
        [DATE_WRONG_WEEKDAY] = {"names the wrong day of the week", NULL},
        [DATE_NO_YEAR] = {"has no year", "add it"},
    };

    refuse(r, FINDING_BAD_DATE, at, text, faults[form].what);
    if (form == DATE_WRONG_WEEKDAY && date_valid(value))
        finding_hint(
            r->findings, "that day is a %.*s",
            STR_ARG(r->wording->calendar.weekdays[date_weekday(value)]));
    else if (faults[form].hint != NULL)
        finding_hint(r->findings, "%s", faults[form].hint);
}

static enum number_form read_money(const struct cell_reader *r, struct str text,
                                   struct cell *cell)
{
    struct decimal d;
    struct decimal pence;
    const enum number_form form = decimal_read(text, r->wording->currency, &d);

    if (form != NUMBER_OK)
        return form;
    if (!decimal_round(d, MONEY_SCALE, &pence))
        return NUMBER_TOO_LARGE;
    if (decimal_compare(d, pence) != 0)
        return NUMBER_TOO_PRECISE;
    while (pence.scale < MONEY_SCALE) {
        if (__builtin_mul_overflow(pence.coefficient, 10, &pence.coefficient))
            return NUMBER_TOO_LARGE;
        pence.scale++;
    }
    cell->value.pence = pence.coefficient;
    cell->scale = d.scale == 0 ? 0 : MONEY_SCALE;
    return NUMBER_OK;
}

static enum number_form read_figure(const struct cell_reader *r,
                                    enum value_type type, struct str text,
                                    struct cell *cell)
{
    const struct str no_sign = {NULL, 0};
    struct decimal d;
    enum number_form form;

    if (type == TYPE_MONEY)
        return read_money(r, text, cell);
    form = type == TYPE_PERCENT ? decimal_read_percent(text, &d)
                                : decimal_read(text, no_sign, &d);
    if (form == NUMBER_OK) {
        cell->value.coefficient = d.coefficient;
        cell->scale = d.scale;
    }
    return form;
}

/* What is left of money without its sign: a sheet prints an amount that is not
   there as the sign alone, or as the sign and a dash. */
static struct str without_sign(const struct cell_reader *r, struct str text)
{
    const struct str sign = r->wording->currency;

    return sign.len > 0 && str_starts(text, sign)
               ? str_trim(str_from(text, sign.len))
               : text;
}

static bool is_empty_money(const struct cell_reader *r, struct str text,
                           struct cell *cell)
{
    const struct str rest = without_sign(r, text);

    if (rest.len == text.len)
        return false;
    cell->state = (uint8_t)(rest.len == 0 ? CELL_BLANK : state_of(r, rest));
    return cell->state == CELL_BLANK || cell->state == CELL_DASH;
}

/* A state may stand where a figure, a date or a choice is wanted. */
static bool is_state(const struct cell_reader *r, struct str text,
                     struct cell *cell)
{
    cell->state = (uint8_t)state_of(r, text);
    return cell->state != CELL_VALUE;
}

static void take_figure(const struct cell_reader *r, enum value_type type,
                        struct str text, struct place at, struct cell *cell)
{
    const enum number_form form = read_figure(r, type, text, cell);

    if (form == NUMBER_OK || is_state(r, text, cell) ||
        (type == TYPE_MONEY && is_empty_money(r, text, cell)))
        return;
    cell->state = CELL_BAD;
    refuse_figure(r, text, at, form,
                  type == TYPE_MONEY     ? "is not an amount of money"
                  : type == TYPE_PERCENT ? "is not a percentage"
                                         : "is not a number");
}

static void take_date(const struct cell_reader *r, struct str text,
                      struct place at, struct cell *cell)
{
    struct date d = {0};
    const enum date_form form = date_read(text, &r->wording->calendar, &d);

    cell->value.date = d;
    if (form == DATE_OK || is_state(r, text, cell))
        return;
    cell->state = CELL_BAD;
    refuse_date(r, text, at, form, d);
}

static void take_period(const struct cell_reader *r, struct str text,
                        struct place at, struct cell *cell)
{
    struct period *when;
    enum date_form form;

    if (is_state(r, text, cell))
        return;
    when = arena_alloc(r->arena, 1, sizeof(*when));
    if (when == NULL)
        return;
    form = period_read(text, r->wording, when);
    cell->value.period = when;
    if (form == DATE_OK)
        return;
    cell->state = CELL_BAD;
    refuse_date(r, text, at, form, (struct date){0});
}

static void take_year(const struct cell_reader *r, struct str text,
                      struct place at, struct cell *cell)
{
    cell->value.year = financial_year_read(text);
    if (cell->value.year != 0 || is_state(r, text, cell))
        return;
    cell->state = CELL_BAD;
    refuse(r, FINDING_BAD_YEAR, at, text, "is not a financial year");
    finding_hint(r->findings, "write it as 2012/13");
}

static void take_choice(const struct cell_reader *r,
                        const struct kind_column *column, struct str text,
                        struct place at, struct cell *cell)
{
    for (size_t i = 0; i < column->nchoices; i++) {
        if (str_same_word(text, column->choices[i])) {
            cell->value.choice = (int64_t)i;
            return;
        }
    }
    if (is_state(r, text, cell))
        return;
    cell->state = CELL_BAD;
    refuse(r, FINDING_BAD_VALUE, at, text, "is not one of the choices");
    finding_nearest(r->findings, text, column->choices, column->nchoices);
}

static void take_prose(const struct cell_reader *r, struct str text,
                       struct place at, struct cell *cell)
{
    struct doc_node *prose;

    if (is_state(r, text, cell))
        return;
    prose = prose_from_markdown(r->arena, text, at, r->prose, r->findings);
    cell->value.prose = prose;
    for (struct doc_node *n = prose == NULL ? NULL : prose->first; n != NULL;
         n = n->next) {
        if (doc_kind_may_contain(DOC_CELL, (enum doc_kind)n->kind))
            continue;
        finding(r->findings, FINDING_BAD_ELEMENT, at,
                "no %s may stand in a cell",
                doc_kind_name((enum doc_kind)n->kind));
        cell->state = CELL_BAD;
    }
}

/* Text that names something (a row, a group) is never a state. */
static void take_text(const struct cell_reader *r,
                      const struct kind_column *column, struct str text,
                      struct place at, struct cell *cell)
{
    const enum column_role role = column == NULL ? COLUMN_PLAIN : column->role;

    guidance_find(r->wording, text, at, r->findings);
    switch (role) {
    case COLUMN_KEY:
    case COLUMN_LABEL:
    case COLUMN_GROUP:
    case COLUMN_ROW_ROLE:
    case COLUMN_PARENT: return;
    default: cell->state = (uint8_t)state_of(r, text);
    }
}

/* #REF!, #NAME?, #N/A or ##### as all that a cell says: broken in a column of
   any type. Other text may begin with the sign. */
static bool is_broken_formula(struct str text)
{
    bool only_signs = true;
    char last;

    if (text.ptr[0] != '#' || text.len < 3)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        only_signs &= text.ptr[i] == '#';
        if (text.ptr[i] == ' ' || (text.ptr[i] >= 'a' && text.ptr[i] <= 'z'))
            return false;
    }
    last = text.ptr[text.len - 1];
    return only_signs || last == '!' || last == '?' || str_is(text, "#N/A");
}

void cell_read(const struct cell_reader *reader,
               const struct kind_column *column, struct str text,
               struct place at, struct cell *cell)
{
    const enum value_type type = column == NULL ? TYPE_TEXT : column->type;

    *cell = (struct cell){
        .ptr = text.ptr,
        .len = (uint32_t)text.len,
        .state = text.len == 0 ? CELL_BLANK : CELL_VALUE,
    };
    if (text.len == 0)
        return;
    if (is_broken_formula(text)) {
        cell->state = CELL_BAD;
        refuse_figure(reader, text, at, NUMBER_BROKEN_FORMULA, NULL);
        return;
    }
    switch (type) {
    case TYPE_MONEY:
    case TYPE_NUMBER:
    case TYPE_PERCENT: take_figure(reader, type, text, at, cell); break;
    case TYPE_DATE: take_date(reader, text, at, cell); break;
    case TYPE_PERIOD: take_period(reader, text, at, cell); break;
    case TYPE_YEAR: take_year(reader, text, at, cell); break;
    case TYPE_CHOICE: take_choice(reader, column, text, at, cell); break;
    case TYPE_PROSE: take_prose(reader, text, at, cell); break;
    case TYPE_TEXT:
    case TYPE_MAX: take_text(reader, column, text, at, cell); break;
    }
}
