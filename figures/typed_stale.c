#include "figures/typed_stale.h"
#include "core/doc/doc.h"
#include "figures/report_day.h"

#define SENTENCE_MIN 20 /* bytes: "In January." is chance */
#define MONTHS 12

struct stale {
    const struct figures *figures;
    const struct wording *wording;
    enum audience audience;
    struct findings *findings;
    struct str before; /* report.xml of the period before, blanks folded */
    unsigned now;      /* months of the two reports; 0: not known */
    unsigned then;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* TEXT with one space where any number of blanks are. */
static struct str folded(struct arena *a, struct str text)
{
    char *out = arena_alloc(a, text.len + 1, 1);
    size_t len = 0;

    for (size_t i = 0; out != NULL && i < text.len; i++) {
        if (!is_blank(text.ptr[i]))
            out[len++] = text.ptr[i];
        else if (len > 0 && out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (struct str){out, len};
}

static bool is_word_part(struct str s, size_t i)
{
    return i < s.len &&
           ((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') ||
            (s.ptr[i] >= 'A' && s.ptr[i] <= 'Z') || (s.ptr[i] & 0x80) != 0);
}

static bool has_year(struct str s, size_t i)
{
    return i + 1 < s.len && s.ptr[i] == ' ' && s.ptr[i + 1] >= '0' &&
           s.ptr[i + 1] <= '9';
}

/* A month within SENTENCE, not at its head, that has no year: 1 to 12; 0. */
static unsigned month_in(const struct stale *s, struct str sentence)
{
    for (unsigned m = 0; m < MONTHS; m++) {
        const struct str name = s->wording->calendar.months[m];
        const size_t at = str_find(sentence, name);

        if (name.len > 0 && at > 0 && at < sentence.len && m + 1 != s->now &&
            m + 1 != s->then && !is_word_part(sentence, at - 1) &&
            !is_word_part(sentence, at + name.len) &&
            !has_year(sentence, at + name.len))
            return m + 1;
    }
    return 0;
}

static void see_sentence(const struct stale *s, const struct doc_node *node,
                         struct str sentence)
{
    const struct str words = folded(s->figures->arena, str_trim(sentence));
    const unsigned month = words.len < SENTENCE_MIN ? 0 : month_in(s, words);

    if (month == 0 || str_find(s->before, words) == s->before.len)
        return;
    sentence = str_trim(sentence);
    finding(s->findings, FINDING_STALE,
            source_advance(doc_place(node), node->text,
                           (size_t)(sentence.ptr - node->text.ptr)),
            "this sentence stood in the report before as well, and names %.*s "
            "without a year",
            STR_ARG(s->wording->calendar.months[month - 1]));
}

static void see_text(const struct stale *s, const struct doc_node *node)
{
    const struct str text = node->text;
    size_t from = 0;

    for (size_t i = 0; i < text.len; i++) {
        const bool ends =
            text.ptr[i] == '.' || text.ptr[i] == '!' || text.ptr[i] == '?';

        if (i + 1 < text.len && !(ends && is_blank(text.ptr[i + 1])))
            continue;
        see_sentence(s, node, str_to(str_from(text, from), i + 1 - from));
        from = i + 1;
    }
}

static void see_prose(const struct stale *s, const struct doc_node *prose)
{
    struct doc_walk walk = doc_walk(prose);

    while (prose != NULL && doc_walk_next(&walk)) {
        if (walk.entering && walk.node->audience > s->audience)
            doc_walk_skip(&walk);
        else if (walk.entering && walk.node->kind == DOC_TEXT)
            see_text(s, walk.node);
    }
}

static void see_sections(const struct stale *s,
                         const struct report_section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sections[i].audience <= s->audience)
            see_prose(s, sections[i].prose);
    }
}

void typed_stale_look(const struct figures *figures, enum audience audience,
                      struct findings *findings)
{
    const struct report *r = figures->report;
    const struct figures *before = figures->previous;
    struct stale s = {
        .figures = figures,
        .wording = figures->template_used->wording,
        .audience = audience,
        .findings = findings,
        .now = figures_report_day(figures).month,
    };

    if (before == NULL || before->report->source == NULL)
        return;
    s.then = figures_report_day(before).month;
    s.before = folded(figures->arena, before->report->source->text);
    see_sections(&s, r->sections, r->nsections);
    for (size_t i = 0; i < r->nparts; i++)
        see_sections(&s, r->parts[i].sections, r->parts[i].nsections);
}
