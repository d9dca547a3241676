#include "input/table/cell_states.h"
#include "core/base/fold.h"

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

void cell_states_init(struct cell_reader *reader)
{
    for (size_t i = 0; i < NSTATES; i++) {
        const struct spellings *w = &reader->wording->words[states[i].word];

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

/* What is left of money without its sign: a sheet prints an amount that is not
   there as the sign alone, or as the sign and a dash. */
static struct str without_sign(const struct cell_reader *r, struct str text)
{
    const struct str sign = r->wording->currency;

    return sign.len > 0 && str_starts(text, sign)
               ? str_trim(str_from(text, sign.len))
               : text;
}

bool cell_is_empty_money(const struct cell_reader *r, struct str text,
                         struct cell *cell)
{
    const struct str rest = without_sign(r, text);

    if (rest.len == text.len)
        return false;
    cell->state = (uint8_t)(rest.len == 0 ? CELL_BLANK : state_of(r, rest));
    return cell->state == CELL_BLANK || cell->state == CELL_DASH;
}

/* [c], [x], a colon: what statisticians write for a figure that is not given.
   Met exactly, but for case: an x alone is none. */
static bool is_marker(const struct cell_reader *r, struct str text)
{
    const struct spellings *markers = &r->wording->words[WORD_MARKER];

    for (size_t i = 0; i < markers->count; i++) {
        if (text.len == markers->forms[i].len &&
            str_starts_alike(text, markers->forms[i]))
            return true;
    }
    return false;
}

/* `<5`, `≥ 95%`: no more is given than that a figure lies below or above
   another, so that nobody can be made out behind a small one. */
static bool is_bound(const struct cell_reader *r,
                     const struct cell_column *column, struct str text)
{
    static const char *const signs[] = {"<=", ">=", "<", ">", "≤", "≥"};
    struct decimal d;

    if (!value_is_figure(column->kind->type))
        return false;
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const struct str sign = str_of(signs[i]);
        const struct str figure = str_starts(text, sign)
                                      ? str_trim(str_from(text, sign.len))
                                      : (struct str){NULL, 0};

        if (figure.len > 0)
            return decimal_read_money(figure, r->wording->currency, 0, &d) ==
                       NUMBER_OK ||
                   decimal_read_percent(figure, &d) == NUMBER_OK;
    }
    return false;
}

/* Where the name of a total may stand, in its row: not among figures. */
static bool takes_words(const struct cell_column *column)
{
    const enum value_type type = column->kind->type;

    return column->takes_words &&
           (type == TYPE_DATE || type == TYPE_YEAR || type == TYPE_CHOICE);
}

bool cell_is_state(const struct cell_reader *r,
                   const struct cell_column *column, struct str text,
                   struct cell *cell)
{
    cell->state = (uint8_t)state_of(r, text);
    if (cell->state == CELL_VALUE &&
        (takes_words(column) || is_marker(r, text) ||
         is_bound(r, column, text)))
        cell->state = CELL_WORDS;
    return cell->state != CELL_VALUE;
}
