using System.Runtime.InteropServices;

namespace VsMigration.Profile.Implementation;

/// <summary>A number of a setting with its unit multiplied in: a number and its unit are a pair.</summary>
/// <param name="Amount">How much, in the quantity's own unit (<see cref="ProgrammaticUnit.Size"/>).</param>
/// <param name="Quantity">Of what; numbers of different quantities do not compare.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SettingNumber(Fraction Amount, UnitQuantity Quantity)
{
    /// <summary>The amount in another quantity; null where there is no way from one to the other.</summary>
    /// <param name="quantity">What is wanted.</param>
    /// <param name="total">The data rate that 100 per cent are, bytes per second; null = unknown.</param>
    public Fraction? In(UnitQuantity quantity, ulong? total) => (Quantity, quantity, total) switch
    {
        _ when Quantity == quantity => Amount,
        (UnitQuantity.Percent, UnitQuantity.DataRate, { } all) => Amount * all / 100,
        (UnitQuantity.DataRate, UnitQuantity.Percent, { } all and > 0) => Amount * 100 / all,
        _ => null,
    };
}
