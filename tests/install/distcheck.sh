#!/bin/sh
# distcheck.sh TARBALL VERSION WORK: the released tarball holds all that it
# takes to build, test, install and uninstall the program.
set -eu

mkdir -p "$3"
tarball=$(realpath "$1")
work=$(realpath "$3")
rm -rf "$work/source" "$work/root"
mkdir "$work/source" "$work/root"
tar -C "$work/source" -xf "$tarball"
cd "$work/source/councilpress-$2"
make -j2 all
make check-unit check-golden
make install DESTDIR="$work/root" PREFIX=/usr
"$work/root/usr/bin/councilpress" build -o "$work/reports" examples
make uninstall DESTDIR="$work/root" PREFIX=/usr
left=$(find "$work/root" -type f)
if [ -n "$left" ]; then
    echo "uninstall left: $left" >&2
    exit 1
fi
echo "distcheck: councilpress-$2 builds, passes, installs and uninstalls"
