#include "core/model/contrast.h"

#define WHITE 0xffffffU

/*
 * What a component of sRGB, 0 to 255, gives of light, in thousand-millionths:
 * c / 12.92 up to 0.04045, ((c + 0.055) / 1.055) ^ 2.4 above it.
 */
/* clang-format off */
static const uint32_t light[256] = {
    0, 303527, 607054, 910581, 1214108, 1517635,
    1821162, 2124689, 2428216, 2731743, 3035270, 3346536,
    3676507, 4024717, 4391442, 4776953, 5181517, 5605392,
    6048833, 6512091, 6995410, 7499032, 8023193, 8568126,
    9134059, 9721217, 10329823, 10960094, 11612245, 12286488,
    12983032, 13702083, 14443844, 15208514, 15996293, 16807376,
    17641954, 18500220, 19382361, 20288563, 21219010, 22173885,
    23153366, 24157632, 25186860, 26241222, 27320892, 28426040,
    29556834, 30713444, 31896033, 33104767, 34339807, 35601315,
    36889450, 38204372, 39546235, 40915197, 42311411, 43735029,
    45186204, 46665086, 48171824, 49706566, 51269458, 52860647,
    54480276, 56128490, 57805430, 59511238, 61246054, 63010018,
    64803267, 66625939, 68478170, 70360096, 72271851, 74213568,
    76185381, 78187422, 80219820, 82282707, 84376212, 86500462,
    88655586, 90841711, 93058963, 95307467, 97587347, 99898728,
    102241733, 104616484, 107023103, 109461711, 111932428, 114435374,
    116970668, 119538428, 122138772, 124771818, 127437680, 130136477,
    132868322, 135633330, 138431615, 141263291, 144128471, 147027266,
    149959790, 152926152, 155926464, 158960835, 162029376, 165132195,
    168269400, 171441101, 174647404, 177888416, 181164244, 184474995,
    187820772, 191201683, 194617830, 198069320, 201556254, 205078736,
    208636870, 212230757, 215860500, 219526200, 223227957, 226965874,
    230740049, 234550582, 238397574, 242281122, 246201327, 250158285,
    254152094, 258182853, 262250658, 266355605, 270497791, 274677312,
    278894263, 283148740, 287440838, 291770650, 296138271, 300543794,
    304987314, 309468923, 313988713, 318546778, 323143209, 327778098,
    332451536, 337163615, 341914425, 346704056, 351532600, 356400144,
    361306780, 366252596, 371237680, 376262123, 381326011, 386429434,
    391572478, 396755231, 401977780, 407240212, 412542613, 417885071,
    423267670, 428690497, 434153636, 439657174, 445201195, 450785783,
    456411023, 462077000, 467783796, 473531496, 479320183, 485149940,
    491020850, 496932995, 502886458, 508881321, 514917665, 520995573,
    527115126, 533276404, 539479489, 545724461, 552011402, 558340390,
    564711506, 571124829, 577580440, 584078418, 590618841, 597201788,
    603827339, 610495571, 617206562, 623960392, 630757136, 637596874,
    644479682, 651405637, 658374817, 665387298, 672443157, 679542470,
    686685312, 693871761, 701101892, 708375780, 715693501, 723055129,
    730460740, 737910409, 745404210, 752942217, 760524505, 768151147,
    775822218, 783537792, 791297940, 799102738, 806952258, 814846572,
    822785754, 830769877, 838799012, 846873232, 854992608, 863157213,
    871367119, 879622397, 887923118, 896269353, 904661174, 913098652,
    921581856, 930110858, 938685728, 947306537, 955973353, 964686248,
    973445290, 982250550, 991102097, 1000000000,
};
/* clang-format on */

#define FULL INT64_C(10000000000000) /* the luminance of white: 1 */
#define FLARE (FULL / 20)            /* 0.05 */

static int64_t luminance(uint32_t c)
{
    return 2126 * (int64_t)light[c >> 16 & 0xff] +
           7152 * (int64_t)light[c >> 8 & 0xff] +
           722 * (int64_t)light[c & 0xff];
}

uint32_t contrast(uint32_t a, uint32_t b)
{
    const int64_t x = luminance(a) + FLARE;
    const int64_t y = luminance(b) + FLARE;

    return (uint32_t)(x > y ? 100 * x / y : 100 * y / x);
}

/* STEP of 255 parts of the way from COLOUR to END. */
static uint32_t blend(uint32_t colour, uint32_t end, uint32_t step)
{
    uint32_t mixed = 0;

    for (unsigned shift = 0; shift < 24; shift += 8) {
        const uint32_t from = colour >> shift & 0xff;
        const uint32_t to = end >> shift & 0xff;

        mixed |= (from * (255 - step) + to * step) / 255 << shift;
    }
    return mixed;
}

uint32_t contrast_mend(uint32_t colour, uint32_t ground, uint32_t least)
{
    const uint32_t end =
        contrast(0, ground) >= contrast(WHITE, ground) ? 0 : WHITE;

    for (uint32_t step = 0; step < 255; step++) {
        const uint32_t mixed = blend(colour, end, step);

        if (contrast(mixed, ground) >= least)
            return mixed;
    }
    return end;
}

uint32_t contrast_ink(uint32_t ground)
{
    return contrast(WHITE, ground) >= CONTRAST_TEXT ? WHITE : 0;
}

size_t contrast_pairs(const struct house_colours *c, const struct set *set,
                      struct colour_pair *pairs)
{
    /* The council's name, in bold, is as large as a heading. */
    const uint32_t accent =
        set[SET_HEADING_2].size >= LARGE_BOLD ? CONTRAST_LARGE : CONTRAST_TEXT;
    const struct colour_pair words[] = {
        {"text", NULL, "text", c->text, WHITE, CONTRAST_TEXT, true},
        {"text", "table-head", "header cells", c->text, c->table_head,
         CONTRAST_TEXT, true},
        {"text", "tint", "recommendations", c->text, c->tint, CONTRAST_TEXT,
         true},
        {"secondary", NULL, "notes and running matter", c->secondary, WHITE,
         CONTRAST_TEXT, true},
        {"accent", NULL, "the council's name", c->accent, WHITE, accent, true},
        {"link", NULL, "links", c->link, WHITE, CONTRAST_TEXT, true},
    };
    const size_t nwords = sizeof(words) / sizeof(words[0]);
    const size_t ncharts = sizeof(c->charts) / sizeof(c->charts[0]);
    size_t n = 0;

    _Static_assert(sizeof(words) / sizeof(words[0]) +
                           sizeof(c->charts) / sizeof(c->charts[0]) <=
                       COLOUR_PAIRS_MAX,
                   "there is room for every pair");
    for (size_t i = 0; i < nwords; i++) {
        if (i == 0 || words[i].colour != words[i - 1].colour ||
            words[i].ground != words[i - 1].ground)
            pairs[n++] = words[i]; /* the tint is that of heads, or another */
    }
    for (size_t i = 0; i < ncharts; i++) {
        size_t same = 0;

        while (c->charts[same] != c->charts[i])
            same++;
        if (same == i)
            pairs[n++] = (struct colour_pair){
                "charts",       NULL, "a part of a chart", c->charts[i], WHITE,
                CONTRAST_DRAWN, false};
    }
    return n;
}
