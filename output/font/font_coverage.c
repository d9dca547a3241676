#include "output/font/font_coverage.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"

#define SIGNS "\xE2\x88\x92\xC2\xA3\xE2\x80\xA0" /* minus, pound, dagger */
#define NAMED_MAX 12

/* Adds what FACE lacks of WANTED to LIST; returns how many. */
static size_t add_lacking(const struct font_face *face, struct str wanted,
                          size_t before, struct buf *list)
{
    size_t n = before;

    while (wanted.len > 0) {
        const uint32_t c = utf8_next(&wanted);

        if (utf8_is_space(c) || font_has_glyph(face, c))
            continue;
        if (n < NAMED_MAX) {
            buf_puts(list, n == 0 ? "" : " ");
            utf8_put(list, c);
        }
        n++;
    }
    return n;
}

static void look_at(const struct font_set *fonts, const struct house *house,
                    size_t face, struct str letters, struct findings *findings)
{
    static const char *const names[FACE_CODE] = {"regular", "bold", "italic",
                                                 "bold italic"};
    struct buf list;
    size_t n;

    buf_init(&list, NAMED_MAX * 8);
    n = add_lacking(&fonts->faces[face], STR_LIT(SIGNS), 0, &list);
    n = add_lacking(&fonts->faces[face], letters, n, &list);
    if (n > 0 && buf_status(&list) == ST_OK) {
        finding(findings, FINDING_FONT_LACKS, house->fonts.files_at[face],
                "the %s face has no %.*s%s", names[face],
                STR_ARG(buf_view(&list)), n > NAMED_MAX ? " and others" : "");
        finding_hint(findings, "they come from a fallback, if one has them, "
                               "and look unlike the rest");
    }
    buf_free(&list);
}

void font_coverage(const struct font_set *fonts, const struct house *house,
                   struct str letters, struct findings *findings)
{
    for (size_t i = 0; i < FACE_CODE && i < fonts->count; i++)
        look_at(fonts, house, i, letters, findings);
}
