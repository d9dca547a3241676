#include "core/base/fold.h"
#include "core/base/utf8.h"
#include "figures/rule_results.h"

#include <string.h>

/* TEXT as its letters count, so that lines and quotation marks do not. */
static struct str letters_of(struct arena *a, struct str text)
{
    struct fold f;
    struct buf b;

    buf_init(&b, a->limit);
    fold_begin(&f, text, FOLD_LETTERS);
    for (uint32_t c = fold_next(&f); c != FOLD_END; c = fold_next(&f))
        buf_add(&b, &c, sizeof(c));
    return arena_take(a, &b);
}

/* Whether A has B, at a whole character. */
static bool has_letters(struct str a, struct str b)
{
    for (size_t at = 0; at + b.len <= a.len; at += sizeof(uint32_t)) {
        if (memcmp(a.ptr + at, b.ptr, b.len) == 0)
            return true;
    }
    return false;
}

static struct str text_of(struct arena *a, const struct doc *d)
{
    struct buf b;
    struct str text;

    buf_init(&b, a->limit);
    doc_plain_text(d->root, &b);
    if (buf_status(&b) != ST_OK)
        arena_fail(a, buf_status(&b));
    text = letters_of(a, buf_view(&b));
    buf_free(&b);
    return text;
}

/* Whether a section says something beside its heading. */
static bool says_something(const struct rule *rule, const struct doc_node *n)
{
    for (const struct doc_node *c = n->first; c != NULL; c = c->next) {
        if (c->kind == DOC_HEADING ||
            (c->role == ROLE_STATEMENT && !rule->none))
            continue;
        return true;
    }
    return false;
}

/* Sections of a part may be called PART.SECTION. */
static bool is_called(const struct doc_node *n, struct str id)
{
    struct str name = n->id == NULL ? (struct str){NULL, 0} : str_of(n->id);

    if (name.len > id.len && name.ptr[name.len - id.len - 1] == '.')
        name = str_from(name, name.len - id.len);
    return str_eq(name, id);
}

/* A section, or one that is listed among those with nothing to say. */
static bool may_be_section(const struct rule *rule, const struct doc_node *n)
{
    return n->kind == DOC_SECTION ||
           (n->kind == DOC_ITEM && n->role == ROLE_STATEMENT && rule->none);
}

static bool has_section(const struct rule *rule, const struct doc *d)
{
    struct doc_walk w = doc_walk(d->root);

    while (doc_walk_next(&w)) {
        if (!w.entering || !may_be_section(rule, w.node))
            continue;
        for (size_t i = 0; i < rule->nsections; i++) {
            if (is_called(w.node, rule->sections[i]) &&
                (w.node->kind == DOC_ITEM || says_something(rule, w.node)))
                return true;
        }
    }
    return false;
}

static struct place section_at(const struct rule *rule, const struct figures *f,
                               struct place otherwise)
{
    for (size_t i = 0; i < rule->nsections; i++) {
        const struct report_section *s =
            report_section(f->report, rule->sections[i]);

        if (s != NULL)
            return s->at;
    }
    return otherwise;
}

/* Whether one of N sections of a template is called ID, or the report may have
   sections of its own there. */
static bool has_room(const struct template_section *sections, size_t n,
                     const char *id)
{
    for (size_t i = 0; i < n; i++) {
        if (sections[i].of_report)
            return true;
    }
    return template_has_section(sections, n, id);
}

/* Whether whoever writes the report could write what RULE asks for. */
static bool may_be_written(const struct rule *rule, const struct template *t,
                           struct arena *a)
{
    for (size_t i = 0; i < rule->nsections; i++) {
        const char *id = arena_cstr(a, rule->sections[i]);

        if (has_room(t->sections, t->nsections, id))
            return true;
        for (size_t k = 0; k < t->nparts; k++) {
            if (has_room(t->parts[k].sections, t->parts[k].nsections, id))
                return true;
        }
    }
    return rule->nsections == 0;
}

static struct str lack_of(const struct rule *rule, struct arena *a)
{
    if (rule->nsections == 0)
        return arena_printf(a, "nothing that is printed says \"%.*s\"",
                            STR_ARG(rule->sentence));
    return arena_printf(a, "no section `%.*s` that says something is printed",
                        STR_ARG(rule->sections[0]));
}

/* TEXT is that of D, made when it is first asked for. */
static void look(struct rule_result *x, const struct figures *f,
                 const struct doc *d, struct str *text)
{
    const struct rule *rule = x->rule;
    bool done;

    x->waiting = false;
    x->at = section_at(rule, f, x->at);
    if (d == NULL) {
        x->outcome = RULE_OPEN;
        x->found = STR_LIT("the report has faults, and is not printed");
        return;
    }
    if (rule->nsections == 0 && text->len == 0)
        *text = text_of(f->arena, d);
    done = rule->nsections > 0
               ? has_section(rule, d)
               : has_letters(*text, letters_of(f->arena, rule->sentence));
    x->outcome = rule_outcome(rule, done);
    if (done)
        return;
    x->found = lack_of(rule, f->arena);
    if (may_be_written(rule, f->template_used, f->arena))
        return;
    x->outcome = RULE_OPEN;
    x->found = arena_printf(f->arena, "the template `%s` has no section `%.*s`",
                            f->template_used->id, STR_ARG(rule->sections[0]));
}

/* Whether the template requires one of N sections that the rule asks for, and
   it is one that every report has: that it is not there was said. */
static bool requires_section(const struct rule *rule,
                             const struct template_section *sections, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct template_section *s = &sections[i];

        for (size_t k = 0; k < rule->nsections; k++) {
            if (s->id != NULL && str_is(rule->sections[k], s->id) &&
                s->required == REQUIRED_YES && s->empty.len == 0 &&
                s->when.len == 0 && s->each.len == 0)
                return true;
        }
    }
    return false;
}

static bool requires_field(const struct template *t, struct str id)
{
    const struct template_field *field =
        id.len == 0 ? NULL : template_field(t, id);

    return field != NULL && field->required == REQUIRED_YES &&
           field->value.len == 0;
}

/* Whether the template requires the same: then its own message has said that it
   is missing. */
static bool was_said(const struct rule_result *x, const struct template *t)
{
    if (requires_field(t, x->lacks) ||
        requires_section(x->rule, t->sections, t->nsections))
        return true;
    for (size_t i = 0; i < t->nparts; i++) {
        const struct template_part *p = &t->parts[i];

        if (p->when.len == 0 && p->each.len == 0 &&
            requires_section(x->rule, p->sections, p->nsections))
            return true;
    }
    return false;
}

/* What is passed, or was not asked, is no finding; nor is what may stand in the
   report that this one belongs to, and that could not be read. */
static void say(const struct rule_result *x, const struct figures *f,
                struct findings *findings)
{
    const struct rule *rule = x->rule;
    const struct str asked = str_trim(rule->title);
    const struct str remedy = x->outcome == RULE_OPEN ? x->hint : rule->remedy;

    if (x->outcome == RULE_NOT_ASKED || x->outcome == RULE_PASSED ||
        x->faulty || f->report->of_lost ||
        (x->outcome != RULE_OPEN && was_said(x, f->template_used)))
        return;
    if (x->outcome == RULE_OPEN)
        finding(findings, x->unread ? FINDING_RULE_UNREAD : FINDING_RULE_OPEN,
                x->at, "the rule `%s` (%.*s) cannot be computed: %.*s",
                rule->id, STR_ARG(asked), STR_ARG(x->found));
    else
        finding(findings,
                x->outcome == RULE_FAILED ? FINDING_RULE_FAILED
                                          : FINDING_RULE_WARNED,
                x->at, "rule `%s` (%.*s): %.*s", rule->id, STR_ARG(asked),
                STR_ARG(x->found.len > 0 ? x->found : STR_LIT("it is not so")));
    finding_hint(findings, "%.*s%s%.*s", STR_ARG(rule->source),
                 remedy.len > 0 ? "; " : "", STR_ARG(remedy));
}

void rules_settle(struct rule_results *r, const struct figures *f,
                  const struct doc *d, struct findings *findings)
{
    struct str text = {NULL, 0};

    for (size_t i = 0; i < r->count; i++) {
        struct rule_result *x = &r->results[i];

        if (x->waiting)
            look(x, f, d, &text);
        say(x, f, findings);
    }
}
