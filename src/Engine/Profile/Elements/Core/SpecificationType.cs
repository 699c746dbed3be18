namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_RegisteredSpecification.SpecificationType.</summary>
public enum SpecificationType
{
    /// <summary>OtherSpecificationType says it.</summary>
    Other = 1,

    /// <summary>A management profile.</summary>
    Profile = 2,

    /// <summary>A set of specifications of one initiative.</summary>
    InitiativeWrapper = 3,

    /// <summary>A mapping of the model onto a protocol.</summary>
    Mapping = 4,
}
