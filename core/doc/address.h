/*
 * address.h - where a link of a published report may lead.
 */
#ifndef CORE_DOC_ADDRESS_H
#define CORE_DOC_ADDRESS_H

#include "core/base/str.h"

#include <stdbool.h>

/* Whether a reader can be sent there: https, http, mailto or tel, whole, and
   without spaces. Without a scheme it would lead to wherever the report happens
   to lie. */
bool address_leads(struct str address);

/* Whether it is no link at all, but where something can be had: "Civic Centre,
   room 5". What begins as a link does (a scheme, a drive, a share), or has
   control characters, is none. */
bool address_is_words(struct str address);

#endif
