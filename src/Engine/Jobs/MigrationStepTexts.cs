namespace VsMigration.Jobs;

/// <summary>What a job says of itself in JobStatus.</summary>
internal static class MigrationStepTexts
{
    public static string Doing(MigrationStepName step) => step switch
    {
        MigrationStepName.PrepareStorage => "Creating the disks' targets",
        MigrationStepName.ShutDown => "Shutting down at the source",
        MigrationStepName.CopyVolumes => "Copying disks",
        MigrationStepName.Pause => "Pausing at the source",
        MigrationStepName.LoadSavedState => "Loading the saved state at the source",
        MigrationStepName.Transfer => "Transferring",
        MigrationStepName.DefineAtDestination => "Defining at the destination",
        MigrationStepName.CarryOver => "Carrying settings over",
        MigrationStepName.StartAtDestination => "Starting at the destination",
        MigrationStepName.ResumeAtDestination => "Resuming at the destination",
        MigrationStepName.SuspendAtDestination => "Saving the state at the destination",
        MigrationStepName.VerifyDestination => "Looking at the destination",
        MigrationStepName.ReleaseSource => "Releasing the source",
        MigrationStepName.VerifySource => "Looking at the source",
        _ => step.ToString(),
    };

    public static string Undoing(MigrationStepName step) => "Undoing: " + Doing(step);

    public static string NeverBegun(MigrationJob job) => "Stopped before it began: " + job.VirtualSystem.Name + " is on " + job.SourceHost + " as before.";

    public static string Ended(JobEvent how, MigrationJob job) => how switch
    {
        JobEvent.Complete => "Completed: " + job.VirtualSystem.Name + " is on " + job.DestinationHost + ".",
        JobEvent.EndTerminated => "Terminated and undone: " + job.VirtualSystem.Name + " is on " + job.SourceHost + " as before.",
        JobEvent.EndKilled => "Killed.",
        _ => "Failed.",
    };
}
