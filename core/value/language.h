/*
 * language.h - what is wrong with a language tag that has the right form.
 *
 * After BCP 47 (RFC 5646) and the codes of ISO 639-1: a tag such as `we` or
 * `en-UK` is well formed, and a screen reader that meets it speaks in a voice
 * of another language, or in none.
 */
#ifndef CORE_VALUE_LANGUAGE_H
#define CORE_VALUE_LANGUAGE_H

#include "core/base/str.h"

#include <stdbool.h>

enum language_fault {
    LANGUAGE_SOUND,
    LANGUAGE_UNKNOWN, /* two letters that are no language's */
    LANGUAGE_NONE,    /* three that say that none is meant: und, zxx */
    LANGUAGE_COUNTRY, /* UK, which is no code of a country: GB is */
};

/* A language of three letters is believed: there are thousands. */
enum language_fault language_check(struct str tag);

/* Whether both are the same language, whatever their countries. */
bool language_same(struct str a, struct str b);

#endif
