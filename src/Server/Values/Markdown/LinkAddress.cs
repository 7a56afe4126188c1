using System.Globalization;

namespace ClickUpMcp.Values;

/// <summary>Tells the addresses that a comment may link to.</summary>
internal static class LinkAddress
{
    private const string UserLink = "#user_mention#";

    /// <summary>Whether it is an address of the web or of mail.</summary>
    public static bool IsAllowed(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out Uri? address)
        && (
            address.Scheme == Uri.UriSchemeHttps
            || address.Scheme == Uri.UriSchemeHttp
            || address.Scheme == Uri.UriSchemeMailto
        );

    /// <summary>The person whom a link of chat mentions; 0 when it mentions nobody.</summary>
    public static long PersonOf(string target) =>
        target.StartsWith(UserLink, StringComparison.Ordinal)
        && long.TryParse(target.AsSpan(UserLink.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : 0;

    /// <summary>The link by which chat mentions a person.</summary>
    public static string Mention(string name, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"[@{name}]({UserLink}{id})");
}
