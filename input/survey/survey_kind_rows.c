#include "core/model/cell_text.h"
#include "input/survey/survey_parts.h"

#define ENTRIES_COMPARED 2000 /* to see whether a column names each of them */
#define GROUPS_MAX 64

/* A kind that was made from headings, while it is told what its rows are. */
struct learning {
    struct arena *arena;
    const struct table *t;
    const struct kind *kind;
    struct kind_column *columns;       /* of the kind, as they are now */
    size_t groups;                     /* column of the table; ncolumns: none */
    struct list aliases[ROW_ROLE_MAX]; /* struct str: what its lines say */
    struct list checks;                /* struct kind_check */
};

static struct kind_column *column_of(const struct learning *l, size_t column)
{
    return &l->columns[l->t->columns[column].kind - l->kind->columns];
}

static bool is_entry(const struct learning *l, size_t row)
{
    return l->t->row_roles[row] == ROW_ENTRY;
}

static bool is_words(const struct learning *l, size_t column)
{
    const enum value_type type = column_of(l, column)->type;

    return type == TYPE_TEXT || type == TYPE_CHOICE;
}

static struct str text_at(const struct learning *l, size_t row, size_t column)
{
    const struct cell *cell = table_cell(l->t, row, column);

    return (struct str){cell->ptr, cell->len};
}

/* Whether every entry is called something in COLUMN, and none as another. */
static bool names_entries(const struct learning *l, size_t column)
{
    size_t n = 0;

    for (size_t r = 0; r < l->t->nrows; r++) {
        if (!is_entry(l, r))
            continue;
        if (++n > ENTRIES_COMPARED || text_at(l, r, column).len == 0)
            return false;
        for (size_t k = 0; k < r; k++) {
            if (is_entry(l, k) &&
                str_same_word(text_at(l, k, column), text_at(l, r, column)))
                return false;
        }
    }
    return n > 1;
}

/* Whether its names stand for several entries each, one below the other. */
static bool names_groups(const struct learning *l, size_t column)
{
    struct str seen[GROUPS_MAX];
    size_t nseen = 0;
    bool several = false;

    for (size_t r = 0; r < l->t->nrows; r++) {
        const struct str name = text_at(l, r, column);

        if (!is_entry(l, r))
            continue;
        if (nseen > 0 && (name.len == 0 || str_eq(name, seen[nseen - 1]))) {
            several = true;
            continue;
        }
        for (size_t i = 0; i < nseen; i++) {
            if (str_eq(seen[i], name))
                return false;
        }
        if (name.len == 0 || nseen == GROUPS_MAX)
            return false;
        seen[nseen++] = name;
    }
    return several && nseen > 1;
}

/* The column that names rows, and before it the one that names their groups. */
static void learn_names(struct learning *l)
{
    const size_t n = l->t->ncolumns;
    size_t key = 0;

    while (key < n && column_of(l, key)->role != COLUMN_KEY)
        key++;
    for (size_t i = 0; i < n && key == n; i++) {
        if (column_of(l, i)->type == TYPE_TEXT && names_entries(l, i)) {
            column_of(l, i)->role = COLUMN_KEY;
            key = i;
        }
    }
    for (size_t i = 0; key < n && i < key && l->groups == n; i++) {
        struct kind_column *c = column_of(l, i);

        if (!is_words(l, i) || !names_groups(l, i))
            continue;
        c->role = COLUMN_GROUP;
        c->type = TYPE_TEXT;
        c->nchoices = 0;
        l->groups = i;
    }
}

/* WORDS as an alias: the group's name is any group's. */
static struct str alias_of(const struct learning *l, struct str words,
                           struct str group)
{
    const size_t at = group.len == 0 ? words.len : str_find(words, group);

    if (at == words.len)
        return words;
    return arena_printf(l->arena, "%.*s{group}%.*s", STR_ARG(str_to(words, at)),
                        STR_ARG(str_from(words, at + group.len)));
}

static void add_alias(struct learning *l, uint8_t role, struct str alias)
{
    const struct str *known = l->aliases[role].items;
    struct str *kept;

    for (size_t i = 0; i < l->aliases[role].count; i++) {
        if (str_same_word(known[i], alias))
            return;
    }
    kept = alias.len == 0 ? NULL : list_add(&l->aliases[role]);
    if (kept != NULL)
        *kept = alias;
}

/* What rows that sum others say. */
static void learn_lines(struct learning *l)
{
    struct str group = {NULL, 0};

    for (size_t r = 0; r < l->t->nrows; r++) {
        const uint8_t role = l->t->row_roles[r];
        size_t c = 0;

        if (is_entry(l, r)) {
            if (l->groups < l->t->ncolumns && text_at(l, r, l->groups).len > 0)
                group = text_at(l, r, l->groups);
            continue;
        }
        while (c < l->t->ncolumns &&
               (!is_words(l, c) || text_at(l, r, c).len == 0))
            c++;
        if ((role == ROW_TOTAL || role == ROW_SUB_TOTAL) && c < l->t->ncolumns)
            add_alias(l, role, alias_of(l, text_at(l, r, c), group));
    }
}

/* The row of the last total; nrows: there is none. */
static size_t last_total(const struct learning *l)
{
    size_t row = l->t->nrows;

    while (row > 0 && l->t->row_roles[row - 1] != ROW_TOTAL)
        row--;
    return row == 0 ? l->t->nrows : row - 1;
}

/* Whether the figure of row TOTAL is the sum of the entries above it. */
static bool is_sum(const struct learning *l, size_t total, size_t column)
{
    const enum value_type type = column_of(l, column)->type;
    struct decimal sum = {0, 0};
    struct decimal figure;

    for (size_t r = 0; r < total; r++) {
        if (is_entry(l, r) &&
            cell_decimal(type, table_cell(l->t, r, column), &figure) &&
            !decimal_add(sum, figure, &sum))
            return false;
    }
    return cell_decimal(type, table_cell(l->t, total, column), &figure) &&
           decimal_compare(sum, figure) == 0;
}

/* Money that has a total is meant to be summed, be it wrong or rounded; other
   figures may be means. */
static bool is_summed(const struct learning *l, size_t column)
{
    const enum value_type type = column_of(l, column)->type;
    const size_t total = last_total(l);
    struct decimal figure;

    if (total == l->t->nrows)
        return false;
    return type == TYPE_NUMBER
               ? is_sum(l, total, column)
               : type == TYPE_MONEY &&
                     cell_decimal(type, table_cell(l->t, total, column),
                                  &figure);
}

static void add_check(struct learning *l, enum check_type type, const char *id)
{
    struct kind_check *check = list_add(&l->checks);

    if (check != NULL)
        *check = (struct kind_check){.type = type,
                                     .result = id,
                                     .tolerance = TOLERANCE_UNSAID,
                                     .better = BETTER_HIGH};
}

static void learn_checks(struct learning *l, enum row_role role,
                         enum check_type type)
{
    for (size_t c = 0; c < l->t->ncolumns && l->aliases[role].count > 0; c++) {
        if (is_summed(l, c))
            add_check(l, type, column_of(l, c)->id);
    }
}

/* The only column of money is what the table is about. */
static void learn_amount(struct learning *l)
{
    struct kind_column *amount = NULL;
    size_t n = 0;

    for (size_t c = 0; c < l->t->ncolumns; c++) {
        if (column_of(l, c)->type != TYPE_MONEY)
            continue;
        amount = column_of(l, c);
        n++;
    }
    if (n == 1)
        amount->role = COLUMN_AMOUNT;
}

static void put_lines(struct learning *l, struct kind *kind)
{
    static const enum row_role roles[] = {ROW_SUB_TOTAL, ROW_TOTAL};
    struct kind_row *rows = arena_alloc(l->arena, 2, sizeof(*rows));

    for (size_t i = 0; rows != NULL && i < 2; i++) {
        const struct list *aliases = &l->aliases[roles[i]];

        if (aliases->count > 0)
            rows[kind->nrows++] = (struct kind_row){
                .role = roles[i],
                .aliases = aliases->items,
                .naliases = aliases->count,
            };
    }
    kind->rows = rows;
    kind->checks = l->checks.items;
    kind->nchecks = l->checks.count;
}

const struct kind *survey_learn_rows(struct arena *arena,
                                     const struct table *table,
                                     const struct kind *kind)
{
    struct learning l = {.arena = arena,
                         .t = table,
                         .kind = kind,
                         .groups = table->ncolumns,
                         .checks = list_of(arena, sizeof(struct kind_check))};
    struct kind *learnt = arena_alloc(arena, 1, sizeof(*learnt));

    l.columns = arena_alloc(arena, kind->ncolumns, sizeof(*l.columns));
    if (learnt == NULL || l.columns == NULL)
        return kind;
    for (size_t i = 0; i < kind->ncolumns; i++)
        l.columns[i] = kind->columns[i];
    for (size_t i = 0; i < ROW_ROLE_MAX; i++)
        l.aliases[i] = list_of(arena, sizeof(struct str));
    *learnt = *kind;
    learnt->columns = l.columns;
    learn_names(&l);
    learn_lines(&l);
    learn_checks(&l, ROW_SUB_TOTAL, CHECK_SUB_TOTALS);
    learn_checks(&l, ROW_TOTAL, CHECK_TOTAL);
    learn_amount(&l);
    put_lines(&l, learnt);
    return learnt;
}
