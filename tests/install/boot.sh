#!/bin/sh
# boot.sh PROGRAM WORK - starts the installed service under a real systemd.
#
# Systemd runs as process 1 of namespaces of its own, over a copy of this
# machine's files that is thrown away: nothing outside WORK is written but a
# cgroup that is removed. Needs root, overlayfs, a cgroup2 that can be written,
# and systemd; where one is missing this says which, and fails.
set -eu

program=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)

need() {
    echo "boot: needs $1" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || need root
[ -x /lib/systemd/systemd ] || need 'systemd: ./setup --dev'
grep -qw overlay /proc/filesystems || need overlayfs
cgroups=$(findmnt -n -o TARGET -t cgroup2 | head -n 1)
[ -n "$cgroups" ] || need cgroup2

rm -rf "$work/root" "$work/said"
mkdir -p "$work/mount" "$work/said"
: >"$work/said/console"
make -s -C "$here/../.." install OUT="$(cd "$(dirname "$program")" && pwd)" \
    DESTDIR="$work/root" PREFIX=/usr/local

group=$cgroups/councilpress-boot.$$
mkdir "$group" || need "a writable $cgroups"
leave() {
    find "$group" -depth -type d -exec rmdir {} +
}
trap leave EXIT

cat >"$work/begin.sh" <<EOF
set -eu
echo \$\$ >"$group/cgroup.procs"
exec timeout -s KILL 120 unshare -m -p -f -u -i -n -C \\
    sh "$here/boot_inside.sh" "$work"
EOF
sh "$work/begin.sh" >"$work/said/systemd" 2>&1 || true
if ! grep -q '^PASSED$' "$work/said/probe"; then
    cat "$work/said/probe" >&2
    echo "boot: FAILED" >&2
    exit 1
fi
grep '^ok ' "$work/said/probe"
echo "boot: passed"
