#!/bin/sh
# check-console.sh [--restarts N] NAME|FILE - prove from its console that a counter guest ran without a break:
# counter from 00000001 up by one with every line (no gap, no repetition), no E, and a restart from 1 exactly
# N times (default 0; an offline migration of a running guest has one). An argument with a / is a file, else
# a guest of the lab in LAB_DIR. The last line may be unfinished: the guest is still writing it; and so may the last
# one before a restart, which then stands in front of the first line after it.
# Says what it saw; exit code 1 names the first line that is wrong.
set -eu
. "$(dirname "$0")/common.sh"
restarts=0
if [ "${1:-}" = --restarts ]; then restarts=$2; shift 2; fi
[ $# = 1 ] || die "usage: check-console.sh [--restarts N] NAME|FILE"
case $1 in */*) file=$1 ;; *) file=$LAB_DIR/console/$1.log ;; esac
[ -r "$file" ] || die "no console at $file"

awk -v file="$file" -v wanted="$restarts" '
    function hex(text,  i, n) {
        for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789ABCDEF", toupper(substr(text, i, 1))) - 1
        return n + 0
    }
    function wrong(why) { print file ": line " line ": " why ": " text; failed = 1; exit 1 }
    # Cuts off what is the beginning of the line that would have come next.
    function cut(  begun) {
        begun = length(text) - 19
        if (wanted > 0 && begun > 0 && begun < 19 && substr(text, begun + 1) ~ /^00000001 / \
            && substr(text, 1, begun < 8 ? begun : 8) == substr(sprintf("%08X", last + 1), 1, begun)) text = substr(text, begun + 1)
    }
    function check(  counter) {
        cut()
        if (text !~ /^[0-9A-F]+ [0-9A-F]+ [KE]$/ || length(text) != 19) wrong("not a counter line")
        counter = hex(substr(text, 1, 8))
        if (counter == 1) starts++
        else if (counter != last + 1) wrong("the counter was " last + 0 " and is now " counter)
        if (substr(text, 19) == "E") wrong("the guest lost memory")
        last = counter; sweep = hex(substr(text, 10, 8))
    }
    # One line late, because the end of the last one may not be there yet.
    NR > 1 { line = NR - 1; text = held; check() }
    { ended = sub(/\r$/, ""); held = $0 }
    END {
        if (failed) exit 1
        if (ended) { line = NR; text = held; check() }
        if (!starts) { print file ": the guest has not printed a line"; exit 1 }
        if (starts - 1 != wanted) { print file ": " starts - 1 " restarts, expected " wanted; exit 1 }
        print file ": intact, counter " last ", sweep " sweep ", restarts " starts - 1
    }' "$file"
