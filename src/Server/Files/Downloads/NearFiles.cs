namespace ClickUpMcp.Files;

/// <summary>Files of an API that runs on this machine, as a sandbox does: at its own address and at no other.</summary>
/// <param name="Origin">Scheme, host and port of the API.</param>
/// <param name="CreateHandler">Makes what sends, at the first file.</param>
internal sealed record NearFiles(string Origin, Func<HttpMessageHandler> CreateHandler)
{
    /// <summary>Whether a file is there.</summary>
    public bool Has(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" }
        && string.Equals(address.GetLeftPart(UriPartial.Authority), Origin, StringComparison.OrdinalIgnoreCase);
}
