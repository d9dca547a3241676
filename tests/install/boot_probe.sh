#!/bin/sh
# boot_probe.sh - for boot_inside.sh: what an operator does, and what comes of
# it. The last line is PASSED, or what failed.
# Functions are called through must().
# shellcheck disable=SC2317
set -u

unit=councilpress@monthly.service
reports=/srv/councilpress/monthly
out=/var/lib/councilpress/monthly

must() { # what it proves, a command
    what=$1
    shift
    if "$@"; then
        echo "ok $what"
    else
        echo "FAILED $what"
        systemctl status --no-pager -l "$unit"
        systemctl exit 1
        exit 1
    fi
}
journal() { journalctl --no-pager -o cat -u "$unit" "$@"; }
starts() { systemctl start "$unit"; }
fails() { ! systemctl start "$unit" 2>/dev/null; }
said() { journal | grep -q -- "$1"; }
is_silent_of() { ! journal | grep -q -- "$1"; }
is_whole() { [ "$(find "$out" -name '*.pdf' | wc -l)" -eq "$count" ]; }
only_errors() { [ "$(journal -p err | grep -c 'error: ')" -gt 0 ] &&
    ! journal -p err | grep -q 'reports, '; }
systemd-sysusers
systemctl start systemd-journald.socket systemd-journald.service
mkdir -p /srv/councilpress /etc/councilpress
cp -R /usr/local/share/doc/councilpress/examples "$reports"
count=$(find "$reports" -name report.xml | wc -l)
echo 'OPTIONS=-v -j 2' >/etc/councilpress/monthly.conf

must 'the service builds' starts
must 'all reports are there' is_whole
must 'options come from their file' said 'built because: new'
must 'workers confine themselves inside it' is_silent_of 'this kernel '
must 'it starts again' starts
must 'nothing is built twice' said \
    "$count reports, $count unchanged, 0 failed"

sed -i 's/{{/{{x/' "$reports/enabling-school-improvement/report.xml"
must 'a fault fails the service' fails
must 'the journal sorts it by priority' only_errors
must 'the timer starts' systemctl start councilpress@monthly.timer

# The same sandbox around somebody who looks about.
cat >/usr/local/bin/councilpress <<'EOF'
#!/bin/sh
ls /home >/dev/null 2>&1 && echo 'open: /home'
ls /root >/dev/null 2>&1 && echo 'open: /root'
for place in /srv /usr /etc /var/lib /dev; do
    touch "$place/x" 2>/dev/null && echo "writable: $place"
done
touch /var/lib/councilpress/monthly/x || echo 'closed: the output folder'
[ "$(ls /sys/class/net)" = lo ] || echo 'open: the network'
grep -q '^CapBnd:[[:space:]]*0*$' /proc/self/status || echo 'open: capabilities'
grep -q '^NoNewPrivs:[[:space:]]*1$' /proc/self/status || echo 'open: privileges'
[ "$(id -un)" = councilpress ] || echo 'open: another user'
echo 'looked about'
EOF
must 'somebody else can look about in it' starts
must 'and has looked' said 'looked about'
must 'nothing stands open' is_silent_of '^open: '
must 'nothing else can be written' is_silent_of '^writable: '
must 'the output folder can' is_silent_of '^closed: '
echo PASSED
systemctl exit 0
