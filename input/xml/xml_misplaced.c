#include "input/xml/xml_misplaced.h"
#include "input/xml/xml_vocabulary.h"

#define PARENTS_MAX                                                            \
    4 /* of what stands in more, all that may stand here is told               \
       */

#define TEXT_MAX 1024

/* Names that HTML has for what stands in prose under another. */
static const struct {
    const char *html;
    const char *here;
} html_names[] = {
    {"b", "strong"},   {"i", "em"},       {"ul", "list"},
    {"ol", "list"},    {"li", "item"},    {"h1", "heading"},
    {"h2", "heading"}, {"h3", "heading"}, {"h4", "heading"},
    {"h5", "heading"}, {"h6", "heading"}, {"blockquote", "quote"},
    {"img", "figure"}, {"div", "p"},      {"span", "phrase"},
    {"tr", "row"},     {"td", "cell"},    {"th", "cell"},
};

static bool hint_of_html(struct findings *f, struct str name,
                         const struct str *allowed, size_t nallowed)
{
    for (size_t i = 0; i < sizeof(html_names) / sizeof(html_names[0]); i++) {
        if (!str_is(name, html_names[i].html))
            continue;
        for (size_t k = 0; k < nallowed; k++) {
            if (!str_is(allowed[k], html_names[i].here))
                continue;
            finding_hint(f, "what HTML calls <%s> is <%s> here",
                         html_names[i].html, html_names[i].here);
            return true;
        }
    }
    return false;
}

static bool may_hold(const struct xml_element *parent, struct str name)
{
    for (size_t i = 0; i < parent->nchildren; i++) {
        const struct xml_element *child = parent->children[i].element;

        if (!child->any_name && str_is(name, child->name))
            return true;
    }
    return false;
}

static bool hint_of_place(struct findings *f, const struct xml_element *root,
                          struct str name)
{
    const struct xml_element *parents[PARENTS_MAX + 1];
    struct xml_vocabulary v;
    size_t count = 0;
    struct buf text;

    xml_vocabulary_of(root, &v);
    for (size_t i = 0; i < v.count && count <= PARENTS_MAX; i++) {
        if (may_hold(v.elements[i], name))
            parents[count++] = v.elements[i];
    }
    if (count == 0 || count > PARENTS_MAX)
        return false;
    buf_init(&text, TEXT_MAX);
    for (size_t i = 0; i < count; i++)
        buf_printf(&text, "%s<%s>", i == 0 ? "" : ", ", parents[i]->name);
    finding_hint(f, "<%.*s> stands in %.*s", STR_ARG(name),
                 STR_ARG(buf_view(&text)));
    buf_free(&text);
    return true;
}

void xml_hint_misplaced(struct findings *f, const struct xml_element *root,
                        struct str name, const struct str *allowed,
                        size_t nallowed)
{
    if (!hint_of_html(f, name, allowed, nallowed) &&
        !hint_of_place(f, root, name))
        finding_nearest(f, name, allowed, nallowed);
}
