#!/bin/sh
# mkguest.sh [--deaf] OUT [PAGES_PER_TICK] - build the boot disk of the counter guest: counter.S, 1 MiB.
# OUT ending in .qcow2 gives a qcow2 (needs qemu-img), anything else a raw image. Needs as and ld.
# PAGES_PER_TICK: 4 KiB pages dirtied per 1/18.2 s (256 = 18 MiB/s, 2048 = 146 MiB/s; 0 = idle, the default)
# --deaf: the guest ignores the power button, as a hung one would
set -eu
deaf=0
if [ "$1" = --deaf ]; then deaf=1; shift; fi
out=$1 rate=${2:-0}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

as --32 -o "$tmp/c.o" "$here/counter.S"
ld -m elf_i386 -Ttext 0x7c00 --oformat binary -o "$tmp/c.bin" "$tmp/c.o" 2>/dev/null

# patch OFFSET VALUE - write a little-endian dword into the boot sector
patch() {
    # shellcheck disable=SC2059  # the inner printf makes the escapes that the outer one writes
    printf "$(printf '\\%03o\\%03o\\%03o\\%03o' \
        $(($2 & 255)) $(($2 >> 8 & 255)) $(($2 >> 16 & 255)) $(($2 >> 24 & 255)))" |
        dd of="$tmp/c.bin" bs=1 seek="$1" conv=notrunc 2>/dev/null
}
patch 4 "$rate"
patch 8 "$deaf"
truncate -s 1M "$tmp/c.bin"

case $out in
    *.qcow2) qemu-img convert -q -f raw -O qcow2 "$tmp/c.bin" "$out" ;;
    *)       cp "$tmp/c.bin" "$out.part.$$" && mv "$out.part.$$" "$out" ;;     # never half a boot disk
esac
