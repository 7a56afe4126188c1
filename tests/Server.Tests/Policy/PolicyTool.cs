using System.Text.Json;
using ClickUpMcp.Tests.Catalogue;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Policy;

/// <summary>What a policy can look at in one tool, as the spec gives it, and a call of it that works.</summary>
internal sealed record PolicyTool(
    string Name,
    string Category,
    ToolScope Scope,
    bool IsReadOnly,
    bool IsOpenWorld,
    string Arguments
)
{
    public const string Discovery = "discovery";
    public const string ReadRunner = "run_read_tool";
    public const string WriteRunner = "run_write_tool";

    /// <summary>Every tool, without the entries that are only operations.</summary>
    public static IReadOnlyList<PolicyTool> All { get; } =
    [
        .. SpecFiles
            .Tools.Where(static tool =>
                !tool.TryGetProperty("internal", out JsonElement hidden) || !hidden.GetBoolean()
            )
            .Select(static tool => new PolicyTool(
                SpecFiles.Text(tool, "name")!,
                SpecFiles.Text(tool, "category")!,
                Enum.Parse<ToolScope>(SpecFiles.Text(tool, "scope")!, ignoreCase: true),
                Annotation(tool, "readOnly"),
                Annotation(tool, "openWorld"),
                tool.GetProperty("examples")[0].GetProperty("arguments").GetRawText()
            )
            {
                Names =
                [
                    SpecFiles.Text(tool, "name")!,
                    .. SpecFiles.Items(tool, "aliases").Select(static a => a.GetString()!),
                ],
            }),
    ];

    /// <summary>Its name and its aliases.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    private static bool Annotation(JsonElement tool, string name) =>
        tool.GetProperty("annotations").GetProperty(name).GetBoolean();
}
