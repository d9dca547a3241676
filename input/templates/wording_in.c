#include "core/value/language.h"
#include "input/templates/library_parts.h"
#include "input/templates/wording_elements.h"

struct wording_reading {
    const struct xml_reading *xml;
    const struct xml_node *root;
    const struct wording *base; /* that it extends; or NULL */
    struct wording *wording;
};

/* A phrase's text as it stands, spaces at its ends included: what separates
   the items of a list is a phrase, too. */
static struct str phrase_text(struct arena *arena, const struct xml_node *node)
{
    struct buf joined;

    buf_init(&joined, arena->limit);
    for (const struct xml_node *n = node->first; n != NULL; n = n->next)
        buf_str(&joined, n->text);
    return arena_take(arena, &joined);
}

static void given_twice(const struct wording_reading *r,
                        const struct xml_node *node,
                        const struct xml_attribute_rule *id)
{
    finding(r->xml->findings, FINDING_DUPLICATE_ID, xml_value_at(node, id),
            "the %s `%.*s` is given twice", id->of,
            STR_ARG(xml_value(node, id)));
}

static void read_phrase(const struct wording_reading *r,
                        const struct xml_node *node)
{
    const struct xml_attribute_rule *id = AT(wording_phrase, id);
    const int i =
        choice_of(wording_phrase_choices, xml_value(node, id), PHRASE_MAX);
    struct str *phrase = &r->wording->phrases[i];

    if (i == PHRASE_MAX)
        return;
    if (phrase->ptr != NULL)
        given_twice(r, node, id);
    *phrase = phrase_text(r->xml->arena, node);
    placeholders_check(r->xml->findings, *phrase,
                       node->first == NULL ? node->at : node->first->at,
                       wording_phrase_placeholders((enum phrase)i));
}

/* Whether the wording that it extends could not be read. That was said; all
   that is missing now follows from it, and is not said again. */
static bool lacks_base(const struct wording_reading *r)
{
    return r->base == NULL && xml_given(r->root, AT(wording, extends)) != NULL;
}

static void read_phrases(const struct wording_reading *r)
{
    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        if (n->element == &wording_phrase_element)
            read_phrase(r, n);
    }
    for (size_t i = 0; i < PHRASE_MAX && r->base != NULL; i++) {
        if (r->wording->phrases[i].ptr == NULL)
            r->wording->phrases[i] = r->base->phrases[i];
    }
    for (size_t i = 0; i < PHRASE_OPTIONAL && !lacks_base(r); i++) {
        if (r->wording->phrases[i].ptr == NULL)
            finding(r->xml->findings, FINDING_MISSING, r->root->at,
                    "the wording lacks the phrase `%s`",
                    wording_phrase_name((enum phrase)i));
    }
}

static void read_words(const struct wording_reading *r)
{
    const struct xml_attribute_rule *id = AT(wording_word, id);
    struct spellings *words = r->wording->words;
    bool given[WORD_MAX] = {false};

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        const int i =
            n->element == &wording_word_element
                ? choice_of(wording_word_choices, xml_value(n, id), WORD_MAX)
                : WORD_MAX;

        if (i == WORD_MAX)
            continue;
        if (given[i])
            given_twice(r, n, id);
        given[i] = true;
        words[i].forms =
            xml_split(r->xml->arena, xml_value(n, AT(wording_word, forms)), ';',
                      &words[i].count);
    }
    for (size_t i = 0; i < WORD_MAX && r->base != NULL; i++) {
        if (!given[i])
            words[i] = r->base->words[i];
    }
    for (size_t i = 0; i < WORD_OPTIONAL && !lacks_base(r); i++) {
        if (!given[i] && r->base == NULL)
            finding(r->xml->findings, FINDING_MISSING, r->root->at,
                    "the wording lacks the word `%s`",
                    wording_word_name((enum word)i));
    }
}

/* What the first COUNT of ELEMENT say, in their order, into LIST; that there
   are as many was proven before. */
static void read_row(const struct wording_reading *r,
                     const struct xml_element *element,
                     const struct xml_attribute_rule *rule, struct str *list,
                     size_t count)
{
    size_t found = 0;

    for (const struct xml_node *n = r->root->first; n != NULL && found < count;
         n = n->next) {
        if (n->element == element)
            list[found++] = xml_value(n, rule);
    }
}

/* One for each day; or four, for 1, 2, 3 and any other but 11, 12 and 13. */
static void read_ordinals(const struct wording_reading *r)
{
    struct str *ordinals = r->wording->calendar.ordinals;
    const struct xml_node *last = NULL;
    size_t count = 0;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        if (n->element != &wording_ordinal_element)
            continue;
        last = n;
        count++;
    }
    read_row(r, &wording_ordinal_element, AT(wording_ordinal, suffix), ordinals,
             31);
    if (last == NULL)
        return; /* those of the wording that it extends */
    if (count > 4 && count < 31)
        finding(r->xml->findings, FINDING_MISSING, last->at,
                "a wording has 4 <ordinal> or one for each day of a month, 31; "
                "not %zu",
                count);
    for (size_t day = 31; count <= 4 && day > 0; day--) {
        const size_t unit = day % 10;
        const bool own = unit > 0 && unit < 4 && day / 10 != 1;

        ordinals[day - 1] = ordinals[own ? unit - 1 : 3];
    }
}

static bool whole_number(struct str text, unsigned *number)
{
    unsigned n = 0;

    if (text.len == 0 || text.len > 3)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        n = n * 10 + (unsigned)(text.ptr[i] - '0');
    }
    *number = n;
    return true;
}

/* Numbers from one to another take plural K. */
static void read_range(const struct wording_reading *r,
                       const struct xml_node *node, struct str range,
                       uint8_t *plurals, uint8_t k)
{
    const struct place at = xml_value_at(node, AT(wording_plural, numbers));
    const bool one = str_find_char(range, '-') == range.len;
    struct str rest = range;
    const struct str first = str_cut(&rest, '-');
    unsigned from;
    unsigned to;

    if (!whole_number(first, &from) || !whole_number(one ? first : rest, &to) ||
        to < from) {
        finding(r->xml->findings, FINDING_BAD_VALUE, at,
                "`%.*s` is neither a whole number below %d nor two of them "
                "with a hyphen between",
                STR_ARG(range), PLURAL_NUMBERS);
        return;
    }
    for (unsigned n = from; n <= to; n++) {
        if (plurals[n] != 0) {
            finding(r->xml->findings, FINDING_BAD_VALUE, at,
                    "the number %u has a plural already", n);
            return;
        }
        plurals[n] = k;
    }
}

/* Those of the wording that it extends, where it says none itself. */
static void read_plurals(const struct wording_reading *r)
{
    uint8_t *plurals = arena_alloc(r->xml->arena, PLURAL_NUMBERS, 1);
    uint8_t n = 0;

    if (r->base != NULL) {
        r->wording->plurals = r->base->plurals;
        r->wording->nplurals = r->base->nplurals;
    }
    for (const struct xml_node *x = r->root->first;
         plurals != NULL && x != NULL; x = x->next) {
        struct str rest;
        struct str range;

        if (x->element != &wording_plural_element)
            continue;
        if (++n == PLURALS_MAX) {
            finding(r->xml->findings, FINDING_BAD_ELEMENT, x->at,
                    "a language has at most %d plurals, with that of any other "
                    "number",
                    PLURALS_MAX);
            return;
        }
        rest = xml_value(x, AT(wording_plural, numbers));
        for (range = str_cut_word(&rest); range.len > 0;
             range = str_cut_word(&rest))
            read_range(r, x, range, plurals, n);
    }
    if (n == 0 || plurals == NULL)
        return;
    for (size_t i = 0; i < PLURAL_NUMBERS; i++)
        plurals[i] = plurals[i] == 0 ? n : (uint8_t)(plurals[i] - 1);
    r->wording->plurals = plurals;
    r->wording->nplurals = (uint8_t)(n + 1);
}

static void read_calendar(const struct wording_reading *r)
{
    const struct xml_attribute_rule *full = AT(wording_name, full);
    const struct xml_attribute_rule *shorter = AT(wording_name, abbreviated);
    struct calendar_words *c = &r->wording->calendar;

    read_row(r, &wording_month_element, full, c->months, 12);
    read_row(r, &wording_month_element, shorter, c->months_short, 12);
    read_row(r, &wording_weekday_element, full, c->weekdays, 7);
    read_row(r, &wording_weekday_element, shorter, c->weekdays_short, 7);
    read_row(r, &wording_month_element, AT(wording_name, after),
             c->months_after, 12);
    read_ordinals(r);
}

/* A hyphen, which keyboards have, means the minus, which voices speak. */
static struct str spoken_minus(struct arena *arena, struct str pattern)
{
    const size_t at = str_find_char(pattern, '-');

    if (at == pattern.len)
        return pattern;
    return arena_printf(arena, "%.*s\xE2\x88\x92%.*s",
                        STR_ARG(str_to(pattern, at)),
                        STR_ARG(str_from(pattern, at + 1)));
}

/* What stands in no element of its own is that of the wording that it extends;
   its letters, where both are of one language. */
static void take_base(const struct wording_reading *r)
{
    const struct wording *base = r->base;
    struct wording *w = r->wording;

    w->calendar = base->calendar;
    if (w->lang != NULL && base->lang != NULL &&
        !language_same(str_of(w->lang), str_of(base->lang)))
        w->calendar.also = &base->calendar;
    for (size_t i = 0; i < WORDING_NUMBERS; i++)
        w->numbers[i] = base->numbers[i];
    if (xml_given(r->root, AT(wording, letters)) == NULL && w->lang != NULL &&
        base->lang != NULL && str_is(str_of(w->lang), base->lang))
        w->letters = base->letters;
    if (xml_first(r->root, &wording_date_element) == NULL) {
        w->date_pattern = base->date_pattern;
        w->month_pattern = base->month_pattern;
    }
    if (xml_first(r->root, &wording_figures_element) != NULL)
        return;
    w->currency = base->currency;
    w->thousands = base->thousands;
    w->decimal_point = base->decimal_point;
    w->minus_pattern = base->minus_pattern;
    w->percent_pattern = base->percent_pattern;
    w->thousand_pattern = base->thousand_pattern;
    w->million_pattern = base->million_pattern;
    w->year_pattern = base->year_pattern;
}

/* Whether any phrase is still that of another language. */
static void note_borrowed(const struct wording_reading *r)
{
    const struct wording *base = r->base;

    for (size_t i = 0; base != NULL && i < PHRASE_MAX; i++) {
        if (base->phrases[i].len > 0 &&
            r->wording->phrases[i].ptr == base->phrases[i].ptr)
            r->wording->borrows =
                r->wording->lang == NULL || base->lang == NULL ||
                        language_same(str_of(r->wording->lang),
                                      str_of(base->lang))
                    ? base->borrows
                    : base->lang;
    }
}

const struct wording *wording_in(const struct xml_reading *xml,
                                 const struct xml_node *root,
                                 const struct wording *base)
{
    struct wording *w = arena_alloc(xml->arena, 1, sizeof(*w));
    const struct wording_reading r = {xml, root, base, w};

    if (w == NULL)
        return NULL;
    XML_FILL(xml, root, wording, w);
    XML_FILL_AS(xml, xml_first(root, &wording_date_element), wording_date,
                wording, w);
    XML_FILL_AS(xml, xml_first(root, &wording_figures_element), wording_figures,
                wording, w);
    if (base != NULL)
        take_base(&r);
    w->minus_pattern = spoken_minus(xml->arena, w->minus_pattern);
    read_phrases(&r);
    note_borrowed(&r);
    read_words(&r);
    read_calendar(&r);
    w->calendar.links = w->words[WORD_DAY_OF].forms;
    w->calendar.nlinks = w->words[WORD_DAY_OF].count;
    read_plurals(&r);
    read_row(&r, &wording_number_element, AT(wording_number, word), w->numbers,
             WORDING_NUMBERS);
    return w;
}
