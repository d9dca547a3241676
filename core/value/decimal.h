/*
 * decimal.h - exact numbers: quantities, rates, percentages and money.
 *
 * A decimal is coefficient / 10^scale. Money is a decimal of scale 2 whose
 * coefficient is pence; a column of money keeps int64_t pence. No binary
 * fraction anywhere: figures that are printed are the figures that were
 * compared.
 *
 * Failure: functions that can overflow return false and leave their result
 * as it was.
 */
#ifndef CORE_VALUE_DECIMAL_H
#define CORE_VALUE_DECIMAL_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define DECIMAL_SCALE_MAX 9
#define MONEY_SCALE 2

struct decimal {
    int64_t coefficient;
    uint8_t scale; /* 0 to DECIMAL_SCALE_MAX */
};

MUST_CHECK bool decimal_add(struct decimal a, struct decimal b,
                            struct decimal *sum);
MUST_CHECK bool decimal_subtract(struct decimal a, struct decimal b,
                                 struct decimal *difference);
/* Exact: false when the product needs more than DECIMAL_SCALE_MAX places. */
MUST_CHECK bool decimal_multiply(struct decimal a, struct decimal b,
                                 struct decimal *product);
/* a / b, rounded half away from zero at SCALE; false when b is zero. */
MUST_CHECK bool decimal_divide(struct decimal a, struct decimal b,
                               uint8_t scale, struct decimal *quotient);
int decimal_compare(struct decimal a, struct decimal b);
/* Rounded half away from zero: the rule for every printed figure. */
MUST_CHECK bool decimal_round(struct decimal a, uint8_t scale,
                              struct decimal *rounded);
struct decimal decimal_pence(int64_t pence);
int64_t decimal_power_of_ten(unsigned n); /* N is at most 18 */
/* A without its sign; of the least of all coefficients the greatest. */
struct decimal decimal_unsigned(struct decimal a);

/* What a spreadsheet's text for a figure was found to be. */
enum number_form {
    NUMBER_OK,
    NUMBER_NONE,           /* some other text */
    NUMBER_BROKEN_FORMULA, /* #REF!, #N/A, #DIV/0! ...: a broken formula */
    NUMBER_SCIENTIFIC,     /* 1.2E+05: digits were lost */
    NUMBER_TOO_WIDE,       /* #####: its column was too narrow */
    NUMBER_GROUPING,       /* 1,23,456 or 12,34: a misplaced comma */
    NUMBER_SPACES,         /* 1 23: a space that divides no thousands */
    NUMBER_SUFFIX,         /* 12 m, 3 CR where no money is expected */
    NUMBER_NOISE,          /* 63.230000000000004: more than was ever typed */
    NUMBER_TOO_LARGE,      /* more digits than can be kept exactly */
    NUMBER_TOO_PRECISE,    /* money with a fraction of a penny */
};

/*
 * Reads a figure as people write it: 1,234.56  1 234.56  1234.5  (1,234)
 * -1,234  1,234-  U+2212 1,234; as money also 75k  1.2m  1,234 CR  £1,234
 * -£1,234 (£1,234), bn and DR. SYMBOL is the currency sign of money, which may
 * stand before the digits or be left out; empty for plain numbers. A trailing
 * % is left to decimal_read_percent().
 * The scale read is that of the text, so that 0 and 0.00 print as they came;
 * money has at most MONEY_SCALE. *value is set on NUMBER_OK only.
 */
enum number_form decimal_read(struct str text, struct str symbol,
                              struct decimal *value);
/* 1234, -1234.56 and 1,234.56, which most figures are: digits, with no more of
   them than 64 bits surely hold, and SCALE_MAX behind the point. False: it is
   another figure, or none; *VALUE is as it was. */
bool decimal_read_plain(struct str text, uint8_t scale_max,
                        struct decimal *value);
/* The same of money in a unit: 572 in a column of £000 has three ZEROS, and is
   572,000; 1.2m says its own. */
enum number_form decimal_read_money(struct str text, struct str symbol,
                                    uint8_t zeros, struct decimal *value);
/*
 * The same, but what spreadsheets make of a number is let go: it is rounded to
 * 15 significant digits, which all that was typed has, and money then half away
 * from zero to the penny; -3.46945E-18 is nought. Digits that 1.2E+05 lost do
 * not come back: NUMBER_SCIENTIFIC. Without a SYMBOL a % may follow.
 */
enum number_form decimal_read_rounded(struct str text, struct str symbol,
                                      uint8_t zeros, struct decimal *value);
/* 31.18%, or 31.18 where the column says it is a percentage. */
enum number_form decimal_read_percent(struct str text, struct decimal *value);

#endif
