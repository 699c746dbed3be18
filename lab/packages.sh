#!/bin/bash
# packages.sh - make sure that the Debian packages the lab needs are there.
# Says what is missing, then installs it when run as root; otherwise says how to, and fails.
# Writes to standard error only (up.sh prints assignments).
set -euo pipefail
exec >&2

# libvirt-daemon only recommends the QEMU driver, so it is named here. No systemd units, no polkit, no
# dnsmasq: libvirt-daemon-system is not needed. Debian 12: 36 packages, 21 MB to fetch, 12 s.
packages=(qemu-system-x86 qemu-utils libvirt-daemon libvirt-daemon-driver-qemu libvirt-clients binutils perl)
commands=(qemu-system-x86_64 qemu-img libvirtd virsh as ld perl)
PATH=$PATH:/usr/sbin:/sbin

missing=()
if command -v dpkg-query >/dev/null; then
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
else
    for command in "${commands[@]}"; do
        command -v "$command" >/dev/null || missing+=("$command")
    done
fi
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "packages: missing here: ${missing[*]}. Install them with your system's package manager."
    exit 1
elif [ "$(id -u)" != 0 ]; then
    echo "packages: not installed: ${missing[*]}"
    echo "packages: run: sudo apt-get install --no-install-recommends ${missing[*]}"
    exit 1
fi

echo "packages: installing ${missing[*]} (and what they depend on)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt() { apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1 </dev/null; }
# The package lists may be absent or old, as in a container image.
if ! { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
    echo "packages: apt-get failed:"
    tail -n 20 "$log"
    exit 1
fi
echo "packages: done"
