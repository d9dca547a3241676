/*
 * override.h - what a command line says in place of a report.
 */
#ifndef INPUT_REPORT_OVERRIDE_H
#define INPUT_REPORT_OVERRIDE_H

#include "core/base/str.h"

/*
 * --set NAME=VALUE: a header field, a value, or a data attribute
 * (budget.as-at). What is called AS_OF_NAME is a date that every report has.
 */
struct override {
    const char *option; /* that gave it: --set, --as-of */
    struct str name;
    struct str value;
};

#endif
