using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Conformance;

/// <summary>One tenant for all requests.</summary>
internal sealed class FixtureTenants(ServerInventory inventory) : ITenants
{
    private readonly HttpTenant _tenant = new(default, Principal.Anonymous, inventory, static () => 0);

    public ValueTask<HttpTenant> RentAsync(Principal principal, HttpRequest request, string[] segments) => new(_tenant);

    public UploadTickets Uploads { get; } = new(TimeProvider.System);

    public IReadOnlyList<Principal> Principals => [Principal.Anonymous];

    public void Forget(IReadOnlySet<UInt128> principals) { }

    public HttpTenant Own(HttpTenant tenant) => tenant;

    public void Return(HttpTenant tenant, bool forget) { }

    public void Sweep() { }
}
