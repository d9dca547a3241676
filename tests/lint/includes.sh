#!/bin/sh
# Who may include whom: the rooms of docs/dev/architecture.md. One line of
# output is one include that breaks it.
set -eu

# A room, and the rooms it may include beside itself, the lowest first.
rooms() {
    cat <<'END'
core/base
core/finding core/base
core/value core/base core/finding
core/model core/base core/finding core/value
core/doc core/base core/finding core/value core/model
core/access core/base core/finding core/value core/model core/doc
input/text core
input/file core input/text
input/xml core input/text
input/picture core
input/prose core input/text input/xml input/picture
input/view core input/xml
input/table core input/text input/prose
input/csv core input/text input/table
input/office core input/text input/table input/prose input/picture
input/xmldata core input/text input/table input/xml
input/survey core input/text input/csv input/office input/prose input/table input/xml input/xmldata
input/report core input/text input/csv input/file input/office input/prose input/table input/view input/xml input/xmldata
input/templates core input/file input/picture input/prose input/view input/xml
figures core
generators core figures
output/font core
output/drawing core output/font
output/html core output/font output/drawing
output/layout core output/font output/drawing
output/pdf core output/font output/drawing output/layout
output/writer core output
batch core input figures generators output
preview core input figures generators output batch
cmd core input figures generators output batch preview
END
}

# Every file lies in a room.
homeless=$(find core input figures generators output batch preview cmd -name '*.[ch]' |
    while read -r file; do
        rooms | while read -r room _; do
            case $file in "$room"/*) echo "$room" ;; esac
        done | grep -q . || echo "$file: lies in no room"
    done)

bad=$(rooms | while read -r room allowed; do
    [ -d "$room" ] || continue
    pattern="$room/"
    for other in $allowed; do
        pattern="$pattern|$other/"
    done
    find "$room" -name '*.[ch]' -exec grep -HnE '^#include "' {} + |
        grep -vE "#include \"($pattern)" || true
done)

# One module knows libharu.
haru=$(find core input figures generators output batch preview cmd -name '*.[ch]' |
    grep -v '^output/pdf/pdf_haru\.c$' | xargs grep -HnE '\bHPDF_|<hpdf' || true)

if [ -n "$bad$homeless$haru" ]; then
    echo "includes that the architecture does not allow:" >&2
    printf '%s\n' "$homeless" "$bad" "$haru" | grep . >&2
    exit 1
fi
echo "includes: as the architecture says"
