#include "cmd/sample_asked.h"

struct str sample_called(const struct sample *s, const struct kind_column *c,
                         int number)
{
    for (size_t i = 0; i < s->ncalled; i++) {
        if (s->called[i].column == c && s->called[i].number == number)
            return s->called[i].text;
    }
    return (struct str){NULL, 0};
}

const struct sample_wish *sample_wish(const struct sample *s, int number,
                                      const struct kind_column *column)
{
    for (size_t i = 0; i < s->nwishes; i++) {
        if (s->wishes[i].number == number && s->wishes[i].column == column)
            return &s->wishes[i];
    }
    return NULL;
}

/* The column that says what a row is called: row_key(). */
static const struct kind_column *naming_column(const struct kind *k)
{
    const struct kind_column *c = kind_column_of_role(k, COLUMN_KEY);

    if (c == NULL)
        c = kind_column_of_role(k, COLUMN_LABEL);
    return c != NULL ? c : kind_column_of_role(k, COLUMN_GROUP);
}

/* The first that has no name in COLUMN. */
static int first_free(const struct sample *s, const struct kind_column *column)
{
    int number = 1;

    while (sample_called(s, column, number).len > 0)
        number++;
    return number;
}

/* Names a row in COLUMN, NUMBER of them, or the first that is free for 0.
   Returns which has that name; 0: none can. */
static int call(struct sample *s, const struct kind_column *c, struct str text,
                int number)
{
    for (size_t i = 0; i < s->ncalled; i++) {
        if (s->called[i].column == c && str_same_word(s->called[i].text, text))
            return s->called[i].number;
    }
    if (c == NULL || s->ncalled >= ROWS_MAX / 2 ||
        (c->type == TYPE_CHOICE && kind_column_choice(c, text) == c->nchoices))
        return 0;
    if (number == 0 || sample_called(s, c, number).len > 0)
        number = first_free(s, c);
    s->called[s->ncalled++] = (struct sample_called){c, text, number};
    return number;
}

/* The group that TEXT names as ALIAS does: `Place total`. */
static struct str group_in(struct str text, struct str alias)
{
    const struct str hole = STR_LIT("{group}");
    const size_t at = str_find(alias, hole);
    const struct str before = str_to(alias, at);
    const struct str after = str_from(alias, at + hole.len);

    if (at == alias.len || text.len <= before.len + after.len ||
        !str_same_word(str_to(text, before.len), before) ||
        !str_same_word(str_from(text, text.len - after.len), after))
        return (struct str){NULL, 0};
    return str_trim(
        str_to(str_from(text, before.len), text.len - before.len - after.len));
}

/* Whether TEXT names one of the rows that LINE is, or was meant to. */
static bool is_line(struct sample *s, const struct kind_row *line,
                    struct str text)
{
    if (line->id != NULL && str_is(text, line->id))
        return true;
    for (size_t i = 0; i < line->naliases; i++) {
        const struct str group = group_in(text, line->aliases[i]);

        if (group.len > 0)
            (void)call(s, kind_column_of_role(s->kind, COLUMN_GROUP), group, 0);
        if (group.len > 0 || str_same_word(text, line->aliases[i]) ||
            sample_name_slipped(text, line->aliases[i]))
            return true;
    }
    return false;
}

static bool is_any_line(struct sample *s, struct str text)
{
    for (size_t i = 0; i < s->kind->nrows; i++) {
        if (s->kind->rows[i].role != ROW_ENTRY &&
            is_line(s, &s->kind->rows[i], text))
            return true;
    }
    return false;
}

static void call_rows(struct sample *s, const struct list *names)
{
    const struct sample_name *items = names->items;

    for (size_t i = 0; i < names->count; i++) {
        if (items[i].column.len > 0)
            (void)call(s, kind_column(s->kind, items[i].column), items[i].text,
                       0);
        else if (!is_any_line(s, items[i].text))
            (void)call(s, naming_column(s->kind), items[i].text, 0);
    }
}

/* Whether a view asks something of entry NUMBER. */
static bool is_asked(const struct sample *s, int number)
{
    for (size_t i = 0; i < s->nwishes; i++) {
        if (s->wishes[i].number == number)
            return true;
    }
    return false;
}

/* The text that VIEW asks for in COLUMN, or an empty one. */
static struct str asked_text(const struct sample_view *view,
                             const struct kind_column *column)
{
    const struct condition_limit *limits = view->limits.items;

    for (size_t i = 0; column != NULL && i < view->limits.count; i++) {
        if (limits[i].asks == LIMIT_IS && !limits[i].is_number &&
            str_is(limits[i].column, column->id))
            return limits[i].text;
    }
    return (struct str){NULL, 0};
}

/* The entry that VIEW lets through and that is called NAME, which may be
   empty: one of the group that it asks for, of which nothing was asked. */
static int choose_entry(struct sample *s, const struct sample_view *view,
                        struct str name)
{
    const struct kind_column *group =
        kind_column_of_role(s->kind, COLUMN_GROUP);
    const struct kind_column *naming = naming_column(s->kind);
    const struct str group_asked = asked_text(view, group);
    const int g = group_asked.len == 0 ? 0 : call(s, group, group_asked, 0);
    const int last = g == 0 ? ROWS_MAX / 2 : 2 * g;
    int number = g == 0 ? 1 : 2 * g - 1;

    if (name.len == 0 && naming != group)
        name = asked_text(view, naming);
    while (number < last &&
           (is_asked(s, number) || sample_called(s, naming, number).len > 0))
        number++;
    return name.len == 0 || naming == group ? number
                                            : call(s, naming, name, number);
}

/* A text that is no choice of its column is a mistake of the view. */
static bool can_hold(const struct kind_column *c,
                     const struct condition_limit *limit)
{
    return c != NULL && c->role != COLUMN_GROUP &&
           (c->type != TYPE_CHOICE || limit->asks != LIMIT_IS ||
            kind_column_choice(c, limit->text) < c->nchoices);
}

/* LIMIT as one of what is held: of choices one that will do. */
static struct condition_limit one_choice(const struct kind_column *c,
                                         struct condition_limit limit)
{
    const bool any = limit.asks == LIMIT_IS_NOT || limit.asks == LIMIT_FILLED;
    const size_t other = limit.asks == LIMIT_IS_NOT
                             ? kind_column_choice(c, limit.text)
                             : c->nchoices;

    if (c->type != TYPE_CHOICE || !any)
        return limit;
    for (size_t i = c->nchoices; i-- > 0;) {
        if (i != other)
            limit.text = c->choices[i];
    }
    limit.asks = LIMIT_IS;
    return limit;
}

static void wish(struct sample *s, const struct sample_view *view, int number)
{
    const struct condition_limit *limits = view->limits.items;

    for (size_t i = 0; i < view->limits.count && s->nwishes < ROWS_MAX; i++) {
        const struct kind_column *c = kind_column(s->kind, limits[i].column);

        if (can_hold(c, &limits[i]))
            s->wishes[s->nwishes++] =
                (struct sample_wish){number, c, one_choice(c, limits[i])};
    }
}

/* The rows of it that the template names, or else one. */
static void ask_for_view(struct sample *s, const struct sample_view *view,
                         const struct list *names)
{
    const struct sample_name *items = names->items;
    bool named = false;

    for (size_t i = 0; i < names->count; i++) {
        if (items[i].column.len > 0 || !str_eq(items[i].of, view->id) ||
            is_any_line(s, items[i].text))
            continue;
        wish(s, view, choose_entry(s, view, items[i].text));
        named = true;
    }
    if (!named)
        wish(s, view, choose_entry(s, view, (struct str){NULL, 0}));
}

void sample_ask(struct sample *s, const struct sample_names *names)
{
    const struct sample_view *views = names->views.items;

    for (size_t i = 0; i < names->views.count; i++)
        ask_for_view(s, &views[i], &names->names);
    call_rows(s, &names->names);
}

void sample_word_lines(struct sample *s, const struct list *names)
{
    const struct sample_name *items = names->items;

    for (size_t r = 0; r < s->nrows; r++) {
        const struct kind_row *line = s->rows[r].line;

        for (size_t i = 0; line != NULL && i < names->count; i++) {
            for (size_t k = 0; k < line->naliases; k++) {
                if (items[i].column.len == 0 &&
                    str_same_word(items[i].text, line->aliases[k]))
                    s->rows[r].words = line->aliases[k];
            }
        }
    }
}
