using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Select-Object: some of the objects, some of their properties.</summary>
/// <remarks>-First does not stop the commands before it, as pwsh's does: that way is closed to commands outside PowerShell.</remarks>
[Cmdlet(VerbsCommon.Select, "Object")]
internal sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _kept = new();
    private readonly List<PSObject> _distinct = [];
    private readonly List<NamedExpression> _properties = [];
    private readonly List<WildcardPattern> _excluded = [];
    private int _seen;
    private int _taken;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    [Parameter]
    public string[] ExcludeProperty { get; set; } = [];

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = -1;

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; } = -1;

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    protected override void BeginProcessing()
    {
        var properties = Property.Length == 0 && ExcludeProperty.Length > 0 ? ["*"] : Property;
        _properties.AddRange(properties.Select(NamedExpression.Parse));
        _excluded.AddRange(ExcludeProperty.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)));
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (Last < 0)
        {
            if (_seen++ >= Skip)
            {
                Take(InputObject);
            }

            return;
        }

        // The end is known at the end: keep as many as can still be wanted. -Skip counts from the end then, as in pwsh.
        var inFront = First >= 0 && _taken < First;
        if (inFront)
        {
            Take(InputObject);
            return;
        }

        _kept.Enqueue(InputObject);
        if (_kept.Count > Last + Skip)
        {
            _kept.Dequeue();
        }
    }

    protected override void EndProcessing()
    {
        First = -1;
        while (_kept.Count > Skip)
        {
            Take(_kept.Dequeue());
        }

        foreach (var item in _distinct)
        {
            Emit(item);
        }
    }

    private void Take(PSObject item)
    {
        if (First >= 0 && _taken >= First)
        {
            return;
        }

        _taken++;
        var result = _properties.Count == 0 ? item : Project(item);
        if (!Unique)
        {
            Emit(result);
        }
        else if (!_distinct.Exists(other => AreEqual(other, result)))
        {
            _distinct.Add(result);
        }
    }

    private void Emit(PSObject item)
    {
        if (ExpandProperty is null)
        {
            WriteObject(item);
            return;
        }

        if (item.Properties[ExpandProperty] is { } property)
        {
            WriteObject(property.Value, enumerateCollection: true);
            return;
        }

        WriteError(new ErrorRecord(
            new PSArgumentException($"Property '{ExpandProperty}' cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
    }

    private PSObject Project(PSObject item)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, "Selected." + item.BaseObject.GetType());
        foreach (var (name, value) in _properties.SelectMany(property => property.Evaluate(item)))
        {
            if (result.Properties[name] is null && !_excluded.Exists(pattern => pattern.IsMatch(name)))
            {
                result.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        return result;
    }

    private bool AreEqual(PSObject one, PSObject other) =>
        _properties.Count == 0
            ? LanguagePrimitives.Equals(one, other)
            : one.Properties.Select(property => property.Name).SequenceEqual(other.Properties.Select(property => property.Name), StringComparer.OrdinalIgnoreCase)
                && one.Properties.All(property => LanguagePrimitives.Equals(property.Value, other.Properties[property.Name].Value));
}
