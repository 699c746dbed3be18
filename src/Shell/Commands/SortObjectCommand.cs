using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Sort-Object: by the objects themselves or by properties; equal ones stay in the order they came.</summary>
[Cmdlet("Sort", "Object")]
internal sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var keys = Property.Select(NamedExpression.Parse).ToList();
        var rows = _items.Select(item => (Item: item, Keys: KeysOf(item, keys))).ToList();
        var directions = keys.Select(key => key.Descending ?? Descending).DefaultIfEmpty(Descending).ToList();
        var comparer = Comparer<object?[]>.Create((left, right) => Compare(left, right, directions));
        object?[]? before = null;
        foreach (var (item, key) in rows.OrderBy(row => row.Keys, comparer))
        {
            if (!Unique || before is null || comparer.Compare(before, key) != 0)
            {
                WriteObject(item);
            }

            before = key;
        }
    }

    private static object?[] KeysOf(PSObject item, List<NamedExpression> keys) =>
        keys.Count == 0 ? [item] : [.. keys.Select(key => key.FirstValue(item))];

    private int Compare(object?[] left, object?[] right, List<bool> descending)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var order = CompareValues(left[i], right[i]);
            if (order != 0)
            {
                return descending[i] ? -order : order;
            }
        }

        return 0;
    }

    private int CompareValues(object? left, object? right)
    {
        if (LanguagePrimitives.TryCompare(left, right, ignoreCase: !CaseSensitive, CultureInfo.CurrentCulture, out var order))
        {
            return order;
        }

        // Things without an order are sorted by what is shown of them.
        return string.Compare(
            left?.ToString(), right?.ToString(), CaseSensitive ? StringComparison.CurrentCulture : StringComparison.CurrentCultureIgnoreCase);
    }
}
