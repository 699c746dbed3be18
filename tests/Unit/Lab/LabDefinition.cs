using Xunit;

namespace VsMigration.Tests;

/// <summary>Lab tests run after the others and one at a time: the hosts are shared, and kill -9 is among the tests.</summary>
[CollectionDefinition(Lab.Collection, DisableParallelization = true)]
public sealed class LabDefinition : ICollectionFixture<Lab>;
