#include "generators/prose.h"
#include "generators/report_tree.h"

/* A line of three places: N is one of them, or the first alone. */
static void add_line(struct doc *d, struct doc_node *running,
                     struct doc_node *n)
{
    doc_append(running, n);
    doc_add(d, running, DOC_PARAGRAPH);
    doc_add(d, running, DOC_PARAGRAPH);
}

static void add_sides(struct doc_node *running, const struct doc_node *sides)
{
    struct doc_node *n = sides->first;

    if (n != NULL)
        n->level = sides->level;
    while (n != NULL) {
        struct doc_node *next = n->next;

        doc_append(running, n);
        if (sides->lang != NULL && n->lang == NULL)
            n->lang = sides->lang;
        if (sides->audience == AUDIENCE_INTERNAL)
            n->audience = AUDIENCE_INTERNAL;
        n = next;
    }
}

/* Running matter is lines, made in a node of its own. */
static void add(const struct generator_in *in, struct doc *d,
                const struct doc_node *fragment, uint8_t level)
{
    struct doc_node *made = doc_new(d->arena, DOC_FRAGMENT);
    struct doc_node *running = doc_new(d->arena, DOC_RUNNING);
    struct doc_node *n;

    if (fragment == NULL || made == NULL || running == NULL)
        return;
    running->level = level;
    running->medium = MEDIUM_PRINT;
    running->parent = d->root;
    made->parent = d->root;
    generate_prose(in, d, made, fragment);
    n = made->first;
    while (n != NULL) {
        struct doc_node *next = n->next;

        if (n->kind == DOC_SIDES) {
            add_sides(running, n);
        } else if (n->kind == DOC_PARAGRAPH) {
            add_line(d, running, n);
        } else if (n->kind != DOC_NOTE) {
            finding(in->findings, FINDING_BAD_ELEMENT, n->at,
                    "only lines can stand in the head and foot of pages");
            finding_hint(in->findings, "write <p> or <sides>");
        }
        n = next;
    }
    if (running->first != NULL)
        doc_append(d->root, running);
}

void generate_running(const struct generator_in *in, struct doc *d)
{
    add(in, d, in->template_used->running_head, 0);
    add(in, d, in->template_used->running_foot, 1);
}
