using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>Tells when the server has noticed that a client hung up.</summary>
internal sealed class WatchedTenants(ITenants inner) : ITenants
{
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes after all that the server does at once when a client hangs up.</summary>
    public Task HungUp => _hungUp.Task;

    // Callbacks run from the last to the first: this one is registered before the server's own.
    public ValueTask<HttpTenant> RentAsync(Principal principal, HttpRequest request, string[] segments)
    {
        request.HttpContext.RequestAborted.Register(() => _hungUp.TrySetResult());
        return inner.RentAsync(principal, request, segments);
    }

    public HttpTenant Own(HttpTenant tenant) => inner.Own(tenant);

    public void Return(HttpTenant tenant, bool forget) => inner.Return(tenant, forget);

    public UploadTickets Uploads => inner.Uploads;

    public IReadOnlyList<Principal> Principals => inner.Principals;

    public void Forget(IReadOnlySet<UInt128> principals) => inner.Forget(principals);

    public void Sweep() => inner.Sweep();
}
