"""What stands beside a report that has faults: the line or cell of each, and the
ways to go on."""
import os
import pathlib
import re
import shutil
import signal
import time

from client import REPORT, ROOT, WAIT, Preview, Stream, check, state

EXAMPLE = "cabinet-monitoring-2026-11"


def side_of(preview):
    return preview.ask(preview.base + "0/side")[1].decode()


def findings_of(side):
    """Its items, the first of them shown, the others when they are asked for."""
    items = re.findall(r'<li class="(?:error|warning).*?</li>', side, re.S)
    return items, items[:side.partition('id="more-findings"')[0].count("<li class=")]


def saved(stream, path, text, wanted):
    since = len(stream.events)
    path.write_text(text, encoding="utf-8")
    check("%s is told of" % wanted, stream.wait(state(0, wanted), since) is not None)


def try_line(preview, stream, report):
    source = report / "report.xml"
    text = source.read_text(encoding="utf-8")
    at = text.index("<p>") + len("<p>")
    saved(stream, source, text[:at] + "{{none.such}} &lt;b> " + text[at:], "faults")
    item = findings_of(side_of(preview))[0][0]
    check("a fault has its line, with the word: " + item,
          re.search(r'<p class="line"><code>[^<]*<mark>[^<]*none[^<]*</mark>[^<]*</code></p>', item))
    check("as text", "&amp;lt;b" in item and "<b>" not in item.replace('<b class="level">', ""))
    check("and its column to copy", re.search(r'data-copy="report\.xml:\d+:\d+"', item))
    check("and what it means", re.search(
        r'<details><summary>What it means</summary><p class="cause">[A-Z].*?</p>'
        r'<p class="cure">[A-Z].*?</p><code class="code">[a-z-]+</code></details>', item))
    check("and is spoken with its place", re.search(
        r'data-say="1 fault\. First: report\.xml, line \d+: [^"]+\. Last good version shown\."',
        side_of(preview)))
    saved(stream, source, text, "right")


def try_notes(preview, stream, report):
    """What a terminal says under -v, behind one word."""
    data = report / "revenue.csv"
    text = data.read_text(encoding="utf-8")
    lines = text.splitlines()
    more = [line + "," + ("Remarks" if n == 0 else "some") for n, line in enumerate(lines)]
    saved(stream, data, "\n".join(more) + "\n", "right")
    side = side_of(preview)
    # What was told of may be the save before, which was right as well.
    end = time.monotonic() + WAIT
    while "Remarks" not in side and time.monotonic() < end:
        time.sleep(0.05)
        side = side_of(preview)
    check("notes are behind one word", re.search(
        r'<details id="notes"><summary>\d+ notes?: how it was read</summary>\n'
        r'<ol class="findings">\n<li class="note"', side) and "Remarks" in side)
    check("and hinder nothing", "<p>Nothing is wrong.</p>" in side)
    saved(stream, data, text, "right")


def try_cell(preview, stream, report):
    data = report / "revenue.csv"
    text = data.read_text(encoding="utf-8")
    saved(stream, data, text.replace('"1,385"', '"1,395"'), "faults")
    item = findings_of(side_of(preview))[0][0]
    check("a cell stands between its neighbours, under letters: " + item, re.search(
        r'<tr><td></td><th scope="col">A</th><th scope="col">D</th><th scope="col">E</th>'
        r'<th scope="col">F</th></tr><tr><th scope="row">2</th><td>Place</td><td>1,395</td>'
        r'<td><mark>125</mark></td><td>118</td></tr></table>', item))
    check("and is found by it", 'data-find="revenue.csv:E2"' in item
          and 'data-copy="revenue.csv:2:' in item)
    saved(stream, data, text, "right")


def try_facts(preview, stream, report):
    """What is counted is that of the page that is shown, and so stays when the
    next save is at fault."""
    def facts():
        side = side_of(preview)
        return re.sub(r"<[^>]*>", " ", side[side.index("<h2>Facts"):side.index("<dt>PDF")])
    first = facts()
    check("words and figures are counted: " + first,
          re.search(r"Words +1,\d\d\d\s", first) and re.search(r"Figures checked +\d+, all agree", first))
    check("what a person has to judge is asked", re.search(
        r"For a person to judge +\d+ things\s", first) and "do they say how the report goes?" in first)
    data = report / "revenue.csv"
    text = data.read_text(encoding="utf-8")
    saved(stream, data, text.replace('"1,385"', '"1,395"'), "faults")
    check("they stay: " + facts(), facts() == first)
    saved(stream, data, text, "right")


def try_many_findings(preview, stream, report):
    data = report / "revenue.csv"
    text = data.read_text(encoding="utf-8")
    lines = text.splitlines()
    bad = [lines[1].replace('"1,385"', '"x&<script>%d"' % n) for n in range(61)]
    saved(stream, data, "\n".join(lines[:1] + bad + lines[1:]) + "\n", "faults")
    side = side_of(preview)
    items, first = findings_of(side)
    count = int(re.search(r"<summary>and (\d+) more</summary>", side)[1])
    check("twenty are shown, and of the rest how many: %d of %d" % (len(first), len(items)),
          len(first) == 20 and count > 40 and len(items) == 20 + count)
    check("what stands in a cell is text", "<script>" not in side
          and "<mark>x&amp;&lt;script&gt;0</mark>" in side)
    saved(stream, data, text, "right")


def try_findings(program, work):
    reports = work / "findings"
    for month in ("2026-10", "2026-11"):
        name = EXAMPLE.replace("2026-11", month)
        shutil.copytree(ROOT / "examples" / name, reports / name)
    shutil.copytree(ROOT / "examples" / REPORT, reports / REPORT)
    preview = Preview(program, reports / REPORT)
    stream = Stream(preview, 0)
    stream.wait(state(0, "right"))
    try_line(preview, stream, reports / REPORT)
    preview.end()
    preview = Preview(program, reports / EXAMPLE)
    stream = Stream(preview, 0)
    check("the report is right", stream.wait(state(0, "right")) is not None)
    try_facts(preview, stream, reports / EXAMPLE)
    try_cell(preview, stream, reports / EXAMPLE)
    try_notes(preview, stream, reports / EXAMPLE)
    try_many_findings(preview, stream, reports / EXAMPLE)
    preview.end()


def stop_worker(preview):
    children = pathlib.Path("/proc/%d/task/%d/children" % ((preview.process.pid,) * 2))
    limit = time.monotonic() + WAIT
    while not children.read_text().split() and time.monotonic() < limit:
        time.sleep(0.001)
    for child in children.read_text().split():
        os.kill(int(child), signal.SIGSTOP)


def try_lost(program, work):
    """A report that takes too long, or too much, says which."""
    report = work / "lost" / REPORT
    shutil.copytree(ROOT / "examples" / REPORT, report)
    source = report / "report.xml"
    text = source.read_text(encoding="utf-8")
    at = text.index("<p>")  # long enough to be met while it is built
    source.write_text(text[:at] + "<p>One of very many paragraphs.</p>\n" * 40000 + text[at:],
                      encoding="utf-8")
    for options, why in ((("--timeout", 1), "time: 1 s"), (("--max-memory", 16), "memory")):
        preview = Preview(program, *options, report)
        if options[0] == "--timeout":
            stop_worker(preview)
        stream = Stream(preview, 0)
        check("%s is told of" % why, stream.wait(state(0, "not-built")) is not None)
        check("and said", "councilpress stopped while it built this report (%s). "
              "There is no page yet." % why in side_of(preview))
        check("what is wrong is not known", "Nothing is known: " in side_of(preview))
        preview.end()
