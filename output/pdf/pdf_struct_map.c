#include "output/pdf/pdf_struct_map.h"
#include "core/model/picture.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

const char pdf_role_map[] = "<</Strong/Span/Em/Span>>";

/* What follows from the kind alone. Strong and Em are PDF 2.0's names. */
static const struct pdf_tag tags[DOC_KIND_MAX] = {
    [DOC_ROOT] = {.type = "Document"},
    [DOC_COVER] = {.type = "Sect"},
    [DOC_PART] = {.type = "Part"},
    [DOC_SECTION] = {.type = "Sect"},
    [DOC_QUOTE] = {.type = "BlockQuote"},
    [DOC_LIST] = {.type = "L"},
    [DOC_ITEM] = {.type = "LI", .wrap = "LBody", .outside = DOC_LABEL},
    [DOC_FIELD_LIST] = {.type = "L"},
    [DOC_FIELD] = {.type = "LI"},
    [DOC_FIELD_NAME] = {.type = "Lbl"},
    [DOC_FIELD_VALUE] = {.type = "LBody"},
    [DOC_TABLE] = {.type = "Table"},
    [DOC_ROW] = {.type = "TR"},
    /* What has an Alt is read instead of what it holds: the caption, which
       must be read too, stands outside. */
    [DOC_PICTURE] = {.type = "Div", .wrap = "Figure", .outside = DOC_CAPTION},
    [DOC_NOTE] = {.type = "Note"},
    [DOC_CONTENTS] = {.type = "Sect", .wrap = "TOC", .outside = DOC_HEADING},
    [DOC_CONTENTS_ITEM] = {.type = "TOCI",
                           .wrap = "Reference",
                           .outside = DOC_KIND_MAX},
    [DOC_SIGN_OFF] = {.type = "Sect"},
    [DOC_FOLD] = {.type = "Div"},
    [DOC_SIDES] = {.type = "Div"},
    [DOC_PARAGRAPH] = {.type = "P"},
    [DOC_LISTING] = {.type = "P", .wrap = "Code", .outside = DOC_KIND_MAX},
    [DOC_CAPTION] = {.type = "Caption"},
    [DOC_STRONG] = {.type = "Strong"},
    [DOC_EMPHASIS] = {.type = "Em"},
    [DOC_CODE] = {.type = "Code"},
    [DOC_LINK] = {.type = "Link"},
    [DOC_REFERENCE] = {.type = "Link"},
    [DOC_SPAN] = {.type = "Span"},
    [DOC_NOTE_MARK] = {.type = "Reference",
                       .wrap = "Link",
                       .outside = DOC_KIND_MAX},
};

static const char *group_type(const struct doc_node *node)
{
    switch ((enum doc_group)node->level) {
    case GROUP_HEAD: return "THead";
    case GROUP_BODY: return "TBody";
    case GROUP_FOOT: return "TFoot";
    }
    return "TBody";
}

static const char *heading_type(const struct doc_node *node)
{
    static const char *const types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    const int level = node->level < 1 ? 1 : node->level > 6 ? 6 : node->level;

    return types[level - 1];
}

/*
 * The number of an item or a note is a Lbl. That of a heading or paragraph is
 * part of its text: Lbl has no place there (14.8.4.3.3).
 */
static const char *label_type(const struct doc_node *node)
{
    if (node->parent != NULL &&
        (node->parent->kind == DOC_ITEM || node->parent->kind == DOC_NOTE))
        return "Lbl";
    return NULL;
}

struct pdf_tag pdf_tag_of(const struct doc_node *node)
{
    struct pdf_tag tag = tags[node->kind];

    if (node->kind == DOC_ROW_GROUP)
        tag.type = group_type(node);
    else if (node->kind == DOC_CELL)
        tag.type = node->u.cell.scope == SCOPE_NONE ? "TD" : "TH";
    else if (node->kind == DOC_HEADING)
        tag.type = heading_type(node);
    else if (node->kind == DOC_LABEL)
        tag.type = label_type(node);
    if (tag.type == NULL && node->lang != NULL)
        tag.type = "Span";
    return tag;
}

bool pdf_tag_skips(const struct doc_node *node)
{
    return node->kind == DOC_RUNNING || node->medium == MEDIUM_SCREEN ||
           (node->kind == DOC_PARAGRAPH && node->first == NULL) ||
           (node->kind == DOC_PICTURE &&
            picture_is_decorative(node->u.picture));
}

struct pdf_owner pdf_owner_of(const struct doc_node *src)
{
    const struct doc_node *node = src;
    const struct doc_node *below = NULL;
    struct pdf_tag tag = pdf_tag_of(node);

    while (tag.type == NULL && node->parent != NULL) {
        below = node;
        node = node->parent;
        tag = pdf_tag_of(node);
    }
    if (tag.wrap != NULL && (below == NULL || below->kind != tag.outside))
        return (struct pdf_owner){node, tag.wrap, true};
    return (struct pdf_owner){node, tag.type, false};
}

const struct doc_node *pdf_link_of(const struct doc_node *src)
{
    for (const struct doc_node *n = src;
         n != NULL && doc_kind_is_inline(n->kind); n = n->parent) {
        if (n->kind == DOC_LINK || n->kind == DOC_REFERENCE ||
            n->kind == DOC_NOTE_MARK)
            return n;
    }
    return NULL;
}

/* The form after the colon of the last counter in PATTERN: 'a' in
   "({item:a})", '1' for a counter without one, 0 without a counter. */
static char pattern_counter(struct str pattern)
{
    struct str counter = {NULL, 0};

    while (pattern.len > 0) {
        (void)str_cut(&pattern, '{');
        if (pattern.len > 0)
            counter = pattern;
    }
    if (counter.len == 0)
        return 0;
    counter = str_to(counter, str_find_char(counter, '}'));
    counter = str_from(counter, str_find_char(counter, ':'));
    return counter.len > 1 ? counter.ptr[1] : '1';
}

static const char *list_numbering(const struct label_series *series)
{
    if (series == NULL)
        return "None";
    switch (pattern_counter(series->pattern)) {
    case 0: return series->pattern.len > 0 ? "Disc" : "None";
    case 'a': return "LowerAlpha";
    case 'A': return "UpperAlpha";
    case 'i': return "LowerRoman";
    case 'I': return "UpperRoman";
    default: return "Decimal";
    }
}

static void put_cell_attributes(struct buf *b, const struct doc_node *node,
                                struct str headers)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = "",
        [SCOPE_COLUMN] = "/Scope/Column",
        [SCOPE_ROW] = "/Scope/Row",
        [SCOPE_BOTH] = "/Scope/Both",
        [SCOPE_GROUP] = "/Scope/Row",
    };
    const bool spans = node->u.cell.rows > 1 || node->u.cell.columns > 1;

    if (node->u.cell.scope == SCOPE_NONE && !spans && headers.len == 0)
        return;
    buf_puts(b, "/A<</O/Table");
    buf_puts(b, scopes[node->u.cell.scope]);
    if (node->u.cell.rows > 1) {
        buf_puts(b, "/RowSpan ");
        buf_int(b, node->u.cell.rows);
    }
    if (node->u.cell.columns > 1) {
        buf_puts(b, "/ColSpan ");
        buf_int(b, node->u.cell.columns);
    }
    if (headers.len > 0) {
        buf_puts(b, "/Headers[");
        buf_str(b, headers);
        buf_char(b, ']');
    }
    buf_puts(b, ">>");
}

static void put_numbering(struct buf *b, const char *name)
{
    buf_puts(b, "/A<</O/List/ListNumbering/");
    buf_puts(b, name);
    buf_puts(b, ">>");
}

void pdf_write_picture(struct buf *b, const struct doc_node *node,
                       const struct pdf_box *box)
{
    buf_puts(b, "/Alt");
    pdf_write_text(b, node->text);
    buf_puts(b, "/A<</O/Layout/Placement/Block/BBox[");
    pdf_write_mpt(b, box->left);
    buf_char(b, ' ');
    pdf_write_mpt(b, box->foot);
    buf_char(b, ' ');
    pdf_write_mpt(b, box->right);
    buf_char(b, ' ');
    pdf_write_mpt(b, box->top);
    buf_puts(b, "]>>");
}

void pdf_write_attributes(struct buf *b, const struct doc_node *node,
                          struct str headers)
{
    if (node->kind == DOC_CELL)
        put_cell_attributes(b, node, headers);
    else if (node->kind == DOC_LIST)
        put_numbering(b, list_numbering(node->u.series));
    else if (node->kind == DOC_FIELD_LIST)
        put_numbering(b, "None");
    if (node->lang != NULL) {
        buf_puts(b, "/Lang");
        pdf_write_text(b, str_of(node->lang));
    }
}
