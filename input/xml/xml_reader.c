#include "input/xml/xml_reader.h"

void reader_stop(struct reader *r)
{
    if (!r->stopped)
        r->stopped_by = r->parser->errNo;
    r->stopped = true;
    r->parser->disableSAX = 1;
}

struct xml_node *reader_new_node(struct reader *r)
{
    struct xml_node *n = arena_alloc(r->arena, 1, sizeof(*n));

    if (n == NULL)
        reader_stop(r);
    else
        n->parent = r->open;
    return n;
}

void reader_append(struct reader *r, struct xml_node *child)
{
    if (r->open == NULL)
        return;
    if (r->before == NULL)
        r->open->first = child;
    else
        r->before->next = child;
    r->before = child;
}
