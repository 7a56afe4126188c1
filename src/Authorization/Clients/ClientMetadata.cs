using System.Text.Json;

namespace ClickUpMcp.Authorization.Clients;

/// <summary>Reads what a client says about itself, when it registers or in the document at its address.</summary>
internal static class ClientMetadata
{
    private const int LongestName = 100;
    private const int MostRedirects = 10;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads an object.</summary>
    /// <exception cref="ClientMetadataException">It is no JSON object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException) { }

        throw new ClientMetadataException("The metadata is not one JSON object with each member once.");
    }

    /// <summary>What the client calls itself, without what would confuse a reader; a plain word where it says nothing.</summary>
    public static string Name(JsonElement root)
    {
        string name = new([.. (Text(root, "client_name") ?? "").Where(IsShown)]);
        name = name.Trim();
        return name.Length switch
        {
            0 => "An application without a name",
            > LongestName => name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)],
            _ => name,
        };
    }

    /// <summary>Where users may be sent back to.</summary>
    /// <exception cref="ClientMetadataException">There is none, there are too many, or one is not allowed.</exception>
    public static IReadOnlyList<string> Redirects(JsonElement root, RedirectUris rules)
    {
        if (
            !root.TryGetProperty("redirect_uris", out JsonElement list)
            || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > MostRedirects
            || list.EnumerateArray().Any(static item => item.ValueKind != JsonValueKind.String)
        )
        {
            throw ClientMetadataException.OfRedirect($"redirect_uris is a list of 1 to {MostRedirects} URIs.");
        }

        string[] uris = [.. list.EnumerateArray().Select(static item => item.GetString()!).Distinct()];
        return uris.Select(rules.Refusal).FirstOrDefault(static refusal => refusal is not null) is { } reason
            ? throw ClientMetadataException.OfRedirect(reason)
            : uris;
    }

    /// <summary>How the client proves who it is.</summary>
    /// <param name="root">What it says.</param>
    /// <param name="absent">What it means where it says nothing.</param>
    /// <param name="allowed">What is possible.</param>
    /// <exception cref="ClientMetadataException">It wants another way.</exception>
    public static string Authentication(JsonElement root, string absent, IReadOnlyList<string> allowed)
    {
        string wanted = Text(root, "token_endpoint_auth_method") ?? absent;
        return allowed.Contains(wanted, StringComparer.Ordinal)
            ? wanted
            : throw new ClientMetadataException($"token_endpoint_auth_method is one of: {string.Join(", ", allowed)}.");
    }

    /// <summary>Checks that a list, where it is given, has what this server does, and so that the client can work with it.</summary>
    /// <exception cref="ClientMetadataException">It does not.</exception>
    public static void MustContain(JsonElement root, string member, string needed)
    {
        if (!root.TryGetProperty(member, out JsonElement list))
        {
            return;
        }

        bool isFine =
            list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(needed));
        if (!isFine)
        {
            throw new ClientMetadataException($"{member} is a list that contains {needed}.");
        }
    }

    /// <summary>A member that is text; null where it is absent.</summary>
    /// <exception cref="ClientMetadataException">It is something else.</exception>
    public static string? Text(JsonElement root, string member)
    {
        if (!root.TryGetProperty(member, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new ClientMetadataException($"{member} is text.");
    }

    // Format characters reorder and hide text; so do line and paragraph separators.
    private static bool IsShown(char c) =>
        char.GetUnicodeCategory(c)
            is not (
                System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.PrivateUse
            );
}
