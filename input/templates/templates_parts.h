/*
 * templates_parts.h - what the readers of templates share.
 *
 * For input/templates/templates_in.c and the readers below only. Each takes the
 * root of a file that was read and gives a struct in the arena of the run, also
 * from a faulty file, so that one run finds the faults of all of them; NULL
 * only when the arena failed.
 */
#ifndef INPUT_TEMPLATES_TEMPLATES_PARTS_H
#define INPUT_TEMPLATES_TEMPLATES_PARTS_H

#include "core/base/list.h"
#include "core/model/template.h"
#include "input/picture/image_in.h"
#include "input/xml/placeholders.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

/* A template as it was read, before others are merged into it. */
struct template_file {
    const char *id;
    const struct xml_node *root;
};

struct templates_reading {
    struct xml_reading reading;
    const char *folder;
    const char *shipped; /* the program's own folder, or NULL */
    const struct generator_names *generators;
    struct str sheet;          /* of the style */
    struct list sources;       /* const struct source *, in order of reading */
    struct list wordings;      /* const struct wording * */
    struct list houses;        /* const struct house * */
    struct list kinds;         /* const struct kind * */
    struct list files;         /* struct template_file */
    struct list templates;     /* const struct template * */
    struct list opened;        /* struct source *: of images */
    struct image_files images; /* of standard wording, logos */
    enum status status;        /* the worst so far */
};

const struct wording *wording_in(const struct xml_reading *r,
                                 const struct xml_node *root);
/* FOLDER is the house file's, absolute. */
const struct house *house_in(struct templates_reading *load, const char *id,
                             const char *folder, const struct xml_node *root);
/* ROOT is the house style's, in FOLDER. */
void house_fonts_in(const struct xml_reading *xml, const struct xml_node *root,
                    const char *folder, struct house_fonts *out);
const struct kind *kind_in(const struct xml_reading *r, const char *id,
                           const struct xml_node *root);
/* All files are in LOAD, wordings and houses too. */
const struct template *template_in(struct templates_reading *load,
                                   const struct template_file *file);

#endif
