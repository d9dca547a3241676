/* Words that a browser would part at the end of a line, and no reader should
   see parted: a minus from the figure behind it, a day from its month. */
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "output/html/html_table.h"

#define MINUS "\xe2\x88\x92"

/* The length of a minus that TEXT begins with, or 0. Asked of every byte that a
   page prints: the first tells of nearly all. */
static size_t minus_at(struct str text)
{
    if (text.ptr[0] == '-')
        return 1;
    if (text.ptr[0] != MINUS[0] || !str_starts(text, STR_LIT(MINUS)))
        return 0;
    return sizeof(MINUS) - 1;
}

/* Where what must stay together with the minus at AT ends, or 0: a minus and
   the sign of a currency. */
static size_t currency_end(struct str text, size_t at)
{
    const size_t minus = minus_at(str_from(text, at));
    struct str rest;

    if (minus == 0)
        return 0;
    rest = str_from(text, at + minus);
    return rest.len > 0 && utf8_is_currency(utf8_next(&rest))
               ? text.len - rest.len
               : 0;
}

static size_t word_start(struct str text, size_t end, size_t least)
{
    while (end > least && text.ptr[end - 1] != ' ')
        end--;
    return end;
}

static size_t word_end(struct str text, size_t start)
{
    while (start < text.len && text.ptr[start] != ' ')
        start++;
    return start;
}

static enum html_lines lines_of(const struct html *h)
{
    return h->table == NULL ? LINES_DATES : h->table->lines;
}

/* Whether the lines of what is open keep NEXT with the word before it. */
static bool keeps(const struct html *h, struct str word, struct str next)
{
    const struct calendar_words *words = &h->doc->wording->calendar;
    const enum html_lines lines = lines_of(h);

    return (lines <= LINES_DAYS && date_day_joins(word, next, words)) ||
           (lines < LINES_DAYS && date_year_joins(word, next, words));
}

/* Whether words that begin so may be of one date: a year follows, or what may
   be a day, with a mark before it, goes before. */
static bool may_be_of_date(char word, char next)
{
    return is_digit(next) || !is_ascii_letter(word);
}

/* Where the date ends that goes on behind the space at AT, or 0; *START is
   where the word before that begins, LEAST or later. */
static size_t date_end(const struct html *h, struct str text, size_t at,
                       size_t least, size_t *start)
{
    size_t word = word_start(text, at, least);
    size_t end = 0;

    *start = word;
    while (at > word && at + 1 < text.len && text.ptr[at] == ' ' &&
           may_be_of_date(text.ptr[word], text.ptr[at + 1])) {
        const size_t stop = word_end(text, at + 1);
        const struct str next = {text.ptr + at + 1, stop - at - 1};

        if (!keeps(h, (struct str){text.ptr + word, at - word}, next))
            break;
        word = at + 1;
        at = end = stop;
    }
    return end;
}

/* The next piece of TEXT from LEAST on that is kept whole, from *START to what
   is returned; 0: there is none. */
static size_t find_whole(const struct html *h, struct str text, size_t least,
                         size_t *start)
{
    for (size_t i = least; i < text.len; i++) {
        size_t end = 0;

        *start = i;
        if (text.ptr[i] == ' ')
            end = date_end(h, text, i, least, start);
        else
            end = currency_end(text, i);
        if (end > 0)
            return end;
    }
    return 0;
}

/* k: whole; d: at a desk. */
static void put_whole(struct html *h, struct str piece)
{
    static const char together;
    const bool desk = lines_of(h) == LINES_DESK && minus_at(piece) == 0;

    html_open(&h->tags, TAG_SPAN, &together);
    html_attr(&h->tags, "class", desk ? STR_LIT("d") : STR_LIT("k"));
    html_text(&h->tags, piece);
    html_close(&h->tags, &together);
}

void html_words(struct html *h, struct str text)
{
    const bool one = lines_of(h) == LINES_ONE;
    size_t at = 0;
    size_t start;
    size_t end;

    while (!one && (end = find_whole(h, text, at, &start)) > 0) {
        html_text(&h->tags, (struct str){text.ptr + at, start - at});
        put_whole(h, (struct str){text.ptr + start, end - start});
        at = end;
    }
    html_text(&h->tags, str_from(text, at));
}
