/*
 * choice.h - the words of an enum, as files have them, and what each means.
 *
 * A table is written once, as CHOICE(constant, "word", "what it means") for
 * each; it makes the enum, the words that a file may say, and the manual's
 * list of them.
 */
#ifndef CORE_BASE_CHOICE_H
#define CORE_BASE_CHOICE_H

#include "core/base/str.h"

struct choice {
    const char *name; /* NULL ends a table */
    int value;
    const char *sentence;
    const char *needs; /* attributes without which it says nothing, with
                          spaces between; or NULL */
};

/* For tables of CHOICE(constant, name, sentence). */
#define CHOICE_CONSTANT(constant, name, sentence) constant,
#define CHOICE_ROW(constant, name, sentence) {name, constant, sentence, NULL},
#define CHOICE_END                                                             \
    {                                                                          \
        NULL, 0, NULL, NULL                                                    \
    }

/* The choice called NAME, or with VALUE; NULL when there is none. */
const struct choice *choice_find(const struct choice *choices, struct str name);
const struct choice *choice_with(const struct choice *choices, int value);

/* The value of NAME, or OTHERWISE. */
int choice_of(const struct choice *choices, struct str name, int otherwise);

/* The name of VALUE; "" when it has none. */
const char *choice_name(const struct choice *choices, int value);

#endif
