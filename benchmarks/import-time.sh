#!/bin/bash
# import-time.sh [RUNS] - what importing the module costs, against an empty binary module with a manifest, each in a fresh process.
# The two take turns. Prints medians; the limit is three times the empty module's import. Import time is measured inside the process,
# around Import-Module, so the start of the shell counts for neither. PWSH names a PowerShell to use in place of vsm.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-25}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/Shell -nologo -v quiet -c Release -clp:ErrorsOnly
dotnet build benchmarks/EmptyModule -nologo -v quiet -c Release -clp:ErrorsOnly -o "$work/empty"
printf "@{ RootModule = 'EmptyModule.dll'; ModuleVersion = '1.0'; GUID = '8a4c2d9e-51f7-4f0b-9d0a-6a7f6f1c2b3d'; CmdletsToExport = @('Get-Nothing') }\n" >"$work/empty/EmptyModule.psd1"
# Started with no module of its own, so that the import measured is the first one.
printf "@{ ModuleVersion = '1.0'; GUID = '8a4c2d9e-51f7-4f0b-9d0a-6a7f6f1c2b3e' }\n" >"$work/none.psd1"

# import MANIFEST - milliseconds that Import-Module takes
import() {
    local script="\$w = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$1'; \$w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
    if [ -n "${PWSH:-}" ]; then
        "$PWSH" -NoProfile -NonInteractive -Command "$script"
    else
        dotnet src/Shell/bin/Release/net10.0/vsm.dll -Module "$work/none.psd1" -c "$script"
    fi
}

import "$work/empty/EmptyModule.psd1" >/dev/null
import "$PWD/VsMigration.psd1" >/dev/null
for _ in $(seq "$runs"); do
    import "$work/empty/EmptyModule.psd1" >>"$work/empty.ms"
    import "$PWD/VsMigration.psd1" >>"$work/module.ms"
done
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
awk -v e="$(median "$work/empty.ms")" -v m="$(median "$work/module.ms")" -v n="$runs" 'BEGIN {
    printf "empty module: %.1f ms, VsMigration: %.1f ms (medians of %d), ratio %.2f; limit 3: %s\n", e, m, n, m / e, m <= 3 * e ? "kept" : "NOT KEPT"
    exit m > 3 * e }'
