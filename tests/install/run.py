#!/usr/bin/env python3
"""What `make install` puts where, and what operators are told about it.

    run.py PROGRAM WORK [TEST...]

Everything is installed below WORK, from the folder that PROGRAM was built in.
What needs systemd, zsh or fish is skipped, and named, where they are not.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "cli"), str(HERE)]

import support  # noqa: E402  beside the tests of the command line

sys.exit(support.main(HERE, __doc__))
