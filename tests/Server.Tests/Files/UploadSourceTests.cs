using System.Text.Json;
using ClickUpMcp.Files;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Files;

/// <summary>Uploads of files that are not in the call itself.</summary>
public sealed class UploadSourceTests : IAsyncDisposable
{
    private const string Address = "https://files.example/reports/June%202026.pdf";

    private readonly FolderOfFiles _folder = new();
    private readonly TlsSite _site = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    public UploadSourceTests()
    {
        _site.Names["files.example"] =
        [
            [TlsSite.Public],
        ];
        _site.Responses["files.example/reports/June%202026.pdf"] =
            "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\nfine";
    }

    [Fact]
    public async Task A_local_file_is_uploaded_under_its_own_name_or_another()
    {
        SandboxSession session = Open();
        string path = JsonSerializer.Serialize(Path.Join(_folder.Root, "sub/deep/Übersicht 1.txt"));

        ToolResult own = await session.CallAsync("upload_attachment", $$"""{"task":"27075wz","file_path":{{path}}}""");
        ToolResult named = await session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","file_path":{{path}},"file_name":"other.txt"}"""
        );

        own.Text.ShouldContain("title: Übersicht 1.txt");
        named.Text.ShouldContain("title: other.txt");
        (await StoredAsync(session, own)).ShouldBe("fine"u8.ToArray());
    }

    [Fact]
    public async Task A_file_at_an_address_is_uploaded_under_the_name_that_its_host_or_address_has()
    {
        SandboxSession session = Open();

        ToolResult result = await session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","file_url":"{{Address}}"}"""
        );
        _site.Responses["files.example/y"] =
            "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"../a b.txt\"\r\nConnection: close\r\n\r\nfine";
        ToolResult named = await session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_url":"https://files.example/y"}"""
        );

        result.Text.ShouldContain("title: June 2026.pdf");
        (await StoredAsync(session, result)).ShouldBe("fine"u8.ToArray());
        named.Text.ShouldContain("title: a b.txt");
    }

    [Fact]
    public async Task A_file_field_takes_files_from_elsewhere_too()
    {
        SandboxSession session = Open();
        ToolResult fields = await session.CallAsync("list_custom_fields", """{"folder":"Backend"}""");
        string field = fields.Text.Split('\n').Single(static line => line.Split('\t').Contains("attachment"));

        ToolResult result = await session.CallAsync(
            "upload_attachment",
            $$"""{"custom_field":"{{field.Split('\t')[0]}}","file_path":"report.pdf"}"""
        );

        (await StoredAsync(session, result)).ShouldBe("fine"u8.ToArray());
    }

    [Fact]
    public async Task A_page_is_no_file_unless_it_is_called_one()
    {
        SandboxSession session = Open();
        _site.Responses["files.example/view"] =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 4\r\n\r\n<p/>";

        ToolResult page = await session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_url":"https://files.example/view"}"""
        );
        ToolResult meant = await session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_url":"https://files.example/view","file_name":"view.html"}"""
        );

        page.IsError.ShouldBeTrue();
        page.Text.ShouldContain("web page");
        meant.IsError.ShouldBeFalse(meant.Text);
    }

    [Fact]
    public async Task A_dry_run_reads_nothing_and_fetches_nothing()
    {
        SandboxSession session = Open();

        ToolResult result = await session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","file_url":"{{Address}}","dry_run":true}"""
        );
        ToolResult local = await session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_path":"report.pdf","dry_run":true}"""
        );

        result.Text.ShouldContain("POST /api/v2/task/27075wz/attachment");
        result.Text.ShouldContain("multipart/form-data");
        local.Text.ShouldContain("bytes of multipart/form-data");
        _site.Connected.ShouldBeEmpty();
        session.Sent.ShouldNotContain(static sent => sent.Method == "POST");
    }

    [Theory]
    [InlineData("""{"task":"27075wz"}""", "file_data, file_url, file_path")]
    [InlineData("""{"task":"27075wz","file_data":"AAEC"}""", "file_name")]
    [InlineData(
        """{"task":"27075wz","file_data":"AAEC","file_name":"x","file_path":"report.pdf"}""",
        "file_data, file_url, file_path"
    )]
    public async Task One_file_is_given_and_bytes_have_a_name(string arguments, string says)
    {
        ToolResult result = await Open().CallAsync("upload_attachment", arguments);

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(says);
    }

    [Theory]
    [InlineData("file_path", "report.pdf", "This server uses no files of its own machine.")]
    [InlineData("file_url", Address, "This server fetches no files from addresses.")]
    public async Task F_01_S_02_Over_HTTP_neither_is_there_unless_allowed(string argument, string value, string says)
    {
        UrlFiles none = new(new FileAccessOptions(), _time, _site.CreateHandler);
        SandboxSession session = new(files: sandbox => SandboxSession.FilesOf(sandbox) with { Urls = none });

        ToolResult result = await session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","{{argument}}":"{{value}}"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(says);
        _site.Connected.ShouldBeEmpty();
        session.Sent.ShouldNotContain(static sent => sent.Method == "POST");
    }

    [Fact]
    public async Task A_file_that_its_host_cuts_off_is_no_attachment()
    {
        SandboxSession session = Open();
        _site.Responses["files.example/cut.pdf"] = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour";

        ToolResult result = await session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_url":"https://files.example/cut.pdf"}"""
        );
        ToolResult listed = await session.CallAsync("list_attachments", """{"task":"27075wz"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("The file was cut off while it was fetched.");
        listed.Text.ShouldNotContain("cut.pdf");
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _site.DisposeAsync();
    }

    private SandboxSession Open() =>
        new(files: sandbox =>
            SandboxSession.FilesOf(sandbox) with
            {
                Local = _folder.Open(),
                Urls = new UrlFiles(new FileAccessOptions { Urls = true }, _time, _site.CreateHandler),
            }
        );

    private static async Task<byte[]> StoredAsync(SandboxSession session, ToolResult uploaded)
    {
        uploaded.IsError.ShouldBeFalse(uploaded.Text);
        string id = uploaded.Text.Split('\n').Single(static line => line.StartsWith("id: ", StringComparison.Ordinal));
        SandboxResponse stored = await session.Sandbox.HandleAsync(
            new SandboxRequest("GET", $"/__sandbox/attachments/{id[4..]}"),
            TestContext.Current.CancellationToken
        );
        return stored.Body.ToArray();
    }
}
