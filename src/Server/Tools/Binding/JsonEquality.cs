using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Equality of JSON values as <c>uniqueItems</c> means it: 1 equals 1.0, and members have no order.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    public static readonly JsonEquality Instance = new();

    /// <summary>The number as a double, as every JSON Schema validator in JavaScript sees it; infinite beyond its range.</summary>
    public static double Number(JsonElement element) =>
        double.Parse(JsonMarshal.GetRawUtf8Value(element), NumberStyles.Float, CultureInfo.InvariantCulture);

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
        {
            return false;
        }

        return x.ValueKind switch
        {
            JsonValueKind.Number => Number(x) == Number(y),
            JsonValueKind.String => JsonText.Read(x) == JsonText.Read(y),
            JsonValueKind.Array => x.GetArrayLength() == y.GetArrayLength()
                && x.EnumerateArray().SequenceEqual(y.EnumerateArray(), this),
            JsonValueKind.Object => ObjectsEqual(x, y),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj) =>
        obj.ValueKind switch
        {
            JsonValueKind.Number => Number(obj).GetHashCode(),
            JsonValueKind.String => JsonText.Read(obj).GetHashCode(StringComparison.Ordinal),
            JsonValueKind.Array => obj.EnumerateArray().Aggregate(17, (hash, item) => (hash * 31) + GetHashCode(item)),
            JsonValueKind.Object => obj.EnumerateObject()
                .Aggregate(
                    19,
                    (hash, member) => hash + HashCode.Combine(JsonText.Name(member), GetHashCode(member.Value))
                ),
            _ => (int)obj.ValueKind,
        };

    // Members are unique here: both readers of objects refuse duplicates first.
    private bool ObjectsEqual(JsonElement x, JsonElement y)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in x.EnumerateObject())
        {
            members[JsonText.Name(member)] = member.Value;
        }

        int count = 0;
        foreach (JsonProperty member in y.EnumerateObject())
        {
            count++;
            if (!members.TryGetValue(JsonText.Name(member), out JsonElement other) || !Equals(other, member.Value))
            {
                return false;
            }
        }

        return count == members.Count;
    }
}
