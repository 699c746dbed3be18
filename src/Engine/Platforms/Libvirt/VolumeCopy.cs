using System;
using System.Collections.Generic;
using System.Threading;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Copies volumes from one host to another by way of this process, a bounded piece at a time.</summary>
internal sealed class VolumeCopy
{
    private const int PieceLength = 256 * 1024;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    private readonly LibvirtConnection _from;
    private readonly LibvirtConnection _to;
    private readonly IProgress<MigrationProgress> _progress;
    private readonly IClock _clock;
    private readonly CancellationToken _cancellationToken;
    private readonly TimeSpan _begun;
    private ulong _total;
    private ulong _copied;
    private TimeSpan _reported;

    internal VolumeCopy(
        LibvirtConnection from, LibvirtConnection to, IProgress<MigrationProgress> progress, IClock clock, CancellationToken cancellationToken)
    {
        _from = from;
        _to = to;
        _progress = progress;
        _clock = clock;
        _cancellationToken = cancellationToken;
        _begun = clock.Elapsed;
    }

    /// <summary>Copies the disks, one after the other, each to its path at the destination.</summary>
    internal bool Run(IReadOnlyList<(DiskFacts Disk, string Path)> disks)
    {
        foreach (var (disk, _) in disks)
        {
            _total += disk.Capacity;
        }

        foreach (var (disk, path) in disks)
        {
            Copy(disk.Path, path);
        }

        Report();
        return true;
    }

    private void Copy(string from, string to)
    {
        using var source = StorageVolumes.Find(_from, from) ?? throw Missing(from);
        using var target = StorageVolumes.Find(_to, to) ?? throw Missing(to);
        using var download = VirStreamNew.Call(_from.Handle);
        using var upload = VirStreamNew.Call(_to.Handle);
        VirStorageVolDownload.Call(source.Volume, download, 0, 0);
        try
        {
            VirStorageVolUpload.Call(target.Volume, upload, 0, 0);
            try
            {
                Pump(download, upload);
                VirStreamFinish.Call(upload);
            }
            catch
            {
                Abort(upload);
                throw;
            }

            VirStreamFinish.Call(download);
        }
        catch
        {
            Abort(download);
            throw;
        }
    }

    private void Pump(StreamHandle download, StreamHandle upload)
    {
        byte[] piece = new byte[PieceLength];
        int length;
        while ((length = VirStreamRecv.Call(download, piece, 0, piece.Length)) > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (int sent = 0; sent < length;)
            {
                sent += VirStreamSend.Call(upload, piece, sent, length - sent);
            }

            _copied += (ulong)length;
            if (_clock.Elapsed - _reported >= ReportInterval)
            {
                Report();
            }
        }
    }

    private void Report()
    {
        _reported = _clock.Elapsed;
        double seconds = (_reported - _begun).TotalSeconds;

        // An image file is larger or smaller than what the guest sees; the total follows.
        ulong total = Math.Max(_total, _copied);
        _progress.Report(new MigrationProgress
        {
            PercentComplete = total == 0 ? 99 : (int)Math.Min(99, 100 * _copied / total),
            BytesTransferred = _copied,
            BytesTotal = total,
            BytesRemaining = total - _copied,
            BytesPerSecond = seconds > 0 ? (ulong)(_copied / seconds) : 0,
        });
    }

    private static LibvirtException Missing(string path) =>
        new(new VirError(VirErrorCode.NoStorageVol, VirErrorDomain.Storage, $"no storage volume at '{path}'"));

    private static void Abort(StreamHandle stream)
    {
        try
        {
            VirStreamAbort.Call(stream);
        }
        catch (LibvirtException)
        {
            // It broke by itself; what broke it is on its way up.
        }
    }
}
