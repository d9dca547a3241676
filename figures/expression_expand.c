#include "core/base/ascii.h"
#include "core/model/cell_text.h"
#include "core/value/language.h"
#include "figures/expression.h"
#include "figures/fault_text.h"
#include "figures/typed_around.h"

#include <string.h>

static const struct str opening = {"{{", 2};
static const struct str closing = {"}}", 2};

/* A figure that was put into a text, which is made. */
struct piece {
    struct piece *next;
    size_t begin, end; /* of its words in the text */
    struct printed_figure figure;
};

struct expansion {
    struct arena *arena;
    const struct wording *wording;
    struct buf out;
    struct expanded_fault **faults; /* the end of the list, or NULL */
    struct piece *pieces;           /* the last first */
};

/* A note on a figure in print is added to the list, or stands beside it. */
static void add_note(struct expansion *x, const struct figure *f)
{
    struct expanded_fault *fault;
    struct str words;

    if (f->fault == NULL)
        return;
    words = fault_text(x->arena, x->wording, f->fault, f->form);
    if (x->faults == NULL) {
        buf_printf(&x->out, " (%.*s)", STR_ARG(words));
        return;
    }
    fault = arena_alloc(x->arena, 1, sizeof(*fault));
    if (fault == NULL)
        return;
    *fault = (struct expanded_fault){
        .end = x->out.len, .words = words, .at = f->fault->acknowledged->at};
    *x->faults = fault;
    x->faults = &fault->next;
}

/* A figure, or what a pipe says of one, is in the language of a wording; a text
   is what somebody gave, in the language that it is printed in. */
static bool is_in_its_language(const struct scope *scope,
                               const struct wording *w, const struct figure *f,
                               struct str inner)
{
    return scope->lang == NULL ||
           language_same(str_of(scope->lang), str_of(w->lang)) ||
           (f->type == FIGURE_TEXT && str_find_char(inner, '|') == inner.len);
}

static void say_language(const struct scope *scope, const struct wording *w,
                         struct str inner, struct place at,
                         struct findings *findings)
{
    finding(findings, FINDING_LANGUAGE, at,
            "there is no wording for `%s`: {{%.*s}} is printed in `%s`",
            scope->lang, STR_ARG(inner), w->lang);
    finding_hint(findings,
                 "add wording/%s.xml to a folder of templates, or "
                 "write the words",
                 scope->lang);
}

/* A choice is printed by its title in the language of the text, where it has
   one. */
static bool lacks_title(const struct wording *w, const struct figure *f)
{
    return cell_text_language(w, &f->form, &f->cell) != NULL;
}

static void say_title(const struct wording *w, const struct figure *f,
                      struct str inner, struct place at,
                      struct findings *findings)
{
    finding(findings, FINDING_LANGUAGE, at,
            "the choice `%.*s`, which {{%.*s}} prints, has no title in `%s`",
            STR_ARG(f->form.kind->choices[f->cell.value.choice]),
            STR_ARG(inner), w->lang);
    finding_hint(findings, "add <title lang=\"%s\"> to the <choice>", w->lang);
}

/* WORDS of F are put into the text, for EXPRESSION. */
static void add_figure(struct expansion *x, const struct figure *f,
                       struct str words, struct str expression)
{
    const size_t begin = x->out.len;
    struct piece *piece = NULL;

    buf_str(&x->out, words);
    if (f->origins != NULL)
        piece = arena_alloc(x->arena, 1, sizeof(*piece));
    if (piece != NULL) {
        *piece = (struct piece){
            .next = x->pieces,
            .begin = begin,
            .end = x->out.len,
            .figure = {.given_by = expression, .origins = f->origins}};
        x->pieces = piece;
    }
    add_note(x, f);
}

/* TEXT stands, and so does each figure in it. */
static void keep_figures(const struct expansion *x, struct str text,
                         struct printed_figures *printed)
{
    for (struct piece *p = x->pieces; p != NULL && text.ptr != NULL;
         p = p->next) {
        p->figure.words = str_to(str_from(text, p->begin), p->end - p->begin);
        printed_figures_add(printed, p->figure);
    }
}

/* How many { of TEXT are open at its end. */
static size_t braces_open(struct str text)
{
    size_t open = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '{')
            open++;
        else if (text.ptr[i] == '}' && open > 0)
            open--;
    }
    return open;
}

/* What an expression may be, since it begins with a name and has no space. */
static bool is_one_word(struct str s)
{
    static const char none[] = " \t\r\n}";

    for (size_t i = 0; i < s.len; i++) {
        if (strchr(none, s.ptr[i]) != NULL)
            return false;
    }
    return s.len > 0 && is_ascii_letter(s.ptr[0]);
}

/* `{title}}`, among the WORDS between expressions of TEXT: a brace is missing
   before a name. Others may be meant as they stand, such as those that stand
   within each other. */
static void refuse_half_opened(struct str words, struct str text,
                               struct place at, struct findings *findings)
{
    const size_t end = str_find(words, closing);
    const size_t before = (size_t)(words.ptr - text.ptr);
    size_t begin = end;

    while (begin > 0 && words.ptr[begin - 1] != '{')
        begin--;
    if (end == words.len || begin == 0 ||
        !is_one_word(str_from(str_to(words, end), begin)) ||
        braces_open(str_to(text, before + end)) != 1)
        return;
    finding(findings, FINDING_BAD_EXPRESSION,
            source_advance(at, text, before + begin - 1),
            "this { stands alone, and }} follows");
    finding_hint(findings, "write {{%.*s}}; or } } where the braces are meant",
                 STR_ARG(str_from(str_to(words, end), begin)));
}

static void expand(struct expansion *x, struct str text, struct place at,
                   const struct scope *scope, struct findings *findings)
{
    size_t from = 0;

    for (;;) {
        const struct str rest = str_from(text, from);
        const size_t begin = str_find(rest, opening);
        const struct str inner = str_from(rest, begin + opening.len);
        const size_t len = str_find(inner, closing);
        const size_t start = from + begin + opening.len;
        struct figure f;
        struct str words;

        buf_str(&x->out, str_to(rest, begin));
        refuse_half_opened(str_to(rest, begin), text, at, findings);
        if (begin == rest.len)
            return;
        if (len == inner.len) {
            finding(findings, FINDING_BAD_EXPRESSION,
                    source_advance(at, text, from + begin),
                    "this {{ is not closed by }}");
            finding_hint(findings, "write }} where the expression ends");
            buf_str(&x->out, str_from(rest, begin));
            return;
        }
        f = expression_value_in(x->arena, str_to(inner, len), text, at, start,
                                scope, findings);
        /* An error has named it: it stays, so that no block seems empty. */
        if (f.type == FIGURE_NONE)
            buf_str(&x->out, str_to(str_from(text, start - opening.len),
                                    len + opening.len + closing.len));
        else {
            if (!is_in_its_language(scope, x->wording, &f, str_to(inner, len)))
                say_language(scope, x->wording, str_to(inner, len),
                             source_advance(at, text, from + begin), findings);
            if (lacks_title(x->wording, &f))
                say_title(x->wording, &f, str_to(inner, len),
                          source_advance(at, text, from + begin), findings);
            words = figure_text(x->arena, x->wording, &f);
            typed_around_check(findings, source_advance(at, text, from + begin),
                               x->wording, str_to(text, from + begin), words,
                               str_from(inner, len + closing.len));
            add_figure(
                x, &f, words,
                str_to(str_from(rest, begin), opening.len + len + closing.len));
        }
        from = start + len + closing.len;
    }
}

struct str expression_expand(struct arena *arena, struct str text,
                             struct place at, const struct scope *scope,
                             struct findings *findings,
                             struct expanded_fault **faults)
{
    struct expansion x = {.arena = arena,
                          .wording =
                              scope->wording != NULL
                                  ? scope->wording
                                  : scope->figures->template_used->wording,
                          .faults = faults};

    if (faults != NULL)
        *faults = NULL;
    if (str_find(text, opening) == text.len) {
        refuse_half_opened(text, text, at, findings);
        return text;
    }
    buf_init(&x.out, arena->limit);
    expand(&x, text, at, scope, findings);
    if (buf_status(&x.out) != ST_OK)
        arena_fail(arena, buf_status(&x.out));
    text = arena_str(arena, buf_view(&x.out));
    buf_free(&x.out);
    keep_figures(&x, text, scope->figures->printed);
    return text;
}
