using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using VsMigration.Profile;

namespace VsMigration.Tests.Conformance;

/// <summary>One id in one <see cref="ClauseAttribute"/>, and whose attribute it is.</summary>
internal sealed record Citation(string Id, MemberInfo Member)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The type's name, with the member's behind it where it is a member's attribute.</summary>
    public string Name => Member.DeclaringType is { } owner ? owner.Name + "." + Member.Name : Member.Name;

    public override string ToString() => $"{Name} cites {Id}";

    /// <summary>All of an assembly.</summary>
    public static IReadOnlyList<Citation> In(Assembly assembly) =>
        (from type in assembly.GetTypes()
         from member in type.GetMembers(Declared).Where(member => member is not TypeInfo).Prepend(type)
         from attribute in member.GetCustomAttributes<ClauseAttribute>(inherit: false)
         from id in attribute.Ids
         select new Citation(id, member)).ToList();
}
