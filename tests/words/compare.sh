#!/bin/sh
# compare.sh HTML PDF - both must say the same words in the same order, spaces
# included, but for what is marked as print or screen only.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: compare.sh FILE.html FILE.pdf" >&2
    exit 64
fi
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 "$here/html_words.py" "$1" >"$folder/html"
python3 "$here/pdf_words.py" "$2" >"$folder/pdf"
if [ ! -s "$folder/html" ]; then
    echo "$1: no words" >&2
    exit 1
fi
if ! diff -U 3 "$folder/html" "$folder/pdf" >"$folder/differences"; then
    echo "$1 and $2 differ in their words:" >&2
    head -n 40 "$folder/differences" >&2
    exit 1
fi
