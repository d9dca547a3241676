#!/usr/bin/env python3
"""The preview without a browser: what it tells after each save, who may ask it,
and how it ends.

    run.py PROGRAM WORK
"""
import html
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time

from answers import try_pages, try_requests, try_views
from beside import try_beside
from client import (REPORT, ROOT, WAIT, Preview, Stream, check, failed,
                    number_of, page_of, state)
from editors import (in_place, libreoffice, nano, remove_first, remove_write,
                     rename_over, sed, slow_writer, vim)
from findings import try_findings, try_lost
from view_cells import try_view_cells


def try_order(preview, stream, n, folder, program, work):
    """The page comes before its PDF, whose size it says; in the end both are what
    build writes."""
    source = folder / "report.xml"
    text = source.read_text(encoding="utf-8")
    for k in (1, 400, 800):
        since = len(stream.events)
        source.write_text(text.replace("Learners ", "Learners " + "and teachers " * k, 1),
                          encoding="utf-8")
        stream.wait(lambda name, data: name == "pdf" and data["n"] == n, since)
        # A state comes with the rest, and once more where building takes long.
        names = [(name, data.get("more")) for name, data in stream.events[since:]
                 if data.get("n") == n]
        files = [name for name in names if name[0] != "report"]
        check("the page comes before the rest: %s" % names,
              files[0] == ("page", None))
        check("the page again only for the size of its PDF, which is last: %s" % names,
              files[1:] in ([("pdf", None)], [("page", True), ("pdf", None)]))
        subprocess.run([program, "build", "-q", "--force", "-o", work / "built", folder],
                       check=True, stderr=subprocess.DEVNULL)
        for path, extension in (("page", ".html"), ("report.pdf", ".pdf")):
            check("after %d words %s is what build writes" % (k, path),
                  preview.ask(preview.base + "%d/%s" % (n, path))[1]
                  == (work / "built" / (folder.name + extension)).read_bytes())
    since = len(stream.events)
    source.write_text(text, encoding="utf-8")
    stream.wait(lambda name, data: name == "pdf" and data["n"] == n, since)


def becomes(preview, path, wanted):
    """Whether what stands at PATH is WANTED in time: a page is told before its PDF is there,
    and once more with that one's size."""
    limit = time.monotonic() + WAIT
    while preview.ask(path)[1] != wanted:
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True


def try_saves(preview, folder, program, work):
    stream = Stream(preview, 0)
    n = number_of(stream, REPORT)
    stream = Stream(preview, n)
    first = stream.wait(page_of(n, 0))
    check("the first page comes", first is not None)
    built = work / "built"
    subprocess.run([program, "build", "-q", "--force", "-o", built, folder], check=True,
                   stderr=subprocess.DEVNULL)
    for path, extension in (("page", ".html"), ("report.pdf", ".pdf")):
        check("the first %s is what build writes" % path,
              becomes(preview, preview.base + "%d/%s" % (n, path),
                      (built / (folder.name + extension)).read_bytes()))
    source = folder / "report.xml"
    text = source.read_text(encoding="utf-8")
    version = first["v"]
    for k, save in enumerate((in_place, rename_over, remove_first)):
        changed = text.replace("Learners first", "Learners %d" % k)
        save(source, changed)
        words = ("Learners %d" % k).encode()
        event, page = first, b""
        while event is not None and words not in page:  # the save before may be told twice
            event = stream.wait(page_of(n, version))
            version = event["v"] if event else version
            page = preview.ask(preview.base + "%d/page" % n)[1]
        check("a save by %s is followed" % save.__name__, event is not None)
        check("its words are shown", words in page)
    try_order(preview, stream, n, folder, program, work)
    version = stream.events[-1][1]["v"]
    since = len(stream.events)
    source.write_text(text + "x", encoding="utf-8")
    check("a fault is told", stream.wait(state(n, "faults"), since) is not None)
    side = preview.ask(preview.base + "%d/side" % n)[1].decode()
    check("with its place", re.search(r'class="place">report\.xml, line \d+<', side)
          and re.search(r'data-find="report\.xml:\d+"', side))
    check("and that the last good version is shown", re.search(
        r"This is the last good version, saved [\d:]+\.", side))
    page = preview.ask(preview.base + "%d/page" % n)[1]
    check("the last good version stays", b"Learners 2" in page)
    source.write_text(text, encoding="utf-8")
    check("it is mended", stream.wait(page_of(n, version)) is not None)
    for k in range(20):
        source.write_text(text.replace("Learners first", "Learners s%d" % k), encoding="utf-8")
    limit = time.monotonic() + WAIT
    while (b"Learners s19" not in preview.ask(preview.base + "%d/page" % n)[1]
           and time.monotonic() < limit):
        time.sleep(0.05)
    check("of twenty saves the last is shown",
          b"Learners s19" in preview.ask(preview.base + "%d/page" % n)[1])
    since = len(stream.events)
    shutil.rmtree(folder / ".." / "learning-communities-update")
    check("reports that went are told of", stream.wait(
        lambda name, data: name == "again", since) is not None)
    stream = Stream(preview, 0)
    check("and the others are there", stream.wait(
        lambda name, data: name == "report" and data["n"] == 3) is not None)
    return stream


def settled(stream, n, since):
    """What was told of N from SINCE on, once nothing has come for a while: its
    states, and how many PDFs, one a build."""
    while True:
        count = len(stream.events)
        time.sleep(0.6)
        if len(stream.events) == count:
            break
    told = [(name, data) for name, data in stream.events[since:] if data.get("n") == n]
    return ({data["state"] for name, data in told if name == "report"},
            sum(1 for name, _ in told if name == "pdf"))


def try_editors(preview, reports):
    """However an editor saves: the state is told once, and no fault that is none."""
    stream = Stream(preview, 0)
    n = number_of(stream, REPORT)
    stream = Stream(preview, n)
    stream.wait(page_of(n, 0))
    settled(stream, n, 0)
    for path, old in ((reports / REPORT / "report.xml", "Learners "),
                      (reports / REPORT / "directors.csv", "Two special")):
        text = path.read_text(encoding="utf-8")
        for editor in (nano, vim, sed, libreoffice, remove_write, slow_writer):
            since = len(stream.events)
            editor(path, text.replace(old, editor.__name__ + " " + old, 1))
            stream.wait(lambda name, data: name == "pdf", since)
            states, builds = settled(stream, n, since)
            check("%s of %s is one build, and right: %d, %s"
                  % (editor.__name__, path.name, builds, states),
                  builds == 1 and states == {"right"})
            check("and is shown", (editor.__name__ + " " + old).encode()
                  in preview.ask(preview.base + "%d/page" % n)[1])
        path.write_text(text, encoding="utf-8")
        settled(stream, n, 0)


def try_folder_anew(program, work):
    """A folder that is taken away and made anew, as `new` makes a sample again, is
    read like the one before."""
    report = work / "anew" / REPORT
    shutil.copytree(ROOT / "examples" / REPORT, report)
    preview = Preview(program, report)
    stream = Stream(preview, 0)
    check("the first is right", stream.wait(state(0, "right")) is not None)
    for k in range(2):
        since = len(stream.events)
        shutil.rmtree(report)
        check("it is gone", stream.wait(state(0, "gone"), since) is not None)
        since = len(stream.events)
        shutil.copytree(ROOT / "examples" / REPORT, report)
        check("and right once more", stream.wait(state(0, "right"), since) is not None)
    for k in range(3):
        shutil.rmtree(report)
        shutil.copytree(ROOT / "examples" / REPORT, report)
        source = report / "report.xml"
        source.write_text(source.read_text(encoding="utf-8").replace(
            "Learners first", "Learners anew %d" % k), encoding="utf-8")
        limit = time.monotonic() + WAIT
        while (("Learners anew %d" % k).encode() not in preview.ask(preview.base + "0/page")[1]
               and time.monotonic() < limit):
            time.sleep(0.05)
        check("the one in its place is shown", ("Learners anew %d" % k).encode()
              in preview.ask(preview.base + "0/page")[1])
    preview.end()


def try_command(program, work):
    """What is said to who wants to go on starts the same again."""
    report, folder = work / "it's one" / REPORT, work / "own"
    shutil.copytree(ROOT / "examples" / REPORT, report)
    shutil.copytree(ROOT / "templates", folder)
    words = ["--templates", str(folder), "--copy", "internal", "--as-of", "2026-11-30",
             "--set", "title=A & 'B'", str(report)]
    preview = Preview(program, *words)
    side = preview.ask(preview.base + "0/side")[1].decode()
    said = html.unescape(re.search(r"To go on: <code>(.*?)</code>", side)[1])
    check("to go on: " + said, shlex.split(said) == ["councilpress", "preview", *words])
    preview.end()


def try_house(program, reports, work):
    """A colour that nobody can read is a fault, with one that would do."""
    folder = work / "house"
    shutil.copytree(ROOT / "templates", folder)
    preview = Preview(program, "--templates", folder, reports / REPORT)
    stream = Stream(preview, 0)
    first = stream.wait(page_of(0, 0))
    house = folder / "house/example.xml"
    text = house.read_text(encoding="utf-8")
    since = len(stream.events)
    house.write_text(text.replace('accent="#00543c"', 'accent="#b0e0d0"'), encoding="utf-8")
    check("a pale colour is a fault", stream.wait(state(0, "faults"), since) is not None)
    side = preview.ask(preview.base + "0/side")[1].decode()
    check("with the nearest that would do", "example.xml" in side
          and re.search(r"#[0-9a-f]{6}", side[side.find("Fault"):]) is not None)
    check("and the last good version stays", first is not None
          and preview.status(preview.base + "0/page") == 200)
    house.write_text(text, encoding="utf-8")
    check("and is mended", stream.wait(state(0, "right"), since) is not None)
    preview.end()


def try_ends(program, reports, stream, preview, before):
    since = len(stream.events)
    check("it ends by a signal", preview.end() == 0)
    check("and says so to its pages", stream.wait(
        lambda name, data: name == "end", since) is not None)
    check("nothing was written", before == listing(reports))
    other = Preview(program, "--port", preview.port, reports)
    check("a port can be asked for", other.port == preview.port)
    taken = subprocess.run([program, "preview", "--no-open", "--port", str(other.port), reports],
                           capture_output=True, text=True, timeout=WAIT, check=False)
    check("one that is taken is said", taken.returncode != 0 and "port" in taken.stderr)
    other.end(signal.SIGINT)
    none = subprocess.run([program, "preview", "--no-open", reports / "none"],
                          capture_output=True, text=True, timeout=WAIT, check=False)
    check("a folder that is not there", none.returncode == 66)


def try_browser(program, reports, work):
    """The desktop's browser gets an address that works once."""
    tools = work / "tools"
    tools.mkdir()
    opened = work / "opened"
    script = tools / "xdg-open"
    script.write_text("#!/bin/sh\nprintf '%%s' \"$1\" > %s.new; mv %s.new %s\n"
                      % (opened, opened, opened), encoding="utf-8")
    script.chmod(0o755)
    environment = {k: v for k, v in os.environ.items()
                   if k not in ("SSH_CONNECTION", "WAYLAND_DISPLAY")}
    environment.update(DISPLAY=":9", PATH="%s:%s" % (tools, os.environ["PATH"]))
    preview = Preview(program, reports, environment=environment)
    limit = time.monotonic() + WAIT
    while not opened.exists() and time.monotonic() < limit:
        time.sleep(0.05)
    check("the browser is started", opened.exists())
    address = opened.read_text(encoding="utf-8") if opened.exists() else ""
    path = "/" + address.partition("//")[2].partition("/")[2]
    check("not with the secret", preview.base.strip("/") not in address)
    answer, _ = preview.ask(path)
    check("its address leads to the page", answer.status == 303
          and answer.getheader("Location") == preview.base)
    check("once", preview.status(path) == 404)
    preview.end()
    environment["SSH_CONNECTION"] = "a b c d"
    preview = Preview(program, reports, environment=environment)
    said = preview.process.stdout.readline() + preview.process.stdout.readline()
    check("where there is no desktop, the way is said", "ssh -N -L" in said)
    preview.end()


def try_templates(program, reports, work):
    """A template that is saved is followed; a report that goes says so."""
    folder = work / "templates"
    shutil.copytree(ROOT / "templates", folder)
    preview = Preview(program, "--templates", folder, reports / REPORT)
    stream = Stream(preview, 0)
    check("it is built", stream.wait(page_of(0, 0)) is not None)
    template = folder / "forum-2012/template.xml"
    text = template.read_text(encoding="utf-8")
    since = len(stream.events)
    template.write_text(text + "x", encoding="utf-8")
    check("a broken template is a fault", stream.wait(state(0, "faults"), since) is not None)
    since = len(stream.events)
    template.write_text(text, encoding="utf-8")
    check("and is mended", stream.wait(state(0, "right"), since) is not None)
    since = len(stream.events)
    shutil.move(reports / REPORT, work / "moved")
    check("a folder that is gone is told of", stream.wait(state(0, "gone"), since) is not None)
    since = len(stream.events)
    shutil.move(work / "moved", reports / REPORT)
    check("and found when it is back", stream.wait(state(0, "right"), since) is not None)
    since = len(stream.events)
    source = reports / REPORT / "report.xml"
    words = source.read_text(encoding="utf-8")
    source.write_text(words.replace("Learners ", "Learners again ", 1), encoding="utf-8")
    check("and followed again", stream.wait(page_of(0, 0), since) is not None)
    source.write_text(words, encoding="utf-8")
    preview.end()


def try_folders_of_templates(program, reports, work):
    """One that comes is followed; all of them may go and come back."""
    folder = work / "kept" / "templates"
    shutil.copytree(ROOT / "templates", folder)
    report = work / "one" / REPORT
    shutil.copytree(reports / REPORT, report)
    preview = Preview(program, "--templates", folder, report.parent)
    stream = Stream(preview, 0)
    check("it is built", stream.wait(page_of(0, 0)) is not None)
    shutil.copytree(folder / "forum-2012", folder / "forum-new")
    template = folder / "forum-new/template.xml"
    text = template.read_text(encoding="utf-8")
    template.write_text(text + "x", encoding="utf-8")
    source = report / "report.xml"
    since = len(stream.events)
    source.write_text(source.read_text(encoding="utf-8").replace("forum-2012", "forum-new"),
                      encoding="utf-8")
    check("a template that came is used", stream.wait(state(0, "faults"), since) is not None)
    since = len(stream.events)
    template.write_text(text, encoding="utf-8")
    check("and followed", stream.wait(state(0, "right"), since) is not None)
    since = len(stream.events)
    shutil.move(folder, work / "away")
    source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    check("without templates nothing is built", stream.wait(
        lambda name, data: name == "report" and data["state"] not in ("right", "building"),
        since) is not None)
    (report.parent / "another").mkdir()  # looked at while there are none
    time.sleep(1)
    check("it is still there", preview.process.poll() is None)
    since = len(stream.events)
    shutil.move(work / "away", folder)
    check("all come back", stream.wait(state(0, "right"), since) is not None)
    since = len(stream.events)
    template.write_text(text + "x", encoding="utf-8")
    check("and are followed again", stream.wait(state(0, "faults"), since) is not None)
    preview.end()


def streams_of(process):
    """Where the standard streams of a process lead that has confined itself."""
    of = pathlib.Path("/proc", process)
    limit = time.monotonic() + WAIT
    while not re.search(r"^Seccomp:\s+2", (of / "status").read_text(), re.M):
        if time.monotonic() > limit:
            return None
        time.sleep(0.001)
    return {os.readlink(of / "fd" / str(n)) for n in range(3)}


def try_kills(program, reports):
    """A process that is killed costs its refresh alone; a terminal that goes ends
    the preview, and its pages say so."""
    preview = Preview(program, reports / REPORT)
    stream = Stream(preview, 0)
    first = stream.wait(page_of(0, 0))
    source = reports / REPORT / "report.xml"
    text = source.read_text(encoding="utf-8")
    at = text.index("<p>")  # long enough to be met while it is built
    source.write_text(text[:at] + "<p>One of very many paragraphs.</p>\n" * 4000 + text[at:],
                      encoding="utf-8")
    children = pathlib.Path("/proc/%d/task/%d/children" % ((preview.process.pid,) * 2))
    limit = time.monotonic() + WAIT
    while not children.read_text().split() and time.monotonic() < limit:
        time.sleep(0.001)
    for child in children.read_text().split():
        check("who builds has no terminal", streams_of(child) == {"/dev/null"})
        os.kill(int(child), signal.SIGKILL)
    check("a crash is told of", stream.wait(state(0, "not-built")) is not None)
    side = preview.ask(preview.base + "0/side")[1].decode()
    check("with what is still shown", "Not built" in side
          and re.search(r"This is the last good version, saved [\d:]+\.", side))
    since = len(stream.events)
    source.write_text(text.replace("Learners ", "Learners now ", 1), encoding="utf-8")
    check("and the next save is built", stream.wait(
        lambda name, data: name == "page" and data["v"] > first["v"], since) is not None)
    source.write_text(text, encoding="utf-8")
    since = len(stream.events)
    begun = time.monotonic()
    check("it ends with its terminal", preview.end(signal.SIGHUP) == 0)
    check("and says so within a second", stream.wait(
        lambda name, data: name == "end", since) is not None
        and time.monotonic() - begun < WAIT)


def try_many(program, work):
    """Of 300 reports the one that somebody looks at is built first."""
    many = work / "many"
    for k in range(300):
        folder = many / ("r%03d" % k)
        folder.mkdir(parents=True)
        (folder / "report.xml").write_text(
            '<report format="2" template="small" lang="en-GB"><header>'
            '<field id="title">Report %d</field></header>'
            '<section id="text"><p>Words.</p></section></report>\n' % k, encoding="utf-8")
    templates = work / "small"
    shutil.copytree(ROOT / "tests/golden/templates-small", templates)
    preview = Preview(program, "--templates", templates, many)
    stream = Stream(preview, 250)
    check("one of 300 is built", stream.wait(page_of(250, 0)) is not None)
    before = sum(1 for name, data in stream.events
                 if name == "report" and data["n"] != 250 and data["state"] == "right")
    check("before the most of the others", before < 150)
    for n in range(300):
        stream.wait(state(n, "right"))
    since = len(stream.events)
    template = next(templates.glob("small/template.xml"))
    template.write_text(template.read_text(encoding="utf-8").replace(
        "</template>", "<!-- saved --></template>"), encoding="utf-8")
    stream.wait(lambda name, data: name == "report", since)
    first = stream.events[since][1]["n"]
    check("and a template that is saved builds it first again, not %d" % first, first == 250)
    preview.end()


def listing(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def main():
    program, work = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    reports = work / "reports"
    shutil.copytree(ROOT / "examples", reports)
    preview = Preview(program, reports)
    try:
        check("a report is built", Stream(preview, 0).wait(page_of(0, 0)) is not None)
        try_requests(preview)
        try_views(preview)
        try_pages(preview)
        try_editors(preview, reports)
        stream = try_saves(preview, reports / REPORT, program, work)
        try_ends(program, reports, stream, preview, listing(reports))
        try_browser(program, reports, work)
        try_templates(program, reports, work)
        try_folders_of_templates(program, reports, work)
        try_house(program, reports, work)
        try_folder_anew(program, work)
        try_command(program, work)
        try_kills(program, reports)
        try_findings(program, work)
        try_view_cells(program, work)
        try_beside(program, work)
        try_lost(program, work)
        try_many(program, work)
    finally:
        preview.process.kill()
        preview.process.wait()
    print("preview: %d faults" % len(failed))
    return 1 if failed else 0


sys.exit(main())
