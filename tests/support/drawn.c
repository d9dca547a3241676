#include "tests/support/drawn.h"
#include "core/doc/picture_check.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

const struct drawing *drawn(struct laid_test *t, const struct picture *model,
                            int32_t width)
{
    struct doc_node *figure = doc_new(&t->tree, DOC_PICTURE);
    struct str text;
    const struct drawing *d;

    assert_int_equal(picture_check(model, &text), PICTURE_SOUND);
    figure->u.picture = model;
    d = drawing_make(figure, sample_style.house, width, t->shaper, &t->made,
                     &t->findings);
    assert_non_null(d);
    return d;
}

struct area {
    int32_t left, top, right, foot;
};

static struct area area_of(const struct drawing_item *item,
                           const struct drawing_line *line)
{
    return (struct area){line->x, line->y - item->size * 3 / 4,
                         line->x + line->width, line->y + item->size / 5};
}

static void assert_inside(const struct drawing *d, struct area a)
{
    if (a.left < 0 || a.top < 0 || a.right > d->width || a.foot > d->height)
        print_error("%d,%d to %d,%d is not in %dx%d\n", a.left, a.top, a.right,
                    a.foot, d->width, d->height);
    assert_true(a.left >= 0 && a.top >= 0);
    assert_true(a.right <= d->width && a.foot <= d->height);
}

static void assert_all_inside(const struct drawing *d)
{
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (uint32_t k = 0; k < i->npoints; k++)
            assert_inside(d, (struct area){i->points[k].x, i->points[k].y,
                                           i->points[k].x, i->points[k].y});
        for (uint32_t k = 0; k < i->nlines; k++)
            assert_inside(d, area_of(i, &i->lines[k]));
    }
}

static bool overlap(struct area a, struct area b)
{
    return a.left < b.right && b.left < a.right && a.top < b.foot &&
           b.top < a.foot;
}

static void assert_apart(const struct drawing_item *i,
                         const struct drawing_item *j)
{
    for (uint32_t a = 0; a < i->nlines; a++) {
        for (uint32_t b = i == j ? a + 1 : 0; b < j->nlines; b++)
            assert_false(
                overlap(area_of(i, &i->lines[a]), area_of(j, &j->lines[b])));
    }
}

static void assert_no_text_on_another(const struct drawing *d)
{
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (const struct drawing_item *j = i; j != NULL; j = j->next)
            assert_apart(i, j);
    }
}

struct str drawn_words(struct arena *arena, const struct drawing *d)
{
    struct str words;
    struct buf b;

    buf_init(&b, (size_t)1 << 24);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (uint32_t k = 0; k < i->nlines; k++) {
            for (uint32_t w = 0; w < i->lines[k].nwords; w++) {
                for (const struct shaped *s = i->lines[k].words[w].shaped;
                     s != NULL; s = s->rest)
                    buf_str(&b, s->text);
                if (i->lines[k].words[w].space_after)
                    buf_char(&b, ' ');
            }
        }
    }
    assert_int_equal(buf_status(&b), ST_OK);
    words = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return words;
}

void assert_readable(const struct drawing *d)
{
    assert_all_inside(d);
    assert_no_text_on_another(d);
    assert_in_range(drawing_smallest(d), 9000, 12000);
}
