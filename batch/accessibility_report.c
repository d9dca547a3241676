#include "batch/accessibility_report.h"
#include "core/base/utf8.h"
#include "core/model/contrast.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What there is of a kind, and what to ask about it. */
static const struct {
    const char *id; /* in JSON */
    const char *one;
    const char *many;
    const char *question;
    enum accessibility_kind kind;
    bool placed; /* name the first places, too */
} questions[] = {
    {"headings", "heading", "headings",
     "read by themselves, do they say how the report goes?",
     ACCESSIBILITY_HEADINGS, false},
    {"pictures", "picture", "pictures",
     "does the alternative text say what matters?", ACCESSIBILITY_PICTURES,
     true},
    {"tables", "table", "tables", "does the caption say what is shown?",
     ACCESSIBILITY_TABLES, true},
    {"spans", "table with cells across columns or rows",
     "tables with cells across columns or rows",
     "does it make sense cell by cell, as it is heard?", ACCESSIBILITY_SPANS,
     true},
    {"links", "link", "links", "do the words name what is there?",
     ACCESSIBILITY_LINKS, true},
    {"phrases", "phrase in another language", "phrases in another language",
     "is the language the one that is marked?", ACCESSIBILITY_LANGUAGES, true},
    {"colours", "place that names a colour", "places that name a colour",
     "does it make sense without seeing the colour?", ACCESSIBILITY_COLOURS,
     true},
};

#define POINTS_MAX (COUNT(questions) + 3)

/* A line of the list. */
struct accessibility_point {
    const char *id;
    uint32_t count; /* 0: of the whole report */
    const char *about;
    const char *question;
    const struct accessibility_seen *seen; /* NULL: no places */
};

/* Pages that turn for a wide table; 0 where all lie on their side. */
static uint32_t turned_pages(const struct layout *l)
{
    uint32_t n = 0;

    for (const struct layout_page *p = l->pages; p != NULL; p = p->next)
        n += p->width > p->height;
    return n == l->npages ? 0 : n;
}

/* Into POINTS of POINTS_MAX; returns how many. */
static size_t list_points(const struct accessibility_subject *j,
                          struct accessibility_point *points)
{
    const uint32_t turned = turned_pages(j->layout);
    size_t n = 0;

    for (size_t i = 0; i < COUNT(questions); i++) {
        const struct accessibility_seen *seen =
            &j->access->seen[questions[i].kind];

        if (seen->count > 0)
            points[n++] = (struct accessibility_point){
                questions[i].id, seen->count,
                seen->count == 1 ? questions[i].one : questions[i].many,
                questions[i].question, questions[i].placed ? seen : NULL};
    }
    if (j->access->seen[ACCESSIBILITY_LANGUAGES].count == 0)
        points[n++] = (struct accessibility_point){
            "language", 0, j->doc->lang,
            "is every word in this language, since "
            "none is marked as of another?",
            NULL};
    if (turned > 0)
        points[n++] = (struct accessibility_point){
            "turned-pages", turned,
            turned == 1 ? "page on its side" : "pages on their side",
            "is what stands there needed, and easy to follow on a screen?",
            NULL};
    points[n++] = (struct accessibility_point){
        "readers", 0, "the whole report",
        "try it with a screen reader, by keyboard alone, and at 400%", NULL};
    return n;
}

/* Whether the I-th kept place is known, and on a line of its own so far; *at
   is where it is. */
static bool new_line(const struct accessibility_seen *seen, size_t i,
                     struct position *at)
{
    source_locate(seen->places[i], at);
    for (size_t k = 0; k < i; k++) {
        struct position before;

        source_locate(seen->places[k], &before);
        if (seen->places[k].source == seen->places[i].source &&
            before.line == at->line)
            return false;
    }
    return seen->places[i].source != NULL;
}

static void put_places(const struct accessibility_seen *seen, struct buf *out)
{
    const size_t kept =
        seen->count < ACCESSIBILITY_PLACES ? seen->count : ACCESSIBILITY_PLACES;
    const char *before = " (";
    struct position at;

    for (size_t i = 0; i < kept; i++) {
        if (!new_line(seen, i, &at))
            continue;
        buf_puts(out, before);
        utf8_visible(out, str_of(seen->places[i].source->name));
        if (at.line > 0)
            buf_printf(out, ":%u", (unsigned)at.line);
        before = ", ";
    }
    if (before[0] == ' ')
        return;
    if (seen->count > kept)
        buf_printf(out, " and %u more", (unsigned)(seen->count - kept));
    buf_char(out, ')');
}

static void put_count(uint32_t n, const char *one, const char *many,
                      struct buf *out)
{
    buf_printf(out, "%u %s", (unsigned)n, n == 1 ? one : many);
}

/* Pairs of colours that meet, and those of them that are too alike: said when
   the house style was read. */
static uint32_t colour_pairs(const struct accessibility_subject *j,
                             uint32_t *alike)
{
    const struct house *house = j->doc->style->house;
    struct colour_pair pairs[COLOUR_PAIRS_MAX];
    const size_t n = contrast_pairs(&house->colours, house->set, pairs);

    *alike = 0;
    for (size_t i = 0; i < n; i++)
        *alike += contrast(pairs[i].colour, pairs[i].ground) < pairs[i].least;
    return (uint32_t)n;
}

static uint32_t count_findings(const struct findings *f)
{
    uint32_t n = 0;

    for (const struct finding *x = f->first; x != NULL; x = x->next)
        n += accessibility_finding(x->id);
    return n;
}

void accessibility_report_text(const struct accessibility_subject *j,
                               struct buf *out)
{
    const struct accessibility_seen *seen = j->access->seen;
    struct accessibility_point points[POINTS_MAX];
    uint32_t pairs;
    uint32_t alike;
    size_t n;

    if (!j->access->looked) {
        buf_puts(out, "accessibility: not looked at before the errors are "
                      "mended\n");
        return;
    }
    n = list_points(j, points);
    buf_puts(out, "What only a person can judge:\n");
    for (size_t i = 0; i < n; i++) {
        buf_puts(out, "  - ");
        if (points[i].count > 0)
            buf_printf(out, "%u ", (unsigned)points[i].count);
        buf_str(out, str_of(points[i].about));
        if (points[i].seen != NULL)
            put_places(points[i].seen, out);
        buf_printf(out, ": %s\n", points[i].question);
    }
    pairs = colour_pairs(j, &alike);
    buf_puts(out, "looked at ");
    put_count(seen[ACCESSIBILITY_HEADINGS].count, "heading, ", "headings, ",
              out);
    put_count(seen[ACCESSIBILITY_TABLES].count, "table, ", "tables, ", out);
    put_count(seen[ACCESSIBILITY_PICTURES].count, "picture, ", "pictures, ",
              out);
    put_count(seen[ACCESSIBILITY_LINKS].count, "link, ", "links, ", out);
    put_count(pairs, "colour pair: ", "colour pairs: ", out);
    put_count(count_findings(j->findings) + alike, "finding\n", "findings\n",
              out);
}

static void json_places(struct json_out *out,
                        const struct accessibility_seen *seen)
{
    json_out_name(out, "places");
    json_out_array(out);
    for (size_t i = 0; i < ACCESSIBILITY_PLACES && i < seen->count; i++) {
        struct position at;

        if (seen->places[i].source == NULL)
            continue;
        source_locate(seen->places[i], &at);
        json_out_object(out);
        json_out_member_cstr(out, "file", seen->places[i].source->name);
        json_out_member_count(out, "line", at.line);
        json_out_member_count(out, "column", at.column);
        json_out_end(out);
    }
    json_out_end(out);
}

static void json_point(struct json_out *out,
                       const struct accessibility_point *p)
{
    json_out_object(out);
    json_out_member_cstr(out, "id", p->id);
    if (p->count > 0)
        json_out_member_count(out, "count", p->count);
    json_out_member_cstr(out, "about", p->about);
    json_out_member_cstr(out, "question", p->question);
    if (p->seen != NULL)
        json_places(out, p->seen);
    json_out_end(out);
}

void accessibility_report_json(const struct accessibility_subject *j,
                               struct buf *out)
{
    const struct accessibility_seen *seen = j->access->seen;
    struct accessibility_point points[POINTS_MAX];
    struct json_out json;
    uint32_t alike;
    size_t n;

    if (!j->access->looked)
        return;
    n = list_points(j, points);
    json_out_init(&json, out, false);
    json_out_object(&json);
    json_out_name(&json, "looked-at");
    json_out_object(&json);
    json_out_member_count(&json, "headings",
                          seen[ACCESSIBILITY_HEADINGS].count);
    json_out_member_count(&json, "tables", seen[ACCESSIBILITY_TABLES].count);
    json_out_member_count(&json, "pictures",
                          seen[ACCESSIBILITY_PICTURES].count);
    json_out_member_count(&json, "links", seen[ACCESSIBILITY_LINKS].count);
    json_out_member_count(&json, "colour-pairs", colour_pairs(j, &alike));
    json_out_end(&json);
    json_out_member_count(&json, "findings",
                          count_findings(j->findings) + alike);
    json_out_name(&json, "to-judge");
    json_out_array(&json);
    for (size_t i = 0; i < n; i++)
        json_point(&json, &points[i]);
    json_out_end(&json);
    json_out_end(&json);
}
