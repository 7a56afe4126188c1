using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Spec;
using ClickUpMcp.Tests;
using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The list of diagnostics is written once, in the release file of the analyzer.</summary>
[Trait("Writes", "files")]
public sealed class DocumentationTests
{
    private static readonly string[] Sections =
    [
        "Structure of the spec (001–099)",
        "Binding of arguments (100–199)",
        "Shapes, responses and pagination (200–299)",
        "Policy: annotations, scopes, categories, personas (300–399)",
        "Handlers (400–499)",
    ];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    [Fact]
    public void The_release_file_lists_every_descriptor()
    {
        IEnumerable<string> expected = DiagnosticTests.AllDescriptors.Select(d =>
            $"{d.Id} {d.Category} {d.DefaultSeverity} {d.Title}"
        );

        Rows().Select(r => $"{r.Id} {r.Category} {r.Severity} {r.Title}").ShouldBe(expected.Order());
    }

    [Fact]
    public void Diagnostics_md_is_up_to_date()
    {
        var page = new StringBuilder(
            """
            # Diagnostics of the spec

            Every mistake in `spec/` is a compiler diagnostic at its file, line and column. A tool with an error is replaced by a stub, so that one mistake is one error.

            This page is generated from `src/Generators/AnalyzerReleases.Unshipped.md` and the messages in the code; `./build.sh docs` renews it.

            """
        );
        foreach (IGrouping<int, Row> section in Rows().GroupBy(r => int.Parse(r.Id[5..]) / 100))
        {
            page.Append(
                $"\n## {Sections[section.Key]}\n\n| Id | Severity | What | Message | What to do |\n| --- | --- | --- | --- | --- |\n"
            );
            foreach (Row row in section)
            {
                string message = DiagnosticTests.AllDescriptors.Single(d => d.Id == row.Id).MessageFormat.ToString();
                page.Append($"| {row.Id} | {row.Severity} | {row.Title} | {Escape(message)} | {Escape(row.Help)} |\n");
            }
        }

        GeneratedFile.ShouldMatch(page.ToString().ReplaceLineEndings("\n"), "docs", "diagnostics.md");
    }

    /// <summary>The tables of the language page come from the JSON Schema; the prose between them is written by hand.</summary>
    [Fact]
    public void Tables_of_the_language_page_are_up_to_date()
    {
        const string Page = "docs/spec-language.md";
        JsonElement definitions = JsonDocument
            .Parse(Repository.Read("spec/clickup-tools.schema.json"))
            .RootElement.GetProperty("$defs");
        var shown = new List<string>();

        string page = Regex.Replace(
            Repository.Read(Page),
            "<!-- keys of (?<name>[a-zA-Z]+) -->\n.*?<!-- end -->",
            match =>
            {
                shown.Add(match.Groups["name"].Value);
                return $"<!-- keys of {shown[^1]} -->\n{Table(definitions.GetProperty(shown[^1]))}<!-- end -->";
            },
            RegexOptions.Singleline,
            Timeout
        );

        IEnumerable<string> objects = KnownKeys.All.Select(t => t.Name).Except(["item"]).Append("typeKeys");
        shown.Order().ShouldBe(objects.Order());
        GeneratedFile.ShouldMatch(page, Page);
    }

    [Fact]
    public void Entries_of_the_language_page_are_valid()
    {
        string[] entries =
        [
            .. Regex
                .Matches(
                    Repository.Read("docs/spec-language.md"),
                    "```json\n(?<entry>.*?)```",
                    RegexOptions.Singleline,
                    Timeout
                )
                .Select(m => m.Groups["entry"].Value),
        ];
        entries.Length.ShouldBe(3);
        string tools = SampleSpec
            .Tools.Replace("\"tools\": [", "\"tools\": [" + entries[2] + ",")
            .Replace(
                "{\n      \"name\": \"keep_file\"",
                $"{entries[1]},{entries[0]},{{\n      \"name\": \"keep_file\""
            );
        const string Handler = "namespace ClickUpMcp.Tools.Handlers { class CreateBulkTasksHandler { } }";

        GeneratorHarness.Run(SampleSpec.Files(tools: tools), SampleSpec.Handlers + Handler).Diagnostics.ShouldBeEmpty();
    }

    private static string Table(JsonElement definition)
    {
        string[] required = definition.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(n => n.GetString()!)]
            : [];
        var table = new StringBuilder("| Key | Value | Meaning |\n| --- | --- | --- |\n");
        foreach (JsonProperty property in definition.GetProperty("properties").EnumerateObject())
        {
            string star = required.Contains(property.Name) ? " *" : "";
            string meaning = property.Value.TryGetProperty("description", out JsonElement text)
                ? text.GetString()!
                : "See there.";
            table.Append($"| `{property.Name}`{star} | {Escape(Kind(property.Value))} | {Escape(meaning)} |\n");
        }

        return table.ToString();
    }

    private static string Kind(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        if (schema.TryGetProperty("enum", out JsonElement words))
        {
            return string.Join(", ", words.EnumerateArray().Select(w => $"`{w}`"));
        }

        if (schema.TryGetProperty("const", out JsonElement constant))
        {
            return $"`{constant}`";
        }

        string type = schema.TryGetProperty("type", out JsonElement types) ? types.ToString() : "any";
        string kind =
            types.ValueKind == JsonValueKind.Array
                ? string.Join(" or ", types.EnumerateArray().Select(t => t.GetString()))
                : type;
        return schema.TryGetProperty("items", out JsonElement items) ? $"{kind} of {Kind(items)}"
            : schema.TryGetProperty("additionalProperties", out JsonElement values) ? $"object of {Kind(values)}"
            : kind;
    }

    private static string Escape(string text) =>
        Regex.Replace(text, "\\{[0-9]\\}", "…", RegexOptions.None, Timeout).Replace("|", "\\|").Replace("<", "&lt;");

    private static IReadOnlyList<Row> Rows() =>
        [
            .. (
                Repository.Read("src/Generators/AnalyzerReleases.Shipped.md")
                + Repository.Read("src/Generators/AnalyzerReleases.Unshipped.md")
            )
                .Split('\n')
                .Where(line => line.StartsWith("CUMCP", StringComparison.Ordinal))
                .Select(Parse)
                .OrderBy(r => r.Id),
        ];

    private static Row Parse(string line)
    {
        string[] cells = line.Split(" | ", 4);
        string[] notes = cells[3].Split(". ", 2);
        return new Row(cells[0], cells[1], cells[2], notes[0], notes[1]);
    }

    private sealed record Row(string Id, string Category, string Severity, string Title, string Help);
}
