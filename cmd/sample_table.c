#include "cmd/sample_table.h"
#include "core/base/mem.h"

#include <string.h>

#define SAMPLE_YEAR 2026
#define REPEATED 2 /* columns that stand for any number of years */
#define ENTRIES 4  /* two of each group, where there are groups */
#define COLUMNS_MAX 64
#define ROWS_MAX 64
#define MONEY 1000
#define PASSES 4 /* checks that rest on each other */

struct sample_column {
    const struct kind_column *kind;
    int repeat; /* its number among those that repeat */
};

struct sample_row {
    enum row_role role;
    const struct kind_row *line; /* NULL: an entry */
    int number;                  /* of an entry, from 1 */
    int group;                   /* of an entry or a sub-total, from 1 */
};

struct sample {
    const struct kind *kind;
    const struct wording *w;
    struct sample_column columns[COLUMNS_MAX];
    size_t ncolumns;
    struct sample_row rows[ROWS_MAX];
    size_t nrows;
    int64_t figures[ROWS_MAX][COLUMNS_MAX];
    bool blank[ROWS_MAX][COLUMNS_MAX];
};

static bool is_figure(const struct kind_column *c)
{
    return c->type == TYPE_MONEY || c->type == TYPE_NUMBER ||
           c->type == TYPE_PERCENT || c->type == TYPE_MEASURE;
}

static void add_columns(struct sample *s)
{
    for (size_t i = 0; i < s->kind->ncolumns; i++) {
        const struct kind_column *c = &s->kind->columns[i];
        const int n = c->repeats ? REPEATED : 1;

        for (int k = 0; k < n && s->ncolumns < COLUMNS_MAX; k++)
            s->columns[s->ncolumns++] = (struct sample_column){c, k};
    }
}

static void add_row(struct sample *s, enum row_role role,
                    const struct kind_row *line, int number, int group)
{
    if (s->nrows < ROWS_MAX)
        s->rows[s->nrows++] = (struct sample_row){role, line, number, group};
}

static bool has_role(const struct kind *k, enum column_role role)
{
    for (size_t i = 0; i < k->ncolumns; i++) {
        if (k->columns[i].role == role)
            return true;
    }
    return false;
}

static const struct kind_row *line_of(const struct kind *k, enum row_role role)
{
    for (size_t i = 0; i < k->nrows; i++) {
        if (k->rows[i].role == role)
            return &k->rows[i];
    }
    return NULL;
}

static void add_entries(struct sample *s)
{
    const bool groups = has_role(s->kind, COLUMN_GROUP);
    const struct kind_row *sub_total = line_of(s->kind, ROW_SUB_TOTAL);
    const int n = groups ? ENTRIES : ENTRIES / 2;

    for (int i = 0; i < n; i++) {
        const int group = i / 2 + 1;

        add_row(s, ROW_ENTRY, NULL, i + 1, group);
        if (groups && sub_total != NULL && i % 2 == 1)
            add_row(s, ROW_SUB_TOTAL, sub_total, 0, group);
    }
}

static bool stands_above(enum row_role role)
{
    return role == ROW_OPENING || role == ROW_INCOME;
}

/* Lines in the order of the kind, entries before those that sum them. */
static void add_rows(struct sample *s)
{
    bool entries = false;

    for (size_t i = 0; i < s->kind->nrows; i++) {
        const struct kind_row *l = &s->kind->rows[i];

        if (l->role == ROW_SUB_TOTAL || l->role == ROW_GROUP_TITLE ||
            l->role == ROW_ENTRY)
            continue;
        if (!entries && !stands_above(l->role)) {
            add_entries(s);
            entries = true;
        }
        add_row(s, l->role, l, 0, 0);
    }
    if (!entries)
        add_entries(s);
}

/* The first column ID, or s->ncolumns; further ones of it follow. */
static size_t column_of(const struct sample *s, const char *id)
{
    size_t i = 0;

    while (i < s->ncolumns &&
           (id == NULL || strcmp(s->columns[i].kind->id, id) != 0))
        i++;
    return i;
}

static int64_t figure(const struct sample *s, size_t row, size_t column)
{
    return column == s->ncolumns || s->blank[row][column]
               ? 0
               : s->figures[row][column];
}

static void set(struct sample *s, size_t row, size_t column, int64_t n)
{
    if (column == s->ncolumns)
        return;
    s->figures[row][column] = n;
    s->blank[row][column] = false;
}

/* Entries have figures of their own, and so do lines of money that comes in or
   goes out; the others are made of them. */
static void invent(struct sample *s)
{
    for (size_t r = 0; r < s->nrows; r++) {
        const struct sample_row *row = &s->rows[r];

        for (size_t c = 0; c < s->ncolumns; c++) {
            const enum value_type type = s->columns[c].kind->type;
            const bool own =
                row->role == ROW_ENTRY || row->role == ROW_INCOME ||
                row->role == ROW_OPENING || row->role == ROW_EXPENDITURE;

            s->blank[r][c] = !own;
            s->figures[r][c] = type == TYPE_MONEY    ? MONEY - 10 * (int64_t)c
                               : type == TYPE_NUMBER ? 10
                                                     : 50;
            if (row->role == ROW_OPENING)
                s->figures[r][c] = s->columns[c].repeat == 0 ? 1000 : 0;
        }
    }
}

static int64_t sum_of_columns(const struct sample *s, size_t row,
                              const char *const *ids, size_t n)
{
    int64_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += figure(s, row, column_of(s, ids[i]));
    return sum;
}

static void hold_row(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);

    for (size_t r = 0; r < s->nrows; r++) {
        if (!s->blank[r][column_of(s, k->plus[0]) % COLUMNS_MAX])
            set(s, r, result,
                sum_of_columns(s, r, k->plus, k->nplus) -
                    sum_of_columns(s, r, k->minus, k->nminus));
    }
}

static void hold_product(struct sample *s, const struct kind_check *k)
{
    for (size_t r = 0; r < s->nrows; r++) {
        if (s->rows[r].role == ROW_ENTRY)
            set(s, r, column_of(s, k->result),
                figure(s, r, column_of(s, k->units)) *
                    figure(s, r, column_of(s, k->rate)));
    }
}

/* The sum of COLUMN over the entries of GROUP; 0: of all rows above ROW that
   are no sums. */
static int64_t sum_of_rows(const struct sample *s, size_t column, size_t row,
                           int group)
{
    int64_t sum = 0;

    for (size_t r = 0; r < row; r++) {
        const struct sample_row *x = &s->rows[r];

        if (group != 0 ? x->role == ROW_ENTRY && x->group == group
                       : x->role == ROW_ENTRY || x->role == ROW_INCOME ||
                             x->role == ROW_OPENING)
            sum += figure(s, r, column);
    }
    return sum;
}

/* In a column of their own beside the last row of each group, or in rows. */
static void hold_sub_totals(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);
    const bool apart = result < s->ncolumns &&
                       s->columns[result].kind->role == COLUMN_SUB_TOTAL;
    const size_t of = apart && k->nplus > 0 ? column_of(s, k->plus[0]) : result;

    for (size_t r = 0; r < s->nrows && result < s->ncolumns; r++) {
        const struct sample_row *x = &s->rows[r];
        const bool last = r + 1 == s->nrows || s->rows[r + 1].group != x->group;

        if (x->role == ROW_SUB_TOTAL)
            set(s, r, result, sum_of_rows(s, of, r, x->group));
        else if (apart && x->role == ROW_ENTRY && last)
            set(s, r, result, sum_of_rows(s, of, r + 1, x->group));
        else if (apart && x->role == ROW_ENTRY)
            s->blank[r][result] = true;
    }
}

static void hold_total(struct sample *s, const struct kind_check *k)
{
    const size_t first = column_of(s, k->result);

    for (size_t c = first; c < s->ncolumns; c++) {
        if (s->columns[c].kind != s->columns[first].kind)
            break;
        for (size_t r = 0; r < s->nrows; r++) {
            if (s->rows[r].role == ROW_TOTAL ||
                s->rows[r].role == ROW_BLOCK_TOTAL)
                set(s, r, c, sum_of_rows(s, c, r, 0));
        }
    }
}

/* Never of a balance, nor of what it is a part of. */
static void hold_across(struct sample *s, const struct kind_check *k)
{
    const struct kind_row *opening = line_of(s->kind, ROW_OPENING);
    const size_t result = column_of(s, k->result);

    for (size_t r = 0; r < s->nrows && result < s->ncolumns; r++) {
        int64_t sum = 0;

        for (size_t c = 0; c < s->ncolumns; c++)
            sum += s->columns[c].kind->repeats ? figure(s, r, c) : 0;
        if (row_is_stock((uint8_t)s->rows[r].role))
            s->blank[r][result] = true;
        else if (opening == NULL || !row_is_sum((uint8_t)s->rows[r].role))
            set(s, r, result, sum);
    }
}

/* From each balance brought forward to its own carried forward, which is then
   what the next year brings. */
static void hold_balance_of(struct sample *s, size_t column)
{
    size_t opening = s->nrows;
    int64_t balance = 0;

    for (size_t r = 0; r < s->nrows; r++) {
        const enum row_role role = s->rows[r].role;

        if (role == ROW_OPENING) {
            balance = figure(s, r, column);
            opening = r;
        } else if (role == ROW_CLOSING) {
            set(s, r, column, balance);
            if (opening < s->nrows && column + 1 < s->ncolumns &&
                s->columns[column + 1].kind->repeats)
                set(s, opening, column + 1, balance);
            balance = 0;
        } else if (!row_is_sum((uint8_t)role)) {
            balance += role == ROW_EXPENDITURE ? -figure(s, r, column)
                                               : figure(s, r, column);
        }
    }
}

static void hold_balance(struct sample *s)
{
    for (size_t c = 0; c < s->ncolumns; c++) {
        if (is_figure(s->columns[c].kind) &&
            s->columns[c].kind->role != COLUMN_TOTAL)
            hold_balance_of(s, c);
    }
}

static int64_t sum_of_lines(const struct sample *s, size_t column,
                            const char *const *ids, size_t n)
{
    int64_t sum = 0;

    for (size_t r = 0; r < s->nrows; r++) {
        for (size_t i = 0; i < n && s->rows[r].line != NULL; i++) {
            if (s->rows[r].line->id != NULL &&
                strcmp(s->rows[r].line->id, ids[i]) == 0)
                sum += figure(s, r, column);
        }
    }
    return sum;
}

static void hold_lines(struct sample *s, const struct kind_check *k)
{
    for (size_t r = 0; r < s->nrows; r++) {
        const struct kind_row *line = s->rows[r].line;

        if (line == NULL || line->id == NULL || k->result == NULL ||
            strcmp(line->id, k->result) != 0)
            continue;
        for (size_t c = 0; c < s->ncolumns; c++) {
            if (s->columns[c].kind->type == TYPE_MONEY)
                set(s, r, c,
                    sum_of_lines(s, c, k->plus, k->nplus) -
                        sum_of_lines(s, c, k->minus, k->nminus));
        }
    }
}

/* A share stands where its amount does. */
static void hold_shares(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);
    const size_t of = k->nplus > 0 ? column_of(s, k->plus[0]) : s->ncolumns;
    int64_t total = 0;

    for (size_t r = 0; r < s->nrows && of < s->ncolumns; r++)
        total += s->rows[r].role == ROW_ENTRY ? figure(s, r, of) : 0;
    for (size_t r = 0; r < s->nrows && of < s->ncolumns && total > 0; r++) {
        if (s->blank[r][of])
            s->blank[r][result % COLUMNS_MAX] = true;
        else
            set(s, r, result, figure(s, r, of) * 100 / total);
    }
}

static int64_t rounded(int64_t n, int64_t d)
{
    return d == 0 ? 0 : (2 * n + (n < 0 ? -d : d)) / (2 * d);
}

/* What one column is of another, by each row; rounded as the check rounds. */
static void hold_quotient(struct sample *s, const struct kind_check *k)
{
    const int64_t factor = k->type == CHECK_RATIO ? 100 : 1;
    const size_t result = column_of(s, k->result);
    const size_t part = column_of(s, k->plus[0]);
    const size_t whole = column_of(s, k->of);
    size_t r = s->nrows;

    while (r-- > 0) {
        if (figure(s, r, whole) > 0)
            set(s, r, result,
                rounded(figure(s, r, part) * factor, figure(s, r, whole)));
    }
}

/* Whether a check holds the choices of COLUMN against figures or days. */
static bool is_judged(const struct kind *kind, const struct kind_column *column)
{
    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *k = &kind->checks[i];

        if ((k->type == CHECK_RAG || k->type == CHECK_TREND ||
             k->type == CHECK_LETTER || k->type == CHECK_STATUS ||
             k->type == CHECK_SAME) &&
            strcmp(k->result, column->id) == 0)
            return true;
    }
    return false;
}

static void hold(struct sample *s, const struct kind_check *k)
{
    switch (k->type) {
    case CHECK_TOTAL: hold_total(s, k); break;
    case CHECK_SUB_TOTALS: hold_sub_totals(s, k); break;
    case CHECK_ROW: hold_row(s, k); break;
    case CHECK_PRODUCT: hold_product(s, k); break;
    case CHECK_ACROSS: hold_across(s, k); break;
    case CHECK_BALANCE: hold_balance(s); break;
    case CHECK_LINES: hold_lines(s, k); break;
    case CHECK_SHARES: hold_shares(s, k); break;
    case CHECK_RATIO:
    case CHECK_QUOTIENT: hold_quotient(s, k); break;
    case CHECK_RAG:
    case CHECK_TREND:
    case CHECK_LETTER:
    case CHECK_STATUS:
    case CHECK_SAME: /* what they judge is left blank: is_judged() */
    case CHECK_PAST:
    case CHECK_DIFFER:
    case CHECK_ORDER:
    case CHECK_BEFORE:
    case CHECK_FORWARD:
    case CHECK_BOUND:
    case CHECK_TWICE:
    case CHECK_TYPE_MAX: break;
    }
}

static void add_year(struct buf *text, int year)
{
    buf_printf(text, "%d/%02d", year, (year + 1) % 100);
}

void sample_date(const struct wording *w, int day, int month, struct buf *out)
{
    buf_printf(out, "%d ", day);
    sample_month(w, month, out);
}

void sample_month(const struct wording *w, int month, struct buf *out)
{
    buf_printf(out, "%.*s %d", STR_ARG(w->calendar.months[month - 1]),
               SAMPLE_YEAR);
}

static void add_heading(const struct sample_column *c, struct buf *text)
{
    const int year = SAMPLE_YEAR + c->repeat;

    if (c->kind->repeats && c->kind->over == REPEATS_PERIODS) {
        buf_printf(text, "Q%d ", c->repeat + 1);
        add_year(text, SAMPLE_YEAR);
    } else if (c->kind->repeats) {
        add_year(text, year);
    } else {
        buf_str(text, c->kind->title);
    }
}

static const struct kind_column *with_role(const struct kind *k,
                                           enum column_role role)
{
    for (size_t i = 0; i < k->ncolumns; i++) {
        if (k->columns[i].role == role)
            return &k->columns[i];
    }
    return NULL;
}

static void add_name(const struct kind_column *c, int number, struct buf *text)
{
    buf_printf(text, "%.*s %d", STR_ARG(c->title), number);
}

/* The words of a line, with the name of its group. */
static void add_words(const struct sample *s, const struct sample_row *row,
                      struct buf *text)
{
    struct str rest =
        row->line->naliases > 0 ? row->line->aliases[0] : STR_LIT("");

    while (rest.len > 0) {
        const bool hole = str_find_char(rest, '{') < rest.len;
        struct str name;

        buf_str(text, str_cut(&rest, '{'));
        if (!hole)
            continue;
        name = str_cut(&rest, '}');
        if (str_is(name, "group"))
            add_name(with_role(s->kind, COLUMN_GROUP), row->group, text);
        else
            sample_date(s->w, str_is(name, "last-day") ? 30 : 1, 4, text);
    }
}

/* Which column has the words of lines. */
static bool names_rows(const struct sample *s, const struct kind_column *c)
{
    const enum column_role role =
        has_role(s->kind, COLUMN_ROW_ROLE) ? COLUMN_ROW_ROLE
        : has_role(s->kind, COLUMN_LABEL)  ? COLUMN_LABEL
                                           : COLUMN_KEY;

    return c->role == role;
}

static void add_entry(const struct sample *s, const struct sample_row *row,
                      const struct kind_column *c, struct buf *text)
{
    const struct kind_column *key = with_role(s->kind, COLUMN_KEY);
    const int month = row->number + 3;

    if (c->role == COLUMN_ROW_ROLE)
        return;
    if (c->role == COLUMN_GROUP) {
        add_name(c, row->group, text);
    } else if (c->role == COLUMN_PARENT) {
        if (key != NULL && row->number > 1)
            add_name(key, 1, text);
    } else if (is_judged(s->kind, c)) {
        return;
    } else if (c->type == TYPE_CHOICE && c->nchoices > 0) {
        buf_str(text, c->choices[(size_t)row->number % c->nchoices]);
    } else if (c->type == TYPE_DATE || c->type == TYPE_PERIOD) {
        sample_date(s->w, 1, month, text);
    } else if (c->type == TYPE_YEAR) {
        add_year(text, SAMPLE_YEAR);
    } else {
        add_name(c, row->number, text);
    }
}

static void add_cell(const struct sample *s, size_t r, size_t c,
                     struct buf *text)
{
    const struct sample_row *row = &s->rows[r];
    const struct kind_column *column = s->columns[c].kind;

    if (is_figure(column)) {
        if (s->blank[r][c])
            return;
        buf_int(text, s->figures[r][c]);
        if (column->type == TYPE_PERCENT)
            buf_char(text, '%');
    } else if (row->line == NULL) {
        add_entry(s, row, column, text);
    } else if (names_rows(s, column)) {
        add_words(s, row, text);
    }
}

static void put_field(struct buf *out, struct buf *text, bool last)
{
    struct str rest = buf_view(text);
    const bool quoted = str_find_char(rest, ',') < rest.len ||
                        str_find_char(rest, '"') < rest.len;

    if (quoted)
        buf_char(out, '"');
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.ptr[i] == '"')
            buf_char(out, '"');
        buf_char(out, rest.ptr[i]);
    }
    if (quoted)
        buf_char(out, '"');
    buf_char(out, last ? '\n' : ',');
    buf_clear(text);
}

static void put(const struct sample *s, struct buf *out)
{
    struct buf text;

    buf_init(&text, out->limit);
    for (size_t c = 0; c < s->ncolumns; c++) {
        add_heading(&s->columns[c], &text);
        put_field(out, &text, c + 1 == s->ncolumns);
    }
    for (size_t r = 0; r < s->nrows; r++) {
        for (size_t c = 0; c < s->ncolumns; c++) {
            add_cell(s, r, c, &text);
            put_field(out, &text, c + 1 == s->ncolumns);
        }
    }
    if (buf_status(&text) != ST_OK)
        buf_fail(out, buf_status(&text));
    buf_free(&text);
}

void sample_table(const struct kind *kind, const struct wording *w,
                  struct buf *out)
{
    struct sample *s = mem_zalloc(1, sizeof(*s));

    if (s == NULL) {
        buf_fail(out, ST_NOMEM);
        return;
    }
    s->kind = kind;
    s->w = w;
    add_columns(s);
    add_rows(s);
    invent(s);
    for (int pass = 0; pass < PASSES; pass++) {
        for (size_t i = 0; i < kind->nchecks; i++)
            hold(s, &kind->checks[i]);
    }
    put(s, out);
    mem_free(s);
}
