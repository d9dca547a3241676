#!/usr/bin/env python3
"""Batches: workers, order, kills, locks, what is not built again.

    run.py [--long] PROGRAM WORK [TEST...]

Workers are found in /proc, and stopped and killed from outside: the program
has no switch for it. With --long the kills are 300, otherwise a tenth, and
reports of all formats are built in 20 orders.
"""
import argparse
import os
import pathlib
import shutil
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

import support  # noqa: E402  beside the tests of the command line


class Loader(unittest.TestLoader):
    """Tests are named as what they prove: every public method is one."""

    def getTestCaseNames(self, case):
        return [] if not case.__module__.startswith("test_") else [
            name for name, value in vars(case).items()
            if callable(value) and not name.startswith("_")
            and name != "setUp"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--long", action="store_true")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("tests", nargs="*")
    o = parser.parse_args()
    shutil.rmtree(o.work, ignore_errors=True)
    o.work.mkdir(parents=True)
    support.begin(o.program.resolve(), o.work.resolve(), o.long)
    os.chdir(o.work)
    names = o.tests or sorted(p.stem for p in HERE.glob("test_*.py"))
    suite = Loader().loadTestsFromNames(names)
    result = unittest.TextTestRunner(verbosity=0, stream=sys.stdout).run(suite)
    print(f"batch: {result.testsRun} tests, {len(result.skipped)} skipped")
    for test, why in result.skipped:
        print(f"    SKIPPED {test.id()}: {why}")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


sys.path.insert(0, str(HERE))
sys.exit(main())
