#include "input/prose/markdown_links.h"

#include <stdint.h>

#define LABEL_MAX 999 /* characters, CommonMark 4.7 */

/* Addresses that are looked for among the definitions; where there are more,
   those that the parser writes anew pass for used. */
#define REWRITTEN_MAX 1000

/* [label]: address */
struct definition {
    size_t at;      /* of its [ */
    size_t colon;   /* behind the ] */
    size_t address; /* its first byte */
    bool words;     /* it stands in the text */
    bool used;
};

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* What may stand before a definition in its line: marks of quotations and
   items. */
static bool is_before(char c)
{
    return c == ' ' || c == '\t' || c == '>' || c == '-' || c == '+' ||
           c == '*' || c == '.' || c == ')' || (c >= '0' && c <= '9');
}

/* The byte behind the ] of the label that begins at AT; AT: it is none. */
static size_t label_end(struct str text, size_t at)
{
    bool words = false;

    for (size_t i = at + 1; i < text.len && i - at <= LABEL_MAX + 1; i++) {
        const char c = text.ptr[i];

        if (c == ']')
            return words ? i + 1 : at;
        if (c == '[')
            return at;
        if (c == '\\' && i + 1 < text.len)
            i++;
        words = words || !(c == ' ' || c == '\t' || is_line_end(c));
    }
    return at;
}

/* The address may stand in the line below, and in <>. */
static size_t address_at(struct str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t' ||
                             is_line_end(text.ptr[at]) || text.ptr[at] == '>'))
        at++;
    return at < text.len && text.ptr[at] == '<' ? at + 1 : at;
}

struct markdown_links markdown_links_find(struct arena *arena, struct str text)
{
    struct markdown_links l = {
        .text = text, .definitions = list_of(arena, sizeof(struct definition))};
    bool at_head = true;

    for (size_t at = 0; at < text.len; at++) {
        const char c = text.ptr[at];
        size_t end = at;

        if (at_head && c == '[')
            end = label_end(text, at);
        if (end > at && end < text.len && text.ptr[end] == ':') {
            struct definition *d = list_add(&l.definitions);

            if (d == NULL)
                return l;
            *d = (struct definition){
                .at = at, .colon = end, .address = address_at(text, end + 1)};
        }
        at_head = is_line_end(c) || (at_head && is_before(c));
    }
    return l;
}

/* How many definitions begin before byte AT. */
static size_t count_before(const struct markdown_links *l, size_t at)
{
    const struct definition *all = l->definitions.items;
    size_t from = 0;
    size_t to = l->definitions.count;

    while (from < to) {
        const size_t middle = from + (to - from) / 2;

        if (all[middle].at < at)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Where P stands in the text; SIZE_MAX: in a text of the parser's own. */
static size_t offset_of(const struct markdown_links *l, const char *p)
{
    const uintptr_t begin = (uintptr_t)l->text.ptr;

    return (uintptr_t)p < begin || (uintptr_t)p > begin + l->text.len
               ? SIZE_MAX
               : (size_t)((uintptr_t)p - begin);
}

void markdown_links_words(struct markdown_links *l, struct str text)
{
    struct definition *all = l->definitions.items;
    const size_t from = offset_of(l, text.ptr);
    size_t n;

    if (l->definitions.count == 0 || text.len == 0 || from == SIZE_MAX)
        return;
    for (n = count_before(l, from + text.len); n > 0 && all[n - 1].colon > from;
         n--)
        all[n - 1].words = true;
}

/* The bytes of the address at AT before the first that the parser reads as
   another; SIZE_MAX: it takes the address as it stands. */
static size_t plain_part(struct str text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text.ptr[at + n] > ' ' &&
           text.ptr[at + n] != '>' && text.ptr[at + n] != '\\' &&
           text.ptr[at + n] != '&')
        n++;
    return at + n == text.len || text.ptr[at + n] == '\\' ||
                   text.ptr[at + n] == '&' || n == 0
               ? n
               : SIZE_MAX;
}

/* ADDRESS is a text of the parser's own: what begins as it does is used. */
static void used_elsewhere(struct markdown_links *l, struct str address)
{
    struct definition *all = l->definitions.items;

    if (++l->rewritten > REWRITTEN_MAX)
        return;
    for (size_t i = 0; i < l->definitions.count; i++) {
        const size_t n = plain_part(l->text, all[i].address);

        if (n != SIZE_MAX &&
            str_starts(address, str_to(str_from(l->text, all[i].address), n)))
            all[i].used = true;
    }
}

void markdown_links_used(struct markdown_links *l, struct str address)
{
    struct definition *all = l->definitions.items;
    const size_t at = address.len == 0 ? SIZE_MAX : offset_of(l, address.ptr);
    size_t n;

    if (l->definitions.count == 0)
        return;
    if (at == SIZE_MAX) {
        used_elsewhere(l, address);
        return;
    }
    n = count_before(l, at);
    if (n > 0 && all[n - 1].address == at)
        all[n - 1].used = true;
}

static bool is_unused(const struct markdown_links *l,
                      const struct definition *d)
{
    return !d->words && !d->used &&
           (l->rewritten <= REWRITTEN_MAX ||
            plain_part(l->text, d->address) == SIZE_MAX);
}

struct str markdown_links_unused(const struct markdown_links *l, size_t *from)
{
    const struct definition *all = l->definitions.items;

    while (*from < l->definitions.count) {
        const struct definition *d = &all[(*from)++];

        if (is_unused(l, d))
            return (struct str){l->text.ptr + d->at, d->colon - d->at};
    }
    return (struct str){NULL, 0};
}
