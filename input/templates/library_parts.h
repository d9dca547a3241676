/*
 * library_parts.h - what the readers of templates share.
 *
 * For input/templates/library.c and the readers below only. Each takes the
 * root of a file that was read and gives a struct in the arena of the run, also
 * from a faulty file, so that one run finds the faults of all of it; NULL
 * when nothing can be made of it, or the arena failed.
 */
#ifndef INPUT_TEMPLATES_LIBRARY_PARTS_H
#define INPUT_TEMPLATES_LIBRARY_PARTS_H

#include "core/base/list.h"
#include "core/model/template.h"
#include "input/picture/image_in.h"
#include "input/templates/library_unit.h"
#include "input/xml/placeholders.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

struct library;

/* A file of a folder of templates, read once. */
struct library_file {
    const char *name;            /* below its folder */
    size_t folder;               /* its index */
    const struct source *source; /* NULL: it cannot be read */
    const struct xml_node *root; /* NULL: it is not well-formed */
    struct findings findings;
    enum status status;
};

struct templates_reading;

/* How a reader asks the library, which calls it, for what its file names. */
struct library_doors {
    const struct library_file *(*file)(struct templates_reading *load,
                                       struct str id, size_t from);
    const struct library_unit *(*unit)(struct templates_reading *load,
                                       enum library_part part, struct str id);
    struct str (*sheet)(struct templates_reading *load);
    void (*unknown)(struct templates_reading *load, const struct xml_node *node,
                    const struct xml_attribute_rule *rule,
                    enum library_part part);
};

/* library.c: for those that begin a reading, of which readers are none. */
extern const struct library_doors library_doors;

/* One unit on its way. */
struct templates_reading {
    struct xml_reading reading; /* its findings are the unit's */
    struct library *library;
    const struct library_doors *doors;
    struct library_unit *unit;
    const struct generator_names *generators;
    bool *extending;           /* a wording is read that another extends */
    struct list opened;        /* struct source *: of images */
    struct image_files images; /* of standard wording, logos */
};

/* The file that is called ID, and is what the unit is, that is found first,
   looked for from folder FROM on; it counts as read for the unit. NULL when
   there is none. */
static inline const struct library_file *
templates_file(struct templates_reading *load, struct str id, size_t from)
{
    return load->doors->file(load, id, from);
}

/* The unit ID of PART, which LOAD's rests on. NULL when there is none. */
static inline const struct library_unit *
templates_need(struct templates_reading *load, enum library_part part,
               struct str id)
{
    return load->doors->unit(load, part, id);
}

/* The style sheet of the HTML. */
static inline struct str templates_sheet(struct templates_reading *load)
{
    return load->doors->sheet(load);
}

/* A finding that there is no PART of the name that NODE's attribute RULE
   says. */
static inline void templates_unknown(struct templates_reading *load,
                                     const struct xml_node *node,
                                     const struct xml_attribute_rule *rule,
                                     enum library_part part)
{
    load->doors->unknown(load, node, rule, part);
}

/* The template, kind, house style or the like, as PART says, that NODE names by
   the attribute RULE. NULL, and a finding, when there is none. */
static inline const void *templates_named(struct templates_reading *load,
                                          const struct xml_node *node,
                                          const struct xml_attribute_rule *rule,
                                          enum library_part part)
{
    const struct library_unit *unit =
        templates_need(load, part, xml_value(node, rule));

    if (unit == NULL)
        templates_unknown(load, node, rule, part);
    return unit == NULL ? NULL : unit->made;
}

enum { EXTENDED_MAX = 8 };

/*
 * The roots of FILE, of ID and PART, and of those that it extends by the
 * attribute EXTENDS, nearest first: how many. One that extends its own name
 * means the next folder's. 0, and a finding, when they cannot all be had;
 * CALLED is what PART has: "calendars".
 */
size_t extended_roots(struct templates_reading *load, const char *id,
                      const struct library_file *file, enum library_part part,
                      const struct xml_attribute_rule *extends,
                      const char *called,
                      const struct xml_node *roots[EXTENDED_MAX]);

/* BASE says what ROOT does not; NULL: ROOT must say all. */
const struct wording *wording_in(const struct xml_reading *r,
                                 const struct xml_node *root,
                                 const struct wording *base);
/* The wording of FILE: of its own name in later folders, and of one other
   language, what it extends. */
const struct wording *wording_chain_in(struct templates_reading *load,
                                       const struct library_file *file);
/* FOLDER is the house file's, absolute. */
const struct house *house_in(struct templates_reading *load, const char *id,
                             const char *folder, const struct xml_node *root);
/* ROOT is the house style's, in FOLDER. */
void house_fonts_in(const struct xml_reading *xml, const struct xml_node *root,
                    const char *folder, struct house_fonts *out);
const struct kind *kind_in(const struct xml_reading *r, const char *id,
                           const struct xml_node *root);
const struct calendar *calendar_in(struct templates_reading *load,
                                   const char *id,
                                   const struct library_file *file);
const struct rules *rules_in(struct templates_reading *load, const char *id,
                             const struct library_file *file);
const struct template *template_in(struct templates_reading *load,
                                   const char *id,
                                   const struct library_file *file);

#endif
