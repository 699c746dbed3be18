# Stands in for the module where a test needs jobs that end when the test says so: by a file that appears.

$script:jobs = [System.Collections.Generic.List[object]]::new()

function Start-FakeJob {
    param([string] $Name, [string] $CompletedBy, [string] $UndoneBy, [bool] $IsLocal = $true, [string] $JobState = 'Running')
    $job = [pscustomobject]@{
        Name = $Name; InstanceId = $Name; JobState = $JobState; JobStatus = ''; IsFinished = $false; IsLocal = $IsLocal
        TimeOfLastStateChange = [System.DateTimeOffset]::UtcNow; CompletedBy = $CompletedBy; UndoneBy = $UndoneBy
    }
    $script:jobs.Add($job)
}

# As Start-VSMigration -Wait does, it undoes its job when it is stopped.
function Invoke-FakeMigration {
    param([string] $Name, [string] $UndoneBy)
    Start-FakeJob $Name -UndoneBy $UndoneBy
    $job = $script:jobs[$script:jobs.Count - 1]
    try {
        Write-Host "$Name runs"
        while ($true) { Start-Sleep -Milliseconds 20 }
    }
    finally {
        [System.Console]::Error.WriteLine("$Name is being undone")  # the streams are closed by now
        while ($UndoneBy -and -not [System.IO.File]::Exists($UndoneBy)) { [void][System.Threading.Tasks.Task]::Delay(20).Wait(1000) }
        Set-FakeJobEnd $job Terminated
    }
}

function Set-FakeJobEnd($Job, [string] $State) {
    $Job.JobState = $State
    $Job.IsFinished = $true
    $Job.TimeOfLastStateChange = [System.DateTimeOffset]::UtcNow
}

function Get-VSMigrationJob { $script:jobs }

function Wait-VSMigrationJob {
    param([Parameter(ValueFromPipeline)] $InputObject)
    process {
        if (-not $InputObject.IsLocal) { throw "$($InputObject.Name) runs elsewhere." }
        while (-not $InputObject.IsFinished) {
            if ($InputObject.CompletedBy -and [System.IO.File]::Exists($InputObject.CompletedBy)) { Set-FakeJobEnd $InputObject Completed }
            Start-Sleep -Milliseconds 20
        }
    }
}

function Stop-VSMigrationJob {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(ValueFromPipeline)] $InputObject)
    process {
        if ($PSCmdlet.ShouldProcess($InputObject.Name)) {
            while ($InputObject.UndoneBy -and -not [System.IO.File]::Exists($InputObject.UndoneBy)) { Start-Sleep -Milliseconds 20 }
            Set-FakeJobEnd $InputObject Terminated
        }
    }
}

function Show-FakeProgress([int] $PercentComplete) {
    $record = [System.Management.Automation.ProgressRecord]::new(1, 'web01', 'moves')
    $record.PercentComplete = $PercentComplete
    $Host.UI.WriteProgress(0, $record)
}

function Remove-FakeSystem {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([string] $Name)
    if ($PSCmdlet.ShouldProcess($Name)) { "$Name is removed" }
}

Export-ModuleMember -Function *-Fake*, *-VSMigrationJob
