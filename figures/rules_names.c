#include "figures/rules_names.h"

#include "core/model/report.h"
#include "figures/expression_parse.h"
#include "figures/expression_path.h"

struct proving {
    struct arena *arena;
    const struct rules *rules;
    const struct rule *rule;
    const struct list *data; /* struct str; NULL: any name may be data */
    struct findings *findings;
};

static bool is_data(const struct proving *p, struct str name)
{
    const struct str *ids = p->data == NULL ? NULL : p->data->items;
    size_t i = 0;

    if (p->data == NULL)
        return true;
    while (i < p->data->count && !str_eq(ids[i], name))
        i++;
    return i < p->data->count;
}

static void refuse(const struct proving *p, const struct expression *e,
                   const struct path_step *root, bool of_data)
{
    struct list known = list_of(p->arena, sizeof(struct str));
    const struct str *ids = p->data == NULL ? NULL : p->data->items;

    for (size_t i = 0; i < p->rules->nfields; i++) {
        struct str *name =
            p->rules->fields[i].id == NULL ? NULL : list_add(&known);

        if (name != NULL)
            *name = str_of(p->rules->fields[i].id);
    }
    for (size_t i = 0; of_data && ids != NULL && i < p->data->count; i++) {
        struct str *name = list_add(&known);

        if (name != NULL)
            *name = ids[i];
    }
    finding(p->findings, FINDING_UNKNOWN_NAME,
            expression_place(e, root->offset),
            of_data ? "the rule `%s` names `%.*s`, which is neither a field of "
                      "these rules nor data that a template asks for"
                    : "the rule `%s` names a field `%.*s` that these rules do "
                      "not have",
            p->rule->id == NULL ? "" : p->rule->id, STR_ARG(root->text));
    if (str_nearest(root->text, known.items, known.count) >= 0)
        finding_nearest(p->findings, root->text, known.items, known.count);
    else
        finding_hint(p->findings,
                     "declare it in the rules: <field id=\"%.*s\" title=\"what "
                     "it is\"/>",
                     STR_ARG(root->text));
}

static void prove_root(const struct proving *p, const struct expression *e,
                       const struct path_step *root, bool of_data)
{
    if (root == NULL || rules_field(p->rules, root->text) != NULL ||
        (of_data && is_data(p, root->text)) ||
        (!of_data && path_is_given(root->text)))
        return;
    refuse(p, e, root, of_data);
}

/* In a condition on rows a single name may be a column of theirs. */
static void prove_expression(const struct proving *p, struct expression e)
{
    const struct expression_node *end = NULL;

    e.findings = p->findings;
    if (!expression_parse(p->arena, p->findings, &e))
        return;
    for (const struct expression_node *x = e.first; x != NULL; x = x->next) {
        if (x == end)
            end = NULL;
        if (x->op == OP_ROWS) {
            prove_root(p, &e, x->path, true);
            end = x->end;
        } else if (x->op == OP_PATH && (end == NULL || x->path->next != NULL)) {
            prove_root(p, &e, x->path, x->path->next != NULL);
        }
    }
}

static void prove_whole(const struct proving *p, struct str text,
                        struct place at)
{
    if (text.len > 0)
        prove_expression(
            p, (struct expression){.text = text, .around = text, .at = at});
}

/* The expressions of a sentence; an opening {{ without its }} is a finding. */
static void prove_sentence(const struct proving *p, struct str text,
                           struct place at)
{
    const struct str opening = STR_LIT("{{");
    const struct str closing = STR_LIT("}}");
    size_t from = str_find(text, opening);

    while (from < text.len) {
        const size_t start = from + opening.len;
        const struct str inner = str_from(text, start);
        const size_t len = str_find(inner, closing);

        if (len == inner.len) {
            finding(p->findings, FINDING_BAD_EXPRESSION,
                    source_advance(at, text, from),
                    "this {{ is not closed by }}");
            finding_hint(p->findings, "write }} where the expression ends");
            return;
        }
        prove_expression(p, (struct expression){.text = str_to(inner, len),
                                                .around = text,
                                                .at = at,
                                                .start = start});
        from = start + len + closing.len;
        from += str_find(str_from(text, from), opening);
    }
}

void rules_prove_rule(struct arena *arena, const struct rules *rules,
                      const struct rule *rule, const struct list *data,
                      struct findings *findings)
{
    const struct proving p = {.arena = arena,
                              .rules = rules,
                              .rule = rule,
                              .data = data,
                              .findings = findings};

    prove_whole(&p, rule->when, rule->when_at);
    prove_whole(&p, rule->test, rule->test_at);
    prove_sentence(&p, rule->says, rule->says_at);
}

void rules_prove_names(struct arena *arena, const struct rules *rules,
                       const struct list *data, struct findings *findings)
{
    for (size_t i = 0; i < rules->nrules; i++)
        rules_prove_rule(arena, rules, &rules->rules[i], data, findings);
}
