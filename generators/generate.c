#include "generators/generate.h"
#include "core/value/language.h"
#include "generators/generator_tools.h"
#include "generators/report_tree.h"

static void warn_of_wording(const struct generator_in *in, const struct doc *d)
{
    if (language_same(str_of(d->lang), str_of(in->wording->lang)))
        return;
    finding(in->findings, FINDING_LANGUAGE, d->root->at,
            "this report is in `%s`, and what its template prints in `%s`",
            d->lang, in->wording->lang);
    finding_hint(in->findings,
                 "take a template of the report's language, correct lang=, or "
                 "add wording/%s.xml to a folder of templates",
                 d->lang);
}

/* A wording of some phrases is for headings and dates beside another language.
 */
static void warn_of_borrowed(const struct generator_in *in, const struct doc *d)
{
    if (in->wording->borrows == NULL)
        return;
    finding(in->findings, FINDING_LANGUAGE, d->root->at,
            "this report is in `%s`, and of what the program prints some is in "
            "`%s`",
            d->lang, in->wording->borrows);
    finding_hint(in->findings,
                 "give wording/%s.xml in a folder of your own the phrases that "
                 "it lacks",
                 in->wording->lang);
}

/* A report in another language than its template has the words of its own that
   the program prints, and those of the template are marked. */
static void describe(struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;

    d->style = t->style;
    d->root->at = (struct place){in->report->source, 1, 1};
    d->lang = in->report->lang != NULL ? in->report->lang : t->wording->lang;
    if (!language_same(str_of(d->lang), str_of(t->wording->lang))) {
        in->wording = generate_wording_of(in, d->lang);
        in->template_lang = t->wording->lang;
        warn_of_wording(in, d);
    }
    warn_of_borrowed(in, d);
    d->wording = in->wording;
    d->author = t->house->council;
    d->subject = t->title;
}

static void add_sign_off(const struct generator_in *in, struct doc *d)
{
    const struct template *t = in->template_used;
    struct doc_node *n;

    if (t->nsign_off == 0)
        return;
    n = doc_new(d->arena, DOC_SIGN_OFF);
    if (n == NULL)
        return;
    n->parent = d->root;
    generate_blocks(in, d, n, t->sign_off, t->nsign_off);
    if (n->first != NULL)
        doc_append(d->root, n);
}

static void turn_page_after(struct doc *d, struct doc_node *n)
{
    struct doc_node *turn = doc_new(d->arena, DOC_PAGE_BREAK);

    if (turn == NULL || n == NULL)
        return;
    turn->medium = MEDIUM_PRINT;
    doc_insert_after(n, turn);
}

/* A page of its own; nothing where there is no entry. */
static void set_apart(struct doc *d, struct doc_node *contents)
{
    struct doc_node *before = NULL;

    for (struct doc_node *n = d->root->first; n != NULL && n != contents;
         n = n->next)
        before = n;
    if (contents == NULL || contents->parent == NULL)
        return;
    turn_page_after(d, contents);
    turn_page_after(d, before);
}

/* Its entries come last: they are what is left after the copy filter. */
static struct doc_node *add_contents(const struct generator_in *in,
                                     struct doc *d)
{
    struct doc_node *n;

    if (!in->template_used->contents)
        return NULL;
    n = doc_add(d, d->root, DOC_CONTENTS);
    doc_heading(d, n, 2, in->wording->phrases[PHRASE_CONTENTS]);
    return n;
}

/* Tries have a tree and memory of their own, which end with the report's. */
static void trial_begin(struct trial *t, const struct doc *d,
                        struct findings *heard)
{
    arena_init(&t->arena, d->arena->limit);
    findings_init_unheard(&t->unheard, &t->arena);
    t->heard = heard;
    doc_init(&t->doc, &t->arena);
    t->doc.style = d->style;
    t->doc.wording = d->wording;
    t->doc.lang = d->lang;
}

static void trial_end(struct trial *t, struct doc *d)
{
    if (arena_status(&t->arena) != ST_OK)
        arena_fail(d->arena, arena_status(&t->arena));
    arena_free(&t->arena);
}

static void make_tree(const struct generator_in *in, enum audience audience,
                      struct doc *d)
{
    const struct template *t = in->template_used;
    struct doc_node *contents;

    generate_running(in, d);
    generate_header(in, d);
    generate_marking(in, audience, d);
    contents = add_contents(in, d);
    generate_sections(in, d, d->root, t->sections, t->nsections,
                      in->report->sections, in->report->nsections);
    generate_parts(in, d);
    add_sign_off(in, d);
    generate_appendix_sections(in, d);
    generate_screen_foot(d);
    generate_attachments(in, audience, d);
    generate_unused(in);

    doc_name_turns(d, in->findings);
    doc_number(d);
    generate_appendix_labels(in, d);
    doc_resolve(d, in->template_used, in->findings);
    doc_filter(d, audience);
    doc_part_marks(d);
    doc_hang_marks(d);
    doc_colour(d);
    generate_contents(d, contents, in->template_used->contents_levels);
    if (in->template_used->contents_page)
        set_apart(d, contents);
}

enum status generate_report(const struct report *report,
                            const struct figures *figures,
                            const struct template *template_used,
                            enum audience audience, struct findings *findings,
                            struct doc *d)
{
    struct waiting_calls waiting = {.unread = 0};
    struct used used;
    struct trial trial;
    struct generator_in in = {
        .report = report,
        .figures = figures,
        .template_used = template_used,
        .wording = template_used->wording,
        .level = 1,
        .findings = findings,
        .waiting = &waiting,
        .used = &used,
        .trial = &trial,
    };

    if (doc_status(d) != ST_OK)
        return doc_status(d);
    describe(&in, d);
    used_init(&used, d->arena);
    trial_begin(&trial, d, findings);
    make_tree(&in, audience, d);
    trial_end(&trial, d);
    return doc_status(d);
}
