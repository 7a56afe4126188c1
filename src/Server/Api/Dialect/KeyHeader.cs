namespace ClickUpMcp.Api;

/// <summary>The header that carries a key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scheme">What stands before the key; empty for the key alone.</param>
/// <param name="Bare">Keys that begin so are sent without the scheme; empty when none are.</param>
internal sealed record KeyHeader(string Name, string Scheme, string Bare)
{
    /// <summary>The header's value for a key.</summary>
    public string ValueOf(string key)
    {
        bool isBare = Scheme.Length == 0 || (Bare.Length > 0 && key.StartsWith(Bare, StringComparison.Ordinal));
        return isBare ? key : $"{Scheme} {key}";
    }
}
