#include "output/layout/cover.h"
#include "core/model/contrast.h"

#define WHITE 0xffffffU
#define EDGE MPT_OF_MM(12) /* office printers leave it white */
#define PANEL_HEIGHT MPT_OF_MM(190)
#define BELOW_WORDS MPT_OF_MM(14) /* of the panel, at least */
#define LOGO_GROUND MPT_OF_MM(2)  /* of white, around what is no drawing */

/* The type of a cover is larger than that of pages, by so many hundredths. */
static const struct {
    enum type_set set;
    int32_t hundredths;
} larger[] = {{SET_HEADING_2, 138}, {SET_BODY, 133}};

/* And that of its title by the first of these that leaves all on one page. */
static const int32_t titles[] = {183, 150, 120, 100};

static void enlarge(struct house *house, enum type_set of, int32_t hundredths)
{
    struct set *set = &house->set[of];

    set->size = (int32_t)((int64_t)set->size * hundredths / 100);
    set->line = (int32_t)((int64_t)set->line * hundredths / 100);
}

/* Until a cover's blocks are boxes. */
static const struct style *cover_style(struct layout_parts *m, int32_t title)
{
    struct style *style = arena_alloc(m->arena, 1, sizeof(*style));
    struct house *house = arena_alloc(m->arena, 1, sizeof(*house));

    if (style == NULL || house == NULL)
        return m->style;
    *style = *m->style;
    *house = *m->style->house;
    enlarge(house, SET_TITLE, title);
    for (size_t i = 0; i < sizeof(larger) / sizeof(larger[0]); i++)
        enlarge(house, larger[i].set, larger[i].hundredths);
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
        for (struct layout_item *i = s->first; i != NULL; i = i->next) {
            if (i->kind == LAYOUT_TEXT || i->kind == LAYOUT_FILL)
                i->colour = ink & LAYOUT_COLOUR;
            else if (i->kind == LAYOUT_IMAGE)
                add_ground(m, s, i);
        }
    }
}

/* How far the panel reaches down the page below its edge, behind words of that
   height. */
static int32_t panel_height(const struct layout_parts *m, int32_t words)
{
    const struct page_style *page = &m->style->page;
    const int32_t needed = page->top - EDGE + words + BELOW_WORDS;
    const int32_t most = page->height - 2 * EDGE;
    const int32_t height = needed > PANEL_HEIGHT ? needed : PANEL_HEIGHT;

    return height > most ? most : height;
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

    if (fill == NULL)
        return;
    fill->x = EDGE;
    fill->y = EDGE - page->top;
    fill->width = page->width - 2 * EDGE;
    fill->height = panel_height(f->m, words);
    box_item(s, fill);
}

static uint32_t cover_ink(const struct house *house)
{
    if (house->look.cover == COVER_LIGHT)
        return house->colours.text;
    return contrast_ink(house->colours.accent);
}

/* How high the words stand on the page. */
static int32_t words_top(const struct layout_parts *m)
{
    return page_text_height(m, false) / 3;
}

/* Words with a title of so many hundredths. */
static void begin_words(const struct flow *f, struct cover_page *cover)
{
    struct layout_parts *m = f->m;
    struct text_style body;

    m->style = cover_style(m, titles[cover->title]);
    body = text_style(m, SET_BODY, FACE_REGULAR, m->style->house->colours.text);
    flow_init(&cover->words, m, &body, flow_left(f), f->right);
    cover->words.levels[0].hang = 0;
}

void cover_begin(const struct flow *f, struct cover_page *cover)
{
    cover->was = f->m->style;
    cover->heard = f->m->findings;
    cover->title = 0;
    cover->chosen = false;
    cover->notes = notes_placed(f->m);
    findings_init_unheard(&cover->unheard, f->m->arena);
    f->m->findings = &cover->unheard;
    begin_words(f, cover);
}

/* WORDS are on one page, and their notes below the panel. */
static bool fits(const struct flow *words)
{
    const struct layout_parts *m = words->m;
    const int32_t page = page_text_height(m, false);
    const int32_t height = words_top(m) + boxes_height(&words->out);
    const int32_t notes = notes_height(&words->out);

    return height <= page &&
           (notes == 0 || EDGE + panel_height(m, height) <=
                              m->style->page.top + page - notes);
}

bool cover_again(const struct flow *f, struct cover_page *cover)
{
    struct layout_parts *m = f->m;

    m->style = cover->was;
    if (cover->chosen)
        return false;
    notes_set_placed(m, cover->notes);
    cover->chosen = fits(&cover->words);
    if (!cover->chosen &&
        ++cover->title == sizeof(titles) / sizeof(titles[0])) {
        cover->title = 0; /* a smaller one is of no use */
        cover->chosen = true;
    }
    if (cover->chosen)
        m->findings = cover->heard;
    begin_words(f, cover);
    return true;
}

void cover_end(struct flow *f, struct cover_page *cover)
{
    struct layout_parts *m = f->m;
    struct boxes *words = &cover->words.out;
    struct box *above = box_new(m, words_top(m));

    if (above == NULL)
        return;
    if (fits(&cover->words)) { /* else what goes on overleaf has no panel */
        set_ink(m, words, cover_ink(m->style->house));
        add_panel(f, above, words_top(m) + boxes_height(words));
    }
    flow_emit(f, above);
    flow_emit_all(f, words);
}
