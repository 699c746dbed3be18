using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// Whether a file that both hosts have under one path is one file. Copying a file onto itself destroys it, and not copying one leaves the
/// guest with another's content, so it is tried and not guessed: an empty file of a name that nobody else uses is created in the
/// directory at the source; where the destination cannot create the same because it exists, the directory is one, whatever each host calls it. Both are removed at once.
/// </summary>
/// <remarks>
/// Creation is exclusive on the server also on network file systems, where looking may be answered from a stale cache.
/// </remarks>
internal static class SameFileTest
{
    private const string TokenName = ".vsmigration-same-";

    private enum Answer
    {
        Unknown,
        Same,
        Different,
    }

    /// <summary>Completes the placements of local disks that exist on both hosts; where it cannot be told, that is a finding.</summary>
    internal static async Task<DestinationFacts> RunAsync(
        LibvirtHost source, LibvirtHost destination, SourceFacts facts, DestinationFacts found, CancellationToken cancellationToken)
    {
        bool[] isDoubtful = facts.Disks.Zip(found.Disks, (disk, place) => disk is { IsWritable: true, IsShared: false } && place is { Exists: true, IsSame: false }).ToArray();
        if (!isDoubtful.Contains(true))
        {
            return found;
        }

        var answers = new Dictionary<(string Here, string There), Answer>();
        var doubtful = new Answer?[found.Disks.Count];
        for (int index = 0; index < doubtful.Length; index++)
        {
            if (isDoubtful[index])
            {
                string here = facts.Disks[index].Path;
                string there = found.Disks[index].Path;
                var directories = (StorageVolumes.Directory(here), StorageVolumes.Directory(there));
                if (!answers.TryGetValue(directories, out var answer))
                {
                    answers[directories] = answer = await TryAsync(source, destination, directories, cancellationToken);
                }

                // Under another name in one directory it may be a link to the source's, or not.
                bool isOtherName = StorageVolumes.FileName(here) != StorageVolumes.FileName(there);
                doubtful[index] = answer == Answer.Same && isOtherName ? Answer.Unknown : answer;
            }
        }

        return found with
        {
            Disks = found.Disks.Select((place, index) => doubtful[index] == Answer.Same ? place with { IsSame = true } : place).ToList(),
            OtherFindings = [.. found.OtherFindings, .. found.Disks.Where((_, index) => doubtful[index] == Answer.Unknown).Select(Undecided)],
        };
    }

    private static async Task<Answer> TryAsync(
        LibvirtHost source, LibvirtHost destination, (string Here, string There) directories, CancellationToken cancellationToken)
    {
        var there = await destination.GetConnectionAsync(cancellationToken);
        var here = await source.GetConnectionAsync(cancellationToken);

        // Once begun it is carried to its end, so that nothing stays behind.
        return await BlockingCall.Run(() => Try(here, there, directories));
    }

    // /dev and what lies below it is no place for files.
    private static bool IsPlaceForFiles(string directory) =>
        directory.Length > 0 && directory != "/dev" && !directory.StartsWith("/dev/", StringComparison.Ordinal);

    private static Answer Try(LibvirtConnection here, LibvirtConnection there, (string Here, string There) directories)
    {
        if (!IsPlaceForFiles(directories.Here) || !IsPlaceForFiles(directories.There))
        {
            return Answer.Unknown;
        }

        using var source = StoragePools.Look(here, directories.Here);
        using var destination = StoragePools.Look(there, directories.There);
        if (source is null || destination is null)
        {
            return Answer.Unknown;
        }

        string xml = StorageVolumes.Xml(TokenName + Guid.NewGuid().ToString("N"), capacity: 0, "raw");
        StorageVolumeHandle token;
        try
        {
            token = VirStorageVolCreateXML.Call(source.Pool, xml);
        }
        catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc)
        {
            return Answer.Unknown;
        }

        using (token)
        {
            try
            {
                using var twin = VirStorageVolCreateXML.Call(destination.Pool, xml);
                VirStorageVolDelete.Call(twin);
                return Answer.Different;
            }
            catch (LibvirtException e) when (e.Error.Domain != VirErrorDomain.Rpc)
            {
                return SaysExists(e) ? Answer.Same : Answer.Unknown;
            }
            finally
            {
                VirStorageVolDelete.Call(token);
            }
        }
    }

    // "storage vol already exists" if the pool knew it, "volume target path '…' already exists" if only the file system does.
    private static bool SaysExists(LibvirtException e) =>
        e.Code == VirErrorCode.StorageVolExist || e.Message.Contains("exists", StringComparison.OrdinalIgnoreCase);

    private static MigrationError Undecided(DiskPlacement place) => StandardMessages.FileStateUnexpected.Error(
        "If it is on shared storage, mark the disk <shareable/>; if it is not, remove the file at the destination and let a storage pool create it.",
        place.Path,
        "exists on both hosts, and it cannot be told whether it is the same file");
}
