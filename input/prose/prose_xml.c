#include "core/value/guidance.h"
#include "input/prose/prose_attributes.h"
#include "input/prose/prose_builder.h"
#include "input/prose/prose_elements.h"
#include "input/prose/prose_listing.h"
#include "input/prose/single_bracket.h"
#include "input/text/text_in.h"

#include <assert.h>

/* The line of text that is being written. */
struct flow {
    struct doc_node *last; /* its newest inline, if that is text */
    bool started;          /* something stands in it */
};

struct open_element {
    struct doc_node *node;     /* what the element became */
    struct doc_node *implicit; /* paragraph around bare text; or NULL */
    bool wraps;                /* bare text becomes paragraphs */
    bool line;                 /* the element is a line of text */
};

struct prose {
    struct prose_reading in;
    struct open_element
        stack[XML_DEPTH_MAX + 1]; /* reading has limited the depth */
    size_t depth;
    struct flow flow;
    struct doc_node *notes; /* of the line, to stand behind its block */
    struct doc_node *last_note;
};

/* What an element becomes. */
struct mapping {
    const struct xml_element *element;
    enum doc_kind kind;
    enum prose_form form;
    void (*fill)(struct prose_reading *in, struct doc_node *node,
                 const struct xml_node *xml);
};

static struct open_element *top(struct prose *p)
{
    return &p->stack[p->depth - 1];
}

static struct open_element *push(struct prose *p, struct doc_node *node)
{
    struct open_element *f;

    assert(p->depth < XML_DEPTH_MAX + 1);
    f = &p->stack[p->depth++];
    *f = (struct open_element){.node = node};
    return f;
}

/* Space at the end of the line goes. */
static void trim_line(struct prose *p)
{
    struct doc_node *last = p->flow.last;

    if (last != NULL && last->text.len > 0 &&
        last->text.ptr[last->text.len - 1] == ' ')
        last->text.len--;
    if (last != NULL && last->text.len == 0)
        doc_unlink(last);
    p->flow = (struct flow){NULL, false};
}

/* Ends the line that BLOCK holds; its notes follow it. */
static void end_line(struct prose *p, struct doc_node *block)
{
    trim_line(p);
    while (p->notes != NULL) {
        struct doc_node *note = p->notes;

        p->notes = note->next;
        doc_append(block == NULL ? NULL : block->parent, note);
    }
    p->last_note = NULL;
}

static void end_implicit(struct prose *p)
{
    if (top(p)->implicit == NULL)
        return;
    end_line(p, top(p)->implicit);
    top(p)->implicit = NULL;
}

static struct doc_node *new_node(struct prose *p, enum doc_kind kind,
                                 struct place at)
{
    struct doc_node *n = doc_new_prose(p->in.reading.arena, kind);

    if (n != NULL)
        n->at = at;
    return n;
}

/* Where an inline at AT belongs: into the open element or, where that holds
   blocks, into a paragraph of its own. */
static struct doc_node *line_at(struct prose *p, struct place at)
{
    struct open_element *f = top(p);

    if (!f->wraps)
        return f->node;
    if (f->implicit == NULL) {
        f->implicit = new_node(p, DOC_PARAGRAPH, at);
        doc_append(f->node, f->implicit);
    }
    return f->implicit;
}

static bool line_ends_with_space(const struct prose *p)
{
    const struct doc_node *last = p->flow.last;

    if (last == NULL)
        return !p->flow.started;
    return last->text.len > 0 && last->text.ptr[last->text.len - 1] == ' ';
}

static void add_line(struct prose *p, struct str text, struct place at)
{
    struct doc_node *node;
    size_t space = 0;

    if (line_ends_with_space(p)) {
        while (space < text.len && xml_is_space(text.ptr[space]))
            space++;
    }
    if (space == text.len)
        return;
    at = xml_behind_space(at, str_to(text, space));
    node = new_node(p, DOC_TEXT, at);
    if (node == NULL)
        return;
    node->text = prose_fold(p->in.reading.arena, str_from(text, space));
    doc_append(line_at(p, at), node);
    p->flow = (struct flow){node, true};
    guidance_find(p->in.options->wording, node->text, at,
                  p->in.reading.findings);
    if (node->parent->kind != DOC_CODE)
        single_bracket_find(node->text, at, p->in.reading.findings);
}

/* A <br/>; a space where none can stand, in code. */
static void add_break(struct prose *p, struct place at)
{
    struct doc_node *line = line_at(p, at);

    if (line != NULL &&
        !doc_kind_may_contain((enum doc_kind)line->kind, DOC_BREAK)) {
        add_line(p, STR_LIT(" "), at);
        return;
    }
    trim_line(p);
    doc_append(line, new_node(p, DOC_BREAK, at));
}

/* A line separator is a <br/>. */
static void add_text(struct prose *p, struct str text, struct place at)
{
    const struct str sign = TEXT_BREAK_BYTES;
    struct source_walk walk = {.len = 0}; /* begun at the first sign */
    size_t start = 0;

    while (start < text.len) {
        const struct str rest = str_from(text, start);
        const size_t end = str_find(rest, sign);
        struct place here = at;

        if (start == 0 && end < rest.len)
            walk = source_walk_begin(at, text);
        else if (start > 0)
            here = source_walk_to(&walk, start);
        add_line(p, str_to(rest, end), here);
        start += end + sign.len;
        if (end == rest.len)
            return;
        add_break(p, here);
    }
}

/* The mark stands in the line; the note itself waits for the line's end. */
static void begin_note(struct prose *p, struct doc_node *mark,
                       const struct xml_node *xml)
{
    struct doc_node *note = new_node(p, DOC_NOTE, xml->at);

    if (note == NULL)
        return;
    note->id = prose_note_id(p->in.reading.arena, xml->at);
    mark->u.target = note->id;
    if (p->last_note == NULL)
        p->notes = note;
    else
        p->last_note->next = note;
    p->last_note = note;
    top(p)->node = note;
    p->flow = (struct flow){NULL, false};
}

#define MAPPING(name, kind, form, fill)                                        \
    {&prose_##name##_element, kind, form, fill},
static const struct mapping mappings[] = {PROSE_ELEMENTS(MAPPING)};
#undef MAPPING

/* A table without data. */
static const struct mapping words = {&prose_table_element, DOC_TABLE,
                                     PROSE_BLOCK, prose_fill_words};

/* A block in a note, which was refused: its words alone. */
static const struct mapping misplaced = {NULL, DOC_SPAN, PROSE_INLINE, NULL};

static const struct mapping *mapping_of(const struct xml_node *xml)
{
    const size_t n = sizeof(mappings) / sizeof(mappings[0]);

    if (xml->element == &prose_table_element && prose_has_rows(xml))
        return &words;
    for (size_t i = 0; i < n; i++) {
        if (xml->element == mappings[i].element)
            return &mappings[i];
    }
    return NULL;
}

static bool is_block(const struct mapping *e)
{
    return e->form != PROSE_INLINE;
}

static bool is_line(const struct mapping *e)
{
    return e->form != PROSE_INLINE && e->form != PROSE_BLOCK;
}

static bool is_side(const struct mapping *e)
{
    return e->form >= PROSE_START && e->form <= PROSE_END;
}

/* An item or a fact is blocks when one stands in it, and when a note does,
   because a note follows the block that marks it. */
static bool holds_blocks(const struct xml_node *item)
{
    const struct xml_node *n = item->first;

    for (; n != NULL; n = xml_following(item, n)) {
        const struct mapping *e = mapping_of(n);

        if (e != NULL && (is_block(e) || e->kind == DOC_NOTE_MARK))
            return true;
    }
    return false;
}

/* One of the three places that SIDES have. */
static struct doc_node *take_side(struct doc_node *sides, enum prose_form form,
                                  struct place at)
{
    struct doc_node *n = sides->first;

    for (unsigned i = form; i > PROSE_START; i--)
        n = n->next;
    n->at = at;
    return n;
}

/* What a block stands in: a row in a group of its table's. */
static struct doc_node *place_of(struct prose *p, const struct mapping *e)
{
    return e->kind == DOC_ROW ? prose_row_group(&p->in, top(p)->node)
                              : top(p)->node;
}

static struct doc_node *add_element(struct prose *p, const struct xml_node *xml,
                                    const struct mapping *e)
{
    struct doc_node *node;

    if (is_side(e) && top(p)->node->kind == DOC_SIDES)
        return take_side(top(p)->node, e->form, xml->at);
    node = new_node(p, e->kind, xml->at);
    if (node == NULL)
        return NULL;
    if (e->kind == DOC_BREAK)
        trim_line(p);
    if (is_block(e))
        end_implicit(p);
    doc_append(is_block(e) ? place_of(p, e) : line_at(p, xml->at), node);
    return node;
}

static bool enter(struct prose *p, const struct xml_node *xml,
                  const struct mapping *e)
{
    struct doc_node *node = add_element(p, xml, e);
    struct open_element *f;

    if (node == NULL)
        return false;
    f = push(p, node);
    f->line = is_line(e);
    f->wraps =
        (e->kind == DOC_ITEM || e->kind == DOC_FIELD || e->kind == DOC_CELL) &&
        holds_blocks(xml);
    if (is_block(e) && e->kind != DOC_CELL)
        prose_fill_block(&p->in, node, xml);
    if (e->kind == DOC_NOTE_MARK)
        begin_note(p, node, xml);
    if (e->kind == DOC_FIELD) {
        f->node = xml->element == &prose_key_element
                      ? prose_begin_key(&p->in, node, xml)
                      : prose_begin_fact(&p->in, node, xml);
        f->wraps = f->wraps || f->node->kind == DOC_BLOCK;
    }
    if (e->fill != NULL)
        e->fill(&p->in, node, xml);
    return true;
}

static void leave(struct prose *p)
{
    struct open_element *f = top(p);

    end_implicit(p);
    switch ((enum doc_kind)f->node->kind) {
    case DOC_NOTE:
        trim_line(p);
        p->flow = (struct flow){NULL, true};
        break;
    case DOC_CODE:
        if (f->node->first == NULL)
            finding(p->in.reading.findings, FINDING_MISSING, f->node->at,
                    "<code> holds nothing");
        break;
    case DOC_REFERENCE:
    case DOC_PAGE_NUMBER: p->flow = (struct flow){NULL, true}; break;
    default:
        if (f->line)
            end_line(p, f->node);
        break;
    }
    p->depth--;
}

static void add_page_number(struct prose *p, enum doc_kind kind,
                            const struct xml_node *xml)
{
    struct doc_node *n = new_node(p, kind, xml->at);
    const struct place at = xml->at;

    if (n == NULL)
        return;
    n->text = str_trim(xml_value(xml, AT(prose_page_of, from)));
    n->medium = MEDIUM_PRINT;
    doc_append(line_at(p, at), n);
    p->flow = (struct flow){NULL, true};
}

/* "Page 1 of 7" as the wording has it: counters are known in layout only. */
static void add_page_of(struct prose *p, const struct xml_node *xml)
{
    static const struct {
        struct str name;
        enum doc_kind kind;
    } placeholders[] = {
        {{"{page}", 6}, DOC_PAGE_NUMBER},
        {{"{pages}", 7}, DOC_PAGE_COUNT},
    };
    struct str rest = p->in.options->wording == NULL
                          ? (struct str){NULL, 0}
                          : p->in.options->wording->phrases[PHRASE_PAGE_OF];

    while (rest.len > 0) {
        const size_t next = 1 + str_find_char(str_from(rest, 1), '{');
        size_t i = 0;

        while (i < 2 && !str_starts(rest, placeholders[i].name))
            i++;
        if (i < 2) {
            add_page_number(p, placeholders[i].kind, xml);
            rest = str_from(rest, placeholders[i].name.len);
        } else {
            add_text(p, str_to(rest, next), xml->at);
            rest = str_from(rest, next);
        }
    }
}

static bool is_in_note(struct prose *p)
{
    const struct doc_node *n = top(p)->node;

    while (n != NULL && n->kind != DOC_NOTE)
        n = n->parent;
    return n != NULL;
}

/* Whether XML was entered, so that its children come next. */
static bool visit(struct prose *p, const struct xml_node *xml)
{
    const struct mapping *e;

    if (xml_is_text(xml) && top(p)->node->kind == DOC_LISTING)
        return false; /* its lines are there */
    if (xml_is_text(xml)) {
        add_text(p, xml->text, xml->at);
        return false;
    }
    if (xml->element == &prose_page_of_element) {
        add_page_of(p, xml);
        return false;
    }
    e = mapping_of(xml);
    if (e != NULL && is_block(e) && is_in_note(p))
        e = &misplaced;
    return e != NULL && enter(p, xml, e);
}

struct doc_node *prose_from_xml(struct arena *arena,
                                const struct xml_node *parent,
                                const struct prose_options *options,
                                struct findings *findings)
{
    return prose_from_xml_run(arena, parent, parent->first, NULL, options,
                              findings);
}

struct doc_node *prose_from_xml_run(struct arena *arena,
                                    const struct xml_node *parent,
                                    const struct xml_node *first,
                                    const struct xml_node *end,
                                    const struct prose_options *options,
                                    struct findings *findings)
{
    struct prose p = {.in = {{arena, findings, options->wording}, options}};
    struct doc_node *fragment =
        new_node(&p, DOC_FRAGMENT, first == NULL ? parent->at : first->at);
    const struct xml_node *xml = first;

    if (fragment == NULL)
        return NULL;
    push(&p, fragment)->wraps = true;
    while (xml != end) {
        if (visit(&p, xml)) {
            if (xml->first != NULL) {
                xml = xml->first;
                continue;
            }
            leave(&p);
        }
        while (xml->next == NULL && xml->parent != parent) {
            xml = xml->parent;
            leave(&p);
        }
        xml = xml->next;
    }
    end_implicit(&p);
    return fragment;
}
