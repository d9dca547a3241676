"""Random tables of the shipped kinds: what adds up is taken as it is, and any
one figure that is changed is found, unless it lies within the tolerance.

    run.py PROGRAM WORK [TABLES [CHANGES]]

TABLES a kind, each with CHANGES copies in which one figure differs. Tables are
made from the kind's own checks `row`, `product`, `sub-totals` and `total`: pence
exactly, or thousands of which each cell was rounded by itself from pence. Of n
rounded parts a result may be (n + 1)/2 units away; a figure that is moved by
more than twice that is beyond it, whatever the rounding did before.

claims.py makes tables that claim more: ratios, balances, days. There one claim
is broken in each copy.

The numbers come from a seed. Nothing asks a clock.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import claims

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KINDS = os.path.join(ROOT, "templates", "kinds")
TEMPLATES = [os.path.join(ROOT, "tests", "golden", "templates-small"),
             os.path.join(ROOT, "templates")]
FIGURES = ("money", "number")
FIGURES_MAX = 10  # beside two columns of words


class Kind:
    """What a table of a kind needs, and what holds in it."""

    def __init__(self, name):
        root = ElementTree.parse(os.path.join(KINDS, name + ".xml")).getroot()
        self.name = name
        self.columns = {c.get("id"): c for c in root.iter("column")}
        self.rows, self.products, self.totals, self.sub_totals = [], [], [], []
        self.others = {}  # of a row check, by its result: what may be made in its place
        self.is_exact = False  # no figure may be rounded
        self.says_more = any(c.get("role") == "sub-total"
                             for c in self.columns.values())
        for check in root.iter("check"):
            kind = check.get("type")
            plus = (check.get("plus") or "").split()
            if check.get("tolerance") == "none" or kind == "product":
                self.is_exact = True
            if kind == "row" or (kind == "across" and plus):
                made = (check.get("result"), plus, (check.get("minus") or "").split())
                if check.get("or") == "yes":
                    self.others.setdefault(made[0], []).append(made)
                else:
                    self.rows.append(made)
            elif kind == "quotient":
                self.says_more = True
            elif kind == "product":
                self.products.append((check.get("result"), check.get("units"),
                                      check.get("rate")))
            elif kind == "total":
                self.totals.append(check.get("result"))
            elif kind == "sub-totals" and not plus:
                self.sub_totals.append(check.get("result"))
        lines = {l.get("role"): l.get("aliases").split(";")[0].strip()
                 for l in reversed(list(root.iter("line")))}
        self.total_line = lines.get("total")
        self.sub_total_line = lines.get("sub-total")
        self.name_column = next(
            (i for role in ("line", "label", "key")
             for i, c in self.columns.items() if c.get("role") == role), None)
        self.group = next((i for i, c in self.columns.items()
                           if c.get("role") == "group"), None)

    def figures(self, rows=None):
        """The columns that its checks bind, in the order of the kind."""
        left_out = {i for others in self.others.values() for _, plus, _ in others for i in plus}
        bound = set(self.totals) - left_out
        for result, plus, minus in self.rows if rows is None else rows:
            bound.update([result, *plus, *minus])
        for check in self.products:
            bound.update(check)
        return [i for i, c in self.columns.items()
                if i in bound and c.get("type") in FIGURES
                and c.get("repeats") != "yes"]

    def can_be_made(self):
        """Whether all columns that it must have, and their checks, are known here."""
        made = set(self.figures()) | {self.name_column, self.group}
        return (not self.says_more and bool(self.figures()) and self.name_column is not None and
                all(c.get("type") == "text" or i in made
                    for i, c in self.columns.items()
                    if c.get("required") == "yes"))


def solve(kind, rows, row):
    """Results from what they are made of, in as many steps as it takes."""
    for result, units, rate in kind.products:
        if units in row and rate in row:
            row[result] = row[units] * row[rate] // 100
    for _ in rows:
        for result, plus, minus in rows:
            if result in row and all(i in row for i in plus + minus):
                row[result] = sum(row[i] for i in plus) - sum(row[i] for i in minus)
    return row


class Table:
    """Cells as hundredths; texts beside them."""

    def __init__(self, kind, numbers, rounded):
        self.kind = kind
        self.rounded = rounded
        self.rows = [numbers.choice([made, *kind.others.get(made[0], [])])
                     for made in kind.rows]
        self.figures = self.narrow(numbers, kind.figures(self.rows))
        self.scale = 100000 if rounded else 1
        count = numbers.randint(2, 9)
        groups = numbers.randint(1, 3) if kind.group and kind.sub_totals else 1
        self.lines = []
        entries = []
        for g in range(groups):
            mine = [self.entry(numbers) for _ in range(count)]
            for n, row in enumerate(mine):
                self.add(f"Group {g + 1}", f"Line {g + 1}{chr(65 + n)}", row, "entry")
            entries += mine
            if kind.group and kind.sub_totals and kind.sub_total_line:
                self.add("", kind.sub_total_line.replace("{group}", f"Group {g + 1}"),
                         self.sums(mine, kind.sub_totals), "sum")
        if kind.totals and kind.total_line:
            self.add("", kind.total_line, self.sums(entries, kind.totals), "sum")
        self.parts = len(entries) + 4

    def narrow(self, numbers, figures):
        """As many as a page is wide, whatever checks then go without theirs."""
        while len(figures) > FIGURES_MAX:
            left_out = numbers.choice([i for i in figures
                                       if self.kind.columns[i].get("required") != "yes"])
            lost = [made for made in self.rows
                    if left_out in [made[0], *made[1], *made[2]]]
            gone = {left_out, *(i for made in lost
                                for _, plus, _ in self.kind.others.get(made[0], [])
                                for i in plus)}
            figures = [i for i in figures if i not in gone]
            self.rows = [made for made in self.rows if made not in lost]
        return figures

    def entry(self, numbers):
        row = {}
        for i in self.figures:
            top = 2000000000 if self.rounded else 5000000
            row[i] = numbers.randrange(100, top)
        for _, units, rate in self.kind.products:
            row[units] = numbers.randint(1, 5) * 100
            row[rate] = numbers.randint(1, 5) * 100
        return solve(self.kind, self.rows, row)

    def sums(self, rows, columns):
        return {i: sum(r[i] for r in rows) for i in self.figures if i in columns}

    def add(self, group, name, row, role):
        cells = {i: self.printed(i, v) for i, v in row.items()}
        self.lines.append((group, name, cells, role))

    def is_money(self, column):
        return self.kind.columns[column].get("type") == "money"

    def printed(self, column, value):
        """The figure as it is typed, in its last digit."""
        if not self.rounded or not self.is_money(column):
            return value
        return (value + self.scale // 2) // self.scale

    def is_whole(self, column):
        """Beside figures with decimals one without would be read as rounded."""
        return all(l[2].get(column, 0) % 100 == 0 for l in self.lines)

    def text(self, column, cell):
        if self.rounded and self.is_money(column):
            return str(cell)
        if not self.is_money(column) and self.is_whole(column):
            return str(cell // 100)
        sign = "-" if cell < 0 else ""
        return f"{sign}{abs(cell) // 100}.{abs(cell) % 100:02}"

    def csv(self):
        k = self.kind
        heads = ([k.group] if k.group else []) + [k.name_column] + self.others() + self.figures
        out = [",".join('"%s"' % k.columns[i].get("title") for i in heads)]
        for n, (group, name, cells, _) in enumerate(self.lines):
            row = ([group] if k.group else []) + [name]
            row += [f"R{n}" if self.lines[n][3] == "entry" else "" for _ in self.others()]
            row += [self.text(i, cells[i]) if i in cells else "" for i in self.figures]
            out.append(",".join(row))
        return "\n".join(out) + "\n"

    def others(self):
        """Texts that the kind must have, beside the name and the group."""
        return [i for i, c in self.kind.columns.items()
                if c.get("required") == "yes" and c.get("type") == "text"
                and i not in (self.kind.name_column, self.kind.group)]

    def is_bound(self, line, column):
        """Whether a check says what this cell is, or uses it."""
        role = self.lines[line][3]
        summed = self.kind.totals + self.kind.sub_totals
        if column in summed and self.kind.total_line:
            return True
        present = self.lines[line][2]
        for result, plus, minus in self.rows:
            if column in [result, *plus, *minus] and all(
                    i in present for i in [result, *plus, *minus]):
                return True
        return role == "entry" and any(column in p for p in self.kind.products)

    def change(self, numbers):
        """Moves one figure; says which, and whether that must be found."""
        cells = [(n, i) for n, l in enumerate(self.lines) for i in l[2]
                 if self.is_bound(n, i)]
        line, column = numbers.choice(cells)
        tolerant = self.rounded and self.is_money(column)
        beyond = 2 * ((self.parts + 1) // 2) + 1 if tolerant else 1
        by = numbers.choice([1, beyond, beyond * 3])
        if any(column in p for p in self.kind.products):
            by *= 100  # products are typed whole, and compared so
        self.lines[line][2][column] += numbers.choice([-1, 1]) * by
        return (f"line {line + 2}, {column}, by {by}", by >= beyond)


def write(folder, name, table):
    os.makedirs(folder)
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as f:
        f.write(table.csv())
    unit = ' unit="thousand"' if table.rounded else ""
    with open(os.path.join(folder, "report.xml"), "w", encoding="utf-8") as f:
        f.write(f'<report format="2" template="small" lang="en-GB">\n'
                f'<header><field id="title">{name}</field></header>\n'
                f'<data id="t" file="{name}.csv" kind="{table.kind.name}"{unit}/>\n'
                f'<section id="text"><table data="t"/></section>\n</report>\n')


def make(work, kinds, tables, changes):
    """All folders: name -> (what was changed, whether it must be found)."""
    wanted = {}
    for kind in kinds:
        for n in range(tables):
            for c in range(changes + 1):
                numbers = random.Random(f"{kind.name} {n}")
                table = Table(kind, numbers,
                              n % 2 == 1 and not kind.is_exact)
                name = f"{kind.name}-{n}-{c}"
                wanted[name] = ("nothing", False)
                if c > 0:
                    wanted[name] = table.change(random.Random(f"{name}"))
                write(os.path.join(work, name), name, table)
    return wanted


def write_claims(folder, name, sheet, before):
    os.makedirs(folder)
    previous = ""
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as f:
        f.write(sheet.csv())
    if before is not None:
        previous = f' previous="{name}-before.csv"'
        with open(os.path.join(folder, name + "-before.csv"), "w", encoding="utf-8") as f:
            f.write(before)
    with open(os.path.join(folder, "report.xml"), "w", encoding="utf-8") as f:
        f.write(f'<report format="2" template="small" lang="en-GB">\n'
                f'<header><field id="title">{name}</field></header>\n'
                f'<data id="t" file="{name}.csv" kind="{sheet.kind}"{sheet.attributes}'
                f'{previous}/>\n'
                f'<section id="text"><table data="t"/></section>\n</report>\n')


def make_claims(work, tables, changes):
    """As make(), of claims.py; the figures of last period are right in all but those
    copies whose claim they are."""
    wanted = {}
    for maker in claims.MAKERS:
        for n in range(tables):
            for c in range(changes + 1):
                name = f"claims-{maker.__name__.replace('_', '-')}-{n}-{c}"
                sheet = maker(random.Random(f"{maker.__name__} {n}"))
                right, before = sheet.before, sheet.before
                wanted[name] = ("nothing", False)
                if c > 0 and sheet.claims[0][0] == "last year's file":
                    before = sheet.claims[0][3]
                    wanted[name] = (sheet.claims[0][0], True)
                elif c > 0:
                    wanted[name] = (sheet.wrong(random.Random(name)), True)
                write_claims(os.path.join(work, name), name, sheet,
                             right if c == 0 else before)
    return wanted


def check(program, work):
    """The findings of each table: {name: [(level, message)]}."""
    options = [o for t in TEMPLATES for o in ("--templates", t)]
    run = subprocess.run([program, "check", *options, work],
                         capture_output=True, text=True, check=False)
    found = {}
    for line in run.stderr.splitlines():
        m = re.match(r"(?:.*/)?([\w-]+)(?:\.csv|/report\.xml):\d+:\d+: (error|warning): (.*)", line)
        if m:
            found.setdefault(m.group(1), []).append((m.group(2), m.group(3)))
    return run, found


def main():
    program, work = sys.argv[1:3]
    tables = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    changes = int(sys.argv[4]) if len(sys.argv) > 4 else 4
    shutil.rmtree(work, ignore_errors=True)
    kinds = [Kind(f[:-4]) for f in sorted(os.listdir(KINDS))]
    kinds = [k for k in kinds if k.can_be_made()]
    wanted = make(work, kinds, tables, changes)
    wanted.update(make_claims(work, 2 * tables, changes))
    run, found = check(program, work)
    faults = []
    for name, (what, must) in wanted.items():
        said = found.get(name, [])
        if what == "nothing" and any(level == "error" or name.startswith("claims-")
                                     for level, _ in said):
            faults.append(f"{name}: a right table is refused: {said[0][1]}")
        if must and not said:
            faults.append(f"{name}: {what}: nothing is found")
    if len(kinds) < 8 or run.returncode not in (0, 65):
        faults.append(f"{len(kinds)} kinds, exit status {run.returncode}: {run.stderr[-300:]}")
    for fault in faults[:20]:
        print("FAILED", fault)
    print(f"properties: {len(kinds)} kinds ({', '.join(k.name for k in kinds)}), "
          f"{len(claims.MAKERS)} makers of claims, "
          f"{len(wanted)} tables, {sum(m for _, m in wanted.values())} with a figure "
          f"that must be found, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
