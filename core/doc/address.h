/*
 * address.h - where a link of a published report may lead.
 */
#ifndef CORE_DOC_ADDRESS_H
#define CORE_DOC_ADDRESS_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether TEXT is the e-mail address of one person or office, and nothing else:
   ann.green@example.gov.uk. */
bool address_is_email(struct str text);

/* Whether a reader can be sent there: https, http, mailto or tel, whole, and
   without spaces. Without a scheme it would lead to wherever the report happens
   to lie. */
bool address_leads(struct str address);

/* The part of an https or http address between its scheme and its path: a
   server, with whatever else was written there. Of others it is all. */
struct str address_authority(struct str address);

/* Why no server can be called so, in words for a finding; NULL: one can.
   AUTHORITY is without a user's name, with or without a port. Letters beyond
   ASCII may be any. */
const char *address_server_fault(struct str authority);

/* The first character of ADDRESS that nobody sees, such as a soft hyphen that
   was copied along; 0: there is none. */
uint32_t address_unseen(struct str address);

/* Whether ADDRESS is that of a file in the folder of the document, or below it:
   "2026-11/leisure.pdf". */
bool address_is_beside(struct str address);

/* Whether ADDRESS is no link but words that say where something can be found,
   such as "Civic Centre, room 5". False where it begins as a link does (with a
   scheme, a drive or a share), or has control characters. */
bool address_is_words(struct str address);

#endif
