using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Files in custom fields are copied: uploaded to the field, and put into the copy's.</summary>
public sealed class FieldFileCopyTests
{
    private const string Field = "Specification";

    [Fact]
    public async Task The_copys_field_has_files_of_its_own_with_the_same_content()
    {
        await using CopySession session = new();
        string root = await PlantAsync(session);

        ToolResult result = await session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        JsonElement[] own = await session.FilesAsync(root, Field);
        JsonElement[] copied = await session.FilesAsync(await session.FindAsync("Release 2.0 (copy)"), Field);
        copied.Select(Title).ShouldBe(["one.txt", "two.txt"], ignoreOrder: true);
        copied.Select(Id).Intersect(own.Select(Id)).ShouldBeEmpty();
        foreach (JsonElement file in copied)
        {
            (await ContentAsync(session, file)).ShouldBe($"Content of {Title(file)}");
        }

        result.Text.ShouldContain("4 files");
        result.Text.ShouldNotContain($"custom field {Field}");
        SentRequest[] writes = [.. session.Sent.Where(static sent => sent.Method == "POST")];
        writes.Count(static sent => sent.Path.Contains("/custom_fields/", StringComparison.Ordinal)).ShouldBe(2);
        writes.Count(static sent => sent.Path.Contains("/field/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Among_several_workspaces_the_one_of_the_task_is_found()
    {
        await using CopySession session = new(secondWorkspace: true);
        string root = await PlantAsync(session);

        await session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        (await session.FilesAsync(await session.FindAsync("Release 2.0 (copy)"), Field)).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("""  "without":["custom_fields"] """)]
    [InlineData("""  "without":["attachments"] """)]
    public async Task Who_wants_no_fields_or_no_files_gets_none_in_fields(string without)
    {
        await using CopySession session = new();
        string root = await PlantAsync(session);

        await session.CallAsync("duplicate_task", $$"""{"task":"{{root}}",{{without}}}""");

        (await session.FilesAsync(await session.FindAsync("Release 2.0 (copy)"), Field)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_cannot_be_fetched_are_named()
    {
        await using CopySession session = new(knowsHost: false);
        string root = await PlantAsync(session);

        ToolResult result = await session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        result.Text.ShouldContain(
            $"Not copied: file one.txt in field {Field} (of Release 2.0): it is kept elsewhere than at ClickUp's hosts of files"
        );
    }

    [Fact]
    public async Task A_file_that_its_host_does_not_give_out_is_told_and_the_others_are_in_the_field()
    {
        await using CopySession session = new();
        string root = await PlantAsync(session);
        session.Forget("one.txt");

        ToolResult result = await session.Session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain($"Failed: file one.txt in field {Field} of Release 2.0: ");
        JsonElement[] copied = await session.FilesAsync(await session.FindAsync("Release 2.0 (copy)"), Field);
        copied.Select(Title).ShouldBe(["two.txt"]);
    }

    [Fact]
    public async Task A_field_that_ClickUp_did_not_set_is_seen()
    {
        bool isDeaf = false;
        await using CopySession session = new(around: inner => new DeafClient(inner, () => isDeaf));
        string root = await PlantAsync(session);
        isDeaf = true;

        ToolResult result = await session.Session.CallAsync("duplicate_task", $$"""{"task":"{{root}}"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("Read back, it differs: files in fields of Release 2.0");
    }

    [Fact]
    public async Task A_list_without_the_field_is_told_of()
    {
        await using CopySession session = new();
        string root = await PlantAsync(session);

        ToolResult result = await session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","list":"{{SandboxSeed.WebAppListId}}"}"""
        );

        result.Text.ShouldContain($"Not copied: custom field {Field} (of Release 2.0): ");
        result.Text.ShouldContain("2 files");
    }

    private static async Task<string> PlantAsync(CopySession session)
    {
        string root = await session.PlantAsync();
        await session.UploadToFieldAsync(root, Field, "one.txt", "Content of one.txt");
        await session.UploadToFieldAsync(root, Field, "two.txt", "Content of two.txt");
        return root;
    }

    private static string? Title(JsonElement file) => file.GetProperty("title").GetString();

    private static string? Id(JsonElement file) => file.GetProperty("id").GetString();

    private static async Task<string> ContentAsync(CopySession session, JsonElement file)
    {
        SandboxResponse stored = await session.Sandbox.HandleAsync(
            new SandboxRequest("GET", $"/__sandbox/attachments/{Id(file)}"),
            TestContext.Current.CancellationToken
        );
        return Encoding.UTF8.GetString(stored.Body.Span);
    }

    /// <summary>Accepts values of custom fields and does nothing about them.</summary>
    private sealed class DeafClient(IClickUpClient inner, Func<bool> isDeaf) : IClickUpClient
    {
        public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
            isDeaf() && request.Operation == "SetCustomFieldValue"
                ? new(new ClickUpResponse(200, "{}"u8.ToArray()))
                : inner.SendAsync(request, cancellationToken);
    }
}
