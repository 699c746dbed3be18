#!/bin/bash
# define.sh [OPTION...] NAME [MEMORY_MIB [PAGES_PER_TICK]] - put a counter guest on a host of the running lab
# and start it. MEMORY_MIB: 32 to 3072, default 64. PAGES_PER_TICK: 4 KiB pages dirtied 18.2 times a second,
# default 0 (256 = 18 MiB/s, 2048 = 146 MiB/s).
#   --host a|b   default a
#   --disk MIB   also a writable disk of that size on the host's local storage, filled with random bytes
#   --deaf       a guest that ignores the power button
#   --off        only define it
# LAB_DIR as for up.sh. Example: lab/define.sh --disk 16 web 256 256
set -euo pipefail
# shellcheck source=lab/common.sh
. "$(dirname "$0")/common.sh"
usage() { die "usage: define.sh [--host a|b] [--disk MIB] [--deaf] [--off] NAME [MEMORY_MIB [PAGES_PER_TICK]]"; }

host=a disk= deaf= off=
while [[ ${1:-} = --* ]]; do
    case $1 in
        --host) host=${2:-}; shift ;;
        --disk) disk=${2:-}; shift ;;
        --deaf) deaf=-deaf ;;
        --off)  off=1 ;;
        *)      usage ;;
    esac
    shift || usage
done
name=${1:-} memory=${2:-64} rate=${3:-0}
[[ $# -le 3 && $host =~ ^[ab]$ && $disk =~ ^[0-9]*$ && $memory =~ ^[0-9]+$ && $rate =~ ^[0-9]+$ ]] || usage
[[ $name =~ ^[A-Za-z0-9_.-]+$ ]] || usage
answers "$host" || die "host $host does not answer; run $lab_here/up.sh"
! on "$host" dominfo "$name" >/dev/null 2>&1 || die "there is a guest $name on host $host already"

# give FILE... - to the user the guests run as
give() { if [ "$(id -u)" = 0 ]; then chown --reference="$LAB_DIR/console" "$@"; fi; }

boot=$LAB_DIR/shared/counter-$rate$deaf.img
if [ ! -e "$boot" ] || [ "$lab_here/guest/counter.S" -nt "$boot" ]; then
    "$lab_here/guest/mkguest.sh" ${deaf:+--deaf} "$boot" "$rate"
fi
other=a; [ "$host" = b ] || other=b
# A guest of that name on the other host (for a clash) is still writing there.
on "$other" dominfo "$name" >/dev/null 2>&1 || : >"$LAB_DIR/console/$name.log"
give "$LAB_DIR/console/$name.log"

devices=
if [ -n "$disk" ]; then
    head -c "${disk}M" /dev/urandom >"$LAB_DIR/$host/images/$name.img"
    give "$LAB_DIR/$host/images/$name.img"
    on "$host" pool-refresh images
    devices="<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='$LAB_DIR/images/$name.img'/><target dev='vdb' bus='virtio'/></disk>"
fi

xml=$(mktemp)
trap 'rm -f "$xml"' EXIT
LAB_DIR=$LAB_DIR "$lab_here/domain.sh" "$name" "$memory" "$boot" "$devices" >"$xml"
on "$host" define "$xml"
[ -n "$off" ] || on "$host" start "$name"
