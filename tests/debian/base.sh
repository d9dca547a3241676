# base.sh - for check.sh and package.sh, which set $suite: a bare root of that
# Debian in $base, made once by debootstrap, from the mirror of this machine's
# apt, and kept in $COUNCILPRESS_ROOTS (/var/cache/councilpress-roots).
#
# Needs root, debootstrap, a network and namespaces of mounts; where one is
# missing this says which, and fails.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # used and set by who reads this

roots=${COUNCILPRESS_ROOTS:-/var/cache/councilpress-roots}
base=$roots/$suite

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
