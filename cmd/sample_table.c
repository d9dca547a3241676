#include "cmd/sample_table.h"
#include "cmd/sample_asked.h"
#include "cmd/sample_figures.h"
#include "core/base/mem.h"

#include <string.h>

#define REPEATED 2   /* columns that stand for any number of years */
#define YEARS_MAX 24 /* of those that a template names */
#define ENTRIES 4    /* two of each group, where there are groups */

/* Years that are named, and those between. */
static void choose_years(struct sample *s, const struct sample_names *names)
{
    s->first_year = SAMPLE_YEAR;
    s->nyears = REPEATED;
    if (names == NULL || names->first_year == 0)
        return;
    if (names->first_year < SAMPLE_YEAR)
        s->first_year = names->first_year;
    if (names->last_year >= s->first_year + s->nyears)
        s->nyears = names->last_year - s->first_year + 1;
    else
        s->nyears += SAMPLE_YEAR - s->first_year;
    if (s->nyears > YEARS_MAX)
        s->nyears = YEARS_MAX;
}

/* Whether C is in sums of rows alone, in a kind with checks that stand for each
   other: no other check has it as its result or adds it. */
static bool is_only_summed(const struct kind *kind, const struct kind_column *c)
{
    bool others = false;

    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *check = &kind->checks[i];
        const bool sums =
            check->type == CHECK_TOTAL || check->type == CHECK_SUB_TOTALS;

        others |= check->is_other;
        if (!sums &&
            (kind_check_adds(check, c->id) ||
             (check->result != NULL && strcmp(check->result, c->id) == 0)))
            return false;
    }
    return others;
}

/* What some tables tell beside their figures, under a heading of their own: an
   amount of no scenario. */
static bool is_told_beside(const struct kind *kind, const struct kind_column *c)
{
    return !c->required && c->headings_as_given && c->type == TYPE_MONEY &&
           c->role == COLUMN_PLAIN && c->scenario == SCENARIO_NONE &&
           is_only_summed(kind, c);
}

/* Whether checks add C only where they are made in the place of others: few
   tables have it. */
static bool is_seldom(const struct kind *kind, const struct kind_column *c)
{
    bool seldom = false;

    for (size_t i = 0; i < kind->nchecks; i++) {
        if (!kind_check_adds(&kind->checks[i], c->id))
            continue;
        if (!kind->checks[i].is_other)
            return false;
        seldom = true;
    }
    return seldom && !c->required;
}

/* Groups within groups, and what few tables have, are left to those who have
   some. */
static void add_columns(struct sample *s)
{
    for (size_t i = 0; i < s->kind->ncolumns; i++) {
        const struct kind_column *c = &s->kind->columns[i];
        const bool left_out = c->role == COLUMN_INNER_GROUP ||
                              is_seldom(s->kind, c) ||
                              is_told_beside(s->kind, c);
        const int n = left_out ? 0 : c->repeats ? s->nyears : 1;

        for (int k = 0; k < n && s->ncolumns < COLUMNS_MAX; k++)
            s->columns[s->ncolumns++] = (struct sample_column){c, k};
    }
}

static void add_row(struct sample *s, enum row_role role,
                    const struct kind_row *line, int number, int group)
{
    const struct str words =
        line == NULL || line->naliases == 0 ? STR_LIT("") : line->aliases[0];

    if (s->nrows < ROWS_MAX)
        s->rows[s->nrows++] =
            (struct sample_row){role, line, words, number, group};
}

static bool has_role(const struct kind *k, enum column_role role)
{
    return kind_column_of_role(k, role) != NULL;
}

static int entries(const struct sample *s)
{
    const struct kind_column *group =
        kind_column_of_role(s->kind, COLUMN_GROUP);
    int n = group == NULL ? ENTRIES / 2 : ENTRIES;

    for (size_t i = 0; i < s->ncalled; i++) {
        const struct sample_called *c = &s->called[i];
        const int number = c->number * (c->column == group ? 2 : 1);

        if (number > n)
            n = number;
    }
    for (size_t i = 0; i < s->nwishes; i++) {
        if (s->wishes[i].number > n)
            n = s->wishes[i].number;
    }
    return n;
}

static void add_entries(struct sample *s)
{
    const bool groups = has_role(s->kind, COLUMN_GROUP);
    const struct kind_row *sub_total = sample_line(s->kind, ROW_SUB_TOTAL);
    const int n = entries(s);

    for (int i = 0; i < n; i++) {
        const int group = i / 2 + 1;

        add_row(s, ROW_ENTRY, NULL, i + 1, group);
        if (groups && sub_total != NULL && (i % 2 == 1 || i + 1 == n))
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
            l->role == ROW_ENTRY || l->role == ROW_MEMO)
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

/* Whether a check says that the days of COLUMN come after others. */
static bool comes_after(const struct kind *kind,
                        const struct kind_column *column)
{
    for (size_t i = 0; i < kind->nchecks; i++) {
        if (kind->checks[i].type == CHECK_ORDER &&
            strcmp(kind->checks[i].result, column->id) == 0)
            return true;
    }
    return false;
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

static void add_heading(const struct sample *s, const struct sample_column *c,
                        struct buf *text)
{
    const int year = s->first_year + c->repeat;

    if (c->kind->repeats && c->kind->over == REPEATS_PERIODS) {
        buf_printf(text, "Q%d ", c->repeat + 1);
        add_year(text, SAMPLE_YEAR);
    } else if (c->kind->repeats) {
        add_year(text, year);
    } else {
        buf_str(text, c->kind->title);
    }
}

/* What the row or group NUMBER of column C is called. */
static void add_name(const struct sample *s, const struct kind_column *c,
                     int number, struct buf *text)
{
    const struct str name = sample_called(s, c, number);

    if (name.len > 0)
        buf_str(text, name);
    else if (c->type == TYPE_CHOICE && c->nchoices > 0)
        buf_str(text, c->choices[(size_t)(number - 1) % c->nchoices]);
    else
        buf_printf(text, "%.*s %d", STR_ARG(c->title), number);
}

/* The words of a line, with the name of its group. */
static void add_words(const struct sample *s, const struct sample_row *row,
                      struct buf *text)
{
    struct str rest = row->words;

    while (rest.len > 0) {
        const bool placeholder = str_find_char(rest, '{') < rest.len;
        struct str name;
        bool last;

        buf_str(text, str_cut(&rest, '{'));
        if (!placeholder)
            continue;
        name = str_cut(&rest, '}');
        /* A cash book ends with the month before the day of a sample. */
        last = str_is(name, "last-day");
        if (str_is(name, "group"))
            add_name(s, kind_column_of_role(s->kind, COLUMN_GROUP), row->group,
                     text);
        else
            sample_date(s->w, last ? 30 : 1, last ? 11 : 4, text);
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

/* What a view asks of this cell; false where it asks nothing that words can
   give. */
static bool add_wished(const struct sample *s, const struct sample_row *row,
                       const struct kind_column *c, struct buf *text)
{
    const struct sample_wish *wish = sample_wish(s, row->number, c);

    if (wish == NULL)
        return false;
    switch (wish->limit.asks) {
    case LIMIT_BLANK: return true;
    case LIMIT_IS:
    case LIMIT_AT_MOST:
    case LIMIT_AT_LEAST:
        buf_str(text, wish->limit.text);
        return wish->limit.text.len > 0;
    case LIMIT_IS_NOT:
    case LIMIT_FILLED:
    case LIMIT_BELOW:
    case LIMIT_ABOVE: break;
    }
    return false;
}

/* The check `one-of` by which COLUMN is one to tick; or NULL. *NTH: which of
   its columns it is. */
static const struct kind_check *
ticks_of(const struct kind *kind, const struct kind_column *column, size_t *nth)
{
    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *k = &kind->checks[i];

        for (*nth = 0; k->type == CHECK_ONE_OF && *nth < k->nplus; (*nth)++) {
            if (str_is(str_of(k->plus[*nth]), column->id))
                return k;
        }
    }
    return NULL;
}

/* One after the other; of columns to tick another one in each row. */
static void add_choice(const struct sample *s, const struct sample_row *row,
                       const struct kind_column *c, struct buf *text)
{
    const size_t number = (size_t)row->number;
    size_t nth;
    const struct kind_check *ticks = ticks_of(s->kind, c, &nth);

    if (ticks == NULL)
        buf_str(text, c->choices[number % c->nchoices]);
    else if (number % ticks->nplus == nth)
        buf_str(text, c->choices[0]);
}

static void add_entry(const struct sample *s, const struct sample_row *row,
                      const struct kind_column *c, struct buf *text)
{
    const struct kind_column *key = kind_column_of_role(s->kind, COLUMN_KEY);
    const int month = row->number + 3;

    if (c->role == COLUMN_ROW_ROLE || add_wished(s, row, c, text))
        return;
    if (c->role == COLUMN_GROUP) {
        add_name(s, c, row->group, text);
    } else if (sample_called(s, c, row->number).len > 0) {
        add_name(s, c, row->number, text);
    } else if (c->role == COLUMN_PARENT) {
        if (key != NULL && row->number > 1)
            add_name(s, key, 1, text);
    } else if (is_judged(s->kind, c)) {
        return;
    } else if (c->type == TYPE_CHOICE && c->nchoices > 0) {
        add_choice(s, row, c, text);
    } else if (c->type == TYPE_DATE || c->type == TYPE_PERIOD) {
        if (comes_after(s->kind, c))
            buf_printf(text, "1 %.*s %d",
                       STR_ARG(s->w->calendar.months[month - 1]),
                       SAMPLE_YEAR + 1);
        else
            sample_date(s->w, 1, month, text);
    } else if (c->type == TYPE_YEAR) {
        add_year(text, SAMPLE_YEAR);
    } else {
        add_name(s, c, row->number, text);
    }
}

static void add_cell(const struct sample *s, size_t r, size_t c,
                     struct buf *text)
{
    const struct sample_row *row = &s->rows[r];
    const struct kind_column *column = s->columns[c].kind;

    if (sample_is_figure(column)) {
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
        add_heading(s, &s->columns[c], &text);
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
                  const struct sample_names *names, struct buf *out)
{
    struct sample *s = mem_zalloc(1, sizeof(*s));

    if (s == NULL) {
        buf_fail(out, ST_NOMEM);
        return;
    }
    s->kind = kind;
    s->w = w;
    choose_years(s, names);
    add_columns(s);
    if (names != NULL)
        sample_ask(s, names);
    add_rows(s);
    if (names != NULL)
        sample_word_lines(s, &names->names);
    sample_figures(s);
    put(s, out);
    mem_free(s);
}
