using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// The minimum, the maximum and the increment that belong together: those of one policy and, where Correlated, of the same selectors,
/// which are the values that are not numbers.
/// </summary>
[Clause("7.4.2-11", "7.4.2-15", "7.4.2-19")]
internal sealed class SettingRange
{
    private readonly IReadOnlyList<CapabilitySetting> _members;
    private readonly IReadOnlyList<(SettingProperty Property, object Value)> _selectors;

    private SettingRange(IReadOnlyList<CapabilitySetting> members, IReadOnlyList<(SettingProperty, object)> selectors)
    {
        _members = members;
        _selectors = selectors;
    }

    /// <summary>The instances of one kind; more than one is a defect of the capabilities, and then each of them bounds.</summary>
    public IReadOnlyList<CapabilitySetting> Of(ValueRange kind) => _members.Where(member => member.Range == kind).ToList();

    /// <summary>Sorts the bounds of capabilities.</summary>
    public static IReadOnlyList<SettingRange> Group(IEnumerable<CapabilitySetting> settings) => settings
        .Where(setting => setting.Role == ValueRole.Supported && setting.Range != ValueRange.Point)
        .Select(setting => (Setting: setting, Selectors: SelectorsOf(setting)))
        .GroupBy(
            pair => pair.Setting.Policy + string.Concat(pair.Selectors.Select(selector => "\n" + selector.Property.Name + "=" + selector.Value)))
        .Select(group => new SettingRange(group.Select(pair => pair.Setting).ToList(), group.First().Selectors))
        .ToList();

    /// <summary>Whether a setting has the values that select this range. What holds independently holds always.</summary>
    public bool AppliesTo(MigrationSetting setting) => _selectors.All(selector => selector.Value.Equals(selector.Property.Of(setting)));

    /// <summary>Whether it bounds a property.</summary>
    public bool Bounds(SettingProperty property) => property.IsNumber && _members.Any(member => property.Of(member.Setting) is not null);

    /// <summary>Whether a number is within the bounds, themselves included, and on a step from the minimum.</summary>
    /// <param name="property">Whose number it is.</param>
    /// <param name="number">The number.</param>
    /// <param name="total">The data rate that 100 per cent are, bytes per second; null = unknown.</param>
    [Clause("7.4.2-12", "7.4.2-16", "7.4.2-21", "7.4.2-22")]
    public bool Contains(SettingProperty property, SettingNumber number, ulong? total) =>
        Values(property, ValueRange.Minimums).All(bound => Compare(number, bound, total) >= 0)
        && Values(property, ValueRange.Maximums).All(bound => Compare(number, bound, total) <= 0)
        && Values(property, ValueRange.Increments).All(step => IsOnStep(property, number, step, total));

    /// <summary>The range in words: <c>10 to 10000 Mbit/s in steps of 10 with TransportType SSH</c>.</summary>
    public string Text(SettingProperty property)
    {
        var (low, unit) = Parts(property, ValueRange.Minimums);
        var (high, highUnit) = Parts(property, ValueRange.Maximums);
        var (step, stepUnit) = Parts(property, ValueRange.Increments);
        string bounds = low.Length == 0 ? "at most " + Join(high, highUnit)
            : high.Length == 0 ? "at least " + Join(low, unit)
            : (unit == highUnit ? low : Join(low, unit)) + " to " + Join(high, highUnit);
        string steps = step.Length == 0 ? "" : " in steps of " + (stepUnit == highUnit ? step : Join(step, stepUnit));
        string selectors = string.Join(", ", _selectors.Select(selector => selector.Property.Name + " " + selector.Value));
        return bounds + steps + (selectors.Length == 0 ? "" : " with " + selectors);
    }

    private static List<(SettingProperty Property, object Value)> SelectorsOf(CapabilitySetting setting) =>
        setting.Policy == PropertyPolicy.Independent
            ? new List<(SettingProperty, object)>()
            : SettingProperty.All.Where(property => !property.IsNumber && property.Of(setting.Setting) is not null)
                .Select(property => (property, property.Of(setting.Setting)!)).ToList();

    private static string Join(string number, string unit) => unit.Length == 0 ? number : number + " " + unit;

    // Null where the two do not compare, so that no bound is kept by what cannot be measured with it.
    private static int? Compare(SettingNumber number, object bound, ulong? total) =>
        bound is SettingNumber other && number.In(other.Quantity, total) is { } amount ? amount.CompareTo(other.Amount) : null;

    private bool IsOnStep(SettingProperty property, SettingNumber number, object step, ulong? total)
    {
        if (step is not SettingNumber increment || number.In(increment.Quantity, total) is not { } amount)
        {
            return false;
        }

        if (number.Quantity != increment.Quantity)
        {
            return true;    // a percentage is resolved to the step below
        }

        // Steps of nothing bound nothing; without a minimum they count from nothing.
        Fraction start = 0;
        foreach (var minimum in Values(property, ValueRange.Minimums).OfType<SettingNumber>())
        {
            start = minimum.In(increment.Quantity, total) is { } low && low > start ? low : start;
        }

        return increment.Amount == 0 || ((amount - start) / increment.Amount).IsWhole;
    }

    private IEnumerable<object> Values(SettingProperty property, ValueRange kind) =>
        _members.Where(member => member.Range == kind).Select(member => property.Of(member.Setting)).OfType<object>();

    private (string Number, string Unit) Parts(SettingProperty property, ValueRange kind) => _members
        .Where(member => member.Range == kind && property.Of(member.Setting) is not null)
        .Select(member => property.Parts(member.Setting)).DefaultIfEmpty(("", "")).First();
}
