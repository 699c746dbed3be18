#!/bin/bash
# up.sh - start two libvirt "hosts" (a and b) on this one machine, for live migrations of real guests.
#
# Each host is a session-mode (unprivileged) libvirtd of its own, in its own UTS and mount namespace:
#   * own host_uuid                   - libvirt refuses to migrate between hosts with the same one
#   * own hostname                    - so that virConnectGetHostname tells them apart
#   * own XDG directories             - sockets, domain configuration, caches and logs are apart
#   * own content behind $LAB_DIR/images (a bind mount in its mount namespace), so the same disk path
#     names a different file on each host, as on two machines with local storage; a storage pool
#     "images" lies over it. $LAB_DIR/shared is the same directory on both, as on shared storage
# No systemd, dbus, polkit, cgroups, KVM, bridges or network namespaces are needed.
#
# Run as root (also by sudo), or as an ordinary user where user namespaces are allowed.
# Missing Debian packages are installed (packages.sh), after saying so.
#
# Environment:
#   LAB_DIR   where everything lives (default /tmp/vsm-lab). Short: QEMU's monitor socket lies 70
#             characters below it, and a UNIX socket path has at most 107.
#   LAB_USER  the ordinary user the daemons and guests run as when started as root
#             (default: $SUDO_USER, else nobody). It only needs to exist.
#             Started as root, the daemons keep CAP_SYS_PTRACE (and no other capability): post-copy needs
#             userfaultfd, which kernels deny to ordinary users (vm.unprivileged_userfaultfd = 0).
#             Started as an ordinary user, post-copy fails with "Postcopy is not supported" unless
#             that sysctl is 1; everything else works.
#   LAB_TCP   set to 0 to do without the TCP listeners (default 1)
#   LAB_PORT  TCP port of host a's listener on 127.0.0.1 (default 16601); host b has the next one
#   LAB_MIGRATION_PORT
#             first of the 100 ports for migrations to host a (default 49152); host b has the next 100
# Two labs at a time need two LAB_DIRs, two LAB_PORTs and two LAB_MIGRATION_PORTs.
#
# Prints shell assignments: LAB_DIR, LAB_URI_A, LAB_URI_B and, with the listeners, LAB_TCP_URI_A, LAB_TCP_URI_B.
# Starting a running lab again starts a host that has died and changes nothing else; other settings need down.sh first.
set -euo pipefail
# shellcheck source=lab/common.sh
. "$(dirname "$0")/common.sh"
umask 022
PATH=$PATH:/usr/sbin:/sbin

"$lab_here/packages.sh"
for tool in libvirtd virsh unshare setpriv setsid flock mount qemu-system-x86_64; do
    command -v "$tool" >/dev/null || die "$tool is missing"
done
LAB_DIR=$(realpath -m "$LAB_DIR")
[ ${#LAB_DIR} -le 36 ] || die "LAB_DIR=$LAB_DIR is too long (36 characters at most): socket paths lie below it"
[[ $LAB_DIR =~ ^[A-Za-z0-9/._-]+$ ]] || die "LAB_DIR=$LAB_DIR: letters, digits and / . _ - only; it becomes part of URIs"
mkdir -p "$LAB_DIR"

exec 9>"$LAB_DIR/up.lock"
flock -w 60 9 || die "another up.sh has been busy with $LAB_DIR for a minute"

# A lab keeps the settings it was started with until down.sh.
if [ -s "$LAB_DIR/settings" ]; then
    # shellcheck source=/dev/null
    . "$LAB_DIR/settings"
else
    LAB_USER=${LAB_USER:-${SUDO_USER:-nobody}}
    LAB_TCP=${LAB_TCP:-1}
    LAB_PORT=${LAB_PORT:-16601}
    LAB_MIGRATION_PORT=${LAB_MIGRATION_PORT:-49152}
fi

# The account the daemons run as. libvirtd turns "privileged" (system mode, fixed paths) for uid 0.
if [ "$(id -u)" = 0 ]; then
    uid=$(id -u "$LAB_USER") && gid=$(id -g "$LAB_USER") || die "LAB_USER=$LAB_USER does not exist"
    [ "$uid" != 0 ] || die "LAB_USER must not be root"
    outer=(unshare --mount --uts --)
    caps=-all,+sys_ptrace
    inner=(setpriv --reuid "$uid" --regid "$gid" --clear-groups "--inh-caps=$caps" "--ambient-caps=$caps" --)
    "${inner[@]}" true 2>/dev/null ||                                  # no such capability here: do without post-copy
        inner=(setpriv --reuid "$uid" --regid "$gid" --clear-groups --inh-caps=-all --)
    "${inner[@]}" test -x "$LAB_DIR" || die "$LAB_USER cannot reach LAB_DIR=$LAB_DIR; put it below /tmp"
else
    uid=$(id -u); gid=$(id -g)
    outer=(unshare --user --map-root-user --mount --uts --)            # root in there, for hostname and mount
    inner=(unshare --user --map-user="$uid" --map-group="$gid" --)     # and back to being ourselves
fi
"${outer[@]}" true || die "this machine does not allow new namespaces (see above); a container needs CAP_SYS_ADMIN"

# QEMU daemonizes, so its parent becomes PID 1, and libvirt waits for it to vanish when a guest ends.
# In containers and sandboxes PID 1 may collect dead processes late or never ("Failed to terminate
# process ... with SIGKILL"). So libvirtd runs below a small child subreaper that collects them at once.
reaper='my %n = (x86_64 => 157, aarch64 => 167); my $m = shift;           # prctl(PR_SET_CHILD_SUBREAPER, 1)
        syscall($n{$m}, 36, 1, 0, 0, 0) if $n{$m};
        my $p = fork; if (defined $p && !$p) { exec @ARGV; exit 127 }
        1 while wait != -1;'

# Directories that both hosts see under the same name; images is a mount point with content of its own on each
mkdir -p "$LAB_DIR"/{shared,console,images}
[ "$(id -u)" != 0 ] || chown "$uid:$gid" "$LAB_DIR"/{shared,console,images}

# start_host a|b UUID TCP_PORT MIGRATION_PORT
start_host() {
    local h=$1 uuid=$2 tcp=$3 port=$4 d=$LAB_DIR/$1
    if [ -s "$d/libvirtd.pid" ] && kill -0 "$(cat "$d/libvirtd.pid")" 2>/dev/null && answers "$h"; then
        return 0
    fi
    mkdir -p "$d"/{config/libvirt,cache,data,run,images,log}
    chmod 700 "$d/run"
    rm -f "$d/libvirtd.pid"

    cat >"$d/config/libvirt/libvirtd.conf" <<EOF
host_uuid = "$uuid"
auth_unix_rw = "none"
unix_sock_rw_perms = "0700"
listen_tls = 0
listen_tcp = $LAB_TCP
listen_addr = "127.0.0.1"
tcp_port = "$tcp"
auth_tcp = "none"
log_filters = "1:qemu.qemu_migration 3:util.netlink"
log_outputs = "2:file:$d/log/libvirtd.log"
EOF
    # Own port range per host: both daemons share one network stack.
    # stdio_handler: a session daemon would otherwise start a virtlogd of its own.
    # security_driver: no AppArmor or ownership changes between the lab and its files.
    cat >"$d/config/libvirt/qemu.conf" <<EOF
stdio_handler = "file"
security_driver = "none"
migration_port_min = $port
migration_port_max = $((port + 99))
EOF
    [ "$(id -u)" != 0 ] || chown -R "$uid:$gid" "$d"

    local listen=()
    [ "$LAB_TCP" = 0 ] || listen=(--listen)
    # 1. new namespaces; 2. hostname and the per-host images directory; 3. drop root; 4. reaper; 5. libvirtd
    # shellcheck disable=SC2016  # expanded by the inner bash
    setsid "${outer[@]}" bash -ec '
        d=$1 images=$2; shift 2
        hostname "lab-$(basename "$d")"
        mount --make-rprivate /
        mount --bind "$d/images" "$images"
        cd /
        exec env -u DISPLAY -u DBUS_SESSION_BUS_ADDRESS HOME="$d" \
             XDG_RUNTIME_DIR="$d/run" XDG_CONFIG_HOME="$d/config" \
             XDG_CACHE_HOME="$d/cache" XDG_DATA_HOME="$d/data" "$@"
    ' lab "$d" "$LAB_DIR/images" \
        "${inner[@]}" perl -e "$reaper" "$(uname -m)" libvirtd --pid-file "$d/libvirtd.pid" "${listen[@]}" \
        </dev/null >"$d/log/start.log" 2>&1 9>&- &
    local child=$!

    for _ in $(seq 300); do                                            # the first start probes QEMU: some seconds
        if answers "$h"; then
            # One pool over the directory, for storage that moves along; it comes back with the daemon.
            on "$h" pool-info images >/dev/null 2>&1 ||
                on "$h" "pool-define-as images dir --target $LAB_DIR/images; pool-autostart images; pool-start images" >&2
            return 0
        fi
        kill -0 "$child" 2>/dev/null || break
        sleep 0.1
    done
    { echo "up: host $h did not start:"; tail -n 20 "$d/log/start.log" "$d/log/libvirtd.log" 2>/dev/null; } >&2
    return 1
}

printf "%s='%s'\n" LAB_USER "$LAB_USER" LAB_TCP "$LAB_TCP" LAB_PORT "$LAB_PORT" \
    LAB_MIGRATION_PORT "$LAB_MIGRATION_PORT" >"$LAB_DIR/settings"
start_host a 5d10a1a0-0000-4000-8000-00000000000a "$LAB_PORT" "$LAB_MIGRATION_PORT" & a=$!
start_host b 5d10a1a0-0000-4000-8000-00000000000b "$((LAB_PORT + 1))" "$((LAB_MIGRATION_PORT + 100))" & b=$!
failed=0
wait "$a" || failed=1
wait "$b" || failed=1
if [ "$failed" = 1 ]; then
    answers a || answers b || rm -f "$LAB_DIR/settings"
    exit 1
fi

echo "LAB_DIR='$LAB_DIR'"
echo "LAB_URI_A='$(uri a)'"
echo "LAB_URI_B='$(uri b)'"
if [ "$LAB_TCP" != 0 ]; then
    echo "LAB_TCP_URI_A='qemu+tcp://127.0.0.1:$LAB_PORT/session'"
    echo "LAB_TCP_URI_B='qemu+tcp://127.0.0.1:$((LAB_PORT + 1))/session'"
fi
