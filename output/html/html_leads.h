/*
 * html_leads.h - tables whose rows are led by what is drawn in them.
 */
#ifndef OUTPUT_HTML_HTML_LEADS_H
#define OUTPUT_HTML_HTML_LEADS_H

#include <stdbool.h>

struct doc_node;

/* Whether each row of TABLE, whose first column names its rows, has one figure
   or time with a drawing of it, and words: these a phone has beside and below
   each other. TABLE has no spans. */
bool html_drawing_leads(const struct doc_node *table);

#endif
