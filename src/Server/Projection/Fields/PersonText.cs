using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Says who a person is: by name, else by e-mail address, since who has not joined yet has no name, else by id.</summary>
internal static class PersonText
{
    private static readonly string[] Members = ["username", "name", "email", "id"];

    /// <summary>The text; null for nobody.</summary>
    public static string? Of(JsonElement person) =>
        // Lists of members wrap each person, and an object of blanks stands for nobody.
        JsonPath.TryFind(person, "user", out JsonElement user)
        && user.ValueKind == JsonValueKind.Object
            ? Of(user)
        : person.ValueKind == JsonValueKind.Object
            ? Members
                .Select(member => LenientValue.Text(person, member))
                .FirstOrDefault(static text => text is not null)
                ?? LenientValue.Text(person)
        : LenientValue.Text(person);
}
