/*
 * xmldata_in.h - records of XML as a table: elements of a file, or the rows
 * that report.xml holds itself.
 *
 * A record is an element. Its fields are its attributes and the elements in it,
 * by their names; a <cell column="2026/27"> in it is a field by what `column`
 * says; its own text is one by its own name. What lies deeper is a field by the
 * way to it (cost/budget, amount/@currency). From the parents of a record comes
 * what a <column from="../@name"> asks for. The names are the headings, so that
 * columns are found as in any other form of data; a field that a record has
 * twice is a heading that stands twice.
 *
 * White space in a text is one space, as in all XML. A line end is one where it
 * is written &#10;, and where lines were typed into a text: one of them begins
 * where the line of the file does, and not behind the indentation of the file.
 *
 * Ownership and failure: as csv_in(). Places are line and column.
 */
#ifndef INPUT_XMLDATA_XMLDATA_IN_H
#define INPUT_XMLDATA_XMLDATA_IN_H

#include "core/base/list.h"
#include "input/table/table_in.h"
#include "input/xml/xml_node.h"

/*
 * The records of the file SOURCE. PATH are the names of the elements that lead
 * to them, below the root or from it (plan/step; /plans/plan/step only from
 * it); empty, they are what the root holds.
 */
MUST_CHECK enum status
xmldata_in(struct arena *arena, const struct source *source, struct str path,
           struct place path_at, const struct table_options *options,
           struct findings *findings, const struct table **table);

/* The same, but what reads the records is USER, and not table_in(). */
MUST_CHECK enum status
xmldata_use(struct arena *arena, const struct source *source, struct str path,
            struct place path_at, const struct table_options *options,
            struct findings *findings, const struct record_user *user);

/* Adds the ways to elements that stand more than once beside each other, struct
   str, to WAYS: what a path may be. At most a dozen. */
MUST_CHECK enum status xmldata_ways(struct arena *arena,
                                    const struct source *source,
                                    struct findings *findings,
                                    struct list *ways);

/* The COUNT elements ROWS, one at least, which others have read. */
MUST_CHECK enum status
xmldata_rows(struct arena *arena, const struct xml_node *const *rows,
             size_t count, const struct table_options *options,
             struct findings *findings, const struct table **table);

#endif
