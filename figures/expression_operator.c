#include "figures/expression_operator.h"

#include "figures/expression_evaluation.h"
#include "figures/figure.h"

static const struct figure none = {.type = FIGURE_NONE};

struct figure operator_truth(bool value, enum audience audience)
{
    return (struct figure){
        .type = FIGURE_BOOL, .truth = value, .audience = audience};
}

static bool holds(enum expression_op op, enum figure_relation r)
{
    switch (op) {
    case OP_EQUAL: return r == RELATION_EQUAL;
    case OP_NOT_EQUAL: return r != RELATION_EQUAL;
    case OP_LESS: return r == RELATION_LESS;
    case OP_AT_MOST: return r == RELATION_LESS || r == RELATION_EQUAL;
    case OP_GREATER: return r == RELATION_GREATER;
    default: return r == RELATION_GREATER || r == RELATION_EQUAL;
    }
}

static bool wants_order(enum expression_op op)
{
    return op != OP_EQUAL && op != OP_NOT_EQUAL;
}

/* What a day is compared with, where it was words. */
static void say_how_days_are_written(const struct evaluation *ev,
                                     const struct figure *a,
                                     const struct figure *b)
{
    if ((a->type == FIGURE_DATE && b->type == FIGURE_TEXT) ||
        (b->type == FIGURE_DATE && a->type == FIGURE_TEXT))
        finding_hint(ev->findings,
                     "write a day as '5 October 2026', a month as date|month = "
                     "'October 2026', a year as date|year = 2026 or "
                     "date|financial-year = '2026/27'");
}

static struct figure related(const struct evaluation *ev,
                             const struct expression_node *n, struct figure a,
                             struct figure b)
{
    const enum figure_relation r = figure_compare(evaluation_wording(ev), a, b);
    const bool blank = a.type == FIGURE_BLANK || b.type == FIGURE_BLANK;

    if ((!wants_order(n->op) ||
         (r == RELATION_APART && holds(n->op, RELATION_EQUAL))) &&
        figure_spans_differ(evaluation_wording(ev), a, b)) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "a day, a month, a quarter and a year are never equal to one "
                "another");
        finding_hint(ev->findings,
                     "write the same pipe on both sides, as in date|month = "
                     "period|month; a month in words as date|month = 'October "
                     "2026'");
        return none;
    }
    if (r == RELATION_ALIEN ||
        (r == RELATION_OTHER && wants_order(n->op) && !blank)) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "%s cannot be compared with %s in this way",
                figure_type_name(a.type), figure_type_name(b.type));
        say_how_days_are_written(ev, &a, &b);
        return none;
    }
    return operator_truth(holds(n->op, r),
                          a.audience > b.audience ? a.audience : b.audience);
}

/* What a cell says in place of a choice: n/a, TBC. */
static bool is_state(const struct wording *w, struct str text)
{
    const enum word word = wording_word(w, text);

    return word == WORD_DASH || word == WORD_NIL ||
           word == WORD_NOT_APPLICABLE || word == WORD_TO_BE_CONFIRMED;
}

/* The header field that has the choices of KIND, as `row` of each="decision"
   has them, too; NULL: they are a column's. */
static const struct template_field *field_of(const struct evaluation *ev,
                                             const struct kind_column *kind)
{
    const struct template *t = ev->scope->figures->template_used;

    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].answers != NULL &&
            t->fields[i].answers->choices == kind->choices)
            return &t->fields[i];
    }
    return NULL;
}

/* A text that is compared with a choice must be one; it is called by the
   choice's own name from then on. */
static bool settle_choice(const struct evaluation *ev, size_t offset,
                          const struct figure *choice, struct figure *text)
{
    const struct kind_column *kind = choice->form.kind;
    const struct template_field *field;
    struct str said;
    size_t i;

    if (!text->literal || text->type != FIGURE_TEXT || kind == NULL ||
        choice->form.type != TYPE_CHOICE)
        return true;
    said = cell_as_typed(&text->cell);
    i = kind_column_choice(kind, said);
    if (i < kind->nchoices) {
        text->cell.ptr = kind->choices[i].ptr;
        text->cell.len = (uint32_t)kind->choices[i].len;
        text->cell.marked = 0;
        return true;
    }
    field = field_of(ev, kind);
    if (said.len == 0 ||
        (field == NULL && is_state(evaluation_wording(ev), said)))
        return true;
    finding(ev->findings, FINDING_BAD_EXPRESSION, evaluation_place(ev, offset),
            "`%.*s` is no choice of %s `%s`", STR_ARG(said),
            field == NULL ? "column" : "the header field",
            field == NULL ? kind->id : field->id);
    finding_nearest(ev->findings, said, kind->choices, kind->nchoices);
    return false;
}

/* Whether one of the entries of LIST is OTHER. */
static bool has_entry(const struct evaluation *ev, const struct figure *list,
                      const struct figure *other)
{
    struct str rest = list->entries;
    struct str entry;

    while ((entry = wording_cut_entry(&rest)).len > 0) {
        if (figure_compare(evaluation_wording(ev), figure_of_text(entry),
                           *other) == RELATION_EQUAL)
            return true;
    }
    return false;
}

/* A list is what one of its entries is, and what it is in print. */
static struct figure compare_list(const struct evaluation *ev,
                                  const struct expression_node *n,
                                  struct figure a, struct figure b)
{
    const bool same =
        has_entry(ev, &a, &b) || has_entry(ev, &b, &a) ||
        figure_compare(evaluation_wording(ev), a, b) == RELATION_EQUAL;

    return operator_truth(same == (n->op == OP_EQUAL),
                          a.audience > b.audience ? a.audience : b.audience);
}

/* Half of all is 50%, or 0.5 of it: who writes the number alone beside a
   percentage may mean either. */
static bool is_unclear(const struct evaluation *ev, size_t offset,
                       const struct figure *percentage,
                       const struct figure *number)
{
    const struct decimal one = {1, 0};
    struct decimal d;

    if (percentage->type != FIGURE_PERCENT || !number->literal ||
        number->type != FIGURE_NUMBER)
        return false;
    d = decimal_unsigned(figure_decimal(number));
    if (d.coefficient == 0 || decimal_compare(d, one) > 0)
        return false;
    finding(ev->findings, FINDING_BAD_EXPRESSION, evaluation_place(ev, offset),
            "a percentage is compared with %.*s, which may be per cent or a "
            "part of one",
            STR_ARG(wording_number(ev->findings->arena, evaluation_wording(ev),
                                   figure_decimal(number))));
    finding_hint(ev->findings,
                 "write it with its sign and in quotation marks: '50%%' is a "
                 "half, '0.5%%' a half of one per cent");
    return true;
}

struct figure operator_compare(const struct evaluation *ev,
                               const struct expression_node *n, struct figure a,
                               struct figure b)
{
    if (!settle_choice(ev, n->offset, &a, &b) ||
        !settle_choice(ev, n->offset, &b, &a) ||
        is_unclear(ev, n->offset, &a, &b) || is_unclear(ev, n->offset, &b, &a))
        return none;
    if (!wants_order(n->op) && (a.entries.len > 0 || b.entries.len > 0))
        return compare_list(ev, n, a, b);
    return related(ev, n, a, b);
}

struct figure operator_of_one(const struct evaluation *ev,
                              const struct expression_node *n, struct figure a)
{
    if (a.type == FIGURE_NONE)
        return a;
    if (n->op == OP_NOT)
        return operator_truth(!figure_true(evaluation_wording(ev), &a),
                              a.audience);
    return operator_truth(figure_empty(&a) == (n->op == OP_EMPTY), a.audience);
}

/* Nothing where no figure is due; what is to come is not known. */
static bool is_nothing(const struct figure *f)
{
    return f->type == FIGURE_BLANK && f->cell.state != CELL_TO_BE_CONFIRMED &&
           f->cell.state != CELL_WORDS;
}

static struct figure added(const struct evaluation *ev,
                           const struct expression_node *n, struct figure a,
                           struct figure b)
{
    const struct figure *form = a.type == FIGURE_BLANK ? &b : &a;
    struct decimal sum;
    struct figure f;

    if (!is_nothing(&a) && a.type == FIGURE_BLANK)
        return a;
    if (!is_nothing(&b) && b.type == FIGURE_BLANK)
        return b;
    if (a.type != b.type && !is_nothing(&a) && !is_nothing(&b)) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "%s and %s are not of one type", figure_type_name(a.type),
                figure_type_name(b.type));
        if (a.type == FIGURE_DATE && b.type == FIGURE_NUMBER)
            finding_hint(ev->findings,
                         "days-after(date, 21) is the day that is 21 days "
                         "after, working-days(date, 5) the fifth working day");
        return none;
    }
    if (form->type == FIGURE_BLANK)
        return a;
    if (!figure_type_is_numeric(form->type) ||
        !(n->op == OP_PLUS
              ? decimal_add(figure_decimal(&a), figure_decimal(&b), &sum)
              : decimal_subtract(figure_decimal(&a), figure_decimal(&b),
                                 &sum))) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "%s cannot be reckoned with in this way",
                figure_type_name(form->type));
        if (form->type == FIGURE_DATE)
            finding_hint(ev->findings,
                         "clear-days(a, b) is how many days lie between two, "
                         "clear-working-days(a, b) how many working days");
        return none;
    }
    f = figure_of_decimal(form->form.type, sum);
    f.form = form->form;
    f.form.pipe = PIPE_PLAIN;
    f.audience = a.audience > b.audience ? a.audience : b.audience;
    f.at = form->at;
    return f;
}

struct figure operator_of_two(const struct evaluation *ev,
                              const struct expression_node *n, struct figure a,
                              struct figure b)
{
    const struct wording *w = evaluation_wording(ev);
    const enum audience audience =
        a.audience > b.audience ? a.audience : b.audience;

    if (a.type == FIGURE_NONE || b.type == FIGURE_NONE)
        return none;
    if (n->op == OP_PLUS || n->op == OP_MINUS)
        return added(ev, n, a, b);
    if (n->op == OP_AND || n->op == OP_ALSO)
        return operator_truth(figure_true(w, &a) && figure_true(w, &b),
                              audience);
    if (n->op == OP_OR)
        return operator_truth(figure_true(w, &a) || figure_true(w, &b),
                              audience);
    return operator_compare(ev, n, a, b);
}
