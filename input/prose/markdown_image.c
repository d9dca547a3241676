#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"
#include "input/text/entity.h"
#include "input/text/text_in.h"

static const char inside_line[] = "an image inside a line of text";
static const char stand_alone[] = "leave an empty line before it and after it";

/* An image that its paragraph begins with. */
static bool may_be_picture(const struct markdown *r)
{
    const struct prose_builder *b = &r->prose;

    return r->options->images != NULL && !prose_stopped(b) &&
           b->top->kind == DOC_PARAGRAPH && !b->implied &&
           b->top->first == NULL && b->run.len == 0 &&
           b->top != r->image.spoilt;
}

void markdown_open_image(struct markdown *r, const MD_SPAN_IMG_DETAIL *detail)
{
    struct open_image *i = &r->image;
    struct str file;

    if (!may_be_picture(r)) {
        if (r->options->images == NULL)
            markdown_refuse(r, "an image", NULL);
        else
            markdown_refuse(r, inside_line, stand_alone);
        return;
    }
    file = str_trim(markdown_attribute(r, &detail->src));
    i->paragraph = r->prose.top;
    i->asked = (struct prose_picture){
        .caption = text_in(r->prose.arena,
                           str_trim(markdown_attribute(r, &detail->title)),
                           r->prose.at, TEXT_BREAK_SPACE, r->prose.findings),
        .file = file.len == 0 ? NULL : file.ptr,
        .file_at = markdown_place_ahead(r, detail->src.text),
    };
    i->asked.alt_at = i->asked.file_at;
    i->asked.caption_at = i->asked.file_at;
    i->depth = 1;
}

/* A text in an image is its alternative text. */
void markdown_add_alternative(struct markdown *r, MD_TEXTTYPE type,
                              struct str text)
{
    struct buf *alt = &r->image.alt;
    const uint32_t c = type == MD_TEXT_ENTITY ? entity_character(text) : 0;

    markdown_move_to(r, text.ptr);
    if (alt->len == 0)
        r->image.asked.alt_at = r->prose.at;
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
        buf_char(alt, ' ');
    else if (c != 0)
        utf8_put(alt, c);
    else
        buf_str(alt, markdown_as_written(r, text));
    markdown_move_to(r, text.ptr + text.len);
}

/* What stands beside an image makes it one inside a line. */
void markdown_expect_no_image(struct markdown *r)
{
    if (r->image.paragraph == NULL)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->image.asked.alt_at,
            "%s is not taken in prose", inside_line);
    finding_hint(r->prose.findings, "%s", stand_alone);
    r->image.spoilt = r->image.paragraph;
    r->image.paragraph = NULL;
    buf_clear(&r->image.alt);
}

/* The paragraph is closed: all that it holds is the image. */
void markdown_end_image(struct markdown *r)
{
    struct open_image *i = &r->image;

    if (i->paragraph == NULL)
        return;
    if (buf_status(&i->alt) != ST_OK)
        arena_fail(r->prose.arena, buf_status(&i->alt));
    i->asked.alt = text_in(
        r->prose.arena, arena_str(r->prose.arena, str_trim(buf_view(&i->alt))),
        i->asked.alt_at, TEXT_BREAK_SPACE, r->prose.findings);
    i->paragraph->at = i->asked.alt_at;
    if (i->asked.file == NULL)
        finding(r->prose.findings, FINDING_MISSING, i->asked.alt_at,
                "this image names no file");
    if (!prose_stopped(&r->prose))
        prose_image(r->prose.arena, r->options, &i->asked, i->paragraph,
                    r->prose.findings);
    i->paragraph = NULL;
    buf_clear(&i->alt);
}
