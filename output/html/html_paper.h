/*
 * html_paper.h - the same report on pages, in a file beside the web page.
 *
 * Ownership: whoever fills it in; the page is written from it.
 */
#ifndef OUTPUT_HTML_HTML_PAPER_H
#define OUTPUT_HTML_HTML_PAPER_H

#include "core/base/str.h"

/* Without words: there is no such file. */
struct html_paper {
    struct str address; /* as a link has it */
    struct str words;   /* of the link */
};

#endif
