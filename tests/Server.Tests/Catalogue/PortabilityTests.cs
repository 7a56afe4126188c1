using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>No tool breaks a rule by which OpenAI, Gemini or Claude refuse it, and with it the whole list.</summary>
/// <remarks>
/// One union type or array without items has made clients drop every tool of a server (github/copilot-cli 4623,
/// taazkareem/clickup-mcp-server 8), so the rules are the strictest of all.
/// </remarks>
public sealed partial class PortabilityTests
{
    private static readonly string[] KnownKeywords = ["type", "properties", "required", "items", "enum", "description"];

    public static TheoryData<int> All => [.. Enumerable.Range(0, ToolCatalog.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_listed_tool_is_acceptable_everywhere(int index)
    {
        JsonElement tool = JsonElement.Parse(ToolCatalog.Definition(index));

        string name = tool.GetProperty("name").GetString()!;
        PortableName().IsMatch(name).ShouldBeTrue(name);
        tool.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
        JsonElement schema = tool.GetProperty("inputSchema");
        schema.GetProperty("type").GetString().ShouldBe("object");
        Check(schema, name, depth: 0);
    }

    [Fact]
    public void Names_differ_in_more_than_case() =>
        Enumerable
            .Range(0, ToolCatalog.Count)
            .Select(static i => ToolCatalog.Name(i).ToUpperInvariant())
            .ShouldBeUnique();

    private static void Check(JsonElement schema, string where, int depth)
    {
        depth.ShouldBeLessThanOrEqualTo(5, where);
        schema.EnumerateObject().Select(static m => m.Name).Except(KnownKeywords).ShouldBeEmpty(where);
        string type = schema.GetProperty("type").GetString()!;
        type.ShouldBeOneOf("object", "array", "string", "boolean", "integer", "number");
        if (schema.TryGetProperty("enum", out JsonElement labels))
        {
            type.ShouldBe("string", where);
            labels.GetArrayLength().ShouldBeInRange(1, 100, where);
            labels.EnumerateArray().ShouldAllBe(static l => l.ValueKind == JsonValueKind.String && l.GetString() != "");
        }

        if (type == "array")
        {
            Check(schema.GetProperty("items"), where + "[]", depth + 1);
        }

        string[] names = schema.TryGetProperty("properties", out JsonElement properties)
            ? [.. properties.EnumerateObject().Select(static p => p.Name)]
            : [];
        foreach (string name in names)
        {
            PortableName().IsMatch(name).ShouldBeTrue($"{where}.{name}");
            Check(properties.GetProperty(name), $"{where}.{name}", depth + 1);
        }

        if (schema.TryGetProperty("required", out JsonElement required))
        {
            required.EnumerateArray().Select(static r => r.GetString()!).Except(names).ShouldBeEmpty(where);
        }
    }

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PortableName();
}
