using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting.Access;

/// <summary>What can be configured of who may come in, besides the file of bearer tokens.</summary>
internal sealed record AccessOptions
{
    /// <summary>The operator's own identity provider, exactly as its tokens name it; null for none.</summary>
    public string? JwtIssuer { get; set; }

    /// <summary>Whom its tokens must be for; null for the public address of MCP.</summary>
    public string? JwtAudience { get; set; }

    /// <summary>Where its keys are; null to ask its metadata.</summary>
    public Uri? JwtKeys { get; set; }

    /// <summary>What clients that sign in are told to ask for at first.</summary>
    public ToolScopes InitialScopes { get; set; } = ToolScopes.Read;
}
