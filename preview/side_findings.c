#include "preview/side_findings.h"
#include "core/finding/finding.h"
#include "preview/places.h"
#include "preview/side_html.h"

#include <inttypes.h>

#define FINDINGS_SHOWN 20
#define FINDINGS_SHOWN_MAX 300 /* when more are asked for; and of notes */

/* The order in which findings are worth reading. */
static const struct level {
    const char *level, *word;
} levels[] = {{"error", "Fault"},
              {"warning", "Warning"},
              {"acknowledged", "Acknowledged"}};

/* What a terminal says under -v. */
static const struct level note = {"note", "Note"};

static const struct {
    const char *cause, *cure;
} meanings[] = {
#define FINDING(id, level, code, cause, cure) [FINDING_##id] = {cause, cure},
#include "core/finding/finding_table.h"
#undef FINDING
};

static bool is_of(const json_t *finding, const struct level *level)
{
    return str_is(json_in_member(finding, "level"), level->level);
}

static int64_t number(const json_t *object, const char *name)
{
    const json_t *n = json_object_get(object, name);

    return json_is_integer(n) ? json_integer_value(n) : 0;
}

static struct page_place place_of(const json_t *finding)
{
    return (struct page_place){
        .file = json_in_member(finding, "file"),
        .sheet = json_in_member(finding, "sheet"),
        .cell = json_in_member(finding, "cell"),
        .line = number(finding, "line"),
    };
}

static void put_place(const struct page_place *place, struct buf *out)
{
    struct buf text;

    if (place->file.len == 0)
        return;
    buf_init(&text, SIZE_MAX / 4);
    places_say(place, &text);
    side_put_element(out, "p", "place", buf_view(&text));
    buf_free(&text);
}

static void put_line(const json_t *excerpt, struct buf *out)
{
    buf_puts(out, "<p class=\"line\"><code>");
    side_put(out, json_in_member(excerpt, "before"));
    buf_puts(out, "<mark>");
    side_put(out, json_in_member(excerpt, "mark"));
    buf_puts(out, "</mark>");
    side_put(out, json_in_member(excerpt, "after"));
    buf_puts(out, "</code></p>");
}

static void put_letters(const json_t *cells, struct buf *out)
{
    buf_puts(out, "<table><tr><td></td>");
    for (size_t i = 0; i < json_array_size(cells); i++) {
        const json_t *column = json_array_get(json_array_get(cells, i), 0);
        char letters[8];

        source_column_letters((uint32_t)json_integer_value(column), letters);
        buf_printf(out, "<th scope=\"col\">%s</th>", letters);
    }
    buf_puts(out, "</tr>");
}

/* The cell between its neighbours, as a sheet shows them. */
static void put_cells(const json_t *excerpt, struct buf *out)
{
    const json_t *cells = json_object_get(excerpt, "cells");
    const int64_t meant = number(excerpt, "column");

    put_letters(cells, out);
    buf_printf(out, "<tr><th scope=\"row\">%" PRId64 "</th>",
               number(excerpt, "row"));
    for (size_t i = 0; i < json_array_size(cells); i++) {
        const json_t *cell = json_array_get(cells, i);
        const bool is_it = json_integer_value(json_array_get(cell, 0)) == meant;

        buf_puts(out, is_it ? "<td><mark>" : "<td>");
        side_put(out, json_in_text(json_array_get(cell, 1)));
        buf_puts(out, is_it ? "</mark></td>" : "</td>");
    }
    buf_puts(out, "</tr></table>");
}

static void put_excerpt(const json_t *excerpt, struct buf *out)
{
    if (json_array_size(json_object_get(excerpt, "cells")) > 0)
        put_cells(excerpt, out);
    else if (json_is_object(excerpt))
        put_line(excerpt, out);
}

static void put_find(const struct page_place *place, struct buf *out)
{
    struct buf name;

    buf_init(&name, SIZE_MAX / 4);
    places_name(place, &name);
    buf_puts(out, "<button type=\"button\" data-find=\"");
    side_put(out, buf_view(&name));
    buf_puts(out, "\">Show in the page</button> ");
    buf_free(&name);
}

/* What an editor goes to: FILE:LINE:COLUMN, or a workbook's cell. */
static void put_copy(const struct page_place *place, int64_t column,
                     struct buf *out)
{
    buf_puts(out, "<button type=\"button\" data-copy=\"");
    if (place->line > 0) {
        side_put(out, place->file);
        buf_printf(out, ":%" PRId64, place->line);
        if (column > 0)
            buf_printf(out, ":%" PRId64, column);
    } else {
        struct buf name;

        buf_init(&name, SIZE_MAX / 4);
        places_name(place, &name);
        side_put(out, buf_view(&name));
        buf_free(&name);
    }
    buf_puts(out, "\">Copy place</button>");
}

static void put_buttons(const json_t *finding, const struct page_place *place,
                        struct buf *out)
{
    if (place->file.len == 0 || (place->cell.len == 0 && place->line == 0))
        return;
    buf_puts(out, "<p>");
    put_find(place, out);
    put_copy(place, number(finding, "column"), out);
    buf_puts(out, "</p>");
}

static void put_meaning(const json_t *finding, struct buf *out)
{
    const enum finding_id id = finding_of_code(json_in_member(finding, "code"));

    if (id == FINDING_MAX)
        return;
    buf_puts(out, "<details><summary>What it means</summary>");
    side_put_element(out, "p", "cause", str_of(meanings[id].cause));
    side_put_element(out, "p", "cure", str_of(meanings[id].cure));
    side_put_element(out, "code", "code", json_in_member(finding, "code"));
    buf_puts(out, "</details>");
}

static void put_finding(const json_t *finding, const json_t *excerpt,
                        const struct level *level, struct buf *out)
{
    const struct page_place place = place_of(finding);

    buf_printf(out, "<li class=\"%s\" tabindex=\"-1\"><p class=\"text\">",
               level->level);
    side_put_element(out, "b", "level", str_of(level->word));
    buf_char(out, ' ');
    side_put(out, json_in_member(finding, "text"));
    buf_puts(out, "</p>");
    side_put_element(out, "p", "hint", json_in_member(finding, "hint"));
    side_put_element(out, "p", "because", json_in_member(finding, "because"));
    put_place(&place, out);
    put_excerpt(excerpt, out);
    put_buttons(finding, &place, out);
    put_meaning(finding, out);
    buf_puts(out, "</li>\n");
}

static void put_first(const json_t *finding, struct buf *first)
{
    const struct page_place place = place_of(finding);

    if (place.file.len > 0) {
        places_say(&place, first);
        buf_puts(first, ": ");
    }
    buf_str(first, json_in_member(finding, "text"));
}

/* Findings from number FROM on, as far as TO; how many there are in all. */
static size_t put_some(const json_t *list, const json_t *excerpts, size_t from,
                       size_t to, struct buf *out, struct buf *first)
{
    size_t count = 0;

    for (size_t k = 0; k < sizeof(levels) / sizeof(levels[0]); k++) {
        for (size_t i = 0; i < json_array_size(list); i++) {
            const json_t *f = json_array_get(list, i);

            if (!is_of(f, &levels[k]))
                continue;
            if (count == 0 && from == 0)
                put_first(f, first);
            if (count >= from && count < to)
                put_finding(f, json_array_get(excerpts, i), &levels[k], out);
            count++;
        }
    }
    return count;
}

static void put_left_out(size_t count, const char *command, struct buf *out)
{
    if (count > FINDINGS_SHOWN_MAX)
        buf_printf(out, "<p>%zu more are said by <code>%s</code>.</p>\n",
                   count - FINDINGS_SHOWN_MAX, command);
}

static void put_more(const json_t *list, const json_t *excerpts, size_t count,
                     struct buf *out)
{
    buf_printf(out,
               "<details id=\"more-findings\"><summary>and %zu more</summary>\n"
               "<ol class=\"findings\">\n",
               count - FINDINGS_SHOWN);
    (void)put_some(list, excerpts, FINDINGS_SHOWN, FINDINGS_SHOWN_MAX, out,
                   NULL);
    buf_puts(out, "</ol>\n");
    put_left_out(count, "councilpress check", out);
    buf_puts(out, "</details>\n");
}

static void put_notes(const json_t *list, const json_t *excerpts,
                      struct buf *out)
{
    size_t count = 0;
    size_t shown = 0;

    for (size_t i = 0; i < json_array_size(list); i++)
        count += is_of(json_array_get(list, i), &note);
    if (count == 0)
        return;
    buf_printf(out,
               "<details id=\"notes\"><summary>%zu note%s: how it was read"
               "</summary>\n<ol class=\"findings\">\n",
               count, count == 1 ? "" : "s");
    for (size_t i = 0; i < json_array_size(list) && shown < FINDINGS_SHOWN_MAX;
         i++) {
        const json_t *f = json_array_get(list, i);

        if (!is_of(f, &note))
            continue;
        put_finding(f, json_array_get(excerpts, i), &note, out);
        shown++;
    }
    buf_puts(out, "</ol>\n");
    put_left_out(count, "councilpress check -v", out);
    buf_puts(out, "</details>\n");
}

void side_findings(const json_t *list, const json_t *excerpts, const char *none,
                   struct buf *out, struct buf *first)
{
    size_t count;

    buf_puts(out, "<section id=\"findings-part\" data-part>\n<h2 "
                  "id=\"findings-head\" tabindex=\"-1\">Findings</h2>\n<ol "
                  "id=\"findings\" class=\"findings\">\n");
    count = put_some(list, excerpts, 0, FINDINGS_SHOWN, out, first);
    buf_puts(out, "</ol>\n");
    if (count == 0)
        buf_printf(out, "<p>%s</p>\n", none);
    if (count > FINDINGS_SHOWN)
        put_more(list, excerpts, count, out);
    put_notes(list, excerpts, out);
    buf_puts(out, "</section>\n");
}
