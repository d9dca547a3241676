#!/bin/sh
# boot_inside.sh WORK - for boot.sh, in the new namespaces: makes a system of
# this machine's files and becomes its process 1, which runs boot_probe.sh.
set -eu

work=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$work/mount/root

mount --make-rprivate /
mount -t tmpfs tmpfs "$work/mount"
mkdir "$work/mount/upper" "$work/mount/work" "$root"
mount -t overlay overlay "$root" \
    -o "lowerdir=/,upperdir=$work/mount/upper,workdir=$work/mount/work"

mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,ro,bind "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
for folder in run tmp dev; do
    mount -t tmpfs tmpfs "$root/$folder"
done
for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
touch "$root/dev/console"
mount --bind "$work/said/console" "$root/dev/console"
mkdir "$root/dev/shm" "$root/dev/pts" "$root/dev/mqueue"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"

# No unit of this machine is started: only the journal, and what is tested.
units=$root/etc/systemd/system
rm -rf "$units"
mkdir -p "$units" "$root/etc/systemd/system-generators" "$root/said"
for generator in "$root"/lib/systemd/system-generators/*; do
    ln -s /dev/null "$root/etc/systemd/system-generators/${generator##*/}"
done
for target in sysinit basic probe; do
    printf '[Unit]\nDefaultDependencies=no\n' >"$units/$target.target"
done
echo 'Wants=probe.service' >>"$units/probe.target"
cat >"$units/probe.service" <<'EOF'
[Unit]
DefaultDependencies=no

[Service]
Type=oneshot
StandardOutput=file:/said/probe
StandardError=file:/said/probe
ExecStart=/bin/sh /probe.sh
EOF

mount --bind "$work/said" "$root/said"
cp -a "$work/root/usr/local/." "$root/usr/local/"
cp "$here/boot_probe.sh" "$root/probe.sh"

mkdir "$root/outside"
cd "$root"
pivot_root . outside
umount -l /outside
exec env -i container=boot PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    /lib/systemd/systemd --system --unit=probe.target --log-target=null
