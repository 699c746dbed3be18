using System;
using System.Threading.Tasks;
using VsMigration.Client;
using VsMigration.Tests.Contracts;

namespace VsMigration.Tests.Server;

public sealed class CimServerContractTests : CimClientContract, IDisposable
{
    private readonly ServerEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    protected override async Task<ICimClient> ConnectAsync()
    {
        await _estate.Hosts.MigrateAsync("web01");
        return await _estate.ConnectAsync();
    }
}
