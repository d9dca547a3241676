"""Shards of a run: what several machines write together is what one writes."""
import hashlib
import json
import os
import resource
import shutil
import signal

from batches import FIGURES, Batch, kill, write_slow
from support import write_report

USAGE, DATA, NO_INPUT = 64, 65, 66
CANNOT_CREATE, CANNOT_WRITE, BUSY = 73, 74, 75
SHARDS = ".councilpress.shards"
CLOCK = {"started", "ms", "written", "age-days"}


def without_clock(value):
    """A record of a run, without what no two runs have in common."""
    if isinstance(value, dict):
        return {k: without_clock(v) for k, v in value.items()
                if k not in CLOCK}
    if isinstance(value, list):
        return [without_clock(v) for v in value]
    return value


def shard_of(name, count):
    """As batch/shard.c has it."""
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:8], "big") % count + 1


class Shards(Batch):
    def _shard(self, number, count, *args, **more):
        return self.build("--shard", f"{number}/{count}", *args, "all", **more)

    def _shards(self, count, *args):
        for number in range(count, 0, -1):
            self.says(self._shard(number, count, *args), 0)

    def _merge(self, *args, folder=None, **more):
        return self.run_program("merge", *args, folder or self.out,
                                templates=False, **more)

    def _all_bytes(self):
        """Of all that stands, what shards keep to themselves included; but for
        who had the lock last."""
        return {str(p.relative_to(self.out)):
                hashlib.sha256(p.read_bytes()).hexdigest()
                for p in self.out.rglob("*")
                if p.is_file() and p.name != ".councilpress.lock"}

    def _record(self, number, count):
        return self.out / SHARDS / f"{number}-of-{count}" / "record"

    def _edit(self, number, count, change):
        """The first line of a shard's record."""
        path = self._record(number, count)
        head, rest = path.read_text().split("\n", 1)
        head = json.loads(head)
        change(head)
        path.write_text(json.dumps(head) + "\n" + rest)

    def _is_refused(self, status, *parts, args=()):
        before = self._all_bytes()
        done = self._merge(*args)
        self.says(done, status, *parts)
        self.assertEqual(done.stdout, "")
        self.assertEqual(self._all_bytes(), before)

    def they_write_what_one_run_writes(self):
        self.write_batch(40)
        for tree in ((), ("--tree",)):
            self.says(self.build(*tree, "all"), 0)
            whole, digests = self.run_record(), self.digests()
            manifest = (self.out / "manifest.json").read_bytes()
            shutil.rmtree(self.out)
            self._shards(4, *tree)
            self.assertFalse((self.out / "manifest.json").exists())
            done = self._merge()
            self.says(done, 0)
            self.assertEqual(done.stdout, "40 reports, 0 failed\n")
            self.assertEqual(self.digests(), digests)
            self.assertEqual((self.out / "manifest.json").read_bytes(),
                             manifest)
            self.assertEqual(without_clock(self.run_record()),
                             without_clock(whole))
            self.no_temporary()
            shutil.rmtree(self.out)

    def which_reports_are_whose_depends_on_their_names_alone(self):
        self.write_batch(40)
        shares = []
        for number in range(1, 5):
            self._shard(number, 4, "-o", self.place / str(number))
            shares.append({p.stem for p in (self.place / str(number))
                           .glob("r*.pdf")})
        self.assertEqual(set.union(*shares), {f"r{i:02}" for i in range(40)})
        self.assertEqual(sum(map(len, shares)), 40)
        self.assertGreater(min(map(len, shares)), 3)
        # Wherever they lie, and whatever was added.
        (self.place / "all").rename(self.place / "mounted")
        write_report(self.place / "mounted/r99")
        self.build("--shard", "2/4", "-o", self.place / "again", "mounted")
        again = {p.stem for p in (self.place / "again").glob("r*.pdf")}
        self.assertEqual(again - {"r99"}, shares[1])

    def more_shards_than_reports_are_merged_as_well(self):
        self.write_batch(3)
        self._shards(16)
        self.says(self._merge(), 0)
        self.assertEqual(len(self.manifest()["reports"]), 3)
        self.assertEqual(self.run_record()["reports"], 3)

    def what_failed_and_vanished_is_said_by_the_merge(self):
        self.write_batch(12)
        self._shards(3)
        self.says(self._merge(), 0)
        for name in ("r03", "r07"):
            write_report(self.place / "all" / name, "<p>{{none}}</p>")
        shutil.rmtree(self.place / "all/r05")
        for night in (1, 2):
            for number in (1, 2, 3):
                self.assertIn(self._shard(number, 3, "-q").returncode,
                              (0, DATA))
            done = self._merge("-q", "--json")
            self.says(done, DATA, "2 of 11 reports were not written; their "
                      "files of ", "findings: unknown-name 2 in 2 reports",
                      "r05.*: orphaned", "all/r03: not written",
                      "all/r07: not written")
            self.assertEqual("in 2 runs in a row" in done.stderr, night == 2)
            entry = self.manifest()["reports"][3]
            self.assertEqual((entry["name"], entry["status"],
                              entry["failed-runs"]), ("r03", "data", night))
            self.assertEqual(self.manifest()["orphans"], ["r05"])
            summary = json.loads(done.stdout)["summary"]
            self.assertEqual((summary["command"], summary["reports"],
                              summary["failed"], summary["standing"],
                              summary["orphans"], summary["shard"]),
                             ("merge", 11, 2, 2, ["r05"], None))

    def a_shard_run_twice_is_harmless(self):
        self.write_batch(12)
        self._shards(3)
        first = self._all_bytes()
        done = self._shard(2, 3, "--json")
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])
                         ["summary"]["shard"], "2/3")
        self.says(self._shard(2, 3, "--force"), 0)
        again = self._all_bytes()
        self.assertEqual(set(first), set(again))
        for name, content in first.items():
            if not name.endswith("/record"):
                self.assertEqual(again[name], content, name)
        self.says(self._merge(), 0)
        self.assertEqual(len(self.manifest()["reports"]), 12)
        # Once they are merged there is nothing more to merge.
        self._is_refused(NO_INPUT, "nothing to merge")

    def a_merge_before_the_end_is_refused(self):
        self.write_batch(12)
        self.says(self.build("all"), 0)
        self._shard(1, 3)
        self._shard(3, 3)
        self._is_refused(NO_INPUT, "shard 2 of 3 has not ended: run it again")
        # One that begins again has not ended, whatever it had before; it is
        # ended while a report of it is built that takes seconds.
        self._shard(2, 3)
        write_slow(self.place / "all/slow", 100000)
        slow = shard_of("slow", 3)
        for number in {1, 2, 3} - {slow}:
            self._shard(number, 3)
        for end in (signal.SIGKILL, signal.SIGTERM):
            parent = self.begin("--shard", f"{slow}/3", "all")
            self.busy_worker(parent)
            kill(parent.pid, end)
            parent.communicate()
            self._is_refused(NO_INPUT, f"shard {slow} of 3 has not ended")
        shutil.rmtree(self.place / "all/slow")
        self._shards(3)
        self.says(self._merge(), 0)
        self.no_temporary()

    def a_merge_waits_for_shards_that_run_or_leaves(self):
        write_slow(self.place / "all/slow", 100000)
        parent = self.begin("--shard", "1/1", "all")
        self.busy_worker(parent)
        self._is_refused(BUSY, "another run writes here")
        # Nor may a whole run begin, or the same shard.
        self.says(self.build("all"), BUSY, "another run writes here")
        self.says(self._shard(1, 1), BUSY, "a run of the same shard")
        self.says(self._merge("--wait"), 0)
        self.assertEqual(parent.wait(1), 0)
        self.end_of(parent)
        self.assertEqual(len(self.manifest()["reports"]), 1)

    def shards_that_do_not_belong_together_are_refused(self):
        self.write_batch(12)
        self._shards(3)
        good = self.place / "good"
        shutil.copytree(self.out, good)

        def again():
            shutil.rmtree(self.out)
            shutil.copytree(good, self.out)

        self._edit(2, 3, lambda h: h.update(version="9.9"))
        self._is_refused(DATA, "shard 2 of 3 was built by version 9.9")
        again()
        self._shard(3, 3, "-f", "html")
        self._is_refused(DATA, "shards 1 and 3 of 3", "other options")
        again()
        long_ago = 31 * 86400 + 3600
        self._edit(1, 3, lambda h: h.update(started=h["started"] - long_ago))
        self._is_refused(NO_INPUT, "shard 1 of 3 ended 31 days before")
        again()
        (self.out / SHARDS / "1-of-8").mkdir()
        self._is_refused(DATA, "in 3 and in 8 parts")
        again()
        # Another number of parts cannot begin here, nor a whole run.
        before = self._all_bytes()
        self.says(self._shard(1, 4), CANNOT_CREATE, "a run in 3 parts",
                  "this one is of 4")
        self.says(self.build("all"), CANNOT_CREATE, "a run in 3 parts",
                  "councilpress merge")
        self.assertEqual(self._all_bytes(), before)

    def a_damaged_record_is_none(self):
        self.write_batch(12)
        self._shards(3)
        path = self._record(2, 3)
        good = path.read_bytes()
        lines = good.splitlines(keepends=True)
        self.assertGreater(len(lines), 3)
        other = self._record(1, 3).read_bytes().splitlines(keepends=True)[1]
        for bad in (b"", b"{}\n", b"\0" * 100, good[:len(good) // 2],
                    b"".join(lines[:-1]), b"".join(lines[:-2] + lines[-1:]),
                    b"".join(lines[:1] + [other] + lines[2:]),
                    good.replace(b'"status":"ok"', b'"status":"fine"'),
                    good.replace(b'"format":1', b'"format":2', 1),
                    good.replace(b'"end":', b'"end":-'),
                    b"[1]\n" + good, b"[" * 100000):
            path.write_bytes(bad)
            self._is_refused(NO_INPUT, "shard 2 of 3 has a record that is "
                             "damaged: run it again")
        path.unlink()
        path.symlink_to("/dev/zero")
        self._is_refused(NO_INPUT, "shard 2 of 3 has not ended")
        path.unlink()
        self.says(self._shard(2, 3), 0)
        self.says(self._merge(), 0)

    def numbers_that_no_shard_has_are_refused(self):
        self.write_batch(2)
        for value in ("0/4", "5/4", "1/0", "0/0", "4", "/4", "4/", "1/4x",
                      "-1/4", "+1/4", "1/-4", " 1/4", "1/ 4", "1/10000",
                      "99999999999999999999/4", "1/4/4", "a/b", "1.0/4", ""):
            self.says(self.build(f"--shard={value}", "all"), USAGE, "want K/N")
        self.assertFalse(self.out.exists())
        self.says(self.run_program("check", "--shard", "1/2", "all"), USAGE,
                  "--shard goes with build")
        self.says(self.build("--shard", "1/2", "--dump=doc", "all"), USAGE)
        self.says(self._merge("--strict"), USAGE, "--strict goes with")
        self.says(self.run_program("merge", templates=False), USAGE,
                  "one folder")

    def a_folder_that_has_no_shards_is_left_as_it_is(self):
        self.says(self._merge(), NO_INPUT, "cannot open")
        self.assertFalse(self.out.exists())
        self.out.mkdir()
        self.says(self._merge(), NO_INPUT, "nothing to merge")
        self.write_batch(2)
        self.says(self.build("all"), 0)
        self._is_refused(NO_INPUT, "nothing to merge")
        (self.place / "file").write_text("text")
        self.says(self._merge(folder="file"), NO_INPUT, "cannot open")

    def a_file_system_without_locks_is_refused(self):
        self.write_batch(2)
        env = os.environ | {"LD_PRELOAD": str(self.shim("no_locks"))}
        self.says(self._shard(1, 2, env=env), CANNOT_CREATE,
                  "must be on a file system with locks")
        self.assertEqual(self.files(), [])
        self._shards(2)
        self._is_refused_without_locks(env)

    def _is_refused_without_locks(self, env):
        before = self._all_bytes()
        self.says(self._merge(env=env), CANNOT_CREATE,
                  "must be on a file system with locks")
        self.assertEqual(self._all_bytes(), before)

    def a_full_disk_in_merge_leaves_all_as_it_was(self):
        self.write_batch(30)
        self.says(self.build("all"), 0)
        for i in range(30):
            write_report(self.place / f"all/r{i:02}", f"<p>New {i}.</p>")
        self._shards(3)
        before = self._all_bytes()
        for limit, name in ((0, "manifest.json"), (4096, "manifest.json")):
            done = self._merge(preexec_fn=lambda limit=limit:
                               resource.setrlimit(resource.RLIMIT_FSIZE,
                                                  (limit, limit)))
            self.says(done, CANNOT_WRITE, name, "cannot write")
            self.assertEqual(self._all_bytes(), before)
        self.says(self._merge(), 0)
        self.assertFalse((self.out / SHARDS).exists())

    def a_merge_that_was_killed_while_it_cleared_has_ended(self):
        self.write_batch(4)
        self._shards(2)
        half = self.place / "half"
        shutil.copytree(self.out / SHARDS / "2-of-2", half / "2-of-2")
        self.says(self._merge(), 0)
        half.rename(self.out / ".councilpress.merged")
        before = (self.out / "manifest.json").read_bytes()
        # It is no shard that waits: neither for a merge nor for a whole run.
        self.says(self._merge(), NO_INPUT, "nothing to merge")
        self.says(self.build("-q", "all"), 0)
        self.assertEqual((self.out / "manifest.json").read_bytes(), before)
        # The next merge takes it away.
        self._shards(2)
        self.says(self._merge(), 0)
        self.assertFalse((self.out / ".councilpress.merged").exists())

    def a_shard_that_cannot_write_has_not_ended(self):
        self.write_batch(6)
        self._shards(2)
        write_report(self.place / "all/big", "<p>" + "word " * 20000 + "</p>")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

        for number in (1, 2):
            self.says(self._shard(number, 2, "--force", preexec_fn=limit),
                      CANNOT_WRITE)
        self.says(self._merge(), NO_INPUT, "shard 1 of 2 has not ended",
                  "shard 2 of 2 has not ended")
        self._shards(2)
        self.says(self._merge(), 0)
        self.no_temporary()

    def machines_that_see_other_reports_are_told(self):
        self.write_batch(6)
        self._shard(1, 2)
        write_report(self.place / "all/new")
        self._shard(2, 2)
        done = self._merge("-q")
        self.says(done, 0, "did not find the same number of reports")

    def internal_copies_have_a_manifest_of_their_own(self):
        write_report(self.place / "all/a", '<p copy="internal">Secret.</p>')
        self._shards(2, "--copy=internal")
        self.says(self._merge(), 0)
        self.assertEqual([p.name for p in self.out.glob("manifest*")],
                         ["manifest.internal.json"])
        self.assertTrue((self.out / "run.internal.json").exists())

    def all_at_once_is_as_good_as_one_after_another(self):
        self.write_batch(40)
        self.says(self.build("all"), 0)
        manifest = (self.out / "manifest.json").read_bytes()
        shutil.rmtree(self.out)
        parents = [self.begin("-j2", "--shard", f"{n}/6", "all")
                   for n in range(1, 7)]
        for parent in parents:
            self.assertEqual(self.end_of(parent).returncode, 0)
        self.says(self._merge(), 0)
        self.assertEqual((self.out / "manifest.json").read_bytes(), manifest)
        self.are_whole()
        self.no_temporary()
