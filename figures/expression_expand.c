#include "core/value/language.h"
#include "figures/expression.h"
#include "figures/fault_text.h"

static const struct str opening = {"{{", 2};
static const struct str closing = {"}}", 2};

/* A figure in print; a note on it is added to *END, or stands beside it. */
static struct expanded_fault **add_figure(struct buf *out, struct arena *arena,
                                          const struct wording *w,
                                          const struct figure *f,
                                          struct expanded_fault **end)
{
    struct expanded_fault *x;
    struct str words;

    buf_str(out, figure_text(arena, w, f));
    if (f->fault == NULL)
        return end;
    words = fault_text(arena, w, f->fault, f->form);
    if (end == NULL) {
        buf_printf(out, " (%.*s)", STR_ARG(words));
        return NULL;
    }
    x = arena_alloc(arena, 1, sizeof(*x));
    if (x == NULL)
        return end;
    *x = (struct expanded_fault){
        .end = out->len, .words = words, .at = f->fault->acknowledged->at};
    *end = x;
    return &x->next;
}

/* A figure, or what a pipe says of one, is in the language of a wording; a text
   is what somebody gave, in the language that it is printed in. */
static void look_at_language(const struct scope *scope, const struct wording *w,
                             const struct figure *f, struct str inner,
                             struct place at, struct findings *findings)
{
    if (scope->lang == NULL ||
        language_same(str_of(scope->lang), str_of(w->lang)) ||
        (f->type == FIGURE_TEXT && str_find_char(inner, '|') == inner.len))
        return;
    finding(findings, FINDING_LANGUAGE, at,
            "there is no wording for `%s`: {{%.*s}} is printed in `%s`",
            scope->lang, STR_ARG(inner), w->lang);
    finding_hint(findings,
                 "add wording/%s.xml to a folder of templates, or "
                 "write the words",
                 scope->lang);
}

static void expand(struct buf *out, struct arena *arena, struct str text,
                   struct place at, const struct scope *scope,
                   struct findings *findings, struct expanded_fault **end)
{
    const struct wording *w = scope->wording != NULL
                                  ? scope->wording
                                  : scope->figures->template_used->wording;
    size_t from = 0;

    for (;;) {
        const struct str rest = str_from(text, from);
        const size_t begin = str_find(rest, opening);
        const struct str inner = str_from(rest, begin + opening.len);
        const size_t len = str_find(inner, closing);
        const size_t start = from + begin + opening.len;
        struct figure f;

        buf_str(out, str_to(rest, begin));
        if (begin == rest.len)
            return;
        if (len == inner.len) {
            finding(findings, FINDING_BAD_EXPRESSION,
                    source_advance(at, text, from + begin),
                    "this {{ is not closed by }}");
            finding_hint(findings, "write }} where the expression ends");
            buf_str(out, str_from(rest, begin));
            return;
        }
        f = expression_value_in(arena, str_to(inner, len), text, at, start,
                                scope, findings);
        /* An error has named it: it stays, so that no block seems empty. */
        if (f.type == FIGURE_NONE)
            buf_str(out, str_to(str_from(text, start - opening.len),
                                len + opening.len + closing.len));
        else {
            look_at_language(scope, w, &f, str_to(inner, len),
                             source_advance(at, text, from + begin), findings);
            end = add_figure(out, arena, w, &f, end);
        }
        from = start + len + closing.len;
    }
}

struct str expression_expand(struct arena *arena, struct str text,
                             struct place at, const struct scope *scope,
                             struct findings *findings,
                             struct expanded_fault **faults)
{
    struct buf out;

    if (faults != NULL)
        *faults = NULL;
    if (str_find(text, opening) == text.len)
        return text;
    buf_init(&out, arena->limit);
    expand(&out, arena, text, at, scope, findings, faults);
    if (buf_status(&out) != ST_OK)
        arena_fail(arena, buf_status(&out));
    text = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return text;
}
