#!/bin/bash
# run.sh [--strict] - build everything and run all tests. Needs the .NET SDK of global.json and nothing else:
# NuGet fetches the packages that the lock files name, and on Debian, as root, missing packages for the tests on
# real guests are installed after saying which (lab/packages.sh).
#   --strict   also fail if the tests on real guests did not run (.ci/run)
# The last line is "N passed, N failed, N skipped". The exit code is not 0 if a test failed, none passed, or
# something did not build.
#
# Environment:
#   LAB_URI_A ...   a running lab to use (as lab/up.sh prints it); otherwise one is started and removed again
#   LAB_DIR, LAB_PORT, LAB_MIGRATION_PORT
#                   where to start it, if the defaults do not suit
#   PWSH            the PowerShell for the Pester files; default: pwsh, where there is one with Pester 5
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

strict=
case ${1:-} in
    '') ;;
    --strict) strict=1 ;;
    *) echo "usage: tests/run.sh [--strict]" >&2; exit 2 ;;
esac

# Nothing stays behind: no build server, no node waiting for the next build.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

results=$PWD/out/TestResults outcomes=$PWD/out/TestResults/outcomes.tsv
passed=0 failed=0 skipped=0 broken=0 own_lab=
say() { printf '\n== %s\n' "$*"; }
# wrong TEXT - something other than a test went wrong; the run goes on where it can
wrong() { echo "run.sh: $*" >&2; broken=1; }

finish() {
    trap - EXIT INT TERM HUP
    [ -z "$own_lab" ] || lab/down.sh --clean
    if [ $((passed + failed)) = 0 ]; then wrong "no test ran"; fi
    echo "$passed passed, $failed failed, $skipped skipped"
    exit $((failed + broken > 0))
}
trap finish EXIT
trap 'wrong interrupted; finish' INT TERM HUP

# --- what is needed, and the build ---
if ! command -v dotnet >/dev/null; then
    wrong "there is no dotnet; install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0"
    exit
fi
say "Packages for the tests on real guests"
if [ "$(uname -s)" = Linux ] && lab/packages.sh; then echo "all there"; fi

say "Build (NuGet packages as locked in packages.lock.json)"
rm -rf "$results"
mkdir -p "$results"
if ! dotnet build VsMigration.slnx -nologo -v quiet -p:RestoreLockedMode=true </dev/null; then
    wrong "the build failed (after a change of packages: dotnet restore --force-evaluate renews the lock files)"
    exit
fi

# --- the lab ---
say "Lab: two libvirt hosts for real guests"
busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
if [ -n "${LAB_URI_A:-}" ]; then
    echo "using the running lab in ${LAB_DIR:-?}"
elif [ "$(uname -s)" != Linux ]; then
    export LAB_UNAVAILABLE="it needs Linux"
else
    # Beside any lab, or other test run, that this machine may have: the first pair of ports that nobody listens on.
    slot=0
    while busy $((16621 + 2 * slot)) || busy $((16622 + 2 * slot)); do slot=$((slot + 1)); done
    export LAB_DIR=${LAB_DIR:-/tmp/vsm-lab-$$} LAB_PORT=${LAB_PORT:-$((16621 + 2 * slot))}
    export LAB_MIGRATION_PORT=${LAB_MIGRATION_PORT:-$((49352 + slot % 40 * 200))}
    own_lab=1
    if settings=$(lab/up.sh 2>"$results/lab.log"); then
        set -a; eval "$settings"; set +a
        echo "up in $LAB_DIR"
    else
        cat "$results/lab.log"
        LAB_UNAVAILABLE=$(head -n 1 "$results/lab.log")
        export LAB_UNAVAILABLE
    fi
fi

# --- .NET tests ---
# read_trx FILE - one line a test: passed|failed|skipped, name, reason; tab between them
read_trx() {
    awk '
        function plain(text) {
            gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&#x[0-9A-Fa-f]+;|[ \t\r\n]+/, " ", text)
            gsub(/&amp;/, "\\&", text); return text
        }
        function between(text, start, end,  i) {
            i = index(text, start); if (!i) return ""
            text = substr(text, i + length(start)); return plain(substr(text, 1, index(text, end) - 1))
        }
        BEGIN { RS = "</UnitTestResult>|<UnitTestResult " }
        / outcome="/ && / testName="/ {
            is = between($0, " outcome=\"", "\"")
            print (is == "Passed" ? "passed" : is == "NotExecuted" ? "skipped" : "failed") "\t" \
                between($0, " testName=\"", "\"") "\t" between($0, "<Message>", "</Message>")
        }' "$1"
}

for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    say "$name"
    # A test that hangs for ten minutes is ended and fails.
    dotnet test "$project" --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
        --blame-hang-timeout 10m --blame-hang-dump-type none </dev/null || broken=1
    if [ -s "$results/$name.trx" ]; then
        read_trx "$results/$name.trx" >>"$outcomes"
    else
        wrong "$name left no results"
    fi
done

# --- Pester, on a real PowerShell ---
say "Pester"
pwsh=${PWSH:-pwsh}
if ! compgen -G 'tests/Pester/*.Tests.ps1' >/dev/null; then
    echo "no Pester files"
elif ! command -v "$pwsh" >/dev/null; then
    echo "NOT RUN: the Pester files in tests/Pester, because there is no pwsh on this machine (PWSH can name one)"
elif ! "$pwsh" -NoProfile -NonInteractive -Command \
        'exit [int]!(Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 })' </dev/null; then
    echo "NOT RUN: the Pester files in tests/Pester, because $pwsh has no Pester 5 (Install-Module Pester)"
else
    timeout 20m "$pwsh" -NoProfile -NonInteractive -File tests/Pester/Invoke-Tests.ps1 "$results/pester.tsv" </dev/null || broken=1
    if [ -s "$results/pester.tsv" ]; then
        cat "$results/pester.tsv" >>"$outcomes"
    else
        wrong "Pester left no results"
    fi
fi

# --- the sum ---
say "Result"
touch "$outcomes"
for outcome in passed failed skipped; do
    declare "$outcome=$(grep -c "^$outcome	" "$outcomes")"
done
awk -F '\t' '$1 == "skipped" { print "skipped: " $2 ": " $3 } $1 == "failed" { print "failed: " $2 }' "$outcomes"
if [ -n "$strict" ] && { [ -n "${LAB_UNAVAILABLE:-}" ] || grep -q "^skipped	.*	No lab: " "$outcomes"; }; then
    wrong "--strict: the tests on real guests did not run"
fi
