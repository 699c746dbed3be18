using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_LogicalElement: an element that is no physical thing.</summary>
[CimClass("CIM_LogicalElement", Version = "2.6.0")]
public abstract record LogicalElement : ManagedSystemElement;
