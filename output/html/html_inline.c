#include "output/html/html_parts.h"

#include "core/base/ascii.h"
#include "core/doc/address.h"
#include "output/html/html_escape.h"
#include "output/html/html_places.h"

bool html_enter_strong(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_STRONG, n, NULL, NULL);
    return true;
}

bool html_enter_emphasis(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_EM, n, NULL, NULL);
    return true;
}

bool html_enter_code(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_CODE, n, NULL, NULL);
    return true;
}

static const char *span_class(const struct doc_node *n)
{
    switch (n->role) {
    case ROLE_SUBTITLE: return "subtitle";
    case ROLE_ENTRY: return "entry";
    case ROLE_BETWEEN: return "between";
    default: return NULL;
    }
}

bool html_enter_span(struct html *h, const struct doc_node *n)
{
    if (n->role == ROLE_HANGING) /* on pages alone: a browser sets it where it
                                    stands */
        return true;
    html_node(h, TAG_SPAN, n, span_class(n), NULL);
    return true;
}

/* An address that is neither safe nor of a file beside the page is passed over,
 * its words are not. */
bool html_enter_link(struct html *h, const struct doc_node *n)
{
    const struct str url = str_of(n->u.target);

    if (!html_url_is_safe(url) &&
        !(h->doc->links_beside && address_is_beside(url))) {
        html_node(h, TAG_SPAN, n, NULL, NULL);
        return true;
    }
    html_node(h, TAG_A, n, NULL, NULL);
    html_attr_url(&h->tags, "href", url);
    return true;
}

bool html_enter_reference(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_A, n, NULL, NULL);
    html_link_to(h, "", n->u.target);
    return true;
}

/* A note that is marked more than once leads back to its first mark. Few
   reports have notes, so the index is made for the first. */
static bool is_first_mark(struct html *h, const struct doc_node *mark)
{
    struct doc_index_entry *note;

    if (h->notes.nslots == 0)
        doc_index_make(&h->notes, h->doc);
    note = doc_index_get(&h->notes, mark->u.target);
    if (note == NULL) {
        /* doc_check() has found the note, so the index is what is missing. */
        buf_fail(h->tags.out, ST_NOMEM);
        return false;
    }
    if (note->used)
        return false;
    note->used = true;
    return true;
}

bool html_enter_note_mark(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_SUP, n, NULL, NULL);
    html_open(&h->tags, TAG_A, n);
    if (is_first_mark(h, n)) {
        html_attr_begin(&h->tags, "id");
        html_escape_attr(h->tags.out, STR_LIT(HTML_MARK));
        html_escape_attr(h->tags.out, str_of(n->u.target));
        html_attr_end(&h->tags);
    }
    html_link_to(h, "", n->u.target);
    html_attr(&h->tags, "role", STR_LIT("doc-noteref"));
    if (n->text.len > 0)
        html_attr(&h->tags, "aria-label", n->text);
    return true;
}

/* Signs that no voice speaks: the link has a name. */
static bool is_silent(struct str mark)
{
    for (size_t i = 0; i < mark.len; i++) {
        if (is_digit(mark.ptr[i]) ||
            (mark.ptr[i] >= 'a' && mark.ptr[i] <= 'z') ||
            (mark.ptr[i] >= 'A' && mark.ptr[i] <= 'Z'))
            return false;
    }
    return true;
}

/* The mark of a note is a link already. */
bool html_enter_label(struct html *h, const struct doc_node *n)
{
    if (n->parent->kind != DOC_NOTE_MARK) {
        html_node(h, TAG_SPAN, n, "label", NULL);
    } else if (n->first != NULL && is_silent(n->first->text)) {
        html_node(h, TAG_SPAN, n, NULL, NULL);
        html_attr(&h->tags, "aria-hidden", STR_LIT("true"));
    }
    return true;
}

/* Numbers stand apart from the words they belong to, with or without CSS. */
void html_leave_label(struct html *h, const struct doc_node *n)
{
    html_close(&h->tags, n);
    if (n->next != NULL && doc_kind_is_inline((enum doc_kind)n->next->kind))
        html_text(&h->tags, STR_LIT(" "));
}

/* Where the figures in the words of N come from, which stand in what is open
   now. */
static void add_figures(struct html *h, const struct doc_node *n)
{
    const struct html_tags *t = &h->tags;
    const struct printed_figure *figures = NULL;
    const size_t count =
        h->places == NULL || h->doc->figures == NULL || t->depth == 0
            ? 0
            : printed_figures_in(h->doc->figures, n->text, &figures);

    for (size_t i = 0; i < count; i++)
        html_places_add_figure(h->places, t->open[t->depth - 1].element,
                               &figures[i]);
}

void html_put_text(struct html *h, const struct doc_node *n)
{
    add_figures(h, n);
    html_words(h, n->text);
}

bool html_enter_text(struct html *h, const struct doc_node *n)
{
    if (n->id != NULL || n->lang != NULL || n->medium == MEDIUM_SCREEN)
        html_node(h, TAG_SPAN, n, NULL, NULL);
    html_put_text(h, n);
    return false;
}

bool html_enter_break(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_BR, n, NULL, NULL);
    return false;
}
