#include "input/templates/library_parts.h"

/* The file that FILE, of ID, extends: of its own name, the next folder's. NULL,
   and a finding, when there is none. */
static const struct library_file *
extended_by(struct templates_reading *load, const char *id,
            const struct library_file *file, enum library_part part,
            const struct xml_attribute_rule *extends)
{
    const struct str name = xml_value(file->root, extends);
    const struct library_file *found =
        templates_file(load, name, str_is(name, id) ? file->folder + 1 : 0);

    if (found == NULL)
        templates_unknown(load, file->root, extends, part);
    return found;
}

size_t extended_roots(struct templates_reading *load, const char *id,
                      const struct library_file *file, enum library_part part,
                      const struct xml_attribute_rule *extends,
                      const char *called,
                      const struct xml_node *roots[EXTENDED_MAX])
{
    size_t n = 0;

    while (file != NULL && file->root != NULL && n < EXTENDED_MAX) {
        const struct xml_node *root = file->root;

        roots[n++] = root;
        if (xml_given(root, extends) == NULL)
            return n;
        file = extended_by(load, id, file, part, extends);
        if (file != NULL)
            id = arena_cstr(load->reading.arena, xml_value(root, extends));
    }
    if (n == EXTENDED_MAX)
        finding(load->reading.findings, FINDING_LIMIT,
                xml_value_at(roots[0], extends),
                "%s extend each other in a circle, or more than %d deep",
                called, EXTENDED_MAX);
    return 0;
}
