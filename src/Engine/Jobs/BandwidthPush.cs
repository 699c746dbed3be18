using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;

namespace VsMigration.Jobs;

/// <summary>
/// Brings the bandwidth that a job may use to its transfer: one call at a time, and always the latest value. What the platform refuses
/// is told once and not asked again; the migration goes on.
/// </summary>
internal sealed class BandwidthPush
{
    private readonly object _gate = new();
    private readonly Action<Exception> _refused;
    private ITransferControl? _control;
    private ulong? _wanted;
    private ulong? _given;
    private bool _isPushing;

    /// <summary>Knows the transfer's limit as it was ordered.</summary>
    public BandwidthPush(ulong? ordered, Action<Exception> refused)
    {
        _wanted = ordered;
        _given = ordered;
        _refused = refused;
    }

    /// <summary>Sets what the job may use from now on; returns at once.</summary>
    public void Want(ulong? bytesPerSecond)
    {
        lock (_gate)
        {
            _wanted = bytesPerSecond;
        }

        _ = PushAsync();
    }

    /// <summary>The transfer can be controlled from now on; what was wanted before has been asked for on return.</summary>
    public Task OpenAsync(ITransferControl? control)
    {
        lock (_gate)
        {
            _control = control;
        }

        return PushAsync();
    }

    /// <summary>The transfer has ended: nothing is asked any more, and a refusal does not count.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _control = null;
        }
    }

    private async Task PushAsync()
    {
        while (TryTake() is { } control)
        {
            try
            {
                // Off this thread: whoever shares the bandwidth out does not wait for a platform.
                await Task.Run(() => control.SetBandwidthAsync(_given, CancellationToken.None));
            }
            catch (Exception e)
            {
                if (IsOpen())
                {
                    _refused(e);
                }
            }
            finally
            {
                lock (_gate)
                {
                    _isPushing = false;
                }
            }
        }
    }

    private ITransferControl? TryTake()
    {
        lock (_gate)
        {
            if (_isPushing || _wanted == _given || _control is null)
            {
                return null;
            }

            _isPushing = true;
            _given = _wanted;
            return _control;
        }
    }

    private bool IsOpen()
    {
        lock (_gate)
        {
            return _control is not null;
        }
    }
}
