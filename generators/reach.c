#include "generators/reach.h"
#include "generators/generator_tools.h"

static unsigned media_of(enum doc_medium medium)
{
    switch (medium) {
    case MEDIUM_PRINT: return REACH_PRINT;
    case MEDIUM_SCREEN: return REACH_SCREEN;
    default: return REACH_PRINT | REACH_SCREEN;
    }
}

/* Says nothing alone: the number of something, the name of a fact, the head of
   a table, a note on what is said elsewhere. */
static bool is_aside(const struct doc_node *n)
{
    return n->kind == DOC_LABEL || n->kind == DOC_FIELD_NAME ||
           n->kind == DOC_CAPTION || n->kind == DOC_NOTE ||
           n->kind == DOC_NOTE_MARK || n->kind == DOC_BREAK ||
           n->kind == DOC_PAGE_BREAK ||
           (n->kind == DOC_ROW_GROUP && n->level == GROUP_HEAD);
}

static bool is_blank(const struct doc_node *leaf)
{
    return (leaf->kind == DOC_TEXT || leaf->kind == DOC_CELL) &&
           str_trim(leaf->text).len == 0;
}

/* What is yet to be made of data that is internal will be so, too. */
static bool is_internal(const struct generator_in *in, const struct doc_node *n)
{
    const struct data *data;

    if (n->audience == AUDIENCE_INTERNAL)
        return true;
    if (n->kind != DOC_GENERATOR_CALL || n->u.call->data == NULL)
        return false;
    data = report_data(in->report, str_of(n->u.call->data));
    return data != NULL && data->audience == AUDIENCE_INTERNAL;
}

/* Of LEAF, which holds nothing, within TOP. */
static struct reach reach_of_leaf(const struct generator_in *in,
                                  const struct doc_node *leaf,
                                  const struct doc_node *top)
{
    struct reach reach = {REACH_PRINT | REACH_SCREEN,
                          REACH_PRINT | REACH_SCREEN};

    if (is_blank(leaf))
        return (struct reach){0, 0};
    for (const struct doc_node *n = leaf; n != NULL; n = n->parent) {
        const unsigned media = media_of((enum doc_medium)n->medium);

        if (is_aside(n))
            return (struct reach){0, 0};
        reach.internal &= media;
        reach.published &= is_internal(in, n) ? 0 : media;
        if (n == top)
            break;
    }
    return reach;
}

struct reach reach_both(struct reach a, struct reach b)
{
    return (struct reach){a.published | b.published, a.internal | b.internal};
}

struct reach reach_of(const struct generator_in *in, const struct doc_node *n)
{
    struct doc_walk w = doc_walk(n);
    struct reach reach = {0, 0};

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->first == NULL)
            reach = reach_both(reach, reach_of_leaf(in, w.node, n));
    }
    return reach;
}

struct reach reach_from(const struct generator_in *in,
                        const struct doc_node *first)
{
    struct reach reach = {0, 0};

    for (const struct doc_node *n = first; n != NULL; n = n->next)
        reach = reach_both(reach, reach_of(in, n));
    return reach;
}

bool reach_is_split(struct reach reach)
{
    return reach.published != 0 && reach.published != reach.internal;
}

void reach_limit(const struct generator_in *in, struct doc_node *n,
                 struct reach reach)
{
    const enum doc_medium medium = reach.internal == REACH_PRINT ? MEDIUM_PRINT
                                   : reach.internal == REACH_SCREEN
                                       ? MEDIUM_SCREEN
                                       : MEDIUM_BOTH;

    if (reach.internal != 0 && reach.published == 0)
        n->audience = AUDIENCE_INTERNAL;
    generate_refuse_medium(in, (enum doc_medium)n->medium, medium, n->at);
    if (n->medium == MEDIUM_BOTH)
        n->medium = (uint8_t)medium;
}
