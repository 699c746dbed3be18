using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.PowerShell.Events;

/// <summary>Takes the profile's and CIM's names of events as well as those of <see cref="MigrationEventType"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventTypeArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly Dictionary<string, MigrationEventType> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VS_MIGRATION_JOB_CREATE"] = MigrationEventType.JobCreate,
        ["CIM_InstCreation"] = MigrationEventType.JobCreate,
        ["VS_MIGRATION_JOB_CHANGE"] = MigrationEventType.JobChange,
        ["CIM_InstModification"] = MigrationEventType.JobChange,
        ["VS_MIGRATION_JOB_DELETE"] = MigrationEventType.JobDelete,
        ["CIM_InstDeletion"] = MigrationEventType.JobDelete,
        ["VS_MIGRATION_METHOD_CALL"] = MigrationEventType.MethodCall,
        ["CIM_InstMethodCall"] = MigrationEventType.MethodCall,
    };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } several
            ? several.Cast<object>().Select(Known).ToArray()
            : Known(inputData);

    private static object Known(object value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string text && s_names.TryGetValue(text, out var type) ? type : value;
}
