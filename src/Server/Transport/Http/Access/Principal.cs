using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport.Http;

/// <summary>Who sends a request and what it may do, as far as authentication tells.</summary>
/// <param name="Id">A hash; never a name or a token.</param>
/// <param name="Scopes">What it is allowed.</param>
internal sealed record Principal(UInt128 Id, ToolScopes Scopes = ToolScopes.All)
{
    /// <summary>By what it came in.</summary>
    public PrincipalKind Kind { get; init; }

    /// <summary>The id of its licence key or grant; null where it has neither.</summary>
    public string? Reference { get; init; }

    /// <summary>The person behind it, as the store names owners; null where that is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>What the operator calls it; null for everybody.</summary>
    public string? Name { get; init; }

    /// <summary>The ids of the workspaces that it may work in; empty for all that its upstream token sees.</summary>
    public IReadOnlyList<string> Workspaces { get; init; } = [];

    /// <summary>The tools that it may use, as a policy names them; null for all.</summary>
    public string? Tools { get; init; }

    /// <summary>Its tool calls a day; null for the server's own limit, 0 for none.</summary>
    public int? CallsPerDay { get; init; }

    /// <summary>What of it decides what its tenant is like, in one spelling.</summary>
    public string LimitsText => $"{Scopes};{string.Join(',', Workspaces)};{Tools};{CallsPerDay}";

    /// <summary>Everybody, where nobody has to authenticate.</summary>
    public static Principal Anonymous { get; } = new(UInt128.Zero);
}
