#include "input/office/ods_parts.h"

/* content.xml for the first time: styles, sheets, names. */

struct content_reading {
    struct workbook *book;
    struct ods_styles_reading styles;
    size_t depth;
    size_t passed_depth; /* of what is passed over, as a sheet; 0: nothing */
    struct list unshown; /* struct str: each sheet's style */
};

/* Whether QUOTED, 'Q1 ''26', is NAME, Q1 '26. */
static bool is_quoted(struct str quoted, struct str name)
{
    size_t at = 0;

    if (quoted.len < 2)
        return false;
    quoted = str_from(str_to(quoted, quoted.len - 1), 1);
    for (size_t i = 0; i < quoted.len; i++) {
        if (at == name.len || quoted.ptr[i] != name.ptr[at])
            return false;
        at++;
        i += quoted.ptr[i] == '\'';
    }
    return at == name.len;
}

/* Sheet and cells of $Reserves.$A$5:.$C$7 or $'Grants & gifts'.$B$3. */
static bool read_address(const struct workbook *w, struct str s,
                         struct workbook_name *n)
{
    const struct workbook_sheet *sheets = w->sheets.items;

    s = str_starts(s, STR_LIT("$")) ? str_from(s, 1) : s;
    for (size_t i = 0; i < w->sheets.count; i++) {
        const struct str quoted = ods_sheet_name(s);
        struct str rest = s;
        struct str end;

        if (quoted.len > 0 ? !is_quoted(quoted, sheets[i].name)
                           : !str_starts(rest, sheets[i].name))
            continue;
        rest = str_from(rest, quoted.len > 0 ? quoted.len : sheets[i].name.len);
        if (!str_starts(rest, STR_LIT(".")))
            continue;
        rest = str_from(rest, 1);
        if (!cell_name_cut(&rest, &n->range.first_row, &n->range.first_column))
            return false;
        n->range.last_row = n->range.first_row;
        n->range.last_column = n->range.first_column;
        n->sheet = i;
        end = rest;
        while (str_find_char(end, '.') < end.len)
            end = str_from(end, str_find_char(end, '.') + 1);
        return rest.len == 0 ||
               cell_name_cut(&end, &n->range.last_row, &n->range.last_column);
    }
    return false;
}

static void add_name(struct content_reading *r, const struct part_tag *tag,
                     const char *address)
{
    struct workbook_name *n = list_add(&r->book->names);

    if (n == NULL)
        return;
    n->name = arena_str(r->book->arena, part_value(tag, "name"));
    n->is_range =
        address != NULL && read_address(r->book, part_value(tag, address), n);
}

static void add_sheet(struct content_reading *r, const struct part_tag *tag)
{
    struct workbook_sheet *s = list_add(&r->book->sheets);
    struct str *style = list_add(&r->unshown);

    if (s == NULL || style == NULL)
        return;
    s->name = arena_str(r->book->arena, part_value(tag, "name"));
    *style = arena_str(r->book->arena, part_value(tag, "style-name"));
    r->passed_depth = tag->depth;
}

/* The pages' own styles, which may have the names of those of content.xml. */
static bool is_of_pages(const struct content_reading *r,
                        const struct part_tag *tag)
{
    return !r->styles.automatic &&
           (part_is(tag, "automatic-styles") || part_is(tag, "master-styles"));
}

static void content_start(void *user, struct part_reading *part,
                          const struct part_tag *tag)
{
    struct content_reading *r = user;

    r->depth = tag->depth;
    if (r->passed_depth > 0)
        return;
    if (is_of_pages(r, tag))
        r->passed_depth = tag->depth;
    else if (part_is(tag, "table"))
        add_sheet(r, tag);
    else if (part_is(tag, "named-range"))
        add_name(r, tag, "cell-range-address");
    else if (part_is(tag, "database-range"))
        add_name(r, tag, "target-range-address");
    else if (part_is(tag, "named-expression"))
        add_name(r, tag, NULL);
    else
        ods_styles_start(&r->styles, part, tag);
}

static void content_end(void *user, struct part_reading *part, const char *name)
{
    struct content_reading *r = user;

    (void)part;
    (void)name;
    if (r->depth == r->passed_depth)
        r->passed_depth = 0;
    ods_styles_end(&r->styles, r->depth);
    r->depth--;
}

static void content_text(void *user, struct part_reading *part, struct str text)
{
    struct content_reading *r = user;

    (void)part;
    ods_styles_text(&r->styles, text);
}

static void manifest_start(void *user, struct part_reading *part,
                           const struct part_tag *tag)
{
    bool *locked = user;

    (void)part;
    *locked |= part_is(tag, "encryption-data");
}

static enum status check_password(struct workbook *w)
{
    static const struct part_handler handler = {.start = manifest_start};
    const struct str part = STR_LIT("META-INF/manifest.xml");
    bool locked = false;
    enum status st = ST_OK;

    if (package_has(&w->package, part))
        st = part_read(&w->package, part, &handler, &locked);
    if (st != ST_OK || !locked)
        return st;
    finding(w->findings, FINDING_BAD_OFFICE_FILE,
            (struct place){w->source, 0, 0}, "`%s` is locked with a password",
            w->source->name);
    finding_hint(w->findings, "take the password off and save it again");
    return ST_DATA;
}

enum status ods_open(struct workbook *w)
{
    static const struct part_handler handler = {content_start, content_end,
                                                content_text};
    struct content_reading r = {
        .book = w,
        .styles = {.book = w},
        .unshown = list_of(w->arena, sizeof(struct str)),
    };
    struct workbook_sheet *sheets;
    const struct str *styles;
    enum status st = check_password(w);

    w->styles = list_of(w->arena, sizeof(struct ods_style));
    if (st == ST_OK && package_has(&w->package, STR_LIT("styles.xml")))
        st = part_read(&w->package, STR_LIT("styles.xml"), &handler, &r);
    r.styles.open = NULL;
    r.styles.automatic = true;
    r.passed_depth = 0;
    if (st == ST_OK)
        st = part_read(&w->package, STR_LIT("content.xml"), &handler, &r);
    if (st != ST_OK)
        return st;
    st = ods_styles_settle(w);
    if (st != ST_OK)
        return st;
    sheets = w->sheets.items;
    styles = r.unshown.items;
    for (size_t i = 0; i < w->sheets.count && i < r.unshown.count; i++) {
        const struct ods_style *style = ods_style_of(w, styles[i], ODS_TABLE);

        sheets[i].hidden = style != NULL && style->shown == SAID_NO;
        sheets[i].part = STR_LIT("content.xml");
    }
    return arena_status(w->arena);
}
