#include "core/doc/running_words.h"
#include "generators/report_tree.h"

/*
 * What the head and foot of every page say for all readers, "Not for
 * publication" above all, stands once where there are no pages: in HTML.
 */

static struct doc_node *running_of(const struct doc *d, uint8_t level)
{
    for (struct doc_node *n = d->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_RUNNING && n->level == level)
            return n;
    }
    return NULL;
}

/* A line in strong letters, which has no words yet. */
static struct doc_node *add_marking(struct doc *d, struct doc_node *before)
{
    struct doc_node *n = doc_new(d->arena, DOC_PARAGRAPH);

    if (n == NULL)
        return NULL;
    n->role = ROLE_MARKING;
    if (before == NULL)
        doc_insert_first(d->root, n);
    else
        doc_insert_after(before, n);
    return doc_add(d, n, DOC_STRONG) == NULL ? NULL : n;
}

/* The last of what heads and foots pages, which comes first in the tree. */
static struct doc_node *last_running(const struct doc *d)
{
    struct doc_node *last = NULL;

    for (struct doc_node *n = d->root->first;
         n != NULL && n->kind == DOC_RUNNING; n = n->next)
        last = n;
    return last;
}

/* KNOWN is what the head of the document says, and grows; LAST is what the next
   marking stands behind. */
static void mark_screen(struct doc *d, uint8_t level, struct buf *known,
                        struct doc_node **last)
{
    const struct doc_node *running = running_of(d, level);
    const struct doc_node *part = running == NULL ? NULL : running->first;

    for (; part != NULL; part = part->next) {
        const size_t from = known->len;
        struct doc_node *n;
        struct str text;

        if (part->medium == MEDIUM_PRINT || running_counts_pages(part))
            continue;
        doc_plain_text(part, known);
        text = str_trim(arena_str(d->arena, str_from(buf_view(known), from)));
        if (words_are_known(text, str_to(buf_view(known), from)))
            continue;
        buf_char(known, ' ');
        n = add_marking(d, *last);
        if (n == NULL)
            return;
        *last = n;
        n->lang = part->lang;
        doc_repeat(d, n->first, part);
        n->at = part->at;
        n->medium = MEDIUM_SCREEN;
        n->audience = part->audience;
    }
}

static void mark_all_screens(struct doc *d)
{
    struct doc_node *last = last_running(d);
    struct buf known;

    buf_init(&known, d->arena->limit);
    for (const struct doc_node *n = d->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_RUNNING)
            continue;
        doc_plain_text(n, &known);
        buf_char(&known, ' ');
    }
    mark_screen(d, 0, &known, &last);
    mark_screen(d, 1, &known, &last);
    if (buf_status(&known) != ST_OK)
        arena_fail(d->arena, buf_status(&known));
    buf_free(&known);
}

/* A line of three empty parts before all others. */
static void add_first_line(struct doc *d, struct doc_node *head)
{
    for (int i = 0; i < 3; i++) {
        struct doc_node *part = doc_new(d->arena, DOC_PARAGRAPH);

        if (part == NULL)
            return;
        doc_insert_first(head, part);
    }
}

/* The head of every page, whose first line is on every page. */
static struct doc_node *head_of(struct doc *d)
{
    struct doc_node *head = running_of(d, 0);

    if (head == NULL) {
        head = doc_new(d->arena, DOC_RUNNING);
        if (head == NULL)
            return NULL;
        head->medium = MEDIUM_PRINT;
        doc_insert_first(d->root, head);
    }
    if (head->first == NULL || (head->first->level & RULE_LATER_PAGES) != 0)
        add_first_line(d, head);
    return head;
}

/* Puts TEXT before what stands in PART: where a margin has too little room,
   what comes last is left out. */
static void put_first(struct doc *d, struct doc_node *part, struct str text)
{
    struct doc_node *strong = doc_new(d->arena, DOC_STRONG);
    struct doc_node *line_end = doc_new(d->arena, DOC_BREAK);

    if (strong == NULL || line_end == NULL)
        return;
    if (part->first != NULL)
        doc_insert_first(part, line_end);
    doc_insert_first(part, strong);
    doc_text(d, strong, text);
}

static void mark_pages(struct doc *d, struct str text)
{
    struct doc_node *head = head_of(d);
    struct doc_node *centre;

    if (head == NULL || head->first == NULL)
        return;
    centre = head->first->next;
    if (centre == NULL)
        return;
    put_first(d, centre, text);
}

/* Before all else, for those who see no head of a page. */
static void mark_beginning(struct doc *d, struct str text)
{
    struct doc_node *last = last_running(d);
    struct doc_node *first = last == NULL ? d->root->first : last->next;
    struct doc_node *n = add_marking(d, last);

    if (n != NULL)
        doc_text(d, n->first, text);
    if (n == NULL || first == NULL || first->kind != DOC_COVER)
        return;
    doc_unlink(n);
    doc_insert_first(first, n);
}

void generate_marking(const struct generator_in *in, enum audience audience,
                      struct doc *d)
{
    const struct str text = in->wording->phrases[PHRASE_INTERNAL_COPY];

    mark_all_screens(d);
    if (audience == AUDIENCE_INTERNAL && text.len == 0) {
        finding(in->findings, FINDING_DOUBTFUL, d->root->at,
                "the wording has no phrase `internal-copy`: nothing in this "
                "copy says that it is not for publication");
    } else if (audience == AUDIENCE_INTERNAL) {
        mark_pages(d, text);
        mark_beginning(d, text);
    }
}
