using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>The arguments of a prompt as they were sent: texts by name.</summary>
internal sealed class TextArguments
{
    /// <summary>The longest value, in UTF-16 units; names of things are shorter.</summary>
    public const int Longest = 500;

    private const int Most = 32;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private TextArguments() { }

    /// <summary>The names that were given.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Reads a JSON object.</summary>
    /// <param name="json">The object; the core has parsed it.</param>
    /// <param name="problem">What is wrong with it; null when it is usable.</param>
    public static TextArguments Read(ReadOnlyMemory<byte> json, out string? problem)
    {
        var arguments = new TextArguments();
        using var document = JsonDocument.Parse(json);
        problem = document.RootElement.GetPropertyCount() > Most ? "There are too many arguments." : null;
        if (problem is not null)
        {
            return arguments;
        }

        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            // Clients exist that write null for an optional argument that is absent.
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            string name = JsonText.Name(member);
            problem ??=
                member.Value.ValueKind != JsonValueKind.String ? $"The argument {Shown(name)} is text."
                : JsonText.Read(member.Value).Length > Longest
                    ? $"The argument {Shown(name)} is longer than {Longest} characters."
                : arguments._values.TryAdd(name, JsonText.WellFormed(JsonText.Read(member.Value))) ? null
                : $"The argument {Shown(name)} occurs twice.";
        }

        return arguments;
    }

    /// <summary>The value of an argument; null when it was not given, or is blank.</summary>
    public string? Find(string name) =>
        _values.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>A name as an error shows it.</summary>
    public static string Shown(string name) => $"\"{(name.Length > 64 ? name[..64] + "…" : name)}\"";
}
