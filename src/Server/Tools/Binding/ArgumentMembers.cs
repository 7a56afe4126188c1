using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>The members of one JSON object, and which of them some argument has claimed.</summary>
internal sealed class ArgumentMembers
{
    private readonly List<Member> _members = [];
    private readonly List<(string Spelling, string Name)> _known = [];
    private readonly List<string> _given = [];

    public ArgumentMembers(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            _members.Add(new Member(JsonText.Name(property), property.Value));
        }
    }

    /// <summary>Whether the argument was given, under whatever spelling.</summary>
    public bool IsGiven(string name) => _given.Contains(name);

    /// <summary>Claims every member that spells this argument, and returns them in the order they were sent.</summary>
    public List<(string Spelling, JsonElement Value)> Claim(string name, ReadOnlySpan<string> aliases)
    {
        _known.Add((name, name));
        foreach (string alias in aliases)
        {
            _known.Add((alias, name));
        }

        List<(string, JsonElement)> found = [];
        for (int i = 0; i < _members.Count; i++)
        {
            Member member = _members[i];
            if (member.Name == name || aliases.Contains(member.Name))
            {
                found.Add((member.Name, member.Value));
                _members[i] = member with { IsClaimed = true };
            }
        }

        if (found.Count > 0)
        {
            _given.Add(name);
        }

        return found;
    }

    /// <summary>The names that no argument has claimed.</summary>
    public IEnumerable<string> Unknown =>
        _members.Where(static m => !m.IsClaimed).Select(static m => m.Name).Distinct();

    /// <summary>The valid names as published, aliases left out.</summary>
    public IEnumerable<string> ValidNames => _known.Select(static k => k.Name).Distinct();

    /// <summary>The valid name that an unknown one probably means; null when none is close.</summary>
    public string? Suggest(string unknown)
    {
        string? spelling = DidYouMean.Closest(unknown, _known.Select(static k => k.Spelling));
        return _known.Find(k => k.Spelling == spelling).Name;
    }

    private readonly record struct Member(string Name, JsonElement Value, bool IsClaimed = false);
}
