"""Crashes, hangs, kills, and two runs at once."""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import time

from batches import Batch, children, kill, write_slow
from support import Place

CRASHED = 70
NO_MEMORY = 71
BUSY = 75
DATA = 65


class Workers(Batch):
    def setUp(self):
        super().setUp()
        self.write_batch(8)
        write_slow(self.place / "all/r03slow")

    def _states(self):
        return {r["name"]: r["status"] for r in self.manifest()["reports"]}

    def _costs_itself_alone(self, done, status, word, *said):
        self.says(done, status, "r03slow: error: ", *said)
        self.assertIn("9 reports, 1 failed\n", done.stdout)
        states = self._states()
        self.assertEqual(states.pop("r03slow"), word)
        self.assertEqual(set(states.values()), {"ok"})
        self.no_temporary()

    def _kill_twice(self, run, *number):
        """Since one that has built reports before may have been spoilt."""
        first = self.busy_worker(run)
        kill(first, *number)
        while os.path.exists(f"/proc/{first}"):
            time.sleep(0.01)
        kill(self.busy_worker(run), *number)

    def one_that_is_killed_once_costs_nothing(self):
        run = self.begin("-j1", "all")
        kill(self.busy_worker(run))
        self.says(self.end_of(run), 0)
        self.assertEqual(set(self._states().values()), {"ok"})
        self.no_temporary()

    def one_that_is_killed_costs_its_report(self):
        for workers in ("-j1", "-j3"):
            shutil.rmtree(self.out, ignore_errors=True)
            run = self.begin(workers, "all")
            self._kill_twice(run)
            self._costs_itself_alone(self.end_of(run), NO_MEMORY, "no-memory",
                                     "was killed")

    def one_that_crashes_costs_its_report(self):
        run = self.begin("-j2", "all")
        self._kill_twice(run, signal.SIGSEGV)
        self._costs_itself_alone(self.end_of(run), CRASHED, "bug",
                                 "crashed (signal 11")

    def one_that_hangs_is_ended(self):
        run = self.begin("-j2", "--timeout=20", "all")
        kill(self.busy_worker(run), signal.SIGSTOP)
        self._costs_itself_alone(self.end_of(run), DATA, "limit",
                                 "not done after 20 seconds")

    def one_that_takes_too_much_is_refused(self):
        done = self.build("-j2", "--max-memory=8", "all")
        self._costs_itself_alone(done, DATA, "limit", "[limit]")

    def they_are_confined(self):
        run = self.begin("-j2", "all")
        worker = pathlib.Path(f"/proc/{self.busy_worker(run)}")
        status = (worker / "status").read_text()
        limits = (worker / "limits").read_text()
        run.terminate()
        self.end_of(run)
        self.assertRegex(status, r"NoNewPrivs:\s+1")
        self.assertRegex(status, r"Seccomp:\s+2")
        self.assertTrue(re.search(r"Max core file size +0 ", limits))
        self.assertNotRegex(limits, r"Max address space +unlimited")

    def a_signal_ends_the_run_where_it_is_whole(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            shutil.rmtree(self.out, ignore_errors=True)
            run = self.begin("-j2", "all")
            self.busy_worker(run)
            workers = children(run.pid)
            run.send_signal(number)
            done = self.end_of(run)
            self.assertEqual(done.returncode, -number)
            self.assertIn("stopped: ", done.stderr)
            self.no_temporary()
            for pid in workers:
                self.assertFalse(os.path.exists(f"/proc/{pid}"))
        self.says(self.build("-j2", "all"), 0)
        self.assertEqual(len(self.files()), 27)


class Stopped(Batch):
    """By a signal, in the middle of putting files in place."""

    def setUp(self):
        super().setUp()
        self.slow = os.environ | {"LD_PRELOAD": str(self.shim("slow_rename"))}

    def _stop(self, number, *args):
        """When a new PDF stands beside an old page."""
        self.says(self.build("--set", "title=Old", *args), 0)
        old = self.digests()
        run = self.begin("--set", "title=New", *args, env=self.slow)
        end = time.monotonic() + 30
        while self.digest("r00.pdf") == old["r00.pdf"]:
            self.assertIsNone(run.poll())
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)
        run.send_signal(number)
        self.assertEqual(self.end_of(run).returncode, -number)
        self.assertNotEqual(self.digests()["r00.html"], old["r00.html"])
        self.are_whole()
        self.no_temporary()

    def a_batch_puts_all_files_of_a_report_in_place(self):
        self.write_batch(3)
        self._stop(signal.SIGTERM, "-j1", "all")
        self.says(self.build("--set", "title=New", "all"), 0)

    def a_single_report_too(self):
        self.write_batch(1)
        self._stop(signal.SIGINT, "all/r00")

    def a_signal_to_all_processes_at_once_is_no_crash(self):
        self.write_batch(8)
        write_slow(self.place / "all/r03slow")
        run = self.begin("-j2", "all", start_new_session=True)
        self.busy_worker(run)
        os.killpg(run.pid, signal.SIGINT)
        done = self.end_of(run)
        self.assertEqual(done.returncode, -signal.SIGINT)
        self.assertIn("stopped: ", done.stderr)
        self.assertNotIn("error", done.stderr)
        self.no_temporary()

    def a_worker_that_does_not_hear_is_killed(self):
        self.write_batch(2)
        write_slow(self.place / "all/r03slow")
        run = self.begin("-j2", "all")
        worker = self.busy_worker(run)
        kill(worker, signal.SIGSTOP)
        run.terminate()
        self.assertEqual(self.end_of(run).returncode, -signal.SIGTERM)
        self.assertFalse(os.path.exists(f"/proc/{worker}"))

    def a_single_report_has_a_time_limit(self):
        write_slow(self.place / "r00", rows=600000)
        done = self.build("--timeout=1", "r00")
        self.says(done, DATA, "r00: error: not done after 1 seconds")
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(self.files(), [])


class Lock(Batch):
    def setUp(self):
        super().setUp()
        self.write_batch(3)
        write_slow(self.place / "all/r00slow")

    def a_second_run_leaves_or_waits(self):
        first = self.begin("-j1", "all")
        self.busy_worker(first)
        self.says(self.build("all/r01"), BUSY,
                  f"another run of process {first.pid} writes here", "--wait")
        self.assertNotIn("r01.html", self.files())
        second = self.begin("--wait", "all/r01")
        time.sleep(0.2)
        self.assertIsNone(second.poll())
        self.says(self.end_of(first), 0)
        self.says(self.end_of(second), 0)

    def a_dead_run_has_no_lock(self):
        first = self.begin("-j1", "all")
        worker = self.busy_worker(first)
        first.kill()
        self.end_of(first)
        while os.path.exists(f"/proc/{worker}"):
            time.sleep(0.01)
        self.says(self.build("all/r01"), 0)

    def check_needs_none(self):
        first = self.begin("-j1", "all")
        self.busy_worker(first)
        self.says(self.run_program("check", "all/r01"), 0)
        first.terminate()
        self.end_of(first)


class Hostile(Batch):
    """What a report can do that has taken over its process: nothing."""

    def setUp(self):
        super().setUp()
        self.write_batch(2)
        self.hostile = self.shim("hostile")
        self.outside = self.place / "outside"
        self.outside.mkdir()
        (self.outside / "old").write_text("old")
        self.out.mkdir()

    def a_report_that_takes_over_its_process_reaches_nothing(self):
        report = self.place / "all/r00"
        before = os.stat(self.outside / "old")
        environment = os.environ | {
            "LD_PRELOAD": str(self.hostile), "HOSTILE_OUT": str(self.out),
            "HOSTILE_OUTSIDE": str(self.outside),
            "HOSTILE_REPORT": str(report)}
        for paths in (("all",), (report,)):
            done = self.build("-v", "--force", *paths, env=environment)
            if "no Landlock" in done.stderr or "seccomp" in done.stderr:
                self.skipTest("this kernel cannot confine")
            if "AddressSanitizer" in done.stderr:
                self.skipTest("the sanitizer wants to be loaded first")
            self.says(done, 0, "its process says: exec: refused")
            self.assertNotIn(": done", done.stderr)
            # Each of those that hostile.c tries.
            self.assertEqual(len(set(re.findall(
                r"its process says: ([a-z ]+): refused$", done.stderr,
                re.M))), 58)
        after = os.stat(self.outside / "old")
        self.assertEqual(os.listdir(self.outside), ["old"])
        self.assertEqual((after.st_mode, after.st_uid, after.st_mtime_ns,
                          after.st_size), (before.st_mode, before.st_uid,
                                           before.st_mtime_ns, 3))
        self.assertEqual(self.files(), [f"r0{n}.{e}" for n in "01"
                                        for e in ("html", "json", "pdf")])


class Forged(Batch):
    """What a report can say that has taken over its process: nothing that a
    terminal, a journal or a reader of JSON would act on."""

    def setUp(self):
        super().setUp()
        self.write_batch(4)
        self.forged = self.shim("forged")

    def _build(self, how, *args, journal=False, **more):
        shutil.rmtree(self.out, ignore_errors=True)
        environment = os.environ | {"LD_PRELOAD": str(self.forged),
                                    "FORGED": how, "FORGED_REPORT": "r02",
                                    **more}
        done = self.build("-j2", *args, "all", env=environment)
        if "AddressSanitizer" in done.stderr:
            self.skipTest("the sanitizer wants to be loaded first")
        self._is_safe(done)
        states = {r["name"]: r["status"] for r in self.manifest()["reports"]}
        mine = states.pop("r02")
        self.assertEqual(set(states.values()), {"ok"})
        for record in self.out.glob("r0[013].json"):
            json.loads(record.read_text())
        return done, mine

    def _is_safe(self, done):
        said = done.stdout + done.stderr
        self.assertNotRegex(said, "[\x00-\x08\x0b-\x1f\x7f-\x9f\udc80-\udcff]")
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                json.loads(line)

    def lies_cost_their_report(self):
        for how in ("json", "unmarked", "urgent", "name", "nested", "huge",
                    "counts"):
            with self.subTest(how=how):
                done, mine = self._build(how, "--json", "-v")
                self.says(done, CRASHED, "r02: error: its process answered "
                                         "what is no result")
                self.assertEqual(mine, "bug")

    def what_is_no_text_is_shown_as_what_it_is(self):
        done, _ = self._build("bytes", "-v")
        self.assertIn("\\xff\\xfe\\xc0\\xaf", done.stderr)
        done, _ = self._build("escape", "-v")
        self.assertIn("\\x1b]0;owned\\x07\\x1b[2J\\r\\x9b\n", done.stderr)
        self.assertIn("template <3>\\x1b]0;owned", done.stdout)

    def what_is_slow_is_heard(self):
        done, mine = self._build("slow")
        self.says(done, 0)
        self.assertEqual(mine, "ok")

    def an_answer_before_its_order_costs_no_other_report(self):
        for how in ("early", "twice") * (20 if Place.long else 3):
            done, _ = self._build(how)
            self.assertIn(done.returncode, (0, CRASHED))

    def no_answer_takes_more_memory_than_answers_may(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        done, mine = self._build("big", FORGED_SIZE=str(1500 << 20))
        self.says(done, CRASHED, "no result")
        self.assertEqual(mine, "bug")
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(after, max(before, 400 << 10))

    def answers_with_changed_bytes_break_nothing(self):
        for seed in range(200 if Place.long else 40):
            with self.subTest(seed=seed):
                done, _ = self._build("random", "--timeout=2", "--json",
                                      FORGED_SEED=str(seed))
                self.assertGreaterEqual(done.returncode, 0, done.stderr)


class Kills(Batch):
    """At any moment, of the parent or of a worker; each report is then as it
    was before or as it was to be."""

    def _sets(self):
        sets = []
        for date in ("2026-11-30", "2026-12-31"):
            start = time.monotonic()
            self.says(self.build("-j2", "--as-of", date, "all"), 0)
            self.length = time.monotonic() - start
            sets.append((date, self.digests()))
        self.assertNotEqual(sets[0][1], sets[1][1])
        return sets

    def a_kill_leaves_what_the_next_run_heals(self):
        self.write_batch()
        sets = self._sets()
        chance = random.Random(300)
        for turn in range(300 if Place.long else 30):
            date, want = sets[turn % 2]
            run = self.begin("-j2", "--as-of", date, "all")
            time.sleep(chance.random() * self.length)
            if turn % 3 == 0:
                for pid in children(run.pid)[:1]:
                    kill(pid)
            else:
                run.kill()
            self.end_of(run)
            for name, digest in self.digests().items():
                if not name.startswith("."):
                    self.assertIn(digest, (sets[0][1][name], sets[1][1][name]))
            self.says(self.build("--wait", "-j2", "--as-of", date, "all"), 0)
            self.assertEqual(self.digests(), want)
