#!/bin/sh
# run.sh FOLDER - runs the program of each unit test in FOLDER, and shows what
# the failed ones said.
set -u

here=$(dirname "$0")
passed=0
failed=0
for source in "$here"/*.c; do
    program=$1/$(basename "$source" .c)
    if "$program" >"$program.log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $program"
        grep -v '  OK ]\|RUN  ' "$program.log"
    fi
done
echo "unit: $passed programs passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
