using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using VsMigration.Profile;

namespace VsMigration.Jobs.Scheduling;

/// <summary>
/// Who gets how much of a host's network, as the schema says it of CIM_VirtualSystemMigrationSettingData.Bandwidth: migrations of the
/// highest equal priority share it in proportion to what they asked; what they leave goes to the next lower priority, and so on.
/// </summary>
/// <remarks>
/// Shares are whole <see cref="Grain"/>s. A migration that is under way cannot stand still, and to libvirt a limit of 0 is no limit at
/// all; so each keeps one grain, even where the rule would leave it nothing. That is why a migration does not begin before the rule
/// leaves it something (<see cref="LeavesRoom"/>). Only where a limit was lowered below one grain for each that already runs is the
/// sum of the shares above the total.
/// Who asks for as much as there is asks for all of it, and for no less than anybody else of the same priority.
/// </remarks>
[Clause("7.3.2")]
[Clause("7.3.3")]
internal static class BandwidthShares
{
    /// <summary>The smallest share and the step between shares, bytes per second: what libvirt counts in, 1 MiB/s.</summary>
    public const ulong Grain = 1UL << 20;

    /// <summary>Divides a link among the migrations on it.</summary>
    /// <param name="total">Bytes per second for all of them; null = not known: each gets what it asked.</param>
    /// <param name="requests">The migrations, each of another id.</param>
    /// <returns>Bytes per second by id; null = no limit.</returns>
    public static IReadOnlyDictionary<string, ulong?> Divide(ulong? total, IReadOnlyCollection<BandwidthRequest> requests)
    {
        if (total is not { } bytesPerSecond)
        {
            return requests.ToDictionary(request => request.Id, request => request.BytesPerSecond);
        }

        var shares = new Dictionary<string, ulong?>();
        BigInteger whole = bytesPerSecond / Grain;
        BigInteger left = whole;
        int below = requests.Count;
        foreach (var level in requests.GroupBy(request => request.Priority).OrderBy(level => level.Key).Select(level => level.ToList()))
        {
            below -= level.Count;
            var wanted = Wanted(level, whole);
            var given = DivideLevel(BigInteger.Max(left - below, level.Count), wanted);
            for (int i = 0; i < level.Count; i++)
            {
                shares[level[i].Id] = (ulong)given[i] * Grain;
                left -= given[i];
            }
        }

        return shares;
    }

    /// <summary>Whether the rule leaves a newcomer something beside those that are under way.</summary>
    public static bool LeavesRoom(ulong? total, IReadOnlyCollection<BandwidthRequest> underWay, BandwidthRequest newcomer)
    {
        if (total is not { } bytesPerSecond)
        {
            return true;
        }

        BigInteger whole = bytesPerSecond / Grain;
        var before = underWay.Where(request => request.Priority < newcomer.Priority).ToList();
        var taken = Wanted(before, whole).Aggregate(BigInteger.Zero, BigInteger.Add);
        return whole - taken >= underWay.Count - before.Count + 1;
    }

    private static List<BigInteger> Wanted(List<BandwidthRequest> level, BigInteger whole)
    {
        var all = BigInteger.Max(whole, level.Max(request => request.BytesPerSecond) is { } most ? most / Grain : 0);
        return level.ConvertAll(request => request.BytesPerSecond is { } asked ? BigInteger.Max(asked / Grain, 1) : BigInteger.Max(all, 1));
    }

    // One grain for each whose part is smaller than that; the others share the rest in proportion. Rounding gives to the largest remainders.
    private static BigInteger[] DivideLevel(BigInteger available, List<BigInteger> wanted)
    {
        var given = wanted.ToArray();
        var sum = wanted.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (sum <= available)
        {
            return given;
        }

        var open = Enumerable.Range(0, wanted.Count).ToList();
        List<int> small;
        do
        {
            small = open.FindAll(i => available * wanted[i] < sum);
            foreach (int i in small)
            {
                given[i] = 1;
                available -= 1;
                sum -= wanted[i];
            }

            open.RemoveAll(small.Contains);
        }
        while (small.Count > 0);

        var remainders = new Dictionary<int, BigInteger>();
        BigInteger rest = available;
        foreach (int i in open)
        {
            given[i] = BigInteger.DivRem(available * wanted[i], sum, out var remainder);
            remainders[i] = remainder;
            rest -= given[i];
        }

        foreach (int i in open.OrderByDescending(i => remainders[i]).Take((int)rest))
        {
            given[i] += 1;
        }

        return given;
    }
}
