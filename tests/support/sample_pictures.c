#include "tests/support/sample_pictures.h"

/* Days since 1 January 1970; a comment says which. */
static const struct picture_span spans_0[] = {
    {20496, 20525, false, false}, /* 2026-02-12 to 2026-03-13 */
};
static const struct picture_span spans_1[] = {
    {20514, 20543, false, false}, /* 2026-03-02 to 2026-03-31 */
    {20697, 20726, false, false}, /* 2026-09-01 to 2026-09-30 */
};
static const struct picture_span spans_2[] = {
    {20485, 20560, true, false}, /* 2026-02-01 to 2026-04-17 */
};
static const struct picture_span spans_3[] = {
    {20544, 20849, false, true}, /* 2026-04-01 to 2027-01-31 */
};
static const struct picture_span spans_4[] = {
    {20605, 20849, false, true}, /* 2026-06-01 to 2027-01-31 */
};
static const struct picture_span spans_5[] = {
    {20774, 20774, false, false}, /* 2026-11-17 to 2026-11-17 */
};

static const struct picture_row rows[] = {
    {{"Agree opening hours with staff", 30}, {"Before April", 12}, spans_0, 1},
    {{"Tell residents, schools and the three ward partnerships", 55},
     {"Before April", 12},
     spans_1,
     2},
    {{"Recruit", 7}, {"Before April", 12}, spans_2, 1},
    {{"New hours at Hillside and Market", 32}, {"From April", 10}, spans_3, 1},
    {{"New hours at Riverbank", 22}, {"From April", 10}, spans_4, 1},
    {{"Report to Scrutiny", 18}, {"From April", 10}, spans_5, 1},
};

static const struct picture_tick quarters[] = {
    {20485, {"February 2026", 13}}, {20574, {"May 2026", 8}},
    {20666, {"August 2026", 11}},   {20758, {"November 2026", 13}},
    {20850, {"February 2027", 13}},
};

const struct picture sample_timeline = {
    .kind = PICTURE_TIMELINE,
    .u.timeline = {.rows = rows, .nrows = 6, .ticks = quarters, .nticks = 5},
};

static const struct str years[] = {
    {"2025/26", 7}, {"2026/27", 7}, {"2027/28", 7}, {"2028/29", 7}};
static const struct str parts[] = {
    {"Staff", 5}, {"Premises", 8}, {"Books and other media", 21}};
static const struct str totals[] = {
    {"£403,000", 9}, {"£440,744", 9}, {"£381,000", 9}, {"£461,000", 9}};
static const int64_t pence[] = {31000000, 4200000,  5100000,  33775400,
                                4699000,  5600000,  34500000, 4800000,
                                -1200000, 35200000, 4900000,  6000000};
static const struct picture_tick pounds[] = {
    {-10000000, {"-£100,000", 10}}, {0, {"£0", 3}},
    {10000000, {"£100,000", 9}},    {20000000, {"£200,000", 9}},
    {30000000, {"£300,000", 9}},    {40000000, {"£400,000", 9}},
    {50000000, {"£500,000", 9}},
};

const struct picture sample_bars = {
    .kind = PICTURE_BARS,
    .u.bars = {.categories = years,
               .ncategories = 4,
               .series = parts,
               .nseries = 3,
               .values = pence,
               .totals = totals,
               .ticks = pounds,
               .nticks = 7},
};

static const struct picture_box boxes[] = {
    {{"Director of Culture", 19}, {"", 0}, PICTURE_NO_PARENT},
    {{"Head of Libraries", 17}, {"Runs the three libraries", 24}, 0},
    {{"Head of Arts", 12}, {"Grants and venues", 17}, 0},
    {{"Head of Archives", 16}, {"", 0}, 0},
    {{"Hillside library manager", 24}, {"Town", 4}, 1},
    {{"Market library manager", 22}, {"Town", 4}, 1},
    {{"Riverbank library manager", 25}, {"Branch", 6}, 1},
    {{"Venue team", 10}, {"", 0}, 2},
};

const struct picture sample_structure = {
    .kind = PICTURE_STRUCTURE,
    .u.structure = {boxes, 8},
};

/* Four pixels by two: red on the left, blue on the right. */
static const char map_bytes[] =
    "\211\120\116\107\015\012\032\012\000\000\000\015\111\110"
    "\104\122\000\000\000\004\000\000\000\002\010\002\000\000"
    "\000\360\312\352\064\000\000\000\023\111\104\101\124\170"
    "\332\143\370\317\300\000\104\140\342\077\003\062\007\000"
    "\147\262\007\371\367\222\126\202\000\000\000\000\111\105"
    "\116\104\256\102\140\202";

static const struct image map = {
    .name = "map.png",
    .bytes = {map_bytes, sizeof(map_bytes) - 1},
    .width = 4,
    .height = 2,
    .form = IMAGE_PNG,
    .channels = 3,
};

const struct picture sample_image = {
    .kind = PICTURE_IMAGE,
    .u.image = {.file = &map, .width = 80000},
};
