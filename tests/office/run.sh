#!/bin/sh
# Workbooks and Word files that other programs made come out as their truths say.
#
#   run.sh PROGRAM WORK
#
# Those of made/ are make.py's (openpyxl, xlsxwriter, python-docx, LibreOffice),
# the pack of quarter/ make_quarter.py's.
# Where ../shared/office lies beside the project, its files are tried as well.
set -eu

# Templates are looked for in the folders named here, and in no others.
export COUNCILPRESS_TEMPLATES=-

case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
work=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rm -rf "$work"
mkdir -p "$work"
work=$(cd "$work" && pwd)
cp -R "$root/tests/golden/templates-small" "$work/templates"
cp -R "$root/templates/wording" "$work/templates"
failed=0

python3 "$here/truths.py" "$program" "$work/templates" "$here/blocks.csv" "$here/made" "$work/w" || failed=1
python3 "$here/prose.py" "$program" "$work/templates" "$here/made" "$work/w" || failed=1
pack=$root/../shared/cases/q2-pack
[ -d "$pack" ] || pack=
python3 "$here/quarter.py" "$program" "$root/templates" "$here/quarter" "$work/quarter" ${pack:+"$pack"} || failed=1
handed=$root/../shared/office
if [ -d "$handed" ]; then
    python3 "$here/truths.py" "$program" "$work/templates" "$here/handed.csv" "$handed/workbooks" "$work/w" || failed=1
    python3 "$here/prose.py" "$program" "$work/templates" "$handed" "$work/w" || failed=1
else
    echo "office: no ../shared/office here"
fi
exit "$failed"
