/*
 * templates.h - the subcommand templates: the report formats there are, or what
 * one of them asks for.
 */
#ifndef CMD_TEMPLATES_H
#define CMD_TEMPLATES_H

#include "cmd/options.h"

MUST_CHECK enum status templates(struct options *options);

#endif
