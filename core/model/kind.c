#include "core/model/kind.h"
#include "core/value/language.h"

const struct choice value_type_choices[] = {VALUE_TYPES(CHOICE_ROW) CHOICE_END};
const struct choice column_role_choices[] = {COLUMN_ROLES(CHOICE_ROW)
                                                 CHOICE_END};

#define CHECK_CHOICE(constant, name, sentence, codes, needs)                   \
    {name, constant, sentence, needs},
const struct choice check_type_choices[] = {CHECK_TYPES(CHECK_CHOICE)
                                                CHOICE_END};

const struct choice heading_source_choices[] = {
    {"own", false, "the column's `title`", NULL},
    {"data", true, "the one that stands in the data", NULL},
    CHOICE_END};

const struct choice decimals_source_choices[] = {DECIMALS_SOURCES(CHOICE_ROW)
                                                     CHOICE_END};

const struct choice repeats_over_choices[] = {REPEATS_OVER(CHOICE_ROW)
                                                  CHOICE_END};
const struct choice choice_status_choices[] = {CHOICE_STATUSES(CHOICE_ROW)
                                                   CHOICE_END};
const struct choice choice_meaning_choices[] = {CHOICE_MEANINGS(CHOICE_ROW)
                                                    CHOICE_END};
const struct choice column_better_choices[] = {COLUMN_BETTERS(CHOICE_ROW)
                                                   CHOICE_END};
const struct choice column_scenario_choices[] = {COLUMN_SCENARIOS(CHOICE_ROW)
                                                     CHOICE_END};
const struct choice check_tolerance_choices[] = {CHECK_TOLERANCES(CHOICE_ROW)
                                                     CHOICE_END};

/* Signs that say that a choice is in doubt, or is another one. */
static uint32_t said_beside(uint32_t before, uint32_t c, uint32_t after)
{
    const bool says = c == '?' || c == '!' || c == '*' || c == '(' ||
                      c == ')' || c == '[' || c == ']' || c == 0x2020 ||
                      c == 0x2021; /* daggers */

    (void)before;
    (void)after;
    return says ? c : 0;
}

/* But for case, spaces and how a word is joined: `A*`, `Yes?` and `(No)` are
   neither A nor Yes nor No. */
static bool is_called(struct str text, struct str name)
{
    return str_same_text(text, name) && str_same_signs(text, name, said_beside);
}

/* The choice that SAME says is called TEXT. */
static size_t find_choice(const struct kind_column *column, struct str text,
                          bool (*same)(struct str, struct str))
{
    for (size_t i = 0; i < column->nchoices; i++) {
        if (same(text, column->choices[i]))
            return i;
    }
    for (size_t i = 0; column->described != NULL && i < column->nchoices; i++) {
        const struct kind_choice *c = &column->described[i];

        for (size_t k = 0; k < c->naliases; k++) {
            if (same(text, c->aliases[k]))
                return i;
        }
        for (size_t k = 0; k < c->titles.count; k++) {
            if (same(text, c->titles.list[k].text))
                return i;
        }
    }
    return column->nchoices;
}

const struct kind_column *kind_column(const struct kind *kind, struct str id)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind->columns[i].id != NULL && str_is(id, kind->columns[i].id))
            return &kind->columns[i];
    }
    return NULL;
}

const struct kind_column *kind_column_instead(const struct kind *kind,
                                              const struct kind_column *column)
{
    return column->instead == NULL ? NULL
                                   : kind_column(kind, str_of(column->instead));
}

const struct kind_column *kind_column_of_role(const struct kind *kind,
                                              enum column_role role)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind->columns[i].role == role)
            return &kind->columns[i];
    }
    return NULL;
}

bool kind_has_column(const struct kind *kind, struct str id)
{
    return kind_column(kind, id) != NULL;
}

size_t kind_column_choice(const struct kind_column *column, struct str text)
{
    const size_t exact = find_choice(column, text, str_eq);

    return exact < column->nchoices ? exact
                                    : find_choice(column, text, is_called);
}

bool kind_check_adds(const struct kind_check *check, const char *id)
{
    for (size_t i = 0; i < check->nplus; i++) {
        if (check->plus[i] != NULL && str_is(str_of(check->plus[i]), id))
            return true;
    }
    return false;
}

size_t kind_check_main(const struct kind_check *checks, size_t i)
{
    const struct kind_check *check = &checks[i];

    for (size_t k = i; check->is_other && check->result != NULL && k-- > 0;) {
        if (!checks[k].is_other && checks[k].type == check->type &&
            checks[k].result != NULL &&
            str_is(str_of(checks[k].result), check->result))
            return k;
    }
    return i;
}

bool kind_check_limit(struct str limit, struct str *name, struct decimal *bound)
{
    size_t at = limit.len;

    while (at > 0 && limit.ptr[at - 1] != ' ')
        at--;
    *name = str_trim(limit);
    if (at == 0 || decimal_read(str_from(limit, at), (struct str){NULL, 0},
                                bound) != NUMBER_OK)
        return false;
    *name = str_trim(str_to(limit, at));
    return true;
}

const char *value_type_name(enum value_type t)
{
    return choice_name(value_type_choices, (int)t);
}

const char *column_role_name(enum column_role r)
{
    return choice_name(column_role_choices, (int)r);
}

const char *check_type_name(enum check_type t)
{
    return choice_name(check_type_choices, (int)t);
}

static const struct kind_title *title_of(const struct kind_titles *titles,
                                         const char *lang)
{
    for (size_t i = 0; lang != NULL && i < titles->count; i++) {
        const struct kind_title *t = &titles->list[i];

        if (t->lang != NULL && language_same(str_of(t->lang), str_of(lang)))
            return t;
    }
    return NULL;
}

struct str kind_title_in(const struct kind_titles *titles, struct str title,
                         const char *lang)
{
    const struct kind_title *t = title_of(titles, lang);

    return t == NULL ? title : t->text;
}

bool kind_title_has(const struct kind_titles *titles, const char *lang)
{
    return title_of(titles, lang) != NULL;
}

const char *kind_title_language(const struct kind_titles *titles,
                                const char *lang)
{
    return titles->own == NULL || lang == NULL ||
                   language_same(str_of(titles->own), str_of(lang)) ||
                   title_of(titles, lang) != NULL
               ? NULL
               : titles->own;
}

bool kind_has_scores(const struct kind_column *column)
{
    return kind_choice_of_score(column, INT64_MAX) != NULL;
}

const struct kind_choice *kind_choice_of_score(const struct kind_column *column,
                                               int64_t score)
{
    const struct kind_choice *found = NULL;

    for (size_t i = 0; column->described != NULL && i < column->nchoices; i++) {
        const struct kind_choice *choice = &column->described[i];

        if (choice->from > 0 && choice->from <= score &&
            (found == NULL || choice->from > found->from))
            found = choice;
    }
    return found;
}
