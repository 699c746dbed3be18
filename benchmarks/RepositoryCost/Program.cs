using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Client;

namespace VsMigration.Benchmarks.RepositoryCost;

/// <summary>What a question to the CIM server costs for each thing in its answer, by how many things there are.</summary>
internal static class Program
{
    public const string Namespace = "root/vsmigration";
    private const double Limit = 3;

    // Virtual systems and jobs; the first is what the others are held against.
    private static readonly (int Systems, int Jobs)[] s_sizes = [(100, 10), (1_000, 100), (10_000, 1_000)];

    private static readonly Dictionary<string, Func<Estate, Task<int>>> s_questions = new(StringComparer.Ordinal)
    {
        ["GetInstance of a job"] = async estate => { await estate.Client.GetInstanceAsync(estate.AJob, null, default); return 1; },
        ["GetInstance of a virtual system"] = async estate => { await estate.Client.GetInstanceAsync(estate.ASystem, null, default); return 1; },
        ["Associators of a job"] = async estate => (await estate.Client.AssociatorsAsync(estate.AJob, AssociationFilter.None, null, default)).Count,
        ["Associators of a virtual system"] = async estate => (await estate.Client.AssociatorsAsync(estate.ASystem, AssociationFilter.None, null, default)).Count,
        ["EnumerateInstances of virtual systems"] = async estate => (await estate.Client.EnumerateInstancesAsync(Namespace, "VSM_ComputerSystem", null, default)).Count,
        ["EnumerateInstances of jobs"] = async estate => (await estate.Client.EnumerateInstancesAsync(Namespace, "CIM_ConcreteJob", null, default)).Count,
        ["EnumerateInstances of CIM_ServiceAffectsElement"] = async estate =>
            (await estate.Client.EnumerateInstancesAsync(Namespace, "CIM_ServiceAffectsElement", null, default)).Count,
        ["EnumerateInstances of CIM_AffectedJobElement"] = async estate =>
            (await estate.Client.EnumerateInstancesAsync(Namespace, "CIM_AffectedJobElement", null, default)).Count,
    };

    private static async Task<int> Main()
    {
        var estates = new List<Estate>();
        foreach (var (systems, jobs) in s_sizes)
        {
            estates.Add(await Estate.CreateAsync(systems, jobs));
        }

        bool kept = true;
        Console.WriteLine("microseconds for each result (median of 9 rounds, the sizes in turn), virtual systems/jobs");
        Console.WriteLine("{0,-50}{1}", "", string.Concat(s_sizes.Select(size => FormattableString.Invariant($"{size.Systems + "/" + size.Jobs,14}"))) + "   largest : smallest");
        foreach (var (name, ask) in s_questions)
        {
            var costs = await MeasureAsync(estates, ask);
            double ratio = costs[^1] / costs[0];
            kept &= ratio <= Limit;
            Console.WriteLine("{0,-50}{1}{2,21}", name, string.Concat(costs.Select(cost => cost.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(14))), ratio.ToString("0.00", CultureInfo.InvariantCulture));
        }

        estates.ForEach(estate => estate.Dispose());
        Console.WriteLine(FormattableString.Invariant($"limit {Limit:0}: {(kept ? "kept" : "NOT KEPT")}"));
        return kept ? 0 : 1;
    }

    private static async Task<double[]> MeasureAsync(List<Estate> estates, Func<Estate, Task<int>> ask)
    {
        var samples = estates.Select(_ => new List<double>()).ToArray();
        for (int round = -1; round < 9; round++)
        {
            for (int i = 0; i < estates.Count; i++)
            {
                int results = 0;
                var watch = Stopwatch.StartNew();
                do
                {
                    results += await ask(estates[i]);
                }
                while (watch.ElapsedMilliseconds < 50);

                if (round >= 0)
                {
                    samples[i].Add(watch.Elapsed.TotalMicroseconds / results);
                }
            }
        }

        return samples.Select(values => values.Order().ElementAt(values.Count / 2)).ToArray();
    }
}
