#include "core/model/measure.h"
#include "core/base/ascii.h"

struct str measure_words(const struct cell *cell)
{
    const struct str text = cell_as_typed(cell);
    size_t i = 0;

    while (i < text.len && !is_letter_at(text, i))
        i++;
    return str_from(text, i);
}

/* Whether one of the words of A, in the singular or the plural, is among those
   of B: `days`, `working days`. */
static bool units_share_a_word(struct str a, struct str b)
{
    struct str word;

    for (word = str_cut_word(&a); word.len > 0; word = str_cut_word(&a)) {
        struct str rest = b;
        struct str other;

        if (word.len > 1 && word.ptr[word.len - 1] == 's')
            word.len--;
        for (other = str_cut_word(&rest); other.len > 0;
             other = str_cut_word(&rest)) {
            if (other.len > 1 && other.ptr[other.len - 1] == 's')
                other.len--;
            if (str_same_word(word, other))
                return true;
        }
    }
    return false;
}

bool measures_alike(const struct cell *a, const struct cell *b)
{
    return a->measure == b->measure &&
           (a->measure != MEASURE_WORDS ||
            units_share_a_word(measure_words(a), measure_words(b)));
}
