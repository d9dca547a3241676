#include "core/base/utf8.h"
#include "core/model/heading_sense.h"
#include "input/table/column_match.h"

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

/* `Budget` twice, of which one was taken for what no other heading is: which of
   them is which nobody says. */
static bool is_called_alike(const struct heading *a, const struct heading *b)
{
    return (a->taken || b->taken) && a->column != NULL && b->column != NULL &&
           str_same_word(a->base, b->base);
}

/* The heading before I that is the same column, or as well as that; or I. */
static size_t said_before(const struct match *m, size_t i)
{
    const struct heading *h = &m->headings[i];
    size_t j = 0;

    while (j < i && m->headings[j].column != h->column &&
           !is_called_alike(&m->headings[j], h))
        j++;
    return j;
}

/* Two headings, neither of which is preferred. */
static void check_repeated(struct match *m, size_t i)
{
    struct heading *h = &m->headings[i];
    const size_t before = said_before(m, i);
    char name[SOURCE_CELL_SIZE];

    if (h->column == NULL || h->column->repeats || before == i)
        return;
    place_cell_name(m->headings[before].at, name);
    finding(m->findings, FINDING_DUPLICATE_ID, h->at,
            "heading `%.*s` is that of an earlier column, too",
            STR_ARG(h->text));
    finding_hint(m->findings, "the other is `%.*s` in cell %s%.*s",
                 STR_ARG(m->headings[before].text), name,
                 STR_ARG(columns_percent_heading(m, h->column)));
    h->explained = true;
}

static void check_unit(struct match *m, const struct heading *h)
{
    const struct unit *unit = &m->options->unit;

    if (h->column == NULL || !h->unit.given || !unit->given ||
        h->unit.zeros == unit->zeros)
        return;
    finding(m->findings, FINDING_BAD_VALUE, h->at,
            "`%.*s` names another unit than the data element",
            STR_ARG(h->text));
    finding_hint(m->findings, "leave out unit, or correct it");
}

/* Whether TEXT names a currency other than SIGN: $ in `Cost ($)`. */
static bool has_other_currency(struct str text, struct str sign)
{
    while (text.len > 0) {
        if (str_starts(text, sign))
            text = str_from(text, sign.len);
        else if (utf8_is_currency(utf8_next(&text)))
            return true;
    }
    return false;
}

/* Names are compared without signs of currency, so that the amounts below one
   of another currency would be printed as if they were in ours. */
static void check_currency(struct match *m, const struct heading *h)
{
    const struct str sign = m->options->wording->currency;

    if (h->column == NULL || h->column->type != TYPE_MONEY || sign.len == 0 ||
        !has_other_currency(h->text, sign))
        return;
    finding(m->findings, FINDING_BAD_FIGURE, h->at,
            "`%.*s` names another currency than %.*s, in which its amounts "
            "would be printed",
            STR_ARG(h->text), STR_ARG(sign));
    finding_hint(m->findings,
                 "give the amounts in %.*s; where they are already, correct "
                 "the heading",
                 STR_ARG(sign));
}

/* The quarters to come, which a table of a year has as well: the columns that
   must be there are. */
static bool is_to_come(const struct match *m, const struct heading *h)
{
    int behind;

    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        if (m->kind->columns[i].required &&
            !column_is_present(m, &m->kind->columns[i]))
            return false;
    }
    return heading_behind(h, &m->fillers, &behind) && behind < 0;
}

/* A name that moves with the calendar, and stands for another time than the
   data's; or the data does not say of when it is. */
static void check_period(struct match *m, struct heading *h)
{
    if (heading_is_of_other_period(m, h)) {
        h->to_come = is_to_come(m, h);
        if (!h->to_come)
            headings_say_other_period(m->arena, m->findings, h, &m->fillers);
        h->explained = true;
    } else if (h->column != NULL && h->fit == PLACEHOLDER_UNKNOWN) {
        heading_say_unknown_period(m, h);
    }
}

static void check_sense(const struct match *m, const struct heading *h)
{
    const struct str against = h->column == NULL || h->map_id != NULL
                                   ? (struct str){NULL, 0}
                                   : heading_sense_against(h->column, h->text);

    if (against.len == 0)
        return;
    finding(m->findings, FINDING_SIGN, h->at,
            "the heading `%.*s` has the other word in brackets than `%.*s`: "
            "the other figures stand below zero",
            STR_ARG(h->text), STR_ARG(against));
    finding_hint(m->findings,
                 "turn the signs of its figures and head it "
                 "`%.*s`, or name it in a kind of your own",
                 STR_ARG(against));
}

/* Some heading names another period than the data: others may fit none or the
   wrong one for the same cause. */
static bool is_stale(const struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (heading_is_of_other_period(m, &m->headings[i]) &&
            !is_to_come(m, &m->headings[i]))
            return true;
    }
    return false;
}

static bool moves(const struct kind_column *c)
{
    for (size_t i = 0; i < c->naliases; i++) {
        if (name_has_placeholder(c->aliases[i]))
            return true;
    }
    return false;
}

static void check_each(struct match *m)
{
    const bool stale = is_stale(m);

    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];

        if (!stale || h->fit == PLACEHOLDER_NONE)
            check_repeated(m, i);
        h->explained |= stale && h->passed_over != NULL;
        check_unit(m, h);
        check_currency(m, h);
        check_period(m, h);
        check_sense(m, h);
        if (m->repeats && h->column == NULL && looks_like_years(h->text)) {
            finding(m->findings, FINDING_BAD_YEAR, h->at,
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
        if (last != 0 && h->year != last + 1) {
            finding(m->findings, FINDING_BAD_YEAR, h->at,
                    "financial year `%.*s` does not follow %d/%02d",
                    STR_ARG(h->text), last, (last + 1) % 100);
            finding_hint(m->findings, "put a column for each year, in the "
                                      "order of the years");
        }
        last = h->year;
    }
}

/* `Cost (%)`, `Cost [gross]` and `% cost` without what they add. */
static struct str without_addition(struct str text)
{
    const char last = text.len > 0 ? text.ptr[text.len - 1] : ' ';
    size_t end = text.len;

    if (last == ')' || last == ']') {
        while (end > 0 && text.ptr[end - 1] != (last == ')' ? '(' : '['))
            end--;
        return end == 0 ? text : str_trim(str_to(text, end - 1));
    }
    if (last == '%')
        return str_trim(str_to(text, end - 1));
    return last != ' ' && text.ptr[0] == '%' ? str_trim(str_from(text, 1))
                                             : text;
}

/* Whether nobody reads the column below H, and nothing is said of it yet. What
   names another time than the data is no slip of the pen. */
static bool is_free(const struct heading *h)
{
    return h->column == NULL && h->map_id == NULL && !h->explained &&
           h->fit != PLACEHOLDER_OTHER && h->text.len > 0;
}

/* Whether H is a name of C, and adds something in brackets or a sign. */
static bool adds_to_name(const struct heading *h, const struct kind_column *c)
{
    const struct str bare = without_addition(h->text);
    bool called = str_same_word(bare, c->title);

    if (bare.len == h->text.len || bare.len == 0)
        return false;
    for (size_t i = 0; !called && i < c->naliases; i++)
        called = str_same_word(bare, c->aliases[i]);
    return called;
}

/* `Risk Score` for Score. */
static bool ends_with_name(struct str text, struct str name)
{
    return text.len > name.len && name.len > 0 &&
           text.ptr[text.len - name.len - 1] == ' ' &&
           str_same_word(str_from(text, text.len - name.len), name);
}

static bool may_be_meant(const struct heading *h, const struct kind_column *c)
{
    bool near = str_is_slip(h->text, c->title) || adds_to_name(h, c);

    for (size_t i = 0; !near && i < c->naliases; i++)
        near = str_is_slip(h->text, c->aliases[i]);
    return near;
}

/* The heading that was most likely meant for C, or m->nheadings. */
static size_t nearest_heading(const struct match *m,
                              const struct kind_column *c)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (is_free(&m->headings[i]) && may_be_meant(&m->headings[i], c))
            return i;
    }
    for (size_t i = 0; c->required && i < m->nheadings; i++) {
        if (is_free(&m->headings[i]) &&
            ends_with_name(m->headings[i].text, c->title))
            return i;
    }
    return m->nheadings;
}

void headings_add_word(struct arena *a, struct str *list, struct str word)
{
    if (word.len > 0)
        *list = arena_printf(a, "%.*s%s`%.*s`", STR_ARG(*list),
                             list->len == 0 ? "" : ", ", STR_ARG(word));
}

/* "`Budget`, `Value`": the first of the names that are not blank. */
static struct str list_aliases(const struct match *m,
                               const struct kind_column *c)
{
    struct str s = {NULL, 0};

    for (size_t i = 0; i < c->naliases && i < WORDS_LISTED; i++)
        headings_add_word(
            m->arena, &s,
            heading_name_filled(m->arena, &m->fillers, c->aliases[i]));
    return s;
}

static struct str list_headings(const struct match *m)
{
    struct str s = {NULL, 0};

    for (size_t i = 0; i < m->nheadings && i < WORDS_LISTED; i++)
        headings_add_word(m->arena, &s, m->headings[i].text);
    return s;
}

/* `Year 1 2026/27`, `2026/27 Budget`: a heading that says a year, and more. */
static size_t heading_with_year(const struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        struct str rest = m->headings[i].text;

        while (m->headings[i].column == NULL && rest.len > 0) {
            if (financial_year_read(str_cut(&rest, ' ')) != 0)
                return i;
        }
    }
    return m->nheadings;
}

static bool explain_years(struct match *m, const struct kind_column *c)
{
    const size_t i = c->repeats && c->over != REPEATS_PERIODS
                         ? heading_with_year(m)
                         : m->nheadings;

    if (i == m->nheadings)
        return false;
    finding(m->findings, FINDING_MISSING, m->headings[i].at,
            "column `%.*s` is missing: `%.*s` says more than a financial year",
            STR_ARG(c->title), STR_ARG(m->headings[i].text));
    finding_hint(m->findings, "write each year's heading as 2026/27, or with "
                              "its unit: 2026/27 £m");
    m->headings[i].explained = true;
    return true;
}

static void report_missing(struct match *m, const struct kind_column *c)
{
    const size_t near = nearest_heading(m, c);
    const struct str others = list_aliases(m, c);

    if (near == m->nheadings && headings_say_last_periods(m, c))
        return;
    finding(m->findings, FINDING_MISSING,
            m->headings[near < m->nheadings ? near : 0].at,
            "column `%.*s` is missing%s%.*s", STR_ARG(c->title),
            others.len == 0 ? "" : "; it may also be called ", STR_ARG(others));
    if (near < m->nheadings) {
        finding_hint(m->findings,
                     "is `%.*s` meant to be it? <column id=\"%s\" "
                     "from=\"%.*s\"/> in the data element says so",
                     STR_ARG(m->headings[near].text), c->id,
                     STR_ARG(m->headings[near].text));
        m->headings[near].explained = true;
    } else {
        finding_hint(m->findings, "%sthe headings are %.*s",
                     c->repeats && c->over != REPEATS_PERIODS
                         ? "it is a column for each year, headed 2026/27, or "
                           "with its unit 2026/27 £m; "
                         : "",
                     STR_ARG(list_headings(m)));
    }
}

static void say_unknown(struct findings *findings, const struct heading *h,
                        const struct kind_column *c, const char *becomes)
{
    finding(findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` is no column of this kind of table, and %s",
            STR_ARG(h->text), becomes);
    finding_hint(findings,
                 "is it meant to be `%.*s`? <column id=\"%s\" from=\"%.*s\"/> "
                 "in the data element says so",
                 STR_ARG(c->title), c->id, STR_ARG(h->text));
}

void headings_say_unknown(struct findings *findings, const struct heading *h,
                          const struct kind_column *c)
{
    say_unknown(findings, h, c, "left out");
}

static bool is_wanted_by_name(const struct match *m, const struct heading *h)
{
    for (size_t i = 0; i < m->options->nwanted; i++) {
        if (str_same_word(m->options->wanted[i], h->text))
            return true;
    }
    return false;
}

/* A column that the kind could do without, but for a slip of the pen. */
static void doubt_spelling(struct match *m, const struct kind_column *c)
{
    const size_t near = nearest_heading(m, c);
    const struct heading *h = &m->headings[near];

    if (near == m->nheadings || is_wanted_by_name(m, h))
        return;
    if (m->options->wants_all)
        say_unknown(m->findings, h, c, "is one of its own");
    else
        headings_say_unknown(m->findings, h, c);
}

static void say_addition(const struct match *m, const struct heading *h,
                         const struct kind_column *c)
{
    if (columns_say_percent(m, h, c))
        return;
    finding(m->findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` is nearly called as column `%.*s` is, and left out",
            STR_ARG(h->text), STR_ARG(c->title));
    finding_hint(m->findings,
                 "<column id=\"%s\" from=\"%.*s\"/> in the data element "
                 "reads it for the other; columns=\"...\" names those that "
                 "are wanted",
                 c->id, STR_ARG(h->text));
}

/* `Cost (%)` beside `Cost`, which is read: it may be what was meant. Who names
   the columns that are wanted, or wants all, has chosen. */
static void doubt_additions(struct match *m, const struct kind_column *c)
{
    const bool chosen = m->options->nwanted > 0 || m->options->wants_all;

    for (size_t i = 0; !chosen && i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (is_free(h) && adds_to_name(h, c))
            say_addition(m, h, c);
    }
}

static void check_maps(struct match *m)
{
    const struct table_options *o = m->options;

    for (size_t i = 0; i < o->nmaps; i++) {
        if (o->maps[i].used)
            continue;
        finding(m->findings, FINDING_UNKNOWN_NAME, o->maps[i].at,
                "the data has no heading `%.*s`", STR_ARG(o->maps[i].from));
        finding_hint(m->findings, "the headings are %.*s",
                     STR_ARG(list_headings(m)));
    }
}

/* What must be there has the first choice among headings that nobody knows. */
static bool check_required(struct match *m)
{
    bool complete = true;

    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        const struct kind_column *c = &m->kind->columns[i];

        if (!column_is_lacking(m, c))
            continue;
        complete = false;
        if (!(moves(c) && is_stale(m)) && !explain_years(m, c))
            report_missing(m, c);
    }
    return complete;
}

bool headings_check(struct match *m)
{
    bool complete;

    check_each(m);
    check_maps(m);
    complete = check_required(m);
    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        const struct kind_column *c = &m->kind->columns[i];

        if (column_is_present(m, c))
            doubt_additions(m, c);
        else if (!column_is_lacking(m, c) && !c->repeats &&
                 c->role != COLUMN_INNER_GROUP) /* its names are others' */
            doubt_spelling(m, c);
    }
    check_years(m);
    return complete;
}
