#!/usr/bin/env python3
"""The program as it is called: options, paths, exit statuses, files.

    run.py [--long] PROGRAM WORK [TEST...]

TEST is a name as unittest takes it: test_options.Options.names_the_nearest.
Each test gets an empty folder below WORK. With --long also what takes minutes.
"""
import pathlib
import sys

import support

sys.exit(support.main(pathlib.Path(__file__).resolve().parent, __doc__))
