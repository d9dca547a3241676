/*
 * preview_settings.h - what a preview is told by who starts it. Ownership: all
 * of it is the caller's.
 */
#ifndef PREVIEW_PREVIEW_SETTINGS_H
#define PREVIEW_PREVIEW_SETTINGS_H

#include "batch/settings.h"

struct preview_settings {
    struct batch_settings batch; /* no folder, no dump: all formats */
    const char *const *paths;
    size_t npaths;
    unsigned port; /* 0: any that is free */
    bool open;     /* start the browser of the desktop */
};

#endif
