"""How soon a preview tells its page of a save: as far as the event, since what
a browser makes of it tests/preview/browser.py says."""

import http.client
import json
import re
import shutil
import statistics
import subprocess
import time

from measure import Failed, row, verdict

SAVES = 15
WAIT = 60  # seconds; what has not come by then does not come
QUIET = 0.05  # between saves


class Preview:
    """A preview of FOLDER's report, and the events that it tells its page."""

    def __init__(self, program, templates, folder):
        # pylint: disable=consider-using-with
        self.process = subprocess.Popen(
            [program, "preview", "--no-open", "--templates", templates, folder],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = None
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)(/[0-9a-f]{32}/)", line)
            if found:
                break
        if found is None:
            raise Failed("preview: it did not start")
        self.connection = http.client.HTTPConnection("127.0.0.1", int(found[1]),
                                                     timeout=WAIT)
        self.connection.request("GET", found[2] + "events?n=0")
        self.events = self.connection.getresponse()

    def wait(self, wanted):
        """When the event WANTED came, and what it says."""
        name = ""
        for line in self.events:
            if line.startswith(b"event: "):
                name = line[7:].strip().decode()
            elif line.startswith(b"data: ") and name == wanted:
                return time.perf_counter(), json.loads(line[6:])
        raise Failed("preview: it ended")

    def end(self):
        self.connection.close()
        self.process.terminate()
        self.process.communicate(timeout=WAIT)


def save(source, text, n):
    """TEXT with other words; when the file was closed."""
    at = text.index("<p>") + len("<p>")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"{text[:at]}Save {n} of many. {text[at:]}")
    return time.perf_counter()


def times_of(bench, folder):
    """Seconds from each save to the event of the page, and of the PDF."""
    with open(f"{folder}/report.xml", encoding="utf-8") as file:
        text = file.read()
    preview = Preview(bench.program, f"{bench.folder}/templates", folder)
    page, pdf = [], []
    try:
        preview.wait("pdf")
        for n in range(SAVES):
            time.sleep(QUIET)
            saved = save(f"{folder}/report.xml", text, n)
            page.append(preview.wait("page")[0] - saved)
            pdf.append(preview.wait("pdf")[0] - saved)
    finally:
        preview.end()
    return page, pdf


def bench_preview(bench):
    """GOAL of each: to the painted page, of which a browser takes half."""
    for what, name, goal in (("reports/report-000", "8 pages", 0.030),
                             ("pages-200/pages-200", "200 pages", 0.100)):
        folder = f"{bench.memory}/preview"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(f"{bench.folder}/{what}", folder)
        page, pdf = times_of(bench, folder)
        row(f"preview, {name}: a save to its event",
            f"{goal * 1e3:.0f} ms, painted",
            verdict([("time", statistics.median(page), goal, None)]),
            f"{statistics.median(page) * 1e3:.1f} ms "
            f"({min(page) * 1e3:.1f} to {max(page) * 1e3:.1f}); "
            f"its PDF {statistics.median(pdf) * 1e3:.1f} ms")
