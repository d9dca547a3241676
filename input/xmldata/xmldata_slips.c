/*
 * What is asked of the parents of records, and none of them says.
 */
#include "input/xmldata/xmldata_parts.h"

void xml_say_no_parent(struct arena *arena, const struct xml_node *record,
                       struct column_map *map, struct findings *findings)
{
    struct list names = list_of(arena, sizeof(struct str));

    map->used = true; /* nobody else need say so */
    finding(findings, FINDING_UNKNOWN_NAME, map->at,
            "`%.*s` leads to nothing that a parent of the records says",
            STR_ARG(map->from));
    xml_list_of_parents(arena, record, &names);
    if (names.count > 0)
        finding_hint(findings, "what they say is %.*s",
                     STR_ARG(xml_join_names(arena, &names)));
}
