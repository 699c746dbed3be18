using System;
using System.Globalization;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Methods;

/// <summary>
/// A message with a fixed id and a template whose <c>{0}</c>, <c>{1}</c>… are its arguments in order. Culture plays no part.
/// </summary>
[Clause("8.1.1-5", "8.1.2-5", "8.1.3-6", "8.1.4-6")]
[Clause("T23-1", "T23-2", "T23-3")]
public sealed class StandardMessage
{
    private readonly string _template;

    internal StandardMessage(string id, string owningEntity, string template)
    {
        Id = id;
        OwningEntity = owningEntity;
        _template = template;
    }

    /// <summary>The id, such as <c>SVPC8030</c>.</summary>
    public string Id { get; }

    /// <summary>Who defines the id: <c>DMTF</c> or <c>VsMigration</c>.</summary>
    public string OwningEntity { get; }

    /// <summary>Formats the message as a blocking error.</summary>
    /// <param name="recommendedAction">What the reader should do next.</param>
    /// <param name="arguments">The template's arguments, in its order.</param>
    public MigrationError Error(string recommendedAction, params string[] arguments) =>
        Create(ErrorSeverity.Error, recommendedAction, arguments);

    /// <summary>Formats the message as a warning, which blocks nothing.</summary>
    /// <param name="recommendedAction">What the reader should do next.</param>
    /// <param name="arguments">The template's arguments, in its order.</param>
    public MigrationError Warning(string recommendedAction, params string[] arguments) =>
        Create(ErrorSeverity.Warning, recommendedAction, arguments);

    /// <summary>The text alone.</summary>
    /// <param name="arguments">The template's arguments, in its order.</param>
    public string Format(params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, _template, (object[])arguments);

    private MigrationError Create(ErrorSeverity severity, string recommendedAction, string[] arguments)
    {
        var texts = new string[arguments.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = arguments[i] ?? "";
        }

        return new MigrationError
        {
            Severity = severity,
            MessageId = Id,
            Message = Format(texts),
            MessageArguments = Array.AsReadOnly(texts),
            RecommendedAction = recommendedAction,
        };
    }
}
