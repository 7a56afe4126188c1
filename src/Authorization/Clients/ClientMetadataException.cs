namespace ClickUpMcp.Authorization.Clients;

/// <summary>What a client says about itself cannot be accepted: says why.</summary>
internal sealed class ClientMetadataException(string message, string error = "invalid_client_metadata")
    : Exception(message)
{
    /// <summary>The code of RFC 7591.</summary>
    public string Error => error;

    public static ClientMetadataException OfRedirect(string message) => new(message, "invalid_redirect_uri");
}
