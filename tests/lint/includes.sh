#!/bin/sh
# Who may include whom: the table of docs/dev/architecture.md. One line of
# output is one include that breaks it.
set -eu

may() { # folder, what may be included (a grep -E pattern)
    find "$1" -name '*.[ch]' -print0 |
        xargs -0 grep -nE '^#include "' |
        grep -vE "#include \"($2)" || true
}

bad=$(
    may core 'core/'
    may input 'core/|input/'
    may figures 'core/|figures/'
    may generators \
        'core/|generators/|figures/|input/templates/templates_in\.h'
    may output 'core/|output/'
    # HTML knows no layout, layout no writer, fonts and pictures neither.
    may output/html 'core/|output/html/|output/font/|output/drawing/'
    may output/drawing 'core/|output/font/|output/drawing/'
    may output/layout 'core/|output/layout/|output/font/|output/drawing/'
    may output/font 'core/|output/font/'
)

if [ -n "$bad" ]; then
    echo "includes that the architecture does not allow:" >&2
    echo "$bad" >&2
    exit 1
fi
echo "includes: as the architecture says"
