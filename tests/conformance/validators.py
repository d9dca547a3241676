"""The validators, each started once for all the files it is to see.

Each function returns what was found, by file, and fails when the validator
did not say of every file that it saw it: silence is no success.
"""

import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
JARS = HERE / "jars"
NU = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
AXE = HERE / "node_modules/axe-core/axe.min.js"
VIEWS = ("320", "768", "1280", "print")
PDF_PROFILES = {"PDF/UA-1 validation profile", "PDF/A-3A validation profile"}
# Nu takes "img-src data:" to forbid the data: pictures that it allows (CSP 3,
# scheme-source). axe.mjs shows the pages under that policy and fails a picture
# that is not shown.
NU_MISTAKEN = re.compile(r"Resource violates Content Security Policy \(meta "
                         r"tag\): image “data:.* blocked by “img-src”")
# Tables that CSS lays out anew on a narrow screen say what they are: Safari hears
# no table where the layout is none.
NU_CAREFUL = re.compile(r"The “(table|rowgroup|row|cell|rowheader|columnheader)” "
                        r"role is unnecessary for"
                        r"|The “role” attribute must not be used on a “t[rhd]” "
                        r"element which has a “table” ancestor")
# What mutool says of itself, not of a file.
MUTOOL_ITSELF = "warning: ICC support is not available"


class Silent(Exception):
    """A validator did not do what it was asked to."""


def missing():
    """The validators that are not installed."""
    return [str(p) for p in (JARS, NU, AXE) if not p.exists()]


def expect(name, seen, asked):
    seen, asked = sorted(map(str, seen)), sorted(map(str, asked))
    if seen != asked:
        raise Silent(f"{name} looked at {len(seen)} files of {len(asked)}")


def versions():
    jar = next(JARS.glob("core-*.jar"), pathlib.Path("core-?.jar"))
    nu = subprocess.run(["java", "-jar", NU, "--version"], check=True,
                        stdout=subprocess.PIPE, text=True).stdout.split()[0]
    chromium = subprocess.run(["chromium", "--version"], check=True,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True).stdout
    axe_itself = json.loads((AXE.parent / "package.json").read_text())
    return (f"veraPDF {jar.stem.removeprefix('core-')}, Nu {nu}, "
            f"axe-core {axe_itself['version']}, {chromium.strip()}")


def verapdf(pdfs, flavour):
    """{file: {profile: {rule: failed checks}}}; a rule is "7.1-3". FLAVOUR
    "0" takes the profiles that a file itself declares."""
    run = subprocess.run(
        ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper",
         "--flavour", flavour, "--format", "json", "--maxfailuresdisplayed",
         "1", *pdfs], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        jobs = json.loads(run.stdout)["report"]["jobs"]
    except ValueError:
        raise Silent("veraPDF: " + run.stderr.decode()[-500:]) from None
    expect("veraPDF", (job["itemDetails"]["name"] for job in jobs), pdfs)
    return {pathlib.Path(job["itemDetails"]["name"]): of_job(job)
            for job in jobs}


def of_job(job):
    profiles = {}
    for result in job.get("validationResult", []):
        if result["jobEndStatus"] != "normal":
            continue
        details = result["details"]
        rules = {f"{r['clause']}-{r['testNumber']}": r["failedChecks"]
                 for r in details["ruleSummaries"]}
        if details["failedChecks"] != sum(rules.values()) or \
                result["compliant"] != (not rules) or \
                details["passedRules"] == 0:
            raise Silent("veraPDF contradicts itself about "
                         + job["itemDetails"]["name"])
        profiles[result["profileName"]] = rules
    return profiles


def nu(pages):
    """{file: [message]}, errors and warnings alike."""
    run = subprocess.run(
        ["java", "-jar", NU, "--format", "json", "--stdout", "--verbose",
         "--skip-info-messages", *pages],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    lines = run.stderr.decode().splitlines()
    expect("Nu", [line for line in lines if line in map(str, pages)], pages)
    found = {page: [] for page in pages}
    for message in json.loads(run.stdout)["messages"]:
        if NU_MISTAKEN.match(message["message"]) or \
                NU_CAREFUL.match(message["message"]):
            continue
        page = pathlib.Path(message["url"].removeprefix("file:"))
        found[page].append(f"line {message.get('lastLine', 0)}: "
                           + message["message"])
    return found


def axe(pages, progress=lambda page, line: None):
    """{file: [line of axe.mjs for each view]}"""
    found = {page: [] for page in pages}
    with subprocess.Popen(["node", HERE / "axe.mjs"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as run:
        run.stdin.write("".join(f"{page}\n" for page in pages))
        run.stdin.close()
        for text in run.stdout:
            line = json.loads(text)
            page = pathlib.Path(line["file"])
            found[page].append(line)
            progress(page, line)
    expect("axe", [f"{p} {line['view']}" for p in pages for line in found[p]],
           [f"{p} {view}" for p in pages for view in VIEWS])
    if run.returncode != 0:
        raise Silent("axe: did not end well")
    return found


def readers(pdf):
    """What poppler, qpdf and mutool complain of when they read the whole."""
    complaints = []
    for command in (["qpdf", "--check", pdf], ["pdfinfo", "-struct", pdf],
                    ["pdftocairo", "-pdf", pdf, "/dev/null"],
                    ["mutool", "draw", "-q", "-r", "10", "-F", "pgm", "-o",
                     "/dev/null", pdf]):
        run = subprocess.run(command, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE)
        said = [line for line in run.stderr.decode().splitlines()
                if line != MUTOOL_ITSELF]
        if run.returncode != 0 or said:
            complaints.append(f"{command[0]}: {' '.join(said)[:200]}")
    return complaints
