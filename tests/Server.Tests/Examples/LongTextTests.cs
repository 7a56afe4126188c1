using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>A text that is longer than a result may be is read to its end by further calls.</summary>
public sealed class LongTextTests
{
    private const int Cap = 2000;

    private static readonly string Long = string.Concat(
        Enumerable.Range(0, 900).Select(static i => $"{i} words é 😀{(i % 9 == 0 ? "\n" : " ")}")
    );

    private static string Quoted => JsonSerializer.Serialize(Long, TestJson.Default.String);

    [Theory]
    [InlineData(
        """{"task":"86x9gr6hr","fields":["markdown_description"],"detail_level":"full"}""",
        "markdown_description",
        false
    )]
    [InlineData(
        """{"task":"86x9gr6hr","fields":["markdown_description"],"detail_level":"full"}""",
        "markdown_description",
        true
    )]
    [InlineData("""{"task":"86x9gr6hr","detail_level":"full"}""", "description", true)]
    public async Task A_description_is_read_to_its_end(string arguments, string field, bool isJson)
    {
        SandboxSession session = new(format: isJson ? OutputFormat.Json : OutputFormat.Text, maximumBytes: Cap);
        ToolResult written = await session.CallAsync(
            "update_task",
            $$"""{"task":"86x9gr6hr","description":{{Quoted}}}"""
        );
        written.IsError.ShouldBeFalse(written.Text);

        (await ReadAsync(session, "get_task", arguments, field)).ShouldBe(Bare(Long));
    }

    [Fact]
    public async Task A_page_of_a_document_is_read_to_its_end()
    {
        SandboxSession session = new(format: OutputFormat.Json, maximumBytes: Cap);
        const string Page = """
            "document":"Product Handbook","page":"Rollback"
            """;
        ToolResult written = await session.CallAsync(
            "update_document_page",
            $$"""{{{Page}},"replace_content":{{Quoted}}}"""
        );
        written.IsError.ShouldBeFalse(written.Text);

        (await ReadAsync(session, "get_document_page", $$"""{{{Page}}}""", "content")).ShouldBe(Bare(Long));
    }

    /// <summary>The parts of a field, one after the other.</summary>
    private static async Task<string> ReadAsync(SandboxSession session, string tool, string arguments, string field)
    {
        StringBuilder read = new();
        string? cursor = null;
        do
        {
            string call = cursor is null ? arguments : $"{arguments[..^1]},\"cursor\":\"{cursor}\"}}";
            ToolResult part = await session.CallAsync(tool, call);
            part.IsError.ShouldBeFalse(part.Text);
            Encoding.UTF8.GetByteCount(part.Text).ShouldBeLessThanOrEqualTo(Cap);
            int at = part.Text.IndexOf("cursor=", StringComparison.Ordinal);
            cursor =
                at < 0
                    ? null
                    : string.Concat(
                        part.Text[(at + "cursor=".Length)..]
                            .TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                    );
            string text = part.Text.StartsWith('{')
                ? (
                    JsonElement.Parse(part.Text).TryGetProperty(field, out JsonElement value) ? value : default
                ).ToString()
                : part.Text[(part.Text.IndexOf($"{field}:", StringComparison.Ordinal) + field.Length + 1)..];
            text.ShouldNotBeEmpty(part.Text);
            read.Append(cursor is null ? text : text[..text.LastIndexOf('…')]);
        } while (cursor is not null);

        return Bare(read.ToString());
    }

    // The text layout indents lines.
    private static string Bare(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
