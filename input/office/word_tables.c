#include "core/base/ascii.h"
#include "input/office/word_reading.h"

#define WIDE 284 /* twentieths of a point: 5 mm */

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
    r->table.before = 0;
    r->table.width_said = false;
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

/* A row that begins under another column than the first. What Word leaves out
   for less than WIDE is the hand that drew its lines. */
static bool begins_elsewhere(const struct word_table *t)
{
    const uint32_t before = t->width_said && t->width < WIDE ? 0 : t->before;

    return before != t->first_before;
}

static void end_row(struct word_reading *r)
{
    (void)word_piece_add(r, WORD_ROW_END);
    r->table.rows++;
    if (r->table.rows == 1) {
        r->table.columns = r->table.cells;
        r->table.first_before = 0;
        if (begins_elsewhere(&r->table))
            r->table.first_before = r->table.before;
    } else if (begins_elsewhere(&r->table) && !r->table.merged) {
        table_fault(r, "a row that begins under another column than the first",
                    "give each row of the table a cell in each column");
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

static void say_one_row(struct word_reading *r)
{
    finding(r->t->findings, FINDING_DOUBTFUL,
            (struct place){r->t->source, r->table.first, 1},
            "a table of one row is printed as a head with nothing below it");
    finding_hint(r->t->findings,
                 "write it as words, or put a row of headings above it");
}

static void end_table(struct word_reading *r)
{
    if (r->table.rows == 1 && r->table.columns == 1)
        table_fault(r, "a table of one cell",
                    "a box is no table: use a "
                    "quotation, or a paragraph");
    set_count(r, r->table.piece, r->table.bad ? 0 : r->table.columns);
    if (!r->table.bad && r->table.rows == 1)
        say_one_row(r);
    else if (!r->table.bad && !r->table.headed)
        say_head_taken(r);
    (void)word_piece_add(r, WORD_TABLE_END);
    r->table.open = false;
}

/* w:firstRow="1", or the bit of it in the older w:val="04A0". */
static bool looks_headed(const struct part_tag *tag)
{
    const struct str first = part_value(tag, "firstRow");
    const struct str all = part_value(tag, "val");
    const int digit = all.len == 4 ? hex_digit(all.ptr[2]) : 0;

    if (first.ptr != NULL)
        return word_toggle_of(first) == TOGGLE_ON;
    return digit > 0 && ((unsigned)digit & 2U) != 0;
}

/* Of a table's properties: what may lie behind the words of its cells, and
   whether its first row is drawn as a head. */
void word_table_see(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (!r->table.open || r->table.rows > 0)
        return;
    if (part_is(tag, "tblLook"))
        r->table.styled = looks_headed(tag);
    if ((part_is(tag, "tblCaption") || part_is(tag, "tblDescription")) &&
        str_trim(value).len > 0) {
        finding(r->t->findings, FINDING_LEFT_OUT,
                (struct place){r->t->source, r->table.first, 1},
                "the alternative text of a table is left out");
        finding_hint(r->t->findings, "what it says is for everybody: write it "
                                     "above the table");
    }
    if (part_is(tag, "shd") ||
        (part_is(tag, "tblStyle") &&
         word_style_of(r->t->styles, value).ground != COLOUR_UNSAID))
        r->table.ground = COLOUR_UNKNOWN;
}

static void see_span(struct word_reading *r, const struct part_tag *tag)
{
    if (part_is(tag, "gridSpan") && str_is(part_value(tag, "val"), "1"))
        return;
    r->table.merged = true;
    table_fault(r, "merged cells in a table of words",
                "split them, or make the table data");
}

bool word_table_start(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");
    const bool on = word_toggle_of(value) == TOGGLE_ON;

    if (part_is(tag, "tbl")) {
        begin_table(r);
    } else if (part_is(tag, "tr")) {
        begin_row(r);
    } else if (part_is(tag, "tc")) {
        begin_cell(r);
    } else if (part_is(tag, "shd") && r->table.open && !r->in_paragraph) {
        r->table.cell_ground = word_colour(tag);
    } else if (part_is(tag, "hidden")) {
        r->table.row_hidden = on;
    } else if (part_is(tag, "tblHeader")) {
        if (on)
            begin_head_row(r);
    } else if (part_is(tag, "gridBefore")) {
        r->table.before = word_number_of(value);
    } else if (part_is(tag, "wBefore")) {
        r->table.width_said = str_is(part_value(tag, "type"), "dxa");
        r->table.width = word_number_of(part_value(tag, "w"));
    } else if (part_is(tag, "vMerge") || part_is(tag, "hMerge") ||
               part_is(tag, "gridSpan")) {
        see_span(r, tag);
    } else {
        return false;
    }
    return true;
}

bool word_table_end(struct word_reading *r, const char *name)
{
    if (part_name_is(name, "tc"))
        end_cell(r);
    else if (part_name_is(name, "tr"))
        end_row(r);
    else if (part_name_is(name, "tbl"))
        end_table(r);
    else
        return false;
    return true;
}
