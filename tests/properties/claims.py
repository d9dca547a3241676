"""Tables that claim more than sums: ratios, shares, colours, quotients, balances
from year to year and from file to file, days and their order.

A maker gives a right table; what it makes of a random number is the same each
time. `wrong` breaks one claim, and says which: that must be found.
"""

import datetime

AS_AT = datetime.date(2026, 9, 30)
FIRST_YEAR = 2026


class Sheet:
    """Headings and rows of texts, of one data element."""

    def __init__(self, kind, headings, rows, attributes="", before=None):
        self.kind = kind
        self.headings = headings
        self.rows = rows
        self.attributes = attributes
        self.before = before  # the CSV of last period, or None
        self.claims = []      # (what is broken, row, column, text that breaks it)

    def claim(self, what, row, column, text):
        self.claims.append((what, row, self.headings.index(column), text))

    def wrong(self, numbers):
        what, row, column, text = numbers.choice(self.claims)
        self.rows[row][column] = text
        return f"{what}: row {row + 2}, {self.headings[column]}"

    def csv(self):
        return csv_of(self.headings, self.rows)


def csv_of(headings, rows):
    return "".join(",".join('"%s"' % c for c in row) + "\n" for row in [headings, *rows])


def half_up(numerator, denominator):
    """A quotient to a whole number, half away from nought; none is negative."""
    return (2 * numerator + denominator) // (2 * denominator)


def tenths(value):
    return f"{value // 10}.{value % 10}%"


def pounds(pence):
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02}"


def day(date):
    return f"{date.day} {date:%B %Y}"


def savings(numbers):
    """A percentage of the target, and the colour that its limits give."""
    sheet = Sheet("savings-tracker", ["Ref", "Saving", "Target", "Forecast outturn",
                                      "Shortfall", "% of target", "RAG"], [])
    target_sum = forecast_sum = 0
    for n in range(numbers.randint(2, 9)):
        target = numbers.randint(100, 90000)
        forecast = numbers.randint(0, target * 5 // 4)
        share = half_up(forecast * 1000, target)
        colour = ("Green" if forecast * 100 >= target * 95 else
                  "Amber" if forecast * 100 >= target * 75 else "Red")
        sheet.rows.append([f"S{n}", f"Saving {n}", str(target), str(forecast),
                           str(target - forecast), tenths(share), colour])
        sheet.claim("ratio", n, "% of target", tenths(share + numbers.choice([2, 9, 100])))
        sheet.claim("colour", n, "RAG",
                    numbers.choice([c for c in ("Green", "Amber", "Red") if c != colour]))
        target_sum += target
        forecast_sum += forecast
    sheet.rows.append(["", "Total", str(target_sum), str(forecast_sum),
                       str(target_sum - forecast_sum),
                       tenths(half_up(forecast_sum * 1000, target_sum)), ""])
    return sheet


def consultation(numbers):
    """Shares of those who answered."""
    sheet = Sheet("consultation", ["Question", "Answer", "Responses", "Share", "Base"], [])
    for q in range(numbers.randint(1, 4)):
        counts = [numbers.randint(5, 400) for _ in range(numbers.randint(2, 5))]
        for a, count in enumerate(counts):
            row = len(sheet.rows)
            share = half_up(count * 1000, sum(counts))
            sheet.rows.append([f"Question {q}", f"Answer {q}{a}", str(count),
                               tenths(share), str(sum(counts))])
            sheet.claim("ratio", row, "Share", tenths(share + numbers.choice([2, 30])))
            sheet.claim("bound", row, "Responses", str(sum(counts) + 1))
    return sheet


def precepts(numbers):
    """A charge that is a precept divided by a base, to the penny."""
    sheet = Sheet("precept-tax-base", ["Area", "Tax base last year", "Tax base",
                                       "Precept last year", "Precept", "Band D last year",
                                       "Band D", "Increase", "Increase %"], [])
    for n in range(numbers.randint(2, 8)):
        bases = [numbers.randint(10000, 900000) for _ in range(2)]  # hundredths
        precepts_ = [numbers.randint(1000, 90000) * 100 for _ in range(2)]
        charges = [half_up(p * 100, b) for p, b in zip(precepts_, bases)]
        if charges[1] < charges[0]:
            bases.reverse()
            precepts_.reverse()
            charges.reverse()
        rise = half_up((charges[1] - charges[0]) * 1000, charges[0])
        sheet.rows.append([f"Parish {n}", *map(pounds, bases), *map(pounds, precepts_),
                           *map(pounds, charges), pounds(charges[1] - charges[0]),
                           tenths(rise)])
        sheet.claim("quotient", n, "Band D", pounds(charges[1] + numbers.choice([-2, 2, 900])))
        sheet.claim("ratio", n, "Increase %", tenths(rise + numbers.choice([2, 50])))
    return sheet


def plan(numbers):
    """Each year opens with what the year before left."""
    count = numbers.randint(2, 5)
    years = [f"{y}/{(y + 1) % 100:02}" for y in range(FIRST_YEAR, FIRST_YEAR + count)]
    opening, use, closing = [], [], []
    balance = numbers.randint(50000, 90000)
    for _ in years:
        opening.append(balance)
        use.append(-numbers.randint(1, 9000))
        balance += use[-1]
        closing.append(balance)
    rows = [["General Fund balance 1 April", *map(str, opening)],
            ["Use in year", *map(str, use)],
            ["General Fund balance 31 March", *map(str, closing)]]
    sheet = Sheet("medium-term-plan", ["Line", *years], rows)
    for n, year in enumerate(years):
        by = numbers.choice([-1, 1, 1000])
        sheet.claim("closing", 2, year, str(closing[n] + by))
        sheet.claim("in the year", 1, year, str(use[n] + by))
        if n > 0:
            sheet.claim("brought forward", 0, year, str(opening[n] + by))
    return sheet


def reserves(numbers):
    """Opening, in, out and closing; and what last year's file closed with."""
    sheet = Sheet("reserves", ["Reserve", "Opening balance", "Transfers in", "Transfers out",
                               "Closing balance"], [])
    before, sums = [], [0, 0, 0, 0]
    for n in range(numbers.randint(2, 8)):
        opening = numbers.randint(10000, 900000)
        into, out = numbers.randint(1, 9000), numbers.randint(1, 9000)
        row = [opening, into, out, opening + into - out]
        sheet.rows.append([f"Reserve {n}", *map(pounds, row)])
        before.append([f"Reserve {n}", pounds(opening - 100), "1.00", "0.00", pounds(opening)])
        sums = [a + b for a, b in zip(sums, row)]
        by = numbers.choice([-1, 1, 5000])
        sheet.claim("closing", n, "Closing balance", pounds(row[3] + by))
        sheet.claim("brought forward", n, "Opening balance", pounds(opening + by))
        sheet.claim("transfers", n, "Transfers in", pounds(into + by))
    sheet.rows.append(["Total", *map(pounds, sums)])
    sheet.before = csv_of(sheet.headings, before)
    return sheet


def carried_forward(numbers):
    """The rows agree with each other, and not with last year's file."""
    sheet = reserves(numbers)
    row = numbers.randrange(len(sheet.rows) - 1)
    lines = sheet.before.splitlines()
    cells = lines[row + 1].split(",")
    cells[1] = cells[4] = '"%s"' % pounds(1000000 + numbers.randint(0, 9))
    cells[2] = cells[3] = '"0.00"'
    lines[row + 1] = ",".join(cells)
    wrong = "\n".join(lines) + "\n"
    sheet.claims = [("last year's file", row, 0, wrong)]
    return sheet


def contracts(numbers):
    """The end comes after the beginning."""
    sheet = Sheet("contracts", ["Ref", "Title", "Supplier", "Start", "End", "Value"], [])
    for n in range(numbers.randint(2, 9)):
        start = AS_AT - datetime.timedelta(numbers.randint(1, 900))
        end = start + datetime.timedelta(numbers.randint(1, 2000))
        sheet.rows.append([f"C{n}", f"Contract {n}", f"Supplier {n}", day(start), day(end),
                           str(numbers.randint(5000, 90000))])
        sheet.claim("order", n, "End", day(start - datetime.timedelta(numbers.randint(1, 40))))
        sheet.claim("no such day", n, "End", f"31 June {end.year}")
    return sheet


def actions(numbers):
    """The end comes after the beginning, and the status fits the day."""
    sheet = Sheet("actions", ["Ref", "Action", "Start", "Due", "Status"], [],
                  f' as-at="{AS_AT}"')
    for n in range(numbers.randint(2, 9)):
        due = AS_AT + datetime.timedelta(numbers.choice([-1, 1]) * numbers.randint(40, 300))
        start = min(due, AS_AT) - datetime.timedelta(numbers.randint(40, 90))
        late = due < AS_AT
        sheet.rows.append([f"A{n}", f"Action {n}", day(start), day(due),
                           "Complete" if late else "On track"])
        sheet.claim("order", n, "Due", day(start - datetime.timedelta(numbers.randint(1, 40))))
        sheet.claim("status", n, "Status", "On track" if late else "Complete")
    return sheet


def payments(numbers):
    """What was spent was spent by the day that the data is of, and once."""
    sheet = Sheet("spend-over-500", ["Date", "Supplier", "Amount", "Ref"], [],
                  f' as-at="{AS_AT}"')
    for n in range(numbers.randint(3, 9)):
        paid = AS_AT - datetime.timedelta(numbers.randint(0, 80))
        sheet.rows.append([day(paid), f"Supplier {n}", str(numbers.randint(501, 90000)), f"P{n}"])
        sheet.claim("past", n, "Date", day(AS_AT + datetime.timedelta(numbers.randint(1, 80))))
    return sheet


MAKERS = [savings, consultation, precepts, plan, reserves, carried_forward, contracts,
          actions, payments]
