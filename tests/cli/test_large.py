"""What is large is built, with a warning."""
import os
import subprocess
import time
import zipfile

from support import TIME_LIMIT, Case, Place, peak_mebibytes, write_report

MEGABYTE = 1000 * 1000
DATA = '<data id="f" file="f.csv" kind="figures"/>'


def write_rows(path, size):
    """A CSV file of at least SIZE bytes; returns the number of its rows."""
    rows = 0
    with open(path, "w", encoding="utf-8") as file:
        written = file.write("Item,Amount,Date,Level,Remark\n")
        while written < size:
            rows += 1
            written += file.write(
                f'Payment number {rows},"{rows % 100000:,}.{rows % 100:02}",'
                f"{rows % 28 + 1:02}/{rows % 12 + 1:02}/2026,"
                f"{'High' if rows % 3 else 'Low'},Supplier {rows % 977}\n")
    return rows


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
             'relationships"><Relationship Id="rId1" Type="' + OFFICE
             + '/{kind}" Target="{target}"/></Relationships>')


def write_linked_book(path, rows):
    """A workbook of ROWS items, each a link."""
    cells = "".join(
        f'<row r="{n + 2}"><c r="A{n + 2}" t="inlineStr"><is><t>Item {n}</t></is></c>'
        f'<c r="B{n + 2}"><v>1</v></c></row>' for n in range(rows))
    links = "".join(f'<hyperlink ref="A{n + 2}" r:id="rId1"/>' for n in range(rows))
    names = "".join(f'<c r="{at}" t="inlineStr"><is><t>{name}</t></is></c>'
                    for at, name in (("A1", "Item"), ("B1", "Amount")))
    parts = {
        "_rels/.rels": RELATIONS.format(kind="officeDocument",
                                        target="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": RELATIONS.format(kind="worksheet",
                                                       target="sheet.xml"),
        "xl/sheet.xml": f'<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheetData>'
        f'<row r="1">{names}</row>{cells}</sheetData><hyperlinks>{links}</hyperlinks>'
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)


class Large(Case):
    def setUp(self):
        super().setUp()
        self.report = write_report(self.place / "r", '<table data="f"/>', DATA)

    def _html(self):
        return (self.out / "r.html").read_text(encoding="utf-8")

    def _last_page(self):
        """The words of the PDF's last page."""
        pdf = self.out / "r.pdf"
        info = subprocess.run(["pdfinfo", pdf], check=True,
                              capture_output=True, encoding="utf-8").stdout
        pages = info.split("Pages:")[1].split()[0]
        text = subprocess.run(["pdftotext", "-f", pages, pdf, "-"], check=True,
                              capture_output=True, encoding="utf-8").stdout
        return " ".join(text.split())

    def _builds_a_table_of(self, size):
        rows = write_rows(self.report / "f.csv", size)
        start = time.monotonic()
        # A build that counts or looks for leaks takes minutes.
        self.says(self.build("-q", "--timeout", TIME_LIMIT, "r"), 0,
                  "[long-table]")
        print(f"    {size // MEGABYTE} MB, {rows} rows: "
              f"{time.monotonic() - start:.1f} s, {peak_mebibytes()} MiB")
        self.assertEqual(self._html().count("<tr>"), rows + 1)
        self.assertIn(f"Payment number {rows}", self._last_page())

    def a_table_of_5_megabytes_is_built(self):
        self._builds_a_table_of(5 * MEGABYTE)

    def a_table_of_50_megabytes_is_built(self):
        if not Place.long:
            self.skipTest("takes minutes: make check-long")
        self._builds_a_table_of(50 * MEGABYTE)

    def a_quiet_run_says_what_it_leaves_out(self):
        """Messages of reports wait for the sum of the run, up to 64 MiB of
        them: those of 2,800 reports with long paths are more."""
        if not Place.long:
            self.skipTest("takes a minute: make check-long")
        deep = self.place / "deep"
        deep.mkdir()
        deep = os.open(deep, os.O_RDONLY)
        for letter in "abcdefghijklmn":
            os.mkdir(letter * 250, dir_fd=deep)
            deep = os.open(letter * 250, os.O_RDONLY, dir_fd=deep)
        text = "".join(f"<p>{{{{nothing{n}.at-all}}}}</p>" for n in range(30))
        xml = ('<report format="2" template="small" lang="en-GB"><header>'
               '<field id="title">R</field></header><section id="text">'
               f"{text}</section></report>").encode()
        for n in range(2800):
            os.mkdir(f"r{n}", dir_fd=deep)
            file = os.open(f"r{n}/report.xml", os.O_WRONLY | os.O_CREAT, dir_fd=deep)
            os.write(file, xml)
            os.close(file)
        done = self.run_program("check", "-q", "deep")
        self.assertEqual(done.returncode, 65)
        self.assertRegex(done.stderr, r"there was no room for all that is said of "
                                      r"\d+ more reports")

    def what_needs_more_memory_than_it_may_take_is_refused(self):
        write_rows(self.report / "f.csv", 5 * MEGABYTE)
        self.says(self.build("--max-memory", "64", "r"), 65,
                  "r: error: needs more memory than 64 MiB", "[limit]")
        self.assertEqual(self.files(), [])

    def rows_called_as_funding_take_as_long_as_others(self):
        rows = 200000
        (self.report / "f.csv").write_text(
            "Service,Variance\n" + "Financed by,1\n" * rows)
        write_report(self.report, "<p>Words.</p>",
                     DATA.replace('"figures"', '"moving"'))
        # Each once looked through all above it for a total.
        self.says(self.run_program("check", "--timeout", "30", "r"), 65,
                  "`Financed by` counts as a row like any other",
                  "is the key of an earlier row, too")

    def a_sheet_of_links_takes_as_long_as_others(self):
        write_linked_book(self.report / "f.xlsx", 150000)
        write_report(self.report, "<p>Words.</p>", DATA.replace("csv", "xlsx"))
        # Each cell once looked through all links.
        done = self.run_program("check", "--timeout", "20", "r")
        self.says(done, 0, "cell A2: warning: the address that this cell is a link to")
        self.assertEqual(done.stderr.count("is a link to"), 1)

    def a_word_that_no_line_holds_is_broken(self):
        word = "w" * 5000
        write_report(self.report, f"<p>{word}</p>")
        self.says(self.build("r"), 0, "[wide-word]")
        self.assertIn(word, self._html())
        self.assertIn("w" * 20, self._last_page())

    def a_word_that_no_column_holds_is_broken(self):
        word = "w" * 5000
        (self.report / "f.csv").write_text(f"Item,Amount\n{word},1\n")
        self.says(self.build("r"), 0, "[wide-word]")
        self.assertIn(word, self._html())

    def a_cell_that_no_page_holds_goes_on_over_pages(self):
        words = " ".join(f"word{i}" for i in range(20000))
        (self.report / "f.csv").write_text(
            f'Item,Amount,Remark\nA,1,"{words}"\n')
        self.says(self.build("r"), 0, "[tall-cell]")
        self.assertIn(words, self._html())
        self.assertIn("word19999", self._last_page())
