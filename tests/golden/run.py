#!/usr/bin/env python3
"""Golden cases: below tests/golden/, any file NAME.case, and any folder with a
file `args`.

A case is a set of files. case_file.py says how they stand in one file; those
with bytes that cannot (another character set, a picture) are a folder.

`args` is the command line, split as a shell splits words, run in a copy of the
case; $OUT in it is an empty folder for outputs. What the case holds is what is
compared:

    want.status     the exit status (0 when there is none)
    want.messages   standard error, always compared
    want.out        standard output
    want.html       the HTML file that was written, without its style sheet and
                    the size of the PDF that it leads to
    want.css        its style sheet: in one case, so that a change of looks
                    is one difference
    want.report want.figures want.doc want.layout   what --dump STAGE prints

`args.NAME` is a further run with want.NAME.*. A run that fails must leave no
file behind. `setup.sh`, where there is one, is run first, in the copy (a
symbolic link, a template with one word changed, a file with odd bytes). $SMALL,
in it and in `args`, is tests/golden/templates-small with the wording of
templates/; $ROOT is the project's own folder, with its templates and examples.
In what is wanted $CASE is the copy, $FONTS where a font was found.

    run.py [--bless | --build] [--jobs N] PROGRAM WORK [CASE...]

With --bless each difference is shown and then becomes what is wanted; an empty
want.html, want.doc ... asks for it. With --build nothing is compared: what a
case builds, or checks and finds right, is built, and stays in WORK/CASE/out for
the validators.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys

import golden_cases as golden


def build_all(runs, jobs):
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        built = list(pool.map(lambda run: run.run(build=True), runs))
    right = sum(done.returncode == 0 for done, _ in built)
    print(f"golden: {right} of {len(runs)} runs built")
    return 0 if right else 1


def check_case(runs):
    """One after the other: a bless writes into their case."""
    results = []
    for run in runs:
        try:
            ok = run.check()
        except (subprocess.SubprocessError, OSError, ValueError) as error:
            run.log.append(str(error))
            ok = False
        results.append((run, ok))
    return results


def check_all(cases, jobs):
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for results in pool.map(check_case, cases):
            for run, ok in results:
                if not ok or run.log:
                    print(("FAILED " if not ok else "") + run.name)
                    print("".join(f"    {line}\n" for line in run.log), end="")
                passed += ok
                failed += not ok
    print(f"golden: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("program")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    o = parser.parse_args()
    work = o.work.resolve()
    places = [place.resolve() for place in o.cases] or [golden.GOLDEN]
    try:
        cases = [golden.find_runs(case, os.path.abspath(o.program), work, o.bless)
                 for case in golden.find_cases(places)]
    except ValueError as error:
        sys.exit(f"golden: {error}")
    golden.assemble_small_templates(work / "templates-small")
    if o.build:
        return build_all([run for runs in cases for run in runs], o.jobs)
    return check_all(cases, o.jobs)


sys.exit(main())
