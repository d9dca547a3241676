/*
 * interpose.h - what the two halves of the interposer share.
 */
#ifndef TESTS_FAULTS_INTERPOSE_H
#define TESTS_FAULTS_INTERPOSE_H

#include <stdbool.h>

/* Whether calls of this name count. */
bool interpose_counts(const char *name);

/* Counts one. True, with errno set to ERROR, when it is to fail. */
bool interpose_fails(const char *name, int error);

/* The function NAME of the libraries behind us into the pointer at REAL. */
void interpose_find(const char *name, void *real);

/* All those of interpose_calls.c. */
void interpose_find_calls(void);

#endif
