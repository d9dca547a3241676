/*
 * rule_results.h - what became of the rules that a report, or its template,
 * names.
 *
 * Asked in two steps: fields and figures as soon as they are known, so that
 * what rules name counts as used; sections and sentences once there is a tree.
 * What cannot be computed, since a field says nothing or a calendar ends, is
 * open: it never passes.
 *
 * Ownership: the arena of the report. Failure: sticks in the arena.
 */
#ifndef FIGURES_RULE_RESULTS_H
#define FIGURES_RULE_RESULTS_H

#include "core/doc/doc.h"
#include "core/finding/finding.h"
#include "core/model/rules.h"
#include "figures/data_figures.h"

enum rule_outcome {
    RULE_NOT_ASKED, /* its condition is not true */
    RULE_PASSED,
    RULE_WARNED,
    RULE_FAILED,
    RULE_OPEN, /* it cannot be computed */
    RULE_OUTCOMES,
};

struct rule_result {
    const struct rule *rule;
    enum rule_outcome outcome;
    bool waiting;     /* for the tree */
    bool unread;      /* it is open since something is wrong, ... */
    bool faulty;      /* with the rule itself: there is a finding */
    struct str found; /* a sentence; may be empty */
    struct str hint;  /* what helps where it is open; may be empty */
    struct str lacks; /* the header field that is not given, where that is the
                         matter; or empty */
    struct place at;  /* in the report, or of the rule */
};

struct rule_results {
    const struct rules *rules; /* NULL: none are named, and the next is 0 */
    struct rule_result *results;
    size_t count;
};

/* Of a rule that could be computed: whether what it asks for is DONE. */
static inline enum rule_outcome rule_outcome(const struct rule *rule, bool done)
{
    return done                        ? RULE_PASSED
           : rule->level == RULE_WARNS ? RULE_WARNED
                                       : RULE_FAILED;
}

/* What is wrong with the rules themselves is a finding. AUDIENCE is whom what
   is found will be shown to. */
struct rule_results rules_ask(struct figures *f, enum audience audience,
                              struct findings *findings);

/* D is the tree that will be printed; NULL: there is none. Then all that is not
   passed is a finding. */
void rules_settle(struct rule_results *r, const struct figures *f,
                  const struct doc *d, struct findings *findings);

#endif
