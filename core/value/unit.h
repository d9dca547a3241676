/*
 * unit.h - the unit that a table's figures are in: £000, (£m), £'000s.
 *
 * Finance writes it into a heading, a row of its own below the headings or a
 * line above the table. `000`, `k` and `m` are read as decimal_read() reads
 * them; the wording knows the words of its language.
 */
#ifndef CORE_VALUE_UNIT_H
#define CORE_VALUE_UNIT_H

#include "core/value/wording.h"

struct unit {
    bool given;
    uint8_t zeros; /* 3: thousands, 6: millions, 9: billions */
};

/* Whether all of TEXT is a unit: (£), £000, £ million, 000s. A letter alone
   needs a sign of currency: m may be metres. */
bool unit_read(struct str text, const struct wording *wording,
               struct unit *unit);

/* HEADING without the unit at its end or beginning: `Budget (£000)`, `2026/27
   £m`. What is nothing but a unit stays as it is, and gives none. */
struct str unit_cut(struct str heading, const struct wording *wording,
                    struct unit *unit);

/* What is left of a heading without the `in` that stood before its unit:
   `Budget in` is Budget, where `Transfers in` is no name. */
struct str unit_cut_in(struct str heading, const struct wording *wording);

/* A unit that multiplies, anywhere in TEXT: `All figures in £000.` It has a
   sign or word of currency, is 000, or stands behind `in`: `thousands` alone
   may be people. */
bool unit_find(struct str text, const struct wording *wording,
               struct unit *unit);

/* The same, where TEXT says that figures are in it: `All figures in £000`, and
   not `Capital (£000)` or `Capital in £000`, which may name rows. */
bool unit_find_said(struct str text, const struct wording *wording,
                    struct unit *unit);

/* What TEXT says that figures are rounded to: `to the nearest thousand`. They
   are whole sums, then. */
bool unit_find_rounding(struct str text, const struct wording *wording,
                        struct unit *unit);

#endif
