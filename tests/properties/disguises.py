"""Tables that look like a given one: as another council, another export or another hand
would have left it. Most are as right as before, some are wrong, and nobody says which:
they are for two programs that must read them alike (compare.py).

A disguise takes the records of a file, the first of which need not be the headings, and
random numbers, and gives other records, or None where it cannot do its work.
"""

import csv
import io
import re

TOTALS = ["Total", "Totals", "TOTAL", "Grand total", "Net total", "Sum", "Overall", "All",
          "Total:", "Total (A)", "Net cost of services", "Sub-total", "Subtotal", "Balance",
          "Cyfanswm", "Total services", "Net position", "Total, all funds", "Of which", ""]
NOTES = ["Note: figures are provisional.", "Source: the ledger", "* restated", "(1) see above",
         "Totals may not add up because of rounding", "Rents include 1,200 of last year"]
TITLES = ["Month 6", "Revenue budget 2026/27", "All figures in pounds", "Ledger export", ""]
LINES = ["Rents", "Total rents", "Line Z", "Other", "Sub-total services", "Net income",
         "Less: transfers", "Contingency", "Total of grants received from others"]
FIGURE = re.compile(r"[(−-]?£?[(−-]?\d[\d,]*(\.\d+)?\)?%?")


def read(data):
    """The records of the bytes of a CSV file, or None where they are no plain ones."""
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    return rows if len(rows) > 1 and max(map(len, rows)) > 1 and "\0" not in text else None


def write(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def is_figure(cell):
    return FIGURE.fullmatch(cell.strip()) is not None


def value(cell):
    """A figure in its last digit, and how many decimals it has."""
    digits = re.sub(r"[^\d.]", "", cell)
    sign = -1 if re.search(r"[(−-]", cell) else 1
    return sign * int(digits.replace(".", "")), len(digits.partition(".")[2])


def typed(number, decimals):
    digits = str(abs(number)).rjust(decimals + 1, "0")
    sign = "-" if number < 0 else ""
    if decimals == 0:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def entries(rows):
    """The numbers of the records with a figure behind a word."""
    return [n for n, row in enumerate(rows)
            if n > 0 and any(is_figure(c) for c in row[1:]) and not is_figure(row[0])]


def label_of(row):
    """Which cell of a record holds its words, if any does."""
    return next((n for n, c in enumerate(row) if c.strip() and not is_figure(c)), None)


def columns(rows):
    """The columns that hold figures of one precision, or nothing, in every record."""
    found = entries(rows)
    width = min((len(rows[n]) for n in found), default=0)
    out = []
    for c in range(1, width):
        cells = [rows[n][c] for n in found if rows[n][c].strip()]
        if cells and all(map(is_figure, cells)) and \
                len({value(cell)[1] for cell in cells}) == 1 and "%" not in cells[0]:
            out.append(c)
    return out


def sum_of(rows, some, label):
    """A record with the sums of the records of the numbers SOME."""
    row = [""] * len(rows[some[0]])
    for c in columns(rows):
        cells = [value(rows[n][c]) for n in some if rows[n][c].strip()]
        if cells:
            row[c] = typed(sum(v for v, _ in cells), cells[0][1])
    place = label_of(rows[some[0]])
    if place is not None and not row[place]:
        row[place] = label
    return row


def last_named(rows, numbers):
    """The last line has another name, or none."""
    found = entries(rows)
    place = label_of(rows[found[-1]]) if found else None
    if place is None:
        return None
    rows[found[-1]][place] = numbers.choice(TOTALS)
    return rows


def one_named(rows, numbers):
    """A line within has the name of a sum, or none."""
    found = entries(rows)
    row = rows[numbers.choice(found)] if found else []
    place = label_of(row)
    if place is None:
        return None
    row[place] = numbers.choice(TOTALS + LINES)
    return rows


def last_taken(rows, _):
    """The last line is not there."""
    found = entries(rows)
    if len(found) < 3:
        return None
    del rows[found[-1]]
    return rows


def with_sum(rows, some, numbers):
    """ROWS with a sum of SOME of them right below the last of these."""
    rows.insert(some[-1] + 1, sum_of(rows, some, numbers.choice(TOTALS + LINES)))
    return rows


def sum_below(rows, numbers):
    """A sum of all lines, or of the last ones, below them."""
    found = entries(rows)
    if len(found) < 2 or not columns(rows):
        return None
    return with_sum(rows, found[numbers.choice([0, 0, -2, -3]):], numbers)


def sum_within(rows, numbers):
    """A sum of the lines above it, with lines below."""
    found = entries(rows)
    if len(found) < 4 or not columns(rows):
        return None
    end = numbers.randint(2, len(found) - 1)
    return with_sum(rows, found[numbers.randint(0, end - 2):end], numbers)


def sum_above(rows, numbers):
    """The sum stands above its parts."""
    found = entries(rows)
    if len(found) < 2 or not columns(rows):
        return None
    rows.insert(found[0], sum_of(rows, found, numbers.choice(TOTALS)))
    return rows


def sum_by_chance(rows, numbers):
    """An entry is, in one column, what those above it come to."""
    found, figures = entries(rows), columns(rows)
    if len(found) < 3 or not figures:
        return None
    n = numbers.randint(2, len(found) - 1)
    column = numbers.choice(figures)
    rows[found[n]][column] = sum_of(rows, found[:n], "")[column]
    return rows


def figure_changed(rows, numbers):
    """A figure is another one, has another sign, or is a word."""
    cells = [(n, c) for n in entries(rows) for c in range(1, len(rows[n]))
             if is_figure(rows[n][c])]
    if not cells:
        return None
    n, c = numbers.choice(cells)
    number, decimals = value(rows[n][c])
    rows[n][c] = numbers.choice([typed(number + numbers.choice([1, -1, 10, 1000]), decimals),
                                 typed(-number, decimals), typed(number * 10, decimals),
                                 "", "n/a", "-", "0", "nil", "TBC"])
    return rows


def as_money(rows, numbers):
    """Figures with commas, pounds, brackets or a minus behind."""
    style = numbers.choice(["commas", "pounds", "brackets", "behind"])
    for n in entries(rows):
        for c in columns(rows):
            if not rows[n][c].strip() or not is_figure(rows[n][c]):
                continue
            number, decimals = value(rows[n][c])
            text = f"{abs(number) // 10 ** decimals:,}" + typed(abs(number), decimals)[
                len(str(abs(number) // 10 ** decimals)):]
            text = "£" + text if style == "pounds" else text
            minus = {"brackets": f"({text})", "behind": text + "-"}.get(style, "-" + text)
            rows[n][c] = minus if number < 0 else text
    return rows


def blank_within(rows, numbers):
    """An empty record between two."""
    rows.insert(numbers.randint(1, len(rows)), [""] * len(rows[-1]))
    return rows


def title_within(rows, numbers):
    """A line of words alone, over a group."""
    found = entries(rows)
    if not found:
        return None
    row = [""] * len(rows[found[0]])
    row[0] = numbers.choice(["Adult services", "Income", "Expenditure", "Financed by", "Total"])
    rows.insert(numbers.choice(found), row)
    return rows


def notes_below(rows, numbers):
    """Empty records and notes below the table."""
    width = len(rows[-1])
    rows += [[""] * width] * numbers.randint(0, 2)
    rows += [[numbers.choice(NOTES)] + [""] * numbers.choice([0, width - 1])
             for _ in range(numbers.randint(1, 2))]
    return rows


def titles_above(rows, numbers):
    """Titles above the headings."""
    width = len(rows[0])
    above = [[numbers.choice(TITLES)] + [""] * (width - 1)
             for _ in range(numbers.randint(1, 3))]
    return above + rows


def unit_below_headings(rows, numbers):
    """A record of units under the headings."""
    figures = columns(rows)
    if not figures:
        return None
    unit = numbers.choice(["£000", "£", "£m", "%"])
    rows.insert(1, [unit if c in figures else "" for c in range(len(rows[0]))])
    return rows


def names_marked(rows, numbers):
    """Names with marks of notes, dots, capitals or spaces."""
    change = numbers.choice([lambda s: s + "*", lambda s: s + " (1)", str.upper,
                             lambda s: "  " + s, lambda s: s + ":", lambda s: "1. " + s])
    for n in entries(rows):
        place = label_of(rows[n])
        if place is not None and numbers.random() < 0.4:
            rows[n][place] = change(rows[n][place])
    return rows


def names_merged(rows, _):
    """A name that stands as above is left out, as merged cells are."""
    before = None
    changed = False
    for n in entries(rows):
        if rows[n][0].strip() and rows[n][0] == before:
            rows[n][0] = ""
            changed = True
        else:
            before = rows[n][0]
    return rows if changed else None


def headings_typed(rows, numbers):
    """Headings in another case, with a break or a unit."""
    change = numbers.choice([str.upper, str.lower, lambda s: s.replace(" ", "\n", 1),
                             lambda s: s + " £000", lambda s: s + " (£)", lambda s: " " + s])
    rows[0] = [change(c) if c and numbers.random() < 0.6 else c for c in rows[0]]
    return rows


def columns_moved(rows, numbers):
    """Two columns change places."""
    width = min(map(len, rows))
    if width < 3:
        return None
    a, b = numbers.sample(range(width), 2)
    for row in rows:
        row[a], row[b] = row[b], row[a]
    return rows


def row_again(rows, numbers):
    """A record stands there twice."""
    found = entries(rows)
    if not found:
        return None
    n = numbers.choice(found)
    rows.insert(numbers.choice(found) + 1, list(rows[n]))
    return rows


def ends_cut(rows, _):
    """Empty cells at the end of a record are left out."""
    return [row[:max((n + 1 for n, c in enumerate(row) if c.strip()), default=0)]
            for row in rows]


DISGUISES = [last_named, one_named, last_taken, sum_below, sum_within, sum_above,
             sum_by_chance, figure_changed, as_money, blank_within, title_within,
             notes_below, titles_above, unit_below_headings, names_marked, names_merged,
             headings_typed, columns_moved, row_again, ends_cut]


def disguised(data, numbers):
    """The bytes of a CSV file as another would have left it, and how: one disguise, or
    two over each other; None where the file is no plain one."""
    rows = read(data)
    names = []
    wanted = numbers.randint(1, 2) if rows else 0
    for disguise in numbers.sample(DISGUISES, len(DISGUISES)):
        if len(names) == wanted:
            break
        changed = disguise([list(row) for row in rows], numbers)
        if changed is not None:
            rows = changed
            names.append(disguise.__name__.replace("_", "-"))
    return (write(rows), "+".join(names)) if names else None
