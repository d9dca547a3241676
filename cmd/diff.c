#include "batch/find_reports.h"
#include "batch/report_builder.h"
#include "cmd/console.h"
#include "cmd/library_faults.h"
#include "cmd/run_reports.h"
#include "core/base/json_out.h"
#include "figures/changes.h"
#include "figures/figures.h"
#include "figures/previous.h"
#include "figures/row_index.h"
#include "input/report/report_in.h"
#include "input/templates/library_uses.h"

#include <stdio.h>
#include <string.h>

/* Two reports that are compared. */
struct reports_compared {
    struct arena *arena;
    const struct options *options;
    const struct observer *observer;
    struct report old;
    struct report new;
    const struct template *template_used; /* of the newer */
    struct figures figures;
    struct changes_asked asked;
};

static struct str figure_words(const struct reports_compared *c,
                               const struct figure *f)
{
    return figure_text(c->arena, c->template_used->wording, f);
}

/* What no phrase says is said by its kind. */
static struct str words_of(const struct reports_compared *c,
                           const struct change *x)
{
    const struct str text = change_text(c->arena, c->template_used->wording, x);

    return text.len > 0 ? text
                        : arena_printf(c->arena, "%.*s: %s", STR_ARG(x->name),
                                       change_kind_name(x->kind));
}

static void put_change(struct json_out *j, const struct reports_compared *c,
                       const struct change *x)
{
    json_out_object(j);
    json_out_member_cstr(j, "change", change_kind_name(x->kind));
    json_out_member_string(j, "row", x->name);
    if (x->column != NULL) {
        json_out_member_cstr(j, "column", x->column->id);
        json_out_member_string(j, "before", figure_words(c, &x->before));
        json_out_member_string(j, "now", figure_words(c, &x->now));
    }
    if (x->difference.type != FIGURE_NONE) {
        json_out_member_string(j, "difference",
                               figure_words(c, &x->difference));
    }
    json_out_member_string(j, "text", words_of(c, x));
    json_out_end(j);
}

static struct str title_of(const struct data *d)
{
    if (d->title.len > 0 || d->kind == NULL)
        return d->title;
    return d->kind->title;
}

/* Rows of which nobody can say what they were. */
static bool print_uncompared(const struct reports_compared *c,
                             const struct data *d)
{
    size_t first;
    const size_t n = changes_uncompared(&c->figures, d, &first);

    if (n == 0)
        return false;
    console_visible(
        stdout, arena_printf(c->arena,
                             "%s: %zu rows are not compared, since they have "
                             "no name, or one that others have: %.*s",
                             d->id, n, STR_ARG(row_name(d->table, first))));
    (void)putchar('\n');
    return true;
}

static bool print_data(const struct reports_compared *c, const struct data *d)
{
    const struct list found = changes_of(&c->figures, c->arena, d, &c->asked);
    const struct change *all = found.items;

    if (found.count == 0)
        return false;
    console_visible(stdout, arena_printf(c->arena, "%s (%.*s)", d->id,
                                         STR_ARG(title_of(d))));
    (void)putchar('\n');
    for (size_t i = 0; i < found.count; i++) {
        const struct change *gone;

        (void)fputs("  ", stdout);
        console_visible(stdout, words_of(c, &all[i]));
        gone = changes_respelt(&found, &all[i]);
        if (gone != NULL)
            console_visible(stdout, arena_printf(c->arena, "; or %.*s, respelt",
                                                 STR_ARG(gone->name)));
        (void)putchar('\n');
    }
    return true;
}

static void put_data(struct json_out *j, const struct reports_compared *c,
                     const struct data *d)
{
    const struct list found = changes_of(&c->figures, c->arena, d, &c->asked);
    const struct change *all = found.items;
    size_t first;

    json_out_object(j);
    json_out_member_cstr(j, "data", d->id);
    json_out_member_string(j, "title", title_of(d));
    json_out_name(j, "changes");
    json_out_array(j);
    for (size_t i = 0; i < found.count; i++)
        put_change(j, c, &all[i]);
    json_out_end(j);
    json_out_member_count(j, "uncompared",
                          changes_uncompared(&c->figures, d, &first));
    json_out_end(j);
}

/* Whether D has a counterpart of its kind in OTHER. */
static bool is_shared(const struct data *d, const struct report *other)
{
    const struct data *x = report_data(other, str_of(d->id));

    return x != NULL && x->kind != NULL && d->kind != NULL &&
           str_eq(str_of(x->kind->id), str_of(d->kind->id));
}

/* Data that one of the two has alone. */
static void put_alone(struct json_out *j, const char *name,
                      const struct report *r, const struct report *other)
{
    json_out_name(j, name);
    json_out_array(j);
    for (size_t i = 0; i < r->ndata; i++) {
        if (r->data[i].id != NULL && !is_shared(&r->data[i], other))
            json_out_cstr(j, r->data[i].id);
    }
    json_out_end(j);
}

static enum status print_json(const struct reports_compared *c)
{
    const struct report *now = c->figures.report;
    struct json_out j;
    struct buf text;
    enum status st;

    buf_init(&text, c->options->settings.max_memory);
    json_out_init(&j, &text, true);
    json_out_object(&j);
    json_out_member_cstr(&j, "old", c->old.folder);
    json_out_member_cstr(&j, "new", c->new.folder);
    put_alone(&j, "data-gone", &c->old, &c->new);
    put_alone(&j, "data-new", &c->new, &c->old);
    json_out_name(&j, "data");
    json_out_array(&j);
    for (size_t i = 0; i < now->ndata; i++) {
        if (now->data[i].id != NULL && is_shared(&now->data[i], &c->old))
            put_data(&j, c, &now->data[i]);
    }
    json_out_end(&j);
    json_out_end(&j);
    st = buf_status(&text);
    if (st == ST_OK)
        (void)fwrite(text.ptr, 1, text.len, stdout);
    buf_free(&text);
    return st;
}

static bool say_alone(const struct report *r, const struct report *other,
                      const char *what)
{
    bool any = false;

    for (size_t i = 0; i < r->ndata; i++) {
        if (r->data[i].id == NULL || is_shared(&r->data[i], other))
            continue;
        console_visible(stdout, str_of(r->data[i].id));
        (void)printf(": %s\n", what);
        any = true;
    }
    return any;
}

/* What moved by less than --threshold is not said, and is not nothing. */
static bool moved_below(const struct reports_compared *c)
{
    const struct report *now = c->figures.report;

    for (size_t i = 0; i < now->ndata; i++) {
        if (now->data[i].id != NULL && is_shared(&now->data[i], &c->old) &&
            changes_below(&c->figures, c->arena, &now->data[i], &c->asked))
            return true;
    }
    return false;
}

static enum status print(const struct reports_compared *c)
{
    const struct report *now = c->figures.report;
    bool any;

    if (c->options->json)
        return print_json(c);
    any = say_alone(&c->old, &c->new, "only in the older report");
    any |= say_alone(&c->new, &c->old,
                     "only in the newer report, or of another kind");
    for (size_t i = 0; i < now->ndata; i++) {
        if (now->data[i].id != NULL && is_shared(&now->data[i], &c->old)) {
            any |= print_data(c, &now->data[i]);
            any |= print_uncompared(c, &now->data[i]);
        }
    }
    if (!any && c->options->verbosity != QUIET)
        (void)puts(moved_below(c) ? "nothing changed by the threshold or more"
                                  : "nothing changed");
    return ST_OK;
}

/* One of the two reports, which PATH names; what is wrong in it is said. */
static enum status read_one(struct reports_compared *c,
                            struct report_builder *builder, const char *path,
                            struct report *report,
                            const struct template **template_used)
{
    const char *folder = find_report_folder(c->arena, c->observer, path);
    struct findings findings;
    struct library_uses uses;
    struct templates templates;
    enum status st;

    if (folder == NULL)
        return status_worst(ST_NOINPUT, arena_status(c->arena));
    findings_init(&findings, c->arena);
    uses =
        library_uses_of(report_builder_library(builder), c->arena, &findings);
    templates = library_templates(&uses);
    st = report_data_in(c->arena, folder, folder, &templates, &findings, report,
                        template_used);
    findings_sort(&findings);
    library_print_faults(c->options, &findings);
    if (st == ST_OK && *template_used == NULL)
        st = ST_DATA;
    return status_worst(st, uses.status);
}

/* What came and went is the wrong way round then. */
static void say_order(const struct reports_compared *c)
{
    const struct field *old = report_day_field(&c->old);
    const struct field *new = report_day_field(&c->new);

    if (old != NULL && new != NULL && strcmp(old->id, new->id) == 0 &&
        date_compare(old->date, new->date) > 0)
        console_line(PRIORITY_WARNING,
                     "warning: %s is later than %s: the older goes first",
                     c->old.folder, c->new.folder);
}

static enum status compare(struct reports_compared *c)
{
    struct findings unheard;
    enum status st;

    say_order(c);
    findings_init_unheard(&unheard, c->arena);
    c->new.previous = &c->old;
    st = figures_compute(c->arena, &c->new, c->template_used, &unheard,
                         &c->figures);
    /* Views are made of data, whose changes are said. */
    return st == ST_OK ? print(c) : st;
}

enum status command_diff(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct report_builder *builder = NULL;
    const struct template *before = NULL;
    struct reports_compared c = {.arena = arena,
                                 .options = options,
                                 .observer = &observer,
                                 .asked = {.threshold = options->threshold}};
    enum status st;

    st = report_builder_open(&options->settings, &observer, &builder);
    if (st == ST_OK)
        st = status_worst(
            read_one(&c, builder, options->arguments[0], &c.old, &before),
            read_one(&c, builder, options->arguments[1], &c.new,
                     &c.template_used));
    if (st == ST_OK)
        st = compare(&c);
    report_builder_close(builder);
    return st;
}
