#include "input/table/table_columns.h"
#include "core/base/ascii.h"
#include "core/model/heading_sense.h"
#include "core/value/note_mark.h"
#include "input/table/column_match.h"

#include <string.h>

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

/* Those that repeat are found by what they repeat over, groups within groups
   beside their groups (column_inner.c). */
static bool is_found_otherwise(const struct kind_column *c)
{
    return c->repeats || c->role == COLUMN_INNER_GROUP;
}

static bool is_called(const struct kind *kind, const struct kind_column *c,
                      struct str text)
{
    if (is_found_otherwise(c))
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

    if (is_found_otherwise(c))
        return c->naliases;
    while (i < c->naliases && (name_has_placeholder(c->aliases[i]) ||
                               !heading_is(text, c->aliases[i])))
        i++;
    return i;
}

/* The column among whose names one fits best that moves with the calendar. */
static const struct kind_column *find_moving(const struct match *m,
                                             struct str text,
                                             enum placeholder_fit *best,
                                             size_t *rank)
{
    const struct kind_column *found = NULL;

    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        const struct kind_column *c = &m->kind->columns[i];

        for (size_t k = 0; k < c->naliases && *best < PLACEHOLDER_FITS; k++) {
            const enum placeholder_fit fit =
                name_has_placeholder(c->aliases[k])
                    ? placeholder_fit(&m->fillers, c->aliases[k], text)
                    : PLACEHOLDER_NONE;

            if (fit <= *best ||
                (fit == PLACEHOLDER_UNKNOWN && column_is_present(m, c)))
                continue;
            *best = fit;
            *rank = RANK_ALIAS + k;
            found = c;
        }
    }
    return *best > PLACEHOLDER_OTHER ? found : NULL;
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
    if (report_period_read(h->base, m->fillers.wording, &h->period) &&
        h->period.months < 12)
        h->column = repeated_column(m->kind);
}

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

/* The sign of a column of percentages says no more than its type; one behind
   the name of an amount is the amount's in per cent. */
static const struct kind_column *
find_percent(const struct match *m, struct heading *h, struct str text)
{
    const struct str bare = without_percent(text);
    const struct kind_column *c =
        bare.len < text.len && bare.len > 0 ? find_column(m, bare, h) : NULL;

    if (c == NULL || c->type == TYPE_PERCENT)
        return c;
    return c->type == TYPE_MONEY ? column_in_percent(m->kind, c) : NULL;
}

/* As TEXT says, all of it or without its unit. */
static void find_by_text(const struct match *m, struct heading *h,
                         struct str text)
{
    h->base = unit_cut(text, m->options->wording, &h->unit);
    h->column = find_column(m, text, h);
    if (h->column == NULL && h->base.len < text.len)
        h->column = find_column(m, h->base, h);
    if (h->column == NULL && h->unit.given) {
        const struct str bare = unit_cut_in(h->base, m->options->wording);

        h->column = find_column(m, bare, h);
        h->base = h->column == NULL ? h->base : bare;
    }
    if (h->column != NULL && h->fit != PLACEHOLDER_NONE && !h->unit.given)
        (void)unit_find(text, m->options->wording, &h->unit);
    if (h->column == NULL)
        h->column = find_percent(m, h, text);
    if (column_is_mapped(m->options, h->column))
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
            map->id == NULL ? NULL : kind_column(m->kind, str_of(map->id));
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

/* Codes of cost centres say of no row what it is, where words stand beside.
   What is called as the column is itself has names (A40, M25), unless all are
   of digits. */
static bool is_code(const struct heading *h)
{
    return h->column->role == COLUMN_KEY && h->column->type == TYPE_TEXT &&
           (h->rank <= RANK_NAME ? h->numbers * 2 > h->others
                                 : heading_has_codes(h));
}

/* Of several names for one column the first of its names is preferred, and of
   periods before the data's the last. */
static bool is_preferred(const struct match *m, const struct heading *a,
                         const struct heading *b)
{
    int behind_a;
    int behind_b;

    if (a->rank != RANK_MAPPED && b->rank != RANK_MAPPED &&
        is_code(a) != is_code(b))
        return is_code(b);
    if (a->rank != b->rank)
        return a->rank < b->rank;
    return a->fit == PLACEHOLDER_FITS && b->fit == PLACEHOLDER_FITS &&
           heading_behind(a, &m->fillers, &behind_a) &&
           heading_behind(b, &m->fillers, &behind_b) && behind_a >= 0 &&
           behind_a < behind_b;
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
                is_preferred(m, &m->headings[j], h)) {
                h->passed_over = h->column;
                h->column = NULL;
            }
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
        .fillers = {.wording = options->wording},
    };
}

size_t columns_known(const struct table_options *options,
                     const struct str *texts, size_t count, bool *complete)
{
    struct match m = begin(NULL, options, NULL, 0, NULL);
    struct column_set seen = {{0}};
    struct column_set may_be = {{0}};
    size_t known = 0;

    m.moving = true;
    for (size_t i = 0; i < count; i++) {
        struct heading h = {.text = texts[i]};

        find_heading(&m, &h);
        if (h.column != NULL &&
            column_set_add(&seen, (size_t)(h.column - m.kind->columns)))
            known++;
        columns_may_be(&m, &h, i == 0, &may_be);
    }
    *complete = known > 0;
    for (size_t k = 0; k < m.kind->ncolumns; k++) {
        const struct kind_column *c = &m.kind->columns[k];
        const struct kind_column *other = kind_column_instead(m.kind, c);

        *complete &= !c->required || column_set_has(&seen, k) ||
                     column_set_has(&may_be, k) ||
                     (other != NULL &&
                      column_set_has(&seen, (size_t)(other - m.kind->columns)));
    }
    return known;
}

const struct kind_column *columns_named(const struct table_options *options,
                                        struct str name)
{
    struct match m = begin(NULL, options, NULL, 0, NULL);
    struct heading h = {.text = name};
    struct column_map *map = find_map(options, name);
    const bool used = map != NULL && map->used;

    m.moving = true;
    find_heading(&m, &h);
    if (map != NULL)
        map->used = used; /* who only asks has not met that heading */
    return h.column;
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

/* Where nobody says of which period the data is: the later of the two that
   headings are. Of more, as the quarters of a year, the last may be yet to
   come. */
static struct report_period last_of_headings(const struct match *m)
{
    struct report_period last = {.months = 0};
    size_t n = 0;

    for (size_t i = 0; i < m->nheadings; i++) {
        struct report_period p;
        int behind;

        if (!report_period_read(m->headings[i].text, m->fillers.wording, &p) ||
            p.months == 0 || p.months >= 12 || p.year == 0)
            continue;
        if (n++ == 0)
            last = p;
        else if (!report_period_behind(p, last, &behind))
            return (struct report_period){.months = 0};
        else if (behind < 0)
            last = p;
    }
    return n == 2 ? last : (struct report_period){.months = 0};
}

enum status columns_match(struct arena *arena,
                          const struct table_options *options,
                          struct heading *headings, size_t count,
                          struct unit unit, struct report_period period,
                          struct findings *findings, struct columns *columns)
{
    struct match m = begin(arena, options, headings, count, findings);

    m.unit = unit;
    m.fillers.period = period.months > 0 ? period : last_of_headings(&m);
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
    columns_take_percents(&m);
    prefer(&m);
    columns_take_required(&m);
    columns_take_inner(&m);
    columns->unit_heading = column_units_beside(&m);
    columns->unit = m.unit;
    columns->complete = headings_check(&m);
    columns_list(&m, columns);
    return arena_status(arena);
}
