#include "input/office/workbook_in.h"
#include "input/office/sheet_faults.h"
#include "input/office/sheet_records.h"
#include "input/office/sheet_tables.h"
#include "input/office/workbook_names.h"
#include "input/office/workbook_open.h"

#define OFFERS_MAX 12

/* What is asked of a workbook, and what was found of it so far. */
struct asking {
    struct workbook *book;
    const struct workbook_request *request;
    const struct table_options *options;
    struct findings *findings;
    struct sheet sheet; /* that is read */
    size_t read;        /* its number; SIZE_MAX: none is */
    struct cell_range range;
    size_t number; /* of that sheet; SIZE_MAX: none is chosen yet */
    bool ranged;   /* the range is chosen too */
};

bool workbook_is_name(const char *file)
{
    static const char *const ends[] = {".xlsx", ".xlsm", ".xlsb",
                                       ".ods",  ".xls",  ".xltx"};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (str_ends_alike(str_of(file), str_of(ends[i])))
            return true;
    }
    return false;
}

static struct str sheet_name(const struct workbook *w, size_t n)
{
    return ((const struct workbook_sheet *)w->sheets.items)[n].name;
}

static const struct source *sheet_source(const struct workbook *w, size_t n)
{
    struct source *s = arena_alloc(w->arena, 1, sizeof(*s));

    if (s == NULL)
        return w->source;
    *s = *w->source;
    s->kind = SOURCE_SHEET;
    s->sheet = arena_cstr(w->arena, sheet_name(w, n));
    return s;
}

static enum status read_sheet(struct asking *a, size_t n)
{
    if (a->read == n)
        return ST_OK;
    sheet_free(&a->sheet);
    sheet_init(&a->sheet, a->book->arena, a->findings,
               sheet_source(a->book, n));
    a->read = n;
    return workbook_read_sheet(a->book, n, &a->sheet);
}

static void offer_sheets(const struct asking *a, struct list *names)
{
    const struct workbook_sheet *sheets = a->book->sheets.items;

    for (size_t i = 0; i < a->book->sheets.count; i++) {
        struct str *name = sheets[i].hidden || sheets[i].part.len == 0
                               ? NULL
                               : list_add(names);

        if (name != NULL)
            *name = sheets[i].name;
    }
}

static enum status refuse_hidden(const struct asking *a, size_t sheet,
                                 struct place at)
{
    const struct workbook_sheet *s =
        (const struct workbook_sheet *)a->book->sheets.items + sheet;

    if (!s->hidden || a->request->hidden == HIDDEN_READ)
        return ST_OK;
    finding(a->findings, FINDING_HIDDEN_CELLS, at,
            "the sheet `%.*s` is hidden in the workbook", STR_ARG(s->name));
    finding_hint(a->findings, "show it there, or say hidden=\"read\" in the "
                              "data element");
    return ST_DATA;
}

/* The sheet that the request names. */
static enum status find_sheet(struct asking *a)
{
    const struct workbook_sheet *sheets = a->book->sheets.items;
    const struct str wanted = a->request->sheet;
    struct list names = list_of(a->book->arena, sizeof(struct str));

    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < a->book->sheets.count; i++) {
            if (sheets[i].part.len == 0 ||
                !(pass == 0 ? str_eq(sheets[i].name, wanted)
                            : str_same_word(sheets[i].name, wanted)))
                continue;
            a->number = i;
            return refuse_hidden(a, i, a->request->sheet_at);
        }
    }
    offer_sheets(a, &names);
    finding(a->findings, FINDING_UNKNOWN_NAME, a->request->sheet_at,
            "`%s` has no sheet `%.*s`", a->book->source->name, STR_ARG(wanted));
    finding_nearest(a->findings, wanted, names.items, names.count);
    return ST_DATA;
}

/* The range that the request names, as cells or by a name of the workbook's. */
static enum status find_range(struct asking *a)
{
    const struct workbook_name *name = NULL;
    enum status st;

    a->ranged = true;
    if (cell_range_read(a->request->range, &a->range))
        return ST_OK;
    st = workbook_find_name(a->book, a->request->range, a->request->range_at,
                            a->number, &name);
    if (st != ST_OK)
        return st;
    a->range = name->range;
    a->number = name->sheet;
    return refuse_hidden(a, a->number, a->request->range_at);
}

/* What a person could copy: sheet="Revenue" range="A5:N20". */
struct offers {
    struct buf text;
    size_t count;
};

static void offer(struct asking *a, struct offers *o, size_t sheet,
                  const struct sheet_table *t)
{
    const struct str range = cell_range_name(a->book->arena, &t->shown);

    if (++o->count > OFFERS_MAX)
        return;
    if (o->count > 1)
        buf_puts(&o->text, ", ");
    if (a->request->sheet.len == 0 && a->book->sheets.count > 1)
        buf_printf(&o->text, "sheet=\"%.*s\" ",
                   STR_ARG(sheet_name(a->book, sheet)));
    buf_printf(&o->text, "range=\"%.*s\"", STR_ARG(range));
}

/* The tables of one sheet, or of all that are shown; the one that fits, if one
   alone does. */
struct found {
    size_t tables; /* with rows, if any has */
    size_t fitting;
    bool empty;   /* none has */
    size_t sheet; /* of the last, or of the last that fits */
    struct sheet_table table;
};

static void see_tables(struct asking *a, size_t sheet, struct offers *o,
                       struct found *found)
{
    const struct list tables = sheet_tables(&a->sheet, a->options);
    const struct sheet_table *list = tables.items;

    for (size_t i = 0; i < tables.count; i++) {
        if (list[i].empty && found->tables > 0 && !found->empty)
            continue;
        if (found->empty && !list[i].empty) {
            *found = (struct found){.tables = 0};
            o->count = 0;
            buf_clear(&o->text);
        }
        found->empty = list[i].empty;
        found->tables++;
        offer(a, o, sheet, &list[i]);
        if (list[i].fits || found->fitting == 0) {
            found->table = list[i];
            found->sheet = sheet;
        }
        found->fitting += list[i].fits;
    }
}

static enum status look_through(struct asking *a, struct offers *o,
                                struct found *found)
{
    const struct workbook_sheet *sheets = a->book->sheets.items;
    enum status st = ST_OK;

    if (a->number != SIZE_MAX) {
        st = read_sheet(a, a->number);
        if (st == ST_OK)
            see_tables(a, a->number, o, found);
        return st;
    }
    for (size_t i = 0; st == ST_OK && i < a->book->sheets.count; i++) {
        if (sheets[i].hidden || sheets[i].part.len == 0)
            continue;
        st = read_sheet(a, i);
        if (st == ST_OK)
            see_tables(a, i, o, found);
    }
    return st;
}

static struct place place_of(const struct asking *a)
{
    if (a->number != SIZE_MAX && a->sheet.source != NULL)
        return sheet_place(&a->sheet, 0, 0);
    return (struct place){a->book->source, 0, 0};
}

static enum status choose(struct asking *a, const struct offers *o,
                          const struct found *found)
{
    const struct str text = buf_view(&o->text);

    if (found->tables == 0) {
        finding(a->findings, FINDING_MISSING, place_of(a),
                "no table with a row of headings is found");
        finding_hint(a->findings, "say which cells it is: range=\"A5:N30\"");
        return ST_DATA;
    }
    if (found->tables > 1 && found->fitting != 1) {
        finding(a->findings, FINDING_WHICH_TABLE, place_of(a),
                "there are %zu tables, and nothing says which is meant",
                found->tables);
        finding_hint(a->findings,
                     "write one of these into the data element: "
                     "%.*s",
                     STR_ARG(text));
        return ST_DATA;
    }
    a->range = found->table.read;
    if (found->tables > 1) {
        const struct str range =
            cell_range_name(a->book->arena, &found->table.shown);

        finding(a->findings, FINDING_DOUBTFUL, place_of(a),
                "of %zu tables the one whose headings fit is read, %.*s",
                found->tables, STR_ARG(range));
        finding_hint(a->findings, "say so in the data element: %.*s",
                     STR_ARG(text));
    }
    return ST_OK;
}

/* The one table that there is. */
static enum status find_table(struct asking *a)
{
    struct offers o = {.count = 0};
    struct found found = {0};
    enum status st;

    buf_init(&o.text, 4096);
    st = look_through(a, &o, &found);
    if (st == ST_OK)
        st = choose(a, &o, &found);
    buf_free(&o.text);
    if (st != ST_OK)
        return st;
    a->number = found.sheet;
    return read_sheet(a, a->number);
}

static enum status one_sheet(struct asking *a)
{
    const struct workbook_sheet *sheets = a->book->sheets.items;
    struct list names = list_of(a->book->arena, sizeof(struct str));

    for (size_t i = 0; i < a->book->sheets.count; i++) {
        if (!sheets[i].hidden && sheets[i].part.len > 0)
            a->number = a->number == SIZE_MAX ? i : a->number;
    }
    offer_sheets(a, &names);
    if (names.count == 1)
        return ST_OK;
    finding(a->findings, FINDING_WHICH_TABLE, a->request->range_at,
            "nothing says in which sheet of `%s` these cells are",
            a->book->source->name);
    finding_nearest(a->findings, STR_LIT(""), names.items, names.count);
    return ST_DATA;
}

static enum status find_cells(struct asking *a)
{
    enum status st = ST_OK;

    if (a->request->sheet.len > 0)
        st = find_sheet(a);
    if (st == ST_OK && a->request->range.len > 0)
        st = find_range(a);
    if (st != ST_OK)
        return st;
    if (!a->ranged)
        return find_table(a);
    if (a->number == SIZE_MAX)
        st = one_sheet(a);
    return st == ST_OK ? read_sheet(a, a->number) : st;
}

static enum status read_table(struct asking *a, const struct table **table)
{
    struct sheet_records records;
    enum status st;

    st = sheet_records_open(&records, &a->sheet, &a->range, a->request->hidden);
    if (st == ST_OK) {
        sheet_records_say_hidden(&records);
        st = table_in(a->book->arena, &records.reader, a->options, a->findings,
                      table);
    }
    for (size_t i = 0; *table != NULL && i < (*table)->nnotes; i++) {
        const struct place at = (*table)->notes[i].at;

        sheet_faults_of_words(&records, at.line, at.column);
    }
    sheet_records_close(&records);
    return st;
}

/* Whether T ends with the last row of the range, and that is its total. */
static bool ends_with_total(const struct asking *a, const struct table *t)
{
    return t != NULL && t->nrows > 0 &&
           t->row_roles[t->nrows - 1] == ROW_TOTAL &&
           table_cell_place(t, t->nrows - 1, 0).line == a->range.last_row;
}

/* A table grows, and the range that was written for it does not. Below its
   total others stand that are none of it. */
static void say_rows_cut(const struct asking *a, const struct table *t)
{
    struct cell_range whole = a->range;
    struct place below =
        sheet_place(&a->sheet, a->range.last_row + 1, a->range.first_column);

    whole.last_row =
        sheet_goes_on_below(&a->sheet, &a->range, a->options->wording);
    if (whole.last_row == a->range.last_row)
        return;
    if (ends_with_total(a, t)) {
        finding(a->findings, FINDING_ASSUMED, below,
                "the rows below the total, with which the range %.*s ends, are "
                "left out",
                STR_ARG(cell_range_name(a->book->arena, &a->range)));
        return;
    }
    finding(a->findings, FINDING_DOUBTFUL, below,
            "the table goes on below the range %.*s: what stands there is "
            "left out",
            STR_ARG(cell_range_name(a->book->arena, &a->range)));
    finding_hint(a->findings, "range=\"%.*s\" reads it, too",
                 STR_ARG(cell_range_name(a->book->arena, &whole)));
}

static void say_columns_cut(const struct asking *a)
{
    struct cell_range whole = a->range;

    whole.last_column = sheet_goes_on_beside(&a->sheet, &a->range);
    if (whole.last_column == a->range.last_column)
        return;
    finding(
        a->findings, FINDING_ASSUMED,
        sheet_place(&a->sheet, a->range.first_row, a->range.last_column + 1),
        "the columns beside the range %.*s are left out",
        STR_ARG(cell_range_name(a->book->arena, &a->range)));
    finding_hint(a->findings, "range=\"%.*s\" reads them, too",
                 STR_ARG(cell_range_name(a->book->arena, &whole)));
}

static void say_assumed(const struct asking *a, const struct table *t)
{
    if (a->ranged) {
        say_rows_cut(a, t);
        say_columns_cut(a);
        return;
    }
    finding(a->findings, FINDING_ASSUMED, sheet_place(&a->sheet, 0, 0),
            "the cells %.*s are read",
            STR_ARG(cell_range_name(a->book->arena, &a->range)));
}

enum status workbook_in(struct arena *arena, const struct source *source,
                        const struct workbook_request *request,
                        const struct table_options *options,
                        struct findings *findings, const struct table **table)
{
    struct table_options rounded = *options;
    struct workbook book;
    struct asking a = {
        .book = &book,
        .request = request,
        .options = &rounded,
        .findings = findings,
        .number = SIZE_MAX,
        .read = SIZE_MAX,
    };
    const size_t errors = findings->errors;
    enum status st;

    *table = NULL;
    rounded.rounds = true; /* binary fractions are the program's, not typed */
    st = workbook_open(&book, arena, source, options->wording, findings);
    if (st == ST_OK)
        st = find_cells(&a);
    workbook_close(&book); /* what is read is in the arena and the sheet */
    if (st == ST_OK) {
        st = read_table(&a, table);
        say_assumed(&a, *table);
    }
    sheet_free(&a.sheet);
    if (st == ST_OK && findings->errors > errors)
        st = ST_DATA;
    return st;
}
