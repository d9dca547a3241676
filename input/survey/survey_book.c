#include "input/office/sheet_records.h"
#include "input/office/sheet_tables.h"
#include "input/office/workbook_open.h"
#include "input/survey/survey_parts.h"

/* A workbook that is gone through, sheet by sheet. */
struct book_way {
    struct arena *arena;
    const struct survey_request *request;
    struct findings *findings;
    struct survey *survey;
    struct workbook book;
    struct sheet sheet; /* that is open */
};

/* The cells of one table of the sheet. */
struct cells {
    const struct sheet *sheet;
    struct cell_range range;
};

static enum status open_cells(const struct survey_look *look,
                              const struct table_options *options,
                              struct findings *findings,
                              const struct record_user *user)
{
    const struct cells *cells = look->form;
    struct sheet sheet = *cells->sheet;
    struct sheet_records records;
    enum status st;

    (void)options;
    sheet.findings = findings;
    st = sheet_records_open(&records, &sheet, &cells->range, HIDDEN_REFUSED);
    if (st == ST_OK) {
        sheet_records_say_hidden(&records);
        st = user->use(user->context, &records.reader);
    }
    sheet_records_close(&records);
    return st;
}

static enum status look_at_table(struct book_way *w,
                                 const struct sheet_table *found,
                                 const struct survey_sheet *sheet)
{
    struct cells cells = {.sheet = &w->sheet, .range = found->read};
    struct survey_table *t = survey_add_table(w->arena, w->survey);
    struct survey_look look = {
        .arena = w->arena,
        .findings = w->findings,
        .request = w->request,
        .table = t,
        .heading_line = found->shown.first_row,
        .rounds = true, /* binary fractions are the program's, not typed */
        .open = open_cells,
        .form = &cells,
    };

    if (t == NULL)
        return arena_status(w->arena);
    /* Titles are looked at as well, where so many do not hide the headings. */
    if (found->shown.first_row >= found->read.first_row + SURVEY_HEAD / 2)
        cells.range.first_row = found->shown.first_row;
    t->source = w->sheet.source;
    t->sheet = sheet->name;
    t->range = cell_range_name(w->arena, &found->shown);
    return survey_look(&look);
}

static const struct source *sheet_source(const struct book_way *w,
                                         struct str name)
{
    struct source *s = arena_alloc(w->arena, 1, sizeof(*s));

    if (s == NULL)
        return w->survey->source;
    *s = *w->survey->source;
    s->kind = SOURCE_SHEET;
    s->sheet = arena_cstr(w->arena, name);
    return s;
}

static enum status look_at_sheet(struct book_way *w, size_t n,
                                 struct survey_sheet *sheet)
{
    static const struct kind none = {.id = ""};
    const struct table_options options = {.kind = &none,
                                          .wording = w->request->wording};
    const struct sheet_table *list;
    struct list tables;
    enum status st;

    sheet_init(&w->sheet, w->arena, w->findings, sheet_source(w, sheet->name));
    st = workbook_read_sheet(&w->book, n, &w->sheet);
    if (st == ST_OK) {
        sheet->hidden_rows = w->sheet.hidden_rows.count;
        sheet->hidden_columns = w->sheet.hidden_columns.count;
        tables = sheet_tables(&w->sheet, &options);
        sheet->ntables = tables.count;
        list = tables.items;
        for (size_t i = 0; st == ST_OK && i < tables.count; i++)
            st = look_at_table(w, &list[i], sheet);
    }
    sheet_free(&w->sheet);
    return st;
}

/* A sheet that was not asked for is named, and not opened. */
static bool is_wanted(const struct book_way *w,
                      const struct workbook_sheet *sheet)
{
    return sheet->part.len > 0 &&
           (w->request->sheet.len == 0
                ? !sheet->hidden
                : str_same_word(sheet->name, w->request->sheet));
}

static enum status refuse_sheet(const struct book_way *w)
{
    const struct workbook_sheet *sheets = w->book.sheets.items;
    struct list names = list_of(w->arena, sizeof(struct str));

    for (size_t i = 0; i < w->book.sheets.count; i++) {
        struct str *name = sheets[i].part.len == 0 ? NULL : list_add(&names);

        if (name != NULL)
            *name = sheets[i].name;
    }
    finding(w->findings, FINDING_UNKNOWN_NAME,
            (struct place){w->survey->source, 0, 0}, "`%s` has no sheet `%.*s`",
            w->survey->source->name, STR_ARG(w->request->sheet));
    finding_nearest(w->findings, w->request->sheet, names.items, names.count);
    return ST_DATA;
}

static enum status look_at_book(struct book_way *w)
{
    enum status st = ST_OK;
    bool any = false;

    for (size_t i = 0; st == ST_OK && i < w->book.sheets.count; i++) {
        const struct workbook_sheet *found =
            &((const struct workbook_sheet *)w->book.sheets.items)[i];
        struct survey_sheet *sheet = list_add(&w->survey->sheets);

        if (sheet == NULL)
            return arena_status(w->arena);
        *sheet = (struct survey_sheet){.name = found->name,
                                       .hidden = found->hidden,
                                       .is_cells = found->part.len > 0};
        if (!is_wanted(w, found))
            continue;
        any = sheet->looked = true;
        st = look_at_sheet(w, i, sheet);
    }
    if (st == ST_OK && !any && w->request->sheet.len > 0)
        return refuse_sheet(w);
    return st;
}

enum status survey_book(struct arena *arena,
                        const struct survey_request *request,
                        struct findings *findings, struct survey *survey)
{
    struct book_way w = {.arena = arena,
                         .request = request,
                         .findings = findings,
                         .survey = survey};
    enum status st = workbook_open(&w.book, arena, survey->source,
                                   request->wording, findings);

    if (st == ST_OK)
        st = look_at_book(&w);
    workbook_close(&w.book);
    return st;
}
