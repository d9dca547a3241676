#include "tests/support/sample.h"

#include <string.h>
#include <unistd.h>

#define FACES(folder)                                                          \
    {                                                                          \
        folder "/LiberationSans-Regular.ttf",                                  \
            folder "/LiberationSans-Bold.ttf",                                 \
            folder "/LiberationSans-Italic.ttf",                               \
            folder "/LiberationSans-BoldItalic.ttf",                           \
            folder "/LiberationMono-Regular.ttf"                               \
    }

static const char *const faces_of_debian_13[FACE_MAX] =
    FACES("/usr/share/fonts/truetype/liberation");

static struct house house = {
    .id = "example",
    .council = {"Example Borough Council", 23},
    .fonts =
        {
            .files = FACES("/usr/share/fonts/truetype/liberation2"),
            .fallbacks = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"},
            .css = {"Arial, \"Liberation Sans\", Helvetica, sans-serif", 47},
        },
    .colours =
        {
            .text = 0x0b0c0c,
            .secondary = 0x505a5f,
            .accent = 0x00543c,
            .link = 0x1d70b8,
            .rule = 0xb1b4b6,
            .table_head = 0xeef2f0,
            .tint = 0xeef2f0,
            .charts = {0x12436d, 0x28a197, 0x801650, 0xf46a25, 0x3d3d3d,
                       0xa285d1, 0x12436d, 0x28a197},
        },
    .sizes =
        {
            .body = 12000,
            .leading = 1400,
            .small = 10000,
            .measure = 453543,
            .paragraph_space = 8000,
            .heading_space = 16000,
            .number_column = 36000,
            .list_indent = 18000,
            .cell_padding = 5000,
        },
    .set =
        {
            [SET_BODY] = {12000, 16800},
            [SET_TITLE] = {22000, 26400},
            [SET_KICKER] = {12000, 16800},
            [SET_HEADING_2] = {14000, 19600},
            [SET_HEADING_3] = {12500, 17500},
            [SET_HEADING_4] = {12000, 16800},
            [SET_TABLE] = {11000, 15400},
            [SET_CAPTION] = {11000, 15400},
            [SET_FACTS] = {11000, 15400},
            [SET_SMALL] = {10000, 14000},
            [SET_KEY_FIGURE] = {19000, 23000},
            [SET_RUNNING] = {10000, 14000},
        },
    .look = {.table_head = HEAD_TINT},
};

__attribute__((constructor)) static void find_faces(void)
{
    if (access(house.fonts.files[FACE_REGULAR], R_OK) != 0)
        memcpy(house.fonts.files, faces_of_debian_13,
               sizeof(faces_of_debian_13));
}

const struct style sample_style = {
    .house = &house,
    .page = {.width = 595276,
             .height = 841890,
             .top = 62362,
             .right = 70866,
             .bottom = 70866,
             .left = 70866},
};

#define PHRASE_IS(id, text) [PHRASE_##id] = {text, sizeof(text) - 1}

const struct wording sample_wording = {
    .lang = "en-GB",
    .phrases =
        {
            PHRASE_IS(PAGE_OF, "Page {page} of {pages}"),
            PHRASE_IS(CONTINUED, "{caption} (continued)"),
            PHRASE_IS(TURNED_TABLE, "{caption}: after this page"),
            PHRASE_IS(CONTENTS, "Contents"),
            PHRASE_IS(SKIP_LINK, "Skip to main content"),
            PHRASE_IS(NOTE_BACK, "Back to the text"),
            PHRASE_IS(BACK_TO_TOP, "Back to top"),
            PHRASE_IS(ATTACHMENTS, "Figures in this report"),
        },
};
