#include "figures/changes.h"
#include "figures/changes_columns.h"
#include "figures/previous.h"
#include "figures/row_index.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

/* `threshold`, in pounds. */
static struct decimal threshold_of(const struct generator_in *in)
{
    const struct generator_argument *arg = generate_argument(in, "threshold");
    struct decimal d = {0, 0};

    if (arg != NULL &&
        (decimal_read(arg->value, in->wording->currency, &d) != NUMBER_OK ||
         d.coefficient < 0)) {
        finding(in->findings, FINDING_BAD_VALUE, arg->at,
                "`%.*s` is no amount of money", STR_ARG(arg->value));
        d = (struct decimal){0, 0};
    }
    return d;
}

static void unknown_column(const struct generator_in *in, struct str name,
                           struct place at)
{
    const struct table *t = in->data->table;
    struct str *known =
        arena_alloc(in->findings->arena, t->ncolumns, sizeof(*known));

    finding(in->findings, FINDING_UNKNOWN_NAME, at, "%s has no column `%.*s`",
            in->data->file, STR_ARG(name));
    for (size_t i = 0; known != NULL && i < t->ncolumns; i++)
        known[i] = str_of(t->columns[i].id);
    if (known != NULL)
        finding_nearest(in->findings, name, known, t->ncolumns);
}

static void choose_named(const struct generator_in *in,
                         const struct generator_argument *names, bool *columns)
{
    const struct table *t = in->data->table;
    struct str rest = names->value;
    struct str name;

    for (name = str_cut_word(&rest); name.len > 0; name = str_cut_word(&rest)) {
        const size_t c = table_column(t, name);

        if (c == t->ncolumns)
            unknown_column(in, name, names->at);
        else
            columns[c] = true;
    }
}

/* The ones that `columns` names; NULL: those that are compared without being
   told. */
static const bool *columns_of(const struct generator_in *in, struct doc *d)
{
    const struct generator_argument *names = generate_argument(in, "columns");
    const struct table *t = in->data->table;
    bool *columns = arena_alloc(d->arena, t->ncolumns, sizeof(*columns));

    if (columns == NULL)
        return NULL;
    if (names != NULL)
        choose_named(in, names, columns);
    for (size_t c = 0; c < t->ncolumns; c++) {
        if (names == NULL ? change_is_compared(in->data, c) : columns[c])
            generate_mark(in, &t->columns[c]);
    }
    return names == NULL ? NULL : columns;
}

/* That there is nothing to compare with: a template is for first months, too.
 */
static bool has_previous(const struct generator_in *in)
{
    if (in->figures->previous != NULL &&
        previous_data_of(in->figures, in->data) != NULL)
        return true;
    if (in->at.source != in->report->source || in->report->previous_failed)
        return false;
    finding(in->findings, FINDING_PREVIOUS, in->at,
            in->figures->previous == NULL
                ? "the report names no period before"
                : "the period before has no data `%s`",
            in->data->id);
    return false;
}

static struct str words_of(const struct generator_in *in, struct doc *d,
                           const struct wording *w, enum phrase phrase,
                           struct str text)
{
    if (w->phrases[phrase].len == 0)
        finding(in->findings, FINDING_MISSING, in->at,
                "the wording `%s` has no phrase `%s`", w->lang,
                wording_phrase_name(phrase));
    return arena_str(d->arena, text);
}

static void add_all(const struct generator_in *in, struct doc *d,
                    struct doc_node *section, const struct list *changes)
{
    const struct wording *w = generate_wording(in, section);
    const struct change *all = changes->items;
    struct doc_node *list = doc_add(d, section, DOC_LIST);

    if (list == NULL)
        return;
    list->u.series = generate_series(in);
    list->audience = (uint8_t)in->data->audience;
    list->at = in->at;
    for (size_t i = 0; i < changes->count; i++) {
        struct doc_node *item = doc_add(d, list, DOC_ITEM);

        if (item == NULL)
            return;
        item->at = in->at;
        doc_text(d, item,
                 words_of(in, d, w, change_phrase(&all[i]),
                          change_text(d->arena, w, &all[i])));
    }
}

/* Rows of which nobody can say what they were. */
static bool has_uncompared(const struct generator_in *in)
{
    const struct table *t = in->data->table;
    size_t first;
    const size_t n = changes_uncompared(in->figures, in->data, &first);
    struct str more = {NULL, 0};

    if (n == 0)
        return false;
    if (n > 1)
        more = arena_printf(in->findings->arena, "; %zu rows are so", n);
    finding(in->findings, FINDING_UNCOMPARED, table_cell_place(t, first, 0),
            "`%.*s` is not compared with the period before: %s%.*s",
            STR_ARG(row_name(t, first)),
            row_name(t, first).len == 0 ? "the row has no name"
                                        : "several rows are called so",
            STR_ARG(more));
    finding_hint(in->findings,
                 "give each row a name of its own, or a group; or compare a "
                 "view that groups the rows by their name");
    return true;
}

/* A row that is gone and one that is new may be one whose name changed. */
static void say_respelt(const struct generator_in *in,
                        const struct list *changes)
{
    const struct change *all = changes->items;
    const struct data *before = previous_data_of(in->figures, in->data);

    for (size_t i = 0; i < changes->count; i++) {
        const struct change *gone = changes_respelt(changes, &all[i]);
        char name[SOURCE_CELL_SIZE];

        if (gone == NULL)
            continue;
        place_cell_name(table_cell_place(before->table, gone->row, 0), name);
        finding(in->findings, FINDING_RESPELT,
                table_cell_place(in->data->table, all[i].row, 0),
                "`%.*s` is compared with nothing, and may be the `%.*s` of the "
                "period before (%s, cell %s)",
                STR_ARG(name_cut(all[i].name)), STR_ARG(name_cut(gone->name)),
                before->file, name);
        finding_hint(in->findings,
                     "if they are one, spell them alike in both files; as it "
                     "is, one is said to be new and the other gone");
    }
}

/* That nothing changed; or that nothing did by as much as is asked for. */
static struct str nothing(const struct generator_in *in, struct doc *d,
                          const struct wording *w,
                          const struct changes_asked *asked)
{
    const bool below = changes_below(in->figures, d->arena, in->data, asked);
    const enum phrase phrase =
        below ? PHRASE_CHANGE_NONE_BY : PHRASE_CHANGE_NONE;
    const struct figure threshold =
        figure_of_decimal(TYPE_MONEY, asked->threshold);
    const struct placeholder texts[] = {
        {"threshold", figure_text(d->arena, w, &threshold)},
    };

    return words_of(in, d, w, phrase,
                    wording_fill(d->arena, w->phrases[phrase], texts, 1));
}

void generate_changes(const struct generator_in *in, struct doc *d,
                      struct doc_node *section)
{
    struct changes_asked asked;
    struct list changes;
    struct doc_node *p;
    bool uncompared;

    if (in->call->data == NULL) {
        finding(in->findings, FINDING_MISSING, in->at,
                "`changes` compares data with that of the period before, and "
                "no data is named");
        finding_hint(in->findings, "say which by data=\"...\"");
    }
    if (in->data == NULL || in->data->table == NULL || !has_previous(in))
        return;
    generate_mark(in, in->data);
    uncompared = has_uncompared(in);
    asked = (struct changes_asked){threshold_of(in), columns_of(in, d)};
    changes = changes_of(in->figures, d->arena, in->data, &asked);
    if (changes.count > 0) {
        add_all(in, d, section, &changes);
        say_respelt(in, &changes);
        return;
    }
    if (uncompared)
        return; /* nobody knows that nothing changed */
    p = doc_paragraph(d, section,
                      nothing(in, d, generate_wording(in, section), &asked));
    if (p != NULL) {
        p->audience = (uint8_t)in->data->audience;
        p->at = in->at;
    }
}
