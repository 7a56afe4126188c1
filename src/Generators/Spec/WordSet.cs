using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>A closed set of words; each stands for the runtime's enum member of the same PascalCase name.</summary>
/// <param name="What">What one of them is called in messages, with its article.</param>
/// <param name="Words">The words.</param>
internal sealed record WordSet(string What, params string[] Words)
{
    /// <summary>The words of an enum: its members in their order but <c>None</c>, which nobody says.</summary>
    /// <param name="what">What one of them is called in messages, with its article.</param>
    /// <param name="spell">How a member's name is written as a word.</param>
    public static WordSet Of<T>(string what, Func<string, string> spell)
        where T : struct, Enum =>
        new(what, [.. Enum.GetNames(typeof(T)).Where(static name => name != "None").Select(spell)]);

    /// <summary>The enum member's name; null when the word is not in the set.</summary>
    public string? Member(string word) =>
        Words.Contains(word, StringComparer.Ordinal) ? CSharpNames.Pascal(word) : null;
}
