#!/bin/bash
# down.sh [--clean] - stop the two libvirt hosts that up.sh started, and every guest still running on them.
# Only processes whose ids the lab recorded (libvirtd.pid, and QEMU's own pid files) are ended.
# LAB_DIR as for up.sh; with --clean the directory is removed as well. Safe to run twice.
set -uo pipefail
# shellcheck source=lab/common.sh
. "$(dirname "$0")/common.sh"
case ${1:-} in ''|--clean) ;; *) die "usage: down.sh [--clean]" ;; esac
[ -d "$LAB_DIR" ] || exit 0
LAB_DIR=$(cd "$LAB_DIR" && pwd -P)
# --clean removes a directory: make sure that it is a lab.
[ -e "$LAB_DIR/up.lock" ] || die "$LAB_DIR is not a lab"

# end PID NAME - TERM, then KILL after 5 s; only if the process is still the program we recorded
end() {
    local pid=$1 name=$2
    case $(cat "/proc/$pid/comm" 2>/dev/null) in "$name"*) ;; *) return 0 ;; esac
    kill "$pid" 2>/dev/null
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || return 0; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null
}

for h in a b; do
    d=$LAB_DIR/$h
    # Session-mode guests outlive their daemon: QEMU's pid files lie in the runtime directory.
    for p in "$d"/run/libvirt/qemu/run/*.pid; do
        if [ -s "$p" ]; then end "$(cat "$p")" qemu-system; fi
    done
    if [ -s "$d/libvirtd.pid" ]; then end "$(cat "$d/libvirtd.pid")" libvirtd; fi
    rm -f "$d/libvirtd.pid"
done
rm -f "$LAB_DIR/settings"
# The mount namespaces vanish with their last process; nothing is mounted outside them.
if [ "${1:-}" = --clean ]; then rm -rf "$LAB_DIR"; fi
