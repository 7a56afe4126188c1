using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>The members of an item by name, found in one walk over it.</summary>
/// <remarks>A shape reads some thirty members of an item that has forty; <see cref="JsonElement.TryGetProperty(ReadOnlySpan{byte}, out JsonElement)"/> walks over them for each.</remarks>
internal sealed class ItemMembers
{
    private const int None = -1;

    private readonly List<JsonElement> _found = [];
    private JsonProperty[] _members = [];
    private int[] _next = [];
    private int[] _first = [];
    private bool _hasEscapedNames;

    /// <summary>The item.</summary>
    public JsonElement Item { get; private set; }

    /// <summary>Goes on to another item.</summary>
    public void Take(JsonElement item)
    {
        Item = item;
        int count = item.ValueKind == JsonValueKind.Object ? item.GetPropertyCount() : 0;
        if (_first.Length <= count)
        {
            int room = (int)BitOperations.RoundUpToPowerOf2((uint)count + 1);
            (_members, _next, _first) = (new JsonProperty[room], new int[room], new int[room]);
        }

        Array.Fill(_first, None);
        _hasEscapedNames = count > 0 && Fill();
    }

    /// <summary>The values that a path leads to; the next call uses the list again.</summary>
    public List<JsonElement> Select(JsonPath path)
    {
        _found.Clear();
        path.AddTo(_found, this);
        return _found;
    }

    /// <summary>Finds a member.</summary>
    /// <param name="name">Its name in UTF-8, without escapes.</param>
    /// <param name="value">Its value.</param>
    public bool TryFind(ReadOnlySpan<byte> name, out JsonElement value)
    {
        if (_hasEscapedNames)
        {
            return Item.TryGetProperty(name, out value);
        }

        for (int i = _first[Place(name)]; i != None; i = _next[i])
        {
            if (JsonMarshal.GetRawUtf8PropertyName(_members[i]).SequenceEqual(name))
            {
                value = _members[i].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool Fill()
    {
        bool hasEscapedNames = false;
        int i = 0;
        foreach (JsonProperty member in Item.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            hasEscapedNames |= name.Contains((byte)'\\');
            ref int first = ref _first[Place(name)];
            // Of two members with one name the later is found, as everywhere else.
            (_members[i], _next[i], first) = (member, first, i);
            i++;
        }

        return hasEscapedNames;
    }

    private int Place(ReadOnlySpan<byte> name)
    {
        uint hash = (uint)name.Length;
        foreach (byte letter in name)
        {
            hash = (hash * 31) + letter;
        }

        return (int)(hash & (uint)(_first.Length - 1));
    }
}
