#!/bin/sh
# Runs each target, linked without libFuzzer, on its corpus and on all that
# fuzzing has ever found.
#
#     replay.sh PROGRAMS WORK
set -eu

here=$(dirname "$0")
programs=$1
work=$2

if LC_ALL=C grep -n '[^ -~]' "$here"/dictionaries/*; then
    echo "fuzz: libFuzzer reads ASCII alone in a dictionary: escape the bytes"
    exit 1
fi

python3 "$here/corpora.py" "$work"
FUZZ_TEMPLATES=$work/templates
FUZZ_REPORT=$here/../../examples/enabling-school-improvement
export FUZZ_TEMPLATES FUZZ_REPORT

for program in "$programs"/*; do
    target=$(basename "$program")
    [ -d "$work/corpora/$target" ] || continue
    set -- "$work/corpora/$target"
    [ -d "$here/kept/$target" ] && set -- "$@" "$here/kept/$target"
    "$program" "$@" >"$work/$target.log" 2>&1 || {
        cat "$work/$target.log"
        exit 1
    }
done
echo "fuzz: corpora and kept findings passed"
