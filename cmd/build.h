/*
 * build.h - the subcommands build and check: a batch of reports, one after
 * the other, each with its messages; the worst status is the batch's.
 */
#ifndef CMD_BUILD_H
#define CMD_BUILD_H

#include "cmd/options.h"

MUST_CHECK enum status build(struct arena *arena,
                             const struct options *options);

/* The subcommand templates. */
MUST_CHECK enum status templates(const struct options *options);

#endif
