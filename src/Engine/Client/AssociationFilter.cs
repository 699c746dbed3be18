namespace VsMigration.Client;

/// <summary>What narrows an association operation (DSP0200 5.3.2.9 to 5.3.2.12); what is null narrows nothing. Classes stand for their subclasses too.</summary>
public sealed record AssociationFilter
{
    /// <summary>Everything.</summary>
    public static AssociationFilter None { get; } = new();

    /// <summary>The association class (AssocClass; of References and ReferenceNames: ResultClass).</summary>
    public string? AssocClass { get; init; }

    /// <summary>The class of the other end (ResultClass; Associators and AssociatorNames only).</summary>
    public string? ResultClass { get; init; }

    /// <summary>The reference that the source object is (Role).</summary>
    public string? Role { get; init; }

    /// <summary>The reference that the other end is (ResultRole; Associators and AssociatorNames only).</summary>
    public string? ResultRole { get; init; }
}
