using ClickUpMcp.Tools.Runtime;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>What <c>WWW-Authenticate</c> says to who is not let in, or not that far (RFC 6750, RFC 9728).</summary>
/// <param name="metadata">What clients that sign in are told; null where there is nobody to sign in to.</param>
internal sealed class BearerChallenge(ResourceMetadata? metadata = null)
{
    private const string Scheme = "Bearer realm=\"clickup-mcp\"";

    /// <summary>No token was sent.</summary>
    public string Missing(PathString path) => Scheme + Where(path) + Initial();

    /// <summary>What was sent lets nobody in.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="description">What is wrong with it, without quotation marks; null for nothing more.</param>
    public string Invalid(PathString path, string? description = null) =>
        $"{Scheme}, error=\"invalid_token\"{Description(description)}{Where(path)}{Initial()}";

    /// <summary>The operation takes more than was granted.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="granted">What was granted; named too, so that a client that asks anew loses none of it.</param>
    /// <param name="needed">All that the operation takes.</param>
    public string Insufficient(PathString path, ToolScopes granted, ToolScopes needed) =>
        $"{Scheme}, error=\"insufficient_scope\"{Where(path)}{Scope(granted | needed)}";

    private static string Description(string? text) => text is null ? "" : $", error_description=\"{text}\"";

    private static string Scope(ToolScopes scopes) => $", scope=\"{string.Join(' ', scopes.ToWords())}\"";

    private string Where(PathString path) =>
        metadata is null ? string.Empty : $", resource_metadata=\"{metadata.AddressOf(path)}\"";

    private string Initial() => metadata is null ? string.Empty : Scope(metadata.InitialScopes);
}
