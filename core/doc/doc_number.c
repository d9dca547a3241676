#include "core/doc/doc.h"

#include <assert.h>

#define MARKS_MAX 30 /* more would be rows of stars: digits then */

/* A list that is open: what the counter of its series stood at before. */
struct open_list {
    struct open_list *outer;
    int32_t value;
};

/*
 * A counter starts again when the series it stands within has moved on. That
 * is found out when it is next stepped, by comparing serials, so that nobody
 * needs to know which series stand within a given one.
 */
struct counter {
    int32_t value;
    uint32_t serial; /* changes with every step and every fresh start */
    uint32_t outer;  /* serial of the series around it when it last moved */
};

struct numbering {
    struct doc *d;
    struct counter counters[SERIES_MAX + 1];
    struct open_list *open;  /* innermost first */
    struct open_list *spare; /* closed ones, for reuse */
    struct buf text;
};

static struct counter *counter_of(struct numbering *n,
                                  const struct label_series *s)
{
    if (s->joins != NULL)
        s = s->joins;
    assert(s->index >= 0 && s->index <= SERIES_MAX);
    return &n->counters[s->index];
}

/* Starts again whatever series around S, and S itself, have been left. */
static void refresh(struct numbering *n, const struct label_series *s)
{
    const struct label_series *chain[SERIES_MAX];
    size_t depth = 0;

    for (; s->within != NULL; s = s->within) {
        assert(depth < SERIES_MAX); /* input/ proves that no series is
                                       within itself */
        chain[depth++] = s;
    }
    while (depth-- > 0) {
        struct counter *c = counter_of(n, chain[depth]);
        const struct counter *outer = counter_of(n, chain[depth]->within);

        if (c->outer == outer->serial)
            continue;
        c->outer = outer->serial;
        c->value = 0;
        c->serial++;
    }
}

static void step(struct numbering *n, const struct label_series *s)
{
    struct counter *c = counter_of(n, s);

    refresh(n, s);
    if (c->value < INT32_MAX)
        c->value++;
    c->serial++;
}

/* a to z, then aa, ab: bijective base 26. */
static void put_letters(struct buf *out, int32_t value, char first)
{
    char digits[8];
    size_t at = sizeof(digits);

    for (int32_t v = value; v > 0; v = (v - 1) / 26)
        digits[--at] = (char)(first + (v - 1) % 26);
    buf_add(out, digits + at, sizeof(digits) - at);
}

static void put_roman(struct buf *out, int32_t value, bool upper)
{
    static const struct {
        int32_t value;
        const char *lower;
        const char *upper;
    } steps[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
        {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
        {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"},
    };

    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        for (; value >= steps[i].value; value -= steps[i].value)
            buf_puts(out, upper ? steps[i].upper : steps[i].lower);
    }
}

/* The marks of footnotes in their customary order, then each doubled. */
static void put_mark(struct buf *out, int32_t value)
{
    static const char *const marks[] = {"*", "†", "‡", "§", "¶"};
    const int32_t n = sizeof(marks) / sizeof(marks[0]);
    const int32_t times = (value - 1) / n + 1;

    for (int32_t i = 0; i < times; i++)
        buf_puts(out, marks[(value - 1) % n]);
}

/* Roman numerals end at 3999, letters have no zero: digits then. */
static void put_counter(struct buf *out, int32_t value, struct str form)
{
    const char c = form.len == 1 ? form.ptr[0] : '1';

    if ((c == 'a' || c == 'A') && value > 0)
        put_letters(out, value, c);
    else if ((c == 'i' || c == 'I') && value > 0 && value < 4000)
        put_roman(out, value, c == 'I');
    else if (c == '*' && value > 0 && value < MARKS_MAX)
        put_mark(out, value);
    else
        buf_int(out, value);
}

/* S or one that it stands within; what joins another goes by both names. */
static const struct label_series *series_called(const struct label_series *s,
                                                struct str id)
{
    for (; s != NULL; s = s->within) {
        if (str_is(id, s->id) || (s->joins != NULL && str_is(id, s->joins->id)))
            return s;
    }
    return NULL;
}

/* PATTERN with its counters: shares the pattern's bytes where it has none. */
static struct str fill(struct numbering *n, const struct label_series *s,
                       struct str pattern)
{
    struct str rest = pattern;

    if (str_find_char(pattern, '{') == pattern.len)
        return pattern;
    buf_clear(&n->text);
    while (rest.len > 0) {
        const size_t open = str_find_char(rest, '{');
        const size_t close = str_find_char(rest, '}');
        const struct label_series *named;
        struct str form;
        struct str id;

        buf_str(&n->text, str_to(rest, open));
        if (open == rest.len)
            break;
        if (close == rest.len || close < open) {
            buf_str(&n->text, str_from(rest, open));
            break;
        }
        form = str_from(str_to(rest, close), open + 1);
        id = str_cut(&form, ':');
        named = series_called(s, id);
        if (named != NULL)
            put_counter(&n->text, counter_of(n, named)->value, form);
        else
            buf_str(&n->text, str_from(str_to(rest, close + 1), open));
        rest = str_from(rest, close + 1);
    }
    return arena_str(n->d->arena, buf_view(&n->text));
}

static bool is_edge(char c)
{
    return c == '.' || c == ',' || c == ':' || c == ';' || c == '(' ||
           c == ')' || c == '[' || c == ']' || c == ' ';
}

static struct str without_edges(struct str s)
{
    while (s.len > 0 && is_edge(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len > 0 && is_edge(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

/* Steps S and puts its label at the head of NODE. A series without a pattern
   counts in silence: parts without a number that sections start again in. */
static void label(struct numbering *n, const struct label_series *s,
                  struct doc_node *node)
{
    const bool bullet = str_find_char(s->pattern, '{') == s->pattern.len;
    struct doc_node *made;
    struct doc_node *words;
    struct str text;

    step(n, s);
    if (s->pattern.len == 0 || node == NULL)
        return;
    text = fill(n, s, s->pattern);
    made = doc_new(n->d->arena, DOC_LABEL);
    if (made == NULL)
        return;
    made->at = node->at;
    if (!bullet)
        made->text = s->reference.len > 0 ? fill(n, s, s->reference)
                                          : without_edges(text);
    words = doc_text(n->d, made, text);
    if (words != NULL)
        words->at = node->at; /* for a character that no font has */
    doc_insert_first(node, made);
}

static void open_list(struct numbering *n, const struct doc_node *list)
{
    struct open_list *o = n->spare;
    struct counter *c;

    if (list->u.series == NULL)
        return;
    if (o != NULL)
        n->spare = o->outer;
    else
        o = arena_alloc(n->d->arena, 1, sizeof(*o));
    if (o == NULL)
        return;
    refresh(n, list->u.series);
    c = counter_of(n, list->u.series);
    *o = (struct open_list){n->open, c->value};
    n->open = o;
    c->value = list->level;
    c->serial++;
}

static void close_list(struct numbering *n, const struct doc_node *list)
{
    struct open_list *o = n->open;

    if (list->u.series == NULL || o == NULL)
        return;
    counter_of(n, list->u.series)->value = o->value;
    n->open = o->outer;
    o->outer = n->spare;
    n->spare = o;
}

static struct doc_node *field_name(struct doc_node *field)
{
    struct doc_node *name = field->first;

    return name != NULL && name->kind == DOC_FIELD_NAME ? name : NULL;
}

static void enter(struct numbering *n, struct doc_node *node)
{
    const struct label_series *s = NULL;
    struct doc_node *place = node;

    switch (node->kind) {
    case DOC_LIST: open_list(n, node); break;
    case DOC_ITEM:
        if (node->parent != NULL && node->parent->kind == DOC_LIST)
            s = node->parent->u.series;
        break;
    case DOC_FIELD:
        s = node->u.series;
        place = field_name(node);
        break;
    case DOC_HEADING:
    case DOC_PARAGRAPH:
    case DOC_NOTE: s = node->u.series; break;
    default: break;
    }
    if (s != NULL && !node->unnumbered)
        label(n, s, place);
}

void doc_number(struct doc *d)
{
    struct numbering n = {.d = d};
    struct doc_node *node = d->root;

    buf_init(&n.text, d->arena->limit);
    while (node != NULL && doc_status(d) == ST_OK) {
        enter(&n, node);
        if (node->first != NULL) {
            node = node->first;
            continue;
        }
        while (node != NULL && node->next == NULL) {
            if (node->kind == DOC_LIST)
                close_list(&n, node);
            node = node == d->root ? NULL : node->parent;
        }
        if (node != NULL && node->kind == DOC_LIST)
            close_list(&n, node);
        if (node != NULL)
            node = node->next;
    }
    if (buf_status(&n.text) != ST_OK)
        arena_fail(d->arena, buf_status(&n.text));
    buf_free(&n.text);
}
