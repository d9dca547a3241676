#include "input/table/table_columns.h"
#include "core/base/ascii.h"
#include "core/model/heading_sense.h"
#include "core/value/note_mark.h"
#include "input/table/column_match.h"
#include "input/text/text_in.h"

#include <string.h>

#define ID_MAX 64 /* bytes of an id that is made from a heading */
#define RANK_MAPPED 0
#define RANK_NAME 1
#define RANK_ALIAS 2 /* and those after it */

/* `Full year Budget`: how merged headings are read. */
static bool is_spanned(const struct kind_column *c, struct str text)
{
    for (size_t i = 0; c->span.len > 0 && i < text.len; i++) {
        if (text.ptr[i] == ' ' && heading_is(str_to(text, i), c->span))
            return heading_is(str_from(text, i + 1), c->title);
    }
    return false;
}

/* Two columns may be headed `Budget` below headings of their own: alone it
   says of neither that it is meant. */
static bool shares_title(const struct kind *kind, const struct kind_column *c)
{
    for (size_t i = 0; c->span.len > 0 && i < kind->ncolumns; i++) {
        if (&kind->columns[i] != c &&
            heading_is(c->title, kind->columns[i].title))
            return true;
    }
    return false;
}

static bool is_called(const struct kind *kind, const struct kind_column *c,
                      struct str text)
{
    if (c->repeats)
        return false;
    if (is_spanned(c, text) || heading_is(text, str_of(c->id)))
        return true;
    if (shares_title(kind, c))
        return false;
    for (size_t i = 0; i < c->titles.count; i++) {
        if (heading_is(text, c->titles.list[i].text))
            return true;
    }
    return heading_is(text, c->title);
}

/* Index of the alias, or naliases. */
static size_t known_as(const struct kind_column *c, struct str text)
{
    size_t i = 0;

    if (c->repeats)
        return c->naliases;
    while (i < c->naliases &&
           (name_has_hole(c->aliases[i]) || !heading_is(text, c->aliases[i])))
        i++;
    return i;
}

static bool is_taken(const struct match *m, const struct kind_column *c)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (m->headings[i].column == c)
            return true;
    }
    return false;
}

/* The column among whose names one fits best that moves with the calendar. */
static const struct kind_column *find_moving(const struct match *m,
                                             struct str text,
                                             enum hole_fit *best, size_t *rank)
{
    const struct kind_column *found = NULL;

    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        const struct kind_column *c = &m->kind->columns[i];

        for (size_t k = 0; k < c->naliases && *best < HOLE_FITS; k++) {
            const enum hole_fit fit =
                name_has_hole(c->aliases[k])
                    ? hole_fit(&m->holes, c->aliases[k], text)
                    : HOLE_NONE;

            if (fit <= *best || (fit == HOLE_UNKNOWN && is_taken(m, c)))
                continue;
            *best = fit;
            *rank = RANK_ALIAS + k;
            found = c;
        }
    }
    return *best > HOLE_OTHER ? found : NULL;
}

static const struct kind_column *find_column(const struct match *m,
                                             struct str text, struct heading *h)
{
    const struct kind *kind = m->kind;

    h->rank = RANK_NAME;
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (is_called(kind, &kind->columns[i], text))
            return &kind->columns[i];
    }
    for (size_t i = 0; i < kind->ncolumns; i++) {
        const size_t alias = known_as(&kind->columns[i], text);

        h->rank = RANK_ALIAS + alias;
        if (alias < kind->columns[i].naliases)
            return &kind->columns[i];
    }
    return m->moving ? find_moving(m, text, &h->fit, &h->rank) : NULL;
}

static const struct kind_column *repeated_column(const struct kind *kind)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind->columns[i].repeats)
            return &kind->columns[i];
    }
    return NULL;
}

static const struct kind_column *column_of_id(const struct kind *kind,
                                              struct str id)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (str_is(id, kind->columns[i].id))
            return &kind->columns[i];
    }
    return NULL;
}

/* What a parent of a record in XML has: ../@name is no other than itself. */
static bool is_of_parent(struct str heading)
{
    return str_starts(heading, STR_LIT("../"));
}

static bool is_from(struct str text, struct str from)
{
    if (is_of_parent(text) || is_of_parent(from))
        return str_eq(text, from);
    return str_same_word(text, from);
}

static struct column_map *find_map(const struct table_options *o,
                                   struct str text)
{
    for (size_t i = 0; i < o->nmaps; i++) {
        if (text.len > 0 && is_from(text, o->maps[i].from))
            return &o->maps[i];
    }
    return NULL;
}

/* Whether the data element says that another heading is COLUMN. */
static bool is_mapped(const struct table_options *o,
                      const struct kind_column *column)
{
    for (size_t i = 0; i < o->nmaps; i++) {
        if (column != NULL && o->maps[i].id != NULL &&
            str_is(str_of(column->id), o->maps[i].id))
            return true;
    }
    return false;
}

static int year_of(struct str s)
{
    const int year = financial_year_read(s);

    return year != 0 ? year : financial_year_read_short(str_trim(s));
}

/* As a year, perhaps in the second row of headings. */
static void find_year(const struct match *m, struct heading *h)
{
    struct unit unit;
    const struct str lower = unit_cut(h->lower, m->options->wording, &unit);

    h->year = year_of(h->base);
    if (h->year == 0 && h->lower.len > 0) {
        h->year = year_of(lower);
        if (h->year != 0)
            h->base = lower;
        if (h->year != 0 && unit.given)
            h->unit = unit;
    }
    if (h->year != 0)
        h->column = repeated_column(m->kind);
}

/* As a month or a quarter, where the kind has a column for each. */
static void find_period(const struct match *m, struct heading *h)
{
    if (report_period_read(h->base, m->holes.wording, &h->period) &&
        h->period.months < 12)
        h->column = repeated_column(m->kind);
}

/* As TEXT says, all of it or without its unit. */
/* `Share (%)` without its sign, or all of it. */
static struct str without_percent(struct str text)
{
    static const struct str signs[] = {STR_INIT("(%)"), STR_INIT("[%]"),
                                       STR_INIT("%")};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (str_ends(text, signs[i]))
            return str_trim(str_to(text, text.len - signs[i].len));
    }
    return str_starts(text, STR_LIT("%")) ? str_trim(str_from(text, 1)) : text;
}

/* The sign of a column of percentages says no more than its type. */
static const struct kind_column *
find_percent(const struct match *m, struct heading *h, struct str text)
{
    const struct str bare = without_percent(text);
    const struct kind_column *c =
        bare.len < text.len && bare.len > 0 ? find_column(m, bare, h) : NULL;

    return c != NULL && c->type == TYPE_PERCENT ? c : NULL;
}

static void find_by_text(const struct match *m, struct heading *h,
                         struct str text)
{
    h->base = unit_cut(text, m->options->wording, &h->unit);
    h->column = find_column(m, text, h);
    if (h->column == NULL && h->base.len < text.len)
        h->column = find_column(m, h->base, h);
    if (h->column == NULL)
        h->column = find_percent(m, h, text);
    if (is_mapped(m->options, h->column))
        h->column = NULL;
    if (h->column == NULL && m->repeats &&
        repeated_column(m->kind)->over == REPEATS_PERIODS)
        find_period(m, h);
    else if (h->column == NULL && m->repeats)
        find_year(m, h);
}

/* Nothing is called so: as it says without the mark of a note behind it, which
   may stand before its unit or after. */
static void find_marked(const struct match *m, struct heading *h)
{
    const struct wording *w = m->options->wording;
    struct heading found = *h;
    struct note_mark mark;
    struct str before;
    struct str text = h->text;

    if (note_mark_cut(h->lower, w, &before, &mark))
        found.lower = before;
    if (note_mark_cut(text, w, &before, &mark)) {
        find_by_text(m, &found, before);
    } else if (note_mark_cut(h->base, w, &before, &mark)) {
        text = h->base;
        find_by_text(m, &found, before);
        found.unit = h->unit;
    }
    if (found.column == NULL)
        return;
    *h = found;
    h->mark = str_from(text, before.len);
}

/* Signs that count for nothing where names are compared are marks none the
   less, unless the column is called so. */
static void see_sign(const struct match *m, struct heading *h)
{
    struct note_mark mark;
    struct str before;

    if (note_mark_cut(h->text, m->options->wording, &before, &mark) &&
        mark.form == NOTE_MARK_SIGN && !str_ends(h->column->title, mark.text))
        h->mark = str_from(h->text, before.len);
}

static void find_heading(const struct match *m, struct heading *h)
{
    struct column_map *map = find_map(m->options, h->text);

    if (h->text.len == 0)
        return;
    if (map != NULL) {
        map->used = true;
        h->base = unit_cut(h->text, m->options->wording, &h->unit);
        h->column =
            map->id == NULL ? NULL : column_of_id(m->kind, str_of(map->id));
        h->rank = RANK_MAPPED;
        h->map_id = map->id;
    } else {
        find_by_text(m, h, h->text);
        if (h->column == NULL)
            find_marked(m, h);
        else
            see_sign(m, h);
    }
    if (h->column == NULL || h->column->type != TYPE_MONEY) {
        h->unit = (struct unit){.given = false};
        h->base = str_trim(str_to(h->text, h->text.len - h->mark.len));
    }
}

/* Of several headings of one column the one that is preferred keeps it; of
   equal ones each does, which is a fault. */
static void prefer(const struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];

        for (size_t j = 0;
             h->column != NULL && !h->column->repeats && j < m->nheadings;
             j++) {
            if (m->headings[j].column == h->column &&
                m->headings[j].rank < h->rank)
                h->column = NULL;
        }
    }
}

static struct match begin(struct arena *arena,
                          const struct table_options *options,
                          struct heading *headings, size_t count,
                          struct findings *findings)
{
    return (struct match){
        .arena = arena,
        .options = options,
        .kind = options->kind,
        .findings = findings,
        .headings = headings,
        .nheadings = count,
        .repeats = repeated_column(options->kind) != NULL,
        .holes = {.wording = options->wording},
    };
}

/* Letters and digits, with - between words; FIELD makes it unique where
   another column has it. */
static const char *make_id(struct match *m, const struct column *list,
                           size_t count, struct str heading, uint32_t field)
{
    char id[ID_MAX];
    size_t n = 0;
    bool taken = false;

    for (size_t i = 0; i < heading.len && n + 2 < sizeof(id); i++) {
        const char c = heading.ptr[i];
        const bool upper = c >= 'A' && c <= 'Z';

        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
            (c & 0x80) != 0)
            id[n++] = upper ? (char)(c - 'A' + 'a') : c;
        else if (n > 0 && id[n - 1] != '-')
            id[n++] = '-';
    }
    n -= n > 0 && id[n - 1] == '-';
    taken = column_of_id(m->kind, (struct str){id, n}) != NULL;
    for (size_t i = 0; i < count; i++)
        taken |= str_is((struct str){id, n}, list[i].id);
    if (taken || n == 0)
        return arena_printf(m->arena, "%.*s-%u", (int)n, id, field).ptr;
    return arena_cstr(m->arena, (struct str){id, n});
}

/* Whether the data element names COLUMN of the kind; all of them where it
   names none. */
static bool is_wanted(const struct table_options *o,
                      const struct kind_column *column)
{
    for (size_t i = 0; i < o->nwanted; i++) {
        if (str_is(o->wanted[i], column->id))
            return true;
    }
    return o->nwanted == 0;
}

/* Of the whole table, for its money. */
static uint8_t usual_zeros(const struct match *m, const struct heading *h)
{
    return h->column != NULL && h->column->type == TYPE_MONEY && m->unit.given
               ? m->unit.zeros
               : 0;
}

static void add_column(struct match *m, struct columns *columns,
                       struct column *list, size_t i, const char *id)
{
    const struct heading *h = &m->headings[i];
    const bool unasked = h->column != NULL && !is_wanted(m->options, h->column);

    text_in_entities(h->base, h->at, m->findings);
    columns->is_read[i] = true;
    list[columns->count++] = (struct column){
        .kind = h->column,
        .id = id,
        .heading = h->base,
        .mark = h->mark,
        .year = h->year,
        .zeros = h->unit.given ? h->unit.zeros : usual_zeros(m, h),
        .field = (uint32_t)i + 1,
        .hidden = unasked || (h->column != NULL && h->column->hidden),
        .unasked = unasked,
        .at = h->at,
    };
}

/* Every column that the headings have of COLUMN: several where it repeats. */
static void add_kind_column(struct match *m, struct columns *columns,
                            struct column *list,
                            const struct kind_column *column)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->column == column && !h->explained && !columns->is_read[i])
            add_column(m, columns, list, i, column->id);
    }
}

/* A heading that no column of the kind has: NAME is its id or its text. */
static void add_extra(struct match *m, struct columns *columns,
                      struct column *list, struct str name)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];
        const char *id = h->map_id;

        if (h->column != NULL || h->explained || columns->is_read[i] ||
            h->text.len == 0)
            continue;
        if (id == NULL)
            id = make_id(m, list, columns->count, h->text, (uint32_t)i + 1);
        if (id != NULL &&
            (name.len == 0 || str_is(name, id) || str_same_word(name, h->text)))
            add_column(m, columns, list, i, id);
    }
}

/* Where NAME stands in the attribute that asks for it. */
static struct place wanted_place(const struct match *m, const struct str *name)
{
    const struct table_options *o = m->options;
    struct str rest = o->wanted_text;

    while (rest.len > 0) {
        const size_t at = o->wanted_text.len - rest.len;

        if (str_eq(str_cut(&rest, ' '), *name))
            return source_advance(o->wanted_at, o->wanted_text, at);
    }
    return o->wanted_at;
}

static bool takes_extra(const struct match *m, const struct str *name)
{
    if (m->kind->extra_columns)
        return true;
    finding(m->findings, FINDING_UNKNOWN_NAME, wanted_place(m, name),
            "kind `%s` has no column `%.*s`", m->kind->id, STR_ARG(*name));
    finding_hint(m->findings, "only a kind with extra=\"yes\" takes columns "
                              "that it does not name");
    return false;
}

/* COLUMN is the kind's; NULL: the kind has none of that name. */
static void lacks_wanted(const struct match *m, const struct str *wanted,
                         const struct kind_column *column)
{
    finding(m->findings, FINDING_UNKNOWN_NAME, wanted_place(m, wanted),
            "the data has no column `%.*s`", STR_ARG(*wanted));
    if (column == NULL)
        finding_hint(m->findings, "name a heading of the file, or take it out "
                                  "of `columns`");
    else
        finding_hint(m->findings,
                     "give the file a column headed `%.*s`, or take `%.*s` "
                     "out of `columns`",
                     STR_ARG(column->title), STR_ARG(*wanted));
}

/* Those that the data element names, in its order. */
static void add_wanted(struct match *m, struct columns *columns,
                       struct column *list)
{
    const struct table_options *o = m->options;

    for (size_t i = 0; i < o->nwanted; i++) {
        const struct kind_column *column = column_of_id(m->kind, o->wanted[i]);
        const size_t before = columns->count;

        if (column != NULL)
            add_kind_column(m, columns, list, column);
        else if (takes_extra(m, &o->wanted[i]))
            add_extra(m, columns, list, o->wanted[i]);
        else
            continue;
        if (columns->count == before)
            lacks_wanted(m, &o->wanted[i], column);
    }
}

static void add_mapped(struct match *m, struct columns *columns,
                       struct column *list)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const char *id = m->headings[i].map_id;

        if (id != NULL && m->headings[i].column == NULL)
            add_extra(m, columns, list, str_of(id));
    }
}

/* A heading that a finding explains has no column. */
static void list_columns(struct match *m, struct columns *columns)
{
    const struct table_options *o = m->options;
    struct column *list = arena_alloc(m->arena, m->nheadings, sizeof(*list));

    columns->is_read =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_read));
    columns->is_filled =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_filled));
    columns->is_figure =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_figure));
    columns->unread =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->unread));
    if (arena_status(m->arena) != ST_OK)
        return;
    if (!o->wants_all)
        add_wanted(m, columns, list);
    for (size_t k = 0; k < m->kind->ncolumns; k++) {
        const struct kind_column *column = &m->kind->columns[k];

        if (o->nwanted == 0 || o->wants_all || column->required)
            add_kind_column(m, columns, list, column);
    }
    add_mapped(m, columns, list);
    if (o->wants_all || m->kind->ncolumns == 0)
        add_extra(m, columns, list, (struct str){NULL, 0});
    columns->list = list;
    for (size_t i = 0; i < m->nheadings; i++) {
        if (!columns->is_read[i])
            columns->unread[columns->nunread++] = (uint32_t)i + 1;
    }
}

size_t columns_known(const struct table_options *options,
                     const struct str *texts, size_t count, bool *complete)
{
    struct match m = begin(NULL, options, NULL, 0, NULL);
    uint64_t seen[COLUMNS_MAX / 64 + 1] = {0};
    size_t known = 0;
    size_t required = 0;

    m.moving = true;
    for (size_t k = 0; k < m.kind->ncolumns; k++)
        required += m.kind->columns[k].required;
    for (size_t i = 0; i < count; i++) {
        struct heading h = {.text = texts[i]};
        size_t k;

        find_heading(&m, &h);
        if (h.column == NULL)
            continue;
        k = (size_t)(h.column - m.kind->columns);
        if (k >= COLUMNS_MAX || (seen[k / 64] >> k % 64 & 1) != 0)
            continue;
        seen[k / 64] |= UINT64_C(1) << k % 64;
        known++;
        required -= h.column->required;
    }
    *complete = required == 0 && known > 0;
    return known;
}

/* Whether there is anything to read below these headings. */
static bool is_any_known(const struct match *m)
{
    bool required = false;

    for (size_t i = 0; i < m->nheadings; i++) {
        if (m->headings[i].column != NULL)
            return true;
    }
    for (size_t i = 0; i < m->kind->ncolumns; i++)
        required |= m->kind->columns[i].required;
    return m->kind->extra_columns && !required;
}

enum status columns_match(struct arena *arena,
                          const struct table_options *options,
                          struct heading *headings, size_t count,
                          struct unit unit, struct report_period period,
                          struct findings *findings, struct columns *columns)
{
    struct match m = begin(arena, options, headings, count, findings);

    m.unit = unit;
    m.holes.period = period;
    *columns = (struct columns){.headings = headings, .width = count};
    for (size_t i = 0; i < count; i++)
        find_heading(&m, &headings[i]);
    /* A fixed name goes before one that may mean several columns. */
    m.moving = true;
    for (size_t i = 0; i < count; i++) {
        if (headings[i].column == NULL && headings[i].map_id == NULL)
            find_heading(&m, &headings[i]);
    }
    if (!is_any_known(&m))
        return ST_OK;
    prefer(&m);
    columns->unit_heading = column_units_beside(&m);
    columns->unit = m.unit;
    columns->complete = headings_check(&m);
    list_columns(&m, columns);
    return arena_status(arena);
}
