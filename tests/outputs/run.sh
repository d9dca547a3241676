#!/bin/sh
# Builds the examples and reads back what came out.
#
#   run.sh PROGRAM WORK
#
# For each: qpdf finds no fault in the PDF; its structure is that of the tree,
# and its tags say enough; its words are those of the HTML; its data travels with
# both; it keeps the rules of rules.py, each of which is broken to see that it
# sees; the same folder
# elsewhere, in another time zone and locale, gives the same bytes; a wording in
# brackets leaves no bare phrase in either. Pictures from files are the same in
# both.
set -eu

# Templates are looked for in the folders named here, and in no others.
export COUNCILPRESS_TEMPLATES=-

program=$1
work=$2
case $program in /*) ;; *) program=$PWD/$program ;; esac
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rm -rf "$work"
mkdir -p "$work"
work=$(cd "$work" && pwd)
failed=0
checked=0
travelled=0

fail() {
    echo "FAILED: $*" >&2
    failed=$((failed + 1))
}

build() { # out, option...
    out=$1
    shift
    "$program" build -q -o "$out" "$@"
}

read_back() { # report folder, option...
    name=$(basename "$1")
    pdf=$work/a/$name.pdf
    html=$work/a/$name.html
    qpdf --check "$pdf" >"$work/$name.qpdf" 2>&1 ||
        fail "$name: qpdf: $(cat "$work/$name.qpdf")"
    [ -f "$work/$name.doc" ] ||
        "$program" build --dump doc "$@" >"$work/$name.doc"
    python3 "$here/structure.py" "$work/$name.doc" "$pdf" ||
        fail "$name: the PDF's structure is not the tree's"
    python3 "$here/tags.py" --tree "$work/$name.doc" "$pdf" ||
        fail "$name: tags that say too little"
    sh "$root/tests/words/compare.sh" "$html" "$pdf" ||
        fail "$name: words"
    data_travels published "$1" "$html" "$pdf"
    python3 "$here/rules.py" "$pdf" || fail "$name: rules"
    checked=$((checked + 1))
}

data_travels() { # copy, report folder, HTML, PDF
    files=$(python3 "$here/attachments.py" "$@") ||
        fail "$(basename "$2"): its data is not what travels with it"
    travelled=$((travelled + ${files:-0}))
}

unpack() { # case folder
    python3 "$root/tests/golden/case_file.py" unpack \
        "$root/tests/golden/$1.case" "$2"
}

same_bytes() { # report folder
    name=$(basename "$1")
    for extension in pdf html json; do
        cmp "$work/a/$name.$extension" "$work/b/$name.$extension" ||
            fail "$name.$extension: other bytes from the same input"
    done
}

no_bare_phrase() { # report folder
    name=$(basename "$1")
    pdftotext "$work/c/$name.pdf" "$work/c/$name.txt"
    for file in "$work/c/$name.txt" "$work/c/$name.html"; do
        python3 "$here/brackets.py" look "$root/templates" "$1" "$file" ||
            fail "$name: a phrase that is not the wording's"
    done
}

# Together: one may be of the period before another.
dump_examples() {
    "$program" build -q --dump doc --templates "$root/templates" \
        "$root/examples" |
        awk -v work="$work" -v all="$(LC_ALL=C ls "$root/examples")" \
            'BEGIN { split(all, name, "\n") }
             /^document / { out = work "/" name[++n] ".doc" }
             { print >out }'
}

dump_examples
build "$work/a" --templates "$root/templates" "$root/examples"
for folder in "$root"/examples/*/; do
    read_back "${folder%/}" --templates "$root/templates"
done

# The same tables as XML give the same words.
forms=0
for folder in "$root"/examples/*/; do
    tried=$(python3 "$here/forms.py" "$program" "$root/templates" "$folder" \
        "$work/forms") || fail "$(basename "$folder"): data as XML"
    forms=$((forms + ${tried:-0}))
done
[ "$forms" -ge 3 ] || fail "data as XML was tried $forms times only"

# So do workbooks of them, and the prose from Word.
office=0
for folder in "$root"/examples/*/; do
    tried=$(python3 "$here/office.py" "$program" "$root/templates" "$folder" \
        "$work/office") || fail "$(basename "$folder"): workbook or Word file"
    office=$((office + ${tried:-0}))
done
[ "$office" -ge 30 ] || fail "office files were tried $office times only"

# A format that no example has: notes, nested lists, another language.
sixth=$work/scrutiny-review
unpack formats/scrutiny-review "$sixth"
cp -R "$sixth/templates" "$work/sixth"
cp -R "$root/templates/wording" "$work/sixth"
set -- "$sixth/library-opening-hours" --templates "$work/sixth" \
    --as-of 2026-11-23
build "$work/a" "$@"
read_back "$@"

# Each rule sees what breaks it.
python3 "$here/rules_test.py" "$work"/a/*.pdf || fail "rules that see nothing"

# The other copy takes with it what the published one may not.
build "$work/internal" "$@" --copy internal
data_travels internal "$1" "$work/internal/library-opening-hours.internal.html" \
    "$work/internal/library-opening-hours.internal.pdf"

# Pictures from files, a logo.
(
    SMALL=$work/small
    export SMALL
    cp -R "$root/tests/golden/templates-small" "$SMALL"
    cp -R "$root/templates/wording" "$SMALL"
    cp -R "$root/tests/golden/pictures" "$work"
    cd "$work/pictures"
    sh ./setup.sh
)
set -- "$work/pictures/town-plan" --templates "$work/pictures/templates"
build "$work/a" "$@"
read_back "$@"
python3 "$here/pictures.py" "$work/a/town-plan.html" "$work/a/town-plan.pdf" ||
    fail "town-plan: pictures"

# What was left out is in no output.
python3 "$here/canary.py" "$program" "$work/small" "$work/canary" ||
    fail "what was left out"

# Words from right to left, soft hyphens.
for case in right-to-left soft-hyphens; do
    unpack "text/$case" "$work/$case"
    mv "$work/$case/report" "$work/$case/$case"
    cp -R "$work/small" "$work/$case/templates"
    sed -i 's|</house>|<fallback family="DejaVu Sans"/></house>|' \
        "$work/$case/templates/house/plain.xml"
    set -- "$work/$case/$case" --templates "$work/$case/templates"
    build "$work/a" "$@"
    read_back "$@"
done

# A file in another character set, one that is kept back, a template that
# attaches none.
cp -R "$root/tests/golden/attachments" "$work"
unpack attachments/switched-off "$work/attachments/switched-off"
for case in "$work"/attachments/*/report; do
    out=$work/$(basename "$(dirname "$case")")
    build "$out" --templates "$work/small" "$case"
    data_travels published "$case" "$out/report.html" "$out/report.pdf"
done

# Elsewhere: another folder, time zone, locale, file mode, environment.
mkdir "$work/elsewhere"
cp -R "$root/examples" "$root/templates" "$work/elsewhere"
(
    cd "$work/elsewhere"
    umask 077
    TZ=Pacific/Auckland LC_ALL=C.UTF-8 LANG=cy_GB.UTF-8 HOME=/ \
        build "$work/b" --templates templates examples
)
for folder in "$root"/examples/*/; do
    same_bytes "${folder%/}"
done

python3 "$here/brackets.py" make "$root/templates" "$work/bracketed"
build "$work/c" --templates "$work/bracketed" "$root/examples"
for folder in "$root"/examples/*/; do
    no_bare_phrase "${folder%/}"
done

echo "outputs: $checked reports read back, $failed faults"
[ "$failed" -eq 0 ] && [ "$checked" -gt 0 ] && [ "$travelled" -gt 0 ]
