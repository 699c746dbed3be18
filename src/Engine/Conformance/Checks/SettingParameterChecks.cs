using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7.3, 7.4.2 and 6.2: which settings the check methods take. Changes nothing.</summary>
internal sealed class SettingParameterChecks : IConformanceCheck
{
    /// <summary>How many admissible settings are tried.</summary>
    private const int SettingLimit = 64;

    /// <summary>Values that the schema reserves, so that no server can mean anything by them.</summary>
    private const int NoType = 4711, NoTransport = 30000;

    /// <summary>No programmatic unit of DSP0004.</summary>
    private const string NoUnit = "no such unit";

    private static readonly string[] s_properties = { "MigrationType", "Priority", "Bandwidth", "BandwidthUnit", "TransportType", "OtherTransportType" };

    /// <inheritdoc/>
    public string Subject => "settings as parameters";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var service in walk.Services)
        {
            foreach (var method in MigrationMethodFacts.All.Where(method => method.IsCheck && service.Shown.TryGetValue(method.Name, out bool there) && there))
            {
                var call = MigrationCall.About(walk, service, method)!;
                var plain = await call.SendAsync(walk.Peer);
                await new Trial(walk, service, call, plain).RunAsync();
            }
        }
    }

    /// <summary>The settings tried on one method; each answer is compared with the one to the same call without settings.</summary>
    private sealed class Trial
    {
        private readonly Walk _walk;
        private readonly ServiceView _service;
        private readonly MigrationCall _call;
        private readonly MethodAnswer _plain;

        public Trial(Walk walk, ServiceView service, MigrationCall call, MethodAnswer plain)
        {
            _walk = walk;
            _service = service;
            _call = call;
            _plain = plain;
        }

        public async Task RunAsync()
        {
            if (_plain.IsDone)
            {
                _walk.Seen.Pass("without MigrationSettingData: " + _plain.Told, "7.3-2");
            }

            await TakeAsync("MigrationSettingData without a value", Array.Empty<CimProperty>(), "7.3-1", "7.3-3", "10.15-1", "T17-15", "T32-1", _call.Method.Parameters + "-3");
            await TryTypesAsync();
            await TryDefaultsAsync();
            await TryNonsenseAsync();
            foreach (var setting in _service.Admissible.Take(SettingLimit))
            {
                await TryAdmissibleAsync(setting);
            }
        }

        private async Task<MethodAnswer> SendAsync(params CimProperty[] properties) =>
            await (_call with { Setting = MigrationCall.Parameter(properties) }).SendAsync(_walk.Peer);

        /// <summary>A setting that must be taken: carried out, or answered as the call without it, and not refused as a parameter.</summary>
        private async Task<MethodAnswer> TakeAsync(string what, CimProperty[] properties, params string[] ids)
        {
            var answer = await SendAsync(properties);
            var outcome = answer.IsDone ? ConformanceOutcome.Pass
                : answer.IsParameterRefusal && !answer.IsLike(_plain) ? ConformanceOutcome.Fail : ConformanceOutcome.NotTested;
            _walk.Seen.Add(outcome, what + ": " + answer.Told, ids);
            return answer;
        }

        private async Task TryTypesAsync()
        {
            var offered = new List<string>();
            bool? running = _walk.Subject!.Number("EnabledState") switch { 2 => true, 3 => false, _ => null };
            foreach (var (type, name, clause) in new[] { (4, "Restart", "6.2.1"), (3, "Resume", "6.2.2"), (2, "Live", "6.2.3") })
            {
                var answer = await SendAsync(MigrationCall.Number("MigrationType", type));
                string told = $"MigrationType {type.ToString(CultureInfo.InvariantCulture)} ({name}): {answer.Told}";
                if (answer.IsDone)
                {
                    offered.Add(told);
                }

                if (answer.IsMigratable == true)
                {
                    string? row = type == 4 ? (running == false ? "6.2.1-1" : null) : running switch { true => clause + "-2", false => clause + "-1", null => null };
                    _walk.Seen.Pass(told, row is null ? Array.Empty<string>() : new[] { row });
                    _walk.Seen.Pass(told, "T32-2", "6.2-2");
                }

                if (type == 2 && _call.Method.ToHost)
                {
                    LookAtUseCase(answer, told);
                }
            }

            if (offered.Count == 0)
            {
                _walk.Seen.Unseen("no migration type was carried out by the check: " + _plain.Told, "6.2-2", "6.2-3");
            }
        }

        private void LookAtUseCase(MethodAnswer answer, string told)
        {
            var outcome = answer.IsDone ? ConformanceOutcome.Pass : ConformanceOutcome.NotTested;
            _walk.Seen.Add(outcome, told, "9.1.3-1");
            _walk.Seen.Add(answer.IsMigratable == true ? ConformanceOutcome.Pass : ConformanceOutcome.NotTested, told, "9.1.3-2");
            _walk.Seen.Add(answer.IsMigratable == false ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, told, "9.1.3-3");
            _walk.Seen.Skip("a note to clients", "9.1.3-4");
        }

        // The defaults, given in words, must be answered as they are when they are left out.
        private async Task TryDefaultsAsync()
        {
            if (_service.Default?.Setting is not { } standard)
            {
                return;
            }

            foreach (var (name, row, parameter) in new[]
            {
                ("MigrationType", "7.3.1-2", "T32-2"), ("Priority", "7.3.2-2", "T32-3"), ("Bandwidth", "7.3.3-2", "T32-4"),
                ("BandwidthUnit", "7.3.4-2", "T32-5"), ("TransportType", "7.3.5-2", "T32-6"),
            })
            {
                if (standard.Find(name) is not { Value: not null } given)
                {
                    _walk.Seen.Skip($"the default settings have no {name}", row);
                    if (name == "Bandwidth")
                    {
                        await TakeAsync("Bandwidth 0, which stands for the default", new[] { MigrationCall.Number(name, 0) }, parameter);
                    }

                    continue;
                }

                var pair = name == "Bandwidth" && standard.Find("BandwidthUnit") is { } unit ? new[] { given, unit } : new[] { given };
                var answer = await TakeAsync("the default " + Evidence.Of(standard, name), pair, parameter);
                _walk.Seen.Add(
                    !_plain.IsDone ? ConformanceOutcome.NotTested : answer.IsLike(_plain) ? ConformanceOutcome.Pass : ConformanceOutcome.Fail,
                    $"with the default {Evidence.Of(standard, name)}: {answer.Told}; without it: {_plain.Told}", row);
            }
        }

        // What is taken and decides nothing does not determine anything.
        private async Task TryNonsenseAsync()
        {
            var unit = new CimProperty("BandwidthUnit", CimType.String, NoUnit);
            foreach (var (row, given) in new[]
            {
                ("7.3.1-1", new[] { MigrationCall.Number("MigrationType", NoType) }),
                ("7.3.5-1", new[] { MigrationCall.Number("TransportType", NoTransport) }),
                ("7.3.4-1", new[] { MigrationCall.Number("Bandwidth", 10), unit }),
            })
            {
                if (row == "7.3.4-1" && !_service.Settings.Exists(view => view.Setting.Number("Bandwidth") > 0))
                {
                    _walk.Seen.Skip("no setting of the capabilities has a Bandwidth", row, "7.3.3-1");
                    continue;
                }

                var answer = await SendAsync(given);
                var outcome = !_plain.IsDone || _plain.IsMigratable != true ? ConformanceOutcome.NotTested
                    : answer.IsMigratable == true ? ConformanceOutcome.Fail
                    : answer.IsDefined(check: true) ? ConformanceOutcome.Pass : ConformanceOutcome.Fail;
                _walk.Seen.Add(outcome, $"{string.Join(", ", given.Select(property => property.ToString()))}, which means nothing: {answer.Told}", row);
            }
        }

        private async Task TryAdmissibleAsync(SettingView view)
        {
            var setting = view.Setting;
            var given = s_properties.Select(setting.Find).Where(property => property?.Value is not null).Select(property => property!).ToArray();
            if (given.Length == 0 || given.Any(property => property.IsArray) || view.Range is null or 3)
            {
                return; // an increment alone is no setting: the maximum is one that it leads to
            }

            string[] rows = view.Range switch
            {
                0 => new[] { "7.4.2-8" },
                1 => new[] { "7.4.2-12", "7.4.2-10" },
                2 => new[] { "7.4.2-16", "7.4.2-14" },
                _ => Array.Empty<string>(),
            };
            var ids = rows.Concat(given.Select(property => RowOf(property.Name))).Where(row => row.Length > 0).ToList();
            if (view.Range == 2 && _service.Admissible.Any(other => other.Range == 3 && other.Policy == view.Policy && (view.Policy == 0 || other.Selector == view.Selector)))
            {
                ids.Add("7.4.2-22");
                ids.Add("7.4.2-18");
            }

            await TakeAsync("the admissible " + string.Join(", ", given.Select(property => Evidence.Of(setting, property.Name))), given, ids.ToArray());
        }

        private static string RowOf(string property) => property switch
        {
            "MigrationType" => "7.4.3-2",
            "Priority" => "7.4.4-2",
            "Bandwidth" => "7.4.5-4",
            _ => "",
        };
    }
}
