/*
 * picture_check.h - whether a picture can be drawn or shown. For doc_check().
 */
#ifndef CORE_DOC_PICTURE_CHECK_H
#define CORE_DOC_PICTURE_CHECK_H

#include "core/model/picture.h"

/* *TEXT is set to the text that is too long. */
enum picture_fault picture_check(const struct picture *picture,
                                 struct str *text);

#endif
