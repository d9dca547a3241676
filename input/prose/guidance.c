#include "input/prose/guidance.h"

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

/* Letters that a form begins with: most letters of a text begin none. */
static void note_beginnings(const struct spellings *forms, bool begins[256])
{
    for (size_t f = 0; f < forms->count; f++) {
        if (forms->forms[f].len > 0)
            begins[(unsigned char)lower(forms->forms[f].ptr[0])] = true;
    }
}

/* The form that stands in TEXT at byte AT; empty: none. */
static struct str form_at(const struct spellings *forms, struct str text,
                          size_t at)
{
    for (size_t f = 0; f < forms->count; f++) {
        const struct str form = forms->forms[f];

        if (form.len > 0 && lower(text.ptr[at]) == lower(form.ptr[0]) &&
            stands_at(text, at, form))
            return form;
    }
    return (struct str){NULL, 0};
}

void guidance_find(const struct wording *wording, struct str text,
                   struct place at, struct findings *findings)
{
    const struct spellings *forms;
    bool begins[256] = {false};

    if (wording == NULL)
        return;
    forms = &wording->words[WORD_GUIDANCE];
    note_beginnings(forms, begins);
    for (size_t i = 0; i < text.len; i++) {
        struct str form;

        if (!begins[(unsigned char)lower(text.ptr[i])])
            continue;
        form = form_at(forms, text, i);
        if (form.len == 0)
            continue;
        finding(findings, FINDING_GUIDANCE, source_advance(at, text, i),
                "guidance is left in the text: `%.*s`",
                STR_ARG(str_to(str_from(text, i), form.len)));
        i += form.len - 1;
    }
}
