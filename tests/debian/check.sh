#!/bin/sh
# check.sh SUITE WORK - what README.md promises, on a bare Debian SUITE: its two
# commands, in a root that holds nothing else, as root.
#
# The bare root is made once by debootstrap, from the mirror of this machine's
# apt, and kept in $COUNCILPRESS_ROOTS (/var/cache/councilpress-roots) with the
# packages that were fetched; what is changed is a copy of it, in WORK, with the
# files that git knows as they stand in the working folder. The examples'
# outputs are left in WORK/reports.
#
# Needs root, debootstrap, a network and namespaces of mounts; where one is
# missing this says which, and fails.
set -eu

suite=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
roots=${COUNCILPRESS_ROOTS:-/var/cache/councilpress-roots}
base=$roots/$suite
root=$work/root

need() {
    echo "debian: needs $1" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || need root
command -v debootstrap >/dev/null || need 'debootstrap: apt-get install it'
command -v git >/dev/null || need 'git: ./setup --dev'
unshare --mount true 2>/dev/null || need 'namespaces of mounts'

# Debian's own, of all that this machine has sources for.
mirror=$(apt-get indextargets --format "\$(ORIGIN) \$(COMPONENT) \$(REPO_URI)" \
    'Created-By: Packages' | sed -n 's/^Debian main //p' | head -n 1)
[ -n "$mirror" ] || need 'a source of Debian packages: apt-get update'

if [ ! -e "$base/made" ]; then
    echo "debian: making a bare $suite in $base"
    rm -rf "$base"
    mkdir -p "$base/root" "$base/archives"
    debootstrap --variant=minbase "$suite" "$base/root" "$mirror" \
        >"$base/log" 2>&1 || {
        tail -n 5 "$base/log" >&2
        need "a root of $suite"
    }
    touch "$base/made"
fi

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
