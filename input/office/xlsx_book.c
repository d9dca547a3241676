#include "input/office/part_xml.h"
#include "input/office/workbook.h"
#include "input/office/xlsx_parts.h"

/* xl/workbook.xml: its sheets, its names, its first day. */

struct book_reading {
    struct workbook *book;
    struct relations relations;
    struct buf text; /* of the name that is open */
    bool in_name;
    struct str name;
    bool is_local; /* the name holds in one sheet */
};

/* A sheet of the name that begins S, with or without quotation marks: 'Grants
   & gifts'!$B$3. Cuts it and its ! off. */
static bool cut_sheet_name(struct arena *arena, struct str *s, struct str *name)
{
    size_t i = 0;
    char *out;
    size_t len = 0;

    if (s->len == 0)
        return false;
    if (s->ptr[0] != '\'') {
        const size_t end = str_find_char(*s, '!');

        *name = str_to(*s, end);
        *s = str_from(*s, end < s->len ? end + 1 : end);
        return end > 0 && s->len > 0;
    }
    out = arena_alloc(arena, s->len, 1);
    if (out == NULL)
        return false;
    for (i = 1; i < s->len; i++) {
        if (s->ptr[i] == '\'' && (i + 1 == s->len || s->ptr[++i] != '\''))
            break;
        out[len++] = s->ptr[i];
    }
    *name = (struct str){out, len};
    if (i >= s->len || s->ptr[i] != '!')
        return false;
    *s = str_from(*s, i + 1);
    return true;
}

static void end_name(struct book_reading *r)
{
    struct workbook *w = r->book;
    struct str text = buf_view(&r->text);
    struct workbook_name *n;
    const struct workbook_sheet *sheets = w->sheets.items;
    struct str sheet;

    r->in_name = false;
    if (r->name.len == 0 || str_starts_alike(r->name, STR_LIT("_xlnm.")))
        return;
    n = list_add(&w->names);
    if (n == NULL)
        return;
    n->name = r->name;
    n->is_local = r->is_local;
    if (!cut_sheet_name(w->arena, &text, &sheet) ||
        !cell_range_read(text, &n->range))
        return;
    for (size_t i = 0; i < w->sheets.count; i++) {
        if (!str_eq(sheets[i].name, sheet))
            continue;
        n->sheet = i;
        n->is_range = true;
    }
}

static void add_sheet(struct book_reading *r, const struct part_tag *tag)
{
    struct workbook_sheet *s = list_add(&r->book->sheets);
    const struct relation *relation =
        relation_of(&r->relations, part_value_in(tag, "relationships", "id"));
    const struct str state = part_value(tag, "state");

    if (s == NULL)
        return;
    s->name = arena_str(r->book->arena, part_value(tag, "name"));
    s->hidden = str_is(state, "hidden") || str_is(state, "veryHidden");
    if (relation != NULL && str_is(relation->type, "worksheet"))
        s->part = relation->target;
}

static void book_start(void *user, struct part_reading *part,
                       const struct part_tag *tag)
{
    struct book_reading *r = user;

    (void)part;
    if (part_is(tag, "workbookPr")) {
        r->book->values.from_1904 = xlsx_is_yes(part_value(tag, "date1904"));
    } else if (part_is(tag, "calcPr")) {
        r->book->unreckoned = xlsx_is_yes(part_value(tag, "fullCalcOnLoad"));
    } else if (part_is(tag, "sheet") && tag->depth == 3) {
        add_sheet(r, tag);
    } else if (part_is(tag, "definedName")) {
        r->in_name = true;
        r->name = arena_str(r->book->arena, part_value(tag, "name"));
        r->is_local = part_value(tag, "localSheetId").len > 0;
        buf_clear(&r->text);
    }
}

static void book_end(void *user, struct part_reading *part, const char *name)
{
    struct book_reading *r = user;

    (void)part;
    if (part_name_is(name, "definedName"))
        end_name(r);
}

static void book_text(void *user, struct part_reading *part, struct str text)
{
    struct book_reading *r = user;

    (void)part;
    if (r->in_name)
        buf_str(&r->text, text);
}

/* A table: its name and where it stands. */
struct table_reading_part {
    struct workbook *book;
    size_t sheet;
    size_t name; /* index of the one that is read; SIZE_MAX: none */
};

static void see_table_look(struct workbook_name *n, struct str style)
{
    n->is_light = str_starts(style, STR_LIT("TableStyleLight")) ||
                  str_starts(style, STR_LIT("TableStyleMedium"));
}

static void table_start(void *user, struct part_reading *part,
                        const struct part_tag *tag)
{
    struct table_reading_part *r = user;
    struct workbook_name *n;

    (void)part;
    if (tag->depth == 2 && part_is(tag, "tableStyleInfo") &&
        r->name < r->book->names.count)
        see_table_look((struct workbook_name *)r->book->names.items + r->name,
                       part_value(tag, "name"));
    if (tag->depth != 1 || !part_is(tag, "table"))
        return;
    r->name = r->book->names.count;
    n = list_add(&r->book->names);
    if (n == NULL)
        return;
    n->name = part_value(tag, "displayName");
    if (n->name.ptr == NULL)
        n->name = part_value(tag, "name");
    n->name = arena_str(r->book->arena, n->name);
    n->sheet = r->sheet;
    n->is_range = cell_range_read(part_value(tag, "ref"), &n->range);
    n->is_table = true;
}

/* Drawings and the like are left alone: real files name some that are not
   there. */
static enum status read_tables(struct workbook *w, size_t sheet,
                               struct str part)
{
    static const struct part_handler handler = {.start = table_start};
    struct table_reading_part r = {w, sheet, SIZE_MAX};
    struct relations relations;
    enum status st = relations_read(&w->package, w->arena, part, &relations);

    for (size_t i = 0; st == ST_OK && i < relations.count; i++) {
        const struct relation *t = &relations.list[i];

        if (str_is(t->type, "table") && package_has(&w->package, t->target))
            st = part_read(&w->package, t->target, &handler, &r);
    }
    return st;
}

/* What is in a workbook and is neither followed nor run. */
static void say_others(const struct workbook *w, const struct relations *r)
{
    const struct place at = {w->source, 0, 0};

    if (relation_of_type(r, "externalLink") != NULL)
        finding(w->findings, FINDING_ASSUMED, at,
                "some figures come from another workbook: their last values "
                "are read, and the link is not followed");
    for (size_t i = 0;; i++) {
        const struct str part = package_part_name(&w->package, i);

        if (part.ptr == NULL)
            return;
        if (str_ends(part, STR_LIT("vbaProject.bin")))
            break;
    }
    finding(w->findings, FINDING_ASSUMED, at,
            "the workbook has macros, which are not run");
}

static enum status read_book(struct workbook *w, struct str part)
{
    static const struct part_handler handler = {book_start, book_end,
                                                book_text};
    struct book_reading r = {.book = w};
    const struct relation *strings;
    const struct relation *styles;
    enum status st = relations_read(&w->package, w->arena, part, &r.relations);

    if (st != ST_OK)
        return st;
    buf_init(&r.text, SHEET_TEXT_MAX);
    st = part_read(&w->package, part, &handler, &r);
    if (st == ST_OK)
        st = buf_status(&r.text);
    buf_free(&r.text);
    say_others(w, &r.relations);
    strings = relation_of_type(&r.relations, "sharedStrings");
    styles = relation_of_type(&r.relations, "styles");
    if (strings != NULL)
        w->strings_part = strings->target;
    if (st == ST_OK && styles != NULL &&
        package_has(&w->package, styles->target))
        st = xlsx_read_styles(w, styles->target);
    for (size_t i = 0; st == ST_OK && i < w->sheets.count; i++) {
        const struct workbook_sheet *s =
            (const struct workbook_sheet *)w->sheets.items + i;

        if (s->part.len > 0)
            st = read_tables(w, i, s->part);
    }
    return st;
}

/* The parts of a binary workbook are no XML. */
static bool is_binary(struct str part)
{
    return str_ends(part, STR_LIT(".bin"));
}

enum status xlsx_open(struct workbook *w)
{
    struct relations root;
    const struct relation *book;
    struct str part = STR_LIT("xl/workbook.xml");
    enum status st = relations_read(&w->package, w->arena, STR_LIT(""), &root);

    if (st != ST_OK)
        return st;
    book = relation_of_type(&root, "officeDocument");
    if (book != NULL)
        part = book->target;
    if (is_binary(part)) {
        finding(w->findings, FINDING_BAD_OFFICE_FILE,
                (struct place){w->source, 0, 0},
                "`%s` is a binary workbook (.xlsb), which is not read",
                w->source->name);
        finding_hint(w->findings, "open it and save it as .xlsx");
        return ST_DATA;
    }
    if (!package_has(&w->package, part)) {
        finding(w->findings, FINDING_BAD_OFFICE_FILE,
                (struct place){w->source, 0, 0},
                "`%s` is a ZIP file, but no workbook", w->source->name);
        finding_hint(w->findings, "%s", w->package.way_out);
        return ST_DATA;
    }
    st = read_book(w, part);
    return st == ST_OK ? arena_status(w->arena) : st;
}
