/*
 * csv_sniff.h - what parts the fields of a CSV file.
 */
#ifndef INPUT_CSV_CSV_SNIFF_H
#define INPUT_CSV_CSV_SNIFF_H

#include "input/table/table_in.h"

/* Length of the first physical line of S, its end (LF, CR or CR LF)
   included. */
size_t csv_line_length(struct str s);

/* The line `sep=;`, its end included, with which Excel is told the delimiter;
   0 when TEXT does not begin with one, or it names what is none of those that
   csv_delimiter() knows. *DELIMITER is what it says. */
size_t csv_sep_line(struct str text, char *delimiter);

/*
 * Comma, semicolon, tab, vertical bar, tilde or caret: that which parts some
 * record nearby into most headings that OPTIONS know, or else the first record
 * into most fields; a colon, where it parts headings that are known. A sep=
 * line and OPTIONS' own come first. A space: spaces part them, which are in
 * words as well, and no reader takes it.
 */
char csv_delimiter(struct str text, const struct table_options *options);

#endif
