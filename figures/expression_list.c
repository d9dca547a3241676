#include "figures/expression_list.h"

#include "core/base/letter_case.h"
#include "figures/expression_absent.h"
#include "figures/expression_path.h"
#include "figures/expression_refuse.h"

static const struct figure none = {.type = FIGURE_NONE};

bool list_is_counted(const struct evaluation *ev,
                     const struct expression_node *node)
{
    const struct figures *f = ev->scope->figures;
    const struct str name = node->path->text;

    return node->function == FUNCTION_COUNT &&
           names_data(f->names, f->report, name) == NULL &&
           !template_asks_for(f->template_used, name) &&
           (names_value(f->names, f->report, name) != NULL ||
            report_field(f->report, name) != NULL ||
            template_field(f->template_used, name) != NULL ||
            absent_field(ev->scope, name));
}

/* Whether TEXT may be several things that are not written as entries. */
static bool may_be_several(const struct evaluation *ev, struct str text)
{
    const struct wording *w = evaluation_wording(ev);
    const struct str separator = str_trim(w->phrases[PHRASE_LIST_SEPARATOR]);

    return str_find_char(text, ';') == text.len &&
           (str_find(text, separator) < text.len ||
            str_find(text, w->phrases[PHRASE_LIST_LAST]) < text.len);
}

/* Whether TEXT, a list, holds names with commas between and no semicolon: one
   entry, where its author may have meant several. */
static bool has_names_between_commas(const struct evaluation *ev,
                                     struct str text)
{
    size_t names = 0;

    if (str_find_char(text, ';') < text.len)
        return false;
    while (text.len > 0) {
        const struct str part = str_cut(&text, ',');

        if (!str_eq(letters_lower(ev->findings->arena, part), part))
            names++;
    }
    return names > 1;
}

/* A text is no list; rules count it where it can be read in one way alone,
   since they do not choose the template. */
static bool is_list(const struct evaluation *ev, const struct path_step *name,
                    const struct template_field *declared,
                    const struct field *given)
{
    const struct figures *f = ev->scope->figures;
    const bool value = names_value(f->names, f->report, name->text) != NULL;

    if (!value && given == NULL && declared == NULL)
        return true; /* rules name it, and nobody gives it */
    if (declared != NULL && declared->type == FIELD_LIST) {
        if (ev->scope->rules == NULL || given == NULL ||
            !has_names_between_commas(ev, given->text))
            return true;
        (void)refuse_step(ev, name, "this is one entry, or names of several");
        finding_hint(ev->findings,
                     "write its entries with ; between; one whose "
                     "name has a comma ends with ;");
        return false;
    }
    if (ev->scope->rules != NULL && given != NULL &&
        !may_be_several(ev, given->text))
        return true;
    (void)refuse_step(ev, name, "this is no list whose entries are counted");
    if (!value)
        finding_hint(ev->findings,
                     "say type=\"list\" where the template declares the field, "
                     "and write its entries with ; between");
    return false;
}

struct figure list_count(const struct evaluation *ev,
                         const struct expression_node *node)
{
    const struct figures *f = ev->scope->figures;
    const struct path_step *name = node->path;
    const struct field *given = report_field(f->report, name->text);
    const struct template_field *declared =
        template_field(f->template_used, name->text);
    struct str rest = given != NULL      ? given->text
                      : declared != NULL ? figures_field_text(f, declared)
                                         : (struct str){NULL, 0};
    struct decimal n = {0, 0};
    struct figure count;

    if (!is_list(ev, name, declared, given))
        return none;
    if (name->next != NULL)
        return refuse_step(ev, name->next,
                           "what stands before it has no parts");
    if (node->next != node->end)
        return refuse_step(ev, name,
                           "entries of a list are counted without a condition");
    evaluation_mark(ev, given);
    evaluation_mark(ev, declared);
    while (wording_cut_entry(&rest).len > 0)
        n.coefficient++;
    count = figure_of_decimal(TYPE_NUMBER, n);
    if (given == NULL)
        return declared == NULL
                   ? count
                   : refuse_internal(ev, name, count, declared->audience,
                                     declared->at);
    count.at = given->at;
    return refuse_internal(ev, name, count, given->audience, given->at);
}
