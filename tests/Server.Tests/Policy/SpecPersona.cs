using System.Text.Json;
using ClickUpMcp.Tests.Catalogue;

namespace ClickUpMcp.Tests.Policy;

/// <summary>Reads from the spec, without the generator, which tools a persona may call.</summary>
internal static class SpecPersona
{
    /// <summary>The names of all personas.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. SpecFiles.Members(SpecFiles.Root, "personas").Select(static persona => persona.Name)];

    /// <summary>Whether a persona may call a tool: because it lists it, or because it reaches it through another.</summary>
    public static bool Allows(string persona, PolicyTool tool)
    {
        JsonElement definition = SpecFiles.Root.GetProperty("personas").GetProperty(persona);
        bool isIncluded = Any(definition, "include", tool) || Any(definition, "reach", tool);
        return isIncluded && !Any(definition, "exclude", tool);
    }

    private static bool Any(JsonElement persona, string part, PolicyTool tool) =>
        SpecFiles.Items(persona, part).Any(selector => selector.EnumerateObject().All(member => Matches(member, tool)));

    private static bool Matches(JsonProperty member, PolicyTool tool) =>
        member.Name switch
        {
            "category" => member.Value.ValueEquals(tool.Category),
            "tools" => member.Value.EnumerateArray().Any(name => name.ValueEquals(tool.Name)),
            "readOnly" => member.Value.GetBoolean() == tool.IsReadOnly,
            "scope" => member.Value.GetString()!.Equals(tool.Scope.ToString(), StringComparison.OrdinalIgnoreCase),
            _ => throw new InvalidOperationException($"Teach this test the selector \"{member.Name}\"."),
        };
}
