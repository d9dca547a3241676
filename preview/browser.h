/*
 * browser.h - the desktop's browser, started with an address that works once.
 */
#ifndef PREVIEW_BROWSER_H
#define PREVIEW_BROWSER_H

#include <stdbool.h>

/* False: there is no desktop here, or it cannot be asked. */
bool browser_open(unsigned port, const char *nonce);

#endif
