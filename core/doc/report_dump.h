/*
 * report_dump.h - what was read, one thing a line: --dump=report.
 */
#ifndef CORE_DOC_REPORT_DUMP_H
#define CORE_DOC_REPORT_DUMP_H

#include "core/base/buf.h"
#include "core/model/report.h"

void report_dump(const struct report *r, struct buf *out);

#endif
