#!/usr/bin/python3
"""Tests of the two readers: they must see the differences they are there for."""

import unittest

import html_words
import pdf_words


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
    def test_lines_of_a_block_run_together_without_a_space(self):
        self.assertEqual(
            pdf_words.words('Document\n  P (block)\n    "one "\n    "two"\n'
                            '    "three"\n  P (block)\n    "four"\n'),
            ["one", "twothree", "four"])

    def test_inlines_do_not_end_words(self):
        self.assertEqual(
            pdf_words.words('Document\n  P (block)\n    "fell."\n'
                            '    Reference (inline)\n      Link (inline)\n'
                            '        "1"\n        Object 6 0\n    " So"\n'),
            ["fell.1", "So"])

    def test_page_numbers_of_contents_are_left_out(self):
        self.assertEqual(
            pdf_words.words('Document\n  TOC\n    TOCI\n      Reference\n'
                            '        Link\n          "1. "\n          "Costs"\n'
                            '        "7"\n  P\n    "8"\n'),
            ["1.", "Costs", "8"])

    def test_attributes_are_no_words(self):
        self.assertEqual(
            pdf_words.words('Document\n  L (block):\n     /ListNumbering /None\n'
                            '    LI (block)\n      Lbl (block)\n        "a)"\n'
                            '      LBody (block)\n        "b"\n'),
            ["a)", "b"])

    def test_a_text_may_hold_quotation_marks(self):
        self.assertEqual(pdf_words.words('Document\n  P\n    "say "yes""\n'),
                         ["say", '"yes"'])

    def test_refuses_a_text_that_it_cannot_read(self):
        for text in ('P\n  "a\nb"\n', 'P\n  "\n'):
            with self.assertRaises(ValueError):
                pdf_words.words(text)


if __name__ == "__main__":
    unittest.main()
