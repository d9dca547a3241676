/*
 * survey_parts.h - what the files share that look at a file of data
 * (survey.h).
 */
#ifndef INPUT_SURVEY_SURVEY_PARTS_H
#define INPUT_SURVEY_SURVEY_PARTS_H

#include "core/finding/finding.h"
#include "input/survey/survey.h"
#include "input/table/table_in.h"

#define SURVEY_HEAD 20      /* records that are looked at for headings */
#define SURVEY_FITS_LEAST 2 /* headings of a kind, to be that kind of table */
#define SURVEY_TIES 4       /* kinds that know as many headings as each other */

struct survey_head {
    struct arena *arena;
    struct record records[SURVEY_HEAD];
    size_t count;
};

static inline struct str record_field(const struct record *record, size_t i)
{
    return record != NULL && i < record->nfilled ? record->fields[i]
                                                 : (struct str){NULL, 0};
}

/* A table, and how its records are opened: twice. */
struct survey_look {
    struct arena *arena;
    struct findings *findings;
    const struct survey_request *request;
    struct survey_table *table;
    uint32_t heading_line; /* that is known; 0: it is looked for */
    bool rounds;
    char delimiter; /* of CSV; else 0 */
    enum status (*open)(const struct survey_look *look,
                        const struct table_options *options,
                        struct findings *findings,
                        const struct record_user *user);
    void *form;
};

/* survey_table.c */
/* One more of SURVEY, with a name of its own; NULL: want of memory. */
struct survey_table *survey_add_table(struct arena *arena,
                                      struct survey *survey);

MUST_CHECK enum status survey_look(struct survey_look *look);
/* Keeps the first records of READER, their fields as they were meant, as a
   build reads headings (input/text/mangled.h). */
MUST_CHECK enum status survey_read_head(struct row_reader *reader,
                                        struct survey_head *head);

/* survey_book.c */
MUST_CHECK enum status survey_book(struct arena *arena,
                                   const struct survey_request *request,
                                   struct findings *findings,
                                   struct survey *survey);

/* survey_column.c: one more cell; what most of them are. MONEY: the table has
   a unit of money. */
void survey_see(struct survey_column *c, const struct wording *wording,
                struct str text, struct place at);
void survey_settle(struct survey_column *c, bool money);

/* survey_kind.c: the kinds that know most headings of a record of HEAD: how
   many, into BEST. */
size_t survey_best_kinds(const struct survey_request *request,
                         const struct survey_head *head,
                         struct survey_fit best[SURVEY_TIES]);
/* The headings that record N of HEAD would be for KIND, or for one that nobody
   knows yet (NULL); *TWO: with the record below it. */
struct record survey_headings(const struct survey_request *request,
                              const struct kind *kind,
                              const struct survey_head *head, size_t n,
                              bool *two);
/* Whether so many headings make it that kind of table. */
bool survey_fits(const struct survey_fit *fit);
/* The record that looks like headings though no kind knows it. */
size_t survey_guess_headings(const struct survey_head *head,
                             const struct wording *wording);
/* A kind whose columns are those that were seen; or NULL. */
const struct kind *survey_make_kind(struct arena *arena,
                                    const struct survey_request *request,
                                    const struct survey_table *table);

/* survey_near.c: what the kind of `fit` requires and no heading is, into
   `missing`. */
void survey_find_missing(struct arena *arena,
                         const struct survey_request *request,
                         const struct record *headings,
                         struct survey_table *table);
/* And which heading each of them may have here, into `maps`: whether there is
   one for each. */
bool survey_map_missing(struct arena *arena,
                        const struct survey_request *request,
                        struct survey_table *table);

/* survey_kind_rows.c: KIND, which was made of the headings of TABLE, and what
   the rows of TABLE tell: which column names them, and their groups, which are
   totals, and what those sum. */
const struct kind *survey_learn_rows(struct arena *arena,
                                     const struct table *table,
                                     const struct kind *kind);

#endif
