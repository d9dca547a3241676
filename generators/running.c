#include "generators/prose.h"
#include "generators/report_tree.h"

static void add(const struct generator_in *in, struct doc *d,
                const struct doc_node *fragment, uint8_t level)
{
    struct doc_node *n;

    if (fragment == NULL)
        return;
    n = doc_add(d, d->root, DOC_RUNNING);
    if (n == NULL)
        return;
    n->level = level;
    n->medium = MEDIUM_PRINT;
    generate_prose(in, d, n, fragment);
}

void generate_running(const struct generator_in *in, struct doc *d)
{
    add(in, d, in->template_used->running_head, 0);
    add(in, d, in->template_used->running_foot, 1);
}
