using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Says who a person is: by name, else by e-mail address, since who has not joined yet has no name, else by id.</summary>
internal static class PersonText
{
    private static readonly string[] Members = ["username", "name", "email", "id"];

    /// <summary>The text; null for nobody.</summary>
    public static string? Of(JsonElement person)
    {
        // Lists of members wrap each person, and an object of blanks stands for nobody.
        if (JsonPath.TryFind(person, "user", out JsonElement user) && user.ValueKind == JsonValueKind.Object)
        {
            return Of(user);
        }

        foreach (string member in Members)
        {
            if (LenientValue.Text(person, member) is { } text)
            {
                return text;
            }
        }

        return LenientValue.Text(person);
    }
}
