/* A workbook. The first byte says which of its parts the rest is; the others,
   and the container around them, are whole: s a sheet, b the workbook, f its
   styles, t its texts; o the content of an OpenDocument file. */
#include "input/office/workbook_in.h"
#include "tests/fuzz/container.h"
#include "tests/fuzz/look.h"

#define M "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target)                                             \
    "<Relationship Id='" id "' Type='" R "/" type "' Target='" target "'/>"

enum { BOOK, STYLES, TEXTS, SHEET, PARTS = 6 };

static const struct fuzz_part whole[PARTS] = {
    [BOOK] = {"b.xml", "<workbook " M " xmlns:r='" R "'><sheets><sheet "
                       "name='S' sheetId='1' r:id='a'/></sheets></workbook>"},
    [STYLES] = {"f.xml",
                "<styleSheet " M "><numFmts><numFmt numFmtId='164' "
                "formatCode='#,##0,'/></numFmts><cellXfs><xf numFmtId='0'/>"
                "<xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>"
                "</styleSheet>"},
    [TEXTS] = {"t.xml", "<sst " M "><si><t>Item</t></si><si><t>Amount</t></si>"
                        "<si><t>Roof</t></si></sst>"},
    [SHEET] = {"s.xml",
               "<worksheet " M "><sheetData><row r='1'><c r='A1' t='s'><v>0"
               "</v></c><c r='B1' t='s'><v>1</v></c></row><row r='2'><c r='A2' "
               "t='s'><v>2</v></c><c r='B2' s='2'><v>1200</v></c></row>"
               "</sheetData></worksheet>"},
    {"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
                                               "b.xml") "</Relationships>"},
    {"_rels/b.xml.rels",
     "<Relationships>" RELATION("a", "worksheet", "s.xml")
         RELATION("f", "styles", "f.xml")
             RELATION("t", "sharedStrings", "t.xml") "</Relationships>"},
};

static const struct fuzz_part opendocument[] = {
    {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
    {"content.xml", NULL},
};

static void pack(struct buf *file, char which, struct str input)
{
    static const char letters[] = {
        [BOOK] = 'b', [STYLES] = 'f', [TEXTS] = 't', [SHEET] = 's'};
    struct fuzz_part parts[PARTS];

    if (which == 'o') {
        fuzz_container(file, opendocument, 2, input);
        return;
    }
    for (size_t i = 0; i < PARTS; i++) {
        parts[i] = whole[i];
        if (i < sizeof(letters) && letters[i] == which)
            parts[i].text = NULL;
    }
    fuzz_container(file, parts, PARTS, input);
}

static void read_table(const char *name, struct str bytes)
{
    const struct workbook_request request = {.hidden = HIDDEN_READ};
    const struct template *t = fuzz_template();
    const struct table_options options = {
        .kind = fuzz_kind(STR_LIT("figures")),
        .wording = t->wording,
        .list_series = t->list_series,
    };
    const struct table *table = NULL;
    const struct source *source;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, name, SOURCE_BYTES, bytes);
    if (source != NULL) {
        st = workbook_in(&f.arena, source, &request, &options, &f.findings,
                         &table);
        FUZZ_MUST(st != ST_OK || table != NULL);
    }
    fuzz_end(&f, st);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char which = size > 0 ? (char)data[0] : 's';
    const char *name = which == 'o' ? "data.ods" : "data.xlsx";
    const struct str input = {(const char *)data + (size > 0),
                              size - (size > 0)};
    struct buf file;

    buf_init(&file, size + 8192);
    pack(&file, which, input);
    FUZZ_MUST(buf_status(&file) == ST_OK);
    read_table(name, buf_view(&file));
    fuzz_look(name, SOURCE_BYTES, buf_view(&file));
    buf_free(&file);
    return 0;
}
