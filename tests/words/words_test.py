#!/usr/bin/python3
"""Tests of the two readers: they must see the differences they are there for."""

import unittest

import html_words
import pdf_words
import tagged_text


class HtmlWords(unittest.TestCase):
    def test_blocks_and_line_breaks_keep_words_apart(self):
        self.assertEqual(html_words.words("<p>a</p><p>b<br/>c</p>"),
                         ["a", "b", "c"])

    def test_inlines_do_not(self):
        self.assertEqual(html_words.words("<p>a<em>b</em>c</p>"), ["abc"])
        self.assertEqual(html_words.words("<p>a <em>b</em> c</p>"),
                         ["a", "b", "c"])

    def test_cells_keep_words_apart(self):
        self.assertEqual(
            html_words.words("<table><tr><td>1</td><td>2</td></tr></table>"),
            ["1", "2"])

    def test_texts_of_a_picture_are_kept_apart_and_their_lines_as_they_are(
            self):
        self.assertEqual(
            html_words.words("<svg><text><tspan>a</tspan> <tspan>b-</tspan>"
                             "<tspan>c</tspan></text><path d='M0 0'/>"
                             "<text>d</text></svg>"), ["a", "b-c", "d"])

    def test_what_is_for_the_screen_is_left_out(self):
        self.assertEqual(
            html_words.words('<p>a <a class="top screen">b<em>c</em></a> d</p>'),
            ["a", "d"])

    def test_the_head_is_left_out(self):
        self.assertEqual(
            html_words.words("<head><meta charset='x'/><title>t</title>"
                             "<style>p{}</style></head><body>a</body>"), ["a"])

    def test_references_are_characters(self):
        self.assertEqual(html_words.words("<p>R&amp;D &lt;x&gt;</p>"),
                         ["R&D", "<x>"])

    def test_refuses_elements_out_of_balance(self):
        for text in ("<p>a", "<p><em>a</p></em>", "a</p>", "<p/>"):
            with self.assertRaises(ValueError):
                html_words.words(text)


class PdfWords(unittest.TestCase):
    def words(self, listing):
        """Of elements and "texts", each below what it is indented under."""
        lines = []
        for line in listing.split("\n"):
            depth = len(line) - len(line.lstrip(" "))
            if line[depth:].startswith('"'):
                lines.append((depth, None, line[depth + 1:-1]))
            else:
                lines.append((depth, line[depth:], None))
        return pdf_words.words(lines)

    def test_lines_of_a_block_run_together_without_a_space(self):
        self.assertEqual(
            self.words('Document\n  P\n    "one "\n    "two"\n'
                       '    "three"\n  P\n    "four"'),
            ["one", "twothree", "four"])

    def test_inlines_do_not_end_words(self):
        self.assertEqual(
            self.words('Document\n  P\n    "fell."\n    Reference\n'
                       '      Link\n        "1"\n    " So"'),
            ["fell.1", "So"])

    def test_page_numbers_of_contents_are_left_out(self):
        self.assertEqual(
            self.words('Document\n  TOC\n    TOCI\n      Reference\n'
                       '        Link\n          "1. "\n          "Costs"\n'
                       '        "7"\n  P\n    "8"'),
            ["1.", "Costs", "8"])

    def test_labels_of_items_are_words(self):
        self.assertEqual(
            self.words('Document\n  L\n    LI\n      Lbl\n        "a)"\n'
                       '      LBody\n        "b"'),
            ["a)", "b"])

    def test_what_has_no_width_is_no_word(self):
        self.assertEqual(
            self.words('Document\n  P\n    "soft\xadened a\u200bb \u200b c"'),
            ["softened", "ab", "c"])


class TaggedText(unittest.TestCase):
    FONT = (b"1 begincodespacerange <00> <ff> endcodespacerange "
            b"1 beginbfrange <41><5a><0041> endbfrange "
            b"2 beginbfchar <28> <0028> <80> <00660066> endbfchar")

    def texts(self, content):
        page = tagged_text.Content.__new__(tagged_text.Content)
        page.texts, page.marks = {}, []
        page.font = tagged_text.Font(self.FONT)
        page.read(content)
        return page.texts

    def test_texts_by_the_number_of_their_content(self):
        self.assertEqual(
            self.texts(rb"/P <</MCID 0>> BDC [(A\() -20 <80>] TJ (B) Tj EMC "
                       rb"/P <</MCID 1>> BDC (C) Tj EMC"),
            {0: "A(ffB", 1: "C"})

    def test_what_an_actual_text_stands_for_is_not_read(self):
        self.assertEqual(
            self.texts(b"/P <</MCID 0>> BDC (A) Tj /Span "
                       b"<</ActualText <feff05d0>>> BDC (B) Tj EMC (C) Tj EMC"),
            {0: "A\u05d0C"})

    def test_artifacts_are_left_out(self):
        self.assertEqual(self.texts(b"/Artifact BMC (A) Tj EMC"), {})

    def test_refuses_a_text_in_no_element(self):
        with self.assertRaises(ValueError):
            self.texts(b"(A) Tj")


if __name__ == "__main__":
    unittest.main()
