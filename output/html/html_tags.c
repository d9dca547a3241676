#include "output/html/html_tags.h"

#include "output/html/html_escape.h"

#include <assert.h>

/* Where an element breaks lines. Lines are for people who read the source and
   for diff: never where a break would add a space to the text. */
enum {
    VOID = 1,     /* has no end tag */
    STARTS = 2,   /* begins a line */
    ENDS = 4,     /* ends a line */
    ENCLOSES = 8, /* its end tag begins a line, too */
    LINE = STARTS | ENDS,
    LINES = STARTS | ENDS | ENCLOSES,
};

static const struct {
    struct str name;
    unsigned style;
} elements[] = {
    [TAG_A] = {{"a", 1}, 0},
    [TAG_BLOCKQUOTE] = {{"blockquote", 10}, LINES},
    [TAG_BODY] = {{"body", 4}, LINES},
    [TAG_BR] = {{"br", 2}, VOID},
    [TAG_CAPTION] = {{"caption", 7}, LINE},
    [TAG_CODE] = {{"code", 4}, 0},
    [TAG_COLGROUP] = {{"colgroup", 8}, LINE},
    [TAG_DD] = {{"dd", 2}, 0},
    [TAG_DETAILS] = {{"details", 7}, LINES},
    [TAG_DIV] = {{"div", 3}, LINE},
    [TAG_DL] = {{"dl", 2}, LINES},
    [TAG_DRAWING] = {{"svg", 3}, 0},
    [TAG_DT] = {{"dt", 2}, 0},
    [TAG_EM] = {{"em", 2}, 0},
    [TAG_FIGCAPTION] = {{"figcaption", 10}, LINE},
    [TAG_FIGURE] = {{"figure", 6}, LINES},
    [TAG_FOOTER] = {{"footer", 6}, LINES},
    [TAG_G] = {{"g", 1}, 0},
    [TAG_H1] = {{"h1", 2}, LINE},
    [TAG_H2] = {{"h2", 2}, LINE},
    [TAG_H3] = {{"h3", 2}, LINE},
    [TAG_H4] = {{"h4", 2}, LINE},
    [TAG_H5] = {{"h5", 2}, LINE},
    [TAG_H6] = {{"h6", 2}, LINE},
    [TAG_HEAD] = {{"head", 4}, LINES},
    [TAG_HEADER] = {{"header", 6}, LINES},
    [TAG_HTML] = {{"html", 4}, LINES},
    [TAG_IMG] = {{"img", 3}, VOID | STARTS},
    [TAG_LI] = {{"li", 2}, LINE},
    [TAG_LINE] = {{"line", 4}, VOID | STARTS},
    [TAG_MAIN] = {{"main", 4}, LINES},
    [TAG_META] = {{"meta", 4}, VOID | STARTS},
    [TAG_NAV] = {{"nav", 3}, LINES},
    [TAG_OL] = {{"ol", 2}, LINES},
    [TAG_P] = {{"p", 1}, LINE},
    [TAG_PATH] = {{"path", 4}, VOID | STARTS},
    [TAG_PRE] = {{"pre", 3}, LINE},
    [TAG_RECT] = {{"rect", 4}, VOID | STARTS},
    [TAG_SECTION] = {{"section", 7}, LINES},
    [TAG_SPAN] = {{"span", 4}, 0},
    [TAG_STRONG] = {{"strong", 6}, 0},
    [TAG_STYLE] = {{"style", 5}, LINES},
    [TAG_SUMMARY] = {{"summary", 7}, LINE},
    [TAG_SUP] = {{"sup", 3}, 0},
    [TAG_SVG] = {{"svg", 3}, LINES},
    [TAG_TABLE] = {{"table", 5}, LINES},
    [TAG_TBODY] = {{"tbody", 5}, LINES},
    [TAG_TD] = {{"td", 2}, 0},
    [TAG_TEXT] = {{"text", 4}, LINE},
    [TAG_TFOOT] = {{"tfoot", 5}, LINES},
    [TAG_TH] = {{"th", 2}, 0},
    [TAG_THEAD] = {{"thead", 5}, LINES},
    [TAG_TITLE] = {{"title", 5}, LINE},
    [TAG_TR] = {{"tr", 2}, LINE},
    [TAG_TSPAN] = {{"tspan", 5}, 0},
    [TAG_UL] = {{"ul", 2}, LINES},
};

_Static_assert(sizeof(elements) / sizeof(elements[0]) == HTML_TAG_MAX,
               "every element has a name and a style");

void html_tags_init(struct html_tags *t, struct buf *out)
{
    t->out = out;
    t->depth = 0;
    t->in_start = false;
    t->in_void = false;
}

static void new_line(struct html_tags *t)
{
    struct buf *out = t->out;

    if (out->len > 0 && out->ptr[out->len - 1] != '\n')
        buf_char(out, '\n');
}

void html_content(struct html_tags *t)
{
    if (!t->in_start)
        return;
    t->in_start = false;
    if (t->in_void)
        buf_char(t->out, '/');
    buf_char(t->out, '>');
}

void html_open(struct html_tags *t, enum html_tag tag, const void *owner)
{
    const unsigned style = elements[tag].style;
    const uint32_t element = t->opened++;

    html_content(t);
    if (style & STARTS)
        new_line(t);
    buf_char(t->out, '<');
    buf_str(t->out, elements[tag].name);
    t->in_start = true;
    t->in_void = (style & VOID) != 0;
    if (t->in_void)
        return;
    if (t->depth < HTML_OPEN_MAX)
        t->open[t->depth++] = (struct html_open){owner, tag, element};
    else
        buf_fail(t->out, ST_LIMIT);
}

void html_attr_begin(struct html_tags *t, const char *name)
{
    assert(t->in_start);
    buf_char(t->out, ' ');
    buf_puts(t->out, name);
    buf_add(t->out, "=\"", 2);
}

void html_attr_end(struct html_tags *t)
{
    buf_char(t->out, '"');
}

void html_attr(struct html_tags *t, const char *name, struct str value)
{
    html_attr_begin(t, name);
    html_escape_attr(t->out, value);
    html_attr_end(t);
}

void html_attr_int(struct html_tags *t, const char *name, uint32_t value)
{
    html_attr_begin(t, name);
    buf_int(t->out, value);
    html_attr_end(t);
}

void html_attr_colour(struct html_tags *t, const char *name, uint32_t rgb)
{
    html_attr_begin(t, name);
    buf_char(t->out, '#');
    buf_hex(t->out, rgb, 6);
    html_attr_end(t);
}

void html_attr_url(struct html_tags *t, const char *name, struct str url)
{
    html_attr_begin(t, name);
    html_escape_url(t->out, url);
    html_attr_end(t);
}

void html_text(struct html_tags *t, struct str text)
{
    html_content(t);
    html_escape_text(t->out, text);
}

static void close_innermost(struct html_tags *t)
{
    const enum html_tag tag = t->open[--t->depth].tag;
    const unsigned style = elements[tag].style;

    html_content(t);
    if (style & ENCLOSES)
        new_line(t);
    buf_add(t->out, "</", 2);
    buf_str(t->out, elements[tag].name);
    buf_char(t->out, '>');
    if (style & ENDS)
        buf_char(t->out, '\n');
}

void html_close(struct html_tags *t, const void *owner)
{
    while (t->depth > 0 && t->open[t->depth - 1].owner == owner)
        close_innermost(t);
}
