using ClickUpMcp.SpecDiff;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>What a newer document adds, removes and changes.</summary>
public sealed class DocumentComparisonTests
{
    [Fact]
    public void The_same_document_has_no_changes() => Changes(SampleDocument.Json).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "\"PostRaw\"",
        "\"PostRawer\"",
        "PostRaw operation: removed, POST /api/v2/raw",
        "PostRawer operation: added, POST /api/v2/raw"
    )]
    [InlineData("\"/v2/raw\"", "\"/v2/cooked\"", "PostRaw operation: POST /api/v2/raw → POST /api/v2/cooked")]
    [InlineData(
        "\"due_date\": {",
        "\"due\": {",
        "CreateTask body.due_date: removed, number",
        "CreateTask body.due: added, number"
    )]
    [InlineData(
        "\"time_estimate\": { \"type\": \"integer\"",
        "\"time_estimate\": { \"type\": \"string\"",
        "CreateTask body.time_estimate: number → string"
    )]
    [InlineData(
        "\"required\": [\"name\"]",
        "\"required\": [\"dollar\"]",
        "CreateTask body.name: no longer required",
        "CreateTask body.dollar: now required"
    )]
    [InlineData(
        "\"custom_task_ids\"",
        "\"by_custom_id\"",
        "DeleteTask query.custom_task_ids: removed, boolean",
        "DeleteTask query.by_custom_id: added, boolean"
    )]
    [InlineData("\"required\": [\"a\"]", "\"required\": []", "PostRaw body.a: no longer required")]
    public void Each_kind_of_change_is_named(string old, string @new, params string[] expected) =>
        Changes(SampleDocument.With(old, @new)).ShouldBe(expected);

    private static List<string> Changes(string newer) =>
        [
            .. DocumentComparison
                .Compare(SampleDocument.Read(SampleDocument.Json), SampleDocument.Read(newer))
                .Select(static change => change.ToString()),
        ];
}
