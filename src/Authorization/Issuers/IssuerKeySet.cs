using Microsoft.IdentityModel.Tokens;

namespace ClickUpMcp.Authorization.Issuers;

/// <summary>Keys that were fetched together.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Fetched">When, as a timestamp.</param>
internal sealed record IssuerKeySet(IReadOnlyList<SecurityKey> Keys, long Fetched)
{
    public bool Has(string id) => Keys.Any(key => key.KeyId == id);
}
