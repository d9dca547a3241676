/*
 * templates_in.h - reads templates, kinds, wordings, house styles and the style
 * sheet of the HTML.
 *
 * A folder of templates is laid out as
 *   NAME/template.xml   kinds/NAME.xml   house/NAME.xml   wording/LANG.xml
 *   style/screen.css
 * Everything is read and proven before a report is: a fault in any of them
 * is a finding with its place, and all of them are made in one run.
 */
#ifndef INPUT_TEMPLATES_TEMPLATES_IN_H
#define INPUT_TEMPLATES_TEMPLATES_IN_H

#include "core/finding/finding.h"
#include "core/model/template.h"

/*
 * Reads every template below FOLDER, and the kinds, wordings and house styles
 * there. A FOLDER without a style sheet has that of SHIPPED, the program's own,
 * which may be NULL. ARENA is the run's. ST_DATA when findings stop it,
 * ST_NOINPUT when the folder cannot be read.
 */
MUST_CHECK enum status templates_in(struct arena *arena, const char *folder,
                                    const char *shipped,
                                    const struct generator_names *generators,
                                    struct findings *findings,
                                    struct templates *templates);

#endif
