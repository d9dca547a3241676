#include "core/model/contrast.h"
#include "output/layout/layout_parts.h"

#define WHITE 0xffffffU
#define EDGE MPT_OF_MM(12) /* office printers leave it white */
#define PANEL_HEIGHT MPT_OF_MM(190)
#define BELOW_WORDS MPT_OF_MM(14) /* of the panel, at least */
#define LOGO_GROUND MPT_OF_MM(2)  /* of white, around what is no drawing */

/* The type of a cover is larger than that of pages, by so many hundredths. */
static const struct {
    enum type_set set;
    int32_t hundredths;
} larger[] = {{SET_TITLE, 183}, {SET_HEADING_2, 138}, {SET_BODY, 133}};

/* Until a cover's blocks are boxes. */
static const struct style *cover_style(struct layout_parts *m)
{
    struct style *style = arena_alloc(m->arena, 1, sizeof(*style));
    struct house *house = arena_alloc(m->arena, 1, sizeof(*house));

    if (style == NULL || house == NULL)
        return m->style;
    *style = *m->style;
    *house = *m->style->house;
    for (size_t i = 0; i < sizeof(larger) / sizeof(larger[0]); i++) {
        struct set *set = &house->set[larger[i].set];

        set->size = (int32_t)((int64_t)set->size * larger[i].hundredths / 100);
        set->line = (int32_t)((int64_t)set->line * larger[i].hundredths / 100);
    }
    style->house = house;
    return style;
}

/* What a picture from a file stands on. */
static void add_ground(struct layout_parts *m, struct box *s,
                       const struct layout_item *image)
{
    struct layout_item *fill = item_fill(m, ARTIFACT_BACKGROUND, NULL, WHITE);

    if (fill == NULL)
        return;
    fill->x = image->x - LOGO_GROUND;
    fill->y = image->y - LOGO_GROUND;
    fill->width = image->width + 2 * LOGO_GROUND;
    fill->height = image->height + 2 * LOGO_GROUND;
    fill->next = s->first;
    s->first = fill;
}

static void set_ink(struct layout_parts *m, struct boxes *boxes, uint32_t ink)
{
    for (struct box *s = boxes->first; s != NULL; s = s->next) {
        const struct layout_item *image = NULL;

        for (struct layout_item *i = s->first; i != NULL; i = i->next) {
            if (i->kind == LAYOUT_TEXT || i->kind == LAYOUT_FILL)
                i->colour = ink;
            else if (i->kind == LAYOUT_IMAGE)
                image = i;
        }
        if (image != NULL)
            add_ground(m, s, image);
    }
}

/* The panel behind what stands on the page from its top on. */
static void add_panel(struct flow *f, struct box *s, int32_t words)
{
    const struct page_style *page = &f->m->style->page;
    const struct house *house = f->m->style->house;
    struct layout_item *fill =
        item_fill(f->m, ARTIFACT_BACKGROUND, NULL,
                  house->look.cover == COVER_PANEL ? house->colours.accent
                                                   : house->colours.tint);
    const int32_t needed = page->top - EDGE + words + BELOW_WORDS;
    const int32_t most = page->height - 2 * EDGE;

    if (fill == NULL)
        return;
    fill->x = EDGE;
    fill->y = EDGE - page->top;
    fill->width = page->width - 2 * EDGE;
    fill->height = needed > PANEL_HEIGHT ? needed : PANEL_HEIGHT;
    fill->height = fill->height > most ? most : fill->height;
    box_item(s, fill);
}

static uint32_t cover_ink(const struct house *house)
{
    if (house->look.cover == COVER_LIGHT)
        return house->colours.text;
    return contrast_ink(house->colours.accent);
}

void cover_begin(struct flow *f, struct cover_page *cover)
{
    struct layout_parts *m = f->m;
    struct text_style body;

    cover->was = m->style;
    m->style = cover_style(m);
    body = text_style(m, SET_BODY, FACE_REGULAR, m->style->house->colours.text);
    flow_init(&cover->words, m, &body, flow_left(f), f->right);
    cover->words.levels[0].hang = 0;
}

void cover_end(struct flow *f, struct cover_page *cover)
{
    struct layout_parts *m = f->m;
    const int32_t room = page_text_height(m, false);
    struct boxes *words = &cover->words.out;
    const int32_t height = room / 3 + boxes_height(words);
    struct box *above = box_new(m, room / 3);

    m->style = cover->was;
    if (above == NULL)
        return;
    if (height <= room) { /* else what goes on overleaf has no panel */
        set_ink(m, words, cover_ink(m->style->house));
        add_panel(f, above, height);
    }
    flow_emit(f, above);
    flow_emit_all(f, words);
}
