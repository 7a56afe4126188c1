using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>An argument of a listed tool that names something, as the spec gives it.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Entity">What it names.</param>
/// <param name="IsList">Whether it names several.</param>
/// <param name="MayBeNew">Whether an unknown name is made.</param>
/// <param name="RemovesSomething">Whether whole names are needed.</param>
public sealed record NamedArgument(
    string Tool,
    string Argument,
    string Entity,
    bool IsList,
    bool MayBeNew,
    bool RemovesSomething
)
{
    private static readonly JsonElement Root = JsonElement.Parse(Repository.Read("spec/clickup-tools.json"));

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<NamedArgument> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
            .SelectMany(static file =>
                JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("tools").EnumerateArray().ToList()
            )
            .Where(static tool => !tool.TryGetProperty("internal", out _))
            .SelectMany(static tool => Arguments(tool).Select(argument => Of(tool, argument)))
            .OfType<NamedArgument>(),
    ];

    public override string ToString() => $"{Tool}.{Argument}";

    /// <summary>Calls of the tool with this text for the argument: each of its examples, and without what is optional.</summary>
    public IEnumerable<string> Calls(string text)
    {
        JsonNode value = IsList ? new JsonArray(text) : text;
        foreach (ToolExample example in ToolExample.ByTool[Tool])
        {
            JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
            arguments[Argument] = value.DeepClone();
            yield return arguments.ToJsonString();
        }

        yield return new JsonObject { [Argument] = value.DeepClone() }.ToJsonString();
    }

    /// <summary>The same with one argument less, since some exclude each other.</summary>
    public IEnumerable<string> SmallerCalls(string text) =>
        Calls(text)
            .Select(static call => JsonNode.Parse(call)!.AsObject())
            .SelectMany(call => call.Select(static member => member.Key).Where(name => name != Argument), Without);

    private static string Without(JsonObject call, string name)
    {
        JsonObject smaller = call.DeepClone().AsObject();
        smaller.Remove(name);
        return smaller.ToJsonString();
    }

    private static IEnumerable<JsonProperty> Arguments(JsonElement tool)
    {
        IEnumerable<JsonProperty> own = tool.TryGetProperty("arguments", out JsonElement declared)
            ? declared.EnumerateObject()
            : default(JsonElement.ObjectEnumerator);
        IEnumerable<JsonProperty> shared = tool.TryGetProperty("argumentSets", out JsonElement sets)
            ? sets.EnumerateArray()
                .SelectMany(static set =>
                    Root.GetProperty("argumentSets").GetProperty(set.GetString()!).EnumerateObject()
                )
            : [];
        return shared.Concat(own);
    }

    private static NamedArgument? Of(JsonElement tool, JsonProperty argument)
    {
        bool isList = argument.Value.TryGetProperty("items", out JsonElement items);
        JsonElement type = isList ? items : argument.Value;
        if (!type.TryGetProperty("entity", out JsonElement entity))
        {
            return null;
        }

        bool isDestructive = tool.GetProperty("annotations").GetProperty("destructive").GetBoolean();
        return new NamedArgument(
            tool.GetProperty("name").GetString()!,
            argument.Name,
            entity.GetString()!,
            isList,
            type.TryGetProperty("mayBeNew", out _),
            isDestructive && !tool.GetProperty("scope").ValueEquals("write")
        );
    }
}
