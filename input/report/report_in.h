/*
 * report_in.h - reads a report folder: report.xml and the files it names.
 *
 * All faults of all files are findings of one run. Files are opened below
 * the folder only; a path or a symbolic link that leaves it is a finding.
 */
#ifndef INPUT_REPORT_REPORT_IN_H
#define INPUT_REPORT_REPORT_IN_H

#include "core/finding/finding.h"
#include "core/model/report.h"
#include "core/model/template.h"
#include "input/report/override.h"

/*
 * FOLDER holds a report.xml. TEMPLATES are those there are; the one that the
 * report names is returned in *template_used. ST_DATA when findings stop it;
 * ST_NOINPUT when report.xml or a file it names cannot be read.
 */
MUST_CHECK enum status
report_in(struct arena *arena, const char *folder, const char *name,
          const struct templates *templates, const struct override *overrides,
          size_t noverrides, struct findings *findings, struct report *report,
          const struct template **template_used);

/* The same of its fields, data, values and views alone, without what it names
   as the period before. */
MUST_CHECK enum status
report_data_in(struct arena *arena, const char *folder, const char *name,
               const struct templates *templates, struct findings *findings,
               struct report *report, const struct template **template_used);

#endif
