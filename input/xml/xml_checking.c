#include "input/xml/xml_checking.h"

#include <assert.h>

void xml_names_add(struct xml_names *n, const char *name)
{
    assert(n->count < XML_NAMES_MAX); /* vocabularies are ours */
    n->words[n->count++] = str_of(name);
}

bool xml_is_there(const struct xml_checking *c, int since)
{
    return since <= c->version;
}

void xml_say_since(struct xml_checking *c, int since)
{
    finding_hint(c->findings,
                 "it is there from format=\"%d\" on: write that in <%s>", since,
                 c->root->name);
    c->version = since;
}
