/*
 * generating.h - a report and its template made in memory, and the tree that
 * generate_report() makes of them.
 *
 * Prose is written as XML, as in report.xml; data as in table.h. Series are
 * "section" ("1."), "paragraph" ("1.1"), "item" ("a)"), "appendix"
 * ("Appendix 1") and "note" ("1"). Failures end the test.
 */
#ifndef TESTS_SUPPORT_GENERATING_H
#define TESTS_SUPPORT_GENERATING_H

#include "generators/generate.h"
#include "tests/support/table.h"

enum { /* indexes of the series */
       TEST_SECTION,
       TEST_PARAGRAPH,
       TEST_ITEM,
       TEST_APPENDIX,
       TEST_NOTE,
       TEST_SERIES_MAX,
};

struct generating {
    struct test_report t; /* its arena holds everything */
    struct label_series series[TEST_SERIES_MAX];
    struct house house;
    struct template_field fields[TEST_THINGS_MAX];
    struct template_section sections[TEST_THINGS_MAX];
    struct template_block blocks[TEST_THINGS_MAX];
    struct generator_call calls[TEST_THINGS_MAX];
    struct generator_argument arguments[TEST_THINGS_MAX];
    size_t nblocks;
    size_t narguments;
    struct report_section given[TEST_THINGS_MAX];
    struct recommendation recommendations[TEST_THINGS_MAX];
    struct paper appendices[TEST_THINGS_MAX];
    struct paper papers[TEST_THINGS_MAX];
    struct person people[TEST_THINGS_MAX];
    struct doc doc;
};

/* A template with nothing but a title, which is "Title". */
void generating_init(struct generating *g);
void generating_free(struct generating *g);

const struct doc_node *generating_prose(struct generating *g, const char *xml);

/* A field of the template, and what the report says in it (NULL: nothing). */
struct template_field *generating_field(struct generating *g, const char *id,
                                        const char *label, const char *text);

/* A section of the template with headings and paragraphs numbered; XML is the
   report's prose in it, or NULL. */
struct template_section *generating_section(struct generating *g,
                                            const char *id, const char *xml);

/* A section whose only piece is a generator, with one argument or NULL. */
struct template_section *generating_call(struct generating *g, const char *with,
                                         const char *data, const char *name,
                                         const char *value);

/* One argument more for that generator. */
void generating_argument(struct generating *g, const char *name,
                         const char *value);

struct recommendation *generating_recommendation(struct generating *g,
                                                 const char *id,
                                                 const char *xml);

/* Computes the figures and makes the tree; no finding is expected. The tree
   is proven, and its dump is kept for generating_has(). */
void generating_make(struct generating *g, enum audience audience);

/* The same, where the one finding has CODE and its text PART. */
void generating_refuse(struct generating *g, const char *code,
                       const char *part);

/* The dump of the tree has WANT. */
void generating_has(struct generating *g, const char *want);
void generating_has_no(struct generating *g, const char *unwanted);

#endif
