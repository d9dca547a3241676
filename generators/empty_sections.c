#include "generators/empty_sections.h"

#include "generators/generator_rows.h"
#include "generators/generator_table.h"
#include "generators/generator_tools.h"

static bool prints_prose(const struct generator_call *call)
{
    const struct generator *g = generator_find(str_of(call->with));

    return g != NULL && g->make == generate_narrative;
}

/* Takes CALL into account, for maker_of(). */
static void look_at(const struct generator_call *call,
                    const struct generator_call **maker)
{
    if (call != NULL &&
        (*maker == NULL || (!prints_prose(*maker) && prints_prose(call))))
        *maker = call;
}

/* The generator of the section that prints the report's prose, or else the
   first; NULL where it has none. */
static const struct generator_call *maker_of(const struct template_section *s)
{
    const struct generator_call *maker = NULL;

    for (size_t i = 0; i < s->nblocks; i++) {
        struct doc_walk w;

        look_at(s->blocks[i].call, &maker);
        if (s->blocks[i].prose == NULL)
            continue;
        w = doc_walk(s->blocks[i].prose);
        while (doc_walk_next(&w)) {
            if (w.node->kind == DOC_GENERATOR_CALL)
                look_at(w.node->u.call, &maker);
        }
    }
    return maker;
}

/* The data that NAME is, or is a view of: a view stands below its data. */
static struct str data_below(const struct template *t, struct str name)
{
    for (size_t i = t->nviews; i-- > 0;) {
        if (t->views[i].id != NULL && str_is(name, t->views[i].id))
            name = t->views[i].of.text;
    }
    return name;
}

/* Whether words of the report fill the section. */
static bool takes_words(const struct generator_call *maker)
{
    return maker == NULL || prints_prose(maker);
}

static void say_how_to_fill(const struct generator_in *in)
{
    const struct template_section *s = in->section;
    const struct generator_call *maker = maker_of(s);

    if (takes_words(maker))
        finding_hint(in->findings, "add <section id=\"%s\"> to report.xml",
                     s->id);
    else if (maker->data != NULL)
        finding_hint(
            in->findings,
            "it is made of data: give the report <data id=\"%.*s\">",
            STR_ARG(data_below(in->template_used, str_of(maker->data))));
    else
        finding_hint(in->findings,
                     "it is made by `%s`: give the report what that prints",
                     maker->with);
}

static void refuse_empty(const struct generator_in *in, const struct doc *d)
{
    const struct template_section *s = in->section;
    const struct report_section *given = in->section_given;
    const bool silent =
        given == NULL || given->prose == NULL || given->prose->first == NULL;

    /* What is missing is what could not be taken from the other report. */
    if (in->report->of_lost)
        return;
    /* Nor is a section empty whose words could not be read. */
    if (given != NULL && given->refused && silent)
        return;
    if (given != NULL && s->of_report) {
        if (silent)
            finding(in->findings, FINDING_MISSING, given->at,
                    "the section `%.*s` says nothing", STR_ARG(given->heading));
    } else if (given != NULL && silent &&
               (given->headed || takes_words(maker_of(s)))) {
        finding(in->findings, FINDING_MISSING, given->at,
                "the section `%s` (%.*s) is required, and says nothing", s->id,
                STR_ARG(s->heading));
        finding_hint(in->findings, given->headed ? "write it below its heading"
                                                 : "write its words there");
    } else if (given == NULL || silent) {
        if (in->report->sections_lost)
            return; /* what was said of them may be all that is the matter */
        finding(in->findings, FINDING_MISSING, d->root->at,
                "the section `%s` (%.*s) is required", s->id,
                STR_ARG(s->heading));
        say_how_to_fill(in);
    } else {
        finding(in->findings, FINDING_MISSING, given->at,
                "the section `%s` (%.*s) is required, and its conditions leave "
                "nothing of it",
                s->id, STR_ARG(s->heading));
    }
}

static struct doc_node **list_of_empty(const struct generator_in *in,
                                       const char *section)
{
    const struct empty_sections *all = in->empty_sections;

    for (size_t i = 0; section != NULL && all->lists != NULL && i < all->count;
         i++) {
        if (all->sections[i].id != NULL &&
            str_is(str_of(section), all->sections[i].id))
            return &all->lists[i];
    }
    return NULL;
}

/* Its HEADING into the list of the section that has those with nothing. */
static void list_empty(const struct generator_in *in, struct doc *d,
                       const struct doc_node *section,
                       const struct doc_node *heading)
{
    struct doc_node **list = list_of_empty(in, in->section->empty_in);
    struct doc_node *item;

    if (list == NULL || heading == NULL || in->trying)
        return;
    if (*list == NULL) {
        *list = doc_new(d->arena, DOC_LIST);
        if (*list == NULL)
            return;
        (*list)->u.series = in->template_used->list_series;
        (*list)->role = ROLE_STATEMENT;
        (*list)->at = in->section->at;
    }
    item = doc_add(d, *list, DOC_ITEM);
    if (item == NULL)
        return;
    item->id = section->id;
    item->role = ROLE_STATEMENT;
    item->at = section->at;
    item->lang = heading->lang != NULL ? heading->lang : section->lang;
    item->audience = section->audience;
    for (const struct doc_node *n = heading->first; n != NULL; n = n->next) {
        if (n->kind == DOC_TEXT)
            doc_text(d, item, n->text);
    }
}

/* A heading in a file, and nothing below it, is left out with it. */
static void say_heading_alone(const struct generator_in *in)
{
    const struct report_section *given = in->section_given;

    if (in->trying || given == NULL || !given->headed || in->section->of_report)
        return;
    finding(in->findings, FINDING_NOT_USED, given->at,
            "nothing stands below the heading of the section `%s`, which is "
            "left out",
            in->section->id);
    finding_hint(in->findings, "write it, or take the heading out");
}

/* What is printed where there is nothing. True if that is anything. */
static bool add_statement(const struct generator_in *in, struct doc *d,
                          struct doc_node *section, bool faulty)
{
    const struct template_section *s = in->section;
    struct doc_node *p;

    if (s->empty.len == 0) {
        if ((s->required == REQUIRED_YES || s->of_report) && !faulty)
            refuse_empty(in, d);
        else if (!faulty)
            say_heading_alone(in);
        return false;
    }
    p = doc_paragraph(d, section,
                      generate_expand(in, d, section, s->empty, s->empty_at));
    if (p == NULL)
        return false;
    p->u.series = s->paragraph_series;
    p->lang = in->template_lang;
    p->role = ROLE_STATEMENT;
    return true;
}

/* A report may keep internal what the template does not: with the section all
   that it lists would be gone from the published copy. */
static void refuse_internal_list(const struct generator_in *in,
                                 const struct doc_node *section,
                                 const struct doc_node *list)
{
    const struct doc_node *n = list->first;

    while (n != NULL && n->audience == AUDIENCE_INTERNAL)
        n = n->next;
    if (section->audience != AUDIENCE_INTERNAL || n == NULL)
        return;
    finding(in->findings, FINDING_BAD_VALUE, section->at,
            "the section `%s` is internal, and lists published sections that "
            "have nothing to say",
            in->section->id);
    finding_hint(in->findings, "mark internal what it says of its own, and not "
                               "the section");
}

/* Those above it that had nothing, below a line of its own. */
static void add_empty_list(const struct generator_in *in, struct doc *d,
                           struct doc_node *section, struct doc_node *list)
{
    refuse_internal_list(in, section, list);
    if (add_statement(in, d, section, false))
        section->last->keep_next = true;
    doc_append(section, list);
}

static bool lists_others(const struct generator_in *in)
{
    const struct empty_sections *all = in->empty_sections;
    const char *id = in->section->id;

    for (size_t i = 0; id != NULL && i < all->count; i++) {
        if (all->sections[i].empty_in != NULL &&
            str_is(str_of(id), all->sections[i].empty_in))
            return true;
    }
    return false;
}

bool empty_section_settle(const struct generator_in *in, struct doc *d,
                          struct doc_node *section,
                          const struct doc_node *heading, bool faulty)
{
    struct doc_node **list =
        in->trying ? NULL : list_of_empty(in, in->section->id);

    if (list != NULL && *list != NULL) {
        add_empty_list(in, d, section, *list);
        return true;
    }
    if (section->last != heading)
        return true;
    if (in->section->empty_in != NULL) {
        list_empty(in, d, section, heading);
        return false;
    }
    return !lists_others(in) && add_statement(in, d, section, faulty);
}
