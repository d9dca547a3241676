#!/usr/bin/env python3
"""Tests of the one-file form: what goes in comes out, what cannot is refused."""
import pathlib
import tempfile
import unittest

import case_file


class Parse(unittest.TestCase):
    def test_files_are_what_stands_between_the_marks(self):
        self.assertEqual(
            case_file.parse("Why.\n-- args --\nbuild\n-- report.xml --\n<r>\n"
                            "\n</r>\n-- want.out --\n-- ./a.csv --\n1\n"),
            ("Why.\n", {"args": "build\n", "report/report.xml": "<r>\n\n</r>\n",
                        "want.out": "", "a.csv": "1\n"}))

    def test_a_name_alone_is_a_file_of_the_report(self):
        for name, place in (("budget.csv", "report/budget.csv"),
                            ("wanted.csv", "report/wanted.csv"),
                            ("report/args", "report/args"),
                            ("2025/a.csv", "2025/a.csv"), ("./a", "a"),
                            ("setup.sh", "setup.sh"), ("args", "args"),
                            ("args.strict", "args.strict"),
                            ("want.html", "want.html")):
            self.assertEqual(case_file.place_of(name), place)
            shortest = case_file.name_of(place)
            self.assertEqual(case_file.place_of(shortest), place)

    def test_without_args_the_report_is_checked(self):
        files = case_file.parse("-- report.xml --\n")[1]
        self.assertEqual(files["args"], "check --templates $SMALL report\n")
        files = case_file.parse("-- args.strict --\nx\n")[1]
        self.assertNotIn("args", files)

    def test_lines_that_are_nearly_marks_are_text(self):
        text = "-- a b --\n --  a --\n-- a --x\n--a--\n"
        self.assertEqual(case_file.parse(f"-- t --\n{text}")[1]["report/t"],
                         text)

    def test_what_is_refused(self):
        for text in ("", "Words alone.\n", "-- a --\n-- a --\n",
                     "-- a --\n-- report/a --\n", "-- /etc/passwd --\n",
                     "-- ../a --\n", "-- report/../../a --\n"):
            with self.assertRaises(ValueError, msg=text):
                case_file.parse(text)


class Compose(unittest.TestCase):
    def test_order_is_inputs_command_what_is_wanted(self):
        files = {"want.doc": "d\n", "want.status": "65\n", "args": "x\n",
                 "templates/t.xml": "t\n", "report/a.csv": "a\n",
                 "want.messages": "m\n", "report/report.xml": "r\n",
                 "setup.sh": "s\n", "args.b": "y\n", "want.b.out": "o\n"}
        text = case_file.compose("Why.\n", files)
        self.assertEqual(
            text, "Why.\n-- report.xml --\nr\n-- a.csv --\na\n"
            "-- templates/t.xml --\nt\n-- setup.sh --\ns\n-- args --\nx\n"
            "-- args.b --\ny\n-- want.status --\n65\n-- want.messages --\nm\n"
            "-- want.doc --\nd\n-- want.b.out --\no\n")
        self.assertEqual(case_file.parse(text), ("Why.\n", files))

    def test_the_usual_command_is_left_out_where_it_is_the_only_one(self):
        files = {"args": case_file.DEFAULT_ARGS, "report/a": "a\n"}
        self.assertEqual(case_file.compose("", files), "-- a --\na\n")
        files["args.b"] = "x\n"
        self.assertIn("-- args --\n", case_file.compose("", files))

    def test_what_a_reader_cannot_see_is_refused(self):
        for text in ("no line break at the end", "a\r\n", "\ufeffa\n", "a\0\n",
                     "-- args --\n"):
            with self.assertRaises(ValueError, msg=repr(text)):
                case_file.compose("", {"report/a.csv": text})
        for text in ("", "\n", "a\tb\n", "£ ŵ\n"):
            self.assertEqual(case_file.parse(case_file.compose(
                "", {"report/a.csv": text}))[1]["report/a.csv"], text)


class Pack(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.addCleanup(self.work.cleanup)
        self.folder = pathlib.Path(self.work.name) / "case"
        (self.folder / "report").mkdir(parents=True)
        (self.folder / "args").write_text(case_file.DEFAULT_ARGS)
        (self.folder / "report/report.xml").write_text("<report/>\n")

    def test_a_folder_becomes_a_file_and_a_folder_again(self):
        self.assertIsNone(case_file.pack(self.folder))
        self.assertFalse(self.folder.exists())
        files = case_file.read(self.folder.with_suffix(".case"))[1]
        case_file.unpack(files, self.folder)
        self.assertEqual((self.folder / "report/report.xml").read_text(),
                         "<report/>\n")

    def test_what_is_odd_stays_a_folder(self):
        odd = {"latin-1.csv": b"\xa3\n", "bom.csv": b"\xef\xbb\xbfa\n",
               "cr.csv": b"a\r\n", "end.csv": b"a"}
        for name, data in odd.items():
            (self.folder / name).write_bytes(data)
            self.assertIn(name, case_file.pack(self.folder))
            (self.folder / name).unlink()
        (self.folder / "link").symlink_to("args")
        self.assertIn("link", case_file.pack(self.folder))
        (self.folder / "link").unlink()
        (self.folder / "empty").mkdir()
        self.assertIn("empty", case_file.pack(self.folder))
        self.assertTrue((self.folder / "args").exists())


if __name__ == "__main__":
    unittest.main()
