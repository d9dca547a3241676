#include "input/office/sheet_faults.h"
#include "input/office/symbol_font.h"

#include <stdio.h>

#define FAULTS_SAID 3 /* of a kind and a column, cell by cell */
#define BELOW_SIZE 64

struct fault_words {
    enum finding_id id;
    const char *text;
    const char *hint;
};

static const struct fault_words faults[] = {
    [CELL_ERROR] = {FINDING_NO_VALUE, "this cell holds the error",
                    "mend it in the workbook, and save it"},
    [CELL_NO_VALUE] = {FINDING_NO_VALUE,
                       "the formula of this cell has no value: no program "
                       "worked it out",
                       "open the workbook in Excel or LibreOffice and save it"},
    [CELL_UNSHOWN] = {FINDING_NO_VALUE,
                      "the format of this cell does not show its value",
                      "if it may be seen, give the cell another format; "
                      "otherwise type what is shown"},
    [CELL_AMONG] = {FINDING_NO_VALUE,
                    "the format of this cell writes signs or words among the "
                    "digits of its number",
                    "type what is shown, or give the cell another format"},
    [CELL_TOO_LARGE] = {FINDING_BAD_FIGURE,
                        "the number is larger than can be kept exactly",
                        "correct it, or type it as text where it is a "
                        "reference"},
    [CELL_NO_DAY] = {FINDING_BAD_DATE, "the number stands for no day",
                     "type the date again"},
    [CELL_EARLY_DAY] = {FINDING_BAD_DATE,
                        "the number stands for a day before March 1900, about "
                        "which programs disagree",
                        "type the date again, as text where it is meant"},
    [CELL_STRUCK] = {FINDING_BAD_ELEMENT, "struck text",
                     "write what holds now"},
    [CELL_RAISED] = {FINDING_BAD_ELEMENT,
                     "a raised letter, which would read as one of the word or "
                     "figure",
                     "write the mark of a note as a figure (¹) or a sign (*), "
                     "and a letter that is meant on the line"},
    [CELL_LOWERED] = {FINDING_BAD_ELEMENT, "a lowered letter",
                      "write it on the line"},
    [CELL_SIGNS] = {FINDING_BAD_ELEMENT,
                    "a sign that one font alone has (Wingdings, Symbol)",
                    SYMBOL_FONT_HINT},
    [CELL_FAINT] = {FINDING_HIDDEN_CELLS,
                    "what stands in this cell has the colour of what is behind "
                    "it: nobody sees it",
                    "give it another colour, or delete it; or say in the data "
                    "element hidden=\"read\""},
    [CELL_UNDER_MERGE] = {FINDING_HIDDEN_CELLS,
                          "the cell holds something and is covered by a "
                          "merged one",
                          "take the merge off in the workbook, and delete "
                          "what nobody should read"},
    [CELL_NO_YEAR] = {FINDING_DOUBTFUL, "the format of this date shows no year",
                      "a year that was not typed is that of the typing; give "
                      "the cell a format with a year"},
    [CELL_OTHER_SIGN] = {FINDING_DOUBTFUL,
                         "the format of this cell gives its number the other "
                         "sign; it is read as it is shown",
                         "type the sign, and give the cell a format without "
                         "it"},
    [CELL_LOST_END] = {FINDING_DOUBTFUL,
                       "the number has more than 15 digits: its end is lost",
                       "type it as text where all digits count"},
    [CELL_UNSEEN_NIL] = {FINDING_DOUBTFUL,
                         "the format of this cell shows nothing for its 0, "
                         "which is read and printed",
                         "give it a format that shows the 0, or a dash; leave "
                         "the cell empty where there is no figure"},
    [CELL_UNRECKONED] = {FINDING_DOUBTFUL,
                         "the formula of this cell gives 0, as all of this "
                         "sheet do, and the workbook waits for being worked "
                         "out: no program may have done it",
                         "open the workbook in Excel or LibreOffice and save "
                         "it"},
    [CELL_MAY_HIDE] = {FINDING_DOUBTFUL,
                       "a conditional format hides what stands in this cell at "
                       "times; it is read",
                       "look whether it is seen there, and leave out of the "
                       "workbook what nobody should read"},
    [CELL_LINKED] = {FINDING_NOT_USED,
                     "the address that this cell is a link to is not printed",
                     "name it in the words of the cell where readers need it, "
                     "or take the link away"},
    [CELL_COLOURED] = {FINDING_DOUBTFUL,
                       "nothing stands in this cell but a colour, which is not "
                       "printed",
                       "write into it what the colour says: Red, Amber, Green"},
};

/* What nobody sees may be wanted all the same. */
enum cell_fault sheet_fault_of(const struct sheet_records *r,
                               const struct sheet_cell *c)
{
    return c->fault == CELL_FAINT && r->hidden == HIDDEN_READ
               ? CELL_FINE
               : (enum cell_fault)c->fault;
}

/* All that a row holds is struck, which is said once. */
static bool row_is_struck(const struct sheet_records *r, size_t start,
                          uint32_t row)
{
    const struct sheet *s = r->sheet;
    size_t filled = 0;

    for (size_t i = start; i < s->ncells && s->cells[i].row == row; i++) {
        if (sheet_leaves_out(r, row, s->cells[i].column))
            continue;
        if (s->cells[i].fault != CELL_STRUCK)
            return false;
        filled++;
    }
    return filled > 1;
}

static size_t count_coloured_below(const struct sheet_records *r, uint32_t row,
                                   uint32_t column)
{
    const struct blank_cell *blank = r->sheet->coloured.items;
    size_t n = 0;

    for (size_t i = 0; i < r->sheet->coloured.count; i++)
        n += blank[i].column == column && blank[i].row > row &&
             !sheet_leaves_out(r, blank[i].row, column);
    return n;
}

/* Of the cells of COLUMN below ROW those that have FAULT. */
static size_t count_below(const struct sheet_records *r, uint32_t row,
                          uint32_t column, enum cell_fault fault)
{
    const struct sheet *s = r->sheet;
    size_t n = 0;

    if (fault == CELL_COLOURED)
        return count_coloured_below(r, row, column);
    for (size_t i = sheet_row_start(s, row + 1); i < s->ncells; i++)
        n += s->cells[i].column == column && s->cells[i].fault == fault &&
             !sheet_leaves_out(r, s->cells[i].row, column);
    return n;
}

/* What hides a whole column, and what is read all the same, is said once. */
static bool is_said_once(enum cell_fault fault)
{
    return fault == CELL_FAINT || fault > CELL_LAST_FAULT;
}

/* ", and 3 more like it below" where one finding speaks of all. False: it was
   said of the whole column before. */
static bool take_together(struct sheet_records *r, const struct sheet_cell *c,
                          char below[BELOW_SIZE])
{
    const enum cell_fault fault = (enum cell_fault)c->fault;
    const uint32_t bit = UINT32_C(1) << fault;
    size_t more;

    below[0] = '\0';
    if (r->said == NULL)
        r->said = arena_alloc(r->sheet->arena, (size_t)r->range.last_column + 1,
                              sizeof(*r->said));
    if (r->said == NULL || (r->said[c->column] & bit) != 0)
        return false;
    more = count_below(r, c->row, c->column, fault);
    if (!is_said_once(fault) && more < FAULTS_SAID)
        return true;
    r->said[c->column] |= bit;
    if (more > 0)
        (void)snprintf(below, BELOW_SIZE, ", and %zu more like it below", more);
    return true;
}

void sheet_fault_say(struct sheet_records *r, const struct sheet_cell *c)
{
    const struct sheet *s = r->sheet;
    const struct place at = sheet_place(s, c->row, c->column);
    const bool error = c->fault == CELL_ERROR;
    char below[BELOW_SIZE];

    if (c->fault == CELL_STRUCK && row_is_struck(r, r->asked_at, c->row)) {
        if (r->struck_row == c->row)
            return;
        r->struck_row = c->row;
        finding(s->findings, FINDING_BAD_ELEMENT, at,
                "struck text: the whole row");
        finding_hint(s->findings, "delete the row, or write what holds now");
        return;
    }
    if (!take_together(r, c, below))
        return;
    finding(s->findings, faults[c->fault].id, at, "%s%s%.*s%s",
            faults[c->fault].text, error ? " " : "",
            STR_ARG(error ? c->text : STR_LIT("")), below);
    finding_hint(s->findings, "%s", faults[c->fault].hint);
}

/* What is typed as an address is made a link to itself. */
static bool is_address(struct str words)
{
    return str_find(words, STR_LIT("://")) < words.len ||
           str_find_char(words, '@') < words.len ||
           str_starts_alike(words, STR_LIT("www."));
}

void sheet_fault_say_link(struct sheet_records *r, const struct sheet_cell *c)
{
    struct sheet_cell linked;

    if (!c->linked || is_address(c->text))
        return;
    linked = *c;
    linked.fault = CELL_LINKED;
    sheet_fault_say(r, &linked);
}

void sheet_fault_say_blank(struct sheet_records *r, uint32_t row,
                           uint32_t column)
{
    const struct sheet_cell blank = {
        .row = row, .column = (uint16_t)column, .fault = CELL_COLOURED};

    if (sheet_is_coloured(r->sheet, row, column))
        sheet_fault_say(r, &blank);
}

void sheet_faults_of_words(struct sheet_records *r, uint32_t row,
                           uint32_t column)
{
    const struct sheet *s = r->sheet;
    const struct sheet_cell *c = sheet_at(s, row, column);
    const enum cell_fault fault = c == NULL ? CELL_FINE : sheet_fault_of(r, c);

    if (fault == CELL_NO_YEAR && !r->year_said)
        r->year_said = true; /* of twelve months once */
    else if (fault < CELL_STRUCK || fault > CELL_FAINT)
        return;
    finding(s->findings, faults[fault].id, sheet_place(s, row, column), "%s",
            faults[fault].text);
    finding_hint(s->findings, "%s", faults[fault].hint);
}

bool sheet_leaves_out(const struct sheet_records *r, uint32_t row,
                      uint32_t column)
{
    const struct sheet *s = r->sheet;

    if (!cell_range_holds(&r->range, row, column))
        return true;
    if (!r->leaves_out)
        return false;
    return sheet_row_is_hidden(s, row) ||
           (r->hidden == HIDDEN_LEFT_OUT && sheet_column_is_hidden(s, column));
}
