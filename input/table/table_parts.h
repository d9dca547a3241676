/*
 * table_parts.h - what the files that make a table share (table_in.c).
 */
#ifndef INPUT_TABLE_TABLE_PARTS_H
#define INPUT_TABLE_TABLE_PARTS_H

#include "core/base/list.h"
#include "input/table/measures.h"
#include "input/table/row_names.h"
#include "input/table/row_reader.h"
#include "input/table/table_cells.h"
#include "input/table/table_columns.h"
#include "input/table/table_options.h"

#define LOOK_AHEAD 20 /* records in which headings are looked for */
#define AHEAD_MAX 64  /* records kept that were read too early */
#define NAMING_MAX 5

/* A row that may be a total, and why. */
enum suspicion {
    SUSPECT_BLANK, /* it has figures and no words */
    SUSPECT_WORD,  /* it is called a total */
    SUSPECT_LIKE,  /* its name begins or ends with the word */
    SUSPECT_SUM,   /* an amount of it is the sum of those above */
    SUSPECT_LAST,  /* it is the last one */
    SUSPECT_MEAN,  /* it is called a mean, or a comparison of rows */
};

struct suspect {
    size_t row;
    struct str label;
    enum suspicion why;
    bool is_large;  /* its amount is beyond each of those above */
    bool is_of_two; /* it is the sum of two at most that are not nought */
    bool is_gross;  /* it is called `Gross ...`, as sums of rows often are */
    bool is_below;  /* a total stands above it */
};

/* Amounts of the first column of money, as rows are read. */
struct amounts {
    size_t column; /* the number of columns: there is none */
    int64_t all;
    int64_t group; /* since the last total or sub-total */
    int64_t apart; /* all, without those that are sums of others themselves */
    int64_t since; /* since the last of these */
    size_t nall;   /* rows whose amount is not nought */
    size_t ngroup;
    size_t napart;
    size_t nsince;
    int64_t largest; /* on either side of nought */
    bool is_sum;     /* the last one is the sum of those above it */
    bool is_of_two;  /* of no more than two */
    bool is_large;   /* and is beyond each of them */
};

/* Rows that are balances by names; those that the kind does not have. */
struct balance_rows {
    const struct str *heads; /* the first words of their names */
    size_t nheads;
    const struct str *tails; /* and the last words */
    size_t ntails;
    size_t count;
    size_t row; /* the first */
    struct str label;
};

/* Rows of which one message speaks. */
struct named_rows {
    size_t count;
    size_t row; /* the first, and its name */
    struct str label;
};

#define PENDING_MAX 64

struct column_scale; /* table_facts.c */

#define OPEN_TITLES_MAX 4 /* groups within groups */

struct table_reading {
    struct arena *arena;
    struct findings *findings;
    struct row_reader *reader;
    const struct table_options *options;
    const struct record *record; /* that is worked on */
    struct record *ahead;        /* read, but not yet worked on */
    size_t nahead;
    size_t next_ahead;
    struct heading *headings;
    size_t nheadings;
    struct str *heading_fields; /* of the first record of headings */
    size_t nheading_fields;
    size_t heading_width;         /* with the blank ones at its end */
    struct unit unit;             /* of money whose heading names none */
    struct cell_count title_unit; /* that a line above the headings names */
    bool title_is_unit;           /* and that cell says nothing else */
    struct cell_count rounding;   /* a line that says what to */
    uint8_t rounding_zeros;
    struct report_period period;       /* of the data, as far as it is known */
    struct report_period title_period; /* that the lines above it say */
    struct place title_period_at;
    struct date made; /* the day on which a line above it says that the file was
                         made; year 0: none does */
    struct place made_at;
    struct str made_text;
    struct cell_count rows_above; /* the headings, with several figures */
    struct str title_period_text;
    struct columns columns;
    struct cell_reader cell_reader;
    struct cell_column *cell_columns; /* one for each column */
    struct column_scale *scales;      /* one for each; NULL: none is known */
    size_t naming[NAMING_MAX]; /* columns whose text says what a row is */
    size_t nnaming;
    size_t group_column; /* the number of columns: there is none */
    struct str group;    /* of the row, carried down over blanks */
    size_t inner_column; /* of groups within those: the same */
    struct str inner;
    bool in_funding;  /* rows from here on pay for those above */
    bool has_entries; /* a total may sum a row that was read */
    bool total_above; /* and one stood below it, known or likely: what
                         follows may pay for them */
    bool more_above;  /* a balance, a total or a result was read: what
                         follows is not the total of all rows above */
    uint8_t line;     /* 1 + the line of the kind that the row is, or 0 */
    struct cell *cells;
    struct spot *spots; /* NULL where record and field tell the place */
    uint32_t *records;
    uint8_t *roles;
    uint8_t *lines; /* of the kind: table.row_lines */
    size_t nrows;
    size_t nrefused; /* records that are no rows */
    bool takes_wide; /* rows have fields beyond the headings */
    bool padded; /* all rows have as many fields as the headings, blank ones at
                    their end among them */
    bool figures_parted;        /* by the comma of their thousands */
    bool blank_ends_tell;       /* that a row has a comma too many */
    struct cell_count unheaded; /* rows with more than has headings */
    struct cell_count parted_figures;
    bool has_measures; /* a column is of TYPE_MEASURE */
    struct row_names names;
    bool name_tells;        /* that of the row may say what it is */
    bool total_begins[256]; /* with which letters words for totals begin */
    struct cell_count headings_again;
    struct cell_count headings_renamed; /* no word of theirs is equal */
    struct cell_count other_headings;   /* the same, right below a total */
    bool in_other_order;                /* the headings that stand above */
    struct cell_count rules;            /* ruled lines among the rows */
    struct cell_count pages;            /* numbers of pages among the rows */
    struct cell_count ended_early;
    struct record *pending; /* that may be notes */
    size_t npending;
    struct measures measures;
    bool had_total; /* a row was one */
    bool no_notes;
    bool rows_have_marks; /* names of rows begin as notes do */
    size_t nlone;         /* rows with one cell */
    struct list lone;     /* table_titles.c */
    bool says_no_rows;    /* the one row did */
    struct list late;     /* table_late.c */
    struct table_note *notes;
    size_t nnotes;
    struct list marks;    /* table_marks.c */
    uint32_t notes_field; /* of a column that names notes; 0: there is none */
    struct amounts amounts;
    struct list suspects; /* rows that may be totals */
    struct balance_rows balances;
    struct named_rows unsaid_funding; /* called so, with no total above */
    struct named_rows memos;          /* by the wording's words alone */
    struct named_rows percentages;    /* rows of them, in columns of amounts */
    bool is_of_percent;               /* the row at hand is one */
    struct list less; /* rows that sums may take away: table_less.c */
    bool has_less;    /* a row is called so */
    bool in_less;     /* below a title that is */
    size_t open[OPEN_TITLES_MAX]; /* of `lone`: sums may be called so */
    size_t nopen;
};

/* table_ahead.c: the next record into `record`, those read ahead first. */
bool table_next_record(struct table_reading *r);
/* The record that is N after the next, or NULL: at most AHEAD_MAX at a time. */
const struct record *table_peek(struct table_reading *r, size_t n);
/* At most how many records are still to come. */
size_t table_left(const struct table_reading *r);
/* `record` is left out, which a finding says: sums over the rows lack it. */
void table_refuse_record(struct table_reading *r);
/* A reader gives each record once: what is needed later is kept. False when
   memory is short. */
bool table_keep_record(struct arena *a, const struct record *record,
                       struct record *kept);

/* table_headings.c: `headings`; the next record is the first of a row. */
MUST_CHECK enum status table_find_headings(struct table_reading *r);

/* table_turned.c: whether more columns of the kind stand below each other than
   the KNOWN that one record names; and the finding that says so. */
bool table_refuse_turned(struct table_reading *r, size_t known);

/* heading_rows.c: whether RECORD adds years or units to the headings UPPER
   above it. Nothing else stands in it, but what heads a column that has no
   heading above, and then nothing but units; with years, its first field is
   blank. NULL adds nothing. */
bool table_is_second_row(const struct record *upper,
                         const struct record *record,
                         const struct wording *wording);
/* What UPPER says over each column where it and LOWER name more columns
   together than either does alone; or NULL. */
const struct str *table_names_above(struct arena *a,
                                    const struct table_options *o,
                                    const struct record *upper,
                                    const struct record *lower);
struct str table_join_headings(struct arena *a, struct str upper,
                               struct str lower);
/* A field of a row of headings, from 0, or empty; that of LOWER empty, too,
   where it says no more than the one above it. */
struct str table_heading_field(const struct record *record, size_t i);
struct str table_heading_below(const struct record *upper,
                               const struct record *lower, size_t i);

/* table_rows.c: the records below the headings as rows of cells. */
MUST_CHECK enum status table_read_rows(struct table_reading *r);
/* table_places.c: where cell C of a row that was read stands, or its first that
   is filled; and what that says. */
struct place table_spot(const struct table_reading *r, size_t row, size_t c);
struct place table_row_place(const struct table_reading *r, size_t row);
struct str table_row_words(const struct table_reading *r, size_t row);

/* table_roles.c: roles_begin(), once the columns are known; roles_place(): what
   `record` is, as its columns and what stands above it say; *LABEL is the text
   that says it, without marks of notes, roles_label() with them;
   funding_check() says which rows are called as what pays for others is, and
   are read as rows like any other; table_has_total(): whether a row is a total,
   from row FROM on. */
void roles_begin(struct table_reading *r);
enum row_role roles_place(struct table_reading *r, struct str *label);
void roles_see_row(struct table_reading *r);
void funding_check(const struct table_reading *r);
bool table_has_total(const struct table_reading *r, size_t from);
struct str roles_label(const struct table_reading *r);

/* Field FIELD of `record`, from 1; empty beyond its last. */
static inline struct str table_field(const struct table_reading *r,
                                     uint32_t field)
{
    return field <= r->record->nfields ? r->record->fields[field - 1]
                                       : (struct str){NULL, 0};
}

/* table_fields.c: column C's field of `record` as the INDEX-th cell. */
void table_take_field(struct table_reading *r, size_t c, size_t index);

/* table_facts.c: what the form of the data knows of column C's field of
   `record` beyond its text, and of its scale; for these two alone. */
bool table_takes_facts(struct table_reading *r, size_t c, struct place at,
                       struct str *text);
uint8_t table_scaled_zeros(const struct table_reading *r, size_t c);

/* False: column C's field of `record`, TEXT, cannot be read. */
static inline bool table_takes_field(struct table_reading *r, size_t c,
                                     struct place at, struct str *text)
{
    r->cell_columns[c].zeros = r->columns.list[c].zeros;
    r->cell_columns[c].is_text = false;
    r->cell_columns[c].day.len = 0;
    return !r->record->has_facts || r->reader->facts == NULL ||
           table_takes_facts(r, c, at, text);
}

/* The noughts that the unit of column C adds: what its heading says, or else
   how its form shows it. It is printed so once all rows are read. */
static inline uint8_t table_shown_zeros(const struct table_reading *r, size_t c)
{
    return r->scales == NULL ? r->columns.list[c].zeros
                             : table_scaled_zeros(r, c);
}

void table_settle_units(struct table_reading *r);
/* The form is told which columns are read. */
void table_tell_columns(struct table_reading *r);

/* table_titles.c: titles of groups. titles_see_row() is given the row of
   `record`; true: whether its cells must be filled is said by titles_settle(),
   which knows whether it is a title. */
bool titles_see_row(struct table_reading *r, enum row_role role);
/* Whether a row above that is open as a title is called NAME: a sum ends it. */
bool titles_close(struct table_reading *r, struct str name);
/* `None this month` as the one row of the table says that it has none: it
   becomes a note below the head. titles_is_nothing(): `record` may be it. */
bool titles_is_nothing(struct table_reading *r);
void titles_see_nothing(struct table_reading *r);
void titles_settle(struct table_reading *r);
/* Whether ROW has nothing but a name where rows have theirs, in a table without
   a column of groups. */
bool titles_may_be_title(const struct table_reading *r, size_t row);
/* Says which cells of ROW must be filled and are not; false: none. */
bool table_check_filled(const struct table_reading *r, size_t row);

/* table_late.c: late_column() is that of the only text of `record`, a row of
   figures which may be a total by a name that nobody knows, or the first of
   words where it has none; or the number of columns. True from late_see_row():
   what is wrong with such a ROW is said by late_settle(), if it is an entry
   after all. */
size_t late_column(const struct table_reading *r, enum row_role role);
bool late_see_row(struct table_reading *r, const struct cell *row,
                  size_t column);
void late_settle(struct table_reading *r);

/* table_width.c: width_begin(), once the columns are known; whether `record`
   has another separator than the headings, or more fields, and is refused. */
void width_begin(struct table_reading *r);
bool width_is_parted_otherwise(struct table_reading *r);
bool width_refuses(struct table_reading *r);
void width_end(const struct table_reading *r);

/* table_again.c: takes `record` when it is the headings once more, or stands
   below such as are in another order; again_end() says what was left out so. */
bool again_take(struct table_reading *r);
void again_end(const struct table_reading *r);

/* table_export.c: takes `record` when it is no row and no note; export_end()
   says what was left out so. */
bool export_take(struct table_reading *r);
void export_end(const struct table_reading *r);

/*
 * table_notes.c: what stands below a table. notes_take() takes `record` when it
 * may be a note, and leaves in `pending` what was a row after all, once another
 * row follows; notes_end() makes notes of what was taken last.
 */
bool notes_take(struct table_reading *r);
void notes_see_row(struct table_reading *r, struct str label);
void notes_taken_back(struct table_reading *r, const struct record *record);
void notes_end(struct table_reading *r);

/*
 * table_feet.c: `Prepared by:` and a name in the cell beside it. foot_may_be():
 * RECORD has no more cells than such; foot_is_no_row(): words stand where a row
 * has figures, or, in a record APART from the rows, a required cell is blank;
 * foot_notes() makes NOTES of it, one for each cell at most: how many.
 */
bool foot_may_be(const struct table_reading *r, const struct record *record);
bool foot_is_no_row(const struct table_reading *r, const struct record *record,
                    bool apart);
size_t foot_notes(struct arena *a, const struct record *record,
                  struct table_note *notes);

/*
 * table_marks.c: marks tie cells and headings to the notes. marks_begin() looks
 * at the headings, marks_see_row() at a column that names notes; marks_cut()
 * gives TEXT without those that no value of column C can end with, marks_see()
 * is given the cell once it is read; neither one whose text ends bare.
 * mark_ties.c has marks_end(), which cuts marks of notes off words, and says
 * which have no note and which notes no mark.
 */
void marks_see_title(struct table_reading *r, struct str text, struct place at);
void marks_begin(struct table_reading *r);
void marks_see_row(struct table_reading *r);
struct str marks_cut(struct table_reading *r, size_t c, struct str text,
                     struct place at);
void marks_see(struct table_reading *r, size_t c, size_t index,
               struct place at);
void marks_end(struct table_reading *r);
/* Whether a mark above the row names KEY: of the first marks of a table. */
bool marks_known(const struct table_reading *r, struct str key);
/* As most texts end: with no mark. */
static inline bool marks_end_bare(struct str text)
{
    const char c = text.len > 0 ? text.ptr[text.len - 1] : ' ';

    return text.len == 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
/* What TEXT, a name, says without the marks behind it. */
struct str marks_without(const struct table_reading *r, struct str text);

/* table_totals.c: whether figures stand in `record`. */
bool table_has_figures(const struct table_reading *r);

/*
 * table_totals.c: rows that look like totals and are none that the kind knows.
 * totals_begin() sets `total_begins`; totals_role() knows the words for a
 * total; totals_see() is given each row, totals_suspect_last() looks at the
 * last once all are read.
 */
void totals_begin(struct table_reading *r);
enum row_role totals_role(const struct table_reading *r, struct str label);
void totals_see(struct table_reading *r, const struct cell *row,
                enum row_role role, struct str label);
void totals_suspect_last(struct table_reading *r);
/* How far the sum of N amounts of C that were rounded one by one may be from
   theirs, in pence; 0 where pence are given, and of one alone, which is rounded
   as its sum is. totals_is_sum(): whether D is SUM, as far as they tell. */
int64_t totals_rounding(const struct column *c, size_t n);
bool totals_is_sum(const struct column *c, size_t n, struct decimal d,
                   struct decimal sum);
struct str totals_whose(const struct table_reading *r, struct str label);
/* Whether sums count ROW: an entry, or what is taken from those above it. */
bool totals_may_count(const struct table_reading *r, size_t row);
/* Of suspects: a figure of a row; how messages call one; how
   it is read, whose name the kind does not have, and WHY; the first of them is
   none any more. */
struct decimal totals_figure(const struct table_reading *r, size_t row,
                             size_t column, bool *known);
struct str totals_name(const struct table_reading *r, const struct suspect *x);
void totals_say_read(const struct table_reading *r, const struct suspect *x,
                     enum row_role role, const char *why);
void totals_clear_first(struct table_reading *r);
/* A column whose figures may be summed. */
static inline bool totals_may_sum(const struct column *c)
{
    if (c->kind == NULL ||
        (c->kind->type != TYPE_MONEY && c->kind->type != TYPE_NUMBER))
        return false;
    return c->kind->role != COLUMN_RATE && c->kind->role != COLUMN_SHARE;
}

/* total_suspects.c: compares each suspect with the rows above it, and says what
   it is. */
void totals_check(struct table_reading *r);
/* total_first.c: whether the first row is the total of those below it by a name
   that nobody knows, and says so. */
void total_first_see(struct table_reading *r);
/* total_parents.c: rows that are the sum of those below them. */
void parents_check(struct table_reading *r);
/* group_spellings.c: groups whose names differ in case alone. */
void group_spellings_check(struct table_reading *r);
/* table_below.c: rows that stand below the total, and are in none. */
void below_total_check(const struct table_reading *r);

/* table_settle.c: once all rows are read, those whose role the rows below them
   tell: totals of groups, and the balance of the day before. */
void roles_settle(struct table_reading *r);

/* group_heads.c: rows that name a group above its rows and have their sums. */
void group_heads_settle(struct table_reading *r);

/* inner_groups.c: which sub-totals are of a group within a group; and, once all
   roles are known, the name of such a group in each of its rows. */
void inner_totals_settle(struct table_reading *r);
void inner_groups_fill(struct table_reading *r);

/* sub_total_depth.c: the same where no column names such groups: sub-totals of
   a part of a group, of a group, of several. */
void sub_totals_settle(struct table_reading *r);

/*
 * table_groups.c: table_group_rows() gives each row the one that names its
 * group, or itself; NULL where no column does. table_last_sub_totals() says in
 * LAST, of each row, whether it is the last sub-total of its group: what
 * follows it without a group stands in none.
 */
const uint32_t *table_group_rows(const struct table_reading *r);
void table_last_sub_totals(const struct table_reading *r, uint32_t *last);
/* What ROW is called beside its groups; whether the sum at ROW is called by
   GROUP, in a name of its line or before or behind the word for a total. */
struct str table_row_name(const struct table_reading *r, size_t row);
bool sum_names_group(const struct table_reading *r, size_t row,
                     struct str group);

/* table_units.c: units_see_title() is given what stands above the headings,
   units_see_line() the line below them that says their unit, and
   units_see_beside() takes what the form met beside its records;
   units_say() tells which unit the amounts are taken to be in, and units_end()
   of one that is named below them and was not taken, and of amounts that are
   not rounded as the table says. */
void units_see_title(struct table_reading *r, struct str text, struct place at);
void units_see_line(struct table_reading *r, struct str text, struct place at);
void units_see_beside(struct table_reading *r);
void units_say(struct table_reading *r);
void units_end(struct table_reading *r);

/* Whether A of one file and B of another are one column of their kind. */
static inline bool table_is_same_column(const struct column *a,
                                        const struct column *b)
{
    return a->year == b->year && str_is(str_of(a->id), b->id);
}

/* table_grand.c: the row of the last of N tables, one at least, that is the
   total of all of them; as many as it has rows: none is. */
size_t table_grand_total(const struct table *const *tables, size_t n);

/* table_keys.c: no key names two rows. */
MUST_CHECK enum status table_check_keys(const struct table *t,
                                        struct findings *findings);

/* What is typed in ROW in column C; nothing where there is no such column. */
static inline struct str table_text(const struct table_reading *r, size_t row,
                                    size_t c)
{
    return c < r->columns.count
               ? cell_as_typed(&r->cells[row * r->columns.count + c])
               : (struct str){NULL, 0};
}

/* Whether a kind says that figures stand in C. */
static inline bool table_is_figure(const struct column *c)
{
    return c->kind != NULL && value_is_figure(c->kind->type);
}

#endif
