using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using VsMigration.Cim;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Methods;

/// <summary>
/// A message with a fixed id, a template whose placeholders are its arguments in order, and everything that the CIM_Error made of it
/// says besides. Culture plays no part.
/// </summary>
[Clause("8.1.1-5", "8.1.2-5", "8.1.3-6", "8.1.4-6")]
[Clause("T23-1", "T23-2", "T23-3")]
public sealed class StandardMessage
{
    // Literal text and argument names by turns: "The file ", "File_Name_Name", " ", "Unexpected_File_State", ".".
    private readonly string[] _pieces;

    internal StandardMessage(string text)
    {
        Template = text;
        _pieces = text.Split('<', '>');
    }

    /// <summary>The id, such as <c>SVPC8030</c>.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Who defines the id: <c>DMTF</c> or <c>VsMigration</c>.</summary>
    public string OwningEntity { get; internal init; } = "";

    /// <summary>The methods in whose table of standard messages it stands (Tables 3, 5, 7 and 9); none for ours.</summary>
    public IReadOnlyList<MigrationMethod> Methods { get; internal init; } = Array.Empty<MigrationMethod>();

    /// <summary>What a method returns that answers with a return code instead of the message.</summary>
    public ReturnCode ReturnCode { get; internal init; }

    /// <summary>The status of the CIM operation that fails with it; null where it reports no failure and so can be in no ERROR.</summary>
    public CimStatus? CimStatus { get; internal init; }

    /// <summary>CIM_Error.ErrorType.</summary>
    public ErrorType ErrorType { get; internal init; }

    /// <summary>CIM_Error.ProbableCause.</summary>
    public ProbableCause ProbableCause { get; internal init; }

    /// <summary>How severe it is where nothing else is said.</summary>
    public ErrorSeverity Severity { get; internal init; }

    /// <summary>Which entity it is about.</summary>
    public ErrorOrigin Source { get; internal init; }

    /// <summary>The text as the table prints it, with the arguments' names in angle brackets.</summary>
    public string Template { get; }

    /// <summary>The arguments' names, in the template's order.</summary>
    public IEnumerable<string> ArgumentNames => _pieces.Where((_, index) => index % 2 == 1);

    /// <summary>What the arguments are, in the template's order.</summary>
    public IReadOnlyList<MessageArgument> Arguments { get; internal init; } = Array.Empty<MessageArgument>();

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
    /// <exception cref="ArgumentException">There are more or fewer than the template has, or an index is no number.</exception>
    public string Format(params string[] arguments)
    {
        if (arguments.Length != Arguments.Count)
        {
            throw new ArgumentException($"{Id} takes {Arguments.Count} arguments, and not {arguments.Length}.", nameof(arguments));
        }

        var text = new StringBuilder();
        for (int i = 0; i < _pieces.Length; i++)
        {
            text.Append(i % 2 == 0 ? _pieces[i] : Checked(i / 2, arguments[i / 2]));
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    private string Checked(int index, string argument) =>
        Arguments[index] != MessageArgument.Index || uint.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? argument
            : throw new ArgumentException($"Argument {index} of {Id} is an index, and '{argument}' is none.", nameof(argument));

    private MigrationError Create(ErrorSeverity severity, string recommendedAction, string[] arguments)
    {
        var texts = arguments.Select(argument => argument ?? "").ToArray();
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
