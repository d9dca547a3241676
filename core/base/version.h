/*
 * version.h - the version of the program: in --version, in each report's
 * record, and in what a report's outputs are a function of.
 */
#ifndef CORE_BASE_VERSION_H
#define CORE_BASE_VERSION_H

#define COUNCILPRESS_VERSION "0.2.0"

#endif
