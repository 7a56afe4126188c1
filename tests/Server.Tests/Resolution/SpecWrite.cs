using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>A request of the spec that is not a GET, with the kinds of things whose names it says that it makes stale.</summary>
public sealed partial record SpecWrite
{
    private static readonly JsonElement Root = JsonElement.Parse(Repository.Read("spec/clickup-tools.json"));

    private SpecWrite(string entry, JsonElement request)
    {
        Entry = entry;
        Operation = Text(request, "operation");
        string path = Text(Root.GetProperty("api"), Text(request, "api")) + Text(request, "path");
        PathTemplate = Placeholder().Replace(path, "{id}");
        Invalidates = [.. request.GetProperty("invalidates").EnumerateArray().Select(KindOf).Distinct().Order()];
    }

    public static IReadOnlyList<SpecWrite> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .SelectMany(static file =>
                JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList()
            )
            .SelectMany(static entry =>
                RequestsOf(entry)
                    .Where(static request => Text(request, "method") != "GET")
                    .Select(request => new SpecWrite(Text(entry, "name"), request))
            ),
    ];

    public string Entry { get; }

    public string Operation { get; }

    public string PathTemplate { get; }

    internal IReadOnlyList<EntityKind> Invalidates { get; }

    public override string ToString() => $"{Entry} {Operation} {PathTemplate}";

    private static IEnumerable<JsonElement> RequestsOf(JsonElement entry) =>
        entry.TryGetProperty("requests", out JsonElement requests) ? requests.EnumerateArray()
        : entry.TryGetProperty("request", out JsonElement request) ? [request]
        : [];

    private static EntityKind KindOf(JsonElement entity) =>
        Enum.Parse<EntityKind>(entity.GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
