#include "input/table/row_names.h"

/* Words that begin the name of such a row. */
static const enum word first_words[] = {
    WORD_SUB_TOTAL,
    WORD_TOTAL,
    WORD_WHOLE,
    WORD_MEAN,
    WORD_COMPARISON,
    WORD_GROSS,
    WORD_BROUGHT_FORWARD,
    WORD_CARRIED_FORWARD,
    WORD_BALANCE,
    WORD_MEMO,
    WORD_LESS,
};

/* And words that end one. */
static const enum word last_words[] = {
    WORD_MEAN,
    WORD_BROUGHT_FORWARD,
    WORD_CARRIED_FORWARD,
    WORD_BALANCE,
};

/* Those that the last of several words ends: `Adults is gyfanswm`. */
static const enum word total_words[] = {WORD_SUB_TOTAL, WORD_TOTAL, WORD_WHOLE};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ANY UINT64_MAX

/* The bit of what S has behind its first letter; ANY: that may be anything. */
static uint64_t second_letter(struct str s)
{
    const unsigned char c = row_name_letter(str_from(s, 1));

    if (row_name_letter(s) == 0 || c == 0)
        return ANY;
    return c <= '9' ? (uint64_t)1 << (c - '0') : (uint64_t)1 << (10 + c - 'a');
}

static void note(uint64_t letters[256], struct str word)
{
    letters[row_name_letter(word)] |= second_letter(word);
}

static void note_words(struct row_names *n, const struct wording *wording)
{
    for (size_t i = 0; i < COUNT(first_words); i++) {
        const struct spellings *w = &wording->words[first_words[i]];

        for (size_t k = 0; k < w->count; k++)
            note(n->begins, w->forms[k]);
    }
    for (size_t i = 0; i < COUNT(last_words); i++) {
        const struct spellings *w = &wording->words[last_words[i]];

        for (size_t k = 0; k < w->count; k++) {
            note(n->ends, w->forms[k]);
            note(n->ends, row_name_last_word(w->forms[k]));
        }
    }
    for (size_t i = 0; i < COUNT(total_words); i++) {
        const struct spellings *w = &wording->words[total_words[i]];

        for (size_t k = 0; k < w->count; k++) {
            n->ends[row_name_letter(w->forms[k])] = ANY;
            note(n->ends, row_name_last_word(w->forms[k]));
        }
    }
}

void row_names_list(struct row_names *n, const struct wording *wording,
                    const struct kind *kind)
{
    *n = (struct row_names){.any = false};
    n->begins[0] = ANY;
    note_words(n, wording);
    for (size_t i = 0; i < kind->nrows; i++) {
        for (size_t k = 0; k < kind->rows[i].naliases; k++) {
            note(n->begins, kind->rows[i].aliases[k]);
            n->any |= row_name_letter(kind->rows[i].aliases[k]) == 0;
        }
    }
}

static bool has(const uint64_t letters[256], struct str word)
{
    return (letters[row_name_letter(word)] & second_letter(word)) != 0;
}

bool row_names_may_tell(const struct row_names *n, struct str name)
{
    return name.len > 0 && (n->any || has(n->begins, name) ||
                            has(n->ends, row_name_last_word(name)));
}
