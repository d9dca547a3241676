#include "preview/side.h"
#include "core/base/ascii.h"
#include "core/base/json_in.h"
#include "preview/side_findings.h"
#include "preview/side_html.h"
#include "preview/side_words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define REPORTS_SHOWN 300
#define PATHS_SHOWN 3 /* of the command */

static bool is_plain(char c)
{
    return is_ascii_letter(c) || is_digit(c) || strchr("_./=:,+@%-", c) != NULL;
}

/* As a shell takes it for one word. */
static void put_shell_word(struct str word, struct buf *out)
{
    struct buf quoted;
    bool plain = word.len > 0;

    for (size_t i = 0; i < word.len; i++)
        plain = plain && is_plain(word.ptr[i]);
    if (plain) {
        side_put(out, word);
        return;
    }
    buf_init(&quoted, SIZE_MAX / 4);
    buf_char(&quoted, '\'');
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == '\'')
            buf_puts(&quoted, "'\\'");
        buf_char(&quoted, word.ptr[i]);
    }
    buf_char(&quoted, '\'');
    side_put(out, buf_view(&quoted));
    buf_free(&quoted);
}

static void put_option_word(const char *option, struct str word,
                            struct buf *out)
{
    buf_printf(out, " %s ", option);
    put_shell_word(word, out);
}

/* The command that shows the same once more. */
static void put_command(const struct side_facts *facts, struct buf *out)
{
    const struct batch_settings *s = facts->started;

    buf_puts(out, "councilpress preview");
    for (size_t i = 0; i < s->ntemplates; i++)
        put_option_word("--templates", str_of(s->templates[i]), out);
    if (s->audience == AUDIENCE_INTERNAL)
        buf_puts(out, " --copy internal");
    if (s->as_of.len > 0)
        put_option_word("--as-of", s->as_of, out);
    for (size_t i = 0; i < s->noverrides; i++) {
        put_option_word("--set", s->overrides[i].name, out);
        buf_char(out, '=');
        put_shell_word(s->overrides[i].value, out);
    }
    if (s->strict)
        buf_puts(out, " --strict");
    for (size_t i = 0; i < facts->npaths && i < PATHS_SHOWN; i++) {
        buf_char(out, ' ');
        put_shell_word(str_of(facts->paths[i]), out);
    }
    if (facts->npaths > PATHS_SHOWN)
        buf_puts(out, " …");
}

/* The first part: what state the report is in, now and when the preview is not
   heard of any more. */
static void put_strip(const struct shown_report *s,
                      const struct side_facts *facts, struct str state,
                      struct str words, struct buf *out)
{
    buf_puts(out, "<div id=\"strip\" data-part>\n<h1 id=\"name\">");
    side_put(out, str_of(s->job->name));
    buf_puts(out, "</h1>\n<p id=\"state\" class=\"when-heard\">");
    side_put(out, state);
    buf_puts(out, "</p>\n<p id=\"words\" class=\"soft when-heard\">");
    side_put(out, words);
    buf_puts(out, "</p>\n<p class=\"state when-lost\">Connection lost</p>\n"
                  "<p class=\"soft when-lost\">Trying again.");
    if (s->good[0] != '\0')
        buf_printf(out, " What you see is of %s.", s->good);
    buf_puts(out, "</p>\n<p class=\"state when-ended\">The preview has "
                  "ended</p>\n<p class=\"soft when-ended\">This is how the "
                  "report was");
    if (s->good[0] != '\0')
        buf_printf(out, " at %s", s->good);
    buf_puts(out, "; it does not follow your saves any more. To go on: "
                  "<code>");
    put_command(facts, out);
    buf_puts(out, "</code></p>\n</div>\n");
}

static void put_fact(struct buf *out, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    buf_printf(out, "<dt>%s</dt><dd>", name);
    side_put(out, value);
    buf_puts(out, "</dd>\n");
}

static void put_size(struct buf *out, const char *name, size_t bytes)
{
    if (bytes > 0)
        buf_printf(out, "<dt>%s</dt><dd>%zu kB</dd>\n", name,
                   (bytes + 999) / 1000);
}

/* What only a person can judge, a question each. */
static void put_judge(const json_t *list, struct buf *out)
{
    const size_t count = json_array_size(list);

    if (count == 0)
        return;
    buf_puts(out, "<dt>For a person to judge</dt><dd><details id=\"judge\">"
                  "<summary>");
    side_count(out, count, "thing");
    buf_puts(out, "</summary>\n<ul>\n");
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *n = json_object_get(one, "count");

        buf_puts(out, "<li>");
        if (json_is_integer(n)) {
            buf_int(out, json_integer_value(n));
            buf_char(out, ' ');
        }
        side_put(out, json_in_member(one, "about"));
        buf_puts(out, ": ");
        side_put(out, json_in_member(one, "question"));
        buf_puts(out, "</li>\n");
    }
    buf_puts(out, "</ul></details></dd>\n");
}

static void put_number(struct buf *out, uint64_t n)
{
    char digits[24];
    const int len = snprintf(digits, sizeof(digits), "%" PRIu64, n);

    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            buf_char(out, ',');
        buf_char(out, digits[i]);
    }
}

/* Those that others of the data give. */
static void put_checked(const struct shown_report *s, struct buf *out)
{
    if (s->facts.figures == 0)
        return;
    buf_puts(out, "<dt>Figures checked</dt><dd>");
    put_number(out, s->facts.figures);
    if (s->facts.differ == 0) {
        buf_puts(out, s->facts.figures == 1 ? ", it agrees" : ", all agree");
    } else {
        buf_puts(out, ", ");
        put_number(out, s->facts.differ);
        buf_puts(out,
                 s->facts.differ == 1 ? " does not agree" : " do not agree");
    }
    buf_puts(out, "</dd>\n");
}

static void put_facts(const struct shown_report *s, const json_t *judge,
                      struct buf *out)
{
    buf_puts(out, "<section id=\"facts-part\" data-part>\n<h2>Facts</h2>\n"
                  "<dl>\n");
    put_fact(out, "Folder", str_of(s->job->folder));
    put_fact(out, "Template", str_of(s->says));
    if (s->pages > 0)
        buf_printf(out, "<dt>Pages</dt><dd>%llu</dd>\n",
                   (unsigned long long)s->pages);
    if (s->facts.words > 0) {
        buf_puts(out, "<dt>Words</dt><dd>");
        put_number(out, s->facts.words);
        buf_puts(out, "</dd>\n");
    }
    put_checked(s, out);
    put_judge(judge, out);
    put_size(out, "PDF", s->pdf.len);
    put_size(out, "Web page", s->html.len);
    buf_puts(out, "</dl>\n</section>\n");
}

static void put_option(struct buf *out, struct str value, struct str text,
                       bool selected)
{
    buf_puts(out, "<option value=\"");
    side_put(out, value);
    buf_puts(out, selected ? "\" selected>" : "\">");
    side_put(out, text);
    buf_puts(out, "</option>");
}

static void put_templates(const struct shown_report *s,
                          const struct list *templates, struct buf *out)
{
    const char *const *names = templates->items;

    buf_puts(out, "<p><label for=\"template\">Template</label> "
                  "<select id=\"template\" name=\"template\">");
    buf_puts(out, s->instead[0] == '\0' ? "<option value=\"\" selected>"
                                        : "<option value=\"\">");
    side_put(out, str_of(s->says));
    buf_puts(out, " (the report’s)</option>");
    for (size_t i = 0; i < templates->count; i++) {
        const struct str name = str_of(names[i]);

        if (!str_is(name, s->says))
            put_option(out, name, name, str_is(name, s->instead));
    }
    buf_puts(out, "</select></p>\n");
}

/* What a change of it asks for is the address of the view, behind a `#`. */
static void put_chooser(const struct reports *r, size_t n,
                        const struct side_facts *facts, struct buf *out)
{
    const struct shown_report *s = &r->items[n];

    buf_printf(
        out,
        "<section id=\"shown-part\" data-part>\n<h2 tabindex=\"-1\">"
        "Shown with</h2>\n<form id=\"shown\" autocomplete=\"off\"><input "
        "type=\"hidden\" name=\"n\" value=\"%zu\">\n",
        reports_job(r, n));
    put_templates(s, &facts->templates, out);
    buf_puts(out, "<p><label for=\"copy\">Copy</label> <select id=\"copy\" "
                  "name=\"copy\">");
    put_option(out, STR_LIT("published"), STR_LIT("Published"),
               s->audience == AUDIENCE_PUBLIC);
    put_option(out, STR_LIT("internal"), STR_LIT("Internal"),
               s->audience == AUDIENCE_INTERNAL);
    buf_puts(out, "</select></p></form>\n</section>\n");
}

static void put_report(const struct reports *r, size_t i, bool current,
                       struct buf *out)
{
    const struct shown_report *s = &r->items[i];

    buf_printf(out, "<li><a href=\"#n=%zu\"%s>", i,
               current ? " aria-current=\"true\"" : "");
    side_put(out, str_of(s->job->name));
    buf_puts(out, "</a>");
    if (s->state == REPORT_NOT_BUILT || s->state == REPORT_GONE) {
        side_put_element(out, "span", "error",
                         s->state == REPORT_GONE ? STR_LIT("gone")
                                                 : STR_LIT("not built"));
    } else if (s->errors > 0 || s->warnings > 0) {
        buf_puts(out, s->errors > 0 ? " <span class=\"error\">"
                                    : " <span class=\"warning\">");
        side_count(out, s->errors > 0 ? s->errors : s->warnings,
                   s->errors > 0 ? "fault" : "warning");
        buf_puts(out, "</span>");
    }
    buf_puts(out, "</li>\n");
}

/* Those with faults first. */
static void put_reports(const struct reports *r, size_t n, struct buf *out)
{
    const size_t job = reports_job(r, n);
    size_t bad = 0;
    size_t shown = 0;

    buf_puts(out, "<div id=\"reports-list\" data-part>\n<p class=\"soft\">");
    for (size_t i = 0; i < r->njobs; i++)
        bad += side_is_old(&r->items[i]);
    buf_printf(out, "%zu right", r->njobs - bad);
    if (bad > 0)
        buf_printf(out, ", %zu with faults", bad);
    buf_puts(out, "</p>\n<ul id=\"reports\">\n");
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < r->njobs && shown < REPORTS_SHOWN; i++) {
            if (side_is_old(&r->items[i]) != (turn == 0))
                continue;
            put_report(r, i, i == job, out);
            shown++;
        }
    }
    buf_puts(out, "</ul>\n");
    if (shown < r->njobs)
        buf_printf(out, "<p>and %zu more</p>\n", r->njobs - shown);
    buf_puts(out, "</div>\n");
}

/* What is said aloud of a state: nothing while nothing has come of it. */
static void put_spoken(const struct shown_report *s, struct str state,
                       struct str words, struct str first, struct buf *out)
{
    if (s->slow || s->state == REPORT_WAITING)
        return;
    side_put(out, state);
    buf_puts(out, ". ");
    if (s->errors > 0 && first.len > 0) {
        buf_puts(out, "First: ");
        side_put(out, first);
        buf_puts(out, first.ptr[first.len - 1] == '.' ? "" : ".");
        buf_puts(out, s->good[0] == '\0' ? "" : " Last good version shown.");
    } else {
        side_put(out, words);
    }
}

/* Elements outside the side that say something of the report, too. */
static void put_others(const struct shown_report *s, struct buf *out)
{
    buf_puts(out, "<label id=\"show-side\" for=\"view-side\" data-part>");
    if (s->errors > 0)
        side_count(out, s->errors, "fault");
    else
        buf_puts(out, "Findings");
    buf_puts(out, "</label>\n<span id=\"pages\" data-part>");
    if (s->pages > 0)
        buf_printf(out, "of %llu", (unsigned long long)s->pages);
    buf_puts(out, "</span>\n");
}

/* What is said where nothing was found. */
static const char *none_of(const struct shown_report *s)
{
    if (s->state == REPORT_WAITING)
        return "Nothing is known yet.";
    if (s->state == REPORT_NOT_BUILT || s->state == REPORT_GONE)
        return "Nothing is known: the report was not built to its end.";
    return "Nothing is wrong.";
}

static void put_all(const struct reports *r, size_t n,
                    const struct side_facts *facts, const json_t *list,
                    const json_t *excerpts, const json_t *judge,
                    struct buf *out)
{
    const struct shown_report *s = &r->items[n];
    struct buf state, words, body, first;

    buf_init(&state, SIZE_MAX / 4);
    buf_init(&words, SIZE_MAX / 4);
    buf_init(&body, SIZE_MAX / 4);
    buf_init(&first, SIZE_MAX / 4);
    side_words(s, &state, &words);
    put_strip(s, facts, buf_view(&state), buf_view(&words), &body);
    side_findings(list, excerpts, none_of(s), &body, &first);
    put_chooser(r, n, facts, &body);
    put_facts(s, judge, &body);
    put_reports(r, n, &body);
    put_others(s, &body);
    buf_printf(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta "
                    "charset=\"utf-8\"><title>");
    side_put(out, buf_view(&state));
    buf_puts(out, " · ");
    side_put(out, str_of(s->job->name));
    buf_printf(out, "</title></head>\n<body class=\"%s%s%s%s\" data-say=\"",
               report_state_name(s->state), side_is_old(s) ? " old" : "",
               r->njobs > 1 ? " many" : "", n >= r->njobs ? " view" : "");
    put_spoken(s, buf_view(&state), buf_view(&words), buf_view(&first), out);
    buf_puts(out, "\">\n");
    buf_str(out, buf_view(&body));
    if (buf_status(&body) != ST_OK)
        buf_fail(out, buf_status(&body));
    buf_puts(out, "</body>\n</html>\n");
    buf_free(&state);
    buf_free(&words);
    buf_free(&body);
    buf_free(&first);
}

/* NULL: it is none. */
static json_t *tree_of(const struct buf *json)
{
    json_t *tree = NULL;

    if (json->len == 0 || json_in(buf_view(json), &tree) != ST_OK)
        return NULL;
    return tree;
}

void side_write(const struct reports *r, size_t n,
                const struct side_facts *facts, struct buf *out)
{
    json_t *list = tree_of(&r->items[n].findings);
    json_t *excerpts = tree_of(&r->items[n].excerpts);
    json_t *judge = tree_of(&r->items[n].facts.judge);

    put_all(r, n, facts, list, excerpts, judge, out);
    json_decref(judge);
    json_decref(list);
    json_decref(excerpts);
}
