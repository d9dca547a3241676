#include "core/doc/running_words.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

static bool parts_pieces(uint32_t c)
{
    return c == ',' || c == ';' || c == ':' || c == '.' || c == '|' ||
           c == 0x2013 || c == 0x2014 || c == 0xB7;
}

/* A sign that parts pieces counts between spaces, or before one. */
static struct str cut_wording_piece(struct str *text)
{
    const struct str whole = *text;

    while (text->len > 0) {
        const size_t before = whole.len - text->len;
        const uint32_t c = utf8_next(text);

        if (parts_pieces(c) && (text->len == 0 || text->ptr[0] == ' '))
            return str_to(whole, before);
    }
    return whole;
}

static bool is_word_end(struct str s, size_t at)
{
    struct str rest = str_from(s, at);
    uint32_t c;

    if (at >= s.len)
        return true;
    c = utf8_next(&rest);
    return !utf8_is_letter(c) && !is_digit_character(c);
}

static bool is_word_begin(struct str s, size_t at)
{
    size_t before = at;

    if (at == 0)
        return true;
    do {
        before--;
    } while (before > 0 && utf8_continues(s.ptr[before]));
    return is_word_end(s, before);
}

static bool piece_stands_in(struct str piece, struct str known)
{
    size_t from = 0;

    while (from + piece.len <= known.len) {
        const size_t at = from + str_find(str_from(known, from), piece);

        if (at + piece.len > known.len)
            return false;
        if (is_word_begin(known, at) && is_word_end(known, at + piece.len))
            return true;
        from = at + 1;
    }
    return false;
}

bool words_are_known(struct str text, struct str known)
{
    while (text.len > 0) {
        const struct str piece = str_trim(cut_wording_piece(&text));

        if (piece.len > 0 && !piece_stands_in(piece, known))
            return false;
    }
    return true;
}

bool running_counts_pages(const struct doc_node *part)
{
    struct doc_walk w = doc_walk(part);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_PAGE_NUMBER || w.node->kind == DOC_PAGE_COUNT)
            return true;
    }
    return false;
}
