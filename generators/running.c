#include "core/doc/running_words.h"
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
        if (sides->medium == MEDIUM_PRINT)
            n->medium = MEDIUM_PRINT;
        if (sides->audience == AUDIENCE_INTERNAL)
            n->audience = AUDIENCE_INTERNAL;
        n = next;
    }
}

/* All that is said in the head and foot is printed on the pages: nothing of
   LINE, or of the sides that it is, can be for screens alone. */
static void refuse_for_screens(const struct generator_in *in,
                               const struct doc_node *line)
{
    const struct doc_node *n = line;

    if (n->kind == DOC_SIDES && n->medium != MEDIUM_SCREEN) {
        n = n->first;
        while (n != NULL && n->medium != MEDIUM_SCREEN)
            n = n->next;
    }
    if (n == NULL || n->medium != MEDIUM_SCREEN)
        return;
    finding(in->findings, FINDING_BAD_ELEMENT, n->at,
            "what is printed in the HTML alone cannot stand in the head and "
            "foot of pages");
    finding_hint(in->findings,
                 "print it in the header or in a section of the template");
}

/* Running matter is lines, made in a node of its own. */
static void add(const struct generator_in *in, struct doc *d,
                const struct doc_node *fragment, uint8_t level)
{
    struct generator_in with = *in;
    struct doc_node *made = doc_new(d->arena, DOC_FRAGMENT);
    struct doc_node *running = doc_new(d->arena, DOC_RUNNING);
    struct doc_node *n;

    if (fragment == NULL || made == NULL || running == NULL)
        return;
    running->level = level;
    running->medium = MEDIUM_PRINT;
    running->parent = d->root;
    made->parent = d->root;
    with.of_template = true;
    with.running = true;
    generate_prose(&with, d, made, fragment);
    n = made->first;
    while (n != NULL) {
        struct doc_node *next = n->next;

        refuse_for_screens(in, n);
        if (n->kind == DOC_SIDES) {
            add_sides(running, n);
        } else if (n->kind == DOC_PARAGRAPH) {
            add_line(d, running, n);
        } else {
            finding(in->findings, FINDING_BAD_ELEMENT, n->at,
                    "only lines can stand in the head and foot of pages");
            finding_hint(in->findings, "write <p> or <sides>");
        }
        n = next;
    }
    if (running->first != NULL)
        doc_append(d->root, running);
}

/* --- what of it stands nowhere else, on a screen --- */

/* The words that stand at the head of the report. */
static struct str words_of_head(struct doc *d)
{
    struct buf text;

    buf_init(&text, d->arena->limit);
    for (const struct doc_node *n = d->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_SECTION || n->kind == DOC_PART ||
            n->kind == DOC_CONTENTS)
            break;
        if (n->kind != DOC_RUNNING && n->role != ROLE_MARKING) {
            doc_plain_text(n, &text);
            buf_char(&text, ' ');
        }
    }
    return arena_take(d->arena, &text);
}

static bool says_more(struct doc *d, const struct doc_node *part,
                      struct str head)
{
    struct buf text;
    bool more;

    buf_init(&text, d->arena->limit);
    doc_plain_text(part, &text);
    more = !words_are_known(buf_view(&text), head);
    if (buf_status(&text) != ST_OK)
        arena_fail(d->arena, buf_status(&text));
    buf_free(&text);
    return more;
}

static struct doc_node *for_screen(struct doc *d, const struct doc_node *part)
{
    struct doc_node *p = doc_new(d->arena, DOC_PARAGRAPH);

    doc_copy(d->arena, part, p);
    if (p == NULL)
        return NULL;
    p->at = part->at;
    p->lang = part->lang;
    p->audience = part->audience;
    p->medium = MEDIUM_SCREEN;
    p->role = ROLE_MARKING;
    return p;
}

/* The foot of a page: the end of the sign-off, where there is one. */
static struct doc_node *foot_of(struct doc *d)
{
    struct doc_node *last = d->root->last;

    return last != NULL && last->kind == DOC_SIGN_OFF ? last : d->root;
}

void generate_screen_foot(struct doc *d)
{
    const struct str head = words_of_head(d);
    struct doc_node *foot = foot_of(d);
    const struct doc_node *n = d->root->first;

    while (n != NULL && n->kind == DOC_RUNNING && n->level == 0)
        n = n->next;
    if (n == NULL || n->kind != DOC_RUNNING)
        return;
    for (const struct doc_node *p = n->first; p != NULL; p = p->next) {
        if (p->first != NULL && p->medium != MEDIUM_PRINT &&
            !running_counts_pages(p) && says_more(d, p, head))
            doc_append(foot, for_screen(d, p));
    }
}

void generate_running(const struct generator_in *in, struct doc *d)
{
    add(in, d, in->template_used->running_head, 0);
    add(in, d, in->template_used->running_foot, 1);
}
