#include "core/doc/doc.h"

/* The language of TEXT, where PLACE has to say it. */
static const char *other_language(const struct doc *d,
                                  const struct doc_node *text,
                                  const struct doc_node *place)
{
    const char *lang = doc_language(text);
    const char *around = doc_language(place);

    if (lang == NULL)
        lang = d->lang;
    if (around == NULL)
        around = d->lang;
    return lang == NULL || around == NULL || str_is(str_of(lang), around)
               ? NULL
               : lang;
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && str_is(str_of(a), b));
}

/* WORDS, which are all of LANG, at the end of PLACE. */
static void place_words(struct doc *d, struct doc_node *place,
                        struct buf *words, const char *lang)
{
    struct doc_node *into = place;

    if (words->len == 0)
        return;
    if (lang != NULL) {
        into = doc_add(d, place, DOC_SPAN);
        if (into == NULL)
            return;
        into->lang = lang;
    }
    doc_text(d, into, arena_str(d->arena, buf_view(words)));
    buf_clear(words);
}

void doc_repeat(struct doc *d, struct doc_node *place,
                const struct doc_node *node)
{
    struct doc_plain plain = doc_plain(node);
    const char *lang = NULL;
    struct buf words;

    buf_init(&words, d->arena->limit);
    while (doc_plain_next(&plain)) {
        const char *next = other_language(d, plain.walk.node, place);

        if (plain.apart)
            buf_char(&words, ' ');
        if (!is_same(lang, next))
            place_words(d, place, &words, lang);
        lang = next;
        buf_str(&words, plain.walk.node->text);
    }
    place_words(d, place, &words, lang);
    if (buf_status(&words) != ST_OK)
        arena_fail(d->arena, buf_status(&words));
    buf_free(&words);
}
