#include "input/templates/kind_checks.h"
#include "core/value/decimal.h"
#include "input/templates/kind_elements.h"
#include "input/xml/xml_value.h"

enum compared { COMPARED_ANY, COMPARED_FIGURE, COMPARED_CHOICE, COMPARED_TIME };

static const char *const compared_names[] = {
    [COMPARED_ANY] = "anything",
    [COMPARED_FIGURE] = "figures",
    [COMPARED_CHOICE] = "choices",
    [COMPARED_TIME] = "dates or times",
};

/* What the columns of a check hold, by its type. The result and `plus` of
   `lines` are no columns. */
static const struct {
    uint8_t result, plus, minus, of, units, rate; /* enum compared */
} compares[CHECK_TYPE_MAX] = {
    [CHECK_TOTAL] = {.result = COMPARED_FIGURE},
    [CHECK_SUB_TOTALS] = {.result = COMPARED_FIGURE, .plus = COMPARED_FIGURE},
    [CHECK_ROW] = {.result = COMPARED_FIGURE,
                   .plus = COMPARED_FIGURE,
                   .minus = COMPARED_FIGURE},
    [CHECK_PRODUCT] = {.result = COMPARED_FIGURE,
                       .units = COMPARED_FIGURE,
                       .rate = COMPARED_FIGURE},
    [CHECK_ACROSS] = {.result = COMPARED_FIGURE, .plus = COMPARED_FIGURE},
    [CHECK_RATIO] = {.result = COMPARED_FIGURE,
                     .plus = COMPARED_FIGURE,
                     .of = COMPARED_FIGURE},
    [CHECK_QUOTIENT] = {.result = COMPARED_FIGURE,
                        .plus = COMPARED_FIGURE,
                        .of = COMPARED_FIGURE},
    [CHECK_RATES] = {.result = COMPARED_FIGURE, .of = COMPARED_FIGURE},
    [CHECK_RAG] = {.result = COMPARED_CHOICE,
                   .plus = COMPARED_FIGURE,
                   .of = COMPARED_FIGURE},
    [CHECK_TREND] = {.result = COMPARED_CHOICE,
                     .plus = COMPARED_FIGURE,
                     .minus = COMPARED_FIGURE},
    [CHECK_LETTER] = {.result = COMPARED_CHOICE, .plus = COMPARED_FIGURE},
    [CHECK_ORDER] = {.result = COMPARED_TIME, .plus = COMPARED_TIME},
    [CHECK_STATUS] = {.result = COMPARED_CHOICE, .of = COMPARED_TIME},
    [CHECK_FORWARD] = {.result = COMPARED_FIGURE},
    [CHECK_BOUND] = {.result = COMPARED_FIGURE, .of = COMPARED_FIGURE},
    [CHECK_PAST] = {.result = COMPARED_TIME},
    [CHECK_ONCE] = {.result = COMPARED_CHOICE},
    [CHECK_LINES] = {.of = COMPARED_FIGURE},
    [CHECK_WHOLE] = {.plus = COMPARED_FIGURE},
    [CHECK_ONE_OF] = {.plus = COMPARED_CHOICE},
    [CHECK_SHARES] = {.result = COMPARED_FIGURE, .plus = COMPARED_FIGURE},
};

static bool holds(enum value_type type, enum compared wanted)
{
    switch (wanted) {
    case COMPARED_FIGURE: return value_is_figure(type);
    case COMPARED_CHOICE: return type == TYPE_CHOICE;
    case COMPARED_TIME: return type == TYPE_DATE || type == TYPE_PERIOD;
    default: return true;
    }
}

struct proof {
    struct findings *findings;
    const struct xml_node *node;
    const struct kind_column *columns;
    size_t ncolumns;
    const struct kind_check *checks; /* those above it, too */
    size_t at;
    const struct kind_check *check;
};

static const struct kind_column *column_of(const struct proof *p,
                                           const char *id)
{
    for (size_t i = 0; id != NULL && i < p->ncolumns; i++) {
        if (p->columns[i].id != NULL && str_is(str_of(id), p->columns[i].id))
            return &p->columns[i];
    }
    return NULL;
}

static void prove_column(const struct proof *p, const char *id,
                         const struct xml_attribute_rule *rule,
                         enum compared wanted)
{
    const struct kind_column *c = column_of(p, id);

    if (c == NULL || holds(c->type, wanted))
        return;
    finding(p->findings, FINDING_DOUBTFUL, xml_value_at(p->node, rule),
            "the check `%s` can never be made: column `%s` is of type `%s`",
            check_type_name(p->check->type), id, value_type_name(c->type));
    finding_hint(p->findings, "`%s` names a column of %s", rule->name,
                 compared_names[wanted]);
}

static void prove_columns(const struct proof *p, const char *const *ids,
                          size_t n, const struct xml_attribute_rule *rule,
                          enum compared wanted)
{
    for (size_t i = 0; i < n; i++)
        prove_column(p, ids[i], rule, wanted);
}

/* Whether any choice of C says what the check goes by. */
static bool any_speaks(const struct kind_column *c, bool of_status)
{
    for (size_t i = 0; c->described != NULL && i < c->nchoices; i++) {
        if (of_status ? c->described[i].status != STATUS_NONE
                      : c->described[i].means != MEANS_NOTHING)
            return true;
    }
    return false;
}

static void prove_choices(const struct proof *p)
{
    const bool of_status = p->check->type == CHECK_STATUS;
    const char *attribute = of_status ? "status" : "means";
    const struct kind_column *c = column_of(p, p->check->result);

    if (c == NULL || c->type != TYPE_CHOICE || any_speaks(c, of_status))
        return;
    finding(p->findings, FINDING_DOUBTFUL,
            xml_value_at(p->node, AT(kind_check, result)),
            "the check `%s` can never be made: no choice of column `%s` says "
            "`%s`",
            check_type_name(p->check->type), c->id, attribute);
    finding_hint(p->findings,
                 "give it choices as elements: <choice value=\"...\" "
                 "%s=\"...\"/>",
                 attribute);
}

/* Each choice but the last has a bound. */
static void prove_limits(const struct proof *p)
{
    const struct kind_check *check = p->check;
    const struct kind_column *c = column_of(p, check->result);
    const struct place at = xml_value_at(p->node, AT(kind_check, limits));

    for (size_t i = 0; i < check->nlimits; i++) {
        const bool last = i + 1 == check->nlimits;
        struct decimal bound;
        struct str name;
        const bool bounded = kind_check_limit(check->limits[i], &name, &bound);

        if (c != NULL && c->type == TYPE_CHOICE &&
            kind_column_choice(c, name) == c->nchoices) {
            finding(p->findings, FINDING_UNKNOWN_NAME, at,
                    "column `%s` has no choice `%.*s`", c->id, STR_ARG(name));
            finding_nearest(p->findings, name, c->choices, c->nchoices);
        }
        if (bounded != last)
            continue;
        finding(p->findings, FINDING_BAD_VALUE, at,
                last ? "no choice is for what does not reach `%.*s`"
                     : "`%.*s` has no bound, so that no choice behind it is "
                       "ever meant",
                STR_ARG(check->limits[i]));
        finding_hint(p->findings, "write them as `Green 95; Amber 75; Red`");
    }
}

static void prove_rates(const struct proof *p)
{
    const struct kind_check *check = p->check;

    for (size_t i = 0; i < check->nlimits; i++) {
        struct decimal rate;

        if (decimal_read_percent(check->limits[i], &rate) == NUMBER_OK)
            continue;
        finding(p->findings, FINDING_BAD_VALUE,
                xml_value_at(p->node, AT(kind_check, limits)),
                "`%.*s` is no rate in per cent", STR_ARG(check->limits[i]));
        finding_hint(p->findings, "write them as `0; 5; 20`");
    }
}

/* One column is no whole of parts, unless it is repeated. */
static void prove_parts(const struct proof *p)
{
    const struct kind_column *c =
        p->check->nplus == 1 ? column_of(p, p->check->plus[0]) : NULL;

    if (c == NULL || c->repeats)
        return;
    finding(p->findings, FINDING_DOUBTFUL,
            xml_value_at(p->node, AT(kind_check, plus)),
            "the check `%s` can never be made: column `%s` alone has no parts",
            check_type_name(p->check->type), c->id);
    finding_hint(p->findings, "`plus` names all columns that make the whole, "
                              "or one that is repeated");
}

/* Nothing else may be made in the place of a check of another type, nor in that
   of none. */
static void prove_other(const struct proof *p)
{
    if (p->check->type == CHECK_ROW || p->check->type == CHECK_RATIO) {
        if (kind_check_main(p->checks, p->at) != p->at ||
            p->check->result == NULL)
            return;
        finding(p->findings, FINDING_DOUBTFUL,
                xml_value_at(p->node, AT(kind_check, is_other)),
                "no check `%s` of `%s` stands above it that it may be made in "
                "the place of",
                check_type_name(p->check->type), p->check->result);
        finding_hint(p->findings, "the first of them has no `or`");
        return;
    }
    finding(p->findings, FINDING_DOUBTFUL,
            xml_value_at(p->node, AT(kind_check, is_other)),
            "the check `%s` is made whatever stands above it",
            check_type_name(p->check->type));
    finding_hint(p->findings, "`or` is of `%s` and `%s`",
                 check_type_name(CHECK_ROW), check_type_name(CHECK_RATIO));
}

void kind_check_prove(struct findings *findings, const struct xml_node *node,
                      const struct kind_column *columns, size_t ncolumns,
                      const struct kind_check *checks, size_t at)
{
    const struct kind_check *check = &checks[at];
    const struct proof p = {findings, node, columns, ncolumns,
                            checks,   at,   check};
    const enum check_type type = check->type;

    if (type >= CHECK_TYPE_MAX)
        return;
    prove_column(&p, check->result, AT(kind_check, result),
                 (enum compared)compares[type].result);
    prove_columns(&p, check->plus, check->nplus, AT(kind_check, plus),
                  (enum compared)compares[type].plus);
    prove_columns(&p, check->minus, check->nminus, AT(kind_check, minus),
                  (enum compared)compares[type].minus);
    prove_column(&p, check->of, AT(kind_check, of),
                 (enum compared)compares[type].of);
    prove_column(&p, check->units, AT(kind_check, units),
                 (enum compared)compares[type].units);
    prove_column(&p, check->rate, AT(kind_check, rate),
                 (enum compared)compares[type].rate);
    if (check->is_other)
        prove_other(&p);
    if (type == CHECK_RAG)
        prove_limits(&p);
    if (type == CHECK_RATES)
        prove_rates(&p);
    if (type == CHECK_WHOLE)
        prove_parts(&p);
    if (type == CHECK_TREND || type == CHECK_LETTER || type == CHECK_STATUS)
        prove_choices(&p);
}
