using System;
using System.Globalization;
using System.Management.Automation;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>
/// Takes a number for a time in the parameter's unit; a TimeSpan, or the text of one, stays what it is. PowerShell by itself would take
/// a number for ticks of 100 ns.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes the attribute.</summary>
    /// <param name="unit">The unit of a bare number.</param>
    public TimeArgumentAttribute(TimeArgumentUnit unit) => Unit = unit;

    /// <summary>The unit of a bare number.</summary>
    public TimeArgumentUnit Unit { get; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => Time(number),
            byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal =>
                Time(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => inputData,
        };
    }

    private TimeSpan Time(double number)
    {
        double milliseconds = Unit == TimeArgumentUnit.Seconds ? number * 1000 : number;
        return milliseconds >= 0 && milliseconds <= int.MaxValue
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new ArgumentTransformationMetadataException(FormattableString.Invariant($"{number} is no time: give 0 or more {Unit}."));
    }
}
