#include "core/base/ascii.h"
#include "input/office/word_parts.h"
#include "input/office/word_reading.h"

#include <string.h>

/* What is left out with all that stands in it, and why; and what its words
   would have been: nothing but a fault, or nothing at all. */
static const struct {
    const char *name;
    const char *fault; /* NULL: it shows nothing */
    const char *hint;
} left_out[] = {
    {"ins", "a tracked change: inserted words", WORD_ACCEPT},
    {"del", "a tracked change: deleted words", WORD_ACCEPT},
    {"moveFrom", "a tracked change: moved words", WORD_ACCEPT},
    {"moveTo", "a tracked change: moved words", WORD_ACCEPT},
    {"rPrChange", "a tracked change of how words look", WORD_ACCEPT},
    {"pPrChange", "a tracked change of how a paragraph looks", WORD_ACCEPT},
    {"tblPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"trPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"tcPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"tblGridChange", "a tracked change of a table", WORD_ACCEPT},
    {"tblPrExChange", "a tracked change of a table", WORD_ACCEPT},
    {"sectPrChange", "a tracked change of the page", WORD_ACCEPT},
    {"numberingChange", "a tracked change of a number", WORD_ACCEPT},
    {"cellIns", "a tracked change of a table", WORD_ACCEPT},
    {"cellDel", "a tracked change of a table", WORD_ACCEPT},
    {"cellMerge", "a tracked change of a table", WORD_ACCEPT},
    {"commentRangeStart", "a comment", WORD_COMMENT},
    {"commentReference", "a comment", WORD_COMMENT},
    {"dayShort", "a day that changes by itself", WORD_WRITE_DAY},
    {"dayLong", "a day that changes by itself", WORD_WRITE_DAY},
    {"monthShort", "a month that changes by itself", WORD_WRITE_DAY},
    {"monthLong", "a month that changes by itself", WORD_WRITE_DAY},
    {"yearShort", "a year that changes by itself", WORD_WRITE_DAY},
    {"yearLong", "a year that changes by itself", WORD_WRITE_DAY},
    {"pgNum", "a number of Word's pages", "refer to a heading, by {{ref(id)}}"},
    {"Fallback", NULL, NULL}, /* what Choice says, once more */
    {"sectPr", NULL, NULL},
    {"tblPr", NULL, NULL},
};

static const struct {
    const char *name;
    const char *fault;
    const char *hint;
} refused[] = {
    {"txbxContent", "a text box", "put its words into the text"},
    {"object", "an embedded object", "say in words what it shows"},
    {"altChunk", "another document that is included", "paste its words"},
    {"oMath", "an equation", "write it as words, or as a picture"},
    {"oMathPara", "an equation", "write it as words, or as a picture"},
    {"ruby", "words with a gloss", "write the gloss in brackets"},
    {"subDoc", "another document that is included", "paste its words"},
    {"framePr", "a frame", "put its words into the text"},
};

/* --- paragraphs --- */

static void begin_paragraph(struct word_reading *r)
{
    const struct word_style s =
        word_style_of(r->t->styles, r->t->styles->paragraph);

    if (r->t->paragraphs > 0)
        buf_char(&r->t->lines, '\n');
    r->t->paragraphs++;
    r->column = 1;
    r->paragraph = (struct word_paragraph){.style = s,
                                           .list = s.list,
                                           .level = s.list_level,
                                           .outline = s.outline,
                                           .ground = COLOUR_UNSAID,
                                           .all_bold = true,
                                           .all_marked = true};
    r->piece = SIZE_MAX;
    r->in_paragraph = true;
    r->expression = (struct word_expression){0};
}

static void set_style(struct word_reading *r, struct str id)
{
    const struct word_style s = word_style_of(r->t->styles, id);

    r->paragraph.style = s;
    r->paragraph.list = s.list;
    r->paragraph.level = s.list_level;
    r->paragraph.outline = s.outline;
}

/* Word counts an item without words, which is not printed. */
static bool is_numbered(const struct word_reading *r)
{
    const struct word_list *list =
        word_list_of(r->t->styles, r->paragraph.list);
    const struct word_abstract_list *a =
        list == NULL ? NULL : word_abstract_of(r->t->styles, list);

    return a != NULL && r->paragraph.level < WORD_LEVELS &&
           a->numbered[r->paragraph.level];
}

static void close_paragraph(struct word_reading *r)
{
    struct word_piece *pieces;

    if (r->piece == SIZE_MAX) {
        if (r->paragraph.outline < WORD_NO_LEVEL && !r->in_contents)
            word_fault(r, FINDING_BAD_ELEMENT, "an empty heading",
                       "take the line out, or give it words");
        else if (is_numbered(r) && !r->paragraph.has_words)
            word_fault(r, FINDING_BAD_ELEMENT,
                       "an item of a numbered list has no words",
                       "write them, or take the item out");
        return;
    }
    (void)word_piece_add(r, WORD_PARAGRAPH_END);
    pieces = r->t->pieces.items;
    pieces[r->piece].all_bold = r->paragraph.all_bold && r->paragraph.has_words;
    pieces[r->piece].all_marked =
        r->paragraph.all_marked && r->paragraph.has_words;
    pieces[r->piece].pen = r->paragraph.pen;
    pieces[r->piece].tabbed = r->paragraph.tabbed;
    r->piece = SIZE_MAX;
}

static void end_paragraph(struct word_reading *r)
{
    close_paragraph(r);
    r->in_paragraph = false;
}

static void page_break(struct word_reading *r)
{
    close_paragraph(r);
    buf_char(&r->t->lines, ' ');
    r->column++;
}

/* --- tables --- */

static void table_fault(struct word_reading *r, const char *what,
                        const char *hint)
{
    if (r->table.bad)
        return; /* once a table */
    finding(r->t->findings, FINDING_BAD_ELEMENT,
            (struct place){r->t->source, r->table.first, 1}, "%s", what);
    finding_hint(r->t->findings, "%s", hint);
    r->table.bad = true;
}

static void begin_table(struct word_reading *r)
{
    r->table = (struct word_table){.open = true,
                                   .first = r->t->paragraphs + 1,
                                   .ground = COLOUR_UNSAID,
                                   .piece = r->t->pieces.count};
    (void)word_piece_add(r, WORD_TABLE);
}

static void begin_row(struct word_reading *r)
{
    r->table.cells = 0;
    r->table.row_hidden = false;
    r->table.row = r->t->pieces.count;
    (void)word_piece_add(r, WORD_ROW);
}

/* Says COUNT of the piece AT, where memory lasted for it. */
static void set_count(struct word_reading *r, size_t at, uint32_t count)
{
    struct word_piece *pieces = r->t->pieces.items;

    if (at < r->t->pieces.count)
        pieces[at].count = count;
}

/* A head of several rows is those from the first on. */
static void begin_head_row(struct word_reading *r)
{
    if (r->table.heads != r->table.rows)
        return;
    r->table.headed = true;
    r->table.heads++;
    set_count(r, r->table.row, 1);
}

static void begin_cell(struct word_reading *r)
{
    r->table.cells++;
    r->table.cell_paragraphs = 0;
    r->table.cell_ground = COLOUR_UNSAID;
    r->table.cell = r->t->pieces.count;
    (void)word_piece_add(r, WORD_CELL);
}

static void end_cell(struct word_reading *r)
{
    set_count(r, r->table.cell, r->table.cell_paragraphs);
    (void)word_piece_add(r, WORD_CELL_END);
}

static void end_row(struct word_reading *r)
{
    (void)word_piece_add(r, WORD_ROW_END);
    r->table.rows++;
    if (r->table.rows == 1) {
        r->table.columns = r->table.cells;
    } else if (r->table.cells != r->table.columns && !r->table.merged) {
        table_fault(r, "a row with more or fewer cells than the first",
                    "give each row of the table as many");
    }
}

/* What Word draws as a head may be one by the settings of every new table; what
   nothing makes a head may be a row like the others. */
static void say_head_taken(struct word_reading *r)
{
    finding(r->t->findings,
            r->table.styled ? FINDING_ASSUMED : FINDING_DOUBTFUL,
            (struct place){r->t->source, r->table.first, 1},
            "the first row of the table was taken for its head, which Word "
            "does not say");
    if (!r->table.styled)
        finding_hint(r->t->findings,
                     "repeat it as a header row in Word, or put a row of "
                     "headings above it");
}

static void end_table(struct word_reading *r)
{
    if (r->table.rows == 1 && r->table.columns == 1)
        table_fault(r, "a table of one cell",
                    "a box is no table: use a "
                    "quotation, or a paragraph");
    set_count(r, r->table.piece, r->table.bad ? 0 : r->table.columns);
    if (!r->table.bad && !r->table.headed)
        say_head_taken(r);
    (void)word_piece_add(r, WORD_TABLE_END);
    r->table.open = false;
}

/* --- what begins and ends --- */

/* Whether TAG and all in it is passed over. */
static bool passes_over(struct word_reading *r, const struct part_tag *tag)
{
    for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++) {
        if (!part_is(tag, left_out[i].name))
            continue;
        if (left_out[i].fault != NULL)
            word_fault(r, FINDING_WORD_LEFTOVER, left_out[i].fault,
                       left_out[i].hint);
        /* What Word marks as a point has nothing in it. */
        r->uncounted = part_is(tag, "Fallback");
        return true;
    }
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        if (!part_is(tag, refused[i].name))
            continue;
        word_fault(r, FINDING_BAD_ELEMENT, refused[i].fault, refused[i].hint);
        r->uncounted = part_is(tag, "txbxContent");
        r->drawing.boxed = true;
        return true;
    }
    if (part_is(tag, "tbl") && r->table.open) {
        finding(r->t->findings, FINDING_BAD_ELEMENT,
                (struct place){r->t->source, r->t->paragraphs, 1},
                "a table in a table");
        finding_hint(r->t->findings, "make two tables of it");
        r->table.bad = true;
        return true;
    }
    return false;
}

static void start_properties(struct word_reading *r, const struct part_tag *tag)
{
    r->in_properties = true;
    r->properties_depth = tag->depth;
}

/* w:firstRow="1", or the bit of it in the older w:val="04A0". */
static bool looks_headed(const struct part_tag *tag)
{
    const struct str first = part_value(tag, "firstRow");
    const struct str all = part_value(tag, "val");
    const char digit = all.len == 4 ? all.ptr[2] : '0';

    if (first.ptr != NULL)
        return word_toggle_of(first) == TOGGLE_ON;
    return ((unsigned)(is_digit(digit) ? digit - '0'
                                       : (digit | 0x20) - 'a' + 10) &
            2U) != 0;
}

/* Of a table's properties: what may lie behind the words of its cells, and
   whether its first row is drawn as a head. */
static void see_table(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (!r->table.open || r->table.rows > 0)
        return;
    if (part_is(tag, "tblLook"))
        r->table.styled = looks_headed(tag);
    if (part_is(tag, "shd") ||
        (part_is(tag, "tblStyle") &&
         word_style_of(r->t->styles, value).ground != COLOUR_UNSAID))
        r->table.ground = COLOUR_UNKNOWN;
}

static void start_block(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "p"))
        begin_paragraph(r);
    else if (part_is(tag, "pPr"))
        start_properties(r, tag);
    else if (part_is(tag, "background"))
        r->page_ground = COLOUR_UNKNOWN;
    else if (part_is(tag, "shd") && r->table.open && !r->in_paragraph)
        r->table.cell_ground = word_colour(tag);
    else if (part_is(tag, "tbl"))
        begin_table(r);
    else if (part_is(tag, "tr"))
        begin_row(r);
    else if (part_is(tag, "tc"))
        begin_cell(r);
    else if (part_is(tag, "hidden"))
        r->table.row_hidden = word_toggle_of(value) == TOGGLE_ON;
    else if (part_is(tag, "tblHeader"))
        begin_head_row(r);
    else if (part_is(tag, "vMerge") ||
             (part_is(tag, "gridSpan") && !str_is(value, "1"))) {
        r->table.merged = true;
        table_fault(r, "merged cells in a table of words",
                    "split them, or make the table data");
    } else if (part_is(tag, "showingPlcHdr")) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a content control that nobody filled in",
                   "fill it in, or take it out");
    } else if (part_is(tag, "footnote") || part_is(tag, "endnote")) {
        word_note_begin(r, tag);
    }
}

static void start_property(struct word_reading *r, const struct part_tag *tag)
{
    struct word_paragraph *p = &r->paragraph;
    struct arena *arena = r->t->arena;
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "pStyle"))
        set_style(r, value);
    else if (part_is(tag, "shd") && tag->depth == r->properties_depth + 1)
        p->ground = word_colour(tag);
    else if (part_is(tag, "numId"))
        p->list = arena_str(arena, value);
    else if (part_is(tag, "ilvl"))
        p->level = value.len == 1 && value.ptr[0] < '9'
                       ? (uint8_t)(value.ptr[0] - '0')
                       : 0;
    else if (part_is(tag, "outlineLvl"))
        p->outline =
            value.len == 1 ? (uint8_t)(value.ptr[0] - '0') % 10 : WORD_NO_LEVEL;
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct word_reading *r = user;

    (void)part;
    if (r->skip > 0) {
        r->skip++;
        see_table(r, tag);
        if (part_is(tag, "p") && !r->uncounted) {
            begin_paragraph(r);
            r->in_paragraph = false;
        }
        return;
    }
    if (passes_over(r, tag)) {
        r->skip = 1;
        return;
    }
    start_block(r, tag);
    if (r->in_properties)
        start_property(r, tag);
    else if (r->in_paragraph)
        word_run_start(r, tag);
}

static void on_end(void *user, struct part_reading *part, const char *name)
{
    struct word_reading *r = user;

    (void)part;
    if (r->skip > 0) {
        r->skip--;
        return;
    }
    if (part_name_is(name, "pPr"))
        r->in_properties = false;
    else if (part_name_is(name, "p"))
        end_paragraph(r);
    else if (part_name_is(name, "tc"))
        end_cell(r);
    else if (part_name_is(name, "tr"))
        end_row(r);
    else if (part_name_is(name, "tbl"))
        end_table(r);
    else if (part_name_is(name, "footnote") || part_name_is(name, "endnote"))
        word_note_end(r);
    else if (r->in_paragraph && !r->in_properties)
        word_run_end(r, name);
    if (r->breaks_page)
        page_break(r);
    r->breaks_page = false;
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct word_reading *r = user;

    (void)part;
    if (r->skip == 0)
        word_run_text(r, text);
}

enum status word_text_read(struct word_text *t, struct str name)
{
    static const struct part_handler handler = {on_start, on_end, on_text};
    struct word_reading r = {
        .t = t, .piece = SIZE_MAX, .page_ground = COLOUR_UNSAID};
    enum status st = part_read(t->package, name, &handler, &r);

    st = status_worst(st, buf_status(&t->words));
    st = status_worst(st, buf_status(&t->lines));
    buf_free(&r.field);
    return status_worst(st, arena_status(t->arena));
}
