/*
 * sample_asked.h - which rows of a sample a template names, and what its views
 * ask of them. For the files of samples only.
 */
#ifndef CMD_SAMPLE_ASKED_H
#define CMD_SAMPLE_ASKED_H

#include "cmd/sample_figures.h"
#include "cmd/sample_names.h"

/* Gives names to entries and groups of S, which has no rows yet, and wishes to
   entries: one for each view, or each of its rows that is named. */
void sample_ask(struct sample *s, const struct sample_names *names);

/* A line of S that is named by another of its words has that: NAMES is of
   struct sample_name. */
void sample_word_lines(struct sample *s, const struct list *names);

/* What entry, or group, NUMBER is called in COLUMN; empty: nothing of its own.
 */
struct str sample_called(const struct sample *s,
                         const struct kind_column *column, int number);

/* What is asked of COLUMN in entry NUMBER, or NULL. */
const struct sample_wish *sample_wish(const struct sample *s, int number,
                                      const struct kind_column *column);

#endif
