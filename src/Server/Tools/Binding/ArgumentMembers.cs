using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>The members of one JSON object, and which of them some argument has claimed.</summary>
internal sealed class ArgumentMembers
{
    private readonly Member[] _members;
    private readonly List<(string Spelling, string Name)> _known = [];
    private readonly List<string> _given = [];
    private int _claimed;

    public ArgumentMembers(JsonElement element)
    {
        int count = element.GetPropertyCount();
        _members = new Member[Math.Min(count, ArgumentLimits.MemberCount)];
        Omitted = count - _members.Length;
        int index = 0;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (index == _members.Length)
            {
                break;
            }

            _members[index++] = new Member(JsonText.Name(property), property.Value);
        }
    }

    /// <summary>How many members were not read, since no object has so many.</summary>
    public int Omitted { get; }

    /// <summary>Whether the argument was given, under whatever spelling.</summary>
    public bool IsGiven(string name) => _given.Contains(name);

    /// <summary>Claims every member that spells this argument.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="aliases">Its other spellings.</param>
    /// <param name="takesNull">Whether null is a value of it; else it is as if such a member were absent.</param>
    public ClaimedMember Claim(string name, ReadOnlySpan<string> aliases, bool takesNull)
    {
        _known.Add((name, name));
        foreach (string alias in aliases)
        {
            _known.Add((alias, name));
        }

        ClaimedMember found = default;
        for (int i = 0; i < _members.Length && _claimed < _members.Length; i++)
        {
            ref Member member = ref _members[i];
            if (member.Name == name || aliases.Contains(member.Name))
            {
                _claimed += member.IsClaimed ? 0 : 1;
                member.IsClaimed = true;
                bool isAbsent = !takesNull && member.Value.ValueKind == JsonValueKind.Null;
                found = isAbsent ? found with { HasNull = true } : found.And(member.Name, member.Value);
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
        _claimed == _members.Length
            ? []
            : _members.Where(static m => !m.IsClaimed).Select(static m => m.Name).Distinct();

    /// <summary>The valid names as published, aliases left out.</summary>
    public IEnumerable<string> ValidNames => _known.Select(static k => k.Name).Distinct();

    /// <summary>The valid name that an unknown one probably means; null when none is close.</summary>
    public string? Suggest(string unknown)
    {
        string? spelling = DidYouMean.Closest(unknown, _known.Select(static k => k.Spelling));
        return _known.Find(k => k.Spelling == spelling).Name;
    }

    private record struct Member(string Name, JsonElement Value, bool IsClaimed = false);
}
