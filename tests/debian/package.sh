#!/bin/sh
# package.sh SUITE WORK - what `make deb` gives: the same bytes from another
# place at another hour; installed in a bare Debian SUITE, it builds the
# examples, its manual page and its timer are there, and purging it leaves
# nothing. As root, after ./setup --deb; base.sh says what else it needs.
set -eu

suite=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
root=$work/root
# shellcheck source=tests/debian/base.sh
. "$here/tests/debian/base.sh"

fail() {
    echo "package: $1" >&2
    exit 1
}

# A clone at $1, and its packages, made in the time zone $2.
build() {
    rm -rf "$1"
    git clone -q "$here" "$1"
    (cd "$1" && TZ=$2 make deb >"$1.log" 2>&1) || {
        tail -n 20 "$1.log" >&2
        fail 'make deb failed'
    }
}

build "$work/one" UTC
build "$work/elsewhere/two" Asia/Tokyo
for deb in "$work"/one/build/deb/*.deb; do
    cmp "$deb" "$work/elsewhere/two/build/deb/$(basename "$deb")" ||
        fail "$(basename "$deb") is not the same twice"
done

rm -rf "$root"
cp -a "$base/root" "$root"
mkdir "$root/packages"
cp "$work"/one/build/deb/councilpress_*.deb \
    "$work"/one/build/deb/councilpress-doc_*.deb "$root/packages"
cp /etc/resolv.conf "$root/etc/resolv.conf"

# Without /proc: not everybody mounts it.
# shellcheck disable=SC2016 # it is the shell in there that expands it
env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive chroot "$root" sh -ceu '
apt-get update -qq
apt-get install -y -qq --no-install-recommends /packages/*.deb >/dev/null 2>&1
cd /tmp
councilpress build -q -o out /usr/share/doc/councilpress/examples/*
test "$(ls out/*.pdf | wc -l)" -ge 20
test -e /usr/share/man/man1/councilpress.1.gz
test -e /usr/lib/systemd/system/councilpress@.timer
apt-get purge -y -qq councilpress councilpress-doc >/dev/null 2>&1
rm -rf out
find / -xdev -name "*councilpress*" ! -path "/packages/*"' 2>"$work/said" \
    >"$work/left" || {
    tail -n 20 "$work/said" >&2
    fail 'the installed packages do not work'
}
[ ! -s "$work/left" ] || fail "purging left $(cat "$work/left")"
echo "package: the same twice; installed, tried and purged in $suite"
