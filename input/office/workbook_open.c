#include "input/office/workbook_open.h"
#include "core/base/mem.h"
#include "input/office/sheet_rules.h"

enum status workbook_open(struct workbook *w, struct arena *arena,
                          const struct source *source,
                          const struct wording *wording,
                          struct findings *findings)
{
    enum status st;

    *w = (struct workbook){
        .arena = arena,
        .findings = findings,
        .source = source,
        .values = {.arena = arena, .wording = wording},
        .sheets = list_of(arena, sizeof(struct workbook_sheet)),
        .names = list_of(arena, sizeof(struct workbook_name)),
    };
    st = package_open(&w->package, source, "a workbook (.xlsx, .ods)",
                      "open it in Excel or LibreOffice and save it as .xlsx "
                      "or .ods",
                      findings);
    if (st != ST_OK)
        return st;
    w->is_ods = package_has(&w->package, STR_LIT("content.xml"));
    return w->is_ods ? ods_open(w) : xlsx_open(w);
}

void workbook_close(struct workbook *w)
{
    package_close(&w->package);
    mem_free(w->texts);
    w->texts = NULL;
    w->ntexts = w->texts_capacity = 0;
}

enum status workbook_read_sheet(struct workbook *w, size_t n,
                                struct sheet *sheet)
{
    enum status st =
        w->is_ods ? ods_read_sheet(w, n, sheet) : xlsx_read_sheet(w, n, sheet);

    if (st == ST_OK)
        sheet_rules_apply(sheet);
    return st == ST_OK ? sheet_end(sheet) : st;
}
