#include "core/value/guidance.h"
#include "core/base/utf8.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the character at byte AT of TEXT is a letter. */
static bool is_letter_at(struct str text, size_t at)
{
    struct str rest = str_from(text, at);

    return rest.len > 0 && utf8_is_letter(utf8_next(&rest));
}

/* The same of the one that ends before byte AT. */
static bool is_letter_before(struct str text, size_t at)
{
    size_t start = at;

    do
        start -= start > 0;
    while (start > 0 && utf8_continues(text.ptr[start]));
    return at > 0 && is_letter_at(str_to(text, at), start);
}

/* Bytes of TEXT from AT on where FORM stands as words of its own; 0: it does
   not. A longer row of its last letter is the same: xxxx is found in XXXXXX. */
static size_t length_at(struct str text, size_t at, struct str form)
{
    const char last = form.ptr[form.len - 1];
    size_t len;
    size_t end;

    if (is_letter_at(form, 0) && is_letter_before(text, at))
        return 0;
    if (!str_starts_folded(str_from(text, at), form, &len))
        return 0;
    end = at + len;
    while (end < text.len && lower(text.ptr[end]) == lower(last))
        end++;
    return is_letter_before(form, form.len) && is_letter_at(text, end) ? 0
                                                                       : len;
}

/* The forms that may begin with a letter: none where TO is 0. Most letters of a
   text begin none, and the others few. */
struct forms_of {
    uint16_t from, to;
};

static void note_beginnings(const struct spellings *forms,
                            struct forms_of begin[256])
{
    for (size_t f = 0; f < forms->count && f < UINT16_MAX; f++) {
        struct forms_of *of;

        if (forms->forms[f].len == 0)
            continue;
        of = &begin[(unsigned char)lower(forms->forms[f].ptr[0])];
        if (of->to == 0)
            of->from = (uint16_t)f;
        of->to = (uint16_t)(f + 1);
    }
}

/* Bytes of the form, one of THESE, that stands in TEXT at byte AT; 0: none. */
static size_t form_length(const struct spellings *forms, struct forms_of these,
                          struct str text, size_t at)
{
    for (size_t f = these.from; f < these.to; f++) {
        const struct str form = forms->forms[f];
        size_t len = 0;

        if (form.len > 0 && lower(text.ptr[at]) == lower(form.ptr[0]))
            len = length_at(text, at, form);
        if (len > 0)
            return len;
    }
    return 0;
}

void guidance_find(const struct wording *wording, struct str text,
                   struct place at, struct findings *findings)
{
    const struct spellings *forms;
    struct forms_of begin[256] = {{0, 0}};

    if (wording == NULL)
        return;
    forms = &wording->words[WORD_GUIDANCE];
    note_beginnings(forms, begin);
    for (size_t i = 0; i < text.len; i++) {
        const struct forms_of these = begin[(unsigned char)lower(text.ptr[i])];
        size_t len;

        if (these.to == 0)
            continue;
        len = form_length(forms, these, text, i);
        if (len == 0)
            continue;
        finding(findings, FINDING_GUIDANCE, source_advance(at, text, i),
                "guidance is left in the text: `%.*s`",
                STR_ARG(str_to(str_from(text, i), len)));
        i += len - 1;
    }
}
