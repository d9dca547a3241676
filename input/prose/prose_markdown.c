#include "core/base/utf8.h"
#include "input/prose/prose_builder.h"
#include "input/prose/prose_image.h"
#include "input/text/entity.h"
#include "input/text/text_in.h"

#include <limits.h>
#include <md4c.h>

#define SHOWN_MAX 40 /* bytes of the input that a message repeats */

/* An image on its way to a picture, while its paragraph is open. */
struct open_image {
    struct doc_node *paragraph; /* NULL: there is none */
    struct doc_node *spoilt;    /* the paragraph of one with words beside it */
    struct prose_picture asked;
    struct buf alt;
    unsigned depth; /* of the image and what stands in it; 0: it has ended */
};

struct reader {
    struct prose_builder prose;
    const struct prose_options *options;
    struct str input;
    const char *seen; /* how far the input is known: prose.at is its place */
    struct buf html;  /* raw HTML that was met */
    struct place html_at;
    bool html_refused;        /* a finding names some; end tags need none */
    const char *refused;      /* entered, not yet reported */
    const char *refused_hint; /* or NULL */
    unsigned skipping;        /* levels of what is not taken */
    struct open_image image;
};

/*
 * md4c gives no places, but most texts are parts of its input. Others (an
 * entity, what has no text) get the place known last. A text that is not a
 * part of its source, such as a cell's, has one place.
 */
static void move_to(struct reader *r, const char *p)
{
    const struct source *source = r->prose.at.source;
    const char *end = r->input.ptr + r->input.len;

    if (source == NULL || source->kind != SOURCE_TEXT ||
        (uintptr_t)p < (uintptr_t)r->seen || (uintptr_t)p > (uintptr_t)end)
        return;
    for (; r->seen < p; r->seen++) {
        const char c = *r->seen;

        if (c == '\n' ||
            (c == '\r' && r->seen + 1 < end && r->seen[1] != '\n')) {
            r->prose.at.line++;
            r->prose.at.column = 1;
        } else if (c != '\r' && (c & 0xC0) != 0x80) {
            r->prose.at.column++;
        }
    }
}

/* To what comes next: for blocks that have no text. */
static void move_over_space(struct reader *r)
{
    const char *end = r->input.ptr + r->input.len;
    const char *p = r->seen;

    while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
        p++;
    if (p < end)
        move_to(r, p);
}

static void refuse_now(struct reader *r)
{
    if (r->refused == NULL)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "%s is not taken in prose", r->refused);
    if (r->refused_hint != NULL)
        finding_hint(r->prose.findings, "%s", r->refused_hint);
    r->refused = NULL;
    r->refused_hint = NULL;
}

/* Reported when its first text has shown its place. */
static void refuse(struct reader *r, const char *what)
{
    r->refused = what;
    r->skipping++;
}

static void end_refused(struct reader *r)
{
    if (r->refused != NULL)
        move_over_space(r);
    refuse_now(r);
    r->skipping--;
}

/* REST without the comments that it begins with. */
static struct str skip_comments(struct str rest)
{
    const struct str end = STR_LIT("-->");

    for (;;) {
        size_t at;

        rest = str_trim(rest);
        at = str_find(rest, end);
        if (!str_starts(rest, STR_LIT("<!--")) || at == rest.len)
            return rest;
        rest = str_from(rest, at + end.len);
    }
}

/* Comments are dropped; other HTML is not taken, nor a comment that takes the
   rest of the file with it. */
static void end_html(struct reader *r)
{
    const struct str rest = skip_comments(buf_view(&r->html));

    if (rest.len > 0 && !(r->html_refused && str_starts(rest, STR_LIT("</")))) {
        const size_t end = str_find_char(rest, '>');

        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->html_at,
                "HTML (`%.*s`) is not taken in prose",
                STR_ARG(str_to(rest, end < SHOWN_MAX ? end + 1 : SHOWN_MAX)));
        finding_hint(r->prose.findings,
                     "write **strong** or *emphasis*, and \\< for the sign "
                     "itself; a comment ends with -->");
        r->html_refused = true;
    }
    if (buf_status(&r->html) != ST_OK)
        arena_fail(r->prose.arena, buf_status(&r->html));
    buf_clear(&r->html);
}

static void add_entity(struct reader *r, struct str reference)
{
    const uint32_t c = entity_character(reference);

    if (c == 0) {
        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
                "`%.*s` is not a character that is known here",
                STR_ARG(reference));
        finding_hint(r->prose.findings, "write the character itself");
        return;
    }
    prose_character(&r->prose, c);
}

/* An address or a title, with its references replaced. */
static struct str read_attribute(struct reader *r, const MD_ATTRIBUTE *a)
{
    const size_t room = (size_t)a->size + 1;
    struct buf out;
    struct str read;

    buf_init(&out, room * 4);
    for (size_t i = 0; a->size > 0 && a->substr_offsets[i] < a->size; i++) {
        const MD_OFFSET from = a->substr_offsets[i];
        const struct str part = {a->text + from,
                                 a->substr_offsets[i + 1] - from};
        const uint32_t c =
            a->substr_types[i] == MD_TEXT_ENTITY ? entity_character(part) : 0;

        if (c != 0)
            utf8_put(&out, c);
        else
            buf_str(&out, part);
    }
    if (buf_status(&out) != ST_OK)
        arena_fail(r->prose.arena, buf_status(&out));
    read = arena_str(r->prose.arena, buf_view(&out));
    buf_free(&out);
    return read;
}

static void open_link(struct reader *r, const MD_SPAN_A_DETAIL *detail)
{
    struct doc_node *n = prose_open(&r->prose, DOC_LINK);

    if (n == NULL)
        return;
    n->u.target = read_attribute(r, &detail->href).ptr;
    if (detail->title.size == 0)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "the title of a link is not taken in prose");
    finding_hint(r->prose.findings, "say it in the text");
}

/* [](#id) is a reference, whose text is made later. */
static void end_link(struct reader *r)
{
    struct doc_node *n = r->prose.top;

    prose_flush(&r->prose);
    if (prose_stopped(&r->prose))
        return;
    if (n->first == NULL && n->u.target[0] == '#' && n->u.target[1] != '\0') {
        n->kind = DOC_REFERENCE;
        n->u.target++;
    } else if (n->first == NULL) {
        finding(r->prose.findings, FINDING_MISSING, r->prose.at,
                "the link to `%s` has no text", n->u.target);
    }
}

/* --- images --- */

static const char inside_line[] = "an image inside a line of text";
static const char stand_alone[] = "leave an empty line before it and after it";

/* The place of P, which comes after what is next. */
static struct place place_ahead(struct reader *r, const char *p)
{
    const char *seen = r->seen;
    const struct place at = r->prose.at;
    struct place found;

    move_to(r, p);
    found = r->prose.at;
    r->seen = seen;
    r->prose.at = at;
    return found;
}

/* An image that its paragraph begins with. */
static bool may_be_picture(const struct reader *r)
{
    const struct prose_builder *b = &r->prose;

    return r->options->images != NULL && !prose_stopped(b) &&
           b->top->kind == DOC_PARAGRAPH && !b->implied &&
           b->top->first == NULL && b->run.len == 0 &&
           b->top != r->image.spoilt;
}

static void open_image(struct reader *r, const MD_SPAN_IMG_DETAIL *detail)
{
    struct open_image *i = &r->image;
    struct str file;

    if (!may_be_picture(r)) {
        refuse(r, r->options->images == NULL ? "an image" : inside_line);
        if (r->options->images != NULL)
            r->refused_hint = stand_alone;
        return;
    }
    file = str_trim(read_attribute(r, &detail->src));
    i->paragraph = r->prose.top;
    i->asked = (struct prose_picture){
        .caption =
            text_in(r->prose.arena, str_trim(read_attribute(r, &detail->title)),
                    r->prose.at, TEXT_BREAK_SPACE, r->prose.findings),
        .file = file.len == 0 ? NULL : file.ptr,
        .file_at = place_ahead(r, detail->src.text),
    };
    i->asked.alt_at = i->asked.file_at;
    i->asked.caption_at = i->asked.file_at;
    i->depth = 1;
}

/* A text in an image is its alternative text. */
static void add_alternative(struct reader *r, MD_TEXTTYPE type, struct str text)
{
    struct buf *alt = &r->image.alt;
    const uint32_t c = type == MD_TEXT_ENTITY ? entity_character(text) : 0;

    move_to(r, text.ptr);
    if (alt->len == 0)
        r->image.asked.alt_at = r->prose.at;
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
        buf_char(alt, ' ');
    else if (c != 0)
        utf8_put(alt, c);
    else
        buf_str(alt, text);
    move_to(r, text.ptr + text.len);
}

/* What stands beside an image makes it one inside a line. */
static void expect_no_image(struct reader *r)
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
static void end_image(struct reader *r)
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

/* --- blocks and spans --- */

static void open_list(struct reader *r, const struct label_series *series)
{
    struct doc_node *n = prose_open(&r->prose, DOC_LIST);

    if (n != NULL)
        n->u.series = series;
}

/* Its numbers are the series', which begins with the first. */
static void open_ordered_list(struct reader *r,
                              const MD_BLOCK_OL_DETAIL *detail)
{
    const struct prose_options *o = r->options;

    open_list(r,
              o->ordered_series != NULL ? o->ordered_series : o->list_series);
    if (detail->start == 1 || prose_stopped(&r->prose))
        return;
    move_over_space(r);
    finding(r->prose.findings, FINDING_BAD_VALUE, r->prose.at,
            "a list begins with %u; lists begin with 1", detail->start);
    finding_hint(r->prose.findings,
                 "where the number belongs to the text, write "
                 "%u\\%c",
                 detail->start, detail->mark_delimiter);
}

/* # is what the section's own heading would be, so ## is the first level
   below it (prose_in.h). */
static void open_heading(struct reader *r, const MD_BLOCK_H_DETAIL *detail)
{
    struct doc_node *n;

    move_over_space(r);
    n = prose_open(&r->prose, DOC_HEADING);
    if (n == NULL)
        return;
    n->level = (uint8_t)(detail->level < 2 ? 1 : detail->level - 1);
    n->keep_next = true;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct reader *r = user;

    end_html(r);
    switch (type) {
    case MD_BLOCK_QUOTE: prose_open(&r->prose, DOC_QUOTE); break;
    case MD_BLOCK_UL: open_list(r, r->options->list_series); break;
    case MD_BLOCK_OL: open_ordered_list(r, detail); break;
    case MD_BLOCK_LI: prose_open(&r->prose, DOC_ITEM); break;
    case MD_BLOCK_P: prose_open(&r->prose, DOC_PARAGRAPH); break;
    case MD_BLOCK_H: open_heading(r, detail); break;
    case MD_BLOCK_HR: refuse(r, "a rule"); break;
    case MD_BLOCK_CODE: refuse(r, "a block of code"); break;
    default: break; /* the document itself, raw HTML */
    }
    return prose_stopped(&r->prose);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct reader *r = user;

    (void)detail;
    end_html(r);
    end_image(r);
    switch (type) {
    case MD_BLOCK_HR:
    case MD_BLOCK_CODE: end_refused(r); break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_H: prose_close(&r->prose); break;
    default: break;
    }
    return prose_stopped(&r->prose);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct reader *r = user;

    end_html(r);
    if (r->skipping > 0) {
        r->skipping++;
        return 0;
    }
    if (r->image.depth > 0) {
        r->image.depth++;
        return 0;
    }
    expect_no_image(r);
    switch (type) {
    case MD_SPAN_EM: prose_open(&r->prose, DOC_EMPHASIS); break;
    case MD_SPAN_STRONG: prose_open(&r->prose, DOC_STRONG); break;
    case MD_SPAN_A: open_link(r, detail); break;
    case MD_SPAN_IMG: open_image(r, detail); break;
    default: refuse(r, "code"); break;
    }
    return prose_stopped(&r->prose);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct reader *r = user;

    (void)detail;
    end_html(r);
    if (r->skipping > 1) {
        r->skipping--;
    } else if (r->skipping == 1) {
        end_refused(r);
    } else if (r->image.depth > 0) {
        r->image.depth--;
    } else {
        if (type == MD_SPAN_A)
            end_link(r);
        prose_close(&r->prose);
    }
    return prose_stopped(&r->prose);
}

static void take_text(struct reader *r, MD_TEXTTYPE type, struct str text)
{
    move_to(r, text.ptr);
    switch (type) {
    case MD_TEXT_SOFTBR: prose_text(&r->prose, STR_LIT(" ")); break;
    case MD_TEXT_BR: prose_leaf(&r->prose, DOC_BREAK); break;
    case MD_TEXT_ENTITY: add_entity(r, text); break;
    default: prose_text(&r->prose, text); break;
    }
    move_to(r, text.ptr + text.len);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE size,
                   void *user)
{
    struct reader *r = user;
    const struct str text = {ptr, size};

    if (type == MD_TEXT_HTML) {
        move_to(r, ptr);
        if (r->html.len == 0)
            r->html_at = r->prose.at;
        buf_str(&r->html, text);
        move_to(r, ptr + size);
        return 0;
    }
    end_html(r);
    if (r->skipping > 0) {
        move_to(r, ptr);
        refuse_now(r);
        move_to(r, ptr + size);
        return 0;
    }
    if (r->image.depth > 0) {
        add_alternative(r, type, text);
        return 0;
    }
    expect_no_image(r);
    take_text(r, type, text);
    return prose_stopped(&r->prose);
}

struct doc_node *prose_from_markdown(struct arena *arena, struct str text,
                                     struct place at,
                                     const struct prose_options *options,
                                     struct findings *findings)
{
    const MD_PARSER parser = {
        /* No text is lost because somebody indented it. */
        .flags = MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };
    struct reader r = {.options = options, .input = text, .seen = text.ptr};

    prose_begin(&r.prose, arena, options->wording, findings, at);
    buf_init(&r.html, SIZE_MAX);
    buf_init(&r.image.alt, SIZE_MAX);
    if (text.len > UINT_MAX)
        arena_fail(arena, ST_LIMIT);
    else if (text.len > 0 && arena_status(arena) == ST_OK &&
             md_parse(text.ptr, (MD_SIZE)text.len, &parser, &r) == -1)
        arena_fail(arena, ST_NOMEM);
    buf_free(&r.image.alt);
    buf_free(&r.html);
    return prose_end(&r.prose);
}
