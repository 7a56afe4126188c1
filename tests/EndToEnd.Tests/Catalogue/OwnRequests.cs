using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Catalogue;

/// <summary>The requests that tools are made of, as the spec gives them; look-ups of names are others.</summary>
internal static class OwnRequests
{
    private static readonly JsonElement Api = JsonElement
        .Parse(File.ReadAllBytes(Repository.At("spec", "clickup-tools.json")))
        .GetProperty("api");

    private static readonly Dictionary<string, JsonElement> Entries = Directory
        .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
        .SelectMany(file => JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList())
        .ToDictionary(static entry => entry.GetProperty("name").GetString()!);

    /// <summary>Whether a line of the sandbox's log is one of the tool's own requests.</summary>
    public static bool Has(string tool, JsonElement logged)
    {
        var line = $"{logged.GetProperty("method").GetString()} {logged.GetProperty("path").GetString()}";
        // What a tool that writes reads are look-ups, too.
        var reads = Entries[tool].GetProperty("annotations").GetProperty("readOnly").GetBoolean();
        return Lines(tool)
            .Where(own => reads || !own.StartsWith("GET ", StringComparison.Ordinal))
            .Any(own => Matches(own, line));
    }

    /// <summary>The request lines of a tool, and of the operations it uses.</summary>
    private static IEnumerable<string> Lines(string tool)
    {
        var entry = Entries[tool];
        IEnumerable<JsonElement> requests =
            entry.TryGetProperty("request", out var request) ? [request]
            : entry.TryGetProperty("requests", out var several) ? several.EnumerateArray()
            : [];
        var used = entry.TryGetProperty("uses", out var uses)
            ? uses.EnumerateArray().SelectMany(static name => Lines(name.GetString()!))
            : [];
        return requests
            .Select(static r =>
                $"{r.GetProperty("method").GetString()} {Api.GetProperty(r.GetProperty("api").GetString()!).GetString()}{r.GetProperty("path").GetString()}"
            )
            .Concat(used);
    }

    private static bool Matches(string own, string line)
    {
        var pattern = Regex.Replace(
            Regex.Escape(own),
            @"\\\{[^}]*}",
            "[^/]+",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return Regex.IsMatch(line, $"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
