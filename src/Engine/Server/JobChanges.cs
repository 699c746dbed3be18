using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Service;

namespace VsMigration.Server;

/// <summary>ModifyInstance and DeleteInstance: of everything here only jobs can be changed and removed.</summary>
[Clause("10.3")]
internal sealed class JobChanges
{
    private static readonly HashSet<string> s_changeable = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(Job.Priority), nameof(Job.DeleteOnCompletion), nameof(ConcreteJob.TimeBeforeRemoval),
        nameof(VsmMigrationJob.Bandwidth), nameof(VsmMigrationJob.BandwidthUnit), nameof(VsmMigrationJob.MaxDowntime),
    };

    private readonly Repository _repository;
    private readonly IMigrationService _service;

    public JobChanges(Repository repository, IMigrationService service)
    {
        _repository = repository;
        _service = service;
    }

    /// <summary>Sets properties of a job.</summary>
    /// <param name="instance">The job with its path.</param>
    /// <param name="properties">The properties to set; null = all that the instance has, those passed over that only show what a job does.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task ModifyAsync(CimInstance instance, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken)
    {
        var path = instance.Path ?? throw new CimException(CimStatus.InvalidParameter, "The instance has no path.");
        var (job, present) = await JobAtAsync(path, cancellationToken);
        var declared = Repository.RequireClass(present.ClassName);
        foreach (string name in properties ?? Array.Empty<string>())
        {
            if (declared.Property(name) is null)
            {
                throw new CimException(CimStatus.NoSuchProperty, $"{declared.Name} has no property '{name}'.");
            }

            if (!s_changeable.Contains(name))
            {
                throw new CimException(CimStatus.NotSupported, $"The property {name} of a migration job cannot be changed; these can: {string.Join(", ", s_changeable)}.");
            }
        }

        var wanted = (properties ?? instance.Properties.Select(property => property.Name)).Where(s_changeable.Contains).ToList();
        var element = ElementMap.FromInstance<VsmMigrationJob>(instance.Only(wanted));
        bool Changes(string name) => wanted.Contains(name, StringComparer.OrdinalIgnoreCase)
            && CimValue.ToText(instance[name]) != CimValue.ToText(present[name]);
        bool bandwidth = Changes(nameof(VsmMigrationJob.Bandwidth)) || Changes(nameof(VsmMigrationJob.BandwidthUnit));
        await _service.ModifyJobAsync(
            job,
            new JobChange
            {
                Priority = Changes(nameof(Job.Priority)) ? Narrow(element.Priority) : null,
                // Number and unit go together; NULL asks for the default, as 0 does.
                Bandwidth = bandwidth ? element.Bandwidth ?? (wanted.Contains(nameof(VsmMigrationJob.Bandwidth), StringComparer.OrdinalIgnoreCase) ? (ushort)0 : job.Bandwidth ?? 0) : null,
                BandwidthUnit = bandwidth ? element.BandwidthUnit ?? job.BandwidthUnit : null,
                MaxDowntime = Changes(nameof(VsmMigrationJob.MaxDowntime)) ? element.MaxDowntime ?? throw Null(nameof(VsmMigrationJob.MaxDowntime)) : null,
                TimeBeforeRemoval = Changes(nameof(ConcreteJob.TimeBeforeRemoval))
                    ? element.TimeBeforeRemoval ?? throw Null(nameof(ConcreteJob.TimeBeforeRemoval))
                    : null,
                DeleteOnCompletion = Changes(nameof(Job.DeleteOnCompletion)) ? element.DeleteOnCompletion ?? throw Null(nameof(Job.DeleteOnCompletion)) : null,
            },
            cancellationToken);
    }

    /// <summary>Removes a job that has ended.</summary>
    public async Task DeleteAsync(CimObjectPath path, CancellationToken cancellationToken) =>
        _service.RemoveJob((await JobAtAsync(path, cancellationToken)).Job);

    private async Task<(MigrationJob Job, CimInstance Present)> JobAtAsync(CimObjectPath path, CancellationToken cancellationToken)
    {
        var present = await _repository.GetAsync(path, cancellationToken);
        return present.ClassName == ElementMap.NameOf(typeof(VsmMigrationJob)) && _service.FindJob((string)present["InstanceID"]!) is { } job
            ? (job, present)
            : throw new CimException(CimStatus.NotSupported, $"Instances of {present.ClassName} cannot be changed or deleted; only migration jobs can.");
    }

    private static ushort Narrow(uint? priority) => priority is null or <= ushort.MaxValue
        ? (ushort)(priority ?? 0)
        : throw new CimException(CimStatus.InvalidParameter, "A priority is 0 to 65535.");

    private static CimException Null(string property) => new(CimStatus.InvalidParameter, $"{property} cannot be NULL.");
}
