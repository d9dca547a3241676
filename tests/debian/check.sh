#!/bin/sh
# check.sh SUITE WORK - what README.md promises, on a bare Debian SUITE: its two
# commands, in a root that holds nothing else, as root.
#
# What is changed is a copy of the bare root (base.sh says where that is, and
# what it needs), in WORK, with the files that git knows as they stand in the
# working folder; the packages that were fetched are kept beside it. The
# examples' outputs are left in WORK/reports.
set -eu

suite=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
root=$work/root

# shellcheck source=tests/debian/base.sh
. "$here/tests/debian/base.sh"

rm -rf "$root" "$work/reports"
cp -a "$base/root" "$root"
mkdir -p "$root/councilpress"
(cd "$here" && git ls-files -z | tar --null --files-from=- -cf -) |
    tar -C "$root/councilpress" -xf -
cp /etc/resolv.conf "$root/etc/resolv.conf"

# Its own processes and mounts, which are gone when it is.
unshare --mount --pid --fork --kill-child --propagation private \
    sh "$here/tests/debian/inside.sh" "$root" "$base/archives"
cp -R "$root/councilpress/build/reports" "$work/reports"
echo "debian: $suite passed"
