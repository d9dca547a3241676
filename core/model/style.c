#include "core/model/style.h"

const struct choice panel_choices[] = {PANELS(CHOICE_ROW) CHOICE_END};

const struct choice facts_choices[] = {FACTS(CHOICE_ROW) CHOICE_END};

const struct choice table_head_choices[] = {TABLE_HEADS(CHOICE_ROW) CHOICE_END};

const struct choice cover_choices[] = {COVERS(CHOICE_ROW) CHOICE_END};

const struct choice paper_choices[] = {PAPERS(CHOICE_ROW) CHOICE_END};

const struct choice orientation_choices[] = {{"portrait", false, NULL, NULL},
                                             {"landscape", true, NULL, NULL},
                                             CHOICE_END};

#define BODY_LEADING 1400 /* thousandths; what the defaults are made for */

enum type_set set_of_heading(unsigned level)
{
    static const enum type_set sets[] = {SET_TITLE, SET_TITLE, SET_HEADING_2,
                                         SET_HEADING_3, SET_HEADING_4};

    return level < sizeof(sets) / sizeof(sets[0]) ? sets[level] : SET_HEADING_4;
}

/* The line of type of SIZE where the house style says none: as in the default,
   whose sizes are in WAS. */
static int32_t line_of(struct set was, int32_t size, int32_t leading)
{
    const int64_t line = (int64_t)size * was.line * leading;
    const int64_t by = (int64_t)was.size * BODY_LEADING;

    return (int32_t)((line + by / 2) / by);
}

void house_set_make(struct house *h)
{
    const struct house_sizes *s = &h->sizes;

#define SET_OF(A, E, constant, member, name, what, points, height)             \
    h->set[constant] = (struct set){                                           \
        s->member, h->lines.member > 0 ? h->lines.member                       \
                                       : line_of((struct set){points, height}, \
                                                 s->member, s->leading)};
    HOUSE_TYPES(SET_OF, , )
#undef SET_OF
}
