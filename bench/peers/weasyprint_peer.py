"""Takes reports through WeasyPrint, each to a tagged PDF, in one process.

    /usr/bin/python3 weasyprint_peer.py OUTPUT HTML...

HTML, as councilpress writes it, becomes OUTPUT/NAME.pdf. Prints the version,
then for each report: name, microseconds elapsed, microseconds of processor
time. Debian's module belongs to Debian's Python.
"""

import os
import sys
import time

import weasyprint
from weasyprint.text.fonts import FontConfiguration

# What runs at the foot of a page is no part of the HTML.
FOOT = """@page {
  @bottom-left { content: string(title); font: 10pt Liberation Sans }
  @bottom-right { content: "Page " counter(page) " of " counter(pages);
                  font: 10pt Liberation Sans } }
h1 { string-set: title content() }
/* WeasyPrint 57 fails on a marker that is an empty string. */
ol, ul { list-style: none !important }"""


def main():
    output, *reports = sys.argv[1:]
    print(f"WeasyPrint {weasyprint.__version__}")
    fonts = FontConfiguration()
    foot = weasyprint.CSS(string=FOOT, font_config=fonts)
    for report in reports:
        name = os.path.splitext(os.path.basename(report))[0]
        start, used = time.perf_counter(), time.process_time()
        weasyprint.HTML(report).write_pdf(
            f"{output}/{name}.pdf", stylesheets=[foot], font_config=fonts,
            variant="pdf/ua-1")
        print(f"{name} {(time.perf_counter() - start) * 1e6:.0f} "
              f"{(time.process_time() - used) * 1e6:.0f}")


if __name__ == "__main__":
    main()
