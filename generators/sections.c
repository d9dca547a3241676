#include "generators/each_row.h"
#include "generators/empty_sections.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"
#include "generators/report_tree.h"
#include "generators/row_sections.h"
#include "generators/run_generator.h"

static const struct report_section *
section_called(const struct report_section *sections, size_t n, const char *id)
{
    for (size_t i = 0; i < n; i++) {
        if (sections[i].id != NULL && sections[i].row.len == 0 &&
            str_is(str_of(id), sections[i].id))
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

        if (generate_when(in, d, parent, p->when, p->when_at))
            add_block(in, d, parent, p);
        else if (generate_to_be_tried(in, p->when))
            add_block(&trial, &in->trial->doc, in->trial->doc.root, p);
    }
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
    struct place words_at = s->heading_at;
    struct doc_node *heading;

    if (n == NULL)
        return NULL;
    n->parent = parent; /* not yet among its children: it may stay empty */
    n->id = doc_turned(d, section_id(in, d, parent), in->turn);
    n->at = s->at;
    n->lang = s->lang;
    n->audience = (uint8_t)s->audience;
    n->medium = (uint8_t)s->medium;
    generate_refuse_medium(in, s->medium, doc_medium(parent), s->at);
    if (s->recommends)
        n->role = ROLE_RECOMMENDATIONS;
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
    if (!empty_section_settle(in, d, n, heading,
                              in->findings->errors != errors ||
                                  in->waiting->unread != unread))
        return;
    if (s->page_before && s->medium != MEDIUM_SCREEN)
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

    if (generate_when(in, d, parent, s->when, s->when_at))
        make_section(in, d, parent);
    else if (generate_to_be_tried(in, s->when))
        make_section(&trial, &in->trial->doc, in->trial->doc.root);
    else
        refuse_prose(in);
}

/* What the report says for all rows, where each has a section of its own. */
static void say_never_for_all(const struct generator_in *in,
                              const struct report_section *given)
{
    generate_mark(in, given);
    finding(in->findings, FINDING_NOT_USED, given->at,
            "what the section `%s` says for all of `%.*s` is not printed: each "
            "has a section of its own here",
            given->id, STR_ARG(in->section->each));
    finding_hint(in->findings, "remove it, or one of those");
}

/* A section that stands once for each row is one for each of them. */
static void add_repeated_section(const struct generator_in *in, struct doc *d,
                                 struct doc_node *parent,
                                 const struct report_section *given,
                                 size_t ngiven)
{
    const struct template_section *s = in->section;
    const bool internal = s->audience == AUDIENCE_INTERNAL ||
                          generate_audience(in, parent) == AUDIENCE_INTERNAL ||
                          (in->section_given != NULL &&
                           in->section_given->audience == AUDIENCE_INTERNAL);
    struct each_row e = each_row_begin(
        in, d, s->each, s->each_at,
        internal ? AUDIENCE_INTERNAL : AUDIENCE_PUBLIC, s->medium);
    const struct report_section **of_rows =
        row_sections_find(in, d, given, ngiven, e.rows.table);
    bool for_all = false;

    while (each_row_next(&e)) {
        struct template_section *own = arena_alloc(d->arena, 1, sizeof(*own));
        struct generator_in with = e.left_out ? generate_trial(&e.in) : e.in;

        if (own == NULL)
            return;
        *own = *s;
        own->audience = e.audience;
        with.section = own;
        with.section_given = in->section_given;
        if (of_rows != NULL && e.in.row < e.rows.table->nrows &&
            of_rows[e.in.row] != NULL)
            with.section_given = of_rows[e.in.row];
        for_all = for_all || with.section_given == in->section_given;
        if (e.left_out)
            make_section(&with, &in->trial->doc, in->trial->doc.root);
        else
            add_section(&with, d, parent);
    }
    if (!for_all && !in->trying && e.number > 0 && in->section_given != NULL)
        say_never_for_all(in, in->section_given);
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

void generate_sections(const struct generator_in *in, struct doc *d,
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
            add_repeated_section(&with, d, parent, given, ngiven);
        else
            add_section(&with, d, parent);
    }
}
