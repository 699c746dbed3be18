using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>What <c>-Name</c> picks: wildcards, without regard to case.</summary>
internal static class NameFilter
{
    /// <summary>Whether a name means one thing only, so that it is an error if there is none.</summary>
    public static bool IsLiteral(string name) => !WildcardPattern.ContainsWildcardCharacters(name);

    /// <summary>The elements that a name picks. A literal that one element bears to the letter does not pick those that differ in case.</summary>
    public static IReadOnlyList<T> Pick<T>(IEnumerable<T> all, string name, Func<T, string> nameOf)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var exact = new List<T>();
        var others = new List<T>();
        foreach (var element in all)
        {
            string its = nameOf(element);
            if (string.Equals(its, name, StringComparison.Ordinal))
            {
                exact.Add(element);
            }
            else if (string.Equals(its, name, StringComparison.OrdinalIgnoreCase) || pattern.IsMatch(its))
            {
                others.Add(element);
            }
        }

        return exact.Count > 0 && IsLiteral(name) ? exact : exact.Concat(others).ToList();
    }
}
