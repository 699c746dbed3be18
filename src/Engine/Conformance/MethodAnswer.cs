using System;
using System.Globalization;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance;

/// <summary>How a method of the service answered: by a return code, by a CIM error, or in no way that the profile has.</summary>
internal sealed class MethodAnswer
{
    /// <summary>Reads an answer.</summary>
    public MethodAnswer(Answer<CimMethodResult> answer)
    {
        Answer = answer;
        Code = answer.Value?.ReturnValue is string text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number : Reading.NumberOf(answer.Value?.ReturnValue);
    }

    /// <summary>The answer as it came.</summary>
    public Answer<CimMethodResult> Answer { get; }

    /// <summary>The return code; null where there is none.</summary>
    public long? Code { get; }

    /// <summary>IsMigratable; null where it is NULL, missing or no boolean.</summary>
    public bool? IsMigratable => Out("IsMigratable") as bool?;

    /// <summary>Whether the method was carried out: return code 0.</summary>
    public bool IsDone => Code == 0;

    /// <summary>Whether the method is not there: the server says so, by status or by return code 1 (Not Supported).</summary>
    public bool IsMissing => Code == 1 || Answer.FailedWith(CimStatus.MethodNotFound, CimStatus.MethodNotAvailable, CimStatus.NotSupported);

    /// <summary>Whether it refused what it was given, in either form.</summary>
    public bool IsRefusal => Code is >= 1 and <= 6 || Answer.Error is not null;

    /// <summary>Whether it refused a parameter as such, and not what the parameter asks for.</summary>
    public bool IsParameterRefusal => Code is 1 or 4 or 6 || Answer.FailedWith(CimStatus.InvalidParameter, CimStatus.NotSupported, CimStatus.TypeMismatch, CimStatus.InvalidClass);

    /// <summary>Whether it answered in a form that the profile has: a return code of the schema, or a CIM error.</summary>
    public bool IsDefined(bool check) => Answer.Error is not null || Code is >= 0 and <= 6 || (!check && Code == 4096);

    /// <summary>What was answered.</summary>
    public string Told => Answer.Value is { } result
        ? $"{Answer.Call} returned {(Code is { } code ? code.ToString(CultureInfo.InvariantCulture) : Evidence.Of(result.ReturnValue))}"
            + (Out("IsMigratable") is { } migratable ? ", IsMigratable " + Evidence.Of(migratable) : "")
        : Answer.Told;

    /// <summary>An output parameter; null where it is NULL or missing.</summary>
    public object? Out(string name) => Answer.Value?.OutParameters?
        .FirstOrDefault(parameter => parameter is not null && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Whether two answers say the same.</summary>
    public bool IsLike(MethodAnswer other) => Code == other.Code && IsMigratable == other.IsMigratable && Answer.Error?.Status == other.Answer.Error?.Status;
}
