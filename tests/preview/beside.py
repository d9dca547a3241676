"""Files whose rights change."""
import os
import shutil

from client import ROOT, Preview, Stream, check, state

MONTH = "cabinet-monitoring-2026-09"


def try_rights(program, work):
    """Root may read what others may not: that it is looked at again is enough."""
    report = work / "rights" / MONTH
    shutil.copytree(ROOT / "examples" / MONTH, report)
    preview = Preview(program, report)
    stream = Stream(preview, 0)
    check("it is right", stream.wait(lambda name, data: name == "pdf") is not None)
    since = len(stream.events)
    os.chmod(report / "revenue.csv", 0o600)
    check("other rights are looked at", stream.wait(state(0, "right"), since) is not None)
    preview.end()


def try_beside(program, work):
    try_rights(program, work)
