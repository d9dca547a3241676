#include "input/guidance.h"
#include "input/length_in.h"
#include "input/prose_figure.h"
#include "input/xml_value.h"

#include <assert.h>

/* The line of text that is being written. */
struct flow {
    struct doc_node *last; /* its newest inline, if that is text */
    bool started;          /* something stands in it */
};

struct frame {
    struct doc_node *node;     /* what the element became */
    struct doc_node *implicit; /* paragraph around bare text; or NULL */
    bool wraps;                /* bare text becomes paragraphs */
    bool line;                 /* the element is a line of text */
};

struct prose {
    struct xml_reading reading;
    const struct prose_options *options;
    struct frame stack[XML_DEPTH_MAX + 1]; /* reading has limited the depth */
    size_t depth;
    struct flow flow;
    struct doc_node *notes; /* of the line, to stand behind its block */
    struct doc_node *last_note;
};

struct element {
    const char *name;
    enum doc_kind kind;
    bool block;
    bool line;
    void (*fill)(struct prose *p, struct doc_node *node,
                 const struct xml_node *xml);
};

static struct frame *top(struct prose *p)
{
    return &p->stack[p->depth - 1];
}

static struct frame *push(struct prose *p, struct doc_node *node)
{
    struct frame *f;

    assert(p->depth < XML_DEPTH_MAX + 1);
    f = &p->stack[p->depth++];
    *f = (struct frame){.node = node};
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
    struct doc_node *n = doc_new(p->reading.arena, kind);

    if (n != NULL)
        n->at = at;
    return n;
}

/* Where an inline at AT belongs: into the open element or, where that holds
   blocks, into a paragraph of its own. */
static struct doc_node *line_at(struct prose *p, struct place at)
{
    struct frame *f = top(p);

    if (!f->wraps)
        return f->node;
    if (f->implicit == NULL) {
        f->implicit = new_node(p, DOC_PARAGRAPH, at);
        doc_append(f->node, f->implicit);
    }
    return f->implicit;
}

/* TEXT with each row of white space as one space, none at its head where the
   line begins or ends with one. */
static struct str fold(struct prose *p, struct str text)
{
    char *out = arena_alloc(p->reading.arena, text.len + 1, 1);
    size_t len = 0;

    if (out == NULL)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < text.len; i++) {
        if (!xml_is_space(text.ptr[i]))
            out[len++] = text.ptr[i];
        else if (len == 0 || out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (struct str){out, len};
}

static bool line_ends_with_space(const struct prose *p)
{
    const struct doc_node *last = p->flow.last;

    if (last == NULL)
        return !p->flow.started;
    return last->text.len > 0 && last->text.ptr[last->text.len - 1] == ' ';
}

static void add_text(struct prose *p, struct str text, struct place at)
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
    node->text = fold(p, str_from(text, space));
    doc_append(line_at(p, at), node);
    p->flow = (struct flow){node, true};
    guidance_find(p->options->wording, node->text, at, p->reading.findings);
}

static void fill_conditions(struct prose *p, struct doc_node *node,
                            const struct xml_node *xml)
{
    struct doc_conditions *c;

    if (xml_attribute(xml, "when") == NULL &&
        xml_attribute(xml, "each") == NULL)
        return;
    c = arena_alloc(p->reading.arena, 1, sizeof(*c));
    if (c == NULL)
        return;
    c->when = xml_get(xml, "when");
    c->when_at = xml_value_place(xml, "when");
    c->each = xml_get(xml, "each");
    c->each_at = xml_value_place(xml, "each");
    node->conditions = c;
}

static void fill_block(struct prose *p, struct doc_node *node,
                       const struct xml_node *xml)
{
    static const char *const media[] = {"print", "screen", NULL};
    static const uint8_t values[] = {MEDIUM_PRINT, MEDIUM_SCREEN, MEDIUM_BOTH};

    node->id = xml_id(&p->reading, xml, "id");
    node->lang = xml_lang(&p->reading, xml, "lang");
    node->copy = (uint8_t)xml_copy(xml);
    node->medium = values[xml_choice(xml, "medium", media, 2)];
    fill_conditions(p, node, xml);
}

static void fill_paragraph(struct prose *p, struct doc_node *node,
                           const struct xml_node *xml)
{
    (void)p;
    node->unnumbered = str_is(xml_get(xml, "number"), "no");
}

/* The series that the attribute `style` names; OTHERWISE where there is none.
   An unknown name is a finding. */
static const struct doc_series *style_of(struct prose *p,
                                         const struct xml_node *xml,
                                         const struct doc_series *otherwise)
{
    const struct template *t = p->options->template_used;
    const struct str style = xml_get(xml, "style");
    const struct doc_series *series;
    struct str words[SERIES_MAX];

    if (xml_attribute(xml, "style") == NULL || t == NULL)
        return otherwise;
    series = template_series(t, style);
    if (series != NULL)
        return series;
    finding(p->reading.findings, FINDING_UNKNOWN_NAME,
            xml_value_place(xml, "style"),
            "the template has no series of labels `%.*s`", STR_ARG(style));
    for (size_t i = 0; i < t->nseries && i < SERIES_MAX; i++)
        words[i] = str_of(t->series[i].id);
    finding_nearest(p->reading.findings, style, words,
                    t->nseries < SERIES_MAX ? t->nseries : SERIES_MAX);
    return NULL;
}

static void fill_heading(struct prose *p, struct doc_node *node,
                         const struct xml_node *xml)
{
    node->level = 1;
    node->keep_next = true;
    node->u.series = style_of(p, xml, NULL);
}

static void fill_list(struct prose *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    node->u.series = style_of(p, xml, p->options->list_series);
}

static void fill_slot(struct prose *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    struct slot *slot = arena_alloc(p->reading.arena, 1, sizeof(*slot));

    if (slot == NULL)
        return;
    slot->with = xml_cstr(p->reading.arena, xml, "with");
    if (slot->with == NULL)
        slot->with = "table"; /* docs/report-folder.md */
    slot->data = xml_cstr(p->reading.arena, xml, "data");
    slot->caption = xml_get(xml, "caption");
    node->u.slot = slot;
    guidance_find(p->options->wording, slot->caption,
                  xml_value_place(xml, "caption"), p->reading.findings);
}

#define PICTURE_WIDTH_MIN 2835 /* 1 mm */
#define PICTURE_WIDTH_MAX 2835000

/* What says nothing has nothing to say. */
static bool is_decorative(const struct prose *p, const struct xml_node *xml)
{
    const bool decorative = xml_yes(xml, "decorative");

    if (decorative && (str_trim(xml_get(xml, "alt")).len > 0 ||
                       str_trim(xml_get(xml, "caption")).len > 0)) {
        finding(p->reading.findings, FINDING_BAD_ATTRIBUTE,
                xml_value_place(xml, "decorative"),
                "a decorative picture has neither alternative text nor "
                "caption");
        finding_hint(p->reading.findings,
                     "leave decorative= out where the picture tells something");
    }
    return decorative;
}

static void fill_figure(struct prose *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    const struct prose_picture asked = {
        .alt = fold(p, str_trim(xml_get(xml, "alt"))),
        .alt_at = xml_value_place(xml, "alt"),
        .caption = fold(p, str_trim(xml_get(xml, "caption"))),
        .caption_at = xml_value_place(xml, "caption"),
        .file = xml_cstr(p->reading.arena, xml, "file"),
        .file_at = xml_value_place(xml, "file"),
        .width = length_in(&p->reading, xml, "width", PICTURE_WIDTH_MIN,
                           PICTURE_WIDTH_MAX, 0),
        .decorative = is_decorative(p, xml),
    };

    if (asked.file == NULL && xml_attribute(xml, "file") != NULL)
        finding(p->reading.findings, FINDING_BAD_VALUE, asked.file_at,
                "the name of a file is empty");
    prose_figure(p->reading.arena, p->options, &asked, node,
                 p->reading.findings);
}

static void fill_link(struct prose *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    node->u.target = xml_cstr(p->reading.arena, xml, "href");
    if (node->u.target == NULL)
        node->u.target = "";
}

static void fill_reference(struct prose *p, struct doc_node *node,
                           const struct xml_node *xml)
{
    node->u.target = xml_cstr(p->reading.arena, xml, "to");
    if (node->u.target == NULL)
        node->u.target = "";
}

static void fill_phrase(struct prose *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    node->lang = xml_lang(&p->reading, xml, "lang");
}

static void fill_page_number(struct prose *p, struct doc_node *node,
                             const struct xml_node *xml)
{
    (void)p;
    (void)xml;
    node->medium = MEDIUM_PRINT;
}

/* An id that no other note of the report has: where the note stands. */
static const char *note_id(struct prose *p, struct place at)
{
    const struct str id =
        arena_printf(p->reading.arena, "note-%s-%u-%u", at.source->name,
                     (unsigned)at.line, (unsigned)at.column);
    char *s = (char *)id.ptr;

    for (size_t i = 0; i < id.len; i++) {
        if (s[i] == '/' || s[i] == '.' || s[i] == ' ')
            s[i] = '-';
    }
    return s;
}

/* The mark stands in the line; the note itself waits for the line's end. */
static void fill_note(struct prose *p, struct doc_node *mark,
                      const struct xml_node *xml)
{
    struct doc_node *note = new_node(p, DOC_NOTE, xml->at);

    if (note == NULL)
        return;
    note->id = note_id(p, xml->at);
    mark->u.target = note->id;
    if (p->last_note == NULL)
        p->notes = note;
    else
        p->last_note->next = note;
    p->last_note = note;
    top(p)->node = note;
    p->flow = (struct flow){NULL, false};
}

static const struct element elements[] = {
    {"p", DOC_PARAGRAPH, true, true, fill_paragraph},
    {"heading", DOC_HEADING, true, true, fill_heading},
    {"list", DOC_LIST, true, false, fill_list},
    {"item", DOC_ITEM, true, true, NULL},
    {"table", DOC_SLOT, true, false, fill_slot},
    {"figure", DOC_FIGURE, true, false, fill_figure},
    {"quote", DOC_QUOTE, true, false, NULL},
    {"note", DOC_NOTE_MARK, false, false, fill_note},
    {"strong", DOC_STRONG, false, false, NULL},
    {"em", DOC_EMPHASIS, false, false, NULL},
    {"a", DOC_LINK, false, false, fill_link},
    {"ref", DOC_REFERENCE, false, false, fill_reference},
    {"phrase", DOC_PHRASE, false, false, fill_phrase},
    {"br", DOC_BREAK, false, false, NULL},
    {"page-number", DOC_PAGE_NUMBER, false, false, fill_page_number},
};

static const struct element *element_of(const struct xml_node *xml)
{
    const size_t n = sizeof(elements) / sizeof(elements[0]);

    for (size_t i = 0; i < n; i++) {
        if (xml_is(xml, elements[i].name))
            return &elements[i];
    }
    return NULL;
}

/* An item is blocks when one stands in it, and when a note does, because a
   note follows the block that marks it. */
static bool holds_blocks(const struct xml_node *item)
{
    const struct xml_node *n = item->first;

    for (; n != NULL; n = xml_following(item, n)) {
        const struct element *e = element_of(n);

        if (e != NULL && (e->block || e->kind == DOC_NOTE_MARK))
            return true;
    }
    return false;
}

static bool enter(struct prose *p, const struct xml_node *xml,
                  const struct element *e)
{
    struct doc_node *node = new_node(p, e->kind, xml->at);
    struct frame *f;

    if (node == NULL)
        return false;
    if (e->kind == DOC_BREAK)
        trim_line(p);
    if (e->block)
        end_implicit(p);
    doc_append(e->block ? top(p)->node : line_at(p, xml->at), node);
    f = push(p, node);
    f->line = e->line;
    f->wraps = e->kind == DOC_ITEM && holds_blocks(xml);
    if (e->block)
        fill_block(p, node, xml);
    if (e->fill != NULL)
        e->fill(p, node, xml);
    return true;
}

static void leave(struct prose *p)
{
    struct frame *f = top(p);

    end_implicit(p);
    switch ((enum doc_kind)f->node->kind) {
    case DOC_NOTE:
        trim_line(p);
        p->flow = (struct flow){NULL, true};
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
                            struct place at)
{
    struct doc_node *n = new_node(p, kind, at);

    if (n == NULL)
        return;
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
    } holes[] = {
        {{"{page}", 6}, DOC_PAGE_NUMBER},
        {{"{pages}", 7}, DOC_PAGE_COUNT},
    };
    struct str rest = p->options->wording == NULL
                          ? (struct str){NULL, 0}
                          : p->options->wording->phrases[PHRASE_PAGE_OF];

    while (rest.len > 0) {
        const size_t next = 1 + str_find_char(str_from(rest, 1), '{');
        size_t i = 0;

        while (i < 2 && !str_starts(rest, holes[i].name))
            i++;
        if (i < 2) {
            add_page_number(p, holes[i].kind, xml->at);
            rest = str_from(rest, holes[i].name.len);
        } else {
            add_text(p, str_to(rest, next), xml->at);
            rest = str_from(rest, next);
        }
    }
}

/* Whether XML was entered, so that its children come next. */
static bool visit(struct prose *p, const struct xml_node *xml)
{
    const struct element *e;

    if (xml_is_text(xml)) {
        add_text(p, xml->text, xml->at);
        return false;
    }
    if (xml_is(xml, "page-of")) {
        add_page_of(p, xml);
        return false;
    }
    e = element_of(xml);
    return e != NULL && xml->rule != NULL && enter(p, xml, e);
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
    struct prose p = {.reading = {arena, findings}, .options = options};
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
