#include "input/templates/library_parts.h"
#include "input/templates/wording_elements.h"

#include <string.h>

#define WORDING_CHAIN_MAX 8

/* The wording of another language that one extends, which extends none but of
   its own: a circle would have no end. */
static const struct wording *find_other(struct templates_reading *load,
                                        const struct xml_node *root)
{
    const struct xml_attribute_rule *rule = AT(wording, extends);
    const struct wording *made;

    if (*load->extending) {
        finding(load->reading.findings, FINDING_BAD_VALUE,
                xml_value_at(root, rule),
                "a wording that another extends extends no other language");
        return NULL;
    }
    *load->extending = true;
    made = templates_named(load, root, rule, LIBRARY_WORDINGS);
    *load->extending = false;
    return made;
}

/* FILE and those of its own name in later folders, each extending the next, as
   in CHAIN; how many. */
static size_t follow_wordings(struct templates_reading *load,
                              const struct library_file *file,
                              const struct library_file **chain)
{
    const struct xml_attribute_rule *rule = AT(wording, extends);
    const struct str id = str_of(load->unit->id);
    size_t n = 0;

    while (n < WORDING_CHAIN_MAX) {
        chain[n++] = file;
        if (!str_eq(xml_value(file->root, rule), id))
            break;
        file = templates_file(load, id, file->folder + 1);
        if (file == NULL || file->root == NULL) {
            finding(load->reading.findings, FINDING_UNKNOWN_NAME,
                    xml_value_at(chain[n - 1]->root, rule),
                    "no folder of templates after this one has a wording "
                    "`%.*s`",
                    STR_ARG(id));
            finding_hint(load->reading.findings,
                         "extends=\"%.*s\" here means the next one of that "
                         "name; extend another language, or say all",
                         STR_ARG(id));
            break;
        }
    }
    return n;
}

const struct wording *wording_chain_in(struct templates_reading *load,
                                       const struct library_file *file)
{
    const struct xml_attribute_rule *extends = AT(wording, extends);
    const struct library_file *chain[WORDING_CHAIN_MAX];
    const char *id = load->unit->id;
    const size_t n = follow_wordings(load, file, chain);
    const struct xml_node *last = chain[n - 1]->root;
    const bool of_other = xml_given(last, extends) != NULL &&
                          !str_is(xml_value(last, extends), id);
    const struct wording *w = of_other ? find_other(load, last) : NULL;

    for (size_t i = n; i-- > 0;)
        w = wording_in(&load->reading, chain[i]->root, w);
    if (w != NULL && w->lang != NULL && strcmp(w->lang, id) != 0)
        finding(load->reading.findings, FINDING_BAD_VALUE,
                xml_value_at(file->root, AT(wording, lang)),
                "the file of the wording for %s is called %s.xml", w->lang, id);
    return w;
}
