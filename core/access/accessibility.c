#include "core/access/accessibility.h"

#include "core/access/accessibility_parts.h"
#include "core/value/language.h"

#define SECTION_LONG 1500 /* words: about three pages */

/* --- headings --- */

/* The number of the heading that one of LEVEL stands below. */
static uint64_t owner_of(const struct accessibility_check *r, uint8_t level)
{
    for (int i = level - 2; i >= 0; i--) {
        if (r->open[i] != 0)
            return r->open[i];
    }
    return 0;
}

static void check_repeated(struct accessibility_check *r,
                           const struct doc_node *heading, struct str words)
{
    if (accessibility_name(r, &r->headings, words, owner_of(r, heading->level),
                           NULL) == NULL)
        return;
    finding(r->f, FINDING_SAME_HEADING, heading->at,
            "two headings beside each other are called `%.*s`", STR_ARG(words));
    finding_hint(r->f, "whoever jumps from heading to heading cannot tell "
                       "which is which");
}

static bool has_letters(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((s.ptr[i] >= 'A' && s.ptr[i] <= 'Z') ||
            (s.ptr[i] >= 'a' && s.ptr[i] <= 'z') ||
            (unsigned char)s.ptr[i] >= 0x80)
            return true;
    }
    return false;
}

static void look_at_heading(struct accessibility_check *r,
                            const struct doc_node *heading)
{
    const struct str words = accessibility_words(r, heading);
    const uint8_t level = heading->level;

    accessibility_count(r, ACCESSIBILITY_HEADINGS, heading->at);
    if (words.len > 0 && heading->role != ROLE_TITLE) {
        if (!has_letters(words) ||
            accessibility_is(r, words, WORD_VAGUE_HEADING)) {
            finding(r->f, FINDING_VAGUE_HEADING, heading->at,
                    "the heading `%.*s` says nothing of what follows it",
                    STR_ARG(words));
            finding_hint(r->f, "name what the section is about");
        } else {
            check_repeated(r, heading, words);
        }
    }
    if (level < 1 || level > HEADING_LEVELS)
        return;
    r->open[level - 1] = ++r->headings_met;
    for (size_t i = level; i < HEADING_LEVELS; i++)
        r->open[i] = 0;
}

/* Before the next heading, and at the end. */
static void end_section(struct accessibility_check *r)
{
    if (r->last != NULL && r->since > SECTION_LONG) {
        finding(r->f, FINDING_LONG_SECTION, r->last->at,
                "%zu words follow this heading before the next, more than %d",
                r->since, SECTION_LONG);
        finding_hint(r->f, "sub-headings let a reader find a place in it, and "
                           "skip");
    }
    r->since = 0;
}

static void look_at_title(struct accessibility_check *r)
{
    const struct str title = str_trim(r->d->title);
    const char *fault = NULL;

    if (title.len == 0)
        return; /* doc_check() has said so */
    if (accessibility_ends(r, title, WORD_FILE_ENDING))
        fault = "is the name of a file";
    else if (accessibility_is(r, title, WORD_VAGUE_HEADING) ||
             !has_letters(title))
        fault = "says nothing of this report";
    else if (str_same_word(title, r->d->subject))
        fault = "is that of its template";
    if (fault == NULL)
        return;
    finding(r->f, FINDING_VAGUE_TITLE, r->title_at, "the title `%.*s` %s",
            STR_ARG(title), fault);
    finding_hint(r->f, "it names the window and the bookmark of whoever has "
                       "several reports open");
}

/* --- languages --- */

/* The language of what NODE stands in. */
static struct str language_around(const struct accessibility_check *r,
                                  const struct doc_node *node)
{
    for (const struct doc_node *n = node->parent; n != NULL; n = n->parent) {
        if (n->lang != NULL)
            return str_of(n->lang);
    }
    return str_of(r->d->lang);
}

static void look_at_language(struct accessibility_check *r,
                             const struct doc_node *node)
{
    const struct str tag = str_of(node->lang);

    accessibility_count(r, ACCESSIBILITY_LANGUAGES, node->at);
    if (!str_same_word(tag, language_around(r, node)))
        return;
    finding(r->f, FINDING_LANGUAGE, node->at,
            "these words are said to be in `%.*s`, as are those around them",
            STR_ARG(tag));
    finding_hint(r->f, "lang is for words in another language");
}

/* --- the way through the tree --- */

/* A block that holds a line of words. */
static bool holds_words(const struct doc_node *n)
{
    const struct doc_node *first = n->first;

    if (first != NULL && first->kind == DOC_LABEL)
        first = first->next;
    switch (n->kind) {
    case DOC_HEADING:
    case DOC_PARAGRAPH:
    case DOC_CAPTION:
    case DOC_NOTE: return true;
    case DOC_ITEM:
        return first != NULL && doc_kind_is_inline((enum doc_kind)first->kind);
    default: return false;
    }
}

static void look_at_node(struct accessibility_check *r,
                         const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_HEADING:
        end_section(r);
        r->last = n;
        if (n->role == ROLE_TITLE)
            r->title_at = n->at;
        look_at_heading(r, n);
        break;
    case DOC_TABLE: accessibility_table(r, n); break;
    case DOC_PICTURE: accessibility_picture(r, n); break;
    case DOC_LINK: accessibility_link(r, n); break;
    case DOC_STRONG:
    case DOC_EMPHASIS: accessibility_emphasis(r, n); break;
    default: break;
    }
    if (n->lang != NULL && n->kind != DOC_NOTE_MARK)
        look_at_language(r, n);
}

/* Running matter is passed over: readers are spared it, too. */
static void look_at_tree(struct accessibility_check *r)
{
    struct doc_walk w = doc_walk(r->d->root);
    size_t tables = 0; /* that are open */

    while (doc_walk_next(&w) && doc_status(r->d) == ST_OK) {
        const struct doc_node *n = w.node;

        if (!w.entering) {
            tables -= n->kind == DOC_TABLE;
            continue;
        }
        tables += n->kind == DOC_TABLE;
        if (n->kind == DOC_RUNNING) {
            doc_walk_skip(&w);
            continue;
        }
        look_at_node(r, n);
        if (tables > 0 && n->kind != DOC_CAPTION)
            continue;
        if (holds_words(n))
            accessibility_text(r, n);
        if (n->kind != DOC_TEXT)
            continue;
        r->since += accessibility_count_words(n->text);
        if (n->parent->kind != DOC_CODE && n->parent->kind != DOC_LISTING)
            accessibility_figures(r, n);
    }
    end_section(r);
}

void accessibility_look(const struct doc *d, struct findings *f,
                        struct accessibility *seen)
{
    struct accessibility_check *r = arena_alloc(d->arena, 1, sizeof(*r));

    *seen = (struct accessibility){.looked = r != NULL};
    if (r == NULL)
        return;
    *r = (struct accessibility_check){
        .d = d, .f = f, .seen = seen, .title_at = d->root->at};
    buf_init(&r->words, d->arena->limit);
    look_at_tree(r);
    look_at_title(r);
    if (buf_status(&r->words) != ST_OK)
        arena_fail(d->arena, buf_status(&r->words));
    buf_free(&r->words);
}

bool accessibility_finding(enum finding_id id)
{
    switch (id) {
    case FINDING_BLANK_CELL:
    case FINDING_BLANK_HEADER:
    case FINDING_BOLD_HEADING:
    case FINDING_CAPITALS:
    case FINDING_LANGUAGE:
    case FINDING_LAYOUT_TABLE:
    case FINDING_LONG_ALT:
    case FINDING_LONG_EMPHASIS:
    case FINDING_LONG_SECTION:
    case FINDING_MANY_COLUMNS:
    case FINDING_NO_CAPTION:
    case FINDING_SAME_CAPTION:
    case FINDING_SAME_HEADING:
    case FINDING_SAME_LINK:
    case FINDING_SILENT_CELL:
    case FINDING_SILENT_MINUS:
    case FINDING_VAGUE_ALT:
    case FINDING_VAGUE_HEADING:
    case FINDING_VAGUE_LINK:
    case FINDING_VAGUE_TITLE: return true;
    default: return false;
    }
}
