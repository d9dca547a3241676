#!/usr/bin/env python3
"""A shipped kind whose tables have totals or sub-totals checks them.

A column of amounts without its check prints a total that its rows deny, and
nobody hears of it. NO_SUM lists the columns whose figures are not added."""
import pathlib
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKS = {"total": "total", "sub-total": "sub-totals"}
NOT_ADDED = {"rate", "units", "sub-total", "total"}  # roles of columns
NO_SUM = {
    # What a household pays is no sum of what others pay.
    "precept-tax-base.xml": {"band-d-previous", "band-d", "increase"},
    # Of all reserves together nobody sets a minimum.
    "reserves.xml": {"minimum"},
    # What may be lent to all of a sort is not what each may have.
    "investments.xml": {"limit"},
}


def lacking(path):
    kind = xml.parse(path).getroot()
    lines = {line.get("role") for line in kind.findall("line")}
    made = {(check.get("type"), result) for check in kind.findall("check")
            for result in check.get("result", "").split()}
    for column in kind.findall("column"):
        name = column.get("id")
        if column.get("type") != "money" or column.get("role") in NOT_ADDED \
                or name in NO_SUM.get(path.name, ()):
            continue
        for line, check in CHECKS.items():
            if line in lines and (check, name) not in made:
                yield f"templates/kinds/{path.name}: no check `{check}` of " \
                      f"the column `{name}`, whose tables have such a line"


def main():
    paths = sorted((ROOT / "templates/kinds").glob("*.xml"))
    bad = [fault for path in paths for fault in lacking(path)]
    print("\n".join(bad) if bad else
          f"kinds: {len(paths)} shipped, each total and sub-total is checked")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
