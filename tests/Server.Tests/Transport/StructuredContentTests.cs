using System.Text.Json;

namespace ClickUpMcp.Server.Tests.Transport;

/// <summary>Only revisions that know output schemas and structured content get them.</summary>
public sealed class StructuredContentTests
{
    private const string Plain = """{"content":[{"type":"text","text":"a"}]""";

    [Theory]
    [InlineData(null, false)]
    [InlineData("2024-11-05", false)]
    [InlineData("2025-03-26", false)]
    [InlineData("2025-06-18", true)]
    [InlineData("2025-11-25", true)]
    [InlineData("2099-01-01", true)]
    public async Task A_legacy_client_gets_what_its_revision_knows(string? version, bool knows)
    {
        await using var session = new StdioSession();
        session.Gateway.IsStructured = true;
        if (version is not null)
        {
            await session.AskAsync(StdioSession.Handshake.Replace("2025-11-25", version, StringComparison.Ordinal));
        }

        JsonElement list = await session.AskAsync(Request("tools/list", ""));
        JsonElement call = await session.AskAsync(Request("tools/call", "\"name\":\"structure\""));

        string tools = knows ? FakeGateway.StructuredList : FakeGateway.List;
        list.GetProperty("result").GetRawText().ShouldBe("{\"tools\":" + tools + "}");
        call.GetProperty("result")
            .GetRawText()
            .ShouldBe(Plain + (knows ? ""","structuredContent":{"a":"\"é"}}""" : "}"));
    }

    [Fact]
    public async Task A_modern_request_gets_them_whatever_was_negotiated_before()
    {
        await using var session = new StdioSession();
        session.Gateway.IsStructured = true;
        await session.AskAsync(StdioSession.Handshake.Replace("2025-11-25", "2024-11-05", StringComparison.Ordinal));

        JsonElement list = await session.AskAsync(Request("tools/list", StdioSession.Modern));
        JsonElement call = await session.AskAsync(
            Request("tools/call", "\"name\":\"structure\"," + StdioSession.Modern)
        );
        JsonElement legacy = await session.AskAsync(Request("tools/call", "\"name\":\"structure\""));

        list.GetProperty("result").GetProperty("tools").GetRawText().ShouldBe(FakeGateway.StructuredList);
        call.GetProperty("result").GetProperty("structuredContent").GetRawText().ShouldBe("""{"a":"\"é"}""");
        legacy.GetProperty("result").GetRawText().ShouldBe(Plain + "}");
    }

    [Fact]
    public async Task A_picture_follows_the_text_as_an_image()
    {
        await using var session = new StdioSession();

        JsonElement call = await session.AskAsync(Request("tools/call", "\"name\":\"picture\""));

        call.GetProperty("result")
            .GetRawText()
            .ShouldBe(
                """{"content":[{"type":"text","text":"a"},{"type":"image","mimeType":"image/svg+xml","data":"PHN2Zy8+"}]}"""
            );
    }

    [Theory]
    [InlineData("image", """{"type":"image","mimeType":"image/png","data":"UE5HKw=="}""")]
    [InlineData(
        "file",
        """{"type":"resource","resource":{"uri":"https://a/\"","mimeType":"application/pdf","blob":"JVBERi0="}}"""
    )]
    public async Task A_file_follows_the_text_in_both_eras(string tool, string block)
    {
        await using var session = new StdioSession();

        JsonElement legacy = await session.AskAsync(Request("tools/call", $"\"name\":\"{tool}\""));
        JsonElement modern = await session.AskAsync(
            Request("tools/call", $"\"name\":\"{tool}\"," + StdioSession.Modern)
        );

        foreach (JsonElement reply in (JsonElement[])[legacy, modern])
        {
            reply
                .GetProperty("result")
                .GetProperty("content")
                .GetRawText()
                .ShouldBe($$"""[{"type":"text","text":"a"},{{block}}]""");
        }
    }

    private static string Request(string method, string parameters) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{{parameters}}}}}""";
}
