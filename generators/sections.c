#include "generators/each_row.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"
#include "generators/report_tree.h"
#include "generators/run_generator.h"

static const struct report_section *
section_called(const struct report_section *sections, size_t n, const char *id)
{
    for (size_t i = 0; i < n; i++) {
        if (sections[i].id != NULL && str_is(str_of(id), sections[i].id))
            return &sections[i];
    }
    return NULL;
}

/* Words in the blocks from FIRST on. */
static size_t count_words(struct doc *d, const struct doc_node *first)
{
    struct buf text;
    struct str rest;
    size_t count = 0;

    buf_init(&text, d->arena->limit);
    for (const struct doc_node *n = first; n != NULL; n = n->next) {
        doc_plain_text(n, &text);
        buf_char(&text, ' ');
    }
    rest = buf_view(&text);
    while (rest.len > 0)
        count += str_trim(str_cut(&rest, ' ')).len > 0;
    if (buf_status(&text) != ST_OK)
        arena_fail(d->arena, buf_status(&text));
    buf_free(&text);
    return count;
}

static void check_words(const struct generator_in *in, struct doc *d,
                        const struct doc_node *section,
                        const struct doc_node *heading)
{
    const uint32_t limit = in->section->words;
    size_t words;

    if (limit == 0 || in->section_given == NULL)
        return;
    words = count_words(d, heading == NULL ? section->first : heading->next);
    if (words > limit)
        finding(in->findings, FINDING_TOO_LONG, in->section_given->at,
                "the section `%s` has %zu words; its limit is %u",
                in->section->id, words, (unsigned)limit);
}

static void add_block(const struct generator_in *in, struct doc *d,
                      struct doc_node *parent, const struct template_block *p)
{
    struct generator_in with = *in;

    with.of_template = true;
    if (p->type == BLOCK_PROSE)
        generate_prose(&with, d, parent, p->prose);
    else if (!generator_placed_by_author(in, p->call))
        run_generator(in, d, parent, p->call, p->at);
    run_waiting(in);
}

void generate_blocks(const struct generator_in *in, struct doc *d,
                     struct doc_node *parent,
                     const struct template_block *blocks, size_t nblocks)
{
    for (size_t i = 0; i < nblocks; i++) {
        const struct template_block *p = &blocks[i];
        const struct generator_in trial = generate_trial(in);

        if (generate_when(in, d, parent, p->when, p->at))
            add_block(in, d, parent, p);
        else if (generate_to_be_tried(in, p->when))
            add_block(&trial, &in->trial->doc, in->trial->doc.root, p);
    }
}

static void refuse_empty(const struct generator_in *in, const struct doc *d)
{
    const struct template_section *s = in->section;
    const struct report_section *given = in->section_given;

    /* What is missing is what could not be taken from the other report. */
    if (in->report->of_lost)
        return;
    if (s->of_report) {
        if (given->prose == NULL || given->prose->first == NULL)
            finding(in->findings, FINDING_MISSING, given->at,
                    "the section `%.*s` says nothing", STR_ARG(given->heading));
    } else if (given == NULL || given->prose == NULL ||
               given->prose->first == NULL) {
        finding(in->findings, FINDING_MISSING, d->root->at,
                "the section `%s` (%.*s) is required", s->id,
                STR_ARG(s->heading));
        finding_hint(in->findings, "add <section id=\"%s\"> to report.xml",
                     s->id);
    } else {
        finding(in->findings, FINDING_MISSING, given->at,
                "the section `%s` (%.*s) is required, and its conditions leave "
                "nothing of it",
                s->id, STR_ARG(s->heading));
    }
}

/* --- where there is nothing --- */

/* Sections that stand beside each other, and of each those above it that had
   nothing and are listed in it: a LIST, or NULL. */
struct empty_sections {
    const struct template_section *sections;
    size_t count;
    struct doc_node **lists; /* by section */
};

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

/* What is printed where there is nothing. True if that is anything. FAULTY:
   there was something, and what is wrong with it was said. */
static bool add_statement(const struct generator_in *in, struct doc *d,
                          struct doc_node *section, bool faulty)
{
    const struct template_section *s = in->section;
    struct doc_node *p;

    if (s->empty.len == 0) {
        if ((s->required == REQUIRED_YES || s->of_report) && !faulty)
            refuse_empty(in, d);
        return false;
    }
    p = doc_paragraph(d, section,
                      generate_expand(in, d, section, s->empty, s->at));
    if (p == NULL)
        return false;
    p->u.series = s->paragraph_series;
    p->lang = in->template_lang;
    p->role = ROLE_STATEMENT;
    return true;
}

/* Parts may have sections of the same names: the first in the template is
   referred to by its own name, the others by PART.SECTION. */
static const char *section_id(const struct generator_in *in, struct doc *d,
                              const struct doc_node *parent)
{
    const struct template *t = in->template_used;
    const char *id = in->section->id;
    bool taken;

    if (parent->kind != DOC_PART || id == NULL)
        return id;
    taken = template_has_section(t->sections, t->nsections, id);
    for (size_t i = 0; i < t->nparts; i++) {
        if (str_is(doc_turned_id(parent->id), t->parts[i].id))
            break;
        taken = taken || template_has_section(t->parts[i].sections,
                                              t->parts[i].nsections, id);
    }
    return taken ? arena_printf(d->arena, "%.*s.%s",
                                STR_ARG(doc_turned_id(parent->id)), id)
                       .ptr
                 : id;
}

static struct doc_node *new_section(const struct generator_in *in,
                                    struct doc *d, struct doc_node *parent)
{
    const struct template_section *s = in->section;
    struct doc_node *n = doc_new(d->arena, DOC_SECTION);
    struct str words = s->heading;
    struct place words_at = s->at;
    struct doc_node *heading;

    if (n == NULL)
        return NULL;
    n->parent = parent; /* not yet among its children: it may stay empty */
    n->id = doc_turned(d, section_id(in, d, parent), in->turn);
    n->at = s->at;
    n->lang = s->lang;
    n->audience = (uint8_t)s->audience;
    if (in->section_given != NULL) {
        if (in->section_given->lang != NULL)
            n->lang = in->section_given->lang;
        n->at = in->section_given->at;
        if (in->section_given->audience == AUDIENCE_INTERNAL)
            n->audience = AUDIENCE_INTERNAL;
        if (in->section_given->heading.len > 0) {
            words = in->section_given->heading;
            words_at = in->section_given->at;
        }
    }
    if (words.len == 0)
        return n;
    heading =
        doc_heading(d, n, s->level, generate_expand(in, d, n, words, words_at));
    if (heading == NULL)
        return NULL;
    heading->at = n->at;
    heading->u.series = s->heading_series;
    if (n->lang == NULL &&
        (in->section_given == NULL || in->section_given->heading.len == 0))
        heading->lang = in->template_lang;
    return n;
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

/* What SECTION prints where there is nothing of its own, and of others in it.
   False: it is not there. FAULTY: as add_statement() has it. */
static bool settle_empty(const struct generator_in *in, struct doc *d,
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

static void make_section(const struct generator_in *in, struct doc *d,
                         struct doc_node *parent)
{
    static const struct generator_call narrative = {.with = "narrative"};
    const struct template_block prose_alone = {
        .type = BLOCK_GENERATE, .call = &narrative, .at = in->section->at};
    const struct template_section *s = in->section;
    const size_t errors = in->findings->errors;
    const size_t unread = in->waiting->unread;
    struct doc_node *n;
    struct doc_node *heading;

    n = new_section(in, d, parent);
    if (n == NULL)
        return;
    heading = n->last;
    if (in->section_given != NULL && !in->trying)
        generate_mark(in, &in->section_given->prose); /* it has a place */
    if (s->nblocks == 0)
        generate_blocks(in, d, n, &prose_alone, 1);
    else
        generate_blocks(in, d, n, s->blocks, s->nblocks);
    check_words(in, d, n, heading);
    if (!settle_empty(in, d, n, heading,
                      in->findings->errors != errors ||
                          in->waiting->unread != unread))
        return;
    if (s->page_before)
        doc_add(d, parent, DOC_PAGE_BREAK);
    doc_append(parent, n);
}

static void say_never(const struct generator_in *in)
{
    finding(in->findings, FINDING_NOT_USED, in->section->at,
            "the section `%s` is never printed: its condition `%.*s` names "
            "nothing that could make it true",
            in->section->id, STR_ARG(in->section->when));
    finding_hint(in->findings, "remove the section, or name in the condition "
                               "what it depends on");
}

/* Prose of a section that is never printed would be lost. */
static void refuse_prose(const struct generator_in *in)
{
    const struct report_section *given = in->section_given;

    if (in->trying)
        return;
    if (given == NULL || given->prose == NULL || given->prose->first == NULL) {
        say_never(in);
        return;
    }
    generate_mark(in, given);
    finding(in->findings, FINDING_BAD_ELEMENT, given->at,
            "the template never prints the section `%s`: its condition `%.*s` "
            "names nothing that could make it true",
            in->section->id, STR_ARG(in->section->when));
    finding_hint(in->findings, "remove the section here, or the condition in "
                               "the template");
}

static void add_section(const struct generator_in *in, struct doc *d,
                        struct doc_node *parent)
{
    const struct template_section *s = in->section;
    const struct generator_in trial = generate_trial(in);

    if (generate_when(in, d, parent, s->when, s->at))
        make_section(in, d, parent);
    else if (generate_to_be_tried(in, s->when))
        make_section(&trial, &in->trial->doc, in->trial->doc.root);
    else
        refuse_prose(in);
}

/* A section that stands once for each row is one for each of them. */
static void add_repeated_section(const struct generator_in *in, struct doc *d,
                                 struct doc_node *parent)
{
    const struct template_section *s = in->section;
    const bool internal = s->audience == AUDIENCE_INTERNAL ||
                          generate_audience(in, parent) == AUDIENCE_INTERNAL ||
                          (in->section_given != NULL &&
                           in->section_given->audience == AUDIENCE_INTERNAL);
    struct each_row e =
        each_row_begin(in, d, s->each, s->each_at,
                       internal ? AUDIENCE_INTERNAL : AUDIENCE_PUBLIC);

    while (each_row_next(&e)) {
        struct template_section *own = arena_alloc(d->arena, 1, sizeof(*own));
        struct generator_in with = e.left_out ? generate_trial(&e.in) : e.in;

        if (own == NULL)
            return;
        *own = *s;
        own->audience = e.audience;
        with.section = own;
        if (e.left_out)
            make_section(&with, &in->trial->doc, in->trial->doc.root);
        else
            add_section(&with, d, parent);
    }
}

/* The sections of the report's own, which PLACE has room for. */
static void add_own_sections(const struct generator_in *in, struct doc *d,
                             struct doc_node *parent,
                             const struct template_section *sections,
                             size_t nsections,
                             const struct template_section *place,
                             const struct report_section *given, size_t ngiven)
{
    struct generator_in with = *in;

    for (size_t i = 0; i < ngiven; i++) {
        struct template_section *own;

        if (given[i].id != NULL &&
            template_has_section(sections, nsections, given[i].id))
            continue;
        own = arena_alloc(d->arena, 1, sizeof(*own));
        if (own == NULL)
            return;
        *own = *place;
        own->id = given[i].id;
        with.section = own;
        with.section_given = &given[i];
        with.level = own->level;
        add_section(&with, d, parent);
    }
}

static void add_sections(const struct generator_in *in, struct doc *d,
                         struct doc_node *parent,
                         const struct template_section *sections,
                         size_t nsections, const struct report_section *given,
                         size_t ngiven)
{
    struct generator_in with = *in;
    struct empty_sections empty = {
        .sections = sections,
        .count = nsections,
        .lists = arena_alloc(d->arena, nsections, sizeof(*empty.lists)),
    };

    with.empty_sections = &empty;
    for (size_t i = 0; i < nsections; i++) {
        if (sections[i].of_report) {
            add_own_sections(&with, d, parent, sections, nsections,
                             &sections[i], given, ngiven);
            continue;
        }
        with.section = &sections[i];
        with.section_given = section_called(given, ngiven, sections[i].id);
        with.level = sections[i].level;
        if (sections[i].each.len > 0)
            add_repeated_section(&with, d, parent);
        else
            add_section(&with, d, parent);
    }
}

static const struct report_part *part_called(const struct report *r,
                                             const char *id)
{
    for (size_t i = 0; i < r->nparts; i++) {
        if (str_is(str_of(id), r->parts[i].id))
            return &r->parts[i];
    }
    return NULL;
}

static bool call_has_data(const struct report *r,
                          const struct generator_call *call)
{
    return call != NULL && call->data != NULL &&
           report_data(r, str_of(call->data)) != NULL;
}

static bool block_has_something(const struct report *r,
                                const struct template_block *block)
{
    struct doc_walk w = doc_walk(block->prose);

    if (block->type == BLOCK_GENERATE)
        return call_has_data(r, block->call);
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_GENERATOR_CALL &&
            call_has_data(r, w.node->u.call))
            return true;
    }
    return false;
}

/* Whether a report that does not name the part has something that one of its
   generators prints. */
static bool part_has_something(const struct generator_in *in,
                               const struct template_part *p)
{
    for (size_t i = 0; i < p->nsections; i++) {
        const struct template_section *s = &p->sections[i];

        for (size_t k = 0; k < s->nblocks; k++) {
            if (block_has_something(in->report, &s->blocks[k]))
                return true;
        }
    }
    return false;
}

/* E says for which row it stands. */
static void make_part(const struct generator_in *in, struct doc *d,
                      const struct template_part *p, const struct each_row *e)
{
    const struct report_part *given = part_called(in->report, p->id);
    struct doc_node *n = doc_new(d->arena, DOC_PART);
    struct doc_node *heading;
    struct str title = p->heading;

    if (n == NULL)
        return;
    if (given != NULL && given->title.len > 0)
        title = given->title;
    if (!in->trying)
        generate_mark(in, given);
    n->parent = d->root;
    n->id = doc_turned(d, p->id, in->turn);
    n->at = given != NULL ? given->at : p->at;
    n->lang = p->lang;
    n->audience = (uint8_t)e->audience;
    heading = doc_heading(d, n, 2, generate_expand(in, d, n, title, n->at));
    if (heading == NULL)
        return;
    heading->at = n->at;
    heading->u.series = p->heading_series;
    add_sections(in, d, n, p->sections, p->nsections,
                 given == NULL ? NULL : given->sections,
                 given == NULL ? 0 : given->nsections);
    if (p->page_before)
        doc_add(d, d->root, DOC_PAGE_BREAK);
    doc_append(d->root, n);
}

/* What a report gives of a part that no report prints would be lost. */
static void refuse_part(const struct generator_in *in,
                        const struct template_part *p)
{
    const struct report_part *given = part_called(in->report, p->id);

    if (given == NULL || in->trying)
        return;
    generate_mark(in, given);
    for (size_t i = 0; i < given->nsections; i++)
        generate_mark(in, &given->sections[i]);
    finding(in->findings, FINDING_BAD_ELEMENT, given->at,
            "the template never prints the part `%s`: its condition `%.*s` "
            "names nothing that could make it true",
            p->id, STR_ARG(p->when));
    finding_hint(in->findings, "remove the part here, or the condition in the "
                               "template");
}

/* Whether the report has anything for it. One that stands for rows has them. */
static bool has_part(const struct generator_in *in, const struct doc *d,
                     const struct template_part *p)
{
    if (part_called(in->report, p->id) != NULL)
        return true;
    if (p->required == REQUIRED_YES)
        finding(in->findings, FINDING_MISSING, d->root->at,
                "the part `%s` (%.*s) is required", p->id, STR_ARG(p->heading));
    return p->required != REQUIRED_YES &&
           (p->each.len > 0 || part_has_something(in, p));
}

static void add_part(const struct generator_in *in, struct doc *d,
                     const struct template_part *p)
{
    struct each_row e = each_row_begin(in, d, p->each, p->each_at, p->audience);

    while (each_row_next(&e)) {
        const struct generator_in trial = generate_trial(&e.in);

        if (!e.left_out &&
            generate_when(&e.in, d, d->root, p->when, p->when_at)) {
            if (has_part(&e.in, d, p))
                make_part(&e.in, d, p, &e);
        } else if (e.left_out || generate_to_be_tried(&e.in, p->when)) {
            if (part_called(in->report, p->id) != NULL || p->each.len > 0 ||
                part_has_something(in, p))
                make_part(&trial, &in->trial->doc, p, &e);
        } else {
            refuse_part(in, p);
        }
    }
}

void generate_sections(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;

    add_sections(in, d, d->root, t->sections, t->nsections,
                 in->report->sections, in->report->nsections);
    for (size_t i = 0; i < t->nparts; i++)
        add_part(in, d, &t->parts[i]);
}
