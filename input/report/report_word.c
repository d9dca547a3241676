#include "input/office/word_in.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

/* The sections of the template. */
struct known {
    const struct template_section *sections;
    size_t count;
};

/* The one that WORDS head, or are the id of. */
static const struct template_section *find(const struct known *k,
                                           struct str words)
{
    for (size_t i = 0; i < k->count; i++) {
        const struct template_section *s = &k->sections[i];

        if (!s->of_report &&
            ((s->heading.len > 0 && str_same_word(words, s->heading)) ||
             (s->id != NULL && str_is(words, s->id))))
            return s;
    }
    return NULL;
}

static bool takes_others(const struct known *k)
{
    for (size_t i = 0; i < k->count; i++) {
        if (k->sections[i].of_report)
            return true;
    }
    return false;
}

static void unknown(const struct report_reading *r, const struct known *k,
                    const struct word_section *s)
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
    finding_nearest(r->xml.findings, s->heading, names.items, names.count);
}

static void add(const struct report_reading *r, const struct known *k,
                const struct word_section *s,
                const struct word_sections_given *given, struct list *all)
{
    const struct template_section *found = find(k, s->heading);
    struct report_section *kept;

    if (found == NULL && !takes_others(k)) {
        unknown(r, k, s);
        return;
    }
    kept = list_add(all);
    if (kept == NULL)
        return;
    *kept = (struct report_section){.prose = s->prose, .at = s->at};
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

void report_read_word_sections(struct report_reading *r,
                               const struct xml_node *node,
                               const struct template_section *sections,
                               size_t nsections, struct list *all)
{
    const struct known known = {sections, nsections};
    const struct place at = xml_value_at(node, AT(word_sections_given, file));
    struct word_sections_given given = {0};
    struct word_sections made;
    const struct word_section *s;
    const struct source *source;
    enum status st;

    XML_FILL(&r->xml, node, word_sections_given, &given);
    if (given.file == NULL)
        return;
    if (!word_is_name(given.file)) {
        finding(r->xml.findings, FINDING_BAD_VALUE, at,
                "`%s` is no Word file (.docx)", given.file);
        return;
    }
    source = report_file(r, given.file, SOURCE_BYTES, at);
    if (source == NULL)
        return;
    st = word_sections_in(r->xml.arena, source, r->made->lang, &r->prose,
                          r->xml.findings, &made);
    r->status = status_worst(r->status, st);
    if (st != ST_OK)
        return;
    check_title(r, &made);
    s = made.list.items;
    for (size_t i = 0; i < made.list.count; i++)
        add(r, &known, &s[i], &given, all);
    if (made.list.count == 0) {
        finding(r->xml.findings, FINDING_MISSING, at,
                "`%s` has no heading that begins a section", given.file);
        finding_hint(r->xml.findings,
                     "give headings of sections the style Heading 1 in Word");
    }
}
