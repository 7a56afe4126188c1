using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Tells members, guests and others apart, as far as the people of the workspaces are known.</summary>
/// <param name="guests">Whether each of them is a guest, by id; a person whose role is not shown has no value. Null when nobody is known.</param>
internal sealed class KnownAuthors(IReadOnlyDictionary<string, bool?>? guests)
{
    /// <summary>Nobody is known.</summary>
    public static KnownAuthors None { get; } = new(null);

    /// <summary>Who somebody is, given as a person or an id.</summary>
    public TextOrigin OriginOf(JsonElement author)
    {
        string? id =
            author.ValueKind == JsonValueKind.Object ? LenientValue.Text(author, "id") : LenientValue.Text(author);
        return id switch
        {
            null => TextOrigin.Unknown,
            // What no person has made is by an account that is not one of people's.
            ['-', ..] or "0" => TextOrigin.Bot,
            _ when guests is null => TextOrigin.Unknown,
            _ when !guests.TryGetValue(id, out _) => TextOrigin.Outsider,
            _ => OriginOf(guests[id]),
        };
    }

    private static TextOrigin OriginOf(bool? isGuest) =>
        isGuest switch
        {
            true => TextOrigin.Guest,
            false => TextOrigin.Member,
            null => TextOrigin.Unknown,
        };
}
