#include "output/pdf/pdf_struct.h"
#include "output/pdf/pdf_headers.h"
#include "output/pdf/pdf_parents.h"
#include "output/pdf/pdf_struct_map.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

enum kid_kind {
    KID_ELEMENT, /* value: its object number */
    KID_MARK,    /* value: its mark */
    KID_LINK,    /* value: the object number of an annotation */
};

struct kid {
    uint8_t kind;  /* enum kid_kind */
    uint32_t page; /* index; of KID_MARK and KID_LINK */
    uint32_t value;
};

/* An element whose node the walk is in. */
struct open_element {
    const struct doc_node *node;
    const char *type;
    uint32_t number;
    uint32_t parent; /* its object number */
    size_t kids;     /* where its kids begin */
    bool wrap;       /* the second element of NODE */
};

struct structure_writer {
    const struct pdf_pages *pages;
    struct pdf_marks *marks;
    struct pdf_links *links;
    struct pdf_objects *objects;
    struct buf open; /* struct open_element: a stack */
    struct buf kids; /* struct kid: of all open elements, the innermost
                         element's last */
    struct buf ids;  /* uint32_t: the elements that have one */
    struct pdf_headers headers;
    struct buf names;  /* of the headers of the cell at hand */
    uint32_t root;     /* the StructTreeRoot */
    uint32_t document; /* the element of the tree's root */
    uint32_t placed;   /* marks that have their element */
};

static struct open_element *top_element(const struct structure_writer *w)
{
    const size_t n = w->open.len / sizeof(struct open_element);

    return n == 0 ? NULL : (struct open_element *)(void *)w->open.ptr + n - 1;
}

static void open_element(struct structure_writer *w,
                         const struct doc_node *node, const char *type,
                         bool wrap)
{
    const struct open_element *above = top_element(w);
    const struct open_element top = {
        .node = node,
        .type = type,
        .number = pdf_object_number(w->objects),
        .parent = above == NULL ? w->root : above->number,
        .kids = w->kids.len,
        .wrap = wrap,
    };

    buf_add(&w->open, &top, sizeof(top));
}

static void add_kid(struct structure_writer *w, enum kid_kind kind,
                    uint32_t page, uint32_t value)
{
    const struct kid kid = {(uint8_t)kind, page, value};

    buf_add(&w->kids, &kid, sizeof(kid));
}

static uint32_t page_object(const struct structure_writer *w, uint32_t index)
{
    return pdf_haru_number(w->pages->pages[index]);
}

/* A kid of an element whose /Pg is PAGE (14.7.4.2, 14.7.4.3). */
static void put_kid(const struct structure_writer *w, struct buf *b,
                    const struct kid *kid, uint32_t page)
{
    if (kid->kind == KID_ELEMENT) {
        pdf_write_ref(b, kid->value);
        return;
    }
    if (kid->kind == KID_MARK && kid->page == page) {
        buf_int(b, pdf_mark_mcid(w->marks, kid->value));
        return;
    }
    buf_puts(b, kid->kind == KID_MARK ? "<</Type/MCR" : "<</Type/OBJR");
    if (kid->page != page) {
        buf_puts(b, "/Pg ");
        pdf_write_ref(b, page_object(w, kid->page));
    }
    if (kid->kind == KID_MARK) {
        buf_puts(b, "/MCID ");
        buf_int(b, pdf_mark_mcid(w->marks, kid->value));
    } else {
        buf_puts(b, "/Obj ");
        pdf_write_ref(b, kid->value);
    }
    buf_puts(b, ">>");
}

static void put_kids(const struct structure_writer *w, struct buf *b,
                     const struct kid *kids, size_t n)
{
    uint32_t page = PDF_NONE;

    for (size_t i = 0; i < n && page == PDF_NONE; i++) {
        if (kids[i].kind != KID_ELEMENT)
            page = kids[i].page;
    }
    if (page != PDF_NONE) {
        buf_puts(b, "/Pg ");
        pdf_write_ref(b, page_object(w, page));
    }
    if (n == 0)
        return;
    buf_puts(b, n == 1 ? "/K " : "/K[");
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_char(b, ' ');
        put_kid(w, b, &kids[i], page);
    }
    if (n > 1)
        buf_char(b, ']');
}

static uint32_t next_id(const struct structure_writer *w)
{
    return (uint32_t)(w->ids.len / sizeof(uint32_t));
}

static void put_id(struct structure_writer *w, struct buf *b, uint32_t number)
{
    buf_puts(b, "/ID");
    pdf_write_id(b, next_id(w));
    buf_add(&w->ids, &number, sizeof(number));
}

/* What the element has because of its node. */
static void put_own(struct structure_writer *w, struct buf *b,
                    const struct open_element *top)
{
    const struct doc_node *node = top->node;
    bool named = node->kind == DOC_NOTE;

    buf_clear(&w->names);
    if (node->kind == DOC_CELL)
        named = pdf_headers_cell(&w->headers, node, next_id(w), &w->names);
    pdf_write_attributes(b, node, buf_view(&w->names));
    if (named)
        put_id(w, b, top->number);
}

static void put_picture(struct structure_writer *w, struct buf *b,
                        const struct doc_node *node)
{
    const uint32_t mark = pdf_marks_first(w->marks, node);
    const struct pdf_box *box =
        mark == PDF_NONE ? NULL : pdf_mark_box(w->marks, mark);

    if (box != NULL)
        pdf_write_picture(b, node, box);
}

/* Where the element TOP is packed. */
static enum pdf_pack_kind pack_of(const struct open_element *top)
{
    if (top->node->kind == DOC_ROW)
        return PACK_ROWS;
    if (top->node->kind != DOC_CELL)
        return PACK_ANY;
    return top->node->u.cell.scope == SCOPE_NONE ? PACK_CELLS : PACK_HEADS;
}

/* Writes the element on top, which becomes a kid of the one below. */
static void close_element(struct structure_writer *w)
{
    const struct open_element top = *top_element(w);
    const size_t n = (w->kids.len - top.kids) / sizeof(struct kid);
    const struct kid *kids =
        n == 0 ? NULL : (const void *)(w->kids.ptr + top.kids);
    struct buf *b = pdf_object_open(w->objects, top.number, pack_of(&top));

    buf_puts(b, "<</S/");
    buf_puts(b, top.type);
    buf_puts(b, "/P ");
    pdf_write_ref(b, top.parent);
    if (!top.wrap) {
        put_own(w, b, &top);
    } else if (top.node->kind == DOC_PICTURE) {
        put_picture(w, b, top.node);
    }
    put_kids(w, b, kids, n);
    buf_puts(b, ">>");
    pdf_object_close(w->objects);
    w->kids.len = top.kids;
    w->open.len -= sizeof(top);
    if (w->open.len > 0)
        add_kid(w, KID_ELEMENT, 0, top.number);
    else
        w->document = top.number;
}

/* A link that leads nowhere is a run of text (ISO 14289-1, 7.18.5). */
static const char *real_type(const struct structure_writer *w,
                             const struct doc_node *node, const char *type)
{
    size_t n;

    if (strcmp(type, "Link") != 0)
        return type;
    return pdf_links_of(w->links, node, &n) == NULL ? "Span" : type;
}

/* Opens the second element of the node on top, if CHILD (NULL: what is drawn
   for the node itself) stands in it and it is not open yet. */
static void open_wrap(struct structure_writer *w, const struct doc_node *child)
{
    const struct open_element *top = top_element(w);
    struct pdf_tag tag;

    if (top == NULL || top->wrap)
        return;
    if (child != NULL && child->parent != top->node)
        return;
    tag = pdf_tag_of(top->node);
    if (tag.wrap != NULL && (child == NULL || child->kind != tag.outside))
        open_element(w, top->node, real_type(w, top->node, tag.wrap), true);
}

/* The pieces drawn for NODE become kids of the element on top. */
static void add_marks(struct structure_writer *w, const struct doc_node *node)
{
    uint32_t i = pdf_marks_first(w->marks, node);

    if (i != PDF_NONE && top_element(w)->node == node)
        open_wrap(w, NULL);
    for (; i != PDF_NONE; i = pdf_mark(w->marks, i)->next) {
        struct pdf_mark *mark = pdf_mark(w->marks, i);

        mark->element = top_element(w)->number;
        w->placed++;
        add_kid(w, KID_MARK, mark->page, i);
    }
}

static void add_links(struct structure_writer *w, const struct doc_node *node)
{
    size_t n;
    struct pdf_link *link = pdf_links_of(w->links, node, &n);

    for (size_t i = 0; i < n; i++) {
        link[i].element = top_element(w)->number;
        add_kid(w, KID_LINK, link[i].page, link[i].annotation);
    }
}

static bool failed(const struct structure_writer *w)
{
    return w->open.status != ST_OK || w->kids.status != ST_OK ||
           w->ids.status != ST_OK || w->names.status != ST_OK ||
           w->headers.status != ST_OK ||
           pdf_objects_status(w->objects) != ST_OK;
}

static void enter(struct structure_writer *w, const struct doc_node *node)
{
    const struct pdf_tag tag = pdf_tag_of(node);

    pdf_headers_enter(&w->headers, node);
    open_wrap(w, node);
    if (tag.type != NULL)
        open_element(w, node, real_type(w, node, tag.type), false);
    if (!failed(w) && node->kind != DOC_PICTURE)
        add_marks(w, node);
}

static void leave(struct structure_writer *w, const struct doc_node *node)
{
    pdf_headers_leave(&w->headers, node);
    if (top_element(w)->node != node)
        return;
    if (node->kind == DOC_PICTURE)
        add_marks(w, node); /* the drawing comes after its caption */
    if (pdf_link_of(node) == node)
        add_links(w, node);
    if (top_element(w)->wrap)
        close_element(w);
    close_element(w);
}

static void walk(struct structure_writer *w, const struct doc_node *root)
{
    struct doc_walk at = doc_walk(root);
    bool skipped = false;

    while (!failed(w) && doc_walk_next(&at)) {
        if (skipped) {
            skipped = false; /* the leaving of what was skipped */
        } else if (!at.entering) {
            leave(w, at.node);
        } else if (pdf_tag_skips(at.node)) {
            doc_walk_skip(&at);
            skipped = true;
        } else {
            enter(w, at.node);
        }
    }
}

static void write_root(struct structure_writer *w)
{
    const uint32_t *elements = (const void *)w->ids.ptr;
    const uint32_t parents =
        pdf_parents_write(w->pages->count, w->marks, w->links, w->objects);
    uint32_t ids = 0;
    const size_t nlinks = pdf_links_count(w->links);
    struct buf *b;

    if (next_id(w) > 0)
        ids = pdf_ids_write(elements, next_id(w), w->objects);
    b = pdf_object_open(w->objects, w->root, PACK_ANY);
    buf_puts(b, "<</Type/StructTreeRoot/K ");
    pdf_write_ref(b, w->document);
    buf_puts(b, "/ParentTree ");
    pdf_write_ref(b, parents);
    buf_puts(b, "/ParentTreeNextKey ");
    buf_int(b, (int64_t)(w->pages->count + nlinks));
    if (next_id(w) > 0) {
        buf_puts(b, "/IDTree ");
        pdf_write_ref(b, ids);
    }
    buf_puts(b, "/RoleMap");
    buf_puts(b, pdf_role_map);
    buf_puts(b, ">>");
    pdf_object_close(w->objects);
}

static enum status writer_status(const struct structure_writer *w)
{
    enum status st = pdf_objects_status(w->objects);

    st = status_worst(st, buf_status(&w->open));
    st = status_worst(st, buf_status(&w->kids));
    st = status_worst(st, buf_status(&w->ids));
    st = status_worst(st, buf_status(&w->names));
    st = status_worst(st, w->headers.status);
    if (st == ST_OK && w->placed != pdf_marks_count(w->marks))
        st = ST_BUG;
    return st;
}

enum status pdf_struct_write(const struct doc *d, const struct pdf_pages *pages,
                             struct pdf_marks *marks, struct pdf_links *links,
                             struct pdf_objects *o, uint32_t root)
{
    struct structure_writer w = {
        .pages = pages,
        .marks = marks,
        .links = links,
        .objects = o,
        .root = root,
    };
    enum status st;

    buf_init(&w.open, o->out->limit);
    buf_init(&w.kids, o->out->limit);
    buf_init(&w.ids, o->out->limit);
    buf_init(&w.names, o->out->limit);
    pdf_headers_init(&w.headers);
    walk(&w, d->root);
    st = writer_status(&w);
    if (st == ST_OK) {
        write_root(&w);
        st = writer_status(&w);
    }
    buf_free(&w.open);
    buf_free(&w.kids);
    buf_free(&w.ids);
    buf_free(&w.names);
    pdf_headers_free(&w.headers);
    return st;
}
