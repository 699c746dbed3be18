#!/bin/sh
# domain.sh NAME MEMORY_MIB [BOOT_IMAGE] [DEVICE_XML] - print the libvirt XML of a guest without KVM that boots
# BOOT_IMAGE (default $LAB_DIR/shared/counter-0.img) read-only and writes its console to
# $LAB_DIR/console/NAME.log (append: both hosts' QEMU write to the same file in turn).
# MACHINE names the machine type (default pc).
set -eu
. "$(dirname "$0")/common.sh"
name=$1 memory=$2 boot=${3:-$LAB_DIR/shared/counter-0.img} devices=${4:-}
cat <<X
<domain type='qemu'>
  <name>$name</name>
  <memory unit='MiB'>$memory</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='${MACHINE:-pc}'>hvm</type><boot dev='hd'/></os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='$boot'/><target dev='vda' bus='virtio'/><readonly/></disk>
    $devices
    <controller type='usb' model='none'/>
    <serial type='file'><source path='$LAB_DIR/console/$name.log' append='on'/></serial>
    <memballoon model='none'/>
  </devices>
</domain>
X
