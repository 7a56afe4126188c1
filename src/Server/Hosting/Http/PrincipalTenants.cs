using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The tenants of one principal: how many there are, what they take, and which of them nobody uses.</summary>
internal sealed class PrincipalTenants
{
    public int Count { get; set; }

    public long Bytes { get; set; }

    /// <summary>Those that nobody uses, the one unused for longest first.</summary>
    public LinkedList<HttpTenant> Idle { get; } = new();
}
