using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>What the server shows of a custom field can be written back, for every type that the sandbox has.</summary>
public sealed class FieldRoundTripTests
{
    private const int TasksOfEachType = 3;

    private static readonly string[] Computed = ["automatic_progress", "formula", "votes"];

    // An address alone does not tell where it is, and the seed's files were never uploaded.
    private static readonly string[] OnlyKept = ["location", "attachment"];

    [Fact]
    public async Task A_shown_value_written_back_changes_nothing()
    {
        SandboxSession session = new();
        List<Shown> all = await ShownAsync(session);
        foreach (Shown shown in all)
        {
            ToolResult result = await SetAsync(session, shown);

            result.IsError.ShouldBeFalse($"{shown}: {result.Text}");
            RawTask
                .ValueOf(await RawTask.ReadAsync(session, shown.Task), shown.Field)
                .ShouldBe(shown.Raw, shown.ToString());
        }

        // Every type that can have a value, so that none is forgotten.
        all.Select(static shown => shown.Type)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "attachment",
                "checkbox",
                "currency",
                "date",
                "drop_down",
                "email",
                "emoji",
                "labels",
                "list_relationship",
                "location",
                "manual_progress",
                "number",
                "phone",
                "short_text",
                "tasks",
                "text",
                "url",
                "users",
            ]);
    }

    [Fact]
    public async Task A_shown_value_fills_an_empty_field_with_the_same()
    {
        SandboxSession session = new();
        foreach (Shown shown in (await ShownAsync(session)).Where(static s => !OnlyKept.Contains(s.Type)))
        {
            string field = $$"""{"task":"{{shown.Task}}","field":"{{shown.Field}}"}""";
            (await session.CallAsync("remove_custom_field_value", field)).Text.ShouldContain("Emptied");

            ToolResult result = await SetAsync(session, shown);

            result.IsError.ShouldBeFalse($"{shown}: {result.Text}");
            RawTask
                .ValueOf(await RawTask.ReadAsync(session, shown.Task), shown.Field)
                .ShouldBe(shown.Raw, shown.ToString());
        }
    }

    private static Task<ToolResult> SetAsync(SandboxSession session, Shown shown) =>
        session.CallAsync(
            "set_custom_field_value",
            $$"""{"task":"{{shown.Task}}","field":"{{shown.Field}}","value":{{JsonSerializer.Serialize(shown.Text)}}}"""
        );

    private static async Task<List<Shown>> ShownAsync(SandboxSession session)
    {
        List<Shown> all = [];
        foreach (
            string list in new[] { SandboxSeed.ApiListId, SandboxSeed.BackendBugsListId, SandboxSeed.LaunchListId }
        )
        {
            foreach (JsonElement task in await RawTask.ReadAllAsync(session, list))
            {
                all.AddRange(
                    from field in task.GetProperty("custom_fields").EnumerateArray()
                    let type = field.GetProperty("type").GetString()!
                    where !Computed.Contains(type)
                    let text = CustomFieldReader.Shown(field, TestZones.Berlin)
                    where text is not null
                    select new Shown(
                        task.GetProperty("id").GetString()!,
                        field.GetProperty("id").GetString()!,
                        type,
                        text,
                        field.GetProperty("value").GetRawText()
                    )
                );
            }
        }

        return
        [
            .. all.GroupBy(static shown => shown.Type)
                .SelectMany(static type => type.DistinctBy(static shown => shown.Text).Take(TasksOfEachType)),
        ];
    }

    /// <summary>One value of one field as it is shown and as it is stored.</summary>
    private sealed record Shown(string Task, string Field, string Type, string Text, string Raw);
}
