using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>The spec as its files have it, for rules that hold over all of it.</summary>
internal static class SpecFiles
{
    /// <summary>The root file.</summary>
    public static JsonElement Root { get; } =
        JsonElement.Parse(File.ReadAllBytes(Repository.At("spec", "clickup-tools.json")));

    /// <summary>The tools files.</summary>
    public static IReadOnlyList<JsonElement> Categories { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(static file => JsonElement.Parse(File.ReadAllBytes(file))),
    ];

    /// <summary>All entries.</summary>
    public static IEnumerable<JsonElement> Tools =>
        Categories.SelectMany(static file => file.GetProperty("tools").EnumerateArray());

    /// <summary>The shapes of all files with their fields.</summary>
    public static IEnumerable<(string Shape, JsonProperty Field)> ShapeFields =>
        Categories
            .Append(Root)
            .SelectMany(static file => Members(file, "shapes"))
            .SelectMany(static shape => Members(shape.Value, "fields").Select(member => (shape.Name, member)));

    /// <summary>The declared arguments of an entry, those of its argument sets included.</summary>
    public static IEnumerable<JsonProperty> ArgumentsOf(JsonElement tool) =>
        Items(tool, "argumentSets")
            .SelectMany(static set => Root.GetProperty("argumentSets").GetProperty(set.GetString()!).EnumerateObject())
            .Concat(Members(tool, "arguments"));

    /// <summary>The members of an object in an object; none when it is not there.</summary>
    public static IEnumerable<JsonProperty> Members(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement found) ? found.EnumerateObject() : [];

    /// <summary>The items of an array in an object; none when it is not there.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement found) ? found.EnumerateArray() : [];

    /// <summary>A member that is text; null when it is not there.</summary>
    public static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement found) ? found.GetString() : null;

    /// <summary>Whether an entry shows a list to a caller.</summary>
    public static bool IsList(JsonElement tool) =>
        tool.TryGetProperty("response", out JsonElement response)
        && response.TryGetProperty("list", out JsonElement list)
        && list.GetBoolean();
}
