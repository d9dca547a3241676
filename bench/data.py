"""The data of the benchmark: report folders, the same bytes on every machine.

    data.py FOLDER [--all]

FOLDER gets `templates` (a copy, with the kind in bench/kinds), `short` (one
report of two pages), `reports` (200 of eight pages, each with prose and
figures of its own), `pictures` (40 of the report of twelve pictures in
bench/pictures), `monitoring` (40 of an example whose tables are all of shipped
kinds, and the month before, which it compares itself with), `rows-5000` and
`pages-200` (eight pages of prose and an appendix of 6,000 rows); with --all also `rows-100000`, `read-1000000` (a CSV
that is read and checked, and printed nowhere), `book-100000` and `xml-100000`
(the same of a workbook and of XML), `views-20000` to `views-80000`
(rows of which views, counts and `each` are made) and `many` (10,000 reports of
two pages in folders of 100, 900 and 9,000).

Words are put together from syllables, so that thousands of distinct ones
occur, as in the prose of many authors: a cache of shaped words must not look
better than it is.
"""

import os
import shutil
import sys

import forms

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPORTS = 200
COPIES = 40
MONITORING = f"{ROOT}/examples/cabinet-monitoring-2026-11"
MONTH_BEFORE = f"{ROOT}/examples/cabinet-monitoring-2026-10"  # what MONITORING compares with
MANY = (100, 900, 9000)
WORDS = 6000
FIRST = ("ac ad al am an ap ar as at au ba be bi bo bu ca ce co cu da de di do "
         "e ef em en ex fa fi fo ga ge go ha he ho i im in ju la le li lo ma "
         "me mi mo na ne no o ob op or pa pe pi po pre pro pu qua ra re ri ro "
         "sa se si so su ta te to tra tu un up va ve vi vo wa we wi wo").split()
MIDDLE = ("bil cal cen cit com den der fer gen gra lec len lis lo man mar men "
          "mi mon na nal nec nis par per po ra res ri ro sen sta tem ten ter "
          "ti tor tu val ven ver vi").split()
LAST = ("able age al ance ant ary ate ed en ence er est ful ic ies ing ion ise "
        "ist ity ive less ly ment ness or ous s ship tion ty ure y").split()
COMMON = ("the of and to in a is for that be on by with as are will from at it "
          "this has which its not an or").split()
SECTIONS = ("background key-issues options consultation timetable finance legal "
            "human-resources vulnerable equalities partners risks").split()
PRINTED = '<table data="payments" caption="Payments"/>'
MONTHS = ("January February March April May June July August September October "
          "November December").split()


class Numbers:
    """A linear congruential generator (Knuth, MMIX): no seed but ours."""

    def __init__(self, seed):
        self.state = seed * 2862933555777941757 + 3037000493

    def below(self, limit):
        self.state = (self.state * 6364136223846793005
                      + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def pick(self, items):
        return items[self.below(len(items))]


def vocabulary():
    numbers = Numbers(1)
    words = {}
    while len(words) < WORDS:
        word = numbers.pick(FIRST)
        for _ in range(numbers.below(3)):
            word += numbers.pick(MIDDLE)
        words[word + numbers.pick(LAST)] = True
    return list(words)


def sentence(numbers, words):
    count = 9 + numbers.below(14)
    text = [numbers.pick(COMMON) if numbers.below(5) < 2 else
            numbers.pick(words) for _ in range(count)]
    if numbers.below(4) == 0:
        text.insert(2, f"£{1 + numbers.below(999)},{numbers.below(1000):03}")
    return " ".join(text).capitalize() + "."


def prose(numbers, words, sentences):
    return " ".join(sentence(numbers, words) for _ in range(sentences))


def money(pence):
    return f"{pence // 100}.{pence % 100:02}"


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def data_of(name, kind):
    return (f'  <data id="{name}" file="{name}.csv" kind="{kind}"'
            f' title="{name.capitalize()}" as-at="2018-03-29"/>\n')


def write_options(path, numbers, words, count):
    rows = ["Option,Established budget,Annual cost,Annual saving"]
    for i in range(count):
        budget = 10000000 + numbers.below(90000000)
        cost = numbers.below(budget)
        rows.append(f"Option {i + 1}: {numbers.pick(words)},{money(budget)},"
                    f"{money(cost)},{money(budget - cost)}")
    write(path, "\n".join(rows) + "\n")


def write_timetable(path, numbers, words, count):
    rows = ["Date,Action,In short"]
    for month in MONTHS[:count]:
        rows.append(f"{1 + numbers.below(28)} {month} 2018,"
                    f"\"{prose(numbers, words, 1)}\","
                    f"{numbers.pick(words).capitalize()}")
    write(path, "\n".join(rows) + "\n")


def section(name, numbers, words, paragraphs, sentences):
    text = [f'  <section id="{name}">']
    for i in range(paragraphs):
        text.append(f"    <p>{prose(numbers, words, sentences)}</p>")
        if i == 1 and numbers.below(3) == 0:
            items = "".join(f"<item>{sentence(numbers, words)}</item>"
                            for _ in range(4))
            text.append(f"    <list>{items}</list>")
    if name == "finance":
        text.append("    <p>Of {{options[2].budget|pounds}} it costs "
                    "{{options[2].cost|pounds}}.</p>"
                    .replace("[2]", "[{key}]"))
        text.append('    <table data="options" caption="Cost and saving"/>')
    text.append("  </section>")
    return "\n".join(text)


def head(title):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<report format="1" template="cabinet-2018" lang="en-GB">
  <header>
    <field id="title">{title}</field>
    <field id="meeting">Cabinet</field>
    <field id="date">2018-04-16</field>
    <field id="directorate">Resources</field>
  </header>
  <person role="contact" name="Head of Finance" organisation="Resources"
          telephone="01632 960118" email="finance@example.gov.uk"/>
"""


def recommendations(numbers, words, count):
    each = "".join(f"    <recommendation><p>That {sentence(numbers, words)}"
                   "</p></recommendation>\n" for _ in range(count))
    return f"  <recommendations>\n{each}  </recommendations>\n"


EIGHT_PAGES = {"options": 8, "dates": 8, "paragraphs": 3, "sentences": 3}
TWO_PAGES = {"options": 2, "dates": 0, "paragraphs": 1, "sentences": 1}


def write_report(folder, seed, words, size, payments=0):
    """A table of SIZE's options, a timetable of its dates, paragraphs of
    sentences in each section, and an appendix of PAYMENTS."""
    numbers = Numbers(seed)
    os.makedirs(folder)
    write_options(f"{folder}/options.csv", numbers, words, size["options"])
    with open(f"{folder}/options.csv", encoding="utf-8") as file:
        key = file.read().split("\n")[2].split(",")[0]
    data, appendix = data_of("options", "savings-options"), ""
    if size["dates"] > 0:
        write_timetable(f"{folder}/timetable.csv", numbers, words,
                        size["dates"])
        data += data_of("timetable", "timetable")
    if payments > 0:
        write_rows(f"{folder}/payments.csv", payments, words)
        data += data_of("payments", "payments")
        appendix = (f'  <appendix id="payments" title="Payments">{PRINTED}'
                    "</appendix>\n")
    title = " ".join(numbers.pick(words) for _ in range(4)).capitalize()
    body = "\n".join(section(s, numbers, words, size["paragraphs"],
                             size["sentences"]) for s in SECTIONS)
    write(f"{folder}/report.xml",
          head(title) + data + recommendations(numbers, words, 3)
          + body.replace("{key}", key) + "\n" + appendix + "</report>\n")


def write_rows(path, rows, words):
    numbers = Numbers(rows)
    total = 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("Reference,Service,Date,Net,VAT,Amount\n")
        for i in range(rows):
            net = 100 + numbers.below(5000000)
            vat = net // 5
            total += net + vat
            file.write(f"P{i + 1:07},{numbers.pick(words).capitalize()} "
                       f"{numbers.pick(words)},"
                       f"{1 + numbers.below(28):02}/"
                       f"{1 + numbers.below(12):02}/2017,"
                       f"{money(net)},{money(vat)},{money(net + vat)}\n")
        file.write(f"Total,All services,,,,{money(total)}\n")


def write_table_report(folder, rows, words, printed):
    """A report about one table; where it is not PRINTED it is checked only,
    and its total quoted."""
    os.makedirs(folder)
    write_rows(f"{folder}/payments.csv", rows, words)
    shown = (PRINTED if printed else
             "<p>Together {{payments.total|pounds}}.</p>")
    body = "\n".join(f'  <section id="{s}"><p>None.</p>'
                     f'{shown if s == "finance" else ""}</section>'
                     for s in SECTIONS)
    write(f"{folder}/report.xml",
          head(f"Payments: {rows} of them")
          + data_of("payments", "payments")
          + recommendations(Numbers(rows), words, 1) + body
          + "\n</report>\n")


def write_form_report(folder, words, form):
    """A report that quotes the total of a workbook, or of XML."""
    os.makedirs(folder)
    rows = list(forms.payments(Numbers(forms.ROWS), words))
    if form == "xlsx":
        forms.write_book(f"{folder}/payments.xlsx", rows)
    else:
        forms.write_xml(f"{folder}/payments.xml", map(forms.in_xml, rows))
    body = "\n".join(f'  <section id="{s}"><p>Together {{{{payments.total|pounds}}}}.</p>'
                     "</section>" for s in SECTIONS)
    where = ' path="payments/payment"' if form == "xml" else ""
    write(f"{folder}/report.xml",
          head(f"Payments as {form}").replace('format="1"', 'format="2"')
          + f'  <data id="payments" file="payments.{form}" kind="payments"{where}/>\n'
          + recommendations(Numbers(1), words, 1) + body + "\n</report>\n")


VIEWED = 20000, 40000, 80000
VIEWS = """  <view id="large" data="payments" where="amount > 40000" sort="-amount" top="50"/>
  <view id="services" data="payments" group="service" sum="net vat amount"/>
"""
OF_VIEWS = ("<p>{{count(payments, amount > 30000)}} of {{count(payments)}}, "
            "{{services.total.amount|pounds}}</p>"
            '<p each="large">{{row.reference}}: {{row.amount}}</p>')


def write_views_report(folder, rows, words):
    """Checks, views, counts and `each` over ROWS rows, of which few are
    printed: what grows with them is the work on rows."""
    os.makedirs(folder)
    write_rows(f"{folder}/payments.csv", rows, words)
    body = "\n".join(f'  <section id="{s}"><p>None.</p>'
                     f'{OF_VIEWS if s == "finance" else ""}</section>'
                     for s in SECTIONS)
    write(f"{folder}/report.xml",
          head(f"Views of {rows} payments").replace('format="1"', 'format="2"')
          + data_of("payments", "payments") + VIEWS
          + recommendations(Numbers(rows), words, 1) + body
          + "\n</report>\n")


def write_many(folder, words):
    seed = 10000
    for part in MANY:
        for _ in range(part):
            write_report(f"{folder}/{part}/r-{seed}", seed, words, TWO_PAGES)
            seed += 1


def copy_templates(folder):
    """The shipped ones, and those of the gallery's pictures."""
    shutil.copytree(f"{ROOT}/templates", f"{folder}/templates")
    shutil.copy(f"{ROOT}/bench/kinds/payments.xml", f"{folder}/templates/kinds")
    shutil.copytree(f"{ROOT}/docs/gallery/reports/templates",
                    f"{folder}/templates", dirs_exist_ok=True)


def main():
    out = sys.argv[1]
    words = vocabulary()
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    copy_templates(out)
    for i in range(COPIES):
        shutil.copytree(f"{ROOT}/bench/pictures", f"{out}/pictures/r-{i:02}")
        shutil.copytree(MONITORING, f"{out}/monitoring/2026-11-{i:02}")
    shutil.copytree(MONTH_BEFORE, f"{out}/monitoring/{os.path.basename(MONTH_BEFORE)}")
    write_report(f"{out}/short/two-pages", 7, words, TWO_PAGES)
    for i in range(REPORTS):
        write_report(f"{out}/reports/report-{i:03}", 1000 + i, words,
                     EIGHT_PAGES)
    write_table_report(f"{out}/rows-5000/rows-5000", 5000, words, True)
    write_report(f"{out}/pages-200/pages-200", 8, words, EIGHT_PAGES,
                 6000)
    if "--all" in sys.argv[2:]:
        write_table_report(f"{out}/rows-100000/rows-100000", 100000, words,
                           True)
        write_table_report(f"{out}/read-1000000/read-1000000", 1000000, words,
                           False)
        write_form_report(f"{out}/book-{forms.ROWS}/book-{forms.ROWS}", words, "xlsx")
        write_form_report(f"{out}/xml-{forms.ROWS}/xml-{forms.ROWS}", words, "xml")
        for rows in VIEWED:
            write_views_report(f"{out}/views-{rows}/views-{rows}", rows, words)
        write_many(f"{out}/many", words)


if __name__ == "__main__":
    main()
