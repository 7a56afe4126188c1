using ClickUpMcp.Generators.Spec;
using ClickUpMcp.SpecDiff;

namespace ClickUpMcp.Generators.Tests.SpecDiff;

/// <summary>The sample spec against a document that differs at one place.</summary>
public sealed class ComparisonTests
{
    /// <summary>Of the sample's operations the document has three; the others are of no interest here.</summary>
    private static readonly string[] Documented = ["CreateTask", "DeleteTask", "PostRaw"];

    [Fact]
    public void What_agrees_is_no_difference() => Differences(SampleDocument.Json).ShouldBeEmpty();

    [Theory]
    [InlineData("\"due_date\": {", "\"due\": {", "body.due: not bound", "body.due_date: not documented")]
    [InlineData(
        "\"colour\": {",
        "\"color\": {",
        "body.options.color: not bound",
        "body.options.colour: not documented"
    )]
    [InlineData("\"name\": \"tags\"", "\"name\": \"tag\"", "query.tag: not bound", "query.tags: not documented")]
    [InlineData(
        "\"time_estimate\": { \"type\": \"integer\"",
        "\"time_estimate\": { \"type\": \"string\"",
        "body.time_estimate: document string, spec number"
    )]
    [InlineData(
        "\"items\": { \"type\": \"number\"",
        "\"items\": { \"type\": \"string\"",
        "body.nested.points: document array of string, spec array of number"
    )]
    [InlineData(
        "\"points\": { \"type\": \"array\", \"items\": { \"type\": \"number\" } }",
        "\"points\": { \"type\": \"number\" }",
        "body.nested.points: document number, spec array of number"
    )]
    [InlineData(
        "\"type\": \"array\", \"items\": { \"type\": \"string\" } } }",
        "\"type\": \"string\" } }",
        "query.tags: document string, spec array of string"
    )]
    [InlineData(
        "\"required\": [\"name\"]",
        "\"required\": [\"name\", \"due_date\"]",
        "body.due_date: required by the document, optional here"
    )]
    [InlineData(
        "/v2/list/{list_id}/task",
        "/v2/folder/{list_id}/task",
        "path: document POST /api/v2/folder/{}/task, spec POST /api/v2/list/{}/task"
    )]
    [InlineData(
        "\"extra\": { \"type\": \"object\" }",
        "\"extra\": { \"type\": \"object\", \"properties\": { \"any\": { \"type\": \"string\" } } }"
    )]
    [InlineData("\"options\": {\n", "\"options\": { \"additionalProperties\": true,\n")]
    [InlineData(
        "\"name\": \"team_id\", \"in\": \"query\", \"schema\": { \"type\": \"number\" }",
        "\"name\": \"team_id\", \"in\": \"query\", \"schema\": { \"type\": \"string\" }"
    )]
    public void Each_kind_of_difference_is_found(string old, string @new, params string[] expected) =>
        Differences(SampleDocument.With(old, @new)).ShouldBe(expected.Select(static e => $"CreateTask {e}"));

    [Fact]
    public void An_operation_that_no_request_sends_is_not_bound_and_one_that_the_document_lacks_not_documented() =>
        Differences(SampleDocument.With("\"DeleteTask\"", "\"EraseTask\""))
            .ShouldBe(["DeleteTask operation: not documented", "EraseTask operation: not bound"]);

    [Theory]
    [InlineData(
        "\"due_date\": {",
        "\"due\": {",
        "'unbound': { 'body.due': 'Why.' }, 'deviations': { 'body.due_date': 'Why.' }"
    )]
    [InlineData(
        "\"colour\": {",
        "\"color\": {",
        "'unbound': { 'body.options': 'Why.' }, 'deviations': { 'body.options': 'Why.' }"
    )]
    [InlineData(
        "\"required\": [\"name\"]",
        "\"required\": [\"name\", \"due_date\"]",
        "'deviations': { 'body.due_date': 'Why.' }"
    )]
    public void A_reason_in_the_request_excuses(string old, string @new, string excuses) =>
        Differences(SampleDocument.With(old, @new), excuses).ShouldBeEmpty();

    [Fact]
    public void A_reason_in_the_root_excuses_what_no_request_binds()
    {
        string document = SampleDocument.With("\"DeleteTask\"", "\"EraseTask\"");

        Differences(document, root: "'operation.EraseTask': 'Why.'").ShouldBe(["DeleteTask operation: not documented"]);
        Differences(SampleDocument.With("\"due_date\": {", "\"due\": {"), root: "'body.due': 'Why.'")
            .ShouldBe(["CreateTask body.due_date: not documented"]);
    }

    [Fact]
    public void A_reason_for_which_nothing_differs_is_a_difference()
    {
        Differences(SampleDocument.Json, "'unbound': { 'body.due': 'Why.' }, 'deviations': { 'body.name': 'Why.' }")
            .ShouldBe([
                "CreateTask body.due: excused, but nothing differs there",
                "CreateTask body.name: excused, but nothing differs there",
            ]);
        Differences(SampleDocument.Json, root: "'operation.Gone': 'Why.'")
            .ShouldBe(["operation.Gone: excused, but nothing differs there"]);
    }

    private static List<string> Differences(string document, string excuses = "", string root = "")
    {
        string tools = SampleSpec.Tools;
        if (excuses.Length > 0)
        {
            tools = tools.Replace(
                "\"headers\": { \"X-Kind\": \"task\" },",
                $"\"headers\": {{ \"X-Kind\": \"task\" }}, {excuses.Replace('\'', '"')},"
            );
        }

        string rootText = SampleSpec.Root.Replace(
            "\"specVersion\": 1,",
            $"\"specVersion\": 1, \"unbound\": {{ {root.Replace('\'', '"')} }},"
        );
        SpecDocument spec = SpecDocument.Parse(
            SampleSpec.Files(rootText, tools).Select(static file => SpecFile.Read(file.Path, file.Text))
        );
        spec = spec with { Requests = [.. spec.Requests.Where(static r => Documented.Contains(r.Operation))] };
        return
        [
            .. SpecComparison.Compare(spec, SampleDocument.Read(document)).Differences.Select(static d => d.ToString()),
        ];
    }
}
