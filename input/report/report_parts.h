/*
 * report_parts.h - what the readers of a report share.
 *
 * For input/report/report_in.c and the files that read its parts only. Each
 * makes its findings and goes on; what is wrong beyond the data (a file that
 * cannot be read) is kept in the status.
 */
#ifndef INPUT_REPORT_REPORT_PARTS_H
#define INPUT_REPORT_REPORT_PARTS_H

#include "core/base/list.h"
#include "input/prose/prose_in.h"
#include "input/report/override.h"
#include "input/table/table_cells.h"
#include "input/table/table_in.h"
#include "input/xml/xml_in.h"
#include "input/xml/xml_value.h"

struct report_override {
    const struct override *given;
    struct str value; /* given, as text_in() leaves it */
    struct place at;
    bool used;
};

struct report_reading;

/* The report in R's folder, as far as R wants it. */
typedef void report_read_fn(struct report_reading *r,
                            const struct override *overrides,
                            size_t noverrides);

struct report_reading {
    struct xml_reading xml;
    const char *folder;
    const struct xml_node *root;
    const struct templates *templates;
    struct str instead; /* of the template that it names; or empty */
    const struct template *template_used; /* NULL when it is not known */
    const struct wording *wording;        /* never NULL */
    struct prose_options prose;
    struct image_files images;
    struct cell_reader cells;
    struct report_override *overrides;
    size_t noverrides;
    const char *shown; /* the folder before names of files, in messages; NULL:
                          none */
    bool data_only;    /* of a period before: fields, data, values, views */
    struct list previous; /* struct data, named by data of their own */
    struct list sources;  /* struct source * */
    struct report *made;
    report_read_fn *read_all; /* reads also that of the period before */
    enum status status;       /* the worst so far */
};

/* report_header.c: fields, people. */
void report_read_header(struct report_reading *r);
void report_read_people(struct report_reading *r);

/* report_of.c: the report that this one belongs to. Its FOLDER and NAME; false
   when it names none, or none that can be read. */
bool report_of_folder(struct report_reading *r, const char **folder,
                      const char **name);
/* What was read of it, in OTHER. */
void report_take_of(struct report_reading *r,
                    const struct report_reading *other, const char *name);
/* The other's field, where GIVEN, one of ALL or NULL, says nothing. */
void report_take_field(struct report_reading *r,
                       const struct template_field *declared,
                       struct field *given, struct list *all);
/* The other's people of roles that PEOPLE has nobody of. */
void report_take_people(struct report_reading *r, struct list *people);

/* report_data.c: data, values. */
void report_read_data(struct report_reading *r);
void report_read_values(struct report_reading *r);

/* report_data_file.c: the table of D from what NODE names or holds. */
MUST_CHECK enum status report_read_table(struct report_reading *r,
                                         const struct xml_node *node,
                                         struct table_options *options,
                                         struct data *d);

/* What NODE says that the form in which D comes has not. */
void report_check_form(const struct report_reading *r,
                       const struct xml_node *node, const struct data *d);

/* report_previous.c: what data and the report name as the period before. NODE
   is that of D, whose options are OPTIONS. */
void report_read_previous_data(struct report_reading *r,
                               const struct xml_node *node,
                               struct table_options *options,
                               const struct data *d);
void report_read_previous(struct report_reading *r);

/* What a file holds that some data is internal for is internal wherever it is
   read: as other data, or as OLD, the period before of NOW. */
void report_refuse_internal_files(const struct report_reading *r);
void report_refuse_internal_before(const struct report_reading *r,
                                   const struct data *now,
                                   const struct data *old);

/* report_acknowledgements.c */
void report_read_acknowledgements(struct report_reading *r);

/* report_body.c: what is printed as prose. */
void report_read_body(struct report_reading *r);

/* report_word.c: the sections of the Word file that NODE names, added to ALL;
   KNOWN of the template has them. */
void report_read_word_sections(struct report_reading *r,
                               const struct xml_node *node,
                               const struct template_section *known,
                               size_t nknown, struct list *all);

/* report_recommendations.c: takes the recommendations from the sections that
   were given for those of the template that print them. */
void report_take_recommendations(struct report_reading *r,
                                 struct report_section *sections, size_t n);

/* report_sample.c: finds the words of a sample that `new` made. */
void report_find_sample(const struct report_reading *r);

/* report_ids.c: findings about things with the same id. */
void report_check_ids(struct report_reading *r);

/* How messages name the file NAME of the folder. */
const char *report_shown_name(const struct report_reading *r, const char *name);

/* A file of the folder, read once however often it is named; NULL, and a
   finding at AT, when it cannot be. */
struct source *report_file(struct report_reading *r, const char *name,
                           enum source_kind kind, struct place at);

/* The same, of a file that NODE names, with the character set that it gives by
   ENCODING. */
struct source *report_encoded_file(struct report_reading *r, const char *name,
                                   enum source_kind kind, struct place at,
                                   const struct xml_node *node,
                                   const struct xml_attribute_rule *encoding);

/* The --set of NAME or, with an ATTRIBUTE, of NAME.ATTRIBUTE; or NULL. It
   counts as used. */
const struct report_override *report_overridden(struct report_reading *r,
                                                const char *name,
                                                const char *attribute);

/* Year 0, and a finding, when TEXT is no date. */
struct date report_date(const struct report_reading *r, struct str text,
                        struct place at);

/* The date that the text of *F says, where DECLARED is of dates or months;
   year 0, and a finding, when it says none. */
void report_read_field_value(const struct report_reading *r,
                             const struct template_field *declared,
                             struct field *f);

/* Adds NAME to a list of struct str, for xml_unknown(). */
void report_offer(struct list *names, const char *name);

#endif
