#!/bin/sh
# Runs each fuzz target for so many seconds, one after the other; what they
# find is kept in WORK/found.
#
#     run.sh PROGRAMS WORK SECONDS [TARGET...]
#
# PROGRAMS is the folder of the targets, linked with libFuzzer. Whether memory is
# lost is asked when inputs are replayed, once for all of them: here it would be
# asked after each run of a target that keeps what it knows.
set -eu

here=$(dirname "$0")
programs=$1
work=$2
seconds=$3
shift 3
[ $# -gt 0 ] || set -- value expression csv markdown image templates message report whole word workbook xmldata

python3 "$here/corpora.py" "$work"
FUZZ_TEMPLATES=$work/templates
FUZZ_REPORT=$here/../../examples/enabling-school-improvement
export FUZZ_TEMPLATES FUZZ_REPORT

status=0
for target; do
    mkdir -p "$work/grown/$target" "$work/found" "$here/kept/$target"
    echo "fuzz: $target, $seconds s"
    "$programs/$target" -max_total_time="$seconds" -timeout=25 \
        -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 -detect_leaks=0 \
        -dict="$here/dictionaries/$target" \
        -artifact_prefix="$work/found/$target-" \
        "$work/grown/$target" "$work/corpora/$target" "$here/kept/$target" \
        >"$work/$target.log" 2>&1 || {
        status=1
        grep -m1 -E 'broken promise|ERROR:|runtime error' "$work/$target.log" ||
            tail -3 "$work/$target.log"
    }
    sed -n 's/^stat::number_of_executed_units: */executions: /p' \
        "$work/$target.log"
done
exit $status
