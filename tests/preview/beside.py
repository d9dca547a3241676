"""Reports that name others, and files whose rights change."""
import os
import shutil

from client import ROOT, Preview, Stream, check, number_of, state

MONTHS = ["cabinet-monitoring-2026-%02d" % month for month in (9, 10, 11)]
PREVIOUS = ' previous="../cabinet-monitoring-{month-before}"'
LAST = MONTHS[-1]


def copy_months(folder):
    for month in MONTHS:
        shutil.copytree(ROOT / "examples" / month, folder / month)
    return folder


def saved(stream, n, path, text, wanted, what):
    since = len(stream.events)
    path.write_text(text, encoding="utf-8")
    check(what, stream.wait(state(n, wanted), since) is not None)


def breaks_the_month_before(stream, n, months):
    """What a report compares itself with is a part of it."""
    data = months / MONTHS[1] / "revenue.csv"
    text = data.read_text(encoding="utf-8")
    saved(stream, n, data, text.replace('"1,3', '"x1,3', 1), "faults",
          "a fault of the month before is one of this")
    saved(stream, n, data, text, "right", "and mended there")


def try_previous(program, work):
    months = copy_months(work / "beside")
    source = months / LAST / "report.xml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(PREVIOUS, ""), encoding="utf-8")
    preview = Preview(program, months / LAST)
    stream = Stream(preview, 0)
    check("a month alone is right", stream.wait(state(0, "right")) is not None)
    saved(stream, 0, source, text, "right", "the month before may be named later")
    breaks_the_month_before(stream, 0, months)
    since = len(stream.events)
    (months / MONTHS[1]).rename(months / "away")
    check("it may go", stream.wait(state(0, "faults"), since) is not None)
    since = len(stream.events)
    (months / "away").rename(months / MONTHS[1])
    check("and come back", stream.wait(state(0, "right"), since) is not None)
    preview.end()


def try_previous_of_several(program, work):
    months = copy_months(work / "beside-all")
    preview = Preview(program, months)
    n = number_of(Stream(preview, 0), LAST)
    stream = Stream(preview, n)
    check("of several each is right", stream.wait(state(n, "right")) is not None)
    breaks_the_month_before(stream, n, months)
    preview.end()


def try_rights(program, work):
    """Root may read what others may not: that it is looked at again is enough."""
    months = copy_months(work / "rights")
    preview = Preview(program, months / MONTHS[0])
    stream = Stream(preview, 0)
    check("it is right", stream.wait(lambda name, data: name == "pdf") is not None)
    since = len(stream.events)
    os.chmod(months / MONTHS[0] / "revenue.csv", 0o600)
    check("other rights are looked at", stream.wait(state(0, "right"), since) is not None)
    preview.end()


def try_beside(program, work):
    try_previous(program, work)
    try_previous_of_several(program, work)
    try_rights(program, work)
