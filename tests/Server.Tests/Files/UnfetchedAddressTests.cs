using System.Text.Json;
using ClickUpMcp.Files;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Files;

/// <summary>An address in what people wrote is text: nobody fetches it, so nothing tells its owner who has read it.</summary>
[Trait("Requirement", "P-08")]
public sealed class UnfetchedAddressTests : IAsyncDisposable
{
    private const string Beacon =
        "![logo](https://files.example/p.png?x=1) <img src=\"https://files.example/q.png\"> [a](https://files.example/r) "
        + "https://files.example/s\n\n[x]: https://files.example/t";

    private readonly TlsSite _site = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    public UnfetchedAddressTests() =>
        _site.Names["files.example"] = [
            [TlsSite.Public],
        ];

    [Fact]
    public async Task P_08_nothing_that_is_written_or_read_is_fetched()
    {
        SandboxSession session = new(files: sandbox =>
            SandboxSession.FilesOf(sandbox) with
            {
                Urls = new UrlFiles(new FileAccessOptions { Urls = true }, _time, _site.CreateHandler),
            }
        );
        string text = JsonSerializer.Serialize(Beacon);
        (string Tool, string Arguments)[] calls =
        [
            ("update_task", $$"""{"task":"27075wz","name":"https://files.example/n","description":{{text}}}"""),
            ("create_comment", $$"""{"task":"27075wz","text":{{text}}}"""),
            ("create_document_page", $$"""{"document":"API Guide","name":"Beacon","content":{{text}}}"""),
            ("get_task", """{"task":"27075wz","include":["comments","attachments"]}"""),
            ("get_comments", """{"task":"27075wz"}"""),
            ("list_documents", "{}"),
            ("search_documents", """{"query":"files.example"}"""),
        ];
        foreach ((string tool, string arguments) in calls)
        {
            ToolResult result = await session.CallAsync(tool, arguments);
            result.IsError.ShouldBeFalse($"{tool}: {result.Text}");
        }

        ToolResult read = await session.CallAsync("get_task", """{"task":"27075wz"}""");
        read.Text.ShouldContain("files.example", Case.Sensitive, "it was written");
        _site.Connected.ShouldBeEmpty();
    }

    [Fact]
    public async Task P_08_what_is_too_long_is_cut_and_says_so()
    {
        SandboxSession session = new();
        string text = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("words and ", 3_900)));
        for (int i = 0; i < 12; i++)
        {
            ToolResult made = await session.CallAsync("create_comment", $$"""{"task":"27075wz","text":{{text}}}""");
            made.IsError.ShouldBeFalse(made.Text);
        }

        ToolResult result = await session.CallAsync("get_comments", """{"task":"27075wz"}""");

        result.IsError.ShouldBeFalse(result.Text[..200]);
        result.Text.Length.ShouldBeLessThan(200_000, "of 468,000 that were written");
        result.Text.ShouldContain("more: cursor=");
        result.Text.ShouldContain("more characters; detail_level=full shows all]");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
