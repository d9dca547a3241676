#include "input/templates/templates_parts.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define NUMBERS 21 /* zero to twenty */

const char *const file_versions[] = {"1", NULL};

static const char *const children[] = {"phrase",  "word",    "month",
                                       "weekday", "ordinal", "number",
                                       "date",    "figures", NULL};
static const struct xml_old_rule root_attributes[] = {
    {"format", true, file_versions}, {"lang", true, NULL}};
static const struct xml_old_rule phrase_attributes[] = {{"id", true, NULL}};
static const struct xml_old_rule word_attributes[] = {{"id", true, NULL},
                                                      {"forms", true, NULL}};
static const struct xml_old_rule name_attributes[] = {{"full", true, NULL},
                                                      {"short", true, NULL}};
static const struct xml_old_rule ordinal_attributes[] = {
    {"suffix", true, NULL}};
static const struct xml_old_rule number_attributes[] = {{"word", true, NULL}};
static const struct xml_old_rule date_attributes[] = {{"pattern", true, NULL},
                                                      {"month", true, NULL}};
static const struct xml_old_rule image_attributes[] = {
    {"currency", true, NULL}, {"thousands", true, NULL}, {"point", true, NULL},
    {"minus", true, NULL},    {"percent", true, NULL},   {"year", true, NULL},
    {"thousand", true, NULL}, {"million", true, NULL}};

#define ATTRIBUTES(list) list, COUNT(list)

static const struct xml_rule rules[] = {
    {"wording", ATTRIBUTES(root_attributes), children, XML_TEXT_NONE, false},
    {"phrase", ATTRIBUTES(phrase_attributes), NULL, XML_TEXT_MIXED, false},
    {"word", ATTRIBUTES(word_attributes), NULL, XML_TEXT_NONE, false},
    {"month", ATTRIBUTES(name_attributes), NULL, XML_TEXT_NONE, false},
    {"weekday", ATTRIBUTES(name_attributes), NULL, XML_TEXT_NONE, false},
    {"ordinal", ATTRIBUTES(ordinal_attributes), NULL, XML_TEXT_NONE, false},
    {"number", ATTRIBUTES(number_attributes), NULL, XML_TEXT_NONE, false},
    {"date", ATTRIBUTES(date_attributes), NULL, XML_TEXT_NONE, false},
    {"figures", ATTRIBUTES(image_attributes), NULL, XML_TEXT_NONE, false},
};

const struct xml_vocabulary wording_vocabulary = {
    .root = "wording", .rules = rules, .nrules = COUNT(rules)};

struct reading {
    const struct xml_reading *xml;
    const struct xml_node *root;
    struct wording *wording;
};

/* A phrase's text as it stands, spaces at its ends included: what separates
   the items of a list is a phrase, too. */
static struct str phrase_text(struct arena *arena, const struct xml_node *node)
{
    struct buf joined;
    struct str text;

    buf_init(&joined, arena->limit);
    for (const struct xml_node *n = node->first; n != NULL; n = n->next)
        buf_str(&joined, n->text);
    if (buf_status(&joined) != ST_OK)
        arena_fail(arena, buf_status(&joined));
    text = arena_str(arena, buf_view(&joined));
    buf_free(&joined);
    return text;
}

static void unknown(const struct reading *r, const struct xml_node *node,
                    const char *(*name_of)(size_t), size_t count)
{
    struct str names[PHRASE_MAX + WORD_MAX];
    const struct str id = xml_get(node, "id");

    for (size_t i = 0; i < count; i++)
        names[i] = str_of(name_of(i));
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, xml_value_place(node, "id"),
            "nothing asks for a %.*s called `%.*s`", STR_ARG(node->name),
            STR_ARG(id));
    finding_nearest(r->xml->findings, id, names, count);
}

static const char *phrase_name(size_t i)
{
    return wording_phrase_name((enum phrase)i);
}

static const char *word_name(size_t i)
{
    return wording_word_name((enum word)i);
}

/* Which of COUNT names the node's id is; COUNT, and a finding, when none. */
static size_t id_among(const struct reading *r, const struct xml_node *node,
                       const char *(*name_of)(size_t), size_t count)
{
    const struct str id = xml_get(node, "id");

    for (size_t i = 0; i < count; i++) {
        if (str_is(id, name_of(i)))
            return i;
    }
    if (xml_attribute(node, "id") != NULL)
        unknown(r, node, name_of, count);
    return count;
}

static void given_twice(const struct reading *r, const struct xml_node *node)
{
    finding(r->xml->findings, FINDING_DUPLICATE_ID, xml_value_place(node, "id"),
            "the %.*s `%.*s` is given twice", STR_ARG(node->name),
            STR_ARG(xml_get(node, "id")));
}

static void read_phrases(const struct reading *r)
{
    struct str *phrases = r->wording->phrases;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        const size_t i = xml_is(n, "phrase")
                             ? id_among(r, n, phrase_name, PHRASE_MAX)
                             : PHRASE_MAX;

        if (i == PHRASE_MAX)
            continue;
        if (phrases[i].ptr != NULL)
            given_twice(r, n);
        phrases[i] = phrase_text(r->xml->arena, n);
        placeholders_check(r->xml->findings, phrases[i],
                           n->first == NULL ? n->at : n->first->at,
                           wording_phrase_placeholders((enum phrase)i));
    }
    for (size_t i = 0; i < PHRASE_MAX; i++) {
        if (phrases[i].ptr == NULL)
            finding(r->xml->findings, FINDING_MISSING, r->root->at,
                    "the wording lacks the phrase `%s`", phrase_name(i));
    }
}

static void read_words(const struct reading *r)
{
    struct spellings *words = r->wording->words;
    bool given[WORD_MAX] = {false};

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        const size_t i =
            xml_is(n, "word") ? id_among(r, n, word_name, WORD_MAX) : WORD_MAX;

        if (i == WORD_MAX)
            continue;
        if (given[i])
            given_twice(r, n);
        given[i] = true;
        words[i].forms =
            xml_split(r->xml->arena, xml_get(n, "forms"), ';', &words[i].count);
    }
    for (size_t i = 0; i < WORD_MAX; i++) {
        if (!given[i])
            finding(r->xml->findings, FINDING_MISSING, r->root->at,
                    "the wording lacks the word `%s`", word_name(i));
    }
}

/* Attribute ATTRIBUTE of the elements NAME, in their order, into LIST. */
static void read_row(const struct reading *r, const char *name,
                     const char *attribute, struct str *list, size_t count)
{
    size_t found = 0;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        if (!xml_is(n, name))
            continue;
        if (found < count)
            list[found] = xml_get(n, attribute);
        found++;
    }
    if (found != count)
        finding(r->xml->findings,
                found < count ? FINDING_MISSING : FINDING_BAD_ELEMENT,
                r->root->at, "the wording has %zu <%s>, not %zu", found, name,
                count);
}

static struct str pattern(const struct reading *r, const struct xml_node *node,
                          const char *attribute, const char *placeholders)
{
    const struct str text = xml_get(node, attribute);

    placeholders_check(r->xml->findings, text, xml_value_place(node, attribute),
                       placeholders);
    if (xml_attribute(node, attribute) != NULL &&
        str_find_char(text, '{') == text.len)
        finding(r->xml->findings, FINDING_BAD_VALUE,
                xml_value_place(node, attribute),
                "the pattern has no place for its value: one of {%s}",
                placeholders);
    return text;
}

static void read_patterns(const struct reading *r)
{
    const struct xml_node *date = xml_child(r->root, "date");
    const struct xml_node *figures = xml_child(r->root, "figures");
    struct wording *w = r->wording;

    if (date == NULL)
        finding(r->xml->findings, FINDING_MISSING, r->root->at,
                "the wording lacks <date>");
    if (figures == NULL)
        finding(r->xml->findings, FINDING_MISSING, r->root->at,
                "the wording lacks <figures>");
    if (date == NULL || figures == NULL)
        return;
    w->date_pattern = pattern(r, date, "pattern", DATE_HOLES);
    w->month_pattern = pattern(r, date, "month", DATE_HOLES);
    w->currency = xml_get(figures, "currency");
    w->thousands = xml_get(figures, "thousands");
    w->decimal_point = xml_get(figures, "point");
    w->minus_pattern = pattern(r, figures, "minus", "amount");
    w->percent_pattern = pattern(r, figures, "percent", "number");
    w->thousand_pattern = pattern(r, figures, "thousand", "amount");
    w->million_pattern = pattern(r, figures, "million", "amount");
    w->year_pattern = pattern(r, figures, "year", "first second second2");
}

const struct wording *wording_in(const struct xml_reading *xml,
                                 const struct xml_node *root)
{
    struct wording *w = arena_alloc(xml->arena, 1, sizeof(*w));
    const struct reading r = {xml, root, w};

    if (w == NULL)
        return NULL;
    w->lang = xml_lang(xml, root, "lang");
    read_phrases(&r);
    read_words(&r);
    read_row(&r, "month", "full", w->calendar.months, 12);
    read_row(&r, "month", "short", w->calendar.months_short, 12);
    read_row(&r, "weekday", "full", w->calendar.weekdays, 7);
    read_row(&r, "weekday", "short", w->calendar.weekdays_short, 7);
    read_row(&r, "ordinal", "suffix", w->calendar.ordinals, 4);
    read_row(&r, "number", "word", w->numbers, NUMBERS);
    read_patterns(&r);
    return w;
}
