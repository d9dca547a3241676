#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"
#include "input/text/entity.h"
#include "input/text/text_in.h"

#include <limits.h>

#define STRUCK_HINT                                                            \
    "write what holds now; a lowered figure is a sign of its own: CO₂"
#define RULE_HINT                                                              \
    "take it out: headings part a text, and a table has |---|---| below its "  \
    "head"
#define FRONT_HINT                                                             \
    "take it out, to the --- that ends it: report.xml says what they are told"
#define GITHUB (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)

static void add_entity(struct markdown *r, struct str reference)
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

/* # is what the section's own heading would be, so ## is the first level
   below it (prose_in.h). */
static void open_heading(struct markdown *r, const MD_BLOCK_H_DETAIL *detail)
{
    struct doc_node *n;

    markdown_move_over_space(r);
    n = prose_open(&r->prose, DOC_HEADING);
    if (n == NULL)
        return;
    n->level = (uint8_t)(detail->level < 2 ? 1 : detail->level - 1);
    n->keep_next = true;
}

static void open_table(struct markdown *r, const MD_BLOCK_TABLE_DETAIL *detail)
{
    markdown_move_over_space(r);
    r->in_table = true;
    if (!prose_table_begin(&r->table, &r->prose, detail->col_count))
        r->prose.stopped = true;
}

static void open_cell(struct markdown *r, const MD_BLOCK_TD_DETAIL *detail)
{
    static const enum doc_align aligns[] = {
        [MD_ALIGN_DEFAULT] = ALIGN_START,
        [MD_ALIGN_LEFT] = ALIGN_START,
        [MD_ALIGN_CENTER] = ALIGN_CENTRE,
        [MD_ALIGN_RIGHT] = ALIGN_END,
    };

    prose_table_cell(&r->table, &r->prose, aligns[detail->align]);
}

/* md4c drops what a row has more than its head. */
static void close_row(struct markdown *r)
{
    const size_t seen = (size_t)(r->seen - r->input.ptr);
    const uint32_t cells = markdown_cells(r->input, seen);

    markdown_doubt_row(r);
    if (cells > r->table.ncolumns) {
        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
                "a row has %u cells, the head of its table %u", (unsigned)cells,
                (unsigned)r->table.ncolumns);
        finding_hint(r->prose.findings,
                     "a line in a cell that is none of the table is \\|");
    }
    prose_close(&r->prose);
}

static void refuse_rule(struct markdown *r)
{
    if (r->seen == r->input.ptr && markdown_begins_with_front(r->input))
        markdown_refuse(r, "a head for other programs (`---`)", FRONT_HINT);
    else
        markdown_refuse(r, "a rule", RULE_HINT);
}

/* Of the words of a note only its line is taken. */
static bool open_in_note(struct markdown *r, MD_BLOCKTYPE type)
{
    if (!r->in_note || type == MD_BLOCK_DOC)
        return r->in_note;
    if (type != MD_BLOCK_P || r->note_blocks > 0) {
        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
                "a note is one paragraph");
        finding_hint(r->prose.findings, "move what is more into the text");
    }
    r->note_blocks++;
    return true;
}

static void open_paragraph(struct markdown *r)
{
    prose_open(&r->prose, DOC_PARAGRAPH);
    markdown_typed_begin(r);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *r = user;

    markdown_end_html(r);
    if (open_in_note(r, type))
        return prose_stopped(&r->prose);
    switch (type) {
    case MD_BLOCK_QUOTE: prose_open(&r->prose, DOC_QUOTE); break;
    case MD_BLOCK_UL: markdown_open_list(r); break;
    case MD_BLOCK_OL: markdown_open_ordered_list(r, detail); break;
    case MD_BLOCK_LI: markdown_open_item(r, detail); break;
    case MD_BLOCK_P: open_paragraph(r); break;
    case MD_BLOCK_H: open_heading(r, detail); break;
    case MD_BLOCK_HR: refuse_rule(r); break;
    case MD_BLOCK_CODE: markdown_open_listing(r, detail); break;
    case MD_BLOCK_TABLE: open_table(r, detail); break;
    case MD_BLOCK_TR: prose_table_row(&r->table, &r->prose); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: open_cell(r, detail); break;
    default: break; /* the document itself, raw HTML */
    }
    return prose_stopped(&r->prose);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *r = user;

    (void)detail;
    markdown_end_html(r);
    markdown_end_image(r);
    if (r->in_note)
        return prose_stopped(&r->prose);
    switch (type) {
    case MD_BLOCK_HR: markdown_end_refused(r); break;
    case MD_BLOCK_CODE: markdown_end_listing(r); break;
    case MD_BLOCK_LI: markdown_close_item(r); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: markdown_close_list(r); break;
    case MD_BLOCK_P:
        markdown_doubt_paragraph(r);
        prose_close(&r->prose);
        break;
    case MD_BLOCK_H:
        markdown_doubt_heading(r);
        prose_close(&r->prose);
        break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: prose_close(&r->prose); break;
    case MD_BLOCK_TR: close_row(r); break;
    case MD_BLOCK_THEAD: markdown_check_rule(r); break;
    case MD_BLOCK_TABLE:
        prose_table_end(&r->table, &r->prose);
        r->in_table = false;
        break;
    default: break;
    }
    return prose_stopped(&r->prose);
}

static void see_address(struct markdown *r, MD_SPANTYPE type,
                        const void *detail)
{
    const MD_ATTRIBUTE *a = NULL;

    if (type == MD_SPAN_A)
        a = &((const MD_SPAN_A_DETAIL *)detail)->href;
    else if (type == MD_SPAN_IMG)
        a = &((const MD_SPAN_IMG_DETAIL *)detail)->src;
    if (a == NULL)
        return;
    r->address = (struct str){a->text, a->size};
    markdown_links_used(&r->links, r->address);
}

/* <https://example.org/>: its words are the address itself. */
static bool is_address(const struct markdown *r, const char *text)
{
    return r->address.len > 0 && text == r->address.ptr;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *r = user;

    markdown_end_html(r);
    see_address(r, type, detail);
    if (r->skipping > 0) {
        r->skipping++;
        return 0;
    }
    if (r->image.depth > 0) {
        r->image.depth++;
        return 0;
    }
    markdown_expect_no_image(r);
    markdown_end_line(r);
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && !r->options->cell)
        markdown_check_product(r);
    switch (type) {
    case MD_SPAN_EM: prose_open(&r->prose, DOC_EMPHASIS); break;
    case MD_SPAN_STRONG: prose_open(&r->prose, DOC_STRONG); break;
    case MD_SPAN_A: markdown_link_open(r, detail); break;
    case MD_SPAN_IMG: markdown_open_image(r, detail); break;
    case MD_SPAN_DEL: markdown_refuse(r, "struck text", STRUCK_HINT); break;
    default: prose_open(&r->prose, DOC_CODE); break;
    }
    return prose_stopped(&r->prose);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *r = user;

    (void)detail;
    markdown_end_html(r);
    if (r->skipping > 1) {
        r->skipping--;
    } else if (r->skipping == 1) {
        markdown_end_refused(r);
    } else if (r->image.depth > 0) {
        r->image.depth--;
    } else {
        if (type == MD_SPAN_A)
            markdown_link_end(r);
        prose_close(&r->prose);
    }
    return prose_stopped(&r->prose);
}

static void take_text(struct markdown *r, MD_TEXTTYPE type, struct str text)
{
    markdown_move_to(r, text.ptr);
    if (type == MD_TEXT_NORMAL)
        markdown_typed(r, text);
    markdown_end_line(r);
    switch (type) {
    case MD_TEXT_SOFTBR:
        r->typed.line_ended = true;
        r->typed.ended_at = r->prose.at;
        break;
    case MD_TEXT_BR: prose_leaf(&r->prose, DOC_BREAK); break;
    case MD_TEXT_ENTITY: add_entity(r, text); break;
    case MD_TEXT_CODE:
        prose_text(&r->prose, markdown_as_written(r, text));
        break;
    default: prose_text(&r->prose, text); break;
    }
    markdown_move_to(r, text.ptr + text.len);
}

static void take_note(struct markdown *r, const struct markdown_mark *mark);

/* Words, and the marks of notes among them. */
static void take_marked(struct markdown *r, struct str text)
{
    while (text.len > 0) {
        const size_t from = (size_t)(text.ptr - r->input.ptr);
        const struct markdown_mark *mark =
            r->options->cell || r->in_note
                ? NULL
                : markdown_notes_mark(&r->notes, from, from + text.len);
        const size_t before = mark == NULL ? text.len : mark->at - from;

        if (!r->options->cell)
            markdown_doubt_tabs(r, markdown_check_line(r, text.ptr));
        if (before > 0 && !r->options->cell)
            markdown_check_left(r, str_to(text, before));
        if (before > 0)
            take_text(r, MD_TEXT_NORMAL, str_to(text, before));
        if (mark == NULL)
            return;
        take_note(r, mark);
        text = str_from(text, before + mark->len);
        markdown_move_to(r, text.ptr);
    }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE size,
                   void *user)
{
    struct markdown *r = user;
    const struct str text = {ptr, size};

    markdown_links_words(&r->links, text);
    if (type == MD_TEXT_HTML) {
        markdown_move_to(r, ptr);
        if (r->html.len == 0)
            r->html_at = r->prose.at;
        buf_str(&r->html, markdown_as_written(r, text));
        markdown_move_to(r, ptr + size);
        return 0;
    }
    markdown_end_html(r);
    if (r->skipping > 0) {
        markdown_move_to(r, ptr);
        markdown_refuse_now(r);
        markdown_move_to(r, ptr + size);
        return 0;
    }
    if (r->image.depth > 0) {
        markdown_add_alternative(r, type, text);
        return 0;
    }
    if (r->listing != NULL) {
        markdown_add_code(r, text);
        return 0;
    }
    markdown_expect_no_image(r);
    if (type == MD_TEXT_NORMAL && is_address(r, ptr))
        take_text(r, MD_TEXT_CODE, text);
    else if (type == MD_TEXT_NORMAL)
        take_marked(r, text);
    else
        take_text(r, type, text);
    return prose_stopped(&r->prose);
}

static void parse(struct markdown *r)
{
    const MD_PARSER parser = {
        /* No text is lost because somebody indented it. */
        .flags = MD_FLAG_NOINDENTEDCODEBLOCKS | (r->options->cell ? 0 : GITHUB),
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };

    if (r->input.len > 0 && arena_status(r->prose.arena) == ST_OK &&
        md_parse(r->input.ptr, (MD_SIZE)r->input.len, &parser, r) == -1)
        arena_fail(r->prose.arena, ST_NOMEM);
}

/* The words of a note are parsed where its mark stands; marks in them are
   none: so this goes no deeper. */
static void take_note(struct markdown *r, const struct markdown_mark *mark)
{
    const struct place at = r->prose.at;
    const struct str input = r->input;
    const char *written = r->written;
    const char *checked = r->checked;
    const char *seen;

    if (mark->note == NULL || mark->note->marked) {
        finding(r->prose.findings, FINDING_BAD_ELEMENT,
                markdown_place_ahead(r, input.ptr + mark->at),
                mark->note == NULL ? "the note [^%.*s] has no words"
                                   : "the note [^%.*s] is marked twice",
                STR_ARG(mark->label));
        finding_hint(r->prose.findings,
                     "a line `[^%.*s]: ...` has the words of one mark",
                     STR_ARG(mark->label));
        return;
    }
    mark->note->marked = true;
    markdown_move_to(r, input.ptr + mark->at);
    markdown_end_line(r);
    if (!prose_note_open(&r->prose))
        return;
    r->in_note = true;
    r->note_blocks = 0;
    seen = r->seen;
    r->input = mark->note->words;
    r->written = r->input.ptr;
    r->checked = NULL;
    r->ahead = NULL;
    r->seen = r->input.ptr;
    r->prose.at = mark->note->at;
    parse(r);
    prose_note_close(&r->prose);
    r->in_note = false;
    r->input = input;
    r->written = written;
    r->checked = checked;
    r->ahead = NULL;
    r->seen = seen;
    r->prose.at = at;
}

/* The text, which begins at AT, was read to its end. */
static void refuse_unused_links(struct markdown *r, struct place at)
{
    size_t from = 0;

    r->seen = r->input.ptr;
    r->prose.at = at;
    for (;;) {
        const struct str label = markdown_links_unused(&r->links, &from);

        if (label.len == 0)
            return;
        markdown_move_to(r, label.ptr);
        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
                "no link uses `%.*s:`, so its line would not be printed",
                STR_ARG(label));
        finding_hint(r->prose.findings,
                     "where these are words, write \\[ for the [; else take "
                     "the line out");
    }
}

struct doc_node *prose_from_markdown(struct arena *arena, struct str text,
                                     struct place at,
                                     const struct prose_options *options,
                                     struct findings *findings)
{
    struct markdown r = {
        .options = options, .input = text, .written = text.ptr};

    prose_begin(&r.prose, arena, options->wording, findings, at);
    buf_init(&r.html, SIZE_MAX);
    buf_init(&r.image.alt, SIZE_MAX);
    buf_init(&r.code, SIZE_MAX);
    if (!options->cell)
        r.input = markdown_notes_find(&r.notes, arena, text, at, findings);
    r.seen = r.input.ptr;
    r.links = markdown_links_find(arena, r.input);
    if (text.len > UINT_MAX)
        arena_fail(arena, ST_LIMIT);
    else
        parse(&r);
    if (!prose_stopped(&r.prose)) {
        markdown_notes_end(&r.notes, findings);
        refuse_unused_links(&r, at);
    }
    buf_free(&r.code);
    buf_free(&r.image.alt);
    buf_free(&r.html);
    return prose_end(&r.prose);
}
