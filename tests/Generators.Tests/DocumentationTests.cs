using System.Text;
using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The list of diagnostics is written once, in the release file of the analyzer.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] s_sections =
    [
        "Structure of the spec (001–099)",
        "Binding of arguments (100–199)",
        "Shapes, responses and pagination (200–299)",
        "Policy: annotations, scopes, categories, personas (300–399)",
        "Handlers (400–499)",
    ];

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

            This page is generated from `src/Generators/AnalyzerReleases.Unshipped.md` and the messages in the code; the tests rewrite it with `UPDATE_SNAPSHOTS=1`.

            """
        );
        foreach (IGrouping<int, Row> section in Rows().GroupBy(r => int.Parse(r.Id[5..]) / 100))
        {
            page.Append(
                $"\n## {s_sections[section.Key]}\n\n| Id | Severity | What | Message | What to do |\n| --- | --- | --- | --- | --- |\n"
            );
            foreach (Row row in section)
            {
                string message = DiagnosticTests.AllDescriptors.Single(d => d.Id == row.Id).MessageFormat.ToString();
                page.Append($"| {row.Id} | {row.Severity} | {row.Title} | {Escape(message)} | {Escape(row.Help)} |\n");
            }
        }

        Repository.ShouldMatchFile(page.ToString().ReplaceLineEndings("\n"), "docs/diagnostics.md");
    }

    private static string Escape(string text) =>
        text.Replace("|", "\\|").Replace("<", "&lt;").Replace("{", "`{").Replace("}", "}`");

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
