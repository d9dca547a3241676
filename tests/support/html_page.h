/*
 * html_page.h - a small tree and the page that the HTML writer makes of it.
 *
 * What goes wrong fails the test.
 */
#ifndef TESTS_SUPPORT_HTML_PAGE_H
#define TESTS_SUPPORT_HTML_PAGE_H

#include "core/doc/doc.h"
#include "output/font/font.h"
#include "output/html/html_paper.h"

struct html_page {
    struct arena arena;
    struct font_set fonts;
    struct shaper *shaper; /* measures the texts of pictures */
    struct doc doc;
    struct html_paper paper;
    struct buf html;
};

/* A tree with the metadata of the sample report; returns its root. */
struct doc_node *html_page_begin(struct html_page *p);
void html_page_end(struct html_page *p);

/* A node, around TEXT unless that is NULL. */
struct doc_node *html_page_add(struct html_page *p, struct doc_node *parent,
                               enum doc_kind kind, const char *text);

/* Writes it, with a NUL at its end. */
void html_page_write(struct html_page *p);

/* Writes it, compares what stands between the skip link and the end of the
   body, and ends the page. */
void html_page_body(struct html_page *p, const char *want);
/* The same for a tree whose blocks all stand in main. */
void html_page_main(struct html_page *p, const char *want);

#endif
