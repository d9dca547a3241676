#include "input/prose/markdown_formula.h"

/* Words of two letters or more: `m (US` of `$m (US$)` is no formula. */
static bool has_words(struct str text)
{
    size_t run = 0;

    for (size_t i = 0; i < text.len; i++) {
        run = is_word(text.ptr[i]) && !is_digit(text.ptr[i]) ? run + 1 : 0;
        if (run == 2)
            return true;
    }
    return false;
}

/* No bracket is closed that was not opened: `) and (` of `($) and ($)`. */
static bool is_bracketed(struct str text)
{
    size_t open = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ')' && open == 0)
            return false;
        open += text.ptr[i] == '(';
        open -= text.ptr[i] == ')';
    }
    return open == 0;
}

/* `1,000-` of one sum, and `A` of the next: `$2,000. A$5`. */
static bool has_sentence_end(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        if ((text.ptr[i] == '.' || text.ptr[i] == ',' || text.ptr[i] == ';') &&
            text.ptr[i + 1] == ' ')
            return is_digit(text.ptr[0]);
    }
    return false;
}

/* With what stands between two sums: `$m/` and `$m-`. */
static bool ends_between(struct str text)
{
    const char last = before(text, text.len);

    return last == '/' || last == '-';
}

/* What stands between two signs of dollars is a formula where it has a sign
   that sums of money do not have, or is of single letters, with numbers or
   without, or of one piece: neither `$5$` nor `$m/$`. */
static bool is_formula(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];

        if (c == '\\' || c == '^' || c == '_' || c == '=')
            return true;
    }
    return has_ascii_letter(text) && !ends_between(text) &&
           is_bracketed(text) && !has_sentence_end(text) &&
           (!has_words(text) || str_find_char(text, ' ') == text.len);
}

/* $x^2$, $a + b$. The signs stand close about it, and no figure follows: so
   `$5 and $10` is none, nor `$5-$10`, nor `US$`. */
size_t markdown_formula_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t n = 1;

    if (rest.ptr[0] != '$' || is_word(before(line, at)) ||
        behind(rest, 1) == ' ')
        return 0;
    while (n < rest.len && rest.ptr[n] != '$')
        n++;
    return n > 1 && n < rest.len && before(rest, n) != ' ' &&
                   !is_word(behind(line, at + n + 1)) &&
                   is_formula(str_from(str_to(rest, n), 1))
               ? n + 1
               : 0;
}
