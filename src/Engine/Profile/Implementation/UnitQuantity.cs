namespace VsMigration.Profile.Implementation;

/// <summary>What a <see cref="ProgrammaticUnit"/> measures; only units of one quantity can be converted into each other.</summary>
public enum UnitQuantity
{
    /// <summary>A number of things.</summary>
    Count = 0,

    /// <summary>A part of a total that the unit does not name.</summary>
    Percent,

    /// <summary>Bits and bytes.</summary>
    Data,

    /// <summary>Bits and bytes per second.</summary>
    DataRate,

    /// <summary>Hertz.</summary>
    Frequency,

    /// <summary>Seconds.</summary>
    Time,
}
