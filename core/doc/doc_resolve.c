#include "core/base/ascii.h"
#include "core/doc/doc_index.h"
#include "core/model/template.h"

#define NAMES_OFFERED 500 /* more are not looked among for the nearest */

static struct doc_node *first_of_kind(struct doc_node *parent,
                                      enum doc_kind kind)
{
    struct doc_node *n = parent->first;

    while (n != NULL && n->kind != kind)
        n = n->next;
    return n;
}

/* The block that carries the label and the words of TARGET. */
static struct doc_node *bearer(struct doc_node *target)
{
    struct doc_node *b = NULL;

    switch (target->kind) {
    case DOC_PART:
    case DOC_SECTION: b = first_of_kind(target, DOC_HEADING); break;
    case DOC_FIELD: b = first_of_kind(target, DOC_FIELD_NAME); break;
    case DOC_TABLE:
    case DOC_PICTURE: b = first_of_kind(target, DOC_CAPTION); break;
    default: break;
    }
    return b == NULL ? target : b;
}

/* What a reference to TARGET prints, as what REFERENCE holds: its number, or
   else its words; nothing where it has neither. */
static void print_reference(struct doc *d, struct doc_node *reference,
                            struct doc_node *target)
{
    struct doc_node *b = bearer(target);
    const struct doc_node *label = first_of_kind(b, DOC_LABEL);
    /* A section with nothing to say: its mark is no number. */
    const bool listed = b->kind == DOC_ITEM && b->role == ROLE_STATEMENT;

    if (label != NULL && label->text.len > 0 && !listed) {
        doc_text(d, reference, label->text);
        return;
    }
    if (b->kind == DOC_HEADING || b->kind == DOC_CAPTION ||
        b->kind == DOC_FIELD_NAME)
        doc_repeat(d, reference, b);
    for (const struct doc_node *n = b->first; listed && n != NULL;
         n = n->next) {
        if (n->kind != DOC_LABEL)
            doc_repeat(d, reference, n);
    }
}

/* What is resolved, and the ids that it may mean: listed when the first is
   unknown, for all that follow. */
struct reference_resolving {
    struct doc *d;
    const struct template *t; /* or NULL */
    struct findings *findings;
    struct doc_index index;
    struct str *ids;
    size_t nids;
};

static void list_ids(struct reference_resolving *r)
{
    struct doc_node *const root = r->d->root;
    const size_t size =
        r->index.count < NAMES_OFFERED ? r->index.count : NAMES_OFFERED;

    r->ids = arena_alloc(r->d->arena, size, sizeof(*r->ids));
    for (struct doc_node *n = root;
         r->ids != NULL && n != NULL && r->nids < size;
         n = doc_following(root, n)) {
        if (n->id != NULL)
            r->ids[r->nids++] = str_of(n->id);
    }
}

/* A reference that was found wrong keeps no target: doc_check() need not
   say it again. */
static void resolve_reference(struct reference_resolving *r, struct doc_node *n)
{
    const struct doc_index_entry *e = doc_index_get(&r->index, n->u.target);
    struct doc *d = r->d;
    struct findings *f = r->findings;
    const struct str wanted = str_of(n->u.target);

    if (e == NULL) {
        if (finding(f, FINDING_UNKNOWN_NAME, n->at,
                    "nothing in this report is called `%.*s`",
                    STR_ARG(wanted)) != NULL) {
            if (r->ids == NULL)
                list_ids(r);
            finding_nearest(f, wanted, r->ids, r->nids);
            if (r->t != NULL)
                template_hint_removed(r->t, wanted, f);
        }
        n->u.target = NULL;
        return;
    }
    if (n->first != NULL) /* the author gave it words */
        return;
    print_reference(d, n, e->node);
    if (n->first == NULL && doc_status(d) == ST_OK) {
        finding(f, FINDING_UNKNOWN_NAME, n->at,
                "`%.*s` has no number that could be printed here",
                STR_ARG(wanted));
        finding_hint(f, "give the reference words of its own");
        n->u.target = NULL;
    }
}

static bool is_number(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.ptr[i]))
            return false;
    }
    return s.len > 0;
}

/* What a mark is called aloud: a sign that no voice speaks is called by its
   number in the document. */
static struct str mark_name(struct doc *d, const struct doc_index_entry *e,
                            struct str shown)
{
    struct placeholder number = {"number", shown};

    if (!is_number(shown))
        number.value = arena_printf(d->arena, "%u", e->number);
    if (d->wording == NULL ||
        d->wording->phrases[PHRASE_NOTE_NAME].len == 0) /* an older one */
        return number.value;
    return wording_fill(d->arena, d->wording->phrases[PHRASE_NOTE_NAME],
                        &number, 1);
}

static void count_notes(const struct doc *d, const struct doc_index *index)
{
    uint32_t count = 0;

    for (struct doc_node *n = d->root; n != NULL;
         n = doc_following(d->root, n)) {
        struct doc_index_entry *e =
            n->kind == DOC_NOTE ? doc_index_get(index, n->id) : NULL;

        if (e != NULL)
            e->number = ++count;
    }
}

/* The mark of a note shows what the note's own label shows. */
static void resolve_mark(const struct reference_resolving *r,
                         struct doc_node *n)
{
    const struct doc_index_entry *e = doc_index_get(&r->index, n->u.target);
    struct doc *d = r->d;
    struct findings *f = r->findings;
    struct doc_node *label =
        e == NULL ? NULL : first_of_kind(e->node, DOC_LABEL);
    struct doc_node *copy;

    if (e == NULL || label == NULL) {
        finding(f, FINDING_MISSING, n->at,
                "the template gives notes no number");
        finding_hint(f, "name a series in its <numbering notes=\"\"/>");
        n->u.target = NULL;
        return;
    }
    if (n->first != NULL)
        return;
    n->text = mark_name(d, e, label->first->text);
    if (doc_language(n) != NULL) /* the name is of the report's wording */
        n->lang = d->lang;
    copy = doc_add(d, n, DOC_LABEL);
    if (copy != NULL)
        doc_text(d, copy, label->first->text);
}

void doc_resolve(struct doc *d, const struct template *t, struct findings *f)
{
    struct reference_resolving r = {.d = d, .t = t, .findings = f};

    doc_index_make(&r.index, d);
    count_notes(d, &r.index);
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        if (n->kind == DOC_REFERENCE && n->u.target != NULL)
            resolve_reference(&r, n);
        else if (n->kind == DOC_NOTE_MARK && n->u.target != NULL)
            resolve_mark(&r, n);
    }
}
