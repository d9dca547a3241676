#include "preview/jumps.h"
#include "core/base/json_out.h"

#include <stdlib.h>

#define FOLLOWING_MAX 50 /* pieces of the page */

/* As places_find() reads it. */
static void put_name(struct json_out *json, const struct page_place *place)
{
    struct buf name;

    if (place == NULL)
        return;
    buf_init(&name, SIZE_MAX / 4);
    places_name(place, &name);
    json_out_member_string(json, "place", buf_view(&name));
    buf_free(&name);
}

/* What is for the screen alone stands on no page: what follows it may. */
static int64_t page_of(struct reports *r, size_t n,
                       const struct page_place *place)
{
    const struct page_places *places = reports_places(r, n);
    int64_t page = 0;

    for (size_t i = 0; page == 0 && place != NULL && i < FOLLOWING_MAX; i++) {
        page = reports_page(r, n, place);
        place = places_step(places, place->element, true);
    }
    return page;
}

static void answer(struct reports *r, size_t n, const struct page_place *place,
                   const char *before, const char *otherwise, struct buf *out)
{
    struct json_out json;
    struct buf text;

    buf_init(&text, SIZE_MAX / 4);
    if (place == NULL) {
        buf_puts(&text, otherwise);
    } else {
        buf_puts(&text, before);
        places_say(place, &text);
        buf_char(&text, '.');
    }
    json_out_init(&json, out, false);
    json_out_object(&json);
    json_out_member_count(&json, "v", r->items[n].version);
    json_out_member_int(&json, "e", place == NULL ? -1 : place->element);
    json_out_member_string(&json, "said", buf_view(&text));
    put_name(&json, place);
    json_out_member_int(&json, "page", page_of(r, n, place));
    json_out_end(&json);
    buf_free(&text);
}

void jump_from(struct reports *r, size_t n, struct str elements,
               struct buf *out)
{
    answer(r, n, places_above(reports_places(r, n), elements), "Comes from ",
           "This comes from the template, not from a file of the report.", out);
}

void jump_to(struct reports *r, size_t n, struct str text, struct buf *out)
{
    bool asked = false;
    const struct page_place *place =
        places_find(reports_places(r, n), text, &asked);

    answer(r, n, place, "Shown: ",
           asked ? "Nothing on the page comes from there."
                 : "Write a file, a colon, and a line or a cell.",
           out);
}

void jump_step(struct reports *r, size_t n, struct str element, bool forward,
               struct buf *out)
{
    char digits[16] = "";
    int64_t from = -1;

    for (size_t i = 0; i < element.len && i + 1 < sizeof(digits); i++)
        digits[i] = element.ptr[i];
    if (digits[0] >= '0' && digits[0] <= '9')
        from = strtoll(digits, NULL, 10);
    answer(r, n, places_step(reports_places(r, n), from, forward),
           "Comes from ", "No piece of the page has a place.", out);
}
