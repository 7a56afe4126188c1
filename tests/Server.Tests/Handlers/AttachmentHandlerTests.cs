using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

public sealed class AttachmentHandlerTests
{
    private const string FileFieldType = "attachment";

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Where_version_3_answers_404_the_files_are_read_from_the_task()
    {
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                Code = 404,
                PathPrefix = "/api/v3/",
            }
        );

        ToolResult listed = await _session.CallAsync("list_attachments", """{"task":"27075wz"}""");
        ToolResult one = await _session.CallAsync("get_attachment", """{"task":"27075wz","attachment":"STEPS"}""");

        listed.Text.ShouldContain("2 attachments");
        listed.Text.ShouldContain("error-screenshot.png");
        one.Text.ShouldContain("title: steps to reproduce.txt");
    }

    [Fact]
    public async Task A_missing_task_is_an_error()
    {
        ToolResult result = await _session.CallAsync("list_attachments", """{"task":"27075w0"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("task");
    }

    [Theory]
    [InlineData(SandboxSeed.AttachmentId)]
    [InlineData("Error-Screenshot.PNG")]
    [InlineData("screenshot")]
    public async Task A_file_is_found_by_id_name_or_part_of_it(string wanted)
    {
        ToolResult result = await _session.CallAsync(
            "get_attachment",
            $$"""{"task":"DEV-1","attachment":"{{wanted}}"}"""
        );

        result.Text.ShouldContain($"id: {SandboxSeed.AttachmentId}");
        result.Text.ShouldContain("url: https://");
    }

    [Theory]
    [InlineData("nothing", "There is no such file.")]
    [InlineData("error", "2 files match.")]
    public async Task Between_two_there_is_no_guess(string wanted, string says)
    {
        await _session.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_name":"Error log.txt","file_data":"SGVsbG8="}"""
        );
        ToolResult result = await _session.CallAsync(
            "get_attachment",
            $$"""{"task":"27075wz","attachment":"{{wanted}}"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(says);
        result.Text.ShouldContain(SandboxSeed.AttachmentId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_bytes_that_arrive_are_those_that_were_given(bool isDataAddress)
    {
        byte[] content = new byte[100_000];
        new Random(7).NextBytes(content);
        string data = (isDataAddress ? "data:application/zip;base64," : "") + Convert.ToBase64String(content);

        ToolResult result = await _session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","file_name":"..\\..\\Übersicht.zip","file_data":"{{data}}"}"""
        );

        result.Text.ShouldContain("title: Übersicht.zip");
        (await StoredAsync(result)).ShouldBe(content);
    }

    [Fact]
    public async Task Ten_megabytes_pass_and_one_byte_more_does_not()
    {
        string largest = Convert.ToBase64String(new byte[10 * 1024 * 1024]);
        string larger = Convert.ToBase64String(new byte[(10 * 1024 * 1024) + 1]);

        ToolResult passed = await UploadAsync(largest);
        ToolResult refused = await UploadAsync(larger);

        (await StoredAsync(passed)).Length.ShouldBe(10 * 1024 * 1024);
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("at most 10 MB");
        _session.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("not base64!", "file_data: must be base64")]
    [InlineData("data:text/plain;base64,", "file_data: must hold at least one byte")]
    public async Task What_is_no_file_is_refused_before_anything_is_sent(string data, string says)
    {
        (await UploadAsync(data)).Text.ShouldContain(says);

        _session.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_field_takes_files_too()
    {
        string field = await FileFieldAsync();

        ToolResult uploaded = await _session.CallAsync(
            "upload_attachment",
            $$"""{"custom_field_id":"{{field}}","file_name":"spec.pdf","file_data":"AAEC"}"""
        );
        ToolResult listed = await _session.CallAsync("list_attachments", $$"""{"custom_field_id":"{{field}}"}""");

        (await StoredAsync(uploaded)).ShouldBe([0, 1, 2]);
        listed.Text.ShouldContain("spec.pdf");
    }

    private async Task<string> FileFieldAsync()
    {
        ToolResult fields = await _session.CallAsync("list_custom_fields", """{"folder":"Backend"}""");
        return fields.Text.Split('\n').Single(line => line.Split('\t').Contains(FileFieldType)).Split('\t')[0];
    }

    private Task<ToolResult> UploadAsync(string data) =>
        _session.CallAsync(
            "upload_attachment",
            $$"""{"task":"27075wz","workspace":"9012000001","file_name":"a.bin","file_data":"{{data}}"}"""
        );

    private async Task<byte[]> StoredAsync(ToolResult uploaded)
    {
        uploaded.IsError.ShouldBeFalse(uploaded.Text);
        string id = uploaded.Text.Split('\n').Single(static line => line.StartsWith("id: ", StringComparison.Ordinal))[
            4..
        ];
        SandboxResponse stored = await _session.Sandbox.HandleAsync(
            new SandboxRequest("GET", $"/__sandbox/attachments/{id}"),
            TestContext.Current.CancellationToken
        );
        stored.Status.ShouldBe(200);
        return stored.Body.ToArray();
    }
}
