using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Chat;

/// <summary>Mentions in the Markdown of messages.</summary>
internal static class Mentions
{
    public static string Of(Member person) => $"[@{person.Name}](#user_mention#{person.Id})";

    public static bool Has(string content, Member person) =>
        content.Contains($"(#user_mention#{person.Id})", StringComparison.Ordinal);
}
