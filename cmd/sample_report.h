/*
 * sample_report.h - a report folder made from a template: every header field,
 * person, section and table that it asks for, with words of the template's own
 * and guidance as comments.
 *
 * It builds as it is. Nothing here knows a template: what one asks for is in
 * core/model/template.h.
 *
 * Ownership: texts belong to the arena.
 */
#ifndef CMD_SAMPLE_REPORT_H
#define CMD_SAMPLE_REPORT_H

#include "core/base/list.h"
#include "input/templates/library.h"

struct sample_file {
    const char *name;
    struct str text;
};

/*
 * The files of a report of TEMPLATE, report.xml first, as struct sample_file.
 * Kinds are read from LIBRARY. SCHEMA is the address of the schema of
 * report.xml, or NULL.
 */
MUST_CHECK enum status sample_report(struct arena *arena,
                                     struct library *library,
                                     const struct template *t,
                                     const char *schema, struct list *files);

/* Puts FILES into FOLDER, which is made where it is missing; says what hinders
   it. */
MUST_CHECK enum status sample_put(const char *folder, const struct list *files);

#endif
