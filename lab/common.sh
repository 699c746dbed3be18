# common.sh - what the lab's scripts share; to be sourced, by bash or sh.
LAB_DIR=${LAB_DIR:-/tmp/vsm-lab}
lab_here=$(cd "$(dirname "$0")" && pwd)

# die TEXT... - say it and fail
die() { echo "$(basename "$0"): $*" >&2; exit 1; }

# uri a|b - the connection URI of a host
uri() { echo "qemu+unix:///session?socket=$LAB_DIR/$1/run/libvirt/libvirt-sock"; }

# on a|b VIRSH_ARGUMENTS... - virsh on that host; a daemon that hangs is an error after 30 s
on() { local at; at=$(uri "$1"); shift; timeout 30 virsh -q -c "$at" "$@"; }

# answers a|b - does that host's daemon answer?
answers() { timeout 5 virsh -q -c "$(uri "$1")" version >/dev/null 2>&1; }
