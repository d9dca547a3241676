#!/usr/bin/env python3
"""Changes an input at every moment of a run, and looks at what came of it.

    changes.py [--all] [--jobs N] [--preload LIBRARY] PROGRAM INTERPOSER WORK

A small report is built over older outputs. Before the K-th call of the run the
interposer (tests/faults/interpose.c) changes one of the files that the report
is made from: report.xml, data, prose, template, kind, wording, house style, font.
It is overwritten in place with as many, more or fewer bytes, replaced, or
removed. A run may end

    after     as if the file had been changed before the run
    changed   with the finding [changed] and the old files
    before    as if it had never been changed; the next run builds again

and for growing K it must end so in this order, each at least once: every change
between the first reading and the last is seen. (A file that grows or shrinks in
the midst of a reading has changed, even where it is read again later.) Nothing is ever made from both
states, and what is not built leaves the old files. What is said of
data that grow is want.changed.messages.

Without --all the moments are spread, but for those where the end changes, which
are found by halving.
"""
import argparse
import concurrent.futures
import mmap
import os
import pathlib
import shutil
import struct
import subprocess
import sys

# Templates are looked for in the folders that a test names, and in no others.
os.environ["COUNCILPRESS_TEMPLATES"] = "-"

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SMALL = ROOT / "tests/golden/templates-small"
# Of Debian 12 or 13.
FONTS = next(folder for folder in
             map(pathlib.Path, ("/usr/share/fonts/truetype/liberation2",
                                "/usr/share/fonts/truetype/liberation"))
             if folder.is_dir())
TIME_LIMIT = 60  # seconds
DATA, NOINPUT = 65, 66
CALLS = ("open,openat,fopen,read,fread,fstat,stat,realpath,close,opendir,"
         "readdir,write,fsync,rename")
REPORT = """<report format="1" template="small" lang="en-GB">
  <header><field id="title">A title</field></header>
  <data id="f" file="f.csv" kind="figures"/>
  <section id="text"><table data="f" caption="Figures"/></section>
  <section id="more" file="more.md"/>
</report>
"""

# The file, and what stands in it before and after: as many bytes.
FILES = {
    "report.xml": ("r/report.xml", b">A title<", b">B title<"),
    "data": ("r/f.csv", b"One,1", b"One,2"),
    "prose": ("r/more.md", b"Words", b"Woods"),
    "template": ("templates/small/template.xml", b'heading="Text"',
                 b'heading="Test"'),
    "kind": ("templates/kinds/figures.xml", b'title="Item"', b'title="Atem"'),
    "wording": ("templates/wording/en-GB.xml", b">Skip to", b">Jump to"),
    "house style": ("templates/house/plain.xml", b"Example Borough",
                    b"Another Borough"),
    "font": ("fonts/LiberationSans-Regular.ttf", b"Copyright", b"copyright"),
}


def snapshot(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()
            if p.name.startswith("r.") or p.name.startswith(".r.")}


def write_inputs(place):
    shutil.rmtree(place, ignore_errors=True)
    (place / "r").mkdir(parents=True)
    (place / "r/report.xml").write_text(REPORT)
    (place / "r/f.csv").write_text("Item,Amount\nOne,1\nTwo,2\n")
    (place / "r/more.md").write_text("Words.\n")
    shutil.copytree(SMALL, place / "templates")
    for name in ("wording", "style"):
        shutil.copytree(ROOT / "templates" / name, place / "templates" / name)
    (place / "fonts").mkdir()
    for font in FONTS.glob("LiberationSans-*.ttf"):
        shutil.copy(font, place / "fonts")
    house = place / "templates/house/plain.xml"
    house.write_text(house.read_text().replace(
        "/usr/share/fonts/truetype/liberation2", "../../fonts"))


class Change:
    """One file and one way of changing it, in a folder of its own."""

    def __init__(self, arguments, name, how):
        self.name = name
        self.how = how
        self.program = arguments.program.resolve()
        self.interposer = arguments.interposer.resolve()
        self.preload = arguments.preload
        self.place = (arguments.work / f"{name}-{how}".replace(" ", "-")
                      ).resolve()
        write_inputs(self.place)
        path, old, new = FILES[name]
        self.file = self.place / path
        self.before = self.file.read_bytes()
        assert self.before.count(old) >= 1, (name, old)
        self.after = self.changed(self.before.replace(old, new, 1))
        self.said = {}
        self.state = self.place / "state"
        self.state.write_bytes(bytes(16))
        with open(self.state, "r+b") as f:
            self.map = mmap.mmap(f.fileno(), 16)
        self.old = self.whole("--set", "title=An earlier title")
        self.old_files = snapshot(self.place / "out")
        self.before_files = self.whole()
        self.after_files = self.whole_after()

    def changed(self, content):
        if self.how == "longer":
            return content + b"\n" * 3
        if self.how == "shorter":
            return content.rstrip(b"\n") if content.endswith(b"\n") \
                else content[:len(content) // 2]
        return content

    def build(self, *more, **faults):
        environment = dict(os.environ)
        if faults:
            environment |= {"LD_PRELOAD": " ".join(
                [str(self.interposer), *self.preload]), **faults}
        return subprocess.run(
            [self.program, "build", "-q", "-o", "out", "--templates",
             "templates", *more, "r"], cwd=self.place, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            encoding="utf-8", timeout=TIME_LIMIT)

    def whole(self, *more):
        shutil.rmtree(self.place / "out", ignore_errors=True)
        done = self.build(*more)
        assert done.returncode == 0, (self.name, done.stderr)
        return snapshot(self.place / "out")

    def whole_after(self):
        """The files of a run after the change; None when it is refused."""
        self.put_after()
        shutil.rmtree(self.place / "out", ignore_errors=True)
        done = self.build()
        self.file.write_bytes(self.before)
        return snapshot(self.place / "out") if done.returncode == 0 else None

    def put_after(self):
        if self.how == "removed":
            self.file.unlink()
        else:
            self.file.write_bytes(self.after)

    def lay_out(self):
        self.file.write_bytes(self.before)
        (self.place / "new").write_bytes(self.after)
        out = self.place / "out"
        out.mkdir(exist_ok=True)
        if snapshot(out) != self.old_files:
            shutil.rmtree(out)
            out.mkdir()
            for name, data in self.old_files.items():
                (out / name).write_bytes(data)

    def run(self, at):
        """The finished process, and how many calls it made."""
        self.lay_out()
        self.map[:] = bytes(16)
        done = self.build(
            FAULT_CALLS=CALLS, FAULT_AT=str(at), FAULT_TIMES="once",
            FAULT_STATE=str(self.state), FAULT_FILE=str(self.file),
            FAULT_WITH=str(self.place / "new"),
            FAULT_CHANGE={"removed": "remove", "replaced": "replace"}.get(
                self.how, "overwrite"))
        return done, struct.unpack("QQ", self.map[:])[0]

    def happened(self):
        """A run and its worker do not always make as many calls."""
        return struct.unpack("QQ", self.map[:])[1] > 0

    def end(self, at):
        """"after", "changed", "before", or what is wrong."""
        done, _ = self.run(at)
        files = snapshot(self.place / "out")
        if not self.happened():
            return "before" if files == self.before_files else \
                "it changed nothing, and yet"
        if done.returncode == 0:
            if files == self.after_files:
                return "after"
            if files != self.before_files:
                return "a mixture of files"
            return self.next_run()
        if files != self.old_files:
            return "the old files did not stay"
        if done.returncode == NOINPUT and "[changed]" in done.stderr:
            self.said[at] = done.stderr
            return "changed"
        if done.returncode not in (DATA, NOINPUT) or not done.stderr:
            return f"status {done.returncode}: {done.stderr}"
        if self.after_files is None:
            return "after"
        return f"sound data is refused: {done.stderr}"

    def next_run(self):
        """What was made from the file as it was must be made again."""
        done = self.build()
        files = snapshot(self.place / "out")
        if self.after_files is None:
            healed = done.returncode in (DATA, NOINPUT) \
                and files == self.before_files
        else:
            healed = done.returncode == 0 and files == self.after_files
        return "before" if healed else "the next run does not see it"


ORDER = ("after", "changed", "before")
# The run and its worker count together, and beside each other: call K of one
# run may be a neighbour's in the next.
OFF = 2


TORN = 2


def without_torn(ends):
    """ENDS without what was changed in the midst of a reading that is made
    again later, between asking for the length and reading: TORN calls or fewer
    end in "changed", and behind them comes "after" once more."""
    kept = []
    at = 0
    while at < len(ends):
        behind = at
        while behind < len(ends) and ends[behind][1] == "changed":
            behind += 1
        torn = 0 < behind - at <= TORN and behind < len(ends) and \
            ends[behind][1] == "after"
        kept += [] if torn else ends[at:max(behind, at + 1)]
        at = max(behind, at + 1)
    return kept


def is_in_order(ends):
    """Whether all of ORDER come, none before an earlier one by more than OFF;
    ENDS are pairs of a call and its end, in their order."""
    ends = without_torn(ends)
    return set(ORDER) == {end for _, end in ends} and all(
        ORDER.index(earlier) <= ORDER.index(later) or at - before <= OFF
        for before, earlier in ends for at, later in ends if before < at)


class Moments:
    """How runs end for growing K, each tried once."""

    def __init__(self, change):
        self.change = change
        self.ends = {}

    def end(self, at):
        if at not in self.ends:
            self.ends[at] = self.change.end(at)
        return self.ends[at]

    def halve(self, low, high, name):
        """Between LOW, which ends before NAME, and HIGH, which does not."""
        rank = ORDER.index(name)
        while high - low > 1:
            middle = (low + high) // 2
            end = self.end(middle)
            if end in ORDER and ORDER.index(end) < rank:
                low = middle
            else:
                high = middle
        for at in range(low - 2, high + 3):
            if 1 <= at:
                self.end(at)


def examine(change, everything):
    """How many runs, how many of each end, and what is wrong."""
    _, count = change.run(0)
    moments = Moments(change)
    step = 1 if everything else max(1, count // 6)
    for at in [*range(1, count + 1, step), count]:
        moments.end(at)
    if not everything:
        moments.halve(1, count, "changed")
        moments.halve(1, count, "before")
    ends = [moments.ends[at] for at in sorted(moments.ends)
            if at <= count]
    wrong = [f"{change.name}, {change.how}, call {at}: {end}"
             for at, end in sorted(moments.ends.items()) if end not in ORDER]
    if not wrong and not is_in_order(
            [(at, moments.ends[at]) for at in sorted(moments.ends)
             if at <= count]):
        wrong.append(f"{change.name}, {change.how}: ends are not {ORDER}, "
                     f"but {sorted(moments.ends.items())}")
    if (change.name, change.how) == ("data", "longer"):
        wrong += says_what_is_wanted(change)
    return len(ends), [ends.count(e) for e in ORDER], wrong


def says_what_is_wanted(change):
    """Each message of the wanted, and no other. Neighbours may come in either
    order: run and worker count their calls together."""
    want = left = (HERE / "want.changed.messages").read_text()
    said = set(change.said.values())
    unwanted = [message for message in said if message not in left]
    # A message may begin with all of another.
    for message in sorted(said, key=len, reverse=True):
        left = left.replace(message, "", 1)
    return [f"it says\n{''.join(said)}and not\n{want}"] if (
        unwanted or left) else []


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--all", action="store_true")
    p.add_argument("--jobs", type=int, default=os.cpu_count())
    p.add_argument("--preload", action="append", default=[],
                   help="a further library, after the interposer")
    p.add_argument("--files", default=",".join(FILES))
    p.add_argument("--set", action="append", default=[], metavar="NAME=VALUE",
                   type=lambda s: s.split("=", 1), help="in the environment")
    p.add_argument("program", type=pathlib.Path)
    p.add_argument("interposer", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    o = p.parse_args()
    os.environ.update(dict(o.set))
    shutil.rmtree(o.work, ignore_errors=True)
    wrong = []
    hows = ("as long", "longer", "shorter", "replaced", "removed")
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for name in o.files.split(","):
            done = list(pool.map(lambda how, n=name: examine(
                Change(o, n, how), o.all), hows))
            runs = sum(d[0] for d in done)
            after, changed, before = (sum(d[1][i] for d in done)
                                      for i in range(3))
            wrong += [w for d in done for w in d[2]]
            print(f"changes: {name}: {runs} runs, {after} after, {changed} "
                  f"seen, {before} before", flush=True)
    for line in wrong[:50]:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
