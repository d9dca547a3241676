/*
 * report_root.h - which template a report names, before the rest is read.
 *
 * A run opens what its reports need before it lets go of the right to: fonts
 * lie anywhere. Whatever hinders reading the name is found, and said, when the
 * report itself is read.
 */
#ifndef INPUT_REPORT_REPORT_ROOT_H
#define INPUT_REPORT_REPORT_ROOT_H

#include "core/base/arena.h"

/* The template that FOLDER/report.xml names, in the arena; empty when that is
   not known. */
struct str report_root_template(struct arena *arena, const char *folder);

#endif
