/*
 * check_comparison.h - what cells give together, and what another says it is.
 * For figures/ only: the rules stand in checks.h.
 */
#ifndef FIGURES_CHECK_COMPARISON_H
#define FIGURES_CHECK_COMPARISON_H

#include "figures/check_parts.h"

/* Adds a cell, or takes it off when SIGN is negative. */
void sum_add(const struct checks *c, struct sum *s, size_t row, size_t column,
             int sign);
/* SIGN of a term, or 1 where EITHER will do and the cell has a minus of its
   own: what is printed as a credit is added. */
int sum_sign(const struct checks *c, size_t row, size_t column, int sign,
             bool either);
/* The sign with which a row of ROLE counts where deductions are taken away. */
static inline int sum_sign_of(uint8_t role)
{
    return role == ROW_DEDUCTION ? -1 : 1;
}
void sum_add_sum(struct sum *s, const struct sum *other, int sign);

/* Counts the cell as checked: once, whatever else it may be compared with when
   it does not agree. */
void comparison_count(struct checks *c, const struct comparison *comparison);

/* Whether there is nothing to say about the cell, which S should give. False
   calls for comparison_fault(). */
bool comparison_holds(struct checks *c, const struct comparison *comparison,
                      const struct sum *s);

/* What a cell says of what others give, as they are printed: no finding. */
enum agreement { AGREEMENT_UNKNOWN, AGREEMENT_FAILS, AGREEMENT_HOLDS };

enum agreement comparison_agreement(const struct checks *c,
                                    const struct comparison *comparison,
                                    const struct sum *s);

/*
 * Whether the cell, which is not EXPECTED, was made from figures among which a
 * fault was named: then it is noted there.
 */
bool comparison_follows(struct checks *c, const struct comparison *comparison,
                        const struct sum *made_from,
                        const struct sum *expected);

/* `WHAT (cell E14) is £384,740, BASIS £384,744`. */
void comparison_fault(struct checks *c, const struct comparison *comparison,
                      const struct sum *s, struct str what, struct str basis);

/* Whether a fault of the cell was named, or of what it rests on. */
bool comparison_is_faulty(const struct checks *c, size_t row, size_t column);

/* Keeps what the generators print beside the data. */
void computed_add(struct checks *c, const struct comparison *comparison,
                  struct decimal value,
                  const struct acknowledgement *acknowledged);

/* Makes the finding COMPARISON->code at the cell, acknowledged where the
   report owns up to it. */
struct finding *comparison_finding(struct checks *c,
                                   const struct comparison *comparison,
                                   struct decimal value, const char *fmt, ...)
    PRINTF_LIKE(4, 5);

/* Whether a column holds figures that can be summed. */
bool column_is_numeric(const struct table *t, size_t column);

#endif
