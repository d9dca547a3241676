/*
 * Names of groups that differ in nothing but case and spaces: sums and views
 * take `Place` and `PLACE` for one, a table prints two.
 */
#include "core/base/number_map.h"
#include "input/table/table_parts.h"

#include <string.h>

static struct str group_at(const struct table_reading *r, size_t row)
{
    return table_text(r, row, r->group_column);
}

static void say(const struct table_reading *r, size_t first, size_t row)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_spot(r, first, r->group_column), name);
    finding(r->findings, FINDING_DOUBTFUL, table_spot(r, row, r->group_column),
            "`%.*s` is the group `%.*s` (cell %s) spelt otherwise: sums take "
            "them for one group, and tables print two",
            STR_ARG(cell_shown(group_at(r, row))),
            STR_ARG(cell_shown(group_at(r, first))), name);
    finding_hint(r->findings, "spell it alike in all rows");
}

void group_spellings_check(struct table_reading *r)
{
    struct number_map first;
    struct str last = {NULL, 0};
    uint64_t seed;

    if (r->group_column == r->columns.count)
        return;
    number_map_init(&first, r->arena);
    memcpy(&seed, r->reader->now.source->sha256, sizeof(seed));
    for (size_t row = 0; row < r->nrows; row++) {
        const struct str group = group_at(r, row);
        uint64_t number;
        uint32_t known;

        if (group.len == 0 || !row_is_plain(r->roles[row]) ||
            str_eq(group, last))
            continue;
        last = group;
        number = str_text_hash(group, seed);
        known = number_map_get(&first, number);
        if (known == 0) {
            number_map_set(&first, number, (uint32_t)row + 1);
        } else if (!str_eq(group_at(r, known - 1), group) &&
                   str_same_text(group_at(r, known - 1), group)) {
            say(r, known - 1, row);
            return; /* the others are likely the same */
        }
    }
}
