/*
 * chart_data.h - what <chart draw="..."> draws: categories and parts from typed
 * columns of any kind. For generators/ alone.
 *
 * Ownership and failure: as for doc.h; what cannot be drawn is a finding, and
 * then there is no model.
 */
#ifndef GENERATORS_CHART_DATA_H
#define GENERATORS_CHART_DATA_H

#include "core/model/cell_text.h"
#include "core/model/chart_call.h"
#include "core/model/picture.h"
#include "generators/generator.h"

/* A figure, where it stands, and how large it is in units of 10^-scale. */
struct chart_value {
    int64_t value;
    const struct cell *cell; /* NULL: it is a sum of others, or there is none */
    size_t row, column;
    bool missing;
    bool unknown; /* it is to come; of a sum: one of its terms, at `row` */
};

struct missing; /* chart_missing.c */

struct chart_data {
    const struct generator_in *in;
    struct doc *d;
    const struct chart_call *call;
    const struct table *table;
    size_t x;     /* column; ncolumns: none */
    size_t under; /* of a word under each category; or ncolumns */
    size_t parts; /* of their names, where rows are parts; or ncolumns */
    size_t *y;    /* columns of figures; that of a target last */
    size_t ny;
    size_t ntargets;
    enum value_type type; /* of all figures */
    uint8_t scale;
    struct cell_form form; /* of labels */
    struct str *categories;
    uint32_t ncategories;
    struct str *series;
    uint32_t nseries;
    struct chart_value *values; /* ncategories x nseries */
    uint32_t rest_category; /* 1 + the one that stands for the rest; 0: none */
    uint32_t rest_series;
    struct missing *left_out; /* of the rest; or NULL */
    size_t nfigures;          /* that it was made of, with the rest */
    uint8_t brief;            /* how much its alternative text leaves out */
    bool low;                 /* a figure rounds to nought */
    struct str ends; /* of an axis that does not begin at zero; or empty */
    bool gap;        /* a figure is missing, and its cell says nothing */
};

static inline struct chart_value *
chart_value_at(const struct chart_data *c, uint32_t category, uint32_t series)
{
    return &c->values[(size_t)category * c->nseries + series];
}

/* The columns that are asked for; false: a finding was made. */
bool chart_columns(struct chart_data *c);
/* The column that TEXT names; ncolumns: none, which was said. */
size_t chart_column(const struct chart_data *c, const struct chart_text *text);
/* Rows that are asked for, in *ROWS; false: there are none, or a finding was
   made. */
bool chart_rows(const struct chart_data *c, size_t **rows, size_t *n);
/* Categories, series and their figures, as they are asked for. */
bool chart_values(struct chart_data *c);
/* The rest as one counts the cell of ROW and COLUMN as nothing, where it is to
   be confirmed: a finding, and true. */
bool chart_says_unknown(const struct chart_data *c, size_t row, size_t column);
/* Sorted, as it is asked for. */
void chart_sort(struct chart_data *c);
/* Whether `other`, if it is asked for, can stand for the rest; false: a finding
   was made. */
bool chart_can_rest(const struct chart_data *c);
/* The first or largest, and the rest as one or left out. */
bool chart_rest(struct chart_data *c);

/* What the rest is called, which is COUNT categories, parts or rows. */
struct str chart_rest_name(const struct chart_data *c, size_t count);
/* What would mislead or cannot be told apart. */
bool chart_prove(struct chart_data *c);

/* Whether its categories follow each other, as times do: else nothing leads
   from the first to the last. */
bool chart_is_ordered(const struct chart_data *c);

/* A finding where the rest, drawn as one, is so large that what is named can
   hardly be seen beside it. C has its model already. */
void chart_prove_rest(struct chart_data *c);

/* Whether CATEGORY of a waterfall is no change, but what it begins with or
   comes to. */
bool chart_is_sum(const struct chart_data *c, uint32_t category);
/* What the figures of CATEGORY come to; false: none is there. */
bool chart_sum(const struct chart_data *c, uint32_t category, int64_t *sum);
/* What PART of CATEGORY is called, where it has no figure. */
struct str chart_missing_name(const struct chart_data *c, struct str category,
                              struct str part);
/* The rest, as one, counts what is called NAME as nothing: it is blank. */
void chart_leaves_out(struct chart_data *c, struct str name);
/* All that has no figure, in a sentence; empty: there is none. */
struct str chart_missing(const struct chart_data *c);
/* What the sums that are printed count as nothing because it is blank. */
struct str chart_sums_without(const struct chart_data *c);
/* What of CATEGORY is to come, so that nobody knows what it comes to; or NULL.
 */
const struct chart_value *chart_unknown(const struct chart_data *c,
                                        uint32_t category);
/* The least that labels print, in the units of values. */
int64_t chart_least(const struct chart_data *c);
/* VALUE in print, in the picture's unit; SIGNS: with a plus sign, too. */
struct str chart_print(struct chart_data *c, int64_t value, bool signs);
/* What stands AT a tick of an axis of money, in one form with all that are a
   STEP apart. */
struct str chart_print_tick(struct chart_data *c, int64_t at, int64_t step);
/* The unit that its subtitle says; empty: labels do. */
struct str chart_unit_text(const struct chart_data *c);
/* The same with its unit, for a sentence. */
struct str chart_say(struct chart_data *c, int64_t value);

/* Model of the picture; NULL: a finding was made, or no memory. */
struct picture *chart_model(struct chart_data *c);

/* The axis of M, where labels do not tell its values, and c->ends. */
void chart_axis(struct chart_data *c, struct picture_bars *m);

/* The first of PART that holds; NULL: none does. */
const struct chart_words *chart_words_of(const struct chart_data *c,
                                         const struct doc_node *parent,
                                         enum chart_part part);
/* What W says, expressions expanded; empty where W is NULL. */
struct str chart_expanded(const struct chart_data *c,
                          const struct doc_node *parent,
                          const struct chart_words *w);
/* N texts as one paragraph. */
struct str chart_sentences(const struct chart_data *c, const struct str *texts,
                           size_t n);

/* Title and subtitle of NODE. */
void chart_title(struct chart_data *c, struct doc_node *node);
/* Its alternative text. */
void chart_alternative(struct chart_data *c, struct doc_node *node);
/* The author's own, if there is one. */
bool chart_alternative_given(struct chart_data *c, struct doc_node *node);
/* What stands below it: source, notes, what signs mean. */
void chart_foot(struct chart_data *c, struct doc_node *section);

#endif
