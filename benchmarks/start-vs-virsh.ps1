# Run by start-vs-virsh.sh in a lab that is up, with the guest "bench" on host a.
param([int] $Pairs = 40)
$ErrorActionPreference = 'Stop'

$uris = @{ a = $env:LAB_URI_A; b = $env:LAB_URI_B }
foreach ($name in 'a', 'b') { Add-VSMigrationHost -Name "bench-$name" -ConnectionUri $uris[$name] -MigrationUri 'tcp://127.0.0.1' }
$sessions = @{ a = New-VSMigrationSession $uris['a']; b = New-VSMigrationSession $uris['b'] }

function Measure-Way([string] $Way, [string] $From, [string] $To) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    if ($Way -eq 'virsh') {
        & virsh -q -c $uris[$From] migrate bench $uris[$To] --live --p2p --persistent --undefinesource --abort-on-error --auto-converge --migrateuri tcp://127.0.0.1
        if ($LASTEXITCODE -ne 0) { throw "virsh migrate ended with $LASTEXITCODE" }
    }
    else {
        $job = Start-VSMigration -Name bench -Session $sessions[$From] -DestinationHost "bench-$To" -Wait -WarningAction SilentlyContinue
        if ("$($job.JobState)" -ne 'Completed') { throw "the job ended as $($job.JobState)" }
    }
    $watch.Elapsed.TotalMilliseconds
}

# Student's t for 95 % and n-1 degrees of freedom; 2.0 is right to one part in fifty from n = 40 on.
function Get-Interval([double[]] $Values) {
    $mean = [System.Linq.Enumerable]::Average($Values)
    $sum = 0.0
    foreach ($value in $Values) { $sum += ($value - $mean) * ($value - $mean) }
    $half = 2.02 * [Math]::Sqrt($sum / ($Values.Count - 1)) / [Math]::Sqrt($Values.Count)
    $sorted = [double[]] $Values.Clone()
    [Array]::Sort($sorted)
    @{ Mean = $mean; Low = $mean - $half; High = $mean + $half; Median = $sorted[[int][Math]::Floor($sorted.Count / 2)] }
}

$there = 'a', 'b'
foreach ($way in 'virsh', 'module') { # one of each, not counted: the guest touches its memory, code is compiled
    [void] (Measure-Way $way $there[0] $there[1])
    $there = $there[1], $there[0]
}

$differences = @()
$ratios = @()
$virsh = @()
for ($pair = 1; $pair -le $Pairs; $pair++) {
    # A pair is one round trip; which way goes first changes from pair to pair, and with it the direction of each.
    $order = if ($pair % 2) { 'virsh', 'module' } else { 'module', 'virsh' }
    $time = @{}
    foreach ($way in $order) {
        $time[$way] = Measure-Way $way $there[0] $there[1]
        $there = $there[1], $there[0]
    }
    $differences += $time['module'] - $time['virsh']
    $ratios += $time['module'] / $time['virsh']
    $virsh += $time['virsh']
    '{0,3}  virsh {1,7:0} ms  Start-VSMigration -Wait {2,7:0} ms' -f $pair, $time['virsh'], $time['module']
}

$d = Get-Interval $differences
$r = Get-Interval $ratios
$v = Get-Interval $virsh
$limit = [Math]::Max(100, 0.05 * $v['Mean'])
'virsh migrate: mean {0:0} ms, median {1:0} ms, {2} pairs' -f $v['Mean'], $v['Median'], $Pairs
'added: mean {0:0} ms, 95 % interval {1:0} to {2:0} ms, median {3:0} ms' -f $d['Mean'], $d['Low'], $d['High'], $d['Median']
'ratio: mean {0:0.000}, 95 % interval {1:0.000} to {2:0.000}, median {3:0.000}' -f $r['Mean'], $r['Low'], $r['High'], $r['Median']
# Kept or not only where the whole interval says so. A machine that does other work at the same time gives a wide one.
$verdict = if ($d['High'] -le $limit) { 'kept' } elseif ($d['Low'] -gt $limit) { 'NOT KEPT' } else { 'undecided: the interval holds the limit; more pairs, or a quieter machine' }
'limit {0:0} ms: {1}' -f $limit, $verdict
exit [int]($verdict -ne 'kept')
