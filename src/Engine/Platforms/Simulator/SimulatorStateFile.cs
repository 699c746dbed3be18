using System;
using System.IO;
using System.Xml;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// The file that keeps a world. Several processes may use it one after another: each reads it again when another has written it.
/// Not safe for concurrent calls: its world holds the lock.
/// </summary>
internal sealed class SimulatorStateFile
{
    private readonly string _path;
    private (DateTime Written, long Length) _seen;

    /// <summary>Names the file.</summary>
    public SimulatorStateFile(string path) => _path = path;

    /// <summary>Reads the world; a missing file is created.</summary>
    /// <param name="create">Makes the world of a new file.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid, AccessDenied.</exception>
    public SimulatorState ReadOrCreate(Func<SimulatorState> create)
    {
        if (!File.Exists(_path))
        {
            Write(create());
        }

        return Read();
    }

    /// <summary>The world if the file is not the one that was last read or written here; else null.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid, AccessDenied.</exception>
    public SimulatorState? ReadIfChanged() => Stamp() == _seen ? null : Read();

    /// <summary>Replaces the file.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid, AccessDenied.</exception>
    public void Write(SimulatorState state) => Guard("written", () =>
    {
        DurableFile.Write(_path, SimulatorXml.Write(state));
        _seen = Stamp();
        return state;
    });

    private SimulatorState Read() => Guard("read", () =>
    {
        // The stamp first: a file that changes while it is read is read again.
        var stamp = Stamp();
        var state = SimulatorXml.Read(BoundedXml.Load(_path));
        _seen = stamp;
        return state;
    });

    private (DateTime Written, long Length) Stamp()
    {
        var info = new FileInfo(_path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }

    private SimulatorState Guard(string verb, Func<SimulatorState> act)
    {
        try
        {
            return act();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new MigrationException(
                MigrationErrorKind.AccessDenied, $"The simulator's file {_path} cannot be {verb}: {e.Message}", "Give yourself access to it, or name another file.", e);
        }
        catch (IOException e)
        {
            throw new MigrationException(
                MigrationErrorKind.ConfigurationInvalid,
                $"The simulator's file {_path} cannot be {verb}: {e.Message}",
                "See that its folder exists and has room, or name another file.",
                e);
        }
        catch (XmlException e)
        {
            throw SimulatorElement.Invalid($"The simulator's file {_path} is no XML that can be read: {e.Message}", e);
        }
    }
}
