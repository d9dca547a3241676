#include "core/base/ascii.h"
#include "figures/expression.h"
#include "figures/expression_parse.h"
#include "figures/figure.h"
#include "figures/rule_results.h"
#include "figures/rules_names.h"

/* One rule at a time. */
struct asking {
    struct figures *figures;
    const struct rules *rules;
    const struct rule *rule;
    enum audience audience;
    struct findings *findings;
    struct findings tried; /* what stood in the way */
};

static struct scope scope_of(const struct asking *a, enum audience audience)
{
    return (struct scope){
        .figures = a->figures,
        .audience = audience,
        .used = &a->figures->used_by_views,
        .asks = true,
        .rules = a->rules,
    };
}

/* Names that nothing has are faults of the rules; all else that stands in the
   way is a matter of the report, and the reason why nothing can be said. */
static const struct finding *in_the_way(struct asking *a)
{
    const struct finding *first = NULL;

    for (const struct finding *x = a->tried.first; x != NULL; x = x->next) {
        if (x->level != LEVEL_ERROR)
            continue;
        if (first == NULL)
            first = x;
        if (x->id == FINDING_UNKNOWN_NAME) {
            finding(a->findings, x->id, x->at, "%.*s", STR_ARG(x->text));
            if (x->hint.len > 0)
                finding_hint(a->findings, "%.*s", STR_ARG(x->hint));
        }
    }
    findings_init(&a->tried, a->figures->arena);
    return first;
}

/* What is no expression is a fault of the rule, and no reason. */
static bool is_true(struct asking *a, struct str text, struct place at)
{
    const struct scope scope = scope_of(a, AUDIENCE_INTERNAL);
    struct arena *arena = a->figures->arena;
    struct expression parsed = {
        .text = text, .around = text, .at = at, .findings = a->findings};

    if (!expression_parse(arena, a->findings, &parsed))
        return false;
    return expression_true(arena, text, at, &scope, &a->tried);
}

static bool says_nothing(struct asking *a, struct str field)
{
    const struct scope scope = scope_of(a, AUDIENCE_INTERNAL);
    const struct figure f = expression_value(a->figures->arena, field,
                                             a->rule->at, &scope, &a->tried);

    return f.type == FIGURE_NONE || figure_empty(&f);
}

/* The first of N fields that says nothing, or NULL. */
static const struct str *first_blank(struct asking *a, const struct str *names,
                                     size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (says_nothing(a, names[i]))
            return &names[i];
    }
    return NULL;
}

static struct str lack_of(const struct asking *a, struct str field)
{
    const struct rules_field *known = rules_field(a->rules, field);
    const struct template *t = a->figures->template_used;
    const bool has = template_field(t, field) != NULL;

    return arena_printf(a->figures->arena, "`%.*s` (%.*s) is not given%s%s%s",
                        STR_ARG(field),
                        STR_ARG(known == NULL ? field : known->title),
                        has ? "" : ", and the template `", has ? "" : t->id,
                        has ? "" : "` has no such field");
}

/* The first field of the report that EXPRESSION names; what stands in quotation
   marks is none. */
static const struct field *field_in(const struct report *r,
                                    struct str expression)
{
    char quoted = '\0';
    size_t end;

    for (size_t i = 0; i < expression.len; i = end) {
        const char c = expression.ptr[i];
        const struct field *field;

        end = i + 1;
        if (c == '\'' || c == '"')
            quoted = quoted == '\0' ? c : quoted == c ? '\0' : quoted;
        if (quoted != '\0' || !is_name_byte(c))
            continue;
        while (end < expression.len && is_name_byte(expression.ptr[end]))
            end++;
        field = report_field(r, str_to(str_from(expression, i), end - i));
        if (field != NULL)
            return field;
    }
    return NULL;
}

/* Where a person would mend it: the first field that the rule names. */
static struct place place_of(const struct asking *a)
{
    const struct report *r = a->figures->report;
    const struct rule *rule = a->rule;
    const struct field *field;

    for (size_t i = 0; i < rule->nneeds + rule->ngiven; i++) {
        const struct str name =
            i < rule->nneeds ? rule->needs[i] : rule->given[i - rule->nneeds];

        field = report_field(r, name);
        if (field != NULL)
            return field->at;
    }
    field = field_in(r, rule->test);
    if (field == NULL)
        field = field_in(r, rule->when);
    if (field != NULL)
        return field->at;
    return (struct place){r->source, 1, 1};
}

/* Where a word of it cannot be said, none of it is. */
static struct str sentence(struct asking *a)
{
    const struct rule *rule = a->rule;
    const struct scope scope = scope_of(a, a->audience);
    const struct str nothing = {NULL, 0};
    struct str text;

    if (rule->says.len == 0)
        return nothing;
    text = expression_expand(a->figures->arena, rule->says, rule->says_at,
                             &scope, &a->tried, NULL);
    return in_the_way(a) != NULL ? nothing : text;
}

static void leave_open(struct rule_result *x, const struct finding *why)
{
    x->outcome = RULE_OPEN;
    x->unread = true;
    x->found = why->text;
    x->hint = why->hint;
}

static void ask_given(struct asking *a, struct rule_result *x)
{
    const struct rule *rule = a->rule;
    const struct str *blank = first_blank(a, rule->given, rule->ngiven);

    x->outcome = rule_outcome(rule, blank == NULL);
    x->found = blank == NULL ? sentence(a) : lack_of(a, *blank);
    if (blank != NULL)
        x->lacks = *blank;
}

static void ask_test(struct asking *a, struct rule_result *x)
{
    const bool done = is_true(a, a->rule->test, a->rule->test_at);
    const struct finding *why = in_the_way(a);

    if (why != NULL) {
        leave_open(x, why);
        return;
    }
    x->outcome = rule_outcome(a->rule, done);
    x->found = sentence(a);
}

/* Whether it is to be asked at all. */
static bool applies(struct asking *a, struct rule_result *x)
{
    const struct rule *rule = a->rule;
    const struct finding *why;
    bool wanted;

    if (rule->when.len == 0)
        return true;
    wanted = is_true(a, rule->when, rule->when_at);
    why = in_the_way(a);
    if (why != NULL) {
        leave_open(x, why);
        return false;
    }
    return wanted;
}

/* What a rule names that is not asked of this report counts as named, and is
   known or not whatever its condition says. */
static void name_only(struct asking *a)
{
    const struct rule *rule = a->rule;

    for (size_t i = 0; i < rule->nneeds; i++)
        (void)says_nothing(a, rule->needs[i]);
    for (size_t i = 0; i < rule->ngiven; i++)
        (void)says_nothing(a, rule->given[i]);
    if (rule->test.len > 0)
        (void)is_true(a, rule->test, rule->test_at);
    (void)sentence(a);
    (void)in_the_way(a);
}

static void ask(struct asking *a, struct rule_result *x)
{
    const struct rule *rule = a->rule;
    const struct str *blank;

    if (!applies(a, x)) {
        if (x->outcome == RULE_NOT_ASKED)
            name_only(a);
        return;
    }
    blank = first_blank(a, rule->needs, rule->nneeds);
    if (blank != NULL) {
        x->outcome = RULE_OPEN;
        x->found = lack_of(a, *blank);
    } else if (rule->test.len > 0) {
        ask_test(a, x);
    } else if (rule->ngiven > 0) {
        ask_given(a, x);
    } else {
        x->waiting = true;
        x->found = sentence(a);
    }
}

struct rule_results rules_ask(struct figures *f, enum audience audience,
                              struct findings *findings)
{
    const struct rules *rules =
        f->report->rules != NULL ? f->report->rules : f->template_used->rules;
    struct asking a = {.figures = f,
                       .rules = rules,
                       .audience = audience,
                       .findings = findings};
    struct rule_results r = {.rules = rules};

    if (rules == NULL)
        return r;
    r.results = arena_alloc(f->arena, rules->nrules, sizeof(*r.results));
    if (r.results == NULL)
        return (struct rule_results){.rules = NULL};
    findings_init(&a.tried, f->arena);
    r.count = rules->nrules;
    for (size_t i = 0; i < r.count; i++) {
        const size_t errors = findings->errors;
        struct rule_result *x = &r.results[i];

        a.rule = &rules->rules[i];
        *x = (struct rule_result){.rule = a.rule, .at = place_of(&a)};
        rules_prove_rule(f->arena, rules, a.rule, NULL, findings);
        if (findings->errors == errors)
            ask(&a, x);
        if (findings->errors == errors)
            continue;
        x->faulty = true;
        x->outcome = RULE_OPEN;
        x->waiting = false;
        if (x->found.len == 0)
            x->found = STR_LIT("the rule has a fault");
    }
    return r;
}
