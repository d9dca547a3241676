#include "core/doc/cell_drawing.h"
#include "core/doc/doc.h"
#include "core/doc/doc_dump_picture.h"
#include "core/doc/dump_text.h"

static const char *const roles[] = {
    [ROLE_NONE] = "none",
    [ROLE_LOGO] = "logo",
    [ROLE_COUNCIL] = "council",
    [ROLE_ADDRESSEE] = "addressee",
    [ROLE_TITLE] = "title",
    [ROLE_SUBTITLE] = "subtitle",
    [ROLE_TOTAL] = "total",
    [ROLE_GROUP_TITLE] = "group-title",
    [ROLE_CLOSING] = "closing",
    [ROLE_LEAD] = "lead",
    [ROLE_MARKING] = "marking",
    [ROLE_STATEMENT] = "statement",
    [ROLE_RECOMMENDATIONS] = "recommendations",
    [ROLE_FACTS] = "facts",
    [ROLE_FIGURES] = "figures",
    [ROLE_REASON] = "reason",
    [ROLE_FOOT] = "foot",
    [ROLE_ENTRY] = "entry",
    [ROLE_BETWEEN] = "between",
    [ROLE_HANGING] = "hanging",
};

static const char *const groups[] = {
    [GROUP_HEAD] = "head", [GROUP_BODY] = "body", [GROUP_FOOT] = "foot"};

static const char *const scopes[] = {[SCOPE_NONE] = "none",
                                     [SCOPE_COLUMN] = "column",
                                     [SCOPE_ROW] = "row",
                                     [SCOPE_BOTH] = "both",
                                     [SCOPE_GROUP] = "group"};

static const char *const rooms[ROOM_MAX] = {
    [ROOM_NONE] = "",    [ROOM_SYMBOL] = "/symbol", [ROOM_SPARK] = "/spark",
    [ROOM_BAR] = "/bar", [ROOM_SIDES] = "/sides",   [ROOM_TIME] = "/time",
};

static const char *const alignments[] = {
    [ALIGN_START] = "start", [ALIGN_CENTRE] = "centre", [ALIGN_END] = "end"};

static void put_text(struct buf *out, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    buf_printf(out, " %s=", name);
    dump_quoted(out, value);
}

static void put_date(struct buf *out, const char *name, struct date d)
{
    if (d.year != 0)
        buf_printf(out, " %s=%04d-%02d-%02d", name, d.year, d.month, d.day);
}

static void put_cell(struct buf *out, const struct doc_node *n)
{
    if (n->u.cell.scope != SCOPE_NONE)
        buf_printf(out, " scope=%s", scopes[n->u.cell.scope]);
    if (n->u.cell.rows > 1)
        buf_printf(out, " rows=%d", n->u.cell.rows);
    if (n->u.cell.columns > 1)
        buf_printf(out, " columns=%d", n->u.cell.columns);
    if (n->u.cell.align != ALIGN_START)
        buf_printf(out, " align=%s", alignments[n->u.cell.align]);
    if ((n->u.cell.edges & EDGE_ABOVE) != 0)
        buf_puts(out, " edge-above");
    if ((n->u.cell.edges & EDGE_BEFORE) != 0)
        buf_puts(out, " edge-before");
}

static void put_table(struct buf *out, const struct doc_table *t)
{
    if (t == NULL)
        return;
    buf_puts(out, " columns=\"");
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct doc_column *c = &t->columns[i];

        buf_printf(out, "%s%s%s%s", i == 0 ? "" : " ", alignments[c->align],
                   c->nowrap ? "/nowrap" : "", c->below ? "/below" : "");
        if (t->rooms != NULL)
            buf_puts(out, rooms[t->rooms[i].room]);
    }
    buf_puts(out, "\"");
    if (t->marked > 0)
        buf_printf(out, " marked=%u", (unsigned)t->marked);
    if (t->sparse)
        buf_puts(out, " sparse");
    if (t->form)
        buf_puts(out, " form");
    if (t->matrix)
        buf_puts(out, " matrix");
}

static void put_rules(struct buf *out, uint8_t rules)
{
    if ((rules & RULE_ABOVE) != 0)
        buf_puts(out, " rule-above");
    if ((rules & RULE_BELOW) != 0)
        buf_puts(out, " rule-below");
    if ((rules & RULE_LATER_PAGES) != 0)
        buf_puts(out, " later-pages");
    if ((rules & RULE_SIGN) != 0)
        buf_puts(out, " sign");
}

/* What a node of this kind alone has. */
static void put_own(struct buf *out, const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_HEADING:
    case DOC_CONTENTS_ITEM: buf_printf(out, " level=%d", n->level); break;
    case DOC_ROW_GROUP: buf_printf(out, " %s", groups[n->level]); break;
    case DOC_RUNNING: buf_puts(out, n->level == 0 ? " head" : " foot"); break;
    case DOC_CELL: put_cell(out, n); break;
    case DOC_SIDES:
    case DOC_PARAGRAPH: put_rules(out, n->level); break;
    case DOC_TABLE: put_table(out, n->u.table); break;
    case DOC_LIST:
        if (n->u.series != NULL)
            buf_printf(out, " series=%s", n->u.series->id);
        break;
    case DOC_LINK:
    case DOC_REFERENCE:
    case DOC_NOTE_MARK:
    case DOC_PAGE_NUMBER: put_text(out, "target", str_of(n->u.target)); break;
    default: break;
    }
}

static void put_node(struct buf *out, const struct doc_node *n, size_t depth)
{
    dump_indent(out, depth);
    buf_puts(out, doc_kind_name(n->kind));
    if (n->id != NULL)
        buf_printf(out, " #%s", n->id);
    if (n->lang != NULL)
        buf_printf(out, " lang=%s", n->lang);
    if (n->audience == AUDIENCE_INTERNAL)
        buf_puts(out, " internal");
    if (n->medium != MEDIUM_BOTH)
        buf_puts(out, n->medium == MEDIUM_PRINT ? " print" : " screen");
    if (n->role != ROLE_NONE)
        buf_printf(out, " role=%s", roles[n->role]);
    put_own(out, n);
    if (n->keep_next)
        buf_puts(out, " keep-next");
    if (n->text.len > 0 && n->kind != DOC_LABEL && n->kind != DOC_CELL) {
        buf_char(out, ' ');
        dump_quoted(out, n->text);
    }
    buf_char(out, '\n');
}

/* Words that are all that a cell holds, as the text that others hold. */
static void put_words(struct buf *out, struct str words, size_t depth)
{
    dump_indent(out, depth);
    buf_puts(out, doc_kind_name(DOC_TEXT));
    buf_char(out, ' ');
    dump_quoted(out, words);
    buf_char(out, '\n');
}

/* A label on one line: what it prints. */
static void put_label(struct buf *out, const struct doc_node *n, size_t depth)
{
    dump_indent(out, depth);
    buf_puts(out, "label ");
    dump_quoted(out, n->first == NULL ? (struct str){NULL, 0} : n->first->text);
    buf_char(out, '\n');
}

static void put_document(struct buf *out, const struct doc *d)
{
    buf_puts(out, "document");
    if (d->lang != NULL)
        buf_printf(out, " lang=%s", d->lang);
    put_text(out, "title", d->title);
    put_text(out, "author", d->author);
    put_text(out, "subject", d->subject);
    put_date(out, "date", d->date);
    buf_puts(out,
             d->audience == AUDIENCE_INTERNAL ? " internal\n" : " published\n");
    for (const struct doc_attachment *a = d->attachments; a != NULL;
         a = a->next) {
        buf_puts(out, "attachment");
        put_text(out, "name", a->name);
        put_text(out, "type", str_of(a->media_type));
        put_text(out, "charset", str_of(a->charset));
        put_text(out, "relationship", str_of(a->relationship));
        put_text(out, "description", a->description);
        put_date(out, "date", a->date);
        buf_puts(out, " bytes=");
        buf_int(out, (int64_t)a->bytes.len);
        buf_char(out, '\n');
    }
}

void doc_dump(const struct doc *d, struct buf *out)
{
    struct doc_walk w = doc_walk(d->root);
    size_t depth = 0;

    put_document(out, d);
    while (doc_walk_next(&w)) {
        if (!w.entering) {
            depth--;
        } else if (w.node->kind == DOC_LABEL) {
            put_label(out, w.node, depth++);
            doc_walk_skip(&w);
        } else {
            put_node(out, w.node, depth++);
            if (w.node->kind == DOC_PICTURE && w.node->u.picture != NULL)
                dump_picture(out, w.node->u.picture, depth);
            if (w.node->kind == DOC_CELL && doc_is_text(w.node))
                put_words(out, w.node->text, depth);
            if (w.node->kind == DOC_DRAWING)
                cell_drawing_dump(w.node->u.drawing, depth, out);
        }
    }
}
