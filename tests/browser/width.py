#!/usr/bin/python3
"""Proves in Chromium that a report never scrolls sideways.

At 320, 500, 768 and 1280 CSS pixels nothing outside a table's own region may
reach beyond the edge of the page (WCAG 2.2, 1.4.10). Chromium's window is
never narrower than 500 pixels, so each width is an iframe.
"""

import html
import json
import os
import re
import subprocess
import sys
import tempfile

WIDTHS = (320, 500, 768, 1280)
MEASURE = """
window.onload = function () {
    const found = [];
    for (const frame of document.querySelectorAll("iframe")) {
        const page = frame.contentDocument.documentElement;
        const wide = [...page.querySelectorAll("body *")].filter(e =>
            !e.closest(".scroll") && !e.closest(".skip") &&
            e.getBoundingClientRect().left + e.scrollWidth >
                page.clientWidth + 1);
        found.push({width: frame.dataset.width,
                    wide: page.scrollWidth > page.clientWidth,
                    elements: wide.map(e => e.tagName + "." + e.className)});
        frame.remove();
    }
    document.getElementById("found").textContent = JSON.stringify(found);
};
"""


def frames(page):
    # The page's own policy runs no script, not even one that measures it.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*/>', "",
                  page)
    for width in WIDTHS:
        yield (f'<iframe data-width="{width}" style="border:0;height:500px;'
               f'width:{width}px" srcdoc="{html.escape(page)}"></iframe>')


def measure(page, folder):
    path = os.path.join(folder, "frames.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write('<!DOCTYPE html><body><pre id="found"></pre>')
        file.write("".join(frames(page)))
        file.write(f"<script>{MEASURE}</script>")
    shown = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
         "--disable-background-networking", "--no-first-run",
         f"--user-data-dir={folder}/profile", "--virtual-time-budget=5000",
         "--dump-dom", f"file://{path}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        check=True, timeout=120).stdout
    found = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)
    return json.loads(html.unescape(found.group(1))) if found else []


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: width.py FILE.html")
    with open(sys.argv[1], encoding="utf-8") as file:
        page = file.read()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(page, folder)
    if len(found) != len(WIDTHS):
        sys.exit(f"{sys.argv[1]}: could not be measured")
    wide = [f for f in found if f["wide"] or f["elements"]]
    for f in wide:
        print(f"{sys.argv[1]}: wider than {f['width']} px: "
              f"{', '.join(f['elements'][:5])}", file=sys.stderr)
    sys.exit(1 if wide else 0)


if __name__ == "__main__":
    main()
