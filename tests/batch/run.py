#!/usr/bin/env python3
"""Batches: workers, order, kills, locks, what is not built again.

    run.py [--long] PROGRAM WORK [TEST...]

Workers are found in /proc, and stopped and killed from outside: the program
has no switch for it. With --long the kills are 300, otherwise a tenth, and
reports of all formats are built in 20 orders.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "cli"), str(HERE)]

import support  # noqa: E402  beside the tests of the command line

sys.exit(support.main(HERE, __doc__))
