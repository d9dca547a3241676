/*
 * inspect_print.h - what a file of data was found to hold, for a person and for
 * a program.
 *
 * Failure: sticks in the buffer. Text for a person is to be shown as
 * console_visible() does.
 */
#ifndef CMD_INSPECT_PRINT_H
#define CMD_INSPECT_PRINT_H

#include "core/finding/finding.h"
#include "input/survey/survey.h"

void inspect_print(struct buf *out, const struct survey *survey);

/* One line of JSON. */
void inspect_json(struct buf *out, const char *path,
                  const struct survey *survey, const struct findings *findings);

/* As files and messages call it: B in a CSV file, or nothing. */
struct str inspect_field(const struct survey_column *column, char name[8]);
/* Whether its cells may be other than those that most of the column are. */
bool inspect_is_odd(const struct survey_column *column,
                    enum survey_class class);

#endif
