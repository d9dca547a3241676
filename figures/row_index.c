#include "figures/row_index.h"
#include "core/base/utf8.h"

#include <string.h>

#define NAME_LENGTH 60 /* bytes of a name in a message */

typedef struct str text_fn(const struct table *t, size_t row);
typedef uint64_t hash_fn(struct str s, uint64_t seed);
typedef bool same_fn(struct str a, struct str b);

static struct str role_text(const struct table *t, size_t row,
                            enum column_role role)
{
    const size_t column = table_column_of_role(t, role);

    if (column == t->ncolumns)
        return (struct str){NULL, 0};
    return cell_as_typed(table_cell(t, row, column));
}

struct str row_key(const struct table *t, size_t row)
{
    static const enum column_role roles[] = {COLUMN_KEY, COLUMN_LABEL,
                                             COLUMN_ROW_ROLE,
                                             COLUMN_INNER_GROUP, COLUMN_GROUP};
    struct str text = {NULL, 0};

    for (size_t i = 0; i < sizeof(roles) / sizeof(*roles) && text.len == 0; i++)
        text = role_text(t, row, roles[i]);
    return text;
}

struct str row_stands_in(const struct row_index *ix, size_t row)
{
    const struct table *t = ix->table;
    const size_t column = table_column_of_role(t, COLUMN_GROUP);

    if (column < t->ncolumns)
        return cell_as_typed(
            table_cell(t, table_naming_row(t, row, column), column));
    if (ix->titles == NULL || ix->titles[row] == 0)
        return (struct str){NULL, 0};
    return row_key(t, ix->titles[row] - 1);
}

struct str name_cut(struct str name)
{
    if (name.len <= NAME_LENGTH)
        return name;
    name.len = NAME_LENGTH;
    while (name.len > 0 && utf8_continues(name.ptr[name.len]))
        name.len--;
    return name;
}

struct str row_name(const struct table *t, size_t row)
{
    return name_cut(row_key(t, row));
}

uint64_t table_seed(const struct table *t)
{
    uint64_t seed;

    memcpy(&seed, t->source->sha256, sizeof(seed));
    return seed;
}

/* A row that has nothing but a name, as titles of groups are. */
static bool is_bare(const struct table *t, size_t row)
{
    size_t filled = 0;

    for (size_t c = 0; c < t->ncolumns; c++)
        filled += table_cell(t, row, c)->state != CELL_BLANK;
    return filled == 1;
}

/* The title of the rows down to the sub-total at ROW; empty: they have none. */
static struct str bare_title_above(const struct table *t, size_t row)
{
    while (row > 0 && row_has_own_figures(t->row_roles[row - 1]))
        row--;
    return row > 0 && t->row_roles[row - 1] == ROW_GROUP_TITLE &&
                   is_bare(t, row - 1)
               ? row_key(t, row - 1)
               : (struct str){NULL, 0};
}

/* The group within a group that the row stands in; of a sum, that of the rows
   above it. */
static struct str inner_group(const struct table *t, size_t row)
{
    const size_t column = table_column_of_role(t, COLUMN_INNER_GROUP);

    if (column == t->ncolumns)
        return (struct str){NULL, 0};
    while (row > 0 && row_is_sum(t->row_roles[row]))
        row--;
    return cell_as_typed(table_cell(t, row, column));
}

/* The group that the row speaks for: a sub-total that says no more than that
   it is one is of the group that it stands in. */
static struct str row_group(const struct table *t, size_t row)
{
    const size_t column = table_column_of_role(t, COLUMN_GROUP);
    struct str group = role_text(t, row, COLUMN_GROUP);

    if (t->row_roles[row] == ROW_INNER_TOTAL)
        return inner_group(t, row);
    if (t->row_roles[row] != ROW_SUB_TOTAL)
        return group;
    if (column == t->ncolumns)
        return bare_title_above(t, row);
    if (t->group_rows != NULL &&
        (group.len == 0 || str_eq(group, row_key(t, row))))
        group = cell_as_typed(table_cell(t, t->group_rows[row], column));
    return group;
}

/* Whether the row speaks for its group under another name than the group's. */
static bool speaks_for_group(const struct table *t, size_t row)
{
    const size_t comparison = table_column_of_role(t, COLUMN_SUB_TOTAL);

    if (t->row_roles[row] == ROW_SUB_TOTAL ||
        t->row_roles[row] == ROW_INNER_TOTAL ||
        t->row_roles[row] == ROW_GROUP_TITLE)
        return true;
    return comparison < t->ncolumns &&
           table_cell(t, row, comparison)->state == CELL_VALUE;
}

/*
 * Texts are told apart by the text itself; two whose hashes are equal get
 * neighbouring numbers. Returns the number of TEXT, or the free one where it
 * belongs.
 */
static uint64_t number_of(const struct row_index *ix, const struct key_set *set,
                          struct str text, text_fn *text_of, hash_fn *hash,
                          same_fn *same)
{
    uint64_t number = hash(text, ix->seed);

    for (;; number++) {
        const uint32_t row = number_map_get(&set->first, number);

        if (row == 0 || same(text_of(ix->table, row - 1), text))
            return number;
    }
}

static void add_number(struct key_set *set, uint64_t number, size_t row)
{
    if (number_map_get(&set->first, number) == 0)
        number_map_set(&set->first, number, (uint32_t)row + 1);
    else if (number_map_get(&set->second, number) == 0)
        number_map_set(&set->second, number, (uint32_t)row + 1);
}

static int find_number(const struct key_set *set, uint64_t number,
                       size_t rows[2])
{
    const uint32_t first = number_map_get(&set->first, number);
    const uint32_t second = number_map_get(&set->second, number);

    if (first == 0)
        return 0;
    rows[0] = first - 1;
    if (second == 0)
        return 1;
    rows[1] = second - 1;
    return 2;
}

static void add(struct row_index *ix, struct key_set *set, size_t row,
                text_fn *text_of, hash_fn *hash, same_fn *same)
{
    const struct str text = text_of(ix->table, row);

    add_number(set, number_of(ix, set, text, text_of, hash, same), row);
}

static int find(const struct row_index *ix, const struct key_set *set,
                struct str key, text_fn *text_of, hash_fn *hash, same_fn *same,
                size_t rows[2])
{
    return find_number(set, number_of(ix, set, key, text_of, hash, same), rows);
}

/* As number_of(), of the key of ROW of OWN in its groups. */
static uint64_t number_of_pair(const struct row_index *ix,
                               const struct row_index *own, size_t row)
{
    const struct table *t = ix->table;
    const struct str key = row_key(own->table, row);
    const struct str group = row_stands_in(own, row);
    const struct str inner = inner_group(own->table, row);
    uint64_t number = str_word_hash(
        key, str_word_hash(group, str_word_hash(inner, ix->seed)));

    for (;; number++) {
        const uint32_t met = number_map_get(&ix->pairs.first, number);

        if (met == 0 || (str_same_word(row_key(t, met - 1), key) &&
                         str_same_word(row_stands_in(ix, met - 1), group) &&
                         str_same_word(inner_group(t, met - 1), inner)))
            return number;
    }
}

static void set_init(struct key_set *set, struct arena *arena)
{
    number_map_init(&set->first, arena);
    number_map_init(&set->second, arena);
}

/* Whether ROW names or sums a group within the group that is named above. */
static bool is_within(const struct table *t, size_t row)
{
    const size_t column = table_column_of_role(t, COLUMN_INNER_GROUP);

    return t->row_roles[row] == ROW_INNER_TOTAL ||
           (column < t->ncolumns && t->row_roles[row] == ROW_GROUP_TITLE &&
            table_cell(t, row, column)->len > 0);
}

/* A bare title whose group has a sub-total: its name is that row's key. */
static bool yields_its_name(const struct table *t, size_t row)
{
    const bool within = is_within(t, row);
    size_t end = row + 1;

    if (t->row_roles[row] != ROW_GROUP_TITLE || !is_bare(t, row))
        return false;
    while (end < t->nrows && (row_has_own_figures(t->row_roles[end]) ||
                              (!within && is_within(t, end))))
        end++;
    return end < t->nrows &&
           t->row_roles[end] == (within ? ROW_INNER_TOTAL : ROW_SUB_TOTAL);
}

/* `Place` above rows, down to its total. */
static uint32_t *find_titles(struct arena *arena, const struct table *t)
{
    uint32_t *titles = NULL;
    uint32_t title = 0;

    for (size_t r = 0; r < t->nrows && r < UINT32_MAX; r++) {
        if (row_is_sum(t->row_roles[r]))
            title = 0;
        if (t->row_roles[r] != ROW_GROUP_TITLE && title == 0)
            continue;
        if (titles == NULL)
            titles = arena_alloc(arena, t->nrows, sizeof(*titles));
        if (titles == NULL)
            return NULL;
        if (t->row_roles[r] == ROW_GROUP_TITLE)
            title = (uint32_t)r + 1;
        else
            titles[r] = title;
    }
    return titles;
}

void row_index_build(struct row_index *ix, struct arena *arena,
                     const struct table *t)
{
    const bool column = table_column_of_role(t, COLUMN_GROUP) < t->ncolumns;
    bool groups;

    *ix = (struct row_index){.table = t,
                             .seed = table_seed(t),
                             .titles = column ? NULL : find_titles(arena, t)};
    groups = column || ix->titles != NULL;
    set_init(&ix->keys, arena);
    set_init(&ix->key_words, arena);
    set_init(&ix->groups, arena);
    set_init(&ix->group_words, arena);
    set_init(&ix->pairs, arena);
    for (size_t r = 0; r < t->nrows && r < UINT32_MAX; r++) {
        const struct str key = row_key(t, r);
        const struct str group = row_group(t, r);

        if (arena_status(arena) != ST_OK)
            return;
        if (key.len > 0 && !yields_its_name(t, r)) {
            add(ix, &ix->keys, r, row_key, str_hash, str_eq);
            add(ix, &ix->key_words, r, row_key, str_word_hash, str_same_word);
        }
        if (groups && key.len > 0 && row_has_own_figures(t->row_roles[r]))
            add_number(&ix->pairs, number_of_pair(ix, ix, r), r);
        if (group.len > 0 && !str_eq(group, key) && speaks_for_group(t, r)) {
            add(ix, &ix->groups, r, row_group, str_hash, str_eq);
            add(ix, &ix->group_words, r, row_group, str_word_hash,
                str_same_word);
        }
    }
}

/* N ROWS are called so, and NOF rows speak for a group that is: several, where
   these are not one row. */
static int key_or_group(int n, int nof, const size_t of[2], size_t rows[2])
{
    if (n == 0) {
        rows[0] = of[0];
        rows[1] = of[1];
        return nof;
    }
    if (n > 1 || nof == 0 || (nof == 1 && of[0] == rows[0]))
        return n;
    rows[1] = of[0] == rows[0] ? of[1] : of[0];
    return 2;
}

int row_index_find(const struct row_index *ix, struct str key, size_t rows[2])
{
    size_t of[2] = {0, 0};
    int n = find(ix, &ix->keys, key, row_key, str_hash, str_eq, rows);

    n = key_or_group(
        n, find(ix, &ix->groups, key, row_group, str_hash, str_eq, of), of,
        rows);
    if (n > 0)
        return n;
    n = find(ix, &ix->key_words, key, row_key, str_word_hash, str_same_word,
             rows);
    return key_or_group(n,
                        find(ix, &ix->group_words, key, row_group,
                             str_word_hash, str_same_word, of),
                        of, rows);
}

/* The same, but rows' own keys go before the groups that others speak for: what
   is found again is a row, not what an author names. */
static int find_again(const struct row_index *ix, struct str key,
                      size_t rows[2])
{
    int n = find(ix, &ix->keys, key, row_key, str_hash, str_eq, rows);

    if (n == 0)
        n = find(ix, &ix->groups, key, row_group, str_hash, str_eq, rows);
    if (n == 0)
        n = find(ix, &ix->key_words, key, row_key, str_word_hash, str_same_word,
                 rows);
    if (n == 0)
        n = find(ix, &ix->group_words, key, row_group, str_word_hash,
                 str_same_word, rows);
    return n;
}

int row_index_match(const struct row_index *own, size_t row,
                    const struct row_index *other, size_t *found)
{
    const struct str key = row_key(own->table, row);
    const struct str group = row_stands_in(own, row);
    size_t rows[2];
    size_t namesakes[2];
    int n = key.len == 0 ? 2 : find_again(other, key, rows);

    if (n == 1 && find_again(own, key, namesakes) > 1)
        n = 2;
    if (n == 2 && key.len > 0 && group.len > 0)
        n = find_number(&other->pairs, number_of_pair(other, own, row), rows);
    *found = n == 1 ? rows[0] : other->table->nrows;
    return n;
}
