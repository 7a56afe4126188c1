using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Transport.Http;

/// <summary>What keeps tenants apart: two requests that differ in any of it share nothing but code and connections.</summary>
/// <param name="Principal">Who sends the request.</param>
/// <param name="Credential">A hash of the ClickUp token that it works with; 0 for the server's own.</param>
/// <param name="Workspace">The id of the workspace; null for the token's only one.</param>
/// <param name="Policy">What the request says about tools, in one spelling.</param>
internal readonly record struct TenantKey(UInt128 Principal, UInt128 Credential, string? Workspace, string Policy)
{
    /// <summary>The number of the session that it belongs to alone; 0 where requests without a session share it.</summary>
    public long Session { get; init; }

    /// <summary>Whose data its requests reach, whatever they say about tools.</summary>
    public string Owner => $"{Principal:x32} {Credential:x32} {Workspace}";

    /// <summary>A hash of all that keeps it apart, the same on every server.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Owner}\n{Policy}")));
}
