namespace VsMigration.Profile.Implementation;

/// <summary>Something about the settings that define capabilities that the profile does not allow.</summary>
/// <param name="Requirement">The requirement's id, such as <c>7.4.2-20</c>; empty where only the schema asks for it.</param>
/// <param name="InstanceId">The setting that it was seen at; empty where it is missing.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CapabilityDefect(string Requirement, string InstanceId, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => (Requirement.Length == 0 ? "" : Requirement + ": ") + Message;
}
