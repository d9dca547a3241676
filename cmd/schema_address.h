/*
 * schema_address.h - where an editor finds the schema of report.xml.
 */
#ifndef CMD_SCHEMA_ADDRESS_H
#define CMD_SCHEMA_ADDRESS_H

#include "core/base/arena.h"

/* A file: address, in the arena; NULL where the schemas are not installed. */
const char *schema_address(struct arena *arena);

#endif
