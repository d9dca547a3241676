#!/usr/bin/env python3
"""Many machines: a Slurm of the test's own, two nodes on this one.

    run.py [--long] PROGRAM WORK [TEST...]

As root. munged, slurmctld and two slurmd are started in a temporary folder, with
sockets, keys and ports of their own, and ended by their process ids. With --long
there are 2,000 reports instead of 200.
"""
import os
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "cli"), str(HERE.parent / "batch"), str(HERE)]

import support  # noqa: E402  beside the tests of the command line

if os.geteuid() != 0:
    sys.exit("fleet: needs root, as slurmd does")
if not all(map(shutil.which, ("munged", "slurmctld", "slurmd", "sbatch"))):
    sys.exit("fleet: Slurm is not installed: ./setup --fleet")
sys.exit(support.main(HERE, __doc__))
