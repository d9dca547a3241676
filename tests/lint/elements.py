"""The tables of elements as tests/lint/element_list.c says them."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tables(objects):
    """What is in them; OBJECTS is where the program was built."""
    done = subprocess.run([ROOT / objects / "tests/lint/element_list"],
                          check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)


def asked():
    """The same, and whether to --write: what the command line says."""
    given = [a for a in sys.argv[1:] if a != "--write"]
    return tables(given[0] if given else "build/release"), \
        "--write" in sys.argv


def settle(made, write, advice):
    """Writes each file of MADE, path to text, or says which are others."""
    bad = []
    for path, text in made.items():
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            bad.append(f"{path.relative_to(ROOT)} is not what the tables say: "
                       f"{advice}")
    for line in bad:
        print(line, file=sys.stderr)
    return bad
