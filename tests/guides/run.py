#!/usr/bin/python3
"""Runs what the guides say: every block of code in docs/guides.

What a fence says behind its language is what is done with the block:

    ```xml reports/roof/report.xml    this file is written
    ```sh                             these commands are run, and end with 0
    ```sh 65                          ... with 65
    ```text                           the last commands print these lines, in
                                      this order; `...` is what may be between

A guide has a folder of its own, in which one block after another is done. So
no guide shows what the program does not do. A fence without any of these is an
error.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

FENCE = re.compile(r"( *)```(.*)")


def blocks_of(path):
    """Yields (line, words of the fence, text) of the Markdown file PATH."""
    info, indent, lines, at = None, 0, [], 0
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        fence = FENCE.match(line)
        if fence and info is None:
            info, indent, lines, at = fence.group(2), len(fence.group(1)), [], number
        elif fence:
            yield at, info.split(), "\n".join(lines) + "\n"
            info = None
        elif info is not None:
            lines.append(line[indent:])


class Guide:
    def __init__(self, program, repository, folder):
        self.folder = folder
        self.printed = ""
        self.environment = dict(
            os.environ,
            PATH=f"{program.parent}:{os.environ['PATH']}",
            COUNCILPRESS_TEMPLATES=f"{repository}/templates:-")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def run(self, text, wanted):
        run = subprocess.run(["sh", "-ec", text], cwd=self.folder,
                             env=self.environment, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, encoding="utf-8",
                             timeout=120, check=False)
        self.printed = run.stdout
        if run.returncode != wanted:
            return f"ended with {run.returncode}, not {wanted}:\n{run.stdout}"
        return None

    def expect(self, text):
        lines = iter(line.rstrip() for line in self.printed.split("\n"))
        for wanted in text.rstrip("\n").split("\n"):
            if wanted.strip() in ("...", ""):
                continue
            if wanted.rstrip() not in lines:
                return f"`{wanted}` is not printed in:\n{self.printed}"
        return None

    def do(self, words, text):
        if len(words) == 2 and "." in words[1]:
            return self.write(words[1], text)
        if words[:1] == ["sh"]:
            return self.run(text, int(words[1]) if len(words) > 1 else 0)
        if words == ["text"]:
            return self.expect(text)
        return "a fence that says neither a file nor what is done"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    repository = pathlib.Path(__file__).resolve().parents[2]
    work = pathlib.Path(sys.argv[2]).resolve()
    faults = done = 0
    for source in sorted((repository / "docs/guides").glob("*/guide.md")):
        folder = work / source.parent.name
        shutil.rmtree(folder, ignore_errors=True)
        files = source.parent / "files"
        if files.is_dir():
            shutil.copytree(files, folder)
        folder.mkdir(parents=True, exist_ok=True)
        guide = Guide(program, repository, folder)
        for line, words, text in blocks_of(source):
            fault = guide.do(words, text)
            done += 1
            if fault:
                print(f"{source.relative_to(repository)}:{line}: {fault}")
                faults += 1
    print(f"guides: {done} blocks, {faults} faults")
    return 1 if faults or done == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
