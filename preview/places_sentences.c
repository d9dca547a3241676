#include "core/base/utf8.h"
#include "core/finding/source.h"
#include "preview/places.h"

#define WORDS_MAX 40  /* characters of a figure that is said */
#define RANGES_MAX 20 /* of cells, in one file */

void places_name(const struct page_place *place, struct buf *out)
{
    buf_str(out, place->file);
    buf_char(out, ':');
    if (place->cell.len == 0) {
        buf_int(out, place->line);
        return;
    }
    if (place->sheet.len > 0) {
        buf_str(out, place->sheet);
        buf_char(out, '!');
    }
    buf_str(out, place->cell);
}

static void say_file(const struct page_place *place, struct buf *out)
{
    buf_str(out, place->file);
    if (place->sheet.len > 0) {
        buf_puts(out, ", sheet ");
        buf_str(out, place->sheet);
    }
}

void places_say(const struct page_place *place, struct buf *out)
{
    say_file(place, out);
    if (place->cell.len > 0) {
        buf_puts(out, ", cell ");
        buf_str(out, place->cell);
    } else if (place->line > 0) {
        buf_puts(out, str_ends(place->file, STR_LIT(".docx")) ? ", paragraph "
                                                              : ", line ");
        buf_int(out, place->line);
    }
}

static bool is_one(const struct page_range *r)
{
    return r->first_line == r->last_line && r->first_column == r->last_column;
}

static void say_end(uint32_t column, uint32_t line, struct buf *out)
{
    char letters[8];

    source_column_letters(column, letters);
    buf_printf(out, "%s%u", letters, (unsigned)line);
}

/* "B2 to B5" */
static void say_range(const struct page_range *r, struct buf *out)
{
    say_end(r->first_column, r->first_line, out);
    if (is_one(r))
        return;
    buf_puts(out, " to ");
    say_end(r->last_column, r->last_line, out);
}

/* "budget.csv, cells B2 to B5, B9 and B14" */
static void say_origin(const struct page_figure *f, struct buf *out)
{
    const size_t n = f->nranges <= RANGES_MAX ? f->nranges : (size_t)RANGES_MAX;

    if (f->nranges == 0 || (f->nranges == 1 && is_one(f->ranges))) {
        places_say(&f->place, out);
        return;
    }
    say_file(&f->place, out);
    buf_puts(out, f->place.cell.len > 0 ? ", cells " : ", lines ");
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_puts(out, i + 1 == f->nranges ? " and " : ", ");
        say_range(&f->ranges[i], out);
    }
    if (n < f->nranges)
        buf_printf(out, " and %zu more", f->nranges - n);
}

/* A field or a cell may hold a sentence. */
static void say_words(struct str words, struct buf *out)
{
    struct str rest = words;
    size_t n = 0;

    while (rest.len > 0 && n < WORDS_MAX) {
        (void)utf8_next(&rest);
        n++;
    }
    buf_str(out, str_to(words, words.len - rest.len));
    if (rest.len > 0)
        buf_puts(out, " …");
}

void places_say_figure(const struct page_figure *figure, size_t origins,
                       struct buf *out)
{
    buf_puts(out, "“");
    say_words(figure->words, out);
    buf_puts(out, origins > 1 || figure->nranges > 1 ||
                          (figure->nranges == 1 && !is_one(figure->ranges))
                      ? "” is computed from "
                      : "” is from ");
    for (size_t i = 0; i < origins; i++) {
        if (i > 0)
            buf_puts(out, i + 1 == origins ? " and " : "; ");
        say_origin(&figure[i], out);
    }
    buf_puts(out, " (");
    buf_str(out, figure->given_by);
    buf_puts(out, ").");
}
