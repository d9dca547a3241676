#include "input/table/table_columns.h"

#define ID_MAX 64       /* bytes of an id that is made from a heading */
#define WORDS_LISTED 12 /* in a message */

struct heading {
    struct str text;
    const struct kind_column *column; /* NULL: none is called so */
    int year;                         /* of a repeated column */
    bool explained;                   /* a finding names it already */
};

struct match {
    struct arena *arena;
    const struct record *record;
    const struct kind *kind;
    struct findings *findings;
    struct heading *headings;
    size_t nheadings;
};

static bool is_called(const struct kind_column *c, struct str text)
{
    return !c->repeats && (str_same_word(text, c->title) ||
                           str_same_word(text, str_of(c->id)));
}

static bool is_known_as(const struct kind_column *c, struct str text)
{
    for (size_t i = 0; !c->repeats && i < c->naliases; i++) {
        if (str_same_word(text, c->aliases[i]))
            return true;
    }
    return false;
}

static const struct kind_column *find_column(const struct kind *kind,
                                             struct str text, int year)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (is_called(&kind->columns[i], text))
            return &kind->columns[i];
    }
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (is_known_as(&kind->columns[i], text) ||
            (kind->columns[i].repeats && year != 0))
            return &kind->columns[i];
    }
    return NULL;
}

static struct place heading_place(const struct match *m, size_t i)
{
    return record_place(m->record, i + 1);
}

/* 2012/14: four digits, one sign, two or four digits. */
static bool looks_like_years(struct str s)
{
    size_t digits[2] = {0};
    size_t part = 0;
    size_t i = 0;

    for (; i < s.len; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            digits[part]++;
        else if ((s.ptr[i] == '/' || s.ptr[i] == '-') && part == 0)
            part++;
        else
            return false;
    }
    return digits[0] == 4 && (digits[1] == 2 || digits[1] == 4);
}

static bool has_repeats(const struct kind *kind)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind->columns[i].repeats)
            return true;
    }
    return false;
}

/* The heading before I that I says again, or I. */
static size_t said_before(const struct match *m, size_t i)
{
    const struct heading *h = &m->headings[i];

    for (size_t j = 0; j < i && h->text.len > 0; j++) {
        const struct heading *other = &m->headings[j];

        if (h->column != NULL && !h->column->repeats
                ? other->column == h->column
                : str_same_word(other->text, h->text))
            return j;
    }
    return i;
}

static void check_repeated(struct match *m, size_t i)
{
    struct heading *h = &m->headings[i];
    const size_t before = said_before(m, i);
    char name[SOURCE_CELL_SIZE];

    if (before == i || h->year != 0)
        return;
    place_cell_name(heading_place(m, before), name);
    finding(m->findings, FINDING_DUPLICATE_ID, heading_place(m, i),
            "heading `%.*s` is that of an earlier column, too",
            STR_ARG(h->text));
    finding_hint(m->findings, "the other is `%.*s` in cell %s",
                 STR_ARG(m->headings[before].text), name);
    h->explained = true;
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

static void find_columns(struct match *m)
{
    const bool years = has_repeats(m->kind);

    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];

        h->text = m->record->fields[i];
        h->year = years ? financial_year_read(h->text) : 0;
        h->column = find_column(m->kind, h->text, h->year);
        if (h->column == NULL || !h->column->repeats)
            h->year = 0;
    }
}

static void check_each(struct match *m)
{
    const bool years = has_repeats(m->kind);

    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];

        check_repeated(m, i);
        if (years && h->column == NULL && looks_like_years(h->text)) {
            finding(m->findings, FINDING_BAD_YEAR, heading_place(m, i),
                    "`%.*s` is not a financial year", STR_ARG(h->text));
            h->explained = true;
        }
    }
}

static void check_years(struct match *m)
{
    int last = 0;

    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->year == 0)
            continue;
        if (last != 0 && h->year != last + 1)
            finding(m->findings, FINDING_BAD_YEAR, heading_place(m, i),
                    "financial year `%.*s` does not follow %d/%02d",
                    STR_ARG(h->text), last, (last + 1) % 100);
        last = h->year;
    }
}

static bool is_present(const struct match *m, const struct kind_column *c)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (m->headings[i].column == c)
            return true;
    }
    return false;
}

/* The heading that was most likely meant for C, or m->nheadings. */
static size_t nearest_heading(const struct match *m,
                              const struct kind_column *c)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->column == NULL && !h->explained && h->text.len > 0 &&
            (str_nearest(h->text, &c->title, 1) == 0 ||
             str_nearest(h->text, c->aliases, c->naliases) >= 0))
            return i;
    }
    return m->nheadings;
}

/* "`Budget`, `Value`": the first of WORDS that are not blank. */
static struct str list_words(struct arena *a, const struct str *words,
                             size_t nwords)
{
    struct str s = {NULL, 0};

    for (size_t i = 0; i < nwords && i < WORDS_LISTED; i++) {
        if (words[i].len > 0)
            s = arena_printf(a, "%.*s%s`%.*s`", STR_ARG(s),
                             s.len == 0 ? "" : ", ", STR_ARG(words[i]));
    }
    return s;
}

static void report_missing(struct match *m, const struct kind_column *c)
{
    const size_t near = nearest_heading(m, c);
    const struct str others = list_words(m->arena, c->aliases, c->naliases);
    struct str found;

    finding(m->findings, FINDING_MISSING,
            record_place(m->record, near < m->nheadings ? near + 1 : 1),
            "column `%.*s` is missing%s%.*s", STR_ARG(c->title),
            others.len == 0 ? "" : "; it may also be called ", STR_ARG(others));
    if (near < m->nheadings) {
        finding_hint(m->findings, "is `%.*s` meant to be it?",
                     STR_ARG(m->headings[near].text));
        m->headings[near].explained = true;
    } else {
        found = list_words(m->arena, m->record->fields, m->nheadings);
        finding_hint(m->findings, "the headings are %.*s", STR_ARG(found));
    }
}

static void report_unknown(struct match *m, const struct str *titles)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->column != NULL || h->explained || h->text.len == 0)
            continue;
        finding(m->findings, FINDING_UNKNOWN_NAME, heading_place(m, i),
                "column `%.*s` is not one of this kind of table",
                STR_ARG(h->text));
        finding_nearest(m->findings, h->text, titles, m->kind->ncolumns);
    }
}

/* Everything that is wrong with the headings as a whole. */
static bool check_headings(struct match *m)
{
    const struct kind *kind = m->kind;
    struct str *titles = arena_alloc(m->arena, kind->ncolumns, sizeof(*titles));
    bool complete = true;

    if (titles == NULL)
        return false;
    check_each(m);
    for (size_t i = 0; i < kind->ncolumns; i++) {
        const struct kind_column *c = &kind->columns[i];

        titles[i] = c->title.len > 0 ? c->title : str_of(c->id);
        if (c->required && !is_present(m, c)) {
            report_missing(m, c);
            complete = false;
        }
    }
    if (!kind->extra_columns)
        report_unknown(m, titles);
    check_years(m);
    return complete;
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
    for (size_t i = 0; i < m->kind->ncolumns; i++)
        taken |= str_is((struct str){id, n}, m->kind->columns[i].id);
    for (size_t i = 0; i < count; i++)
        taken |= str_is((struct str){id, n}, list[i].id);
    if (taken || n == 0)
        return arena_printf(m->arena, "%.*s-%u", (int)n, id, field).ptr;
    return arena_cstr(m->arena, (struct str){id, n});
}

static void add_column(const struct match *m, struct column *list,
                       size_t *count, size_t i, const char *id)
{
    const struct heading *h = &m->headings[i];

    list[(*count)++] = (struct column){
        .kind = h->column,
        .id = id,
        .heading = h->text,
        .year = h->year,
        .field = (uint32_t)i + 1,
        .at = heading_place(m, i),
    };
}

/* A heading that a finding explains has no column. */
static void list_columns(struct match *m, struct columns *columns)
{
    struct column *list = arena_alloc(m->arena, m->nheadings, sizeof(*list));
    size_t n = 0;

    columns->unnamed =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->unnamed));
    if (list == NULL || columns->unnamed == NULL)
        return;
    for (size_t k = 0; k < m->kind->ncolumns; k++) {
        for (size_t i = 0; i < m->nheadings; i++) {
            const struct heading *h = &m->headings[i];

            if (h->column == &m->kind->columns[k] && !h->explained)
                add_column(m, list, &n, i, h->column->id);
        }
    }
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->text.len == 0)
            columns->unnamed[columns->nunnamed++] = (uint32_t)i + 1;
        else if (h->column == NULL && !h->explained && m->kind->extra_columns)
            add_column(m, list, &n, i,
                       make_id(m, list, n, h->text, (uint32_t)i + 1));
    }
    columns->list = list;
    columns->count = n;
}

bool columns_are_named(const struct record *r, const struct kind *kind)
{
    for (size_t k = 0; k < kind->ncolumns; k++) {
        bool found = !kind->columns[k].required;

        for (size_t i = 0; i < r->nfilled && !found; i++)
            found = find_column(kind, r->fields[i],
                                financial_year_read(r->fields[i])) ==
                    &kind->columns[k];
        if (!found)
            return false;
    }
    return kind->ncolumns > 0;
}

enum status columns_match(struct arena *arena, const struct record *headings,
                          const struct kind *kind, struct findings *findings,
                          struct columns *columns)
{
    struct match m = {
        .arena = arena,
        .record = headings,
        .kind = kind,
        .findings = findings,
        .nheadings = headings->nfilled,
    };

    *columns = (struct columns){.width = headings->nfilled};
    if (m.nheadings > COLUMNS_MAX) {
        finding(findings, FINDING_LIMIT,
                record_place(headings, COLUMNS_MAX + 1),
                "the table has %zu columns; at most %d are read", m.nheadings,
                COLUMNS_MAX);
        return ST_LIMIT;
    }
    m.headings = arena_alloc(arena, m.nheadings, sizeof(*m.headings));
    if (m.headings == NULL)
        return arena_status(arena);
    find_columns(&m);
    if (!is_any_known(&m))
        return ST_OK;
    columns->complete = check_headings(&m);
    list_columns(&m, columns);
    return arena_status(arena);
}
