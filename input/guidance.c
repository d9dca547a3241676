#include "input/guidance.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    c = lower(c);
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Whether FORM stands in TEXT at byte AT as words of its own. A longer row of
   its last letter is the same: xxxx is found in XXXXXX. */
static bool stands_at(struct str text, size_t at, struct str form)
{
    const char last = form.ptr[form.len - 1];
    size_t end = at + form.len;

    if (!str_starts_alike(str_from(text, at), form))
        return false;
    if (at > 0 && is_letter(form.ptr[0]) && is_letter(text.ptr[at - 1]))
        return false;
    while (end < text.len && lower(text.ptr[end]) == lower(last))
        end++;
    return end == text.len || !is_letter(last) || !is_letter(text.ptr[end]);
}

void guidance_find(const struct wording *wording, struct str text,
                   struct place at, struct findings *findings)
{
    const struct spellings *forms;

    if (wording == NULL)
        return;
    forms = &wording->words[WORD_GUIDANCE];
    for (size_t i = 0; i < text.len; i++) {
        for (size_t f = 0; f < forms->count; f++) {
            const struct str form = forms->forms[f];

            if (form.len == 0 || lower(text.ptr[i]) != lower(form.ptr[0]) ||
                !stands_at(text, i, form))
                continue;
            finding(findings, FINDING_GUIDANCE, source_advance(at, text, i),
                    "guidance is left in the text: `%.*s`",
                    STR_ARG(str_to(str_from(text, i), form.len)));
            i += form.len - 1;
            break;
        }
    }
}
