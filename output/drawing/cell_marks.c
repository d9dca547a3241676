#include "output/drawing/cell_marks.h"

#include "core/model/contrast.h"

/* Half of it, and half white: lines behind what is drawn are no rules. */
static uint32_t paler(uint32_t colour)
{
    return ((colour >> 1) & 0x7f7f7f) + 0x808080;
}

/*
 * Tones that say something are the same in every house: they are told apart
 * by those who see no red or green, and in grey. Shape and word say it, too.
 */
uint32_t cell_tone_colour(const struct house *house, uint8_t tone)
{
    switch ((enum cell_tone)tone) {
    case TONE_TEXT: return house->colours.text;
    case TONE_MAIN: return house->colours.charts[0];
    case TONE_RULE: return paler(house->colours.rule);
    case TONE_NEUTRAL: return 0x6f777b;
    case TONE_ADVERSE: return 0x8c0029;
    case TONE_FAVOURABLE: return 0x28a197;
    case TONE_RISK: return 0xffbf47;
    case TONE_GOOD: return 0x0f9b78;
    case TONE_MAX: break;
    }
    return house->colours.text;
}

uint32_t cell_tone_dark(const struct house *house, uint8_t tone)
{
    switch ((enum cell_tone)tone) {
    case TONE_TEXT: return DARK_TEXT;
    case TONE_RULE: return 0x3a4044;
    case TONE_ADVERSE: return 0xf0819c;
    case TONE_FAVOURABLE: return 0x3dc1b5;
    case TONE_MAIN:
        return contrast_mend(cell_tone_colour(house, tone), DARK_GROUND,
                             DARK_ACCENT_CONTRAST);
    case TONE_NEUTRAL:
    case TONE_RISK:
    case TONE_GOOD:
    case TONE_MAX: break;
    }
    return contrast_mend(cell_tone_colour(house, tone), DARK_GROUND,
                         CONTRAST_TEXT);
}

int32_t cell_sample_width(const struct cell_drawing *sample)
{
    return sample->nmarks > 0 && sample->marks[0].from == sample->marks[0].to
               ? CELL_SAMPLE_POINT
               : CELL_SAMPLE;
}

/* Corners of symbols, clockwise. */

static const struct drawing_point square[] = {
    {1500, 1500},
    {18500, 1500},
    {18500, 18500},
    {1500, 18500},
};

static const struct drawing_point triangle_edge[] = {
    {10000, 0},
    {20000, 18500},
    {0, 18500},
};

static const struct drawing_point triangle[] = {
    {10000, 3600},
    {17000, 16700},
    {3000, 16700},
};

static const struct drawing_point circle[] = {
    {19000, 10000}, {18693, 12329}, {17794, 14500}, {16364, 16364},
    {14500, 17794}, {12329, 18693}, {10000, 19000}, {7671, 18693},
    {5500, 17794},  {3636, 16364},  {2206, 14500},  {1307, 12329},
    {1000, 10000},  {1307, 7671},   {2206, 5500},   {3636, 3636},
    {5500, 2206},   {7671, 1307},   {10000, 1000},  {12329, 1307},
    {14500, 2206},  {16364, 3636},  {17794, 5500},  {18693, 7671},
};

static const struct drawing_point ring_in[] = {
    {16600, 10000}, {16375, 11708}, {15716, 13300}, {14667, 14667},
    {13300, 15716}, {11708, 16375}, {10000, 16600}, {8292, 16375},
    {6700, 15716},  {5333, 14667},  {4284, 13300},  {3625, 11708},
    {3400, 10000},  {3625, 8292},   {4284, 6700},   {5333, 5333},
    {6700, 4284},   {8292, 3625},   {10000, 3400},  {11708, 3625},
    {13300, 4284},  {14667, 5333},  {15716, 6700},  {16375, 8292},
};

static const struct drawing_point check[] = {
    {800, 11200},  {3000, 9000},  {7000, 13000},
    {17000, 2200}, {19300, 4300}, {7100, 17600},
};

static const struct drawing_point cross[] = {
    {3000, 5000},   {5000, 3000},   {10000, 8000},  {15000, 3000},
    {17000, 5000},  {12000, 10000}, {17000, 15000}, {15000, 17000},
    {10000, 12000}, {5000, 17000},  {3000, 15000},  {8000, 10000},
};

static const struct drawing_point up[] = {
    {10000, 1000}, {17500, 8500}, {15700, 10300}, {11300, 5900}, {11300, 19000},
    {8700, 19000}, {8700, 5900},  {4300, 10300},  {2500, 8500},
};

static const struct drawing_point down[] = {
    {10000, 19000}, {17500, 11500}, {15700, 9700},
    {11300, 14100}, {11300, 1000},  {8700, 1000},
    {8700, 14100},  {4300, 9700},   {2500, 11500},
};

static const struct drawing_point level[] = {
    {19000, 10000}, {11500, 17500}, {9700, 15700},
    {14100, 11300}, {1000, 11300},  {1000, 8700},
    {14100, 8700},  {9700, 4300},   {11500, 2500},
};

#define CORNERS(points) (points), sizeof(points) / sizeof((points)[0])

/* A part over the whole: white inside a ring, the tone inside an edge. */
static const struct {
    const struct drawing_point *points;
    size_t n;
    const struct drawing_point *inner;
    size_t ninner;
} symbols[SHAPE_MAX] = {
    [SHAPE_SQUARE] = {CORNERS(square), NULL, 0},
    [SHAPE_TRIANGLE] = {CORNERS(triangle_edge), CORNERS(triangle)},
    [SHAPE_CIRCLE] = {CORNERS(circle), NULL, 0},
    [SHAPE_CHECK] = {CORNERS(check), NULL, 0},
    [SHAPE_RING] = {CORNERS(circle), CORNERS(ring_in)},
    [SHAPE_CROSS] = {CORNERS(cross), NULL, 0},
    [SHAPE_UP] = {CORNERS(up), NULL, 0},
    [SHAPE_DOWN] = {CORNERS(down), NULL, 0},
    [SHAPE_LEVEL] = {CORNERS(level), NULL, 0},
};

size_t cell_symbol(const struct house *house, const struct cell_mark *mark,
                   struct cell_polygon polygons[CELL_POLYGONS])
{
    const uint32_t colour = cell_tone_colour(house, mark->tone);
    const bool edged = mark->shape == SHAPE_TRIANGLE;

    polygons[0] = (struct cell_polygon){
        .colour = edged ? house->colours.text : colour,
        .points = symbols[mark->shape].points,
        .npoints = (uint32_t)symbols[mark->shape].n,
    };
    if (symbols[mark->shape].inner == NULL)
        return 1;
    polygons[1] = (struct cell_polygon){
        .colour = edged ? colour : 0xffffff,
        .points = symbols[mark->shape].inner,
        .npoints = (uint32_t)symbols[mark->shape].ninner,
    };
    return 2;
}
