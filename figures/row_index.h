/*
 * row_index.h - finds the row of a table by its key, as [key] names it.
 *
 * A row is called by the text of its key, label or row-role column, whichever
 * it has first, or by its group where it has none of them. A group's name also
 * finds the row that speaks for the group: its sub-total, or the row that
 * gives it; a text that is both names several. Text that is met exactly goes
 * before text that is the same word.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef FIGURES_ROW_INDEX_H
#define FIGURES_ROW_INDEX_H

#include "core/base/number_map.h"
#include "core/model/report.h"

/* The first two rows of each text: the second makes it ambiguous. */
struct key_set {
    struct number_map first;
    struct number_map second;
};

struct row_index {
    const struct table *table;
    uint64_t seed;
    struct key_set keys, key_words;
    struct key_set groups, group_words;
    struct key_set pairs;   /* groups and key, as words */
    const uint32_t *titles; /* of each row: 1 + the row that is the title of its
                               group, or 0; NULL: a column names groups, or
                               nothing does */
};

/* What a row is called; empty when nothing names it. */
struct str row_key(const struct table *t, size_t row);

/* The same for a message, and any name for one: not too long. */
struct str row_name(const struct table *t, size_t row);
struct str name_cut(struct str name);

/* For str_hash(). No author can choose texts that collide: they are part of
   the file whose digest this is made from. */
uint64_t table_seed(const struct table *t);

/* The group that it stands in, by the column of groups or the title above it;
   empty: in none. */
struct str row_stands_in(const struct row_index *index, size_t row);

void row_index_build(struct row_index *index, struct arena *arena,
                     const struct table *table);

/* How many rows are called KEY: 0, 1, or 2 for several. ROWS are the first. */
int row_index_find(const struct row_index *index, struct str key,
                   size_t rows[2]);

/* How row ROW of the table of OWN is found again in that of OTHER: by its key,
   and where several are called so in either, by its groups, too. 0: there is
   none; 2: nothing tells which. */
int row_index_match(const struct row_index *own, size_t row,
                    const struct row_index *other, size_t *found);

#endif
