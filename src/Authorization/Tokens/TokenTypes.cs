using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ClickUpMcp.Authorization.Tokens;

/// <summary>What there is of codes and tokens: how each begins, and where it is kept.</summary>
internal static class TokenTypes
{
    private static readonly (string Type, string Prefix, RecordKind Kind)[] All =
    [
        (TokenTypeIdentifiers.AccessToken, "mcp_at_", AuthorizationRecords.AccessToken),
        (TokenTypeIdentifiers.RefreshToken, "mcp_rt_", AuthorizationRecords.RefreshToken),
        (TokenTypeIdentifiers.Private.AuthorizationCode, "mcp_ac_", AuthorizationRecords.Code),
    ];

    public static string PrefixOf(string type) => All.First(row => row.Type == type).Prefix;

    public static RecordKind KindOf(string type) => All.First(row => row.Type == type).Kind;

    /// <summary>What a text claims to be; null for nothing of ours.</summary>
    public static string? TypeOf(string token) =>
        token.Length <= 100
            ? All.FirstOrDefault(row => token.StartsWith(row.Prefix, StringComparison.Ordinal)).Type
            : null;
}
