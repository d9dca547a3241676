"""Reports that name others, files whose rights change, and folders that go while
somebody looks at them."""
import os
import pathlib
import shutil
import time

from client import ROOT, Preview, Stream, check, number_of, page_of, state

MONTHS = ["cabinet-monitoring-2026-%02d" % month for month in (9, 10, 11)]
NOBODY = 65534
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


def try_many_previous(program, work):
    """5,200 reports in a folder, each with one before it."""
    folder, templates = work / "many-previous", work / "many-templates"
    shutil.copytree(ROOT / "tests/golden/templates-small", templates)
    for k in range(5200):
        report = folder / ("r%04d" % k)
        report.mkdir(parents=True)
        (report / "report.xml").write_text(
            '<report format="2" template="small" lang="en-GB" previous="../r%04d"><header>'
            '<field id="title">Words</field></header></report>' % max(k - 1, 0),
            encoding="utf-8")
    preview = Preview(program, "--templates", templates, folder)
    check("all folders of many reports are looked at: " + preview.said,
          "more folders" not in preview.said)
    preview.end()


def other_than_root(folder):
    """A user to whom FOLDER is given, and who may not read all; None: the tests are
    not root's, or nobody else can reach it."""
    if os.getuid() != 0 or not all(p.stat().st_mode & 1 for p in folder.resolve().parents):
        return None
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return NOBODY


def try_rights(program, work):
    """A file, and a folder, that may not be read for a while."""
    report = work / "rights" / MONTHS[0]
    shutil.copytree(ROOT / "examples" / MONTHS[0], report)
    user = other_than_root(work / "rights")
    preview = Preview(program, report, user=user)
    stream = Stream(preview, 0)
    check("it is right", stream.wait(lambda name, data: name == "pdf") is not None)
    for path in (report / "revenue.csv", report):
        mode = path.stat().st_mode
        wanted = "right" if os.getuid() == 0 and user is None else "faults"
        for rights, then in ((0, wanted), (mode, "right")):
            since = len(stream.events)
            os.chmod(path, rights)
            check("%s with other rights is %s" % (path.name, then),
                  stream.wait(state(0, then), since) is not None)
            time.sleep(0.5)  # folders are looked for again a moment later
    preview.end()


def try_gone(program, work):
    """A report that somebody looks at stays in the list when its folder goes, with
    what was good of it; one that comes beside it changes nothing of it."""
    months = copy_months(work / "gone")
    preview = Preview(program, months)
    n = number_of(Stream(preview, 0), LAST)
    stream = Stream(preview, n)
    first = stream.wait(page_of(n, 0))
    stream.wait(state(n, "right"))
    since = len(stream.events)
    (months / LAST).rename(months / "a-new-name")
    moved = stream.wait(lambda name, data: name == "again", since)
    check("another name is another report", moved is not None)
    n = moved["n"]
    stream = Stream(preview, n)
    check("what is looked at is gone", stream.wait(state(n, "gone")) is not None)
    told = stream.wait(page_of(n, 0))
    check("with what was good", told is not None and told["v"] == first["v"])
    check("and the other is beside it", number_of(stream, "a-new-name") != n)
    (months / "a-new-name").rename(months / LAST)
    moved = stream.wait(lambda name, data: name == "again")
    check("it comes back", moved is not None)
    stream = Stream(preview, moved["n"])
    check("and is right", stream.wait(state(moved["n"], "right")) is not None)
    check("the page is the same", stream.wait(page_of(moved["n"], 0))["v"] == first["v"])
    preview.end()


def try_checkout(program, work):
    """As another branch does it: reports and templates go at once, and come back
    with one more."""
    folder, templates = copy_months(work / "branch/reports"), work / "branch/templates"
    shutil.copytree(ROOT / "templates", templates)
    preview = Preview(program, "--templates", templates, folder)
    stream = Stream(preview, 0)
    stream.wait(page_of(0, 0))
    shutil.copytree(folder / LAST, folder / "a-copy")
    templates.rename(work / "branch/away")
    check("without templates nothing is built", stream.wait(
        lambda name, data: name == "again") is not None)
    stream = Stream(preview, 1)
    check("which is said", stream.wait(state(1, "not-built")) is not None)
    (work / "branch/away").rename(templates)
    check("and then all is", stream.wait(state(1, "right")) is not None)
    preview.end()


def try_font(program, work):
    """A font that is put in the place of another is used by the next build."""
    months, fonts = copy_months(work / "font"), work / "fonts"
    fonts.mkdir()
    for file in pathlib.Path("/usr/share/fonts/truetype").glob("liberation*/LiberationSans-*.ttf"):
        shutil.copy(file, fonts)
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["COUNCILPRESS_FONTS"] = str(fonts)
    preview = Preview(program, months / MONTHS[0], environment=environment)
    stream = Stream(preview, 0)
    first = stream.wait(lambda name, data: name == "pdf")
    regular = fonts / "LiberationSans-Regular.ttf"
    shutil.copy(fonts / "LiberationSans-Bold.ttf", fonts / "new")
    (fonts / "new").rename(regular)
    check("a font that is saved is followed", stream.wait(
        lambda name, data: name == "pdf" and data["v"] != first["v"]) is not None)
    preview.end()


def try_beside(program, work):
    try_previous(program, work)
    try_previous_of_several(program, work)
    try_many_previous(program, work)
    try_rights(program, work)
    try_gone(program, work)
    try_checkout(program, work)
    try_font(program, work)
