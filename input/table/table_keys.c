#include "core/base/fold.h"
#include "core/base/mem.h"
#include "input/table/table_parts.h"

#include <string.h>

/* The rows whose keys were met, by hash and open addressing: half of the slots
   at least stay free. */
struct keys {
    const struct table *t;
    size_t column;
    uint32_t *slots;  /* row, from 1; 0: free */
    uint32_t *alike;  /* the same, by what a reader sees of the key */
    uint32_t *across; /* the same, whatever their groups are; NULL where a key
                         is the row's name, which another group may have */
    size_t mask;      /* of a slot's number */
    uint32_t *groups; /* of each row: the row that names its group, from 1; 0:
                         none does: a title row, where no column does */
    size_t group_column;
    size_t inner_column;
    uint64_t seed;
};

static struct str key_of(const struct keys *k, size_t row)
{
    return cell_as_typed(table_cell(k->t, row, k->column));
}

static struct str group_of(const struct keys *k, size_t row)
{
    const size_t column =
        k->group_column < k->t->ncolumns ? k->group_column : k->column;

    return k->groups[row] == 0
               ? (struct str){NULL, 0}
               : cell_as_typed(table_cell(k->t, k->groups[row] - 1, column));
}

static struct str inner_of(const struct keys *k, size_t row)
{
    return k->inner_column == k->t->ncolumns
               ? (struct str){NULL, 0}
               : cell_as_typed(table_cell(k->t, row, k->inner_column));
}

static bool in_one_group(const struct keys *k, size_t a, size_t b)
{
    return str_eq(group_of(k, a), group_of(k, b)) &&
           str_eq(inner_of(k, a), inner_of(k, b));
}

static uint64_t groups_hash(const struct keys *k, size_t row)
{
    return str_hash(group_of(k, row), str_hash(inner_of(k, row), k->seed));
}

/* `Place` above rows, down to its total. */
static void find_titles(struct keys *k)
{
    uint32_t title = 0;

    for (size_t row = 0; row < k->t->nrows; row++) {
        if (k->t->row_roles[row] == ROW_GROUP_TITLE)
            title = (uint32_t)row + 1;
        else if (row_is_sum(k->t->row_roles[row]))
            title = 0;
        k->groups[row] = title;
    }
}

/* A group is named in its first row, and carried down over blank cells. */
static void find_groups(struct keys *k)
{
    if (k->group_column == k->t->ncolumns)
        find_titles(k);
    for (size_t row = 0; row < k->t->nrows; row++) {
        if (k->group_column < k->t->ncolumns &&
            !table_row_is_ungrouped(k->t, row, k->group_column))
            k->groups[row] =
                (uint32_t)table_naming_row(k->t, row, k->group_column) + 1;
    }
}

/* The slot of the key of ROW: free, or an earlier row's that has the same. */
static uint32_t *find_slot(const struct keys *k, size_t row)
{
    const struct str key = key_of(k, row);
    size_t i = (size_t)str_hash(key, groups_hash(k, row)) & k->mask;

    while (k->slots[i] != 0 && !(str_eq(key_of(k, k->slots[i] - 1), key) &&
                                 in_one_group(k, k->slots[i] - 1, row)))
        i = (i + 1) & k->mask;
    return &k->slots[i];
}

/* The same for a key of any group. */
static uint32_t *find_across(const struct keys *k, size_t row)
{
    const struct str key = key_of(k, row);
    size_t i = (size_t)str_hash(key, k->seed) & k->mask;

    while (k->across[i] != 0 && !str_eq(key_of(k, k->across[i] - 1), key))
        i = (i + 1) & k->mask;
    return &k->across[i];
}

/* What stands for C where keys are compared by their shape. */
static char shape_of(char c)
{
    if (c >= '0' && c <= '9')
        return '0';
    if (c >= 'a' && c <= 'z')
        return 'a';
    return c >= 'A' && c <= 'Z' ? 'A' : c;
}

/* The next sign of F that is no letter, digit or space; FOLD_END: none is
   left. */
static uint32_t next_sign(struct fold *f)
{
    uint32_t c = fold_next(f);

    while (c != FOLD_END &&
           (c <= ' ' || c >= 0x7F || shape_of((char)c) != (char)c || c == '0' ||
            c == 'a' || c == 'A'))
        c = fold_next(f);
    return c;
}

/* No reader tells them apart: they differ in nothing but case, spaces and the
   form of dashes and quotation marks. */
static bool look_alike(struct str a, struct str b)
{
    struct fold fa;
    struct fold fb;
    uint32_t sign;

    if (!str_same_text(a, b))
        return false;
    fold_begin(&fa, a, FOLD_CHARACTERS);
    fold_begin(&fb, b, FOLD_CHARACTERS);
    do {
        sign = next_sign(&fa);
        if (sign != next_sign(&fb))
            return false;
    } while (sign != FOLD_END);
    return true;
}

/* The same for keys that look alike. */
static uint32_t *find_alike(const struct keys *k, size_t row)
{
    const struct str key = key_of(k, row);
    size_t i = (size_t)str_text_hash(key, groups_hash(k, row)) & k->mask;

    while (k->alike[i] != 0 && !(look_alike(key_of(k, k->alike[i] - 1), key) &&
                                 in_one_group(k, k->alike[i] - 1, row)))
        i = (i + 1) & k->mask;
    return &k->alike[i];
}

static struct str other_cell(const struct keys *k, struct arena *a,
                             size_t other, size_t row)
{
    return place_cell_words(a, table_cell_place(k->t, other, k->column),
                            table_cell_place(k->t, row, k->column));
}

static void say_alike(const struct keys *k, size_t first, size_t row,
                      struct findings *findings)
{
    finding(findings, FINDING_DOUBTFUL, table_cell_place(k->t, row, k->column),
            "the keys `%.*s` and `%.*s` (%.*s) are two that a reader takes "
            "for one",
            STR_ARG(key_of(k, row)), STR_ARG(key_of(k, first)),
            STR_ARG(other_cell(k, findings->arena, first, row)));
    finding_hint(findings, "spell it alike where one thing is meant; give "
                           "another thing a key of its own");
}

/* Cost centres, each with the same accounts: what rows are called says nothing
   of what they are part of. */
static bool may_be_in_groups(const struct keys *k, size_t row)
{
    return kind_column_of_role(k->t->kind, COLUMN_LABEL) == NULL &&
           kind_column_of_role(k->t->kind, COLUMN_GROUP) != NULL &&
           k->t->columns[k->column].kind != NULL &&
           (k->groups[row] == 0 || k->group_column < k->t->ncolumns);
}

static void say_repeated(const struct keys *k, size_t first, size_t row,
                         struct findings *findings)
{
    const size_t amount = table_counted_twice(k->t, first, row);
    const struct str other = other_cell(k, findings->arena, first, row);

    finding(
        findings, FINDING_DUPLICATE_ID, table_cell_place(k->t, row, k->column),
        "`%.*s` is the key of an earlier row, too", STR_ARG(key_of(k, row)));
    if (table_cell_place(k->t, first, 0).source !=
        table_cell_place(k->t, row, 0).source)
        finding_hint(
            findings,
            "the other is in %.*s; files that have the same rows, each "
            "of its period, are no one table: give each a data element "
            "of its own",
            STR_ARG(other));
    else if (amount == k->t->ncolumns && may_be_in_groups(k, row))
        finding_hint(findings,
                     "the other is in %.*s; <column id=\"%s\" from=\"...\"/> "
                     "in the data element takes another heading for what rows "
                     "are called, id=\"%s\" one that parts them",
                     STR_ARG(other), k->t->columns[k->column].kind->id,
                     kind_column_of_role(k->t->kind, COLUMN_GROUP)->id);
    else if (amount == k->t->ncolumns)
        finding_hint(findings, "the other is in %.*s", STR_ARG(other));
    else
        finding_hint(findings,
                     "the other is in %.*s; `%.*s` below `%.*s` is counted "
                     "twice",
                     STR_ARG(other),
                     STR_ARG(cell_as_typed(table_cell(k->t, row, amount))),
                     STR_ARG(k->t->columns[amount].heading));
}

/* Rows that have names of their own beside their keys are known by them
   throughout: `S1` of two directorates may be one saving, typed twice. */
static void see_across(const struct keys *k, size_t row,
                       struct findings *findings)
{
    uint32_t *slot = find_across(k, row);

    if (*slot == 0) {
        *slot = (uint32_t)row + 1;
        return;
    }
    finding(findings, FINDING_DOUBTFUL, table_cell_place(k->t, row, k->column),
            "`%.*s` is the key of a row of another group, too (%.*s)",
            STR_ARG(key_of(k, row)),
            STR_ARG(other_cell(k, findings->arena, *slot - 1, row)));
    finding_hint(findings, "give each row a key of its own, or take the row "
                           "out that stands here twice");
}

/* Letters and digits stand in both at the same places, and all else is equal:
   they say the same to a reader only if they are equal. */
static bool same_shape(struct str a, struct str b)
{
    size_t i = 0;

    while (i < a.len && i < b.len && shape_of(a.ptr[i]) == shape_of(b.ptr[i]))
        i++;
    return i == a.len && i == b.len;
}

static bool has_key(const struct keys *k, size_t row)
{
    const uint8_t role = k->t->row_roles[row];

    return (role == ROW_ENTRY || role == ROW_DEDUCTION) &&
           key_of(k, row).len > 0;
}

/* Most files list their keys in order, of the alphabet or of numbers with as
   many digits: what rises all through repeats nothing. */
static bool keys_rise(const struct keys *k)
{
    struct str last = {NULL, 0};

    for (size_t row = 0; row < k->t->nrows; row++) {
        const struct str key = key_of(k, row);

        if (!has_key(k, row))
            continue;
        if (str_cmp(last, key) >= 0 || (last.len > 0 && !same_shape(last, key)))
            return false;
        last = key;
    }
    return true;
}

static void check_rows(const struct keys *k, struct findings *findings)
{
    for (size_t row = 0; row < k->t->nrows; row++) {
        uint32_t *alike;
        uint32_t *slot;

        if (!has_key(k, row))
            continue;
        slot = find_slot(k, row);
        if (*slot != 0) {
            say_repeated(k, *slot - 1, row, findings);
            continue;
        }
        *slot = (uint32_t)row + 1;
        if (k->across != NULL)
            see_across(k, row, findings);
        alike = find_alike(k, row);
        if (*alike != 0)
            say_alike(k, *alike - 1, row, findings);
        else
            *alike = (uint32_t)row + 1;
    }
}

static bool has_names(const struct keys *k)
{
    return k->group_column < k->t->ncolumns &&
           table_column_of_role(k->t, COLUMN_LABEL) < k->t->ncolumns;
}

enum status table_check_keys(const struct table *t, struct findings *findings)
{
    struct keys k = {
        .t = t,
        .column = table_column_of_role(t, COLUMN_KEY),
        .group_column = table_column_of_role(t, COLUMN_GROUP),
        .inner_column = table_column_of_role(t, COLUMN_INNER_GROUP),
        .mask = 1,
    };
    enum status st = ST_NOMEM;

    if (k.column == t->ncolumns || t->nrows == 0 || keys_rise(&k))
        return ST_OK;
    while (k.mask < 2 * t->nrows) /* nrows < FILE_SIZE_MAX */
        k.mask *= 2;
    memcpy(&k.seed, t->source->sha256, sizeof(k.seed));
    k.slots = mem_zalloc(k.mask, sizeof(*k.slots));
    k.alike = mem_zalloc(k.mask, sizeof(*k.alike));
    k.groups = mem_zalloc(t->nrows, sizeof(*k.groups));
    if (has_names(&k))
        k.across = mem_zalloc(k.mask, sizeof(*k.across));
    if (k.slots != NULL && k.alike != NULL && k.groups != NULL &&
        (k.across != NULL || !has_names(&k))) {
        k.mask--;
        find_groups(&k);
        check_rows(&k, findings);
        st = ST_OK;
    }
    mem_free(k.slots);
    mem_free(k.alike);
    mem_free(k.across);
    mem_free(k.groups);
    return st;
}
