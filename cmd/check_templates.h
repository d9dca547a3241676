/*
 * check_templates.h - proves templates without a report: reads all there is,
 * and builds a sample of each template, so that what only a report brings to
 * light is found as well.
 */
#ifndef CMD_CHECK_TEMPLATES_H
#define CMD_CHECK_TEMPLATES_H

#include "cmd/options.h"
#include "input/templates/library.h"

/*
 * Those called NAMES, const char *. With WHOLE everything in the folders is
 * read, also what no template rests on. What is found is printed; the status
 * is the worst of it.
 */
MUST_CHECK enum status check_templates(struct arena *arena,
                                       struct options *options,
                                       struct library *library,
                                       const struct list *names, bool whole);

#endif
