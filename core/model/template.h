/*
 * template.h - what a template says, with its kinds, wording and house style.
 *
 * Read once a run from a folder of templates (input/templates/templates_in.h),
 * const after, shared by all reports of a batch.
 *
 * Ownership: the arena of the run.
 */
#ifndef CORE_MODEL_TEMPLATE_H
#define CORE_MODEL_TEMPLATE_H

#include "core/model/generator_call.h"
#include "core/model/kind.h"
#include "core/model/label_series.h"
#include "core/model/style.h"
#include "core/value/wording.h"

#include <stdbool.h>
#include <stddef.h>

struct doc_node; /* core/doc/doc.h: prose, as it was read */

enum header_layout {
    HEADER_LINES, /* each field a line of its own */
    HEADER_ROWS,  /* name and value in two columns */
    HEADER_COVER, /* a page of its own */
    HEADER_LAYOUT_MAX,
};

enum field_type {
    FIELD_TEXT,
    FIELD_DATE,
    FIELD_MONTH,
    FIELD_LIST, /* values separated by semicolons: wards */
    FIELD_TYPE_MAX,
};

/* How a header field is printed beside its label. */
enum field_role {
    FIELD_ROLE_NONE,
    FIELD_ROLE_COUNCIL,   /* the council's name at the head */
    FIELD_ROLE_ADDRESSEE, /* to whom: REPORT TO MEMBERS */
    FIELD_ROLE_TITLE,     /* the report's: one field has it */
    FIELD_ROLE_SUBTITLE,
    FIELD_ROLE_MAX,
};

enum requirement {
    REQUIRED_NO,
    REQUIRED_YES,
};

struct template_field {
    const char *id;
    enum field_type type;
    struct str label; /* printed name; empty: the value alone */
    enum field_role role;
    struct str value;   /* the template's own, where reports give none */
    struct str pattern; /* of a date; empty: the wording's */
    enum requirement required;
    bool hidden; /* asked for, known to expressions, not printed here */
    struct place at;
};

/* One block of a section's body, in order. */
enum template_block_type {
    BLOCK_PROSE,    /* standard wording: a DOC_FRAGMENT of the template */
    BLOCK_GENERATE, /* a generator with its arguments */
};

struct template_block {
    enum template_block_type type;
    const struct doc_node *prose;
    const struct generator_call *call;
    struct str when; /* an expression; empty: always */
    struct place at;
};

struct template_section {
    const char *id;
    struct str heading; /* may hold {{ }} */
    enum requirement required;
    struct str empty; /* printed where there is nothing; empty: the section
                         is left out */
    struct str when;
    uint32_t words; /* limit; 0: none */
    uint8_t level;  /* of its heading: 2, or 3 inside a part */
    const struct label_series *heading_series;   /* NULL: unnumbered */
    const struct label_series *paragraph_series; /* NULL: unnumbered */
    const struct template_block *blocks;
    size_t nblocks;
    bool page_before; /* begins on a new page */
    struct place at;
};

struct template_part {
    const char *id;
    struct str heading; /* where the report gives no title */
    enum requirement required;
    const struct label_series *heading_series;
    const struct template_section *sections;
    size_t nsections;
    bool page_before;
    struct place at;
};

struct template_role { /* of a person */
    const char *id;
    struct str label;
    enum requirement required;
};

struct template
{
    const char *id;
    struct str title; /* for `councilpress templates` */
    struct str about;
    const char *lang;
    const struct house *house;
    const struct wording *wording;
    struct page_style page;
    enum header_layout header;
    const struct label_series
        *header_series; /* numbers header fields; or NULL */
    const struct template_field *fields;
    size_t nfields;
    const struct label_series *series; /* all, by index */
    size_t nseries;
    const struct label_series *recommendation_series;
    const struct label_series *list_series;    /* of a list without a style */
    const struct label_series *ordered_series; /* 1. lists in CommonMark; NULL:
                                                list_series */
    const struct label_series *note_series;
    const struct template_section *sections;
    size_t nsections;
    const struct template_part *parts;
    size_t nparts;
    const struct template_role *roles;
    size_t nroles;
    const struct doc_node *running_head; /* fragments of three paragraphs:
                                            start, centre, end; or NULL */
    const struct doc_node *running_foot;
    const struct template_block *sign_off;
    size_t nsign_off;
    const struct style *style; /* page and house together */
    bool contents;
    bool attach; /* data files travel with the report */
    struct place at;
};

struct templates {
    const struct template *const *items; /* those read so far */
    size_t count;
    const struct kind *const *kinds;
    size_t nkinds;
    const char *folder;                  /* of templates */
    const struct source *const *sources; /* every file read */
    size_t nsources;
    uint8_t sha256[32]; /* of all of them */
};

const struct template *templates_find(const struct templates *f, struct str id);
const struct kind *templates_kind(const struct templates *f, struct str id);
const struct label_series *template_series(const struct template *t,
                                           struct str id);

#endif
