#include "core/base/utf8.h"
#include "preview/places.h"

#define WORDS_MAX 40 /* characters of a figure that is said */
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

/* "budget.csv, cells B2 to B14" */
static void say_origin(const struct page_figure *f, struct buf *out)
{
    struct page_place first = f->place;

    if (f->last_cell.len > 0 && !str_eq(f->last_cell, first.cell)) {
        say_file(&first, out);
        buf_puts(out, ", cells ");
        buf_str(out, first.cell);
        buf_puts(out, " to ");
        buf_str(out, f->last_cell);
    } else if (f->last_line > first.line) {
        say_file(&first, out);
        buf_puts(out, ", lines ");
        buf_int(out, first.line);
        buf_puts(out, " to ");
        buf_int(out, f->last_line);
    } else {
        places_say(&first, out);
    }
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

static bool is_one(const struct page_figure *f)
{
    return f->last_line <= f->place.line &&
           (f->last_cell.len == 0 || str_eq(f->last_cell, f->place.cell));
}

void places_say_figure(const struct page_figure *figure, size_t origins,
                       struct buf *out)
{
    buf_puts(out, "“");
    say_words(figure->words, out);
    buf_puts(out, origins > 1 || !is_one(figure) ? "” is computed from "
                                                 : "” is from ");
    for (size_t i = 0; i < origins; i++) {
        if (i > 0)
            buf_puts(out, i + 1 == origins ? " and " : "; ");
        say_origin(&figure[i], out);
    }
    buf_puts(out, " ({{");
    buf_str(out, figure->expression);
    buf_puts(out, "}}).");
}
