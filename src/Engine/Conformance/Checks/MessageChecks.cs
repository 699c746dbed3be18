using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 10.6 and Tables 3, 5, 7, 9 and 23: the CIM_Error instances that came with whatever failed during the test.</summary>
internal sealed class MessageChecks : IConformanceCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Subject => "standard messages";

    /// <inheritdoc/>
    public Task RunAsync(Walk walk)
    {
        var errors = walk.Peer.Errors.Select(pair => (pair.Operation, pair.Error)).ToList();
        if (walk.Migration is { } story)
        {
            errors.AddRange(story.Errors.Select(error => (story.Method.Name, error)));
        }

        foreach (var (operation, error) in errors)
        {
            Look(walk, error);
            var method = MigrationMethodFacts.All.FirstOrDefault(candidate => candidate.Name == operation);
            walk.Seen.Pass($"{operation} failed with a CIM_Error, {Evidence.Of(error, "MessageID")}", "10.6-1", "T17-6", method is null ? "10.6-3" : "10.6-2");
            if (method is not null)
            {
                LookAtMessage(walk, method, error);
            }
        }

        foreach (string operation in walk.Peer.BareFailures.Distinct(StringComparer.Ordinal))
        {
            walk.Seen.Skip(operation + " failed without a CIM_Error", MigrationMethodFacts.All.Any(method => method.Name == operation) ? "10.6-2" : "10.6-3");
        }

        if (errors.Count == 0)
        {
            walk.Seen.Skip("nothing that failed came with a CIM_Error", "10.6-1", "T17-6", "T23");
        }

        return Task.CompletedTask;
    }

    private static void Look(Walk walk, CimInstance error)
    {
        walk.Seen.Judge(error.Text("MessageID") is { Length: > 0 }, Evidence.Of(error, "MessageID"), "T23-1");
        walk.Seen.Judge(error.Text("Message") is { Length: > 0 }, Evidence.Of(error, "Message"), "T23-2");
        var arguments = error.Texts("MessageArguments");
        bool told = arguments is not null && arguments.All(argument => error.Text("Message")?.IndexOf(argument, StringComparison.Ordinal) >= 0);
        walk.Seen.Judge(told, Evidence.Of(error, "MessageArguments") + ", " + Evidence.Of(error, "Message"), "T23-3");
        walk.Seen.Add(
            error.Text("ErrorSource") is { Length: > 0 } ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, Evidence.Of(error, "ErrorSource"), "T23-4");
    }

    private static void LookAtMessage(Walk walk, MigrationMethodFacts method, CimInstance error)
    {
        if (error.Text("MessageID") is not { } id || error.Text("Message") is not { } message)
        {
            return;
        }

        // The row as the catalog has it: "…: DMTF SVPC0003, return code 6: "The virtual system named <…> does not exist.""
        var row = RequirementCatalog.Cited(method.Messages).FirstOrDefault(candidate => Regex.Match(candidate.Text, "SVPC[0-9]+", RegexOptions.None, s_patience).Value is { Length: > 0 } known && id.EndsWith(known, StringComparison.Ordinal));
        if (row is null)
        {
            return;
        }

        int start = row.Text.IndexOf('"');
        string template = row.Text.Substring(start + 1, row.Text.LastIndexOf('"') - start - 1);
        walk.Seen.Judge(IsMadeOf(template, message), id + ": " + Evidence.Of(message), row.Id, method.Clause + (method.IsCheck ? "-6" : "-5"));
    }

    // Blanks beside an argument do not count: one template prints none where the sentence wants one.
    private static bool IsMadeOf(string template, string message)
    {
        string pattern = string.Join(
            @"\s*.*?\s*", Regex.Split(template, "<[^>]*>", RegexOptions.None, s_patience).Select(part => Regex.Escape(part.Trim()).Replace(@"\ ", @"\s+")));
        try
        {
            return Regex.IsMatch(message.Substring(0, Math.Min(message.Length, 4096)), "^" + pattern + "$", RegexOptions.Singleline | RegexOptions.CultureInvariant, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
