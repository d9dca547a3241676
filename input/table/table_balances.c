/*
 * Rows that are balances by a name which their kind does not have: `Balance
 * b/fwd 1 April 2026`, `Balance at 31/03/2027`. Counted among what moved them,
 * they would be a payment more.
 */
#include "input/table/table_balances.h"
#include "core/base/ascii.h"
#include "core/value/date_cell.h"

/* The words that begin such a name, and the role that they tell; of the last
   alone the day behind it tells more. */
static const struct {
    enum word word;
    enum row_role role;
} balance_words[] = {
    {WORD_BROUGHT_FORWARD, ROW_OPENING},
    {WORD_CARRIED_FORWARD, ROW_CLOSING},
    {WORD_BALANCE, ROW_CLOSING},
};

#define NWORDS (sizeof(balance_words) / sizeof(balance_words[0]))

static struct str first_word(struct str s)
{
    return str_to(s, str_find_char(s, ' '));
}

static bool is_one_of(const struct str *words, size_t n, struct str word)
{
    for (size_t i = 0; i < n; i++) {
        if (row_name_letter(word) == row_name_letter(words[i]) &&
            str_same_word(word, words[i]))
            return true;
    }
    return false;
}

/* The words that PART_OF gives of all spellings, each once. */
static const struct str *list_words(const struct table_reading *r,
                                    struct str (*part_of)(struct str),
                                    size_t *n)
{
    const struct spellings *words = r->options->wording->words;
    size_t count = 0;
    struct str *list;

    for (size_t i = 0; i < NWORDS; i++)
        count += words[balance_words[i].word].count;
    list = arena_alloc(r->arena, count, sizeof(*list));
    for (size_t i = 0; list != NULL && i < NWORDS; i++) {
        const struct spellings *w = &words[balance_words[i].word];

        for (size_t k = 0; k < w->count; k++) {
            const struct str part = part_of(w->forms[k]);

            if (!is_one_of(list, *n, part))
                list[(*n)++] = part;
        }
    }
    return list;
}

void balances_begin(struct table_reading *r)
{
    struct balance_rows *b = &r->balances;

    b->heads = list_words(r, first_word, &b->nheads);
    b->tails = list_words(r, row_name_last_word, &b->ntails);
}

/* What stands in LABEL behind a spelling of WORD, the longest that begins it;
   false: none does. */
static bool begins_with(const struct table_reading *r, enum word word,
                        struct str label, struct str *rest)
{
    for (size_t end = label.len; end > 0; end--) {
        if (end < label.len && label.ptr[end] != ' ')
            continue;
        if (wording_has(r->options->wording, word, str_to(label, end))) {
            *rest = str_trim(str_from(label, end));
            return true;
        }
    }
    return false;
}

static bool speaks_of_balance(const struct wording *w, struct str text)
{
    return wording_has(w, WORD_BALANCE, first_word(text)) ||
           wording_has(w, WORD_BALANCE, row_name_last_word(text));
}

/* Whether TEXT, which stands before a balance, says what moves it. */
static bool says_movement(const struct table_reading *r, struct str text)
{
    for (size_t at = 0; at < text.len; at++) {
        struct str rest;

        if ((at == 0 || text.ptr[at - 1] == ' ') &&
            begins_with(r, WORD_BALANCE_MOVED, str_from(text, at), &rest))
            return true;
    }
    return false;
}

/* The role that the end of LABEL tells, behind what it is the balance of: `DSG
   balance b/fwd`. What is brought forward and no balance may be a row, as what
   moves a balance is: `Use of balance b/fwd`. */
static enum row_role role_of_end(const struct table_reading *r,
                                 struct str label)
{
    const struct wording *w = r->options->wording;

    for (size_t at = 0; at < label.len; at++) {
        const struct str end = str_from(label, at + 1);

        if (label.ptr[at] != ' ' || !speaks_of_balance(w, end))
            continue;
        if (says_movement(r, str_to(label, at)))
            break;
        if (wording_has(w, WORD_BROUGHT_FORWARD, end))
            return ROW_OPENING;
        if (wording_has(w, WORD_CARRIED_FORWARD, end))
            return ROW_CLOSING;
    }
    return ROW_ENTRY;
}

static bool is_before_time(const struct wording *w, struct str text)
{
    return wording_has(w, WORD_AS_AT, text) ||
           wording_has(w, WORD_WITHIN, text) || wording_has(w, WORD_FROM, text);
}

/* `(1 April 2026)`, `as at 1 April 2026`, `: 1 April`: the day alone. */
static struct str without_words(const struct table_reading *r, struct str s)
{
    while (s.len > 0) {
        const size_t head = str_find_char(s, ' ');

        if (s.ptr[0] == '(' || s.ptr[0] == '-' || s.ptr[0] == ':' ||
            s.ptr[0] == ',')
            s = str_trim(str_from(s, 1));
        else if (s.ptr[s.len - 1] == ')')
            s = str_trim(str_to(s, s.len - 1));
        else if (head < s.len &&
                 is_before_time(r->options->wording, str_to(s, head)))
            s = str_trim(str_from(s, head));
        else
            break;
    }
    return s;
}

/* Digits and what stands between those of a day: 01.04.26. */
static bool is_numbered_day(struct str s)
{
    size_t digits = 0;

    for (size_t i = 0; i < s.len; i++) {
        digits += is_digit(s.ptr[i]);
        if (!is_digit(s.ptr[i]) && s.ptr[i] != '.' && s.ptr[i] != '/' &&
            s.ptr[i] != '-')
            return false;
    }
    return digits >= 2 && digits <= 8;
}

#define LEAP_YEAR "2000" /* it has all days */

/* Whether REST is a time and no more: *DAY is the day, where it is one. */
static bool is_time(const struct table_reading *r, struct str rest,
                    struct date *day)
{
    const struct wording *w = r->options->wording;
    struct report_period period;
    unsigned traits;
    enum date_form form;

    *day = (struct date){0};
    rest = without_words(r, rest);
    form = date_cell_read(rest, &w->calendar, r->options->dates, day, &traits);
    if (form == DATE_OK)
        return true;
    if (form == DATE_NO_YEAR)
        (void)date_cell_read(
            arena_printf(r->arena, "%.*s " LEAP_YEAR, STR_ARG(rest)),
            &w->calendar, r->options->dates, day, &traits);
    else
        *day = (struct date){0};
    return form == DATE_NO_YEAR || is_numbered_day(rest) ||
           report_period_read(rest, w, &period);
}

/* The line of the kind that means ROLE, the likeliest for LABEL: one of its
   names begins so. 0: none means it. */
static uint8_t line_of(const struct table_reading *r, enum row_role role,
                       enum word word)
{
    const struct kind *kind = r->options->kind;
    uint8_t line = 0;

    for (size_t i = kind->nrows < UINT8_MAX ? kind->nrows : UINT8_MAX; i > 0;
         i--) {
        struct str rest;
        bool alike = false;

        if (kind->rows[i - 1].role != role)
            continue;
        for (size_t k = 0; k < kind->rows[i - 1].naliases; k++)
            alike |= begins_with(r, word, kind->rows[i - 1].aliases[k], &rest);
        if (alike)
            return (uint8_t)i;
        line = (uint8_t)i;
    }
    return line;
}

static void see_unknown(struct table_reading *r, struct str label)
{
    if (r->balances.count++ > 0)
        return;
    r->balances.row = r->nrows;
    r->balances.label = label;
}

/* The role that the beginning of LABEL tells, and in *WORD which word did. */
static enum row_role role_of_beginning(const struct table_reading *r,
                                       struct str label, enum word *word)
{
    for (size_t i = 0; i < NWORDS; i++) {
        enum row_role role = balance_words[i].role;
        struct date day = {0};
        struct str rest;

        *word = balance_words[i].word;
        if (!begins_with(r, *word, label, &rest) ||
            (rest.len > 0 ? !is_time(r, rest, &day) : *word == WORD_BALANCE))
            continue;
        if (*word == WORD_BALANCE && (day.day == 1 || r->nrows == 0))
            role = ROW_OPENING;
        return role;
    }
    return ROW_ENTRY;
}

enum row_role balances_role(struct table_reading *r, struct str label)
{
    const struct balance_rows *b = &r->balances;
    enum row_role role = ROW_ENTRY;
    enum word word = WORD_BALANCE;
    bool by_end = false; /* a guess: it is told */

    if (is_one_of(b->heads, b->nheads, first_word(label)) &&
        table_has_figures(r))
        role = role_of_beginning(r, label, &word);
    if (role == ROW_ENTRY &&
        is_one_of(b->tails, b->ntails, row_name_last_word(label)) &&
        table_has_figures(r)) {
        role = role_of_end(r, label);
        by_end = true;
    }
    if (role == ROW_ENTRY)
        return ROW_ENTRY;
    r->line = line_of(r, role, word);
    if (by_end || r->line == 0)
        see_unknown(r, label);
    return role;
}

void balances_end(const struct table_reading *r)
{
    const struct str more = rows_are_so(r->arena, r->balances.count);

    if (r->balances.count == 0)
        return;
    finding(r->findings, FINDING_UNKNOWN_BALANCE,
            table_row_place(r, r->balances.row),
            "`%.*s` is read as a balance: its name says so, and it is neither "
            "counted nor summed with the rows beside it%.*s",
            STR_ARG(cell_shown(r->balances.label)), STR_ARG(more));
    finding_hint(r->findings,
                 "kind `%s` has no line called so; <line role=\"%s\" "
                 "aliases=\"...\"/> or role=\"%s\" there says which names it "
                 "has, and role=\"%s\" that it is a row like any other",
                 r->options->kind->id, row_role_name(ROW_OPENING),
                 row_role_name(ROW_CLOSING), row_role_name(ROW_ENTRY));
}
