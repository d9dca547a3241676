/*
 * Measures in words of thousands or millions: 12 of `12 thousand visits` is
 * 12,000, where all figures of its row are surely written out.
 */
#include "core/model/measure.h"
#include "input/table/figure_words.h"
#include "input/table/table_parts.h"

#define THOUSAND 1000

bool is_measure(const struct table_reading *r, size_t column,
                const struct cell *row)
{
    const struct kind_column *kind = r->columns.list[column].kind;

    return kind != NULL && kind->type == TYPE_MEASURE &&
           row[column].state == CELL_VALUE;
}

static uint8_t zeros_of(const struct table_reading *r, const struct cell *cell)
{
    return cell->measure == MEASURE_WORDS
               ? figure_word_zeros(r->options->wording, measure_words(cell))
               : 0;
}

/* Letters that multiply, of which one says as little beside a word. */
static bool has_sign(const struct cell *cell)
{
    struct str behind;
    struct str word;

    if (cell->measure != MEASURE_WORDS)
        return false;
    behind = measure_words(cell);
    word = str_cut_word(&behind);
    return (str_same_word(word, STR_LIT("k")) ||
            str_same_word(word, STR_LIT("bn")) ||
            str_same_word(word, STR_LIT("mn")));
}

static bool begins_alike(const struct cell *a, const struct cell *b)
{
    struct str rest_a = measure_words(a);
    struct str rest_b = measure_words(b);
    const struct str word = str_cut_word(&rest_a);

    return a->measure == b->measure &&
           str_same_word(word, str_cut_word(&rest_b));
}

/* `visits` of `900 visits` is one of the words of `12 thousand visits`. */
static bool is_counted_alike(const struct cell *plain,
                             const struct cell *scaled)
{
    struct str rest = measure_words(plain);
    const struct str word = str_cut_word(&rest);
    struct str words = measure_words(scaled);
    struct str other;

    for (other = str_cut_word(&words); other.len > 0;
         other = str_cut_word(&words)) {
        if (str_same_word(word, other))
            return true;
    }
    return false;
}

/* 13 beside 12 thousand may be 13 thousand. */
static bool is_written_out(const struct cell *cell, const struct cell *scaled)
{
    const struct decimal size = decimal_unsigned(
        (struct decimal){cell->value.coefficient, cell->scale});

    if (cell->measure == MEASURE_WORDS)
        return is_counted_alike(cell, scaled);
    return cell->measure == MEASURE_NUMBER &&
           (size.coefficient == 0 ||
            decimal_compare(size, (struct decimal){THOUSAND, 0}) >= 0);
}

static bool multiply(struct cell *cell, uint8_t zeros)
{
    const struct decimal by = {decimal_power_of_ten(zeros), 0};
    struct decimal d = {cell->value.coefficient, cell->scale};
    const uint8_t scale = (uint8_t)(d.scale > zeros ? d.scale - zeros : 0);

    if (!decimal_multiply(d, by, &d) || !decimal_round(d, scale, &d))
        return false;
    cell->value.coefficient = d.coefficient;
    cell->scale = d.scale;
    return true;
}

/* The first in words of thousands or millions, or with such a letter, where
   the figures of the row do not all have the same word. */
static const struct cell *find_scaled(const struct table_reading *r,
                                      const struct cell *row)
{
    const struct cell *word = NULL;
    const struct cell *sign = NULL;
    bool alike = true;

    for (size_t c = 0; c < r->columns.count; c++) {
        if (!is_measure(r, c, row))
            continue;
        if (word == NULL && zeros_of(r, &row[c]) > 0)
            word = &row[c];
        if (sign == NULL && has_sign(&row[c]))
            sign = &row[c];
    }
    for (size_t c = 0; sign != NULL && c < r->columns.count; c++)
        alike &= !is_measure(r, c, row) || begins_alike(&row[c], sign);
    return word != NULL ? word : alike ? NULL : sign;
}

static bool all_written_out(const struct table_reading *r,
                            const struct cell *row, const struct cell *scaled)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        struct cell trial = row[c];
        const uint8_t zeros = zeros_of(r, &trial);

        if (is_measure(r, c, row) &&
            (has_sign(&trial) || (zeros == 0 ? !is_written_out(&trial, scaled)
                                             : !multiply(&trial, zeros))))
            return false;
    }
    return true;
}

void measure_words_settle(struct table_reading *r, struct cell *row)
{
    const struct cell *scaled = find_scaled(r, row);

    if (scaled == NULL)
        return;
    if (all_written_out(r, row, scaled)) {
        for (size_t c = 0; c < r->columns.count; c++) {
            if (is_measure(r, c, row))
                (void)multiply(&row[c], zeros_of(r, &row[c]));
        }
        return;
    }
    cell_count(&r->measures.unlike,
               record_place(r->record, r->columns.list[scaled - row].field),
               cell_as_typed(scaled));
    for (size_t c = 0; c < r->columns.count; c++) {
        if (is_measure(r, c, row) && row[c].measure == MEASURE_WORDS)
            row[c].state = CELL_WORDS;
    }
}
