using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Api;

/// <summary>Which members of a response are read, so that the others are dropped while it arrives.</summary>
/// <remarks>
/// A tree of names in which arrays are gone through: <c>list.name</c> of what <c>tasks</c> holds is the name of the list of each task. What stands
/// beside the things that a response lists is kept whole: cursors and errors.
/// </remarks>
internal sealed class WantedMembers
{
    private const char Separator = '.';

    /// <summary>All of a value.</summary>
    public static readonly WantedMembers Whole = new([], keepsOthers: true);

    private readonly Member[] _members;
    private readonly Member[][] _byLength;
    private readonly bool _keepsOthers;

    private WantedMembers(Member[] members, bool keepsOthers)
    {
        _members = members;
        _keepsOthers = keepsOthers;
        _byLength = new Member[members.Length == 0 ? 0 : members.Max(static one => one.Name.Length) + 1][];
        for (int length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] = Array.FindAll(members, one => one.Name.Length == length);
        }
    }

    /// <summary>What is wanted of the things that a response lists.</summary>
    /// <param name="path">The dotted members, at least one, that lead from the response to the things.</param>
    /// <param name="members">What is wanted of each, as dotted members.</param>
    public static WantedMembers Of(string path, IEnumerable<string> members)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] names = path.Split(Separator);
        WantedMembers wanted = OfThings(members);
        for (int i = names.Length - 1; i >= 0; i--)
        {
            wanted = new WantedMembers([new Member(Encoding.UTF8.GetBytes(names[i]), wanted)], keepsOthers: true);
        }

        return wanted;
    }

    /// <summary>What is wanted of a member; null for nothing.</summary>
    /// <param name="name">Its name in UTF-8, without escapes.</param>
    public WantedMembers? Below(ReadOnlySpan<byte> name)
    {
        foreach (Member member in name.Length < _byLength.Length ? _byLength[name.Length] : [])
        {
            if (name.SequenceEqual(member.Name))
            {
                return member.Below;
            }
        }

        return _keepsOthers ? Whole : null;
    }

    /// <summary>What is wanted of a member; null for nothing.</summary>
    /// <param name="name">Its name as it stands in JSON; one that is not well-formed is no member's.</param>
    public WantedMembers? BelowEscaped(ReadOnlySpan<byte> name)
    {
        try
        {
            Utf8JsonReader reader = new([(byte)'"', .. name, (byte)'"']);
            reader.Read();
            foreach (Member member in _members)
            {
                if (reader.ValueTextEquals(member.Name))
                {
                    return member.Below;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An invalid escape, or half a surrogate pair, is no known name. A kept one is checked by the parser.
        }

        return _keepsOthers ? Whole : null;
    }

    private static WantedMembers OfThings(IEnumerable<string> members) =>
        new(
            [
                .. members
                    .Select(static path => path.Split(Separator, 2))
                    .GroupBy(static parts => parts[0], StringComparer.Ordinal)
                    .Select(static group => new Member(
                        Encoding.UTF8.GetBytes(group.Key),
                        group.Any(static parts => parts.Length == 1)
                            ? Whole
                            : OfThings(group.Select(static parts => parts[1]))
                    )),
            ],
            keepsOthers: false
        );

    private sealed record Member(byte[] Name, WantedMembers Below);
}
