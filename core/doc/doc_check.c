#include "core/base/utf8.h"
#include "core/doc/address.h"
#include "core/doc/doc_check_table.h"
#include "core/doc/doc_index.h"
#include "core/doc/picture_check.h"

#include <string.h>

struct tree_check {
    const struct doc *d;
    struct findings *f;
    struct doc_index index;
    uint8_t level;   /* of the last heading */
    uint32_t titles; /* headings of level 1 */
    bool bug;        /* something no author could have caused */
};

/* Pointers between nodes, what stands in what, and what only prose may hold. */
static void check_links(struct tree_check *c, const struct doc_node *n)
{
    const struct doc_node *last = NULL;

    if (n->kind == DOC_GENERATOR_CALL || n->kind == DOC_FRAGMENT ||
        doc_conditions(n) != NULL)
        c->bug = true;
    for (const struct doc_node *child = n->first; child != NULL;
         child = child->next) {
        if (child->parent != n ||
            !doc_kind_may_contain((enum doc_kind)n->kind,
                                  (enum doc_kind)child->kind))
            c->bug = true;
        if (child->kind == DOC_LABEL && child != n->first)
            c->bug = true;
        last = child;
    }
    if (n->last != last)
        c->bug = true;
}

/* Items, cells and values hold either inlines or blocks. */
static void check_either(struct tree_check *c, const struct doc_node *n)
{
    bool inlines = false;
    bool blocks = false;

    for (const struct doc_node *child = n->first; child != NULL;
         child = child->next) {
        if (!doc_kind_is_inline((enum doc_kind)child->kind))
            blocks = true;
        else if (child->kind != DOC_LABEL)
            inlines = true;
    }
    if (inlines && blocks)
        c->bug = true;
}

static bool has_words(const struct doc_node *n)
{
    struct doc_walk w = doc_walk(n);

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_LABEL)
            doc_walk_skip(&w);
        else if (w.node->kind == DOC_TEXT && str_trim(w.node->text).len > 0)
            return true;
    }
    return false;
}

/* As whoever wrote it says it: in Word or in Markdown. */
static const char *next_level(const struct doc_node *n)
{
    const struct source *source = n->at.source;

    if (source != NULL && source->kind == SOURCE_WORD)
        return "give it the style of the level below that: Heading 2 below "
               "Heading 1, and down one level at a time";
    return "begin with ## below the heading of a section, and go down one "
           "level at a time";
}

static void check_heading(struct tree_check *c, const struct doc_node *n)
{
    if (n->level < 1 || n->level > HEADING_LEVELS)
        c->bug = true;
    if (n->level > c->level + 1 && c->level > 0) {
        finding(c->f, FINDING_BAD_ELEMENT, n->at,
                "this heading is %d levels below the one before it",
                n->level - c->level);
        finding_hint(c->f, "%s", next_level(n));
    }
    c->level = n->level;
    if (n->level == 1)
        c->titles++;
    if (!has_words(n))
        finding(c->f, FINDING_MISSING, n->at, "this heading has no words");
}

static void check_id(struct tree_check *c, const struct doc_node *n)
{
    const struct doc_index_entry *e = doc_index_get(&c->index, n->id);

    if (e == NULL || e->node == n ||
        findings_have(c->f, FINDING_DUPLICATE_ID, n->at))
        return;
    finding(c->f, FINDING_DUPLICATE_ID, n->at,
            "two things in this report are called `%s`: this one, and that at "
            "%.*s",
            n->id, STR_ARG(source_place_name(c->d->arena, e->node->at)));
    finding_hint(c->f, "give one of them another id; what each= repeats is "
                       "called `ID`, `ID-2`, `ID-3` and so on");
}

/* Where N leads to what only some of its own readers meet. */
static void check_medium(const struct tree_check *c, const struct doc_node *n,
                         const struct doc_node *to)
{
    const enum doc_medium there = doc_medium(to);
    const enum doc_medium here = doc_medium(n);

    if (there == MEDIUM_BOTH || here == there)
        return;
    finding(c->f, FINDING_BAD_ELEMENT, n->at,
            "`%s` stands %s, and what leads to it %s", n->u.target,
            choice_with(medium_choices, (int)there)->sentence,
            here == MEDIUM_BOTH
                ? "in both"
                : choice_with(medium_choices, (int)here)->sentence);
    finding_hint(c->f,
                 "say medium=\"%s\" of what holds this reference, or say in "
                 "words what is meant",
                 choice_name(medium_choices, (int)there));
}

/*
 * A target that doc_resolve() did not find is NULL and was a finding then; one
 * that has gone since was taken out by doc_filter().
 */
static void check_reference(struct tree_check *c, const struct doc_node *n)
{
    const struct doc_index_entry *e;

    if (n->u.target == NULL) {
        if (n->kind != DOC_PAGE_NUMBER && !findings_stop(c->f))
            c->bug = true;
        return;
    }
    e = doc_index_get(&c->index, n->u.target);
    if (e == NULL)
        finding(c->f, FINDING_EXEMPT, n->at,
                "`%s` is internal and cannot be referred to here", n->u.target);
    else if (n->kind == DOC_NOTE_MARK && e->node->kind != DOC_NOTE)
        c->bug = true;
    else if (n->kind == DOC_REFERENCE)
        check_medium(c, n, e->node);
    if (n->kind != DOC_PAGE_NUMBER && n->first == NULL)
        c->bug = true;
}

static bool is_ascii(struct str s)
{
    size_t i = 0;

    while (i < s.len && (unsigned char)s.ptr[i] < 0x80)
        i++;
    return i == s.len;
}

/* What stands before the path of a link to the web. */
static void check_server(struct tree_check *c, const struct doc_node *n,
                         struct str address)
{
    const struct str server = address_authority(address);

    if (server.len == address.len)
        return;
    if (memchr(server.ptr, '@', server.len) != NULL) {
        finding(c->f, FINDING_BAD_VALUE, n->at,
                "`%.*s` holds a user's name, which every reader sees",
                STR_ARG(address));
        finding_hint(c->f, "take out what stands before the @");
    } else if (!is_ascii(server)) {
        finding(c->f, FINDING_BAD_VALUE, n->at,
                "`%.*s` has letters that an address in a PDF cannot have",
                STR_ARG(server));
        finding_hint(c->f, "write the server's name in its form that begins "
                           "with xn--, as a browser copies it");
    }
}

/* That it leads somewhere; of one without an address there is a finding. */
static void check_address(struct tree_check *c, const struct doc_node *n)
{
    const struct str address = str_of(n->u.target);
    const struct str server = address_authority(address);
    const uint32_t unseen = address_unseen(address);
    const bool leads = address_leads(address);
    const bool named = leads && server.len < address.len &&
                       str_find_char(server, '@') == server.len;
    const char *const fault = named ? address_server_fault(server) : NULL;

    if (unseen != 0) {
        finding(c->f, FINDING_BAD_VALUE, n->at,
                "`%.*s` holds U+%04X, which nobody sees", STR_ARG(address),
                (unsigned)unseen);
        finding_hint(c->f, "remove it: it was copied along, and leads "
                           "elsewhere");
        return;
    }
    if (leads && fault == NULL)
        check_server(c, n, address);
    if (fault != NULL) {
        finding(c->f, FINDING_BAD_VALUE, n->at,
                "`%.*s` is no address that a reader can follow: %s",
                STR_ARG(address), fault);
        finding_hint(c->f, "copy it from where it opens");
    } else if (!leads && !(c->d->links_beside && address_is_beside(address))) {
        finding(c->f, FINDING_BAD_VALUE, n->at,
                "`%.*s` is no address that a reader can follow",
                STR_ARG(address));
        finding_hint(c->f, "%s",
                     str_starts(address, STR_LIT("#"))
                         ? "a place in this report is a reference, whose words "
                           "are made: <ref to=\"id\"/>, in Markdown [](#id)"
                         : "write it whole, beginning with https://, http://, "
                           "mailto: or tel:, without spaces");
    }
}

static void check_link(struct tree_check *c, const struct doc_node *n)
{
    if (n->u.target != NULL)
        check_address(c, n);
    if (!has_words(n))
        finding(c->f, FINDING_MISSING, n->at, "this link has no words");
}

static void check_field(struct tree_check *c, const struct doc_node *n)
{
    if (n->first == NULL || n->first->kind != DOC_FIELD_NAME ||
        n->first->next == NULL || n->first->next->kind != DOC_FIELD_VALUE ||
        n->first->next->next != NULL)
        c->bug = true;
}

static void check_captioned(struct tree_check *c, const struct doc_node *n)
{
    for (const struct doc_node *child = n->first; child != NULL;
         child = child->next) {
        if (child->kind == DOC_CAPTION && child != n->first)
            c->bug = true;
    }
}

static void check_alternative(struct tree_check *c, const struct doc_node *n)
{
    const bool says = str_trim(n->text).len > 0;

    if (picture_is_decorative(n->u.picture)) {
        if (says || n->first != NULL)
            c->bug = true;
        return;
    }
    if (says)
        return;
    finding(c->f, FINDING_MISSING, n->at,
            "this picture has no alternative text");
    if (n->at.source != NULL && n->at.source->kind == SOURCE_WORD)
        finding_hint(c->f, "say in Word what it shows (Edit Alt Text), or "
                           "mark it as decorative");
    else if (n->u.picture->kind == PICTURE_IMAGE)
        finding_hint(c->f, "say in alt= what the picture shows, for those who "
                           "cannot see it; write decorative=\"yes\" in "
                           "<figure> where it tells nothing");
}

static void check_picture(struct tree_check *c, const struct doc_node *n)
{
    struct str text = {NULL, 0};
    enum picture_fault fault;

    check_captioned(c, n);
    fault = n->u.picture == NULL ? PICTURE_IMPOSSIBLE
                                 : picture_check(n->u.picture, &text);
    if (fault != PICTURE_IMPOSSIBLE)
        check_alternative(c, n);
    switch (fault) {
    case PICTURE_SOUND: break;
    case PICTURE_EMPTY:
        finding(c->f, FINDING_MISSING, n->at,
                "there is nothing to draw in this picture");
        break;
    case PICTURE_CROWDED:
        finding(c->f, FINDING_LIMIT, n->at,
                "this picture shows more than a reader can take in: at most "
                "%d rows, categories or boxes, %d parts of a bar, %d dates",
                PICTURE_ROWS_MAX, PICTURE_SERIES_MAX, PICTURE_TICKS_MAX);
        break;
    case PICTURE_LONG_TEXT:
        finding(c->f, FINDING_LIMIT, n->at,
                "`%.*s...` is too long for a picture: at most %d bytes",
                (int)utf8_valid(str_to(text, 40)), text.ptr, PICTURE_TEXT_MAX);
        break;
    case PICTURE_IMPOSSIBLE: c->bug = true; break;
    }
}

static void check_note(struct tree_check *c, const struct doc_node *n)
{
    if (n->id == NULL)
        c->bug = true;
    if ((n->first == NULL || n->first->kind != DOC_LABEL) &&
        !findings_stop(c->f))
        c->bug = true;
    if (!has_words(n))
        finding(c->f, FINDING_MISSING, n->at, "this note has no words");
}

static void check_running(struct tree_check *c, const struct doc_node *n)
{
    size_t count = 0;

    for (const struct doc_node *p = n->first; p != NULL; p = p->next)
        count++;
    if (count == 0 || count % 3 != 0 || (n->kind == DOC_SIDES && count != 3))
        c->bug = true;
}

static bool is_side(const struct doc_node *n)
{
    return n->parent != NULL &&
           (n->parent->kind == DOC_RUNNING || n->parent->kind == DOC_SIDES);
}

static void check_kind(struct tree_check *c, const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_HEADING: check_heading(c, n); break;
    case DOC_LINK: check_link(c, n); break;
    case DOC_REFERENCE:
    case DOC_NOTE_MARK:
    case DOC_PAGE_NUMBER: check_reference(c, n); break;
    case DOC_ITEM:
    case DOC_CELL:
    case DOC_FIELD_VALUE: check_either(c, n); break;
    case DOC_FIELD: check_field(c, n); break;
    case DOC_NOTE: check_note(c, n); break;
    case DOC_RUNNING:
    case DOC_SIDES: check_running(c, n); break;
    case DOC_TABLE:
        check_captioned(c, n);
        if (!doc_check_table(c->d, n))
            c->bug = true;
        break;
    case DOC_PICTURE: check_picture(c, n); break;
    case DOC_LIST:
        if (n->first == NULL)
            finding(c->f, FINDING_MISSING, n->at, "this list has no items");
        break;
    case DOC_PARAGRAPH:
        if (n->first == NULL && !is_side(n))
            c->bug = true;
        break;
    default: break;
    }
}

enum status doc_check(const struct doc *d, struct findings *f)
{
    struct tree_check c = {.d = d, .f = f};
    struct doc_walk w = doc_walk(d->root);
    const size_t errors_before = f->errors;
    size_t depth = 0;

    doc_index_make(&c.index, d);
    while (doc_walk_next(&w) && doc_status(d) == ST_OK) {
        if (!w.entering) {
            depth--;
            continue;
        }
        depth++;
        if (depth > DOC_DEPTH_MAX) {
            finding(f, FINDING_LIMIT, w.node->at,
                    "this is nested deeper than %d levels", DOC_DEPTH_MAX);
            break;
        }
        check_links(&c, w.node);
        check_id(&c, w.node);
        check_kind(&c, w.node);
    }
    if (doc_status(d) != ST_OK)
        return doc_status(d);
    /* Where there is another fault, this one may follow from it. */
    if (c.titles == 0 && !findings_stop(f))
        finding(f, FINDING_MISSING, d->root->at,
                "this report has no title: no header field has that role");
    if (c.titles > 1)
        c.bug = true;
    /* An element where none may stand has been a finding already. */
    if (c.bug)
        return findings_stop(f) ? ST_DATA : ST_BUG;
    return f->errors > errors_before || c.titles == 0 ? ST_DATA : ST_OK;
}
