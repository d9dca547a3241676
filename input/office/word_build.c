#include "input/office/word_build.h"
#include "core/base/utf8.h"
#include "input/office/word_building.h"
#include "input/office/word_lists.h"
#include "input/office/word_table_head.h"

static const struct word_piece *piece_at(const struct word_text *t, size_t i)
{
    return (const struct word_piece *)t->pieces.items + i;
}

static void move_to(struct word_building *x, const struct word_piece *p)
{
    x->b.at = (struct place){x->text->source, p->paragraph, p->column};
}

static struct str words_of(const struct word_text *t,
                           const struct word_piece *p)
{
    return str_to(str_from(buf_view(&t->words), p->start), p->len);
}

struct str word_paragraph_words(struct arena *arena, const struct word_text *t,
                                size_t at)
{
    struct buf all;
    struct str made;

    buf_init(&all, arena->limit);
    for (size_t i = at + 1;
         i < t->pieces.count && piece_at(t, i)->kind != WORD_PARAGRAPH_END;
         i++) {
        const struct word_piece *p = piece_at(t, i);

        if (p->kind == WORD_TEXT)
            buf_str(&all, words_of(t, p));
        else if (p->kind == WORD_BREAK)
            buf_char(&all, ' ');
    }
    if (buf_status(&all) != ST_OK)
        arena_fail(arena, buf_status(&all));
    made = arena_str(arena, str_trim(buf_view(&all)));
    buf_free(&all);
    return made;
}

/* --- what stands in a line --- */

/* `{{ref(costs)}}` is a reference, as <ref to="costs"/> is in XML: Word has no
   other that would outlive the next save. */
static bool cut_word_reference(struct str *text, struct str *before,
                               struct str *id)
{
    static const struct str opening = STR_INIT("{{");
    static const struct str closing = STR_INIT("}}");
    static const struct str name = STR_INIT("ref(");
    size_t from = 0;

    while (from < text->len) {
        const size_t begin = from + str_find(str_from(*text, from), opening);
        const struct str inner = str_from(*text, begin + opening.len);
        const size_t len = str_find(inner, closing);
        struct str call = str_trim(str_to(inner, len));

        if (begin >= text->len || len == inner.len)
            return false;
        if (str_starts(call, name) && str_ends(call, STR_LIT(")"))) {
            call = str_from(call, name.len);
            *id = str_trim(str_to(call, call.len - 1));
            *before = str_to(*text, begin);
            *text = str_from(inner, len + closing.len);
            return true;
        }
        from = begin + opening.len + len + closing.len;
    }
    return false;
}

static void put_words(struct word_building *x, struct str text)
{
    struct str before;
    struct str id;

    while (cut_word_reference(&text, &before, &id)) {
        struct doc_node *n;

        prose_text(&x->b, before);
        n = prose_open(&x->b, DOC_REFERENCE);
        if (n != NULL)
            n->u.target = arena_cstr(x->b.arena, id);
        prose_close(&x->b);
    }
    prose_text(&x->b, text);
}

static void put_text(struct word_building *x, const struct word_piece *p)
{
    struct str text = words_of(x->text, p);
    struct doc_node *span = NULL;
    size_t opened = 0;

    if (x->fresh) {
        while (text.len > 0 && utf8_is_space((unsigned char)text.ptr[0]))
            text = str_from(text, 1);
    }
    if (text.len == 0)
        return;
    x->fresh = false;
    if (p->look.lang.len > 0 && !str_eq(p->look.lang, x->lang)) {
        span = prose_open(&x->b, DOC_SPAN);
        if (span != NULL)
            span->lang = arena_cstr(x->b.arena, p->look.lang);
        opened++;
    }
    if (p->look.bold && ++opened > 0)
        (void)prose_open(&x->b, DOC_STRONG);
    if (p->look.italic && ++opened > 0)
        (void)prose_open(&x->b, DOC_EMPHASIS);
    put_words(x, text);
    for (; opened > 0; opened--)
        prose_close(&x->b);
}

static void open_link(struct word_building *x, const struct word_piece *p)
{
    struct doc_node *n;

    if (x->in_link)
        return;
    n = prose_open(&x->b, DOC_LINK);
    x->in_link = n != NULL;
    if (n != NULL)
        n->u.target = arena_cstr(x->b.arena, p->target);
}

static void close_link(struct word_building *x)
{
    if (x->in_link)
        prose_close(&x->b);
    x->in_link = false;
}

/* What stands in a line, but for notes: there is none in a note. */
static void put_simple(struct word_building *x, const struct word_piece *p)
{
    switch (p->kind) {
    case WORD_TEXT: put_text(x, p); break;
    case WORD_BREAK:
        if (!x->fresh)
            (void)prose_leaf(&x->b, DOC_BREAK);
        break;
    case WORD_LINK: open_link(x, p); break;
    case WORD_LINK_END: close_link(x); break;
    default: break;
    }
}

static const struct word_note *note_called(const struct word_text *t,
                                           struct str id)
{
    const struct word_note *notes = t->notes.items;

    for (size_t i = 0; i < t->notes.count; i++) {
        if (str_eq(notes[i].id, id))
            return &notes[i];
    }
    return NULL;
}

static void put_note_words(struct word_building *x,
                           const struct word_note *note)
{
    unsigned paragraphs = 0;

    for (size_t i = note->from; i < note->to; i++) {
        const struct word_piece *p = piece_at(x->text, i);

        move_to(x, p);
        if (p->kind == WORD_PARAGRAPH && ++paragraphs == 2) {
            finding(x->b.findings, FINDING_BAD_ELEMENT, x->b.at,
                    "a note is one paragraph");
            finding_hint(x->b.findings, "move what is more into the text");
        } else if (p->kind == WORD_TABLE || p->kind == WORD_PICTURE) {
            finding(x->b.findings, FINDING_BAD_ELEMENT, x->b.at,
                    "a note is words alone");
            finding_hint(x->b.findings, "move what is more into the text");
        }
        put_simple(x, p);
    }
}

static void put_note(struct word_building *x, const struct word_piece *mark)
{
    const struct word_text *document = x->text;
    const struct word_text *notes =
        mark->endnote ? &x->file->endnotes : &x->file->footnotes;
    const struct word_note *note = note_called(notes, mark->target);
    const struct place at = x->b.at;

    if (note == NULL) {
        finding(x->b.findings, FINDING_MISSING, at, "a note has no words");
        return;
    }
    if (!prose_note_open(&x->b))
        return;
    x->text = notes;
    x->fresh = true;
    put_note_words(x, note);
    close_link(x);
    x->text = document;
    x->b.at = at;
    x->fresh = false;
    prose_note_close(&x->b);
}

/* --- paragraphs --- */

struct contents {
    size_t end;      /* its last piece */
    struct str lang; /* of all its words; empty: of the report, or several */
    bool words;
    unsigned pictures;
};

static struct contents look_into(const struct word_text *t, size_t at)
{
    struct contents c = {.end = at + 1};
    bool several = false;

    for (; c.end < t->pieces.count; c.end++) {
        const struct word_piece *p = piece_at(t, c.end);

        if (p->kind == WORD_PARAGRAPH_END)
            break;
        c.pictures += p->kind == WORD_PICTURE;
        if (p->kind == WORD_TEXT) {
            several = several || (c.words && !str_eq(c.lang, p->look.lang));
            c.lang = p->look.lang;
        }
        c.words = c.words || p->kind == WORD_NOTE ||
                  (p->kind == WORD_TEXT && str_trim(words_of(t, p)).len > 0);
    }
    if (several)
        c.lang = (struct str){NULL, 0};
    return c;
}

/* The blocks around the line: how many are to be closed behind it. */
static int open_block(struct word_building *x, const struct word_piece *p)
{
    struct doc_node *n;

    if (x->in_table) {
        if (x->cell_has_blocks)
            (void)prose_open(&x->b, DOC_PARAGRAPH);
        return x->cell_has_blocks ? 1 : 0;
    }
    if (p->outline < WORD_NO_LEVEL) {
        word_lists_close(x, 0);
        word_number_pass(x->file, p);
        n = prose_open(&x->b, DOC_HEADING);
        if (n != NULL) {
            n->level =
                (uint8_t)(p->outline < x->base ? 1 : p->outline - x->base + 1);
            n->keep_next = true;
        }
        return 1;
    }
    if (word_is_item(x->file, p)) {
        word_item_open(x, p);
        return 0; /* it stays open for lists in it */
    }
    word_lists_close(x, 0);
    if (p->list.len > 0)
        word_number_pass(x->file, p);
    if (word_is_quote(p)) {
        (void)prose_open(&x->b, DOC_QUOTE);
        (void)prose_open(&x->b, DOC_PARAGRAPH);
        return 2;
    }
    (void)prose_open(&x->b, DOC_PARAGRAPH);
    return 1;
}

static void put_line(struct word_building *x, size_t at, size_t end)
{
    x->fresh = true;
    for (size_t i = at + 1; i < end; i++) {
        const struct word_piece *p = piece_at(x->text, i);

        move_to(x, p);
        if (p->kind == WORD_NOTE)
            put_note(x, p);
        else
            put_simple(x, p);
    }
    close_link(x);
}

/* The piece with which a paragraph ends that begins with piece AT. */
static size_t paragraph_end(const struct word_text *t, size_t at)
{
    while (at < t->pieces.count && piece_at(t, at)->kind != WORD_PARAGRAPH_END)
        at++;
    return at;
}

/* Whether a paragraph of the style Caption begins at AT, with words alone. */
static bool is_caption(const struct word_building *x, size_t at)
{
    const struct word_text *t = x->text;

    return at < x->end && piece_at(t, at)->kind == WORD_PARAGRAPH &&
           str_is(piece_at(t, at)->style, "caption") && !x->in_table &&
           look_into(t, at).pictures == 0 && look_into(t, at).words;
}

static bool is_followed(const struct word_text *t, size_t at, size_t end,
                        enum word_kind kind)
{
    for (at++; at < end; at++) {
        if (piece_at(t, at)->kind == kind)
            return true;
    }
    return false;
}

/* The paragraph at AT, in the table or picture that is open. */
static void put_caption(struct word_building *x, size_t at)
{
    const struct place before = x->b.at;
    struct doc_node *n;

    move_to(x, piece_at(x->text, at));
    n = prose_open(&x->b, DOC_CAPTION);
    if (n != NULL)
        n->keep_next = true;
    put_line(x, at, paragraph_end(x->text, at));
    prose_close(&x->b);
    x->b.at = before;
}

/* Returns the last piece that was taken. */
static size_t put_pictures(struct word_building *x, size_t at, size_t end)
{
    size_t below = end;

    word_lists_close(x, 0);
    for (size_t i = at + 1; i < end; i++) {
        const struct word_piece *p = piece_at(x->text, i);

        move_to(x, p);
        if (p->kind != WORD_PICTURE || !word_picture_open(x, p))
            continue;
        if (!is_followed(x->text, i, end, WORD_PICTURE) &&
            is_caption(x, end + 1)) {
            if (x->loose > 0 && x->loose + 1 == at)
                word_doubt_caption(x,
                                   "of a caption above this picture and one "
                                   "below, that below was taken for its own");
            put_caption(x, end + 1);
            below = paragraph_end(x->text, end + 1);
        }
        prose_close(&x->b);
    }
    return below;
}

/* Returns its last piece. */
static size_t put_paragraph(struct word_building *x, size_t at)
{
    const struct word_piece *p = piece_at(x->text, at);
    const struct contents c = look_into(x->text, at);
    size_t last = c.end;
    int opened;

    move_to(x, p);
    if (c.pictures > 0 && (c.words || x->in_table)) {
        finding(x->b.findings, FINDING_BAD_ELEMENT, x->b.at,
                "a picture in a line of words");
        finding_hint(x->b.findings, "give it a paragraph of its own");
    } else if (c.pictures > 0) {
        last = put_pictures(x, at, c.end);
    }
    if (!c.words)
        return last;
    if (x->in_table &&
        (word_is_item(x->file, p) || word_is_numbered_text(x->file, p))) {
        finding(x->b.findings, FINDING_BAD_ELEMENT, x->b.at,
                "a list in a table of words");
        finding_hint(x->b.findings, "write it as a line, or below the table");
    }
    if (is_caption(x, at))
        x->loose = c.end;
    word_doubts(x, p, word_paragraph_words(x->b.arena, x->text, at));
    opened = open_block(x, p);
    x->lang = c.lang;
    if (c.lang.len > 0 && x->b.top != NULL)
        x->b.top->lang = arena_cstr(x->b.arena, c.lang);
    put_line(x, at, c.end);
    x->lang = (struct str){NULL, 0};
    for (; opened > 0; opened--)
        prose_close(&x->b);
    return c.end;
}

/* --- tables --- */

static size_t table_end(const struct word_text *t, size_t at)
{
    while (at < t->pieces.count && piece_at(t, at)->kind != WORD_TABLE_END)
        at++;
    return at;
}

/* Returns the last piece that was taken. */
static size_t begin_table(struct word_building *x, size_t at)
{
    const struct word_piece *p = piece_at(x->text, at);

    word_lists_close(x, 0);
    move_to(x, piece_at(x->text, at + 1));
    /* A table that was found to be none is not built. */
    if (p->count == 0 || !prose_table_begin(&x->table, &x->b, p->count))
        return table_end(x->text, at);
    x->in_table = true;
    x->captioned = x->caption != SIZE_MAX;
    if (x->captioned) {
        put_caption(x, x->caption);
        x->caption = SIZE_MAX;
    }
    return word_table_head(x->text, at, &x->table.head_rows);
}

/* Whether a table that is built follows the paragraph at AT. */
static bool is_before_table(const struct word_building *x, size_t at)
{
    const size_t next = paragraph_end(x->text, at) + 1;

    return next < x->end && piece_at(x->text, next)->kind == WORD_TABLE &&
           piece_at(x->text, next)->count > 0;
}

static void put_table_part(struct word_building *x, const struct word_piece *p)
{
    switch (p->kind) {
    case WORD_ROW: prose_table_row(&x->table, &x->b); break;
    case WORD_CELL:
        prose_table_cell(&x->table, &x->b, ALIGN_START);
        x->cell_has_blocks = p->count > 1;
        break;
    case WORD_CELL_END:
    case WORD_ROW_END: prose_close(&x->b); break;
    case WORD_TABLE_END:
        prose_table_end(&x->table, &x->b);
        x->in_table = false;
        break;
    default: break;
    }
}

const struct doc_node *word_build(struct word_file *f, size_t from, size_t to,
                                  uint8_t base)
{
    struct word_building x = {.file = f,
                              .text = &f->document,
                              .base = base,
                              .end = to,
                              .caption = SIZE_MAX};

    prose_begin(&x.b, f->arena, f->options->wording, f->findings,
                (struct place){f->document.source, 0, 0});
    for (size_t i = from; i < to && !prose_stopped(&x.b); i++) {
        const struct word_piece *p = piece_at(x.text, i);

        if (is_caption(&x, i) && is_before_table(&x, i)) {
            move_to(&x, p);
            if (i > from && !x.captioned &&
                piece_at(x.text, i - 1)->kind == WORD_TABLE_END)
                word_doubt_caption(&x, "a caption between two tables was taken "
                                       "for that of the second");
            x.caption = i;
            i = paragraph_end(x.text, i);
        } else if (p->kind == WORD_PARAGRAPH)
            i = put_paragraph(&x, i);
        else if (p->kind == WORD_TABLE)
            i = begin_table(&x, i);
        else
            put_table_part(&x, p);
    }
    if (!prose_stopped(&x.b))
        word_lists_close(&x, 0);
    return prose_end(&x.b);
}
