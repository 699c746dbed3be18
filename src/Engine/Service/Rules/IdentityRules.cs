using System.Collections.Generic;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Rules;

/// <summary>
/// Neither the name nor the identifier is taken at the destination. A definition of the same name and identifier that is shut off there
/// is the worst case: libvirt then succeeds without a word and lets that one become the system's definition.
/// </summary>
internal static class IdentityRules
{
    public static IEnumerable<MigrationError> Check(MigrationContext context)
    {
        var system = context.Source.System;
        if (context.Destination is not { } destination)
        {
            yield break;
        }

        if (destination.SameId is { } twin)
        {
            string what = twin.State == VirtualSystemState.Defined ? "a definition left from before" : "running there";
            string named = twin.Name == context.NewName ? "" : $", named '{twin.Name}'";
            yield return StandardMessages.TargetSystemExists.Error(
                $"'{context.DestinationName}' has a virtual system with the identifier {system.Id}{named}: {what}. "
                + (twin.State == VirtualSystemState.Defined ? $"If it is not needed, undefine it there (virsh undefine {twin.Name})." : "Find out which of the two is to live."),
                context.NewName);
        }

        if (destination.SameName is { } namesake && namesake.Id != system.Id)
        {
            yield return StandardMessages.TargetSystemExists.Error(
                $"'{context.DestinationName}' has another virtual system of this name, with the identifier {namesake.Id}. Rename one of them.",
                context.NewName);
        }
    }
}
