/*
 * What is like a record, but stands where the path does not lead: it would be
 * lost.
 */
#include "core/base/ascii.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define NAMES_KEPT 64   /* of elements, which are judged once */
#define FIELDS_MAX 64   /* of an element that is judged */
#define JUDGED_MAX 4096 /* elements that may prove to be like nothing */

enum likeness {
    LIKE_NOTHING,
    LIKE_DEEPER,  /* called as the records, below what holds one of them */
    LIKE_RECORD,  /* called so, with a field that they have, elsewhere */
    LIKE_FIGURES, /* called otherwise, with figures: a total, say */
    LIKE_SUM,     /* a figure that what holds records has itself */
    LIKES
};

/* Elements, or attributes, of one name in elements of one name: one is like a
   record, and all are. */
struct judged {
    struct str holder;
    struct str name;
    char mark; /* @ where they are attributes, or 0 */
    enum likeness like;
};

struct elsewhere {
    struct arena *arena;
    const struct table_options *options;
    const struct list *records;
    struct str path;
    struct list judged;
    size_t njudged; /* and what was like nothing */
    const struct xml_node *first[LIKES];
    size_t count[LIKES];
    struct str sum; /* what the first LIKE_SUM is called */
    char sum_mark;  /* as in struct judged */
    struct buf name;
};

static bool is_within(const struct xml_node *n, const struct xml_node *holder)
{
    for (n = n->parent; n != NULL; n = n->parent) {
        if (n == holder)
            return true;
    }
    return false;
}

static struct str name_of_records(const struct elsewhere *e)
{
    const struct xml_node *const *list = e->records->items;

    return list[0]->name;
}

/* NEXT is the record behind the last one that was met. */
static bool holds_records(const struct elsewhere *e, const struct xml_node *n,
                          size_t next)
{
    const struct xml_node *const *list = e->records->items;

    return (next > 0 && is_within(list[next - 1], n)) ||
           (next < e->records->count && is_within(list[next], n));
}

/* Somebody put it one level too deep: what holds it and a record as well holds
   one of the two beside it. */
static bool is_deeper(const struct elsewhere *e, const struct xml_node *n,
                      size_t next)
{
    const struct xml_node *const *list = e->records->items;

    return str_eq(n->name, name_of_records(e)) &&
           ((next > 0 && is_within(n, list[next - 1]->parent)) ||
            (next < e->records->count && is_within(n, list[next]->parent)));
}

/* Other data of the report read it, or what it is part of. */
static bool is_read_elsewhere(const struct elsewhere *e,
                              const struct xml_node *n)
{
    for (; n != NULL; n = n->parent) {
        if (xml_is_read_elsewhere(e->options, n))
            return true;
    }
    return false;
}

/* A column is made of it, or of what it holds: from="../total/@amount". MARK
   is @ where NAME is that of an attribute, or 0. */
static bool is_asked_for(const struct elsewhere *e, char mark, struct str name)
{
    for (size_t i = 0; i < e->options->nmaps; i++) {
        struct str rest = e->options->maps[i].from;

        while (rest.len > 0) {
            const struct str part = str_cut(&rest, '/');

            if (str_eq(mark == 0 ? part : str_from(part, 1), name) &&
                (mark == 0 || part.ptr[0] == mark))
                return true;
        }
    }
    return false;
}

/* Which columns the fields of N are; what lies deeper is none of its own. */
static void count_columns(struct elsewhere *e, const struct xml_node *n,
                          size_t *columns, size_t *figures)
{
    struct xml_walk walk;
    struct xml_met met;

    *columns = 0;
    *figures = 0;
    xml_walk_begin(&walk, n, &e->name);
    for (size_t i = 0; i < FIELDS_MAX && xml_walk_next(&walk, &met); i++) {
        const struct kind_column *c = met.node == n && met.attribute == NULL
                                          ? NULL
                                          : columns_named(e->options, met.name);

        if (c == NULL || xml_met_text(e->arena, &met).len == 0)
            continue;
        (*columns)++;
        *figures += value_is_figure(c->type);
    }
}

/* One figure without a name is a claim there: <total amount="3"/>. */
static bool is_beside_records(const struct elsewhere *e,
                              const struct xml_node *n)
{
    const struct xml_node *const *list = e->records->items;
    const struct xml_node *holder = list[0]->parent;

    return holder != NULL && str_eq(n->parent->name, holder->name);
}

static enum likeness judge(struct elsewhere *e, const struct xml_node *n)
{
    size_t columns;
    size_t figures;

    if (is_asked_for(e, 0, n->name))
        return LIKE_NOTHING;
    count_columns(e, n, &columns, &figures);
    if (str_eq(n->name, name_of_records(e)))
        return columns > 0 ? LIKE_RECORD : LIKE_NOTHING;
    return figures > 0 && (columns > 1 || is_beside_records(e, n))
               ? LIKE_FIGURES
               : LIKE_NOTHING;
}

bool xml_is_line(const struct kind *kind, struct str name, bool of_sums)
{
    for (size_t i = 0; i < kind->nrows; i++) {
        const struct kind_row *row = &kind->rows[i];

        if (of_sums && !row_is_sum((uint8_t)row->role))
            continue;
        for (size_t k = 0; k < row->naliases; k++) {
            if (str_same_word(row->aliases[k], name))
                return true;
        }
    }
    return false;
}

/* Of what holds records, an attribute or an element that is a text alone. */
static enum likeness judge_own(struct elsewhere *e, struct str name,
                               struct str text)
{
    const struct kind_column *c = columns_named(e->options, name);
    const bool figure = c != NULL ? value_is_figure(c->type)
                                  : xml_is_line(e->options->kind, name, true);

    return figure && has_digit(text) ? LIKE_SUM : LIKE_NOTHING;
}

/* What was found of such a NAME in HOLDER before, MARK as in struct judged;
   LIKES: nothing. */
static enum likeness judged_before(const struct elsewhere *e, struct str holder,
                                   char mark, struct str name)
{
    const struct judged *list = e->judged.items;

    for (size_t i = 0; i < e->judged.count; i++) {
        if (list[i].mark == mark && str_eq(list[i].name, name) &&
            str_eq(list[i].holder, holder))
            return list[i].like;
    }
    return e->judged.count == NAMES_KEPT || e->njudged == JUDGED_MAX
               ? LIKE_NOTHING
               : LIKES;
}

static void keep_judged(struct elsewhere *e, struct str holder, char mark,
                        struct str name, enum likeness like)
{
    struct judged *now = like == LIKE_NOTHING ? NULL : list_add(&e->judged);

    e->njudged++;
    if (now != NULL)
        *now = (struct judged){holder, name, mark, like};
}

static enum likeness judge_once(struct elsewhere *e, const struct xml_node *n,
                                size_t next)
{
    const struct str holder = n->parent->name;
    enum likeness like = judged_before(e, holder, 0, n->name);
    bool text;
    bool elements;

    if (like != LIKES)
        return like;
    like = judge(e, n);
    xml_contents(n, &text, &elements);
    if (like == LIKE_NOTHING && text && !elements &&
        !is_asked_for(e, 0, n->name) && holds_records(e, n->parent, next))
        like = judge_own(e, n->name, xml_text(e->arena, n));
    keep_judged(e, holder, 0, n->name, like);
    return like;
}

static void count(struct elsewhere *e, const struct xml_node *n,
                  enum likeness like, char mark, struct str name)
{
    if (like == LIKE_NOTHING || is_read_elsewhere(e, n))
        return;
    if (e->count[like]++ > 0)
        return;
    e->first[like] = n;
    if (like == LIKE_SUM) {
        e->sum = name;
        e->sum_mark = mark;
    }
}

/* N holds the next record. */
static void see_holder(struct elsewhere *e, const struct xml_node *n)
{
    for (size_t i = 0; i < n->nattributes; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        enum likeness like = judged_before(e, n->name, '@', a->name);

        if (like == LIKES) {
            like = is_asked_for(e, '@', a->name)
                       ? LIKE_NOTHING
                       : judge_own(e, a->name, a->value);
            keep_judged(e, n->name, '@', a->name, like);
        }
        count(e, n, like, '@', a->name);
    }
}

/* NEXT is the record behind N. */
static void see(struct elsewhere *e, const struct xml_node *n, size_t next)
{
    const struct xml_node *const *list = e->records->items;
    /* Who begins at the root means these alone. */
    const bool alone = str_starts(str_trim(e->path), STR_LIT("/"));

    if (next < e->records->count && is_within(list[next], n)) {
        if (!alone)
            see_holder(e, n);
        return;
    }
    if (n->parent == NULL)
        return;
    if (is_deeper(e, n, next))
        count(e, n, LIKE_DEEPER, 0, n->name);
    else if (!alone)
        count(e, n, judge_once(e, n, next), 0, n->name);
}

/* Records are called so in RECORD, too. */
static void see_within(struct elsewhere *e, const struct xml_node *record)
{
    for (const struct xml_node *n = xml_following(record, record); n != NULL;
         n = xml_following(record, n)) {
        if (!xml_is_text(n) && str_eq(n->name, record->name))
            see(e, n, e->records->count);
    }
}

static struct str more(const struct elsewhere *e, enum likeness like)
{
    return e->count[like] < 2
               ? STR_LIT("")
               : arena_printf(e->arena, "; %zu stand so", e->count[like]);
}

static void say_deeper(const struct elsewhere *e, struct findings *findings)
{
    const struct xml_node *n = e->first[LIKE_DEEPER];

    finding(findings, FINDING_DOUBTFUL, n->at,
            "<%.*s> stands in <%.*s>, deeper than the records that are called "
            "so, and is left out%.*s",
            STR_ARG(n->name), STR_ARG(n->parent->name),
            STR_ARG(more(e, LIKE_DEEPER)));
    finding_hint(findings,
                 "move it beside the others; if it is no record, give it "
                 "another name, or read it as data of its own with its path");
}

/* The way from the root, with the root's name, to what RECORD is called. */
static struct str whole_path(const struct elsewhere *e)
{
    const struct xml_node *const *list = e->records->items;
    struct str way = {NULL, 0};

    for (const struct xml_node *n = list[0]; n != NULL; n = n->parent)
        way =
            arena_printf(e->arena, "/%.*s%.*s", STR_ARG(n->name), STR_ARG(way));
    return way;
}

static void say_record(const struct elsewhere *e, struct findings *findings)
{
    const struct xml_node *n = e->first[LIKE_RECORD];
    const struct str way = whole_path(e);

    finding(findings, FINDING_DOUBTFUL, n->at,
            "<%.*s> is called as the records are and has fields of theirs, but "
            "stands in <%.*s>, where the path does not lead, and is left "
            "out%.*s",
            STR_ARG(n->name), STR_ARG(n->parent->name),
            STR_ARG(more(e, LIKE_RECORD)));
    finding_hint(findings,
                 "move it beside the others, or read it as data of its own "
                 "with its path; path=\"%.*s\", from the root, says that those "
                 "there are all that is meant",
                 STR_ARG(way));
}

static void say_figures(const struct elsewhere *e, struct findings *findings)
{
    const struct xml_node *const *list = e->records->items;
    const struct xml_node *n = e->first[LIKE_FIGURES];
    const struct str way = whole_path(e);

    finding(findings, FINDING_DOUBTFUL, n->at,
            "<%.*s> stands outside the records and has figures as they have, "
            "which are left out and not checked%.*s",
            STR_ARG(n->name), STR_ARG(more(e, LIKE_FIGURES)));
    finding_hint(findings,
                 "call it <%.*s> beside the others, and its name says whether "
                 "it is a total; path=\"%.*s\", from the root, says that the "
                 "records there are all that is meant",
                 STR_ARG(list[0]->name), STR_ARG(way));
}

/* `../../`: from the first record up to what is called HOLDER. */
static struct str way_up(const struct elsewhere *e, struct str holder)
{
    const struct xml_node *const *list = e->records->items;
    struct str way = STR_LIT("../");

    for (const struct xml_node *n = list[0]->parent;
         n->parent != NULL && !str_eq(n->name, holder); n = n->parent)
        way = arena_printf(e->arena, "../%.*s", STR_ARG(way));
    return way;
}

static void say_sum(const struct elsewhere *e, struct findings *findings)
{
    const struct xml_node *const *list = e->records->items;
    const struct xml_node *n = e->first[LIKE_SUM];
    const bool attribute = e->sum_mark == '@';
    const struct str holder = attribute ? n->name : n->parent->name;

    finding(findings, FINDING_DOUBTFUL, n->at,
            "<%.*s> holds records and has a figure of its own, `%.*s`, which "
            "is left out and not checked%.*s",
            STR_ARG(holder), STR_ARG(e->sum), STR_ARG(more(e, LIKE_SUM)));
    finding_hint(
        findings,
        "%s <%.*s> beside the others, and its name says whether "
        "it is a total; or make a column of it, <column id=\"...\" "
        "from=\"%.*s%s%.*s\"/>; path=\"%.*s\", from the root, says that "
        "the records there are all that is meant",
        attribute ? "write it as a" : "call it", STR_ARG(list[0]->name),
        STR_ARG(way_up(e, holder)), attribute ? "@" : "", STR_ARG(e->sum),
        STR_ARG(whole_path(e)));
}

void xml_see_elsewhere(struct arena *arena, const struct xml_node *root,
                       const struct list *records, struct str path,
                       const struct table_options *options,
                       struct findings *findings)
{
    const struct xml_node *const *list = records->items;
    struct elsewhere e = {.arena = arena,
                          .options = options,
                          .records = records,
                          .path = path,
                          .judged = list_of(arena, sizeof(struct judged))};
    const struct xml_node *n = records->count == 0 ? NULL : root;
    size_t next = 0;

    buf_init(&e.name, XML_NAME_MAX);
    while (n != NULL) {
        if (next < records->count && n == list[next]) {
            next = xml_last_beside(list, records->count, next);
            see_within(&e, list[next]);
            n = xml_beyond(root, list[next++]);
            continue;
        }
        if (!xml_is_text(n))
            see(&e, n, next);
        n = xml_following(root, n);
    }
    buf_free(&e.name);
    if (e.count[LIKE_DEEPER] > 0)
        say_deeper(&e, findings);
    if (e.count[LIKE_RECORD] > 0)
        say_record(&e, findings);
    if (e.count[LIKE_FIGURES] > 0)
        say_figures(&e, findings);
    if (e.count[LIKE_SUM] > 0)
        say_sum(&e, findings);
}
