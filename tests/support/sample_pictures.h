/*
 * sample_pictures.h - a picture of each kind, as a generator would fill it.
 */
#ifndef TESTS_SUPPORT_SAMPLE_PICTURES_H
#define TESTS_SUPPORT_SAMPLE_PICTURES_H

#include "core/model/picture.h"

/* Groups, open ends, two intervals in a row, one day, a long label. */
extern const struct picture sample_timeline;
/* Three parts a year, one of them once below zero. */
extern const struct picture sample_bars;
/* Three levels, with roles. */
extern const struct picture sample_structure;
/* From a file: 4 x 2 pixels, 80 pt wide. */
extern const struct picture sample_image;

#endif
