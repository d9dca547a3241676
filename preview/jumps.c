#include "preview/jumps.h"
#include "core/base/json_out.h"

#include <stdio.h>

#define FOLLOWING_MAX 50 /* pieces of the page */
#define FIGURES_MAX 100  /* that are told of an element */

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

static void say(const struct page_place *place, const char *before,
                const char *otherwise, struct buf *text)
{
    if (place == NULL) {
        buf_puts(text, otherwise);
        return;
    }
    buf_puts(text, before);
    places_say(place, text);
    buf_char(text, '.');
}

/* What is told once: where it is, and what is said of it. */
struct jump {
    const struct page_place *place; /* NULL: nowhere */
    int64_t element;                /* to be shown; -1: none */
    struct buf said;
    const struct page_figure *figures; /* in its words */
    size_t nfigures;
};

static struct jump jump_of(const struct page_place *place)
{
    struct jump a = {.place = place,
                     .element = place == NULL ? -1 : place->element};

    buf_init(&a.said, SIZE_MAX / 4);
    return a;
}

/* Its words, by which it is found, and what is said of it. */
static void put_figure(struct json_out *json, const struct page_figure *figure,
                       size_t origins)
{
    struct buf said;

    buf_init(&said, SIZE_MAX / 4);
    places_say_figure(figure, origins, &said);
    json_out_array(json);
    json_out_string(json, figure->words);
    json_out_string(json, buf_view(&said));
    json_out_end(json);
    buf_free(&said);
}

static void put_figures(struct json_out *json, const struct jump *a)
{
    const size_t count = a->nfigures < FIGURES_MAX ? a->nfigures : FIGURES_MAX;
    size_t n;

    json_out_name(json, "figures");
    json_out_array(json);
    for (size_t i = 0; i < count; i += n) {
        n = places_origins(&a->figures[i], a->nfigures - i);
        put_figure(json, &a->figures[i], n);
    }
    json_out_end(json);
}

static void put_jump(struct reports *r, size_t n, struct jump *a,
                     struct buf *out)
{
    struct json_out json;

    json_out_init(&json, out, false);
    json_out_object(&json);
    json_out_member_count(&json, "v", r->items[n].version);
    json_out_member_int(&json, "e", a->element);
    json_out_member_string(&json, "said", buf_view(&a->said));
    put_figures(&json, a);
    put_name(&json, a->place);
    json_out_member_int(&json, "page", page_of(r, n, a->place));
    json_out_end(&json);
    buf_free(&a->said);
}

/* What comes from PLACE, the innermost of ELEMENTS, and the figures in it. */
static void tell_from(struct reports *r, size_t n, struct str elements,
                      const struct page_place *place, const char *otherwise,
                      struct buf *out)
{
    struct jump a = jump_of(place);

    say(place, "Comes from ", otherwise, &a.said);
    a.nfigures =
        places_figures(reports_places(r, n), elements, place, &a.figures);
    put_jump(r, n, &a, out);
}

void jump_from(struct reports *r, size_t n, struct str elements,
               struct buf *out)
{
    tell_from(r, n, elements, places_above(reports_places(r, n), elements),
              "This comes from the template, not from a file of the report.",
              out);
}

/* What stands there by itself or, where nothing does, what was made of it. */
void jump_to(struct reports *r, size_t n, struct str text, struct buf *out)
{
    const struct page_places *places = reports_places(r, n);
    bool asked = false;
    struct jump a = jump_of(places_find(places, text, &asked));
    size_t origins = 0;
    const struct page_figure *figure =
        a.place == NULL ? places_find_figure(places, text, &origins) : NULL;

    if (figure == NULL) {
        say(a.place, "Shown: ",
            asked ? "Nothing on the page comes from there."
                  : "Write a file, a colon, and a line or a cell.",
            &a.said);
    } else {
        a.element = figure->place.element;
        a.place = places_step(places, a.element - 1, true);
        buf_puts(&a.said, "Shown: ");
        places_say_figure(figure, origins, &a.said);
    }
    put_jump(r, n, &a, out);
}

void jump_step(struct reports *r, size_t n, struct str element, bool forward,
               struct buf *out)
{
    const struct page_place *place =
        places_step(reports_places(r, n), places_number(element), forward);
    char digits[24] = "";

    if (place != NULL)
        (void)snprintf(digits, sizeof(digits), "%lld",
                       (long long)place->element);
    tell_from(r, n, str_of(digits), place, "No piece of the page has a place.",
              out);
}
