#!/bin/sh
# timed.sh NAME COMMAND... - runs each COMMAND, a line of shell, until one
# fails, and says last how many seconds they took.
#
# What a background job of a script ignores, an interrupt from the keyboard, its
# tests may not: they ask what the program does about signals.
set -u

name=$1
shift
began=$(date +%s)
status=0
for command; do
    echo "$command"
    env --default-signal sh -c "$command" || {
        status=$?
        break
    }
done
echo "$name: $(($(date +%s) - began)) s"
exit "$status"
