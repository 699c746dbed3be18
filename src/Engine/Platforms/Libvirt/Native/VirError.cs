namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>What libvirt says about a call that failed (virError).</summary>
/// <param name="Code">The kind of error (virErrorNumber).</param>
/// <param name="Domain">The part of libvirt that found it (virErrorDomain).</param>
/// <param name="Message">libvirt's text, in the language of the process.</param>
internal readonly record struct VirError(VirErrorCode Code, VirErrorDomain Domain, string Message);
