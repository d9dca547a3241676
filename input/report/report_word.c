#include "input/office/word_in.h"
#include "input/prose/markdown_sections.h"
#include "input/report/heading_near.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

/* The sections of the template. */
struct known {
    const struct template_section *sections;
    size_t count;
};

static bool is_headed(const struct template_section *s, struct str words)
{
    return s->heading.len > 0 && str_same_word(words, s->heading);
}

static bool is_called(const struct template_section *s, struct str words)
{
    return s->id != NULL && str_same_word(words, str_of(s->id));
}

/* The one that WORDS head; where there is none, that they are the id of. */
static const struct template_section *find(const struct known *k,
                                           struct str words)
{
    const struct template_section *called = NULL;

    words = heading_unnumbered(words);
    for (size_t i = 0; i < k->count; i++) {
        const struct template_section *s = &k->sections[i];

        if (!s->of_report && is_headed(s, words))
            return s;
        if (!s->of_report && called == NULL && is_called(s, words))
            called = s;
    }
    return called;
}

static bool takes_others(const struct known *k)
{
    for (size_t i = 0; i < k->count; i++) {
        if (k->sections[i].of_report)
            return true;
    }
    return false;
}

/* Whether one of the sections of the FILE is T. */
static bool is_given(const struct known *k, const struct list *file,
                     const struct template_section *t)
{
    const struct word_section *all = file->items;

    for (size_t i = 0; i < file->count; i++) {
        if (find(k, all[i].heading) == t)
            return true;
    }
    return false;
}

/* The section of the template, which the FILE lacks, that S was most likely
   meant to be; or NULL. */
static const struct template_section *near(const struct known *k,
                                           const struct word_section *s,
                                           const struct list *file)
{
    const struct str words = heading_unnumbered(s->heading);

    for (size_t i = 0; i < k->count; i++) {
        const struct template_section *t = &k->sections[i];

        if (!t->of_report && heading_is_near(words, t->heading) &&
            !is_given(k, file, t))
            return t;
    }
    return NULL;
}

/* Printed as one of the report's own it stands elsewhere, and without what the
   template says there. */
static void say_near(const struct report_reading *r,
                     const struct template_section *t,
                     const struct word_section *s)
{
    finding(r->xml.findings, FINDING_NOT_USED, s->at,
            "`%.*s` is printed as a section of the report's own: the "
            "template's is headed `%.*s`",
            STR_ARG(s->heading), STR_ARG(t->heading));
    finding_hint(r->xml.findings,
                 "head it `%.*s`, or by words that are not nearly those",
                 STR_ARG(t->heading));
}

static void unknown(const struct report_reading *r, const struct known *k,
                    const struct word_section *s,
                    const struct template_section *meant)
{
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; i < k->count; i++) {
        struct str *name = k->sections[i].of_report ? NULL : list_add(&names);

        if (name != NULL)
            *name = k->sections[i].heading.len > 0 ? k->sections[i].heading
                                                   : str_of(k->sections[i].id);
    }
    finding(r->xml.findings, FINDING_UNKNOWN_NAME, s->at,
            "the template has no section `%.*s`", STR_ARG(s->heading));
    if (meant != NULL)
        finding_hint(r->xml.findings, "did you mean `%.*s`?",
                     STR_ARG(meant->heading));
    else
        finding_nearest(r->xml.findings, s->heading, names.items, names.count);
}

/* The section of the template that the words of N head, where nothing in the
   FILE begins it; or NULL. */
static const struct template_section *named_by(const struct known *k,
                                               const struct doc_node *n,
                                               const struct list *file,
                                               struct buf *words)
{
    const struct template_section *t;
    struct str heading;

    buf_clear(words);
    doc_plain_text(n, words);
    heading = heading_unnumbered(str_trim(buf_view(words)));
    t = find(k, heading);
    if (t == NULL || is_given(k, file, t) ||
        (n->kind == DOC_PARAGRAPH && !is_headed(t, heading)))
        return NULL;
    return t;
}

/* A heading within S that the template has for a section, which nothing in the
   FILE begins: what stands below it would be printed as part of S. So it is
   where a paragraph is such words alone, and only looks like a heading. */
static void see_sub_headings(const struct report_reading *r,
                             const struct known *k,
                             const struct word_section *s,
                             const struct list *file)
{
    const struct doc_node *n = s->prose == NULL ? NULL : s->prose->first;
    const bool word = s->at.source->kind == SOURCE_WORD;
    struct buf words;

    buf_init(&words, r->xml.arena->limit);
    for (; n != NULL; n = n->next) {
        if ((n->kind != DOC_HEADING && n->kind != DOC_PARAGRAPH) ||
            named_by(k, n, file, &words) == NULL)
            continue;
        finding(r->xml.findings, FINDING_DOUBTFUL, n->at,
                "%s names a section of the template: what is below it is "
                "printed in `%.*s`",
                n->kind == DOC_HEADING ? "a heading of a lower level"
                                       : "a paragraph of its heading alone",
                STR_ARG(s->heading));
        finding_hint(r->xml.findings,
                     word ? "give it the style of the other sections' headings "
                            "(Heading 1), or other words"
                          : "begin it with one #, or give it other words");
    }
    buf_free(&words);
}

static void add(struct report_reading *r, const struct known *k,
                const struct word_section *s,
                const struct word_sections_given *given,
                const struct list *file, struct list *all)
{
    const struct template_section *found = find(k, s->heading);
    const struct template_section *meant =
        found == NULL ? near(k, s, file) : NULL;
    struct report_section *kept;

    /* Where the heading is nearly that of a required section, it is not taken
       for one of the report's own: the required one would be missing, and
       nothing be printed. */
    if (found == NULL && (!takes_others(k) ||
                          (meant != NULL && meant->required == REQUIRED_YES))) {
        unknown(r, k, s, meant);
        r->made->sections_lost = true;
        return;
    }
    if (meant != NULL)
        say_near(r, meant, s);
    kept = list_add(all);
    if (kept == NULL)
        return;
    *kept =
        (struct report_section){.prose = s->prose, .at = s->at, .headed = true};
    kept->audience = given->audience;
    if (found != NULL)
        kept->id = found->id;
    else
        kept->heading = s->heading;
}

/* The title in Word is that of the report, or somebody forgot one of them. */
static void check_title(const struct report_reading *r,
                        const struct word_sections *made)
{
    const struct field *title = report_field(r->made, STR_LIT("title"));

    if (made->title.len == 0 ||
        (title != NULL && str_same_word(made->title, title->text)))
        return;
    finding(r->xml.findings, FINDING_NOT_USED, made->title_at,
            "the title in the Word file is not the title of the report, and "
            "is not printed");
    finding_hint(r->xml.findings, "make the one like the other");
}

/* The sections of a Markdown file, as those of Word are read. */
static void read_markdown(const struct report_reading *r,
                          const struct source *source,
                          struct word_sections *made)
{
    struct markdown_cut cut = markdown_cut_begin(source->text);
    struct markdown_section m;

    made->list = list_of(r->xml.arena, sizeof(struct word_section));
    while (markdown_cut_next(&cut, &m)) {
        const struct place at = {source, m.line, 1};
        struct word_section *s;

        if (m.line == 0) {
            const struct str words = str_trim(m.text);

            if (words.len == 0)
                continue;
            finding(r->xml.findings, FINDING_BAD_ELEMENT,
                    source_advance((struct place){source, 1, 1}, m.text,
                                   (size_t)(words.ptr - m.text.ptr)),
                    "words before the first heading belong to no section");
            finding_hint(r->xml.findings, "move them below a heading: # Words");
            continue;
        }
        if (m.heading.len == 0) {
            finding(r->xml.findings, FINDING_MISSING, at,
                    "this heading has no words");
            continue;
        }
        s = list_add(&made->list);
        if (s == NULL)
            return;
        s->heading = m.heading;
        s->at = at;
        s->prose = prose_from_markdown(r->xml.arena, m.text,
                                       (struct place){source, m.text_line, 1},
                                       &r->prose, r->xml.findings);
    }
}

/* NULL: nothing can be had from the file. */
static const struct source *read_file(struct report_reading *r,
                                      const char *file, struct place at,
                                      struct word_sections *made)
{
    const bool word = word_is_name(file);
    const struct source *source =
        report_file(r, file, word ? SOURCE_BYTES : SOURCE_TEXT, at);
    enum status st = ST_OK;

    if (source == NULL)
        return NULL;
    if (word)
        st = word_sections_in(r->xml.arena, source, r->made->lang, &r->prose,
                              r->xml.findings, made);
    else
        read_markdown(r, source, made);
    r->status = status_worst(r->status, st);
    return st == ST_OK ? source : NULL;
}

void report_read_word_sections(struct report_reading *r,
                               const struct xml_node *node,
                               const struct template_section *sections,
                               size_t nsections, struct list *all)
{
    const struct known known = {sections, nsections};
    const struct place at = xml_value_at(node, AT(word_sections_given, file));
    struct word_sections_given given = {0};
    struct word_sections made = {0};
    const struct word_section *s;

    XML_FILL(&r->xml, node, word_sections_given, &given);
    if (given.file == NULL)
        return;
    if (read_file(r, given.file, at, &made) == NULL) {
        r->made->sections_lost = true;
        return;
    }
    check_title(r, &made);
    s = made.list.items;
    for (size_t i = 0; i < made.list.count; i++)
        add(r, &known, &s[i], &given, &made.list, all);
    for (size_t i = 0; i < made.list.count; i++)
        see_sub_headings(r, &known, &s[i], &made.list);
    if (made.list.count > 0)
        return;
    r->made->sections_lost = true;
    finding(r->xml.findings, FINDING_MISSING, at,
            "`%s` has no heading that begins a section", given.file);
    finding_hint(r->xml.findings,
                 word_is_name(given.file)
                     ? "give headings of sections the style Heading 1 in Word"
                     : "write # before the heading of each section");
}
