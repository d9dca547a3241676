#include "cmd/sample_names.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/finding/source.h"
#include "figures/condition_limits.h"
#include "input/text/entity.h"

#define TEXT_MAX ((size_t)16 * 1024 * 1024)

/* The data that is looked for, and where its names go. */
struct sample_search {
    struct arena *arena;
    const struct template *t;
    struct str id;
    struct sample_names found;
};

static struct str cut_name(struct str *s)
{
    const struct str all = *s;
    size_t n = 0;

    while (n < s->len && is_name_byte(s->ptr[n]))
        n++;
    *s = str_from(*s, n);
    return str_to(all, n);
}

static void skip_space(struct str *s)
{
    while (s->len > 0 &&
           (s->ptr[0] == ' ' || (s->ptr[0] >= '\t' && s->ptr[0] <= '\r')))
        *s = str_from(*s, 1);
}

static const struct view *view_of(const struct template *t, struct str id)
{
    for (size_t i = 0; i < t->nviews; i++) {
        if (t->views[i].id != NULL && str_is(id, t->views[i].id))
            return &t->views[i];
    }
    return NULL;
}

/* Whether NAME is the data, or a view of it; *COLUMN is what its rows are named
   by. A view stands below what it is made of, so that none leads to itself. */
static bool is_meant(const struct sample_search *l, struct str name,
                     struct str *column)
{
    *column = STR_LIT("");
    for (size_t i = 0; i <= l->t->nviews && !str_eq(name, l->id); i++) {
        const struct view *v = view_of(l->t, name);

        if (v == NULL)
            return false;
        if (column->len == 0)
            *column = v->group.text;
        name = v->of.text;
    }
    return str_eq(name, l->id);
}

static void add_row_name(struct sample_search *l, struct str of,
                         struct str text, struct str column)
{
    const struct sample_name *names = l->found.names.items;
    struct sample_name *name;

    text = str_trim(text);
    if (str_starts(text, STR_LIT("row.")))
        return; /* what a row says is no row's name */
    for (size_t i = 0; i < l->found.names.count; i++) {
        if (str_same_word(names[i].text, text) &&
            str_eq(names[i].column, column) && str_eq(names[i].of, of))
            return;
    }
    name = text.len == 0 ? NULL : list_add(&l->found.names);
    if (name != NULL)
        *name = (struct sample_name){arena_str(l->arena, text), column,
                                     arena_str(l->arena, of)};
}

static void add_year(struct sample_search *l, struct str text)
{
    const int year = str_is(text, "year-before")  ? SAMPLE_YEAR - 1
                     : str_is(text, "this-year")  ? SAMPLE_YEAR
                     : str_is(text, "year-after") ? SAMPLE_YEAR + 1
                                                  : financial_year_read(text);

    if (year == 0)
        return;
    if (l->found.first_year == 0 || year < l->found.first_year)
        l->found.first_year = year;
    if (year > l->found.last_year)
        l->found.last_year = year;
}

/* A key, behind its bracket: up to the next, or between quotation marks. */
static struct str cut_key(struct str *s)
{
    struct str key;

    skip_space(s);
    if (s->len > 0 && (s->ptr[0] == '"' || s->ptr[0] == '\'')) {
        const char mark = s->ptr[0];

        *s = str_from(*s, 1);
        key = str_cut(s, mark);
        (void)str_cut(s, ']');
        return key;
    }
    return str_cut(s, ']');
}

/* A year is no name: it has a stroke. */
static struct str cut_member(struct str *s)
{
    const struct str all = *s;
    size_t n = 0;

    while (n < s->len && (is_name_byte(s->ptr[n]) || s->ptr[n] == '/'))
        n++;
    *s = str_from(*s, n);
    return str_to(all, n);
}

/* What follows OF, the name of the data or of a view: .total.2026/27,
   [Roads].budget */
static void take_steps(struct sample_search *l, struct str of, struct str rest,
                       struct str column)
{
    for (bool first = true;; first = false) {
        skip_space(&rest);
        if (rest.len == 0 || (rest.ptr[0] != '[' && rest.ptr[0] != '.'))
            return;
        if (rest.ptr[0] == '.') {
            rest = str_from(rest, 1);
            add_year(l, cut_member(&rest));
        } else {
            struct str key;

            rest = str_from(rest, 1);
            key = cut_key(&rest);
            if (first)
                add_row_name(l, of, key, column);
            else
                add_year(l, key);
        }
    }
}

static void look_in(struct sample_search *l, struct str text)
{
    while (text.len > 0) {
        const bool begins = !is_digit(text.ptr[0]) && text.ptr[0] != '-';
        struct str column;
        struct str name;

        if (!is_name_byte(text.ptr[0])) {
            text = str_from(text, 1);
            continue;
        }
        name = cut_name(&text);
        if (is_meant(l, name, &column) && begins)
            take_steps(l, name, text, column);
    }
}

/* What an editor wrote, with the characters that references stand for. */
static void put_decoded_name(struct str text, struct buf *out)
{
    while (text.len > 0) {
        const size_t at = str_find_char(text, '&');
        struct str reference;
        uint32_t c;

        buf_str(out, str_to(text, at));
        text = str_from(text, at);
        reference = str_to(text, str_find_char(text, ';') + 1);
        c = reference.len > ENTITY_MAX ? 0 : entity_character(reference);
        if (c != 0)
            utf8_put(out, c);
        else
            reference = str_to(text, 1);
        if (c == 0)
            buf_str(out, reference);
        text = str_from(text, reference.len);
    }
}

/* Of the view, and of those that it is made of. */
static void add_limits(const struct sample_search *l, const struct view *v,
                       struct list *limits)
{
    for (size_t i = 0; i < l->t->nviews && v != NULL; i++) {
        condition_limits(v->where.text, limits);
        v = view_of(l->t, v->of.text);
    }
}

static void find_views(struct sample_search *l)
{
    for (size_t i = 0; i < l->t->nviews; i++) {
        const struct view *v = &l->t->views[i];
        struct sample_view view = {
            .limits = list_of(l->arena, sizeof(struct condition_limit))};
        struct sample_view *kept;
        struct str column;

        if (v->id == NULL || !is_meant(l, str_of(v->id), &column))
            continue;
        view.id = str_of(v->id);
        add_limits(l, v, &view.limits);
        kept = view.limits.count == 0 ? NULL : list_add(&l->found.views);
        if (kept != NULL)
            *kept = view;
    }
}

struct sample_names sample_names(struct arena *arena,
                                 const struct template *template_used,
                                 const struct list *sources, struct str id)
{
    struct sample_search l = {
        .arena = arena,
        .t = template_used,
        .id = id,
        .found.names = list_of(arena, sizeof(struct sample_name)),
        .found.views = list_of(arena, sizeof(struct sample_view)),
    };
    const struct source *const *items = sources->items;
    struct buf text;

    buf_init(&text, TEXT_MAX);
    for (size_t i = 0; i < sources->count; i++) {
        if (items[i]->kind != SOURCE_TEXT)
            continue;
        buf_clear(&text);
        put_decoded_name(items[i]->text, &text);
        look_in(&l, buf_view(&text));
    }
    if (buf_status(&text) != ST_OK)
        arena_fail(arena, buf_status(&text));
    buf_free(&text);
    find_views(&l);
    return l.found;
}

static bool same_letter(char a, char b)
{
    return a == b || (is_ascii_letter(a) && (a | 0x20) == (b | 0x20));
}

static bool same_letters(struct str a, struct str b)
{
    size_t i = 0;

    while (i < a.len && i < b.len && same_letter(a.ptr[i], b.ptr[i]))
        i++;
    return i == a.len && i == b.len;
}

bool sample_name_slipped(struct str a, struct str b)
{
    size_t i = 0;

    while (i < a.len && i < b.len && same_letter(a.ptr[i], b.ptr[i]))
        i++;
    a = str_from(a, i);
    b = str_from(b, i);
    if (same_letters(str_from(a, 1), str_from(b, 1)) ||
        same_letters(a, str_from(b, 1)) || same_letters(str_from(a, 1), b))
        return a.len > 0 || b.len > 0;
    return a.len > 1 && b.len > 1 && same_letter(a.ptr[0], b.ptr[1]) &&
           same_letter(a.ptr[1], b.ptr[0]) &&
           same_letters(str_from(a, 2), str_from(b, 2));
}
