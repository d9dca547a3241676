"""A job array of Slurm leaves what one run leaves, whatever happens to it."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from batches import FIGURES, Batch
from slurm import Slurm, wait_for
from support import ROOT, Place, write_report

SCRIPT = ROOT / "docs/slurm/councilpress.sbatch"
SHARDS = 8
ROWS = 1500  # so that a shard takes a second or more
NO_INPUT, BUSY = 66, 75
QUEUE_LIMIT = 150  # seconds


class Array(Batch):
    def setUp(self):
        super().setUp()
        self.count = 2000 if Place.long else 200
        # A socket's path has 108 bytes, and Slurm makes some below this.
        place = tempfile.TemporaryDirectory(prefix="slurm")
        self.addCleanup(place.cleanup)
        self.slurm = Slurm(pathlib.Path(place.name) / "s")
        self.addCleanup(self.slurm.stop)
        self.slurm.start()
        self.env = {
            "COUNCILPRESS": str(Place.program),
            "REPORTS": str(self.place / "all"),
            "OUTPUT": str(self.out),
            "OPTIONS": f"--templates {Place.templates}",
            "COUNCILPRESS_TEMPLATES": "-",
        }

    def _write_reports(self):
        rows = "".join(f"Item {i},1\n" for i in range(ROWS))
        for i in range(self.count):
            report = write_report(
                self.place / f"all/r{i:04}",
                f'<p>Report {i}.</p><table data="f" caption="Costs"/>',
                FIGURES, title=f"Report {i}")
            (report / "f.csv").write_text(
                f"Item,Amount\n{rows}Total,{ROWS}\n")

    def _submit(self, *words, env=None):
        return self.slurm.submit("-o", self.place / "%x-%A-%a.log", *words,
                                 SCRIPT, env=self.env | (env or {}))

    def _some_ended(self):
        return list(self.out.glob(".councilpress.shards/*/record"))

    def _restarts(self, task):
        return int(self.slurm.about(task)["Restarts"])

    def _one_run(self):
        """What it leaves; the output folder is empty then."""
        self.says(self.build("-q", self.place / "all"), 0)
        files = self.digests() | {
            "manifest.json": (self.out / "manifest.json").read_bytes()}
        shutil.rmtree(self.out)
        return files

    def it_leaves_what_one_run_leaves(self):
        self._write_reports()
        whole = self._one_run()
        array = self._submit(f"--array=1-{SHARDS}")
        # One shard twice, maybe at the same time.
        twice = self._submit("--array=3", env={"SHARDS": str(SHARDS)})
        merge = self._submit(f"--dependency=afterany:{array}:{twice}")
        # A node is lost with what it has in hand, and another task requeued.
        lost = wait_for(self.slurm.running, 30, array, "n2")[0]
        wait_for(lambda: list(self.out.glob("r*.json")), 30)
        self.slurm.lose_node("n2")
        requeued = wait_for(self.slurm.running, 30, array, "n1")[0]
        self.slurm.ask("scontrol", "requeue", requeued)
        # Nobody can merge now.
        wait_for(self._some_ended, 60)
        self.assertFalse((self.out / "manifest.json").exists())
        done = self.run_program("merge", self.out, templates=False)
        self.assertIn(done.returncode, (NO_INPUT, BUSY), done.stderr)
        self.assertRegex(done.stderr, "has not ended|another run writes here")
        self.assertFalse((self.out / "manifest.json").exists())
        self.slurm.bring_back("n2")
        wait_for(self.slurm.is_empty, QUEUE_LIMIT)
        # What was to happen did, and no harm came of it.
        self.assertGreaterEqual(self._restarts(lost), 1)
        self.assertGreaterEqual(self._restarts(requeued), 1)
        logs = {p.name: p.read_text() for p in self.place.glob("*.log")}
        about = self.slurm.about(merge)
        self.assertEqual((about["JobState"], about["ExitCode"]),
                         ("COMPLETED", "0:0"), logs)
        self.assertEqual(self.digests() | {
            "manifest.json": (self.out / "manifest.json").read_bytes()}, whole)
        self.assertFalse((self.out / ".councilpress.shards").exists())
        self.assertEqual(self.run_record()["reports"], self.count)
        print(f"    {self.count} reports in {SHARDS} shards, a node lost, a "
              "task requeued, a shard twice: as one run, byte for byte")

    def a_merge_that_comes_too_early_fails_in_the_queue(self):
        for i in range(4):
            write_report(self.place / f"all/r{i}")
        array = self._submit("--array=1-2", env={"SHARDS": "3"})
        merge = self._submit(f"--dependency=afterany:{array}")
        wait_for(self.slurm.is_empty, QUEUE_LIMIT)
        self.assertEqual(self.slurm.about(merge)["ExitCode"], f"{NO_INPUT}:0")
        self.assertFalse((self.out / "manifest.json").exists())
        again = self._submit("--array=3", env={"SHARDS": "3"})
        merge = self._submit(f"--dependency=afterany:{again}", env={
            "MERGE_OPTIONS": f"--index --templates {ROOT / 'templates'}"})
        wait_for(self.slurm.is_empty, QUEUE_LIMIT)
        self.assertEqual(self.slurm.about(merge)["ExitCode"], "0:0")
        self.assertEqual(len(self.manifest()["reports"]), 4)
        self.assertIn("r3.html", (self.out / "index.html").read_text())


class Parallel(Batch):
    def gnu_parallel_is_a_smaller_way(self):
        if shutil.which("parallel") is None:
            self.skipTest("GNU parallel is not installed: ./setup --fleet")
        self.write_batch(20)
        self.says(self.build("all"), 0)
        manifest = (self.out / "manifest.json").read_bytes()
        shutil.rmtree(self.out)
        words = (f"{Place.program} build -q --wait -o {self.out} --templates "
                 f"{Place.templates} --shard {{}}/4 all")
        subprocess.run(["parallel", "--will-cite", words, ":::", "1", "2", "3",
                        "4"], cwd=self.place, check=True, timeout=60,
                       env=os.environ | {"HOME": str(self.place)})
        self.says(self.run_program("merge", self.out, templates=False), 0)
        self.assertEqual((self.out / "manifest.json").read_bytes(), manifest)
