#!/bin/bash
# start-vs-virsh.sh [PAIRS [MEMORY_MIB [PAGES_PER_TICK]]] - what Start-VSMigration -Wait adds to `virsh migrate` with the same flags.
# Brings the lab up, puts a guest there, and migrates it there and back in one warm vsm, the two ways in turn, each way in both
# directions equally often. Defaults: 40 pairs, 256 MiB, 256 pages (18 MiB/s). Prints every pair and then the differences and
# ratios with their 95 % intervals, and whether the limit is kept: 5 % or 100 ms, whichever is more. The exit code is 0 only if it is.
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-40} memory=${2:-256} rate=${3:-256}

export LAB_DIR=${LAB_DIR:-/tmp/vsm-bench-$$} LAB_PORT=${LAB_PORT:-16651} LAB_MIGRATION_PORT=${LAB_MIGRATION_PORT:-50152}
VSMIGRATION_HOME=$(mktemp -d)
export VSMIGRATION_HOME
trap 'lab/down.sh --clean; rm -rf "$VSMIGRATION_HOME"' EXIT
settings=$(lab/up.sh)
set -a; eval "$settings"; set +a
lab/define.sh bench "$memory" "$rate"

dotnet build src/Shell -nologo -v quiet -c Release -clp:ErrorsOnly
echo "load average before: $(cut -d ' ' -f 1-3 /proc/loadavg), on $(nproc) processors"
kept=0
dotnet src/Shell/bin/Release/net10.0/vsm.dll -f benchmarks/start-vs-virsh.ps1 -Pairs "$pairs" || kept=$?
echo "load average after: $(cut -d ' ' -f 1-3 /proc/loadavg)"
lab/check-console.sh bench
exit "$kept"
