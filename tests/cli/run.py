#!/usr/bin/env python3
"""The program as it is called: options, paths, exit statuses, files.

    run.py [--long] PROGRAM WORK [TEST...]

TEST is a name as unittest takes it: test_options.Options.names_the_nearest.
Each test gets an empty folder below WORK. With --long also what takes minutes.
"""
import argparse
import os
import pathlib
import shutil
import sys
import unittest

import support

HERE = pathlib.Path(__file__).resolve().parent


class Loader(unittest.TestLoader):
    """Tests are named as what they prove: every public method is one."""

    def getTestCaseNames(self, case):
        return [] if case is support.Case else [
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
    loader = Loader()
    names = o.tests or sorted(p.stem for p in HERE.glob("test_*.py"))
    suite = loader.loadTestsFromNames(names)
    result = unittest.TextTestRunner(verbosity=0, stream=sys.stdout).run(suite)
    print(f"cli: {result.testsRun} tests, {len(result.skipped)} skipped")
    for test, why in result.skipped:
        print(f"    SKIPPED {test.id()}: {why}")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


sys.exit(main())
